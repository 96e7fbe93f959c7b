{% if proxy.login %}

# RDS replaces the whole list of logins: it is read just before, and goes back with one more.
say {{ ("login of " ~ db_user ~ " on the proxy " ~ name) | sh }}
login={{ proxy.login | sh }}
logins() { aws rds describe-db-proxies --db-proxy-name {{ name | sh }} --output json --query 'DBProxies[0].Auth'; }
proxy_available() {
    SECONDS=0
    local status=
    until [ "$status" = available ]; do
        status=$(aws rds describe-db-proxies --db-proxy-name {{ name | sh }} --query 'DBProxies[0].Status')
        case $status in
        available) ;;
        modifying | reactivating) wait_for 'the proxy' "$status" ;;
        *) die "the proxy is $status" ;;
        esac
    done
}
proxy_available
secret=$(jq --null-input --raw-output --argjson login "$login" '$login.SecretArn')
there=$(logins | jq --arg secret "$secret" '[.[]? | select(.SecretArn == $secret)] | length')
if [ "$there" = 0 ]; then
    all=$(logins | jq --compact-output --argjson login "$login" '(. // []) + [$login]')
    aws rds modify-db-proxy --db-proxy-name {{ name | sh }} --auth "$all" >/dev/null
    made login {{ name | sh }} "$secret"
    proxy_available
fi
{% endif %}
