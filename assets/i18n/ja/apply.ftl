# What a run says while it works: retries, limits, why something stays.

apply-account-live = アカウント`{ $id }`（`{ $region }`）
apply-account-practice = 練習用アカウント`{ $id }`（`{ $region }`）
apply-still = { $minutes }分経過しても`{ $state }`のままです
apply-retry-not-yet = 作成直後のため、まだすべての場所に反映されていません
apply-retry-throttled = AWSから呼び出しを減らすよう求められています
apply-retry-in-use = まだ使用中です: { $message }
apply-retry-other = 有効な応答がありません: { $message }
apply-sign-in = セッションが終了しました。`{ $line }`でサインインしてください（{ $message }）
apply-no-longer-so = プランの作成時は望ましい状態でしたが、現在は異なります。プランを作成し直してください
apply-not-there = AWSの応答では、どれも存在しません
apply-still-there = AWSの応答では、まだ存在しています
apply-undo-blocked = まだ残っているものが必要としています: { $blocker }
