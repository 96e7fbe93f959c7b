# look COMMAND…: its answer; nothing when the thing is not there; any other error ends the script.
errors=$(mktemp)
trap 'rm -f "$errors"' EXIT
look() {
    local answer
    if answer=$("$@" 2>"$errors"); then
        [ "$answer" = None ] || printf '%s' "$answer"
    elif ! grep -Eq 'NotFound|NoSuchEntity' "$errors"; then
        cat "$errors" >&2
        return 1
    fi
}
