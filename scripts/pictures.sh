#!/usr/bin/env bash
# Makes the README's pictures from the bundled sample, as a user would: plays it in a window, types keys, and looks at the screen.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$home/scripts/setup.sh"
missing=()
command -v xvfb-run >/dev/null && command -v xauth >/dev/null || missing+=(xvfb xauth)
command -v xdotool >/dev/null || missing+=(xdotool)
[ ${#missing[@]} -eq 0 ] || need "${missing[@]}"
if [ "${1:-}" != inside ]; then
  "$home/run.sh" scan --model "$home/samples/run" --keep-log
  exec xvfb-run -a -s '-screen 0 1400x900x24 -noreset' "$0" inside
fi

mkdir -p "$home/docs"
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
xdotool key q
wait
