# The picture of the path and the plain report of a check. The rules' own texts stand in
# the files beside it, one for each group of rules.

rules-title-open = 전체 경로가 열려 있습니다
rules-title-open-but = 경로가 열려 있으며 경고가 { $count }개 있습니다
rules-title-unknown = 일부를 읽을 수 없습니다
rules-title-only = 규칙 { $all }개 중 { $rules }개를 확인했습니다
rules-title-no-proxy = 해당 프록시가 없습니다
rules-title-no-function = 해당 함수가 없습니다
rules-title-no-database = 해당 데이터베이스가 없습니다
rules-title-proxy-unread = 프록시를 읽을 수 없습니다: `{ $operation }`
rules-summary = { $hops } 규칙 { $rules }개: { $counts }.
rules-summary-hops =
    { $blocked ->
        [0] 막힌 구간이 없습니다.
       *[other] 구간 { $hops }개 중 { $blocked }개가 막혔습니다.
    }
rules-summary-passed = 통과 { $count }개
rules-summary-errors = 오류 { $count }개
rules-summary-warnings = 경고 { $count }개
rules-summary-notes = 참고 { $count }개
rules-summary-accepted = 수용됨 { $count }개
rules-summary-unknown = 알 수 없음 { $count }개
rules-summary-not-applicable = 해당 없음 { $count }개
rules-summary-organization = 조직의 정책은 시뮬레이션할 수 없어 판정하지 않았습니다.
# What a rule that did not decide asks: "Whether the secret is a JSON object".
rules-whether = 확인할 내용: { $clause }
rules-no-consent = 보안 암호 값은 동의 없이 읽지 않습니다
rules-waits-consent = 규칙 { $count }개는 보안 암호 값이 필요합니다
rules-waits-consent-act = 값은 동의가 있을 때만 읽으며 `--read-secrets`로 동의합니다. 각 값을 한 번만 확인하고 표시하거나 보관하지 않습니다.
rules-waits-permissions = 규칙 { $count }개는 { $permissions } 권한이 있어야 판정할 수 있습니다
rules-waits-permissions-act = 이 정책으로 허용됩니다:
rules-waits-nothing = 규칙 { $count }개는 응답이 없어 판정할 수 없습니다
rules-box-function = 함수
rules-box-proxy = 프록시
rules-box-database = 데이터베이스
rules-box-role = 역할
rules-box-role-and-secret = 역할 및 보안 암호
rules-box-absent = 없음
rules-box-unread = 읽을 수 없음: { $operation }
rules-box-not-asked = 확인 안 함
rules-box-image = 컨테이너 이미지
rules-box-no-vpc = VPC 밖
rules-box-provider = 용량 공급자 { $provider }의 네트워크, 알 수 없음
rules-box-iam = IAM 필수
rules-box-iam-both = 엔드 투 엔드 IAM
rules-box-password = 암호
rules-box-mixed = IAM 또는 암호
rules-role-unknown = 알 수 없음: { $because }
rules-hop-open = 경로 열림
rules-hop-may-connect = 연결 허용, 경로 열림
rules-hop-may-not-connect = 연결 권한 없음
rules-hop-no-way-in = 인바운드 허용 규칙 없음
rules-hop-no-way-out = 아웃바운드 허용 규칙 없음
rules-hop-outside = 네트워크 밖
rules-hop-other-vpc = 다른 네트워크에 있음
rules-hop-no-target = 등록된 대상 없음
rules-hop-blocked = 막힘
rules-hop-unknown = 알 수 없음
rules-hop-by = { $rule } 규칙이 허용
rules-hop-because = 알 수 없음: { $because }
rules-target-available = 대상 사용 가능
rules-target-unavailable = 대상 사용 불가
rules-target-registering = 대상 등록 중
rules-passes = 통과
rules-works-but = 작동(주의)
rules-blocked = 막힘
rules-text-unknown = 알 수 없음
rules-text-severity =
    { $severity ->
        [error] 오류
        [warning] 경고
       *[info] 참고
    }
rules-text-head = { $word }:
rules-text-follows = { "  " }원인: { $code }
rules-text-fix = { "  " }해결 방법: { $fix }
rules-text-see = { "  " }참조: { $source }
rules-where-function = 함수
rules-where-function-to-proxy = 함수에서 프록시로
rules-where-proxy = 프록시
rules-where-role-and-secret = 역할 및 보안 암호
rules-where-proxy-to-database = 프록시에서 데이터베이스로
rules-where-database = 데이터베이스
rules-severity-error = 오류
rules-severity-warning = 경고
rules-severity-note = 참고
rules-confidence-low = 참고 수준
rules-confidence-medium = 유력
rules-confidence-high = 확실
rules-report-about = 계정 { $account }의 { $proxy }, { $region }
rules-report-function = 함수 { $function }
rules-report-mode = 로그인: { $mode }
rules-report-path = 경로
rules-report-verdict = 판정
rules-report-where = 위치
rules-report-what = 읽은 내용
rules-report-evidence = 근거
rules-report-why = 문제가 되는 이유
rules-report-fix = 해결 방법
rules-report-source = 출처
rules-report-follows = { $code }의 파생 결과
rules-report-sure = { $severity }, { $confidence }
rules-report-open = { $whether } (알 수 없음: { $because })
rules-report-accepted = 수용됨
rules-report-accepted-by = { $by }, { $until }까지: { $why }
rules-report-unknown = 판정할 수 없는 것
rules-report-passed = 규칙 { $count }개 통과
rules-report-not-applicable = 규칙 { $count }개 해당 없음
rules-report-nothing = 발견된 것이 없습니다.
rules-table-head = 그룹 { $groups }개의 규칙 { $rules }개. 규칙마다 설명 페이지가 있습니다: `rds-proxy-wizard explain CODE`.
rules-table-group = { $title } ({ $count })
rules-table-code = 코드
rules-table-worst = 최고 심각도
rules-table-says = 내용

subject-alias = 별칭
subject-database = 데이터베이스
subject-db-proxy = 프록시
subject-db-proxy-endpoint = 프록시 엔드포인트
subject-function = 함수
subject-key = KMS 키
subject-log-group = 로그 그룹
subject-network-acl = 네트워크 ACL
subject-role = 역할
subject-secret = 보안 암호
subject-security-group = 보안 그룹
subject-target = 대상
subject-vpc = VPC
subject-vpc-endpoint = VPC 엔드포인트
