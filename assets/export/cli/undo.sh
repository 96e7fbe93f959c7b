#!/usr/bin/env bash
# Takes back what setup.sh made or changed for the RDS Proxy {{ name }}, the last thing first, as
# noted in {{ name }}.made, and what else bears this setup's tags: the wizard itself may have made it.
# What was there before stays. It may be run again after a failure.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export AWS_REGION={{ region | sh }} AWS_DEFAULT_REGION={{ region | sh }} AWS_PAGER='' AWS_DEFAULT_OUTPUT=text
umask 077
poll=${POLL_SECONDS:-15}
FUNCTION={{ function.name | sh }}

say() { printf '%s\n' "$*" >&2; }
die() { say "$*" && exit 1; }

{% include "account.sh" %}

errors=$(mktemp)
tagged=$(mktemp)
list=$(mktemp)
trap 'rm -f "$errors" "$tagged" "$list"' EXIT

# look COMMAND…: its answer; nothing when the thing is not there; any other error ends the script.
look() {
    "$@" --output json 2>"$errors" || grep -Eq 'NotFound|NoSuchEntity' "$errors" || { cat "$errors" >&2 && return 1; }
}

# own FILTER: a jq program that says of things that bear this setup's tags what FILTER says.
own() {
    jq --raw-output --arg setup {{ label | sh }} "def owned: any(.[]?; .Key == \"made-by\" and .Value == \"rds-proxy-wizard\")
        and any(.[]?; .Key == \"rds-proxy-wizard:setup\" and .Value == \$setup); $1"
}

# In the order in which setup.sh makes and notes it.
list_tagged() {
    local groups{{ " arn" if proxy.endpoints or not proxy.used else "" }}
{% if secret and secret.owned %}
    look aws secretsmanager describe-secret --secret-id {{ secret.name | sh }} |
        own 'select(.DeletedDate == null and (.Tags | owned)) | "secret \(.ARN)"'
{% endif %}
{% if role.owned %}
    look aws iam get-role --role-name {{ role.name | sh }} |
        own '.Role | select(.Tags | owned) | "role \(.RoleName) {{ role.policy_name }}"'
{% endif %}
    groups=$(look aws ec2 describe-security-groups --filters {{ ("Name=vpc-id,Values=" ~ vpcs) | sh }} |
        own '[.SecurityGroups[] | select(.Tags | owned) | .GroupId] | tojson')
    jq --raw-output --null-input --argjson groups "$groups" '$groups[] | "security-group \(.)"'
{% for group in used_groups %}
    look aws ec2 describe-security-group-rules --filters {{ ("Name=group-id,Values=" ~ group.id) | sh }} |
        jq --raw-output --argjson groups "$groups" --argjson said {{ rule_descriptions | sh }} '.SecurityGroupRules[]?
            | select(.ReferencedGroupInfo.GroupId as $peer | $groups | index($peer))
            | select((.ReferencedGroupInfo.Description // .Description) as $why | $said | index($why))
            | "rule \(.GroupId) \(if .IsEgress then "egress" else "ingress" end) \(.SecurityGroupRuleId)"'
{% endfor %}
{% if endpoint %}
    look aws ec2 describe-vpc-endpoints --filters {{ ("Name=vpc-id,Values=" ~ endpoint.vpc) | sh }} |
        own '.VpcEndpoints[] | select((.State | ascii_downcase | startswith("delet") | not) and (.Tags | owned))
            | "vpc-endpoint \(.VpcEndpointId)"'
{% endif %}
{% if not proxy.used %}
    arn=$(look aws rds describe-db-proxies --db-proxy-name {{ name | sh }} | jq --raw-output '.DBProxies[0].DBProxyArn // empty')
    [ -z "$arn" ] || look aws rds list-tags-for-resource --resource-name "$arn" |
        own 'select(.TagList | owned) | "proxy {{ name }}"'
{% endif %}
{% for further in proxy.endpoints if further.owned %}
    arn=$(look aws rds describe-db-proxy-endpoints --db-proxy-endpoint-name {{ further.name | sh }} |
        jq --raw-output '.DBProxyEndpoints[0].DBProxyEndpointArn // empty')
    [ -z "$arn" ] || look aws rds list-tags-for-resource --resource-name "$arn" |
        own 'select(.TagList | owned) | "proxy-endpoint {{ further.name }}"'
{% endfor %}
{% for function in functions if function.vpc %}
{% if function.is_more %}
    FUNCTION={{ function.name | sh }}
{% endif %}
    look aws lambda get-function-configuration --function-name "$FUNCTION" |
        jq --raw-output --argjson groups "$groups" --arg function "$FUNCTION" \
            'select(any(.VpcConfig.SecurityGroupIds[]?; . as $id | $groups | index($id))) | "vpc \($function)"'
{% endfor %}
}

{% include "detach.sh" %}

# Lambda and RDS take up to 40 minutes to let go of a group.
delete_group() {
    SECONDS=0
    until gone aws ec2 delete-security-group --group-id "$1"; do
        grep -q DependencyViolation "$errors" || return 1
        [ "$SECONDS" -lt 3600 ] || die "the group $1 is still in use"
        sleep "$poll"
    done
}

delete_proxy() {
    gone aws rds delete-db-proxy --db-proxy-name "$1"
    SECONDS=0
    local status=deleting
    while [ -n "$status" ]; do
        status=$(aws rds describe-db-proxies --query "DBProxies[?DBProxyName=='$1'].Status")
        [ -z "$status" ] && break
        [ "$SECONDS" -lt 3600 ] || die "the proxy $1 is still there: $status"
        sleep "$poll"
    done
}

{% if proxy.endpoints %}
delete_proxy_endpoint() {
    gone aws rds delete-db-proxy-endpoint --db-proxy-endpoint-name "$1"
    SECONDS=0
    local status=deleting
    while [ -n "$status" ]; do
        status=$(aws rds describe-db-proxy-endpoints --query "DBProxyEndpoints[?DBProxyEndpointName=='$1'].Status")
        [ -z "$status" ] && break
        [ "$SECONDS" -lt 3600 ] || die "the endpoint $1 is still there: $status"
        sleep "$poll"
    done
}

{% endif %}
touch {{ name | sh }}.made
list_tagged >"$tagged"
{ grep -vxF -f {{ name | sh }}.made "$tagged" || true; } >"$list"
cat {{ name | sh }}.made >>"$list"
[ -s "$list" ] || die 'nothing to undo: nothing is noted here, and nothing bears the tags of this setup'

# The list is on descriptor 3: the commands below read their own input.
while read -r kind one rest <&3; do
    read -r two three <<<"$rest"
    say "$kind $one"
    case $kind in
{% include "detach-cases.sh" %}
    role-policy) gone aws iam delete-role-policy --role-name "$one" --policy-name "$two" ;;
{% if not proxy.used %}
    target)
        gone aws rds deregister-db-proxy-targets --db-proxy-name {{ name | sh }} --target-group-name default \
            "--db-$one-identifiers" "$two"
        ;;
{% endif %}
    proxy) delete_proxy "$one" ;;
{% if proxy.endpoints %}
    proxy-endpoint) delete_proxy_endpoint "$one" ;;
{% endif %}
    vpc-endpoint) gone aws ec2 delete-vpc-endpoints --vpc-endpoint-ids "$one" ;;
    rule) gone aws ec2 "revoke-security-group-$two" --group-id "$one" --security-group-rule-ids "$three" ;;
    security-group) delete_group "$one" ;;
    role)
        gone aws iam delete-role-policy --role-name "$one" --policy-name "$two"
        gone aws iam delete-role --role-name "$one"
        ;;
    secret)
        say '  it can be restored for {{ recovery_days }} days, and keeps its name until then'
        gone aws secretsmanager delete-secret --secret-id "$one" --recovery-window-in-days {{ recovery_days }}
        ;;
    *) die "{{ name }}.made holds a line that is not setup.sh's: $kind" ;;
    esac
done 3< <(sed '1!G;h;$!d' "$list")

mv {{ name }}.made {{ name }}.undone
say 'undone'
