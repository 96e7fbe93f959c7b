# What the network lets through, as rules say it.

seen-path-acl-unknown = l’ACL réseau de { $subnet } n’est pas connue
seen-path-acl-too-many = { $acl } a trop d’entrées pour être suivie
seen-path-acl-entry-unclear = ce programme ne comprend pas l’entrée { $entry } de { $acl }
seen-path-dns-unknown = on ne sait pas si { $vpc } résout les noms
seen-path-network-type-unknown = ce programme ne connaît pas un type de réseau du proxy
seen-path-rule-unclear = { $group } a une règle que ce programme ne comprend pas : { $rule }
seen-path-some-addresses = une règle ne désigne que certaines adresses de { $subnet } ; on ne sait pas lesquelles { $name } utilise
seen-path-prefix-list-unread = les entrées de la liste de préfixes { $list } n’ont pas été lues
seen-path-group-unread = { $group } de { $name } n’est pas parmi les groupes de { $vpc }
seen-path-any-port = { $protocol }, tout port
seen-path-peer-unknown = un pair de type inconnu ({ $peer })
seen-path-peering = connexion d’appairage { $peering }
seen-path-no-names = { $vpc } ne résout pas les noms
seen-path-endpoint-unknown = aucune variable de { $function } ne désigne un hôte : on ne sait pas si elle utilise { $endpoint } ou le point de terminaison par défaut
seen-path-peering-status = { $peering }, entre les deux, est { $status }
seen-path-no-peering = aucune connexion d’appairage ne relie { $one } et { $other }
seen-path-no-transit = aucune route de l’un ou de l’autre ne mène à une passerelle de transit
seen-path-gateway-unknown = une passerelle de type inconnu
seen-path-not-followed = une route mène à { $target } ({ $destination }), et ce qu’il y a derrière n’est pas lu
seen-path-blackhole = { $table } : la route { $destination } vers { $target } est à l’état blackhole
seen-path-missing-route = manque : une route de { $table } pour { $range } vers { $peering }
seen-path-odd-route = { $table } a une route vers { $destination }, qui n’est pas une plage d’adresses
seen-path-network-unread = le réseau de { $vpc } n’a pas été lu
seen-path-range-unknown = la plage d’adresses de { $subnet } n’est pas connue
# "acl-1 denies tcp 3306 from 10.0.1.0/24 (entry 90)".
seen-path-acl-denies =
    { $acl } refuse { $part ->
        [some] une partie de tcp
       *[all] tcp
    } { $ports } { $side ->
        [from] depuis
       *[to] vers
    } { $cidr } ({ $entry ->
        [none] aucune entrée ne l’autorise
       *[other] entrée { $entry }
    })
# A rule of a security group: "tcp 3306 from sg-09f2b1d7 orders-api-sg".
seen-path-rule =
    { $what } { $side ->
        [from] depuis
       *[to] vers
    } { $who }
seen-path-everything = tout
# "missing: tcp 3306 from sg-1 orders-api-sg in the inbound rules of sg-2 orders-proxy-sg".
seen-path-missing =
    manque : tcp { $port } { $side ->
        [from] depuis { $other } dans les règles entrantes
       *[to] vers { $other } dans les règles sortantes
    } de { $own }
