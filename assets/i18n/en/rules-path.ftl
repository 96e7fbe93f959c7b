# What the network lets through, as rules say it.

seen-path-acl-unknown = the network ACL of { $subnet } is not known
seen-path-acl-too-many = the entries of { $acl } are too many to follow
seen-path-acl-entry-unclear = this program does not understand entry { $entry } of { $acl }
seen-path-dns-unknown = whether { $vpc } resolves names is not known
seen-path-network-type-unknown = this program does not know a network type of the proxy
seen-path-rule-unclear = { $group } has a rule that this program does not understand: { $rule }
seen-path-some-addresses = a rule names some addresses of { $subnet } only; which of them { $name } has is not known
seen-path-prefix-list-unread = the entries of the prefix list { $list } were not read
seen-path-group-unread = { $group } of { $name } is not among the groups of { $vpc }
seen-path-any-port = { $protocol }, any port
seen-path-peer-unknown = a peer of a kind that is not known ({ $peer })
seen-path-peering = peering connection { $peering }
seen-path-no-names = { $vpc } does not resolve names
seen-path-endpoint-unknown = no variable of { $function } names a host, so whether it uses { $endpoint } or the default endpoint is not known
seen-path-peering-status = { $peering } between the two is { $status }
seen-path-no-peering = no peering connection joins { $one } and { $other }
seen-path-no-transit = no route of either leads to a transit gateway
seen-path-gateway-unknown = a gateway of an unknown kind
seen-path-not-followed = a route leads to { $target } ({ $destination }), and what is behind it is not read
seen-path-blackhole = { $table }: the route { $destination } to { $target } is a blackhole
seen-path-missing-route = missing: a route of { $table } for { $range } to { $peering }
seen-path-odd-route = { $table } has a route to { $destination }, which is no range of addresses
seen-path-network-unread = the network of { $vpc } was not read
seen-path-range-unknown = the address range of { $subnet } is not known

# "acl-1 denies tcp 3306 from 10.0.1.0/24 (entry 90)".
seen-path-acl-denies = { $acl } denies { $part ->
    [some] some of tcp
   *[all] tcp
} { $ports } { $side ->
    [from] from
   *[to] to
} { $cidr } ({ $entry ->
    [none] no entry allows it
   *[other] entry { $entry }
})
# A rule of a security group: "tcp 3306 from sg-09f2b1d7 orders-api-sg".
seen-path-rule = { $what } { $side ->
    [from] from
   *[to] to
} { $who }
seen-path-everything = everything
# "missing: tcp 3306 from sg-1 orders-api-sg in the inbound rules of sg-2 orders-proxy-sg".
seen-path-missing = missing: tcp { $port } { $side ->
    [from] from { $other } in the inbound rules
   *[to] to { $other } in the outbound rules
} of { $own }
