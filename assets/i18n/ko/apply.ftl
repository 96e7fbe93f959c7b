# What a run says while it works: retries, limits, why something stays.

apply-account-live = account `{ $id }` in `{ $region }`
apply-account-practice = the practice account `{ $id }` in `{ $region }`
apply-still = still `{ $state }` after { $minutes } min
apply-retry-not-yet = it was made a moment ago and is not visible everywhere yet
apply-retry-throttled = AWS asks for fewer calls
apply-retry-in-use = something still uses it: { $message }
apply-retry-other = no answer that helps: { $message }
apply-sign-in = the session has ended; sign in with `{ $line }` ({ $message })
apply-no-longer-so = it was as wanted when the plan was made, and is not any more; make the plan anew
apply-not-there = AWS answered, and nothing of it is there
apply-still-there = AWS answered, and it is still there
apply-undo-blocked = It is needed by something that is still there: { $blocker }
