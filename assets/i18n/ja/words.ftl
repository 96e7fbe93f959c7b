# What the window and the command line say in the same words: of a run, of a wait, of what does not work yet.

# A run, counted from its receipt
run-progress = { $done }/{ $all }
run-progress-done = 完了
run-progress-undone = 取り消し済み
run-applying = 適用中
run-applying-sentence = このまま実行を続けてください。ウィンドウを閉じるときは確認が表示されます。
run-undoing = 元に戻しています
run-undoing-sentence = 最後のステップから順に元に戻します。その後ほかの人が変更したものは、そのまま残します。
run-could-not = 実行を開始できませんでした
run-could-not-sentence = 何も変更されていません。
run-nothing = 変更なし
run-nothing-sentence = アカウントは既にこのセットアップのとおりでした。
run-finished = すべて完了しました
run-finished-sentence = { $count }件の変更を行いました。チェックで動作を確認できます。
run-repaired = { $count }件の変更を行いました
run-repaired-sentence = プロキシの現在の状態を確認するには、もう一度検証してください。
run-not-working = 作成は完了しましたが、{ $count }個がまだ動作していません
run-made-sentence =
    { $count ->
        [1] 変更を行いました。
       *[other] { $count }件の変更をすべて行いました。
    }
run-stopped-title = 停止しました（{ $done }/{ $all }ステップ完了）
run-cut-off = 中断されました（{ $done }/{ $all }ステップ完了）
run-failed =
    { $failed ->
        [0] 未完了（{ $done }/{ $all }ステップ完了）
       *[other] { $failed }個のステップが失敗しました（{ $done }/{ $all }ステップ完了）
    }
run-signed-out = サインアウトしました（{ $done }/{ $all }ステップ完了）
run-sign-in = セッションが終了しました。サインインすると、ここから続行できます。
run-cut-off-steps = { $count }個のステップが中断されました。再開時と元に戻すときに、その状態を確認します。
run-not-begun = { $count }個のステップが未開始です。
run-kept =
    { $count ->
        [0] まだ何も完了していません。
       *[other] 完了したものは残り、実行記録に記載されています。
    }
run-undo-stopped = 元に戻す操作が未完了です（{ $done }/{ $all }ステップ取り消し済み）
run-undo-left = { $count }個のステップがまだ取り消されていません。
run-left-behind = 元に戻せなかったものが{ $count }個残っています
run-probe-left = 一時関数が残っています
run-probe-left-sentence = 削除する前に実行が中断されました。元に戻すと、関数とそのロググループが削除されます。
run-left-behind-sentence = それぞれの理由、コンソールのページ、削除用のコマンドを示します。
run-undone = 元に戻しました
run-undone-nothing = 元に戻すものはありませんでした。
run-undone-removed = 作成した{ $removed }個を削除しました。
run-undone-restored = 変更した{ $restored }個を以前の状態に戻しました。
run-undone-both = 作成した{ $removed }個を削除し、変更した{ $restored }個を以前の状態に戻しました。
# The same beside its name
run-badge-not-begun = 未開始
run-badge-nothing = 変更なし
run-badge-done = { $all }件中{ $done }件完了
run-badge-not-working = 作成済み、{ $count }個が未稼働
run-badge-stopped = 停止、{ $all }件中{ $done }件完了
run-badge-cut-off = 中断、{ $all }件中{ $done }件完了
run-badge-failed =
    { $failed ->
        [0] 未完了、{ $all }件中{ $done }件完了
       *[other] { $failed }件失敗、{ $all }件中{ $done }件完了
    }
run-badge-undoing = { $all }件中{ $done }件取り消し済み
run-badge-probe-left = 未削除
run-badge-left = { $count }個が残存
run-badge-undone = 取り消し済み
# Confirmations
run-undo-question =
    { $count ->
        [0] { $name }を元に戻しますか？
       *[other] { $name }の{ $count }件の変更を元に戻しますか？
    }
run-undo-text =
    { $count ->
        [0] { $account }で元に戻すものはありません。
        [1] { $account }の1個のステップを元に戻します。その後ほかの人が変更したものは、そのまま残します。
       *[other] { $account }の{ $count }個のステップを、最後から順に元に戻します。その後ほかの人が変更したものは、そのまま残します。
    }
run-undo-uncertain =
    { $all ->
        [1] 実行されていない可能性があるため、先に状態を確認します。
       *[other] このうち{ $count }個は実行されたかどうかが不明なため、先に状態を確認します。
    }
run-undo-yes =
    { $count ->
        [0] 元に戻す
       *[other] { $count }件の変更を元に戻す
    }
run-resume-question = `{ $name }`を続行しますか？（残り{ $count }ステップ）
run-resume-text =
    { $account }で残り{ $left }個のステップを実行します。{ $done ->
        [0] まだ何も完了していません。
       *[other] 完了済みの{ $done }個はそのまま残ります。
    }
run-resume-yes = { $count }個のステップを実行
run-wait-question = `{ $name }`をもう一度待ちますか？
run-wait-text = { $account }での作成はすべて完了しています。動作していなかった{ $count }個について、もう一度確認します。
run-wait-yes = もう一度待つ
# What is made and does not work yet
not-yet-target = 作成は完了しましたが、ターゲットがまだ応答しません
not-yet-target-badge = 作成済み、ターゲット応答なし
not-yet-other = AWSの応答はまだ`{ $state }`です。
not-yet-waited = { $time }
not-yet-waited-target = `{ $database }`が`AVAILABLE`になること（{ $time }）
not-yet-auth = プロキシが`{ $database }`にログインできません。
not-yet-auth-means = プロキシのログインが拒否されました。ユーザーがデータベースに存在しないか、パスワードがシークレットと異なるか、プロキシがシークレットを開けません。
not-yet-auth-means-iam = プロキシのログインが拒否されました。ユーザーがデータベースに存在しないか、IAMでのログインを許可されていないか、プロキシのロールにこのユーザーの`rds-db:connect`がありません。
not-yet-auth-not = ネットワーク（その場合AWSは`UNREACHABLE`を返します）
not-yet-connection = プロキシから`{ $database }`に接続できません。
not-yet-connection-means = データベースが接続を受け付けません。停止中または起動中か、`max_connections`に達して空きがないか、別のポートでリッスンしています。
not-yet-connection-not = ログイン（その場合AWSは`AUTH_FAILURE`を返します）
not-yet-unreachable = プロキシが`{ $database }`に到達できません。
not-yet-unreachable-means = プロキシとデータベースの間で通信が遮断されています。原因はセキュリティグループ（両者が共有し、自身への許可ルールがない場合を含む）か、ネットワークACLです。
not-yet-unreachable-not = ログイン（その場合AWSは`AUTH_FAILURE`を返します）
not-yet-capacity = プロキシには、`{ $database }`用のキャパシティがまだありません。
not-yet-capacity-means = プロキシがホストを待っています。サブネットの空きアドレスが足りないと、ホストは起動しません。
not-yet-capacity-not = ログインまたはセキュリティグループ（AWSはまだ試していません）
not-yet-replication = `{ $database }`は、現在のレプリケーション状態ではプロキシのターゲットにできません。
not-yet-replication-means = データベースはレプリカか、レプリカになる途中です。プロキシにはライターが必要です。
not-yet-replication-not = ネットワークまたはログイン（AWSは試していません）
not-yet-registering = AWSが`{ $database }`をまだ登録中です。
not-yet-registering-means = AWSはエラーを示していませんが、プロキシが到達できるとも示していません。
not-yet-unknown = AWSの応答では、`{ $database }`は`{ $state }`です。
not-yet-unknown-means = AWSの応答は`{ $state }`ですが、このプログラムにとって未知の値です。チェックでは経路全体を読み取ります。コンソールで詳細がわかることもあります。
# A wait
fact-waited-for = 待機対象
fact-not-it = 原因でないもの
spell = { $from }から{ $state }（{ $count }回）
span-minutes = { $minutes }分{ $seconds }秒
wait-usual = 通常は{ $from }～{ $to }
wait-longer = 通常の{ $from }～{ $to }より長くかかっています
wait-ending = 通常の{ $from }～{ $to }を大幅に超えています。{ $limit }で待機を終了します
wait-cause = 考えられる原因: { $cause }
wait-no-cause = { $what }AWSは遅延の理由を示していません。
wait-left-about = 残り約{ $count }分
wait-left-up-to = 残り最大{ $count }分
wait-left-unknown = 通常より長い

# A head that goes on as a sentence.
head-and-text = { $head }。{ $text }
label-and-text = { $label }: { $text }
percent = { $percent }%
