# Proof: connections from inside the VPC.
inside-no-name = The name has no address inside the VPC either: it is misspelt, its proxy is gone, or the VPC’s DNS support is off.
inside-no-name-next = Compare the host with the proxy’s endpoint, and check that enableDnsSupport is on for the VPC.
inside-refused = The host is there, but nothing listens on port { $port }.
inside-refused-next = Check the port: a proxy for { $engine } listens on { $proxy_port }, whatever port its database uses.
inside-silent = No answer, although the function stands inside its VPC: something between the two lets nothing through.
inside-silent-next = Check the function’s security group (out, port { $port }), the proxy’s (in, from the function’s), and the network ACLs and routes of both subnets: `validate` names the one at fault.
inside-no-credentials = The function has no credentials of its role.
inside-no-credentials-next = Check that the role still exists and that Lambda may assume it.
inside-secret-route = The function cannot reach Secrets Manager: its subnets have neither an interface endpoint for it nor a NAT gateway.
inside-secret-route-next = Add an interface endpoint for secretsmanager in these subnets, or log in by IAM token, which needs none.
inside-secret-denied = The function’s role may not read the secret.
inside-secret-denied-next = Allow secretsmanager:GetSecretValue on this secret, and kms:Decrypt where a key of your own encrypts it.
inside-secret-gone = There is no such secret.
inside-secret-gone-next = Give the ARN of a secret in the function’s own account or one that is shared with it.
inside-secret-shape = The secret is not JSON with `username` and `password`.
inside-secret-shape-next = Store the secret as JSON with these two keys, in lower case.
inside-secret-other = Secrets Manager did not give the secret.
inside-secret-other-next = Look up the error above in the reference of GetSecretValue.
inside-no-answer = The probe ended without an answer: { $error }
inside-strange-answer = The probe’s answer cannot be read: { $why }
reading-timeout = The function was ended by Lambda before it answered. Most often it waits for a connection that nothing lets through, or for a free one in the pool.
reading-timeout-next = Probe with `--temporary`: it names the stage at which the connection stops.
reading-silent = Nothing answered: a security group, a network ACL or a missing route is in between, or the host is wrong.
reading-silent-next = Validate the proxy with this function: it names the hop.
reading-refused = The host is there, but nothing listens on that port.
reading-refused-next = Use the proxy’s own port: 3306 for MySQL and MariaDB, 5432 for PostgreSQL.
reading-no-name = The host has no address there: it is misspelt, or its proxy is gone.
reading-no-name-next = Compare the function’s host variable with the proxy’s endpoint.
reading-certificate = The function does not trust the certificate. A proxy’s certificate comes from Amazon Trust Services, not from the RDS bundle.
reading-certificate-next = Use the runtime’s own roots; with Node.js 20 and later set NODE_EXTRA_CA_CERTS=/var/runtime/ca-cert.pem.
reading-module = A package that the function imports is not in its code or layers.
reading-module-next = Package the dependency with the function, or add its layer.
prove-no-proxy = the proxy could not be read
prove-no-endpoint = the proxy { $name } has no endpoint yet
prove-sqlserver = connections to SQL Server cannot be tried
prove-no-user = it is not known which database user connects
prove-no-target-hint = Name the user with --user, and wait until the proxy is available.
prove-bad-payload = the payload is not JSON: { $why }
prove-bad-payload-hint = Give a JSON text such as '{"{"}"key": 1{"}"}'.
prove-ask-invoke = Invoke { $name } in { $account }? What it does there is its own.
prove-called = { $name } answered
prove-called-failed = { $name } failed
prove-row-answer = Answer
prove-row-error = Error
prove-row-means = Means
prove-row-next = Next
prove-row-time = Time
prove-row-log = Log
prove-duration = { $ms } ms
prove-billed = billed { $ms } ms
prove-cold = cold start { $ms } ms
prove-warm = warm
prove-memory = { $used } of { $of } MB
prove-will = A function is made for a moment to connect to { $endpoint } as { $user }, and removed again. Its program: { $source }
prove-no-answer = the probe { $name } did not tell
prove-function-missing = the function was not read
prove-function-unread = the function { $name } could not be read
prove-no-function = there is no function { $name }
prove-no-function-hint = Name a function of this account and region.
prove-stopped = stopped on request
prove-left = Something of the probe is still there. To remove it: { $command }
prove-from = From where { $name } stands:
sql-mysql-password = The proxy logs in with the secret’s password: replace PASSWORD-OF-THE-SECRET by it. Do not use AWSAuthenticationPlugin here: such a user refuses the proxy’s password with error 1045.
sql-mysql-token = The proxy logs in with a token of its own: this user has no password, and IAM authentication must be on for the database.
sql-pg-password = The proxy logs in with the secret’s password: replace PASSWORD-OF-THE-SECRET by it. Do not grant rds_iam here: a member of it can no longer log in by password.
sql-pg-token = The proxy logs in with a token of its own: this user has no password, and IAM authentication must be on for the database.
sql-sqlserver-password = The proxy logs in with the secret’s password: replace PASSWORD-OF-THE-SECRET by it.
sql-rights = Rows can be read and written, tables cannot be changed: widen or narrow the grants as the function needs.
sql-no-database = No database is known: name one with --database, and its grants are added.
sql-empty-user = the user’s name is empty

# A tunnel
tunnel-carrier = `{ $text }` can carry no tunnel
tunnel-carrier-hint = Name an instance (i-…), a managed node (mi-…) or an ECS task (ecs:CLUSTER_TASK_RUNTIME).
tunnel-missing = { $name } is not installed, and a tunnel needs it
tunnel-missing-hint = Install { $name } ({ $url }), or run this line where it is, and connect through the port that it opens:
tunnel-not-started = the tunnel could not be started: { $why }
tunnel-not-started-hint = Run the line by hand to see why.
tunnel-ended = the tunnel ended before it was open: { $said }
tunnel-ended-hint = Check that the instance is online in Systems Manager and that you may call ssm:StartSession on it, then run this line by hand:
tunnel-silent = the tunnel did not open within { $secs } s
tunnel-field = Open a tunnel through
tunnel-field-why = An instance, a managed node or an ECS task that Systems Manager reaches. A tunnel stays open until you end it.
tunnel-head = A way in through a tunnel
tunnel-is-open = open
tunnel-near = Near end
tunnel-far = Leads to
tunnel-through = Through
tunnel-since = Open since
tunnel-since-value = { $time } UTC
tunnel-until = It stays open until you end it, look at another proxy or close the window.
tunnel-until-practice = Simulated: the practice account opens no port of this machine.
tunnel-open = Open the tunnel
tunnel-opening = Opening the tunnel
tunnel-end = End the tunnel
tunnel-lost = The tunnel ended by itself. { $said }
tunnel-lost-hint = A session ends when it was idle for long, by default 20 minutes, or when its carrier stops. Open it again.
tunnel-choose = Choose what carries it
tunnel-pick-hint = Name or id
tunnel-by-hand = Type it instead
tunnel-how-to-get = Install { $name }: { $url }
tunnel-get = Install it, or run this line where it is and give its port above.
tunnel-get-link = How to get { $name }
tunnel-will = The tunnel is this command:

# What could carry one
carriers-look = See what could carry one
carriers-again = Look again
carriers-reading = Asking Systems Manager, EC2 and ECS through the AWS CLI
carriers-gaps = Not everything could be read: this may not be all
carriers-none = Nothing was found that could carry a tunnel there now
carriers-unread = `{ $operation }`: { $because }
carriers-late = no answer within { $secs } s
carriers-clusters = only { $count } of { $all } clusters were looked into
carriers-tasks = only { $count } of { $all } tasks of a cluster were looked at
carrier-instance = instance
carrier-node = managed node
carrier-task = ECS task
carrier-vpc-unknown = VPC not known
carrier-offline = Systems Manager does not reach it: { $status }
carrier-old-agent = Its agent { $version } cannot forward to another host; 3.1.1374.0 can
carrier-no-exec = It runs without ECS Exec
carrier-no-agent = The agent of ECS Exec does not run in it
carrier-other-vpc = It stands in { $vpc }, not in the proxy’s VPC

# The same login for other programs
login-copied = Copied, with a token that is valid for 15 minutes
login-practice = The practice account signs no tokens
clients-head = Connect with…
clients-copy-line = Copy for { $name } with a fresh token
clients-copy-token = Copy a fresh token
clients-jdbc = DBeaver and DataGrip take the URL of their driver, and the token as the password
clients-near-end = Through the tunnel a Java or MySQL client checks the chain of the certificate, not its name: it dials 127.0.0.1.
clients-valid = A token is valid for 15 minutes, and only looked at when a connection is opened.
clients-hidden = It goes to the clipboard and is never shown, logged or stored. AmazonRootCA1.pem is at www.amazontrust.com/repository.

# The lane of the function
lane-function = The function
lane-through = Through the function
lane-tunnel = Use a tunnel…
lane-rest = From where the function stands
lane-rest-text = A function with the same network and role is made, asked once, and removed.
lane-probe = Use a temporary probe…
lane-no-function = No function is chosen
lane-no-function-text = The lane shows a connection from where it stands.
lane-choose = Choose a function
lane-making = making it
lane-making-head = The probe is being made
lane-making-title = Making a probe like { $name }
lane-asking = asking it
lane-asking-head = The probe is asked
lane-asking-text = It connects now, stage by stage.
lane-asking-title = Connecting from where { $name } stands
lane-removing = removing it
lane-removing-after = { $outcome }, removing the probe
lane-removing-head = The probe is being removed
lane-removing-title = Removing the probe like { $name }
lane-always-removed = It is always removed: after success, failure and Stop, with its log group
lane-stop = Stop and remove
lane-passed = It connects, through { $name }
lane-passed-not-here = From this machine there is no way in, which is normal: a proxy never has a public address.
lane-failed = From { $name } it stops at { $stage }
lane-not-made = The probe could not be made
lane-stopped = The probe was stopped
lane-stopped-hint = Nothing of it is left. Try again when you like.
lane-no-target-hint = Name the user below, and wait until the proxy is available.
lane-left = Something of the probe may still be there
lane-left-remove = Remove it

# The review of a temporary function
temporary-title = A function in the place of { $name }, for a moment
temporary-sentence = It is made, asked once, and removed again, whatever comes.
temporary-reading = Reading the proxy and the function
temporary-again = Try again
temporary-asked = What it is asked
temporary-endpoint = Connects to
temporary-by-token = IAM token, signed inside with the function’s own role
temporary-by-secret = user and password of { $arn }, read inside
temporary-program = Its program
temporary-program-text = Python, standard library only. It writes no log line, and neither token nor password is in its answer.
temporary-copy = Copy the program
temporary-go = Make, ask, remove
temporary-go-anyway = Make it all the same
temporary-back = Not now

# The function's own call
own-head = Call the function
own-text = { $name } is invoked as by a test event of the console. What it does is its own.
own-payload = Payload
own-payload-why = A JSON text, such as a test event of yours.
own-call = Call it…
connect-measure = Measure first and next calls…
connect-measure-again = Measure first and next calls again…
own-calling = Calling
own-ask = Call { $name }?
own-ask-text = It runs for real in { $account }, with { $payload }. What it does there is its own.
own-ask-yes = Call it
own-ask-no = Not now
own-failed = The function failed
own-unknown-error = This error is not a known one; its own words say the most.
own-time = Time
own-memory = Memory
own-version = Version
own-answer = Answer
own-log = The end of its log

# The certificate card
certificate-head = Certificate
certificate-until = matches the host name, valid until { $date }
certificate-issuer-public = issuer, in the public roots
certificate-issuer-given = issuer, in the file you gave
certificate-protocol = Protocol
certificate-for = For
certificate-credential = Credential
certificate-login = Login
certificate-bundle = RDS bundle
certificate-bundle-none = not needed: the chain is public
certificate-bundle-given = a file of yours is used

# How far a connection came, at the side
fact-verified = { $version }, verified
side-connect-through = passes through { $name }
side-connect-here = passes from this machine
side-connect-not-here = not from here
side-connect-stops = stops at { $stage }

# A database user that is made
sql-state-absent = is not there
sql-state-password = logs in with a password
sql-state-token = logs in with a token
sql-state-other = logs in with { $plugin }
sql-state-unknown = could not be looked at
make-user-no-database = it is not known where the database is
make-user-no-database-hint = Check that the proxy has a target and that you may describe its database.
make-user-ask = Make { $user } in the database at { $endpoint } ({ $account })?
make-user-password = New password of { $user }, the one that is in its secret
make-user-before = Before: { $user } { $state }
make-user-after = Now: { $user } { $state }

# The page of the database user
validate-part-user = Database user
user-title = The database must know { $user }
user-title-unknown = The database must know the user
user-sentence = The statements for this engine and this way of logging in. No AWS call can run them.
user-sentence-unknown = The statements depend on the proxy.
user-none = The proxy was not read
user-none-text = Its engine and its login decide the form.
user-name-it = Name the user
user-database-why = Its rights are in this database only.
user-sql = create-user.sql
user-otherwise = With the other login it would be
user-by-password = the proxy logs in with the secret’s password
user-by-token = the proxy logs in with a token of its own
user-copy = Copy the SQL
user-trap-mysql = Leave the IAM plugin out here
user-trap-mysql-text = With standard IAM the proxy itself logs in with the password. `AWSAuthenticationPlugin` on this user would lock it out, and the target would say `AUTH_FAILURE`.
user-trap-pg = Leave rds_iam out here
user-trap-pg-text = With standard IAM the proxy itself logs in with the password. A member of `rds_iam` can no longer log in by password, and the target would say `AUTH_FAILURE`.
user-trap-token = IAM authentication must be on for the database
user-trap-token-text = This user has no password at all: where the database takes no tokens, nobody can log in as it.
user-mend-hint = Mend the field, then run it again.
user-writes = Writes to { $database }
user-run =
    { $count ->
        [one] Run 1 statement…
       *[other] Run { $count } statements…
    }
user-run-head = Run it from here
user-run-text = This machine must reach the database, by a tunnel for instance. Otherwise copy the SQL to where you have access.
user-run-practice = Simulated in the practice account: no database is there, nothing is sent.
user-via = Reach it at
user-via-why = TLS checks the database’s own name, not the tunnel’s.
user-ca-why = A database’s certificate is in the RDS bundle, not in the public roots.
user-as = Log in as
user-as-why = Needs the right to create users and to grant.
user-login = Password, typed now
user-login-why = Used once and dropped. Not stored, not logged.
user-password = New password of the user
user-password-why = The one that is in its secret.
user-known = What we know
user-not-looked = Whether it exists: only a login can tell
user-running = Running
user-done = The database knows the user
user-before = Before
user-after = Now
user-refused = The database refused a statement
user-ask =
    { $count ->
        [one] Run 1 statement in { $database }?
       *[other] Run { $count } statements in { $database }?
    }
user-ask-text = { $login } makes { $user } in { $account }. A user that is there keeps its login, and only its rights are granted.
user-ask-yes = Run it

# A connection that is saved as a report
connection-about = Both lanes: stages, times, verdicts, certificate. Never a token or a password.
connection-report = Connection through { $proxy }
connection-from-here = From this machine
connection-from-function = From where { $name } stands
connection-to = To { $endpoint } as { $user }
connection-via = , through the tunnel at { $via }
connection-verdict = Verdict
connection-took = Time
connection-fact = What was found
connection-not-tried = not tried
connection-certificate = Certificate for { $names }, by { $issuer }, valid until { $until }.
