# How errors are shown: what failed, and what to do next.

report-failed = `{ $operation }`が失敗しました
report-failed-on = `{ $resource }`に対する`{ $operation }`が失敗しました
report-request-id = リクエスト{ $id }
report-error = エラー:
report-cause = 原因:
report-hint = ヒント:
report-hint-denied = ウィザードを実行する人またはロールのポリシーに次のステートメントを追加するか、権限のある人に依頼してください:
report-hint-expired = もう一度サインインしてから、再試行してください:
report-hint-expired-any = 認証情報を更新してから、再試行してください。
report-hint-no-credentials = `aws configure sso`または`aws configure`を実行するか、`AWS_PROFILE`を設定するか、`--practice`で練習用アカウントを使用してください。
report-hint-later = しばらく待ってから、もう一度試してください。
report-hint-not-found = 名前、アカウント、リージョンを確認してください。
report-hint-changed = 読み取った後に変更がありました。アカウントを読み取り直し、プランをレビューしてください。
report-hint-in-use = まだ使用中です。しばらく待ってから、もう一度試してください。
report-hint-quota = Service Quotasでクォータの引き上げをリクエストするか、不要なものを削除してください。
report-hint-unreachable = ネットワーク、リージョン、プロキシや`AWS_ENDPOINT_URL`の設定を確認してから、もう一度試してください。
report-hint-refused = AWSが示した値を変更してから、もう一度試してください。
report-hint-unexpected = もう一度試してください。再び発生する場合は、リクエストIDを添えて報告してください。
report-hint-not-saved = 空き容量を増やすか、フォルダの権限を修正してから再開してください。実行記録なしに変更されたものはありません。
report-hint-not-a-receipt = このプログラムが書き込んだ実行記録ファイルを指定してください。
report-hint-newer-receipt = 新しいバージョンをインストールしてから、もう一度試してください。
report-hint-other-account = 実行記録に記載されているアカウント、リージョン、モードを選択してください。
report-hint-busy = 終了を待つか停止してから、もう一度試してください。
report-hint-password = パスワードをもう一度入力するか、`--password-stdin`で渡してください。
report-hint-undoing = 元に戻す操作を完了してから、もう一度適用してください。
