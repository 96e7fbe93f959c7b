# How errors are shown: what failed, and what to do next.

report-failed = `{ $operation }` 실패
report-failed-on = `{ $resource }`에 대한 `{ $operation }` 실패
report-request-id = 요청 { $id }
report-error = 오류:
report-cause = 원인:
report-hint = 힌트:
report-hint-denied = 마법사를 실행하는 사용자 또는 역할의 정책에 이 정책 문을 추가하거나, 권한이 있는 사람에게 요청하십시오:
report-hint-expired = 다시 로그인한 후 재시도하십시오:
report-hint-expired-any = 자격 증명을 갱신한 후 재시도하십시오.
report-hint-no-credentials = `aws configure sso` 또는 `aws configure`를 실행하거나, `AWS_PROFILE`을 설정하거나, `--practice`로 연습 계정을 사용하십시오.
report-hint-later = 잠시 기다린 후 다시 시도하십시오.
report-hint-not-found = 이름, 계정, 리전을 확인하십시오.
report-hint-changed = 읽은 후 무언가가 변경되었습니다. 계정을 다시 읽고 계획을 검토하십시오.
report-hint-in-use = 다른 것이 아직 사용 중입니다. 잠시 기다린 후 다시 시도하십시오.
report-hint-quota = Service Quotas에서 할당량 증가를 요청하거나, 필요 없는 것을 제거하십시오.
report-hint-unreachable = 네트워크, 리전, 그리고 HTTP 프록시나 `AWS_ENDPOINT_URL` 설정을 확인한 후 다시 시도하십시오.
report-hint-refused = AWS가 지적한 값을 변경한 후 다시 시도하십시오.
report-hint-unexpected = 다시 시도하십시오. 또 발생하면 요청 ID와 함께 신고하십시오.
report-hint-not-saved = 공간을 확보하거나 폴더의 권한을 수정한 후 재개하십시오. 실행 기록 없이 변경된 것은 없습니다.
report-hint-not-a-receipt = 이 프로그램이 작성한 실행 기록 파일을 지정하십시오.
report-hint-newer-receipt = 새 버전을 설치한 후 다시 시도하십시오.
report-hint-other-account = 실행 기록에 있는 계정, 리전, 모드를 선택하십시오.
report-hint-busy = 끝날 때까지 기다리거나 중지한 후 다시 시도하십시오.
report-hint-password = 암호를 다시 입력하거나 `--password-stdin`으로 전달하십시오.
report-hint-undoing = 되돌리기를 끝낸 후 다시 적용하십시오.
