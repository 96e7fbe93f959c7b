#!/usr/bin/env bash
# A screen that nobody looks at, for the tests that open a real window.
#
#   bash tests/services/display.sh start|stop|status|env|packages
#
#   RPW_TEST_DISPLAY         the X display, :97 unless RPW_DISPLAY_NUMBER says otherwise
#   RPW_TEST_SCREEN_READER   the Python that reads a window as a screen reader does
set -euo pipefail
PACKAGES="xvfb libgl1 libegl1 libgl1-mesa-dri libglx-mesa0 libvulkan1 mesa-vulkan-drivers
    libx11-xcb1 libxcursor1 libxi6 libxrandr2 libxkbcommon-x11-0
    x11-apps xdotool
    dbus-daemon at-spi2-core gir1.2-atspi-2.0 python3-gi"

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
    {
        echo "export RPW_TEST_DISPLAY=:$number"
        # The system's own: the packages are made for it.
        reader=/usr/bin/python3
        if command -v dbus-run-session >/dev/null && "$reader" -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null; then
            echo "export RPW_TEST_SCREEN_READER=$reader"
        fi
    } >"$CACHE/env/display.env"
    ;;
stop)
    halt display
    rm -f "$CACHE/env/display.env"
    ;;
status) is_running display ;;
env) cat "$CACHE/env/display.env" ;;
esac
