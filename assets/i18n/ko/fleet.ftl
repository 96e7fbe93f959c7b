# All proxies of several accounts and regions.

fleet-title-broken = 프록시 { $count }개에 장애가 있습니다
fleet-title-nothing-read = 아무것도 읽을 수 없습니다
fleet-title-none = 프록시가 없습니다
fleet-title-unread = 읽을 수 있는 범위에서는 장애가 없습니다
fleet-title-works-but = 모든 프록시가 작동하며 { $count }개에 경고가 있습니다
fleet-title-clean =
    { $count ->
        [1] 프록시에 문제가 없습니다
       *[other] 프록시 { $count }개 모두 문제가 없습니다
    }
fleet-count-broken = 장애 { $count }개
fleet-count-works-but = 작동, 경고 있음 { $count }개
fleet-count-not-readable = 읽을 수 없음 { $count }개
fleet-count-accepted = 수용됨 { $count }개
fleet-count-clean = 이상 없음 { $count }개
fleet-places = 계정 { $accounts }개, 리전 { $regions }개
fleet-proxies = 프록시 { $count }개
fleet-summary = { $places }에 프록시 { $count }개{ $counts }.
fleet-cost =
    { $without ->
        [0] 모두 합해 월 약 ${ $usd }입니다.
       *[other] 비용을 알 수 없는 { $without }개를 제외하고 모두 합해 월 약 ${ $usd }입니다.
    }
fleet-unread = 계정 또는 리전 { $count }개를 읽을 수 없습니다.
fleet-head-account = 계정
fleet-head-region = 리전
fleet-head-proxy = 프록시
fleet-head-engine = 엔진
fleet-head-login = 로그인
fleet-head-path = 경로
fleet-head-errors = 오류
fleet-head-warnings = 경고
fleet-head-unknown = 미확인
fleet-head-month = 월 비용
fleet-head-what = 문제
fleet-path-legend = 경로: 함수, 프록시로 가는 경로, 프록시, 역할과 보안 암호, 데이터베이스로 가는 경로, 데이터베이스. + 통과, ! 작동(주의), x 막힘, ? 알 수 없음, - 없음
fleet-not-known = 알 수 없음
fleet-no-function = 함수 없음
fleet-group-not-readable = 읽을 수 없음
fleet-group-accepted = 수용됨
fleet-group-clean = 이상 없음
fleet-cause = 프록시 { $count }개: { $severity }: { $title } [{ $code }]
fleet-by-cause = 원인별
fleet-details = 모든 프록시
fleet-not-read = 읽지 않음
fleet-same = 다른 프로필로 이미 읽음
fleet-same-line = { $through } 프로필은 이미 읽은 { $account }, { $region }에 연결됩니다. 한 번만 집계합니다
fleet-unread-line = 읽지 않음: { $place }: { $operation }: { $because }
baseline-run-out = { $by } 수용, { $until } 기한 만료: { $why }
cli-fleet-progress = 프록시 { $listed }개 중 { $read }개 읽음
cli-no-practice-profiles-hint = 이 연습 시나리오에는 프로필이 없습니다. `--practice=organization`에는 있습니다.
cli-baseline-refused = `{ $path }` 기준 파일을 사용할 수 없습니다
cli-new-since-refused = 이전 보고서 파일을 사용할 수 없습니다: `{ $path }`
cli-given-hint = `{ $path }` 파일을 확인하십시오. 올바른 형식은 docs/fleet.md에 있습니다.
cli-baseline-unfitted = 참고: 기준 파일 { $line }행의 예외가 더 이상 어디에도 해당하지 않습니다: { $place }의 { $rule }
cli-since = 이전 보고서 이후: 발생 { $came }개, 해소 { $went }개, 지속 { $stayed }개
cli-since-gone = 더 이상 없음
cli-since-came = 발생
cli-since-went = 해소
cli-since-in-doubt = 불확실, 다시 읽을 수 없음
cli-since-not-read = 이전에 읽지 않음
# The window's page.
fleet-page-title = 모든 프록시
fleet-page-text = 여러 계정과 리전의 모든 프록시를 모든 규칙과 대조합니다. 읽기만 합니다.
fleet-page-reading = 계정을 열고 프록시 목록을 읽는 중입니다.
fleet-empty-head = 아직 아무것도 읽지 않았습니다
fleet-empty-text = 프로필과 리전, 또는 조직의 각 계정에서 수임할 역할을 지정하십시오. 아무것도 지정하지 않으면 현재 계정과 리전을 읽습니다.
fleet-export = 표 내보내기…
fleet-read = 읽기
fleet-read-all = 모든 프록시 읽기
fleet-read-again = 다시 읽기
fleet-stop = 중지
fleet-profiles = 프로필
fleet-profiles-hint = 프로필 또는 현재 계정
fleet-regions = 리전
fleet-regions-hint = 리전 또는 각 프로필의 리전
fleet-role = 조직 계정의 역할
fleet-role-hint = 조직의 역할
fleet-read-of = { $listed }개 중 { $read }개 읽음
fleet-read-places = 위치 { $planned }곳 중 { $read }곳, { $seconds }초
fleet-search = 프록시 검색
fleet-by-account = 계정별
fleet-grouped = 그룹화
fleet-broken = 장애
fleet-not-readable = 읽을 수 없음
fleet-sort-by = { $column } 기준 정렬
fleet-row = { $proxy }, { $account }, { $region }: { $what }. 오류 { $errors }개, 경고 { $warnings }개, 알 수 없음 { $unknown }개
fleet-side-none = 여러 계정을 한 번에
fleet-side = { $count }개 중 { $broken }개 장애
fleet-format = 표 형식
fleet-save = 표 저장
# Since the last time.
drift =
    { $since } 이후: 발생 { $came }개, 해소 { $went }개{ $doubt ->
        [0] { "" }
       *[other] , 불확실 { $doubt }개
    }{ $unread ->
        [0] { "" }
       *[other] , 이전에 읽지 않음 { $unread }개
    }
cli-drift = { $proxy }: { $words }
cli-verdict-not-kept = 참고: 다음 비교를 위한 판정을 보관할 수 없습니다: { $why }
# What changed, and when.
history-head = CloudTrail의 변경 내역:
history-none = { $region }에는 지난 90일간 이 이름의 변경 기록이 없습니다
history-from = { $region }의 기록 기준
history-denied = 알 수 없음: { $region }에서 { $operation } 거부됨
history-no-region = 알 수 없음: { $partition } 파티션에서 IAM 변경이 기록되는 리전
history-part = 변경한 사람
history-ask = CloudTrail 조회
history-asking = CloudTrail 조회 중…
history-why = 지난 90일간 이 항목을 변경한 마지막 호출: cloudtrail:LookupEvents.
fleet-works-but = 작동(주의)
# The window: holding a reading, accounts at the side, accepted findings.
fleet-pause = 일시 중지
fleet-go-on = 계속
fleet-paused = { $listed }개 중 { $read }개에서 일시 중지
fleet-paused-why = 시작한 것은 끝까지 읽고, 더 이상 시작하지 않습니다.
fleet-side-accounts = 계정
fleet-side-all = 모두 { $count }
fleet-side-read = { $read }/{ $listed }
fleet-side-sign-in = 다시 로그인
fleet-side-unread = 읽지 않음
fleet-accepted-file = 수용된 조사 결과…
fleet-accepted-none = 수용 파일 없음
fleet-accepted-from = { $file }에 수용됨 { $count }개
findings-accepted = 수용됨 { $count }
findings-accepted-head = 수용됨
findings-accepted-word = 수용됨
findings-accepted-about = 누군가 그날까지 수용했습니다. 따로 집계되며, 기한이 지나면 저절로 다시 나타납니다.
findings-accept = 수용…
findings-accept-why = 누가, 왜, 언제까지 수용하는지 --baseline이 읽는 파일에 적습니다
accept-head = 이 조사 결과 수용
accept-of = { $proxy } 프록시
accept-text = 마지막 날까지, 여기와 --baseline으로 이 파일을 지정한 모든 곳에서 따로 집계됩니다.
accept-by = 수용한 사람
accept-why = 이유
accept-until = 기한
accept-until-why = 2027-03-31과 같은 마지막 날입니다. 그 후에는 조사 결과가 다시 보고됩니다.
accept-file = 파일
accept-file-why = 파일 끝에 항목을 추가하며 다른 내용은 바꾸지 않습니다. 파일이 없으면 만듭니다.
accept-file-head = 수용된 조사 결과
accept-file-text = --baseline이 읽는 파일입니다. 여기에서 수용된 것은 이 페이지와 조사 결과에서 따로 집계됩니다.
accept-refused = `{ $path }` 파일을 사용할 수 없습니다
accept-yes = 수용
accept-use = 이 파일 사용
accept-no-file = 파일 사용 안 함
accept-no-file-why = 이 파일에서 수용한 조사 결과는 다시 읽으면 다시 집계됩니다.
toast-accepted = 수용된 조사 결과를 { $path }에서 읽습니다
toast-accepted-unread = 아무것도 수용되지 않았습니다: { $why }
