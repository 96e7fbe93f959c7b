## Signing in to IAM Identity Center

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
