# A proxy that is there already and is used.

reuse-not-here = プロキシ{ $name }が見つかりません
reuse-not-here-cure = 次のいずれかを使用してください: { $names }。新しく作成する場合は、`existing`と`--proxy`を外してください。
reuse-none-here-cure = このアカウントとリージョンに使用できるものはありません。新しく作成するには、`existing`と`--proxy`を外してください。
reuse-cannot = プロキシ`{ $name }`は使用できません: { $why }
reuse-cannot-cure = 別のプロキシを使用するか、`existing`と`--proxy`を外して新しく作成してください。
reuse-why-engine = プロトコルは{ $family }で、データベースと異なります
reuse-why-vpc = データベースとは別のVPC（{ $vpc }）にあります
reuse-why-database = 接続先のデータベースは{ $database }です。1つのプロキシの接続先は1つです
reuse-why-unread = 接続先のデータベースを読み取れませんでした（`{ $operation }`）
reuse-why-status = ステータスは{ $status }です
reuse-why-login = ログインの1つを解釈できません（`{ $what }`）。ログインの一覧は全体が書き換えられます
reuse-mode = `{ $name }`では、このログインの方法は{ $mode }です
reuse-mode-cure = { $mode }を選択してください。プロキシのほかの利用者のログイン方法は変更されません。
reuse-full = `{ $name }`のログインは{ $count }個で、これ以上追加できません
reuse-full-cure = 既存のログインを再利用するか、別のプロキシを使用するか、新しく作成してください。
reuse-same-user = `{ $name }`には既に{ $user }のログインがある可能性があります
reuse-same-user-text = シークレット`{ $secret }`は同じユーザーのもののようです。プロキシが受け付けるシークレットは、ユーザーごとに1つです。別のデータベースユーザーを選択するか、そのシークレットを再利用してください。
reuse-fixed = `{ $name }`のこの項目はAWSでは変更できません
reuse-fixed-cure = 指定を外してください。プロキシのネットワークは現在のままになります。
reuse-changes = `{ $name }`の{ $settings }が、すべての利用者に対して変更されます
reuse-changes-text = ほかに影響を受ける利用者: { $who }。設定の指定を外すと、現在のままになります。
reuse-who-unknown = ほかのすべての利用者（プロキシにログインの一覧がありません）
reuse-who-logins = { $logins }でログインするユーザー
reuse-role-partly = ロール{ $role }の一部のポリシーを読み取れませんでした
reuse-role-partly-cure = プロキシに現在許可されている操作が不明なため、何も追加しません。ロールの読み取りを許可するか、新しいプロキシを作成してください。
reuse-role-gone = `{ $name }`のロール{ $role }が見つかりません
reuse-role-gone-cure = これがないと、プロキシはシークレットを読み取れません。先にプロキシを修復するか、新しく作成してください。
reuse-role-why = プロキシの現在のロールです。固有の名前のインラインポリシーを1つ追加し、既存のポリシーはすべてそのまま残します。
reuse-role-has-why = プロキシの現在のロールです。既に必要な操作が許可されています。
reuse-role-bounded = ロール{ $role }にアクセス許可の境界があります
reuse-role-bounded-text = ロールに何を追加しても、{ $arn }が許可しない操作は禁止されたままです。
reuse-group-why = プロキシの現在のグループです。ルールを1つ追加します。
reuse-registers = `{ $name }` has no database: { $database } becomes its database
reuse-registers-text = A proxy has one. Whoever has a login on `{ $name }` comes to { $database } through it from then on: { $who }. Its pool keeps its settings.
reuse-note = 既存のプロキシ{ $name }を使用します
reuse-note-text = ログイン、ロールのポリシー1つ、ルール1つ、関数に必要なものを追加します。ほかのログインと設定はすべてそのまま残ります。元に戻すと、追加したものだけが取り消されます。
plan-add-login = プロキシ{ $name }に{ $user }のログインを追加
plan-add-login-why =
    以後、プロキシはこのユーザーを受け付けます。{ $count ->
        [0] まだログインはありません。
       *[other] ほかの{ $count }個のログインは、直前に読み取った内容のまま書き戻します。
    }
plan-add-login-undo = プロキシ`{ $name }`の一覧から`{ $user }`のログインを削除し、ほかはすべて残します。
plan-add-login-unclear = ログインの1つを解釈できません（`{ $what }`）。一覧は全体が書き換えられます
plan-add-login-moved = プロキシにこのシークレットのログインが追加されていますが、ログイン方法が異なります
plan-add-login-kept = ログインはその後変更されたため、手を加えません。
plan-add-login-last = 最後のログインです。プロキシには少なくとも1つ必要です。
after-login = ログイン
part-used-proxy = プロキシは使用するだけで、ここでは作成しません。この操作はプロキシの所有者が行います。
reuse-recommended = { $name }が既に{ $database }に接続しています
reuse-recommended-text = 推奨: 2つ目を作成せず、これを使用してください（`--proxy { $name }`、または名前とともに`existing = true`）。ログインが1つ追加され、ほかの利用者の設定はすべてそのまま残り、2つ目のプロキシの料金はかかりません。
reuse-share-unread = { $name }のデータベースに対する割り当てを読み取れませんでした
reuse-share-unread-text = 同じデータベースかどうか、接続をどれだけ使うかが不明なため（`{ $operation }`）、このプールの割合との合計が超過する可能性があります。
reuse-sum = { $database }のプロキシは、合計で接続の{ $sum }%を使用できます
reuse-sum-text = { $others }、このプロキシは{ $own }%です。合計で{ $over }%下げて{ $most }%にするか、2つ目を作成せずに既存のプロキシを使用してください。上限に達すると、データベースは後からの接続を拒否します。
reuse-sum-why = { $why }ほかのプロキシにも既に割り当てがあり（{ $others }）、合計で{ $sum }%になります。
proxies-title = { $database }のプロキシ
proxies-new = 新しく作成することもできます。その場合は`--proxy`を外してください。
proxies-none = このアカウントとリージョンにプロキシはありません。新しく作成してください。
proxies-recommended = 推奨
proxies-usable = 使用可能
proxies-empty = can be used; no database is registered with it yet
proxies-unusable = 使用不可: { $why }
proxies-engine = エンジン
proxies-vpc = VPC
proxies-login = ログイン
proxies-users = ユーザー
proxies-functions = 関数
proxies-pool = プール
proxies-pool-share = データベースの接続の{ $percent }%
proxies-unknown = 不明（`{ $operation }`）
proxies-no-function = 見つかりません
proxies-token-users = ロールのポリシーで指定されたユーザー
proxies-by-variable = 変数{ $name }
proxies-by-policy = ポリシー{ $name }
proxies-by-group = グループ{ $name }
proxies-use = 使用方法: { $command }
proxies-unread = 読み取れませんでした: `{ $operation }`。これに関係する内容は表示されません。
proxies-of-function = { $function }が到達するプロキシ
proxies-of-function-none = { $function }の変数、ポリシー、グループに、読み取り可能なプロキシを指すものはありません。
proxies-direct = { $database }（プロキシなし）
proxies-database = データベース
proxies-how = 方法
proxies-no-such-database = データベース{ $id }が見つかりません
proxies-no-such-function = 関数{ $name }が見つかりません
proxies-host = エンドポイント
which-reading = 既存のプロキシを確認中
which-use = 既存のものを使用
which-use-recommended = `{ $name }`が既にこのデータベースに接続しています。ログインと権限を追加するだけです。
which-use-none = このデータベースに使用できるものはありません。
which-new = 新しく作成
which-new-text = 専用のロール、グループ、プールを持つプロキシ。
which-recommended-name = { $name }（推奨）
which-cannot = { $name }は使用できません
which-use-name = { $name }を使用
which-engine = エンジン、VPC
which-users = ユーザー
which-functions = 関数
which-use-empty = `{ $name }` has no database yet: this one is registered with it.
which-empty = no database yet
which-secs = { $count } s
which-changes = changes
which-time = to make
which-sentence =
    { $count ->
        [one] One proxy is here
       *[other] { $count } proxies are here
    }, and { $fit ->
        [0] none
        [one] one
       *[other] { $fit }
    } of them can take { $function }. What you change below is changed for everybody on it.
which-fit = Fits { $database } and { $function }
which-unfit = Cannot be used
which-again = Read again
which-because = Because { $why }.
which-may = May take `{ $may }`
which-may-adds = May take `{ $may }`, { $functions } adds at most `{ $demand }`
which-may-tight = May take `{ $may }`, { $functions } adds up to `{ $demand }`: tight
which-of = of { $limit } connections
used-tab-happens = What happens
used-tab-calls = API calls { $count }
used-added = Would be added
used-added-count =
    { $count ->
        [one] exactly this one
       *[other] exactly these { $count }
    }
used-untouched = Stays untouched
used-itself = TLS, logins of others, pool, timeouts, subnets
used-itself-but = all but { $settings }
used-login = its login
used-function = same endpoint, no restart
used-role = may do this already
used-database = no new rule
used-undo =
    { $count ->
        [one] Undo takes this one back and nothing else.
       *[other] Undo takes back these { $count } and nothing else.
    }
which-tls = TLS必須
which-no-tls = TLS任意
several-of = { $name }: { $text }
several-twice = { $name }が2回指定されています
several-twice-cure = 関数の指定はそれぞれ1回だけにしてください。最初の関数は`function`に、ほかは`more_functions`に指定します。
several-not-there = 既存のプロキシを書き出す場合に指定できる関数は1つです
several-not-there-hint = `--function`を1つだけ指定するか、指定しないでください。プロキシを使用する関数はアカウントからわかります。
several-alias = An alias is chosen for { $name }, which is no further function of this set-up
several-alias-cure = Name it in `more_functions`, or leave the alias out. The first function’s is `publish_to_alias`.
several-moves = { $name }はVPCへ移動しますが、その前に指定された{ $first }は移動しません
several-moves-cure = { $name }を先に指定してください。移動する関数は、最初の関数のセキュリティグループを共有します。
further-title = 追加の関数
further-none = なし
further-count = ほか{ $count }個
further-alias-publish = Publish a version of { $function } and move { $alias } to it
further-alias-leave = Leave the aliases of { $function } alone
further-add = 関数を追加
further-why = それぞれに専用のルール、権限、変数が、同じ実行で設定されます。
