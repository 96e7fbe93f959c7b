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
step-check-clean = no findings
step-check-found = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}
step-review-changes = { $count ->
    [0] nothing to change
    [one] 1 change
   *[other] { $count } changes
}
step-review-read = { $count } to read
step-proxy-reused = { $name } · reused
step-network-value = { $groups ->
    [0] no new group
    [one] 1 new group
   *[other] { $groups } new groups
}, { $rules ->
    [0] no new rule
    [one] 1 new rule
   *[other] { $rules } new rules
}
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
waiting-for = { $what }, for { $seconds } s so far
not-read = Not read
not-read-text = The program no longer waits for it. It can be read again.
session-ended = The session has ended
session-ended-text = Nothing can be read until you sign in again. What you chose stays.
session-ended-any = Nothing can be read until the credentials are renewed, the way you got them. What you chose stays.

run-retry = retry
run-retry-rest = { $attempt } in { $pause } s, { $why }

closing-title = A run is under way
closing-text = What is done is written down either way. The next start offers to continue or to undo.
closing-after = Stop after this step and close
closing-after-text = The steps under way are finished first, and that may take minutes. Closing again stops them at once.
closing-now = Stop now and close
closing-now-text = Nothing more is waited for. A call that is under way is still written down, and continuing looks up how far it got.
closing-no = Keep running

dialog-folder = Choose a folder
dialog-file = Save as
save-head-file = Save this file
save-head-all = Save all files
save-head-archive = Save all files as one archive
save-head-choices = Save the choices
save-head-log = Save the log
save-place = File or folder
save-place-folder = Folder
save-place-why = `~` is your home folder. Missing folders are made.
save-browse = Browse…
save-yes = Save
save-writing = Writing…
save-differs = { $count ->
    [one] This file is there already. Saving would change it:
   *[other] These { $count } files are there already. Saving would change them:
}
save-no-diff = The existing file is no text, or too long to show.
save-over = { $count ->
    [one] Write over 1 file
   *[other] Write over { $count } files
}
save-elsewhere = Another place
choices-unwritten = The choices could not be written
toast-saved = Saved { $path }
toast-not-kept = Your choices could not be kept for the next start: { $why }
toast-not-discarded = Could not be deleted: { $why }
save-not-packed = The files could not be packed
save-failed = `{ $path }` could not be written
save-failed-hint = Choose another folder, correct its permissions, or free some space.

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
help-key-palette = Ctrl K
help-palette = Go to a page, a proxy, a rule
help-key-settings = Ctrl ,
help-key-help = F1  ?
help-help = This sheet
