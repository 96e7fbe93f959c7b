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
sign-kept = kept
sign-still-there = still there
sign-not-from-here = not from here

step-position = { $at } of { $of }
