# Words of the widgets themselves. Pages have their own files.

copied = Copied
optional = (optional)
password-show = Show the password
password-hide = Hide the password

sign-create = create
sign-change = change
sign-already-so = already so
sign-remove = remove
sign-passed = passed
sign-warning = warning
sign-error = error
sign-note = note
sign-unknown = unknown
sign-running = running
sign-waiting = waiting
sign-skipped = skipped
sign-done = done
sign-failed = failed
sign-to-do = to do
sign-restored = restored
sign-removed = removed
sign-kept = kept
sign-still-there = still there
sign-not-from-here = not from here

step-position = { $at } of { $of }
step-current = current
step-of = Step { $step } of { $of }
after-step-said = after step { $step }
after-step-link = Step { $step } waits for step { $after }
step-needs-attention = needs attention
step-stale = stale

mode-live = Live
mode-read-only = Read-only
mode-practice = Practice

copy = Copy
copy-command = Copy the command
console = Console
copy-what = Copy { $what }
cancel = Cancel
close = Close
loading = loading
open-console = Open in the AWS console
locator = The path from function to database

picker-matches = { $matches } of { $all }
picker-nothing = Nothing matches “{ $filter }”
picker-keys = ↑ ↓ Enter Esc

modal-type-name = Type `{ $name }` to confirm

usual-finish = usual finish
seconds-short = { $count } s
minutes-short = { $count } min

verdict-passes = passes
verdict-works-but = works, but
verdict-blocked = blocked
verdict-unknown = unknown

diagram-existing = existing
diagram-to-create = to create
diagram-not-needed = not needed

app-name = RDS Proxy Wizard
header-account = Account
header-region = Region
header-help = Help
header-theme = Light or dark

tally-about = { "about " }
tally-a-month = { " a month" }
tally-more-a-month = { " more a month" }
tally-to-create = { " to create" }
tally-to-change = { " to change" }

unnamed = (no name)
frame-shown = Shown
frame-page = Page
frame-details = Details
