# Network, Proxy and Access pages.

use-suggestion = Use `{ $value }`

network-title = Network
network-sentence = Each group lets in only the one before it.
network-said = Security groups: { $function } reaches { $proxy } on tcp { $port }, and { $proxy } reaches { $database } on tcp { $database_port }
network-tcp = tcp
network-of-function = function { $name }
network-of-function-elsewhere = function in { $vpc }
network-of-proxy = proxy { $name }
network-of-database = { $kind ->
    [cluster] cluster
   *[instance] instance
} { $name }
network-add-rules = { $count ->
    [one] add 1 rule
   *[other] add { $count } rules
}
network-endpoint = Secrets Manager endpoint
network-endpoint-make = Make it anyway
network-endpoint-auto = Make it only if needed
network-endpoint-skip = Do not make it
network-subnets = Subnets for the proxy
network-zones = { $zones } zones chosen, 2 needed · free addresses { $free }, needs { $needed }
network-free = { $count } addresses free
network-two-zones = The default endpoint lives in two zones, however many you add. Subnets are fixed once the proxy exists.
network-function-elsewhere = { $name } stays in { $vpc }, and reaches the proxy by an endpoint there.
network-function-place = { $name } is in { $vpc } already. Its subnets and groups stay as they are.
network-function-moves = { $name } moves into { $vpc }, into the subnets chosen here.
network-tab-rules = Rules
network-tab-calls = API calls
network-new-group = new group
network-in = in
network-out = out
network-undo = Undo revokes the rules first, then deletes the group. Your own rules are never touched.

proxy-title = Proxy
proxy-sentence = Sized for { $database } and { $function }. Every value has its reason.
proxy-sentence-reused = `{ $name }` exists already and is reused. What you change here is changed on it.
proxy-name = Name
proxy-port = Listens on
proxy-port-why = Fixed by the engine.
proxy-pool = Connection pool
proxy-bar-most = Proxy, at most { $count }
proxy-bar-idle = idle { $count }
proxy-bar-left = Left for everyone else, { $count }
proxy-bar-limit = max_connections about { $count }
proxy-bar-demand = { $function } asks for at most { $count }
proxy-bar-reserved = its reserved concurrency
proxy-safety = Safety and sharing
proxy-tls = Require TLS
proxy-variables = Setting variables does not pin a connection
proxy-debug = Debug logging
proxy-advanced = Network type, init query, tags
proxy-advanced-now = now: { $network } · { $query } · { $tags } tags
proxy-query-set = a query
proxy-query-none = no query
proxy-endpoint-network = Endpoint network type
proxy-target-network = Target network type
proxy-query = Init query
proxy-query-why = SQL that runs on every new connection. Anyone who may describe the proxy can read it.
proxy-tags = Tags
proxy-tags-why = For everything that is made: key=value, separated by commas. The wizard adds its own.
proxy-tab-pool = Target group
proxy-tab-cli = CLI
proxy-undo-none = Undo leaves the proxy as it is.
proxy-settled = Already so: nothing is called
proxy-cost-head = What it costs
cost-floors = You pay for the database’s vCPUs, at least 2; with Serverless v2 for at least 8 ACU. Idle proxies cost the same. Price table of { $date }.

access-title = Access
access-sentence = Lambda has no “attach proxy” call. These settings are all there is to it.
access-network = { $function } sits in the proxy’s network
access-network-policy = Its role gets AWSLambdaVPCAccessExecutionRole, so that Lambda can make its network interfaces.
access-network-has = Its role may already make network interfaces.
access-connect = Its role may connect, as one user, to one proxy
access-connect-what = `rds-db:connect → dbuser:{ $id }/{ $user }`
access-connect-why = The proxy’s own id, not its name: the most common mistake. AWS makes the id; we fill it in then. Never `/*`.
access-secret = Its role may read one secret
access-secret-what = `secretsmanager:GetSecretValue` on the exact secret
access-secret-why = The function reads user and password from it. Never `*`.
access-iam = The proxy takes a token and nothing else
access-iam-why = Someone who has only the password is turned away.
access-iam-off = The proxy takes a password
access-iam-off-why = For code you must keep. Anyone with the password gets in.
access-iam-end-why = No password exists; the database must know the user as an IAM user.
access-change-mode = Change how the function logs in
access-variables = Environment variables
access-variables-aside = names are yours to change, handler code follows
access-variable-name = Variable name { $name }
access-database-name = Database name
access-database-hint = database to open
access-not-shown = not shown
access-kept = (kept)
access-note-code = Your code must read these names. Export has a handler that does.
access-note-none = No password and no secret name among them: in this mode the function needs neither.
access-note-secret = The password is not among them: the function reads it from the secret.
access-on-role = on { $role }
access-environment = Environment of the function
access-tab-policy = Policy
access-tab-environment = Environment
access-tab-calls = API calls
access-pane-note = Lambda replaces the whole map, so the kept variables are sent again. RevisionId stops us if someone changes it meanwhile.

proxy-endpoints = Endpoints
proxy-endpoint-reads = Read-only endpoint
proxy-endpoint-reads-why = Leads to the readers of the cluster, so that reads take nothing from the writer. It costs extra, as a PrivateLink endpoint.
proxy-endpoint-named = Its name is `{ $name }`.
proxy-endpoint-variable = The function gets its host as `{ $name }`.
endpoint-details = Name, subnets and groups
endpoint-details-now = { $network }, in { $count } subnets
endpoint-name-reads = Name of the read-only endpoint
endpoint-name-vpc = Name of the endpoint in the function’s VPC
endpoint-name-why = Unique in account and region; empty for the usual one
endpoint-addresses = Addresses of the endpoints
endpoint-subnets = Subnets of the endpoints, in two zones
endpoint-subnet = { $subnet } in { $zone }
endpoint-groups = Security groups of the endpoints
endpoint-groups-none = { $group }
endpoint-groups-count = { $count } chosen
endpoint-groups-add = Add a security group
endpoint-groups-hint = Name or id of a group
endpoint-groups-why = The first one gets the rule that lets the function in. Other groups are used as they are.
proxy-endpoint-vpc = Endpoint in { $vpc }, the function’s VPC
