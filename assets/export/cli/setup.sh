#!/usr/bin/env bash
# Sets up the RDS Proxy {{ name }}: {{ function.name }} → {{ name }} → {{ database.id }}, {{ auth_mode }}.
#
# Needs bash, the AWS CLI (2.31 or later) and jq, and credentials for account {{ account }}.
# It may be run again: what is there already is left alone. Each thing it makes or changes is noted
# in {{ name }}.made, from which undo.sh takes it back. No password is shown or kept anywhere.
#
# shellcheck disable=SC2016 # what stands in single quotes is meant as it is
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export AWS_REGION={{ region | sh }} AWS_DEFAULT_REGION={{ region | sh }} AWS_PAGER='' AWS_DEFAULT_OUTPUT=text
umask 077
poll=${POLL_SECONDS:-15}

say() { printf '%s\n' "$*" >&2; }
die() { say "$*" && exit 1; }
made() { printf '%s\n' "$*" >>{{ name | sh }}.made; }

{% include "look.sh" %}

{% if secret and secret.owned %}
# secret_string: the secret's text. From one program to the next, so that no command line and no file
# holds the password.
secret_string() {
{% if secret.typed %}
    { read -rsp 'Password of {{ db_user }}: ' password </dev/tty && printf '\n' >/dev/tty && printf '%s\n' "$password"; } |
{% else %}
    aws secretsmanager get-random-password --password-length {{ password_length }} \
        --exclude-characters {{ not_in_passwords | sh }} --query RandomPassword |
{% endif %}
        jq --raw-input --arg username {{ db_user | sh }} '{username: $username, password: .}'
}

{% endif %}
{% include "patience.sh" %}

{% include "account.sh" %}

tags={{ tags | sh }}
DATABASE={{ database.id | sh }}
FUNCTION={{ function.name | sh }}
{% if secret and secret.owned %}

say {{ ("secret " ~ secret.name) | sh }}
deleted=$(look aws secretsmanager describe-secret --secret-id {{ secret.name | sh }} --query DeletedDate)
{% if secret.restore %}
if [ -n "$deleted" ]; then
    owner=$(aws secretsmanager describe-secret --secret-id {{ secret.name | sh }} --query "Tags[?Key=='rds-proxy-wizard:setup'].Value | [0]")
    [ "$owner" = {{ label | sh }} ] || die 'it is scheduled for deletion, and this setup did not make it'
    SECRET_ARN=$(aws secretsmanager restore-secret --secret-id {{ secret.name | sh }} --query ARN)
    made secret "$SECRET_ARN"
    aws secretsmanager tag-resource --secret-id "$SECRET_ARN" --tags "$tags"
    secret_string |
        aws secretsmanager put-secret-value --secret-id "$SECRET_ARN" --secret-string file:///dev/stdin >/dev/null
fi
{% else %}
[ -z "$deleted" ] || die 'it is scheduled for deletion; to use it again: aws secretsmanager restore-secret --secret-id {{ secret.name }}'
{% endif %}
SECRET_ARN=$(look aws secretsmanager describe-secret --secret-id {{ secret.name | sh }} --query ARN)
if [ -z "$SECRET_ARN" ]; then
    SECRET_ARN=$(
        secret_string |
            aws secretsmanager create-secret --name {{ secret.name | sh }} \
                --description {{ secret.description | sh }} \
{% if secret.key %}
                --kms-key-id {{ secret.key | sh }} \
{% endif %}
                --secret-string file:///dev/stdin --tags "$tags" --query ARN
    )
    made secret "$SECRET_ARN"
fi
{% elif secret %}

SECRET_ARN={{ secret.arn | sh }}
{% endif %}
{% if role.owned %}

say {{ ("role " ~ role.name) | sh }}
there=$(look aws iam get-role --role-name {{ role.name | sh }} --query Role.Arn)
if [ -z "$there" ]; then
    aws iam create-role --role-name {{ role.name | sh }} --path {{ role.path | sh }} \
        --description {{ role.description | sh }} \
{% if role.boundary %}
        --permissions-boundary {{ role.boundary | sh }} \
{% endif %}
        --assume-role-policy-document {{ role.trust | sh_document }} \
        --tags "$tags" >/dev/null
    made role {{ role.name | sh }} {{ role.policy_name | sh }}
fi
aws iam put-role-policy --role-name {{ role.name | sh }} --policy-name {{ role.policy_name | sh }} \
    --policy-document {{ role.policy | sh_document }}
{% elif role.adds_policy %}

say {{ ("policy " ~ role.policy_name ~ " of the role " ~ role.name) | sh }}
there=$(look aws iam get-role-policy --role-name {{ role.name | sh }} --policy-name {{ role.policy_name | sh }} --query PolicyName)
if [ -z "$there" ]; then
    made role-policy {{ role.name | sh }} {{ role.policy_name | sh }}
fi
aws iam put-role-policy --role-name {{ role.name | sh }} --policy-name {{ role.policy_name | sh }} \
    --policy-document {{ role.policy | sh_document }}
{% endif %}

# security_group NAME DESCRIPTION{{ " VPC" if function_vpc else "" }}: finds or makes it; its id is in $group.
security_group() {
    group=$(look aws ec2 describe-security-groups --query 'SecurityGroups[0].GroupId' \
        --filters {% if function_vpc %}"Name=vpc-id,Values=$3"{% else %}{{ ("Name=vpc-id,Values=" ~ vpc) | sh }}{% endif %} "Name=group-name,Values=$1")
    [ -z "$group" ] || return 0
    group=$(aws ec2 create-security-group --group-name "$1" --description "$2" --vpc-id {% if function_vpc %}"$3"{% else %}{{ vpc | sh }}{% endif %} \
        --tag-specifications "[{\"ResourceType\":\"security-group\",\"Tags\":$tags}]" --query GroupId)
    made security-group "$group"
    # EC2 lets every new group send anywhere.
    aws ec2 revoke-security-group-egress --group-id "$group" \
        --ip-permissions '[{"IpProtocol":"-1","IpRanges":[{"CidrIp":"0.0.0.0/0"}]}]' >/dev/null
}

# allow GROUP ingress|egress PORT PEER DESCRIPTION: TCP between two groups, unless a rule covers it.
allow() {
    local covered rule
    covered=$(aws ec2 describe-security-group-rules --filters "Name=group-id,Values=$1" --output json |
        jq --arg direction "$2" --argjson port "$3" --arg peer "$4" '[.SecurityGroupRules[]
            | select(.IsEgress == ($direction == "egress"))
            | select(.IpProtocol == "-1" or (.IpProtocol == "tcp" and .FromPort <= $port and .ToPort >= $port))
            | select(.ReferencedGroupInfo.GroupId == $peer or (.IsEgress and .CidrIpv4 == "0.0.0.0/0"))] | length')
    [ "$covered" = 0 ] || return 0
    rule=$(aws ec2 "authorize-security-group-$2" --group-id "$1" --query 'SecurityGroupRules[0].SecurityGroupRuleId' \
        --ip-permissions "$(jq --null-input --argjson port "$3" --arg peer "$4" --arg description "$5" \
            '[{IpProtocol: "tcp", FromPort: $port, ToPort: $port, UserIdGroupPairs: [{GroupId: $peer, Description: $description}]}]')")
    made rule "$1" "$2" "$rule"
}

say 'network'
{% for group in groups %}
{% if group.owned %}
security_group {{ group.name | sh }} {{ group.description | sh }}{% if function_vpc %} {{ group.vpc | sh }}{% endif %}

{{ group.variable }}=$group
{% elif proxy.registers or group.variable != "DATABASE_SG" %}
{{ group.variable }}={{ group.id | sh }}
{% endif %}
{% endfor %}
{% for rule in rules %}
allow "${{ rule.group }}" {{ rule.direction }} {{ rule.port }} "${{ rule.peer }}" {{ rule.description | sh }}
{% endfor %}
{% if endpoint %}

say 'endpoint of Secrets Manager'
endpoint=$(look aws ec2 describe-vpc-endpoints --query 'VpcEndpoints[0].VpcEndpointId' --filters \
    {{ ("Name=vpc-id,Values=" ~ endpoint.vpc) | sh }} {{ ("Name=service-name,Values=" ~ endpoint.service) | sh }} "Name=vpc-endpoint-type,Values=Interface")
if [ -z "$endpoint" ]; then
    endpoint=$(aws ec2 create-vpc-endpoint --vpc-endpoint-type Interface --vpc-id {{ endpoint.vpc | sh }} \
        --service-name {{ endpoint.service | sh }} --subnet-ids {{ endpoint.subnets | map("sh") | join(" ") }} \
        --security-group-ids "$ENDPOINT_SG" --private-dns-enabled \
        --tag-specifications "[{\"ResourceType\":\"vpc-endpoint\",\"Tags\":$tags}]" --query VpcEndpoint.VpcEndpointId)
    made vpc-endpoint "$endpoint"
fi
SECONDS=0
status=
until [ "$status" = available ]; do
    status=$(aws ec2 describe-vpc-endpoints --vpc-endpoint-ids "$endpoint" --query 'VpcEndpoints[0].State' | tr '[:upper:]' '[:lower:]')
    [ "$status" = available ] || wait_for "the endpoint $endpoint" "$status"
done
{% endif %}
{% include "iam-authentication.sh" %}
{% if proxy.used %}
{% include "login.sh" %}
{% if proxy.door == "PROXY_HOST" %}
PROXY_HOST={{ proxy.host | sh }}
{% endif %}
{% if proxy.changed %}
# The settings {{ proxy.changed }} of the proxy concern everybody on it: this script leaves them alone.
{% endif %}
{% else %}

say {{ ("proxy " ~ name) | sh }}
there=$(look aws rds describe-db-proxies --db-proxy-name {{ name | sh }} --query 'DBProxies[0].DBProxyName')
if [ -z "$there" ]; then
    patiently aws rds create-db-proxy --db-proxy-name {{ name | sh }} --engine-family {{ proxy.family | sh }} \
        --role-arn {{ proxy.role | sh }} \
{% if proxy.end_to_end %}
        --default-auth-scheme IAM_AUTH \
{% endif %}
{% if proxy.auth %}
        --auth {{ proxy.auth | sh }} \
{% endif %}
        --vpc-subnet-ids {{ proxy.subnets | map("sh") | join(" ") }} --vpc-security-group-ids "$PROXY_SG"{% for id in proxy.further_groups %} {{ id | sh }}{% endfor %} \
        {{ "--require-tls" if proxy.require_tls else "--no-require-tls" }} {{ "--debug-logging" if proxy.debug else "--no-debug-logging" }} --idle-client-timeout {{ proxy.idle }} \
        --endpoint-network-type {{ proxy.endpoint_network | sh }} --target-connection-network-type {{ proxy.target_network | sh }} \
        --tags "$tags" >/dev/null
    made proxy {{ name | sh }}
fi

# There is no waiter for proxies. Usually it takes 5 to 10 minutes.
SECONDS=0
status=
until [ "$status" = available ]; do
    status=$(aws rds describe-db-proxies --db-proxy-name {{ name | sh }} --query 'DBProxies[0].Status')
    case $status in
    available) ;;
    creating | modifying | reactivating) wait_for 'the proxy' "$status" ;;
    *) die "the proxy is $status" ;;
    esac
done
{% if proxy.door == "PROXY_HOST" %}
PROXY_HOST=$(aws rds describe-db-proxies --db-proxy-name {{ name | sh }} --query 'DBProxies[0].Endpoint')
{% endif %}
{% if token %}
# rds-db:connect names the proxy by the last part of its ARN, prx-….
PROXY_ID=$(aws rds describe-db-proxies --db-proxy-name {{ name | sh }} --query 'DBProxies[0].DBProxyArn' | sed 's/.*://')
{% endif %}

aws rds modify-db-proxy-target-group --db-proxy-name {{ name | sh }} --target-group-name default \
    --connection-pool-config {{ pool | sh }} >/dev/null
{% endif %}
{% include "target.sh" %}
{% for further in proxy.endpoints %}
{% if further.owned %}

say {{ ("endpoint " ~ further.name) | sh }}
there=$(look aws rds describe-db-proxy-endpoints --db-proxy-endpoint-name {{ further.name | sh }} --query 'DBProxyEndpoints[0].DBProxyEndpointName')
if [ -z "$there" ]; then
    aws rds create-db-proxy-endpoint --db-proxy-name {{ name | sh }} --db-proxy-endpoint-name {{ further.name | sh }} \
        --vpc-subnet-ids {{ further.subnets | map("sh") | join(" ") }} --vpc-security-group-ids "${{ further.group }}"{% for id in further.further_groups %} {{ id | sh }}{% endfor %} \
        --target-role {{ further.role }} --endpoint-network-type {{ further.network | sh }} --tags "$tags" >/dev/null
    made proxy-endpoint {{ further.name | sh }}
fi
SECONDS=0
status=
until [ "$status" = available ]; do
    status=$(aws rds describe-db-proxy-endpoints --db-proxy-endpoint-name {{ further.name | sh }} --query 'DBProxyEndpoints[0].Status')
    case $status in
    available) ;;
    creating | modifying) wait_for {{ ("the endpoint " ~ further.name) | sh }} "$status" ;;
    *) die "the endpoint is $status" ;;
    esac
done
{{ further.variable }}=$(aws rds describe-db-proxy-endpoints --db-proxy-endpoint-name {{ further.name | sh }} --query 'DBProxyEndpoints[0].Endpoint')
{% else %}
{{ further.variable }}={{ further.host | sh }}
{% endif %}
{% endfor %}

{% for function in functions %}
{% if function.is_more %}

FUNCTION={{ function.name | sh }}
{% endif %}
say {{ ("function " ~ function.name) | sh }}
{% for rule in function.rules %}
allow {{ rule.group | sh }} {{ rule.direction }} {{ rule.port }} {{ rule.peer | sh }} {{ rule.description | sh }}
{% endfor %}
{% if function.policy_owned %}
policy={{ function.policy | sh_document }}
there=$(look aws iam get-role-policy --role-name {{ function.role | sh }} --policy-name {{ function.policy_name | sh }} --query PolicyName)
if [ -z "$there" ]; then
    made role-policy {{ function.role | sh }} {{ function.policy_name | sh }}
fi
aws iam put-role-policy --role-name {{ function.role | sh }} --policy-name {{ function.policy_name | sh }} --policy-document "$policy"
{% endif %}
{% include "function.sh" %}
{% endfor %}
{% if more %}
FUNCTION={{ function.name | sh }}
{% endif %}

say "done: $FUNCTION reaches $DATABASE through ${{ proxy.door }} as {{ db_user }}"
