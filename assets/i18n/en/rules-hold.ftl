# What holds where a rule passes: its title turned round, and no more than the rule looked at. Also what a rule
# that could not decide leaves open ("Whether the secret is a JSON object"), so each is one clause. In the order
# of the rules.

# The function
rule-lambda-sdk-v2-missing-holds = The function's log tells of no missing version 2 of the AWS SDK
rule-lambda-driver-missing-holds = The function's log tells of no module that is missing
rule-lambda-env-host-is-db-holds = The function's variables do not put the database in the proxy's place
rule-lambda-env-host-unknown-proxy-holds = Every proxy endpoint of this account and region in the function's variables exists
rule-token-cname-or-custom-domain-holds = The function's variables put no custom domain name in the proxy's place
rule-tls-hostname-cname-holds = The function's variables put no name without a certificate in the proxy's place
rule-tls-custom-endpoint-wildcard-holds = The function's variables name no extra endpoint, whose certificate might not name it
rule-token-wrong-port-or-region-holds = The port and region beside the proxy's host are the proxy's, or the port is the database's
rule-driver-cleartext-plugin-disabled-holds = The function's log tells of no driver that refuses to send a token
rule-driver-no-tls-with-iam-holds = The function shows no sign of connecting without TLS
rule-driver-token-length-or-auth-flow-bug-holds = The function's log tells of no way of logging in that a proxy lacks
rule-tls-verification-disabled-env-holds = The function's variables leave the check of certificates on
rule-tls-rds-bundle-used-for-proxy-holds = The function shows no sign of trusting the certificates of databases only
rule-tls-direct-db-ca-missing-holds = The function's log tells of no certificate of a database that is not trusted
rule-tls-old-driver-holds = The function's log tells of no disagreement about TLS
rule-token-expired-cached-holds = The counts of logins do not look like tokens that are kept too long
rule-token-in-snapstart-snapshot-holds = The function has no snapshot that could keep a token or a connection
rule-token-empty-password-overwritten-holds = The logs tell of no client without a token
rule-token-signed-with-expired-or-other-credentials-holds = The function's variables name no credentials besides its role's
rule-master-user-with-enforced-iam-holds = The function's variables do not name the master user
rule-pg-startup-options-holds = The function shows no sign of start-up options that a proxy refuses
rule-mysql-compression-holds = The function's variables do not ask for the compressed MySQL protocol
rule-proxy-database-name-wrong-holds = The function's log tells of no database that does not exist
rule-lambda-no-reconnect-on-stale-holds = The function's log tells of no connection that had ended
rule-lambda-connection-ended-then-reused-holds = The function's log tells of no connection that is used after it was closed
rule-lambda-timeout-default-holds = The function's timeout leaves room for a cold start
rule-lambda-env-plaintext-password-holds = The function's variables show no database password
rule-lambda-reserved-concurrency-unset-holds = The number of copies of the function that run at once is limited
rule-lambda-provisioned-idle-connections-holds = The function keeps no waiting copies that could hold connections
rule-lambda-runtime-deprecated-holds = The function's runtime is still maintained
rule-lambda-state-not-active-holds = The function is in a state to be invoked

# The network
rule-lambda-role-missing-eni-permissions-holds = The function's role may make network interfaces
rule-lambda-subnet-ip-exhaustion-holds = The function's subnets have addresses to spare
rule-lambda-single-az-holds = The function is in more than one zone
rule-lambda-in-public-subnet-holds = The function is in no public subnet
rule-lambda-subnet-without-service-route-holds = The function's subnets have a way to Secrets Manager
rule-vpce-sg-blocks-lambda-holds = The Secrets Manager endpoint lets the function in
rule-vpce-private-dns-disabled-holds = The usual name of Secrets Manager leads to its endpoint, or there is another way out
rule-vpce-policy-denies-holds = The Secrets Manager endpoint's policy lets the function read the secret
rule-vpce-subnet-az-missing-holds = The Secrets Manager endpoint lacks no zone of the function, as far as its zones are known
rule-lambda-not-in-vpc-holds = The function is in a VPC
rule-lambda-vpc-differs-from-proxy-holds = The function's VPC is the proxy's, or is joined to it
rule-vpc-dns-support-disabled-holds = The function's VPC resolves names, as far as was seen
rule-region-mismatch-holds = The function runs in the proxy's region
rule-cross-account-direct-policy-holds = The function's role is of the proxy's account
rule-privatelink-nlb-host-mismatch-holds = The function's variables put no load balancer or PrivateLink name in the proxy's place
rule-proxy-endpoint-not-available-holds = Every extra endpoint of the proxy is available
rule-proxy-client-uses-db-custom-port-holds = The function's variables do not put the database's own port on the proxy
rule-proxy-readonly-endpoint-used-for-writes-holds = The function's variables name no read-only endpoint as the place to write
rule-proxy-readonly-endpoint-without-reader-holds = Every read-only endpoint of the proxy has a reader behind it
rule-proxy-subnets-one-az-holds = The proxy's subnets are in more than one zone
rule-proxy-subnet-unsupported-az-holds = The proxy's subnets are in no zone that is known to lack RDS Proxy
rule-proxy-subnet-ip-exhaustion-holds = The proxy's subnets have enough free addresses
rule-proxy-vpc-dedicated-tenancy-holds = The VPC's tenancy is not dedicated
rule-proxy-vpc-encryption-controls-enforced-holds = The VPC does not enforce encryption controls
rule-proxy-network-type-mismatch-holds = The address families that are set on each hop fit together
rule-sg-lambda-egress-proxy-holds = The function's group lets it out to the proxy
rule-sg-proxy-ingress-lambda-holds = The proxy lets the function in
rule-sg-shared-without-self-rule-holds = The ends of a hop share no group that keeps its own members out
rule-sg-proxy-egress-db-holds = The proxy's group lets it out to the database
rule-sg-db-ingress-proxy-holds = The database lets the proxy in
rule-nacl-blocks-db-port-holds = The network ACLs on the path stop no packets of it
rule-sg-open-to-world-holds = The groups on the path do not open its ports to every address
rule-sg-lambda-direct-db-bypass-holds = The database's groups admit no group of the function's own
rule-sg-default-used-holds = The path does not hang on a VPC's default group
rule-sg-referenced-group-stale-holds = The rules on the path refer to no group that is gone
rule-db-publicly-accessible-holds = The database has no public address

# The login of the function
rule-connect-permission-missing-holds = The function may connect
rule-connect-explicit-deny-or-boundary-holds = Neither a deny nor a boundary forbids the function to connect
rule-connect-policy-uses-proxy-name-holds = The connect policy does not name the proxy in the place of its id
rule-connect-policy-uses-db-resource-id-holds = The connect policy does not name the database in the proxy's place
rule-connect-policy-endpoint-id-holds = The connect policy does not name an endpoint in the proxy's place
rule-connect-policy-stale-proxy-id-holds = The connect policy does not name a proxy that is gone in this one's place
rule-connect-policy-wrong-service-or-arn-holds = The connect policy's ARN is not of the wrong service
rule-connect-policy-wrong-action-holds = The connect policy does not allow a wrong action in the place of rds-db:connect
rule-connect-policy-region-or-account-mismatch-holds = The connect policy is not for another region or account
rule-connect-policy-user-mismatch-holds = The connect policy is not for another database user
rule-connect-policy-condition-keys-holds = The connect policy does not hang on a condition that RDS Proxy does not know
rule-connect-policy-wildcard-holds = The connect policy names this proxy and its user without a wildcard

# The proxy
rule-proxy-status-not-available-holds = The proxy is available
rule-proxy-status-incompatible-network-holds = The proxy's status tells of no network that was taken away
rule-proxy-status-insufficient-resource-limits-holds = The proxy's status tells of no lack of resources
rule-proxy-status-suspended-holds = The proxy is not suspended
rule-proxy-iam-auth-disabled-holds = The proxy takes tokens, or the function is not set up to send it any
rule-proxy-iam-auth-mixed-holds = The proxy does not mix users with tokens and users with passwords
rule-proxy-e2e-leftover-secrets-holds = The proxy keeps no secrets beside end-to-end IAM
rule-proxy-iam-required-but-password-sent-holds = The function shows no sign of sending a password where a token is wanted
rule-proxy-require-tls-false-holds = TLS is required
rule-proxy-client-password-auth-type-unsupported-holds = The proxy asks clients for no kind of password that engine or TLS rule out
rule-proxy-client-password-auth-md5-holds = The proxy does not ask clients for an MD5 hash of their password
rule-proxy-max-connections-percent-low-holds = The proxy may take enough connections
rule-proxy-max-connections-percent-oversubscribed-holds = The proxies are promised no more connections than the database has
rule-proxy-initquery-sql-auto-is-null-holds = The initialization query does not switch sql_auto_is_null on
rule-proxy-initquery-sensitive-holds = The initialization query shows no sign of a secret
rule-proxy-borrow-timeout-exceeds-lambda-timeout-holds = The borrow timeout is shorter than the function lives
rule-proxy-borrow-timeout-extreme-holds = The borrow timeout is at neither extreme
rule-proxy-idle-client-timeout-holds = The idle client timeout is at neither extreme
rule-proxy-debug-logging-on-holds = Debug logging is off
rule-proxy-quota-near-holds = The account is not near its limit of proxies

# The role of the proxy
rule-proxy-role-wrong-account-holds = The proxy's role is in the proxy's account
rule-proxy-role-not-found-holds = The proxy's role exists
rule-proxy-role-trust-missing-rds-holds = The proxy's role trusts RDS
rule-proxy-role-trust-condition-holds = The role trusts RDS without a condition that RDS Proxy does not support
rule-proxy-role-secret-arn-suffix-missing-holds = The role's right to the secret does not hang on an ARN without its last six characters
rule-proxy-role-missing-getsecretvalue-holds = The proxy's role may read the secret
rule-proxy-role-kms-viaservice-wrong-holds = The role's right to the key is not tied to another service than Secrets Manager here
rule-proxy-role-missing-kms-decrypt-holds = The role's policies lack nothing for the secret's key
rule-proxy-role-kms-key-policy-holds = The key's policy or a grant lets the proxy's role in
rule-proxy-role-explicit-deny-holds = The role's policies forbid nothing that the proxy needs
rule-proxy-role-permissions-boundary-holds = The permissions boundary of the proxy's role takes nothing away that the proxy needs
rule-proxy-role-scp-deny-holds = The organization, as simulated, forbids the proxy's role nothing that the proxy needs
rule-proxy-role-e2e-uses-prx-id-holds = The proxy's role does not name the proxy in the database's place
rule-proxy-role-e2e-missing-rds-db-connect-holds = The proxy's role may connect to the database
rule-proxy-role-overbroad-holds = The proxy's role has no right to read just any secret
rule-proxy-role-shared-with-lambda-holds = Proxy and function have different roles

# The secrets of the proxy
rule-secret-not-found-holds = The proxy's secret exists
rule-secret-scheduled-for-deletion-holds = The proxy's secret is not being deleted
rule-secret-no-current-version-holds = The proxy's secret has a current value
rule-secret-wrong-region-holds = The proxy's secret is in the proxy's region
rule-secret-cross-account-holds = The secret belongs to the proxy's account, or its owner shares it
rule-secret-count-limit-holds = The proxy has room for more secrets
rule-secret-kms-key-unusable-holds = The secret's key is in a state to be used
rule-secret-kms-cmk-no-decrypt-holds = The key and the role let the proxy decrypt the secret
rule-secret-resource-policy-deny-holds = The secret's own policy does not keep the proxy out
rule-secret-binary-only-holds = The secret holds text
rule-secret-not-json-holds = The secret is a JSON object
rule-secret-missing-username-or-password-holds = The secret has username and password
rule-secret-password-stray-whitespace-holds = The secret's user name and password have no white space or quote at either end
rule-secret-special-characters-holds = The password has no characters that connection strings need escaped
rule-secret-username-not-registered-holds = The proxy has a secret for the function's user
rule-secret-username-case-mismatch-holds = The function's user and the secret's do not differ in upper and lower case alone
rule-secret-is-master-user-holds = The proxy does not log in as the database's master user
rule-secret-duplicate-username-holds = Each secret of the proxy is of another user
rule-secret-rotation-multi-user-holds = Rotation shows no sign of changing the secret's user name
rule-secret-rotation-broken-holds = The secret's rotation is not stuck
rule-secret-rotation-host-is-proxy-holds = Rotation is not sent to the proxy
rule-secret-rotation-missing-fields-holds = The secret has engine and host, or no rotation function needs them
rule-secret-no-rotation-holds = The secret is rotated, or RDS looks after it
rule-secret-readable-by-lambda-role-holds = The function may not read the password, which it does not need
rule-secret-password-mismatch-holds = The database shows no sign of refusing a password of the proxy's secrets
rule-secret-update-not-picked-up-holds = The proxy shows no sign of missing a change of its secret

# The targets of the proxy
rule-proxy-target-auth-failure-holds = The target reports no failed login of the proxy
rule-proxy-no-targets-holds = The proxy has a database behind it
rule-proxy-target-unreachable-holds = The target does not report that the proxy cannot reach it
rule-proxy-target-unavailable-internal-error-holds = The target reports no “internal error”
rule-proxy-target-connection-failed-holds = The target reports no refused connection
rule-proxy-target-pending-capacity-holds = The target does not wait for the proxy to grow
rule-proxy-target-registering-holds = The target is not being registered
rule-proxy-target-invalid-replication-state-holds = The target is not reported as a replica that the proxy cannot use
rule-proxy-target-promoted-or-unused-holds = The proxy has no target that stands aside
rule-proxy-no-writable-target-holds = A target takes writes
rule-proxy-iac-stuck-target-group-holds = The target keeps no stack waiting

# The database
rule-proxy-vpc-differs-from-db-holds = The proxy is in the database's VPC
rule-db-not-available-holds = The database is in a state to serve
rule-proxy-engine-family-mismatch-holds = The proxy speaks the database's protocol
rule-proxy-aurora-serverless-v1-holds = The database is not Aurora Serverless v1
rule-proxy-unsupported-engine-version-holds = RDS Proxy serves this engine version
rule-proxy-target-is-read-replica-holds = The database behind the proxy is not a read replica
rule-proxy-default-auth-scheme-without-db-iam-holds = The database takes tokens
rule-proxy-e2e-db-user-not-iam-holds = The database shows no sign of a user that is not made for IAM
rule-proxy-standard-db-user-is-iam-pg-holds = The database shows no sign of a user that is a member of rds_iam
rule-proxy-standard-db-user-is-iam-mysql-holds = The database shows no sign of a user that takes tokens only
rule-db-iam-auth-not-needed-in-standard-mode-holds = The database takes no tokens, and this proxy needs none
rule-db-read-only-parameter-holds = The database is not set to read-only
rule-db-init-connect-set-holds = The database does not prepare sessions with init_connect
rule-db-params-pending-reboot-holds = The database has no changed parameters that wait for a restart
rule-pg-scram-only-switch-holds = The database is not about to take SCRAM passwords only
rule-proxy-aurora-autopause-blocked-holds = The cluster is not meant to pause
rule-proxy-aurora-min-acu-low-holds = The cluster shows no sign of being too small for the proxy to start

# Operation
rule-clients-without-tls-holds = The proxy saw no client without TLS lately, or requires TLS by now
rule-proxy-unused-holds = The proxy was used in the last week, or is younger
rule-iam-auth-rate-limited-holds = The events and logs tell of no logins that came too fast
rule-client-connection-limits-holds = The function's log tells of no limit of connections that was reached
rule-lambda-concurrency-exceeds-pool-holds = The function shows no sign of outgrowing the pool
rule-lambda-connection-per-invocation-holds = The function shows no sign of connecting anew in each invocation
rule-lambda-pool-larger-than-one-holds = The function shows no sign of holding several connections in each environment
rule-long-transactions-holds = The metrics do not show most connections inside a transaction
rule-session-pinning-high-holds = The metrics do not show many sessions that keep a connection to themselves
rule-pinning-set-session-holds = The proxy's log shows no habit of SET statements that pin sessions
rule-pinning-prepared-statements-holds = The proxy's log shows no habit of prepared statements that pin sessions
rule-pinning-statement-over-16kb-holds = The proxy's log shows no habit of statements of more than 16 KB
rule-pinning-filter-risky-holds = The proxy exempts no session that sets variables from pinning
rule-no-alarm-auth-failures-holds = An alarm watches refused logins
rule-no-alarm-borrow-latency-holds = An alarm watches how long clients wait for a database connection
rule-no-alarm-pool-usage-holds = An alarm watches the proxy's pool
rule-no-alarm-pinning-holds = An alarm watches pinned sessions
rule-no-alarm-availability-holds = An alarm watches the database's being in the proxy's reach
rule-no-rds-event-subscription-holds = A subscription covers the proxy's events
rule-proxy-log-retention-unset-holds = The proxy's log is kept for a limited time
rule-iam-db-auth-error-log-off-holds = The database keeps a log of refused tokens
rule-proxy-cost-minimum-holds = The database was not seen below the least size that a proxy is billed for
