# What the command line says. Names in backticks; error titles are lower case without a final period.

# Signs of a verdict, in a column
cli-passed = ok
cli-failed = failed
cli-made = made
cli-error = error
cli-warning = warning
cli-note = note
cli-unknown = unknown
cli-not-reachable = not reachable
cli-not-tried = not tried

# Arguments and files
cli-see-help = Run the command with `--help` to see what it takes.
cli-choices-refused = the choices file `{ $path }` cannot be used
cli-choices-at = line { $line }, column { $column }: { $why }
cli-choices-missing-hint = Name a file that can be read; the examples in `assets/examples` are good starts.
cli-choices-hint = Fix that line; the examples in `assets/examples` show every key.
cli-choice = the choice `{ $field }`
cli-no-runtime = the program could not start its threads
cli-no-answer = no answer could be read from the terminal
cli-cannot-ask = there is no terminal to ask on
cli-cannot-ask-hint = Look at the plan with `plan`, then repeat the command with `--yes`.
cli-no-password = a password is needed and there is no terminal to type it on
cli-no-password-hint = Give it on standard input with `--password-stdin`, or set `password = "generated"` under `[secret]` in the choices file.
cli-long-password = the text on standard input is no password: it is longer than { $limit } bytes
cli-empty-password = the password is empty
cli-empty-password-hint = Give the password on the first line of standard input.

# A name that nothing has
cli-meant = Did you mean `{ $name }`?
cli-meant-several = Did you mean { $names } or `{ $last }`?
cli-unlisted-region = `{ $name }` is not the name of a region that this program knows
cli-unlisted-region-hint = If AWS has added it since, repeat the command with `--unlisted-region`.
cli-no-region-hint = Name the region that the database is in, as AWS calls it.
cli-no-profile = there is no profile `{ $name }` in the AWS config and credentials files
cli-no-profile-hint = There are { $known }.
cli-no-profiles-hint = There is none at all: run `aws configure sso` or `aws configure`, or use the practice account with `--practice`.

# The plan
cli-setup = Setup `{ $name }`
cli-row-account = account
cli-row-database = database
cli-row-function = function
cli-row-login = login
cli-login = { $mode }, as `{ $user }`
cli-mode-practice = practice
cli-mode-live = live
cli-summary = Plan: { $create } to create, { $change } to change, { $same } already so; usually about { $minutes } min.
cli-nothing-to-do = Nothing to do: the account is already as the setup wants it.
cli-cost = About ${ $usd } a month (estimate, prices of { $date }).
cli-cost-on-top = About ${ $usd } more a month (estimate, prices of { $date }); what is reused is paid for already.
cli-cost-at-least-on-top = At least ${ $usd } more a month (estimate, prices of { $date }; some prices are not known); what is reused is paid for already.
cli-cost-at-least = At least ${ $usd } a month (estimate, prices of { $date }; some prices are not known).
cli-notes = Good to know
cli-checks = Checks
cli-undo-of-step = Undo: { $undo }
cli-leftovers = { $count ->
    [one] Still there, for you to remove:
   *[other] Still there, for you to remove ({ $count }):
}

# Connect
cli-password-of = Password of { $user }
cli-connecting = Connecting to { $host }:{ $port }
cli-no-target = nothing to connect to
cli-no-target-hint = Give `--proxy NAME`, or `--host HOST --engine mysql` or `postgresql`.
cli-sqlserver-connect = connections to SQL Server cannot be tried from here
cli-sqlserver-connect-hint = Use a SQL Server client with the proxy's endpoint.
cli-no-endpoint = the proxy `{ $name }` has no endpoint yet: its status is { $status }
cli-no-endpoint-hint = Wait until it is available, then try again.

# Runs
cli-working = working
cli-waiting = waiting
cli-removed = removed
cli-restored = restored
cli-gone = gone
cli-kept = kept
cli-run-started = { $count ->
    [one] One step to do. Receipt: { $receipt }
   *[other] { $count } steps to do. Receipt: { $receipt }
}
cli-retrying = attempt { $attempt } in { $secs } s: { $why }
cli-stopping = Stopping when the steps under way are done; press Ctrl-C again to stop waiting for them.
cli-stopping-now = Stopping now; a call that is under way is still recorded.
cli-stdin-taken = with `--password-stdin` there is nothing left to read an answer from
cli-yes-hint = Repeat the command with `--yes`.
cli-apply-question = { $count ->
    [one] Apply 1 change to { $account }?
   *[other] Apply { $count } changes to { $account }?
}
cli-apply-although = A check says that this would fail. { $count ->
    [one] Apply 1 change to { $account } all the same?
   *[other] Apply { $count } changes to { $account } all the same?
}
cli-nothing-changed = Nothing was changed.
cli-password-for = Password of { $user }, for the new secret { $secret }
cli-preflight-hint = Fix it, or repeat the command with `--ignore-preflight` if you know better.
cli-open-run = An earlier run of this setup is not finished. To go on with it: { $resume }
    To undo it: { $undo }
cli-to-be-undone = To undo of `{ $name }`:
cli-receipt = Receipt: { $path }
cli-to-check = Check:   { $command }
cli-to-resume = Resume:  { $command }
cli-to-undo = Undo:    { $command }
cli-no-run = there is no run to undo in this account and region
cli-receipt-left-out = Left out: { $why }
cli-no-open-run = there is no open run in this account and region
cli-no-run-of = there is no run of `{ $name }` to undo in this account and region
cli-looked-in = looked in `{ $folder }`
cli-no-run-hint = Name a receipt file, or choose the account and region of the run with `--profile` and `--region`, or `--practice`.
cli-receipt-practice = the receipt belongs to the practice account
cli-receipt-practice-hint = Repeat the command with `--practice`.
cli-receipt-live = the receipt belongs to a real account
cli-receipt-live-hint = Repeat the command without `--practice`, with the account's `--profile` and `--region`.

# man
cli-no-page = the page could not be written
cli-practice-region = the practice account is in { $region }, and has nothing in { $wanted }
cli-practice-region-hint = Leave `--region` out, or choose another scenario: `practice list` shows them.
cli-man-no-command = there is no command `{ $name }`

# licences
cli-licences-own = Or, as you choose, under the Apache License 2.0, whose text is among those below. The libraries inside, with the numbers of their texts:
cli-no-licences = the licences could not be read

# list
list-databases = Databases
list-functions = Functions

# The practice account
cli-no-scenario = there is no practice scenario `{ $name }`
cli-no-scenario-hint = There are { $known }; `practice list` says what each is.
cli-reset = The practice scenario `{ $name }` is back at its beginning.
cli-reset-receipts = { $count ->
    [one] The receipt of its one run is deleted.
   *[other] The receipts of its { $count } runs are deleted.
}
cli-reset-hint = Correct the permissions of that folder, or free some space, then try again.

# Rules
cli-no-rule = there is no rule `{ $code }`
cli-explain = { $code }: { $title }
cli-explain-severity = severity, at worst: { $severity }
cli-explain-holds = passed: { $holds }
cli-no-rule-hint = `rules` lists them.

# Files
cli-save-differs = { $count ->
    [one] a file is there already and differs
   *[other] { $count } files are there already and differ
}
cli-save-differs-hint = Choose another place, or repeat the command with `--yes` to write over what is there.
cli-save-over = { $count ->
    [one] Write over 1 file?
   *[other] Write over { $count } files?
}
cli-save-no-diff = { $path } is there and differs; it is no text, or too long to show.
cli-nothing-written = Nothing was written.
cli-not-written = `{ $path }` could not be written
cli-not-written-hint = Choose a place that can be written to.

# Export
cli-no-export-target = there is no export target `{ $id }`
cli-no-export-target-hint = There are { $known }.
cli-part-does-not-fit = the part `{ $part }` does not fit this setup
cli-part-does-not-fit-hint = Leave `{ $part }` out of `--with` and of `parts` in the choices.
cli-check-new = new: { $path }
cli-check-left = no longer exported, still there: { $path }
cli-check-counts = { $folder }: { $equal } equal, { $new } new, { $differ } { $differ ->
    [one] differs
   *[other] differ
}
cli-check-unreadable = `{ $path }` could not be read
cli-exported = { $count ->
    [one] One file in { $folder }
   *[other] { $count } files in { $folder }
}
cli-exported-of-plan = Names that only AWS can give are variables in the files, before and after `apply` alike. `policies/README.txt` says how to find them.

cli-plan-function-hint = Name it as `NAME`, or as `NAME:ALIAS` to publish a version and move that alias.
cli-export-function-hint = Name it as `NAME`, or as `NAME:QUALIFIER` where an alias or version is invoked.

# The walk without a window
cli-walk-no-window = There is no window to open here ({ $why }), so this walks the practice account in the terminal instead.
cli-walk-plan = 1. Plan: what would be made
cli-walk-apply = 2. Apply: on the practice account, whose minutes pass in a moment
cli-walk-check = 3. Check: read again and check against every rule
cli-walk-export = 4. Export: the same setup as files
cli-walk-stopped = The walk ends here; it leaves nothing behind.
cli-walk-next = For your own account: { $program } plan --database ID --function NAME

# validate and observe
cli-format-of-validate = only `validate` prints Markdown, HTML, SARIF or CSV
cli-format-of-validate-hint = Use `--format text` or `--format json` here.
cli-report-failed = the report could not be written
cli-no-proxies = nothing was checked: there is no proxy in this account and region
cli-nothing-checked = nothing was checked: no rule could be decided
cli-nothing-checked-hint = Look at the account and the region, and at what the report says could not be read.
cli-unanswered =
    { $proxies ->
        [one] one proxy was not read to the end: no answer to { $calls }
       *[other] { $proxies } proxies were not read to the end: no answer to { $calls }
    }
cli-unanswered-hint = What depends on it is unknown. Look at the connection, and run it again.
cli-nothing-in-bundle-hint = There is too little in this bundle. Write a new one with `observe`.
cli-bundle-refused = the bundle `{ $path }` cannot be used
cli-bundle-missing-hint = Name a file that can be read; `observe` writes one.
cli-bundle-hint = Write a new one with `observe`.
cli-bundle-without = Without { $operation }: { $because }
cli-bundle-written = Written: { $path }. It holds no secret values; look through it before you send it on.

# repair
cli-repair-mends = fixes    { $title } [{ $code }]
cli-repair-by-hand = by hand  { $title } [{ $code }]: its fix is for a person to do
cli-repair-not-safe = asks     { $title } [{ $code }]: it could cut somebody off, or be felt beyond this path; repair it with --only { $code }
cli-repair-not-read = unread   { $title } [{ $code }]: what it would change could not be read
cli-repair-not-chosen = asks     { $title } [{ $code }]: not chosen; repair it with --only { $code }
cli-repair-still-there = stays    { $title } [{ $code }]: it was repaired and is seen again
cli-repair-newly-seen = new      { $title } [{ $code }]: it shows only now; repair again
cli-repair-left = { $count ->
    [one] 1 fault is left:
   *[other] { $count } faults are left:
}
cli-repair-clean = { $count ->
    [one] Looked again: it is gone.
   *[other] Looked again: all { $count } are gone.
}
cli-tunnel = Through a tunnel: { $line }
cli-tunnel-only = The only one that can carry a tunnel there: { $name } ({ $id })
cli-tunnel-many = { $count } could carry the tunnel
cli-tunnel-name = Name one: --tunnel ID
cli-tunnel-clients = Other programs connect through it:
cli-tunnel-kept = The tunnel is open at { $via }. Ctrl-C ends it.
cli-tunnel-region = the region of the tunnel is not known
cli-tunnel-region-hint = Name it with --region.
cli-no-attempt = the attempt to connect broke off, and its outcome is not known
cli-no-credentials-asked = the login is by password
cli-no-command = there is no such command, and no such file
cli-no-command-near = there is no such command, and no such file. Did you mean `{ $name }`?
cli-file-and-command = Give either a file, which the window opens, or a command, not both
misused-tip = tip:
misused-usage = Usage:
misused-options = Options
misused-arguments = Arguments
misused-commands = Commands
misused-print-help = Print help
misused-help = For more information, try '--help'.
misused-unknown = unexpected argument '{ $argument }' found
misused-command = unrecognized subcommand '{ $command }'
misused-no-value = a value is required for '{ $argument }' but none was supplied
misused-value = invalid value '{ $value }' for '{ $argument }'
misused-values = possible values
misused-required = the following required arguments were not provided:
misused-conflict = the argument '{ $argument }' cannot be used with '{ $prior }'
misused-twice = the argument '{ $argument }' cannot be used multiple times
misused-no-command = '{ $command }' requires a subcommand but one was not provided
misused-too-many = unexpected value '{ $value }' for '{ $argument }' found; no more were expected
misused-number = the number of values of '{ $argument }' is wrong
misused-equals = equal sign is needed when assigning values to '{ $argument }'
misused-not-text = invalid UTF-8 was detected in one or more arguments
misused-near = a similar one exists: '{ $near }'
misused-language = here `--language` is the handler’s; the program’s own stands before the verb: `--language { $language }`
cli-diagnostics-written = Written: { $path }. No secret is in it; the log in it names resources.
