//! A starter network for those who have none: a VPC without a way out, with two subnets, and in it what the
//! setup would otherwise look for: groups and the endpoint of Secrets Manager.

mod cloudformation;
pub(super) mod database;
mod terraform;

use super::super::{Parameter, ParameterKind, Stack};
use crate::domain::setup::{EndpointSetup, GroupPart, Setup};

pub(super) use cloudformation::cloudformation;
pub(super) use terraform::terraform;

const CIDR: &str = "10.0.0.0/16";
/// Id of each subnet, its range, the parameter of its zone, and what that is.
const SUBNETS: [(&str, &str, &str, &str); 2] = [
    ("SubnetA", "10.0.0.0/20", "ZoneA", "Zone of the first subnet"),
    ("SubnetB", "10.0.16.0/20", "ZoneB", "Zone of the second subnet"),
];
/// Parameters that this network's subnets answer.
const SUBNETS_ASKED: [&str; 3] = ["ProxySubnetIds", "FunctionSubnetIds", "EndpointSubnetIds"];
const GROUPS: [GroupPart; 4] = [GroupPart::Function, GroupPart::Proxy, GroupPart::Database, GroupPart::Endpoint];

/// The zones of the setup's own subnets, in this order.
fn zone(setup: &Setup, nth: usize, (_, _, name, about): (&'static str, &str, &'static str, &'static str)) -> Parameter {
    let mut zones: Vec<&str> = setup.network.proxy_subnets.iter().map(|subnet| subnet.zone.as_str()).collect();
    zones.sort_unstable();
    zones.dedup();
    let guess = format!("{}{}", setup.account.region, if nth == 0 { "a" } else { "b" });
    let zone = zones.get(nth).map_or(guess.as_str(), |zone| *zone);
    Parameter { name, kind: ParameterKind::Text, value: zone.into(), about }
}

/// Whether the list asks for this: it is then in no network that is there.
fn asks(stack: &Stack, parameter: &str) -> bool {
    stack.parameters.iter().any(|asked| asked.name == parameter)
}

/// The endpoint that the setup uses, which is in the other network.
fn missing_endpoint<'a>(stack: &Stack, setup: &'a Setup) -> Option<&'a EndpointSetup> {
    setup.network.endpoint.as_ref().filter(|_| stack.resource("SecretsEndpoint").is_none())
}
