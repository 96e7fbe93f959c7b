//! Password mode: the function reads the secret itself, so it needs a way to Secrets Manager.

use crate::domain::finding::{Hop, Severity};
use crate::domain::network::{Direction, VpcEndpoint, VpcEndpointState, table_of};
use crate::domain::observed::Observed;
use crate::domain::proxy::NetworkType;

use crate::rules::facts::{self, Need};
use crate::rules::function::Reading;
use crate::rules::network::sg_chain::allow;
use crate::rules::password::{PasswordOrigin, source};
use crate::rules::path::{self, End, Reach, VpcFacts};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

const SOURCE: &str = "https://docs.aws.amazon.com/secretsmanager/latest/userguide/vpc-endpoint-overview.html";

pub const BLOCKED: Rule = Rule {
    code: "vpce-sg-blocks-lambda",
    severity: Severity::Error,
    hop: Hop::Function,
    source: SOURCE,
    needs: &[Need::Proxy, Need::Function, Need::VpcEndpoints, Need::SecurityGroups],
    check: blocked,
};

/// The interface endpoints for Secrets Manager in the function's VPC that work.
pub fn endpoints<'a>(
    observed: &'a Observed,
    function: End<'_>,
) -> Result<impl Iterator<Item = &'a VpcEndpoint> + use<'a>, Stop> {
    let all = facts::read(VpcFacts::find(observed, function.vpc_id)?.vpc_endpoints)?.map_or(&[][..], Vec::as_slice);
    Ok(all.iter().filter(|endpoint| {
        endpoint.kind == "Interface"
            && endpoint.service_name.ends_with(".secretsmanager")
            && endpoint.state == VpcEndpointState::Available
    }))
}

/// The endpoint that catches the function's calls to Secrets Manager.
pub fn caught_by<'a>(observed: &'a Observed, function: End<'_>) -> Result<Option<&'a VpcEndpoint>, Stop> {
    Ok(endpoints(observed, function)?.find(|endpoint| endpoint.private_dns))
}

/// The endpoint that its calls are meant to take: the one that catches them, else the one that is
/// there where they have no other way. Its faults are told even when
/// something else is wrong.
pub fn meant<'a>(observed: &'a Observed, function: End<'_>) -> Result<Option<&'a VpcEndpoint>, Stop> {
    if let Some(endpoint) = caught_by(observed, function)? {
        return Ok(Some(endpoint));
    }
    match endpoints(observed, function)?.next() {
        Some(endpoint) if !closed_subnets(observed, function)?.is_empty() => Ok(Some(endpoint)),
        _ => Ok(None),
    }
}

/// The function, where it reads the secret itself.
///
/// # Errors
/// Not applicable with tokens, or where a variable holds the password; unknown where nothing tells.
pub fn reader(observed: &Observed) -> Result<End<'_>, Stop> {
    let reading = Reading::new(observed)?;
    if reading.sends_token()? || matches!(source(&reading)?, PasswordOrigin::Variable(_)) {
        return Err(Stop::NotApplicable);
    }
    End::function(reading.function)
}

/// Those of its subnets that have no way out to public services.
pub fn closed_subnets<'a>(observed: &Observed, function: End<'a>) -> Result<Vec<&'a String>, Stop> {
    let tables = facts::there(VpcFacts::find(observed, function.vpc_id)?.route_tables)?;
    // An internet gateway is no way out: a function's interface never has a public address.
    let leads_out = |subnet: &String| {
        table_of(subnet, tables).is_some_and(|table| {
            table.routes.iter().any(|route| {
                route.active
                    && route.destination == "0.0.0.0/0"
                    && route.target != "local"
                    && !route.target.starts_with("igw-")
            })
        })
    };
    Ok(function.subnets.iter().filter(|subnet| !leads_out(subnet)).collect())
}

fn blocked(observed: &Observed) -> Check {
    let function = reader(observed)?;
    let Some(endpoint) = meant(observed, function)? else { return Err(Stop::NotApplicable) };
    let there = End::interface(endpoint);
    let mut seen = Seen::at("vpc-endpoint", &endpoint.id);
    for (own, direction, other) in [(function, Direction::Egress, there), (there, Direction::Ingress, function)] {
        if path::reach(observed, own, direction, 443, other, NetworkType::Ipv4)? == Reach::Closed {
            seen = seen.because(match direction {
                Direction::Egress => t!("seen-network-no-way-out", own = own.name, other = other.name),
                Direction::Ingress => t!("seen-network-no-way-in", own = own.name, other = other.name),
            });
            if let (Some(group), Some(peer)) = (own.groups.first(), other.groups.first()) {
                seen = seen.cure(allow(observed, group, direction, 443, peer));
            }
        }
    }
    if seen.evidence.is_empty() { passed() } else { seen.flagged() }
}
