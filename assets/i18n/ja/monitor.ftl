# What a monitor says: the command line and the window

# The answer, as a title
monitor-title-silent = 過去{ $range }、クライアントの接続はありません
monitor-title-quiet = 過去{ $range }、問題はありません
monitor-title-unavailable = { $at }にデータベースに到達できませんでした
monitor-title-unavailable-now = データベースに到達できません
monitor-title-refused =
    { $count ->
        [1] { $at }に1件のログインが拒否されました
       *[other] { $at }以降、{ $count }件のログインが拒否されました
    }
monitor-title-pool = { $at }にプールの使用率が{ $percent }%に達しました
monitor-title-pinned = { $at }に{ $count }個の接続が固定されました
monitor-title-pinned-now = { $count }個の接続が固定されています
monitor-title-waiting = { $at }にクライアントが接続を{ $ms } ms待ちました
monitor-title-without-tls = { $count }個のクライアントがTLSなしで接続しました
monitor-title-throttled = 関数の{ $count }回の呼び出しがスロットリングされました
monitor-title-failed = 関数の{ $count }回の呼び出しが失敗しました
# The sentence below it
monitor-about-silent = その間、プロキシの計測値はありません。クライアントの接続があるはずの場合は、チェックで原因を確認できます。
monitor-about-unavailable = { $minutes }分間、プロキシから到達できませんでした。
monitor-about-unavailable-now = { $at }以降、プロキシから到達できていません。
monitor-about-refused = クライアントはセッションを開けませんでした。トークン、ポリシー、シークレットのいずれかに誤りがあります。どれかはプロキシのログでわかります。
monitor-about-pool = プールに空きがなくなると、クライアントは接続を待つことになります。
monitor-about-pinned = { $minutes }分間、共有できませんでした。
monitor-about-pinned-now = { $at }以降、共有できません。
monitor-about-waiting = { $minutes }分間続きました。
monitor-about-without-tls = 送信した内容が、ネットワーク上を平文で流れました。
monitor-about-throttled = 同時呼び出しが許容数を超えました。バースト、予約済み同時実行数、またはアカウントの上限によるものです。
monitor-about-failed = 理由は関数のログでわかります。
monitor-also = ほかに確認が必要なものが{ $count }件あります: { $what }。
monitor-pool-used = プールの最大使用数は、{ $pool }接続中{ $used }でした。
monitor-otherwise-quiet = ほかに問題はありません。プールの最大使用数は、{ $pool }接続中{ $used }でした。
monitor-pool-unknown = プールの最大使用数は{ $used }接続でした。上限は計測されていません。
monitor-things =
    { $count ->
        [0] 要確認なし
       *[other] 要確認{ $count }件
    }
# One incident among several
monitor-short-unavailable = データベース到達不可
monitor-short-refused = ログインの拒否
monitor-short-pool = プールの満杯
monitor-short-pinned = 接続の固定
monitor-short-waiting = 接続の待ち
monitor-short-without-tls = TLSなしのクライアント
monitor-short-throttled = スロットリング
monitor-short-failed = 呼び出しの失敗
# Curves
monitor-clients = クライアント
monitor-connections = データベース接続
monitor-pinned = 固定
monitor-wait = 接続の待ち時間
monitor-queries = クエリ
monitor-concurrency = 関数の実行
monitor-duration = 実行時間
monitor-now = 現在{ $value }
monitor-most-at = 最大{ $value }（{ $at }）
monitor-now-of = 現在{ $pool }中{ $value }
monitor-not-measured = 計測なし
monitor-each-minute = 1分ごとの最大
monitor-each-minutes = { $minutes }分ごとの最大
monitor-peak = ピーク{ $value }
monitor-connections-title = 接続
monitor-label-clients = クライアント{ $value }
monitor-label-database = データベース{ $value }
monitor-label-pool = プール
monitor-label-alarm = アラーム
monitor-label-minutes = { $value }、{ $minutes }分
monitor-ms = { $value } ms
# Figures
monitor-tile-available = 可用性
monitor-tile-refused = ログイン拒否
monitor-tile-without-tls = TLSなし
monitor-tile-queries = クエリ
monitor-tile-invocations = 呼び出し
monitor-tile-duration = 実行時間
monitor-tile-errors = 呼び出し失敗
monitor-tile-unknown = 不明
monitor-beside-available = 最低{ $value }%
monitor-beside-refused = 接続試行{ $value }件中
monitor-beside-queries = p95 最大{ $value } ms
monitor-beside-invocations = 同時最大{ $value }
monitor-beside-duration = p95、最大
monitor-beside-errors = スロットリング{ $value }件
# Alarms
monitor-alarms = 推奨アラーム
monitor-alarms-all-set = 設定済み
monitor-alarms-none-set = 未設定
monitor-alarms-some-set = { $all }個中{ $set }個設定済み
monitor-alarms-unread = 未読み取り
monitor-alarms-about = アラーム状態になったはずかどうかを、過去{ $range }の値から判定しています。
monitor-alarm-unavailable = ターゲット利用不可
monitor-alarm-pool = プールがほぼ満杯
monitor-alarm-pinned = 固定された接続が過多
monitor-alarm-refused = ログイン拒否
monitor-alarm-waiting = 接続の長い待ち
monitor-alarm-why-unavailable = プロキシからデータベースに到達できません。
monitor-alarm-why-pool = すべての接続が使用中だと、クライアントは待たされ、やがて失敗します。
monitor-alarm-why-pinned = 固定された接続は、1つのクライアントだけが使います。
monitor-alarm-why-refused = トークンやシークレットの異常がわかるのは、このメトリクスだけです。
monitor-alarm-why-waiting = リクエストが失敗し始める前に、待ち時間が長くなります。
monitor-alarm-set = { $name }として設定済みです。
monitor-alarm-rang = 過去2週間に{ $count }回アラーム状態になりました（最後は{ $at }）。
monitor-alarm-silent = 過去2週間にアラーム状態になっていません。
monitor-alarm-rings-unread = アラーム状態になったかどうかは読み取れませんでした: { $operation }。
monitor-alarm-would-not = 過去{ $range }に、アラーム状態にはならなかったはずです。
monitor-alarm-would =
    { $count ->
        [1] 1回アラーム状態になったはずです（{ $at }）。
       *[other] { $count }回アラーム状態になったはずです（最後は{ $at }）。
    }
monitor-alarm-no-data = 監視対象の計測値はありません。
monitor-alarm-unknown = 設定済みかどうかは読み取れませんでした: { $operation }。
monitor-alarm-threshold = { $metric } { $threshold }、{ $minutes }分
monitor-alarm-percent-of = %（対{ $whole }）
# Below
monitor-range = 過去{ $range }（{ $at }まで）
monitor-events = イベント
monitor-no-events = 過去{ $range }になし
monitor-events-unread = 未読み取り: { $why }
monitor-log = プロキシのログ
monitor-log-kept = { $days }日間保持
monitor-log-for-ever = 無期限に保持
monitor-log-none = まだ書き込みなし
monitor-log-unread = 未読み取り: { $why }
# The command line
cli-monitor-again = { $secs }秒後に再読み込み、Ctrl-Cで終了
# The page
validate-part-monitor = モニター
monitor-locked = 先にプロキシを選択してください
monitor-last = 過去{ $range }
monitor-span =
    { $unit ->
        [minutes] { $number }分
        [hours] { $number }時間
        [days] { $number }日
       *[weeks] { $number }週間
    }
monitor-title = モニター
monitor-reading = 計測値を読み取り中
monitor-none = まだ何も読み取っていません
monitor-none-text = 1回の呼び出しで、全期間のメトリクスを読み取ります。
monitor-again = 再読み込み
monitor-range-name = 期間
monitor-read-at = { $at }に読み取り、毎分更新。アラームは作成前にレビューします。
monitor-plan = アラーム{ $count }個のプランを作成
monitor-topic = 通知先のSNSトピック
monitor-topic-nobody = なし
monitor-topic-hint = トピック
monitor-topic-by-hand = ARNを入力…
monitor-topics = アラームの通知先にできるトピック
monitor-topics-none = なし
monitor-topics-unknown = 不明（`{ $operation }`が拒否されました）
monitor-topics-unread = `{ $operation }`が拒否されたため、トピックの一覧を取得できませんでした。トピックのARNを入力してください。トピックがないと、アラームは誰にも通知されません。
monitor-topic-why = 指定しない場合、アラームはCloudWatchに表示されるだけで、誰にも通知されません。
monitor-topic-wrong = トピックのARNを`arn:aws:sns:REGION:ACCOUNT:NAME`の形式で指定してください。
monitor-alarms-cost = アラーム{ $count }個、月額約${ $dollars }
monitor-save = 計測値を保存
monitor-save-button = 保存
monitor-log-filter = 含む文字列
monitor-log-hint = すべての行
monitor-log-read = ログを読み取り
monitor-log-empty = この期間に該当する行はありません。
monitor-log-more = ほかに{ $count }行あります。フィルターで検索できます。
# The review of alarms
watch-title = { $count }個のアラームを設定
watch-back = モニターに戻る
