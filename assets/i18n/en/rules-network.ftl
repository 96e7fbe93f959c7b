# Rules: the network from the function to the proxy and on to the database. The id is the code; the value says what is wrong, `.holds` what holds
# where the rule passes (one clause, which can be asked: "Whether the secret is a JSON object"), `.why` what
# follows, `.fix` what to do.

rules-group-network = The network from the function to the proxy and on to the database

rule-lambda-state-not-active = The function cannot be invoked
    .holds = The function is in a state to be invoked
    .why = Its last update failed or is still going on, often because of subnets, addresses or permissions.
    .fix = Fix what the reason names, then update the function again.

rule-lambda-role-missing-eni-permissions = The function's role may not make network interfaces
    .holds = The function's role may make network interfaces
    .why = Lambda makes the function's interfaces with the function's own role. Without the permission the function cannot be put into a VPC, or becomes inactive there.
    .fix = Attach AWSLambdaVPCAccessExecutionRole to the function's role.

rule-lambda-subnet-ip-exhaustion = The function's subnets are almost full
    .holds = The function's subnets have addresses to spare
    .why = Lambda needs an address for each new interface, one set per pair of subnet and groups. Without one it cannot scale or be updated.
    .fix = Free addresses, or add a larger subnet to the function.

rule-lambda-single-az = The function is in one zone only
    .holds = The function is in more than one zone
    .why = When that zone fails, or its subnet is full, nothing of the function runs, though the proxy goes on.
    .fix = Give the function a subnet in a second zone.

rule-lambda-in-public-subnet = The function is in a public subnet
    .holds = The function is in no public subnet
    .why = A function's interface never gets a public address, so the internet gateway is no way out for it. The proxy is reached all the same; whatever else the function calls times out.
    .fix = Put the function into private subnets, with a NAT gateway or interface endpoints if it calls other services.

rule-lambda-subnet-without-service-route = The function cannot reach a service of AWS that it uses
    .holds = The function has a way to every service of AWS that it is seen to use
    .why = Its subnets have neither a NAT gateway nor an endpoint for the service, so calls hang until the function times out. Secrets Manager, for one, is called for the password before the function connects.
    .fix = Make an endpoint for the service in the VPC, or a default route to a NAT gateway; for the password, use tokens instead.

rule-vpce-sg-blocks-lambda = The Secrets Manager endpoint does not let the function in
    .holds = The Secrets Manager endpoint lets the function in
    .why = The endpoint catches the function's calls to Secrets Manager and its group drops them, so reading the password times out.
    .fix = On port 443, add an outbound rule to the function's group that refers to the endpoint's group, and an inbound rule to the endpoint's group that refers to the function's.

rule-vpce-private-dns-disabled = The Secrets Manager endpoint is there, and its usual name leads past it
    .holds = The usual name of Secrets Manager leads to its endpoint, or there is another way out
    .why = Without private DNS the service's name still has its public address, so the function's calls leave for the internet instead of the endpoint, and find no way there.
    .fix = Turn on private DNS of the endpoint; the VPC needs DNS support and DNS hostnames for it.

rule-vpce-policy-denies = The Secrets Manager endpoint's policy does not let the function read the secret
    .holds = The Secrets Manager endpoint's policy lets the function read the secret
    .why = Calls through the endpoint need its policy as well as the role's. They fail with AccessDeniedException, “no VPC endpoint policy allows”.
    .fix = Allow the function's role to read the secret in the endpoint's policy.

rule-vpce-subnet-az-missing = The Secrets Manager endpoint is not in all zones of the function
    .holds = The Secrets Manager endpoint lacks no zone of the function, as far as its zones are known
    .why = Calls from the other zones cross over, which costs a little, and fail when the zone with the endpoint fails.
    .fix = Add a subnet of each zone to the endpoint.

rule-lambda-not-in-vpc = The function is not in a VPC
    .holds = The function is in a VPC
    .why = A proxy is never reachable from outside its network, so connecting times out.
    .fix = Put the function into private subnets of the proxy's VPC, with a group of its own that the proxy lets in. Setting up this proxy for this function plans all of it.

rule-lambda-vpc-differs-from-proxy = The function is in another VPC than the proxy
    .holds = The function's VPC is the proxy's, or is joined to it
    .why = The proxy's endpoint has addresses of its own VPC only, so connecting times out, unless the two networks are joined by peering or a transit gateway, with routes both ways.
    .fix = Make an extra proxy endpoint in the function's VPC and set the function's variable to its host, or add the missing routes, or move the function.

rule-vpc-dns-support-disabled = The VPC does not resolve the proxy's name
    .holds = The function's VPC resolves names, as far as was seen
    .why = The proxy's endpoint is a name. Without the VPC's resolver, or with servers that do not know AWS's names, the function finds no address for it: ENOTFOUND, “could not translate host name”.
    .fix = Turn DNS support on, or let the VPC's own servers forward amazonaws.com to the VPC's resolver.

rule-region-mismatch = The function runs in another region than the proxy
    .holds = The function runs in the proxy's region
    .why = Lambda sets AWS_REGION to the function's own region, and SDKs sign tokens for it unless told otherwise. A token for another region is refused. The network must be joined across regions as well.
    .fix = Pass the proxy's region to the signer, or run the function beside the proxy.

rule-cross-account-direct-policy = The function's role is of another account than the proxy
    .holds = The function's role is of the proxy's account
    .why = rds-db:connect is decided in the account of the proxy, for its own principals. A token signed by a role of another account is refused, however right the policies look on both sides.
    .fix = Let the function assume a role of the proxy's account and sign the token with that.

rule-privatelink-nlb-host-mismatch = The function connects to a load balancer or a PrivateLink name
    .holds = The function's variables put no load balancer or PrivateLink name in the proxy's place
    .why = The proxy's certificate and its tokens are for the proxy's own name, so checking the certificate or the token fails. The addresses behind a load balancer are the proxy's, and those change.
    .fix = Connect to a proxy endpoint in the function's VPC; else sign for the proxy's endpoint and set it as the TLS server name.

rule-proxy-endpoint-not-available = An endpoint of the proxy is not available
    .holds = Every extra endpoint of the proxy is available
    .why = Connecting to that endpoint times out, while the others work.
    .fix = Wait while it is being made or changed; make it again if it stays in another status.

rule-proxy-client-uses-db-custom-port = The function uses the database's own port on the proxy
    .holds = The function's variables do not put the database's own port on the proxy
    .why = A proxy always listens on the usual port of its engine, whatever port the database has. Connecting to another port times out, and a token signed for it is refused.
    .fix = Set the variable to the proxy's port.

rule-proxy-readonly-endpoint-used-for-writes = The function knows only a read-only endpoint of the proxy
    .holds = The function's variables name no read-only endpoint as the place to write
    .why = Whatever it writes is refused: “in a read-only transaction” on PostgreSQL, error 1290 or 1836 on MySQL. A function that only reads is fine.
    .fix = Set the variable to the proxy's default endpoint, unless the function only reads.

rule-proxy-readonly-endpoint-without-reader = A read-only endpoint has no reader behind it
    .holds = Every read-only endpoint of the proxy has a reader behind it
    .why = Read-only endpoints use the readers of an Aurora cluster and nothing else. Without one, clients wait for a connection until the borrow timeout.
    .fix = Add a reader to the cluster, or let the clients use the default endpoint.

rule-proxy-subnets-one-az = The proxy's subnets are all in one zone
    .holds = The proxy's subnets are in more than one zone
    .why = A proxy needs subnets in two zones at least. With one it cannot be made, and it would fall with that zone.
    .fix = Make the proxy again with subnets in two zones: the subnets of a proxy cannot be changed.

rule-proxy-subnet-unsupported-az = A subnet of the proxy is in a zone without RDS Proxy
    .holds = The proxy's subnets are in no zone that is known to lack RDS Proxy
    .why = RDS Proxy does not run in the zones use1-az3 and usw1-az2. Their subnets do not count, and a proxy with fewer than two zones left cannot work.
    .fix = Make the proxy again with subnets in other zones: the subnets of a proxy cannot be changed.

rule-proxy-subnet-ip-exhaustion = The proxy's subnets have too few free addresses
    .holds = The proxy's subnets have enough free addresses
    .why = The proxy takes more addresses as it grows with the database and its clients. Without any it cannot scale: latency rises, and targets stay in PENDING_PROXY_CAPACITY.
    .fix = Free addresses in the proxy's subnets, or make the proxy again in larger ones.

rule-proxy-vpc-dedicated-tenancy = The VPC has dedicated tenancy
    .holds = The VPC's tenancy is not dedicated
    .why = RDS Proxy does not run in a VPC whose tenancy is dedicated.
    .fix = Set the VPC's tenancy to default. Instances that run already stay as they are.

rule-proxy-vpc-encryption-controls-enforced = The VPC enforces encryption controls
    .holds = The VPC does not enforce encryption controls
    .why = RDS Proxy does not run in a VPC whose encryption controls are in enforce mode; Lambda refuses such a function with DisallowedByVpcEncryptionControl.
    .fix = Put the VPC's encryption controls into monitor mode.

rule-proxy-network-type-mismatch = Two ends of a hop speak different address families
    .holds = The address families that are set on each hop fit together
    .why = An end with IPv6 addresses only cannot be reached by one that has IPv4 only. Connecting times out, or works by one family and not by the other.
    .fix = Use IPv4 throughout, or give subnets, database and function IPv6 as well. The network types of a proxy cannot be changed; a new endpoint or proxy has its own.

rule-sg-lambda-egress-proxy = The function's group does not let it out to the proxy
    .holds = The function's group lets it out to the proxy
    .why = Packets to the proxy are dropped at the function's own interface, so connecting times out. A new group has an outbound rule to everywhere by default; this one has it no longer.
    .fix = Add an outbound rule on the proxy's port that refers to the proxy's group.

rule-sg-proxy-ingress-lambda = The proxy does not let the function in
    .holds = The proxy lets the function in
    .why = Packets of the function reach the proxy's group and are dropped there, so connecting times out.
    .fix = Add an inbound rule on the proxy's port that refers to the function's group.

rule-sg-shared-without-self-rule = Both ends have one group, and it does not let its own members in
    .holds = The ends of a hop share no group that keeps its own members out
    .why = Members of a security group cannot talk to each other unless a rule refers to the group itself. The target stays unavailable with “internal error” for ever.
    .fix = Add an inbound rule to the shared group that refers to the group itself.

rule-sg-proxy-egress-db = The proxy's group does not let it out to the database
    .holds = The proxy's group lets it out to the database
    .why = The proxy cannot reach the database and reports its target as unavailable. The port is the database's own, which need not be the proxy's.
    .fix = Add an outbound rule on the database's port that refers to the database's group.

rule-sg-db-ingress-proxy = The database does not let the proxy in
    .holds = The database lets the proxy in
    .why = The proxy's packets reach the database's group and are dropped. AWS reports this as “internal error”; recreating the proxy does not help.
    .fix = Add an inbound rule on the database's port that refers to the proxy's group.

rule-nacl-blocks-db-port = A network ACL stops packets on the path
    .holds = The network ACLs on the path stop no packets of it
    .why = Network ACLs know nothing of connections: the way there needs the database's port and the way back the ephemeral ports of the client. Packets that one of them stops end in a timeout. If only some subnets are hit, this happens only now and then.
    .fix = Add an allow entry in front of the one that denies, in each ACL and direction that is named.

rule-sg-open-to-world = A group on the path is open to every address
    .holds = The groups on the path do not open its ports to every address
    .why = Whoever gets a foothold in the network, or in a peered one, may knock at the database. A rule that refers to a group admits its members only.
    .fix = Give other clients that came in by the open rule a rule of their own. Then let a rule refer to the group of whoever comes in, and revoke the open one.

rule-sg-lambda-direct-db-bypass = The function may still reach the database past the proxy
    .holds = The database's groups admit no group of the function's own
    .why = The database's group admits the function's group on the database's port, mostly left over from before the proxy. Connections made that way are not pooled and need no token.
    .fix = Once nothing connects directly any more, revoke the rule.

rule-sg-default-used = The path depends on the VPC's default group
    .holds = The path does not depend on a VPC's default group
    .why = Whatever is made in the VPC without a group of its own lands in the default one, and thereby on the path. Whoever tidies it up later breaks the path without knowing.
    .fix = Give function, proxy and database groups of their own, one rule from each to the next.

rule-sg-referenced-group-stale = A rule on the path refers to a group that is gone
    .holds = The rules on the path refer to no group that is gone
    .why = The rule admits nobody. It is left over from a peering connection that was taken down, or from a group that was made anew under another id.
    .fix = Let the rule refer to the group of today, or revoke it.

rule-db-publicly-accessible = The database has a public address
    .holds = The database has no public address
    .why = The proxy is private, and next to it the database's own name leads to a public address. Only its group keeps the internet out.
    .fix = Take the public address away. The proxy uses the private one.

# What was seen, or could not be seen: one fact a line, in the middle of a report.

seen-network-from-to = from { $from } to { $to }
seen-network-more-blocks = and { $count } more of the kind
seen-network-others-pass = other subnets, addresses or ports of the two get through
seen-network-no-number-free = no number of { $acl } is free in front of that entry
seen-network-acl-full = { $acl } has as many entries as AWS allows by default
seen-network-names-not-found = names that were not found: { $times }
seen-network-odd-arn = `{ $arn }` is no ARN that says account and region
seen-network-region-of = region of { $name }: { $region }
seen-network-no-endpoint-yet = none yet
seen-network-policy-all-but = the policy of { $endpoint } speaks of all principals but some
seen-network-policy-not-on = the policy of { $endpoint } does not allow { $action } on { $resource }
seen-network-endpoint-in = { $endpoint } is in { $zones }
seen-network-function-in-too = { $function } is in { $zones } as well
seen-vpc-none = VPC of { $name }: none
seen-network-denies = { $policy } denies { $action }
seen-network-no-policy-allows = no policy of { $role } allows { $action } on *
seen-network-last-update = last update: { $status }
seen-network-lambda-says = Lambda says: { $reason }
seen-network-free-addresses = { $subnet } { $cidr } has { $count } free addresses
seen-network-lambda-says-of = Lambda says { $code } of { $function }
seen-network-zones-unknown = the zones of some subnets of { $name } are not known
seen-network-one-zone = { $name } is in { $zone }: { $subnets }
seen-network-default-endpoint = default endpoint of { $proxy }: { $host }
seen-network-reader = reader { $reader }: { $state }
seen-network-no-reader = no target is a reader
seen-network-ports = port of { $proxy }: { $port }; port of { $database }: { $database_port }
seen-network-subnets-missing = some subnets of { $proxy } are not among those of { $vpc }
seen-network-subnet-zone-id = { $subnet } { $label } is in { $zone } ({ $zone_id })
seen-network-subnet-zone = { $subnet } { $label } is in { $zone }
seen-network-zones-left = zones left: { $zones }
seen-network-addresses-recommended = AWS recommends { $count } for this database class and these endpoints
seen-network-event = event: { $message }
seen-network-encryption = encryption controls of { $vpc }: { $mode }
seen-network-type-no-ipv6 = EndpointNetworkType: { $type }, and { $subnet } has no IPv6 range
seen-network-type-not-ipv6-only = EndpointNetworkType: { $type }, and { $subnet } is not IPv6 only
seen-network-type-ipv4-function = EndpointNetworkType: IPV6, and { $function } may use IPv4 only
seen-network-type-ipv4-database = TargetConnectionNetworkType: IPV6, and { $database } has IPv4 addresses only
seen-network-public-route = { $subnet } has the default route of { $table } to an internet gateway
seen-network-endpoints-of-owner = { $vpc } belongs to account { $owner }, whose endpoints in it are not listed to others
seen-network-no-default-route = { $subnet } has no default route to a NAT or transit gateway
seen-network-no-endpoint = { $vpc } has no available endpoint for { $service }
seen-network-names-secret = { $variable } of { $function } names a secret
seen-network-password-and-policy = { $function } logs in with a password, and { $policy } lets it read secrets
seen-network-value-of = { $variable } of { $function } is of { $service }
seen-network-allows-calls = { $policy } of { $role } allows calls to { $service }
seen-network-services-unknown = some attached policies could not be read, so which services the function uses is not known
seen-network-inbound = { $id } { $name } of { $end }, inbound
seen-network-group-of = { $group } is a group of { $function }
seen-network-default-group = { $group } of { $end } is the default group of { $vpc }
seen-network-group-behind = { $group } may be a group of the VPC behind { $way }
seen-network-group-gone = { $group } is not among the groups of { $vpc }
seen-network-nothing-joins = no peering connection and no transit gateway joins another VPC
seen-network-no-group = { $own } or { $other } has no security group
seen-network-more-rules = and { $count } more that do not let it through
seen-network-on-both = { $group } is on both { $other } and { $own }
seen-network-missing-self = missing: tcp { $port } from { $group } itself
seen-network-owner-only = { $vpc } belongs to account { $owner }, and only there can this be changed

seen-network-no-way-out = no group of { $own } lets tcp 443 out to { $other }
seen-network-no-way-in = no group of { $own } lets tcp 443 in from { $other }
seen-network-group-rules = { $id } { $name }, { $side ->
    [from] inbound
   *[to] outbound
}
seen-network-missing-rule = missing: tcp { $port } { $side ->
    [from] from
   *[to] to
} { $peer }
# What a reason code of Lambda means.
seen-lambda-eni-limit-exceeded = no more network interfaces are allowed in this account; ask for a higher quota
seen-lambda-insufficient-role-permissions = the function's role may not make network interfaces
seen-lambda-invalid-configuration = the configuration contradicts itself
seen-lambda-subnet-out-of-ip-addresses = a subnet of the function has no free address
seen-lambda-invalid-subnet = a subnet of the function is gone or cannot be used
seen-lambda-invalid-security-group = a group of the function is gone or of another VPC
seen-lambda-image-deleted = the container image is gone from its repository
seen-lambda-image-access-denied = Lambda may not read the container image
seen-lambda-kms-key-access-denied = Lambda may not use the key of the function's variables
seen-lambda-disallowed-by-vpc-encryption-control = the VPC enforces encryption controls
