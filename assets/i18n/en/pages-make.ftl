# The pages of Design, Make and Prove: network, proxy, access, review, apply, check, connect, export.

after-step = (after step { $step })
after-apply = (after the run)
failure-said = AWS said
failure-next = Next
retry = Try again
edit = Edit
go-to-page = Go to { $page }
copy-policy = Copy policy
needs-permission = Needs `{ $permission }`
continue-to-check = Continue to check
save-choices = Save choices…
read-only = read only
minutes-range = { $from }–{ $to } min

plan-group-identity = Identity
plan-group-network = Network
plan-group-proxy = Proxy
plan-group-function = Function

after-secret = the secret
after-role = the role
after-policy = the policy
after-group = the group
after-rule = the rule
after-endpoint = the endpoint
after-proxy = the proxy
after-pool = the pool settings
after-target = the target
after-iam-auth = IAM authentication
after-function = the function
after-alias = the alias
after-log-group = the log group
after-alarm = the alarm
after-probe = the probe

# Review
review-title = { $count ->
    [0] Nothing to change
    [one] Review 1 change
   *[other] Review { $count } changes
}
review-sentence = In this order. Nothing has been changed yet.
review-nothing-sentence = The account already is as this setup wants it.
review-waiting = Review
review-reading = Reading the account
review-view = View
review-plan = Plan
review-script = CLI script
review-script-about = The same plan as commands, for a shell signed in to { $region }.
review-filter-none = No step of this kind
review-filter-none-text = Choose another filter above.
review-blocked = { $count ->
    [one] One thing stands in the way
   *[other] { $count } things stand in the way
}
review-blocked-sentence = There is no plan until this is fixed. Everything else is kept.
review-password = The password has to be typed
review-password-text = It is kept in no file, so it is asked for on the Secret page before each run.
review-password-go = Type it
review-apply = { $count ->
    [one] Apply 1 change
   *[other] Apply { $count } changes
}
review-changes-account = This changes { $account }
review-practice = Practice: no AWS behind it
review-known = Good to know
review-known-read = { $count } to read before Apply
review-read-warnings = { $count ->
    [one] I have read the warning
   *[other] I have read the { $count } warnings
}
review-read-errors = { $count ->
    [one] I have read the error
   *[other] I have read the { $count } errors
}
review-read-both = I have read the errors and warnings ({ $errors } and { $warnings })
review-read-first = { $count ->
    [one] Read the warning first
   *[other] Read the { $count } warnings first
}
review-confirm = Change { $account } now?
review-confirm-text = A live account. { $create ->
    [one] 1 thing is made
   *[other] { $create } things are made
} and { $change } changed in account `{ $id }`, region `{ $region }`.
review-confirm-cost = ${ $usd } a month, an estimate
review-confirm-cost-on-top = ${ $usd } more a month, an estimate
review-confirm-cost-at-least = At least ${ $usd } a month; some prices are not known
review-confirm-cost-unknown = What it costs is not known
review-confirm-alarms = { $count ->
    [one] CloudWatch bills the alarm by the month
   *[other] CloudWatch bills the { $count } alarms by the month
}
review-confirm-free = It costs nothing more
review-confirm-undo = { $count ->
    [one] A receipt is kept, and the change can be undone
   *[other] A receipt is kept, and all { $count } can be undone
}
review-confirm-stop = You can stop after any step
review-confirm-yes = Apply to { $account }
review-confirm-no = Not yet
review-preflight = Preflight
review-preflight-again = Check again
review-preflight-asking = asking AWS…
review-safety = Safety
review-receipt = A receipt is written before and after each step. Undo restores the account and never touches what was there.
review-set-borrow = Set it to { $seconds } s
filter-all = All
filter-create = Create
filter-change = Change
filter-already-so = Already so
expand-all = Expand all
collapse-all = Collapse all
changes = { $count ->
    [one] 1 change
   *[other] { $count } changes
}
already-so = { $count } already so
key-why = Why
key-change = Change
key-there = There
key-call = Call
key-cli = CLI
key-undo = Undo
call-on = on { $resource }
diff-kept = { "  kept " }
diff-added = + added
diff-removed = − gone
cost-estimate = Cost, estimate
cost-unknown = not known
cost-a-month = a month
cost-more-a-month = more a month
cost-paid-already = { $how }. Paid already, because it exists
cost-why = why
cost-less = less
cost-prices-of = Price table of { $date }. An estimate, not a bill.
time-head = Time
time-waiting = most of it is waiting

# Apply
apply-none-sentence = This page shows what a run does.
apply-none = No run yet
apply-none-text = A run begins on the review page.
apply-none-go = Go to review
apply-started = Started { $at } UTC · { $time } so far
apply-took = Started { $at } UTC · { $time }
apply-asks = Asked again in { $next } s, for { $limit } at most.
apply-after = after { $what }
apply-not-begun = not begun
apply-cut-off = cut off
apply-retrying = trying again, { $attempt }
apply-folded = The first { $count } steps
apply-unfold = Show them
apply-choices = What each choice does
apply-retry = Retry from here
apply-resume = Resume
apply-undo = Undo this run
apply-undo-ask = Undo this run…
apply-export = Export what is left
apply-export-text = Keeps all. The files hold the whole setup, to finish it by hand.
apply-stop = Stop after this step
apply-stop-now = Stop now
apply-stop-asked = Stopping
apply-stopping = stopping after the steps under way
apply-stopping-now = stopping
apply-wait = Wait again
apply-check-text = Reads the path again and says what stands in the way. Nothing is changed.
apply-not-working = made, not working yet
apply-usual-until = Usually { $from } to { $to }, asked often at first, then every { $poll }.
apply-saved = Receipt saved { $at }. If this machine stops, the next start offers to continue.
apply-saved-short = Receipt saved { $at }
apply-back-to-review = Back to review
apply-password = Password for the secret
apply-password-note = It is kept nowhere, so a run that goes on needs it again.
apply-tab-log = Log
apply-tab-receipt = Receipt
apply-tab-undo = Undo plan { $count }
apply-log-copy = Copy the log
apply-log-save = Save the log
apply-log-following = Following · scroll up to stop
apply-log-end = At the end
apply-log-gone = The log is not kept between starts. What was done is in the receipt.
apply-log-lines = { $count ->
    [one] 1 line
   *[other] { $count } lines
}
apply-receipt-about = What was made or changed, with what was there before. Resume and undo work from this file alone.
apply-receipt-none = It is written before the first call.
apply-receipt-file = File
apply-receipt-setup = Setup
apply-receipt-began = Began
apply-receipt-saved = Saved
apply-receipt-steps = Steps done
apply-receipt-secret = No password is in it.
apply-undo-empty = Nothing was changed yet.
fact-operation = Operation
fact-resource = Resource
fact-as = As
fact-said = AWS said
fact-next = Next
key-wait = W
copy-statement = Copy the statement
copy-report = Copy the report
in-the-console = In the console
undone-still-there = Still there
undone-still-there-aside = { $count }, each with its reason
undone-restored = Restored
undone-restored-aside = to the values in the receipt
undone-removed = Removed
undone-removed-aside = that this run had made
undone-kept = Kept
undone-kept-aside = because others changed them since
undone-again = Start again with these choices
undone-retry = { $count ->
    [0] Go on undoing
    [one] Try the leftover again
   *[other] Try the { $count } leftovers again
}

# Check
check-waiting = Checking the path
check-waiting-sentence = Reading the account again. Nothing is changed.
check-reading = Reading function, proxy, database and what lies between
check-function = Path from function
check-none = Not checked yet
check-none-text = A check reads the account again and changes nothing.
check-again = Check again
check-running = Checking…
check-save = Save report
check-connect = Connect from here
check-plan-fix = Plan the fix
check-never-changes = Checking never changes your account
check-filter = Filter by word, code, resource
check-no-match = Nothing matches
check-cause = cause
check-follows = follows from it
check-certain = certain
check-likely = likely
check-possible = possible
check-evidence = Evidence
check-fix = Fix
check-source = Source
check-unknown-about = This rule could not be decided, so it neither passes nor fails.
check-unknown-about-several = These rules could not be decided, so they neither pass nor fail.
check-unknown-why = Why it is not known
check-unknown-needs = What would decide it
check-would-mean = What it would mean
continue-to-export = Continue to export

# Connect
connect-title = Connect from this machine
connect-sentence = A real connection, stage by stage: name, TCP, TLS, login, one query.
connect-trying = Connecting
connect-passed = It connects from this machine
connect-passed-sentence = Every stage passed, the certificate and the login included.
connect-unreachable = Not reachable from here, which is normal
connect-unreachable-sentence = A proxy never has a public address. Nothing is wrong with it.
connect-failed = It stops at { $stage }
connect-failed-sentence = What it means and what to do next stands below.
connect-back = Back to the check
connect-go = Connect
connect-again = Connect again
connect-note = Token and password are never shown or stored
connect-where = Where, and as whom
connect-host = Host
connect-host-why = The certificate is checked against this name, and the token is signed for it, through a tunnel too.
connect-port = Port
connect-user = User
connect-database = Database
connect-via = Through a tunnel
connect-via-why = Dialled instead of the host: the near end of an SSM or SSH tunnel.
connect-ca = Certificates
connect-ca-why = A PEM file. A proxy needs none: its chain is public.
connect-ca-hint = Name a readable file in PEM form, or leave the field empty for the public roots.
connect-engine = Protocol
connect-login = Login
connect-login-token = IAM token
connect-login-password = Password
connect-password = Password of the user
connect-password-why = Sent only over verified TLS, and kept nowhere.
connect-no-password = The password is missing
connect-bad-port = `{ $port }` is no port
connect-bad-via = `{ $via }` is no tunnel
connect-mend-hint = Correct the field below, then connect again. A tunnel is written `127.0.0.1:13306`.
connect-rehearsed = It would connect
connect-rehearsed-sentence = Simulated in the practice account: each stage answers from what is there. Nothing is sent.
connect-rehearsed-note = The practice account: no network, no password, no token
connect-here = This machine
connect-by-tunnel = Through the tunnel
connect-not-tried = not tried yet
connect-in-all = { $count } ms in all
connect-no-answer = no answer
connect-rest-unreachable = Not reachable from here
connect-rest-unreachable-text = The address is private and this machine is outside its network.
connect-rest-failed = Not tried
connect-rest-failed-text = The stage before did not pass.
connect-stage = Stage
stage-resolve = Resolve
stage-credential = Credential
stage-login = Login
connect-raw = It said
connect-copy-error = Copy the error
connect-asks-resolve = name to address
connect-asks-tcp = port { $port }
connect-asks-tls = certificate
connect-asks-token = signed, not sent yet
connect-asks-login = as { $user }
connect-asks-query = an answer
milliseconds = { $count } ms

# Export
export-sentence = This setup, as files.
export-language = Handler in
export-language-hint = Find a language
export-language-run = run in our tests
export-language-not-run = not run in our tests
export-failed = The files could not be written
export-lines = { $count ->
    [one] 1 line
   *[other] { $count } lines
}
export-parts = Parts around it
part-api = API Gateway
part-api-about = calls `{ $function }` over HTTPS
part-rest-api = REST API
part-rest-api-about = calls `{ $function }`, by stages
part-schedule = Scheduler
part-schedule-about = calls `{ $function }` on a schedule
part-function = The function
part-function-about = for those who have none yet
part-network = Starter network
part-network-about = for those who have none yet
part-database = Starter database
part-database-about = RDS makes and keeps its master password
part-function-no-handler = for this engine and login there is no handler in that language
part-rotation = Rotation
part-rotation-about = a new password now and then
part-alarms = Alarms
part-alarms-about = and a dashboard in CloudWatch
part-config-rules = Config rules
part-config-rules-about = AWS Config checks that it stays so
part-rotation-no-secret = this setup has no secret to rotate
part-rotation-managed = RDS rotates this secret itself
part-rotation-not-ours = the secret is in use already, and not this setup's own
export-save = Save…
export-save-archive = Save as .zip…
export-folder = Folder for all files
export-folder-hint = Type a folder to see what differs there
export-change-folder = Change…
export-read-again = Read the folder again
export-reading = reading the folder
export-folder-unread = `{ $path }` could not be read
export-folder-slow = it does not answer
export-all-equal = all equal
export-standing = { $rest } new or equal, { $differ } { $differ ->
    [one] differs
   *[other] differ
}
export-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
export-files-differ = { $files }, { $count } { $count ->
    [one] differs
   *[other] differ
}
export-count-differs = { $count ->
    [one] 1 differs
   *[other] { $count } differ
}
export-branch-said = { $title }, { $files }
export-new = new
export-differs = differs
export-kept = kept
export-taken = ours
export-left = No longer exported, still in the folder
export-left-about = An earlier export wrote these. They are left as they are: delete them by hand where they are not wanted.
export-differs-one = Differs from disk: { $file }
export-differs-many = Differs from disk: { $count } files
export-keep = Keep the one on disk
export-kept-done = The one on disk is kept
export-take = Take ours
export-taken-done = Ours is taken
export-save-all = { $count ->
    [one] Save 1 file
   *[other] Save { $count } files
}
export-no-secret = No file holds a secret

# What can be exported: by the id of the target.
export-target-cdk-typescript = CDK, TypeScript
    .about = An app of the AWS CDK with the types of CloudFormation
export-target-cdk-python = CDK, Python
    .about = An app of the AWS CDK with the types of CloudFormation
export-target-cli = AWS CLI script
    .about = The same calls for a shell with the AWS CLI and jq, and a script that undoes them
export-target-cloudformation = CloudFormation
    .about = A template for one account or, as a StackSet, for many
export-target-config-rules = AWS Config and Guard
    .about = Rules that hold the proxy to this setup
export-target-locust = Load test
    .about = A locustfile that calls the function by its URL or its API
export-target-policies = Policies
    .about = The roles' policies, and the least that whoever sets this up must be allowed
export-target-powershell = PowerShell script
    .about = The same calls for PowerShell 7.5 with the AWS CLI, and their undo; checked by its grammar, not run yet
export-target-pulumi = Pulumi
    .about = A program in TypeScript with Pulumi's AWS provider
export-target-sam = AWS SAM
    .about = A template with the handler in it as a new function
export-target-terraform = Terraform
    .about = Plain resources for Terraform and OpenTofu
export-target-database-user = Database user
    .about = The SQL that makes the user in the database, for this engine and login
export-target-handler = Handler for { $language }
    .about = One connection per environment, opened as this setup wants it, with verified TLS
