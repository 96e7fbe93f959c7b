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
help-text = Ctrl Enter: the page’s main button. Alt ←: back. Ctrl F: search. F5: read again. Esc: close. Ctrl + and Ctrl −: zoom.
help-close = Close
help-cancel = Dismiss
