//! What the person says of the endpoints that are made beside the proxy's default one: name, subnets, groups
//! and network type. What cannot be so is a problem, before AWS says it.
//! <https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxyEndpoint.html>

use std::collections::BTreeSet;

use super::proxy::{fits, repaired};
use super::subnets::UNSUPPORTED_ZONE_IDS;
use super::{Draft, Problem};
use crate::domain::network::{SecurityGroup, Subnet};
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::{EndpointRole, NetworkType, is_proxy_name};
use crate::domain::setup::{GroupPart, GroupSetup, Page, ProxyEndpointSetup};
use crate::text::{said, series, t};

pub(super) const SUBNETS: &str = "proxy.endpoints.subnets";
const GROUPS: &str = "proxy.endpoints.security_groups";
const NETWORK: &str = "proxy.endpoints.network_type";

/// Subnets and groups of the VPC where the endpoints are: that of the function, where it is another than the
/// database's.
pub fn offered(observed: &Observed, elsewhere: bool) -> (&Part<Vec<Subnet>>, &Part<Vec<SecurityGroup>>) {
    match observed.function_network.present().filter(|_| elsewhere) {
        Some(network) => (&network.subnets, &network.security_groups),
        None => (&observed.subnets, &observed.security_groups),
    }
}

/// The chosen subnets, each once, or these. Both must be in two zones and have the addresses that are asked for.
pub(super) fn subnets(draft: &mut Draft<'_>, elsewhere: bool, kind: NetworkType, else_these: &[String]) -> Vec<String> {
    let chosen = draft.choices.proxy.endpoints.subnets.clone();
    let (all, _) = offered(draft.observed, elsewhere);
    let all = match all {
        Part::Unreadable(why) if !chosen.is_empty() => {
            let title = t!("design-unreadable", name = "subnets", operation = why.operation.as_str());
            refuse(draft, SUBNETS, title, t!("design-unreadable-cure", because = why.because.as_str()));
            return chosen;
        }
        all => all.items(),
    };
    let mut ids: Vec<String> = Vec::new();
    for id in if chosen.is_empty() { else_these } else { &chosen } {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    for id in &ids {
        if !all.iter().any(|subnet| subnet.id == *id) && !chosen.is_empty() {
            let known: Vec<&str> = all.iter().map(|subnet| subnet.id.as_str()).collect();
            let cure = t!("endpoint-subnet-unknown-cure", known = series(&known));
            refuse(draft, SUBNETS, t!("endpoint-subnet-unknown", subnet = id.as_str()), cure);
        }
    }
    let picked: Vec<&Subnet> = all.iter().filter(|subnet| ids.contains(&subnet.id)).collect();
    let zone = |subnet: &&Subnet| UNSUPPORTED_ZONE_IDS.iter().find(|zone| **zone == subnet.zone_id);
    if !chosen.is_empty() {
        for subnet in picked.iter().filter(|subnet| zone(subnet).is_some()) {
            let title = said!("design-subnet-removed", subnet = subnet.label());
            let text = said!("design-subnet-removed-text", zone = subnet.zone_id.as_str());
            draft.warn(Page::Proxy, title, text);
        }
        let zones: BTreeSet<&str> =
            picked.iter().filter(|subnet| zone(subnet).is_none()).map(|subnet| subnet.zone_id.as_str()).collect();
        if zones.len() < 2 {
            let title = t!("endpoint-zones", count = zones.len());
            refuse(draft, SUBNETS, title, t!("endpoint-vpc-zones-cure").to_owned());
        }
    }
    // What nobody chose is the proxy's, and judged with it.
    let is_said = !chosen.is_empty() || draft.choices.proxy.endpoints.network_type.is_some();
    if let Some(subnet) = picked.iter().find(|subnet| is_said && !fits(subnet, kind)) {
        let title = t!("endpoint-subnet-kind", subnet = subnet.label(), kind = kind.api_name());
        let cure = match kind {
            NetworkType::Ipv6 => t!("design-ipv6-only-subnets-cure"),
            NetworkType::Dual => t!("endpoint-dual-cure"),
            NetworkType::Ipv4 | NetworkType::Other => t!("design-ipv4-subnets-cure"),
        };
        refuse(draft, NETWORK, title, cure.to_owned());
    }
    ids
}

/// The chosen groups; none where design makes or takes one.
pub(super) fn groups(draft: &mut Draft<'_>, elsewhere: bool) -> Vec<GroupSetup> {
    let chosen = draft.choices.proxy.endpoints.security_groups.clone();
    let (_, all) = offered(draft.observed, elsewhere);
    if let (Part::Unreadable(why), false) = (all, chosen.is_empty()) {
        let title = t!("design-unreadable", name = t!("design-name-groups"), operation = why.operation.as_str());
        refuse(draft, GROUPS, title, t!("design-unreadable-cure", because = why.because.as_str()));
        return Vec::new();
    }
    let mut groups: Vec<GroupSetup> = Vec::new();
    for id in chosen {
        let Some(group) = all.items().iter().find(|group| group.id == id) else {
            let title = t!("endpoint-group-unknown", group = id.as_str());
            refuse(draft, GROUPS, title, t!("endpoint-group-unknown-cure").to_owned());
            continue;
        };
        if groups.iter().all(|there| there.id != id) {
            groups.push(GroupSetup {
                part: GroupPart::ProxyEndpoint,
                id,
                name: group.name.clone(),
                description: group.description.clone(),
                owned: false,
            });
        }
    }
    groups
}

/// The names as the API judges them, and each other.
pub(super) fn check_names(draft: &mut Draft<'_>, endpoints: &[ProxyEndpointSetup]) {
    for endpoint in endpoints.iter().filter(|endpoint| endpoint.owned() && !is_proxy_name(&endpoint.name)) {
        let title = t!("endpoint-name", name = endpoint.name.as_str());
        let problem = Problem::new(Page::Proxy, name_field(endpoint.role), title, t!("design-proxy-name-cure"));
        draft.problem(problem.suggesting(repaired(&endpoint.name)));
    }
    if let [first, second] = endpoints
        && first.name.eq_ignore_ascii_case(&second.name)
    {
        let title = t!("endpoint-name-twice", name = second.name.as_str());
        refuse(draft, name_field(second.role), title, t!("endpoint-name-twice-cure").to_owned());
    }
}

const fn name_field(role: EndpointRole) -> &'static str {
    match role {
        EndpointRole::ReadOnly => "proxy.endpoints.read_only_name",
        EndpointRole::ReadWrite => "proxy.endpoints.function_vpc_name",
    }
}

fn refuse(draft: &mut Draft<'_>, field: &'static str, title: String, cure: String) {
    draft.problem(Problem::new(Page::Proxy, field, title, cure));
}
