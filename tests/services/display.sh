#!/usr/bin/env bash
# A screen that nobody looks at, for the tests that open a real window.
#
#   bash tests/services/display.sh start|stop|status|env|packages
#
#   RPW_TEST_DISPLAY   the X display, :97 unless RPW_DISPLAY_NUMBER says otherwise
set -euo pipefail
PACKAGES="xvfb libgl1 libegl1 libgl1-mesa-dri libglx-mesa0 libvulkan1 mesa-vulkan-drivers
    libx11-xcb1 libxcursor1 libxi6 libxrandr2 libxkbcommon-x11-0
    x11-apps xdotool"

case ${1:-} in
start | stop | status | env) . "$(dirname "${BASH_SOURCE[0]}")/service.sh" ;;
packages) echo "$PACKAGES" && exit ;;
*) echo "usage: $0 start|stop|status|env|packages" >&2 && exit 2 ;;
esac

number=${RPW_DISPLAY_NUMBER:-97}

case $1 in
start)
    if ! is_running display; then
        # Without -noreset the server starts anew when its last window closes, and the next one finds none.
        launch display Xvfb ":$number" -screen 0 1600x1000x24 -nolisten tcp -noreset
        await display test -S "/tmp/.X11-unix/X$number"
    fi
    echo "export RPW_TEST_DISPLAY=:$number" >"$CACHE/env/display.env"
    ;;
stop)
    halt display
    rm -f "$CACHE/env/display.env"
    ;;
status) is_running display ;;
env) cat "$CACHE/env/display.env" ;;
esac
