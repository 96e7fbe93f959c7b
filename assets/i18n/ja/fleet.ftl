# All proxies of several accounts and regions.

fleet-title-broken = { $count }個のプロキシに障害があります
fleet-title-nothing-read = 何も読み取れませんでした
fleet-title-none = プロキシはありません
fleet-title-unread = 読み取れた範囲に障害はありません
fleet-title-works-but = すべてのプロキシが動作していますが、{ $count }個に警告があります
fleet-title-clean =
    { $count ->
        [1] プロキシに問題はありません
       *[other] { $count }個のプロキシに問題はありません
    }
fleet-count-broken = 障害{ $count }
fleet-count-works-but = 警告あり{ $count }
fleet-count-not-readable = 読み取り不可{ $count }
fleet-count-accepted = 許容{ $count }
fleet-count-clean = 問題なし{ $count }
fleet-places = { $accounts }アカウント、{ $regions }リージョン
fleet-proxies = プロキシ{ $count }個
fleet-summary = { $places }にプロキシ{ $count }個{ $counts }。
fleet-cost =
    { $without ->
        [0] 料金は合計で月額約${ $usd }です。
       *[other] 料金は合計で月額約${ $usd }です（料金が不明な{ $without }個を除く）。
    }
fleet-unread = { $count }個のアカウントまたはリージョンを読み取れませんでした。
fleet-head-account = アカウント
fleet-head-region = リージョン
fleet-head-proxy = プロキシ
fleet-head-engine = エンジン
fleet-head-login = ログイン
fleet-head-path = 経路
fleet-head-errors = エラー
fleet-head-warnings = 警告
fleet-head-unknown = 不明
fleet-head-month = 月額
fleet-head-what = 問題
fleet-path-legend = 経路: 関数、プロキシへの経路、プロキシ、ロールとシークレット、データベースへの経路、データベース。+ 合格、! 警告あり、x 遮断、? 不明、- なし
fleet-not-known = 不明
fleet-no-function = 関数なし
fleet-group-not-readable = 読み取り不可
fleet-group-accepted = 許容
fleet-group-clean = 問題なし
fleet-cause = プロキシ{ $count }個: { $severity }: { $title } [{ $code }]
fleet-by-cause = 原因別
fleet-details = すべてのプロキシ
fleet-not-read = 未読み取り
fleet-same = 別のプロファイルで読み取り済み
fleet-same-line = { $through }の接続先{ $account }、{ $region }は既に読み取り済みのため、1回だけ数えます
fleet-unread-line = 未読み取り: { $place }: { $operation }: { $because }
baseline-run-out = { $by }が{ $until }まで許容（期限切れ）: { $why }
cli-fleet-progress = プロキシ{ $listed }個中{ $read }個を読み取り済み
cli-no-practice-profiles-hint = この練習用シナリオにプロファイルはありません。`--practice=organization`にはあります。
cli-baseline-refused = ベースライン`{ $path }`を使用できません
cli-new-since-refused = 以前のレポート`{ $path }`を使用できません
cli-given-hint = `{ $path }`を確認してください。形式はdocs/fleet.mdに記載されています。
cli-baseline-unfitted = 情報: ベースラインの{ $line }行目の例外に一致するものがなくなりました: { $place }の{ $rule }
cli-since = 以前のレポート以降: 新規{ $came }件、解消{ $went }件、継続{ $stayed }件
cli-since-gone = 既に存在しません
cli-since-came = 新規
cli-since-went = 解消
cli-since-in-doubt = 不確実（再読み取り不可）
cli-since-not-read = 以前は未読み取り
# The window's page.
fleet-page-title = すべてのプロキシ
fleet-page-text = 複数のアカウントとリージョンのすべてのプロキシを、すべてのルールと照合します。読み取るだけで、何も変更しません。
fleet-page-reading = アカウントを開き、プロキシの一覧を取得しています。
fleet-empty-head = まだ何も読み取っていません
fleet-empty-text = プロファイルとリージョン、または組織の各アカウントで引き受けるロールを指定してください。何も指定しない場合は、このアカウントとリージョンが対象です。
fleet-export = 表をエクスポート…
fleet-read = 読み取り
fleet-read-all = 全プロキシを読み取り
fleet-read-again = 再読み込み
fleet-stop = 停止
fleet-profiles = プロファイル
fleet-profiles-hint = プロファイルまたはこのアカウント
fleet-regions = リージョン
fleet-regions-hint = リージョンまたは各デフォルト
fleet-role = 組織のアカウントで使うロール
fleet-role-hint = 組織のロール
fleet-read-of = { $listed }個中{ $read }個を読み取り
fleet-read-places = { $planned }か所中{ $read }か所、{ $seconds }秒
fleet-search = プロキシを検索
fleet-by-account = アカウント別
fleet-grouped = グループ化
fleet-broken = 障害
fleet-not-readable = 読み取り不可
fleet-sort-by = { $column }で並べ替え
fleet-row = { $proxy }、{ $account }、{ $region }: { $what }。エラー{ $errors }、警告{ $warnings }、不明{ $unknown }
fleet-side-none = 複数のアカウントを一度に
fleet-side = { $count }個中{ $broken }個に障害
fleet-format = 表の形式
fleet-save = 表を保存
# Since the last time.
drift =
    { $since }以降: 新規{ $came }件、解消{ $went }件{ $doubt ->
        [0] { "" }
       *[other] 、不確実{ $doubt }件
    }{ $unread ->
        [0] { "" }
       *[other] 、以前は未読み取り{ $unread }件
    }
cli-drift = { $proxy }: { $words }
cli-verdict-not-kept = 情報: 次回の比較に使う判定を保存できませんでした: { $why }
# What changed, and when.
history-head = 変更履歴（CloudTrail）:
history-none = { $region }では、この名前に対する過去90日間の変更は記録されていません
history-from = { $region }の記録による
history-denied = 不明: { $region }で{ $operation }が拒否されました
history-no-region = 不明: パーティション{ $partition }がIAMの変更を記録する場所がわかりません
history-part = 変更した人
history-ask = CloudTrailに照会
history-asking = CloudTrailに照会中…
history-why = 過去90日間にこれを変更した最近の呼び出し: cloudtrail:LookupEvents。
fleet-works-but = 警告あり
# The window: holding a reading, accounts at the side, accepted findings.
fleet-pause = 一時停止
fleet-go-on = 再開
fleet-paused = { $listed }個中{ $read }個で一時停止中
fleet-paused-why = 開始済みのものは最後まで読み取ります。新しい読み取りは開始しません。
fleet-side-accounts = アカウント
fleet-side-all = すべて { $count }
fleet-side-read = { $read }/{ $listed }
fleet-side-sign-in = 再サインインが必要
fleet-side-unread = 未読み取り
fleet-accepted-file = 許容済みの検出結果…
fleet-accepted-none = 許容する検出結果のファイルはありません
fleet-accepted-from = { $file }で{ $count }件を許容
findings-accepted = 許容 { $count }
findings-accepted-head = 許容
findings-accepted-word = 許容
findings-accepted-about = この日まで許容されています。別に集計され、期限を過ぎると自動的に戻ります。
findings-accept = 許容…
findings-accept-why = 誰が、なぜ、いつまで許容するかを、--baselineで読み取るファイルに記載します
accept-head = この検出結果を許容
accept-of = 対象: { $proxy }
accept-text = 最終日までは、ここでも--baselineでファイルを指定した場所でも、別に集計されます。
accept-by = 許容者
accept-why = 理由
accept-until = 期限
accept-until-why = 2027-03-31のように最終日を指定します。その日を過ぎると、検出結果が再び報告されます。
accept-file = ファイル
accept-file-why = エントリは末尾に追加されます。ほかの内容は変更されません。ファイルがない場合は作成されます。
accept-file-head = 許容済みの検出結果
accept-file-text = --baselineで読み取るファイルです。許容された内容は、このページと検出結果で別に集計されます。
accept-refused = `{ $path }`を使用できません
accept-yes = 許容
accept-use = このファイルを使用
accept-no-file = ファイルを使用しない
accept-no-file-why = このファイルで許容された検出結果は、次の読み取りから再び通常どおり集計されます。
toast-accepted = 許容された内容を{ $path }から読み取ります
toast-accepted-unread = 何も許容されていません: { $why }
