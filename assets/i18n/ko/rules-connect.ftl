# Rules: the login of the function: rds-db:connect and tokens. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

-token-refused = 프록시가 토큰을 거부합니다. MySQL에서는 오류 1045(토큰을 보냈는데도 “using password: NO”라고 표시될 수 있음), PostgreSQL에서는 “IAM authentication failed”가 나타납니다. 정책은 언뜻 올바르게 보입니다.
-replace-statement = 문을 이 프록시의 ID와 데이터베이스 사용자를 지정하는 문으로 바꾸세요.
rules-group-connect = 함수의 로그인: rds-db:connect 및 토큰
rule-connect-permission-missing = 함수에 연결 권한이 없습니다
    .holds = 함수에 연결 권한이 있음
    .why = 함수의 역할에 이 프록시에 대한 rds-db:connect를 허용하는 정책이 없어 프록시가 모든 토큰을 거부합니다. MySQL에서는 오류 1045가 발생하며, 토큰을 보냈는데도 “using password: NO”라고 표시될 수 있습니다. PostgreSQL에서는 “IAM authentication failed”가 표시됩니다.
    .fix = 정확히 이 프록시와 사용자에 대한 rds-db:connect 권한을 역할에 부여하십시오.
rule-connect-explicit-deny-or-boundary = 명시적 거부 또는 권한 경계가 함수의 연결을 막습니다
    .holds = 명시적 거부나 권한 경계가 함수의 연결을 막지 않음
    .why = 거부는 모든 허용보다 우선하며, 권한 경계나 조직의 정책에 없는 것은 허용되지 않습니다. 따라서 연결 정책이 올바르게 보여도 프록시가 토큰을 거부합니다.
    .fix = 거부에서 이 프록시를 제외하거나, 권한 경계에 rds-db:connect를 추가하거나, 예외를 요청하십시오.
rule-connect-policy-uses-proxy-name = 연결 정책에 프록시의 ID 대신 이름이 지정되어 있습니다
    .holds = 연결 정책에서 프록시의 ID 자리에 이름을 쓰지 않음
    .why = { -token-refused }
    .fix = { -replace-statement }
rule-connect-policy-uses-db-resource-id = 연결 정책에 프록시 대신 데이터베이스가 지정되어 있습니다
    .holds = 연결 정책에서 프록시 자리에 데이터베이스를 지정하지 않음
    .why = 이 정책으로는 데이터베이스에 직접 로그인할 수 있지만, 프록시를 통해서는 로그인할 수 없습니다.
    .fix = { -replace-statement }
rule-connect-policy-endpoint-id = 연결 정책에 프록시 대신 엔드포인트가 지정되어 있습니다
    .holds = 연결 정책에서 프록시 자리에 엔드포인트를 지정하지 않음
    .why = 추가 엔드포인트는 프록시의 로그인을 함께 사용합니다. 정책에는 엔드포인트의 ID가 아니라 항상 프록시의 ID를 지정합니다.
    .fix = { -replace-statement }
rule-connect-policy-stale-proxy-id = 연결 정책에 더 이상 없는 프록시가 지정되어 있습니다
    .holds = 연결 정책에서 이 프록시 자리에 없어진 프록시를 지정하지 않음
    .why = 프록시를 다시 만들면 이름이 같아도 새 ID를 받지만, 정책에는 이전 ID가 남습니다.
    .fix = { -replace-statement }
rule-connect-policy-wrong-service-or-arn = 연결 정책에 있는 ARN의 서비스 또는 형식이 잘못되었습니다
    .holds = 연결 정책에 있는 ARN의 서비스와 형식이 잘못되지 않음
    .why = 프록시 자체의 ARN(서비스 rds)은 그대로 쓰든 다른 ARN 안에 넣든 rds-db:connect에 아무 의미가 없습니다. rds-db와 dbuser, 모든 콜론이 제자리에 있어야 합니다.
    .fix = { -replace-statement }
rule-connect-policy-wrong-action = 연결 정책이 잘못된 작업을 허용합니다
    .holds = 연결 정책이 rds-db:connect 대신 잘못된 작업을 허용하지 않음
    .why = rds와 rds-data의 작업으로는 로그인할 수 없습니다. 로그인을 허용하는 것은 rds-db:connect뿐입니다.
    .fix = 대신 rds-db:connect를 허용하십시오.
rule-connect-policy-region-or-account-mismatch = 연결 정책이 다른 리전 또는 계정용입니다
    .holds = 연결 정책이 다른 리전이나 계정용이 아님
    .why = { -token-refused }
    .fix = { -replace-statement }
rule-connect-policy-user-mismatch = 연결 정책이 다른 데이터베이스 사용자용입니다
    .holds = 연결 정책이 다른 데이터베이스 사용자용이 아님
    .why = 정책의 사용자 이름은 함수가 로그인하는 사용자 이름과 대소문자까지 한 글자씩 비교됩니다.
    .fix = 함수가 로그인하는 사용자를 지정하십시오.
rule-connect-policy-condition-keys = 연결 정책에 RDS Proxy가 지원하지 않는 조건이 있습니다
    .holds = 연결 정책의 허용이 RDS Proxy가 지원하지 않는 조건에 달려 있지 않음
    .why = RDS Proxy는 전역 조건 키를 지원하지 않으므로, aws:SourceVpc 같은 조건이 있는 정책 문은 절대 적용되지 않습니다.
    .fix = 정책 문에서 조건을 제거하십시오. 정확한 프록시와 사용자를 지정하는 것만으로 충분히 제한됩니다.
rule-connect-policy-wildcard = 연결 정책이 둘 이상의 사용자를 허용합니다
    .holds = 연결 정책이 이 프록시와 사용자를 와일드카드 없이 지정함
    .why = ID나 사용자에 와일드카드가 있으면 함수가 마스터 사용자를 포함하여 등록된 어느 사용자로든 로그인할 수 있습니다.
    .fix = 정확히 이 프록시와 함수에 필요한 사용자만 지정하십시오.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-connect-user = 사용자: { $user } (출처: { $from })
seen-connect-user-unknown = 함수의 데이터베이스 사용자를 알 수 없어 app으로 표시함
seen-connect-id-of = 이 ID는 { $proxy }의 ID임
seen-connect-no-policy-speaks = { $role }의 정책 중 { $action } 작업을 다루는 것이 없음
seen-connect-no-such-proxy = 이 계정과 리전에 그 ID의 프록시가 없음
seen-connect-condition = 이를 허용하는 유일한 정책 문({ $policy })에 { $key } 조건이 있음
