#!/usr/bin/env bash
# ./run.sh            plays the bundled sample
# ./run.sh ARGUMENTS  runs `analyzer ARGUMENTS`
# Sets up what is missing first: Debian packages, and the build when the program's sources have changed.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
published=$home/Analyzer/bin/Release/published
program=$published/analyzer.dll
built=$home/Analyzer/bin/Release/.built

sources=("$home/Analyzer" "$home/Directory.Build.props" "$home/Directory.Packages.props")

if [ ! -e "$built" ] || [ ! -e "$program" ] ||
    [ -n "$(find "${sources[@]}" -newer "$built" -type f -not -path '*/bin/*' -not -path '*/obj/*' -print -quit)" ]; then
  . "$home/scripts/setup.sh"
  need_dotnet
  printf 'Building the analyzer (once)\n' >&2
  build publish "$home/Analyzer" -o "$published"
  if [ "$(uname -s)" = Linux ]; then
    need_programs
    need_libraries "$published/libOpenCvSharpExtern.so"
  fi
  touch "$built"
fi

command -v dotnet >/dev/null || { . "$home/scripts/setup.sh" && need_dotnet; }
[ $# -gt 0 ] || set -- play --model "$home/samples/run" --track "$home/samples/run/track.npy" --against "$home/samples/earlier" --keep-log
ANALYZER_COMMAND=$0 exec dotnet "$program" "$@"
