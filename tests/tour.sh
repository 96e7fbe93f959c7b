#!/usr/bin/env bash
# Draws the README's animation from the real window: bash tests/tour.sh [PROGRAM]
#
# It walks through one setup on the practice account, on a screen of its own. It needs the packages of
# `bash tests/services/display.sh packages`, ImageMagick 6 and gifsicle, and a program that is built:
# target/release/rds-proxy-wizard unless PROGRAM says otherwise. RPW_TOUR_FRAMES names a folder for the single pictures.
set -euo pipefail
program=$(realpath "${1:-$(dirname "${BASH_SOURCE[0]}")/../target/release/rds-proxy-wizard}")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=assets/screenshots/tour.gif
work=$(mktemp -d)
trap 'kill "${wizard:-}" "${screen:-}" 2>/dev/null || true; wait; rm -rf "$work"' EXIT

# until_true COMMAND…: asks again until it says yes, two minutes at most.
until_true() {
    local end=$((SECONDS + 120))
    until "$@"; do
        [ $SECONDS -lt $end ] || { echo "waited in vain: $*" >&2 && exit 1; }
        sleep 0.2
    done
}

Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$work/display" 2>/dev/null &
screen=$!
until_true test -s "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY

mkdir "$work/home"
env -C "$work/home" HOME="$work/home" XDG_DATA_HOME="$work/home/data" XDG_CONFIG_HOME="$work/home/config" \
    RPW_LANGUAGE=en "$program" --practice=default --practice-speed 60 2>"$work/errors" &
wizard=$!

shown() { xdotool search --onlyvisible --name '^RDS Proxy Wizard$' >"$work/id" 2>/dev/null; }
photo() { import -silent -window root "$work/$1.png"; }
# differ ONE OTHER: how many pixels are different.
differ() { printf '%.0f' "$(compare -metric AE "$work/$1.png" "$work/$2.png" null: 2>&1 || true)"; }
# A cursor that blinks is some 40 pixels; another page is many thousand.
is_new() { photo now && [ "$(differ "$frame" now)" -gt 4000 ]; }
is_still() { photo now && sleep 0.4 && photo later && [ "$(differ now later)" -lt 100 ]; }
# The main button, at the bottom right, is blue when it can be pressed.
is_ready() { photo now && [ "$(convert "$work/now.png" -format '%[fx:p{1262,772}.b>0.8]' info:)" = 1 ]; }

frame=blank
frames=()
# page NAME KEY…: presses the keys, waits for the page that comes and keeps its picture.
page() {
    local name=$1
    shift
    for key in "$@"; do xdotool windowfocus "$(cat "$work/id")" key "$key"; done
    until_true is_new
    until_true is_still
    until_true is_ready
    frame=$name
    photo "$name"
}
keep() {
    page "$@"
    frames+=("$work/$frame.png")
}

photo blank
until_true shown
xdotool mousemove 1279 2

keep account
page databases ctrl+Return
keep database Down Return
page functions ctrl+Return
keep function Down Return
keep secret ctrl+Return
page role ctrl+Return
keep network ctrl+Return
keep proxy ctrl+Return
page access ctrl+Return
keep review ctrl+Return

xdotool key ctrl+Return
until_true is_new
frame=applying
runs=()
while ! is_ready; do
    mv "$work/now.png" "$work/run-${#runs[@]}.png"
    runs+=("$work/run-${#runs[@]}.png")
    kill -0 "$wizard"
done
frames+=("${runs[$((${#runs[@]} / 3))]}" "${runs[$((${#runs[@]} * 9 / 10))]}")
frame=run-0
keep "done"
keep check ctrl+Return
page export ctrl+Return

# The last picture stays longer.
last=$work/export.png
convert -delay 180 "${frames[@]}" -delay 400 "$last" -loop 0 +dither -colors 255 -layers optimize "$work/whole.gif"
gifsicle --no-warnings -O3 "$work/whole.gif" -o "$out"
if [ -n "${RPW_TOUR_FRAMES:-}" ]; then cp "${frames[@]}" "$last" "$RPW_TOUR_FRAMES"; fi
echo "$out: $((${#frames[@]} + 1)) pictures, $(stat -c %s "$out") bytes"
