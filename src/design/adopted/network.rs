//! Subnets, groups, the rules between them, and the Secrets Manager endpoint, as they are.

use super::AdoptedDraft;
use super::endpoints::Carried;
use crate::design::capacity;
use crate::domain::network::{Direction, Peer, SecurityGroupRule, Subnet, VpcEndpoint};
use crate::domain::output::Output;
use crate::domain::proxy::{AuthMode, NetworkType};
use crate::domain::setup::{EndpointSetup, GroupPart, GroupSetup, NetworkSetup, Page, RuleSetup, SubnetPick};
use crate::domain::stored;
use crate::text::{Sentence, said};

pub(super) fn network(draft: &mut AdoptedDraft<'_>, mode: AuthMode, carried: &Carried<'_>) -> NetworkSetup {
    let proxy = draft.there.proxy;
    let (vpc_label, vpc_cidr) = match draft.there.observed.vpc.present() {
        Some(vpc) => (vpc.label().to_owned(), vpc.cidrs.first().cloned().unwrap_or_default()),
        None => (proxy.vpc_id.clone(), String::new()),
    };
    let ipv6_only = proxy.endpoint_network_type == NetworkType::Ipv6;
    let endpoint = endpoint(draft, mode, carried);
    let groups = groups(draft, endpoint.as_ref(), carried);
    let rules = rules(draft, &groups, carried);
    NetworkSetup {
        vpc_id: proxy.vpc_id.clone(),
        vpc_label,
        vpc_cidr,
        proxy_subnets: proxy.subnet_ids.iter().map(|id| subnet(draft, id)).collect(),
        addresses_needed: if ipv6_only { 0 } else { capacity::addresses_needed(draft.there.database) },
        groups,
        rules,
        endpoint,
        function_vpc: carried.function_vpc.clone(),
    }
}

/// One that is not listed, of another account's VPC, is known by its id.
fn subnet(draft: &AdoptedDraft<'_>, id: &str) -> SubnetPick {
    let there = draft.there.subnets.iter().find(|subnet| subnet.id == id);
    let text = |of: fn(&Subnet) -> &str| there.map(of).unwrap_or_default().to_owned();
    SubnetPick {
        id: id.to_owned(),
        label: there.map_or(id, Subnet::label).to_owned(),
        zone: text(|subnet| &subnet.zone),
        zone_id: text(|subnet| &subnet.zone_id),
        cidr: text(|subnet| &subnet.cidr),
        free_addresses: there.map(|subnet| subnet.free_addresses).unwrap_or_default(),
        chosen: true,
        left_out: None,
    }
}

/// The setup's own; in password mode also one that the function may use to reach its secret.
fn endpoint(draft: &AdoptedDraft<'_>, mode: AuthMode, carried: &Carried<'_>) -> Option<EndpointSetup> {
    let for_secrets = carried.beside_function.iter().filter(|endpoint| {
        endpoint.service_name.ends_with(".secretsmanager") && endpoint.kind == "Interface" && endpoint.is_alive()
    });
    let mut used = for_secrets.clone().filter(|_| mode == AuthMode::Password);
    let own = for_secrets.clone().find(|endpoint| draft.owns(&endpoint.tags));
    let there = own.or_else(|| used.next())?;
    Some(EndpointSetup {
        service_name: there.service_name.clone(),
        subnet_ids: there.subnet_ids.clone(),
        owned: own.is_some(),
        id: own.is_none().then(|| there.id.clone()),
    })
}

/// The groups of the chain, in its order; further groups of the proxy after them.
fn groups(draft: &mut AdoptedDraft<'_>, endpoint: Option<&EndpointSetup>, carried: &Carried<'_>) -> Vec<GroupSetup> {
    let (proxy, database) = (draft.there.proxy, draft.there.database);
    let none = Vec::new();
    let of_function = draft.there.function.vpc.as_ref().map_or(&none, |vpc| &vpc.security_group_ids);
    let of_proxy = first(draft, &proxy.security_group_ids, &database.security_group_ids, Direction::Egress);
    let chain: Vec<String> = of_proxy.into_iter().map(str::to_owned).collect();
    let doors: Vec<String> = of_proxy.into_iter().chain(carried.group_id).map(str::to_owned).collect();
    let mut wanted = Vec::new();
    wanted.extend(first(draft, of_function, &doors, Direction::Egress).map(|id| (GroupPart::Function, id)));
    wanted.extend(of_proxy.map(|id| (GroupPart::Proxy, id)));
    let of_database = first(draft, &database.security_group_ids, &chain, Direction::Ingress);
    wanted.extend(of_database.map(|id| (GroupPart::Database, id)));
    wanted.extend(carried.group_id.map(|id| (GroupPart::ProxyEndpoint, id)));
    let of_endpoint = endpoint.and_then(|endpoint| {
        let is_it = |there: &&VpcEndpoint| match &endpoint.id {
            Some(id) => there.id == *id,
            None => there.service_name == endpoint.service_name && draft.owns(&there.tags) && there.is_alive(),
        };
        carried.beside_function.iter().find(is_it)?.security_group_ids.first()
    });
    wanted.extend(of_endpoint.map(|id| (GroupPart::Endpoint, id.as_str())));
    let further = proxy.security_group_ids.iter().map(String::as_str).filter(|id| Some(*id) != of_proxy);
    wanted.extend(further.map(|id| (GroupPart::Proxy, id)));
    let mut groups: Vec<GroupSetup> = Vec::new();
    for (part, id) in wanted {
        let is_first = groups.iter().all(|group| group.part != part);
        groups.push(group(draft, part, id, is_first));
    }
    groups
}

/// The group of several that is part of the chain: the setup's own, else one with a rule about the next,
/// else one that is not the VPC's default, whose rules reach further.
fn first<'a>(draft: &AdoptedDraft<'_>, ids: &'a [String], next: &[String], direction: Direction) -> Option<&'a str> {
    let rank = |id: &&String| {
        let Some(group) = draft.there.group(id) else { return 3 };
        let names_next = |rule: &SecurityGroupRule| matches!(&rule.peer, Peer::Group(peer) if next.contains(peer));
        if draft.owns(&group.tags) {
            0
        } else if group.rules(direction).any(names_next) {
            1
        } else if group.name != "default" {
            2
        } else {
            3
        }
    };
    ids.iter().min_by_key(rank).map(String::as_str)
}

fn group(draft: &mut AdoptedDraft<'_>, part: GroupPart, id: &str, is_first: bool) -> GroupSetup {
    let there = draft.there.group(id);
    // A token stands for one group.
    let output = part.output().filter(|_| is_first);
    let owned = there.filter(|group| draft.owns(&group.tags)).and(output);
    if let Some(output) = owned {
        draft.known.set(output, id);
    } else if matches!(part, GroupPart::Proxy | GroupPart::ProxyEndpoint) {
        let name = there.map_or(id, |group| group.name.as_str());
        draft.note(Page::Network, said!("adopt-group-used", group = name), said!("adopt-group-used-text"));
    }
    GroupSetup {
        part,
        id: owned.map_or_else(|| id.to_owned(), Output::token),
        name: there.map_or(id, |group| group.name.as_str()).to_owned(),
        description: there.map(|group| group.description.clone()).unwrap_or_default(),
        owned: owned.is_some(),
    }
}

/// A rule of the chain, as far as it is the setup's: one of its ends is a group of its own, or its own
/// proxy has written it. All others stay as they are, for who relies on them is not known.
fn rules(draft: &mut AdoptedDraft<'_>, groups: &[GroupSetup], carried: &Carried<'_>) -> Vec<RuleSetup> {
    let (proxy_port, port) = (draft.there.proxy.engine_family.proxy_port(), draft.there.database_port);
    let (function, proxy) = (draft.there.function.name.as_str(), draft.there.proxy.name.as_str());
    let to_proxy = stored::rule_description(function, proxy);
    let to_database = stored::rule_description(proxy, draft.there.database.id.as_str());
    let to_endpoint = stored::ENDPOINT_RULE_DESCRIPTION.to_owned();
    // Groups of another VPC cannot be named: there the endpoint's own lets the function in.
    let mut doors = if carried.function_vpc.is_some() { Vec::new() } else { vec![GroupPart::Proxy] };
    doors.extend(carried.group_id.map(|_| GroupPart::ProxyEndpoint));
    let into = doors.into_iter().flat_map(|door| {
        [
            (GroupPart::Function, Direction::Egress, proxy_port, door, &to_proxy),
            (door, Direction::Ingress, proxy_port, GroupPart::Function, &to_proxy),
        ]
    });
    let onward = [
        (GroupPart::Proxy, Direction::Egress, port, GroupPart::Database, &to_database),
        (GroupPart::Database, Direction::Ingress, port, GroupPart::Proxy, &to_database),
        (GroupPart::Function, Direction::Egress, 443, GroupPart::Endpoint, &to_endpoint),
        (GroupPart::Endpoint, Direction::Ingress, 443, GroupPart::Function, &to_endpoint),
    ];
    let find = |part: GroupPart| groups.iter().find(|group| group.part == part);
    let (mut rules, mut left) = (Vec::new(), 0);
    for (part, direction, port, peer_part, said) in into.chain(onward) {
        let (Some(group), Some(peer)) = (find(part), find(peer_part)) else { continue };
        let there = draft.there.group(&draft.known.fill_known(&group.id));
        let Some(rule) = there.and_then(|there| there.rule_between(direction, port, &draft.known.fill_known(&peer.id)))
        else {
            continue;
        };
        let written = draft.is_ours() && rule.description.as_ref() == Some(said);
        if !(group.owned || peer.owned || written) {
            left += 1;
            continue;
        }
        rules.push(RuleSetup {
            group: part,
            direction,
            port,
            peer: peer_part,
            description: rule.description.clone().unwrap_or_default(),
            reason: Sentence::default(),
        });
    }
    if left > 0 {
        draft.note(Page::Network, said!("adopt-rules-left", count = left), said!("adopt-rules-left-text"));
    }
    rules
}
