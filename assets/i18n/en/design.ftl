# What the design step says: reasons of defaults, notes, problems, cost arithmetic.
# Names in backticks are set in mono. Titles have no final period, texts are whole sentences.

# Choices that are missing or not there
design-no-database = No database chosen
design-no-database-cure = Choose the database that the proxy will stand in front of.
design-no-function = No function chosen
design-no-function-cure = Choose the function that will connect through the proxy.
design-not-here = `{ $name }` does not exist in this account and region
design-not-here-cure = Check the spelling and the region, or choose one that is listed.
design-unreadable = `{ $name }` could not be read: `{ $operation }` failed
design-name-groups = security groups
design-name-subnets = subnets
design-unreadable-cure = AWS said: { $because }. Allow that call, or ask somebody who may make it.
design-database-cannot = `{ $id }` cannot have a proxy: { $why }
design-database-pick-another = Choose another database, or change this one and reload.
design-database-no-endpoint = it has no endpoint yet
design-function-pick-another = Choose another function.
design-part-unreadable = `{ $operation }` could not be read
design-part-unreadable-text = What depends on it is unknown. AWS said: { $because }

# Which databases and functions can take part
eligibility-engine = RDS Proxy does not speak { $engine }
eligibility-serverless-v1 = Serverless v1 is not supported, v2 is
eligibility-replica = Read replica: pick its writer, { $source }
eligibility-version = { $engine } { $version } is not supported
eligibility-express = Express cluster: it has an internet access gateway and no VPC, and RDS Proxy does not serve these
eligibility-dedicated = Its VPC has dedicated tenancy
eligibility-stopped = Stopped: start it, then reload
eligibility-status = Its status is { $status }: wait until it is available
eligibility-no-instance = The cluster has no instance
eligibility-no-vpc = It is not in a VPC that could be read
eligibility-edge = Lambda@Edge cannot join a VPC
eligibility-function-failed = Its last update failed: repair the function first
eligibility-runtime-closed = Its runtime { $runtime } is closed: settings are frozen

# What database and function are
design-global-secondary = `{ $database }` serves reads only
design-global-secondary-text = It is a secondary cluster of the global database `{ $global }`. The proxy’s own endpoint is for writes and answers “The target group doesn't have any associated read/write instances”: make a read-only endpoint of `{ $proxy }` afterwards, and let the function read there. Writes go to a proxy of the primary cluster.
design-global-forwards-text = It is a secondary cluster of the global database `{ $global }`, and forwards writes to its primary. Reads belong to a read-only endpoint of the proxy; try a write before you rely on it.
design-runtime-deprecated = The function’s runtime is no longer maintained
design-runtime-deprecated-text = `{ $runtime }` has had no patches since { $ended }. The setup works with it; move to a current runtime when you can.
design-runtime-deprecated-blocked = `{ $runtime }` has had no patches since { $ended }, and Lambda is to refuse updates from { $day }, a day that AWS has moved before. The setup works with it; move to a current runtime when you can.
design-managed-instances = The function runs on managed instances
design-managed-instances-text = Its network is that of the capacity provider, and stays as it is. Several requests run in one process at once: the code must give each a connection of its own, and not share one.
design-provider-unread = The network of the capacity provider `{ $provider }` is not known: `{ $operation }` failed
design-provider-elsewhere = The capacity provider `{ $provider }` is not in the database’s VPC
design-provider-elsewhere-cure = A function on managed instances stays in its capacity provider’s network. Choose a provider in that VPC, or another function.
design-forwarding-share = Proxy and write forwarding may take more than all connections
design-forwarding-share-text = Write forwarding has { $share } % of `max_connections` for itself. Give the proxy { $room } % at most.
design-subnet-has-ipv4 = Not IPv6 only
design-subnet-ipv6-only = IPv6 only
design-ipv4-subnets = An IPv4 endpoint cannot be in IPv6-only subnets
design-ipv4-subnets-cure = Choose subnets that have an IPv4 range.
design-ipv6-only-subnets = An IPv6 endpoint needs subnets that are IPv6 only
design-ipv6-only-subnets-cure = Choose IPv6-only subnets, or keep the endpoint on IPv4.

# Secret
design-secret-none-why = End-to-end IAM uses tokens on both sides, so there is no password to keep
design-mode-standard-why = The function proves itself with a token of its own role; only the proxy ever reads the password
design-mode-password-why = For code that you must keep: the function sends the user name and password itself
design-mode-end-to-end-why = Tokens on both sides: no password exists anywhere, and the database must know the user as an IAM user
design-mode-sqlserver = SQL Server cannot use end-to-end IAM
design-mode-sqlserver-cure = RDS Proxy supports it for MySQL, MariaDB and PostgreSQL only. Use standard IAM.
design-user-length = The database user needs 1 to { $limit } characters
design-user-length-cure = Shorten the name; this is the engine’s own limit.
design-user-character = `{ $character }` cannot stand in the database user
design-user-character-cure = Use letters, digits, and `_`, `-`, `.` or `@`, so that the name needs no quoting in SQL and in policies.
design-user-is-master = The function would log in as the master user
design-user-is-master-text = `{ $user }` may do everything. Make a user that may do what the function needs, and no more.
design-secret-name = Secrets Manager would refuse this name
design-secret-name-cure = Use 1 to 512 letters, digits and `/_+=.@-`.
design-secret-suffix = The name ends like the suffix that AWS adds
design-secret-suffix-text = AWS appends a hyphen and six characters to every secret’s ARN. A name that ends so itself makes partial ARNs ambiguous.
design-secret-deleted = `{ $name }` is scheduled for deletion
design-secret-all-deleted-cure = So are the secrets whose names come before it. Choose another name, or restore the first one.
design-secret-next = The secret is named `{ $name }`
design-secret-next-text = `{ $name }` is scheduled for deletion and keeps its name until it is gone. To have it back instead, choose to restore it: `--restore-secret`, or `if_deleted = "restore"` under `[secret]`.
design-secret-restored = `{ $name }` is restored
design-secret-restored-text = It was scheduled for deletion. It gets a new password, and the one it held becomes its previous version. It keeps its key.
design-secret-not-ours = `{ $name }` was not made for this setup
design-secret-not-ours-cure = Restored, it would get a new password that others do not know. Take the next free name, or restore it yourself and reuse it.
design-secret-restore-cure = Restore it with `aws secretsmanager restore-secret --secret-id { $name }`, or choose another secret.
design-role-taken = A role named `{ $role }` exists already, and this setup did not make it
design-role-taken-cure = Use it as it is, or choose another name. Its policies are not replaced.
design-secret-taken = A secret named `{ $name }` exists already
design-secret-taken-cure = Reuse it, or choose another name. It is not overwritten.
design-secret-password-why = 32 random characters from Secrets Manager, or the ones you type; kept nowhere else
design-secret-which = No secret chosen to reuse
design-secret-which-cure = Choose one of the listed secrets, or type its name or ARN.
design-secret-not-json = The secret is not a JSON object
design-secret-missing-keys = The secret lacks `username` or `password`
design-secret-other-user = The secret holds another user
design-secret-shape-cure = RDS Proxy needs a JSON object with `username` and `password`, one user per secret. Change the secret, or create a new one.
design-secret-unchecked = The secret’s content was not checked
design-secret-unchecked-text = It must be a JSON object with `username` and `password`. Allow one look to be sure; the password is not kept.
design-secret-not-managed = `{ $database }` has no master secret that RDS manages
design-secret-not-managed-cure = Create a secret, or reuse one.
design-secret-managed = This is the master user
design-secret-managed-text = It may do everything in the database. Good for a trial; for real work create a user of its own.
design-key-state = The key `{ $key }` is { $state }
design-key-state-cure = Enable the key, or choose another one.
design-key-unread = The key of the secret could not be read
design-key-unread-text = The role is given `kms:Decrypt` on `{ $key }` to be safe. Whether the key’s own policy agrees is unknown.
design-key-unknown = The key `{ $key }` of the secret could not be found
design-key-unknown-cure = A policy must name the key’s full ARN. Allow `kms:DescribeKey`, or choose another secret.

# Role
design-role-why = A role of its own, so that it may do one thing and is removed with the proxy
design-role-existing-why = Yours, used as it is and never changed
design-role-name = IAM would refuse this role name
design-role-name-cure = Use 1 to 64 letters, digits and `+=,.@_-`.
design-role-path = The path must begin and end with `/`
design-role-path-cure = Write it like `/service/`, or just `/`.
design-role-boundary = The permissions boundary must be a policy ARN
design-role-boundary-cure = Write it like `arn:aws:iam::123456789012:policy/boundary`.
design-role-trust = `{ $role }` does not trust `rds.amazonaws.com`
design-role-trust-cure = Add `rds.amazonaws.com` to its trust policy, or let the wizard make a role.
design-role-unread = Some policies of the role could not be read
design-role-lacks = The role may not: { $missing }
design-role-lacks-cure = Add that permission, or let the wizard make a role. An existing role is never changed.

# Network
design-subnets-why = Two private subnets in two zones, the roomiest of each: the default endpoint lives in no more than two
design-subnet-zone-unsupported = left out: RDS Proxy is not in { $zone }
design-subnet-public = left out: it is public
design-subnet-removed = `{ $subnet }` was taken out
design-subnet-removed-text = RDS Proxy does not run in the zone { $zone }; AWS would drop the subnet without a word.
design-subnet-unknown = `{ $subnet }` is not a subnet of the database’s VPC
design-subnet-unknown-cure = Choose subnets that are listed on the network page.
design-subnet-full = `{ $subnet }` has few free addresses
design-subnet-full-text = { $free } are free; for this database’s size the proxy may take { $needed }.
design-zones-left-out = Subnets in { $zones } are left out
design-zones-left-out-text = RDS Proxy does not run in that zone; AWS would drop them without a word.
design-zones-too-few = { $count ->
    [0] No usable zone
    [one] Only 1 usable zone
   *[other] Only { $count } usable zones
}
design-zones-too-few-cure = RDS Proxy needs subnets in at least two zones that it supports. Add a subnet to the VPC, or choose one that was left out.
design-group-proxy-why = A group of its own: it lets in only the function, and out only to the database
design-group-unknown = The security group `{ $group }` is not in the database’s VPC
design-group-unknown-cure = Choose one in this VPC, or let the wizard make one.
design-group-default = The database uses the VPC’s default security group
design-group-default-text = A rule added there applies to everything in that group. Give the database a group of its own when you can.
design-group-none = `{ $database }` has no security group
design-group-none-cure = Give the database a security group, then reload.
design-group-shared = The proxy and the database share one security group
design-group-shared-text = Sharing a group admits nothing by itself, so the group also gets a rule that refers to itself.
design-rule-function-out = The function may reach the proxy
design-rule-proxy-in = The proxy lets in this function; proxies of this kind always listen on { $port }
design-rule-proxy-out = The database’s own port; nothing else may leave
design-rule-database-in = Without it the target stays unavailable
design-rule-covered = Its open egress covers the proxy already
design-rule-endpoint-out = The function reads its secret through the endpoint
design-rule-endpoint-in = Only the function may use the endpoint
design-endpoint-why = In password mode the function reads the secret, and from these subnets only an endpoint leads there
design-endpoint-nat-why = The subnets have a NAT gateway, so Secrets Manager can be reached without an endpoint
design-endpoint-not-needed-why = With IAM the function signs its own token and reads no secret
design-endpoint-skipped = The function will not reach Secrets Manager
design-endpoint-skipped-text = It reads the secret in password mode, and its subnets have neither a NAT gateway nor an endpoint. Reading would hang until the function times out.
design-endpoint-dns = The VPC has no DNS names for endpoints
design-endpoint-dns-cure = Turn on `enableDnsSupport` and `enableDnsHostnames` of the VPC, or the endpoint’s private name will not resolve.
design-function-stays-why = It is in the database’s VPC already; its subnets and groups stay as they are
design-function-moves-why = Outside a VPC nothing reaches a proxy, so the function moves into the proxy’s subnets
design-function-other-vpc = `{ $function }` is in another VPC, `{ $vpc }`
design-function-other-vpc-cure = Give the proxy an endpoint in the function’s VPC, or choose a function in the database’s VPC or outside any VPC. Moving a function between VPCs would cut its present connections.
design-function-loses-internet = It loses the internet
design-function-loses-internet-text = `{ $function }` moves into subnets without a NAT gateway, with a new group that lets it reach only the proxy.
design-function-loses-internet-nat = `{ $function }` gets a new group that lets it reach only the proxy. Its subnets have a NAT gateway.
design-function-calls = { $name } (`{ $witness }`)
design-function-needs-rules = It calls { $names } as its variables and policies show: add the outbound rules for them to that group.
design-function-needs-endpoints = Its variables and policies name { $names }: each needs an endpoint in this VPC or a NAT gateway, and an outbound rule in that group. S3 and DynamoDB have free gateway endpoints; others cost per zone and hour.
design-function-has-endpoints = There is an endpoint for { $names }: it needs an outbound rule in that group.
design-function-needs-nat = Only a NAT gateway leads to { $names }.
design-function-calls-nothing = Neither its variables nor its role’s policies name another service. If its code calls one all the same, that needs an endpoint or NAT, and an outbound rule in that group.
design-function-calls-unread = Which services it calls could not be read from its variables and policies. Each needs an endpoint or NAT, and an outbound rule in that group.

# Proxy
design-tag = AWS would refuse the tag "{ $tag }"
design-tag-cure = Use letters, digits, spaces and _ . : / = + - @. A name has 1 to 128 characters and does not begin with "aws:"; a value has 256 at most.
design-proxy-name = The API would refuse this proxy name
design-proxy-name-cure = Use letters, digits and single hyphens, beginning with a letter, at most 63 characters.
design-proxy-name-why = Named after the database, unique in account and region
design-proxy-name-reused-why = It exists already and is reused
design-proxy-reused = `{ $name }` exists already and is reused
design-proxy-reused-text = It costs nothing more. Only the changes in the plan are made to it, and none to what others rely on. Undo takes them back and leaves the proxy.
design-family-why = From the database’s engine; the proxy listens on { $port } whatever the database’s own port is
design-tls-why = Tokens and passwords travel encrypted. Certificates are public: there is no bundle to ship
design-tls-needed = `RequireTLS`: IAM authentication needs TLS
design-tls-needed-cure = AWS refuses a proxy that requires IAM without requiring TLS. Turn TLS on.
design-tls-off = TLS is not required
design-tls-off-text = Passwords and data may cross the network in clear text.
design-idle-why = 30 minutes, the default of RDS: long enough for warm functions, short enough to clear dead ones
design-idle-range = `IdleClientTimeout` must be 1 to 28,800 seconds
design-idle-range-cure = 1800 is the default of RDS.
design-debug-why = Off: it writes SQL to the log, and turns itself off after 24 hours
design-debug-on = Debug logging is on
design-debug-on-text = SQL statements, values included, go to CloudWatch Logs. It turns itself off after 24 hours.
design-network-type-why = IPv4 works in every subnet; dual stack needs IPv6 in VPC and subnets
design-ipv6-subnets = `EndpointNetworkType`: the subnets have no IPv6 range
design-ipv6-subnets-cure = `IPV6` and `DUAL` need an IPv6 range in the VPC and in every subnet of the proxy. Use `IPV4`.
design-target-dual = `TargetConnectionNetworkType` is `IPV4` or `IPV6`, not both
design-target-dual-cure = `DUAL` is for the endpoint only. Use `IPV4`, or `IPV6` for a dual-stack database.
design-max-why = 80 % leaves room for direct connections, migrations and monitoring
design-max-share-why = About { $share } of { $connections } connections by its parameters; the rest stays for everyone else
design-max-sized-why = About { $share } of { $connections } connections by its parameters; { $count ->
        [one] the function asks
       *[other] the { $count } functions together ask
    } for at most { $concurrency }
design-idle-share-why = About { $share } of { $connections } connections stay open. { $why }
design-idle-needed-why = As many as { $function } can use at once: its reserved concurrency is { $concurrency }
design-idle-unlimited-why = Half of `MaxConnectionsPercent`, as AWS does: { $function } has no reserved concurrency
design-idle-half-why = Half of `MaxConnectionsPercent`, as AWS does
design-idle-chosen-why = Kept open for the next burst
design-kept-why = As the proxy has it now; others may rely on it
design-max-range = `MaxConnectionsPercent` must be 1 to 100
design-max-range-cure = It is a share of the database’s max_connections.
design-idle-above-max = `MaxIdleConnectionsPercent` is above `MaxConnectionsPercent`
design-idle-above-max-cure = No more can stay open than the proxy may open.
design-borrow-why = Under { $count ->
        [one] the function’s own { $timeout } s
       *[other] the { $timeout } s of the function with the shortest timeout
    }, so that a full pool shows as a full pool and not as a hang
design-borrow-range = `ConnectionBorrowTimeout` must be 0 to 300 seconds
design-borrow-range-cure = 120 is the default of RDS.
design-borrow-zero = A borrow timeout of 0 keeps the pool from growing
design-borrow-zero-text = A client that finds no free connection fails at once, even while the proxy could open another.
design-borrow-long = The borrow timeout outlasts the function
design-borrow-long-text = { $borrow } s against { $timeout } s: a full pool looks like a hang of the function.
design-pinning-why = Off: safe only if the code sets no session variables that later requests rely on
design-pinning-family = `SessionPinningFilters`: only the MySQL family has this pinning filter
design-pinning-family-cure = PostgreSQL and SQL Server proxies refuse `EXCLUDE_VARIABLE_SETS`.
design-pool-small = { $count ->
        [one] The pool is smaller than the function’s concurrency
       *[other] The pool is smaller than the concurrency of the { $count } functions together
    }
design-pool-small-text = { $concurrency } may run at once, { $share } connections are there. Short queries share well; long transactions will wait.
design-init-query = The init query mentions a password
design-init-query-text = Anyone who may describe the proxy can read it.

# Access
design-policy-connect-why = One user through one proxy. The resource is the proxy’s own `prx-` id, not its name
design-policy-secret-why = The function reads this one secret and nothing else
design-environment-why = The names are yours to change; the exported handler reads them
design-no-database-name = No database name is known
design-no-database-name-text = The handler then connects without one. Type the name on the access page if your code needs it.
design-variable-name = Lambda would refuse the variable name `{ $name }`
design-variable-name-cure = Use at least two letters, digits or underscores, beginning with a letter, and not one of AWS’s own names.
design-variable-reserved = `{ $name }` is reserved by Lambda
design-variable-twice = The variable `{ $name }` is used twice
design-variable-twice-cure = Give each value its own name.
design-variable-hidden = The function has a variable `{ $name }` that may hold a secret
design-variable-hidden-cure = It is not overwritten, because undo could not bring it back. Choose another name.
design-variable-replaced = The variable `{ $name }` gets a new value
design-variable-replaced-text = Undo brings the old one back.
design-environment-full = The variables are larger than Lambda allows
design-environment-full-cure = All variables of a function together have 4 KB.
design-alias-unknown = The function has no alias `{ $alias }`
design-alias-unknown-cure = Choose one of its aliases, or none.
design-alias-frozen = Alias { $aliases } points at a published version
design-alias-frozen-text = Published versions keep their network and variables. Changes go to `$LATEST`, and callers of the alias do not see them until a new version is published and the alias moved.

# Cost
design-cost-proxy = RDS Proxy
design-cost-proxy-vcpu = { $vcpus } vCPU × ${ $price } × 730 h
design-cost-proxy-acu = { $acu } ACU × ${ $price } × 730 h
design-cost-unknown-class = The size of an instance is not known, so neither is the price
design-cost-foreign-region = { $how }, at prices of { $region }
design-cost-secret = Secret
design-cost-secret-how = ${ $price } a month
design-cost-endpoint = Secrets Manager endpoint
design-cost-endpoint-how = { $zones } zones × ${ $price } × 730 h

# Endpoints of the proxy beside its default one.
endpoint-no-cluster = `{ $database }` has no readers: it is a single instance
endpoint-no-cluster-cure = A read-only endpoint leads to the readers of a cluster. Leave it out, or choose an Aurora or Multi-AZ DB cluster.
endpoint-no-reader = `{ $database }` has no reader: nobody would be behind a read-only endpoint
endpoint-no-reader-cure = Add a reader to the cluster first, or leave the endpoint out.
endpoint-reads-why = Reads go to the readers of the cluster and take nothing from the writer’s connections
endpoint-quota = `{ $proxy }` can have no more than { $count } further endpoints
endpoint-quota-cure = Delete one that nobody uses, or leave this one out.
endpoint-used = The read-only endpoint `{ $name }` is used
endpoint-used-text = It is there already and others made it, so it is referenced and never removed by this setup.
endpoint-vpc-why = The function stays in { $vpc }, and reaches the proxy by an endpoint there
endpoint-vpc-stays-why = The function stays in its VPC: the proxy gets an endpoint there
endpoint-vpc-same = No endpoint in the function’s VPC is needed
endpoint-vpc-same-text = Function and database are in one VPC when all is done, so the default endpoint serves.
endpoint-vpc-unread = The subnets of the function’s VPC `{ $vpc }` are not known
endpoint-vpc-one-cure = All functions of one setup reach the proxy in one VPC. Set up those in another VPC on their own.
endpoint-vpc-several = `{ $name }` is in another VPC than `{ $first }`
endpoint-vpc-dedicated = { $vpc } has dedicated tenancy
endpoint-vpc-dedicated-cure = RDS Proxy has no endpoints in such a VPC. Choose a function in another one.
endpoint-vpc-zones = { $vpc } has usable subnets in { $count ->
        [0] no zone
        [one] { $count } zone
       *[other] { $count } zones
    }
endpoint-vpc-zones-cure = An endpoint needs subnets in two zones. Add a subnet in another zone.
endpoint-name = `{ $name }` is no name for an endpoint
endpoint-name-twice = Both endpoints are called `{ $name }`
endpoint-name-twice-cure = Names of endpoints are unique in account and region. Give one of them another name.
endpoint-subnet-unknown = `{ $subnet }` is no subnet of the VPC of the endpoint
endpoint-subnet-unknown-cure = Choose some of these: { $known }.
endpoint-zones = The subnets of the endpoint are in { $count ->
        [0] no zone
        [one] one zone
       *[other] { $count } zones
    }
endpoint-subnet-kind = { $subnet } cannot have an endpoint with { $kind } addresses
endpoint-dual-cure = `DUAL` needs subnets with an IPv4 and an IPv6 range. Choose such subnets, or keep the endpoint on `IPV4`.
endpoint-group-unknown = `{ $group }` is no security group of the VPC of the endpoint
endpoint-group-unknown-cure = Choose a group that is there, or leave it out.
endpoint-none-made = The choices under `proxy.endpoints` are for an endpoint that is not made
endpoint-none-made-text = They count once a read-only endpoint or one in the function’s VPC is asked for.
endpoint-rule-in = The endpoint lets in this function; it listens on { $port }
design-cost-proxy-endpoint = Endpoint `{ $name }`
