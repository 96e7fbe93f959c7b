#!/usr/bin/env bash
# Makes a change set that takes over what is live for the RDS Proxy {{ name }} into a stack of that name.
# Nothing changes until it is executed; the last line says how.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export AWS_REGION={{ region | sh }} AWS_DEFAULT_REGION={{ region | sh }} AWS_PAGER='' AWS_DEFAULT_OUTPUT=text

resources=$(cat resources-to-import.json)
{% if target %}
# The target group is known by an ARN that only this call tells.
group=$(aws rds describe-db-proxy-target-groups --db-proxy-name {{ name | sh }} --query 'TargetGroups[0].TargetGroupArn')
resources=$(jq --arg arn "$group" '. + [{ResourceType: "AWS::RDS::DBProxyTargetGroup",
    LogicalResourceId: "ProxyTargetGroup", ResourceIdentifier: {TargetGroupArn: $arn}}]' <<<"$resources")
{% endif %}
aws cloudformation create-change-set --stack-name {{ name | sh }} --change-set-name import \
    --change-set-type IMPORT --resources-to-import "$resources" --template-body file://import.yaml \
    --capabilities CAPABILITY_NAMED_IAM --query Id
aws cloudformation wait change-set-create-complete --stack-name {{ name | sh }} --change-set-name import
aws cloudformation describe-change-set --stack-name {{ name | sh }} --change-set-name import \
    --query 'Changes[].ResourceChange.[Action,ResourceType,PhysicalResourceId]'
printf 'to import them: aws cloudformation execute-change-set --stack-name %s --change-set-name import\n' {{ name | sh }} >&2
