# What several groups of rules saw, or could not see: one fact a line, never at the end a period. Names and values of
# the account stand in the variables; words of AWS (RequireTLS, AUTH_FAILURE, rds-db:connect) stay as they are.

seen-wanted-on = 必要な許可: { $resource }に対する{ $action }
seen-allows = { $policy }が許可している対象: { $resource }
seen-allows-on = { $policy }が、{ $resource }に対する{ $action }を許可しています
seen-denies-on = { $policy }が、{ $resource }に対する{ $action }を拒否しています
seen-boundary-not-on = ロール{ $role }のアクセス許可の境界{ $boundary }が、{ $resource }に対する{ $action }を許可していません
seen-policies-unread = アタッチされたポリシーの一部を読み取れませんでした
seen-status = { $name }のステータス: { $status }
seen-vpc = { $name }のVPC: { $vpc }
seen-engine = { $database }のエンジン: { $engine }
seen-auth-not-understood = { $proxy }のAuthに、このプログラムが解釈できないエントリがあります: { $entry }
seen-no-port-yet = { $database }のポートがまだありません
seen-provider-network-unknown = キャパシティプロバイダー{ $provider }のネットワークが不明です
seen-provider-vpc-unknown = 読み取ったサブネットの中にキャパシティプロバイダー{ $provider }のサブネットがないため、そのVPCが不明です
seen-setting-seconds = { $owner }の{ $setting }: { $seconds }秒
seen-endpoint = { $proxy }のエンドポイント: { $endpoint }
seen-time-unknown = 読み取った時刻が不明です
seen-timeout = { $function }のタイムアウト: { $seconds }秒
seen-unread = { $what }を読み取っていません
# How the clients of a proxy log in.
seen-login-password = パスワード
seen-login-standard-iam = 標準IAM
seen-login-end-to-end = エンドツーエンドIAM
seen-login-either = 混在
seen-login-mixed = { $proxy }では、トークンかパスワードかがユーザーによって異なります: { $because }
seen-login-user-unknown = 関数のユーザーが不明です
seen-login-user-either = 関数のユーザーは、どちらでもログインできます
seen-login-secret-unknown = 関数のユーザーのシークレットが不明です
seen-role-of = { $name }のロール: { $role }
seen-account-of = { $name }のアカウント: { $account }
seen-state = { $name }の状態: { $state }
seen-names = 変数{ $variable }（{ $function }）が、{ $value }を指しています
seen-left-out = アドレスを指定したルールに、{ $name }の{ $subnets }が含まれていません
seen-password-unknown = { $function }のパスワードの取得元が不明です（パスワードを含む変数も、シークレットを指す変数も、シークレットを読み取るポリシーもありません）
seen-password-in-variable = 変数{ $variable }（{ $function }）に、パスワードが含まれています
seen-password-names-secret = 変数{ $variable }（{ $function }）が、シークレットを指しています
seen-password-may-read = { $role }は{ $secret }を読み取れます
seen-no-policy-allows-through = { $service }経由で{ $resource }に対する{ $action }を許可するポリシーが、{ $role }にありません
seen-encrypted-with = { $secret }は{ $key }で暗号化されています
seen-key-policy-not = キー{ $key }のポリシーは、{ $role }を指定しておらず、アカウントにも委ねていません
seen-no-policy-allows-on = { $resource }に対する{ $action }を許可するポリシーが、{ $role }にありません
seen-denied = { $operation }が拒否されました
seen-could-not-read = { $operation }を読み取れませんでした: { $because }
seen-user-in-secret = { $secret }のユーザー名
seen-user-variable = { $function }の変数{ $variable }
seen-rule-failed = このプログラムの不具合により、このルールを判定できませんでした。ご報告ください
seen-setting = { $owner }の{ $setting }: { $value }
seen-setting-default = { $owner }の{ $setting }: { $value }（デフォルト）
seen-setting-unread = { $owner }の{ $setting }: 設定あり（未読み取り）
# A variable that holds several things, such as a URL: "DATABASE_URL of orders-api: host db.example".
seen-setting-part =
    { $owner }の{ $setting }の{ $part ->
        [host] ホスト
        [port] ポート
        [user] ユーザー
        [database] データベース
       *[region] リージョン
    }: { $value }
seen-time-minutes = { $count }分
seen-time-hours = { $count }時間
seen-time-days = { $count }日
