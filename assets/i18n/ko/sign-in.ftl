## Signing in, to IAM Identity Center or with a code of an MFA device

sign-in-confirm =
    { $page } 페이지를 열고
    코드 { $code }을(를) 확인하십시오.
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
sign-in-device = The role of this profile is assumed with a code of the MFA device `{ $serial }`. The session is kept in memory only, until it ends; what you chose stays.
sign-in-code = Code of the device
sign-in-checking = Asking AWS for the role
sign-in-with-code = Sign in
code-shape = A code of an MFA device has six digits
cli-code-prompt = Code of the MFA device { $serial }, for profile { $profile }
cli-code-shape-hint = Run it again and type the code that the device shows now.
cli-code-unasked = Profile `{ $profile }` assumes its role with a code of the MFA device `{ $serial }`, and there is no terminal to ask for it
cli-code-unasked-hint = Run it in a terminal. Where nobody can be asked, as in a script, begin a session with the AWS CLI and use a second profile with the line `credential_process = aws configure export-credentials --profile { $name } --format process`.
