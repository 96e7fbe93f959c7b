## Steps that mend what exists

plan-vpc-dns-support = `{ $vpc }`のDNS
plan-vpc-dns-hostnames = `{ $vpc }`のDNSホスト名
plan-vpc-dns-support-why = VPCのリゾルバーがないと、その中からプロキシのアドレスを見つけられません。VPC内のすべてに対してオンになります。
plan-vpc-dns-hostnames-why = これがないと、インターフェイスエンドポイントに接続先サービスの名前を付けられません。VPC内のすべてに対してオンになります。
plan-vpc-dns-support-undo = `{ $vpc }`内のすべてに対して、DNSを再びオフにします。その後名前を必要とするようになったものは、名前を解決できなくなります。
plan-vpc-dns-hostnames-undo = `{ $vpc }`内のすべてに対して、DNSホスト名を再びオフにします。その後名前を必要とするようになったものは、名前を使えなくなります。
plan-vpc-attribute-moved = プランの作成後にオンになりました。もう一度レビューしてください
plan-vpc-attribute-unread = オンかどうかを読み取れませんでした
plan-acl-entry-in = `{ $acl }`のエントリ{ $number }: `{ $cidr }`からのインバウンド
plan-acl-entry-out = `{ $acl }`のエントリ{ $number }: `{ $cidr }`へのアウトバウンド
plan-acl-entry-why = ネットワークACLはエントリを番号順に評価し、接続の状態を追跡しません。このエントリは、パケットを遮断しているエントリより前に置かれます。
plan-acl-entry-undo = `{ $acl }`のエントリ{ $number }を削除します。
plan-acl-entry-kept = このエントリはその後誰かが変更したため、そのまま残ります。
plan-revoke-rule = `{ $group }`からルール`{ $rule }`を削除
plan-revoke-rule-why = すべてのアドレスを許可しているルールです。接続元のグループを指定したルールを先に追加してから削除します。このルールで接続していたほかのクライアントは接続できなくなります。
plan-revoke-rule-why-past = プロキシを迂回する経路です。まだ直接接続しているクライアントは接続できなくなります。
plan-revoke-rule-undo = ルール`{ $rule }`を`{ $group }`に再び追加します。
plan-update-function-timeout = `{ $name }`のタイムアウト
plan-update-function-why-timeout = コールドスタートに十分な時間を確保します。関数のほかの設定はすべて保持されます。
plan-update-function-undo-timeout = タイムアウトを含め、`{ $name }`を以前の設定に戻します。
after-acl-entry = ACLエントリ
after-vpc-dns = VPCのDNS
preflight-loses-internet = `{ $function }`がインターネットに接続できなくなります
preflight-loses-internet-text = 現在はVPC外にあり、どこにでも到達できます。プロキシのVPCでは、新しいグループがプロキシへのアウトバウンドだけを許可します。ルールと、NATゲートウェイまたはエンドポイントが用意されるまで、AWSを含むほかのサービスへの呼び出しは届かなくなります。

## Removing an endpoint of a proxy

plan-delete-proxy-endpoint = エンドポイント`{ $name }`を削除
plan-delete-proxy-endpoint-why = このアカウントとリージョンには、変数でこのホストを指している関数はありません。関数以外のクライアントは確認できません。使用しているクライアントがあれば、接続が切れ、ホストも見つからなくなります。
plan-delete-proxy-endpoint-why-used = { $functions }の変数がこのホストを指しています。関数以外のクライアントも使用している可能性があります。いずれも接続が切れ、ホストも見つからなくなります。
plan-delete-proxy-endpoint-undo = エンドポイント`{ $name }`を、読み取った内容（名前、ターゲットロール、サブネット、グループ、ネットワークタイプ、タグ）で再作成します。AWSが新しいIDを割り当て、ホストも変わることがあります。
plan-delete-proxy-endpoint-undo-aws-tags = エンドポイント`{ $name }`を、読み取った内容（名前、ターゲットロール、サブネット、グループ、ネットワークタイプ、AWSだけが書き込めるものを除くタグ）で再作成します。AWSが新しいIDを割り当て、ホストも変わることがあります。
plan-delete-proxy-endpoint-moved = 読み取った後に変更されました。もう一度確認してください
plan-delete-proxy-endpoint-going = エンドポイントはまだ削除中です
remove-endpoint-default = `{ $name }`はプロキシのデフォルトのエンドポイントです
remove-endpoint-default-cure = 削除できません。プロキシを削除すると、一緒に削除されます。
remove-endpoint-unclear = `{ $name }`のターゲットロールまたはネットワークタイプを解釈できません
remove-endpoint-unclear-cure = 同じ内容で再作成できません。誰も使っていなければ、手動で削除してください。
remove-endpoint-tags = `{ $name }`のタグを読み取れませんでした
remove-endpoint-tags-cure = 同じ内容で再作成できません。`{ $arn }`に対する`rds:ListTagsForResource`を許可して、もう一度試してください。
remove-endpoint-used = { $functions }が`{ $name }`のホストを指しています
remove-endpoint-used-cure = 先にそれらの変数に別のホストを設定し、そのバージョンをエイリアスが呼び出すようにしてください。
remove-endpoint-hidden = { $functions }が`{ $name }`のホストを指しているかどうかは不明です
remove-endpoint-hidden-cure = 変数を読み取れませんでした。そのキーに対する`kms:Decrypt`を許可して、もう一度試してください。
remove-endpoint-callers = どの関数が`{ $name }`のホストを指しているかは不明です
remove-endpoint-callers-cure = このアカウントとリージョンの関数を読み取れませんでした。`lambda:ListFunctions`、`lambda:ListAliases`、`lambda:GetFunctionConfiguration`を許可して、もう一度試してください。
endpoints-title = { $proxy }のエンドポイント
endpoints-default = デフォルト
endpoints-role = ターゲットロール
endpoints-status = ステータス
endpoints-host = ホスト
endpoints-no-host = まだありません
endpoints-used = 使用元
endpoints-unused = ホストを変数で指している関数はありません
endpoints-hidden = 不明: { $functions }。変数を読み取れませんでした。
endpoints-even-if-used = `--even-if-used`を付ければ、それでも削除できます。
endpoints-unlisted = エンドポイントを読み取れませんでした
endpoints-sentence = 関数が接続できる各ホストです。デフォルトのエンドポイントは、プロキシと同時に作成、削除されます。
endpoints-back = エンドポイントに戻る
endpoints-review = 削除をレビュー
endpoints-copy = ホストをコピー
endpoints-fact-role = ターゲットロール
endpoints-fact-status = ステータス
endpoints-fact-host = ホスト
endpoints-fact-used = 使用元
endpoints-remove = 削除
endpoints-note = 削除は、レビューしてから実行されます
endpoints-remove-name = { $name }を削除
endpoints-remove-used = それでも削除
endpoints-planning = `{ $name }`の再作成に必要な情報を読み取り中
endpoints-none = プロキシ{ $proxy }にエンドポイント{ $name }が見つかりません

## Migrations

migrate-unread = { $what }を読み取れませんでした
migrate-the-function = 関数
migrate-the-functions = アカウントの関数
migrate-the-database = データベース
migrate-the-proxy = プロキシ
migrate-the-proxy-role = プロキシのロール
migrate-the-function-role = 関数のロール
migrate-unread-cure = 状態が不明なものは移行で変更されません。`validate`が示すアクセス許可を付与して、もう一度試してください。
migrate-not-direct = `{ $function }`の変数に、データベースを指すものがありません
migrate-not-direct-cure = 変数からわかる範囲では、データベースに直接接続していません。移行するものはありません。
migrate-no-host-variable = `{ $function }`のホストを含む変数を設定できません
migrate-no-host-variable-cure = 変数が非表示か、URLの一部か、変更できない発行済みのバージョンのものです。手動で設定してから検証してください。
migrate-first = 先に対応が必要: { $title } [{ $code }]
migrate-still-direct-cure = 直接接続している間は、直接の経路を残します。先にプロキシ経由へ移行してください。
migrate-not-proven = プロキシ経由の経路がまだ動作していません: { $title } [{ $code }]
migrate-sqlserver = SQL Serverでは、これらのログイン方法を使えません
migrate-sqlserver-cure = RDS Proxyがトークンを受け付けるのは、MySQL、MariaDB、PostgreSQLです。
migrate-tls = `{ $name }`でTLSが必須になっていません
migrate-tls-cure = トークンはTLSでのみ送信でき、AWSはプロキシ全体にTLSを求めます。そのため、TLSを使わないクライアントは拒否されます。すべてのクライアントがTLSを使うことを確認してから、proxy-require-tls-falseを修正してください。
migrate-secrets-unread = `{ $name }`に誰のログインがあるかは不明です
migrate-secrets-unread-cure = プロキシの各エントリは、シークレットに記載されたユーザーに適用されます。内容の確認を許可してください（コマンドラインでは--read-secrets）。値は保存されません。
migrate-user-taken = `{ $name }`には既に`{ $user }`のログインがあります
migrate-user-taken-cure = 使用中のログイン方法は変更しません。新しいデータベースユーザーを選んで同じ権限を付与し、関数を1つずつ移行してください。
migrate-no-user-variable = `{ $function }`の変数に、ログインするユーザーを示すものがありません
migrate-no-user-variable-cure = 変数では移行できません。新しいユーザーを使って手動でデプロイしてください。
migrate-frozen = `{ $function }`が発行済みのバージョンとして指定されています
migrate-frozen-cure = バージョンは変更できません。修飾子なしで関数を指定し、その後バージョンを発行してエイリアスを切り替えてください。
migrate-no-old = `{ $name }`に`{ $user }`のログインはありません
migrate-no-old-cure = シークレットに記載されている以前のデータベースユーザーを指定してください。
migrate-last-login = `{ $user }`のログインは、`{ $name }`の唯一のログインです
migrate-last-login-cure = これがなくなると誰も接続できません。先に新しいログインを追加してください。
migrate-still-used = まだ`{ $user }`でログインしています: { $functions }
migrate-still-used-cure = 接続できなくなります。先に移行してください。
migrate-perhaps-used = まだ`{ $user }`でログインしている可能性があります: { $functions }
migrate-perhaps-used-cure = このプロキシにどのユーザーでログインするかが、変数からわかりません。変数で指定するか、先に移行してください。
migrate-needs-user = 関数を移行する前に、データベースユーザー`{ $user }`が必要です
migrate-needs-user-standard = 新しいシークレットのパスワードと以前のユーザーの権限で作成してください。関数のコードは、パスワードの代わりにトークンを生成する必要があります。先にそのコードをデプロイしてください。完了するまで、両方のログインが使えます。
migrate-needs-user-end-to-end = エンジンのIAMログインと以前のユーザーの権限で作成してください。SQLは「データベースユーザー」ページまたは「user」コマンドで確認できます。完了するまで、両方のログインが使えます。
migrate-others-direct = まだデータベースに直接接続しています: { $functions }
migrate-others-direct-cure = 削除されるルールで接続しているため、接続できなくなります。先に移行してください。発行済みのバージョンは、新しいバージョンを発行してエイリアスを切り替えれば移行できます。
migrate-alias = { $aliases }の呼び出し元には、まだ以前のバージョンが使われます
migrate-alias-text = 発行済みのバージョンの変数は変わりません。先に関数を試してから、バージョンを発行してエイリアスを切り替えてください。切り替えるまで、移行を完了できません。
migrate-no-return = ここから先、以前の経路は閉じられます
migrate-no-return-direct = これらのルールでまだデータベースに接続しているクライアントは、次の接続から拒否されます。元に戻すと、ルールが再び追加されます。
migrate-no-return-login = このプロキシにまだ`{ $user }`でログインしているクライアントは、次の接続から拒否されます。確認したのはこのアカウントとリージョンの関数で、ほかのクライアントは確認していません。シークレットが残っている間は、元に戻すとログインが復元されます。
cli-migrate-function = --to proxyには--functionが必要です
cli-migrate-user = --userがありません
cli-migrate-user-hint = 新しいデータベースユーザーを指定してください。ほかのユーザーでログインしているクライアントには影響しません。--finishでは、以前のユーザーを指定します。
cli-migrate-user-sql =
    データベースユーザー`{ $user }`は、AWSではなくデータベースで作成します:
      { $command }
cli-migrate-error = エラー   { $title } [{ $code }]
cli-migrate-old-stays =
    以前の経路はまだ使えます。すべて移行したら閉じてください:
      { $command }
cli-migrate-old-gone = 以前の経路は閉じられました。

## On the findings page

findings-by-hand = 手動で対応してください。このプログラムは変更しません。
findings-before = 以前
findings-now = 現在
findings-path-open = 経路全体が開通
findings-path-unknown = 一部不明
findings-path-blocked = 1ホップが遮断
findings-path-blocked-several = 遮断
