# shellcheck shell=bash
# Sourced by the other scripts here: one background service, started, awaited, stopped.
# Everything lives under one folder outside the clone, so that a second run is quick.

CACHE=${RPW_TEST_CACHE:-$HOME/.cache/rds-proxy-wizard-tests}
mkdir -p "$CACHE/run" "$CACHE/log" "$CACHE/env"

# One start or stop at a time; background services must not keep the lock (see `launch`).
exec 9>"$CACHE/lock"
flock 9

say() { printf '%s\n' "$*" >&2; }

# is_running NAME: true when the process we started under that name still lives.
is_running() {
    local pid
    pid=$(cat "$CACHE/run/$1.pid" 2>/dev/null) || return 1
    [ -r "/proc/$pid/environ" ] && tr '\0' '\n' <"/proc/$pid/environ" | grep -qx "RPW_SERVICE=$1"
}

# launch NAME COMMAND…: starts COMMAND in the background; its output goes to log/NAME.log.
launch() {
    local name=$1
    shift
    RPW_SERVICE=$name setsid "$@" >"$CACHE/log/$name.log" 2>&1 </dev/null 9>&- &
    echo $! >"$CACHE/run/$name.pid"
}

# await NAME COMMAND…: waits up to 60 s until COMMAND succeeds; shows the log when it does not.
await() {
    local name=$1 left=240
    shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        if [ "$left" -le 0 ] || ! is_running "$name"; then
            say "$name did not start; the end of $CACHE/log/$name.log:"
            tail -n 20 "$CACHE/log/$name.log" >&2
            return 1
        fi
        sleep 0.25
    done
}

# halt NAME: ends the process we started under that name, and no other.
halt() {
    local pid left=80
    if is_running "$1"; then
        pid=$(cat "$CACHE/run/$1.pid")
        kill "$pid" 2>/dev/null
        while [ -d "/proc/$pid" ] && [ "$left" -gt 0 ]; do
            sleep 0.1
            left=$((left - 1))
        done
        [ -d "/proc/$pid" ] && kill -9 "$pid" 2>/dev/null
    fi
    rm -f "$CACHE/run/$1.pid"
}
