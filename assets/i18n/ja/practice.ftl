# The accounts to practise on: what each is called, and `.about` what one sees in it, in a sentence.


# The company as it should be, or something else than a setup is the matter

scenario-default = 一般的な会社
    .about = すべてが動作しています。データベースと関数を選択してください。
scenario-no-permissions = 一部の読み取りを拒否
    .about = アカウントの一部を読み取れません。判定に必要なアクセス許可が、それぞれ示されます。
scenario-denied-write = 途中で拒否
    .about = ステップが半分完了したところで、プロキシの作成が拒否されます。修正して再開するか、元に戻してください。
scenario-throttled = スロットリング
    .about = 変更のたびに、成功する前にAWSから`Rate exceeded`が返されます。
scenario-expired = セッションの期限切れ
    .about = もう一度サインインするまで、どの呼び出しにも応答がありません。
scenario-slow = 遅い応答
    .about = 長い一覧の読み取りに時間がかかります。
scenario-quota-reached = プロキシ数の上限
    .about = アカウントのプロキシが、上限の20個に達しています。
scenario-no-nat = 外への経路なし
    .about = インターネットに到達できるサブネットがありません。関数をVPCに入れると、ほかのどこにも到達できなくなります。
scenario-unsupported-zone = プロキシ非対応のゾーン
    .about = バージニアのリージョンです。ゾーンuse1-az3では、RDS Proxyを使えません。
scenario-stuck-target = 準備が終わらないターゲット
    .about = プロキシは作成されますが、ターゲットがキャパシティを待ったまま、利用可能になりません。
scenario-all-well = 問題なし
    .about = 完成したセットアップです。障害のあるシナリオとの比較に使います。
scenario-large = 大規模な会社
    .about = 関数5,000個、データベース200個、セキュリティグループ300個。
scenario-organization = 複数のアカウント
    .about = 組織の管理アカウントです。2つのアカウントに同じ名前のプロキシがあり、読み取れないアカウントが1つあります。

# Broken: network

scenario-broken-closed-door = データベースの閉じた入口
    .about = 30秒後にエラー9501が発生し、ターゲットには到達できません。データベースのグループが、プロキシからの接続を許可していません。
scenario-broken-proxy-stays-in = 外に出られないプロキシ
    .about = データベースのグループはプロキシを許可していますが、エラー9501が発生します。プロキシ自体のグループに、データベースへのアウトバウンドルールがありません。
scenario-broken-proxy-door = プロキシの閉じた入口
    .about = `Task timed out`が発生し、プロキシのクライアント数は0のままです。プロキシのグループが、関数からの接続を許可していません。
scenario-broken-function-stays-in = 外に出られない関数
    .about = `Task timed out`が発生します。関数のグループのアウトバウンドはポート443だけで、プロキシに到達できません。
scenario-broken-shared-group = 両者で1つのグループ
    .about = ターゲットが「internal error」のまま利用可能になりません。プロキシとデータベースは同じグループにありますが、それだけでは互いの通信は許可されません。
scenario-broken-network-acl = 途中のネットワークACL
    .about = ゾーンによって、タイムアウトするリクエストとしないリクエストがあります。1つのサブネットのACLが、データベースのポートを遮断しています。
scenario-broken-outside = ネットワークの外
    .about = プライベートアドレスに対して`connect ETIMEDOUT`が発生します。関数がVPCになく、プロキシにパブリックアドレスはありません。
scenario-broken-other-network = 別のネットワーク
    .about = 名前は解決されますが、接続がタイムアウトします。関数が別のVPCにあり、2つのVPCはつながっていません。
scenario-broken-dns-off = 名前解決なし
    .about = プロキシのホストに対して`getaddrinfo ENOTFOUND`が発生します。VPCがDNSに応答しません。
scenario-broken-no-service-route = Secrets Managerへの経路なし
    .about = ハンドラーが接続を始める前に停止します。データベースのパスワードを読み取りますが、サブネットからAWSのサービスに到達できません。
scenario-broken-endpoint-door = エンドポイントの閉じた入口
    .about = ハンドラーがパスワードの読み取り中に停止します。VPCにエンドポイントはありますが、そのグループが関数からの接続を許可していません。

# Broken: connect

scenario-broken-no-connect = 接続の許可なし
    .about = どのトークンでも`Access denied for user 'orders_app'`が発生します。関数のロールに`rds-db:connect`がありません。
scenario-broken-name-for-id = IDの代わりに名前
    .about = ポリシーがあるのに`Access denied`が発生します。AWSが求める`prx-…`ではなく、名前でプロキシを指定しています。
scenario-broken-database-id = データベースのID
    .about = データベース自体にはログインできますが、プロキシ経由ではできません。ポリシーがクラスターを指定しています。
scenario-broken-stale-id = 以前のプロキシのID
    .about = プロキシを削除して作り直してから、`Access denied`が続いています。ポリシーが以前のプロキシのIDを指定しています。
scenario-broken-other-user = 別のユーザーのポリシー
    .about = `Access denied for user 'orders_app'`が発生します。ポリシーはロールに接続を許可していますが、ユーザーが`orders_ro`です。
scenario-broken-any-user = 誰にでも使えるポリシー
    .about = すべてが動作しますが、許可が広すぎます。ポリシーは、どのプロキシにもどのユーザーとしても接続することを関数に許可しています。
scenario-broken-connect-condition = 満たされない条件
    .about = ポリシーがプロキシとユーザーを指定しているのに、`Access denied`が発生します。許可がオフィスのアドレスからに限られています。
scenario-broken-wrong-action = 別のサービスのアクション
    .about = `Access denied`が発生します。ポリシーが許可している`rds:connect`は、存在しないアクションです。トークンに必要なのは`rds-db:connect`です。

# Broken: role

scenario-broken-unreadable-secret = 読み取れないシークレット
    .about = ターゲットは、プロキシに認証情報が登録されていないと報告します。プロキシのロールに、シークレットの読み取りが許可されていません。
scenario-broken-key = 使用できないキー
    .about = ロールはシークレットを読み取れるのに、認証情報が登録されていないと報告されます。復号が許可されていません。
scenario-broken-trust = RDSが引き受けられないロール
    .about = ポリシーは正しいのに、認証情報が登録されていないと報告されます。ロールがRDSではなくLambdaを信頼しています。
scenario-broken-secret-suffix = 末尾のないシークレット名
    .about = ポリシーがシークレットを指定しているのに、認証情報が登録されていないと報告されます。AWSが末尾に付ける6文字が抜けています。
scenario-broken-boundary = ロールを制限する境界
    .about = ポリシーは許可しているのに、認証情報が登録されていないと報告されます。ロールのアクセス許可の境界が許可していません。
scenario-broken-key-elsewhere = 別のリージョン用のキー
    .about = テンプレートをコピーしてから、認証情報が登録されていないと報告されます。復号がバージニアのSecrets Manager経由でのみ許可されています。
scenario-broken-end-to-end-id = エンドツーエンド、IDの誤り
    .about = 両側でトークンを使いますが、データベースがプロキシを拒否します。プロキシのロールに許可されている接続先が、クラスターではなくプロキシです。
scenario-broken-end-to-end-database = エンドツーエンド、トークン非対応のデータベース
    .about = 両側でトークンを使いますが、データベースがプロキシを拒否します。データベースのIAM認証がオフです。

# Broken: secret

scenario-broken-secret-text = 項目のないシークレット
    .about = ロールはシークレットを読み取れるのに、認証情報が登録されていないと報告されます。内容がJSONではなく、パスワードだけです。
scenario-broken-secret-deleted = 削除予定のシークレット
    .about = プールの接続がなくなるまでは動作していました。誰かがプロキシのシークレットの削除をスケジュールしました。
scenario-broken-secret-gone = 存在しないシークレット
    .about = `Access denied`が発生し、認証情報が登録されていないと報告されます。プロキシが指定するシークレットは、完全に削除されています。
scenario-broken-no-current-version = 現在の値のないシークレット
    .about = 認証情報が登録されていないと報告されます。プロキシが読み取るラベル`AWSCURRENT`が、シークレットから外されています。
scenario-broken-wrong-user = 別のユーザーのシークレット
    .about = ターゲットは正常ですが、`orders_app`が拒否されます。シークレットにあるのは、別のユーザーのパスワードです。
scenario-broken-rotation-stuck = 失敗するローテーション
    .about = 動作していますが、パスワードは数日前に変わっているはずのものです。ローテーションが、保留中のバージョンを残しています。
scenario-broken-rotation-two-users = 2人のユーザー間のローテーション
    .about = 次のローテーションまでは動作します。次回、シークレットのユーザーが別のユーザーに変わり、`orders_app`が拒否されます。
scenario-broken-rotation-through-proxy = プロキシ経由のローテーション
    .about = パスワードがいつまでも変わらず、ローテーションのログはログインの失敗ばかりです。ローテーションがプロキシを経由しています。
scenario-broken-rotation-shut-out = 閉め出されたローテーション
    .about = 次のローテーションはタイムアウトします。シークレットをローテーションする関数のグループが、どこからも許可されていません。
scenario-broken-password-out-of-reach = 取得できないパスワード
    .about = 接続する前に`AccessDeniedException`が発生します。関数のポリシーが`secretmanager`となっていて、sが抜けています。
scenario-broken-key-disabled = 無効なキー
    .about = 突然、認証情報が登録されていないと報告されます。シークレットを暗号化するキーが無効にされました。
scenario-broken-secret-policy = 自身へのアクセスを拒むシークレット
    .about = ロールに何を許可しても、認証情報が登録されていないと報告されます。シークレット自体のポリシーが拒否しています。

# Broken: function

scenario-broken-frozen-alias = 以前のバージョンのままのエイリアス
    .about = 関数を変更しても、プロキシにクライアントが現れません。エイリアス`live`が、変更前のバージョンを呼び出しています。
scenario-broken-weighted-alias = 10回に1回の呼び出し
    .about = 呼び出しの10回に1回が、プロキシを経由しません。エイリアス`live`の重みの一部が、まだデータベースを指しているバージョンに割り当てられています。
scenario-broken-old-host = プロキシの迂回
    .about = 関数は動作していますが、プロキシのメトリクスは変化しません。ホスト変数がまだデータベースを指しています。
scenario-broken-unknown-host = 存在しないプロキシ
    .about = `Name or service not known`が発生します。ホスト変数が、削除されたプロキシを指しています。
scenario-broken-password-in-env = 丸見えのパスワード
    .about = すべてが動作しますが、関数を表示できる人は誰でも、データベースのパスワードを読み取れます。
scenario-broken-old-runtime = 古いランタイム
    .about = これまでどおり実行できますが、変更はすべて拒否されます。ランタイムのサポートが終了しています。
scenario-broken-three-seconds = 3秒
    .about = ときどき`Task timed out after 3.00 seconds`が発生し、理由は示されません。プロキシより先に関数がタイムアウトします。
scenario-broken-slow-borrow = 呼び出し元より長く待つプロキシ
    .about = 負荷がかかると、理由を示すエラー9501の代わりに、`Task timed out after 30.00 seconds`が発生します。プロキシは2分間待ちます。

# Broken: proxy

scenario-broken-no-targets = 接続先のないプロキシ
    .about = 誰に対してもエラー9501が発生します。プロキシを作成しましたが、データベースが登録されていません。
scenario-broken-waiting = キャパシティ待ち
    .about = プロキシの作成から10分後に、エラー9501が発生します。ターゲットが、まだプロキシのスケーリングを待っています。
scenario-broken-stopped = 停止中のデータベース
    .about = 昨夜からエラー9501が発生しています。誰かがデータベースを停止しました。
scenario-broken-replica = プロキシの背後のレプリカ
    .about = ターゲットのレプリケーション状態が無効です。プロキシにはソースが必要ですが、これはそのリードレプリカです。
scenario-broken-engine = 2つのプロトコル
    .about = ハンドシェイクが中断されます。プロキシのプロトコルはPostgreSQLですが、背後のデータベースはMySQLです。
scenario-broken-iam-off = パスワードとみなされるトークン
    .about = 正しいトークンでも`Access denied`が発生します。プロキシのIAM認証がオフのため、トークンがパスワードとして扱われます。
scenario-broken-tls-off = 必須ではないTLS
    .about = すべてが動作しますが、パスワードを暗号化せずに送信するクライアントがあります。プロキシがそれを許可しています。
scenario-broken-pinning = 固定されたセッション
    .about = 接続数がクライアント数と同じになり、負荷がかかると9501が発生します。最初の`SET`によって、各セッションが接続に固定されます。
scenario-broken-oversubscribed = 1つのデータベースに2つのプロキシ
    .about = プロキシ以外の全員に`Too many connections`が発生します。2つのプロキシの合計が、データベースの接続数を超える可能性があります。
scenario-broken-auto-pause = 休まないデータベース
    .about = 夜間に一時停止するはずのデータベースに料金がかかり続けます。プロキシが接続を維持しているため、一時停止しません。
scenario-broken-unused = 誰も使わないプロキシ
    .about = 障害はありませんが、プロキシの料金がかかります。1週間、クライアントの接続がありません。

# Broken: database

scenario-broken-secondary = リーダーのクラスターへの書き込み
    .about = `The target group doesn't have any associated read/write instances`が発生します。クラスターは、グローバルデータベースのセカンダリクラスターです。
scenario-broken-forwarding = 余裕のない書き込み転送
    .about = プールが拡大している途中で、接続が拒否されます。書き込み転送が、接続の一部を占有しています。
scenario-broken-blue-green = ブルーとグリーンの間
    .about = すべてが動作していますが、今夜、すべての接続が切れます。データベースのブルー/グリーンデプロイが進行中です。
scenario-broken-newcomers = マネージドインスタンスとExpressクラスター
    .about = 関数は、古いランタイムのままマネージドインスタンスで実行されています。プロキシに対応していないExpressクラスターもあります。

# Setups that work and are to move on

scenario-from-database = 共有プロキシの迂回
    .about = ほかの関数は既にプロキシを経由していますが、1つの関数がデータベースに直接接続しています。プロキシ経由に移行してください。
scenario-from-password = 共有プロキシでのパスワード
    .about = 関数はパスワードを、プロキシの別のユーザーはトークンを送信しています。関数をトークンに移行してください。
scenario-from-secret = 手前はトークン、奥はシークレット
    .about = 2人のユーザーがトークンを送信し、プロキシはそれぞれのシークレットでログインします。一方を、両側でトークンを使うログインに移行してください。
