## Signing in, to IAM Identity Center or with a code of an MFA device

sign-in-confirm =
    { $page } 페이지를 열고
    다음 코드를 확인하십시오: { $code }
sign-in-waiting = 그곳에서 확인할 때까지 기다립니다. Ctrl-C로 중지합니다.
sign-in-done = `{ $profile }` 프로필에 로그인했습니다.
sign-in-by-cli = AWS CLI로 로그인:
sign-in = 로그인
sign-in-profile = { $profile } 프로필 로그인
sign-in-head = `{ $profile }` 로그인
sign-in-asking = AWS에 코드를 요청하는 중
sign-in-text = 페이지에 이 코드가 표시되는지 확인하십시오. 선택한 내용은 유지되며 AWS CLI도 함께 로그인됩니다.
sign-in-open = 페이지 열기
sign-in-wait = 확인할 때까지 기다리는 중
sign-in-device = MFA 디바이스 `{ $serial }`의 코드로 이 프로필의 역할을 수임합니다. 세션은 끝날 때까지 메모리에만 보관하며, 선택한 내용은 유지됩니다.
sign-in-code = MFA 코드
sign-in-checking = AWS에 역할을 요청하는 중
sign-in-with-code = 로그인
code-shape = MFA 디바이스의 코드는 여섯 자리 숫자입니다
cli-code-prompt = { $profile } 프로필, MFA 디바이스 { $serial }의 코드
cli-code-shape-hint = 다시 실행하여 디바이스에 현재 표시된 코드를 입력하십시오.
cli-code-unasked = `{ $profile }` 프로필은 MFA 디바이스 `{ $serial }`의 코드로 역할을 수임하는데, 코드를 물어볼 터미널이 없습니다
cli-code-unasked-hint = 터미널에서 실행하십시오. 스크립트처럼 코드를 물어볼 수 없는 곳에서는 AWS CLI로 세션을 시작하고, `credential_process = aws configure export-credentials --profile { $name } --format process` 행이 있는 두 번째 프로필을 사용하십시오.
