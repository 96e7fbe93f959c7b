# What the network lets through, as rules say it.

seen-path-acl-unknown = { $subnet }のネットワークACLが不明です
seen-path-acl-too-many = { $acl }のエントリが多すぎて、すべてをたどれません
seen-path-acl-entry-unclear = { $acl }のエントリ{ $entry }を、このプログラムは解釈できません
seen-path-dns-unknown = { $vpc }が名前を解決するかどうかが不明です
seen-path-network-type-unknown = プロキシのネットワークタイプの1つが、このプログラムにとって未知のものです
seen-path-rule-unclear = { $group }に、このプログラムが解釈できないルールがあります: { $rule }
seen-path-some-addresses = ルールの対象が{ $subnet }の一部のアドレスだけで、{ $name }がどのアドレスを使用しているかは不明です
seen-path-prefix-list-unread = プレフィックスリスト{ $list }のエントリを読み取っていません
seen-path-group-unread = { $name }の{ $group }が、{ $vpc }のグループの中にありません
seen-path-any-port = { $protocol }（すべてのポート）
seen-path-peer-unknown = 種類が不明な相手（{ $peer }）
seen-path-peering = ピアリング接続{ $peering }
seen-path-no-names = { $vpc }が名前を解決しません
seen-path-endpoint-unknown = { $function }にはホストを指す変数がないため、{ $endpoint }とデフォルトのエンドポイントのどちらを使用するかが不明です
seen-path-peering-status = 両者の間の{ $peering }のステータスは{ $status }です
seen-path-no-peering = { $one }と{ $other }の間に、ピアリング接続がありません
seen-path-no-transit = どちらにも、Transit Gatewayへのルートがありません
seen-path-gateway-unknown = 種類が不明なゲートウェイ
seen-path-not-followed = ルートが{ $target }（{ $destination }）に向かっていますが、その先は読み取っていません
seen-path-blackhole = { $table }: { $destination }宛てのルート（{ $target }）がブラックホールです
seen-path-missing-route = 不足: { $table }の、{ $range }宛てのトラフィックを{ $peering }に送るルート
seen-path-odd-route = { $table }に、送信先が{ $destination }のルートがありますが、これはアドレス範囲ではありません
seen-path-network-unread = { $vpc }のネットワークを読み取っていません
seen-path-range-unknown = { $subnet }のアドレス範囲が不明です
# "acl-1 denies tcp 3306 from 10.0.1.0/24 (entry 90)".
seen-path-acl-denies =
    { $acl }が、{ $cidr }{ $side ->
        [from] から
       *[to] へ
    }のtcp { $ports }{ $part ->
        [some] の一部
       *[all] { "" }
    }を拒否しています（{ $entry ->
        [none] 許可するエントリなし
       *[other] エントリ{ $entry }
    }）
# A rule of a security group: "tcp 3306 from sg-09f2b1d7 orders-api-sg".
seen-path-rule =
    { $what } { $side ->
        [from] ←
       *[to] →
    } { $who }
seen-path-everything = すべてのトラフィック
# "missing: tcp 3306 from sg-1 orders-api-sg in the inbound rules of sg-2 orders-proxy-sg".
seen-path-missing =
    不足: tcp { $port } { $side ->
        [from] ← { $other } （{ $own }のインバウンドルール）
       *[to] → { $other } （{ $own }のアウトバウンドルール）
    }
