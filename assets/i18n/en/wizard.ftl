# The wizard's frame: steps, footer, closing, saving.

group-choose = Choose
group-design = Design
group-make = Make
group-prove = Prove

step-account = Account
step-database = Database
step-function = Function
step-secret = Secret
step-role = Role and policies
step-network = Network
step-proxy = Proxy
step-access = Access
step-review = Review
step-apply = Apply
step-check = Check
step-export = Export

step-trouble = needs attention: { $trouble }
step-stale-value = stale: the account is being read
step-apply-progress = { $done } of { $all } done
step-check-clean = no findings
step-check-found = { $errors } errors, { $warnings } warnings
step-review-changes = { $count ->
    [0] nothing to change
    [one] 1 change
   *[other] { $count } changes
}
step-network-value = { $groups ->
    [0] no new group
    [one] 1 new group
   *[other] { $groups } new groups
}, { $rules } rules
mode-short-standard = IAM
mode-short-password = password
mode-short-end-to-end = end-to-end IAM

locked-running = A run is under way
locked-account = Choose an account first
locked-database = Choose a database first
locked-function = Choose a function first
locked-apply = Review the plan first
locked-check = Apply the plan first

skip-to-review = Skip to review
back = Back
key-primary = Ctrl ↵
next-function = Choose a function
next-secret = Continue to secret
next-role = Continue to role
next-network = Continue to network
next-proxy = Continue to proxy
next-access = Continue to access
next-review = { $count ->
    [0] Review the setup
    [one] Review 1 change
   *[other] Review { $count } changes
}
next-mend = Go to what is missing
minutes = { $count } min
page-reading = Reading what the setup touches

run-retry = retry
run-retry-rest = { $attempt } in { $pause } s, { $why }

closing-title = A run is under way
closing-text = The step that is running is finished and written down first. The next start offers to continue or to undo.
closing-yes = Stop after this step and close
closing-no = Keep running

dialog-folder = Choose a folder
dialog-file = Save as
toast-saved = Saved { $path }
toast-not-discarded = Could not be deleted: { $why }
save-failed = `{ $path }` could not be written
save-failed-hint = Choose another folder, or mend its rights or space.

help-title = Keys and help
help-text = Nothing changes in an account before Apply. Each run writes a receipt, and the start page offers what was left open.
help-close = Close
help-key-primary = Ctrl ↵
help-primary = The page’s main button
help-key-back = Alt ←
help-back = Back
help-key-find = Ctrl F
help-find = Search the list
help-key-list = ↑ ↓ ↵
help-list = Move in a list and pick
help-key-read = F5
help-read = Read the account again
help-key-tab = Tab
help-tab = Next field
help-key-close = Esc
help-closes = Close what lies over the page
help-key-zoom = Ctrl + − 0
help-zoom = Larger, smaller, usual size
help-key-help = F1
help-help = This sheet
