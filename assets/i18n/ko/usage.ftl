# The help of the command line: `usage-VERB` what a verb is for, `usage-arg-NAME` an argument wherever it stands,
# `usage-VERB-arg-NAME` where one verb says something else of it; `.long` is what --help shows below it.

usage = AWS Lambda용 Amazon RDS Proxy 설정, 검사, 내보내기
    .long =
        AWS Lambda용 Amazon RDS Proxy를 설정하고, 검사하고, 내보냅니다.
        
        명령을 지정하지 않으면 창을 엽니다. 파일을 지정하면 선택 사항 파일이나 번들을 창에서 엽니다.
usage-advise = 데이터베이스 앞에 프록시를 둘 가치가 있는지와 대안 표시(변경 없음)
usage-apply = 계획을 보여 주고 확인받은 후 적용
usage-completions = 셸에서 이 프로그램의 명령을 자동 완성하는 스크립트 출력
usage-connect = 이 컴퓨터에서 실제 연결을 단계별로 시도
usage-diagnostics = 로그, 충돌 보고서, 설정, 버전을 도움을 줄 사람에게 보낼 압축 파일로 저장(비밀 정보 제외)
usage-endpoints = 프록시의 엔드포인트와 이를 지정한 함수 표시 또는 필요 없는 엔드포인트 제거
    .long =
        프록시의 엔드포인트와 이를 지정한 함수 표시 또는 필요 없는 엔드포인트 제거
        
        --remove는 계획을 보여 주고 묻습니다. `undo`를 실행하면 엔드포인트를 읽은 그대로 다시 만듭니다.
usage-explain = 규칙 설명
usage-export = 구성을 정책, CLI 스크립트, 핸들러 코드 등의 파일로 내보내기
    .long =
        구성을 정책, CLI 스크립트, 핸들러 코드 등의 파일로 내보내기
        
        선택 사항을 지정하면 설정할 구성을 내보냅니다. --proxy를 지정하면 있는 구성을 실제 이름, 설정, 정책, 규칙 그대로, 아무것도 추가하지 않고 내보냅니다. 함수는 그 프록시를 쓰는 함수이거나 --function NAME[:QUALIFIER]로 지정한 함수입니다.
usage-licences = 이 프로그램을 구성하는 라이브러리와 글꼴, 각 라이선스 출력
usage-list = 선택할 수 있는 것과 사용할 수 없는 것 및 그 이유 나열(변경 없음)
usage-list-databases = 계정과 리전의 데이터베이스, 프록시를 둘 수 없는 것은 그 이유
usage-list-functions = 계정과 리전의 함수, 프록시를 쓸 수 없는 것은 그 이유
usage-list-profiles = AWS 구성 파일의 프로필(--practice=organization이면 연습 계정의 프로필)
usage-list-proxies = 계정과 리전의 프록시, 각각의 데이터베이스
usage-load = 함수를 하나씩 또는 동시에 여러 번 호출하여 연결 풀의 작동을 표시
    .long =
        함수를 하나씩 또는 동시에 여러 번 호출하여 연결 풀의 작동을 표시
        
        먼저 비용과 한도를 알려 주고 묻습니다. 확인한 범위를 넘지 않으며, Ctrl-C를 누르면 즉시 중지합니다. 모든 부하 결과를 JSON, CSV, SVG로 보관합니다.
usage-man = 설명서 페이지 하나를 출력하거나 모든 페이지를 폴더에 저장
usage-migrate = 함수를 프록시 또는 다른 로그인으로 옮기고 나중에 이전 경로 닫기
usage-monitor = CloudWatch가 측정한 프록시의 지표와 울렸을 경보 표시(변경 없음)
usage-observe = `validate --bundle`과 지원을 위해 `validate`가 읽는 모든 것을 값을 가린 채 저장
usage-plan = 무엇을 만들고 변경하며 무엇이 막을 수 있는지 표시(변경 없음)
usage-practice = 연습 계정 관리
usage-practice-list = 시나리오 나열
usage-practice-reset = 시나리오의 계정을 처음 상태로 되돌리기
usage-probe = 함수의 위치에서 프록시를 통해 연결하고 어디까지 가는지 표시
    .long =
        함수의 위치에서 프록시를 통해 연결하고 어디까지 가는지 표시
        
        --temporary를 지정하지 않으면 함수 자체를 호출합니다. 지정하면 같은 네트워크와 역할의 함수를 만들어 한 번 확인한 후 다시 제거합니다.
usage-proxies = 데이터베이스에 사용할 수 있는 프록시와 나머지를 사용할 수 없는 이유, 또는 함수가 연결하는 프록시와 방법 표시
    .long =
        데이터베이스에 사용할 수 있는 프록시와 나머지를 사용할 수 없는 이유, 또는 함수가 연결하는 프록시와 방법 표시
        
        아무것도 변경하지 않습니다.
usage-read-policy = `validate`와 `observe`에 필요한 최소한의 IAM 정책 출력(변경은 허용하지 않음)
    .long =
        `validate`와 `observe`에 필요한 최소한의 IAM 정책 출력(변경은 허용하지 않음)
        
        프록시를 지정하지 않으면 이 계정과 리전의 패턴을 쓰는 `validate --all`용 정책입니다. 지정하면 먼저 그 프록시의 보안 암호, 키, 역할, 파라미터 그룹, 로그를 찾아 지정합니다. 어느 쪽이든 읽을 때 실제로 호출하는 작업만 허용합니다.
usage-repair = `validate`에서 발견된 문제를 계획 확인 후 수정(`undo`로 되돌리기)
usage-resume = 중지, 실패 또는 비정상 종료된 실행을 이어서 진행
usage-rules = `validate`가 구성과 대조하는 규칙 나열
usage-sign-in = 브라우저에서 확인하는 코드로 IAM Identity Center 프로필에 로그인
usage-undo = 실행으로 변경한 것을 되돌리기
usage-user = 프록시용 데이터베이스 사용자를 만드는 SQL 출력(--run이면 실행)
usage-validate = 기존 프록시와 이를 쓰는 함수를 모든 규칙과 대조(변경 없음)
usage-arg-adopt = 새로 만들지 않고 이미 있는 것을 가져오기(--proxy이면 항상 적용)
usage-arg-all = 계정과 리전의 모든 프록시, 각각을 지정한 함수 포함
usage-arg-baseline = 수용된 조사 결과: 무엇을, 누가, 왜, 언제까지 수용하는지 적은 TOML 파일
usage-arg-blue-green = 프록시 뒤 데이터베이스의 블루/그린 배포에 필요한 것과 단계 나열
usage-arg-bundle = 계정 대신 사용할 `observe`의 출력 파일
usage-arg-ca = 공인 루트 대신 신뢰할 PEM 형식의 인증서
usage-arg-calls = 하나씩 순서대로 호출할 횟수(콜드와 웜)
usage-arg-check = 저장하지 않고 저장할 내용을 이 폴더와 비교(다르면 종료 코드 1)
usage-arg-choices = TOML로 쓴 선택 사항(키는 assets/examples의 파일과 동일)
usage-arg-code = `rules`와 `validate`가 출력하는 규칙 코드
usage-arg-color = 출력에 색상을 쓸 조건
usage-arg-compare = 보관된 두 부하 결과를 이름 또는 파일로 비교
usage-arg-concurrency = 매초 동시에 호출할 수
usage-arg-database = 파일의 값 대신 사용할 데이터베이스 식별자
usage-arg-details = 모든 단계의 이유, AWS CLI 명령, 변경, 되돌릴 때 하는 일 표시
usage-arg-drop = 확인받은 후 사용자를 다시 제거(소유한 것은 함께 삭제되지 않음)
usage-arg-endpoint-in-function-vpc = 함수의 VPC가 데이터베이스의 VPC와 다르면 함수의 VPC에 프록시 엔드포인트 추가
usage-arg-endpoint-network-type = 추가하는 엔드포인트의 주소 유형
usage-arg-endpoint-security-groups = 추가하는 엔드포인트에 연결할 기존 보안 그룹(첫 번째 그룹이 함수를 허용)
usage-arg-endpoint-subnets = 추가하는 엔드포인트의 서브넷(영역 2개 이상)
usage-arg-endpoint-url = 모든 AWS 호출을 보낼 주소(예: 에뮬레이터의 주소)
usage-arg-engine = 프로토콜: mysql 또는 postgresql
usage-arg-even-if-used = 함수에 그 호스트가 지정되어 있거나 그 여부를 읽을 수 없어도 제거
usage-arg-fail-on = 이 심각도부터 종료 코드 1로 실패 처리
usage-arg-failover-after = 이 시간(초) 후 데이터베이스 장애 조치 발생(연습 계정 전용)
usage-arg-file = 창에서 열 선택 사항 파일 또는 번들
usage-arg-finish = 모두 옮긴 후 이전 경로 제거
usage-arg-follow = Ctrl-C를 누를 때까지 1분마다 다시 읽기
usage-arg-format = 출력 형식(`json`이면 실행의 이벤트마다 한 줄)
usage-arg-from = 처음 1초의 동시 호출 수
usage-arg-from-function = 이 함수의 역할을 쓰는 임시 함수로 VPC 안에서 실행(암호는 보안 암호에서 읽음)
usage-arg-function = 파일의 값 대신 사용할 함수 이름(반복 가능, 추가한 함수마다 자체 규칙, 권한, 변수를 받음)
    .long =
        파일의 값 대신 사용할 함수 이름(반복 가능, 추가한 함수마다 자체 규칙, 권한, 변수를 받음)
        
        뒤에 `:ALIAS`를 붙이면 버전을 게시하고 그 별칭을 새 버전으로 옮깁니다.
usage-arg-function-vpc-endpoint-name = 함수의 VPC에 둘 엔드포인트의 이름
usage-arg-history = CloudTrail에서 문제 항목을 변경한 사람을 읽는 `validate --history`도 허용
usage-arg-host = 연결할 엔드포인트
usage-arg-ignore-preflight = 사전 점검이 실패해도 적용
usage-arg-keep = Ctrl-C를 누를 때까지 다른 프로그램용으로 터널을 열어 두고 연결 명령 출력
usage-arg-kept = 보관된 부하 결과 나열
usage-arg-language = 사람이 읽는 내용의 언어(생략하면 RPW_LANGUAGE, 창의 설정, 시스템 순)
usage-arg-locust = 이 함수 URL 또는 API에 부하를 주는 locustfile.py 출력
usage-arg-login = 프록시가 이 사용자로 로그인하는 방식(보안 암호를 읽어야만 알 수 있는 경우)
usage-arg-login-as = 이 컴퓨터에서 로그인할 사용자(암호는 물어보며 어디에도 보관하지 않음)
usage-arg-login-secret = 사용자 생성 권한이 있는 사용자의 보안 암호(생략하면 RDS가 데이터베이스용으로 관리하는 보안 암호)
usage-arg-look = 사용자가 있는지, 어떻게 로그인하며 무엇을 할 수 있는지 확인(쓰기 없음)
usage-arg-name = 마지막 실행을 되돌릴 프록시의 이름
usage-arg-new-since = 이전 `validate --format json` 출력: 발생, 해소, 지속된 것을 표시하고 발생한 것에만 실패 처리
usage-arg-no-browser = 브라우저를 열지 않고 주소만 출력
usage-arg-only = 수정할 조사 결과(생략하면 누구에게도 피해를 주지 않는 수정 모두)
usage-arg-organization-role = `validate --organization-role`을 시작하는 곳에서도 허용: 계정 목록과 각 계정의 이 역할
usage-arg-out = 저장할 `.zip` 압축 파일
usage-arg-password-secret = 사용자 자신의 암호가 있는 보안 암호(생략하면 프록시에 있는 이 사용자의 보안 암호)
usage-arg-password-stdin = 만들 보안 암호에 넣을 데이터베이스 암호를 표준 입력에서 읽기
usage-arg-payload = 함수를 호출할 때 보낼 JSON
usage-arg-port = 엔드포인트의 포트(생략하면 엔진의 프록시 포트)
usage-arg-practice = 내장된 연습 계정의 시나리오에서 작업(AWS를 사용하지 않음)
usage-arg-practice-speed = 실제 1초에 지나가는 연습 계정의 시간(초, 0이면 기다리지 않음)
usage-arg-print = SQL 문을 출력하고 종료
usage-arg-profile = AWS 구성 파일의 프로필
usage-arg-profiles = --all과 함께: 이 프로필들의 계정, 각각 아래 리전에서
    .long =
        --all과 함께: 이 프로필들의 계정, 각각 아래 리전에서
        
        읽을 수 없는 계정은 이유와 함께 한 행으로 표시하고, 나머지는 그대로 읽습니다.
usage-arg-proxy = 프록시 이름
usage-arg-ramp = 늘리는 데 걸리는 시간(초, 생략하면 전체의 3분의 1)
usage-arg-read-only-endpoint = 클러스터의 리더로 연결되는 엔드포인트를 프록시에 추가하고 함수에 그 호스트 지정
usage-arg-read-only-endpoint-name = 읽기 전용 엔드포인트의 이름
usage-arg-read-secrets = 프록시의 보안 암호를 확인하여 각 사용자를 알아내기(값은 보관하거나 표시하지 않음)
usage-arg-receipt = 실행 기록(생략하면 계정에서 끝나지 않은 가장 최근 실행)
usage-arg-region = AWS 리전
usage-arg-regions = --all과 함께: 이 리전들에서
usage-arg-remove = 제거할 엔드포인트(생략하면 나열)
usage-arg-renderer = 창의 렌더러(시작되지 않으면 다른 렌더러 시도)
usage-arg-restore-secret = 다음 사용 가능한 이름을 쓰지 않고 이전 실행에서 삭제한 보안 암호 복원
usage-arg-rights = 그곳에서 허용할 권한: `read`, `read-write` 또는 쉼표로 구분한 권한
usage-arg-run = SQL 문을 보여 주고 확인받은 후 실행
usage-arg-scenario = 시나리오 이름(생략하면 --practice의 시나리오, 없으면 `default`)
usage-arg-seconds = 호출을 시작하는 시간(초)
usage-arg-secret = 이 보안 암호의 사용자와 암호로 로그인(함수의 역할에 읽기 권한 필요)
usage-arg-shell = 셸
usage-arg-show-source = 임시 함수의 프로그램을 출력하고 종료
usage-arg-since = 표시할 기간: 90m, 3h, 1d, 1w(최대 15일)
usage-arg-spawn-rate = 초당 시작할 사용자 수
usage-arg-target = 이 대상만(반복 가능, 생략하면 모든 대상과 핸들러)
usage-arg-temporary = 함수를 호출하는 대신 같은 위치에 임시 함수를 만들어 사용
usage-arg-to = 옮길 방식: 프록시 경유 또는 다른 로그인 방식(생략하면 경로의 현재 상태 표시)
usage-arg-topics = 경보가 알릴 수 있는 SNS 주제도 나열
usage-arg-tunnel = 먼저 이 인스턴스, 관리형 노드 또는 ECS 태스크를 통해 터널을 열고 끝나면 닫기
    .long =
        먼저 이 인스턴스, 관리형 노드 또는 ECS 태스크를 통해 터널을 열고 끝나면 닫기
        
        값을 생략하면 터널을 열 수 있는 대상을 나열하고, 하나뿐이면 그것을 사용합니다. AWS CLI와 Session Manager 플러그인이 필요합니다.
usage-arg-unlisted-region = AWS가 나중에 추가하여 이 프로그램의 목록에 없는 리전임
usage-arg-user = 데이터베이스 사용자
usage-arg-users = locustfile의 사용자 수
usage-arg-via = 연결할 터널의 로컬 쪽 주소(인증서와 토큰은 엔드포인트 기준)
usage-arg-watch = `monitor`와 `load`가 읽는 것(주제, 경보 기록, X-Ray 추적)도 허용
usage-arg-with = 프록시 주변의 구성 요소(반복 가능, 파일의 값 대신 사용)
usage-arg-words = 페이지를 출력할 명령(생략하면 프로그램 전체의 페이지)
usage-arg-yes = 묻지 않음
usage-advise-arg-database = 데이터베이스의 식별자
usage-advise-arg-function = 데이터베이스를 쓰는 함수(반복 가능, 생략하면 환경 변수에 데이터베이스를 지정한 함수)
usage-apply-arg-proxy = 새로 만들지 않고 이미 있는 이 프록시 사용
    .long =
        새로 만들지 않고 이미 있는 이 프록시 사용
        
        로그인, 권한, 규칙을 추가하며, 선택 사항에 있는 것 외에는 프록시를 변경하지 않습니다. `proxies --database ID`로 사용할 수 있는 프록시를 볼 수 있습니다.
usage-connect-arg-database = 열 데이터베이스(생략하면 서버의 기본값)
usage-connect-arg-password-stdin = IAM 토큰 대신 표준 입력에서 읽은 암호로 로그인
usage-connect-arg-proxy = 프록시 이름(엔드포인트, 포트, 엔진은 AWS에서 읽음)
usage-diagnostics-arg-yes = 이미 있는 파일의 내용이 달라도 묻지 않고 덮어쓰기
usage-endpoints-arg-ignore-preflight = 사전 점검이 실패해도 제거
usage-export-arg-language = 핸들러의 언어(반복 가능, 또는 `all`, 생략하면 함수의 언어)
usage-export-arg-out = 파일을 저장할 폴더(없으면 만듦)
usage-export-arg-proxy = 설정할 구성 대신 이미 있는 프록시(있는 그대로 기록)
usage-export-arg-user = 함수의 데이터베이스 사용자(계정에서 알 수 없는 경우)
usage-export-arg-yes = 이미 있는 파일의 내용이 달라도 묻지 않고 덮어쓰기
usage-list-functions-arg-database = 이 데이터베이스 기준(이미 이 데이터베이스를 지정한 함수가 먼저)
usage-load-arg-function = 호출할 함수와 별칭 또는 버전
usage-load-arg-proxy = 프록시 이름(생략하면 함수의 변수에 지정된 프록시)
usage-man-arg-out = 모든 페이지를 저장할 폴더
usage-man-arg-yes = 이미 있는 파일의 내용이 달라도 묻지 않고 덮어쓰기
usage-migrate-arg-function = 옮길 함수(생략하면 프록시에 새 로그인만 추가)
usage-migrate-arg-ignore-preflight = 사전 점검이 실패해도 마이그레이션
usage-migrate-arg-read-secrets = 프록시의 보안 암호를 확인하여 각 항목이 누구의 로그인인지 알아내기(값은 보관하지 않음)
usage-migrate-arg-user = 아직 아무도 로그인에 쓰지 않는 새 로그인의 데이터베이스 사용자(--finish이면 이전 사용자)
usage-monitor-arg-function = 프록시의 지표와 함께 표시할 함수
usage-observe-arg-function = 프록시를 통해 연결하는 함수와 호출되는 별칭 또는 버전
usage-observe-arg-out = 저장할 파일
usage-observe-arg-read-secrets = 프록시의 보안 암호를 확인하여 형식과 사용자를 기록(값은 보관하지 않음)
usage-observe-arg-yes = 이미 있는 파일의 내용이 달라도 묻지 않고 덮어쓰기
usage-plan-arg-proxy = 새로 만들지 않고 이미 있는 이 프록시 사용
    .long =
        새로 만들지 않고 이미 있는 이 프록시 사용
        
        로그인, 권한, 규칙을 추가하며, 선택 사항에 있는 것 외에는 프록시를 변경하지 않습니다. `proxies --database ID`로 사용할 수 있는 프록시를 볼 수 있습니다.
usage-probe-arg-database = 열 데이터베이스(생략하면 처음 만들 때 지정한 데이터베이스)
usage-probe-arg-function = 프록시를 통해 연결하는 함수와 호출되는 별칭 또는 버전
usage-probe-arg-ignore-preflight = 사전 점검이 실패해도 만들기
usage-probe-arg-payload = 함수를 호출할 때 보낼 JSON
usage-probe-arg-user = 데이터베이스 사용자(생략하면 프록시의 보안 암호 또는 함수의 변수에 있는 사용자)
usage-proxies-arg-database = 앞에 프록시를 둘 데이터베이스의 식별자
usage-proxies-arg-function = 연결하는 프록시와 데이터베이스 및 그 방법을 표시할 함수
usage-read-policy-arg-function = 이 함수에서 읽는 것도 포함(호출되는 별칭 또는 버전 지정)
usage-read-policy-arg-proxy = 이 프록시에서 읽는 것만
usage-read-policy-arg-read-secrets = `validate --read-secrets`도 허용: secretsmanager:GetSecretValue 및 kms:Decrypt
usage-repair-arg-function = 프록시를 통해 연결하는 함수와 호출되는 별칭 또는 버전
usage-repair-arg-ignore-preflight = 사전 점검이 실패해도 수정
usage-repair-arg-read-secrets = 프록시의 보안 암호도 확인
usage-resume-arg-password-stdin = 실행에 아직 필요하면 데이터베이스 암호를 표준 입력에서 읽기
usage-undo-arg-receipt = 실행 기록(이것과 --name을 모두 생략하면 계정에서 끝나지 않은 가장 최근 실행)
usage-user-arg-ca = 공인 루트 대신 신뢰할 PEM 형식의 인증서(데이터베이스 자체의 인증서에는 RDS 번들 필요)
usage-user-arg-database = 사용자가 사용할 데이터베이스(생략하면 처음 만들 때 지정한 데이터베이스)
usage-user-arg-ignore-preflight = 사전 점검이 실패해도 임시 함수 만들기
usage-user-arg-password-stdin = 암호를 표준 입력에서 한 줄씩 읽기: --as의 암호, 이어서 사용자의 암호(있는 경우)
usage-user-arg-proxy = 프록시 이름(엔진과 로그인 방식이 SQL의 형식을 정함)
usage-user-arg-read-secrets = 프록시의 보안 암호를 확인하여 누구의 것인지 알아내기(값은 보관하거나 표시하지 않음)
usage-user-arg-tunnel = 먼저 이 인스턴스 또는 ECS 태스크를 통해 터널을 열고 끝나면 종료
usage-user-arg-user = 만들 사용자
usage-user-arg-via = 연결할 터널의 로컬 쪽 주소(인증서는 데이터베이스 기준)
usage-validate-arg-function = 프록시를 통해 연결하는 함수와 호출되는 별칭 또는 버전
usage-validate-arg-history = CloudTrail에서 문제 항목을 마지막으로 변경한 사람도 표시
usage-validate-arg-only = 이 규칙만
usage-validate-arg-organization-role = --all과 함께: 조직의 활성 계정 모두에서 각 계정에 있는 이 이름의 역할로
usage-validate-arg-read-secrets = 프록시의 보안 암호를 확인하여 형식과 사용자를 검사(값은 보관하거나 표시하지 않음)
