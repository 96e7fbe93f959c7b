# The wizard's frame: steps, footer, closing, saving.

group-choose = 선택
group-design = 설계
group-make = 만들기
group-prove = 확인
step-account = 계정
step-database = 데이터베이스
step-function = 함수
step-secret = 보안 암호
step-role = 역할 및 정책
step-network = 네트워크
step-proxy = 프록시
step-access = 액세스
step-review = 검토
step-apply = 적용
step-check = 검사
step-export = 내보내기
step-trouble = 확인 필요: { $trouble }
step-stale-value = 오래된 정보: 계정을 읽는 중
step-check-clean = 조사 결과 없음
step-check-found = 오류 { $errors }개, 경고 { $warnings }개
step-review-changes =
    { $count ->
        [0] 변경할 것 없음
       *[other] 변경 { $count }개
    }
step-review-read = 읽을 항목 { $count }개
step-proxy-reused = { $name } · 재사용
step-network-value =
    { $groups ->
        [0] 새 그룹 없음
       *[other] 새 그룹 { $groups }개
    }, { $rules ->
        [0] 새 규칙 없음
       *[other] 새 규칙 { $rules }개
    }
mode-short-standard = IAM
mode-short-password = 암호
mode-short-end-to-end = 엔드 투 엔드 IAM
locked-running = 실행이 진행 중입니다
locked-account = 먼저 계정을 선택하십시오
locked-database = 먼저 데이터베이스를 선택하십시오
locked-function = 먼저 함수를 선택하십시오
locked-apply = 먼저 계획을 검토하십시오
locked-check = 먼저 계획을 적용하십시오
skip-to-review = 검토로 건너뛰기
back = 뒤로
key-primary = Ctrl ↵
next-function = 함수 선택
next-secret = 다음: 보안 암호
next-role = 다음: 역할
next-network = 다음: 네트워크
next-proxy = 다음: 프록시
next-access = 다음: 액세스
next-review =
    { $count ->
        [0] 구성 검토
       *[other] 변경 { $count }개 검토
    }
next-mend = 빠진 항목으로 이동
minutes = { $count }분
page-reading = 구성과 관련된 리소스를 읽는 중
waiting-for = { $what }, 지금까지 { $seconds }초
not-read = 읽지 않음
not-read-text = 더 이상 기다리지 않습니다. 다시 읽을 수 있습니다.
session-ended = 세션이 종료되었습니다
session-ended-text = 다시 로그인하기 전에는 아무것도 읽을 수 없습니다. 선택한 내용은 그대로 유지됩니다.
session-ended-any = 자격 증명을 받았던 방법으로 갱신하기 전에는 아무것도 읽을 수 없습니다. 선택한 내용은 그대로 유지됩니다.
run-retry = 재시도
run-retry-rest = { $attempt }, { $pause }초 후, { $why }
closing-title = 실행이 진행 중입니다
closing-text = 어느 쪽을 선택하든 완료된 작업은 기록됩니다. 다음에 시작할 때 계속하거나 되돌릴 수 있습니다.
closing-after = 이 단계 후 중지하고 닫기
closing-after-text = 진행 중인 작업이 끝날 때까지 기다리며, 몇 분이 걸릴 수 있습니다. 다시 닫으면 즉시 중지됩니다.
closing-now = 지금 중지하고 닫기
closing-now-text = 더 이상 기다리지 않습니다. 진행 중인 호출도 기록되며, 계속할 때 어디까지 진행되었는지 확인합니다.
closing-no = 계속 실행
dialog-folder = 폴더 선택
dialog-file = 다른 이름으로 저장
save-head-file = 이 파일 저장
save-head-all = 모든 파일 저장
save-head-archive = 모든 파일을 압축 파일 하나로 저장
save-head-choices = 선택 사항 저장
save-head-log = 로그 저장
save-place = 파일 또는 폴더
save-place-folder = 폴더
save-place-why = `~`는 홈 폴더입니다. 경로에 없는 폴더는 새로 만듭니다.
save-browse = 찾아보기…
save-yes = 저장
save-writing = 저장 중…
save-differs = 저장하면 기존 파일 { $count }개의 내용이 바뀝니다:
save-no-diff = 기존 파일이 텍스트가 아니거나 너무 길어 표시할 수 없습니다.
save-over = 파일 { $count }개 덮어쓰기
save-elsewhere = 다른 위치
choices-unwritten = 선택 사항을 저장할 수 없습니다
toast-saved = { $path } 저장됨
toast-not-kept = 다음에 시작할 때 쓸 선택 사항을 저장할 수 없습니다: { $why }
toast-not-discarded = 삭제할 수 없습니다: { $why }
save-not-packed = 파일을 압축할 수 없습니다
save-failed = `{ $path }` 파일을 저장할 수 없습니다
save-failed-hint = 다른 폴더를 선택하거나, 폴더의 권한 또는 여유 공간을 확인하십시오.
help-title = 단축키 및 도움말
help-text = 적용하기 전에는 계정에서 아무것도 변경되지 않습니다. 실행할 때마다 실행 기록이 남으며, 끝내지 못한 실행은 시작 페이지에 표시됩니다.
help-close = 닫기
help-key-primary = Ctrl ↵
help-primary = 페이지의 기본 버튼
help-key-back = Alt ←
help-back = 뒤로
help-key-find = Ctrl F
help-find = 목록 검색
help-key-list = ↑ ↓ ↵
help-list = 목록에서 이동 및 선택
help-key-read = F5
help-read = 계정 다시 읽기
help-key-tab = Tab
help-tab = 다음 필드
help-key-close = Esc
help-closes = 페이지 위에 열린 창 닫기
help-key-zoom = Ctrl + − 0
help-zoom = 크게, 작게, 기본 크기
help-key-palette = Ctrl K
help-palette = 페이지, 프록시, 규칙으로 이동
help-key-settings = Ctrl ,
help-key-help = F1  ?
help-help = 이 도움말
