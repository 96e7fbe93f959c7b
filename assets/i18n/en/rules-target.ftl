# Rules: the targets of the proxy. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

rules-group-target = The targets of the proxy

rule-proxy-target-auth-failure = The proxy cannot log in to the database
    .holds = The target reports no failed login of the proxy
    .why = Either the proxy cannot read a secret (role, key or the secret itself), or the database refuses what the secret holds.
    .fix = Fix what the findings on role and secret name. If there are none, make the secret's password and the database user's the same.

rule-proxy-no-targets = The proxy has no database behind it
    .holds = The proxy has a database behind it
    .why = A proxy made by CLI, SDK or template starts with an empty target group. Logins are accepted and then time out with error 9501, waiting for a database connection.
    .fix = Register the database with the proxy's target group.

rule-proxy-target-unreachable = The proxy cannot reach the database
    .holds = The target does not report that the proxy cannot reach it
    .why = TCP does not get through: a security group, a network ACL, or a database that is stopped.
    .fix = Open the database's port to the proxy's group, and see that the database runs.

rule-proxy-target-unavailable-internal-error = The target is unavailable: “internal error”
    .holds = The target reports no “internal error”
    .why = AWS gives no reason. In the field it is almost always the network between proxy and database, less often a secret that cannot be read, and rarely AWS itself.
    .fix = Fix what the other findings name. If there is none, deregister and register the target again.

rule-proxy-target-connection-failed = The database refuses the proxy's connections
    .holds = The target reports no refused connection
    .why = TCP works and the database says no: it has no connections left, it is restarting, or on PostgreSQL the database postgres is missing or closed to rdsproxyadmin.
    .fix = Look at the database's status, its connections against max_connections, and its own log.

rule-proxy-target-pending-capacity = The target waits for the proxy to grow
    .holds = The target does not wait for the proxy to grow
    .why = Normal for some minutes after registering. When it lasts, the proxy's subnets have no free addresses, or an Aurora Serverless cluster runs at very low capacity.
    .fix = Wait up to 20 minutes. Then free addresses in the proxy's subnets, or raise the minimum capacity.

rule-proxy-target-registering = The target is being registered
    .holds = The target is not being registered
    .why = Normal at the start; logins work once it is available. After 20 minutes something holds it up.
    .fix = Wait some minutes and check again. After 20, look at what the other findings name.

rule-proxy-target-invalid-replication-state = The target is a replica that the proxy cannot use
    .holds = The target is not reported as a replica that the proxy cannot use
    .why = A proxy stands in front of a writer. AWS reports a replica, or a writer that lost its role, this way.
    .fix = Register the writer instead.

rule-proxy-target-promoted-or-unused = A target is not in use
    .holds = The proxy has no target that AWS reports as unused or promoted
    .why = AWS reports it as unused or promoted and documents neither. It was probably replaced after a promotion or a switchover. If no other target takes writes, that is a finding of its own.
    .fix = If it is meant to be in use, register the current writer.

rule-proxy-no-writable-target = No target takes writes
    .holds = A target takes writes
    .why = Connections wait for a writer until the borrow timeout ends them with error 9501.
    .fix = Bring the writer back, or let the cluster fail over.

rule-proxy-iac-stuck-target-group = A stack waits for this target
    .holds = The target has no stack waiting for it
    .why = CloudFormation waits until the target is available, and fails after a long time with “Timed out waiting for target group to become available”. The template is not what is wrong.
    .fix = Fix the cause that the other findings name, then deploy again.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-target-likeliest = likeliest cause: { $code } ({ $fact })
seen-target-possible = possible cause, not certain: { $code } ({ $fact })
seen-target-in-order = checked and in order: { $codes }
seen-target-not-checked = could not be checked: { $codes }
seen-target-look-next = look next at { $next }
seen-target-the-database = the database
seen-target-next-postgres = { $database } itself: does the database postgres exist, and may rdsproxyadmin connect to it?
seen-target-next-log = the log of { $database }, and its connections against max_connections
seen-target-next-interfaces = the proxy's network interfaces, and how many more the account may have
seen-target-next-writer = which instance is the writer now, and whether { $database } is it
seen-target-next-events = the proxy's events: was the database deleted, or never registered?
seen-target-next-failover = the events of { $database }: a failover may be under way
seen-target-next-again = the target itself: deregister and register it; if the error comes back, it is AWS's
seen-target-next-iam-user = the database user in { $database }: was it made for IAM (rds_iam, or AWSAuthenticationPlugin)?
seen-target-next-secret = the secret's content, which is read with your consent only
seen-target-next-password = whether { $database } knows the user with the password that is in the secret
seen-target-aws-says = AWS says: { $description }
seen-target-no-instance = AWS lists no instance of the target cluster
seen-target-health-unknown = AWS gives no health of the target { $target }
seen-target-state-unclear = the state of the target { $target } is not understood: { $state }
seen-target-none = targets of { $proxy }: none
seen-target-writes-unknown = whether the target { $target } takes writes is not told
seen-target-no-writer = { $database } has no writer of its own: it may be a secondary cluster of a global database
seen-target-no-health = no health
seen-target-no-role = no role
seen-target-credentials = AWS's description speaks of credentials, not of the network
seen-target-sign-secret = the proxy could not read a secret
seen-target-sign-no-secret = the proxy has no secret for the function's user
seen-target-sign-refused = the database refused a user of the proxy
seen-target-sign = { $sign }: { $times }
seen-target-event = RDS event: { $message }
seen-target-counts = in the last hour: { $counts }
seen-target-tags-unread = the tags of { $proxy } were not read
seen-target-none-available = no target is available
seen-target-unchanged = proxy and targets have not changed for { $time }

# After seen-target-look-next.
seen-target-next-firewall = a firewall between the proxy's subnets and { $database }
seen-target-next-firewall-port = a firewall between the proxy's subnets and { $database } on port { $port }
seen-target-next-patience = the target again when { $patience } minutes have passed; { $minutes ->
    [one] 1 has passed so far
   *[other] { $minutes } have passed so far
}
seen-target-state = target { $target }: { $state }
seen-target-state-reason = target { $target }: { $state }, { $reason }
