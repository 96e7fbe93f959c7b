# Why something was refused or failed, after the words that say what: lower case, no period at the end.

# A report of an earlier validation
error-report-not-json = JSONではありません: { $line }行目、{ $column }桁目: { $message }
error-report-other-schema = `schema`が`{ $schema }`です。`validate --format json`で出力したものを指定してください
error-report-missing = 必要な`{ $field }`がありません
# The file of accepted findings
error-baseline-form = { $line }行目: { $message }
error-baseline-missing = { $line }行目: この例外に`{ $field }`がありません
error-baseline-empty = { $line }行目: `{ $field }`が空です
error-baseline-no-rule = { $line }行目: `rule`が`{ $code }`ですが、このコードのルールはありません
error-baseline-not-a-day = { $line }行目: `until`が`{ $text }`です。2027-03-31のような日付を指定してください
error-baseline-before = 既存のファイルは、許容済みの検出結果の一覧ではありません: { $why }
error-baseline-over = `until`が{ $day }で、既に過ぎています
# A run that cannot begin or go on
error-receipt-not-saved = 実行記録`{ $path }`に書き込めなかったため、以降の変更は行っていません: { $why }
error-receipt-unreadable = `{ $path }`を実行記録として読み取れません: { $why }
error-receipt-newer = 実行記録`{ $path }`の形式は{ $theirs }ですが、このプログラムが対応しているのは{ $ours }までです。プログラムを更新してから、もう一度試してください
error-receipt-other-account = この実行記録は{ $theirs }のものですが、このセッションの接続先は{ $ours }です
error-run-password = シークレット`{ $secret }`のパスワードをもう一度入力する必要があります。パスワードは実行記録に保存されません
error-run-undoing = この実行は、元に戻す操作の途中です。元に戻す操作を完了してから、もう一度適用してください
error-run-undone = この実行は既に元に戻されています
error-run-busy =
    `{ $name }`は{ $pid ->
        [none] 別のプロセス
       *[other] プロセス{ $pid }
    }が処理中です{ $receipt ->
        [none] { "" }
       *[other] （実行記録`{ $receipt }`）
    }。完了を待つか、先に停止してください
# What a person or a file gave
error-function-form = `{ $text }`は関数の指定として無効です。`NAME`または`NAME:QUALIFIER`の形式で指定してください
error-function-not-covered =
    `{ $text }`はLambdaの{ $what ->
        [web-function] Web関数
        [microvm] MicroVM
       *[network-connector] ネットワークコネクタ
    }です。このプログラムの対象は関数だけです
error-file-too-large = ファイルが大きすぎます。読み取れるのは{ $most } MiBまでです
error-file-endless = { $seconds }秒以内に末尾に達しませんでした。パイプの場合は、出力をファイルに保存して、そのファイルを指定してください
error-file-not-text = UTF-8のテキストではありません
error-file-utf16 = UTF-8ではなくUTF-16のテキストです。UTF-8で保存してください
error-bundle-form = バンドルではありません: { $line }行目、{ $column }桁目: { $message }
error-bundle-schema = スキーマが`{ $schema }`ですが、このプログラムが読み取れるのは`{ $ours }`です
error-span-form = `{ $text }`は期間ではありません。`90m`、`3h`、`1d`、`1w`のように指定してください
error-span-bounds = `{ $text }`は短すぎるか、長すぎます。CloudWatchが1分ごとの値を保持するのは15日間のため、表示できるのは10分から15日までです
error-account-id = `{ $text }`はアカウント番号ではありません。アカウント番号は12桁の数字です
error-account-region = `{ $text }`はリージョン名ではありません。`eu-west-1`のように指定してください
error-arn = `{ $text }`はARNではありません。ARNは`:`で区切られた6つの部分からなり、先頭は`arn`です
error-part = パーツ`{ $part }`はありません。使用できるもの: { $known }
error-not-yet-known = `{ $output }`はまだ不明です
# Calls to AWS
error-call-failed = { $operation }が失敗しました: { $message }
error-call-failed-for = `{ $resource }`に対する{ $operation }が失敗しました: { $message }
error-token-no-credentials = 署名に使う認証情報がありません: { $why }
error-token-unsignable = `{ $host }`のトークンに署名できません: { $reason }
# The practice account
error-practice-read = 練習用アカウントの状態`{ $path }`を読み取れませんでした: { $why }
error-practice-not-a-state = `{ $path }`は練習用アカウントの状態ではありません: { $why }
error-practice-format = `{ $path }`の形式は{ $found }ですが、このプログラムが読み取れるのは{ $ours }です
error-practice-write = 練習用アカウントの状態`{ $path }`に書き込めませんでした: { $why }
error-practice-scenario = 練習用シナリオ`{ $name }`はありません。使用できるもの: { $known }
# A connection
error-probe-timed-out = { $seconds }秒以内に応答がありませんでした
error-probe-no-address = 名前をアドレスに解決できません
error-probe-no-tls = サーバーがTLSに対応していません
error-probe-other-protocol = サーバーのプロトコルが異なります: { $why }
error-probe-no-region = `{ $host }`のリージョンが不明です
error-target-host = `{ $text }`はホスト名ではありません。スキームやポートを付けずに、名前だけを指定してください
error-target-port = ポート0には接続できません
error-target-user = データベースユーザーが空です
error-target-protocol = `{ $text }`はmysql、postgresqlのいずれでもありません
error-target-via = `{ $text }`は、127.0.0.1:13306のようなHOST:PORTの形式ではありません
error-ca-unreadable = CAファイル`{ $path }`を読み取れません: { $why }
error-ca-no-certificate = CAファイルに、PEM形式の証明書（`-----BEGIN CERTIFICATE-----`）がありません
error-ca-damaged = CAファイルが破損しています: { $reason }
error-probe-message = { $bytes }バイトのメッセージが通知されましたが、読み取れるのは{ $most }バイトまでです
error-probe-total = 応答が終わりません。読み取れるのは{ $most }バイトまでです
# A mistake in this program
error-export-template = エクスポートのテンプレート`{ $template }`に値を埋め込めませんでした
