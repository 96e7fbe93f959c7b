//! The function's subnets: room for its interfaces, and more than one zone.

use std::collections::BTreeSet;

use crate::domain::finding::{Hop, Severity};
use crate::domain::network::Subnet;
use crate::domain::observed::Observed;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::path::{End, VpcFacts};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::{series, t};

/// Fewer free addresses than this leave no room for another set of interfaces.
const FEW_ADDRESSES: u32 = 8;
/// Reason codes of Lambda that say so.
const FULL: [&str; 2] = ["SubnetOutOfIPAddresses", "EniLimitExceeded"];

pub const FULL_SUBNETS: Rule = Rule {
    code: "lambda-subnet-ip-exhaustion",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    needs: &[Need::Proxy, Need::Function, Need::Subnets],
    check: full,
};

pub const SINGLE_ZONE: Rule = Rule {
    code: "lambda-single-az",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    needs: &[Need::Proxy, Need::Function, Need::Subnets],
    check: single_zone,
};

/// Those of the function's subnets that were read.
fn subnets(observed: &Observed) -> Result<(End<'_>, Vec<&Subnet>), Stop> {
    facts::proxy(observed)?;
    let end = End::function(facts::function(observed)?)?;
    let known = facts::there(VpcFacts::find(observed, end.vpc_id)?.subnets)?;
    Ok((end, known.iter().filter(|subnet| end.subnets.contains(&subnet.id)).collect()))
}

fn full(observed: &Observed) -> Check {
    let (end, subnets) = subnets(observed)?;
    let function = facts::function(observed)?;
    let mut seen = Seen::at("function", end.name);
    for subnet in subnets.iter().filter(|subnet| subnet.free_addresses < FEW_ADDRESSES) {
        seen = seen.because(t!(
            "seen-network-free-addresses",
            subnet = &subnet.id,
            cidr = &subnet.cidr,
            count = &subnet.free_addresses
        ));
    }
    let codes = [&function.state_reason_code, &function.last_update_reason_code];
    for code in codes.into_iter().flatten().filter(|code| FULL.contains(&code.as_str())) {
        seen = seen.because(t!("seen-network-lambda-says-of", code = code, function = end.name));
    }
    if seen.evidence.is_empty() {
        return passed();
    }
    seen.cure(aws(observed, "ec2 describe-subnets").each("subnet-ids", end.subnets).line()).flagged()
}

fn single_zone(observed: &Observed) -> Check {
    let (end, subnets) = subnets(observed)?;
    let zones: BTreeSet<&str> = subnets.iter().map(|subnet| subnet.zone.as_str()).collect();
    if zones.len() > 1 {
        return passed();
    }
    if subnets.len() < end.subnets.len() {
        return Err(Stop::unknown(t!("seen-network-zones-unknown", name = end.name), &["ec2:DescribeSubnets"]));
    }
    let Some(zone) = zones.first() else { return Err(Stop::NotApplicable) };
    Seen::at("function", end.name)
        .because(t!("seen-network-one-zone", name = end.name, zone = *zone, subnets = series(end.subnets)))
        .flagged()
}
