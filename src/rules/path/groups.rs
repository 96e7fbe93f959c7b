//! Security groups: do those of one end let TCP to a port pass, the peer being the other end?
//!
//! References are looked up once and never followed, so cycles of groups do no harm.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::network::{Direction, Peer, SecurityGroup, SecurityGroupRule, is_protocol};
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::NetworkType;

use crate::rules::facts;
use crate::rules::path::cidr::{Cidr, Cover, Ranges};
use crate::rules::path::place::{End, VpcFacts, group};
use crate::rules::rule::Stop;
use crate::text::{labelled, t};

/// What the groups of one end say about the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Let through, by this rule.
    Open(String),
    /// By address, for some subnets of the other end only; the others, by id.
    Partly(Vec<String>),
    Closed,
}

/// Whether the groups of `at` let TCP `port` pass in `direction`, the peer being `other`.
///
/// # Errors
/// Unknown where groups, subnets or a prefix list that decides could not be read.
pub fn reach(
    observed: &Observed,
    at: End<'_>,
    direction: Direction,
    port: u16,
    other: End<'_>,
    network: NetworkType,
) -> Result<Reach, Stop> {
    if network == NetworkType::Other {
        return Err(Stop::unknown(t!("seen-path-network-type-unknown"), &[]));
    }
    match known_reach(observed, at, direction, port, other, network)? {
        Reach::Open(rule) => Ok(Reach::Open(rule)),
        kept_out => understood(observed, at, direction, port).map(|()| kept_out),
    }
}

/// What the rules amount to that this program understands.
fn known_reach(
    observed: &Observed,
    at: End<'_>,
    direction: Direction,
    port: u16,
    other: End<'_>,
    network: NetworkType,
) -> Result<Reach, Stop> {
    let mut rules: Vec<&SecurityGroupRule> = Vec::new();
    for group in groups(observed, at)? {
        rules.extend(group.rules(direction).filter(|rule| rule.covers_tcp(port)));
    }
    let others: BTreeSet<&str> = other.groups.iter().map(String::as_str).collect();
    let refers = |rule: &&&SecurityGroupRule| matches!(&rule.peer, Peer::Group(id) if others.contains(id.as_str()));
    if let Some(rule) = rules.iter().find(refers) {
        return Ok(Reach::Open(cited(observed, rule)));
    }
    let mut ranges: Vec<(Cidr, &SecurityGroupRule)> = Vec::new();
    for rule in &rules {
        if let Peer::Cidr(text) = &rule.peer {
            ranges.extend(Cidr::parse(text).map(|range| (range, *rule)));
        }
    }
    let everywhere = Cidr::parse(if network == NetworkType::Ipv6 { "::/0" } else { "0.0.0.0/0" });
    if let Some((_, rule)) = ranges.iter().find(|(range, _)| everywhere.is_some_and(|all| range.covers(all))) {
        return Ok(Reach::Open(cited(observed, rule)));
    }
    for rule in &rules {
        if let Peer::PrefixList(id) = &rule.peer {
            let list = prefix_list(observed, id)?.iter();
            ranges.extend(list.filter_map(|text| Some((Cidr::parse(text)?, *rule))));
        }
    }
    if ranges.is_empty() {
        return Ok(Reach::Closed);
    }
    by_address(observed, &ranges, other, network)
}

/// Whether the groups of `at` have no rule about the port that this program does not understand.
///
/// # Errors
/// Unknown where one has: it may admit anybody, so nothing can be said to be missing, or to be all.
pub fn understood(observed: &Observed, at: End<'_>, direction: Direction, port: u16) -> Result<(), Stop> {
    for group in groups(observed, at)? {
        let odd = |rule: &&SecurityGroupRule| rule.may_cover_tcp(port) && is_unclear(observed, rule);
        if let Some(rule) = group.rules(direction).find(odd) {
            let because = t!("seen-path-rule-unclear", group = &group.id, rule = cited(observed, rule));
            return Err(Stop::unknown(because, &[]));
        }
    }
    Ok(())
}

fn is_unclear(observed: &Observed, rule: &SecurityGroupRule) -> bool {
    let no_range = |text: &String| Cidr::parse(text).is_none();
    let peer = match &rule.peer {
        Peer::Group(_) => false,
        Peer::Cidr(text) => no_range(text),
        Peer::PrefixList(id) => prefix_list(observed, id).is_ok_and(|list| list.iter().any(no_range)),
        Peer::Other(_) => true,
    };
    peer || !is_protocol(&rule.protocol)
}

fn by_address(
    observed: &Observed,
    ranges: &[(Cidr, &SecurityGroupRule)],
    other: End<'_>,
    network: NetworkType,
) -> Result<Reach, Stop> {
    let place = VpcFacts::find(observed, other.vpc_id)?;
    let together: Ranges = ranges.iter().map(|(range, _)| *range).collect();
    let mut closed = Vec::new();
    let mut by = None;
    for id in other.subnets {
        let own = place.range(id, network)?;
        match together.cover(own) {
            Cover::Whole => by = by.or_else(|| ranges.iter().find(|(range, _)| range.overlaps(own))),
            // A rule for single addresses may well name the interfaces in use, which are not read.
            Cover::Part => {
                return Err(Stop::unknown(
                    t!("seen-path-some-addresses", subnet = id, name = other.name),
                    &["ec2:DescribeNetworkInterfaces"],
                ));
            }
            Cover::Nothing => closed.push(id.clone()),
        }
    }
    Ok(match by {
        Some((_, rule)) if closed.is_empty() => Reach::Open(cited(observed, rule)),
        Some(_) => Reach::Partly(closed),
        None => Reach::Closed,
    })
}

/// The address ranges of a prefix list.
///
/// # Errors
/// Unknown where its entries were not read.
pub fn prefix_list<'a>(observed: &'a Observed, id: &str) -> Result<&'a [String], Stop> {
    if let Part::Unreadable(why) = &observed.prefix_lists {
        return Err(why.into());
    }
    let list = observed.prefix_lists.items().iter().find(|list| list.id == id);
    list.map(|list| list.cidrs.as_slice()).ok_or_else(|| {
        Stop::unknown(t!("seen-path-prefix-list-unread", list = id), &["ec2:GetManagedPrefixListEntries"])
    })
}

/// The groups of an end.
///
/// # Errors
/// Unknown where one of them was not read.
pub fn groups<'a>(observed: &'a Observed, end: End<'_>) -> Result<Vec<&'a SecurityGroup>, Stop> {
    let known: BTreeMap<&str, &SecurityGroup> = facts::there(VpcFacts::find(observed, end.vpc_id)?.security_groups)?
        .iter()
        .map(|group| (group.id.as_str(), group))
        .collect();
    end.groups
        .iter()
        .map(|id| {
            known.get(id.as_str()).copied().ok_or_else(|| {
                let because = t!("seen-path-group-unread", group = id, name = end.name, vpc = end.vpc_id);
                Stop::unknown(because, &["ec2:DescribeSecurityGroups"])
            })
        })
        .collect()
}

/// `sgr-4: tcp 3306 from sg-09f2b1d7 orders-api-sg`.
fn cited(observed: &Observed, rule: &SecurityGroupRule) -> String {
    match &rule.id {
        Some(id) => labelled!(id, rule_words(observed, rule)),
        None => rule_words(observed, rule),
    }
}

/// `tcp 3306 from sg-09f2b1d7 orders-api-sg`.
pub fn rule_words(observed: &Observed, rule: &SecurityGroupRule) -> String {
    let what = match (rule.protocol.as_str(), rule.from_port, rule.to_port) {
        ("-1", ..) => t!("seen-path-everything").to_owned(),
        (protocol, Some(from), Some(to)) if from == to => format!("{protocol} {from}"),
        (protocol, Some(from), Some(to)) => format!("{protocol} {from}\u{2013}{to}"),
        (protocol, ..) => t!("seen-path-any-port", protocol = protocol),
    };
    let who = match &rule.peer {
        Peer::Group(id) => name_of(observed, id),
        Peer::Cidr(text) | Peer::PrefixList(text) => text.clone(),
        Peer::Other(text) => t!("seen-path-peer-unknown", peer = text),
    };
    t!("seen-path-rule", what = what, side = preposition(rule.direction), who = who)
}

/// Which way it goes, as the catalogue asks for it.
pub fn preposition(direction: Direction) -> &'static str {
    if direction == Direction::Ingress { "from" } else { "to" }
}

/// `sg-09f2b1d7 orders-api-sg`; the id alone of a group that was not read.
pub fn name_of(observed: &Observed, id: &str) -> String {
    group(observed, id).map_or_else(|| id.to_owned(), |group| format!("{id} {}", group.name))
}
