# Rules: the login of the function: rds-db:connect and tokens. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

-token-refused = The proxy refuses the token: error 1045 on MySQL, which may say “using password: NO” although a token was sent, “IAM authentication failed” on PostgreSQL. The policy looks right at first sight.
-replace-statement = Replace the statement by one that names this proxy's id and the database user.
rules-group-connect = The login of the function: rds-db:connect and tokens

rule-connect-permission-missing = The function may not connect
    .holds = The function may connect
    .why = No policy of the function's role allows rds-db:connect on this proxy, so the proxy refuses every token: error 1045 on MySQL, which may say “using password: NO” although a token was sent, “IAM authentication failed” on PostgreSQL.
    .fix = Give the role rds-db:connect on exactly this proxy and user.

rule-connect-explicit-deny-or-boundary = A deny or a boundary forbids the function to connect
    .holds = Neither a deny nor a boundary forbids the function to connect
    .why = A deny wins over every permission, and nothing is allowed that the permissions boundary or the organization's policy leaves out. So the proxy refuses the token although the connect policy looks right.
    .fix = Take this proxy out of the deny, add rds-db:connect to the boundary, or have an exception made.

rule-connect-policy-uses-proxy-name = The connect policy names the proxy instead of its id
    .holds = The connect policy does not name the proxy in the place of its id
    .why = { -token-refused }
    .fix = { -replace-statement }

rule-connect-policy-uses-db-resource-id = The connect policy names the database instead of the proxy
    .holds = The connect policy does not name the database in the proxy's place
    .why = Logging in to the database directly works with this policy; logging in through the proxy does not.
    .fix = { -replace-statement }

rule-connect-policy-endpoint-id = The connect policy names an endpoint instead of the proxy
    .holds = The connect policy does not name an endpoint in the proxy's place
    .why = Extra endpoints share the proxy's logins: policies name the proxy's id, never that of an endpoint.
    .fix = { -replace-statement }

rule-connect-policy-stale-proxy-id = The connect policy names a proxy that is no longer there
    .holds = The connect policy does not name a proxy that is gone in this one's place
    .why = A proxy that is made again gets a new id, even under its old name, and policies keep the old one.
    .fix = { -replace-statement }

rule-connect-policy-wrong-service-or-arn = The connect policy's ARN is of the wrong service or form
    .holds = The connect policy's ARN is not of the wrong service or form
    .why = The proxy's own ARN (service rds), alone or inside another ARN, means nothing to rds-db:connect, which needs rds-db, dbuser and every colon in its place.
    .fix = { -replace-statement }

rule-connect-policy-wrong-action = The connect policy allows the wrong action
    .holds = The connect policy does not allow a wrong action in the place of rds-db:connect
    .why = Actions of rds and rds-data do not let anyone log in; only rds-db:connect does.
    .fix = Allow rds-db:connect instead.

rule-connect-policy-region-or-account-mismatch = The connect policy is for another region or account
    .holds = The connect policy is not for another region or account
    .why = { -token-refused }
    .fix = { -replace-statement }

rule-connect-policy-user-mismatch = The connect policy is for another database user
    .holds = The connect policy is not for another database user
    .why = The user is compared letter by letter, in its own case, with the one the function logs in as.
    .fix = Name the user that the function logs in as.

rule-connect-policy-condition-keys = The connect policy has a condition that RDS Proxy does not know
    .holds = The connect policy does not depend on a condition that RDS Proxy does not know
    .why = RDS Proxy supports no global condition keys, so a statement with aws:SourceVpc or the like never applies.
    .fix = Take the condition off the statement; the exact proxy and user are limit enough.

rule-connect-policy-wildcard = The connect policy allows more than one user
    .holds = The connect policy names this proxy and its user without a wildcard
    .why = A wildcard in the id or the user lets the function log in as any registered user, the master included.
    .fix = Name exactly this proxy and the user that the function needs.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-connect-user = user { $user }: { $from }
seen-connect-user-unknown = the function's database user is not known; app stands for it
seen-connect-id-of = that is the id of { $proxy }
seen-connect-no-policy-speaks = no policy of { $role } speaks of { $action }
seen-connect-no-such-proxy = no proxy of this account and region has that id
seen-connect-condition = the only statement that allows it, in { $policy }, has a condition on { $key }
