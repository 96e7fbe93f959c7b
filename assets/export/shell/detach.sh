# gone COMMAND…: succeeds as well when the thing is not there any more.
gone() {
    "$@" >/dev/null 2>"$errors" || grep -Eq 'NotFound|NoSuchEntity' "$errors" || { cat "$errors" >&2 && return 1; }
}

set_variable() { # NAME JSON, null to remove it
    aws lambda get-function-configuration --function-name "$FUNCTION" --output json |
        jq --arg name "$1" --argjson value "$2" \
            '{Variables: ((.Environment.Variables // {}) | if $value == null then del(.[$name]) else .[$name] = $value end)}' |
        aws lambda update-function-configuration --function-name "$FUNCTION" --environment file:///dev/stdin >/dev/null
    aws lambda wait function-updated-v2 --function-name "$FUNCTION"
}
