#!/usr/bin/env bash
# What CI tries beside ./test.sh, in a clean clone: the README's commands, the package, the measures, and the share of lines tested.
# A command that fails ends it; measures are printed and not judged.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
say() { printf '\n%s\n' "$*"; }
on_screen() { timeout 300 xvfb-run -a -s '-screen 0 1400x900x24 -noreset' "$@"; }

# try WHAT COMMAND...: quiet unless it fails
try() {
  local what=$1
  shift
  timeout 300 "$@" >"$place/log" 2>&1 && printf '  ok: %s\n' "$what" && return
  cat "$place/log"
  printf '  failed: %s\n' "$what"
  return 1
}

git -c safe.directory='*' clone -q "$home" "$place/clone"
cd "$place/clone"
say "The README's commands, from a clean clone"
try './run.sh builds' ./run.sh --version
cp -r samples/run car_models/my_model
mkdir virtualmodel
cp -r samples/run/model virtualmodel/
tar -czf my-job-logs.tar.gz -C samples/run sim-trace metrics logs
tar -czf virtualmodel-my-car.tar.gz virtualmodel
cp samples/run/evaluation-0-video.mp4 download.mp4
awk '/^    def reward_function/ {on = 1} on && !/^    / {exit} on {print substr($0, 5)}' README.md >reward.py

# Lines that end with a backslash go on; what plays is told where to begin, and to end by itself.
sed -n 's/^    //p' README.md | sed -e ':more' -e '/\\$/N; s/\\\n *//; tmore' | sed -n 's/ *#.*//; /^\.\/run\.sh/p' >commands
while read -r line; do
  case $line in
    ./run.sh) line="$line play samples/run --keep-log" ;;
  esac
  try "$line" xvfb-run -a -s '-screen 0 1400x900x24 -noreset' bash -c "$line --start 750 --fps 100 --quit-at-end" </dev/null
done <commands
for line in 'scan RUN' 'scan RUN --rescan --json' \
  'export RUN -o out.csv --reward-function reward.py' 'report RUN -o out.html' 'report RUN --json' \
  'runs car_models' 'render RUN -o out.mp4 --to 30' 'render RUN -o coach.mp4 --coach 1'; do
  try "analyzer $line" bash -c "./run.sh ${line/RUN/car_models/my_model}"
done

say 'The package, installed in an empty folder'
try 'scripts/pack.sh' scripts/pack.sh "$place/packages"
try 'dotnet tool install' dotnet tool install --tool-path "$place/tool" --add-source "$place/packages" analyzer
try 'analyzer --version' "$place/tool/analyzer" --version
try 'it plays the sample' xvfb-run -a "$place/tool/analyzer" "$place/clone/samples/run" --keep-log --start 740 --fps 60 --quit-at-end

say 'The measures (not judged)'
on_screen ./run.sh benchmark samples/run --json 2>"$place/log" || cat "$place/log"

git checkout -q -- samples
say 'The share of lines that tests without a window reach (not judged)'
dotnet build -v quiet -c Release Analyzer.sln -p:Coverage=true -p:RunAnalyzers=false >"$place/log" 2>&1 || cat "$place/log"
on_screen dotnet Analyzer.Tests/bin/Release/net10.0/Analyzer.Tests.dll --coverage --coverage-output-format cobertura \
  --filter-not-namespace 'Analyzer.Tests.Playback.Window' >"$place/log" 2>&1 || true
grep -E 'analyzer - Line|total:|failed:' "$place/log" || tail -n 5 "$place/log"
