//! Endpoints of the proxy beside its default one: one for reads alone, and those in the VPC of a function
//! that is in another than the database.
//! <https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-endpoints.html>

use std::collections::BTreeSet;

use super::endpoint_place::{check_names, groups as chosen_groups, subnets as chosen_subnets};
use super::proxy::fits;
use super::subnets::UNSUPPORTED_ZONE_IDS;
use super::{Draft, Problem, names, used};
use crate::domain::database::{Database, DatabaseKind};
use crate::domain::network::{OtherVpc, Subnet, table_of};
use crate::domain::observed::Part;
use crate::domain::output::Output;
use crate::domain::proxy::{EndpointRole, MOST_ENDPOINTS, NetworkType, ProxyEndpoint, ProxyStatus};
use crate::domain::setup::{FunctionVpcSetup, GroupPart, GroupSetup, Page, ProxyEndpointSetup};
use crate::domain::stored;
use crate::text::{said, t};

const READ_ONLY: &str = "proxy.read_only_endpoint";
pub const IN_FUNCTION_VPC: &str = "proxy.endpoint_in_function_vpc";

impl Draft<'_> {
    /// The function stays in another VPC than the database's and is to have an endpoint there.
    pub(super) fn stays_elsewhere(&self) -> bool {
        let vpc = self.function.vpc.as_ref().filter(|_| self.function.managed_instances.is_none());
        self.choices.proxy.endpoint_in_function_vpc
            && vpc.is_some_and(|vpc| Some(vpc.vpc_id.as_str()) != self.database.vpc_id.as_deref())
    }
}

/// The function's VPC, where it is another one and the proxy gets an endpoint there.
pub(super) fn function_vpc(draft: &mut Draft<'_>) -> Option<FunctionVpcSetup> {
    if draft.choices.proxy.endpoint_in_function_vpc && !draft.stays_elsewhere() {
        draft.note(Page::Proxy, said!("endpoint-vpc-same"), said!("endpoint-vpc-same-text"));
    }
    if !draft.stays_elsewhere() {
        return None;
    }
    let vpc = draft.function.vpc.as_ref()?;
    let observed = draft.observed;
    let network = observed.function_network.present();
    let read = network.filter(|network| network.subnets.items().iter().any(|subnet| subnet.vpc_id == vpc.vpc_id));
    let Some(network) = read else {
        let title = t!("endpoint-vpc-unread", vpc = vpc.vpc_id.as_str());
        let cure = match network.and_then(|network| network.subnets.unreadable()) {
            Some(why) => t!("design-unreadable-cure", because = why.because.as_str()),
            None => t!("endpoint-vpc-one-cure").to_owned(),
        };
        draft.problem(Problem::new(Page::Proxy, IN_FUNCTION_VPC, title, cure));
        return None;
    };
    let label = network.vpc.present().map_or(vpc.vpc_id.as_str(), |vpc| vpc.label()).to_owned();
    if network.vpc.present().is_some_and(|vpc| vpc.tenancy == "dedicated") {
        let title = t!("endpoint-vpc-dedicated", vpc = label.as_str());
        draft.problem(Problem::new(Page::Proxy, IN_FUNCTION_VPC, title, t!("endpoint-vpc-dedicated-cure")));
    }
    let kind = network_type(draft, true);
    let is_chosen = !draft.choices.proxy.endpoints.subnets.is_empty();
    let subnets = two_zones(network, &vpc.subnet_ids, kind);
    if subnets.len() < 2 && !is_chosen {
        let title = t!("endpoint-vpc-zones", vpc = label.as_str(), count = subnets.len());
        draft.problem(Problem::new(Page::Proxy, IN_FUNCTION_VPC, title, t!("endpoint-vpc-zones-cure")));
    }
    draft.reason("FunctionVpcEndpoint", said!("endpoint-vpc-why", vpc = label.as_str()));
    let subnet_ids = chosen_subnets(draft, true, kind, &subnets);
    Some(FunctionVpcSetup { vpc_id: vpc.vpc_id.clone(), label, subnet_ids })
}

/// A subnet in each of two zones: the function's own before others, private before public, the roomiest first.
fn two_zones(network: &OtherVpc, own: &[String], kind: NetworkType) -> Vec<String> {
    let tables = network.route_tables.items();
    let usable = |subnet: &&Subnet| !UNSUPPORTED_ZONE_IDS.contains(&subnet.zone_id.as_str()) && fits(subnet, kind);
    let mut subnets: Vec<&Subnet> = network.subnets.items().iter().filter(usable).collect();
    subnets.sort_by_key(|subnet| {
        let public = table_of(&subnet.id, tables).is_some_and(|table| table.is_public());
        (!own.contains(&subnet.id), public, std::cmp::Reverse(subnet.free_addresses), subnet.id.as_str())
    });
    let mut zones = BTreeSet::new();
    subnets.retain(|subnet| zones.len() < 2 && zones.insert(subnet.zone_id.as_str()));
    subnets.into_iter().map(|subnet| subnet.id.clone()).collect()
}

/// The addresses of the endpoints: as chosen, else the proxy's own kind in its own VPC.
fn network_type(draft: &Draft<'_>, elsewhere: bool) -> NetworkType {
    let there = used::proxy(draft).map(|proxy| proxy.endpoint_network_type);
    let of_proxy = draft.choices.proxy.endpoint_network_type.or(there).filter(|_| !elsewhere);
    draft.choices.proxy.endpoints.network_type.or(of_proxy).unwrap_or_default()
}

/// The endpoints, and the groups that they have where those are not the proxy's own.
pub(super) fn design(
    draft: &mut Draft<'_>,
    elsewhere: Option<&FunctionVpcSetup>,
    proxy_subnets: &[String],
    proxy_group: &str,
) -> (Vec<ProxyEndpointSetup>, Vec<GroupSetup>) {
    let chosen = &draft.choices.proxy.endpoints;
    if elsewhere.is_none() && !draft.choices.proxy.read_only_endpoint {
        if *chosen != Default::default() {
            draft.note(Page::Proxy, said!("endpoint-none-made"), said!("endpoint-none-made-text"));
        }
        return (Vec::new(), Vec::new());
    }
    let network_type = network_type(draft, elsewhere.is_some());
    let mut chosen_groups = chosen_groups(draft, elsewhere.is_some());
    let subnet_ids = match elsewhere {
        Some(vpc) => vpc.subnet_ids.clone(),
        None => chosen_subnets(draft, false, network_type, proxy_subnets),
    };
    let groups = match elsewhere {
        None if chosen_groups.is_empty() => GroupPart::Proxy,
        _ => GroupPart::ProxyEndpoint,
    };
    let own = |name, role| {
        let subnet_ids = subnet_ids.clone();
        ProxyEndpointSetup { name, role, subnet_ids, groups, network_type, used_host: None }
    };
    let mut endpoints = Vec::new();
    if elsewhere.is_some() && chosen_groups.is_empty() {
        chosen_groups.push(GroupSetup {
            part: GroupPart::ProxyEndpoint,
            id: Output::ProxyEndpointGroup.token(),
            name: names::proxy_endpoint_group(draft.choices),
            description: stored::proxy_endpoint_group_description(&draft.name, &draft.function.name),
            owned: true,
        });
    }
    if elsewhere.is_some() {
        endpoints.push(own(names::function_vpc_endpoint(draft.choices), EndpointRole::ReadWrite));
    }
    if draft.choices.proxy.read_only_endpoint && can_read(draft) {
        let name = names::read_only_endpoint(draft.choices);
        let may_be_used = elsewhere.is_none() && !draft.choices.proxy.endpoints.is_placed();
        let of_others = may_be_used.then(|| of_others(draft, &name)).flatten();
        match of_others {
            None => endpoints.push(own(name, EndpointRole::ReadOnly)),
            Some(there) => {
                let shares = there.security_group_ids.iter().any(|id| id == proxy_group);
                chosen_groups = group_of(draft, &there).filter(|_| !shares).into_iter().collect();
                draft.note(
                    Page::Proxy,
                    said!("endpoint-used", name = there.name.as_str()),
                    said!("endpoint-used-text"),
                );
                endpoints.push(ProxyEndpointSetup {
                    groups: if shares { GroupPart::Proxy } else { GroupPart::ProxyEndpoint },
                    used_host: there.host,
                    subnet_ids: there.subnet_ids,
                    ..own(there.name, EndpointRole::ReadOnly)
                });
            }
        }
    }
    check_names(draft, &endpoints);
    check_count(draft, &endpoints);
    (endpoints, chosen_groups)
}

/// An endpoint of the proxy for reads that is there and is not the setup's own.
fn of_others(draft: &Draft<'_>, name: &str) -> Option<ProxyEndpoint> {
    let named = draft.observed.named_endpoints.items().iter();
    let mut ours = named.filter(|there| there.tags.as_ref().is_some_and(|tags| draft.owns(tags)));
    if ours.any(|there| there.name == name) {
        return None;
    }
    let vpc = draft.database.vpc_id.as_deref();
    let is_meant = |there: &ProxyEndpoint| match &draft.choices.proxy.endpoints.read_only_name {
        Some(chosen) => there.name == *chosen,
        None => true,
    };
    let all = draft.observed.proxy_endpoints.items().iter().filter(|there| !there.is_default && there.is_read_only());
    let mut ready = all.filter(|there| there.status == ProxyStatus::Available && there.host.is_some());
    ready.find(|there| Some(there.vpc_id.as_str()) == vpc && is_meant(there)).cloned()
}

fn group_of(draft: &Draft<'_>, there: &ProxyEndpoint) -> Option<GroupSetup> {
    let id = there.security_group_ids.first()?;
    let found = draft.observed.security_group(id);
    Some(GroupSetup {
        part: GroupPart::ProxyEndpoint,
        id: id.clone(),
        name: found.map_or_else(|| id.clone(), |group| group.name.clone()),
        description: found.map(|group| group.description.clone()).unwrap_or_default(),
        owned: false,
    })
}

/// Why nobody would be behind an endpoint that only reads, and what to do about it; `None` where a reader is.
/// RDS refuses to make one then.
pub fn no_reader(database: &Database) -> Option<(String, &'static str)> {
    if database.kind == DatabaseKind::Instance {
        let title = t!("endpoint-no-cluster", database = database.id.as_str());
        return Some((title, t!("endpoint-no-cluster-cure")));
    }
    let is_alone = !database.members.iter().any(|member| !member.writer);
    is_alone.then(|| (t!("endpoint-no-reader", database = database.id.as_str()), t!("endpoint-no-reader-cure")))
}

/// Whether somebody is behind an endpoint that only reads; else that is a problem.
fn can_read(draft: &mut Draft<'_>) -> bool {
    let Some((title, cure)) = no_reader(draft.database) else {
        draft.reason("ReadOnlyEndpoint", said!("endpoint-reads-why"));
        return true;
    };
    draft.problem(Problem::new(Page::Proxy, READ_ONLY, title, cure).suggesting("false"));
    false
}

/// A proxy has twenty endpoints beside its default one.
fn check_count(draft: &mut Draft<'_>, endpoints: &[ProxyEndpointSetup]) {
    let Part::Present(there) = &draft.observed.proxy_endpoints else { return };
    let others = there.iter().filter(|one| !one.is_default && !endpoints.iter().any(|own| own.name == one.name));
    let owned = endpoints.iter().filter(|endpoint| endpoint.owned()).count();
    if owned > 0 && others.count() + owned > MOST_ENDPOINTS {
        let field = if draft.stays_elsewhere() { IN_FUNCTION_VPC } else { READ_ONLY };
        let title = t!("endpoint-quota", proxy = draft.name.as_str(), count = MOST_ENDPOINTS);
        draft.problem(Problem::new(Page::Proxy, field, title, t!("endpoint-quota-cure")));
    }
}
