## Signing in to IAM Identity Center

sign-in-confirm = Open { $page }
    and confirm the code { $code }.
sign-in-waiting = Waiting until you have confirmed it there. Ctrl-C stops.
sign-in-done = Profile `{ $profile }` is signed in.
sign-in-by-cli = The AWS CLI signs it in:
sign-in = Sign in
sign-in-profile = Sign in profile { $profile }
sign-in-head = Sign in `{ $profile }`
sign-in-asking = Asking AWS for a code
sign-in-text = Confirm on the page that it shows this code. What you chose stays, and the AWS CLI is signed in too.
sign-in-open = Open the page
sign-in-wait = Waiting until you have confirmed it
