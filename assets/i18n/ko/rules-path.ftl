# What the network lets through, as rules say it.

seen-path-acl-unknown = { $subnet }의 네트워크 ACL을 알 수 없음
seen-path-acl-too-many = { $acl }의 항목이 너무 많아 끝까지 확인할 수 없음
seen-path-acl-entry-unclear = { $acl }의 항목 { $entry }: 이 프로그램이 해석할 수 없음
seen-path-dns-unknown = { $vpc }에서 이름을 확인할 수 있는지 알 수 없음
seen-path-network-type-unknown = 프록시에 이 프로그램이 모르는 네트워크 유형이 있음
seen-path-rule-unclear = { $group }에 이 프로그램이 해석할 수 없는 규칙이 있음: { $rule }
seen-path-some-addresses = { $subnet }의 일부 주소만 지정한 규칙이 있으며, { $name }의 주소가 그중에 있는지 알 수 없음
seen-path-prefix-list-unread = 접두사 목록 { $list }의 항목을 읽지 않음
seen-path-group-unread = { $name }의 보안 그룹 { $group }: { $vpc }의 보안 그룹 목록에 없음
seen-path-any-port = { $protocol } 모든 포트
seen-path-peer-unknown = 알 수 없는 유형의 상대({ $peer })
seen-path-peering = 피어링 연결 { $peering }
seen-path-no-names = { $vpc }에서 이름을 확인할 수 없음
seen-path-endpoint-unknown = { $function }의 변수 중 호스트를 지정한 것이 없어 { $endpoint }, 기본 엔드포인트 중 어느 것을 사용하는지 알 수 없음
seen-path-peering-status = 두 VPC를 잇는 { $peering }의 상태: { $status }
seen-path-no-peering = { $one }, { $other } 사이에 피어링 연결이 없음
seen-path-no-transit = 어느 쪽에도 전송 게이트웨이로 향하는 경로가 없음
seen-path-gateway-unknown = 알 수 없는 유형의 게이트웨이
seen-path-not-followed = { $destination } → { $target } 경로가 있지만 그 뒤는 읽지 않음
seen-path-blackhole = { $table }: { $destination } → { $target } 경로가 블랙홀 상태임
seen-path-missing-route = 누락: { $table }의 { $range } → { $peering } 경로
seen-path-odd-route = { $table }에 있는 경로의 목적지 { $destination }: 주소 범위가 아님
seen-path-network-unread = { $vpc }의 네트워크를 읽지 않음
seen-path-range-unknown = { $subnet }의 주소 범위를 알 수 없음
# "acl-1 denies tcp 3306 from 10.0.1.0/24 (entry 90)".
seen-path-acl-denies =
    { $acl }: tcp { $ports } { $side ->
        [from] ←
       *[to] →
    } { $cidr } { $part ->
        [some] 일부 거부
       *[all] 거부
    }({ $entry ->
        [none] 허용하는 항목 없음
       *[other] 항목 { $entry }
    })
# A rule of a security group: "tcp 3306 from sg-09f2b1d7 orders-api-sg".
seen-path-rule =
    { $what } { $side ->
        [from] ←
       *[to] →
    } { $who }
seen-path-everything = 모든 트래픽
# "missing: tcp 3306 from sg-1 orders-api-sg in the inbound rules of sg-2 orders-proxy-sg".
seen-path-missing =
    누락: tcp { $port } { $side ->
        [from] ← { $other } ({ $own }의 인바운드 규칙)
       *[to] → { $other } ({ $own }의 아웃바운드 규칙)
    }
