{% if database.needs_iam_auth %}

say {{ ("IAM authentication of " ~ database.id) | sh }}
iam_authentication() {
{% if database.cluster %}
    aws rds describe-db-clusters --db-cluster-identifier "$DATABASE" --query 'DBClusters[0].IAMDatabaseAuthenticationEnabled'
{% else %}
    aws rds describe-db-instances --db-instance-identifier "$DATABASE" --query 'DBInstances[0].IAMDatabaseAuthenticationEnabled'
{% endif %}
}
status=$(iam_authentication)
if [ "$status" != True ]; then
{% if database.cluster %}
    aws rds modify-db-cluster --db-cluster-identifier "$DATABASE" \
        --enable-iam-database-authentication --apply-immediately >/dev/null
    made iam-authentication cluster "$DATABASE"
{% else %}
    aws rds modify-db-instance --db-instance-identifier "$DATABASE" \
        --enable-iam-database-authentication --apply-immediately >/dev/null
    made iam-authentication instance "$DATABASE"
{% endif %}
    SECONDS=0
    until [ "$status" = True ]; do
        status=$(iam_authentication)
        [ "$status" = True ] || wait_for "IAM authentication of $DATABASE" "$status"
    done
fi
{% endif %}
