# Rules: the database behind the proxy. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

rules-group-database = The database behind the proxy

rule-global-secondary-write-endpoint = The function uses the read/write endpoint of a cluster without a writer
    .holds = The function is not sent to the read/write endpoint of a cluster without a writer
    .why = The cluster is a secondary one of a global database and has readers only. Its proxy serves them at a read-only endpoint; at the read/write one it answers “The target group doesn't have any associated read/write instances”.
    .fix = Make a read-only endpoint of the proxy and let the function read there. Writes go to the proxy of the primary cluster.

rule-proxy-vpc-differs-from-db = The proxy is in another VPC than the database
    .holds = The proxy is in the database's VPC
    .why = A proxy must be in the VPC of its database. Only extra proxy endpoints may be elsewhere.
    .fix = Make the proxy again in the database's VPC: the network of a proxy cannot be changed.

rule-db-not-available = The database is not available
    .holds = The database is in a state to serve
    .why = The proxy has nothing to connect to. Logins wait and end with error 9501.
    .fix = Start the database, or fix what its status names.

rule-proxy-engine-family-mismatch = The proxy speaks another protocol than the database
    .holds = The proxy speaks the database's protocol
    .why = A proxy of one engine family cannot talk to a database of another.
    .fix = Make the proxy again with the database's engine family: it cannot be changed.

rule-proxy-aurora-serverless-v1 = Aurora Serverless v1 cannot be behind a proxy
    .holds = The database is not Aurora Serverless v1
    .why = Registering it is refused with “Unsupported Database engine or engine mode for DB Cluster”.
    .fix = Move the cluster to Serverless v2 or to provisioned instances.

rule-proxy-unsupported-engine-version = RDS Proxy does not serve this engine version
    .holds = RDS Proxy serves this engine version
    .why = Registering it is refused, and a proxy that has it as its target cannot speak its protocol.
    .fix = Upgrade the engine to a version that RDS Proxy serves in this region.

rule-proxy-target-is-read-replica = The database behind the proxy is a read replica
    .holds = The database behind the proxy is not a read replica
    .why = A proxy of an RDS instance stands in front of the writer only. Registering a replica is refused, or the target stays unavailable with INVALID_REPLICATION_STATE.
    .fix = Register the replica's source instead, or promote the replica.

rule-proxy-default-auth-scheme-without-db-iam = The database does not take tokens
    .holds = The database takes tokens
    .why = With end-to-end IAM the proxy logs in to the database with a token as well, and IAM database authentication is off there.
    .fix = Switch IAM database authentication on. It needs no restart.

rule-proxy-e2e-db-user-not-iam = The database user is perhaps not made for IAM
    .holds = The database shows no sign of a user that is not made for IAM
    .why = With end-to-end IAM the proxy comes to the database with a token. A user with an ordinary password refuses it.
    .fix = On PostgreSQL: GRANT rds_iam TO the user. On MySQL: IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'.

rule-proxy-standard-db-user-is-iam-pg = The database user may be a member of rds_iam
    .holds = The database shows no sign of a user that is a member of rds_iam
    .why = The proxy comes with the secret's password, and PostgreSQL takes nothing but tokens from a member of rds_iam: “PAM authentication failed”.
    .fix = REVOKE rds_iam FROM the user and set the secret's password, or switch the proxy to end-to-end IAM.

rule-proxy-standard-db-user-is-iam-mysql = The database user may take tokens only
    .holds = The database shows no sign of a user that takes tokens only
    .why = The proxy comes with the secret's password, and a user made with AWSAuthenticationPlugin refuses it: error 1045 although policy and token are right.
    .fix = ALTER USER with the secret's password and caching_sha2_password, on MariaDB mysql_native_password, or switch to end-to-end IAM.

rule-db-iam-auth-not-needed-in-standard-mode = The database takes tokens, which this proxy does not need
    .holds = The database takes no tokens, and this proxy needs none
    .why = The proxy logs in with the secret's password. With IAM authentication on, clients that are allowed to may also log in past the proxy.
    .fix = Leave it on if somebody uses it; otherwise switch it off.

rule-db-read-only-parameter = The database is set to read-only
    .holds = The database is not set to read-only
    .why = A proxy cannot be used with a MySQL or MariaDB database whose parameter read_only is 1.
    .fix = Set read_only back to {"{"}TrueIfReplica{"}"} or 0 and restart the database.

rule-db-init-connect-set = The database prepares sessions with init_connect
    .holds = The database does not prepare sessions with init_connect
    .why = Clients of the proxy share connections, so what init_connect sets reaches some sessions and not others.
    .fix = Move its statements to the target group's InitQuery.

rule-db-params-pending-reboot = Changed parameters wait for a restart
    .holds = The database has no changed parameters that wait for a restart
    .why = The proxy learns of new parameters, such as a higher max_connections, only when the instance restarts.
    .fix = Restart the instance in a maintenance window.

rule-db-blue-green-under-way = A blue/green deployment of the database is under way
    .holds = The database is in no blue/green deployment that is under way
    .why = The proxy follows the switchover only if the database was its target before the deployment was made; it cannot be added later. During the switchover writes are refused, then all connections are dropped. DescribeDBProxyTargets shows the new target only when the switchover is complete. AWS does not support this with a global database.
    .fix = Keep to AWS's order. First the target is registered and available, then the deployment is made. Test the green database, switch over when both are reachable from the proxy, let clients reconnect, look at the targets when the switchover is complete, and delete the deployment last. Register and deregister nothing meanwhile.

rule-global-write-forwarding-pool = Proxy and write forwarding together may take more connections than there are
    .holds = The proxy and write forwarding together stay within the database's connections
    .why = Write forwarding has a share of max_connections of its own. Where the proxy's limit leaves no room for that share, connections are refused while the pool still grows.
    .fix = Lower MaxConnectionsPercent by the share of write forwarding.

rule-pg-scram-only-switch = The database is about to take SCRAM passwords only
    .holds = The database is not about to take SCRAM passwords only
    .why = When a database switches to SCRAM alone, a proxy that is already there can be unavailable for up to 60 seconds.
    .fix = Allow MD5 and SCRAM during the change, or make the change when a minute without logins does no harm.

rule-proxy-aurora-autopause-blocked = The cluster never pauses
    .holds = The cluster is not meant to pause
    .why = It may scale to zero, and the proxy holds connections to it, so it never does. You pay for both.
    .fix = Drop the proxy if pausing matters more, or set a minimum of 0.5 ACU and know what it costs.

rule-proxy-aurora-min-acu-low = The cluster may be too small for the proxy to start
    .holds = The cluster shows no sign of being too small for the proxy to start
    .why = The proxy's capacity seems to follow the database's. At half an ACU targets were seen to wait for 40 minutes and more.
    .fix = Raise the minimum capacity to 1 or 2 ACU, at least until the target is available.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-database-blue = blue: it serves now
seen-database-green = green: it is the copy
seen-database-deployment = status of the deployment { $name } ({ $id }): { $status }
seen-database-side = { $database } is { $side }
seen-database-global = { $database } belongs to the global database { $global }
seen-database-no-target = { $database } is no target, and cannot become one now
seen-database-version = version of { $database }: { $version }
seen-database-replicates = { $database } replicates { $source }
seen-database-write-endpoint = { $variable } of { $function } names a read/write endpoint of { $proxy }
seen-database-secondary = { $database } is a secondary cluster of { $global }
seen-database-read-endpoint = read-only endpoint of { $proxy }: { $host }
seen-database-parameter = { $name } in parameter group { $group }: { $value }
seen-database-init-connect = init_connect in parameter group { $group } is not empty
seen-database-group-status = status of { $group } on { $database }: { $status }
seen-database-pending-reboot = parameter group { $group } of { $database }: pending-reboot
seen-database-min-capacity-zero = MinCapacity of { $database }: 0 ACU
seen-database-wait-unknown = it is not known for how long the target has waited
seen-database-min-capacity = MinCapacity of { $database }: { $acu } ACU
seen-database-waits = the target waits for capacity, { $age } after the last change
seen-database-vpc-unknown = the VPC of { $database } is not known
seen-database-protocol-unknown = which protocol { $database } speaks is not known: { $engine }
seen-database-engine-family = engine family of { $proxy }: { $family }
seen-database-default-scheme = DefaultAuthScheme of the proxy: IAM_AUTH
seen-database-login = login of { $proxy }: { $login }
seen-database-password-login = the proxy logs in with the secret's password
seen-database-setups-failed = DatabaseConnectionsSetupFailed in the last hour: { $count }, while { $target } is available
seen-database-iam-but = IAMDatabaseAuthenticationEnabled of { $database }: true; { $mode }

seen-database-versions = the table of versions does not reach to { $version }
seen-database-versions-of-day = the table of versions of { $day } does not reach to { $version }
