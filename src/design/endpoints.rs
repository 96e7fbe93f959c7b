//! Endpoints of the proxy beside its default one: one for reads alone, and those in the VPC of a function
//! that is in another than the database.
//! <https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-endpoints.html>

use std::collections::BTreeSet;

use super::subnets::UNSUPPORTED_ZONE_IDS;
use super::{Draft, Problem, names, used};
use crate::domain::database::{Database, DatabaseKind};
use crate::domain::network::{OtherVpc, Subnet, table_of};
use crate::domain::observed::Part;
use crate::domain::output::Output;
use crate::domain::proxy::{EndpointRole, MOST_ENDPOINTS, NetworkType, ProxyEndpoint};
use crate::domain::setup::{FunctionVpcSetup, GroupPart, GroupSetup, Page, ProxyEndpointSetup};
use crate::text::t;

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
        draft.note(Page::Proxy, t!("endpoint-vpc-same"), t!("endpoint-vpc-same-text"));
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
    let subnets = two_zones(network, &vpc.subnet_ids);
    if subnets.len() < 2 {
        let title = t!("endpoint-vpc-zones", vpc = label.as_str(), count = subnets.len());
        draft.problem(Problem::new(Page::Proxy, IN_FUNCTION_VPC, title, t!("endpoint-vpc-zones-cure")));
    }
    draft.reason("FunctionVpcEndpoint", t!("endpoint-vpc-why", vpc = label.as_str()));
    Some(FunctionVpcSetup { vpc_id: vpc.vpc_id.clone(), label, subnet_ids: subnets })
}

/// A subnet in each of two zones: the function's own before others, private before public, the roomiest first.
fn two_zones(network: &OtherVpc, own: &[String]) -> Vec<String> {
    let tables = network.route_tables.items();
    let usable = |subnet: &&Subnet| !UNSUPPORTED_ZONE_IDS.contains(&subnet.zone_id.as_str()) && !subnet.is_ipv6_only();
    let mut subnets: Vec<&Subnet> = network.subnets.items().iter().filter(usable).collect();
    subnets.sort_by_key(|subnet| {
        let public = table_of(&subnet.id, tables).is_some_and(|table| table.is_public());
        (!own.contains(&subnet.id), public, std::cmp::Reverse(subnet.free_addresses), subnet.id.as_str())
    });
    let mut zones = BTreeSet::new();
    subnets.retain(|subnet| zones.len() < 2 && zones.insert(subnet.zone_id.as_str()));
    subnets.into_iter().map(|subnet| subnet.id.clone()).collect()
}

/// The endpoints, and the group that they have where it is not the proxy's own.
pub(super) fn design(
    draft: &mut Draft<'_>,
    elsewhere: Option<&FunctionVpcSetup>,
    proxy_subnets: &[String],
    proxy_group: &str,
) -> (Vec<ProxyEndpointSetup>, Option<GroupSetup>) {
    let (subnet_ids, groups) = match elsewhere {
        Some(vpc) => (vpc.subnet_ids.clone(), GroupPart::ProxyEndpoint),
        None => (proxy_subnets.to_vec(), GroupPart::Proxy),
    };
    let network_type = match elsewhere {
        Some(_) => NetworkType::Ipv4,
        None => {
            let there = used::proxy(draft).map(|proxy| proxy.endpoint_network_type);
            draft.choices.proxy.endpoint_network_type.or(there).unwrap_or_default()
        }
    };
    let own = |name, role| {
        let subnet_ids = subnet_ids.clone();
        ProxyEndpointSetup { name, role, subnet_ids, groups, network_type, used_host: None }
    };
    let mut endpoints = Vec::new();
    let mut group = elsewhere.map(|_| GroupSetup {
        part: GroupPart::ProxyEndpoint,
        id: Output::ProxyEndpointGroup.token(),
        name: names::proxy_endpoint_group(draft.choices),
        description: format!("Endpoint of {} for {}", draft.name, draft.function.name),
        owned: true,
    });
    if elsewhere.is_some() {
        endpoints.push(own(names::function_vpc_endpoint(draft.choices), EndpointRole::ReadWrite));
    }
    if draft.choices.proxy.read_only_endpoint && can_read(draft) {
        let name = names::read_only_endpoint(draft.choices);
        let of_others = elsewhere.is_none().then(|| of_others(draft, &name)).flatten();
        match of_others {
            None => endpoints.push(own(name, EndpointRole::ReadOnly)),
            Some(there) => {
                let shares = there.security_group_ids.iter().any(|id| id == proxy_group);
                group = group_of(draft, &there).filter(|_| !shares);
                draft.note(Page::Proxy, t!("endpoint-used", name = there.name.as_str()), t!("endpoint-used-text"));
                endpoints.push(ProxyEndpointSetup {
                    groups: if shares { GroupPart::Proxy } else { GroupPart::ProxyEndpoint },
                    used_host: there.host,
                    subnet_ids: there.subnet_ids,
                    ..own(there.name, EndpointRole::ReadOnly)
                });
            }
        }
    }
    check_count(draft, &endpoints);
    (endpoints, group)
}

/// An endpoint of the proxy for reads that is there and is not the setup's own.
fn of_others(draft: &Draft<'_>, name: &str) -> Option<ProxyEndpoint> {
    let named = draft.observed.named_endpoints.items().iter();
    let mut ours = named.filter(|there| there.tags.as_ref().is_some_and(|tags| draft.owns(tags)));
    if ours.any(|there| there.name == name) {
        return None;
    }
    let vpc = draft.database.vpc_id.as_deref();
    let all = draft.observed.proxy_endpoints.items().iter().filter(|there| !there.is_default && there.is_read_only());
    let mut ready = all.filter(|there| there.status == "available" && there.host.is_some());
    ready.find(|there| Some(there.vpc_id.as_str()) == vpc).cloned()
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
        draft.reason("ReadOnlyEndpoint", t!("endpoint-reads-why"));
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
