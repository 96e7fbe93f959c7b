//! The proxy's subnets: enough zones, zones that RDS Proxy runs in, room to grow.

use std::collections::BTreeSet;

use crate::design::{UNSUPPORTED_ZONE_IDS, addresses_needed};
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::monitoring::Event;
use crate::domain::network::Subnet;
use crate::domain::observed::Observed;
use crate::domain::proxy::Proxy;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::path::VpcFacts;
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

const LIMITS: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html";
const PREREQUISITES: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-network-prereqs.html";
const DAY: i64 = 24 * 3600;
/// Each extra endpoint takes addresses of its own.
const PER_EXTRA_ENDPOINT: u32 = 3;

pub const ONE_ZONE: Rule = Rule {
    code: "proxy-subnets-one-az",
    severity: Severity::Error,
    hop: Hop::Proxy,
    source: PREREQUISITES,
    needs: &[Need::Proxy, Need::Subnets],
    check: one_zone,
};

/// AWS drops such subnets without a word while two zones are left, so a proxy that still lists
/// one is in trouble for certain only where fewer than two are.
pub const UNSUPPORTED_ZONE: Rule = Rule {
    code: "proxy-subnet-unsupported-az",
    severity: Severity::Error,
    hop: Hop::Proxy,
    source: LIMITS,
    needs: &[Need::Proxy, Need::Subnets],
    check: unsupported_zone,
};

pub const EXHAUSTED: Rule = Rule {
    code: "proxy-subnet-ip-exhaustion",
    severity: Severity::Warning,
    hop: Hop::Proxy,
    source: PREREQUISITES,
    needs: &[Need::Proxy, Need::ProxyEndpoints, Need::Database, Need::Subnets, Need::Events],
    check: exhausted,
};

fn subnets<'a>(observed: &'a Observed, proxy: &Proxy) -> Result<Vec<&'a Subnet>, Stop> {
    let known = facts::there(VpcFacts::find(observed, &proxy.vpc_id)?.subnets)?;
    let own: Vec<&Subnet> = known.iter().filter(|subnet| proxy.subnet_ids.contains(&subnet.id)).collect();
    if own.len() < proxy.subnet_ids.len() {
        let because = t!("seen-network-subnets-missing", proxy = &proxy.name, vpc = &proxy.vpc_id);
        return Err(Stop::unknown(because, &["ec2:DescribeSubnets"]));
    }
    Ok(own)
}

fn zones<'a>(subnets: &[&'a Subnet]) -> BTreeSet<&'a str> {
    subnets.iter().map(|subnet| subnet.zone_id.as_str()).collect()
}

fn one_zone(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let subnets = subnets(observed, proxy)?;
    if zones(&subnets).len() != 1 {
        return passed();
    }
    let mut seen = Seen::at("db-proxy", &proxy.name);
    for subnet in subnets {
        seen = seen.because(t!(
            "seen-network-subnet-zone-id",
            subnet = &subnet.id,
            label = subnet.label(),
            zone = &subnet.zone,
            zone_id = &subnet.zone_id
        ));
    }
    seen.flagged()
}

fn unsupported_zone(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let subnets = subnets(observed, proxy)?;
    let (bad, good): (Vec<&Subnet>, Vec<&Subnet>) =
        subnets.into_iter().partition(|subnet| UNSUPPORTED_ZONE_IDS.contains(&subnet.zone_id.as_str()));
    if bad.is_empty() {
        return passed();
    }
    let mut seen = Seen::at("db-proxy", &proxy.name);
    for subnet in bad {
        seen = seen.because(t!(
            "seen-network-subnet-zone",
            subnet = &subnet.id,
            label = subnet.label(),
            zone = &subnet.zone_id
        ));
    }
    let left = zones(&good).len();
    seen.because(t!("seen-network-zones-left", zones = left))
        .sure(if left < 2 { Confidence::High } else { Confidence::Medium })
        .flagged()
}

fn exhausted(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let endpoints = facts::read(&observed.proxy_endpoints)?.map_or(&[][..], Vec::as_slice);
    let extra = endpoints.iter().filter(|endpoint| !endpoint.is_default && endpoint.vpc_id == proxy.vpc_id).count();
    let extra = u32::try_from(extra).unwrap_or(u32::MAX).saturating_mul(PER_EXTRA_ENDPOINT);
    let needed = addresses_needed(database).saturating_add(extra);
    let subnets = subnets(observed, proxy)?;
    let free = subnets.iter().map(|subnet| subnet.free_addresses).fold(0_u32, u32::saturating_add);
    let recent = |event: &&Event| {
        let age = event.at.zip(observed.at).map_or(0, |(then, now)| now.saturating_sub(then));
        let message = event.message.to_ascii_lowercase();
        age < DAY && message.contains("ip address") && message.contains("capacity")
    };
    let event = facts::read(&observed.events)?.and_then(|events| events.iter().find(recent));
    let mut seen = Seen::at("db-proxy", &proxy.name);
    if free < needed {
        for subnet in &subnets {
            seen = seen.because(t!(
                "seen-network-free-addresses",
                subnet = &subnet.id,
                cidr = &subnet.cidr,
                count = &subnet.free_addresses
            ));
        }
        seen = seen.because(t!("seen-network-addresses-recommended", count = needed));
    }
    if let Some(event) = event {
        seen = seen.because(t!("seen-network-event", message = &event.message));
    }
    if seen.evidence.is_empty() {
        return passed();
    }
    seen.cure(aws(observed, "ec2 describe-subnets").each("subnet-ids", &proxy.subnet_ids).line()).flagged()
}
