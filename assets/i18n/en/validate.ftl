# The second door: validating a proxy that exists.

header-validate = Validate a proxy
places-leave = Set up a proxy

validate-title = Validate an existing proxy
validate-sentence = Every hop from function to database is judged; nothing is changed.
validate-filter = Filter proxies
validate-hint = Name, engine, database…
validate-proxies = Proxies
validate-none = No proxies in { $region }
validate-none-text = Other regions may have some. Or make the first one here.
validate-other-region = Change account or region
validate-set-up = Set one up
validate-missing-proxy = Pick a proxy first
validate-proxy-name = Proxy name
validate-proxy-name-hint = orders-proxy
validate-proxy-name-why = The list could not be read. A name works without it.
validate-go = Validate
validate-go-now = Go on without a guess
validate-go-proxy = Validate { $proxy }

validate-function-head = Which function calls it?
validate-function-why = With one, its network, role and variables are judged too.
validate-guessing = Looking for functions that use it
validate-no-suggestion = No function names this proxy in a policy, a variable or a security group.
validate-reason-environment = variable { $name } names its endpoint
validate-reason-policy = policy { $name } lets it connect
validate-reason-group = the proxy admits its { $id }
validate-another = Another function
validate-without = No function: judge only proxy and database
validate-function = Function
validate-choose-function = Choose a function
validate-function-hint = Name, runtime…
validate-function-by-hand = Type a name or ARN
validate-function-name = Function name
validate-function-name-why = A name, NAME:ALIAS or an ARN.
validate-bad-function = This names no function: a name, NAME:ALIAS or an ARN is expected
validate-missing-function = Choose a function, or judge without one
validate-qualifier = Alias or version
validate-qualifier-why = What callers invoke. Aliases keep old settings until they move.
validate-bad-qualifier = Letters, digits, -, _ and $ only
validate-consent = Read the secrets' values to check their form
validate-consent-why = One `GetSecretValue` for each secret of the proxy: is it JSON, which user, is there a password. The value itself is never shown, kept or written to a report.

validate-side-head = Validate
validate-side-facts = looking changes nothing
validate-part-question = Proxy and function
validate-part-findings = Findings
validate-part-repair = Review the fix
validate-part-run = Apply
validate-part-connect = Connect
validate-connect-value = not tried yet
validate-others = Other proxies in { $region }
validate-locked = Validate the proxy first
validate-not-read = not read yet
validate-outdated = read before the run
validate-reading-short = reading…
validate-unreadable = could not be read
validate-clean = clean
validate-clean-but = no fault, { $count } not known
validate-unknowns = { $count } not known
validate-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
validate-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}

gone = { $what } gone
gone-and = { $first } and { $last }
gone-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
gone-consequences = { $count ->
    [one] 1 consequence
   *[other] { $count } consequences
}

validate-stop = Stop
validate-again = Validate again
validate-reading = Reading { $proxy }
validate-reading-sentence = All read calls at once; nothing is changed.
validate-reading-again = reading again, { $answered } of { $sent } calls answered.
validate-progress = { $answered } of { $sent } calls answered
validate-waiting-for = waiting for `{ $call }`
validate-progress-time = { $seconds } s, at most 50 s
validate-took = { $age } in { $seconds } s with { $calls } calls.
validate-login = Login: { $mode }
validate-as = as { $function }
validate-denied = { $operation } was denied
validate-denied-text = Without it nearly no rule can decide. Add the permission, then validate again.
validate-failed = { $operation } could not be read
validate-absent = There is no proxy { $proxy } here
validate-absent-text = It was deleted meanwhile, or lives in another account or region.
validate-pick-other = Pick a proxy

# Findings: also on the Check page.
findings-show = Show
findings-all = All
findings-errors = Errors { $count }
findings-warnings = Warnings { $count }
findings-notes = Notes { $count }
findings-unknown = Unknown { $count }
findings-passed = Passed { $count }
findings-unknown-head = Not known
findings-copy-permissions = Copy the missing permissions
findings-copy-policy-for = Copy the policy for { $permissions }
findings-passed-head = Passed
findings-not-applicable-head = Not applicable
findings-not-applicable-word = not applicable
findings-needs = needs { $needs }
findings-mended = passes now
findings-gone = gone
findings-followed = followed from it
findings-missing = missing
# How a line of evidence begins that names what is missing, and the words before a peer in it: the table of
# evidence takes the line apart by them.
evidence-missing = missing:
evidence-from = from
evidence-to = to
findings-mended-about = When you looked again, this was not seen any more. Everything else is as it was read before.
findings-mended-before = What was seen before
findings-follows-from = Follows from
findings-also-clears = The same fix also clears
findings-passed-about = This was looked at and is as it should be.
findings-not-applicable-about = This rule does not apply to a setup like this one, or a more exact rule has said it already.
findings-consent = Read the secrets' values
findings-consent-about = No permission is missing here: values are read only with your consent. Each is looked at once, and not shown or kept.
findings-consent-elsewhere = No permission is missing here: values are read only with your consent, which “Validate a proxy” asks for.
findings-would-decide = What it would decide
findings-fix = Fix this…
findings-fix-why = Shows the plan first; nothing is changed before you apply it
findings-fix-safe = Fix all that is safe… ({ $count })
findings-fix-some = Fix { $count ->
    [one] 1 finding
   *[other] { $count } findings
}…
findings-recheck = Check this again
findings-rechecking = Checking…
findings-recheck-why = Reads the account again for this one; everything else stays as it is
findings-read-now = read just now
findings-read-ago = read { $minutes } min ago

report-about = What is shown, with evidence, fixes and commands. Never a secret's value.
report-format = Format
report-markdown = Markdown
report-html = HTML
report-json = JSON
report-copy = Copy it
report-unwritten = The report could not be written

# The review of a repair.
repair-title = { $count ->
    [one] Fix 1 finding
   *[other] Fix { $count } findings
}
repair-sentence = { $count ->
    [one] With this one change. Nothing has been changed yet.
   *[other] With these { $count } changes, in this order. Nothing has been changed yet.
}
repair-back = Back to the findings
repair-mends = What it fixes
repair-stays = What stays
repair-by-hand = For a person to do, as its fix says.
repair-not-safe = It could cut somebody off, or be felt beyond this path. Its own button plans it by itself.
repair-not-read = Something that it would change could not be read.
repair-not-chosen = Not chosen for this repair.
repair-still-there = It was fixed and is seen again.
repair-newly-seen = It shows only now: fix it as well.
