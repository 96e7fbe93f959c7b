# What a connection ran into, in plain words: what it means, and (`-next`) what to do.

meaning-tunnel-no-address = The tunnel's host `{ $host }` has no address.
meaning-tunnel-no-address-next = Give the tunnel's local end, usually 127.0.0.1 and its port.
meaning-no-address = The name has no address here: it is misspelt or its proxy is gone, or this machine's name server withholds private addresses, as many do.
meaning-tunnel-silent = Nothing answers at the tunnel's end { $via }.
meaning-tunnel-silent-next = Start the tunnel, or give the port that it listens on.
meaning-refused-by-another = Something refused the connection, and it was not the proxy, which only ever stays silent: its private address belongs to somebody else, or to nobody, on this network.
meaning-nothing-listens = The host is there, but nothing listens on port { $port }.
meaning-nothing-listens-next = Check the port: a proxy for { $engine } listens on { $port }, whatever port its database uses.
meaning-no-answer = No answer from the address. A proxy is only reachable inside its VPC, and only for what its security group lets in.
meaning-not-reachable = Not reachable from here. { $why } This is the normal answer outside the VPC.
meaning-not-reachable-next = Run this inside the VPC, or open a tunnel through an instance there and connect via its local end.
meaning-no-tls = The server does not offer TLS. No credential was sent.
meaning-no-tls-next = Check the host and port. A proxy always offers TLS; on a server of your own, turn it on.
meaning-silent = The connection stands, but the server does not answer in { $engine }.
meaning-silent-next = Check the engine and the port, and whether the proxy is available.
meaning-tls-not-set-up = TLS could not be set up.
meaning-tls-not-set-up-next = Report this with the error above.
meaning-other-protocol = The server that answers does not speak { $engine }.
meaning-other-protocol-next = Check the engine and the port: 3306 is MySQL and MariaDB, 5432 is PostgreSQL.
meaning-tunnel-closed = The tunnel took the connection and closed it: its far end cannot reach the proxy.
meaning-tunnel-closed-next = Check the tunnel's host and port, and that the proxy's security group lets the tunnel's instance in.
meaning-closed = The server closed the connection. A proxy does so while it is not available or its target is unhealthy.
meaning-check-proxy = Check the proxy's status and its target's health, then try again.
meaning-no-tls-version = The server has no TLS version or cipher in common with this program, which needs TLS 1.2 or 1.3.
meaning-no-tls-version-next = Allow TLS 1.2 on the server.
meaning-handshake = The TLS handshake broke off.
meaning-handshake-next = Check that host and port are the proxy's own, and that nothing in between decrypts TLS.
meaning-other-name = The certificate is not for `{ $host }`, but for { $names }.
meaning-other-name-next = Connect by the endpoint's own name. Through a tunnel, keep that name as the host and give the tunnel as via; an alias of your own cannot be verified.
meaning-expired-next = Check this machine's clock. If it is right, the server needs a new certificate.
meaning-not-yet-valid-next = Check this machine's clock.
meaning-trust-rds-bundle = This is the database itself, not a proxy: its certificate comes from the RDS authority. Give the RDS bundle of the region as CA file, or connect to the proxy.
meaning-trust-no-ca-file = Leave out the CA file: a proxy's certificate comes from Amazon Trust Services, which the public roots hold, and not from the RDS bundle.
meaning-trust-ca-file = Give the file of the authority that signed the server's certificate.
meaning-trust-self-signed = The certificate is self-signed. If the server is yours, give that certificate as CA file.
meaning-trust-authority = If the server is yours, give its authority as CA file. If not, something in between decrypts TLS: do not send it a credential.
meaning-no-region = A token is signed for one region, and the host's name does not tell which.
meaning-no-region-next = Give the region, or connect by the endpoint's own name.
meaning-no-credentials = There are no AWS credentials to sign a token with, or they could not be refreshed.
meaning-no-credentials-next = Sign in and try again: aws sso login for an SSO profile, or choose another profile.
meaning-credentials-late = The credentials did not arrive in time.
meaning-credentials-late-next = Check the profile's credential_process or SSO session by running aws sts get-caller-identity.
meaning-no-token = No token could be signed.
meaning-no-token-next = Check the host's name.
meaning-query-waits = The login stands, but no answer came: the proxy is waiting for a free database connection, for up to its ConnectionBorrowTimeout.
meaning-query-waits-next = Check the target's health, and whether all its connections are taken.
meaning-login-waits = The server did not finish the login in time.
meaning-login-waits-next = Check the target's health: a proxy with an unhealthy target lets logins wait.
meaning-session-broke-off = The session broke off.
meaning-refused-otherwise = The server refused, for a reason of its own.
meaning-refused-otherwise-next = Look the error up in the server's manual.

# With the certificate that was shown: "certificate for orders…, issued by …".
meaning-expired = The server's certificate has expired.
meaning-expired-showed = The server's certificate has expired. It showed a { $certificate }.
meaning-not-yet-valid = The server's certificate is not valid yet.
meaning-not-yet-valid-showed = The server's certificate is not valid yet. It showed a { $certificate }.
meaning-not-trusted = The server's certificate does not come from an authority that is trusted here.
meaning-not-trusted-showed = The server's certificate does not come from an authority that is trusted here. It showed a { $certificate }.

# Refusals that proxies and databases are known to give.

refusal-no-secret = The proxy has no secret for this user, or cannot read it.
refusal-no-secret-next = Register a secret whose username is exactly this user, and check that the proxy's role may read that secret and decrypt with its key.
refusal-iam-not-accepted = The proxy asks for an IAM token and did not accept what it got.
refusal-iam-not-accepted-next = Sign with an identity that has rds-db:connect on arn:aws:rds-db:REGION:ACCOUNT:dbuser:PROXY-ID/USER, where PROXY-ID is the prx- part of the proxy's ARN and not its name.
refusal-rate = Too many connections are being opened at once; the proxy slows logins down.
refusal-rate-next = Wait a moment and try again. Functions should keep one connection and reuse it between invocations.
refusal-clients = The proxy holds as many client connections as it can.
refusal-clients-next = Let each function environment hold one connection only, or lower the functions' concurrency.
refusal-token-as-password = The proxy took the token for a password: IAM authentication is off for this user.
refusal-token-as-password-next = Set IAMAuth to REQUIRED for this user's secret in the proxy's authentication settings.
refusal-other-password = The password is not the one in this user's secret.
refusal-other-password-next = Use the password the secret holds now; it may have been rotated.
refusal-tls-only = The server accepts TLS connections only, and this one did not arrive as TLS.
refusal-tls-only-next = Look for something between here and the server that decrypts TLS, and go around it.
refusal-no-connection-in-time = The proxy took the login, but got no database connection in time: its target is unhealthy, or all its connections are taken.
refusal-no-connection-in-time-next = Check the target's health. If it is available, look at MaxConnectionsPercent and at sessions that are pinned or in long transactions.
refusal-database-refused-token = The database itself refused the token: it was signed for another host, port, region or user, it has expired, or its signer may not connect as this user.
refusal-database-refused-token-next = Compare host, port and user above with the endpoint's, check this machine's clock, and check rds-db:connect of the signing identity. Behind a proxy, check the proxy role's rds-db:connect on the database's own resource id.
refusal-tokens-only = This user logs in with IAM tokens only.
refusal-tokens-only-next = Leave out the password, so that a token is signed instead.
refusal-no-rule = The database has no rule that lets this user in from here in this way.
refusal-no-rule-next = Check the user and database names; on a server of your own, add a line to pg_hba.conf.
refusal-compared-with-password = The server compared the token with a password: this user does not log in by IAM here.
refusal-compared-with-password-next = Through a proxy, set IAMAuth to REQUIRED for this user. Directly at the database, grant rds_iam to the user.
refusal-wrong-password = The password is wrong for this user.
refusal-wrong-password-next = Use the password that the user's secret holds now; it may have been rotated.
refusal-kind-of-login = The proxy was asked for a kind of login it does not know.
refusal-kind-of-login-next = Check that the user's client password type in the proxy is SCRAM or MD5.
refusal-no-rights = The login is right, but the user has no rights on this database.
refusal-no-rights-next = Grant the user rights on the database, or name another database.
refusal-no-database = The login is right, but there is no database of this name.
refusal-no-database-next = Name a database that exists on the server. Names are case-sensitive on most of them.
refusal-token-refused = The server refused this user's token: the signer may not connect as this user, the proxy has no secret for the user or does not ask for IAM, or the token was signed for another host, port, region or user, or has expired. MySQL may add `using password: NO` although a token was sent.
refusal-token-refused-next = In this order: check rds-db:connect of the signing identity on the proxy's prx- id and this user, check that IAMAuth is REQUIRED for a secret with exactly this user name, and check this machine's clock.
refusal-password-refused = The server refused this user and password; a proxy that requires IAM refuses every password.
refusal-password-refused-next = Use the password that the user's secret holds now, or leave it out so that an IAM token is signed.
refusal-none-left = The server has no connection left.
refusal-none-left-next = Close idle clients, or raise max_connections. A proxy in front keeps functions from using them up.
refusal-address = The database does not let this user in from this address, or has blocked the address.
refusal-address-next = Create the user for host '%': through a proxy, connections come from the proxy's addresses. A block ends with FLUSH HOSTS.
refusal-plugin = The user's authentication plugin is not available on the server, or not the one this login takes.
refusal-plugin-next = Check the user's plugin in mysql.user. End-to-end IAM needs IAM authentication enabled on the database.
refusal-starting = The database is starting or stopping.
refusal-starting-next = Wait until it is available and try again.
refusal-session-start = The proxy does not support something in this session's start.
refusal-session-start-next = Report this: the probe sends nothing beyond user, database and application name.

# What a stage learnt; `-brief` is the same in the few words that a column has room for.

probe-resolved = { $host } is { $addresses }
probe-resolved-private = { $host } is { $addresses } (inside a private network)
probe-resolved-tunnel = { $host } is { $addresses }: a tunnel to { $endpoint }
probe-connected = connected to { $address }
probe-certificate = certificate for { $names }, issued by { $issuer }, valid until { $until }
probe-token = IAM token for { $endpoint } as { $user }, signed for { $region }, valid for 15 minutes
probe-token-brief = IAM token
probe-password = password of { $user }
probe-secret = user and password from { $secret }
probe-secret-brief = user and password
probe-logged-in = logged in as { $user }; server version { $version }
probe-answered = answered 1
probe-answered-connection = answered 1; connection { $connection }

# After inside-strange-answer.
inside-stages = its stages are not those of a connection
inside-says-nothing = { $stage } says nothing
# MySQL quotes a piece of a statement that it cannot parse; this stands in its place.
probe-not-understood = { $code }: the statement is not understood
probe-answered-otherwise = SELECT 1 answered { $answer }
# After error-probe-other-protocol.
probe-answered-byte = it answered byte { $byte }
probe-greets = it greets with { $bytes } bytes
probe-greeting = its greeting is not MySQL's
