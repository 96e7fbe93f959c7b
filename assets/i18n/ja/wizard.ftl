# The wizard's frame: steps, footer, closing, saving.

group-choose = 選択
group-design = 設計
group-make = 作成
group-prove = 動作確認
step-account = アカウント
step-database = データベース
step-function = 関数
step-secret = シークレット
step-role = ロールとポリシー
step-network = ネットワーク
step-proxy = プロキシ
step-access = アクセス
step-review = レビュー
step-apply = 適用
step-check = チェック
step-export = エクスポート
step-trouble = 要対応: { $trouble }
step-stale-value = 以前の内容: アカウントを読み取り中
step-check-clean = 検出結果なし
step-check-found = エラー{ $errors }件、警告{ $warnings }件
step-review-changes =
    { $count ->
        [0] 変更なし
       *[other] 変更{ $count }件
    }
step-review-read = 要確認{ $count }件
step-proxy-reused = { $name } · 再利用
step-network-value =
    { $groups ->
        [0] 新規グループなし
       *[other] 新規グループ{ $groups }個
    }、{ $rules ->
        [0] ルールなし
       *[other] ルール{ $rules }個
    }
mode-short-standard = IAM
mode-short-password = パスワード
mode-short-end-to-end = エンドツーエンドIAM
locked-running = 実行中です
locked-account = 先にアカウントを選択してください
locked-database = 先にデータベースを選択してください
locked-function = 先に関数を選択してください
locked-apply = 先にプランをレビューしてください
locked-check = 先にプランを適用してください
skip-to-review = レビューへ進む
back = 戻る
key-primary = Ctrl ↵
next-function = 関数を選択
next-secret = シークレットへ進む
next-role = ロールへ進む
next-network = ネットワークへ進む
next-proxy = プロキシへ進む
next-access = アクセスへ進む
next-review =
    { $count ->
        [0] セットアップをレビュー
       *[other] { $count }件の変更をレビュー
    }
next-mend = 不足している項目へ移動
minutes = { $count }分
page-reading = セットアップの対象を読み取り中
waiting-for = { $what }、{ $seconds }秒経過
not-read = 未読み取り
not-read-text = 読み取りの待機は終了しました。もう一度読み取れます。
session-ended = セッションが終了しました
session-ended-text = もう一度サインインするまで何も読み取れません。選択した内容は保持されます。
session-ended-any = 取得したときと同じ方法で認証情報を更新するまで、何も読み取れません。選択した内容は保持されます。
run-retry = 再試行
run-retry-rest = { $attempt }回目、{ $pause }秒後、{ $why }
closing-title = 実行中です
closing-text = どちらの場合も、完了した内容は記録されます。次回の起動時に、続行するか元に戻すかを選択できます。
closing-after = このステップの後で停止して閉じる
closing-after-text = まず実行中の処理が終わるまで待ちます。数分かかることがあります。もう一度閉じると、すぐに停止します。
closing-now = 今すぐ停止して閉じる
closing-now-text = 処理の完了を待たずに停止します。進行中の呼び出しも記録され、続行時にその状態を確認します。
closing-no = 実行を続ける
dialog-folder = フォルダを選択
dialog-file = 名前を付けて保存
save-head-file = このファイルを保存
save-head-all = すべてのファイルを保存
save-head-archive = すべてのファイルを1つのアーカイブに保存
save-head-choices = 選択内容を保存
save-head-log = ログを保存
save-place = ファイルまたはフォルダ
save-place-folder = フォルダ
save-place-why = `~`はホームフォルダです。パスの途中で存在しないフォルダは作成されます。
save-browse = 参照…
save-yes = 保存
save-writing = 書き込み中…
save-differs = { $count }個のファイルが既に存在します。保存すると次のように変更されます:
save-no-diff = 既存の内容はテキストではないか、長すぎて表示できません。
save-over = { $count }個のファイルを上書き
save-elsewhere = 別の場所
choices-unwritten = 選択内容を書き込めませんでした
toast-saved = { $path }を保存しました
toast-not-kept = 選択内容を次回の起動用に保存できませんでした: { $why }
toast-not-discarded = 削除できませんでした: { $why }
save-not-packed = ファイルを圧縮できませんでした
save-failed = `{ $path }`に書き込めませんでした
save-failed-hint = 別のフォルダを選択するか、フォルダの権限または空き容量の問題を解消してください。
help-title = キー操作とヘルプ
help-text = 「適用」を押すまで、アカウントは変更されません。実行のたびに実行記録が書き込まれ、完了していないものは開始ページに表示されます。
help-close = 閉じる
help-key-primary = Ctrl ↵
help-primary = ページのメインボタン
help-key-back = Alt ←
help-back = 戻る
help-key-find = Ctrl F
help-find = 一覧を検索
help-key-list = ↑ ↓ ↵
help-list = 一覧内を移動して選択
help-key-read = F5
help-read = アカウントを再読み込み
help-key-tab = Tab
help-tab = 次の項目
help-key-close = Esc
help-closes = ページに重なる表示を閉じる
help-key-zoom = Ctrl + − 0
help-zoom = 拡大、縮小、標準サイズ
help-key-palette = Ctrl K
help-palette = ページ、プロキシ、ルールへ移動
help-key-settings = Ctrl ,
help-key-help = F1  ?
help-help = このヘルプ
