# What several groups of rules saw, or could not see: one fact a line, never at the end a period. Names and values of
# the account stand in the variables; words of AWS (RequireTLS, AUTH_FAILURE, rds-db:connect) stay as they are.

seen-wanted-on = 필요한 권한: { $resource }에 대한 { $action }
seen-allows = { $policy }에서 허용하는 리소스: { $resource }
seen-allows-on = { $policy }에서 { $resource }에 대한 { $action } 작업을 허용함
seen-denies-on = { $policy }에서 { $resource }에 대한 { $action } 작업을 거부함
seen-boundary-not-on = { $role }의 권한 경계 { $boundary }에서 { $resource }에 대한 { $action } 작업을 허용하지 않음
seen-policies-unread = 연결된 정책 중 일부를 읽을 수 없음
seen-status = { $name }의 상태: { $status }
seen-vpc = { $name }의 VPC: { $vpc }
seen-engine = { $database }의 엔진: { $engine }
seen-auth-not-understood = { $proxy }의 Auth에 이 프로그램이 해석할 수 없는 항목이 있음: { $entry }
seen-no-port-yet = { $database }에 아직 포트가 없음
seen-provider-network-unknown = 용량 공급자 { $provider }의 네트워크를 알 수 없음
seen-provider-vpc-unknown = 용량 공급자 { $provider }의 VPC를 알 수 없음: 읽은 서브넷 중에 이 용량 공급자의 서브넷이 없음
seen-setting-seconds = { $owner }의 { $setting }: { $seconds }초
seen-endpoint = { $proxy }의 엔드포인트: { $endpoint }
seen-time-unknown = 계정을 읽은 시각을 알 수 없음
seen-timeout = { $function }의 제한 시간: { $seconds }초
seen-unread = 읽지 않음: { $what }
# How the clients of a proxy log in.
seen-login-password = 암호
seen-login-standard-iam = 표준 IAM
seen-login-end-to-end = 엔드 투 엔드 IAM
seen-login-either = 혼합
seen-login-mixed = { $proxy }에서 일부 사용자는 토큰을, 다른 사용자는 암호를 사용함: { $because }
seen-login-user-unknown = 함수의 사용자를 알 수 없음
seen-login-user-either = 함수의 사용자는 둘 다 사용할 수 있음
seen-login-secret-unknown = 함수의 사용자에 해당하는 보안 암호를 알 수 없음
seen-role-of = { $name }의 역할: { $role }
seen-account-of = { $name }의 계정: { $account }
seen-state = { $name }의 상태: { $state }
seen-names = { $function }의 { $variable } 변수에 지정된 값: { $value }
seen-left-out = 주소를 지정한 규칙에서 빠진 { $name }의 서브넷: { $subnets }
seen-password-unknown = { $function }의 암호 출처를 알 수 없음: 암호가 있거나 보안 암호를 가리키는 변수도, 보안 암호를 읽는 정책도 없음
seen-password-in-variable = { $function }의 { $variable } 변수에 암호가 있음
seen-password-names-secret = { $function }의 { $variable } 변수가 보안 암호를 가리킴
seen-password-may-read = { $role }에 { $secret } 읽기 권한이 있음
seen-no-policy-allows-through = { $role }의 정책 중 { $service } 서비스를 통해 { $resource }에 대한 { $action } 작업을 허용하는 것이 없음
seen-encrypted-with = { $secret }의 암호화 키: { $key }
seen-key-policy-not = { $key }의 키 정책이 { $role } 역할을 지정하지도 계정의 정책에 맡기지도 않음
seen-no-policy-allows-on = { $role }의 정책 중 { $resource }에 대한 { $action } 작업을 허용하는 것이 없음
seen-denied = { $operation } 거부됨
seen-could-not-read = { $operation } 읽기 실패: { $because }
seen-user-in-secret = { $secret }의 사용자 이름
seen-user-variable = { $function }의 { $variable } 변수
seen-rule-failed = 이 규칙을 판정하지 못함(이 프로그램의 버그이므로 알려 주십시오)
seen-setting = { $owner }의 { $setting }: { $value }
seen-setting-default = { $owner }의 { $setting }: { $value } (기본값)
seen-setting-unread = { $owner }의 { $setting }: 설정되어 있으나 읽지 않음
# A variable that holds several things, such as a URL: "DATABASE_URL of orders-api: host db.example".
seen-setting-part =
    { $owner }의 { $setting }: { $part ->
        [host] 호스트
        [port] 포트
        [user] 사용자
        [database] 데이터베이스
       *[region] 리전
    } { $value }
seen-time-minutes = { $count }분
seen-time-hours = { $count }시간
seen-time-days = { $count }일
