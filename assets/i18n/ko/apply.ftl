# What a run says while it works: retries, limits, why something stays.

apply-account-live = `{ $region }`의 계정 `{ $id }`
apply-account-practice = `{ $region }`의 연습 계정 `{ $id }`
apply-still = { $minutes }분 후에도 `{ $state }` 상태
apply-retry-not-yet = 조금 전에 만들어져 아직 모든 곳에서 보이지 않음
apply-retry-throttled = AWS가 호출을 줄이라고 요청함
apply-retry-in-use = 아직 사용 중: { $message }
apply-retry-other = 판단할 수 없는 응답: { $message }
apply-sign-in = 세션이 종료되었습니다. `{ $line }` 명령으로 로그인하십시오({ $message })
apply-no-longer-so = 계획을 만들 때는 원하는 상태였으나 지금은 아닙니다. 계획을 새로 만드십시오
apply-not-there = AWS가 응답했지만 아무것도 만들어지지 않았습니다
apply-still-there = AWS가 응답했지만 아직 남아 있습니다
apply-undo-blocked = 아직 남아 있는 다른 리소스가 사용하고 있습니다: { $blocker }
