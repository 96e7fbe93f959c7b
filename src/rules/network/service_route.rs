//! A way from the function's subnets to the services of AWS that it calls.

use crate::domain::finding::{Hop, Severity};
use crate::domain::network::{RouteTable, VpcEndpoint, VpcEndpointState, table_of};
use crate::domain::observed::Observed;

use crate::domain::service::{SECRETS_MANAGER, Service};
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::network::secret_endpoint::closed_subnets;
use crate::rules::network::services::{Use, used};
use crate::rules::network::sg_chain::to_itself;
use crate::rules::network::shared::owner;
use crate::rules::path::{End, VpcFacts};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

pub const NO_WAY: Rule = Rule {
    code: "lambda-subnet-without-service-route",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html",
    needs: &[Need::Proxy, Need::Function, Need::FunctionRole, Need::VpcEndpoints, Need::RouteTables],
    check: no_way,
};

fn no_way(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let function = End::function(facts::function(observed)?)?;
    let closed = closed_subnets(observed, function)?;
    if closed.is_empty() {
        return passed();
    }
    let tables = facts::there(VpcFacts::find(observed, function.vpc_id)?.route_tables)?;
    // Public subnets are the business of `lambda-in-public-subnet`.
    if closed.iter().all(|subnet| table_of(subnet, tables).is_some_and(|table| table.is_public())) {
        return Err(Stop::NotApplicable);
    }
    let (uses, more) = used(observed)?;
    let unreachable = unreachable(observed, function, &uses)?;
    match more {
        Some(unknown) if unreachable.is_empty() => Err(unknown),
        None if uses.is_empty() => Err(Stop::NotApplicable),
        _ => Ok(unreachable.into_iter().map(|one| seen(observed, function, &closed, one)).collect()),
    }
}

/// # Errors
/// Unknown in a VPC of another account: its endpoints are not listed to those it is shared with.
fn unreachable<'a>(observed: &Observed, end: End<'_>, uses: &'a [Use]) -> Result<Vec<&'a Use>, Stop> {
    let mut all = Vec::new();
    for one in uses {
        // An endpoint for secrets that is passed by is the business of `vpce-private-dns-disabled`.
        let passed_by = *one.service == SECRETS_MANAGER && !endpoints(observed, end, one.service)?.is_empty();
        if !passed_by && !has_way(observed, end, one.service)? {
            all.push(one);
        }
    }
    match owner(observed, end.vpc_id).filter(|_| !all.is_empty()) {
        Some(owner) => {
            let because = t!("seen-network-endpoints-of-owner", vpc = end.vpc_id, owner = owner);
            Err(Stop::unknown(because, &[]))
        }
        None => Ok(all),
    }
}

/// Whether every subnet of this end has a way to the service: an endpoint, or a route out.
///
/// # Errors
/// Unknown where endpoints or routes could not be read.
pub fn has_way(observed: &Observed, end: End<'_>, service: &Service) -> Result<bool, Stop> {
    let closed = closed_subnets(observed, end)?;
    if closed.is_empty() {
        return Ok(true);
    }
    let there = endpoints(observed, end, service)?;
    if there.iter().any(|endpoint| endpoint.kind == "Interface" && endpoint.private_dns) {
        return Ok(true);
    }
    let tables: &[RouteTable] = facts::there(VpcFacts::find(observed, end.vpc_id)?.route_tables)?;
    // A gateway serves the subnets whose tables lead to it.
    let by_gateway = |subnet: &&&String| {
        let table = table_of(subnet, tables);
        let leads = |endpoint: &&VpcEndpoint| {
            table.is_some_and(|table| table.routes.iter().any(|route| route.active && route.target == endpoint.id))
        };
        there.iter().any(leads)
    };
    Ok(closed.iter().filter(by_gateway).count() == closed.len())
}

/// The working endpoints for the service in the VPC of this end.
fn endpoints<'a>(observed: &'a Observed, end: End<'_>, service: &Service) -> Result<Vec<&'a VpcEndpoint>, Stop> {
    let all = facts::read(VpcFacts::find(observed, end.vpc_id)?.vpc_endpoints)?.map_or(&[][..], Vec::as_slice);
    let is_of = |endpoint: &&VpcEndpoint| {
        endpoint.service_name.ends_with(&format!(".{}", service.endpoint))
            && endpoint.state == VpcEndpointState::Available
    };
    Ok(all.iter().filter(is_of).collect())
}

/// Services whose gateway endpoints cost nothing, and whose usual names need one.
/// <https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html>
const BY_GATEWAY: [&str; 2] = ["s3", "dynamodb"];

fn seen(observed: &Observed, function: End<'_>, closed: &[&String], one: &Use) -> Seen {
    let account = &observed.account;
    let reverse = if account.partition == "aws-cn" { "cn.com.amazonaws" } else { "com.amazonaws" };
    let service = format!("{reverse}.{}.{}", account.region, one.service.endpoint);
    let mut seen = Seen::at("function", function.name).because(one.because.clone()).sure(one.sure);
    for subnet in closed {
        seen = seen.because(t!("seen-network-no-default-route", subnet = *subnet));
    }
    seen = seen.because(t!("seen-network-no-endpoint", vpc = function.vpc_id, service = &service));
    let create =
        aws(observed, "ec2 create-vpc-endpoint").with("vpc-id", function.vpc_id).with("service-name", &service);
    if BY_GATEWAY.contains(&one.service.endpoint) {
        let Ok(tables) = VpcFacts::find(observed, function.vpc_id).and_then(|place| facts::there(place.route_tables))
        else {
            return seen;
        };
        let mut ids: Vec<String> =
            closed.iter().filter_map(|subnet| table_of(subnet, tables)).map(|table| table.id.clone()).collect();
        ids.sort();
        ids.dedup();
        return seen.cure(create.with("vpc-endpoint-type", "Gateway").each("route-table-ids", &ids).line());
    }
    let create = create
        .with("vpc-endpoint-type", "Interface")
        .each("subnet-ids", function.subnets)
        .each("security-group-ids", function.groups)
        .flag("private-dns-enabled");
    // Without a group of its own it gets the VPC's default one, which lets no function in.
    match to_itself(observed, function, 443) {
        Ok(rules) => seen.cures(rules).cure(create.line()),
        Err(_) => seen,
    }
}
