# What a role's policies allow, as rules say it.

seen-iam-near-secret-name = 完全なARNではなく、シークレットの名前です
seen-iam-near-alias = キーのエイリアスで、リソースとしては無効です
seen-iam-operator-unknown = 条件演算子{ $operator }は未知のものです
seen-iam-value-unknown = { $key }の値が不明です
seen-iam-condition-part = ARNの一部と比較する条件があります
seen-iam-condition-value = 比較できない条件の値があります
seen-iam-condition-range = 解釈できないアドレス範囲があります
seen-iam-effect-unclear = Effectを解釈できないステートメントがあります
seen-iam-key-unclear = { $key }を解釈できません
seen-iam-may =
    { $policy }が{ $verb ->
        [deny] 拒否
       *[allow] 許可
    }している可能性があります: { $because }
seen-iam-policy-unread = ポリシー{ $policy }を読み取れませんでした
seen-iam-boundary-unread = ロール{ $role }のアクセス許可の境界{ $boundary }を読み取っていません
seen-iam-secret-policy = シークレットのポリシー
seen-iam-key-policy = キーポリシー
seen-iam-key-grants = キーのグラントの一覧
seen-iam-grant = グラント
seen-iam-near-proxy-name = プロキシのIDではなく、名前です
seen-iam-near-database-id = プロキシのIDではなく、データベースのIDです
seen-iam-near-action = { $policy }は、必要な`{ $wanted }`ではなく`{ $action }`を許可しています
seen-iam-near-only = { $policy }は、{ $condition }に限って許可しています
seen-iam-near-nested = ARNの中に別のARNがあります
seen-iam-near-space = 前後に空白があります
seen-iam-near-colon-missing = コロンが足りません
seen-iam-near-colon-more = コロンが余分です
seen-iam-near-case = 大文字と小文字が異なります
seen-iam-no-principal = リソースポリシーに、解釈できるプリンシパルのないステートメントがあります
seen-iam-not-principal = NotPrincipalに、ロール、そのセッション、またはそのアカウントが指定されていますが、すべてではない可能性があります
seen-iam-principal-unclear = リソースポリシーに、解釈できないプリンシパルがあります
seen-iam-principal-wildcard = プリンシパル{ $principal }に、ワイルドカードがあります
seen-iam-session-unknown = { $principal }のセッション名が不明です
seen-iam-allows-but = { $policy }は許可していますが、{ $said }
seen-iam-statement-unclear = 解釈できないステートメントがあります
seen-iam-statement-key-unclear = ステートメントの{ $key }を解釈できません
seen-iam-no-action = 解釈できるアクションのないステートメントがあります
seen-iam-both-actions = ActionとNotActionの両方があるステートメントがあります
seen-iam-variable-without-value = NotResourceのポリシー変数に値がありません
seen-iam-no-resource = 解釈できるリソースのないステートメントがあります
seen-iam-both-resources = ResourceとNotResourceの両方があるステートメントがあります
seen-iam-arn-cut-short = リソース{ $resource }は、途中で切れたARNです
# What a statement names: "orders-read names `arn:…`: a colon is missing".
seen-iam-near-resource = { $policy }に`{ $resource }`が指定されています: { $miss }
seen-iam-near-both = { $policy }に`{ $resource }`が指定されています: { $miss }。また、必要な`{ $wanted }`ではなく`{ $action }`が許可されています
seen-iam-near-part =
    { $part ->
        [partition] パーティション
        [service] サービス
        [region] リージョン
       *[account] アカウント
    }が、必要な`{ $wanted }`ではなく`{ $its }`です
# After seen-iam-near-only: the first condition that does not hold.
seen-iam-where = 条件{ $operator } { $key } { $values }を満たす場合
seen-iam-where-other-secret = 条件{ $operator } { $key } { $values }（別のシークレット）を満たす場合
seen-iam-simulator = IAMポリシーシミュレーターでは、{ $resource }に対する{ $action }は{ $decision }です
seen-iam-simulator-by = IAMポリシーシミュレーターでは、{ $resource }に対する{ $action }は{ $policies }により{ $decision }です
seen-iam-organization = IAMポリシーシミュレーターでは、{ $resource }に対する{ $action }は組織で許可されていません
seen-iam-statement = { $policy }（ステートメント{ $sid }）
