# What the design step says: reasons of defaults, notes, problems, cost arithmetic.
# Names in backticks are set in mono. Titles have no final period, texts are whole sentences.

# Choices that are missing or not there
design-no-database = データベースが選択されていません
design-no-database-cure = プロキシを通して接続するデータベースを選択してください。
design-no-function = 関数が選択されていません
design-no-function-cure = プロキシ経由で接続する関数を選択してください。
design-not-here = `{ $name }`は、このアカウントとリージョンに存在しません
design-not-here-cure = つづりとリージョンを確認するか、一覧にあるものを選択してください。
design-unreadable = `{ $operation }`が失敗したため、`{ $name }`を読み取れませんでした
design-name-groups = セキュリティグループ
design-name-subnets = サブネット
design-unreadable-cure = AWSの応答: { $because }。この呼び出しを許可するか、許可されている人に依頼してください。
design-database-cannot = `{ $id }`にはプロキシを設定できません: { $why }
design-database-pick-another = 別のデータベースを選択するか、このデータベースを変更してから再読み込みしてください。
design-database-no-endpoint = まだエンドポイントがありません
design-function-pick-another = 別の関数を選択してください。
design-part-unreadable = `{ $operation }`を読み取れませんでした
design-part-unreadable-text = これに関係する内容は不明です。AWSの応答: { $because }
# Which databases and functions can take part
eligibility-engine = RDS Proxyは{ $engine }に対応していません
eligibility-serverless-v1 = Serverless v1は非対応です（v2は対応）
eligibility-replica = リードレプリカです。ライターの{ $source }を選択してください
eligibility-version = { $engine } { $version }は非対応です
eligibility-express = Expressクラスターです。インターネットアクセスゲートウェイがあり、VPCはありません。RDS Proxyは非対応です
eligibility-dedicated = VPCが専有テナンシーです
eligibility-stopped = 停止中です。起動してから再読み込みしてください
eligibility-status = ステータスは{ $status }です。利用可能になるまで待ってください
eligibility-no-instance = クラスターにインスタンスがありません
eligibility-no-vpc = 読み取れるVPC内にありません
eligibility-edge = Lambda@EdgeはVPCに接続できません
eligibility-function-failed = 前回の更新が失敗しています。先に関数を修復してください
eligibility-runtime-closed = ランタイム{ $runtime }はサポートが終了し、設定を変更できません
# What database and function are
design-global-secondary = `{ $database }`は読み取り専用です
design-global-secondary-text = グローバルデータベース`{ $global }`のセカンダリクラスターです。プロキシのデフォルトのエンドポイントは書き込み用で、「The target group doesn't have any associated read/write instances」と応答します。後から`{ $proxy }`の読み取り専用エンドポイントを作成し、関数がそこから読み取るようにしてください。書き込みには、プライマリクラスターのプロキシを使います。
design-global-forwards-text = グローバルデータベース`{ $global }`のセカンダリクラスターで、書き込みをプライマリに転送します。読み取りにはプロキシの読み取り専用エンドポイントを使ってください。書き込みは、実際に使う前に試してください。
design-runtime-deprecated = 関数のランタイムはサポートが終了しています
design-runtime-deprecated-text = `{ $runtime }`には{ $ended }以降パッチが提供されていません。このセットアップは動作しますが、可能なときに新しいランタイムへ移行してください。
design-runtime-deprecated-blocked = `{ $runtime }`には{ $ended }以降パッチが提供されていません。Lambdaは{ $day }から更新を拒否する予定です（AWSは以前、この日付を変更したことがあります）。このセットアップは動作しますが、可能なときに新しいランタイムへ移行してください。
design-managed-instances = 関数はマネージドインスタンスで実行されます
design-managed-instances-text = ネットワークはキャパシティプロバイダーのもので、変更されません。1つのプロセスで複数のリクエストが同時に実行されるため、コードは接続を共有せず、リクエストごとに専用の接続を使う必要があります。
design-provider-unread = `{ $operation }`が失敗したため、キャパシティプロバイダー`{ $provider }`のネットワークは不明です
design-provider-elsewhere = キャパシティプロバイダー`{ $provider }`がデータベースのVPC内にありません
design-provider-elsewhere-cure = マネージドインスタンス上の関数は、キャパシティプロバイダーのネットワークに置かれます。そのVPC内のプロバイダーを選択するか、別の関数を選択してください。
design-forwarding-share = プロキシと書き込み転送の合計が、全接続数を超える可能性があります
design-forwarding-share-text = 書き込み転送は`max_connections`の{ $share }%を使用します。プロキシの割り当ては最大{ $room }%にしてください。
design-subnet-has-ipv4 = IPv6専用ではありません
design-subnet-ipv6-only = IPv6専用
design-ipv4-subnets = IPv4のエンドポイントはIPv6専用サブネットに配置できません
design-ipv4-subnets-cure = IPv4の範囲を持つサブネットを選択してください。
design-ipv6-only-subnets = IPv6のエンドポイントにはIPv6専用サブネットが必要です
design-ipv6-only-subnets-cure = IPv6専用サブネットを選択するか、エンドポイントをIPv4のままにしてください。
# Secret
design-secret-none-why = エンドツーエンドのIAMでは両側でトークンを使うため、保管するパスワードはありません
design-mode-standard-why = 関数は自身のロールのトークンで認証します。パスワードを読み取るのはプロキシだけです
design-mode-password-why = コードを変更できない場合の方式です。関数自身がユーザー名とパスワードを送信します
design-mode-end-to-end-why = 両側でトークンを使います。パスワードはどこにも存在せず、ユーザーはデータベースにIAMユーザーとして作成されている必要があります
design-mode-sqlserver = SQL ServerではエンドツーエンドのIAMを使用できません
design-mode-sqlserver-cure = RDS Proxyが対応しているのはMySQL、MariaDB、PostgreSQLだけです。標準IAMを使用してください。
design-user-length = データベースユーザーは1～{ $limit }文字で指定してください
design-user-length-cure = 名前を短くしてください。これはエンジン自体の上限です。
design-user-character = データベースユーザーに`{ $character }`は使用できません
design-user-character-cure = SQLとポリシーで引用符が不要になるように、英数字と`_`、`-`、`.`、`@`を使用してください。
design-user-is-master = 関数がマスターユーザーとしてログインすることになります
design-user-is-master-text = `{ $user }`にはすべての操作が許可されています。関数に必要な権限だけを持つユーザーを作成してください。
design-secret-name = この名前はSecrets Managerに拒否されます
design-secret-name-cure = 英数字と`/_+=.@-`を使い、1～512文字で指定してください。
design-secret-suffix = 名前の末尾が、AWSが追加するサフィックスと同じ形式です
design-secret-suffix-text = AWSは、すべてのシークレットのARNにハイフンと6文字を追加します。名前の末尾が同じ形式だと、部分的なARNがあいまいになります。
design-secret-deleted = `{ $name }`は削除が予定されています
design-secret-all-deleted-cure = それより前のシークレットも同様です。別の名前を選択するか、最初のシークレットを復元してください。
design-secret-next = シークレットの名前は`{ $name }`になります
design-secret-next-text = `{ $name }`は削除が予定されており、削除されるまで名前が使用中です。代わりに復元するには、`--restore-secret`、または`[secret]`の`if_deleted = "restore"`を選択してください。
design-secret-restored = `{ $name }`を復元します
design-secret-restored-text = 削除が予定されていました。新しいパスワードが設定され、復元前のパスワードは以前のバージョンとして残ります。キーは変わりません。
design-secret-not-ours = `{ $name }`はこのセットアップ用に作成されたものではありません
design-secret-not-ours-cure = 復元すると、ほかの人の知らない新しいパスワードに変わります。次の空いている名前を使うか、ご自身で復元して再利用してください。
design-secret-restore-cure = `aws secretsmanager restore-secret --secret-id { $name }`で復元するか、別のシークレットを選択してください。
design-role-taken = ロール`{ $role }`は既に存在し、このセットアップで作成したものではありません
design-role-taken-cure = そのまま使用するか、別の名前を選択してください。ポリシーは置き換えません。
design-secret-taken = シークレット`{ $name }`は既に存在します
design-secret-taken-cure = 再利用するか、別の名前を選択してください。上書きはしません。
design-secret-password-why = Secrets Managerが生成するランダムな32文字、または入力したもの。ほかの場所には保存されません
design-secret-which = 再利用するシークレットが選択されていません
design-secret-which-cure = 一覧のシークレットを選択するか、名前またはARNを入力してください。
design-secret-not-json = シークレットがJSONオブジェクトではありません
design-secret-missing-keys = シークレットに`username`または`password`がありません
design-secret-other-user = シークレットのユーザーが異なります
design-secret-shape-cure = RDS Proxyには、`username`と`password`を持つJSONオブジェクトが必要です（1つのシークレットに1人のユーザー）。シークレットを変更するか、新しく作成してください。
design-secret-unchecked = シークレットの内容は確認されていません
design-secret-unchecked-text = `username`と`password`を持つJSONオブジェクトである必要があります。一度だけの読み取りを許可すると確認できます。パスワードは保存されません。
design-secret-not-managed = `{ $database }`に、RDSが管理するマスターシークレットはありません
design-secret-not-managed-cure = シークレットを作成するか、再利用してください。
design-secret-managed = マスターユーザーです
design-secret-managed-text = データベースですべての操作が許可されています。試用には便利ですが、本番では専用のユーザーを作成してください。
design-key-state = キー`{ $key }`は{ $state }です
design-key-state-cure = キーを有効にするか、別のキーを選択してください。
design-key-unread = シークレットのキーを読み取れませんでした
design-key-unread-text = 念のため、`{ $key }`に対する`kms:Decrypt`をロールに付与します。キー自体のポリシーが許可しているかどうかは不明です。
design-key-unknown = シークレットのキー`{ $key }`が見つかりませんでした
design-key-unknown-cure = ポリシーにはキーの完全なARNが必要です。`kms:DescribeKey`を許可するか、別のシークレットを選択してください。
# Role
design-role-why = 1つの操作だけを許可し、プロキシとともに削除できる専用のロールです
design-role-existing-why = 既存のロールです。そのまま使用し、変更することはありません
design-role-name = このロール名はIAMに拒否されます
design-role-name-cure = 英数字と`+=,.@_-`を使い、1～64文字で指定してください。
design-role-path = パスは`/`で始まり`/`で終わる必要があります
design-role-path-cure = `/service/`のように指定するか、`/`だけにしてください。
design-role-boundary = アクセス許可の境界にはポリシーのARNが必要です
design-role-boundary-cure = `arn:aws:iam::123456789012:policy/boundary`のように指定してください。
design-role-trust = `{ $role }`は`rds.amazonaws.com`を信頼していません
design-role-trust-cure = 信頼ポリシーに`rds.amazonaws.com`を追加するか、ウィザードでロールを作成してください。
design-role-unread = ロールの一部のポリシーを読み取れませんでした
design-role-lacks = ロールに許可されていません: { $missing }
design-role-lacks-cure = そのアクセス許可を追加するか、ウィザードでロールを作成してください。既存のロールを変更することはありません。
# Network
design-subnets-why = 2つのゾーンのプライベートサブネット2つ（各ゾーンで最も空きの多いもの）。デフォルトのエンドポイントが置かれるのは最大2つのゾーンです
design-subnet-zone-unsupported = 除外: RDS Proxyは{ $zone }に非対応です
design-subnet-public = 除外: パブリックサブネットです
design-subnet-removed = `{ $subnet }`を除外しました
design-subnet-removed-text = RDS Proxyはゾーン{ $zone }に非対応で、AWSは通知なくこのサブネットを除外します。
design-subnet-unknown = `{ $subnet }`はデータベースのVPCのサブネットではありません
design-subnet-unknown-cure = ネットワークページの一覧にあるサブネットを選択してください。
design-subnet-full = `{ $subnet }`の空きアドレスが少なくなっています
design-subnet-full-text = 空きは{ $free }個です。このデータベースのサイズでは、プロキシが{ $needed }個使用する可能性があります。
design-zones-left-out = { $zones }のサブネットは除外されます
design-zones-left-out-text = RDS Proxyはこのゾーンに非対応で、AWSは通知なく除外します。
design-zones-too-few =
    { $count ->
        [0] 使用できるゾーンがありません
       *[other] 使用できるゾーンは{ $count }つだけです
    }
design-zones-too-few-cure = RDS Proxyには、対応する2つ以上のゾーンのサブネットが必要です。VPCにサブネットを追加するか、除外されたものを選択してください。
design-group-proxy-why = 専用のグループです。関数からの接続と、データベースへの接続だけを許可します
design-group-unknown = セキュリティグループ`{ $group }`はデータベースのVPC内にありません
design-group-unknown-cure = VPC内のものを選択するか、ウィザードで作成してください。
design-group-default = データベースがVPCのデフォルトのセキュリティグループを使用しています
design-group-default-text = そこに追加したルールは、グループ内のすべてに適用されます。可能なときに、データベースに専用のグループを割り当ててください。
design-group-none = `{ $database }`にセキュリティグループがありません
design-group-none-cure = データベースにセキュリティグループを割り当ててから、再読み込みしてください。
design-group-shared = プロキシとデータベースが同じセキュリティグループを共有しています
design-group-shared-text = グループを共有するだけでは接続は許可されないため、グループ自身を参照するルールも追加します。
design-rule-function-out = 関数がプロキシに到達できるようにします
design-rule-proxy-in = プロキシがこの関数からの接続を許可します。この種類のプロキシは常に{ $port }でリッスンします
design-rule-proxy-out = データベース自体のポート。ほかのアウトバウンドは許可しません
design-rule-database-in = これがないと、ターゲットは利用できないままになります
design-rule-covered = アウトバウンドが開放されているため、プロキシへの接続は既に許可されています
design-rule-endpoint-out = 関数は、エンドポイント経由でシークレットを読み取ります
design-rule-endpoint-in = 関数だけがエンドポイントを使用できます
design-endpoint-why = パスワードモードでは関数がシークレットを読み取ります。これらのサブネットからはエンドポイント経由でしか到達できません
design-endpoint-nat-why = サブネットにNATゲートウェイがあるため、エンドポイントなしでSecrets Managerに到達できます
design-endpoint-not-needed-why = IAMでは、関数が自身のトークンに署名し、シークレットを読み取りません
design-endpoint-skipped = 関数がSecrets Managerに到達できなくなります
design-endpoint-skipped-text = パスワードモードでは関数がシークレットを読み取りますが、サブネットにNATゲートウェイもエンドポイントもありません。読み取りは、関数がタイムアウトするまで応答しません。
design-endpoint-dns = VPCでエンドポイントのDNS名を使用できません
design-endpoint-dns-cure = VPCの`enableDnsSupport`と`enableDnsHostnames`をオンにしてください。オフのままでは、エンドポイントのプライベート名を解決できません。
design-function-stays-why = 既にデータベースのVPC内にあります。サブネットとグループは変更されません
design-function-moves-why = VPC外からはプロキシに到達できないため、関数をプロキシのサブネットへ移動します
design-function-other-vpc = `{ $function }`は別のVPC（`{ $vpc }`）にあります
design-function-other-vpc-cure = 関数のVPCにプロキシのエンドポイントを作成するか、データベースのVPC内またはVPC外の関数を選択してください。関数を別のVPCへ移動すると、現在の接続が切れてしまいます。
design-function-loses-internet = インターネットに接続できなくなります
design-function-loses-internet-text = `{ $function }`はNATゲートウェイのないサブネットへ移動し、プロキシにだけ到達できる新しいグループが割り当てられます。
design-function-loses-internet-nat = `{ $function }`には、プロキシにだけ到達できる新しいグループが割り当てられます。サブネットにはNATゲートウェイがあります。
design-function-calls = { $name }（`{ $witness }`）
design-function-needs-rules = 変数とポリシーから見ると、{ $names }を呼び出しています。このグループに、それらへのアウトバウンドルールを追加してください。
design-function-needs-endpoints = 変数とポリシーに{ $names }が含まれています。それぞれ、このVPCのエンドポイントかNATゲートウェイと、このグループのアウトバウンドルールが必要です。S3とDynamoDBには無料のゲートウェイエンドポイントがあります。ほかはゾーンと時間ごとに料金がかかります。
design-function-has-endpoints = { $names }にはエンドポイントがあります。このグループのアウトバウンドルールが必要です。
design-function-needs-nat = { $names }にはNATゲートウェイ経由でしか到達できません。
design-function-calls-nothing = 変数にもロールのポリシーにも、ほかのサービスは含まれていません。それでもコードで呼び出している場合は、エンドポイントまたはNATと、このグループのアウトバウンドルールが必要です。
design-function-calls-unread = 呼び出すサービスを変数とポリシーから読み取れませんでした。それぞれ、エンドポイントまたはNATと、このグループのアウトバウンドルールが必要です。
# Proxy
design-tag = タグ「{ $tag }」はAWSに拒否されます
design-tag-cure = 英数字、スペース、_ . : / = + - @ を使用してください。キーは1～128文字で「aws:」で始めることはできません。値は256文字までです。
design-proxy-name = このプロキシ名はAPIに拒否されます
design-proxy-name-cure = 英字で始まる63文字以内の英数字とハイフン（連続不可）で指定してください。
design-proxy-name-why = データベースの名前に基づき、アカウントとリージョン内で一意です
design-proxy-name-reused-why = 既に存在し、再利用されます
design-proxy-reused = `{ $name }`は既に存在し、再利用されます
design-proxy-reused-text = 追加料金はかかりません。変更されるのはプランに記載された内容だけで、ほかの利用者が依存する設定は変更されません。元に戻すと変更が取り消され、プロキシは残ります。
design-family-why = データベースのエンジンで決まります。データベース自体のポートにかかわらず、プロキシは{ $port }でリッスンします
design-tls-why = トークンとパスワードを暗号化して送信します。証明書はパブリック認証局が発行したものなので、バンドルの配布は不要です
design-tls-needed = `RequireTLS`: IAM認証にはTLSが必要です
design-tls-needed-cure = TLSを必須にせずにIAMを必須にしたプロキシは、AWSに拒否されます。TLSをオンにしてください。
design-tls-off = TLSが必須になっていません
design-tls-off-text = パスワードとデータが、ネットワーク上を平文で流れる可能性があります。
design-idle-why = 30分（RDSのデフォルト）。ウォーム状態の関数には十分に長く、不要な接続を閉じるには十分に短い値です
design-idle-range = `IdleClientTimeout`は1～28,800秒で指定してください
design-idle-range-cure = RDSのデフォルトは1800です。
design-debug-why = オフ。オンにするとSQLがログに書き込まれます（24時間後に自動的にオフになります）
design-debug-on = デバッグログがオンです
design-debug-on-text = 値を含むSQL文がCloudWatch Logsに送信されます。24時間後に自動的にオフになります。
design-network-type-why = IPv4はどのサブネットでも使えます。デュアルスタックには、VPCとサブネットのIPv6が必要です
design-ipv6-subnets = `EndpointNetworkType`: サブネットにIPv6の範囲がありません
design-ipv6-subnets-cure = `IPV6`と`DUAL`には、VPCとプロキシのすべてのサブネットにIPv6の範囲が必要です。`IPV4`を使用してください。
design-target-dual = `TargetConnectionNetworkType`は`IPV4`か`IPV6`のどちらか一方です
design-target-dual-cure = `DUAL`はエンドポイント専用です。`IPV4`を使用してください。デュアルスタックのデータベースでは`IPV6`も使えます。
design-max-why = 80%にすると、直接接続、移行、モニタリングの余裕が残ります
design-max-share-why = パラメータに基づき、{ $connections }接続中約{ $share }。残りはほかの利用者に残します
design-max-sized-why =
    パラメータに基づき、{ $connections }接続中約{ $share }。{ $count ->
        [1] 関数の要求は
       *[other] { $count }個の関数の要求は合計で
    }最大{ $concurrency }です
design-idle-share-why = { $connections }接続中約{ $share }を開いたまま維持します。{ $why }
design-idle-needed-why = { $function }が同時に使える数と同じです（予約済み同時実行数は{ $concurrency }）
design-idle-unlimited-why = AWSのデフォルトと同じ`MaxConnectionsPercent`の半分です（{ $function }に予約済み同時実行数はありません）
design-idle-half-why = AWSのデフォルトと同じ`MaxConnectionsPercent`の半分です
design-idle-chosen-why = 次のバーストに備えて開いたままにします
design-kept-why = プロキシの現在の値。ほかの利用者が依存している可能性があります
design-max-range = `MaxConnectionsPercent`は1～100で指定してください
design-max-range-cure = データベースのmax_connectionsに対する割合です。
design-idle-above-max = `MaxIdleConnectionsPercent`が`MaxConnectionsPercent`を超えています
design-idle-above-max-cure = プロキシが開ける数より多くを開いたままにはできません。
design-borrow-why =
    { $count ->
        [1] 関数のタイムアウト（{ $timeout }秒）
       *[other] 関数のタイムアウトのうち最も短いもの（{ $timeout }秒）
    }より短くし、プールが満杯になったときに、ハングではなくプールが原因とわかるようにします
design-borrow-range = `ConnectionBorrowTimeout`は0～300秒で指定してください
design-borrow-range-cure = RDSのデフォルトは120です。
design-borrow-zero = 接続借用タイムアウトが0だと、プールが拡大しません
design-borrow-zero-text = 空いている接続がないと、プロキシが新しい接続を開ける場合でも、クライアントはすぐに失敗します。
design-borrow-long = 接続借用タイムアウトが関数のタイムアウトより長くなっています
design-borrow-long-text = { $timeout }秒に対して{ $borrow }秒です。プールが満杯になると、関数がハングしたように見えます。
design-pinning-why = オフ。後続のリクエストが依存するセッション変数をコードで設定していない場合にのみ安全です
design-pinning-family = `SessionPinningFilters`: この固定フィルターを使えるのはMySQLファミリーだけです
design-pinning-family-cure = PostgreSQLとSQL Serverのプロキシは`EXCLUDE_VARIABLE_SETS`を拒否します。
design-pool-small =
    { $count ->
        [1] プールが関数の同時実行数より小さくなっています
       *[other] プールが{ $count }個の関数の同時実行数の合計より小さくなっています
    }
design-pool-small-text = 同時実行数{ $concurrency }に対して、接続は{ $share }個です。短いクエリならうまく共有できますが、長いトランザクションでは待ちが発生します。
design-init-query = 初期化クエリにパスワードの記述があります
design-init-query-text = プロキシの詳細を表示できる人なら誰でも読み取れます。
# Access
design-policy-connect-why = 1つのプロキシを経由する1人のユーザー。リソースは名前ではなく、`prx-`で始まるプロキシ自体のIDです
design-policy-secret-why = 関数はこの1つのシークレットだけを読み取ります
design-environment-why = 名前は変更できます。エクスポートされるハンドラーがこれらを読み取ります
design-no-database-name = データベース名が不明です
design-no-database-name-text = ハンドラーはデータベース名なしで接続します。コードで必要な場合は、アクセスページで名前を入力してください。
design-variable-name = 変数名`{ $name }`はLambdaに拒否されます
design-variable-name-cure = 英字で始まる2文字以上の英数字とアンダースコアで指定してください。AWSの予約名は使用できません。
design-variable-reserved = `{ $name }`はLambdaの予約名です
design-variable-twice = 変数`{ $name }`が2回使われています
design-variable-twice-cure = 値ごとに別の名前を付けてください。
design-variable-hidden = 関数に、シークレットを含む可能性のある変数`{ $name }`があります
design-variable-hidden-cure = 元に戻せないため、上書きしません。別の名前を選択してください。
design-variable-replaced = 変数`{ $name }`の値が新しくなります
design-variable-replaced-text = 元に戻すと、以前の値に戻ります。
design-environment-full = 変数がLambdaの上限を超えています
design-environment-full-cure = 関数の変数は、すべて合わせて4 KBまでです。
design-alias-unknown = 関数にエイリアス`{ $alias }`はありません
design-alias-unknown-cure = 関数のエイリアスを選択するか、なしにしてください。
design-alias-frozen = エイリアス{ $aliases }は発行済みのバージョンを指しています
design-alias-frozen-text = 発行済みのバージョンのネットワークと変数は変わりません。変更は`$LATEST`に加えられ、新しいバージョンを発行してエイリアスを切り替えるまで、エイリアスの呼び出し元には反映されません。
# Cost
design-cost-proxy = RDS Proxy
design-cost-proxy-vcpu = { $vcpus } vCPU × ${ $price } × 730時間
design-cost-proxy-acu = { $acu } ACU × ${ $price } × 730時間
design-cost-unknown-class = インスタンスのサイズが不明なため、料金も不明です
design-cost-foreign-region = { $how }（{ $region }の料金）
design-cost-secret = シークレット
design-cost-secret-how = 月額${ $price }
design-cost-endpoint = Secrets Managerのエンドポイント
design-cost-endpoint-how = { $zones }ゾーン × ${ $price } × 730時間
# Endpoints of the proxy beside its default one.
endpoint-no-cluster = `{ $database }`は単一のインスタンスで、リーダーがありません
endpoint-no-cluster-cure = 読み取り専用エンドポイントは、クラスターのリーダーに接続します。エンドポイントを外すか、AuroraまたはマルチAZ DBクラスターを選択してください。
endpoint-no-reader = `{ $database }`にリーダーがないため、読み取り専用エンドポイントの接続先がありません
endpoint-no-reader-cure = 先にクラスターにリーダーを追加するか、エンドポイントを外してください。
endpoint-reads-why = 読み取りはクラスターのリーダーに送られ、ライターの接続を使いません
endpoint-quota = `{ $proxy }`の追加エンドポイントは{ $count }個までです
endpoint-quota-cure = 誰も使っていないものを削除するか、このエンドポイントを外してください。
endpoint-used = 読み取り専用エンドポイント`{ $name }`を使用します
endpoint-used-text = ほかの人が作成した既存のものです。参照するだけで、このセットアップが削除することはありません。
endpoint-vpc-why = 関数は{ $vpc }に残り、そこに作成するエンドポイントからプロキシに到達します
endpoint-vpc-stays-why = 関数はそのVPCに残り、プロキシのエンドポイントがそこに作成されます
endpoint-vpc-same = 関数のVPCのエンドポイントは不要です
endpoint-vpc-same-text = 完了後は関数とデータベースが同じVPC内にあるため、デフォルトのエンドポイントを使えます。
endpoint-vpc-unread = 関数のVPC（`{ $vpc }`）のサブネットは不明です
endpoint-vpc-one-cure = 1つのセットアップのすべての関数は、1つのVPCからプロキシに到達します。別のVPCの関数は個別にセットアップしてください。
endpoint-vpc-several = `{ $name }`は`{ $first }`とは別のVPCにあります
endpoint-vpc-dedicated = { $vpc }は専有テナンシーです
endpoint-vpc-dedicated-cure = RDS Proxyは、このようなVPCにエンドポイントを作成できません。別のVPCの関数を選択してください。
endpoint-vpc-zones =
    { $count ->
        [0] { $vpc }には、使用できるサブネットのあるゾーンがありません
       *[other] { $vpc }で使用できるサブネットのあるゾーンは{ $count }つです
    }
endpoint-vpc-zones-cure = エンドポイントには2つのゾーンのサブネットが必要です。別のゾーンにサブネットを追加してください。
endpoint-name = `{ $name }`はエンドポイント名として使用できません
endpoint-name-twice = 両方のエンドポイントの名前が`{ $name }`です
endpoint-name-twice-cure = エンドポイント名は、アカウントとリージョン内で一意である必要があります。どちらかに別の名前を付けてください。
endpoint-subnet-unknown = `{ $subnet }`はエンドポイントのVPCのサブネットではありません
endpoint-subnet-unknown-cure = 次の中から選択してください: { $known }。
endpoint-zones =
    エンドポイントのサブネットが{ $count ->
        [0] どのゾーンにもありません
        [1] 1つのゾーンにしかありません
       *[other] { $count }つのゾーンにあります
    }
endpoint-subnet-kind = { $subnet }には、IPアドレスタイプが{ $kind }のエンドポイントを配置できません
endpoint-dual-cure = `DUAL`には、IPv4とIPv6の両方の範囲を持つサブネットが必要です。そのようなサブネットを選択するか、エンドポイントを`IPV4`のままにしてください。
endpoint-group-unknown = `{ $group }`はエンドポイントのVPCのセキュリティグループではありません
endpoint-group-unknown-cure = 既存のグループを選択するか、指定を外してください。
endpoint-none-made = `proxy.endpoints`の選択内容の対象となるエンドポイントは作成されません
endpoint-none-made-text = 読み取り専用エンドポイント、または関数のVPC内のエンドポイントを作成する場合にのみ使われます。
endpoint-rule-in = エンドポイントがこの関数からの接続を許可します。{ $port }でリッスンします
design-cost-proxy-endpoint = エンドポイント`{ $name }`
