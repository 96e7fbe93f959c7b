//! Routes between the VPCs of two ends, there and back.

use crate::domain::network::{PeeringStatus, Route, RouteTable, table_of};
use crate::domain::observed::Observed;
use crate::domain::proxy::NetworkType;

use crate::rules::facts;
use crate::rules::path::cidr::Cidr;
use crate::rules::path::groups::prefix_list;
use crate::rules::path::place::{End, VpcFacts};
use crate::rules::rule::Stop;
use crate::text::t;

/// How two VPCs are joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// One VPC: its `local` route cannot be taken away.
    Same,
    /// By this peering connection, routed both ways.
    Peered(String),
    /// Not joined, for these reasons.
    Refused(Vec<String>),
}

/// Targets that lead into no other VPC, or into the one that a peering connection names. Behind all
/// others there may be anything: a transit gateway, a VPN, an appliance, what comes next.
const WITHIN: [&str; 6] = ["local", "igw-", "nat-", "eigw-", "cagw-", "pcx-"];

/// Whether packets find their way from one end to the other and back.
///
/// # Errors
/// Unknown where routes lead into something that is not read, or a table was not read.
pub fn link(observed: &Observed, from: End<'_>, to: End<'_>, network: NetworkType) -> Result<Link, Stop> {
    if from.vpc_id == to.vpc_id {
        return Ok(Link::Same);
    }
    let mut refused = Vec::new();
    let mut active = None;
    for peering in facts::read(&observed.peerings)?.map_or(&[][..], Vec::as_slice) {
        let ends = [peering.requester_vpc.as_str(), peering.accepter_vpc.as_str()];
        if !ends.contains(&from.vpc_id) || !ends.contains(&to.vpc_id) {
            continue;
        }
        if peering.status == PeeringStatus::Active {
            active = Some(peering.id.as_str());
        } else {
            refused.push(t!("seen-path-peering-status", peering = &peering.id, status = peering.status.as_str()));
        }
    }
    let there = facts::there(VpcFacts::find(observed, to.vpc_id)?.route_tables)?;
    let Some(peering) = active else {
        if let Some(route) = uses(there, to).into_iter().flat_map(|table| &table.routes).find(|route| beyond(route)) {
            return Err(not_followed(route));
        }
        // Only one of the two was read where nothing joins them.
        let here = VpcFacts::find(observed, from.vpc_id).ok().and_then(|place| place.route_tables.present());
        let here = here.map_or(Vec::new(), |tables| uses(tables, from));
        if let Some(route) = here.into_iter().flat_map(|table| &table.routes).find(|route| beyond(route)) {
            return Err(not_followed(route));
        }
        if refused.is_empty() {
            refused.push(t!("seen-path-no-peering", one = from.vpc_id, other = to.vpc_id));
            refused.push(t!("seen-path-no-transit").to_owned());
        }
        return Ok(Link::Refused(refused));
    };
    let mut missing = routed(observed, from, to, peering, network)?;
    missing.extend(routed(observed, to, from, peering, network)?);
    Ok(if missing.is_empty() { Link::Peered(peering.to_owned()) } else { Link::Refused(missing) })
}

fn beyond(route: &Route) -> bool {
    let within = WITHIN.iter().any(|prefix| route.target.starts_with(prefix));
    route.active && !within && !is_gateway_endpoint(route)
}

/// A gateway endpoint's route, to S3 or DynamoDB, leads nowhere else.
fn is_gateway_endpoint(route: &Route) -> bool {
    route.target.starts_with("vpce-") && route.destination.starts_with("pl-")
}

fn not_followed(route: &Route) -> Stop {
    let target = if route.target.is_empty() { t!("seen-path-gateway-unknown") } else { &route.target };
    Stop::unknown(
        t!("seen-path-not-followed", target = target, destination = &route.destination),
        &["ec2:DescribeTransitGatewayVpcAttachments"],
    )
}

/// The tables of an end's subnets, each once.
fn uses<'a>(tables: &'a [RouteTable], end: End<'_>) -> Vec<&'a RouteTable> {
    let mut used: Vec<&RouteTable> = Vec::new();
    for table in end.subnets.iter().filter_map(|id| table_of(id, tables)) {
        if !used.iter().any(|other| other.id == table.id) {
            used.push(table);
        }
    }
    used
}

/// Missing routes from the subnets of one end to those of the other.
fn routed(
    observed: &Observed,
    from: End<'_>,
    to: End<'_>,
    peering: &str,
    network: NetworkType,
) -> Result<Vec<String>, Stop> {
    let tables = facts::there(VpcFacts::find(observed, from.vpc_id)?.route_tables)?;
    let other = VpcFacts::find(observed, to.vpc_id)?;
    let mut missing = Vec::new();
    for table in uses(tables, from) {
        for subnet in to.subnets {
            let range = other.range(subnet, network)?;
            match best(observed, table, range)? {
                Some(route) if route.active && route.target == peering => {}
                Some(route) if beyond(route) => return Err(not_followed(route)),
                Some(route) if !route.active => {
                    missing.push(t!(
                        "seen-path-blackhole",
                        table = &table.id,
                        destination = &route.destination,
                        target = &route.target
                    ));
                }
                _ => missing.push(t!(
                    "seen-path-missing-route",
                    table = &table.id,
                    range = range.to_string(),
                    peering = peering
                )),
            }
        }
    }
    missing.dedup();
    Ok(missing)
}

/// The most specific route to a range.
fn best<'a>(observed: &Observed, table: &'a RouteTable, range: Cidr) -> Result<Option<&'a Route>, Stop> {
    let mut best: Option<(u128, &Route)> = None;
    for route in &table.routes {
        let size = if route.destination.starts_with("pl-") {
            // Lists of AWS's own services stand in gateway endpoints' routes.
            if is_gateway_endpoint(route) {
                continue;
            }
            let list = prefix_list(observed, &route.destination)?;
            covering(list.iter().map(String::as_str), range)
        } else {
            covering([route.destination.as_str()], range)
        };
        let size = size.map_err(|text| {
            Stop::unknown(t!("seen-path-odd-route", table = &table.id, destination = format!("{text:?}")), &[])
        })?;
        if let Some(size) = size
            && best.is_none_or(|(smallest, _)| size < smallest)
        {
            best = Some((size, route));
        }
    }
    Ok(best.map(|(_, route)| route))
}

/// The size of the smallest destination that covers the range; the text that is no destination.
fn covering<'a>(destinations: impl IntoIterator<Item = &'a str>, range: Cidr) -> Result<Option<u128>, &'a str> {
    let mut smallest: Option<u128> = None;
    for text in destinations {
        let destination = Cidr::parse(text).ok_or(text)?;
        if destination.covers(range) {
            smallest = Some(smallest.map_or(destination.size(), |size| size.min(destination.size())));
        }
    }
    Ok(smallest)
}
