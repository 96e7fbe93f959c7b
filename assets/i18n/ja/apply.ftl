# What a run says while it works: retries, limits, why something stays.

apply-account-live = アカウント`{ $id }`（`{ $region }`）
apply-account-practice = 練習用アカウント`{ $id }`（`{ $region }`）
apply-still = { $minutes }分経過しても`{ $state }`のままです
apply-retry-not-yet = 作成直後のため、まだすべての場所に反映されていません
apply-retry-throttled = AWSから呼び出しを減らすよう求められています
apply-retry-in-use = まだ使用中です: { $message }
apply-retry-other = 有効な応答がありません: { $message }
apply-sign-in = セッションが終了しました。`{ $line }`でサインインしてください（{ $message }）
apply-no-longer-so = プランの作成時は必要な状態になっていましたが、現在は異なります。プランを作成し直してください
apply-not-there = AWSから応答がありましたが、該当するものは存在しません
apply-still-there = AWSの応答によると、まだ存在しています
apply-undo-blocked = まだ残っている次のものが使用しています: { $blocker }
