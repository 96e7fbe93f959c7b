# patiently COMMAND…: tries again for a while. IAM takes seconds to tell everyone of a new role.
patiently() {
    local tries=1
    until "$@"; do
        [ "$tries" -lt 8 ] || return 1
        tries=$((tries + 1))
        sleep "$poll"
    done
}

# wait_for WHAT STATE: one pause, an hour of them at most; SECONDS counts from where it was set to 0.
wait_for() {
    [ "$SECONDS" -lt 3600 ] || die "$1 is still not ready after an hour: $2"
    say "  $1: $2, $SECONDS s"
    sleep "$poll"
}
