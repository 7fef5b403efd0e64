#!/usr/bin/env bash
# Makes the README's pictures from the bundled sample, as a user would: plays it in a window, types keys, and looks at the screen.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$home/scripts/setup.sh"
missing=()
command -v xvfb-run >/dev/null && command -v xauth >/dev/null || missing+=(xvfb xauth)
command -v xdotool >/dev/null || missing+=(xdotool)
browser=$(command -v chromium || command -v chromium-headless-shell || true)
[ -n "$browser" ] || missing+=(chromium-headless-shell)
[ ${#missing[@]} -eq 0 ] || need "${missing[@]}"
if [ "${1:-}" != inside ]; then
  "$home/run.sh" scan --model "$home/samples/run" --keep-log
  exec xvfb-run -a -s '-screen 0 1400x900x24 -noreset' "$0" inside
fi

mkdir -p "$home/docs"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
"$home/run.sh" &
window=$(timeout 30 xdotool search --sync --onlyvisible --name 'DeepRacer analyzer' | head -n 1)
xdotool windowfocus --sync "$window"

# shoot NAME: the window as it is on the screen
shoot() {
  local WIDTH HEIGHT X Y
  sleep 5
  eval "$(xdotool getwindowgeometry --shell "$window" | grep -E '^(X|Y|WIDTH|HEIGHT)=')"
  ffmpeg -v error -y -f x11grab -draw_mouse 0 -video_size "${WIDTH}x$HEIGHT" -i "$DISPLAY+$X,$Y" -frames:v 1 "$home/docs/$1.png"
}

xdotool key p 8
shoot frame
xdotool key h
shoot help
# Lap 1 behind its off-track, beside the best lap: K goes from the other run to nothing, and on to the best lap.
xdotool key h j 2 k k y
shoot compare
xdotool key q
wait

"$home/run.sh" render "$home/samples/run" --keep-log --coach 1 -o "$place/coach.mp4"
ffmpeg -v error -y -ss 1 -i "$place/coach.mp4" -frames:v 1 "$home/docs/coach.png"
cd "$home/samples"
"$home/run.sh" report run -o "$place/report.html"
"${browser:-chromium-headless-shell}" --headless --no-sandbox --disable-gpu --no-first-run --hide-scrollbars \
  --user-data-dir="$place/browser" --window-size=900,860 --screenshot="$home/docs/report.png" "file://$place/report.html" 2>"$place/log" ||
  fail "$(cat "$place/log")"
