//! Which subnets the proxy and a moved function go into.

use std::collections::BTreeSet;

use super::{Draft, Problem, capacity, used};
use crate::domain::network::{Subnet, table_of};
use crate::domain::proxy::NetworkType;
use crate::domain::setup::{Page, SubnetPick};
use crate::text::{Filling, said, t};

/// Physical zones RDS Proxy does not run in. AWS drops their subnets without a word
/// ("Quotas and limitations for RDS Proxy"; hashicorp/terraform-provider-aws PR 40498).
pub const UNSUPPORTED_ZONE_IDS: [&str; 2] = ["use1-az3", "usw1-az2"];

/// Weighs every subnet of the VPC: the person's choice, or one private subnet in each of two zones.
pub(super) fn weigh(draft: &mut Draft<'_>, addresses_needed: u32) -> Vec<SubnetPick> {
    let wanted = draft.choices.network.proxy_subnets.clone();
    let mut picks: Vec<SubnetPick> = draft.observed.subnets.items().iter().map(|subnet| pick(draft, subnet)).collect();
    picks.sort_by(|a, b| (&a.zone, &a.label).cmp(&(&b.zone, &b.label)));
    if wanted.is_empty() {
        match of_proxy(draft) {
            // It has them for good, and by now there may be roomier ones.
            Some(there) => keep(&mut picks, there),
            None => choose(&mut picks, addresses_needed),
        }
        draft.reason("VpcSubnetIds", said!("design-subnets-why"));
    } else {
        take(draft, &mut picks, &wanted);
    }
    // A proxy that is there has its subnets and addresses.
    if used::proxy(draft).is_none() {
        check(draft, &picks, addresses_needed);
    }
    picks
}

fn pick(draft: &Draft<'_>, subnet: &Subnet) -> SubnetPick {
    let unsupported = UNSUPPORTED_ZONE_IDS.contains(&subnet.zone_id.as_str());
    let public = table_of(&subnet.id, draft.observed.route_tables.items()).is_some_and(|table| table.is_public());
    let ipv6_only = wants_ipv6_only(draft);
    let left_out = if unsupported {
        Some(said!("design-subnet-zone-unsupported", zone = subnet.zone_id.as_str()))
    } else if public {
        Some(said!("design-subnet-public"))
    } else if ipv6_only != subnet.is_ipv6_only() {
        Some(if ipv6_only { said!("design-subnet-has-ipv4") } else { said!("design-subnet-ipv6-only") })
    } else {
        None
    };
    SubnetPick {
        id: subnet.id.clone(),
        label: subnet.label().to_owned(),
        zone: subnet.zone.clone(),
        zone_id: subnet.zone_id.clone(),
        cidr: subnet.cidr.clone(),
        free_addresses: subnet.free_addresses,
        chosen: false,
        left_out,
    }
}

/// An endpoint with IPv6 addresses alone is made in subnets that have no others.
/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html>
fn wants_ipv6_only(draft: &Draft<'_>) -> bool {
    draft.choices.proxy.endpoint_network_type == Some(NetworkType::Ipv6)
}

/// The subnets of the proxy that is there already.
fn of_proxy<'a>(draft: &Draft<'a>) -> Option<&'a [String]> {
    let there = draft.observed.proxy.present().filter(|there| there.name == draft.name)?;
    (draft.database.vpc_id.as_deref() == Some(there.vpc_id.as_str())).then_some(there.subnet_ids.as_slice())
}

fn keep(picks: &mut [SubnetPick], there: &[String]) {
    for pick in picks.iter_mut().filter(|pick| there.contains(&pick.id)) {
        pick.chosen = true;
        pick.left_out = None;
    }
}

/// The roomiest private subnet of each zone, in two zones: the default endpoint lives in no more.
fn choose(picks: &mut [SubnetPick], addresses_needed: u32) {
    let mut best: Vec<usize> = Vec::new();
    let zones: BTreeSet<String> = picks.iter().map(|pick| pick.zone.clone()).collect();
    for zone in zones {
        let roomiest = picks
            .iter()
            .enumerate()
            .filter(|(_, pick)| pick.zone == zone && pick.left_out.is_none())
            .max_by_key(|(at, pick)| (pick.free_addresses, std::cmp::Reverse(*at)));
        best.extend(roomiest.map(|(at, _)| at));
    }
    best.sort_by_key(|at| picks.get(*at).is_none_or(|pick| pick.free_addresses < addresses_needed));
    best.truncate(2);
    for at in best {
        if let Some(pick) = picks.get_mut(at) {
            pick.chosen = true;
        }
    }
}

fn take(draft: &mut Draft<'_>, picks: &mut [SubnetPick], wanted: &[String]) {
    for id in wanted {
        match picks.iter_mut().find(|pick| pick.id == *id) {
            Some(pick) if UNSUPPORTED_ZONE_IDS.contains(&pick.zone_id.as_str()) => {
                let (label, zone) = (pick.label.clone(), pick.zone_id.clone());
                draft.warn(
                    Page::Network,
                    said!("design-subnet-removed", subnet = label),
                    said!("design-subnet-removed-text", zone = zone),
                );
            }
            Some(pick) => {
                pick.chosen = true;
                pick.left_out = None;
            }
            None => draft.problem(Problem::new(
                Page::Network,
                "network.proxy_subnets",
                t!("design-subnet-unknown", subnet = id.as_str()),
                t!("design-subnet-unknown-cure"),
            )),
        }
    }
}

fn check(draft: &mut Draft<'_>, picks: &[SubnetPick], addresses_needed: u32) {
    if let Some(why) = draft.observed.subnets.unreadable().cloned() {
        draft.problem(Problem::new(
            Page::Network,
            "network.proxy_subnets",
            t!("design-unreadable", name = t!("design-name-subnets"), operation = why.operation),
            t!("design-unreadable-cure", because = why.because),
        ));
        return;
    }
    let dropped: BTreeSet<&str> = picks
        .iter()
        .filter(|pick| UNSUPPORTED_ZONE_IDS.contains(&pick.zone_id.as_str()))
        .map(|pick| pick.zone_id.as_str())
        .collect();
    if !dropped.is_empty() && draft.choices.network.proxy_subnets.is_empty() {
        let zones = Filling::list(dropped);
        draft.note(Page::Network, said!("design-zones-left-out", zones = zones), said!("design-zones-left-out-text"));
    }
    let chosen: Vec<&SubnetPick> = picks.iter().filter(|pick| pick.chosen).collect();
    let zones: BTreeSet<&str> = chosen.iter().map(|pick| pick.zone_id.as_str()).collect();
    if zones.len() < 2 {
        draft.problem(Problem::new(
            Page::Network,
            "network.proxy_subnets",
            t!("design-zones-too-few", count = zones.len()),
            t!("design-zones-too-few-cure"),
        ));
    }
    for pick in chosen.iter().filter(|pick| pick.free_addresses < addresses_needed) {
        draft.warn(
            Page::Network,
            said!("design-subnet-full", subnet = pick.label.as_str()),
            said!("design-subnet-full-text", free = pick.free_addresses, needed = addresses_needed),
        );
    }
}

/// Subnets for a function that joins the VPC: the person's choice, else the proxy's own.
pub(super) fn for_function(draft: &mut Draft<'_>, picks: &[SubnetPick]) -> Vec<String> {
    let wanted = draft.choices.network.function_subnets.clone();
    for id in wanted.iter().filter(|id| !picks.iter().any(|pick| pick.id == **id)) {
        draft.problem(Problem::new(
            Page::Network,
            "network.function_subnets",
            t!("design-subnet-unknown", subnet = id.as_str()),
            t!("design-subnet-unknown-cure"),
        ));
    }
    if !wanted.is_empty() {
        return wanted;
    }
    picks.iter().filter(|pick| pick.chosen).map(|pick| pick.id.clone()).collect()
}

/// Whether any of these subnets reaches the internet through NAT.
pub(super) fn have_nat(draft: &Draft<'_>, subnet_ids: &[String]) -> bool {
    subnet_ids
        .iter()
        .any(|id| table_of(id, draft.observed.routes_beside_function()).is_some_and(|table| table.has_nat()))
}

/// IPv4 addresses that the proxy may take; none of an endpoint that has IPv6 ones only.
pub(super) fn addresses_needed(draft: &Draft<'_>) -> u32 {
    if wants_ipv6_only(draft) { 0 } else { capacity::addresses_needed(draft.database) }
}
