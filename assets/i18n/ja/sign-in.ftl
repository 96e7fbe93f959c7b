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
sign-in-device = このプロファイルのロールは、MFAデバイス`{ $serial }`のコードを使って引き受けます。セッションは、終了するまでメモリ上にのみ保持されます。選択した内容は残ります。
sign-in-code = デバイスのコード
sign-in-checking = AWSにロールを要求中
sign-in-with-code = サインイン
code-shape = MFAデバイスのコードは6桁の数字です
cli-code-prompt = プロファイル{ $profile }に使うMFAデバイス{ $serial }のコード
cli-code-shape-hint = もう一度実行し、デバイスに現在表示されているコードを入力してください。
cli-code-unasked = プロファイル`{ $profile }`はMFAデバイス`{ $serial }`のコードを使ってロールを引き受けますが、コードを入力できるターミナルがありません
cli-code-unasked-hint = ターミナルで実行してください。スクリプトなど、入力を求められない場合は、AWS CLIでセッションを開始し、`credential_process = aws configure export-credentials --profile { $name } --format process`の行を持つ別のプロファイルを使用してください。
