//! The path evaluator on small networks, broken ones and huge ones.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use serde_json::{Value, json};

use super::acl::{AclFilter, FreeNumbers, filter};
use super::hop::{HopWay, to_database, to_proxy, way};
use super::link::{Link, link};
use crate::domain::observed::Observed;
use crate::rules::rule::Stop;

const BASE: &str = include_str!("../../../tests/data/rules/base/standard-iam.json");

fn base() -> Value {
    serde_json::from_str(BASE).unwrap()
}

fn read(value: Value) -> Observed {
    serde_json::from_value(value).unwrap()
}

fn entry(number: u16, direction: &str, allow: bool, cidr: &str, ports: Option<(u16, u16)>) -> Value {
    json!({
        "number": number, "direction": direction, "allow": allow, "protocol": if ports.is_some() { "6" } else { "-1" },
        "cidr": cidr, "from_port": ports.map(|ports| ports.0), "to_port": ports.map(|ports| ports.1),
    })
}

/// Proxy → database through one ACL with these entries.
fn acl(entries: &[Value]) -> Result<AclFilter, Stop> {
    let mut value = base();
    value["network_acls"]["present"][0]["entries"] = json!(entries);
    let observed = read(value);
    let hop = to_database(&observed).unwrap();
    filter(&observed, hop.from, hop.to, hop.port, hop.network)
}

fn closed(entries: &[Value]) -> Vec<String> {
    match acl(entries).unwrap() {
        AclFilter::Open => Vec::new(),
        AclFilter::Partly(blocks) => blocks.iter().map(|block| format!("partly: {}", block.sentence())).collect(),
        AclFilter::Closed(blocks) => blocks.iter().map(super::acl::Block::sentence).collect(),
    }
}

const ALL: &str = "0.0.0.0/0";

#[test]
fn the_lowest_entry_that_matches_decides() {
    let open = [entry(100, "ingress", true, ALL, None), entry(100, "egress", true, ALL, None)];
    assert_eq!(closed(&open), [""; 0]);

    let deny = entry(90, "ingress", false, "10.0.1.0/24", Some((3306, 3306)));
    let found = closed(&[&open[..], std::slice::from_ref(&deny)].concat());
    assert_eq!(found, ["partly: acl-1 denies tcp 3306 from 10.0.1.0/24 (entry 90)"]);

    let before = entry(80, "ingress", true, "10.0.0.0/8", Some((3000, 4000)));
    assert_eq!(closed(&[&open[..], &[deny, before]].concat()), [""; 0]);
}

#[test]
fn answers_need_their_own_way_back_to_the_ports_of_linux() {
    let there =
        [entry(100, "egress", true, ALL, Some((3306, 3306))), entry(100, "ingress", true, ALL, Some((3306, 3306)))];
    let back = |from, to| {
        [entry(110, "egress", true, ALL, Some((from, to))), entry(110, "ingress", true, ALL, Some((from, to)))]
    };
    assert!(closed(&there).iter().all(|words| words.contains("1024\u{2013}65535")));
    assert!(matches!(acl(&there).unwrap(), AclFilter::Closed(_)));
    for (from, to, expected) in [(1024, 65535, true), (32768, 65535, true), (32768, 60999, true), (49152, 65535, false)]
    {
        let filter = acl(&[&there[..], &back(from, to)].concat()).unwrap();
        assert_eq!(filter == AclFilter::Open, expected, "{from}-{to}: {filter:?}");
        assert!(!matches!(filter, AclFilter::Closed(_)), "some ports pass");
    }
}

#[test]
fn inside_one_subnet_no_acl_is_asked() {
    let mut value = base();
    value["network_acls"]["present"][0]["entries"] = json!([]);
    value["database"]["present"]["subnet_ids"] = json!(["subnet-a"]);
    value["proxy"]["present"]["subnet_ids"] = json!(["subnet-a"]);
    let observed = read(value);
    let hop = to_database(&observed).unwrap();
    assert_eq!(filter(&observed, hop.from, hop.to, hop.port, hop.network), Ok(AclFilter::Open));
}

#[test]
fn each_new_entry_gets_a_free_number_of_its_own_in_front_of_the_one_that_denies() {
    let mut udp = entry(98, "egress", true, ALL, Some((53, 53)));
    udp["protocol"] = json!("17");
    let deny = [entry(100, "egress", false, ALL, None), entry(99, "egress", true, "192.0.2.0/24", None), udp];
    let mut value = base();
    value["network_acls"]["present"][0]["entries"] =
        json!([&deny[..], &[entry(100, "ingress", true, ALL, None)]].concat());
    let observed = read(value);
    let hop = to_database(&observed).unwrap();
    let Ok(AclFilter::Closed(blocks)) = filter(&observed, hop.from, hop.to, hop.port, hop.network) else {
        panic!("everything is denied on its way out");
    };
    let mut numbers = FreeNumbers::read(&observed);
    let given: Vec<_> = blocks.iter().map(|block| numbers.in_front_of(block).unwrap()).collect();
    assert!(given.len() > 1, "{blocks:?}");
    assert_eq!(given, (0..given.len()).map(|i| 97 - u16::try_from(i).unwrap()).collect::<Vec<_>>());
    assert_eq!(numbers.in_front_of(&blocks[0]), Some(97), "one block has one number");
}

/// What is not understood may decide, so nothing that hangs on it is certain.
#[test]
fn an_entry_that_is_not_understood_makes_unknown_what_hangs_on_it() {
    let open = [entry(100, "ingress", true, ALL, None), entry(100, "egress", true, ALL, None)];
    let mut protocol = entry(90, "ingress", false, ALL, None);
    protocol["protocol"] = json!("quic");
    let mut action = entry(90, "ingress", false, ALL, None);
    action["allow"] = Value::Null;
    let cidr = entry(90, "ingress", false, "10.0.0.0-10.0.0.255", None);
    for odd in [protocol, action, cidr] {
        let unknown = acl(&[&open[..], std::slice::from_ref(&odd)].concat());
        assert!(matches!(&unknown, Err(Stop::Unknown(gap)) if gap.because.contains("entry 90")), "{unknown:?}");
        // Behind one that decides it says nothing.
        let before = entry(80, "ingress", true, ALL, None);
        assert_eq!(acl(&[&open[..], &[odd, before]].concat()), Ok(AclFilter::Open));
    }
    let mut udp = entry(90, "ingress", false, ALL, Some((3306, 3306)));
    udp["protocol"] = json!("17");
    assert_eq!(acl(&[&open[..], &[udp]].concat()), Ok(AclFilter::Open), "another protocol is understood");
}

#[test]
fn a_rule_that_is_not_understood_makes_the_door_unknown_and_not_closed() {
    let rule = |protocol: &str, peer: Value| {
        json!({ "id": "sgr-9", "direction": "ingress", "protocol": protocol,
        "from_port": 3306, "to_port": 3306, "peer": peer, "description": null })
    };
    let peer = json!({ "cidr": "10.0.0.0/8" });
    for odd in [
        rule("tcp", json!({ "other": "unknown" })),
        rule("tcp", json!({ "cidr": "10.0.0.0-10.0.255.255" })),
        rule("quic", peer.clone()),
    ] {
        let mut value = base();
        value["security_groups"]["present"][2]["rules"] = json!([odd]);
        let observed = read(value.clone());
        let way_there = way(&observed, to_database(&observed).unwrap());
        assert!(matches!(&way_there, HopWay::Unknown(gap) if gap.because.contains("sgr-9")), "{odd}: {way_there:?}");
        let verdict = crate::rules::check_all(&observed);
        assert_eq!(verdict.finding("sg-db-ingress-proxy"), None, "{odd}");
        assert!(verdict.unknown.iter().any(|unknown| unknown.code == "sg-db-ingress-proxy"), "{odd}");
        // A rule beside it that lets it through settles it.
        value["security_groups"]["present"][2]["rules"] = json!([odd, rule("tcp", json!({ "group": "sg-proxy" }))]);
        let observed = read(value);
        assert!(matches!(way(&observed, to_database(&observed).unwrap()), HopWay::Open(_)));
    }
    let mut value = base();
    value["security_groups"]["present"][2]["rules"] = json!([rule("udp", peer)]);
    let observed = read(value);
    assert!(matches!(way(&observed, to_database(&observed).unwrap()), HopWay::Closed(_)), "UDP is understood");
}

#[test]
fn a_gateway_of_a_new_kind_may_lead_anywhere() {
    let mut value = joined();
    value["peerings"]["present"] = json!([]);
    value["route_tables"]["present"][0]["routes"][1]["target"] = json!("");
    assert!(matches!(linked(value), Err(Stop::Unknown(gap)) if gap.because.contains("unknown kind")));
    let mut value = joined();
    value["route_tables"]["present"][0]["routes"][1]["destination"] = json!("");
    assert!(matches!(linked(value), Err(Stop::Unknown(_))));
}

/// A function in `vpc-2`, joined to `vpc-1` by a peering connection.
fn joined() -> Value {
    let text = include_str!("../../../tests/data/rules/lambda-vpc-differs-from-proxy/clean.json");
    let case: Value = serde_json::from_str(text).unwrap();
    let mut value = base();
    for (pointer, new) in case["set"].as_object().unwrap() {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match value.pointer_mut(parent).unwrap() {
            Value::Array(items) if key == "-" => items.push(new.clone()),
            Value::Array(items) => items[key.parse::<usize>().unwrap()] = new.clone(),
            parent => parent[key] = new.clone(),
        }
    }
    value
}

fn linked(value: Value) -> Result<Link, Stop> {
    let observed = read(value);
    let hop = to_proxy(&observed).unwrap();
    link(&observed, hop.from, hop.to, hop.network)
}

#[test]
fn another_vpc_needs_an_active_peering_connection_and_routes_both_ways() {
    assert_eq!(linked(joined()), Ok(Link::Peered("pcx-1".into())));

    let mut value = joined();
    value["peerings"]["present"][0]["status"] = json!("pending-acceptance");
    assert!(matches!(linked(value), Ok(Link::Refused(why)) if why[0].contains("pending-acceptance")));

    let mut value = joined();
    value["function_network"]["present"]["route_tables"]["present"][0]["routes"][1]["destination"] =
        json!("10.0.1.0/24");
    assert!(
        matches!(linked(value), Ok(Link::Refused(why)) if why == ["missing: a route of rtb-2 for 10.0.2.0/24 to pcx-1"])
    );

    let mut value = joined();
    value["route_tables"]["present"][0]["routes"][1]["active"] = json!(false);
    assert!(matches!(linked(value), Ok(Link::Refused(why)) if why[0].contains("blackhole")));
}

#[test]
fn the_most_specific_route_decides_and_a_transit_gateway_is_not_followed() {
    let mut value = joined();
    let routes = value["function_network"]["present"]["route_tables"]["present"][0]["routes"].as_array_mut().unwrap();
    routes.push(json!({ "destination": "10.0.2.0/24", "target": "tgw-1", "active": true }));
    assert!(matches!(linked(value), Err(Stop::Unknown(gap)) if gap.because.contains("tgw-1")));

    let mut value = joined();
    value["peerings"]["present"] = json!([]);
    value["route_tables"]["present"][0]["routes"][1]["target"] = json!("tgw-1");
    assert!(matches!(linked(value), Err(Stop::Unknown(_))));
}

#[test]
fn a_hop_says_what_let_it_through_what_is_missing_or_why_it_is_not_known() {
    let observed = read(base());
    let way_of = |observed: &Observed| way(observed, to_database(observed).unwrap());
    assert_eq!(
        way_of(&observed),
        HopWay::Open(vec![
            "sgr-4: tcp 3306 from sg-proxy orders-proxy-sg".into(),
            "sgr-3: tcp 3306 to sg-db orders-db".into()
        ])
    );

    let mut value = base();
    value["security_groups"]["present"][1]["rules"][1]["to_port"] = json!(3305);
    let missing = "missing: tcp 3306 to sg-db orders-db in the outbound rules of sg-proxy orders-proxy-sg";
    assert_eq!(way_of(&read(value)), HopWay::Closed(missing.into()));

    let mut value = base();
    value["network_acls"] =
        json!({ "unreadable": { "operation": "ec2:DescribeNetworkAcls", "because": "no", "denied": true } });
    assert!(matches!(way_of(&read(value)), HopWay::Unknown(gap) if gap.needs == ["ec2:DescribeNetworkAcls"]));

    let mut value = base();
    value["vpc"]["present"]["dns_support"] = json!(false);
    let observed = read(value);
    assert!(matches!(way(&observed, to_proxy(&observed).unwrap()), HopWay::Closed(why) if why.contains("names")));
}

#[test]
fn an_extra_endpoint_is_judged_by_its_own_groups() {
    let mut value = joined();
    value["proxy_endpoints"]["present"][1]["security_group_ids"] = json!(["sg-bastion"]);
    let observed = read(value);
    let hop = to_proxy(&observed).unwrap();
    assert_eq!(hop.to.name, "orders-fast");
    assert!(matches!(way(&observed, hop), HopWay::Closed(why) if why.contains("sg-bastion")));
}

#[test]
fn an_endpoint_in_the_functions_vpc_needs_no_link() {
    let mut value = joined();
    value["peerings"]["present"] = json!([]);
    let endpoint = &mut value["proxy_endpoints"]["present"][1];
    endpoint["vpc_id"] = json!("vpc-2");
    endpoint["subnet_ids"] = json!(["subnet-fb"]);
    endpoint["security_group_ids"] = json!(["sg-fn2"]);
    let rules = &mut value["function_network"]["present"]["security_groups"]["present"][0]["rules"];
    let rule = |direction: &str, peer: Value| {
        json!({ "id": null, "direction": direction, "protocol": "6",
        "from_port": 3306, "to_port": 3306, "peer": peer, "description": null })
    };
    *rules = json!([rule("egress", json!({ "cidr": "10.1.0.0/16" }))]);
    let observed = read(value.clone());
    let hop = to_proxy(&observed).unwrap();
    assert_eq!(link(&observed, hop.from, hop.to, hop.network), Ok(Link::Same));
    assert!(matches!(way(&observed, hop), HopWay::Closed(why) if why.contains("inbound rules of sg-fn2")));

    let rules = &mut value["function_network"]["present"]["security_groups"]["present"][0]["rules"];
    rules.as_array_mut().unwrap().push(rule("ingress", json!({ "group": "sg-fn2" })));
    let observed = read(value);
    assert!(matches!(way(&observed, to_proxy(&observed).unwrap()), HopWay::Open(_)));
}

#[test]
fn ipv6_connections_are_let_through_by_ipv6_ranges_only() {
    let mut value = base();
    value["proxy"]["present"]["target_connection_network_type"] = json!("IPV6");
    for (i, subnet) in value["subnets"]["present"].as_array_mut().unwrap().iter_mut().enumerate() {
        subnet["ipv6_cidr"] = json!(format!("2001:db8:0:{i}::/64"));
    }
    let everything = |direction: &str, cidr: &str| {
        json!({ "id": null, "direction": direction, "protocol": "-1",
        "from_port": null, "to_port": null, "peer": { "cidr": cidr }, "description": null })
    };
    for (cidr, open) in [("2001:db8::/56", true), ("::/0", true), ("0.0.0.0/0", false)] {
        value["security_groups"]["present"][2]["rules"] = json!([everything("ingress", cidr)]);
        value["network_acls"] = json!("not-asked");
        let observed = read(value.clone());
        let way = way(&observed, to_database(&observed).unwrap());
        assert_eq!(matches!(way, HopWay::Open(_)), open, "{cidr}: {way:?}");
    }
}

#[test]
fn nonsense_and_cycles_are_survived() {
    let mut value = base();
    let groups = value["security_groups"]["present"].as_array_mut().unwrap();
    // Groups that refer to each other in a circle, a group twice, ranges that are none.
    groups[0]["rules"][0]["peer"] = json!({ "group": "sg-db" });
    groups[2]["rules"][0]["peer"] = json!({ "group": "sg-fn" });
    groups[2]["rules"][1]["peer"] = json!({ "cidr": "10.0.0.0/99" });
    let again = groups[1].clone();
    groups.push(again);
    value["subnets"]["present"][0]["cidr"] = json!("not a range");
    value["network_acls"]["present"][0]["entries"][0]["cidr"] = json!("");
    value["route_tables"]["present"][0]["routes"][0]["destination"] = json!("everywhere");
    value["proxy"]["present"]["subnet_ids"] = json!(["subnet-a", "subnet-a", "subnet-gone", ""]);
    let observed = read(value);
    assert!(matches!(way(&observed, to_database(&observed).unwrap()), HopWay::Unknown(_)));
    assert!(matches!(way(&observed, to_proxy(&observed).unwrap()), HopWay::Closed(_)));
    // Every other rule has to live with it too.
    assert_eq!(crate::rules::check_all(&observed).proxy.as_deref(), Some("orders-proxy"));
}

#[test]
fn thousands_of_rules_are_read_once() {
    let mut value = base();
    let range = |i: usize| format!("10.{}.{}.0/24", 1 + i / 256 % 200, i % 256);
    let rule = |i: usize| {
        json!({ "id": format!("sgr-{i}"), "direction": "ingress", "protocol": "tcp", "from_port": 3306, "to_port": 3306,
                "peer": { "cidr": range(i) }, "description": null })
    };
    value["security_groups"]["present"][2]["rules"] = (0..10_000).map(rule).collect();
    let cut = |i: u16| entry(i, "egress", i.is_multiple_of(2), &range(usize::from(i)), Some((i, i)));
    value["network_acls"]["present"][0]["entries"] = (1..10_000).map(cut).collect();
    let subnets: Vec<String> = (0..2000).map(|i| format!("subnet-{i}")).collect();
    value["database"]["present"]["subnet_ids"] = json!(subnets);
    let observed = read(value);
    let hop = to_database(&observed).unwrap();
    assert!(matches!(way(&observed, hop), HopWay::Closed(_)), "no range holds the proxy's subnets");
    assert!(crate::rules::check_all(&observed).findings.iter().any(|finding| finding.code == "sg-db-ingress-proxy"));

    // Entries that cut a range to pieces are given up, not followed for ever.
    let mut entries: Vec<Value> = (0..2000)
        .map(|i| entry(i + 1, "egress", i.is_multiple_of(2), &format!("10.0.11.{}/32", i % 256), Some((3306, 3306))))
        .collect();
    entries.push(entry(100, "ingress", true, ALL, None));
    assert!(matches!(acl(&entries), Err(Stop::Unknown(_))));
}
