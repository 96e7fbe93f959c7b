# The help of the command line: `usage-VERB` what a verb is for, `usage-arg-NAME` an argument wherever it stands,
# `usage-VERB-arg-NAME` where one verb says something else of it; `.long` is what --help shows below it.

usage = AWS Lambda用のAmazon RDS Proxyをセットアップ、チェック、エクスポートする
    .long =
        AWS Lambda用のAmazon RDS Proxyをセットアップ、チェック、エクスポートします。
        
        コマンドを付けずに実行すると、ウィンドウが開きます。選択内容ファイルまたはバンドルを指定すると、ウィンドウでそのファイルを開きます。
usage-advise = データベースにプロキシを使う価値があるか、ない場合はどうすべきかを示す（変更は行わない）
usage-apply = プランを表示し、確認のうえ適用する
usage-completions = シェルでこのプログラムの引数を補完するためのスクリプトを出力する
usage-connect = このマシンから、段階ごとに実際の接続を試す
usage-diagnostics = ログ、クラッシュレポート、設定、バージョンを、サポート担当者向けに1つのアーカイブにまとめる（シークレットは含まない）
usage-endpoints = プロキシのエンドポイントと、それを指している関数を一覧表示する。または、不要になったエンドポイントを削除する
    .long =
        プロキシのエンドポイントと、それを指している関数を一覧表示する。または、不要になったエンドポイントを削除する
        
        --removeを付けると、プランを表示し、確認のうえ削除します。`undo`を使うと、読み取ったときの設定でエンドポイントを作り直します。
usage-explain = ルールの内容を説明する
usage-export = セットアップをファイルに書き出す: ポリシー、CLIスクリプト、ハンドラーのコード
    .long =
        セットアップをファイルに書き出す: ポリシー、CLIスクリプト、ハンドラーのコード
        
        選択内容を指定すると、これからセットアップするものを書き出します。--proxyを付けると、既に存在するものを書き出します。実際の名前、設定、ポリシー、ルールをそのまま使い、何も追加しません。対象の関数は、そのプロキシを使用しているもの、または--function NAME[:QUALIFIER]で指定したものです。
usage-licences = このプログラムに含まれるライブラリとフォントを、ライセンスとともに出力する
usage-list = 選択できるものと、使用できないものとその理由を一覧表示する（変更は行わない）
usage-list-databases = アカウントとリージョンのデータベースと、プロキシを設定できないものの理由
usage-list-functions = アカウントとリージョンの関数と、プロキシを使用できないものの理由
usage-list-profiles = AWSの設定にあるプロファイル（--practice=organizationの場合は、そのシナリオのもの）
usage-list-proxies = アカウントとリージョンのプロキシと、それぞれの背後のデータベース
usage-load = 関数を順番に、または同時に何度も呼び出し、プールの動作を表示する
    .long =
        関数を順番に、または同時に何度も呼び出し、プールの動作を表示する
        
        最初に、料金と影響を受けるものを示し、確認を求めます。確認した範囲を超えることはなく、Ctrl-Cですぐに停止します。負荷テストはすべて、JSON、CSV、SVGとして保存されます。
usage-man = マニュアルの1ページを出力する、またはすべてのページをフォルダに書き込む
usage-migrate = 関数をプロキシ経由または別のログインに移行し、後で以前の経路を閉じる
usage-monitor = CloudWatchで計測されたプロキシの値と、発生していたはずのアラームを表示する（変更は行わない）
usage-observe = `validate`が読み取るすべての情報を、機密情報を除いて保存する（`validate --bundle`やサポート用）
usage-plan = 作成、変更されるものと、その妨げになり得るものを表示する（変更は行わない）
usage-practice = 練習用アカウントを管理する
usage-practice-list = シナリオを一覧表示する
usage-practice-reset = シナリオのアカウントを初期状態に戻す
usage-probe = 関数のある場所からプロキシ経由で接続し、どこまで接続できるかを示す
    .long =
        関数のある場所からプロキシ経由で接続し、どこまで接続できるかを示す
        
        --temporaryを付けない場合は、関数自体を呼び出します。付けた場合は、同じネットワークとロールの関数を作成し、1回呼び出してから削除します。
usage-proxies = データベースに使用できるプロキシと、使用できないものの理由を表示する。または、関数が到達できるプロキシとその方法を表示する
    .long =
        データベースに使用できるプロキシと、使用できないものの理由を表示する。または、関数が到達できるプロキシとその方法を表示する
        
        何も変更しません。
usage-read-policy = `validate`と`observe`に必要な最小限のIAMポリシーを出力する（変更の許可は含まない）
    .long =
        `validate`と`observe`に必要な最小限のIAMポリシーを出力する（変更の許可は含まない）
        
        プロキシを指定しない場合は、`validate --all`用に、このアカウントとリージョンのパターンを使います。指定した場合は、まずそのプロキシのシークレット、キー、ロール、パラメータグループ、ログを調べ、それらを名前で指定します。どちらの場合も、アクションは読み取りで実際に使うものだけです。
usage-repair = `validate`の検出結果を、プランを表示し、確認のうえ修正する（`undo`で元に戻せる）
usage-resume = 停止、失敗、またはクラッシュした実行を続行する
usage-rules = `validate`がセットアップと照合するルールを一覧表示する
usage-sign-in = ブラウザでコードを確認し、IAM Identity Centerのプロファイルでサインインする
usage-undo = 実行で行った変更を元に戻す
usage-user = プロキシ用のデータベースユーザーを作成するSQLを出力する（--runを付けると実行する）
usage-validate = 既存のプロキシと、それを使用する関数を、すべてのルールと照合する（変更は行わない）
usage-arg-adopt = 作成する代わりに、既に存在するものを引き継ぐ（--proxyを付けると自動的に有効）
usage-arg-all = アカウントとリージョンのすべてのプロキシと、それぞれを指している関数
usage-arg-baseline = 許容する検出結果: どれを、誰が、なぜ、いつまで許容するかを記載したTOMLファイル
usage-arg-blue-green = プロキシの背後のデータベースについて、ブルー/グリーンデプロイのAWSの要件と手順を一覧表示する
usage-arg-bundle = アカウントの代わりに使う、`observe`の出力
usage-arg-ca = パブリックルートの代わりに信頼する証明書（PEM形式）
usage-arg-calls = 順番に行う呼び出しの回数（コールドとウォーム）
usage-arg-check = 何も書き込まず、このフォルダを書き込むはずの内容と比較する（異なる場合の終了コードは1）
usage-arg-choices = TOML形式の選択内容（キーはassets/examplesのファイルと同じ）
usage-arg-code = `rules`と`validate`が表示するルールのコード
usage-arg-color = 文字に色を付ける条件
usage-arg-compare = 保存された2つの負荷テストを比較する（名前またはファイルで指定）
usage-arg-concurrency = 同時に行う呼び出しの数（毎秒繰り返す）
usage-arg-database = ファイルの指定の代わりに使う、データベースの識別子
usage-arg-details = 各ステップの理由、AWS CLIのコマンド、変更内容、元に戻すときの動作を表示する
usage-arg-drop = 確認のうえ、ユーザーを削除する（所有しているものは削除しない）
usage-arg-endpoint-in-function-vpc = 関数のVPCがデータベースのVPCと異なる場合に、関数のVPCにプロキシのエンドポイントを作成する
usage-arg-endpoint-network-type = 追加エンドポイントのIPアドレスタイプ
usage-arg-endpoint-security-groups = 追加エンドポイントに使う既存のセキュリティグループ（最初のグループで関数からの接続を許可）
usage-arg-endpoint-subnets = 追加エンドポイントのサブネット（2つ以上のゾーン）
usage-arg-endpoint-url = すべてのAWS呼び出しをこのアドレスに送信する（エミュレーターなど）
usage-arg-engine = 接続先のプロトコル: mysqlまたはpostgresql
usage-arg-even-if-used = ホストを指している関数がある場合や、それを読み取れなかった場合でも削除する
usage-arg-fail-on = この重大度以上の場合に失敗とする（終了コード1）
usage-arg-failover-after = 指定した秒数の後にデータベースをフェイルオーバーさせる（練習用アカウントのみ）
usage-arg-file = ウィンドウで開く選択内容ファイルまたはバンドル
usage-arg-finish = すべての移行後に、以前の経路を削除する
usage-arg-follow = Ctrl-Cを押すまで、1分ごとに読み取る
usage-arg-format = 出力の形式（`json`の場合、実行はイベントごとに1行）
usage-arg-from = 最初の1秒間に同時に行う呼び出しの数
usage-arg-from-function = VPC内から実行する: この関数のロールを使う一時関数が、シークレットからパスワードを読み取る
usage-arg-function = ファイルの指定の代わりに使う関数名（複数指定可。2つ目以降にも、それぞれのルール、アクセス許可、変数を設定）
    .long =
        ファイルの指定の代わりに使う関数名（複数指定可。2つ目以降にも、それぞれのルール、アクセス許可、変数を設定）
        
        後ろに`:ALIAS`を付けると、バージョンを発行し、そのエイリアスを新しいバージョンに切り替えます。
usage-arg-function-vpc-endpoint-name = 関数のVPC内のエンドポイントの名前
usage-arg-history = `validate --history`も許可する: 問題のあるものを変更した人をCloudTrailで調べる
usage-arg-host = 接続先のエンドポイント
usage-arg-ignore-preflight = 事前のチェックに失敗しても適用する
usage-arg-keep = Ctrl-Cを押すまで、ほかのプログラム用にトンネルを開いたままにし、接続方法を出力する
usage-arg-kept = 保存された負荷テストを一覧表示する
usage-arg-language = 表示に使う言語（省略時はRPW_LANGUAGE、ウィンドウの設定、システムの順に参照）
usage-arg-locust = この関数URLまたはAPIに負荷をかけるlocustfile.pyを出力する
usage-arg-login = プロキシがこのユーザーとしてログインする方法（シークレットの確認が必要な場合に、代わりに指定）
usage-arg-login-as = このマシンから実行する: ログインするユーザー（パスワードは入力を求め、保存しない）
usage-arg-login-secret = ユーザーを作成できる人のシークレット（省略時は、RDSがデータベース用に管理しているもの）
usage-arg-look = ユーザーの有無、ログイン方法、権限を確認する（書き込みは行わない）
usage-arg-name = 最後の実行を元に戻すプロキシの名前
usage-arg-new-since = 以前の`validate --format json`の出力: 新規、解消、継続を表示し、新規があった場合のみ失敗とする
usage-arg-no-browser = ブラウザを開かず、アドレスを出力する
usage-arg-only = 修復する検出結果（省略時は、修復しても誰のアクセスも失われないものすべて）
usage-arg-organization-role = 実行元での`validate --organization-role`も許可する: アカウントの一覧の取得と、各アカウントでこのロールを引き受けること
usage-arg-out = 書き込むアーカイブ（`.zip`）
usage-arg-password-secret = ユーザー自身のパスワードのシークレット（省略時は、プロキシにあるこのユーザーのシークレット）
usage-arg-password-stdin = 作成するシークレットのデータベースパスワードを、標準入力から読み取る
usage-arg-payload = 関数の呼び出しに渡すJSON
usage-arg-port = エンドポイントのポート（省略時は、エンジンに応じたプロキシのポート）
usage-arg-practice = 内蔵の練習用アカウントのシナリオを使う（AWSには接続しない）
usage-arg-practice-speed = 実際の1秒間に練習用アカウントで経過する秒数（0の場合、待ち時間なし）
usage-arg-print = ステートメントを出力して終了する
usage-arg-profile = AWSの設定のプロファイル
usage-arg-profiles = --allと併用: これらのプロファイルのアカウントを、それぞれ下記のリージョンで読み取る
    .long =
        --allと併用: これらのプロファイルのアカウントを、それぞれ下記のリージョンで読み取る
        
        読み取れないアカウントは、理由を示す行になります。ほかのアカウントはそのまま読み取ります。
usage-arg-proxy = プロキシの名前
usage-arg-ramp = 増加にかける秒数（省略時は全体の3分の1）
usage-arg-read-only-endpoint = クラスターのリーダーに接続するエンドポイントをプロキシに作成し、そのホストを関数に設定する
usage-arg-read-only-endpoint-name = 読み取り専用エンドポイントの名前
usage-arg-read-secrets = プロキシのシークレットを読み取り、それぞれのユーザーを確認する（値は保存も表示もしない）
usage-arg-receipt = 実行記録（省略時は、アカウントの最新の未完了の実行）
usage-arg-region = AWSリージョン
usage-arg-regions = --allと併用: 読み取るリージョン
usage-arg-remove = このエンドポイントを削除する（省略時は一覧を表示）
usage-arg-renderer = ウィンドウのレンダラー（起動しない場合は、もう一方を試す）
usage-arg-restore-secret = 次に空いている名前を使う代わりに、以前の実行の削除済みシークレットを復元する
usage-arg-rights = 接続先での権限: `read`、`read-write`、またはカンマ区切りの権限
usage-arg-run = ステートメントを表示し、確認のうえ実行する
usage-arg-scenario = シナリオの名前（省略時は--practiceのもの、それもなければ`default`）
usage-arg-seconds = 呼び出しを開始し続ける秒数
usage-arg-secret = このシークレットのユーザーとパスワードでログインする（関数のロールに読み取りの許可が必要）
usage-arg-shell = シェル
usage-arg-show-source = 一時関数のプログラムを出力して終了する
usage-arg-since = さかのぼる期間: 90m、3h、1d、1w（最大15日）
usage-arg-spawn-rate = 1秒間に開始するユーザー数
usage-arg-target = このターゲットのみ、複数指定可（省略時はすべてのターゲットとハンドラー）
usage-arg-temporary = 関数を呼び出す代わりに、同じ場所に一時関数を作成する
usage-arg-to = 移行先: プロキシ経由、またはプロキシへの別のログイン方法（省略時は、経路の現在の状態を表示）
usage-arg-topics = アラームの通知先にできるSNSトピックも一覧表示する
usage-arg-tunnel = 先にこのインスタンス、マネージドノード、またはECSタスクを経由するトンネルを開き、最後に閉じる
    .long =
        先にこのインスタンス、マネージドノード、またはECSタスクを経由するトンネルを開き、最後に閉じる
        
        値を省略すると、トンネルに使えるものを一覧表示し、使えるものが1つだけの場合はそれを使います。AWS CLIとSession Managerプラグインが必要です。
usage-arg-unlisted-region = AWSが後から追加したリージョンで、このプログラムの一覧にないものを使う
usage-arg-user = データベースユーザー
usage-arg-users = locustfileのユーザー数
usage-arg-via = 接続するトンネルの手元側（証明書とトークンはエンドポイントのもののまま）
usage-arg-watch = `monitor`と`load`が読み取るものも許可する: トピック、アラームの履歴、X-Rayのトレース
usage-arg-with = ファイルの指定の代わりに使う、プロキシの周辺のパーツ（複数指定可）
usage-arg-words = ページを出力するコマンド（省略時は、プログラム全体のページ）
usage-arg-yes = 確認を求めない
usage-advise-arg-database = データベースの識別子
usage-advise-arg-function = データベースを使用する関数、複数指定可（省略時は、環境変数がデータベースを指しているもの）
usage-apply-arg-proxy = 新しく作成する代わりに、既存のこのプロキシを使う
    .long =
        新しく作成する代わりに、既存のこのプロキシを使う
        
        ログイン、アクセス許可、ルールを追加します。選択内容で指定したもの以外、プロキシは変更しません。使用できるプロキシは、`proxies --database ID`で一覧表示できます。
usage-connect-arg-database = 開くデータベース（省略時は、サーバーのデフォルト）
usage-connect-arg-password-stdin = IAMトークンの代わりに、標準入力から読み取ったパスワードでログインする
usage-connect-arg-proxy = プロキシの名前（エンドポイント、ポート、エンジンはAWSから読み取る）
usage-diagnostics-arg-yes = 内容の異なるファイルが既に存在する場合も、確認せずに上書きする
usage-endpoints-arg-ignore-preflight = 事前のチェックに失敗しても削除する
usage-export-arg-language = ハンドラーの言語、複数指定可、または`all`（省略時は、関数の言語）
usage-export-arg-out = 書き込み先のフォルダ（ない場合は作成する）
usage-export-arg-proxy = これからセットアップするものの代わりに、そのままの内容で書き出す既存のプロキシ
usage-export-arg-user = 関数のデータベースユーザー（アカウントから特定できない場合に指定）
usage-export-arg-yes = 内容の異なるファイルが既に存在する場合も、確認せずに上書きする
usage-list-functions-arg-database = このデータベースを基準に表示する（既にこのデータベースを指している関数が先頭）
usage-load-arg-function = 呼び出す関数と、そのエイリアスまたはバージョン
usage-load-arg-proxy = 関数のプロキシの名前（省略時は、関数の変数が指しているもの）
usage-man-arg-out = すべてのページを書き込むフォルダ
usage-man-arg-yes = 内容の異なるファイルが既に存在する場合も、確認せずに上書きする
usage-migrate-arg-function = 移行する関数（省略時は、プロキシに新しいログインだけを追加）
usage-migrate-arg-ignore-preflight = 事前のチェックに失敗しても移行する
usage-migrate-arg-read-secrets = プロキシのシークレットを読み取り、各エントリが誰のログインかを確認する（値は保存しない）
usage-migrate-arg-user = 新しいログインのデータベースユーザー（まだ誰もログインに使っていないもの）。--finishの場合は以前のユーザー
usage-monitor-arg-function = メトリクスをプロキシのものと並べて表示する関数
usage-observe-arg-function = プロキシ経由で接続する関数と、呼び出されるエイリアスまたはバージョン
usage-observe-arg-out = 書き込むファイル
usage-observe-arg-read-secrets = プロキシのシークレットを読み取り、形式とユーザーを記録する（値は保存しない）
usage-observe-arg-yes = 内容の異なるファイルが既に存在する場合も、確認せずに上書きする
usage-plan-arg-proxy = 新しく作成する代わりに、既存のこのプロキシを使う
    .long =
        新しく作成する代わりに、既存のこのプロキシを使う
        
        ログイン、アクセス許可、ルールを追加します。選択内容で指定したもの以外、プロキシは変更しません。使用できるプロキシは、`proxies --database ID`で一覧表示できます。
usage-probe-arg-database = 開くデータベース（省略時は、データベースの作成時に指定されたもの）
usage-probe-arg-function = プロキシ経由で接続する関数と、呼び出されるエイリアスまたはバージョン
usage-probe-arg-ignore-preflight = 事前のチェックに失敗しても作成する
usage-probe-arg-payload = 関数の呼び出しに渡すJSON
usage-probe-arg-user = データベースユーザー（省略時は、プロキシのシークレットまたは関数の変数のもの）
usage-proxies-arg-database = 手前にプロキシを置くデータベースの識別子
usage-proxies-arg-function = 関数: 到達できるプロキシとデータベース、およびその方法を表示する
usage-read-policy-arg-function = この関数についても許可する（呼び出されるエイリアスまたはバージョンを含む）
usage-read-policy-arg-proxy = このプロキシについて読み取るものだけを許可する
usage-read-policy-arg-read-secrets = `validate --read-secrets`も許可する: secretsmanager:GetSecretValueとkms:Decrypt
usage-repair-arg-function = プロキシ経由で接続する関数と、呼び出されるエイリアスまたはバージョン
usage-repair-arg-ignore-preflight = 事前のチェックに失敗しても修復する
usage-repair-arg-read-secrets = プロキシのシークレットも読み取る
usage-resume-arg-password-stdin = 実行にまだデータベースのパスワードが必要な場合に、標準入力から読み取る
usage-undo-arg-receipt = 実行記録（--nameもない場合は、アカウントの最新の未完了の実行）
usage-user-arg-ca = パブリックルートの代わりに信頼する証明書、PEM形式（データベース自体の証明書にはRDSバンドルが必要）
usage-user-arg-database = ユーザーが使うデータベース（省略時は、データベースの作成時に指定されたもの）
usage-user-arg-ignore-preflight = 事前のチェックに失敗しても一時関数を作成する
usage-user-arg-password-stdin = パスワードを標準入力から1行ずつ読み取る: --asのもの、次にユーザーのもの（ある場合）
usage-user-arg-proxy = プロキシの名前（エンジンとログインに応じてSQLの形式が決まる）
usage-user-arg-read-secrets = プロキシのシークレットを読み取り、誰のものかを確認する（値は保存も表示もしない）
usage-user-arg-tunnel = 先にこのインスタンスまたはECSタスクを経由するトンネルを開き、最後に閉じる
usage-user-arg-user = 作成するユーザー
usage-user-arg-via = 接続するトンネルの手元側（証明書はデータベースのもののまま）
usage-validate-arg-function = プロキシ経由で接続する関数と、呼び出されるエイリアスまたはバージョン
usage-validate-arg-history = 問題のあるものを最後に変更した人も、CloudTrailで調べて表示する
usage-validate-arg-only = これらのルールのみ
usage-validate-arg-organization-role = --allと併用: 組織のアクティブなすべてのアカウントを、それぞれのこの名前のロールを通じて読み取る
usage-validate-arg-read-secrets = プロキシのシークレットを読み取り、形式とユーザーをチェックする（値は保存も表示もしない）
