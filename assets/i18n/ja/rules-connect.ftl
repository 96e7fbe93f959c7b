# Rules: the login of the function: rds-db:connect and tokens. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

-token-refused = プロキシがトークンを拒否します。MySQLではエラー1045（トークンを送信していても「using password: NO」と表示されることがあります）、PostgreSQLでは「IAM authentication failed」になります。ポリシーは一見正しく見えます。
-replace-statement = ステートメントを、このプロキシのIDとデータベースユーザーを指定したものに置き換えてください。
rules-group-connect = 関数のログイン: rds-db:connectとトークン
rule-connect-permission-missing = 関数に接続のアクセス許可がありません
    .holds = 関数に接続のアクセス許可がある
    .why = 関数のロールには、このプロキシへのrds-db:connectを許可するポリシーがありません。そのため、プロキシはすべてのトークンを拒否します。MySQLではエラー1045（トークンを送信していても「using password: NO」と表示されることがあります）、PostgreSQLでは「IAM authentication failed」になります。
    .fix = このプロキシとユーザーだけを対象に、ロールにrds-db:connectを許可してください。
rule-connect-explicit-deny-or-boundary = 拒否またはアクセス許可の境界により、関数の接続が禁止されています
    .holds = 関数の接続が、拒否やアクセス許可の境界によって禁止されていない
    .why = 拒否はどの許可よりも優先されます。また、アクセス許可の境界や組織のポリシーに含まれないものは許可されません。そのため、接続ポリシーが正しく見えても、プロキシはトークンを拒否します。
    .fix = このプロキシを拒否の対象から外すか、境界にrds-db:connectを追加するか、組織の管理者に例外を設けてもらってください。
rule-connect-policy-uses-proxy-name = 接続ポリシーで、プロキシのIDの代わりに名前が指定されています
    .holds = 接続ポリシーで、プロキシのIDの代わりに名前が指定されていない
    .why = { -token-refused }
    .fix = { -replace-statement }
rule-connect-policy-uses-db-resource-id = 接続ポリシーで、プロキシの代わりにデータベースが指定されています
    .holds = 接続ポリシーで、プロキシの代わりにデータベースが指定されていない
    .why = このポリシーでは、データベースに直接ログインできますが、プロキシ経由ではログインできません。
    .fix = { -replace-statement }
rule-connect-policy-endpoint-id = 接続ポリシーで、プロキシの代わりにエンドポイントが指定されています
    .holds = 接続ポリシーで、プロキシの代わりにエンドポイントが指定されていない
    .why = 追加エンドポイントへのログインも、プロキシへのログインとして扱われます。ポリシーに指定するのは常にプロキシのIDで、エンドポイントのIDではありません。
    .fix = { -replace-statement }
rule-connect-policy-stale-proxy-id = 接続ポリシーで、既に存在しないプロキシが指定されています
    .holds = 接続ポリシーで、このプロキシの代わりに既に存在しないプロキシが指定されていない
    .why = プロキシを作り直すと、同じ名前でもIDは新しくなります。ポリシーには以前のIDが残ります。
    .fix = { -replace-statement }
rule-connect-policy-wrong-service-or-arn = 接続ポリシーのARNのサービスまたは形式が正しくありません
    .holds = 接続ポリシーのARNのサービスまたは形式が誤っていない
    .why = プロキシ自体のARN（サービスはrds）は、単独でもほかのARNの一部としても、rds-db:connectでは意味を持ちません。rds-db、dbuser、すべてのコロンが正しい位置にある必要があります。
    .fix = { -replace-statement }
rule-connect-policy-wrong-action = 接続ポリシーで許可されているアクションが正しくありません
    .holds = 接続ポリシーで、rds-db:connectの代わりに別のアクションが許可されていない
    .why = rdsやrds-dataのアクションでは、誰もログインできません。ログインを許可するのはrds-db:connectだけです。
    .fix = 代わりにrds-db:connectを許可してください。
rule-connect-policy-region-or-account-mismatch = 接続ポリシーの対象が、別のリージョンまたはアカウントです
    .holds = 接続ポリシーの対象が、別のリージョンやアカウントではない
    .why = { -token-refused }
    .fix = { -replace-statement }
rule-connect-policy-user-mismatch = 接続ポリシーの対象が、別のデータベースユーザーです
    .holds = 接続ポリシーの対象が、別のデータベースユーザーではない
    .why = ポリシーのユーザー名は、関数がログインに使うユーザー名と、大文字と小文字も含めて1文字ずつ比較されます。
    .fix = 関数がログインに使うユーザーを指定してください。
rule-connect-policy-condition-keys = 接続ポリシーに、RDS Proxyがサポートしていない条件があります
    .holds = 接続ポリシーが、RDS Proxyのサポートしていない条件に左右されない
    .why = RDS Proxyはグローバル条件キーをサポートしていません。aws:SourceVpcなどを含むステートメントが適用されることはありません。
    .fix = ステートメントから条件を削除してください。プロキシとユーザーを正確に指定すれば、制限としては十分です。
rule-connect-policy-wildcard = 接続ポリシーで、複数のユーザーが許可されています
    .holds = 接続ポリシーで、このプロキシとユーザーがワイルドカードなしで指定されている
    .why = IDまたはユーザーにワイルドカードがあると、関数はマスターユーザーを含む、登録済みのどのユーザーとしてもログインできます。
    .fix = このプロキシと、関数に必要なユーザーだけを正確に指定してください。

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-connect-user = ユーザー: { $user }（{ $from }）
seen-connect-user-unknown = 関数のデータベースユーザーが不明なため、仮にappとしています
seen-connect-id-of = これは{ $proxy }のIDです
seen-connect-no-policy-speaks = { $action }に関するポリシーが、{ $role }にありません
seen-connect-no-such-proxy = このIDのプロキシは、このアカウントとリージョンにありません
seen-connect-condition = これを許可する唯一のステートメント（{ $policy }）に、{ $key }の条件があります
