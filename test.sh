#!/usr/bin/env bash
# Sets up what is missing, checks the formatting, and runs all tests, those with a window under Xvfb.
# ./test.sh --accept   also makes today's pictures and texts the expected ones
# ./test.sh ARGUMENTS  passes other arguments to the test program, such as -class '*KeyMap*'
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
. "$home/scripts/setup.sh"

need_dotnet
printf 'Building\n'
build build "$home/Analyzer.sln"
tests=$home/Analyzer.Tests/bin/Release/net10.0
need_programs
missing=()
command -v xvfb-run >/dev/null && command -v xauth >/dev/null || missing+=(xvfb xauth)
command -v xdotool >/dev/null || missing+=(xdotool)
command -v python3 >/dev/null || missing+=(python3)
[ ${#missing[@]} -eq 0 ] || need "${missing[@]}"
command -v chromium >/dev/null || command -v chromium-headless-shell >/dev/null || (need chromium-headless-shell) ||
  printf 'Without a browser two tests of the report are skipped\n'
need_libraries "$tests/runtimes/linux-x64/native/libOpenCvSharpExtern.so"

if [ "${1:-}" = --accept ]; then
  shift
  export ACCEPT=1
fi

if [ $# -eq 0 ]; then
  printf 'Checking the formatting\n'
  # The build has held all other rules already.
  dotnet format whitespace "$home" --folder --verify-no-changes --exclude '**/obj/'
fi

printf 'Testing\n'
# Tests of windows wait for the screen and for programs most of their time: two more threads than processors use it.
report=$(mktemp)
trap 'rm -f "$report"' EXIT
status=0
xvfb-run -a -s '-screen 0 1400x900x24 -noreset' dotnet "$tests/Analyzer.Tests.dll" -noColor -maxThreads 4 "$@" | tee "$report" || status=$?
summary=$(grep -oE 'Total: *[0-9]+.*' "$report" | tail -n 1)
count() { printf '%s' "$summary" | grep -oE "$1: *[0-9]+" | grep -oE '[0-9]+' || echo 0; }
failed=$(($(count Failed) + $(count Errors)))
printf '%d passed, %d failed, %d skipped\n' $(($(count Total) - $(count Failed) - $(count Skipped))) "$failed" "$(count Skipped)"
exit "$status"
