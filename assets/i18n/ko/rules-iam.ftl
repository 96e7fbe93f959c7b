# What a role's policies allow, as rules say it.

seen-iam-near-secret-name = 전체 ARN이 있어야 할 자리에 보안 암호의 이름이 있음
seen-iam-near-alias = 키의 별칭이며, 리소스에 지정하면 적용되지 않음
seen-iam-operator-unknown = 알 수 없는 조건 연산자: { $operator }
seen-iam-value-unknown = { $key } 값을 알 수 없음
seen-iam-condition-part = 조건이 ARN의 일부와 비교함
seen-iam-condition-value = 조건의 값을 비교할 수 없음
seen-iam-condition-range = 주소 범위를 해석할 수 없음
seen-iam-effect-unclear = 정책 문에 해석할 수 있는 Effect가 없음
seen-iam-key-unclear = { $key } 키를 해석할 수 없음
seen-iam-may =
    { $policy }에서 이를 { $verb ->
        [deny] 거부
       *[allow] 허용
    }할 수 있음: { $because }
seen-iam-policy-unread = { $policy } 정책을 읽을 수 없음
seen-iam-boundary-unread = { $role }의 권한 경계 { $boundary }: 읽지 않음
seen-iam-secret-policy = 보안 암호의 정책
seen-iam-key-policy = 키 정책
seen-iam-key-grants = 키의 권한 부여 목록
seen-iam-grant = 권한 부여
seen-iam-near-proxy-name = 프록시의 ID가 있어야 할 자리에 이름이 있음
seen-iam-near-database-id = 프록시의 ID가 있어야 할 자리에 데이터베이스의 ID가 있음
seen-iam-near-action = { $policy }에서 `{ $action }` 작업을 허용하지만 필요한 것은 `{ $wanted }` 작업임
seen-iam-near-only = { $policy }에서 다음 조건으로만 허용함: { $condition }
seen-iam-near-nested = ARN 안에 다른 ARN이 있음
seen-iam-near-space = 앞뒤에 공백이 있음
seen-iam-near-colon-missing = 콜론이 하나 빠져 있음
seen-iam-near-colon-more = 콜론이 하나 더 있음
seen-iam-near-case = 대소문자가 다름
seen-iam-no-principal = 리소스 기반 정책의 정책 문에 해석할 수 있는 보안 주체가 없음
seen-iam-not-principal = NotPrincipal에 역할, 역할의 세션 또는 계정이 있으나 모두 있는 것은 아닐 수 있음
seen-iam-principal-unclear = 리소스 기반 정책의 보안 주체를 해석할 수 없음
seen-iam-principal-wildcard = 와일드카드가 있는 보안 주체: { $principal }
seen-iam-session-unknown = { $principal }의 세션 이름을 알 수 없음
seen-iam-allows-but = { $policy }에서는 허용하지만 { $said }
seen-iam-statement-unclear = 해석할 수 없는 정책 문이 있음
seen-iam-statement-key-unclear = 정책 문의 { $key } 키를 해석할 수 없음
seen-iam-no-action = 정책 문에 해석할 수 있는 작업이 없음
seen-iam-both-actions = 정책 문에 Action과 NotAction이 모두 있음
seen-iam-variable-without-value = NotResource에 있는 정책 변수에 값이 없음
seen-iam-no-resource = 정책 문에 해석할 수 있는 리소스가 없음
seen-iam-both-resources = 정책 문에 Resource와 NotResource가 모두 있음
seen-iam-arn-cut-short = 리소스 { $resource }의 ARN이 중간에 잘려 있음
# What a statement names: "orders-read names `arn:…`: a colon is missing".
seen-iam-near-resource = { $policy }에 지정된 `{ $resource }`: { $miss }
seen-iam-near-both = { $policy }에 지정된 `{ $resource }`: { $miss }. 또한 `{ $action }` 작업을 허용하지만 필요한 것은 `{ $wanted }` 작업임
seen-iam-near-part =
    { $part ->
        [partition] 파티션
        [service] 서비스
        [region] 리전
       *[account] 계정
    } 부분이 `{ $its }`, 필요한 값은 `{ $wanted }`
# After seen-iam-near-only: the first condition that does not hold.
seen-iam-where = { $operator } { $key } { $values }
seen-iam-where-other-secret = { $operator } { $key } { $values }(다른 보안 암호)
seen-iam-simulator = { $resource }에 대한 { $action } 작업의 IAM 시뮬레이터 판정: { $decision }
seen-iam-simulator-by = { $resource }에 대한 { $action } 작업의 IAM 시뮬레이터 판정: { $decision }(근거 정책: { $policies })
seen-iam-organization = IAM 시뮬레이터에 따르면 조직에서 { $resource }에 대한 { $action } 작업을 허용하지 않음
seen-iam-statement = { $policy } (정책 문 { $sid })
