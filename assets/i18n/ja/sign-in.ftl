## Signing in, to IAM Identity Center or with a code of an MFA device

sign-in-confirm =
    { $page }を開き、
    コード{ $code }を確認してください。
sign-in-waiting = 確認が完了するのを待っています。Ctrl-Cで停止します。
sign-in-done = プロファイル`{ $profile }`でサインインしました。
sign-in-by-cli = AWS CLIでサインインします:
sign-in = サインイン
sign-in-profile = プロファイル{ $profile }でサインイン
sign-in-head = `{ $profile }`でサインイン
sign-in-asking = AWSにコードを要求中
sign-in-text = 開いたページに、このコードが表示されていることを確認してください。選択した内容は保持され、AWS CLIでもサインインした状態になります。
sign-in-open = ページを開く
sign-in-wait = 確認が完了するのを待っています
sign-in-device = The role of this profile is assumed with a code of the MFA device `{ $serial }`. The session is kept in memory only, until it ends; what you chose stays.
sign-in-code = Code of the device
sign-in-checking = Asking AWS for the role
sign-in-with-code = Sign in
code-shape = A code of an MFA device has six digits
cli-code-prompt = Code of the MFA device { $serial }, for profile { $profile }
cli-code-shape-hint = Run it again and type the code that the device shows now.
cli-code-unasked = Profile `{ $profile }` assumes its role with a code of the MFA device `{ $serial }`, and there is no terminal to ask for it
cli-code-unasked-hint = Run it in a terminal. Where nobody can be asked, as in a script, begin a session with the AWS CLI and use a second profile with the line `credential_process = aws configure export-credentials --profile { $name } --format process`.
