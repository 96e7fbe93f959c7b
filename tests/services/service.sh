# shellcheck shell=bash
# Sourced by the other scripts here: one background service, started, awaited, stopped.
# Everything lives under one folder outside the clone, so that a second run is quick.

CACHE=${RPW_TEST_CACHE:-$HOME/.cache/rds-proxy-wizard-tests}
mkdir -p "$CACHE/run" "$CACHE/log" "$CACHE/env"

# One start or stop at a time; background services must not keep the lock (see `launch`).
if [ -z "${RPW_LOCKED:-}" ]; then
    exec 9>"$CACHE/lock"
    flock 9
    export RPW_LOCKED=1
fi

say() { printf '%s\n' "$*" >&2; }

# A process is known by its id and its start time: an id alone may have been given away since.
started() { cut -d ' ' -f 22 "/proc/$1/stat" 2>/dev/null; }

# is_running NAME: true when the process we started under that name still lives.
is_running() {
    local pid since
    # A process that never came to run has no start time, and is not running either.
    read -r pid since 2>/dev/null <"$CACHE/run/$1.pid" && [ -n "$since" ] && [ "$(started "$pid")" = "$since" ]
}

# launch NAME COMMAND…: starts COMMAND in the background; its output goes to log/NAME.log.
launch() {
    local name=$1 pid
    shift
    setsid "$@" >"$CACHE/log/$name.log" 2>&1 </dev/null 9>&- &
    pid=$!
    echo "$pid $(started "$pid")" >"$CACHE/run/$name.pid"
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

# halt NAME [SIGNAL]: ends the process we started under that name, and no other.
halt() {
    local pid left=80
    if is_running "$1"; then
        read -r pid _ <"$CACHE/run/$1.pid"
        kill "-${2:-TERM}" "$pid"
        while is_running "$1" && [ "$left" -gt 0 ]; do
            sleep 0.1
            left=$((left - 1))
        done
        if is_running "$1"; then kill -KILL "$pid"; fi
    fi
    rm -f "$CACHE/run/$1.pid"
}
