# What the design step says: reasons of defaults, notes, problems, cost arithmetic.
# Names in backticks are set in mono. Titles have no final period, texts are whole sentences.

# Choices that are missing or not there
design-no-database = 데이터베이스를 선택하지 않았습니다
design-no-database-cure = 프록시를 앞에 둘 데이터베이스를 선택하십시오.
design-no-function = 함수를 선택하지 않았습니다
design-no-function-cure = 프록시를 통해 연결할 함수를 선택하십시오.
design-not-here = 이 계정과 리전에 `{ $name }` 항목이 없습니다
design-not-here-cure = 철자와 리전을 확인하거나 목록에 있는 것을 선택하십시오.
design-unreadable = `{ $name }` 항목을 읽을 수 없습니다: `{ $operation }` 실패
design-name-groups = 보안 그룹
design-name-subnets = 서브넷
design-unreadable-cure = AWS 응답: { $because }. 이 호출을 허용하거나 권한이 있는 사람에게 요청하십시오.
design-database-cannot = `{ $id }`에는 프록시를 둘 수 없습니다: { $why }
design-database-pick-another = 다른 데이터베이스를 선택하거나, 이 데이터베이스를 변경한 후 다시 로드하십시오.
design-database-no-endpoint = 아직 엔드포인트가 없습니다
design-function-pick-another = 다른 함수를 선택하십시오.
design-part-unreadable = `{ $operation }` 호출로 읽을 수 없습니다
design-part-unreadable-text = 이 호출에 의존하는 내용은 알 수 없습니다. AWS 응답: { $because }
# Which databases and functions can take part
eligibility-engine = RDS Proxy가 { $engine } 엔진을 지원하지 않음
eligibility-serverless-v1 = Serverless v1은 지원되지 않고 v2는 지원됨
eligibility-replica = 읽기 전용 복제본: 라이터 { $source } 선택
eligibility-version = { $engine } { $version } 버전은 지원되지 않음
eligibility-express = Express 클러스터: VPC 없이 인터넷 액세스 게이트웨이를 쓰며 RDS Proxy가 지원하지 않음
eligibility-dedicated = VPC가 전용 테넌시임
eligibility-stopped = 중지됨: 시작한 후 다시 로드하십시오
eligibility-status = 상태가 { $status }임: 사용 가능해질 때까지 기다리십시오
eligibility-no-instance = 클러스터에 인스턴스가 없음
eligibility-no-vpc = 읽을 수 있는 VPC에 있지 않음
eligibility-edge = Lambda@Edge는 VPC에 연결할 수 없음
eligibility-function-failed = 마지막 업데이트 실패: 먼저 함수를 고치십시오
eligibility-runtime-closed = { $runtime } 런타임 지원 종료: 설정을 바꿀 수 없음
# What database and function are
design-global-secondary = `{ $database }` 클러스터는 읽기만 처리합니다
design-global-secondary-text = 글로벌 데이터베이스 `{ $global }`의 보조 클러스터입니다. 프록시의 기본 엔드포인트는 쓰기용이므로 “The target group doesn't have any associated read/write instances”라고 응답합니다. 나중에 `{ $proxy }`의 읽기 전용 엔드포인트를 만들어 함수가 그곳에서 읽게 하십시오. 쓰기는 기본 클러스터의 프록시로 보냅니다.
design-global-forwards-text = 글로벌 데이터베이스 `{ $global }`의 보조 클러스터이며 쓰기를 기본 클러스터로 전달합니다. 읽기는 프록시의 읽기 전용 엔드포인트를 사용하고, 쓰기는 실제로 사용하기 전에 한 번 시험해 보십시오.
design-runtime-deprecated = 함수의 런타임이 더 이상 유지 관리되지 않습니다
design-runtime-deprecated-text = `{ $runtime }`에는 { $ended } 이후 패치가 제공되지 않습니다. 구성은 그대로 작동하지만, 가능할 때 최신 런타임으로 옮기십시오.
design-runtime-deprecated-blocked = `{ $runtime }`에는 { $ended } 이후 패치가 제공되지 않으며, Lambda는 { $day }부터 업데이트를 거부할 예정입니다(AWS가 이 날짜를 미룬 적이 있습니다). 구성은 그대로 작동하지만, 가능할 때 최신 런타임으로 옮기십시오.
design-managed-instances = 함수가 관리형 인스턴스에서 실행됩니다
design-managed-instances-text = 네트워크는 용량 공급자의 것이며 그대로 유지됩니다. 한 프로세스에서 여러 요청이 동시에 실행되므로, 코드는 연결 하나를 공유하지 말고 요청마다 자체 연결을 써야 합니다.
design-provider-unread = 용량 공급자 `{ $provider }`의 네트워크를 알 수 없습니다: `{ $operation }` 실패
design-provider-elsewhere = `{ $provider }` 용량 공급자가 데이터베이스의 VPC에 있지 않습니다
design-provider-elsewhere-cure = 관리형 인스턴스의 함수는 용량 공급자의 네트워크를 벗어날 수 없습니다. 그 VPC에 있는 공급자나 다른 함수를 선택하십시오.
design-forwarding-share = 프록시와 쓰기 전달이 연결을 초과하여 쓸 수 있습니다
design-forwarding-share-text = 쓰기 전달이 `max_connections`의 { $share }%를 사용합니다. 프록시에는 최대 { $room }%를 할당하십시오.
design-subnet-has-ipv4 = IPv6 전용 아님
design-subnet-ipv6-only = IPv6 전용
design-ipv4-subnets = IPv4 엔드포인트는 IPv6 전용 서브넷에 둘 수 없습니다
design-ipv4-subnets-cure = IPv4 범위가 있는 서브넷을 선택하십시오.
design-ipv6-only-subnets = IPv6 엔드포인트에는 IPv6 전용 서브넷이 필요합니다
design-ipv6-only-subnets-cure = IPv6 전용 서브넷을 선택하거나 엔드포인트를 IPv4로 유지하십시오.
# Secret
design-secret-none-why = 엔드 투 엔드 IAM은 양쪽 모두 토큰을 쓰므로 보관할 암호가 없습니다
design-mode-standard-why = 함수는 자기 역할의 토큰으로 인증하고, 암호는 프록시만 읽습니다
design-mode-password-why = 바꿀 수 없는 코드를 위한 방식으로, 함수가 사용자 이름과 암호를 직접 보냅니다
design-mode-end-to-end-why = 양쪽 모두 토큰을 사용합니다. 어디에도 암호가 없으며, 데이터베이스에 사용자가 IAM 사용자로 등록되어 있어야 합니다
design-mode-sqlserver = SQL Server에서는 엔드 투 엔드 IAM을 사용할 수 없습니다
design-mode-sqlserver-cure = RDS Proxy는 MySQL, MariaDB, PostgreSQL에서만 지원합니다. 표준 IAM을 사용하십시오.
design-user-length = 데이터베이스 사용자는 1~{ $limit }자여야 합니다
design-user-length-cure = 이름을 줄이십시오. 엔진 자체의 한도입니다.
design-user-character = 데이터베이스 사용자에 `{ $character }` 문자를 쓸 수 없습니다
design-user-character-cure = SQL과 정책에서 따옴표가 필요 없도록 영문자, 숫자, `_`, `-`, `.` 또는 `@`를 사용하십시오.
design-user-is-master = 함수가 마스터 사용자로 로그인하게 됩니다
design-user-is-master-text = `{ $user }` 사용자는 무엇이든 할 수 있습니다. 함수에 필요한 작업만 할 수 있는 사용자를 만드십시오.
design-secret-name = Secrets Manager가 이 이름을 거부합니다
design-secret-name-cure = 영문자, 숫자, `/_+=.@-`를 1~512자 사용하십시오.
design-secret-suffix = 이름의 끝이 AWS가 붙이는 접미사와 비슷합니다
design-secret-suffix-text = AWS는 모든 보안 암호의 ARN에 하이픈과 여섯 글자를 덧붙입니다. 이름 자체가 그렇게 끝나면 부분 ARN을 구별할 수 없게 됩니다.
design-secret-deleted = `{ $name }` 보안 암호가 삭제 예약되어 있습니다
design-secret-all-deleted-cure = 그 앞의 보안 암호들도 삭제 예약되어 있습니다. 다른 이름을 선택하거나 첫 번째 보안 암호를 복원하십시오.
design-secret-next = 보안 암호 이름은 `{ $name }`입니다
design-secret-next-text = `{ $name }` 보안 암호는 삭제 예약되어 있어 삭제될 때까지 그 이름을 쓸 수 없습니다. 대신 복원하려면 복원을 선택하십시오: `--restore-secret`, 또는 `[secret]` 아래의 `if_deleted = "restore"`.
design-secret-restored = `{ $name }` 보안 암호를 복원합니다
design-secret-restored-text = 삭제 예약되어 있었습니다. 새 암호를 넣고, 들어 있던 암호는 이전 버전이 됩니다. 키는 그대로입니다.
design-secret-not-ours = `{ $name }` 보안 암호는 이 구성용으로 만든 것이 아닙니다
design-secret-not-ours-cure = 복원하면 다른 사용자가 모르는 새 암호가 들어갑니다. 사용 가능한 다음 이름을 쓰거나, 직접 복원하여 재사용하십시오.
design-secret-restore-cure = `aws secretsmanager restore-secret --secret-id { $name }` 명령으로 복원하거나 다른 보안 암호를 선택하십시오.
design-role-taken = `{ $role }` 역할이 이미 있으며 이 구성에서 만든 것이 아닙니다
design-role-taken-cure = 있는 그대로 사용하거나 다른 이름을 선택하십시오. 그 역할의 정책은 바꾸지 않습니다.
design-secret-taken = `{ $name }` 보안 암호가 이미 있습니다
design-secret-taken-cure = 재사용하거나 다른 이름을 선택하십시오. 덮어쓰지 않습니다.
design-secret-password-why = Secrets Manager가 만든 임의의 32자 또는 직접 입력한 암호이며, 다른 곳에는 보관하지 않습니다
design-secret-which = 재사용할 보안 암호를 선택하지 않았습니다
design-secret-which-cure = 목록에서 보안 암호를 선택하거나 이름 또는 ARN을 입력하십시오.
design-secret-not-json = 보안 암호가 JSON 객체가 아닙니다
design-secret-missing-keys = 보안 암호에 `username` 또는 `password`가 없습니다
design-secret-other-user = 보안 암호에 다른 사용자가 들어 있습니다
design-secret-shape-cure = RDS Proxy에는 `username`과 `password`가 있는 JSON 객체가 필요하며, 보안 암호마다 사용자는 하나입니다. 보안 암호를 변경하거나 새로 만드십시오.
design-secret-unchecked = 보안 암호의 내용을 확인하지 않았습니다
design-secret-unchecked-text = `username`과 `password`가 있는 JSON 객체여야 합니다. 확인하려면 한 번 읽도록 허용하십시오. 암호는 보관하지 않습니다.
design-secret-not-managed = `{ $database }`에 RDS가 관리하는 마스터 보안 암호가 없습니다
design-secret-not-managed-cure = 보안 암호를 생성하거나 재사용하십시오.
design-secret-managed = 마스터 사용자입니다
design-secret-managed-text = 데이터베이스에서 무엇이든 할 수 있습니다. 시험용으로는 괜찮지만, 실제 운영에는 전용 사용자를 만드십시오.
design-key-state = `{ $key }` 키의 상태가 { $state }입니다
design-key-state-cure = 키를 활성화하거나 다른 키를 선택하십시오.
design-key-unread = 보안 암호의 키를 읽을 수 없습니다
design-key-unread-text = 만일을 위해 역할에 `{ $key }`에 대한 `kms:Decrypt`를 부여합니다. 키 자체의 정책도 허용하는지는 알 수 없습니다.
design-key-unknown = 보안 암호의 `{ $key }` 키를 찾을 수 없습니다
design-key-unknown-cure = 정책에는 키의 전체 ARN을 지정해야 합니다. `kms:DescribeKey`를 허용하거나 다른 보안 암호를 선택하십시오.
# Role
design-role-why = 한 가지 일만 할 수 있고 프록시와 함께 제거되는 전용 역할입니다
design-role-existing-why = 사용자의 역할이며, 있는 그대로 사용하고 변경하지 않습니다
design-role-name = IAM이 이 역할 이름을 거부합니다
design-role-name-cure = 영문자, 숫자, `+=,.@_-`를 1~64자 사용하십시오.
design-role-path = 경로는 `/`로 시작하고 끝나야 합니다
design-role-path-cure = `/service/`처럼 쓰거나 `/`만 쓰십시오.
design-role-boundary = 권한 경계는 정책 ARN이어야 합니다
design-role-boundary-cure = `arn:aws:iam::123456789012:policy/boundary`처럼 쓰십시오.
design-role-trust = `{ $role }` 역할이 `rds.amazonaws.com`을 신뢰하지 않습니다
design-role-trust-cure = 신뢰 정책에 `rds.amazonaws.com`을 추가하거나, 마법사가 역할을 만들게 하십시오.
design-role-unread = 역할의 일부 정책을 읽을 수 없습니다
design-role-lacks = 역할에 없는 권한: { $missing }
design-role-lacks-cure = 그 권한을 추가하거나, 마법사가 역할을 만들게 하십시오. 기존 역할은 변경하지 않습니다.
# Network
design-subnets-why = 두 영역에서 여유가 가장 많은 프라이빗 서브넷을 하나씩 골랐습니다. 기본 엔드포인트는 최대 두 영역에만 있습니다
design-subnet-zone-unsupported = 제외: { $zone }에 RDS Proxy 없음
design-subnet-public = 제외: 퍼블릭 서브넷
design-subnet-removed = `{ $subnet }` 서브넷을 제외했습니다
design-subnet-removed-text = RDS Proxy는 { $zone } 영역에서 실행되지 않으며, AWS는 알리지 않고 그 서브넷을 제외합니다.
design-subnet-unknown = `{ $subnet }` 서브넷이 데이터베이스의 VPC에 없습니다
design-subnet-unknown-cure = 네트워크 페이지의 목록에 있는 서브넷을 선택하십시오.
design-subnet-full = `{ $subnet }` 서브넷에 사용 가능한 주소가 적습니다
design-subnet-full-text = 사용 가능한 주소는 { $free }개이며, 이 데이터베이스 크기에서는 프록시가 { $needed }개를 쓸 수 있습니다.
design-zones-left-out = { $zones }의 서브넷을 제외했습니다
design-zones-left-out-text = RDS Proxy는 그 영역에서 실행되지 않으며, AWS는 알리지 않고 그 서브넷을 제외합니다.
design-zones-too-few =
    { $count ->
        [0] 쓸 수 있는 영역이 없습니다
       *[other] 쓸 수 있는 영역이 { $count }개뿐입니다
    }
design-zones-too-few-cure = RDS Proxy에는 지원되는 영역 두 개 이상에 걸친 서브넷이 필요합니다. VPC에 서브넷을 추가하거나 제외된 서브넷을 선택하십시오.
design-group-proxy-why = 함수만 들어오고 데이터베이스로만 나가도록 허용하는 전용 그룹입니다
design-group-unknown = `{ $group }` 보안 그룹이 데이터베이스의 VPC에 없습니다
design-group-unknown-cure = 그 VPC에 있는 그룹을 선택하거나, 마법사가 만들게 하십시오.
design-group-default = 데이터베이스가 VPC의 기본 보안 그룹을 사용합니다
design-group-default-text = 그 그룹에 추가한 규칙은 그룹의 모든 리소스에 적용됩니다. 가능할 때 데이터베이스에 전용 그룹을 지정하십시오.
design-group-none = `{ $database }`에 보안 그룹이 없습니다
design-group-none-cure = 데이터베이스에 보안 그룹을 지정한 후 다시 로드하십시오.
design-group-shared = 프록시와 데이터베이스가 보안 그룹 하나를 공유합니다
design-group-shared-text = 그룹을 공유하는 것만으로는 서로 허용되지 않으므로, 그룹에 자기 자신을 참조하는 규칙도 추가합니다.
design-rule-function-out = 함수가 프록시로 나갈 수 있습니다
design-rule-proxy-in = 프록시가 이 함수를 허용합니다. 이 종류의 프록시는 항상 { $port } 포트에서 수신합니다
design-rule-proxy-out = 데이터베이스의 자체 포트이며, 다른 트래픽은 나갈 수 없습니다
design-rule-database-in = 이 규칙이 없으면 대상이 사용 불가 상태로 남습니다
design-rule-covered = 모두 허용하는 아웃바운드 규칙에 프록시가 이미 포함됩니다
design-rule-endpoint-out = 함수가 엔드포인트를 통해 보안 암호를 읽습니다
design-rule-endpoint-in = 함수만 엔드포인트를 사용할 수 있습니다
design-endpoint-why = 암호 방식에서는 함수가 보안 암호를 읽으며, 이 서브넷에서는 엔드포인트로만 도달할 수 있습니다
design-endpoint-nat-why = 서브넷에 NAT 게이트웨이가 있어 엔드포인트 없이 Secrets Manager에 도달할 수 있습니다
design-endpoint-not-needed-why = IAM에서는 함수가 자체 토큰에 서명하고 보안 암호를 읽지 않습니다
design-endpoint-skipped = 함수가 Secrets Manager에 도달할 수 없습니다
design-endpoint-skipped-text = 암호 방식에서는 보안 암호를 읽어야 하는데, 서브넷에 NAT 게이트웨이도 엔드포인트도 없습니다. 읽기가 함수의 제한 시간까지 멈춰 있게 됩니다.
design-endpoint-dns = VPC에서 엔드포인트의 DNS 이름을 쓸 수 없습니다
design-endpoint-dns-cure = VPC의 `enableDnsSupport`와 `enableDnsHostnames`를 켜십시오. 켜지 않으면 엔드포인트의 프라이빗 이름을 확인할 수 없습니다.
design-function-stays-why = 이미 데이터베이스의 VPC에 있으며, 서브넷과 그룹은 그대로 유지됩니다
design-function-moves-why = VPC 밖에서는 프록시에 연결할 수 없으므로 함수를 프록시의 서브넷으로 옮깁니다
design-function-other-vpc = `{ $function }` 함수가 다른 VPC(`{ $vpc }`)에 있습니다
design-function-other-vpc-cure = 함수의 VPC에 프록시 엔드포인트를 만들거나, 데이터베이스의 VPC 또는 VPC 밖에 있는 함수를 선택하십시오. 함수를 다른 VPC로 옮기면 현재 연결이 끊깁니다.
design-function-loses-internet = 인터넷 연결이 끊어집니다
design-function-loses-internet-text = `{ $function }` 함수를 NAT 게이트웨이가 없는 서브넷으로 옮기며, 새 그룹은 프록시로만 나가도록 허용합니다.
design-function-loses-internet-nat = `{ $function }` 함수에 프록시로만 나가도록 허용하는 새 그룹을 지정합니다. 서브넷에는 NAT 게이트웨이가 있습니다.
design-function-calls = { $name } (`{ $witness }`)
design-function-needs-rules = 변수와 정책에 따르면 다음을 호출합니다: { $names }. 그 그룹에 이에 대한 아웃바운드 규칙을 추가하십시오.
design-function-needs-endpoints = 변수와 정책에 지정된 서비스: { $names }. 각각 이 VPC의 엔드포인트나 NAT 게이트웨이, 그리고 그 그룹의 아웃바운드 규칙이 필요합니다. S3와 DynamoDB에는 무료 게이트웨이 엔드포인트가 있고, 나머지는 영역과 시간 단위로 요금이 부과됩니다.
design-function-has-endpoints = { $names }용 엔드포인트가 있습니다. 그 그룹에 아웃바운드 규칙이 필요합니다.
design-function-needs-nat = { $names }에는 NAT 게이트웨이로만 도달할 수 있습니다.
design-function-calls-nothing = 변수와 역할의 정책에 다른 서비스가 없습니다. 그래도 코드가 다른 서비스를 호출한다면 엔드포인트나 NAT, 그리고 그 그룹의 아웃바운드 규칙이 필요합니다.
design-function-calls-unread = 변수와 정책에서 어느 서비스를 호출하는지 읽을 수 없습니다. 각 서비스에는 엔드포인트나 NAT, 그리고 그 그룹의 아웃바운드 규칙이 필요합니다.
# Proxy
design-tag = AWS가 "{ $tag }" 태그를 거부합니다
design-tag-cure = 영문자, 숫자, 공백과 _ . : / = + - @를 사용하십시오. 이름은 1~128자이며 "aws:"로 시작할 수 없고, 값은 최대 256자입니다.
design-proxy-name = API가 이 프록시 이름을 거부합니다
design-proxy-name-cure = 영문자, 숫자, 하이픈(연속 불가)을 사용하고 영문자로 시작하며 63자 이하여야 합니다.
design-proxy-name-why = 데이터베이스의 이름을 따르며 계정과 리전에서 고유합니다
design-proxy-name-reused-why = 이미 있어 재사용합니다
design-proxy-reused = `{ $name }` 프록시가 이미 있어 재사용합니다
design-proxy-reused-text = 추가 비용이 없습니다. 계획의 항목만 변경하며 다른 사용자가 의존하는 것은 변경하지 않습니다. 되돌리면 그 항목을 복원하고 프록시는 그대로 둡니다.
design-family-why = 데이터베이스의 엔진을 따릅니다. 데이터베이스의 포트와 관계없이 프록시는 { $port } 포트에서 수신합니다
design-tls-why = 토큰과 암호가 암호화되어 전송됩니다. 공인 인증서를 사용하므로 번들을 배포할 필요가 없습니다
design-tls-needed = `RequireTLS`: IAM 인증에는 TLS가 필요합니다
design-tls-needed-cure = AWS는 TLS 없이 IAM만 필수로 하는 프록시를 거부합니다. TLS를 켜십시오.
design-tls-off = TLS가 필수가 아닙니다
design-tls-off-text = 암호와 데이터가 네트워크에서 평문으로 전송될 수 있습니다.
design-idle-why = RDS의 기본값인 30분입니다. 웜 상태의 함수에는 충분히 길고, 끊긴 연결을 정리하기에는 충분히 짧습니다
design-idle-range = `IdleClientTimeout`은 1~28,800초여야 합니다
design-idle-range-cure = RDS의 기본값은 1800입니다.
design-debug-why = 꺼짐: 켜면 SQL을 로그에 남기고 24시간 후 자동으로 꺼집니다
design-debug-on = 디버그 로깅이 켜져 있습니다
design-debug-on-text = 값을 포함한 SQL 문이 CloudWatch Logs에 기록됩니다. 24시간 후 자동으로 꺼집니다.
design-network-type-why = IPv4는 모든 서브넷에서 작동하고, 듀얼 스택에는 VPC와 서브넷의 IPv6가 필요합니다
design-ipv6-subnets = `EndpointNetworkType`: 서브넷에 IPv6 범위가 없습니다
design-ipv6-subnets-cure = `IPV6`와 `DUAL`에는 VPC와 프록시의 모든 서브넷에 IPv6 범위가 필요합니다. `IPV4`를 사용하십시오.
design-target-dual = `TargetConnectionNetworkType`은 `IPV4` 또는 `IPV6` 중 하나여야 합니다
design-target-dual-cure = `DUAL`은 엔드포인트에만 쓸 수 있습니다. `IPV4`를 쓰거나, 듀얼 스택 데이터베이스에는 `IPV6`를 사용하십시오.
design-max-why = 80%로 두면 직접 연결, 마이그레이션, 모니터링에 쓸 여유가 남습니다
design-max-share-why = 파라미터 기준 연결 { $connections }개 중 약 { $share }개이며, 나머지는 다른 클라이언트용입니다
design-max-sized-why =
    파라미터 기준 연결 { $connections }개 중 약 { $share }개이며, { $count ->
        [1] 함수 요청은
       *[other] 함수 { $count }개의 요청은 모두 합해
    } 최대 { $concurrency }개입니다
design-idle-share-why = 연결 { $connections }개 중 약 { $share }개를 열어 둡니다. { $why }
design-idle-needed-why = { $function } 함수가 동시에 쓸 수 있는 수입니다. 예약된 동시성이 { $concurrency }입니다
design-idle-unlimited-why = AWS와 같이 `MaxConnectionsPercent`의 절반입니다. { $function } 함수에 예약된 동시성이 없습니다
design-idle-half-why = AWS와 같이 `MaxConnectionsPercent`의 절반입니다
design-idle-chosen-why = 다음 트래픽 급증에 대비해 열어 둡니다
design-kept-why = 프록시의 현재 값이며, 다른 사용자가 의존할 수 있습니다
design-max-range = `MaxConnectionsPercent`는 1~100이어야 합니다
design-max-range-cure = 데이터베이스의 max_connections에 대한 비율입니다.
design-idle-above-max = `MaxIdleConnectionsPercent`가 `MaxConnectionsPercent`보다 큽니다
design-idle-above-max-cure = 프록시가 열 수 있는 것보다 많은 연결을 열어 둘 수는 없습니다.
design-borrow-why =
    { $count ->
        [1] 함수의 제한 시간 { $timeout }초보다
       *[other] 제한 시간이 가장 짧은 함수의 { $timeout }초보다
    } 짧게 하여, 연결 풀이 가득 찼을 때 멈춘 것처럼 보이지 않고 드러나게 합니다
design-borrow-range = `ConnectionBorrowTimeout`은 0~300초여야 합니다
design-borrow-range-cure = RDS의 기본값은 120입니다.
design-borrow-zero = 연결 대여 제한 시간이 0이면 연결 풀이 늘어나지 않습니다
design-borrow-zero-text = 프록시가 연결을 더 열 수 있을 때도, 남은 연결을 찾지 못한 클라이언트는 바로 실패합니다.
design-borrow-long = 연결 대여 제한 시간이 함수의 제한 시간보다 깁니다
design-borrow-long-text = { $borrow }초 대 { $timeout }초입니다. 연결 풀이 가득 차면 함수가 멈춘 것처럼 보입니다.
design-pinning-why = 꺼짐: 이후 요청이 의존하는 세션 변수를 코드가 설정하지 않을 때만 안전합니다
design-pinning-family = `SessionPinningFilters`: 이 고정 필터는 MySQL 계열에만 있습니다
design-pinning-family-cure = PostgreSQL과 SQL Server 프록시는 `EXCLUDE_VARIABLE_SETS`를 거부합니다.
design-pool-small =
    { $count ->
        [1] 연결 풀이 함수의 동시성보다 작습니다
       *[other] 연결 풀이 함수 { $count }개의 동시성을 합한 것보다 작습니다
    }
design-pool-small-text = 동시에 { $concurrency }개가 실행될 수 있고 연결은 { $share }개입니다. 짧은 쿼리는 잘 나누어 쓰지만 긴 트랜잭션은 기다리게 됩니다.
design-init-query = 초기화 쿼리에 암호가 들어 있습니다
design-init-query-text = 프록시를 조회할 수 있는 사람은 누구나 읽을 수 있습니다.
# Access
design-policy-connect-why = 한 프록시를 통해 한 사용자로만 연결할 수 있습니다. 리소스는 프록시 이름이 아니라 프록시 자체의 `prx-` ID입니다
design-policy-secret-why = 함수는 이 보안 암호 하나만 읽습니다
design-environment-why = 이름은 바꿀 수 있으며, 내보낸 핸들러가 이 이름을 읽습니다
design-no-database-name = 데이터베이스 이름을 알 수 없습니다
design-no-database-name-text = 핸들러가 이름 없이 연결합니다. 코드에 이름이 필요하면 액세스 페이지에서 입력하십시오.
design-variable-name = Lambda에서 `{ $name }` 변수 이름을 사용할 수 없습니다
design-variable-name-cure = 영문자로 시작하고 영문자, 숫자, 밑줄을 두 자 이상 사용하며, AWS의 자체 이름은 쓰지 마십시오.
design-variable-reserved = `{ $name }` 변수는 Lambda에 예약되어 있습니다
design-variable-twice = `{ $name }` 변수가 두 번 사용되었습니다
design-variable-twice-cure = 값마다 다른 이름을 지정하십시오.
design-variable-hidden = 함수에 비밀 정보가 들어 있을 수 있는 `{ $name }` 변수가 있습니다
design-variable-hidden-cure = 되돌릴 수 없으므로 덮어쓰지 않습니다. 다른 이름을 선택하십시오.
design-variable-replaced = `{ $name }` 변수의 값이 바뀝니다
design-variable-replaced-text = 되돌리면 이전 값이 복원됩니다.
design-environment-full = 변수가 Lambda의 허용 크기보다 큽니다
design-environment-full-cure = 함수의 모든 변수를 합해 4 KB까지 가능합니다.
design-alias-unknown = 함수에 `{ $alias }` 별칭이 없습니다
design-alias-unknown-cure = 함수의 별칭 중 하나를 선택하거나 선택하지 마십시오.
design-alias-frozen = { $aliases } 별칭이 게시된 버전을 가리킵니다
design-alias-frozen-text = 게시된 버전은 네트워크와 변수를 그대로 유지합니다. 변경은 `$LATEST`에 적용되며, 새 버전을 게시하고 별칭을 옮기기 전까지 별칭의 호출자에게는 반영되지 않습니다.
# Cost
design-cost-proxy = RDS Proxy
design-cost-proxy-vcpu = { $vcpus } vCPU × ${ $price } × 730시간
design-cost-proxy-acu = { $acu } ACU × ${ $price } × 730시간
design-cost-unknown-class = 인스턴스의 크기를 알 수 없어 요금도 알 수 없습니다
design-cost-foreign-region = { $how }, { $region } 요금 기준
design-cost-secret = 보안 암호
design-cost-secret-how = 월 ${ $price }
design-cost-endpoint = Secrets Manager 엔드포인트
design-cost-endpoint-how = 영역 { $zones }개 × ${ $price } × 730시간
# Endpoints of the proxy beside its default one.
endpoint-no-cluster = `{ $database }` 데이터베이스는 단일 인스턴스이므로 리더가 없습니다
endpoint-no-cluster-cure = 읽기 전용 엔드포인트는 클러스터의 리더로 연결됩니다. 엔드포인트를 빼거나 Aurora 또는 다중 AZ DB 클러스터를 선택하십시오.
endpoint-no-reader = `{ $database }`에 리더가 없어 읽기 전용 엔드포인트가 연결될 곳이 없습니다
endpoint-no-reader-cure = 먼저 클러스터에 리더를 추가하거나 엔드포인트를 빼십시오.
endpoint-reads-why = 읽기는 클러스터의 리더로 가며 라이터의 연결을 쓰지 않습니다
endpoint-quota = `{ $proxy }` 프록시에 추가할 수 있는 엔드포인트는 최대 { $count }개입니다
endpoint-quota-cure = 아무도 쓰지 않는 엔드포인트를 삭제하거나 이 엔드포인트를 빼십시오.
endpoint-used = `{ $name }` 읽기 전용 엔드포인트를 사용합니다
endpoint-used-text = 이미 있고 다른 사람이 만든 것이므로, 참조만 하며 이 구성에서 제거하지 않습니다.
endpoint-vpc-why = 함수는 { $vpc }에 그대로 있고, 그 VPC의 엔드포인트로 프록시에 연결합니다
endpoint-vpc-stays-why = 함수는 자기 VPC에 그대로 있고, 그 VPC에 프록시 엔드포인트를 만듭니다
endpoint-vpc-same = 함수의 VPC에 엔드포인트가 필요 없습니다
endpoint-vpc-same-text = 작업이 끝나면 함수와 데이터베이스가 같은 VPC에 있으므로 기본 엔드포인트로 충분합니다.
endpoint-vpc-unread = 함수의 VPC `{ $vpc }`의 서브넷을 알 수 없습니다
endpoint-vpc-one-cure = 한 구성의 모든 함수는 같은 VPC에서 프록시에 연결합니다. 다른 VPC의 함수는 따로 설정하십시오.
endpoint-vpc-several = `{ $name }` 함수와 `{ $first }` 함수의 VPC가 다릅니다
endpoint-vpc-dedicated = { $vpc }의 테넌시가 전용입니다
endpoint-vpc-dedicated-cure = 이런 VPC에는 RDS Proxy 엔드포인트를 둘 수 없습니다. 다른 VPC의 함수를 선택하십시오.
endpoint-vpc-zones =
    { $count ->
        [0] { $vpc }에 쓸 수 있는 서브넷이 있는 영역이 없습니다
       *[other] { $vpc }에 쓸 수 있는 서브넷이 있는 영역이 { $count }개입니다
    }
endpoint-vpc-zones-cure = 엔드포인트에는 두 영역의 서브넷이 필요합니다. 다른 영역에 서브넷을 추가하십시오.
endpoint-name = `{ $name }` 이름은 엔드포인트에 쓸 수 없습니다
endpoint-name-twice = 두 엔드포인트의 이름이 모두 `{ $name }`입니다
endpoint-name-twice-cure = 엔드포인트 이름은 계정과 리전에서 고유해야 합니다. 둘 중 하나에 다른 이름을 지정하십시오.
endpoint-subnet-unknown = `{ $subnet }` 서브넷이 엔드포인트의 VPC에 없습니다
endpoint-subnet-unknown-cure = 다음 중에서 선택하십시오: { $known }.
endpoint-zones =
    { $count ->
        [0] 엔드포인트의 서브넷이 있는 영역이 없습니다
        [1] 엔드포인트의 서브넷이 한 영역에만 있습니다
       *[other] 엔드포인트의 서브넷이 영역 { $count }개에 있습니다
    }
endpoint-subnet-kind = { $subnet } 서브넷에는 { $kind } 주소를 쓰는 엔드포인트를 둘 수 없습니다
endpoint-dual-cure = `DUAL`에는 IPv4 범위와 IPv6 범위가 모두 있는 서브넷이 필요합니다. 그런 서브넷을 선택하거나 엔드포인트를 `IPV4`로 두십시오.
endpoint-group-unknown = `{ $group }` 보안 그룹이 엔드포인트의 VPC에 없습니다
endpoint-group-unknown-cure = 그 VPC에 있는 그룹을 선택하거나 이 그룹을 빼십시오.
endpoint-none-made = `proxy.endpoints`의 선택 사항을 적용할 엔드포인트를 만들지 않습니다
endpoint-none-made-text = 이 선택 사항은 읽기 전용 엔드포인트 또는 함수의 VPC에 둘 엔드포인트를 선택해야 적용됩니다.
endpoint-rule-in = 엔드포인트가 이 함수를 허용하며 { $port } 포트에서 수신합니다
design-cost-proxy-endpoint = 엔드포인트 `{ $name }`
