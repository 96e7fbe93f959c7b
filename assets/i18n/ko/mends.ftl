## Steps that mend what exists

plan-vpc-dns-support = `{ $vpc }`의 DNS
plan-vpc-dns-hostnames = `{ $vpc }`의 DNS 호스트 이름
plan-vpc-dns-support-why = VPC의 DNS 확인자가 없으면 VPC 안에서는 프록시의 주소를 찾을 수 없습니다. VPC의 모든 리소스에 대해 켜집니다.
plan-vpc-dns-hostnames-why = 이 설정이 없으면 인터페이스 엔드포인트가 연결 대상 서비스의 이름을 가질 수 없습니다. VPC의 모든 리소스에 대해 켜집니다.
plan-vpc-dns-support-undo = `{ $vpc }`의 DNS를 VPC의 모든 리소스에 대해 다시 끕니다. 그 후 이름을 쓰게 된 리소스는 이름을 사용할 수 없게 됩니다.
plan-vpc-dns-hostnames-undo = `{ $vpc }`의 DNS 호스트 이름을 VPC의 모든 리소스에 대해 다시 끕니다. 그 후 이름을 쓰게 된 리소스는 이름을 사용할 수 없게 됩니다.
plan-vpc-attribute-moved = 계획을 만든 후 켜졌습니다. 다시 검토하십시오
plan-vpc-attribute-unread = 켜져 있는지 읽을 수 없습니다
plan-acl-entry-in = `{ $acl }`의 { $number }번 항목: 인바운드 `{ $cidr }`
plan-acl-entry-out = `{ $acl }`의 { $number }번 항목: 아웃바운드 `{ $cidr }`
plan-acl-entry-why = 네트워크 ACL은 항목을 번호 순서로 확인하며 연결을 추적하지 않습니다. 이 항목은 패킷을 막는 항목보다 앞에 놓입니다.
plan-acl-entry-undo = `{ $acl }`에서 { $number }번 항목을 삭제합니다.
plan-acl-entry-kept = 그 후 누군가 항목을 변경했으므로 그대로 둡니다.
plan-revoke-rule = `{ $group }`에서 `{ $rule }` 규칙 제거
plan-revoke-rule-why = 모든 주소를 허용하는 규칙입니다. 들어오는 쪽의 그룹을 지정한 규칙을 먼저 만든 후 제거합니다. 이 규칙으로 들어오던 다른 클라이언트는 차단됩니다.
plan-revoke-rule-why-past = 프록시를 거치지 않는 경로입니다. 아직 이 규칙으로 직접 연결하는 클라이언트는 차단됩니다.
plan-revoke-rule-undo = `{ $group }`에 `{ $rule }` 규칙을 다시 추가합니다.
plan-update-function-timeout = `{ $name }`의 제한 시간
plan-update-function-why-timeout = 함수의 제한 시간이 콜드 스타트에 충분해집니다. 나머지 설정은 모두 유지됩니다.
plan-update-function-undo-timeout = 제한 시간을 포함하여 `{ $name }`의 설정을 이전 값으로 되돌립니다.
after-acl-entry = ACL 항목
after-vpc-dns = VPC의 DNS
preflight-loses-internet = `{ $function }` 함수의 인터넷 경로가 끊어집니다
preflight-loses-internet-text = 지금은 VPC 밖에 있어 어디든 연결할 수 있습니다. 프록시의 VPC에서는 새 그룹이 프록시로만 나가도록 허용하므로, 규칙과 함께 NAT 게이트웨이나 엔드포인트를 추가하기 전에는 AWS를 포함한 다른 서비스 호출이 도달하지 않습니다.

## Removing an endpoint of a proxy

plan-delete-proxy-endpoint = `{ $name }` 엔드포인트 제거
plan-delete-proxy-endpoint-why = 이 계정과 리전의 함수 변수 중 이 호스트를 지정한 것이 없습니다. 함수가 아닌 클라이언트는 확인할 수 없으며, 그런 클라이언트는 연결이 끊기고 호스트를 더 이상 찾을 수 없게 됩니다.
plan-delete-proxy-endpoint-why-used = { $functions }의 변수에 이 호스트가 지정되어 있으며, 함수가 아닌 클라이언트도 사용할 수 있습니다. 모두 연결이 끊기고 호스트를 더 이상 찾을 수 없게 됩니다.
plan-delete-proxy-endpoint-undo = `{ $name }` 엔드포인트를 읽은 그대로(이름, 역할, 서브넷, 그룹, 네트워크 유형, 태그) 다시 만듭니다. AWS가 새 ID를 부여하며 호스트가 달라질 수 있습니다.
plan-delete-proxy-endpoint-undo-aws-tags = `{ $name }` 엔드포인트를 읽은 그대로(이름, 역할, 서브넷, 그룹, 네트워크 유형, 태그) 다시 만들되, AWS만 쓸 수 있는 태그는 제외합니다. AWS가 새 ID를 부여하며 호스트가 달라질 수 있습니다.
plan-delete-proxy-endpoint-moved = 읽은 후 변경되었습니다. 다시 확인하십시오
plan-delete-proxy-endpoint-going = 엔드포인트를 아직 삭제하는 중입니다
remove-endpoint-default = `{ $name }` 엔드포인트는 프록시의 기본 엔드포인트입니다
remove-endpoint-default-cure = 제거할 수 없습니다. 프록시를 삭제하면 함께 사라집니다.
remove-endpoint-unclear = `{ $name }` 엔드포인트의 역할 또는 네트워크 유형을 해석할 수 없습니다
remove-endpoint-unclear-cure = 같은 상태로 다시 만들 수 없습니다. 아무도 쓰지 않으면 직접 제거하십시오.
remove-endpoint-tags = `{ $name }` 엔드포인트의 태그를 읽을 수 없습니다
remove-endpoint-tags-cure = 같은 상태로 다시 만들 수 없습니다. `{ $arn }`에 대한 `rds:ListTagsForResource`를 허용한 후 다시 시도하십시오.
remove-endpoint-used = { $functions }에 `{ $name }` 엔드포인트의 호스트가 지정되어 있습니다
remove-endpoint-used-cure = 먼저 변수에 다른 호스트를 지정하고, 별칭이 그 값을 가진 버전을 호출하게 하십시오.
remove-endpoint-hidden = { $functions }에 `{ $name }` 엔드포인트의 호스트가 지정되어 있는지 알 수 없습니다
remove-endpoint-hidden-cure = 변수를 읽을 수 없습니다. 해당 키에 대한 `kms:Decrypt`를 허용한 후 다시 시도하십시오.
remove-endpoint-callers = 어느 함수에 `{ $name }` 엔드포인트의 호스트가 지정되어 있는지 알 수 없습니다
remove-endpoint-callers-cure = 이 계정과 리전의 함수를 읽을 수 없습니다. `lambda:ListFunctions`, `lambda:ListAliases`, `lambda:GetFunctionConfiguration`을 허용한 후 다시 시도하십시오.
endpoints-title = { $proxy }의 엔드포인트
endpoints-default = 기본
endpoints-role = 역할
endpoints-status = 상태
endpoints-host = 호스트
endpoints-no-host = 아직 없음
endpoints-used = 사용처
endpoints-unused = 호스트가 지정된 함수 변수 없음
endpoints-hidden = 알 수 없음: { $functions }. 변수를 읽을 수 없습니다.
endpoints-even-if-used = 그래도 제거하려면 `--even-if-used`를 사용하십시오.
endpoints-unlisted = 엔드포인트를 읽을 수 없습니다
endpoints-sentence = 함수가 연결할 수 있는 호스트입니다. 기본 엔드포인트는 프록시와 수명이 같습니다.
endpoints-back = 엔드포인트로 돌아가기
endpoints-review = 제거 검토
endpoints-copy = 호스트 복사
endpoints-fact-role = 역할
endpoints-fact-status = 상태
endpoints-fact-host = 호스트
endpoints-fact-used = 사용처
endpoints-remove = 제거
endpoints-note = 제거는 변경하기 전에 먼저 검토합니다
endpoints-remove-name = { $name } 제거
endpoints-remove-used = 그래도 제거
endpoints-planning = `{ $name }` 엔드포인트를 다시 만드는 데 필요한 내용을 읽는 중
endpoints-none = { $proxy } 프록시에 { $name } 엔드포인트가 없습니다

## Migrations

migrate-unread = { $what } 항목을 읽을 수 없습니다
migrate-the-function = 함수
migrate-the-functions = 계정의 함수
migrate-the-database = 데이터베이스
migrate-the-proxy = 프록시
migrate-the-proxy-role = 프록시의 역할
migrate-the-function-role = 함수의 역할
migrate-unread-cure = 마이그레이션은 상태를 모르는 것은 변경하지 않습니다. `validate`가 알려 주는 권한을 부여한 후 다시 시도하십시오.
migrate-not-direct = `{ $function }` 변수에 데이터베이스가 지정되어 있지 않습니다
migrate-not-direct-cure = 변수로 보아 데이터베이스에 직접 연결하지 않으므로 옮길 것이 없습니다.
migrate-no-host-variable = `{ $function }` 함수의 호스트 변수를 설정할 수 없습니다
migrate-no-host-variable-cure = 숨겨져 있거나, URL의 일부이거나, 바꿀 수 없는 게시된 버전에 있습니다. 직접 설정한 후 검증하십시오.
migrate-first = 먼저: { $title } [{ $code }]
migrate-still-direct-cure = 직접 연결하는 동안에는 직접 경로가 유지됩니다. 먼저 프록시를 거치도록 옮기십시오.
migrate-not-proven = 프록시를 거치는 경로가 아직 작동하지 않습니다: { $title } [{ $code }]
migrate-sqlserver = SQL Server에서는 이 로그인 방식을 사용할 수 없습니다
migrate-sqlserver-cure = RDS Proxy는 MySQL, MariaDB, PostgreSQL에서 토큰을 받습니다.
migrate-tls = `{ $name }` 프록시에서 TLS가 필수가 아닙니다
migrate-tls-cure = 토큰은 TLS로만 전송되며, AWS는 프록시 전체에 TLS를 요구하므로 TLS 없이 들어오는 클라이언트는 거부됩니다. 모든 클라이언트가 TLS를 쓰는지 확인한 후 proxy-require-tls-false를 수정하십시오.
migrate-secrets-unread = `{ $name }` 프록시에 어느 사용자의 로그인이 있는지 알 수 없습니다
migrate-secrets-unread-cure = 프록시의 각 항목은 보안 암호에 있는 사용자에게 적용됩니다. 보안 암호를 확인하도록 허용하십시오(명령줄에서는 --read-secrets). 값은 보관하지 않습니다.
migrate-user-taken = `{ $name }` 프록시에 이미 `{ $user }` 로그인이 있습니다
migrate-user-taken-cure = 사용 중인 사람이 있으므로 로그인 방식을 바꾸지 않습니다. 새 데이터베이스 사용자를 선택하고 같은 권한을 부여한 후 함수를 하나씩 옮기십시오.
migrate-no-user-variable = `{ $function }` 변수에 로그인할 사용자가 지정되어 있지 않습니다
migrate-no-user-variable-cure = 변수로 옮길 수 없습니다. 새 사용자로 직접 배포하십시오.
migrate-frozen = 지정한 `{ $function }` 함수가 게시된 버전입니다
migrate-frozen-cure = 버전은 변경할 수 없습니다. 한정자 없이 함수를 지정한 후 버전을 게시하고 별칭을 옮기십시오.
migrate-no-old = `{ $name }` 프록시에 `{ $user }` 로그인이 없습니다
migrate-no-old-cure = 이전 데이터베이스 사용자를 보안 암호에 있는 대로 지정하십시오.
migrate-last-login = `{ $user }` 로그인은 `{ $name }` 프록시의 유일한 로그인입니다
migrate-last-login-cure = 없애면 아무도 들어올 수 없습니다. 먼저 새 로그인을 추가하십시오.
migrate-still-used = 아직 `{ $user }` 사용자로 로그인: { $functions }
migrate-still-used-cure = 연결이 끊기게 됩니다. 먼저 옮기십시오.
migrate-perhaps-used = 아직 `{ $user }` 사용자로 로그인할 수 있음: { $functions }
migrate-perhaps-used-cure = 변수로는 이 프록시에 어느 사용자로 로그인하는지 알 수 없습니다. 변수에 사용자를 지정하거나 먼저 옮기십시오.
migrate-needs-user = 함수를 옮기기 전에 데이터베이스에 `{ $user }` 사용자가 있어야 합니다
migrate-needs-user-standard = 새 보안 암호의 암호와 이전 사용자의 권한으로 만드십시오. 함수 코드는 암호 대신 토큰에 서명해야 하므로 코드를 먼저 배포하십시오. 마무리하기 전까지는 두 로그인이 모두 작동합니다.
migrate-needs-user-end-to-end = 엔진의 IAM 로그인과 이전 사용자의 권한으로 만드십시오. SQL은 데이터베이스 사용자 페이지 또는 "user" 명령에 있습니다. 마무리하기 전까지는 두 로그인이 모두 작동합니다.
migrate-others-direct = 아직 데이터베이스에 직접 연결: { $functions }
migrate-others-direct-cure = 제거할 규칙을 통해 연결하고 있으므로, 규칙을 제거하면 차단됩니다. 먼저 옮기십시오. 게시된 버전은 새 버전을 게시하고 별칭을 옮겨서 옮깁니다.
migrate-alias = { $aliases } 호출자는 아직 이전 버전을 사용합니다
migrate-alias-text = 게시된 버전은 변수를 그대로 유지합니다. 먼저 함수를 시험한 후 버전을 게시하고 별칭을 옮기십시오. 마무리는 그 후에 할 수 있습니다.
migrate-no-return = 여기서부터 이전 경로가 닫힙니다
migrate-no-return-direct = 아직 이 규칙으로 데이터베이스에 연결하는 클라이언트는 다음 연결부터 차단됩니다. 되돌리면 규칙이 다시 추가됩니다.
migrate-no-return-login = 아직 이 프록시에 `{ $user }` 사용자로 로그인하는 클라이언트는 다음 연결부터 거부됩니다. 이 계정과 리전의 함수는 확인했지만 다른 클라이언트는 확인하지 않았습니다. 보안 암호가 남아 있는 동안에는 되돌려서 로그인을 복원할 수 있습니다.
cli-migrate-function = --to proxy에는 --function이 필요합니다
cli-migrate-user = --user가 없습니다
cli-migrate-user-hint = 새 데이터베이스 사용자를 지정하십시오. 다른 사용자로 로그인하는 클라이언트는 건드리지 않습니다. --finish에서는 이전 사용자를 지정하십시오.
cli-migrate-user-sql =
    `{ $user }` 사용자는 AWS가 아니라 데이터베이스에서 만듭니다:
      { $command }
cli-migrate-error = 오류     { $title } [{ $code }]
cli-migrate-old-stays =
    이전 경로도 아직 작동합니다. 모두 옮긴 후 닫으십시오:
      { $command }
cli-migrate-old-gone = 이전 경로가 닫혔습니다.

## On the findings page

findings-by-hand = 직접 해결해야 합니다. 이 프로그램은 변경하지 않습니다.
findings-before = 이전
findings-now = 현재
findings-path-open = 전체 경로 열림
findings-path-unknown = 일부를 알 수 없음
findings-path-blocked = 구간 1개 막힘
findings-path-blocked-several = 막힘
