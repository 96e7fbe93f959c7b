# Why something was refused or failed, after the words that say what: lower case, no period at the end.

# A report of an earlier validation
error-report-not-json = JSON이 아닙니다: { $line }행 { $column }열: { $message }
error-report-other-schema = `schema` 값이 `{ $schema }`입니다. `validate --format json`으로 출력한 파일이어야 합니다
error-report-missing = 있어야 할 `{ $field }` 필드가 없습니다
# The file of accepted findings
error-baseline-form = { $line }행: { $message }
error-baseline-missing = { $line }행: 이 예외에 `{ $field }` 필드가 없습니다
error-baseline-empty = { $line }행: `{ $field }` 값이 비어 있습니다
error-baseline-no-rule = { $line }행: `rule` 값이 `{ $code }`인데, 이 코드의 규칙이 없습니다
error-baseline-not-a-day = { $line }행: `until` 값이 날짜가 아닙니다: `{ $text }`. 2027-03-31과 같은 날짜여야 합니다
error-baseline-before = 기존 파일이 수용된 조사 결과의 목록이 아닙니다: { $why }
error-baseline-over = `until` 날짜({ $day })가 이미 지났습니다
# A run that cannot begin or go on
error-receipt-not-saved = `{ $path }` 실행 기록을 저장할 수 없어 더 이상 아무것도 변경하지 않았습니다: { $why }
error-receipt-unreadable = `{ $path }` 파일은 읽을 수 있는 실행 기록이 아닙니다: { $why }
error-receipt-newer = 실행 기록 `{ $path }`의 형식은 { $theirs }인데 이 프로그램은 { $ours }까지만 지원합니다. 프로그램을 업데이트한 후 다시 시도하십시오
error-receipt-proxy = `{ $name }`은(는) 프록시 이름이 아닙니다
error-receipt-run = `{ $run }`은(는) 실행 ID가 아닙니다
error-receipt-other-account = 실행 기록의 계정은 { $theirs }인데 이 세션은 { $ours }에 연결되어 있습니다
error-run-password = 보안 암호 `{ $secret }`에 넣을 암호가 다시 필요합니다. 실행 기록에는 암호를 보관하지 않습니다
error-run-undoing = 실행을 되돌리는 중입니다. 되돌리기를 끝낸 후 다시 적용하십시오
error-run-undone = 실행을 이미 되돌렸습니다
error-run-busy =
    { $pid ->
        [none] 다른 프로세스
       *[other] 프로세스 { $pid }
    }에서 `{ $name }` 작업을 진행 중입니다{ $receipt ->
        [none] { "" }
       *[other] { " " }(실행 기록 `{ $receipt }`)
    }. 끝날 때까지 기다리거나 먼저 중지하십시오
# What a person or a file gave
error-function-form = `{ $text }` 값은 함수 이름이 아닙니다. `NAME` 또는 `NAME:QUALIFIER` 형식이어야 합니다
error-function-not-covered =
    `{ $text }` 리소스는 Lambda의 { $what ->
        [web-function] 웹 함수
        [microvm] MicroVM
       *[network-connector] 네트워크 커넥터
    }이며 이 프로그램의 대상이 아닙니다. 함수만 지원합니다
error-file-too-large = 읽을 수 있는 최대 크기인 { $most } MiB보다 큽니다
error-file-endless = { $seconds }초 안에 끝나지 않았습니다. 파이프라면 출력을 파일로 저장하여 그 파일을 지정하십시오
error-file-not-text = UTF-8 텍스트가 아닙니다
error-file-utf16 = UTF-8이 아니라 UTF-16 텍스트입니다. UTF-8로 저장하십시오
error-no-file = 파일이 아닙니다
error-no-regular-file = 이미 있으며 일반 파일이 아닙니다
error-no-folder = 이미 있으며 폴더가 아닙니다
error-no-display = 디스플레이가 없습니다: { $why }
error-no-renderer = 어떤 렌더러도 시작되지 않습니다. { $first }: { $why }; { $second }: { $too }
error-window-broke = 창이 비정상적으로 끝났습니다: { $why }
error-bundle-form = 번들이 아닙니다: { $line }행 { $column }열: { $message }
error-bundle-schema = 형식이 `{ $schema }`입니다. 이 프로그램은 `{ $ours }` 형식을 읽습니다
error-span-form = `{ $text }` 값은 기간이 아닙니다. `90m`, `3h`, `1d` 또는 `1w` 형식이어야 합니다
error-span-bounds = `{ $text }` 기간은 너무 짧거나 너무 깁니다. CloudWatch가 1분 단위 값을 15일간 보관하므로 10분에서 15일까지 표시할 수 있습니다
error-account-id = `{ $text }` 값은 계정 ID가 아닙니다. 계정 ID는 12자리 숫자입니다
error-account-region = `{ $text }` 값은 `eu-west-1`과 같은 리전 이름이 아닙니다
error-arn = `{ $text }` 값은 ARN이 아닙니다. `:`으로 구분한 여섯 부분이어야 하며 첫 부분은 `arn`이어야 합니다
error-part = `{ $part }` 구성 요소가 없습니다. 있는 구성 요소: { $known }
error-not-yet-known = `{ $output }` 값을 아직 알 수 없습니다
# Calls to AWS
error-call-failed = { $operation } 실패: { $message }
error-call-failed-for = `{ $resource }`에 대한 { $operation } 실패: { $message }
error-code-and-message = { $code }: { $message }
error-not-there = 존재하지 않습니다
error-no-answer = `{ $endpoint }`에서 응답이 없습니다: { $cause }
error-answer-without = 응답에 `{ $field }` 항목이 없습니다
error-answer-not-aws = AWS의 응답이 아닙니다(HTTP 상태 { $status }): { $start }
error-answer-too-long = 응답이 읽을 수 있는 최대 크기인 { $most } MiB를 넘습니다
error-policy-unread = 정책 문서를 읽을 수 없습니다: { $why }
error-environment-unread = 환경 변수를 읽을 수 없으므로 유지할 수도 없습니다: { $why }
error-version-unpublished = 게시된 버전만 삭제합니다
error-engine-family = 엔진 패밀리 `{ $family }`은(는) 알려지지 않은 값입니다
error-acl-not-understood = 동작을 해석할 수 없는 항목은 쓰지 않습니다
error-rule-not-understood = 상대를 해석할 수 없는 규칙은 변경하지 않습니다
error-group-left-over = { $message } (`{ $id }` 그룹은 이미 생성되어 남아 있습니다)
error-region-maybe-off = { $message } (또는 이 계정에서 { $region } 리전이 활성화되어 있지 않습니다)
error-token-no-credentials = 서명할 자격 증명이 없습니다: { $why }
error-token-unsignable = `{ $host }`용 토큰에 서명할 수 없습니다: { $reason }
error-no-profile = AWS 구성 파일과 자격 증명 파일에 `{ $name }` 프로파일이 없습니다
error-no-region = 리전이 설정되지 않았습니다. `--region`으로 지정하거나 `AWS_REGION`을 설정하거나 프로파일에 `region`을 넣으십시오
error-session-ended = `{ $name }` 프로파일의 세션이 끝났습니다. `{ $login }`(으)로 로그인하십시오({ $found })
error-no-credentials = 환경 변수, AWS 구성 파일과 자격 증명 파일, 웹 자격 증명, 컨테이너와 인스턴스 메타데이터에서 자격 증명을 찾지 못했습니다(프로파일 `{ $name }`): { $found }
error-session-over = STS가 준 세션이 이 컴퓨터의 시계로는 이미 끝났습니다
error-mfa-not-begun = `{ $profile }` 프로파일의 역할은 MFA 디바이스 `{ $device }`의 코드로 수임하는데 열린 세션이 없습니다. 창에서 프로파일에 로그인하거나, 코드를 묻는 터미널에서 명령을 실행하십시오
error-ca-bundle-empty = PEM 형식의 인증서가 들어 있지 않습니다
error-code-unconfirmed = 시간 안에 코드가 확인되지 않았습니다
error-code-refused = 브라우저에서 거부되었습니다
error-code-refused-because = 브라우저에서 거부되었습니다: { $why }
error-answer-without-code = 응답에 코드와 이를 확인할 페이지가 없습니다
error-no-home = 홈 폴더가 없습니다
error-at-path = `{ $path }`: { $why }
error-no-sso-session = AWS 구성에 `sso-session { $session }` 섹션이 없습니다
error-no-start-url = IAM Identity Center로 로그인하지 않는 프로파일입니다. `sso_start_url`이 없습니다
error-no-sso-region = `sso_region`이 없습니다
error-account-way = 계정에는 프로파일과 역할을 통해 도달합니다
error-token-nothing = 프로파일, 세션, 환경 변수 어디에도 없습니다
error-token-no-host = 호스트 이름이 아닙니다
error-mfa-expired = `{ $profile }` 프로파일의 세션이 만료되었습니다. `{ $serial }`의 코드로 시작합니다
error-two-questions = 두 질문의 키가 같습니다
error-no-answer-in-time = 시간 안에 응답이 없습니다
operation-open-session = 세션 열기
operation-read-config = AWS 구성 파일 읽기
operation-read-ca-bundle = CA 번들 읽기
operation-sign-in = 로그인
operation-keep-token = SSO 토큰 보관
operation-open-practice = 연습 계정 열기
operation-reset-practice = practice reset
operation-fill-in = 출력 채우기
# The practice account
error-practice-read = 연습 계정의 상태 파일을 읽을 수 없습니다(`{ $path }`): { $why }
error-practice-not-a-state = `{ $path }` 파일은 연습 계정의 상태 파일이 아닙니다: { $why }
error-practice-format = `{ $path }`의 형식은 { $found }입니다. 이 프로그램이 읽는 형식은 { $ours }입니다
error-practice-write = 연습 계정의 상태 파일을 저장할 수 없습니다(`{ $path }`): { $why }
error-practice-scenario = `{ $name }` 연습 시나리오가 없습니다. 있는 시나리오: { $known }
error-practice-rows = 연습용 회사 데이터를 읽을 수 없습니다: { $why }
practice-unknown-words = 연습 계정은 `aws { $words }` 명령을 모릅니다
# A connection
error-probe-timed-out = { $seconds }초 안에 응답이 없습니다
error-probe-no-address = 이 이름의 주소가 없습니다
error-probe-no-tls = 서버가 TLS를 제공하지 않습니다
error-probe-other-protocol = 서버가 이 프로토콜로 통신하지 않습니다: { $why }
error-probe-no-region = `{ $host }`의 리전을 알 수 없습니다
error-target-host = `{ $text }` 값은 호스트 이름이 아닙니다. URL 스킴이나 포트 없이 이름만 지정하십시오
error-target-port = 포트 0에는 연결할 수 없습니다
error-target-user = 데이터베이스 사용자를 지정하지 않았습니다
error-target-protocol = `{ $text }` 프로토콜은 사용할 수 없습니다. mysql 또는 postgresql을 지정하십시오
error-target-via = `{ $text }` 값은 127.0.0.1:13306과 같은 HOST:PORT 형식이 아닙니다
error-ca-unreadable = `{ $path }` CA 파일을 읽을 수 없습니다: { $why }
error-ca-no-certificate = CA 파일에 PEM 형식의 인증서(`-----BEGIN CERTIFICATE-----`)가 없습니다
error-ca-damaged = CA 파일이 손상되었습니다: { $reason }
error-probe-message = 서버가 { $bytes }바이트 메시지를 보내려고 합니다. 최대 { $most }바이트까지만 읽습니다
error-probe-total = 서버의 전송이 끝나지 않습니다. 최대 { $most }바이트까지만 읽습니다
# A mistake in this program
error-export-template = `{ $template }` 내보내기 템플릿을 채울 수 없습니다
