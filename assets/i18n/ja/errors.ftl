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
error-receipt-proxy = `{ $name }`はプロキシの名前ではありません
error-receipt-run = `{ $run }`は実行のIDではありません
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
error-no-file = ファイルではありません
error-no-regular-file = 既に存在し、通常のファイルではありません
error-no-folder = 既に存在し、フォルダーではありません
error-no-display = ディスプレイがありません: { $why }
error-no-renderer = どのレンダラーも起動しません（{ $first }: { $why }、{ $second }: { $too }）
error-window-broke = ウィンドウが異常終了しました: { $why }
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
error-code-and-message = { $code }: { $message }
error-not-there = 存在しません
error-no-answer = `{ $endpoint }`から応答がありません: { $cause }
error-answer-without = 応答に`{ $field }`がありません
error-answer-not-aws = AWSの応答ではありません（HTTPステータス{ $status }）: { $start }
error-answer-too-long = 応答が、読み取りの上限である{ $most } MiBを超えています
error-policy-unread = ポリシードキュメントを読み取れません: { $why }
error-environment-unread = 環境変数を読み取れないため、保持できません: { $why }
error-version-unpublished = 削除できるのは発行済みのバージョンだけです
error-engine-family = エンジンファミリー`{ $family }`は認識できません
error-acl-not-understood = アクションを解釈できないエントリは書き込みません
error-rule-not-understood = 相手を解釈できないルールは変更しません
error-group-left-over = { $message }（`{ $id }`は作成済みで、残っています）
error-region-maybe-off = { $message }（または、このアカウントで{ $region }が有効になっていません）
error-token-no-credentials = 署名に使う認証情報がありません: { $why }
error-token-unsignable = `{ $host }`のトークンに署名できません: { $reason }
error-no-profile = AWSの設定ファイルと認証情報ファイルにプロファイル`{ $name }`がありません
error-no-region = リージョンが設定されていません。`--region`で指定するか、`AWS_REGION`を設定するか、プロファイルに`region`を設定してください
error-session-ended = プロファイル`{ $name }`のセッションは終了しました。`{ $login }`でサインインしてください（{ $found }）
error-no-credentials = 環境変数、AWSの設定ファイルと認証情報ファイル、ウェブアイデンティティ、コンテナとインスタンスのメタデータのいずれにも認証情報が見つかりません（プロファイル`{ $name }`）: { $found }
error-session-over = STSから受け取ったセッションは、このマシンの時計では既に終了しています
error-mfa-not-begun = プロファイル`{ $profile }`のロールの引き受けにはMFAデバイス`{ $device }`のコードが必要ですが、開いているセッションがありません。ウィンドウでプロファイルにサインインするか、コードの入力を求められるターミナルでコマンドを実行してください
error-ca-bundle-empty = PEM形式の証明書が含まれていません
error-code-unconfirmed = 時間内にコードが確認されませんでした
error-code-refused = ブラウザで拒否されました
error-code-refused-because = ブラウザで拒否されました: { $why }
error-answer-without-code = 応答に、コードとそれを確認するページがありません
error-no-home = ホームフォルダーがありません
error-at-path = `{ $path }`: { $why }
error-no-sso-session = AWSの設定にセクション`sso-session { $session }`がありません
error-no-start-url = IAM Identity Centerでサインインするプロファイルではありません（`sso_start_url`がありません）
error-no-sso-region = `sso_region`がありません
error-account-way = アカウントには、プロファイルとロールを通じて到達します
error-token-nothing = プロファイル、セッション、環境変数のいずれにもありません
error-token-no-host = ホスト名ではありません
error-mfa-expired = プロファイル`{ $profile }`のセッションの有効期限が切れました。`{ $serial }`のコードで開始します
error-two-questions = 2つの問い合わせのキーが同じです
error-no-answer-in-time = 時間内に応答がありません
operation-open-session = セッションを開く
operation-read-config = AWSの設定ファイルを読み取る
operation-read-ca-bundle = CAバンドルを読み取る
operation-sign-in = サインイン
operation-keep-token = SSOトークンを保存する
operation-open-practice = 練習用アカウントを開く
operation-reset-practice = practice reset
operation-fill-in = 出力を埋める
# The practice account
error-practice-read = 練習用アカウントの状態`{ $path }`を読み取れませんでした: { $why }
error-practice-not-a-state = `{ $path }`は練習用アカウントの状態ではありません: { $why }
error-practice-format = `{ $path }`の形式は{ $found }ですが、このプログラムが読み取れるのは{ $ours }です
error-practice-write = 練習用アカウントの状態`{ $path }`に書き込めませんでした: { $why }
error-practice-scenario = 練習用シナリオ`{ $name }`はありません。使用できるもの: { $known }
error-practice-rows = 練習用の会社データを読み取れません: { $why }
practice-unknown-words = 練習用アカウントは`aws { $words }`に対応していません
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
