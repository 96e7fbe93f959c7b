//! The security-group evaluator: does a group let TCP to a port in, or out, between two ends?
//!
//! Not here: NACLs and routes, which are not read.

pub mod cidr;

use crate::domain::database::Database;
use crate::domain::function::FunctionVpc;
use crate::domain::network::{Direction, Peer, SecurityGroup, SecurityGroupRule};
use crate::domain::observed::Observed;
use crate::domain::proxy::{NetworkType, Proxy};

use crate::rules::facts;
use crate::rules::path::cidr::Cidr;
use crate::rules::rule::Stop;

/// One end of a hop: its groups and the subnets its addresses are from.
#[derive(Clone, Copy)]
pub struct End<'a> {
    pub name: &'a str,
    pub groups: &'a [String],
    pub subnets: &'a [String],
}

impl<'a> End<'a> {
    pub fn function(name: &'a str, vpc: &'a FunctionVpc) -> Self {
        Self { name, groups: &vpc.security_group_ids, subnets: &vpc.subnet_ids }
    }

    pub fn proxy(proxy: &'a Proxy) -> Self {
        Self { name: &proxy.name, groups: &proxy.security_group_ids, subnets: &proxy.subnet_ids }
    }

    pub fn database(database: &'a Database) -> Self {
        Self { name: &database.id, groups: &database.security_group_ids, subnets: &database.subnet_ids }
    }

    /// The group both ends have, if any.
    pub fn shares(&self, other: &Self) -> Option<&'a str> {
        self.groups.iter().find(|id| other.groups.contains(id)).map(String::as_str)
    }
}

/// What the groups of one end say about the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Let through.
    Open,
    /// By address, for some subnets of the other end only; the others, by id.
    Partly(Vec<String>),
    Closed,
}

/// Whether the groups of `at` let TCP `port` pass in `direction`, the peer being `other`.
///
/// # Errors
/// Unknown where groups or subnets could not be read, or only a prefix list may let it through.
pub fn reach(
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
    let by_reference = |rule: &&SecurityGroupRule| matches!(&rule.peer, Peer::Group(id) if other.groups.contains(id));
    if rules.iter().any(by_reference) {
        return Ok(Reach::Open);
    }
    let ranges: Vec<Cidr> = rules
        .iter()
        .filter_map(|rule| if let Peer::Cidr(text) = &rule.peer { Cidr::parse(text) } else { None })
        .collect();
    let lists = rules.iter().any(|rule| matches!(rule.peer, Peer::PrefixList(_)));
    let closed = by_address(observed, &ranges, other, network)?;
    match closed {
        closed if closed.is_empty() => Ok(Reach::Open),
        _ if lists => Err(Stop::unknown(
            format!("a prefix list may let {} through, and its entries are not read", other.name),
            &["ec2:GetManagedPrefixListEntries"],
        )),
        closed if ranges.is_empty() || closed.len() >= other.subnets.len() => Ok(Reach::Closed),
        closed => Ok(Reach::Partly(closed)),
    }
}

/// The subnets of `other` that no range covers.
fn by_address(observed: &Observed, ranges: &[Cidr], other: End<'_>, network: NetworkType) -> Result<Vec<String>, Stop> {
    let everywhere = if network == NetworkType::Ipv6 { "::/0" } else { "0.0.0.0/0" };
    if Cidr::parse(everywhere).is_some_and(|all| ranges.iter().any(|range| range.covers(all))) {
        return Ok(Vec::new());
    }
    if ranges.is_empty() {
        return Ok(other.subnets.to_vec());
    }
    let subnets = facts::subnets(observed)?;
    let mut closed = Vec::new();
    for id in other.subnets {
        let subnet = subnets.iter().find(|subnet| &subnet.id == id);
        let text = subnet.and_then(|subnet| match network {
            NetworkType::Ipv6 => subnet.ipv6_cidr.as_deref(),
            NetworkType::Ipv4 | NetworkType::Dual => Some(subnet.cidr.as_str()),
        });
        let Some(own) = text.and_then(Cidr::parse) else {
            return Err(Stop::unknown(format!("the address range of {id} is not known"), &["ec2:DescribeSubnets"]));
        };
        if ranges.iter().any(|range| range.covers(own)) {
            continue;
        }
        // A rule for single addresses may well name the interfaces in use, which are not read.
        if ranges.iter().any(|range| range.overlaps(own)) {
            return Err(Stop::unknown(
                format!("a rule names some addresses of {id} only; which of them {} has is not known", other.name),
                &["ec2:DescribeNetworkInterfaces"],
            ));
        }
        closed.push(id.clone());
    }
    Ok(closed)
}

/// The groups of an end.
///
/// # Errors
/// Unknown where one of them was not read.
pub fn groups<'a>(observed: &'a Observed, end: End<'_>) -> Result<Vec<&'a SecurityGroup>, Stop> {
    let known = facts::security_groups(observed)?;
    end.groups
        .iter()
        .map(|id| {
            known.iter().find(|group| &group.id == id).ok_or_else(|| {
                let because = format!("{id} of {} is not among the groups of the database's VPC", end.name);
                Stop::unknown(because, &["ec2:DescribeSecurityGroups"])
            })
        })
        .collect()
}
