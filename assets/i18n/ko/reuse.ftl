# A proxy that is there already and is used.

reuse-not-here = { $name } 프록시가 여기에 없습니다
reuse-not-here-cure = 다음 중 하나를 사용하십시오: { $names }. 새로 만들려면 `existing`과 `--proxy`를 빼십시오.
reuse-none-here-cure = 이 계정과 리전에 사용할 수 있는 프록시가 없습니다. 새로 만드십시오: `existing`과 `--proxy`를 빼십시오.
reuse-cannot = `{ $name }` 프록시를 사용할 수 없습니다: { $why }
reuse-cannot-cure = 다른 프록시를 사용하거나 새로 만드십시오: `existing`과 `--proxy`를 빼십시오.
reuse-why-engine = 프록시의 프로토콜({ $family })이 데이터베이스와 다름
reuse-why-vpc = 데이터베이스와 다른 VPC({ $vpc })에 있음
reuse-why-database = 프록시에 이미 { $database } 데이터베이스가 있으며, 프록시마다 하나만 가능함
reuse-why-unread = 어느 데이터베이스가 등록되어 있는지 읽을 수 없음(`{ $operation }`)
reuse-why-status = 상태가 { $status }임
reuse-why-login = 해석할 수 없는 로그인(`{ $what }`)이 있는데, 로그인 목록은 전체를 한 번에만 바꿀 수 있음
reuse-mode = `{ $name }` 프록시는 이 로그인을 { $mode } 방식으로 받습니다
reuse-mode-cure = { $mode } 방식을 선택하십시오. 프록시에서 다른 사용자가 로그인하는 방식은 바꾸지 않습니다.
reuse-full = `{ $name }` 프록시에 로그인이 { $count }개 있어 더 추가할 수 없습니다
reuse-full-cure = 기존 로그인을 재사용하거나, 다른 프록시를 사용하거나, 새로 만드십시오.
reuse-same-user = `{ $name }` 프록시에 이미 { $user } 로그인이 있을 수 있습니다
reuse-same-user-text = `{ $secret }` 보안 암호가 같은 사용자의 것으로 보이며, 프록시는 사용자마다 보안 암호를 하나만 받습니다. 다른 데이터베이스 사용자를 선택하거나 그 보안 암호를 재사용하십시오.
reuse-fixed = AWS에서 `{ $name }` 프록시의 이 설정을 바꿀 수 없습니다
reuse-fixed-cure = 설정을 빼십시오. 프록시는 현재 네트워크를 유지합니다.
reuse-changes = `{ $name }` 프록시의 모든 사용자에 대해 { $settings } 변경
reuse-changes-text = 영향을 받는 사용자: { $who }. 설정을 빼면 그대로 유지됩니다.
reuse-who-unknown = 프록시를 쓰는 다른 모든 사용자(로그인이 프록시에 나열되어 있지 않음)
reuse-who-logins = { $logins } 로그인을 쓰는 사용자
reuse-role-partly = { $role } 역할의 일부 정책을 읽을 수 없습니다
reuse-role-partly-cure = 프록시가 이미 무엇을 할 수 있는지 알 수 없어 아무것도 추가하지 않습니다. 역할 읽기를 허용하거나 새 프록시를 만드십시오.
reuse-role-gone = `{ $name }` 프록시의 { $role } 역할이 여기에 없습니다
reuse-role-gone-cure = 역할이 없으면 프록시가 보안 암호를 읽을 수 없습니다. 먼저 프록시를 수정하거나 새로 만드십시오.
reuse-role-why = 프록시의 현재 역할입니다. 고유한 이름의 인라인 정책 하나를 추가하며, 기존 정책은 모두 그대로 둡니다.
reuse-role-has-why = 프록시의 현재 역할이며, 이미 이 권한이 있습니다.
reuse-role-bounded = { $role } 역할에 권한 경계가 있습니다
reuse-role-bounded-text = 역할에 무엇을 추가하든 { $arn }에서 허용하지 않는 것은 금지됩니다.
reuse-group-why = 프록시의 현재 그룹이며, 규칙 하나를 추가합니다.
reuse-registers = `{ $name }` 프록시에 데이터베이스가 없어 { $database } 데이터베이스를 등록합니다
reuse-registers-text = 프록시마다 데이터베이스는 하나입니다. 이제부터 `{ $name }` 프록시에 로그인이 있는 모든 사용자가 이 프록시를 통해 { $database }에 연결됩니다. 연결 풀의 설정은 그대로 유지됩니다. 영향을 받는 사용자: { $who }.
reuse-note = 이미 있는 { $name } 프록시를 사용합니다
reuse-note-text = 로그인, 프록시 역할의 정책 하나, 규칙 하나, 함수에 필요한 것을 추가합니다. 다른 로그인과 설정은 모두 그대로 둡니다. 되돌리면 추가한 것만 제거합니다.
plan-add-login = { $name } 프록시에 { $user } 로그인 추가
plan-add-login-why =
    이제부터 프록시가 이 사용자를 받습니다. { $count ->
        [0] 아직 로그인이 없습니다.
        [1] 다른 로그인은 직전에 읽은 그대로 유지합니다.
       *[other] 다른 로그인 { $count }개는 직전에 읽은 그대로 유지합니다.
    }
plan-add-login-undo = `{ $name }` 프록시의 목록에서 `{ $user }` 로그인만 빼고 나머지는 모두 그대로 둡니다.
plan-add-login-unclear = 해석할 수 없는 로그인(`{ $what }`)이 있는데, 목록은 전체를 한 번에만 바꿀 수 있습니다
plan-add-login-moved = 그 사이에 이 보안 암호의 로그인이 프록시에 추가되었으며 로그인 방식이 다릅니다
plan-add-login-kept = 그 후 로그인이 변경되었으므로 그대로 둡니다.
plan-add-login-last = 마지막 로그인이며, 프록시에는 로그인이 하나 이상 필요합니다.
after-login = 로그인
part-used-proxy = 프록시를 여기에서 만들지 않고 사용만 하므로, 프록시를 소유한 사람이 관리합니다.
reuse-recommended = { $name } 프록시가 이미 { $database }에 연결되어 있습니다
reuse-recommended-text = 권장: 두 번째 프록시 대신 이 프록시를 사용하십시오(`--proxy { $name }`, 또는 이름과 함께 `existing = true`). 로그인 하나를 추가하며, 다른 사용자는 모두 그대로이고, 두 번째 프록시의 비용이 들지 않습니다.
reuse-share-unread = { $name } 프록시가 데이터베이스를 얼마나 쓰는지 읽을 수 없습니다
reuse-share-unread-text = 같은 데이터베이스를 쓰는지, 연결을 얼마나 차지하는지 알 수 없어(`{ $operation }`) 이 연결 풀의 비율이 그 프록시와 맞지 않을 수 있습니다.
reuse-sum = { $database }의 프록시들이 합해서 연결의 { $sum }%까지 쓸 수 있습니다
reuse-share = `{ $name }` { $percent }%
reuse-sum-text = { $others }, 그리고 이 프록시 { $own }%입니다. 모두 합해 { $over }%를 줄여 총 { $most }%로 낮추거나, 두 번째 프록시 대신 그중 하나를 사용하십시오. 한도에 이르면 데이터베이스는 마지막에 온 연결을 거부합니다.
reuse-sum-why = { $why } 다른 프록시가 이미 일부를 차지하고 있습니다({ $others }). 모두 합해 { $sum }%입니다.
proxies-title = { $database }의 프록시
proxies-new = 새로 만들 수도 있습니다: `--proxy`를 빼십시오.
proxies-none = 이 계정과 리전에 프록시가 없습니다. 새로 만드십시오.
proxies-recommended = 권장
proxies-usable = 사용 가능
proxies-empty = 사용 가능, 아직 등록된 데이터베이스 없음
proxies-unusable = 사용 불가: { $why }
proxies-engine = 엔진
proxies-vpc = VPC
proxies-login = 로그인
proxies-users = 사용자
proxies-functions = 함수
proxies-pool = 연결 풀
proxies-pool-share = 데이터베이스 연결의 { $percent }%
proxies-unknown = 알 수 없음(`{ $operation }`)
proxies-no-function = 확인된 것 없음
proxies-token-users = 역할의 정책에 지정된 사용자
proxies-by-variable = 변수 { $name }
proxies-by-policy = 정책 { $name }
proxies-by-group = 그룹 { $name }
proxies-use = 사용: { $command }
proxies-unread = 읽을 수 없음: `{ $operation }`. 이 호출로 알 수 있는 내용은 표시하지 않습니다.
proxies-of-function = { $function } 함수가 연결하는 프록시
proxies-of-function-none = { $function } 함수의 변수, 정책, 그룹 중 읽을 수 있는 프록시로 이어지는 것이 없습니다.
proxies-direct = { $database }, 프록시 없음
proxies-database = 데이터베이스
proxies-how = 방식
proxies-no-such-database = { $id } 데이터베이스가 여기에 없습니다
proxies-no-such-function = { $name } 함수가 여기에 없습니다
proxies-host = 엔드포인트
which-reading = 기존 프록시를 확인하는 중
which-use = 기존 프록시 사용
which-use-recommended = `{ $name }` 프록시가 이미 이 데이터베이스에 연결되어 있어 로그인과 권한만 추가합니다.
which-use-none = 이 데이터베이스에 사용할 수 있는 프록시가 없습니다.
which-new = 새로 만들기
which-new-text = 전용 역할, 그룹, 연결 풀을 사용합니다.
which-recommended-name = { $name }, 권장
which-cannot = { $name } 사용 불가
which-use-name = { $name } 사용
which-engine = 엔진, VPC
which-users = 사용자
which-functions = 함수
which-use-empty = `{ $name }` 프록시에 아직 데이터베이스가 없어 이 데이터베이스를 등록합니다.
which-empty = 데이터베이스 없음
which-secs = { $count }초
which-changes = 변경
which-time = 소요 시간
which-sentence =
    프록시 { $count }개가 있으며, { $fit ->
        [0] { $function } 함수가 사용할 수 있는 것은 없습니다
       *[other] 그중 { $fit }개를 { $function } 함수가 사용할 수 있습니다
    }. 아래에서 변경하면 그 프록시의 모든 사용자에게 적용됩니다.
which-fit = { $database }, { $function }에 사용 가능
which-unfit = 사용 불가
which-again = 다시 읽기
which-because = 이유: { $why }.
which-may = 최대 `{ $may }`개 사용
which-may-adds = 최대 `{ $may }`개 사용, { $functions } 최대 `{ $demand }`개 추가
which-may-tight = 최대 `{ $may }`개 사용, { $functions } 최대 `{ $demand }`개 추가: 여유 부족
which-of = 전체 연결 { $limit }개
used-tab-happens = 하는 일
used-tab-calls = API 호출 { $count }개
used-added = 추가되는 것
used-added-count =
    { $count ->
        [1] 이것 하나만
       *[other] 이 { $count }개만
    }
used-untouched = 그대로 두는 것
used-itself = TLS, 다른 사용자의 로그인, 연결 풀, 제한 시간, 서브넷
used-itself-but = { $settings } 외 모든 설정
used-login = 로그인
used-function = 엔드포인트 동일, 재시작 없음
used-role = 이미 권한 있음
used-database = 새 규칙 없음
used-undo =
    { $count ->
        [1] 이것만 되돌리며 다른 것은 건드리지 않습니다.
       *[other] 이 { $count }개만 되돌리며 다른 것은 건드리지 않습니다.
    }
which-tls = TLS 필수
which-no-tls = TLS 선택
several-of = { $name }: { $text }
several-twice = { $name } 함수가 두 번 지정되었습니다
several-twice-cure = 함수를 한 번씩만 지정하십시오. 첫 번째는 `function`에, 나머지는 `more_functions`에 지정합니다.
several-not-there = 기존 프록시를 구성으로 기록할 때는 함수를 하나만 지정합니다
several-not-there-hint = `--function`을 하나만 지정하거나 지정하지 마십시오. 지정하지 않으면 어느 함수가 프록시를 쓰는지 계정에서 확인합니다.
several-alias = { $name } 함수에 별칭이 선택되어 있으나 이 구성의 추가 함수가 아닙니다
several-alias-cure = 이 함수를 `more_functions`에 지정하거나 별칭을 빼십시오. 첫 번째 함수의 별칭은 `publish_to_alias`에 지정합니다.
several-moves = { $name } 함수는 VPC로 옮기지만, 앞에 지정된 { $first } 함수는 옮기지 않습니다
several-moves-cure = { $name } 함수를 먼저 지정하십시오. 옮기는 함수들은 첫 번째 함수의 보안 그룹을 공유합니다.
further-title = 추가 함수
further-none = 없음
further-count = { $count }개 더
further-alias-publish = { $function } 함수의 버전을 게시하고 { $alias } 별칭을 그 버전으로 이동
further-alias-leave = { $function } 함수의 별칭을 그대로 두기
further-add = 함수 추가
further-why = 같은 실행에서 각 함수에 자체 규칙, 권한, 변수를 설정합니다.
