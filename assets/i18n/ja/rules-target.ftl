# Rules: the targets of the proxy. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

rules-group-target = The targets of the proxy

rule-proxy-target-auth-failure = The proxy cannot log in to the database
    .holds = The target reports no failed login of the proxy
    .why = Either the proxy cannot read a secret (role, key or the secret itself), or the database refuses what the secret holds.
    .fix = Mend what the findings on role and secret name. If there are none, make the secret's password and the database user's the same.

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
    .why = AWS gives no reason. In the field it is almost always the network between proxy and database, next a secret that cannot be read, and rarely AWS itself.
    .fix = Mend what the other findings name. If there is none, deregister and register the target again.

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

rule-proxy-target-promoted-or-unused = A target stands aside
    .holds = The proxy has no target that stands aside
    .why = AWS reports it as unused or promoted and documents neither. It was probably replaced after a promotion or a switchover. If no other target takes writes, that is a finding of its own.
    .fix = If it is not meant to stand aside, register the current writer.

rule-proxy-no-writable-target = No target takes writes
    .holds = A target takes writes
    .why = Connections wait for a writer until the borrow timeout ends them with error 9501.
    .fix = Bring the writer back, or let the cluster fail over.

rule-proxy-iac-stuck-target-group = A stack waits for this target
    .holds = The target keeps no stack waiting
    .why = CloudFormation waits until the target is available, and fails after a long time with “Timed out waiting for target group to become available”. The template is not what is wrong.
    .fix = Mend the cause that the other findings name, then deploy again.
