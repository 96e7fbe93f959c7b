# Rules: the function: state, code, settings, environment. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

rules-group-function = The function: state, code, settings, environment

rule-lambda-sdk-v2-missing = The function asks for version 2 of the AWS SDK, which its runtime no longer has
    .holds = The function's log tells of no missing version 2 of the AWS SDK
    .why = Runtimes from Node.js 18 on come with version 3 only, so the function ends before its first line: “Cannot find module 'aws-sdk'”.
    .fix = Sign tokens with the package @aws-sdk/rds-signer, and ship it with the function.

rule-lambda-driver-missing = A module that the function imports is not in its package
    .holds = The function's log tells of no module that is missing
    .why = The function ends before its first line with Runtime.ImportModuleError. A database driver is often left out, or was built for another architecture than the function's.
    .fix = Ship the driver in the package or in a layer, built for the function's runtime and architecture.

rule-lambda-env-host-is-db = The function's variables point at the database, past the proxy
    .holds = The function's variables do not put the database in the proxy's place
    .why = The function connects around the proxy, or signs its token for the wrong host and is refused.
    .fix = Set the variable to the proxy's endpoint.

rule-lambda-env-host-unknown-proxy = The function's host variable is no endpoint that exists
    .holds = Every host variable that speaks of a proxy names an endpoint that exists
    .why = The host has the form of this account's proxies in this region, but no proxy has it: the proxy was deleted, or the host is mistyped. Or the name of a proxy or database stands where its endpoint belongs. Such a host does not resolve, so connecting fails with ENOTFOUND or a timeout.
    .fix = Set the variable to an endpoint of the proxy.

rule-token-cname-or-custom-domain = The function connects by a name that is not the proxy's own
    .holds = The function's variables put no custom domain name in the proxy's place
    .why = A token is good only for the host it was signed for, and AWS accepts none for a custom domain name: the proxy refuses it. The certificate does not match the name either.
    .fix = Use the proxy's endpoint for signing and for connecting.

rule-tls-hostname-cname = The name the function connects by is not in the proxy's certificate
    .holds = The function's variables put no name without a certificate in the proxy's place
    .why = The certificate names the proxy's endpoint only. A client that verifies the host ends with ERR_TLS_CERT_ALTNAME_INVALID or “does not match host name”.
    .fix = Connect by the proxy's endpoint instead of a name of your own.

rule-tls-custom-endpoint-wildcard = An extra endpoint may have a certificate that does not name it
    .holds = The function's variables name no extra endpoint, whose certificate might not name it
    .why = One report says that the certificate of an extra endpoint, “name.endpoint.proxy-…”, covers one label less than its name has, so that verifying clients refuse it. It was not confirmed.
    .fix = Look at the certificate once. If it does not match, verify against the proxy's domain instead of switching verification off.

rule-token-wrong-port-or-region = The function's variables name a port or a region that is not the proxy's
    .holds = The port and region beside the proxy's host are the proxy's, or the port is the database's
    .why = A proxy listens on one port, 3306, 5432 or 1433 by its engine, and accepts a token only if it was signed for that port and for its own region. With another port connecting times out; with another region the token is refused.
    .fix = Set the variable to the proxy's port, or to its region, or remove it.

rule-driver-cleartext-plugin-disabled = The MySQL driver refuses to send a token
    .holds = The function's log tells of no driver that refuses to send a token
    .why = Tokens travel by the plugin mysql_clear_password, which drivers keep switched off because it is safe inside TLS only.
    .fix = Verify TLS and allow the plugin: enableCleartextPlugin in mysql2, allowCleartextPasswords=1 in Go, LIBMYSQL_ENABLE_CLEARTEXT_PLUGIN=1 for libmysqlclient. The driver mysqljs cannot do it at all.

rule-driver-no-tls-with-iam = The function connects without TLS, which the proxy requires
    .holds = The function shows no sign of connecting without TLS
    .why = The proxy ends a connection that does not start TLS: error 3159 on MySQL, “requires TLS connections” on PostgreSQL. libpq may print that line second, after the real reason.
    .fix = Switch TLS on in the driver and let it verify the certificate.

rule-driver-token-length-or-auth-flow-bug = The PostgreSQL driver asks for a way of logging in that a proxy does not have
    .holds = The function's log tells of no way of logging in that a proxy lacks
    .why = A proxy takes tokens, MD5 and SCRAM. Drivers that try GSS encryption first, or cut a token that is longer than 255 characters, fail here and not against the database itself.
    .fix = Upgrade the driver, and set gssencmode=disable.

rule-tls-verification-disabled-env = The function does not verify whom it talks to
    .holds = The function's variables leave the check of certificates on
    .why = Whoever gets between function and proxy can read along, and can use the token for 15 minutes.
    .fix = Remove the setting and verify: PGSSLMODE=verify-full with PGSSLROOTCERT=system for libpq from 16 on, otherwise the Amazon root certificates. The proxy's certificate is a public one.

rule-tls-rds-bundle-used-for-proxy = The function may trust the certificates of databases, not those of proxies
    .holds = The function shows no sign of trusting the certificates of databases only
    .why = A proxy's certificate comes from Amazon Trust Services, as on the web. The RDS bundle has the roots of databases only, so a client that pins it fails with “unable to get local issuer certificate”.
    .fix = Use the system's trust store, or the Amazon root certificates 1 to 4.

rule-tls-direct-db-ca-missing = Connections past the proxy fail, because the database's own certificate is not trusted
    .holds = The function's log tells of no certificate of a database that is not trusted
    .why = Certificates of databases lead to a private root of RDS. Runtimes from Node.js 20 on no longer load Amazon's roots by themselves, so direct connections, for migrations for example, end with “self-signed certificate in certificate chain”.
    .fix = Connect through the proxy, or ship the RDS bundle for the direct connection: NODE_EXTRA_CA_CERTS=/var/runtime/ca-cert.pem.

rule-tls-old-driver = The driver and the proxy do not agree on TLS
    .holds = The function's log tells of no disagreement about TLS
    .why = A proxy needs TLS 1.2 at least, and has a wildcard certificate that clients before MySQL 8.0 do not understand. It says no more than “SSL connection error”.
    .fix = Upgrade the driver and the runtime.

rule-token-expired-cached = Some logins fail while others succeed, as with tokens that are kept too long
    .holds = The counts of logins do not look like tokens that are kept too long
    .why = A token is good for 15 minutes, and is looked at only when a connection is made. One that is signed once, at module level, works after a cold start and is refused for every later connection.
    .fix = Sign a new token for each new connection, in the driver's password callback.

rule-token-in-snapstart-snapshot = A token or connection may be kept in the function's snapshot
    .holds = The function has no snapshot that could keep a token or a connection
    .why = SnapStart restores the function from a snapshot of its initialised state. A token, a connection or credentials made before the snapshot are stale in every restored environment.
    .fix = Make token and connection after the restore, in a hook or on first use.

rule-token-empty-password-overwritten = A client comes without a token
    .holds = The logs tell of no client without a token
    .why = The token never reaches the driver: a connection string without a password overwrote it, or the promise that brings it is not awaited.
    .fix = Pass host, user and password as separate fields, and await the token before connecting.

rule-token-signed-with-expired-or-other-credentials = The function may sign its tokens with other credentials than its role's
    .holds = The function's variables name no credentials besides its role's
    .why = A token carries the permissions of whoever signed it. Signed with a profile, another role or keys of its own, it is refused although the function's role may connect.
    .fix = Remove the variables and let the SDK take the credentials of the function's role at each signing.

rule-master-user-with-enforced-iam = The function logs in as the master user
    .holds = The function's variables do not name the master user
    .why = The master user may do everything in the database, and one report says that a proxy with end-to-end IAM refuses its tokens.
    .fix = Make a user of its own for the function.

rule-pg-startup-options = The function sends start-up options that a proxy refuses
    .holds = The function shows no sign of start-up options that a proxy refuses
    .why = A proxy shares connections, so it takes no command-line options and no settings such as statement_timeout when a client connects: “RDS Proxy currently doesn't support”.
    .fix = Remove the option, and set it on the role with ALTER ROLE or in the proxy's initialization query.

rule-mysql-compression = The function asks for the compressed MySQL protocol
    .holds = The function's variables do not ask for the compressed MySQL protocol
    .why = A proxy does not speak it, and the connection ends with protocol errors.
    .fix = Remove the option from the connection string.

rule-proxy-database-name-wrong = The function asks for a database that does not exist
    .holds = The function's log tells of no database that does not exist
    .why = The name is wrong, or none was given: PostgreSQL then takes the user's name for it.
    .fix = Set the name of a database that exists.

rule-lambda-no-reconnect-on-stale = The function runs into connections that have ended
    .holds = The function's log tells of no connection that had ended
    .why = A proxy ends idle sessions, and a failover ends all of them. A copy of the function that wakes up with such a connection fails until it makes a new one.
    .fix = On such an error make a new connection, with a new token, and try once more.

rule-lambda-connection-ended-then-reused = The function closes its connection and then uses it again
    .holds = The function's log tells of no connection that is used after it was closed
    .why = The connection is made once for the whole environment and closed at the end of a call, so the next call finds it closed.
    .fix = Do not close it in the handler, or make it there as well.

rule-lambda-timeout-default = The function's timeout is too short for a cold start
    .holds = The function's timeout leaves room for a cold start
    .why = Lambda's default is 3 seconds. Starting up, TLS, logging in and waiting for a database connection do not fit into it, and the log says “Task timed out” without a reason.
    .fix = Allow at least 15 seconds, and less than the caller waits. An API Gateway waits 29 seconds.

rule-lambda-env-plaintext-password = A database password stands in the function's variables
    .holds = The function's variables show no database password
    .why = Everyone who may look at the function's configuration can read it, it stays in every published version, and rotation never reaches it.
    .fix = Remove the variable. Log in with a token, or read the secret when the function starts.

rule-lambda-reserved-concurrency-unset = Nothing limits how many copies of the function run at once
    .holds = The number of copies of the function that run at once is limited
    .why = A burst of calls opens as many connections as Lambda starts copies, and can use up the pool and the concurrency of all other functions.
    .fix = Reserve about as much concurrency as the proxy has connections to give.

rule-lambda-provisioned-idle-connections = Copies of the function that wait for work may hold connections
    .holds = The function keeps no waiting copies that could hold connections
    .why = Provisioned concurrency keeps initialised copies alive. What they connect at start stays connected, and a token signed at start is stale before it is first used.
    .fix = Connect on first use, not at start.

rule-lambda-runtime-deprecated = The function's runtime is no longer maintained
    .holds = The function's runtime is still maintained
    .why = It gets no security patches any more, its TLS libraries and root certificates age, and Lambda will in time refuse to create and to update such functions. Until then it runs and takes changes as before.
    .fix = Test the function with a current runtime of its language, and move it there.

rule-lambda-alias-weighted = Some of the calls go to a version with a fault
    .holds = The second version behind the function's alias, if there is one, has no fault of its own
    .why = The alias sends a share of the calls to a second version, whose variables, network or role have a fault that those of the first version do not have. That share of the calls fails, or goes past the proxy.
    .fix = Publish a version that is right and give the weight to that one, or take the weight away.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-function-database-made = database made with the instance or cluster: { $name }
seen-function-leads-unknown = { $fact }: whether it leads to { $proxy } is not looked up
seen-function-no-known-host = { $fact }: none of the known hosts of { $database } or { $proxy }
seen-function-elsewhere = of proxies in another account or region, which were not looked at
seen-function-no-host = this is { $what }, and no host name
seen-function-name-of-proxy = a name of the proxy { $proxy }
seen-function-name-of-database = a name of the database { $database }
seen-function-code = { $function } for { $architecture } with { $bytes } bytes of code and { $layers } layers
seen-function-proxy-port = port of the proxy: { $port }
seen-function-proxy-region = region of the proxy: { $region }
seen-function-variables-unread = the variables of { $function } cannot be read: { $why }
seen-function-no-host-name = { $fact } is no host name; where it leads is not looked up
seen-function-names-no-host = no variable of { $function } names a host that can be read
seen-function-alias-version = { $alias } at version { $version }
seen-function-two-versions = { $version } and { $second }
seen-function-frozen = read from $LATEST; not looked at, and perhaps different: { $versions }
seen-function-runtimes-unread = the table of runtimes cannot be read
seen-function-runtime-unknown = { $runtime } is not in the table of runtimes of { $day }
seen-function-runtime = runtime of { $function }: { $runtime }, deprecated on { $day }
seen-function-updates-refused = updates have been refused since { $day }
seen-function-updates-to-be-refused = updates are to be refused from { $day }, as announced on { $announced }; AWS has moved such days before
seen-function-reserved-none = reserved concurrency of { $function }: none
seen-function-pool = connections the proxy may open: { $pool }
seen-function-provisioned = provisioned concurrency of { $function }:{ $qualifier }: { $count }
seen-function-layer = layer { $arn }
seen-function-logins = logins of { $proxy } in the last hour: { $refused } refused, { $accepted } accepted
seen-function-variable = variable of { $function }: { $variable }
seen-function-version-fault = version { $version }: { $title } ({ $code })
seen-function-weights = { $alias } calls version { $version }, and version { $second } in { $percent } % of the calls
seen-function-alias-not-looked = alias { $alias } calls versions { $versions } of { $function }, and $LATEST was looked at: validate { $function }:{ $alias }
