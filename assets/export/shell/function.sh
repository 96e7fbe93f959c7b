{% if function.vpc_policy %}
there=$(look aws iam list-attached-role-policies --role-name {{ function.role | sh }} \
    --query "AttachedPolicies[?PolicyArn=='{{ function.vpc_policy }}'].PolicyName")
if [ -z "$there" ]; then
    aws iam attach-role-policy --role-name {{ function.role | sh }} --policy-arn {{ function.vpc_policy | sh }}
    made attached-policy {{ function.role | sh }} {{ function.vpc_policy | sh }}
fi
{% endif %}

# Lambda replaces the whole map of variables: those that are there go through the pipe unseen.
configuration() { aws lambda get-function-configuration --function-name "$FUNCTION" --output json; }
variables={{ function.variables | sh }}
aws lambda wait function-updated-v2 --function-name "$FUNCTION"
{% if function.vpc %}
there=$(configuration | jq '.VpcConfig.SubnetIds // [] | length')
if [ "$there" = 0 ]; then
    # The rights to join the VPC were granted seconds ago.
    patiently aws lambda update-function-configuration --function-name "$FUNCTION" --vpc-config {{ function.vpc | sh }} >/dev/null
    made vpc "$FUNCTION"
    aws lambda wait function-updated-v2 --function-name "$FUNCTION"
fi
{% endif %}
# Each with the value before, null where there was none.
changes=$(configuration | jq --raw-output --argjson set "$variables" '(.Environment.Variables // {}) as $now
    | $set | keys[] as $name | select($now[$name] != $set[$name])
    | "{% if function.is_more %}variable-of {{ function.name }}{% else %}variable{% endif %} \($name) \($now[$name] | tojson)"')
if [ -n "$changes" ]; then
    configuration | jq --argjson set "$variables" '{Variables: ((.Environment.Variables // {}) + $set)}' |
        aws lambda update-function-configuration --function-name "$FUNCTION" --environment file:///dev/stdin >/dev/null
    made "$changes"
    aws lambda wait function-updated-v2 --function-name "$FUNCTION"
fi
{% if function.alias %}

# Published versions keep their network and variables, so callers of the alias need a new one.
before=$(aws lambda get-alias --function-name "$FUNCTION" --name {{ function.alias | sh }} --query FunctionVersion)
FUNCTION_VERSION=$(aws lambda publish-version --function-name "$FUNCTION" --query Version)
if [ "$before" != "$FUNCTION_VERSION" ]; then
    aws lambda update-alias --function-name "$FUNCTION" --name {{ function.alias | sh }} --function-version "$FUNCTION_VERSION" >/dev/null
    made alias "$FUNCTION" {{ function.alias | sh }} "$before"
fi
{% endif %}
