# The accounts to practise on: what each is called, and `.about` what one sees in it, in a sentence.

# The company as it should be, or something else than a setup is the matter

scenario-default = A company
    .about = Everything works: pick a database and a function.
scenario-no-permissions = Some reads denied
    .about = Parts of the account cannot be read; each says which permission would decide it.
scenario-denied-write = Denied midway
    .about = Creating the proxy is denied after half of the steps are done: fix and resume, or undo.
scenario-throttled = Throttled
    .about = AWS answers `Rate exceeded` before every change gets through.
scenario-expired = An expired session
    .about = No call is answered until you sign in again.
scenario-slow = Slow answers
    .about = Long lists take long to read.
scenario-quota-reached = No proxy left
    .about = The account has all the 20 proxies it may have.
scenario-no-nat = No way out
    .about = No subnet reaches the internet: a function moved in reaches nothing else.
scenario-unsupported-zone = A zone without proxies
    .about = Virginia, where the zone use1-az3 has no RDS Proxy.
scenario-stuck-target = A target that never gets ready
    .about = The proxy is made, but its target waits for capacity and does not become available.
scenario-all-well = All is well
    .about = A finished setup, to compare the broken ones with.
scenario-large = A large company
    .about = 5,000 functions, 200 databases, 300 security groups.
scenario-organization = Several accounts
    .about = The management account of an organization: proxies of the same name in two accounts, one that cannot be read.

# Broken: network

scenario-broken-closed-door = The database's closed door
    .about = Error 9501 after half a minute, and the target is unreachable: the database's group does not let the proxy in.
scenario-broken-proxy-stays-in = A proxy that may not leave
    .about = Error 9501, although the database's group names the proxy: the proxy's own group has no rule out to it.
scenario-broken-proxy-door = The proxy's closed door
    .about = `Task timed out` and no client ever counted at the proxy: its group does not let the function in.
scenario-broken-function-stays-in = A function that may not leave
    .about = `Task timed out`: the function's group lets it out to port 443 only, so it never gets to the proxy.
scenario-broken-shared-group = One group for both
    .about = The target stays unavailable with an internal error: proxy and database share a group, and being in one group opens nothing.
scenario-broken-network-acl = A network ACL in between
    .about = Some requests time out and others do not, by zone: the ACL of one subnet drops the database's port.
scenario-broken-outside = Outside the network
    .about = `connect ETIMEDOUT` to a private address: the function is in no VPC, and a proxy has no public address.
scenario-broken-other-network = In another network
    .about = The name resolves and the connection times out: the function is in another VPC, and nothing joins the two.
scenario-broken-dns-off = No names
    .about = `getaddrinfo ENOTFOUND` for the proxy's host: the VPC answers no DNS.
scenario-broken-no-service-route = No way to Secrets Manager
    .about = The handler hangs before it even connects: it reads the database's password, and its subnets lead to no AWS service.
scenario-broken-endpoint-door = The endpoint's closed door
    .about = The handler hangs while it reads the password: the VPC has the endpoint, whose group does not let the function in.

# Broken: connect

scenario-broken-no-connect = No permission to connect
    .about = `Access denied for user 'orders_app'` for every token: the function's role lacks `rds-db:connect`.
scenario-broken-name-for-id = Name instead of id
    .about = `Access denied`, although a policy is there: it names the proxy by its name, where AWS expects `prx-…`.
scenario-broken-database-id = The database's id
    .about = Logging in to the database itself works and through the proxy it does not: the policy names the cluster.
scenario-broken-stale-id = The old proxy's id
    .about = `Access denied` ever since the proxy was deleted and made again: the policy names the id of the old one.
scenario-broken-other-user = Another user's policy
    .about = `Access denied for user 'orders_app'`: the policy lets the role in, but as `orders_ro`.
scenario-broken-any-user = Everybody's policy
    .about = Everything works, too much so: the policy lets the function in as any user of any proxy.
scenario-broken-connect-condition = A condition that never holds
    .about = `Access denied`, although the policy names proxy and user: it allows them from the office's address only.
scenario-broken-wrong-action = An action of another service
    .about = `Access denied`: the policy allows `rds:connect`, which is no action; tokens need `rds-db:connect`.

# Broken: role

scenario-broken-unreadable-secret = A secret it may not read
    .about = The target says that the proxy has no registered credentials: its role may not read the secret.
scenario-broken-key = A key it may not use
    .about = No registered credentials, although the role may read the secret: it may not decrypt it.
scenario-broken-trust = A role that RDS may not take
    .about = No registered credentials, although the policies are right: the role trusts Lambda, and not RDS.
scenario-broken-secret-suffix = A secret's name without its end
    .about = No registered credentials, although the policy names the secret: without the six characters that AWS appends.
scenario-broken-boundary = A boundary around the role
    .about = No registered credentials, although the policy allows it: the role's permissions boundary does not.
scenario-broken-key-elsewhere = A key for another region
    .about = No registered credentials since the template was copied: decrypting is allowed through the Secrets Manager of Virginia only.
scenario-broken-end-to-end-id = End to end, with the wrong id
    .about = Tokens on both sides, and the database refuses the proxy: its role may connect to the proxy, not to the cluster.
scenario-broken-end-to-end-database = End to end, and the database takes no tokens
    .about = Tokens on both sides, and the database refuses the proxy: its IAM authentication is off.

# Broken: secret

scenario-broken-secret-text = A secret without fields
    .about = No registered credentials, although the role reads the secret well: it is a bare password, not JSON.
scenario-broken-secret-deleted = A secret about to go
    .about = It worked until the pool's connections ran out: somebody scheduled the proxy's secret for deletion.
scenario-broken-secret-gone = A secret that is gone
    .about = `Access denied` and no registered credentials: the secret that the proxy names was deleted for good.
scenario-broken-no-current-version = A secret with nothing current
    .about = No registered credentials: the label `AWSCURRENT`, which the proxy reads, was taken off the secret.
scenario-broken-wrong-user = Somebody else's secret
    .about = The target is healthy and `orders_app` is refused: the secret holds the password of another user.
scenario-broken-rotation-stuck = A rotation that fails
    .about = It works, with a password that should have changed days ago: the rotation left a pending version behind.
scenario-broken-rotation-two-users = Rotation between two users
    .about = It will work until the next rotation, which puts another user into the secret: then `orders_app` is refused.
scenario-broken-rotation-through-proxy = Rotation through the proxy
    .about = The password never changes, and the rotation's log is full of failed logins: it goes through the proxy.
scenario-broken-rotation-shut-out = Rotation before a closed door
    .about = The next rotation will time out: the group of the function that rotates the secret is let in nowhere.
scenario-broken-password-out-of-reach = A password out of reach
    .about = `AccessDeniedException` before it connects at all: the function's policy says `secretmanager`, without an s.
scenario-broken-key-disabled = A key that is off
    .about = No registered credentials from one minute to the next: the key that encrypts the secret was disabled.
scenario-broken-secret-policy = A secret that shuts itself off
    .about = No registered credentials, whatever the role is allowed: the secret's own policy denies it.

# Broken: function

scenario-broken-frozen-alias = A frozen alias
    .about = You changed the function and the proxy still sees no client: the alias `live` calls a version from before.
scenario-broken-weighted-alias = One call in ten
    .about = One call in ten goes past the proxy: the alias `live` gives a share to a version that still names the database.
scenario-broken-old-host = Past the proxy
    .about = The function works and the proxy's metrics stay flat: its host variable still names the database.
scenario-broken-unknown-host = A proxy that is gone
    .about = `Name or service not known`: the host variable names a proxy that was deleted.
scenario-broken-password-in-env = A password in plain sight
    .about = Everything works, and whoever may look at the function reads the database's password.
scenario-broken-old-runtime = A runtime of the past
    .about = It runs as ever, and every change is refused: the runtime is no longer supported.
scenario-broken-three-seconds = Three seconds
    .about = `Task timed out after 3.00 seconds` now and then, and no reason: the function gives up before the proxy does.
scenario-broken-slow-borrow = A proxy more patient than its caller
    .about = Under load `Task timed out after 30.00 seconds`, where error 9501 would say why: the proxy waits two minutes.

# Broken: proxy

scenario-broken-no-targets = A proxy with nothing behind it
    .about = Error 9501 for everybody: the proxy was made, and no database was registered with it.
scenario-broken-waiting = Waiting for capacity
    .about = Error 9501 ten minutes after the proxy was made: its target still waits for the proxy to scale.
scenario-broken-stopped = A database asleep
    .about = Error 9501 since last night: somebody stopped the database.
scenario-broken-replica = A replica behind the proxy
    .about = The target has an invalid replication state: a proxy needs the source, and this is its read replica.
scenario-broken-engine = Two protocols
    .about = The handshake breaks off: the proxy speaks PostgreSQL and the database behind it MySQL.
scenario-broken-iam-off = Tokens taken for passwords
    .about = `Access denied` for good tokens: IAM authentication of the proxy is off, so it takes a token for a password.
scenario-broken-tls-off = TLS not required
    .about = Everything works, and some clients send their passwords unencrypted: the proxy lets them.
scenario-broken-pinning = Pinned sessions
    .about = As many connections as clients, and 9501 under load: a `SET` at the start pins each session to its connection.
scenario-broken-oversubscribed = Two proxies, one database
    .about = `Too many connections` for everyone but the proxies: together they may take more than the database has.
scenario-broken-auto-pause = A database that never rests
    .about = The database should pause at night, and its bill goes on: the proxy's open connections keep it awake.
scenario-broken-unused = A proxy for nobody
    .about = Nothing fails, and the proxy costs its money: no client came in a week.

# Broken: database

scenario-broken-secondary = Writing to a reader's cluster
    .about = `The target group doesn't have any associated read/write instances`: the cluster is a secondary one of a global database.
scenario-broken-forwarding = Forwarded writes without room
    .about = Connections are refused while the pool still grows: write forwarding has a share of them for itself.
scenario-broken-blue-green = Between blue and green
    .about = Everything works, and tonight all connections drop: a blue/green deployment of the database is under way.
scenario-broken-newcomers = Managed instances and an express cluster
    .about = The function runs on managed instances of an old runtime, beside an express cluster that no proxy can serve.

# Setups that work and are to move on

scenario-from-database = Past a shared proxy
    .about = A function connects to the database itself, and others already go through the proxy: move it over.
scenario-from-password = A password on a shared proxy
    .about = A function sends a password, and another user of the proxy a token: move the first to tokens.
scenario-from-secret = Tokens in front, secrets behind
    .about = Two users send tokens, and the proxy logs in with their secrets: move one to tokens on both sides.
