# What the window and the command line say in the same words: of a run, of a wait, of what does not work yet.

# A run, counted from its receipt
run-progress = { $done }/{ $all }
run-progress-done = 완료
run-progress-undone = 되돌림
run-applying = 적용 중
run-applying-sentence = 그대로 실행해 두십시오. 창을 닫으려고 하면 먼저 묻습니다.
run-undoing = 되돌리는 중
run-undoing-sentence = 마지막 단계부터 되돌립니다. 그 후 다른 사람이 변경한 것은 그대로 둡니다.
run-could-not = 실행을 시작할 수 없습니다
run-could-not-sentence = 아무것도 변경되지 않았습니다.
run-nothing = 변경할 것 없음
run-nothing-sentence = 계정이 이미 이 구성과 같았습니다.
run-finished = 모든 것이 준비되었습니다
run-finished-sentence = 변경 { $count }개를 적용했습니다. 검사하면 작동하는지 확인할 수 있습니다.
run-repaired = 변경 { $count }개 적용됨
run-repaired-sentence = 현재 프록시 상태를 보려면 다시 검증하십시오.
run-not-working =
    { $count ->
        [1] 적용됨. 하나가 아직 작동하지 않음
       *[other] 적용됨. { $count }개가 아직 작동하지 않음
    }
run-made-sentence =
    { $count ->
        [1] 변경을 적용했습니다.
       *[other] 변경 { $count }개를 모두 적용했습니다.
    }
run-stopped-title = 중지됨, { $all }개 중 { $done }개 완료
run-cut-off = 중단됨, { $all }개 중 { $done }개 완료
run-failed =
    { $failed ->
        [0] 끝나지 않음, { $all }개 중 { $done }개 완료
        [1] 한 단계 실패, { $all }개 중 { $done }개 완료
       *[other] { $failed }개 단계 실패, { $all }개 중 { $done }개 완료
    }
run-signed-out = 로그아웃됨, { $all }개 중 { $done }개 완료
run-sign-in = 세션이 종료되었습니다. 로그인한 후 여기에서 계속하십시오.
run-cut-off-steps =
    { $count ->
        [1] 한 단계가 중단되었습니다. 재개하거나 되돌릴 때 어디까지 진행되었는지 확인합니다.
       *[other] { $count }개 단계가 중단되었습니다. 재개하거나 되돌릴 때 어디까지 진행되었는지 확인합니다.
    }
run-not-begun = { $count }개 단계를 시작하지 않았습니다.
run-kept =
    { $count ->
        [0] 아직 완료된 것이 없습니다.
       *[other] 완료된 것은 유지되며 실행 기록에 있습니다.
    }
run-undo-stopped = 되돌리기가 끝나지 않음, { $all }개 중 { $done }개 되돌림
run-undo-left = 되돌릴 단계가 { $count }개 남았습니다.
run-left-behind =
    { $count ->
        [1] 되돌리지 못함: 하나가 아직 남아 있음
       *[other] 되돌리지 못함: { $count }개가 아직 남아 있음
    }
run-probe-left = 임시 함수가 아직 남아 있습니다
run-probe-left-sentence = 임시 함수를 제거하기 전에 실행이 중단되었습니다. 되돌리면 함수와 로그 그룹을 제거합니다.
run-left-behind-sentence = 항목마다 이유, 콘솔 페이지, 제거 명령이 표시됩니다.
run-undone = 되돌림
run-undone-nothing = 되돌릴 것이 없었습니다.
run-undone-removed = 이 실행에서 만든 { $removed }개를 제거했습니다.
run-undone-restored = 이 실행에서 변경한 { $restored }개를 이전 상태로 되돌렸습니다.
run-undone-both = 이 실행에서 만든 { $removed }개를 제거하고, 변경한 { $restored }개를 이전 상태로 되돌렸습니다.
# The same beside its name
run-badge-not-begun = 시작 전
run-badge-nothing = 변경할 것 없음
run-badge-done = { $all }개 중 { $done }개 완료
run-badge-not-working =
    { $count ->
        [1] 적용됨, 하나가 아직 작동 안 함
       *[other] 적용됨, { $count }개가 아직 작동 안 함
    }
run-badge-stopped = 중지됨, { $all }개 중 { $done }개 완료
run-badge-cut-off = 중단됨, { $all }개 중 { $done }개 완료
run-badge-failed =
    { $failed ->
        [0] 끝나지 않음, { $all }개 중 { $done }개 완료
       *[other] { $failed }개 실패, { $all }개 중 { $done }개 완료
    }
run-badge-undoing = { $all }개 중 { $done }개 되돌림
run-badge-probe-left = 제거 필요
run-badge-left =
    { $count ->
        [1] 하나가 아직 남아 있음
       *[other] { $count }개가 아직 남아 있음
    }
run-badge-undone = 되돌림
# Confirmations
run-undo-question =
    { $count ->
        [0] { $name } 실행을 되돌리시겠습니까?
       *[other] { $name }의 변경 { $count }개를 되돌리시겠습니까?
    }
run-undo-text =
    { $count ->
        [0] { $account }에 되돌릴 것이 없습니다.
        [1] { $account }에서 단계 1개를 되돌립니다. 그 후 다른 사람이 변경한 것은 그대로 둡니다.
       *[other] { $account }에서 단계 { $count }개를 마지막 단계부터 되돌립니다. 그 후 다른 사람이 변경한 것은 그대로 둡니다.
    }
run-undo-uncertain =
    { $all ->
        [1] 실제로 수행되지 않았을 수 있으므로 먼저 확인합니다.
       *[other] 그중 { $count }개는 실제로 수행되지 않았을 수 있으므로 먼저 확인합니다.
    }
run-undo-yes =
    { $count ->
        [0] 되돌리기
       *[other] 변경 { $count }개 되돌리기
    }
run-resume-question = `{ $name }` 실행의 남은 단계 { $count }개를 계속하시겠습니까?
run-resume-text =
    { $account }에서 남은 단계 { $left }개를 수행합니다. { $done ->
        [0] 아직 완료된 단계가 없습니다.
       *[other] 완료된 단계 { $done }개는 유지됩니다.
    }
run-resume-yes = 단계 { $count }개 수행
run-wait-question = `{ $name }` 실행을 다시 기다리시겠습니까?
run-wait-text =
    { $count ->
        [1] { $account }에 모두 만들어졌습니다. 작동하지 않던 하나가 작동하는지 다시 확인합니다.
       *[other] { $account }에 모두 만들어졌습니다. 작동하지 않던 { $count }개가 작동하는지 다시 확인합니다.
    }
run-wait-yes = 다시 기다리기
# What is made and does not work yet
not-yet-target = 생성되었습니다. 대상이 아직 응답하지 않습니다
not-yet-target-badge = 생성됨, 대상 응답 없음
not-yet-other = AWS는 아직 `{ $state }` 상태라고 응답합니다.
not-yet-waited = { $time }
not-yet-waited-target = `{ $database }`의 `AVAILABLE` 상태, { $time }
not-yet-auth = 프록시가 `{ $database }`에 로그인할 수 없습니다.
not-yet-auth-means = 프록시의 로그인이 거부됩니다. 데이터베이스에 사용자가 없거나, 암호가 보안 암호에 저장된 값과 다르거나, 프록시가 보안 암호를 열 권한이 없습니다.
not-yet-auth-means-iam = 프록시의 로그인이 거부됩니다. 데이터베이스에 사용자가 없거나, 사용자가 그곳에서 IAM으로 로그인할 수 없거나, 프록시의 역할에 그 사용자에 대한 `rds-db:connect` 권한이 없습니다.
not-yet-auth-not = 네트워크 문제: 그 경우 AWS는 `UNREACHABLE`로 응답합니다
not-yet-connection = 프록시가 `{ $database }`에 연결하지 못합니다.
not-yet-connection-means = 데이터베이스가 연결을 받지 않습니다. 중지되었거나 시작하는 중이거나, `max_connections` 한도에 도달했거나, 다른 포트에서 수신하고 있습니다.
not-yet-connection-not = 로그인 문제: 그 경우 AWS는 `AUTH_FAILURE`로 응답합니다
not-yet-unreachable = 프록시가 `{ $database }`에 도달하지 못합니다.
not-yet-unreachable-means = 프록시와 데이터베이스 사이의 무언가가 트래픽을 차단하고 있습니다. 보안 그룹(둘이 함께 쓰지만 자기 자신을 허용하는 규칙이 없는 그룹 포함)이나 네트워크 ACL입니다.
not-yet-unreachable-not = 로그인 문제: 그 경우 AWS는 `AUTH_FAILURE`로 응답합니다
not-yet-capacity = 프록시에 아직 `{ $database }` 대상용 용량이 없습니다.
not-yet-capacity-means = 프록시가 호스트를 기다리고 있습니다. 서브넷에 사용 가능한 주소가 너무 적으면 호스트를 만들 수 없습니다.
not-yet-capacity-not = 로그인 또는 보안 그룹 문제: AWS가 아직 시도하지 않았습니다
not-yet-replication = `{ $database }` 데이터베이스는 현재의 복제 상태로는 프록시의 대상이 될 수 없습니다.
not-yet-replication-means = 데이터베이스가 복제본이거나 복제본이 되는 중입니다. 프록시에는 라이터가 필요합니다.
not-yet-replication-not = 네트워크 또는 로그인 문제: AWS가 시도하지 않았습니다
not-yet-registering = AWS가 아직 `{ $database }` 대상을 등록하는 중입니다.
not-yet-registering-means = AWS가 오류를 알리지 않았지만, 프록시가 데이터베이스에 도달한다고도 알리지 않았습니다.
not-yet-unknown = AWS에 따르면 `{ $database }`의 상태는 `{ $state }`입니다.
not-yet-unknown-means = AWS가 알린 `{ $state }` 상태는 이 프로그램이 모르는 값입니다. 검사는 전체 경로를 읽으며, 콘솔에 더 많은 정보가 있을 수 있습니다.
# A wait
fact-waited-for = 대기 대상
fact-not-it = 원인 아님
spell = { $from }부터 { $state }, { $count }회
span-minutes = { $minutes }분 { $seconds }초
wait-usual = 보통 { $from }~{ $to }
wait-longer = 보통({ $from }~{ $to })보다 오래 걸림
wait-ending = 보통({ $from }~{ $to })보다 훨씬 오래 걸림, { $limit } 후 대기 종료
wait-cause = 가능한 원인: { $cause }
wait-no-cause = { $what } AWS가 지연 이유를 알려 주지 않습니다.
wait-left-about = 약 { $count }분 남음
wait-left-up-to = 최대 { $count }분 남음
wait-left-unknown = 보통보다 오래 걸림

# A head that goes on as a sentence.
head-and-text = { $head }. { $text }
label-and-text = { $label }: { $text }
percent = { $percent }%
