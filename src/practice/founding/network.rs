//! VPCs, subnets, routes, gateway endpoints and security groups.

use std::collections::BTreeMap;

use crate::domain::Tags;
use crate::domain::network::{
    Direction, Peer, Route, RouteTable, SecurityGroup, SecurityGroupRule, Subnet, Vpc, VpcEndpoint, VpcEndpointState,
};
use crate::practice::company::{RouteRow, VpcRow};
use crate::practice::state::{EndpointRecord, State, SubnetGroupRecord};

/// The physical zone behind a letter. Virginia's b is the zone that has no proxies.
fn zone_id(region: &str, letter: char) -> String {
    let (prefix, number) = match (region, letter) {
        ("us-east-1", 'a') => ("use1", 1),
        ("us-east-1", 'b') => ("use1", 3),
        ("us-east-1", _) => ("use1", 6),
        (_, 'a') => ("euw1", 1),
        (_, 'b') => ("euw1", 2),
        _ => ("euw1", 3),
    };
    format!("{prefix}-az{number}")
}

pub(super) fn add_vpc(state: &mut State, row: &VpcRow) {
    let region = state.account.region.clone();
    let id = state.new_id("vpc", &row.name);
    let mut by_route: BTreeMap<RouteRow, Vec<String>> = BTreeMap::new();
    for subnet in &row.subnets {
        let subnet_id = state.new_id("subnet", &format!("{}/{}", row.name, subnet.name));
        by_route.entry(subnet.route).or_default().push(subnet_id.clone());
        state.subnets.push(Subnet {
            id: subnet_id,
            vpc_id: id.clone(),
            name: Some(subnet.name.clone()),
            zone: format!("{region}{}", subnet.zone),
            zone_id: zone_id(&region, subnet.zone),
            cidr: subnet.cidr.clone(),
            ipv6_cidr: None,
            free_addresses: subnet.free,
        });
    }
    let route = |destination: &str, target: &str| Route {
        destination: destination.into(),
        target: target.into(),
        active: true,
    };
    for kind in [RouteRow::Private, RouteRow::Nat, RouteRow::Public] {
        let main = kind == RouteRow::Private;
        let subnet_ids = by_route.remove(&kind).unwrap_or_default();
        if subnet_ids.is_empty() && !main {
            continue;
        }
        let mut routes = vec![route(&row.cidr, "local")];
        let gateway = match kind {
            RouteRow::Private => None,
            RouteRow::Nat => Some(state.new_id("nat", &row.name)),
            RouteRow::Public => Some(state.new_id("igw", &row.name)),
        };
        routes.extend(gateway.map(|gateway| route("0.0.0.0/0", &gateway)));
        let table_id = state.new_id("rtb", &format!("{}/{kind:?}", row.name));
        state.route_tables.push(RouteTable {
            id: table_id,
            vpc_id: id.clone(),
            main,
            subnet_ids: if main { Vec::new() } else { subnet_ids },
            routes,
        });
    }
    for service in &row.gateways {
        let endpoint = VpcEndpoint {
            id: state.new_id("vpce", &format!("{}/{service}", row.name)),
            vpc_id: id.clone(),
            service_name: format!("com.amazonaws.{region}.{service}"),
            kind: "Gateway".into(),
            state: VpcEndpointState::Available,
            subnet_ids: Vec::new(),
            security_group_ids: Vec::new(),
            private_dns: false,
            tags: Tags::new(),
            policy: None,
        };
        state.endpoints.push(EndpointRecord { endpoint, ready_at: 0, gone_at: None });
    }
    state.vpcs.push(Vpc {
        id: id.clone(),
        name: Some(row.name.clone()),
        cidrs: vec![row.cidr.clone()],
        tenancy: row.tenancy.clone(),
        dns_support: Some(true),
        dns_hostnames: Some(true),
        dns_servers: Some(vec!["AmazonProvidedDNS".into()]),
        encryption_control: None,
        owner_id: Some(state.account.id.clone()),
    });
    let private =
        row.subnets.iter().filter(|subnet| subnet.route != RouteRow::Public).map(|subnet| subnet.name.clone());
    let subnet_ids = subnet_ids(state, &private.collect::<Vec<_>>());
    state.subnet_groups.push(SubnetGroupRecord { name: format!("{}-databases", row.name), vpc_id: id, subnet_ids });
    add_group(state, &row.name, "default", "default VPC security group");
}

/// The id of the VPC with this name.
pub fn vpc_id(state: &State, name: &str) -> String {
    let found = state.vpcs.iter().find(|vpc| vpc.name.as_deref() == Some(name));
    found.map_or(name, |vpc| &vpc.id).to_owned()
}

/// The ids of the subnets with these names.
pub fn subnet_ids(state: &State, names: &[String]) -> Vec<String> {
    let id = |name: &String| {
        let found = state.subnets.iter().find(|subnet| subnet.name.as_ref() == Some(name));
        found.map_or(name, |subnet| &subnet.id).clone()
    };
    names.iter().map(id).collect()
}

/// The id of the group with this name.
pub fn group_id(state: &State, name: &str) -> String {
    state.groups.iter().find(|group| group.name == name).map_or(name, |group| &group.id).to_owned()
}

/// Adds a group without rules.
pub fn add_group(state: &mut State, vpc: &str, name: &str, description: &str) {
    let seed = if name == "default" { format!("{vpc}/default") } else { name.to_owned() };
    let group = SecurityGroup {
        id: state.new_id("sg", &seed),
        name: name.to_owned(),
        vpc_id: vpc_id(state, vpc),
        description: description.to_owned(),
        rules: Vec::new(),
        tags: Tags::new(),
    };
    state.groups.push(group);
}

/// Adds rules such as `in 3306 orders-api-sg` to a group.
pub fn add_rules(state: &mut State, group: &str, rules: &[String]) {
    for text in rules {
        let mut words = text.split(' ');
        let (direction, port, peer) =
            (words.next(), words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let port: Option<u16> = port.parse().ok();
        let rule = SecurityGroupRule {
            id: Some(state.new_id("sgr", &format!("{group}/{text}"))),
            direction: if direction == Some("in") { Direction::Ingress } else { Direction::Egress },
            protocol: if port.is_some() { "tcp" } else { "-1" }.into(),
            from_port: port,
            to_port: port,
            peer: if peer.contains('/') { Peer::Cidr(peer.into()) } else { Peer::Group(group_id(state, peer)) },
            description: None,
        };
        state.groups.iter_mut().filter(|there| there.name == group).for_each(|there| there.rules.push(rule.clone()));
    }
}
