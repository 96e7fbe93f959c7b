//! The chain function group → proxy group → database group, and the endpoint where it is needed.
//!
//! Every rule refers to a group; no rule names an address range.

use std::collections::BTreeSet;

use super::{Draft, Problem, endpoints, names, services, subnets, used};
use crate::domain::arn::short_name;
use crate::domain::choices::EndpointChoice;
use crate::domain::function::FunctionVpc;
use crate::domain::network::{Direction, Peer, SecurityGroup, VpcEndpoint};
use crate::domain::output::Output;
use crate::domain::proxy::AuthMode;
use crate::domain::setup::{EndpointSetup, GroupPart, GroupSetup, NetworkSetup, Page, ProxyEndpointSetup, RuleSetup};
use crate::domain::stored;
use crate::text::{Sentence, said, t};

/// With the proxy's endpoints beside its default one, which decide where the function is let in.
pub(super) fn design(draft: &mut Draft<'_>) -> (NetworkSetup, Vec<ProxyEndpointSetup>) {
    let addresses_needed = subnets::addresses_needed(draft);
    let proxy_subnets = subnets::weigh(draft, addresses_needed);
    let vpc_id = draft.database.vpc_id.clone().unwrap_or_default();
    let (vpc_label, vpc_cidr) = match draft.observed.vpc.present() {
        Some(vpc) => (vpc.label().to_owned(), vpc.cidrs.first().cloned().unwrap_or_default()),
        None => (vpc_id.clone(), String::new()),
    };
    let mut groups = vec![function_group(draft), proxy_group(draft), database_group(draft)];
    let chosen: Vec<String> = proxy_subnets.iter().filter(|pick| pick.chosen).map(|pick| pick.id.clone()).collect();
    let function_vpc = endpoints::function_vpc(draft);
    let of_proxy = groups.iter().find(|group| group.part == GroupPart::Proxy).map(|group| group.id.clone());
    let (proxy_endpoints, of_endpoints) =
        endpoints::design(draft, function_vpc.as_ref(), &chosen, of_proxy.as_deref().unwrap_or_default());
    groups.extend(of_endpoints);
    let proxy_port = draft.database.engine.family().map_or(0, |family| family.proxy_port());
    let database_port = draft.database.port.unwrap_or_default();
    let mut rules = chain(draft, &groups, proxy_port, database_port);
    if used::proxy(draft).is_some() && !used::registers(draft) {
        // Its way to the database is there and stays as it is.
        rules.retain(|rule| rule.group != GroupPart::Database && rule.peer != GroupPart::Database);
    }
    let endpoint = endpoint(draft, function_vpc.as_ref().map_or(&chosen, |vpc| &vpc.subnet_ids));
    if let Some(endpoint) = &endpoint {
        groups.push(endpoint_group(draft, endpoint));
        rules.extend(endpoint_rules());
    }
    let network = NetworkSetup {
        vpc_id,
        vpc_label,
        vpc_cidr,
        proxy_subnets,
        addresses_needed,
        groups,
        rules,
        endpoint,
        function_vpc,
    };
    (network, proxy_endpoints)
}

/// An own group; a group of its name that others made is used instead.
fn by_name(draft: &Draft<'_>, part: GroupPart, name: String, output: Output, description: String) -> GroupSetup {
    let in_function_vpc = part == GroupPart::Endpoint && draft.stays_elsewhere();
    let elsewhere = draft.observed.function_network.present().filter(|_| in_function_vpc);
    let groups = elsewhere.map_or(&draft.observed.security_groups, |network| &network.security_groups);
    match groups.items().iter().find(|group| group.name == name) {
        Some(group) if !draft.owns(&group.tags) => used(part, group),
        _ => owned(part, name, output, description),
    }
}

fn owned(part: GroupPart, name: String, output: Output, description: String) -> GroupSetup {
    GroupSetup { part, id: output.token(), name, description, owned: true }
}

fn used(part: GroupPart, group: &SecurityGroup) -> GroupSetup {
    GroupSetup {
        part,
        id: group.id.clone(),
        name: group.name.clone(),
        description: group.description.clone(),
        owned: false,
    }
}

/// The group by which an earlier run of this setup moved the function into the VPC.
fn group_of_move<'a>(draft: &Draft<'a>) -> Option<&'a SecurityGroup> {
    let groups = draft.function.vpc.iter().flat_map(|vpc| &vpc.security_group_ids);
    groups.filter_map(|id| draft.observed.security_group(id)).find(|group| draft.owns(&group.tags))
}

/// The first name that no group of others has: one that is used would not tell later who moved the
/// function.
fn free_name(draft: &Draft<'_>, first: String) -> String {
    let taken = |name: &String| {
        let mut groups = draft.observed.security_groups.items().iter();
        groups.any(|group| group.name == *name && !draft.owns(&group.tags))
    };
    if !taken(&first) {
        return first;
    }
    let next = names::following(&first).find(|name| !taken(name));
    next.unwrap_or(first)
}

/// The group that the function has where it is in the VPC by itself; else the setup's own.
fn function_group(draft: &mut Draft<'_>) -> GroupSetup {
    let observed = draft.observed;
    if group_of_move(draft).is_none()
        && let Some(vpc) = &draft.function.vpc
        && (draft.database.vpc_id.as_deref() == Some(vpc.vpc_id.as_str()) || draft.stays_elsewhere())
        && let Some(id) = vpc.security_group_ids.first()
    {
        return match observed.security_group(id) {
            Some(group) => used(GroupPart::Function, group),
            None => GroupSetup {
                part: GroupPart::Function,
                id: id.clone(),
                name: id.clone(),
                description: String::new(),
                owned: false,
            },
        };
    }
    let description = stored::function_group_description(draft.function.name.as_str());
    let name = free_name(draft, names::function_group(draft.choices));
    owned(GroupPart::Function, name, Output::FunctionGroup, description)
}

fn proxy_group(draft: &mut Draft<'_>) -> GroupSetup {
    if let Some(group) = used::group(draft) {
        return group;
    }
    if let Some(id) = draft.choices.network.proxy_security_group.clone() {
        return match draft.observed.security_group(&id) {
            Some(group) => used(GroupPart::Proxy, group),
            None => {
                draft.problem(Problem::new(
                    Page::Network,
                    "network.proxy_security_group",
                    t!("design-group-unknown", group = id.as_str()),
                    t!("design-group-unknown-cure"),
                ));
                owned(GroupPart::Proxy, id, Output::ProxyGroup, String::new())
            }
        };
    }
    draft.reason("VpcSecurityGroupIds", said!("design-group-proxy-why"));
    let description = stored::proxy_group_description(draft.name.as_str());
    by_name(draft, GroupPart::Proxy, names::proxy_group(draft.choices), Output::ProxyGroup, description)
}

fn database_group(draft: &mut Draft<'_>) -> GroupSetup {
    let ids = draft.database.security_group_ids.clone();
    // Prefer a group that is not the VPC's default: rules written there reach further.
    let group =
        ids.iter().filter_map(|id| draft.observed.security_group(id)).min_by_key(|group| group.name == "default");
    if let Some(group) = group {
        if group.name == "default" {
            draft.warn(Page::Network, said!("design-group-default"), said!("design-group-default-text"));
        }
        return used(GroupPart::Database, group);
    }
    let Some(id) = ids.first().cloned() else {
        draft.problem(Problem::new(
            Page::Database,
            "database",
            t!("design-group-none", database = draft.database.id.as_str()),
            t!("design-group-none-cure"),
        ));
        return owned(GroupPart::Database, String::new(), Output::ProxyGroup, String::new());
    };
    GroupSetup { part: GroupPart::Database, name: id.clone(), id, description: String::new(), owned: false }
}

fn chain(draft: &mut Draft<'_>, groups: &[GroupSetup], proxy_port: u16, database_port: u16) -> Vec<RuleSetup> {
    let open_egress = |part: GroupPart| {
        groups.iter().find(|group| group.part == part).is_some_and(|group| {
            !group.owned
                && draft.observed.security_group(&group.id).is_some_and(|found| {
                    found.rules(Direction::Egress).any(|rule| {
                        matches!(&rule.peer, Peer::Cidr(cidr) if cidr == "0.0.0.0/0") && rule.protocol == "-1"
                    })
                })
        })
    };
    let function_open = open_egress(GroupPart::Function);
    let rule = |group, direction, port, peer, description: String, reason: Sentence| RuleSetup {
        group,
        direction,
        port,
        peer,
        description,
        reason,
    };
    let name = draft.name.clone();
    let to_proxy = stored::rule_description(draft.function.name.as_str(), name.as_str());
    // Groups of another VPC cannot be named: there the endpoint's own lets the function in.
    let mut doors = if draft.stays_elsewhere() { Vec::new() } else { vec![GroupPart::Proxy] };
    let of_endpoints = groups.iter().find(|group| group.part == GroupPart::ProxyEndpoint);
    let id = |part| groups.iter().find(|group| group.part == part).map(|group| &group.id);
    // A group of the proxy's own lets in once.
    doors.extend(of_endpoints.filter(|group| Some(&group.id) != id(GroupPart::Proxy)).map(|group| group.part));
    let mut rules = Vec::new();
    for door in doors {
        let out = said!("design-rule-function-out");
        rules.push(rule(GroupPart::Function, Direction::Egress, proxy_port, door, to_proxy.clone(), out));
        let port = proxy_port.to_string();
        let lets_in = match door {
            GroupPart::ProxyEndpoint => said!("endpoint-rule-in", port = port),
            _ => said!("design-rule-proxy-in", port = port),
        };
        rules.push(rule(door, Direction::Ingress, proxy_port, GroupPart::Function, to_proxy.clone(), lets_in));
    }
    rules.extend([
        rule(
            GroupPart::Proxy,
            Direction::Egress,
            database_port,
            GroupPart::Database,
            stored::rule_description(name.as_str(), draft.database.id.as_str()),
            said!("design-rule-proxy-out"),
        ),
        rule(
            GroupPart::Database,
            Direction::Ingress,
            database_port,
            GroupPart::Proxy,
            stored::rule_description(name.as_str(), draft.database.id.as_str()),
            said!("design-rule-database-in"),
        ),
    ]);
    if function_open {
        // It may already send anywhere: plan and picture say so instead of adding a rule.
        for rule in rules.iter_mut().filter(|rule| rule.group == GroupPart::Function) {
            rule.reason = said!("design-rule-covered");
        }
    }
    if groups
        .iter()
        .any(|group| group.part == GroupPart::Proxy && draft.database.security_group_ids.contains(&group.id))
    {
        draft.note(Page::Network, said!("design-group-shared"), said!("design-group-shared-text"));
    }
    rules
}

/// Whether a function that is in the VPC already may send HTTPS anywhere. A function that moves in
/// gets a new group that lets it reach the proxy alone.
fn group_lets_out(draft: &Draft<'_>) -> bool {
    let groups = draft.function.vpc.as_ref().map_or(&[][..], |vpc| vpc.security_group_ids.as_slice());
    groups
        .iter()
        .filter_map(|id| draft.observed.security_group(id))
        .any(|group| group.rules(Direction::Egress).any(|rule| rule.open_to_world() && rule.covers_tcp(443)))
}

/// Whether the function must reach Secrets Manager from inside the VPC, and by what.
fn endpoint(draft: &mut Draft<'_>, proxy_subnets: &[String]) -> Option<EndpointSetup> {
    let account = &draft.observed.account;
    let reverse = if account.partition == "aws-cn" { "cn.com.amazonaws" } else { "com.amazonaws" };
    let service_name = format!("{reverse}.{}.secretsmanager", account.region);
    let found: Option<VpcEndpoint> = draft
        .observed
        .endpoints_beside_function()
        .iter()
        .find(|endpoint| endpoint.service_name == service_name && endpoint.kind == "Interface" && endpoint.is_alive())
        .cloned();
    let needed = draft.mode == AuthMode::Password;
    let choice = draft.choices.network.secrets_endpoint;
    let function_subnets = match &draft.function.vpc {
        Some(vpc) => vpc.subnet_ids.clone(),
        None => proxy_subnets.to_vec(),
    };
    let has_nat = subnets::have_nat(draft, &function_subnets) && group_lets_out(draft);
    let wanted = match choice {
        EndpointChoice::Create => true,
        EndpointChoice::Skip => false,
        EndpointChoice::Auto => needed && !has_nat,
    };
    if needed && !wanted && !has_nat {
        draft.warn(Page::Network, said!("design-endpoint-skipped"), said!("design-endpoint-skipped-text"));
    }
    let why = match (wanted, needed) {
        (true, _) => said!("design-endpoint-why"),
        (false, true) => said!("design-endpoint-nat-why"),
        (false, false) => said!("design-endpoint-not-needed-why"),
    };
    draft.reason("VpcEndpoint", why);
    if !wanted {
        return None;
    }
    if draft
        .observed
        .vpc_beside_function()
        .present()
        .is_some_and(|vpc| vpc.dns_support == Some(false) || vpc.dns_hostnames == Some(false))
    {
        draft.problem(Problem::new(
            Page::Network,
            "network.secrets_endpoint",
            t!("design-endpoint-dns"),
            t!("design-endpoint-dns-cure"),
        ));
    }
    Some(match found {
        Some(endpoint) if !draft.owns(&endpoint.tags) => {
            EndpointSetup { service_name, subnet_ids: endpoint.subnet_ids, owned: false, id: Some(endpoint.id) }
        }
        _ => EndpointSetup { service_name, subnet_ids: proxy_subnets.to_vec(), owned: true, id: None },
    })
}

fn endpoint_group(draft: &mut Draft<'_>, endpoint: &EndpointSetup) -> GroupSetup {
    let of_used = endpoint.id.as_ref().and_then(|id| {
        let found = draft.observed.endpoints_beside_function().iter().find(|found| found.id == *id)?;
        draft.observed.security_group(found.security_group_ids.first()?)
    });
    if let Some(group) = of_used {
        return used(GroupPart::Endpoint, group);
    }
    let description = stored::endpoint_group_description(draft.name.as_str());
    by_name(draft, GroupPart::Endpoint, names::endpoint_group(draft.choices), Output::EndpointGroup, description)
}

fn endpoint_rules() -> [RuleSetup; 2] {
    let rule = |group, direction, peer, reason| RuleSetup {
        group,
        direction,
        port: 443,
        peer,
        description: stored::ENDPOINT_RULE_DESCRIPTION.to_owned(),
        reason,
    };
    [
        rule(GroupPart::Function, Direction::Egress, GroupPart::Endpoint, said!("design-rule-endpoint-out")),
        rule(GroupPart::Endpoint, Direction::Ingress, GroupPart::Function, said!("design-rule-endpoint-in")),
    ]
}

/// A function on managed instances stays in the network of its capacity provider: it cannot be moved.
fn elsewhere(draft: &mut Draft<'_>) -> (FunctionVpc, bool) {
    let provider = draft.function.managed_instances.as_ref().map_or("", |managed| managed.capacity_provider.as_str());
    let provider = short_name(provider).to_owned();
    let (title, cure) = match draft.observed.capacity_provider.unreadable() {
        Some(why) => (
            t!("design-provider-unread", provider = provider, operation = why.operation.as_str()),
            t!("design-unreadable-cure", because = why.because.as_str()),
        ),
        None => (t!("design-provider-elsewhere", provider = provider), t!("design-provider-elsewhere-cure").to_owned()),
    };
    draft.problem(Problem::new(Page::Function, "function", title, cure));
    (draft.function.vpc.clone().unwrap_or_default(), false)
}

/// Where the function is when all is done, and whether it is there by this setup.
pub(super) fn function_vpc(draft: &mut Draft<'_>, network: &NetworkSetup) -> (FunctionVpc, bool) {
    let group = network.group(GroupPart::Function).map(|group| group.id.clone()).unwrap_or_default();
    let own = group_of_move(draft).map(|group| group.id.clone());
    match &draft.function.vpc {
        Some(vpc) if vpc.vpc_id == network.vpc_id && own.is_some() => {
            draft.reason("VpcConfig", said!("design-function-moves-why"));
            let wanted = subnets::for_function(draft, &network.proxy_subnets);
            let chosen = !draft.choices.network.function_subnets.is_empty();
            // Its place is kept; in the order of the design, for AWS keeps none.
            let stays = wanted.iter().collect::<BTreeSet<_>>() == vpc.subnet_ids.iter().collect::<BTreeSet<_>>();
            let subnet_ids = if chosen || stays { wanted } else { vpc.subnet_ids.clone() };
            let named = |id: &String| if Some(id) == own.as_ref() { group.clone() } else { id.clone() };
            let security_group_ids = vpc.security_group_ids.iter().map(named).collect();
            (FunctionVpc { subnet_ids, security_group_ids, ..vpc.clone() }, true)
        }
        Some(vpc) if vpc.vpc_id == network.vpc_id => {
            draft.reason("VpcConfig", said!("design-function-stays-why"));
            (vpc.clone(), false)
        }
        Some(_) if draft.function.managed_instances.is_some() => elsewhere(draft),
        Some(vpc) if draft.stays_elsewhere() => {
            draft.reason("VpcConfig", said!("endpoint-vpc-stays-why"));
            (vpc.clone(), false)
        }
        Some(vpc) => {
            let title =
                t!("design-function-other-vpc", function = draft.function.name.as_str(), vpc = vpc.vpc_id.as_str());
            draft.problem(
                Problem::new(Page::Function, endpoints::IN_FUNCTION_VPC, title, t!("design-function-other-vpc-cure"))
                    .suggesting("true"),
            );
            (vpc.clone(), false)
        }
        None if draft.function.managed_instances.is_some() => elsewhere(draft),
        None => {
            let subnet_ids = subnets::for_function(draft, &network.proxy_subnets);
            draft.reason("VpcConfig", said!("design-function-moves-why"));
            let text = services::lost(draft, subnets::have_nat(draft, &subnet_ids));
            draft.warn(Page::Function, said!("design-function-loses-internet"), text);
            let vpc = FunctionVpc {
                vpc_id: network.vpc_id.clone(),
                subnet_ids,
                security_group_ids: vec![group],
                ipv6_allowed: false,
            };
            (vpc, true)
        }
    }
}
