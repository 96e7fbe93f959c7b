    alias)
        say '  the version it points at now stays, like any version'
        aws lambda update-alias --function-name "$one" --name "$two" --function-version "$three" >/dev/null
        ;;
    variable) set_variable "$one" "$rest" ;;
{% if more %}
    variable-of) FUNCTION=$one set_variable "$two" "$three" ;;
{% endif %}
    vpc)
        aws lambda update-function-configuration --function-name "$one" \
            --vpc-config '{"SubnetIds":[],"SecurityGroupIds":[]}' >/dev/null
        aws lambda wait function-updated-v2 --function-name "$one"
        ;;
    attached-policy) gone aws iam detach-role-policy --role-name "$one" --policy-arn "$two" ;;
    iam-authentication)
        aws rds "modify-db-$one" "--db-$one-identifier" "$two" \
            --no-enable-iam-database-authentication --apply-immediately >/dev/null
        ;;
{% if proxy.login %}
    login) remove_login "$one" "$two" ;;
{% endif %}
{% if proxy.used and proxy.registers %}
    target)
        gone aws rds deregister-db-proxy-targets --db-proxy-name {{ name | sh }} --target-group-name default \
            "--db-$one-identifiers" "$two"
        ;;
{% endif %}
