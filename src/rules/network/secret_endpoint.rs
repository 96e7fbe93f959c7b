//! Password mode: the function reads the secret itself, so it needs a way to Secrets Manager.

use crate::domain::finding::{Hop, Severity};
use crate::domain::network::{Direction, VpcEndpoint, table_of};
use crate::domain::observed::Observed;
use crate::domain::proxy::{AuthMode, NetworkType};

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::network::sg_chain::allow;
use crate::rules::path::{self, End, Reach};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};

const SOURCE: &str = "https://docs.aws.amazon.com/secretsmanager/latest/userguide/vpc-endpoint-overview.html";

pub const NO_WAY: Rule = Rule {
    code: "lambda-subnet-without-service-route",
    severity: Severity::Warning,
    hop: Hop::Function,
    title: "The function cannot reach Secrets Manager",
    why: "It reads the password there before it connects. Its subnets have neither a NAT gateway nor an endpoint, \
          so the call hangs until the function times out.",
    fix: "Make an interface endpoint for Secrets Manager in the VPC, or use tokens instead of the password.",
    source: SOURCE,
    needs: &[Need::Proxy, Need::Function, Need::VpcEndpoints, Need::RouteTables],
    check: no_way,
};

pub const BLOCKED: Rule = Rule {
    code: "vpce-sg-blocks-lambda",
    severity: Severity::Error,
    hop: Hop::Function,
    title: "The Secrets Manager endpoint does not let the function in",
    why: "The endpoint catches the function's calls to Secrets Manager and its group drops them, so reading the \
          password times out.",
    fix: "Let the function's group out to, and in at, the endpoint's group on port 443.",
    source: SOURCE,
    needs: &[Need::Proxy, Need::Function, Need::VpcEndpoints, Need::SecurityGroups],
    check: blocked,
};

/// The endpoint that catches calls to Secrets Manager in the function's VPC.
fn endpoint(observed: &Observed) -> Result<Option<&VpcEndpoint>, Stop> {
    Ok(facts::vpc_endpoints(observed)?.iter().find(|endpoint| {
        endpoint.kind == "Interface"
            && endpoint.service_name.ends_with(".secretsmanager")
            && endpoint.state.eq_ignore_ascii_case("available")
            && endpoint.private_dns
    }))
}

/// The function that reads the secret, in the VPC that was read.
fn reader(observed: &Observed) -> Result<End<'_>, Stop> {
    let proxy = facts::proxy(observed)?;
    if proxy.auth_mode() != AuthMode::Password {
        return Err(Stop::NotApplicable);
    }
    let function = facts::function(observed)?;
    let vpc = facts::function_vpc(function)?;
    if vpc.vpc_id != proxy.vpc_id { Err(Stop::NotApplicable) } else { Ok(End::function(&function.name, vpc)) }
}

fn no_way(observed: &Observed) -> Check {
    let function = reader(observed)?;
    if endpoint(observed)?.is_some() {
        return passed();
    }
    let tables = facts::route_tables(observed)?;
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
    let closed: Vec<&String> = function.subnets.iter().filter(|subnet| !leads_out(subnet)).collect();
    if closed.is_empty() {
        return passed();
    }
    let proxy = facts::proxy(observed)?;
    let service = format!("com.amazonaws.{}.secretsmanager", observed.account.region);
    let mut seen = Seen::at("function", function.name);
    for subnet in closed {
        seen = seen.because(format!("{subnet} has no default route to a NAT or transit gateway"));
    }
    seen.because(format!("{} has no available interface endpoint for {service} with private DNS", proxy.vpc_id))
        .cure(
            aws(observed, "ec2 create-vpc-endpoint")
                .with("vpc-id", &proxy.vpc_id)
                .with("vpc-endpoint-type", "Interface")
                .with("service-name", &service)
                .each("subnet-ids", function.subnets)
                .flag("private-dns-enabled")
                .line(),
        )
        .found()
}

fn blocked(observed: &Observed) -> Check {
    let function = reader(observed)?;
    let Some(endpoint) = endpoint(observed)? else { return Err(Stop::NotApplicable) };
    let there = End { name: &endpoint.id, groups: &endpoint.security_group_ids, subnets: &endpoint.subnet_ids };
    let mut seen = Seen::at("vpc-endpoint", &endpoint.id);
    for (own, direction, other, word) in
        [(function, Direction::Egress, there, "out to"), (there, Direction::Ingress, function, "in from")]
    {
        if path::reach(observed, own, direction, 443, other, NetworkType::Ipv4)? == Reach::Closed {
            seen = seen.because(format!("no group of {} lets tcp 443 {word} {}", own.name, other.name));
            if let (Some(group), Some(peer)) = (own.groups.first(), other.groups.first()) {
                seen = seen.cure(allow(observed, group, direction, 443, peer));
            }
        }
    }
    if seen.evidence.is_empty() { passed() } else { seen.found() }
}
