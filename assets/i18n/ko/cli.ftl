# What the command line says. Names in backticks; error titles are lower case without a final period.

# Signs of a verdict, in a column
cli-passed = 통과
cli-failed = 실패
cli-made = 생성
cli-error = 오류
cli-warning = 경고
cli-note = 참고
cli-unknown = 알 수 없음
cli-not-reachable = 연결 불가
cli-not-tried = 시도 안 함
# Arguments and files
cli-see-help = `--help`를 붙여 명령을 실행하면 사용할 수 있는 인수를 볼 수 있습니다.
cli-choices-refused = `{ $path }` 선택 사항 파일을 사용할 수 없습니다
cli-choices-at = { $line }행 { $column }열: { $why }
cli-choices-missing-hint = 읽을 수 있는 파일을 지정하십시오. `assets/examples`의 예제로 시작하면 좋습니다.
cli-choices-hint = 그 행을 고치십시오. `assets/examples`의 예제에 모든 키가 있습니다.
cli-choice = 선택 사항 `{ $field }`
cli-no-runtime = 프로그램의 스레드를 시작할 수 없습니다
cli-no-answer = 터미널에서 응답을 읽을 수 없습니다
cli-cannot-ask = 물어볼 터미널이 없습니다
cli-cannot-ask-hint = `plan`으로 계획을 확인한 후 `--yes`를 붙여 명령을 다시 실행하십시오.
cli-no-password = 암호가 필요하지만 입력할 터미널이 없습니다
cli-no-password-hint = `--password-stdin`을 써서 표준 입력으로 전달하거나, 선택 사항 파일의 `[secret]` 아래에 `password = "generated"`를 설정하십시오.
cli-long-password = 표준 입력의 내용은 암호가 아닙니다. { $limit }바이트보다 깁니다
cli-empty-password = 암호가 비어 있습니다
cli-empty-password-hint = 표준 입력의 첫 줄에 암호를 입력하십시오.
# A name that nothing has
cli-meant = 비슷한 이름이 있습니다: `{ $name }`
cli-meant-several = 비슷한 이름이 있습니다: { $names }, `{ $last }`
cli-unlisted-region = 이 프로그램의 리전 목록에 `{ $name }` 리전이 없습니다
cli-unlisted-region-hint = AWS가 그 후에 추가한 리전이라면 `--unlisted-region`을 붙여 명령을 다시 실행하십시오.
cli-no-region-hint = 데이터베이스가 있는 리전을 AWS의 이름으로 지정하십시오.
cli-no-profile = AWS config 및 credentials 파일에 `{ $name }` 프로필이 없습니다
cli-no-profile-hint = 있는 프로필: { $known }.
cli-no-profiles-hint = 프로필이 하나도 없습니다. `aws configure sso` 또는 `aws configure`를 실행하거나, `--practice`로 연습 계정을 사용하십시오.
# The plan
cli-setup = 구성 `{ $name }`
cli-row-account = 계정
cli-row-database = 데이터베이스
cli-row-function = 함수
cli-row-login = 로그인
cli-login = { $mode }, 사용자 `{ $user }`
cli-mode-practice = 연습
cli-mode-live = 실제
cli-summary = 계획: 생성 { $create }개, 변경 { $change }개, 변경 없음 { $same }개. 보통 약 { $minutes }분 걸립니다.
cli-nothing-to-do = 할 일이 없습니다. 계정이 이미 이 구성과 같습니다.
cli-cost = 월 약 ${ $usd }(예상, { $date } 요금).
cli-cost-on-top = 월 약 ${ $usd } 추가(예상, { $date } 요금). 재사용하는 것은 이미 요금이 부과되고 있습니다.
cli-cost-at-least-on-top = 월 최소 ${ $usd } 추가(예상, { $date } 요금, 일부 요금은 알 수 없음). 재사용하는 것은 이미 요금이 부과되고 있습니다.
cli-cost-at-least = 월 최소 ${ $usd }(예상, { $date } 요금, 일부 요금은 알 수 없음).
cli-notes = 참고 사항
cli-checks = 점검
cli-undo-of-step = 되돌리기: { $undo }
cli-leftovers =
    { $count ->
        [1] 아직 남아 있어 직접 제거해야 합니다:
       *[other] 아직 남아 있어 직접 제거해야 합니다({ $count }개):
    }
# Connect
cli-password-of = { $user }의 암호
cli-connecting = { $host }:{ $port } 연결 중
cli-no-target = 연결할 대상이 없습니다
cli-no-target-hint = `--proxy NAME`을 지정하거나, `--host HOST --engine mysql` 또는 `postgresql`을 지정하십시오.
cli-sqlserver-connect = SQL Server 연결은 여기에서 시험할 수 없습니다
cli-sqlserver-connect-hint = SQL Server 클라이언트에서 프록시의 엔드포인트를 사용하십시오.
cli-no-endpoint = `{ $name }` 프록시에 아직 엔드포인트가 없습니다. 상태: { $status }
cli-no-endpoint-hint = 사용 가능해질 때까지 기다린 후 다시 시도하십시오.
# Runs
cli-working = 작업 중
cli-waiting = 대기 중
cli-removed = 제거됨
cli-restored = 복원됨
cli-gone = 없음
cli-kept = 유지
cli-run-started = 수행할 단계 { $count }개. 실행 기록: { $receipt }
cli-retrying = { $secs }초 후 { $attempt }번째 시도: { $why }
cli-stopping = 진행 중인 단계가 끝나면 중지합니다. 기다리지 않으려면 Ctrl-C를 다시 누르십시오.
cli-stopping-now = 지금 중지합니다. 진행 중인 호출도 기록됩니다.
cli-stdin-taken = `--password-stdin`을 쓰면 응답을 읽을 입력이 남지 않습니다
cli-yes-hint = `--yes`를 붙여 명령을 다시 실행하십시오.
cli-apply-question = { $account }에 변경 { $count }개를 적용하시겠습니까?
cli-apply-although =
    점검 결과 실패할 것으로 보입니다. { $count ->
        [1] 그래도 { $account }에 변경 1개를 적용하시겠습니까?
       *[other] 그래도 { $account }에 변경 { $count }개를 적용하시겠습니까?
    }
cli-nothing-changed = 아무것도 변경되지 않았습니다.
cli-password-for = 새 보안 암호 { $secret }에 넣을 { $user }의 암호
cli-preflight-hint = 문제를 해결하거나, 괜찮다고 판단하면 `--ignore-preflight`를 붙여 명령을 다시 실행하십시오.
cli-open-run =
    이 구성의 이전 실행이 끝나지 않았습니다. 계속하려면: { $resume }
    되돌리려면: { $undo }
cli-to-be-undone = `{ $name }`에서 되돌릴 것:
cli-receipt = 실행 기록: { $path }
cli-to-check = 검사:     { $command }
cli-to-resume = 재개:     { $command }
cli-to-undo = 되돌리기: { $command }
cli-no-run = 이 계정과 리전에 되돌릴 실행이 없습니다
cli-receipt-left-out = 제외: { $why }
cli-no-open-run = 이 계정과 리전에 끝나지 않은 실행이 없습니다
cli-no-run-of = 이 계정과 리전에 되돌릴 `{ $name }` 실행이 없습니다
cli-looked-in = 확인한 폴더: `{ $folder }`
cli-no-run-hint = 실행 기록 파일을 지정하거나, `--profile`과 `--region`으로 실행의 계정과 리전을 선택하거나, `--practice`를 사용하십시오.
cli-receipt-practice = 연습 계정의 실행 기록입니다
cli-receipt-practice-hint = `--practice`를 붙여 명령을 다시 실행하십시오.
cli-receipt-live = 실제 계정의 실행 기록입니다
cli-receipt-live-hint = `--practice`를 빼고 해당 계정의 `--profile`과 `--region`을 붙여 명령을 다시 실행하십시오.
# man
cli-no-page = 페이지를 출력할 수 없습니다
cli-practice-region = 연습 계정은 { $region }에 있으며 { $wanted }에는 아무것도 없습니다
cli-practice-region-hint = `--region`을 빼거나 다른 시나리오를 선택하십시오. `practice list`로 볼 수 있습니다.
cli-man-no-command = `{ $name }` 명령이 없습니다
# licences
cli-licences-own = 또는 선택에 따라 Apache License 2.0을 적용할 수 있으며, 전문은 아래에 있습니다. 포함된 라이브러리와 각 라이선스 전문의 번호:
cli-no-licences = 라이선스를 읽을 수 없습니다
# list
list-databases = 데이터베이스
list-functions = 함수
# The practice account
cli-no-scenario = `{ $name }` 연습 시나리오가 없습니다
cli-no-scenario-hint = 있는 시나리오: { $known }. `practice list`로 각 설명을 볼 수 있습니다.
cli-reset = `{ $name }` 연습 시나리오를 처음 상태로 되돌렸습니다.
cli-reset-receipts = 실행 { $count }개의 실행 기록을 삭제했습니다.
cli-reset-hint = 폴더의 권한을 수정하거나 공간을 확보한 후 다시 시도하십시오.
# Rules
cli-no-rule = `{ $code }` 규칙이 없습니다
cli-explain = { $code }: { $title }
cli-explain-severity = 최고 심각도: { $severity }
cli-explain-holds = 통과: { $holds }
cli-no-rule-hint = `rules`로 목록을 볼 수 있습니다.
# Files
cli-save-differs = 이미 있는 파일 { $count }개의 내용이 다릅니다
cli-save-differs-hint = 다른 위치를 선택하거나, `--yes`를 붙여 명령을 다시 실행하여 기존 파일을 덮어쓰십시오.
cli-save-over = 파일 { $count }개를 덮어쓰시겠습니까?
cli-save-no-diff = { $path } 파일이 이미 있고 내용이 다릅니다. 텍스트가 아니거나 너무 길어 표시할 수 없습니다.
cli-nothing-written = 아무것도 저장하지 않았습니다.
cli-not-written = `{ $path }` 파일을 저장할 수 없습니다
cli-not-written-hint = 쓰기 권한이 있는 위치를 선택하십시오.
# Export
cli-no-export-target = `{ $id }` 내보내기 대상이 없습니다
cli-no-export-target-hint = 있는 대상: { $known }.
cli-part-does-not-fit = `{ $part }` 구성 요소는 이 구성에 맞지 않습니다
cli-part-does-not-fit-hint = `--with`와 선택 사항의 `parts`에서 `{ $part }` 항목을 빼십시오.
cli-check-new = 신규: { $path }
cli-check-left = 더 이상 내보내지 않지만 남아 있음: { $path }
cli-check-counts = { $folder }: 같음 { $equal }개, 신규 { $new }개, 다름 { $differ }개
cli-check-unreadable = `{ $path }` 파일을 읽을 수 없습니다
cli-exported = { $folder }에 파일 { $count }개
cli-exported-of-plan = AWS가 정하는 값은 `apply` 전이든 후든 파일에 변수로 들어갑니다. 값을 찾는 방법은 `policies/README.txt`에 있습니다.
cli-plan-function-hint = `NAME`으로 지정하거나, 버전을 게시하고 별칭을 그 버전으로 옮기려면 `NAME:ALIAS`로 지정하십시오.
cli-export-function-hint = `NAME`으로 지정하거나, 별칭이나 버전을 호출하는 경우 `NAME:QUALIFIER`로 지정하십시오.
# The walk without a window
cli-walk-no-window = 여기서는 창을 열 수 없어({ $why }) 터미널에서 연습 계정을 둘러봅니다.
cli-walk-plan = 1. 계획: 무엇을 만들지
cli-walk-apply = 2. 적용: 몇 분이 순식간에 지나가는 연습 계정에서
cli-walk-check = 3. 검사: 다시 읽고 모든 규칙과 대조
cli-walk-export = 4. 내보내기: 같은 구성을 파일로
cli-walk-stopped = 둘러보기가 여기서 끝납니다. 아무것도 남지 않습니다.
cli-walk-next = 내 계정에서 실행: { $program } plan --database ID --function NAME
# validate and observe
cli-format-of-validate = Markdown, HTML, SARIF, CSV는 `validate`에서만 출력할 수 있습니다
cli-format-of-validate-hint = 여기서는 `--format text` 또는 `--format json`을 사용하십시오.
cli-report-failed = 보고서를 출력할 수 없습니다
cli-no-proxies = 검사한 것이 없습니다. 이 계정과 리전에 프록시가 없습니다
cli-nothing-checked = 검사한 것이 없습니다. 판정할 수 있는 규칙이 없습니다
cli-nothing-checked-hint = 계정과 리전, 그리고 보고서에 읽을 수 없다고 표시된 항목을 확인하십시오.
cli-unanswered = 프록시 { $proxies }개를 끝까지 읽지 못했습니다. 응답 없음: { $calls }
cli-unanswered-hint = 이 응답이 필요한 내용은 알 수 없습니다. 연결을 확인하고 다시 실행하십시오.
cli-nothing-in-bundle-hint = 이 번들에 담긴 내용이 너무 적습니다. `observe`로 새로 만드십시오.
cli-bundle-refused = `{ $path }` 번들을 사용할 수 없습니다
cli-bundle-missing-hint = 읽을 수 있는 파일을 지정하십시오. `observe`로 만들 수 있습니다.
cli-bundle-hint = `observe`로 새로 만드십시오.
cli-bundle-without = { $operation } 제외: { $because }
cli-bundle-written = 파일을 저장했습니다: { $path }. 보안 암호 값은 없지만, 보내기 전에 내용을 확인하십시오.
# repair
cli-repair-mends = 수정     { $title } [{ $code }]
cli-repair-by-hand = 직접     { $title } [{ $code }]: 해결 방법을 참고하여 직접 수정해야 합니다
cli-repair-not-safe = 보류     { $title } [{ $code }]: 누군가의 연결이 끊기거나 이 경로 밖에도 영향을 줄 수 있습니다. --only { $code } 옵션으로 수정하십시오
cli-repair-not-read = 미확인   { $title } [{ $code }]: 변경할 대상을 읽을 수 없습니다
cli-repair-not-chosen = 보류     { $title } [{ $code }]: 선택하지 않았습니다. --only { $code } 옵션으로 수정하십시오
cli-repair-still-there = 남음     { $title } [{ $code }]: 수정했지만 다시 발견되었습니다
cli-repair-newly-seen = 신규     { $title } [{ $code }]: 이제야 나타난 항목입니다. 다시 수정하십시오
cli-repair-left = 결함 { $count }개가 남았습니다:
cli-repair-clean =
    { $count ->
        [1] 다시 확인했습니다. 해결되었습니다.
       *[other] 다시 확인했습니다. { $count }개 모두 해결되었습니다.
    }
cli-tunnel = 터널 사용: { $line }
cli-tunnel-only = 그곳에서 터널을 열 수 있는 유일한 대상: { $name } ({ $id })
cli-tunnel-many = 터널을 열 수 있는 대상이 { $count }개 있습니다
cli-tunnel-name = 하나를 지정하십시오: --tunnel ID
cli-tunnel-clients = 다른 프로그램에서 연결:
cli-tunnel-kept = 터널이 { $via }에 열려 있습니다. Ctrl-C로 종료합니다.
cli-tunnel-region = 터널의 리전을 알 수 없습니다
cli-tunnel-region-hint = --region으로 지정하십시오.
cli-no-attempt = 연결 시도가 중단되어 결과를 알 수 없습니다
cli-no-credentials-asked = 암호로 로그인합니다
cli-no-command = 그런 명령도 파일도 없습니다
cli-no-command-near = 그런 명령도 파일도 없습니다. 비슷한 명령: `{ $name }`
cli-file-and-command = 파일은 창에서 열고 명령에는 파일이 필요 없습니다. 둘 중 하나만 지정하십시오
misused-tip = 도움말:
misused-usage = 사용법:
misused-options = 옵션
misused-arguments = 인수
misused-commands = 명령
misused-print-help = 도움말을 표시합니다
misused-help = 자세한 내용은 '--help'를 참조하십시오.
misused-unknown = 예상하지 않은 인수 '{ $argument }'이(가) 있습니다
misused-command = 알 수 없는 명령 '{ $command }'
misused-no-value = '{ $argument }'에는 값이 필요하지만 주어지지 않았습니다
misused-value = '{ $argument }'의 값 '{ $value }'은(는) 사용할 수 없습니다
misused-values = 가능한 값
misused-required = 다음 필수 인수가 주어지지 않았습니다:
misused-conflict = '{ $argument }' 인수는 '{ $prior }'와(과) 함께 사용할 수 없습니다
misused-twice = '{ $argument }' 인수는 한 번만 사용할 수 있습니다
misused-no-command = '{ $command }'에는 하위 명령이 필요하지만 주어지지 않았습니다
misused-too-many = '{ $argument }'에 예상하지 않은 값 '{ $value }'이(가) 더 있습니다
misused-number = '{ $argument }'의 값 개수가 맞지 않습니다
misused-equals = '{ $argument }'에 값을 주려면 등호가 필요합니다
misused-not-text = UTF-8이 아닌 인수가 있습니다
misused-near = 비슷한 것이 있습니다: '{ $near }'
misused-language = 여기서 `--language`는 핸들러의 언어입니다. 프로그램의 언어는 명령 앞에 지정하십시오: `--language { $language }`
cli-diagnostics-written = 파일을 저장했습니다: { $path }. 비밀 정보는 없지만 로그에 리소스 이름이 있습니다.
