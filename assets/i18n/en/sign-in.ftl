## Signing in, to IAM Identity Center or with a code of an MFA device

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
sign-in-device = The role of this profile is assumed with a code of the MFA device `{ $serial }`. The session is kept in memory only, until it ends; what you chose stays.
sign-in-code = Code of the device
sign-in-checking = Asking AWS for the role
sign-in-with-code = Sign in
code-shape = A code of an MFA device has six digits
cli-code-prompt = Code of the MFA device { $serial }, for profile { $profile }
cli-code-shape-hint = Run it again and type the code that the device shows now.
cli-code-unasked = Profile `{ $profile }` assumes its role with a code of the MFA device `{ $serial }`, and there is no terminal to ask for it
cli-code-unasked-hint = Run it in a terminal. Where nobody can be asked, as in a script, begin a session with the AWS CLI and use a second profile with the line `credential_process = aws configure export-credentials --profile { $name } --format process`.
