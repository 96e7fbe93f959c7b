# The picture of the path and the plain report of a check. The rules' own texts stand in
# the files beside it, one for each group of rules.

rules-title-open = 経路全体が開通しています
rules-title-open-but = 経路は開通していますが、警告が{ $count }件あります
rules-title-unknown = 一部を読み取れませんでした
rules-title-only = { $all }個中{ $rules }個のルールを確認しました
rules-title-no-proxy = プロキシが見つかりません
rules-title-no-function = 関数が見つかりません
rules-title-no-database = データベースが見つかりません
rules-title-proxy-unread = プロキシを読み取れませんでした: `{ $operation }`
rules-summary = { $hops }ルール{ $rules }個: { $counts }。
rules-summary-hops =
    { $blocked ->
        [0] 遮断されているホップはありません。
       *[other] { $hops }個中{ $blocked }個のホップが遮断されています。
    }
rules-summary-passed = 合格{ $count }
rules-summary-errors = エラー{ $count }件
rules-summary-warnings = 警告{ $count }件
rules-summary-notes = 情報{ $count }件
rules-summary-accepted = 許容{ $count }
rules-summary-unknown = 不明{ $count }
rules-summary-not-applicable = 対象外{ $count }
rules-summary-organization = 組織のポリシーはシミュレーションできなかったため、判定していません。
# What a rule that did not decide asks: "Whether the secret is a JSON object".
rules-whether = { $clause }かどうか
rules-no-consent = シークレットの値は、同意がなければ読み取られません
rules-waits-consent = { $count }個のルールにシークレットの値が必要
rules-waits-consent-act = 値は`--read-secrets`で同意した場合にのみ読み取られます。それぞれ一度だけ確認し、表示も保存もしません。
rules-waits-permissions = { $count }個のルールに{ $permissions }が必要
rules-waits-permissions-act = 次のポリシーで許可できます:
rules-waits-nothing = { $count }個のルールで、必要な応答が得られていません
rules-box-function = 関数
rules-box-proxy = プロキシ
rules-box-database = データベース
rules-box-role = ロール
rules-box-role-and-secret = ロールとシークレット
rules-box-absent = 存在しません
rules-box-unread = 読み取り不可: { $operation }
rules-box-not-asked = 未確認
rules-box-image = コンテナイメージ
rules-box-no-vpc = VPC外
rules-box-provider = キャパシティプロバイダー{ $provider }のネットワーク（不明）
rules-box-iam = IAM必須
rules-box-iam-both = エンドツーエンドIAM
rules-box-password = パスワード
rules-box-mixed = IAMまたはパスワード
rules-role-unknown = 不明: { $because }
rules-hop-open = 経路あり
rules-hop-may-connect = 接続許可・経路あり
rules-hop-may-not-connect = 接続許可なし
rules-hop-no-way-in = インバウンド許可なし
rules-hop-no-way-out = アウトバウンド許可なし
rules-hop-outside = ネットワーク外
rules-hop-other-vpc = 別のネットワーク内
rules-hop-no-target = 登録なし
rules-hop-blocked = 遮断
rules-hop-unknown = 不明
rules-hop-by = { $rule }で許可
rules-hop-because = 不明: { $because }
rules-target-available = DB利用可能
rules-target-unavailable = DB利用不可
rules-target-registering = DB登録中
rules-passes = 合格
rules-works-but = 警告あり
rules-blocked = 遮断
rules-text-unknown = 不明
rules-text-severity =
    { $severity ->
        [error] エラー
        [warning] 警告
       *[info] 情報
    }
rules-text-head = { $word }:
rules-text-follows = { "  " }{ $code }から派生
rules-text-fix = { "  " }修正: { $fix }
rules-text-see = { "  " }参照: { $source }
rules-where-function = 関数
rules-where-function-to-proxy = 関数からプロキシ
rules-where-proxy = プロキシ
rules-where-role-and-secret = ロールとシークレット
rules-where-proxy-to-database = プロキシからデータベース
rules-where-database = データベース
rules-severity-error = エラー
rules-severity-warning = 警告
rules-severity-note = 情報
rules-confidence-low = 手がかり
rules-confidence-medium = 可能性大
rules-confidence-high = 確実
rules-report-about = { $proxy }（アカウント{ $account }、{ $region }）
rules-report-function = 関数: { $function }
rules-report-mode = ログイン: { $mode }
rules-report-path = 経路
rules-report-verdict = 判定
rules-report-where = 場所
rules-report-what = 読み取った内容
rules-report-evidence = 根拠
rules-report-why = 問題となる理由
rules-report-fix = 修正方法
rules-report-source = 出典
rules-report-follows = { $code }から派生
rules-report-sure = { $severity }、{ $confidence }
rules-report-open = { $whether }は不明です: { $because }
rules-report-accepted = 許容
rules-report-accepted-by = { $by }が{ $until }まで許容: { $why }
rules-report-unknown = 判定できなかったもの
rules-report-passed = { $count }個のルールに合格
rules-report-not-applicable = { $count }個のルールは対象外
rules-report-nothing = 検出結果はありません。
rules-table-head = { $groups }グループ、{ $rules }個のルールがあります。それぞれの説明ページ: `rds-proxy-wizard explain CODE`。
rules-table-group = { $title }（{ $count }）
rules-table-code = コード
rules-table-worst = 最大重大度
rules-table-says = 内容

subject-alias = エイリアス
subject-database = データベース
subject-db-proxy = プロキシ
subject-db-proxy-endpoint = プロキシエンドポイント
subject-function = 関数
subject-key = KMSキー
subject-log-group = ロググループ
subject-network-acl = ネットワークACL
subject-role = ロール
subject-secret = シークレット
subject-security-group = セキュリティグループ
subject-target = ターゲット
subject-vpc = VPC
subject-vpc-endpoint = VPCエンドポイント
