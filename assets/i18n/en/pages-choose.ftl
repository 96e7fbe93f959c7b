# The pages that choose and name: account, database, function, secret, role.

recommended = recommended
reading = reading…
not-known = not known
series-comma = ,{" "}
sentence-and-sentence = { $first } { $next }
dollars = ${ $usd }
use-this = Use `{ $value }`

# Lists
listing-show = Show
listing-reload = Read again
listing-unread-text = Whether there are any is not known. What AWS said stands below.
listing-reading = reading…
listing-now = read just now
listing-age = read { $minutes } min ago
listing-calling = `{ $calls }` and others, for { $seconds } s so far
unreadable-head = { $count ->
    [one] One source could not be read
   *[other] { $count } sources could not be read
}
unreadable-denied = `{ $operation }` denied: what it would tell is not known
unreadable-failed = `{ $operation }` failed: { $because }

# Account
account-title = What would you like to do?
account-sentence = Both ways start by reading. Nothing changes in your account before you press Apply on the review page.
door-set-up = Set up a proxy
door-set-up-text = Pick a database and a function. Everything between them is designed for you, shown and explained.
door-set-up-short = Two choices, then every change is shown.
door-set-up-time = about 10 min
door-set-up-undo = can be undone
door-validate = Validate an existing proxy
door-validate-text = Every hop from function to database gets a verdict, with evidence and the fix.
door-validate-short = A verdict for every hop, in under a minute.
door-validate-time = under a minute
door-validate-reads = read-only

setups-head = Your setups
setups-here = { $count } on this machine
setups-search = Search your setups
setups-hint = Name, account, function…
setups-count = { $shown } of { $all }
setups-none = None of them has these words.
setup-stands = { $badge } · { $when }
setup-draft = draft of { $when } · { $things }
setup-unreadable = cannot be read: { $why }
setup-act = { $act } { $name }
setup-open = Open
setup-check = Check
setup-delete = Delete…
draft-head = Delete this file?
draft-text = Nothing in any account changes.
draft-yes = Delete the file
draft-unreadable = The draft `{ $path }` cannot be read
run-when = { $date }, { $time } UTC
calendar-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
run-continue = Continue
run-undo = Undo…
run-discard = Discard…
run-needs-account = None of your profiles leads to the account { $account } now
run-needs-account-hint = Sign in to it, press Reload, and try again.
run-seeking = Asking your profiles which of them leads to the account.
discard-head = Discard this receipt?
discard-text = Nothing in { $account } changes: what the run made stays there, and this program will no longer know how to undo it.
discard-yes = Discard the receipt
forget-text = Nothing in { $account } changes, and nothing of this run is left there. Its choices go with the receipt.

account-head = Account
account-reload = Reload
account-profiles = { $count ->
    [0] no profile in your AWS configuration
    [one] 1 profile in your AWS configuration
   *[other] { $count } profiles in your AWS configuration
}
account-profiles-reading = reading your AWS configuration…
account-selected = selected
account-opening = opening
account-asking = asking who it is
account-sign-in = sign in again
account-code = needs a code
account-search = Find a profile
account-search-hint = Name, kind or region
account-search-none = No profile is called like that.
account-not-usable = not usable
account-not-known = account not known
account-repair = Show how to repair it
account-none = Your own account
account-none-text = Sign in once, then reload. Until you press Apply it is only read.
account-environment = Default credentials
account-profile-region = { $region }, from the profile
account-profile-no-region = the profile names no region
kind-sso = SSO
kind-access-key = Access key
kind-assume-role = Assumed role
kind-web-identity = Web identity
kind-process = Credential process
kind-console-login = Console sign-in (aws login)
kind-environment = Environment, container or instance
kind-other = No credentials of its own
practice-name = Practice account
practice-id = 0000-0000-0000
practice-memory = A believable company, in memory
practice-holds = In memory: { $databases } databases, { $functions } functions
practice-never = never contacts AWS
practice-about = In memory, with real rules · never contacts AWS · { $speed }
practice-faster = its time runs { $times } times faster
practice-at-once = its waits take no time
region = Region
region-hint = Id or place…
region-by-hand = Type a region…
region-type = Press Enter to read it.
region-why = Where the database is. From the profile.
region-chosen = Where the database is. Chosen here.
scenario = Scenario
scenario-hint = Find a scenario
scenario-filter = Find a scenario
scenario-start = Start here
scenario-network = The way is closed
scenario-connect = The function’s login is refused
scenario-role = The proxy’s role
scenario-secret = The secret
scenario-function = The function
scenario-proxy = The proxy and its pool
account-opening-words = { $name } is being opened: `sts:GetCallerIdentity` has not answered for { $time }.
account-missing = No account is open
account-missing-text = Choose one of the cards. The practice account needs nothing.
account-next = Choose a database
account-next-validate = Choose a proxy
account-note = Credentials stay where the AWS CLI keeps them. This app has no store of its own.


# Database
database-title = Which database?
database-sentence = Databases that cannot have a proxy stay listed, with the reason.
database-filter = Filter databases
database-hint = Name, id, engine, tag…
database-ready = Ready for a proxy
database-cannot = Cannot have a proxy
database-missing = Choose a database first
database-none = No databases in { $region }
database-unread = The databases in { $region } could not be read
database-none-text = RDS instances and Aurora clusters of this region would be listed here.
database-other-region = Change account or region
engines-all = All engines
engines-mysql = MySQL
engines-postgresql = PostgreSQL
database-cluster = { $readers ->
    [0] cluster, writer alone
    [one] cluster, writer + 1 reader
   *[other] cluster, writer + { $readers } readers
}
database-vcpu = { $count } vCPU
database-acu = { $min }–{ $max } ACU
database-no-endpoint = none yet
database-iam-on = on
database-iam-off = off
database-iam-not-needed = · only end-to-end IAM needs it
database-no-proxy = none in this VPC
database-proxies = { $count } in this VPC
fact-engine = Engine
fact-endpoint = Endpoint
fact-port = Port
fact-resource-id = Resource id
fact-vpc = VPC
fact-zones = Zones
fact-group = Security group
fact-iam = IAM auth
fact-proxies = Proxies
ready-head = Why it is ready
ready-not-head = Why it is not ready
ready-engine = Engine, version and status are supported
ready-vpc = VPC has default tenancy and DNS names on
ready-tenancy = VPC has default tenancy
ready-no-dns = VPC has DNS names off: an endpoint would not resolve
ready-vpc-unknown = Its VPC could not be read
ready-zones = { $count } zones with subnets, at least 2 are needed
ready-one-zone = Subnets in one zone only, at least 2 are needed
ready-zones-unknown = Its subnets could not be read
ready-zones-reading = Reading subnets and zones…
ready-quota = { $used } of { $quota } proxies used, unless the quota was raised
ready-quota-unknown = `rds:DescribeDBProxies` denied: quota not known
database-reused = `{ $name }` exists already and is reused
database-reused-text = It is paid for already, with ${ $usd } a month. Another name on the Proxy page makes a new one.
database-reused-unpriced = It is paid for already. Another name on the Proxy page makes a new one.
database-cost-head = What a proxy would cost
database-cost-a-month = a month, estimate
database-cost-how = { $how }. Price table of { $date }.
database-cost-unknown = The price table has no price for this region.

# Function
function-title = Which function?
function-sentence = { $count } in { $region }. Those outside the network can move in.
function-filter = Filter functions
function-hint = Name, runtime, role…
function-inside = In { $vpc } already
function-moved = Will be moved into { $vpc }
function-elsewhere-group = In another VPC: the proxy needs an endpoint there
function-cannot = Cannot use the proxy
function-missing = Choose a function first
function-none = No functions in { $region }
function-unread = The functions in { $region } could not be read
function-none-text = Lambda functions of this region would be listed here.
places-all = All
places-inside = In { $vpc }
places-outside = No VPC
function-elsewhere = It is in another VPC, { $vpc }
function-image = container image
function-no-vpc = no VPC
function-managed = managed instances
function-subnets = { $count ->
    [one] 1 subnet
   *[other] { $count } subnets
}
function-seconds = { $count } s
function-memory = { $memory } MB
function-reads = `{ $variable }` names { $database }
function-ready = ready
function-update-failed = last update failed
function-at-once = { $count } at once
function-no-limit = no limit of its own
function-limits = { $seconds } s · { $memory } MB · { $most }
function-variables = { $count ->
    [0] no variables
    [one] 1 variable, kept
   *[other] { $count } variables, all are kept
}
function-alias = { $alias } → { $version }
function-no-alias = none
function-on-provider = It runs on managed instances
function-on-provider-text = Its network is that of the capacity provider, and stays as it is. Several requests run in one process: each needs a connection of its own.
function-stays = It is in the database’s VPC already
function-stays-text = Its subnets and security groups stay as they are.
function-moves = Will be moved into { $vpc }
function-from-none = none → `{ $to }`
function-new = new
fact-runtime = Runtime
fact-role = Role
fact-limits = Limits
fact-environment = Environment
fact-aliases = Aliases
fact-subnets = subnets
fact-function-group = group
alias-head = Alias { $alias } points at version { $version }
alias-text = Version { $version } is frozen, its network and variables with it. Changes go to `$LATEST`; callers of { $alias } would not see them.
alias-publish = Publish a version and move { $alias } to it
alias-publish-why = The version is published after everything else, and undo moves the alias back.
alias-leave = Leave { $alias } alone
alias-leave-why = Its callers keep connecting as they do now.

# Secret
secret-title = How should the function log in?
secret-sentence = Two logins happen: function to proxy, and proxy to database.
mode-token = IAM token
mode-password = password
mode-row-secret = The secret
mode-row-network = Network
mode-row-database = Database
mode-standard-name = Standard IAM
mode-standard-secret = one, only the proxy reads it
mode-nothing-more = nothing more
mode-normal-user = a normal user
mode-password-name = Password
mode-password-aside = for code you must keep
mode-password-secret = one, both read it
mode-password-network = an endpoint, or NAT
mode-end-name = End-to-end IAM
mode-end-aside = no password anywhere
mode-end-blocked = not for SQL Server
mode-end-secret = none
mode-end-database = IAM auth on, IAM user
mode-use-standard = Use standard IAM
secret-head = The secret the proxy reads
secret-source = Secret
secret-source-create = Create
secret-source-reuse = Reuse one of { $count }
secret-source-managed = RDS-managed
secret-source-why = RDS-managed is the master user, for trials. To do without a secret, take end-to-end IAM.
secret-create-one = Create a secret
secret-reuse-it = Reuse it
secret-name = Secret name
secret-free = Free. No deletion of that name is pending.
secret-name-why = AWS adds a hyphen and six characters to its ARN.
secret-user = Database user
secret-user-why = One secret holds one user.
secret-user-iam-why = The database must know it as an IAM user.
secret-password = Password
secret-password-made = Made by Secrets Manager
secret-password-made-why = Made by Secrets Manager, never shown.
secret-password-type = Type a password
secret-password-make = Let Secrets Manager make one
secret-password-typed-why = Goes to Secrets Manager only.
secret-password-empty = Type the password that the user has in the database
secret-key = KMS key
secret-key-why = Costs nothing, and needs no statement of its own.
secret-key-own-why = The role also gets `kms:Decrypt`.
secret-key-type-why = Alias, key id or ARN. Empty takes the AWS managed key.
secret-key-aws = AWS managed, free
secret-key-free = AWS managed
secret-key-yours = yours
secret-key-hint = Alias, key id…
secret-key-by-hand = Type a key…
secret-key-state = It is { $state }
secret-user-unknown = The database does not know this user yet
secret-user-unknown-text = Create `{ $user }` in the database with this password, unless it is there.
secret-which = Secret to reuse
secret-choose = Choose a secret
secret-hint = Name, description, ARN…
secret-by-hand = Type a name or ARN…
secret-type-why = Its name or full ARN.
secret-list-denied = `{ $operation }` denied: type its name or ARN.
secret-reuse-why = Used as it is, never changed.
secret-rotates = rotates
secret-deleted-head = `{ $name }` is scheduled for deletion and keeps its name
secret-deleted-next = Take the next name, `{ $name }`
secret-deleted-next-why = Restores nothing, and needs no more permissions than the first time.
secret-deleted-restore = Restore `{ $name }`
secret-deleted-restore-why = Same name and ARN, with a new password. The one it held becomes its previous version.
secret-deleted = Scheduled for deletion
secret-look-inside = Look inside once to check its shape
secret-look-inside-why = One `secretsmanager:GetSecretValue`; only the user name is kept.
secret-shape-right = The secret has the right shape
secret-shape-right-text = A JSON object with `username` and `password`, for `{ $user }`.
secret-none-head = The database user
secret-none = No secret is made and none is read
secret-none-text = IAM authentication is turned on for the database, and the user must be made with the IAM plugin: `AWSAuthenticationPlugin` in MySQL and MariaDB, the role `rds_iam` in PostgreSQL.
pane-secret = Secret
pane-proxy-auth = Proxy
pane-calls = API calls { $count }
pane-value = Secret value
pane-value-aside = two lowercase keys, others are ignored
pane-value-expected = Expected shape
pane-value-expected-aside = the secret itself is not changed
pane-no-secret = instead of a secret
pane-password-note = The password never reaches the receipt, a log or an export.

# Role and policies
role-title = Role and policies
role-sentence = The proxy uses this role to read one password, nothing else.
role-sentence-iam = The proxy uses this role to log in as one user, nothing else.
role-create = Create a role (recommended)
role-create-text = Exactly what this proxy needs
role-existing = Use an existing role
role-existing-text = Checked before it is used, never changed
role-name = Role name
role-free = Free in this account. { $length } of 64 characters.
role-length = { $length } of 64 characters.
role-boundary = Permissions boundary
role-boundary-hint = ARN of a policy
role-boundary-why = Only if your account demands one.
role-which = Existing role
role-choose = Choose a role
role-hint = Name, path…
role-by-hand = Type a role name…
role-type-why = Its name, without the path.
role-list-denied = `{ $operation }` denied: type its name.
role-existing-why = It must trust `rds.amazonaws.com` and allow what stands below.
role-facts = { $path } · { $policies ->
    [one] 1 policy
   *[other] { $policies } policies
}
role-may = What it may do
role-must = What it must be allowed
role-statements = { $count ->
    [one] 1 statement
   *[other] { $count } statements
}
power-secret = Read one secret
power-secret-why = The exact ARN with its suffix, never a pattern. Another secret needs another line.
power-decrypt = Decrypt with its key
power-decrypt-why = The secret uses your own KMS key. Without this the target shows `AUTH_FAILURE`, and only debug logging says why. Usable only through Secrets Manager.
power-connect = Log in as one user
power-connect-why = The exact database id and user. The proxy signs a token of its own for each connection.
role-who = Who may use it
role-rds = RDS, and nobody else
role-rds-why = No condition keys: RDS Proxy does not support global ones, and one here can lock it out.
role-more = Path and tags
role-more-now = now: { $path } · { $tags } tags · { $policy }
role-path = Path
role-path-why = `/` unless your account files its roles elsewhere.
role-tags = Tags
role-tag-key = Key
role-tag-value = Value
role-tag-add = Add tag
role-tag-remove = Remove tag { $tag }
role-tags-why = They go on everything that is made, beside the program’s own.
pane-permissions = Permissions
pane-trust = Trust
pane-marked = Marked: what your last change wrote
pane-policy-size = { $bytes } of { $limit } bytes that IAM allows in a role’s own policies
pane-role-existing = These are needed; the role itself is not changed

function-endpoint-there = Give the proxy an endpoint there
