//! One VPC with all that decides who reaches whom in it.

use std::collections::BTreeSet;

use super::part_read;
use crate::cloud::Reader;
use crate::domain::network::{OtherVpc, Peer, Route, SecurityGroup};
use crate::domain::observed::Observed;

/// Everything of the VPC, in one wave.
pub async fn of_vpc(reader: &dyn Reader, vpc: &str) -> OtherVpc {
    let (itself, subnets, route_tables, security_groups, network_acls, vpc_endpoints) = futures::join!(
        reader.vpc(vpc),
        reader.subnets(vpc),
        reader.route_tables(vpc),
        reader.security_groups(vpc),
        reader.network_acls(vpc),
        reader.vpc_endpoints(vpc)
    );
    OtherVpc {
        vpc: part_read(itself),
        subnets: part_read(subnets.map(Some)),
        route_tables: part_read(route_tables.map(Some)),
        security_groups: part_read(security_groups.map(Some)),
        network_acls: part_read(network_acls.map(Some)),
        vpc_endpoints: part_read(vpc_endpoints.map(Some)),
    }
}

/// The prefix lists that rules of the groups in use, or routes, name.
pub fn prefix_lists_named(observed: &Observed) -> Vec<String> {
    let other = observed.function_network.present();
    let tables = observed.route_tables.items().iter().chain(other.iter().flat_map(|vpc| vpc.route_tables.items()));
    let of_routes = tables.flat_map(|table| &table.routes).filter_map(destination_list);
    let of_groups = used_groups(observed)
        .into_iter()
        .flat_map(|group| &group.rules)
        .filter_map(|rule| if let Peer::PrefixList(id) = &rule.peer { Some(id.as_str()) } else { None });
    let named: BTreeSet<String> = of_routes.chain(of_groups).map(str::to_owned).collect();
    named.into_iter().collect()
}

fn destination_list(route: &Route) -> Option<&str> {
    Some(route.destination.as_str()).filter(|destination| destination.starts_with("pl-"))
}

/// The groups of function, proxy, its endpoints, database and interface endpoints.
fn used_groups(observed: &Observed) -> Vec<&SecurityGroup> {
    let mut ids: BTreeSet<&str> = BTreeSet::new();
    let vpc = observed.function.present().and_then(|function| function.vpc.as_ref());
    ids.extend(vpc.into_iter().flat_map(|vpc| &vpc.security_group_ids).map(String::as_str));
    ids.extend(observed.proxy.present().into_iter().flat_map(|proxy| &proxy.security_group_ids).map(String::as_str));
    for endpoint in observed.proxy_endpoints.items() {
        ids.extend(endpoint.security_group_ids.iter().map(String::as_str));
    }
    for endpoint in observed.vpc_endpoints.items() {
        ids.extend(endpoint.security_group_ids.iter().map(String::as_str));
    }
    ids.extend(observed.database.present().into_iter().flat_map(|db| &db.security_group_ids).map(String::as_str));
    let other = observed.function_network.present();
    let groups = observed.security_groups.items().iter();
    let groups = groups.chain(other.into_iter().flat_map(|vpc| vpc.security_groups.items()));
    groups.filter(|group| ids.contains(group.id.as_str())).collect()
}
