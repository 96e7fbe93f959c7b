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
{% if proxy.login %}

# remove_login PROXY SECRET: every other login goes back as it is read.
remove_login() {
    local status='' left
    SECONDS=0
    until [ "$status" = available ]; do
        status=$(aws rds describe-db-proxies --query "DBProxies[?DBProxyName=='$1'].Status")
        [ -n "$status" ] || return 0
        [ "$status" = available ] || { [ "$SECONDS" -lt 3600 ] || die "the proxy $1 is still $status" && sleep "$poll"; }
    done
    left=$(aws rds describe-db-proxies --db-proxy-name "$1" --output json --query 'DBProxies[0].Auth' |
        jq --compact-output --arg secret "$2" '[.[]? | select(.SecretArn != $secret)]')
    aws rds modify-db-proxy --db-proxy-name "$1" --auth "$left" >/dev/null
}
{% endif %}
