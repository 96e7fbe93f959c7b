# What a monitor says: the command line and the window

# The answer, as a title
monitor-title-silent = { $range } 동안 클라이언트가 없었습니다
monitor-title-quiet = { $range } 동안 이상이 없습니다
monitor-title-unavailable = { $at }에 데이터베이스에 도달할 수 없었습니다
monitor-title-unavailable-now = 데이터베이스에 도달할 수 없습니다
monitor-title-refused =
    { $count ->
        [1] { $at }에 로그인 1건이 거부되었습니다
       *[other] { $at } 이후 로그인 { $count }건이 거부되었습니다
    }
monitor-title-pool = { $at }에 연결 풀이 { $percent }% 찼습니다
monitor-title-pinned = { $at }에 연결 { $count }개가 고정되었습니다
monitor-title-pinned-now = 연결 { $count }개가 고정되어 있습니다
monitor-title-waiting = { $at }에 클라이언트가 연결을 { $ms }ms 기다렸습니다
monitor-title-without-tls = 클라이언트 { $count }개가 TLS 없이 연결했습니다
monitor-title-throttled = 함수 호출 { $count }개가 스로틀링되었습니다
monitor-title-failed = 함수 호출 { $count }개가 실패했습니다
# The sentence below it
monitor-about-silent = 그동안 프록시에 측정된 것이 없습니다. 클라이언트가 있어야 한다면 무엇이 막고 있는지 검사로 알 수 있습니다.
monitor-about-unavailable = { $minutes }분 동안 프록시가 데이터베이스에 도달할 수 없었습니다.
monitor-about-unavailable-now = { $at } 이후 프록시가 데이터베이스에 도달하지 못하고 있습니다.
monitor-about-refused = 세션을 얻지 못했습니다. 토큰, 정책, 보안 암호 중 하나가 잘못되었습니다. 무엇인지는 프록시의 로그에 있습니다.
monitor-about-pool = 연결 풀이 가득 차면 클라이언트는 연결을 기다립니다.
monitor-about-pinned = { $minutes }분 동안 나누어 쓸 수 없었습니다.
monitor-about-pinned-now = { $at } 이후 나누어 쓸 수 없습니다.
monitor-about-waiting = { $minutes }분 동안 계속되었습니다.
monitor-about-without-tls = 보낸 내용이 네트워크에서 평문으로 전송되었습니다.
monitor-about-throttled = 허용된 것보다 많은 호출이 동시에 왔습니다. 버스트, 예약된 동시성, 계정 한도 중 하나입니다.
monitor-about-failed = 이유는 함수의 로그에 있습니다.
monitor-also = 확인할 것 { $count }개 더: { $what }.
monitor-pool-used = 연결 풀은 { $pool }개 중 최대 { $used }개를 사용했습니다.
monitor-otherwise-quiet = 그 외에는 이상이 없습니다. 연결 풀은 { $pool }개 중 최대 { $used }개를 사용했습니다.
monitor-pool-unknown = 연결 풀은 최대 { $used }개를 사용했습니다. 몇 개까지 열 수 있는지는 측정되지 않았습니다.
monitor-things =
    { $count ->
        [0] 확인할 것 없음
       *[other] 확인할 것 { $count }개
    }
# One incident among several
monitor-short-unavailable = 데이터베이스 도달 불가
monitor-short-refused = 거부된 로그인
monitor-short-pool = 연결 풀 포화
monitor-short-pinned = 고정된 연결
monitor-short-waiting = 연결 대기
monitor-short-without-tls = TLS 없는 클라이언트
monitor-short-throttled = 스로틀링된 호출
monitor-short-failed = 실패한 호출
# Curves
monitor-clients = 클라이언트
monitor-connections = 데이터베이스 연결
monitor-pinned = 고정
monitor-wait = 연결 대기
monitor-queries = 쿼리
monitor-concurrency = 함수 실행
monitor-duration = 실행 시간
monitor-now = 현재 { $value }
monitor-most-at = 최대 { $value }, { $at }
monitor-now-of = 현재 { $value }/{ $pool }
monitor-not-measured = 측정되지 않음
monitor-each-minute = 1분 최댓값
monitor-each-minutes = { $minutes }분 최댓값
monitor-peak = 최고 { $value }
monitor-connections-title = 연결
monitor-label-clients = 클라이언트 { $value }
monitor-label-database = 데이터베이스 { $value }
monitor-label-pool = 연결 풀
monitor-label-alarm = 경보
monitor-label-minutes = { $value }, { $minutes }분
monitor-ms = { $value }ms
# Figures
monitor-tile-available = 사용 가능
monitor-tile-refused = 거부된 로그인
monitor-tile-without-tls = TLS 없음
monitor-tile-queries = 쿼리
monitor-tile-invocations = 호출
monitor-tile-duration = 실행 시간
monitor-tile-errors = 실패한 호출
monitor-tile-unknown = 알 수 없음
monitor-beside-available = 최저 { $value }%
monitor-beside-refused = 전체 { $value }건 중
monitor-beside-queries = p95 최대 { $value }ms
monitor-beside-invocations = 동시 최대 { $value }개
monitor-beside-duration = p95, 최대
monitor-beside-errors = 스로틀링 { $value }개
# Alarms
monitor-alarms = 권장 경보
monitor-alarms-all-set = 모두 설정됨
monitor-alarms-none-set = 설정된 것 없음
monitor-alarms-some-set = { $set }/{ $all } 설정됨
monitor-alarms-unread = 읽지 않음
monitor-alarms-about = 설정해 두었다면 울렸을지, 지난 { $range }의 데이터로 확인한 결과입니다.
monitor-alarm-unavailable = 대상 사용 불가
monitor-alarm-pool = 연결 풀 포화 임박
monitor-alarm-pinned = 고정 연결 과다
monitor-alarm-refused = 로그인 거부
monitor-alarm-waiting = 긴 연결 대기
monitor-alarm-why-unavailable = 프록시가 데이터베이스에 도달할 수 없습니다.
monitor-alarm-why-pool = 연결을 모두 쓰면 클라이언트는 기다리다가 실패합니다.
monitor-alarm-why-pinned = 고정된 연결은 클라이언트 하나만 사용합니다.
monitor-alarm-why-refused = 토큰이나 보안 암호의 문제는 이 지표에만 나타납니다.
monitor-alarm-why-waiting = 요청이 실패하기 전에 대기 시간부터 늘어납니다.
monitor-alarm-set = { $name } 이름으로 설정됨.
monitor-alarm-rang = 2주간 { $count }회 울림, 마지막 { $at }.
monitor-alarm-silent = 2주간 울리지 않음.
monitor-alarm-rings-unread = 울렸는지 읽지 않음: { $operation }.
monitor-alarm-would-not = { $range } 동안 울리지 않았을 것입니다.
monitor-alarm-would =
    { $count ->
        [1] 한 번 울렸을 것입니다: { $at }.
       *[other] { $count }회 울렸을 것입니다. 마지막 { $at }.
    }
monitor-alarm-no-data = 이 경보가 감시하는 측정값이 없습니다.
monitor-alarm-unknown = 설정되어 있는지 읽지 않음: { $operation }.
monitor-alarm-threshold = { $metric } { $threshold }, { $minutes }분
monitor-alarm-percent-of = %({ $whole } 대비)
# Below
monitor-range = 지난 { $range }, { $at }까지
monitor-events = 이벤트
monitor-no-events = { $range } 동안 없음
monitor-events-unread = 읽지 않음: { $why }
monitor-log = 프록시 로그
monitor-log-kept = { $days }일간 보존
monitor-log-for-ever = 영구 보존
monitor-log-none = 아직 기록 없음
monitor-log-unread = 읽지 않음: { $why }
# The command line
cli-monitor-again = { $secs }초 후 다시 읽음, Ctrl-C로 종료
# The page
validate-part-monitor = 모니터
monitor-locked = 먼저 프록시를 선택하십시오
monitor-last = 지난 { $range }
monitor-span =
    { $unit ->
        [minutes] { $number }분
        [hours] { $number }시간
        [days] { $number }일
       *[weeks] { $number }주
    }
monitor-title = 모니터
monitor-reading = 측정값을 읽는 중
monitor-none = 아직 아무것도 읽지 않았습니다
monitor-none-text = 한 번의 호출로 전체 기간의 지표를 읽습니다.
monitor-again = 다시 읽기
monitor-range-name = 기간
monitor-read-at = { $at }에 읽음, 1분마다 다시 읽습니다. 경보는 먼저 검토를 거칩니다.
monitor-plan = 경보 { $count }개 계획
monitor-topic = 알릴 SNS 주제
monitor-topic-nobody = 없음
monitor-topic-hint = 주제
monitor-topic-by-hand = ARN 입력…
monitor-topics = 경보가 알릴 수 있는 주제
monitor-topics-none = 없음
monitor-topics-unknown = 알 수 없음, `{ $operation }` 거부됨
monitor-topics-unread = 주제 목록을 읽을 수 없습니다: `{ $operation }` 거부됨. 주제의 ARN을 입력하십시오. 주제가 없으면 경보가 아무에게도 전달되지 않습니다.
monitor-topic-why = 주제가 없으면 경보는 CloudWatch에만 표시되고 아무에게도 전달되지 않습니다.
monitor-topic-wrong = `arn:aws:sns:REGION:ACCOUNT:NAME` 형식의 주제 ARN을 입력하십시오.
monitor-alarms-cost = 경보 { $count }개, 월 약 ${ $dollars }
monitor-save = 측정 결과 저장
monitor-save-button = 저장
monitor-log-filter = 포함할 내용
monitor-log-hint = 모든 줄
monitor-log-read = 로그 읽기
monitor-log-empty = 그 기간에 해당하는 줄이 없습니다.
monitor-log-more = { $count }줄 더 있습니다. 필터로 찾을 수 있습니다.
# The review of alarms
watch-title = 경보 { $count }개 설정
watch-back = 모니터로 돌아가기
