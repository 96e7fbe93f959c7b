# What the command line says. Names in backticks; error titles are lower case without a final period.

# Signs of a verdict, in a column
cli-passed = OK
cli-failed = 失敗
cli-made = 作成済み
cli-error = エラー
cli-warning = 警告
cli-note = 情報
cli-unknown = 不明
cli-not-reachable = 到達不可
cli-not-tried = 未試行
# Arguments and files
cli-see-help = 指定できる引数は、コマンドに`--help`を付けて確認できます。
cli-choices-refused = 選択内容ファイル`{ $path }`を使用できません
cli-choices-at = { $line }行目、{ $column }桁目: { $why }
cli-choices-missing-hint = 読み取れるファイルを指定してください。`assets/examples`の例が参考になります。
cli-choices-hint = その行を修正してください。`assets/examples`の例にすべてのキーがあります。
cli-choice = 選択項目`{ $field }`
cli-no-runtime = プログラムがスレッドを開始できませんでした
cli-no-answer = ターミナルから応答を読み取れませんでした
cli-cannot-ask = 確認に使えるターミナルがありません
cli-cannot-ask-hint = `plan`でプランを確認してから、`--yes`を付けてもう一度実行してください。
cli-no-password = パスワードが必要ですが、入力できるターミナルがありません
cli-no-password-hint = `--password-stdin`で標準入力から渡すか、選択内容ファイルの`[secret]`に`password = "generated"`を設定してください。
cli-long-password = 標準入力の内容が{ $limit }バイトを超えているため、パスワードとして扱えません
cli-empty-password = パスワードが空です
cli-empty-password-hint = 標準入力の最初の行でパスワードを渡してください。
# A name that nothing has
cli-meant = `{ $name }`のことですか？
cli-meant-several = { $names }または`{ $last }`のことですか？
cli-unlisted-region = `{ $name }`は、このプログラムが認識しているリージョン名ではありません
cli-unlisted-region-hint = AWSがその後追加したリージョンの場合は、`--unlisted-region`を付けてもう一度実行してください。
cli-no-region-hint = データベースがあるリージョンを、AWSのリージョン名で指定してください。
cli-no-profile = AWSのconfigファイルとcredentialsファイルに、プロファイル`{ $name }`がありません
cli-no-profile-hint = 使用できるもの: { $known }。
cli-no-profiles-hint = プロファイルが1つもありません。`aws configure sso`または`aws configure`を実行するか、`--practice`で練習用アカウントを使用してください。
# The plan
cli-setup = セットアップ`{ $name }`
cli-row-account = アカウント
cli-row-database = データベース
cli-row-function = 関数
cli-row-login = ログイン
cli-login = { $mode }、ユーザー`{ $user }`
cli-mode-practice = 練習
cli-mode-live = 本番
cli-summary = プラン: 作成{ $create }件、変更{ $change }件、対応済み{ $same }件、通常は約{ $minutes }分。
cli-nothing-to-do = 実行するものはありません。アカウントは既にこのセットアップのとおりです。
cli-cost = 月額約${ $usd }（見積り、{ $date }の料金）。
cli-cost-on-top = 月額約${ $usd }の追加（見積り、{ $date }の料金）。再利用するものの料金は既に発生しています。
cli-cost-at-least-on-top = 月額${ $usd }以上の追加（見積り、{ $date }の料金、一部の料金は不明）。再利用するものの料金は既に発生しています。
cli-cost-at-least = 月額${ $usd }以上（見積り、{ $date }の料金、一部の料金は不明）。
cli-notes = 補足情報
cli-checks = チェック
cli-undo-of-step = 元に戻す: { $undo }
cli-leftovers =
    { $count ->
        [1] 残っています。手動で削除してください:
       *[other] 残っています（{ $count }個）。手動で削除してください:
    }
# Connect
cli-password-of = { $user }のパスワード
cli-connecting = { $host }:{ $port }に接続中
cli-no-target = 接続先がありません
cli-no-target-hint = `--proxy NAME`、または`--host HOST --engine mysql`か`postgresql`を指定してください。
cli-sqlserver-connect = SQL Serverへの接続はここから試せません
cli-sqlserver-connect-hint = プロキシのエンドポイントを指定して、SQL Serverクライアントを使用してください。
cli-no-endpoint = プロキシ`{ $name }`にはまだエンドポイントがありません（ステータス: { $status }）
cli-no-endpoint-hint = 利用可能になるまで待ってから、もう一度試してください。
# Runs
cli-working = 処理中
cli-waiting = 待機中
cli-removed = 削除済み
cli-restored = 復元済み
cli-gone = 存在せず
cli-kept = 保持
cli-run-started = { $count }個のステップを実行します。実行記録: { $receipt }
cli-retrying = { $secs }秒後に再試行（{ $attempt }回目）: { $why }
cli-stopping = 進行中のステップが終わり次第停止します。待たずに停止するには、もう一度Ctrl-Cを押してください。
cli-stopping-now = 今すぐ停止します。進行中の呼び出しも記録されます。
cli-stdin-taken = `--password-stdin`を使うと、応答を読み取る入力がなくなります
cli-yes-hint = `--yes`を付けてもう一度実行してください。
cli-apply-question = { $count }件の変更を{ $account }に適用しますか？
cli-apply-although = チェックの結果、失敗する見込みです。それでも{ $count }件の変更を{ $account }に適用しますか？
cli-nothing-changed = 何も変更されていません。
cli-password-for = 新しいシークレット{ $secret }に使う{ $user }のパスワード
cli-preflight-hint = 解消するか、問題がないとわかっている場合は`--ignore-preflight`を付けてもう一度実行してください。
cli-open-run =
    このセットアップの以前の実行が完了していません。続行するには: { $resume }
    元に戻すには: { $undo }
cli-to-be-undone = `{ $name }`で元に戻すもの:
cli-receipt = 実行記録: { $path }
cli-to-check = チェック:   { $command }
cli-to-resume = 再開:       { $command }
cli-to-undo = 元に戻す:   { $command }
cli-no-run = このアカウントとリージョンに、元に戻せる実行はありません
cli-receipt-left-out = 除外: { $why }
cli-no-open-run = このアカウントとリージョンに、未完了の実行はありません
cli-no-run-of = このアカウントとリージョンに、元に戻せる`{ $name }`の実行はありません
cli-looked-in = `{ $folder }`を確認しました
cli-no-run-hint = 実行記録ファイルを指定するか、`--profile`と`--region`（または`--practice`）で実行時のアカウントとリージョンを指定してください。
cli-receipt-practice = この実行記録は練習用アカウントのものです
cli-receipt-practice-hint = `--practice`を付けてもう一度実行してください。
cli-receipt-live = この実行記録は実際のアカウントのものです
cli-receipt-live-hint = `--practice`を外し、そのアカウントの`--profile`と`--region`を指定して、もう一度実行してください。
# man
cli-no-page = ページを書き込めませんでした
cli-practice-region = 練習用アカウントは{ $region }にあり、{ $wanted }には何もありません
cli-practice-region-hint = `--region`を外すか、別のシナリオを選択してください。`practice list`で一覧を表示できます。
cli-man-no-command = コマンド`{ $name }`はありません
# licences
cli-licences-own = または、選択によりApache License 2.0（本文は以下に掲載）に従って使用できます。含まれるライブラリと、その本文の番号:
cli-no-licences = ライセンスを読み取れませんでした
# list
list-databases = データベース
list-functions = 関数
# The practice account
cli-no-scenario = 練習用シナリオ`{ $name }`はありません
cli-no-scenario-hint = 使用できるもの: { $known }。それぞれの説明は`practice list`で確認できます。
cli-reset = 練習用シナリオ`{ $name }`を初期状態に戻しました。
cli-reset-receipts = { $count }件の実行記録を削除しました。
cli-reset-hint = フォルダの権限の問題を解消するか、空き容量を増やしてから、もう一度試してください。
# Rules
cli-no-rule = ルール`{ $code }`はありません
cli-explain = { $code }: { $title }
cli-explain-severity = 最大重大度: { $severity }
cli-explain-holds = 合格の条件: { $holds }
cli-no-rule-hint = `rules`で一覧を表示できます。
# Files
cli-save-differs = { $count }個のファイルが既に存在し、内容が異なります
cli-save-differs-hint = 別の場所を選択するか、`--yes`を付けてもう一度実行し、既存の内容を上書きしてください。
cli-save-over = { $count }個のファイルを上書きしますか？
cli-save-no-diff = { $path }は既に存在し、内容が異なります。テキストではないか、長すぎて表示できません。
cli-nothing-written = 何も書き込まれていません。
cli-not-written = `{ $path }`に書き込めませんでした
cli-not-written-hint = 書き込める場所を選択してください。
# Export
cli-no-export-target = エクスポートの形式`{ $id }`はありません
cli-no-export-target-hint = 使用できるもの: { $known }。
cli-part-does-not-fit = パーツ`{ $part }`はこのセットアップに適合しません
cli-part-does-not-fit-hint = `--with`と選択内容の`parts`から`{ $part }`を外してください。
cli-check-new = 新規: { $path }
cli-check-left = エクスポート対象外、残存: { $path }
cli-check-counts = { $folder }: 同一{ $equal }個、新規{ $new }個、差分あり{ $differ }個
cli-check-unreadable = `{ $path }`を読み取れませんでした
cli-exported = { $folder }に{ $count }個のファイル
cli-exported-of-plan = AWSだけが決められる値は、`apply`の前後にかかわらず、ファイル内で変数になっています。調べ方は`policies/README.txt`に記載されています。
cli-plan-function-hint = `NAME`の形式で指定してください。バージョンを発行してエイリアスを切り替える場合は、`NAME:ALIAS`の形式にします。
cli-export-function-hint = `NAME`の形式で指定してください。エイリアスまたはバージョンを呼び出す場合は`NAME:QUALIFIER`の形式にします。
# The walk without a window
cli-walk-no-window = ここではウィンドウを開けないため（{ $why }）、代わりにターミナルで練習用アカウントを使って手順を紹介します。
cli-walk-plan = 1. プラン: 作成されるもの
cli-walk-apply = 2. 適用: 練習用アカウントでは、数分の処理が一瞬で終わります
cli-walk-check = 3. チェック: もう一度読み取り、すべてのルールと照合します
cli-walk-export = 4. エクスポート: 同じセットアップをファイルにします
cli-walk-stopped = 手順の紹介はここで終わりです。何も残りません。
cli-walk-next = ご自身のアカウントで使う場合: { $program } plan --database ID --function NAME
# validate and observe
cli-format-of-validate = Markdown、HTML、SARIF、CSVで出力できるのは`validate`だけです
cli-format-of-validate-hint = ここでは`--format text`または`--format json`を使用してください。
cli-report-failed = レポートを書き込めませんでした
cli-no-proxies = このアカウントとリージョンにプロキシがないため、何もチェックされませんでした
cli-nothing-checked = 判定できたルールがないため、何もチェックされませんでした
cli-nothing-checked-hint = アカウントとリージョン、およびレポートで読み取れなかったとされている内容を確認してください。
cli-unanswered = { $calls }の応答がないため、{ $proxies }個のプロキシを最後まで読み取れませんでした
cli-unanswered-hint = これに関係する内容は不明です。接続を確認して、もう一度実行してください。
cli-nothing-in-bundle-hint = このバンドルは情報が足りません。`observe`で新しく書き込んでください。
cli-bundle-refused = バンドル`{ $path }`を使用できません
cli-bundle-missing-hint = 読み取れるファイルを指定してください。バンドルは`observe`で書き込めます。
cli-bundle-hint = `observe`で新しく書き込んでください。
cli-bundle-without = { $operation }なし: { $because }
cli-bundle-written = 書き込みました: { $path }。シークレットの値は含まれませんが、送る前に内容を確認してください。
# repair
cli-repair-mends = 修正     { $title } [{ $code }]
cli-repair-by-hand = 手動     { $title } [{ $code }]: 修正方法に従って手動で対応してください
cli-repair-not-safe = 要確認   { $title } [{ $code }]: 誰かの接続が切れたり、この経路の外に影響したりする可能性があります。--only { $code }で修復できます
cli-repair-not-read = 未読取   { $title } [{ $code }]: 変更の対象を読み取れませんでした
cli-repair-not-chosen = 要確認   { $title } [{ $code }]: 選択されていません。--only { $code }で修復できます
cli-repair-still-there = 残存     { $title } [{ $code }]: 修復しましたが、再び検出されました
cli-repair-newly-seen = 新規     { $title } [{ $code }]: 今回新たに検出されました。もう一度修復してください
cli-repair-left = { $count }件の問題が残っています:
cli-repair-clean =
    { $count ->
        [1] 再チェックの結果、解消しました。
       *[other] 再チェックの結果、{ $count }件すべてが解消しました。
    }
cli-tunnel = トンネル経由: { $line }
cli-tunnel-only = そこでトンネルに使える唯一のもの: { $name }（{ $id }）
cli-tunnel-many = トンネルに使えるものが{ $count }個あります
cli-tunnel-name = 1つ指定してください: --tunnel ID
cli-tunnel-clients = ほかのプログラムからの接続方法:
cli-tunnel-kept = トンネルを{ $via }で開いています。Ctrl-Cで終了します。
cli-tunnel-region = トンネルのリージョンが不明です
cli-tunnel-region-hint = --regionで指定してください。
cli-no-attempt = 接続の試行が中断され、結果は不明です
cli-no-credentials-asked = ログインはパスワードで行われます
cli-no-command = そのようなコマンドもファイルも見つかりません
cli-no-command-near = そのようなコマンドもファイルも見つかりません。`{ $name }`のことですか？
cli-file-and-command = ファイルはウィンドウで開くもので、コマンドには不要です。どちらか一方だけを指定してください
misused-tip = ヒント:
misused-usage = 使用方法:
misused-options = オプション
misused-arguments = 引数
misused-commands = コマンド
misused-print-help = ヘルプを表示します
misused-help = 詳しくは'--help'を参照してください。
misused-unknown = 想定外の引数'{ $argument }'があります
misused-command = コマンド'{ $command }'はありません
misused-no-value = '{ $argument }'には値が必要ですが、指定されていません
misused-value = '{ $argument }'の値'{ $value }'は使用できません
misused-values = 使用できる値
misused-required = 次の必須の引数が指定されていません:
misused-conflict = 引数'{ $argument }'は'{ $prior }'と一緒に使用できません
misused-twice = 引数'{ $argument }'は1回だけ指定できます
misused-no-command = '{ $command }'にはサブコマンドが必要ですが、指定されていません
misused-too-many = '{ $argument }'に余分な値'{ $value }'があります
misused-number = '{ $argument }'の値の数が正しくありません
misused-equals = '{ $argument }'に値を指定するには等号が必要です
misused-not-text = UTF-8ではない引数があります
misused-near = 似たものがあります: '{ $near }'
misused-language = ここでの`--language`はハンドラーの言語です。プログラムの表示言語はコマンドの前に指定してください: `--language { $language }`
cli-diagnostics-written = 書き込みました: { $path }。シークレットは含まれません。ログにはリソースの名前が記載されています。
