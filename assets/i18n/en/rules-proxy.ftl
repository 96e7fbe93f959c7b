# Rules: the proxy: status, login and settings. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

rules-group-proxy = The proxy: status, login and settings

rule-proxy-status-not-available = The proxy is not available yet
    .holds = The proxy is available
    .why = While a proxy is being created, changed or deleted, connections are refused or time out.
    .fix = Wait. If it is still being modified after 30 minutes, open a case with AWS.

rule-proxy-status-incompatible-network = The proxy's network was taken away
    .holds = The proxy's status tells of no network that was taken away
    .why = A subnet, a group or the VPC that the proxy uses was deleted, or has no room for its interfaces.
    .fix = Restore the network object. Otherwise recreate the proxy: its subnets cannot be changed.

rule-proxy-status-insufficient-resource-limits = The proxy lacks resources of the account
    .holds = The proxy's status tells of no lack of resources
    .why = AWS reports insufficient resource limits and does not document which. A proxy needs addresses and network interfaces in its subnets.
    .fix = Free addresses in its subnets or raise the quota for network interfaces, then try again.

rule-proxy-status-suspended = AWS has suspended the proxy
    .holds = The proxy is not suspended
    .why = A suspended proxy takes no connections. AWS does not document the reasons.
    .fix = Look at the account's health events and its standing, then contact AWS Support.

rule-proxy-iam-auth-disabled = The proxy does not take tokens
    .holds = The proxy takes tokens, or the function is not set up to send it any
    .why = IAM authentication is off for every secret, so the proxy compares the function's token with the stored password and refuses it.
    .fix = Set IAMAuth to REQUIRED on the secret of the function's user: whoever else logs in as that user needs a token then. Or let the function send the password.

rule-proxy-iam-auth-mixed = Some users may still come with a password
    .holds = The proxy does not mix users with tokens and users with passwords
    .why = IAMAuth is set for each secret by itself. The console sets all of them, the CLI only those it is given.
    .fix = Set IAMAuth to REQUIRED on every secret of the proxy.

rule-proxy-e2e-leftover-secrets = Secrets are left over beside end-to-end IAM
    .holds = The proxy keeps no secrets beside end-to-end IAM
    .why = DefaultAuthScheme=IAM_AUTH decides for the users that no entry of Auth names; users with an entry still log in with their secret. After a migration the entries, the passwords and the role's right to read them are often left behind.
    .fix = When all users have moved to IAM, remove the Auth entries, then the role's right to read the secrets.

rule-proxy-iam-required-but-password-sent = The function seems to send a password where a token is wanted
    .holds = The function shows no sign of sending a password where a token is wanted
    .why = The proxy takes tokens only and refuses every password: error 1045 on MySQL, which may say “using password: NO” although one was sent, “IAM authentication failed” on PostgreSQL. Whether the code sends one shows in the code alone.
    .fix = Sign a token with the SDK's signer before each connection, or let the proxy take passwords.

rule-proxy-require-tls-false = TLS is not required
    .holds = TLS is required
    .why = A client that does not ask for TLS is let in all the same, and its password and data cross the network in the clear.
    .fix = Require TLS on the proxy. Clients that already use it notice nothing.

rule-proxy-client-password-auth-type-unsupported = Clients cannot send their password this way
    .holds = The proxy asks clients for no kind of password that engine or TLS rule out
    .why = MariaDB has no caching_sha2_password, and for MySQL it needs TLS. Clients with a password fail in the handshake; clients with a token notice nothing.
    .fix = Set ClientPasswordAuthType to MYSQL_NATIVE_PASSWORD for MariaDB; for MySQL require TLS.

rule-proxy-client-password-auth-md5 = Clients send their password as an MD5 hash
    .holds = The proxy does not ask clients for an MD5 hash of their password
    .why = MD5 is weak: who records a handshake can guess the password from it.
    .fix = Set ClientPasswordAuthType to POSTGRES_SCRAM_SHA_256. Drivers older than libpq 10 need an upgrade first.

rule-proxy-max-connections-percent-low = The proxy may take too few connections
    .holds = The proxy may take enough connections
    .why = When the pool is used up, clients wait for the borrow timeout and fail with error 9501, even under light load.
    .fix = Raise MaxConnectionsPercent to at least 30 percent over the busiest minute.

rule-proxy-max-connections-percent-oversubscribed = More connections are promised than the database has
    .holds = The proxies are promised no more connections than the database has
    .why = Proxies that may together take all connections leave none for administrators, rotation and other clients, who then see “Too many connections”.
    .fix = Lower the percentages, so that all proxies of the database together stay at 90 or below.

rule-proxy-initquery-sql-auto-is-null = The initialization query switches sql_auto_is_null on
    .holds = The initialization query does not switch sql_auto_is_null on
    .why = AWS forbids it: clients share connections, and the application gets rows of somebody else's insert.
    .fix = Take sql_auto_is_null out of InitQuery.

rule-proxy-initquery-sensitive = The initialization query seems to hold a secret
    .holds = The initialization query shows no sign of a secret
    .why = Everybody who may describe the target group can read the query. Its copies in templates and support cases can be read too.
    .fix = Take the secret out of InitQuery and change it.

rule-proxy-borrow-timeout-exceeds-lambda-timeout = The borrow timeout is longer than the function lives
    .holds = The borrow timeout is shorter than the function lives
    .why = When no database connection is free the function is killed while it waits, and its log says “Task timed out” instead of naming the pool.
    .fix = Let the proxy give up before the function does, with time left to answer.

rule-proxy-borrow-timeout-extreme = The borrow timeout is at an extreme
    .holds = The borrow timeout is at neither extreme
    .why = With 0 a client fails at once and the pool hardly grows. With four minutes and more, a client hangs long after whoever called it gave up.
    .fix = Set 5 to 30 seconds for functions that answer requests, and less than the function's own timeout.

rule-proxy-idle-client-timeout = The idle client timeout is at an extreme
    .holds = The idle client timeout is at neither extreme
    .why = Under a minute, functions that pause between calls come back to a closed connection. Over two hours, connections that leaked pile up.
    .fix = Set 300 to 1800 seconds, and reconnect in code when the connection is gone.

rule-proxy-debug-logging-on = Debug logging is on
    .holds = Debug logging is off
    .why = The log then holds the text of SQL statements, with whatever data is in them, and costs money. AWS switches it off after 24 hours.
    .fix = Switch debug logging off once the fault is found.

rule-proxy-quota-near = The account is near its limit of proxies
    .holds = The account is not near its limit of proxies
    .why = The next proxies are refused with DBProxyQuotaExceededFault. The limit counts per region.
    .fix = Ask for a higher quota, or delete proxies that nobody uses.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-proxy-has-variable = { $function } has a variable { $variable }
seen-proxy-no-connect-at-all = no policy of { $role } allows rds-db:connect on anything
seen-proxy-init-query-holds = InitQuery of { $proxy } holds “{ $word }”
seen-proxy-init-query-null = InitQuery of { $proxy } sets sql_auto_is_null
seen-proxy-default-scheme = DefaultAuthScheme: IAM_AUTH
seen-proxy-in-auth = in Auth: { $secret }
seen-proxy-lets-send = { $policy } lets { $role } send tokens to { $proxy }
seen-proxy-no-password = { $function } has no password: no variable holds one or names a secret, and { $role } may read no secret of { $proxy }
seen-proxy-least = least for the class of { $database }: { $least }
seen-proxy-allowed = MaxDatabaseConnectionsAllowed in the last hour: { $allowed }
seen-proxy-busiest = DatabaseConnections in the busiest minute: { $busiest }
seen-proxy-percent-sum = MaxConnectionsPercent of all proxies of the database: { $sum }
seen-proxy-others-unasked = { $count } more proxies are in this VPC, and it was not asked whether they have the same database
seen-proxy-beside = connections beside the proxy in the last hour: about { $beside } of { $allowed }
seen-proxy-quota = proxies in { $region }: { $count } of { $quota }
seen-proxy-subnet-gone = subnet { $subnet } is not there
seen-proxy-group-gone = security group { $group } is not there
seen-proxy-free-addresses = free addresses in { $subnet }: { $count }
seen-proxy-last-changed = last changed { $age } ago
