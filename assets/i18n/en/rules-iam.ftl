# What a role's policies allow, as rules say it.

seen-iam-near-secret-name = the secret's name, where its whole ARN belongs
seen-iam-near-alias = an alias of the key, which counts for nothing as a resource
seen-iam-operator-unknown = the condition operator { $operator } is not known
seen-iam-value-unknown = the value of { $key } is not known
seen-iam-condition-part = a condition compares with part of an ARN
seen-iam-condition-value = a value of a condition cannot be compared
seen-iam-condition-range = a range of addresses cannot be read
seen-iam-effect-unclear = a statement has no effect that is understood
seen-iam-key-unclear = { $key } cannot be understood
seen-iam-may = { $policy } may { $verb ->
    [deny] deny
   *[allow] allow
} it: { $because }
seen-iam-policy-unread = the policy { $policy } could not be read
seen-iam-boundary-unread = the permissions boundary { $boundary } of { $role } was not read
seen-iam-secret-policy = the secret's policy
seen-iam-key-policy = the key's policy
seen-iam-key-grants = the key's list of grants
seen-iam-grant = a grant
seen-iam-near-proxy-name = the proxy's name, where its id belongs
seen-iam-near-database-id = the database's id, where the proxy's belongs
seen-iam-near-action = { $policy } allows `{ $action }`, where `{ $wanted }` is wanted
seen-iam-near-only = { $policy } allows it only { $condition }
seen-iam-near-nested = an ARN inside an ARN
seen-iam-near-space = there is white space around it
seen-iam-near-colon-missing = a colon is missing
seen-iam-near-colon-more = there is a colon too many
seen-iam-near-case = it differs in upper and lower case
seen-iam-no-principal = a statement of a resource's policy names no principal that can be understood
seen-iam-not-principal = a NotPrincipal lists the role, its session or its account, and perhaps not all of them
seen-iam-principal-unclear = a principal in a resource's policy cannot be understood
seen-iam-principal-wildcard = a principal with a wildcard, { $principal }
seen-iam-session-unknown = the name of the session in { $principal } is not known
seen-iam-allows-but = { $policy } allows it, but { $said }
seen-iam-statement-unclear = a statement cannot be understood
seen-iam-statement-key-unclear = { $key } of a statement cannot be understood
seen-iam-no-action = a statement names no action that can be understood
seen-iam-both-actions = a statement has both Action and NotAction
seen-iam-variable-without-value = a policy variable in a NotResource has no value
seen-iam-no-resource = a statement names no resource that can be understood
seen-iam-both-resources = a statement has both Resource and NotResource
seen-iam-arn-cut-short = the resource { $resource } is an ARN cut short

# What a statement names: "orders-read names `arn:…`: a colon is missing".
seen-iam-near-resource = { $policy } names `{ $resource }`: { $miss }
seen-iam-near-both = { $policy } names `{ $resource }`: { $miss }; and it allows `{ $action }`, where `{ $wanted }` is wanted
seen-iam-near-part = its { $part ->
    [partition] partition
    [service] service
    [region] region
   *[account] account
} is `{ $its }`, where `{ $wanted }` is wanted
# After seen-iam-near-only: the first condition that does not hold.
seen-iam-where = where { $operator } { $key } { $values }
seen-iam-where-other-secret = where { $operator } { $key } { $values }, which is another secret
seen-iam-simulator = the simulator of IAM says { $decision } for { $action } on { $resource }
seen-iam-simulator-by = the simulator of IAM says { $decision } by { $policies } for { $action } on { $resource }
seen-iam-organization = the simulator of IAM says that the organization does not allow { $action } on { $resource }
seen-iam-statement = { $policy } (statement { $sid })
