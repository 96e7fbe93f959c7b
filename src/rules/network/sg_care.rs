//! Groups on the path that work, but not for long or not as meant.

use std::collections::BTreeSet;

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::network::{Direction, Peer, PeeringStatus, SecurityGroup, SecurityGroupRule};
use crate::domain::observed::Observed;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::path::place::group;
use crate::rules::path::{self, End, Reach, hop, rule_words};
use crate::rules::rule::{Check, Cure, Rule, Seen, Stop, passed};
use crate::text::t;

/// Only worth a word, though the catalogue calls it a warning: a function that is moved behind a
/// proxy keeps its old way until it is proven on the new one, and so does every setup made here.
pub const BYPASS: Rule = Rule {
    code: "sg-lambda-direct-db-bypass",
    severity: Severity::Info,
    hop: Hop::Database,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-network-prereqs.html",
    needs: &[Need::Proxy, Need::Database, Need::Function, Need::SecurityGroups],
    check: bypass,
};

pub const DEFAULT: Rule = Rule {
    code: "sg-default-used",
    severity: Severity::Info,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
    needs: &[Need::Proxy, Need::Database, Need::SecurityGroups],
    check: default_used,
};

/// Inside one VPC AWS refuses to delete a group that a rule refers to, so a dead reference can
/// only point into another VPC; which of those are alive is known where none is joined.
pub const STALE: Rule = Rule {
    code: "sg-referenced-group-stale",
    severity: Severity::Warning,
    hop: Hop::ProxyToDatabase,
    source: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html",
    needs: &[Need::Proxy, Need::Database, Need::SecurityGroups, Need::Peerings, Need::RouteTables],
    check: stale,
};

fn bypass(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let function = End::function(facts::function(observed)?)?;
    let hop = hop::to_database(observed)?;
    // While the proxy itself is kept out, the way past it is not what is wrong.
    if path::reach(observed, hop.to, Direction::Ingress, hop.port, hop.from, hop.network)? == Reach::Closed {
        return Err(Stop::NotApplicable);
    }
    let mut found = Vec::new();
    for group in path::groups(observed, hop.to)? {
        for rule in group.rules(Direction::Ingress).filter(|rule| rule.covers_tcp(hop.port)) {
            let Peer::Group(peer) = &rule.peer else { continue };
            // A group that the proxy has as well is needed for the proxy.
            if !function.groups.contains(peer) || proxy.security_group_ids.contains(peer) {
                continue;
            }
            found.push(
                Seen::at("security-group", &group.id)
                    .because(t!("seen-network-inbound", id = &group.id, name = &group.name, end = &database.id))
                    .because(rule_words(observed, rule))
                    .because(t!("seen-network-group-of", group = peer, function = function.name))
                    .cures(revoke(observed, group, rule).map(|command| {
                        let (group, rule) = (group.id.clone(), rule.clone());
                        Cure::mending(command, Mend::RevokeRule { group, rule })
                    })),
            );
        }
    }
    if found.is_empty() {
        path::understood(observed, hop.to, Direction::Ingress, hop.port)?;
    }
    Ok(found)
}

/// The command that takes a rule away; `None` for one that is not understood.
pub fn revoke(observed: &Observed, group: &SecurityGroup, rule: &SecurityGroupRule) -> Option<String> {
    let side = if rule.direction == Direction::Ingress { "ingress" } else { "egress" };
    let command = aws(observed, &format!("ec2 revoke-security-group-{side}")).with("group-id", &group.id);
    let peer = match &rule.peer {
        Peer::Group(id) => format!("UserIdGroupPairs=[{{GroupId={id}}}]"),
        Peer::Cidr(range) if range.contains(':') => format!("Ipv6Ranges=[{{CidrIpv6={range}}}]"),
        Peer::Cidr(range) => format!("IpRanges=[{{CidrIp={range}}}]"),
        Peer::PrefixList(id) => format!("PrefixListIds=[{{PrefixListId={id}}}]"),
        Peer::Other(_) => return None,
    };
    Some(match &rule.id {
        Some(id) => command.with("security-group-rule-ids", id).line(),
        None => {
            let ports = [("FromPort", rule.from_port), ("ToPort", rule.to_port)];
            let ports = ports.into_iter().filter_map(|(name, port)| Some(format!("{name}={},", port?)));
            let permission = format!("IpProtocol={},{}{peer}", rule.protocol, ports.collect::<String>());
            command.with("ip-permissions", &permission).line()
        }
    })
}

fn default_used(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let mut ends = vec![End::proxy(proxy), End::database(database, proxy)];
    ends.extend(observed.function.present().and_then(|function| End::function(function).ok()));
    facts::security_groups(observed)?;
    let mut seen: Option<Seen> = None;
    for end in ends {
        for group in end.groups.iter().filter_map(|id| group(observed, id)).filter(|group| group.name == "default") {
            let fact = t!("seen-network-default-group", group = &group.id, end = end.name, vpc = &group.vpc_id);
            seen = Some(seen.unwrap_or_else(|| Seen::at("security-group", &group.id)).because(fact));
        }
    }
    seen.map_or_else(passed, Seen::flagged)
}

fn stale(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let known: BTreeSet<&str> = facts::security_groups(observed)?.iter().map(|group| group.id.as_str()).collect();
    let ports = [proxy.engine_family.proxy_port(), facts::database_port(database)?];
    let mut dead: Vec<(&SecurityGroup, &SecurityGroupRule, &str)> = Vec::new();
    for end in [End::proxy(proxy), End::database(database, proxy)] {
        for group in path::groups(observed, end)? {
            for rule in group.rules.iter().filter(|rule| ports.iter().any(|port| rule.covers_tcp(*port))) {
                if let Peer::Group(id) = &rule.peer
                    && !known.contains(id.as_str())
                    && path::place::group(observed, id).is_none()
                    && !dead.iter().any(|(_, other, _)| *other == rule)
                {
                    dead.push((group, rule, id));
                }
            }
        }
    }
    let Some((_, _, first)) = dead.first() else { return passed() };
    if let Some(joined) = joined(observed)? {
        return Err(Stop::unknown(
            t!("seen-network-group-behind", group = *first, way = joined),
            &["ec2:DescribeStaleSecurityGroups"],
        ));
    }
    // A group of another account in a shared VPC is not listed either.
    let seen = |(group, rule, id): &(&SecurityGroup, &SecurityGroupRule, &str)| {
        let seen = Seen::at("security-group", &group.id)
            .because(format!("{} {}", group.id, group.name))
            .because(rule_words(observed, rule))
            .because(t!("seen-network-group-gone", group = *id, vpc = &group.vpc_id))
            .because(t!("seen-network-nothing-joins"))
            .sure(Confidence::Medium);
        seen.cures(revoke(observed, group, rule))
    };
    Ok(dead.iter().map(seen).collect())
}

/// What joins the VPC to others, whose groups a rule may refer to.
fn joined(observed: &Observed) -> Result<Option<&str>, Stop> {
    let peerings = facts::read(&observed.peerings)?.map_or(&[][..], Vec::as_slice);
    if let Some(peering) = peerings.iter().find(|peering| peering.status == PeeringStatus::Active) {
        return Ok(Some(&peering.id));
    }
    let routes = facts::route_tables(observed)?.iter().flat_map(|table| &table.routes);
    let mut gateways = routes.map(|route| route.target.as_str()).filter(|target| target.starts_with("tgw-"));
    Ok(gateways.next())
}
