# Is a proxy worth it here?
advise-yes = { $database }にはプロキシを使う価値があります
advise-perhaps = { $database }では、今後プロキシを使う価値が出てくる可能性があります
advise-no = { $database }の接続にプロキシは不要です
advise-has = { $database }には既にプロキシがあります: { $proxy }
advise-not-possible = { $database }にはプロキシを設定できません
advise-unknown = { $database }にプロキシが必要かどうかは不明です
advise-yes-why = 接続が不足しているか、関数が上限まで同時に実行されると不足します。プロキシを使うと接続を共有できます。
advise-perhaps-why = 接続の半分以上を使用しているか、関数のピーク時に使用する見込みです。余裕はありますが、同じ規模の負荷をもう1つ受け入れるほどではありません。
advise-no-why = 接続の使用は常に半分未満で、関数もそれ以上を必要としません。プロキシを使うと、効果がないまま料金とホップが増えます。ただし、フェイルオーバーの短縮を目的として使うことは考えられます。
advise-has-why = 接続を共有しているか、セッションが固定されているかは、モニターで確認できます。
advise-unknown-why = 判断に必要な値が測定または読み取りされていません。どの値かは以下に示します。
advise-peak = 最大同時接続数
advise-max = 受け付ける接続数
advise-half = 50%を超えた割合
advise-four-fifths = 80%を超えた割合
advise-concurrency = 関数の同時実行
advise-reserved = 予約済み同時実行数
advise-pinned = プロキシの最大固定接続数
advise-cost = プロキシの料金
advise-not-known = 不明
advise-not-reserved = なし、または一部のみ
advise-dollars = 月額${ $dollars }
advise-of-time = 期間の{ $percent }%
advise-about = 約{ $value }
advise-from = 出典: { $source }
advise-source-metric = CloudWatch { $metric }、{ $days }日間
advise-source-parameters = パラメータグループのmax_connections
advise-do = 推奨事項
advise-outside = ハンドラーの外で接続を開き、環境ごとに接続を維持してください。
advise-reserve =
    { $count ->
        [1] 予約済み同時実行数を1に設定し、関数が必要とする接続が利用できる数を超えないようにしてください。
       *[other] すべての関数の予約済み同時実行数の合計を最大{ $count }に設定し、必要とする接続が利用できる数を超えないようにしてください。
    }
advise-data-api = 制限に収まるなら、AuroraのData APIを使うと、接続なしでHTTPS経由のクエリを実行できます。
advise-iam = トークンはプロキシなしでも使えます（データベース自体のIAM認証）。
advise-pinning-prepare = ドライバー側で値を埋め込むようにしてください（`query()`、`useServerPrepStmts=false`）。プリペアドステートメントはセッションを固定し、固定されたセッションは接続を共有できません。
advise-pinning-default = ドライバーによる自動プリペアをオフにしてください（`prepare_threshold=None`）。数回の使用後にセッションを固定し、固定されたセッションは接続を共有できません。
advise-pinning-set = セッションで`SET`や一時テーブルを使わないでください。セッションを固定し、固定されたセッションは接続を共有できません。
advise-pinning-unknown = ドライバーがセッションを固定するかどうかを確認してください。ランタイムからはわかりません。
advise-pinning-source = エンジンとランタイムからの推定です。コードで使用しているドライバーは読み取っていません。
advise-init-connect = パラメータグループの`init_connect`を空にしてください。設定した内容は、共有されるセッションの一部にしか反映されません。
advise-pausing = プロキシは接続を開いたまま維持するため、このデータベースは一時停止しなくなります。
advise-name-function = 関数を指定してください。環境変数でこのデータベースのホストを指している関数がありません。
advise-unread = 未読み取り: { $operation }
advise-question = プロキシを使う価値はありますか？
advise-question-why = 過去2週間の接続数と関数の実行数を、受け付けられる接続数およびプロキシの料金と比較します。
advise-ask = 2週間分を確認
advise-again = 再確認
advise-asking = 2週間分を読み取り中
