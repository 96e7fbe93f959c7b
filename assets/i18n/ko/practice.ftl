# The accounts to practise on: what each is called, and `.about` what one sees in it, in a sentence.


# The company as it should be, or something else than a setup is the matter

scenario-default = 회사 계정
    .about = 모두 작동합니다. 데이터베이스와 함수를 선택하십시오.
scenario-no-permissions = 일부 읽기 거부
    .about = 일부를 읽을 수 없으며 필요한 권한이 각각 표시됩니다.
scenario-denied-write = 도중에 거부됨
    .about = 단계의 절반을 마친 후 프록시 생성이 거부됩니다. 해결한 후 재개하거나 되돌리십시오.
scenario-throttled = 스로틀링됨
    .about = AWS가 변경마다 먼저 `Rate exceeded`로 응답합니다.
scenario-expired = 만료된 세션
    .about = 다시 로그인할 때까지 어떤 호출에도 응답하지 않습니다.
scenario-slow = 느린 응답
    .about = 긴 목록을 읽는 데 시간이 오래 걸립니다.
scenario-quota-reached = 남은 프록시 없음
    .about = 계정에 허용된 프록시 20개가 이미 모두 있습니다.
scenario-no-nat = 나가는 경로 없음
    .about = 인터넷에 도달하는 서브넷이 없습니다. 여기로 옮긴 함수는 다른 어디에도 도달하지 못합니다.
scenario-unsupported-zone = 프록시가 없는 영역
    .about = use1-az3 영역에 RDS Proxy가 없는 버지니아 리전입니다.
scenario-stuck-target = 준비되지 않는 대상
    .about = 프록시의 대상이 용량을 기다리며 준비되지 않습니다.
scenario-all-well = 모두 정상
    .about = 완성된 구성입니다. 문제 있는 구성과 비교하십시오.
scenario-large = 큰 회사
    .about = 함수 5,000개, 데이터베이스 200개, 보안 그룹 300개가 있습니다.
scenario-organization = 여러 계정
    .about = 조직의 관리 계정입니다. 두 계정에 이름이 같은 프록시가 있고, 읽을 수 없는 계정이 하나 있습니다.

# Broken: network

scenario-broken-closed-door = 닫힌 데이터베이스
    .about = 30초 후 오류 9501이 발생하고 대상에 도달할 수 없습니다. 데이터베이스의 보안 그룹이 프록시를 허용하지 않습니다.
scenario-broken-proxy-stays-in = 나가지 못하는 프록시
    .about = 데이터베이스의 보안 그룹이 프록시를 허용하는데도 오류 9501이 발생합니다. 프록시의 보안 그룹에 데이터베이스로 나가는 규칙이 없습니다.
scenario-broken-proxy-door = 닫힌 프록시
    .about = `Task timed out`이 발생하고 프록시에 집계된 클라이언트가 없습니다. 프록시의 보안 그룹이 함수를 허용하지 않습니다.
scenario-broken-function-stays-in = 나가지 못하는 함수
    .about = `Task timed out`이 발생합니다. 함수의 보안 그룹이 443 포트로만 나가는 것을 허용하여 프록시에 도달하지 못합니다.
scenario-broken-shared-group = 양쪽이 함께 쓰는 그룹
    .about = 대상이 내부 오류로 계속 사용 불가 상태입니다. 프록시와 데이터베이스가 같은 보안 그룹에 있지만, 같은 그룹에 있다고 서로 허용되지는 않습니다.
scenario-broken-network-acl = 중간의 네트워크 ACL
    .about = 영역에 따라 일부 요청만 시간 초과됩니다. 한 서브넷의 ACL이 데이터베이스 포트를 차단합니다.
scenario-broken-outside = 네트워크 밖
    .about = 프라이빗 주소로 연결할 때 `connect ETIMEDOUT`이 발생합니다. 함수가 VPC에 없고, 프록시에는 퍼블릭 주소가 없습니다.
scenario-broken-other-network = 다른 네트워크
    .about = 이름은 확인되지만 연결이 시간 초과됩니다. 함수가 다른 VPC에 있고, 두 VPC가 연결되어 있지 않습니다.
scenario-broken-dns-off = DNS 없음
    .about = 프록시의 호스트에 대해 `getaddrinfo ENOTFOUND`가 발생합니다. VPC가 DNS에 응답하지 않습니다.
scenario-broken-no-service-route = Secrets Manager 경로 없음
    .about = 핸들러가 연결하기도 전에 멈춥니다. 데이터베이스의 암호를 읽어야 하는데, 서브넷에서 어떤 AWS 서비스에도 도달할 수 없습니다.
scenario-broken-endpoint-door = 닫힌 엔드포인트
    .about = 핸들러가 암호를 읽다가 멈춥니다. VPC에 엔드포인트가 있지만, 그 보안 그룹이 함수를 허용하지 않습니다.

# Broken: connect

scenario-broken-no-connect = 연결 권한 없음
    .about = 모든 토큰에 대해 `Access denied for user 'orders_app'`이 발생합니다. 함수의 역할에 `rds-db:connect` 권한이 없습니다.
scenario-broken-name-for-id = ID 대신 이름
    .about = 정책이 있는데도 `Access denied`가 발생합니다. AWS에는 `prx-…` ID가 필요한데 정책에 프록시의 이름이 지정되어 있습니다.
scenario-broken-database-id = 데이터베이스의 ID
    .about = 데이터베이스에는 직접 로그인할 수 있지만 프록시를 통해서는 로그인할 수 없습니다. 정책에 클러스터가 지정되어 있습니다.
scenario-broken-stale-id = 이전 프록시의 ID
    .about = 프록시를 삭제하고 다시 만든 후로 `Access denied`가 발생합니다. 정책에 이전 프록시의 ID가 지정되어 있습니다.
scenario-broken-other-user = 다른 사용자의 정책
    .about = `Access denied for user 'orders_app'`이 발생합니다. 정책이 역할을 허용하지만 `orders_ro` 사용자로만 허용합니다.
scenario-broken-any-user = 모두를 위한 정책
    .about = 모두 작동하지만 지나치게 허용됩니다. 정책으로 함수가 어느 프록시에든 어느 사용자로든 로그인할 수 있습니다.
scenario-broken-connect-condition = 충족되지 않는 조건
    .about = 정책에 프록시와 사용자가 지정되어 있는데도 `Access denied`가 발생합니다. 사무실의 주소에서만 허용합니다.
scenario-broken-wrong-action = 다른 서비스의 작업
    .about = `Access denied`가 발생합니다. 정책이 허용하는 `rds:connect`는 존재하지 않는 작업입니다. 토큰에 필요한 것은 `rds-db:connect`입니다.

# Broken: role

scenario-broken-unreadable-secret = 읽을 수 없는 보안 암호
    .about = 대상에 따르면 프록시에 등록된 자격 증명이 없습니다. 프록시의 역할이 보안 암호를 읽을 수 없습니다.
scenario-broken-key = 사용할 수 없는 키
    .about = 역할이 보안 암호를 읽을 수 있는데도 등록된 자격 증명이 없습니다. 역할에 복호화 권한이 없습니다.
scenario-broken-trust = RDS가 수임할 수 없는 역할
    .about = 정책이 올바른데도 등록된 자격 증명이 없습니다. 역할이 RDS가 아니라 Lambda를 신뢰합니다.
scenario-broken-secret-suffix = 끝부분이 없는 보안 암호
    .about = 정책에 보안 암호가 지정되어 있는데도 등록된 자격 증명이 없습니다. AWS가 이름 끝에 붙이는 여섯 글자가 빠졌습니다.
scenario-broken-boundary = 역할의 권한 경계
    .about = 정책이 허용하는데도 등록된 자격 증명이 없습니다. 역할의 권한 경계가 허용하지 않습니다.
scenario-broken-key-elsewhere = 다른 리전용 키
    .about = 템플릿을 복사한 후로 등록된 자격 증명이 없습니다. 버지니아 리전의 Secrets Manager를 통한 복호화만 허용됩니다.
scenario-broken-end-to-end-id = 엔드 투 엔드, 잘못된 ID
    .about = 양쪽 모두 토큰을 쓰지만 데이터베이스가 프록시를 거부합니다. 프록시의 역할이 클러스터가 아니라 프록시에 연결할 수 있습니다.
scenario-broken-end-to-end-database = 엔드 투 엔드, 토큰을 받지 않는 데이터베이스
    .about = 양쪽 모두 토큰을 쓰지만 데이터베이스가 프록시를 거부합니다. 데이터베이스의 IAM 인증이 꺼져 있습니다.

# Broken: secret

scenario-broken-secret-text = 필드가 없는 보안 암호
    .about = 역할이 보안 암호를 읽을 수 있는데도 등록된 자격 증명이 없습니다. 보안 암호가 JSON이 아니라 암호뿐입니다.
scenario-broken-secret-deleted = 곧 삭제될 보안 암호
    .about = 연결 풀의 연결이 모두 끊기기 전까지는 작동했습니다. 누군가 프록시의 보안 암호를 삭제 예약했습니다.
scenario-broken-secret-gone = 없어진 보안 암호
    .about = `Access denied`가 발생하고 등록된 자격 증명이 없습니다. 프록시에 지정된 보안 암호가 영구적으로 삭제되었습니다.
scenario-broken-no-current-version = 현재 값이 없는 보안 암호
    .about = 등록된 자격 증명이 없습니다. 프록시가 읽는 `AWSCURRENT` 레이블이 보안 암호에서 제거되었습니다.
scenario-broken-wrong-user = 다른 사용자의 보안 암호
    .about = 대상은 정상인데 `orders_app` 사용자가 거부됩니다. 보안 암호에 다른 사용자의 암호가 들어 있습니다.
scenario-broken-rotation-stuck = 실패하는 교체
    .about = 작동하지만 며칠 전에 바뀌었어야 할 암호를 쓰고 있습니다. 교체가 끝나지 않아 대기 중인 버전이 남아 있습니다.
scenario-broken-rotation-two-users = 두 사용자 간 교체
    .about = 다음 교체 전까지는 작동합니다. 교체하면 보안 암호에 다른 사용자가 들어가고, 그때부터 `orders_app` 사용자가 거부됩니다.
scenario-broken-rotation-through-proxy = 프록시를 통한 교체
    .about = 암호가 바뀌지 않고 교체 함수의 로그에 로그인 실패가 가득합니다. 교체가 프록시를 거칩니다.
scenario-broken-rotation-shut-out = 차단된 교체
    .about = 다음 교체는 시간 초과됩니다. 보안 암호를 교체하는 함수의 보안 그룹이 어디에서도 허용되지 않습니다.
scenario-broken-password-out-of-reach = 읽을 수 없는 암호
    .about = 연결하기도 전에 `AccessDeniedException`이 발생합니다. 함수의 정책에 s가 빠진 `secretmanager`가 있습니다.
scenario-broken-key-disabled = 비활성화된 키
    .about = 어느 순간 갑자기 등록된 자격 증명이 없어졌습니다. 보안 암호를 암호화하는 키가 비활성화되었습니다.
scenario-broken-secret-policy = 스스로를 막는 보안 암호
    .about = 역할에 무엇을 허용해도 등록된 자격 증명이 없습니다. 보안 암호 자체의 정책이 거부합니다.

# Broken: function

scenario-broken-frozen-alias = 멈춰 있는 별칭
    .about = 함수를 변경했는데도 프록시에 클라이언트가 없습니다. `live` 별칭이 변경 전의 버전을 호출합니다.
scenario-broken-weighted-alias = 호출 열 번 중 한 번
    .about = 호출 열 번 중 한 번은 프록시를 거치지 않습니다. `live` 별칭이 아직 데이터베이스를 지정한 버전에 일부를 보냅니다.
scenario-broken-old-host = 프록시 우회
    .about = 함수는 작동하지만 프록시의 지표에 변화가 없습니다. 함수의 호스트 변수에 아직 데이터베이스가 지정되어 있습니다.
scenario-broken-unknown-host = 없어진 프록시
    .about = `Name or service not known`이 발생합니다. 호스트 변수에 삭제된 프록시가 지정되어 있습니다.
scenario-broken-password-in-env = 그대로 보이는 암호
    .about = 모두 작동하지만, 함수를 볼 수 있는 사람은 누구나 데이터베이스의 암호를 읽을 수 있습니다.
scenario-broken-old-runtime = 오래된 런타임
    .about = 전처럼 실행되지만 모든 변경이 거부됩니다. 런타임이 더 이상 지원되지 않습니다.
scenario-broken-three-seconds = 3초
    .about = 가끔 이유 없이 `Task timed out after 3.00 seconds`가 발생합니다. 프록시보다 함수가 먼저 포기합니다.
scenario-broken-slow-borrow = 호출자보다 오래 기다리는 프록시
    .about = 부하가 걸리면 이유를 알려 줄 오류 9501 대신 `Task timed out after 30.00 seconds`가 발생합니다. 프록시가 2분간 기다립니다.

# Broken: proxy

scenario-broken-no-targets = 대상이 없는 프록시
    .about = 모든 클라이언트에 오류 9501이 발생합니다. 프록시를 만들고 데이터베이스를 등록하지 않았습니다.
scenario-broken-waiting = 용량 대기 중
    .about = 프록시를 만들고 10분이 지났는데 오류 9501이 발생합니다. 대상이 아직 프록시의 확장을 기다립니다.
scenario-broken-stopped = 중지된 데이터베이스
    .about = 어젯밤부터 오류 9501이 발생합니다. 누군가 데이터베이스를 중지했습니다.
scenario-broken-replica = 프록시 뒤의 복제본
    .about = 대상의 복제 상태가 잘못되었습니다. 프록시에는 원본이 필요한데 이것은 읽기 전용 복제본입니다.
scenario-broken-engine = 두 프로토콜
    .about = 핸드셰이크가 중단됩니다. 프록시는 PostgreSQL로, 뒤의 데이터베이스는 MySQL로 통신합니다.
scenario-broken-iam-off = 암호로 취급되는 토큰
    .about = 올바른 토큰인데 `Access denied`가 발생합니다. 프록시의 IAM 인증이 꺼져 있어 토큰을 암호로 취급합니다.
scenario-broken-tls-off = 필수가 아닌 TLS
    .about = 모두 작동하지만, 일부 클라이언트가 암호를 암호화하지 않고 보냅니다. 프록시가 이를 허용합니다.
scenario-broken-pinning = 고정된 세션
    .about = 연결이 클라이언트만큼 많고, 부하가 걸리면 9501이 발생합니다. 시작할 때 실행하는 `SET`이 세션마다 연결을 고정합니다.
scenario-broken-oversubscribed = 프록시 둘, 데이터베이스 하나
    .about = 프록시를 제외한 모두에게 `Too many connections`가 발생합니다. 두 프록시를 합하면 데이터베이스의 연결보다 많이 쓸 수 있습니다.
scenario-broken-auto-pause = 쉬지 못하는 데이터베이스
    .about = 밤에 일시 중지되어야 할 데이터베이스에 비용이 계속 발생합니다. 프록시의 열린 연결 때문에 일시 중지되지 않습니다.
scenario-broken-unused = 아무도 쓰지 않는 프록시
    .about = 실패하는 것은 없지만 프록시 비용이 발생합니다. 일주일 동안 클라이언트가 없었습니다.

# Broken: database

scenario-broken-secondary = 리더만 있는 클러스터에 쓰기
    .about = `The target group doesn't have any associated read/write instances`가 발생합니다. 글로벌 데이터베이스의 보조 클러스터입니다.
scenario-broken-forwarding = 여유 없는 쓰기 전달
    .about = 연결 풀이 다 차기도 전에 연결이 거부됩니다. 쓰기 전달이 연결의 일부를 따로 사용합니다.
scenario-broken-blue-green = 블루와 그린 사이
    .about = 지금은 모두 작동하지만 오늘 밤 모든 연결이 끊깁니다. 데이터베이스의 블루/그린 배포가 진행 중입니다.
scenario-broken-newcomers = 관리형 인스턴스와 Express 클러스터
    .about = 함수가 관리형 인스턴스에서 오래된 런타임으로 실행되고, 프록시를 둘 수 없는 Express 클러스터도 있습니다.

# Setups that work and are to move on

scenario-from-database = 공유 프록시 우회
    .about = 다른 함수들은 이미 프록시를 거치는데 한 함수는 데이터베이스에 직접 연결합니다. 그 함수를 프록시로 옮기십시오.
scenario-from-password = 공유 프록시의 암호
    .about = 한 함수는 암호를 보내고, 프록시의 다른 사용자는 토큰을 보냅니다. 그 함수를 토큰으로 옮기십시오.
scenario-from-secret = 앞에는 토큰, 뒤에는 보안 암호
    .about = 두 사용자가 토큰을 보내고 프록시는 두 사용자의 보안 암호로 로그인합니다. 한 사용자를 양쪽 모두 토큰으로 옮기십시오.
