# Is a proxy worth it here?
advise-yes = { $database } 앞에 프록시를 둘 가치가 있습니다
advise-perhaps = { $database } 앞에 프록시를 둘 가치가 생길 수 있습니다
advise-no = { $database }의 연결에는 프록시가 필요 없습니다
advise-has = { $database }에 이미 프록시가 있습니다: { $proxy }
advise-not-possible = { $database }에는 프록시를 둘 수 없습니다
advise-unknown = { $database }에 프록시가 필요한지 알 수 없습니다
advise-yes-why = 연결이 부족하거나, 함수가 허용된 만큼 동시에 실행되면 부족해집니다. 프록시는 연결을 나누어 쓰게 합니다.
advise-perhaps-why = 연결의 절반 넘게 사용 중이거나, 함수가 가장 많이 실행될 때 그렇게 됩니다. 여유는 있지만 같은 부하를 하나 더 감당할 정도는 아닙니다.
advise-no-why = 연결을 절반 이상 사용한 적이 없고 함수도 그 이상 필요로 하지 않습니다. 프록시를 두면 이득 없이 비용과 구간만 늘어납니다. 다만 장애 조치가 빨라지는 것은 다른 이유가 될 수 있습니다.
advise-has-why = 연결을 나누어 쓰는지, 세션이 고정되는지는 모니터에서 볼 수 있습니다.
advise-unknown-why = 판단에 필요한 것을 측정하지 않았거나 읽지 못했습니다. 무엇인지는 아래 수치에 있습니다.
advise-peak = 최대 동시 연결
advise-max = 허용되는 연결
advise-half = 50% 초과
advise-four-fifths = 80% 초과
advise-concurrency = 동시에 실행된 함수
advise-reserved = 예약된 동시성
advise-pinned = 프록시의 최대 고정 연결
advise-cost = 프록시 비용
advise-not-known = 알 수 없음
advise-not-reserved = 없음 또는 일부만
advise-dollars = 월 ${ $dollars }
advise-of-time = 시간의 { $percent }%
advise-about = 약 { $value }
advise-from = 출처: { $source }
advise-source-metric = CloudWatch { $metric }, { $days }일
advise-source-parameters = 파라미터 그룹의 max_connections
advise-do = 할 일
advise-outside = 실행 환경마다 연결을 유지하도록 핸들러 밖에서 연결을 여십시오.
advise-reserve =
    { $count ->
        [1] 함수가 연결 수보다 많은 연결을 요구하지 않도록 동시성을 1로 예약하십시오.
       *[other] 함수들이 연결 수보다 많은 연결을 요구하지 않도록 동시성을 모두 합해 { $count } 이하로 예약하십시오.
    }
advise-data-api = Aurora Data API의 제한이 맞는다면, 연결 없이 HTTPS로 쿼리를 보낼 수 있습니다.
advise-iam = 프록시 없이도 데이터베이스 자체의 IAM 인증으로 토큰을 쓸 수 있습니다.
advise-pinning-prepare = 드라이버가 값을 직접 넣게 하십시오(`query()`, `useServerPrepStmts=false`). 준비된 문은 세션을 고정하고, 고정된 세션은 연결을 나누어 쓰지 못합니다.
advise-pinning-default = 드라이버의 자동 준비를 끄십시오(`prepare_threshold=None`). 몇 번 사용하면 세션이 고정되고, 고정된 세션은 연결을 나누어 쓰지 못합니다.
advise-pinning-set = 세션에서 `SET`과 임시 테이블을 쓰지 마십시오. 세션을 고정하며, 고정된 세션은 연결을 나누어 쓰지 못합니다.
advise-pinning-unknown = 드라이버가 세션을 고정하는지 확인하십시오. 런타임만으로는 알 수 없습니다.
advise-pinning-source = 엔진과 런타임으로 예상한 것이며, 코드가 쓰는 드라이버는 읽지 않았습니다.
advise-init-connect = 파라미터 그룹에서 `init_connect`를 비우십시오. 그 설정이 공유되는 세션 중 일부에만 적용됩니다.
advise-pausing = 프록시는 연결을 열어 두므로 이 데이터베이스는 일시 중지되지 않게 됩니다.
advise-name-function = 함수를 지정하십시오. 환경 변수에 이 데이터베이스의 호스트를 지정한 함수가 없습니다.
advise-unread = 읽지 않음: { $operation }
advise-question = 여기에 프록시를 둘 가치가 있습니까?
advise-question-why = 2주간의 연결과 함수 실행을 데이터베이스의 한도 및 프록시 비용과 비교합니다.
advise-ask = 2주간 확인
advise-again = 다시 확인
advise-asking = 2주간의 데이터를 읽는 중
