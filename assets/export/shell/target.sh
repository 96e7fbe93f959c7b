{% if proxy.registers %}

say {{ ("target " ~ database.id) | sh }}
targets() { aws rds describe-db-proxy-targets --db-proxy-name {{ name | sh }} --target-group-name default --output json; }
there=$(targets | jq --arg id "$DATABASE" '[.Targets[] | select(.RdsResourceId == $id or .TrackedClusterId == $id)] | length')
if [ "$there" = 0 ]; then
    aws rds register-db-proxy-targets --db-proxy-name {{ name | sh }} --target-group-name default \
        {{ "--db-cluster-identifiers" if database.cluster else "--db-instance-identifiers" }} "$DATABASE" >/dev/null
    made target {{ "cluster" if database.cluster else "instance" }} "$DATABASE"
fi
SECONDS=0
health=
until [ "$health" = AVAILABLE ]; do
    # One reachable instance will do; else why none is.
    health=$(targets | jq --raw-output '[.Targets[].TargetHealth // empty] | if any(.State == "AVAILABLE") then "AVAILABLE"
        else map([.State, .Reason, .Description] | map(strings) | join(" ")) | unique | join("; ") end')
    [ "$health" = AVAILABLE ] || wait_for 'the target' "$health"
done
{% endif %}
