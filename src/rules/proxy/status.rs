//! `DBProxyStatus` and what its values mean.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::proxy::{Proxy, ProxyStatus};

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::rules::targets::waiting::age_words;
use crate::text::t;

const SOURCE: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBProxy.html";

pub const NOT_AVAILABLE: Rule = Rule {
    code: "proxy-status-not-available",
    severity: Severity::Error,
    hop: Hop::Proxy,
    source: SOURCE,
    needs: &[Need::Proxy],
    check: not_available,
};

pub const INCOMPATIBLE_NETWORK: Rule = Rule {
    code: "proxy-status-incompatible-network",
    severity: Severity::Error,
    hop: Hop::Proxy,
    source: SOURCE,
    needs: &[Need::Proxy],
    check: |observed| with_status(observed, &ProxyStatus::IncompatibleNetwork, missing_parts),
};

pub const INSUFFICIENT_LIMITS: Rule = Rule {
    code: "proxy-status-insufficient-resource-limits",
    severity: Severity::Error,
    hop: Hop::Proxy,
    source: SOURCE,
    needs: &[Need::Proxy],
    check: |observed| with_status(observed, &ProxyStatus::InsufficientResourceLimits, free_addresses),
};

pub const SUSPENDED: Rule = Rule {
    code: "proxy-status-suspended",
    severity: Severity::Error,
    hop: Hop::Proxy,
    source: SOURCE,
    needs: &[Need::Proxy],
    check: |observed| {
        let found = with_status(observed, &ProxyStatus::Suspended, nothing)?;
        if found.is_empty() { with_status(observed, &ProxyStatus::Suspending, nothing) } else { Ok(found) }
    },
};

fn not_available(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    match proxy.status {
        ProxyStatus::Available => passed(),
        // These have rules of their own.
        ProxyStatus::IncompatibleNetwork
        | ProxyStatus::InsufficientResourceLimits
        | ProxyStatus::Suspended
        | ProxyStatus::Suspending => Err(Stop::NotApplicable),
        // Many changes are made while the proxy goes on serving.
        ProxyStatus::Modifying => seen(observed, proxy, Vec::new(), Confidence::Medium),
        _ => seen(observed, proxy, Vec::new(), Confidence::High),
    }
}

fn with_status(observed: &Observed, status: &ProxyStatus, facts_about: fn(&Observed, &Proxy) -> Vec<String>) -> Check {
    let proxy = facts::proxy(observed)?;
    if proxy.status != *status {
        return passed();
    }
    seen(observed, proxy, facts_about(observed, proxy), Confidence::High)
}

fn nothing(_: &Observed, _: &Proxy) -> Vec<String> {
    Vec::new()
}

/// What the proxy names and the VPC no longer has, where subnets and groups were read.
fn missing_parts(observed: &Observed, proxy: &Proxy) -> Vec<String> {
    let mut gone = Vec::new();
    if let Some(subnets) = observed.subnets.present() {
        let is_there = |id: &String| subnets.iter().any(|subnet| subnet.id == *id);
        gone.extend(
            proxy.subnet_ids.iter().filter(|id| !is_there(id)).map(|id| t!("seen-proxy-subnet-gone", subnet = id)),
        );
    }
    if let Some(groups) = observed.security_groups.present() {
        let is_there = |id: &String| groups.iter().any(|group| group.id == *id);
        let ids = proxy.security_group_ids.iter().filter(|id| !is_there(id));
        gone.extend(ids.map(|id| t!("seen-proxy-group-gone", group = id)));
    }
    if gone.is_empty() { free_addresses(observed, proxy) } else { gone }
}

fn free_addresses(observed: &Observed, proxy: &Proxy) -> Vec<String> {
    let own = observed.subnets.items().iter().filter(|subnet| proxy.subnet_ids.contains(&subnet.id));
    own.map(|subnet| t!("seen-proxy-free-addresses", subnet = &subnet.id, count = &subnet.free_addresses)).collect()
}

fn seen(observed: &Observed, proxy: &Proxy, facts: Vec<String>, confidence: Confidence) -> Check {
    let mut seen = Seen::at("db-proxy", &proxy.name).because(t!(
        "seen-status",
        name = &proxy.name,
        status = proxy.status.as_str()
    ));
    if let (Some(now), Some(updated)) = (observed.at, proxy.updated) {
        seen = seen.because(t!("seen-proxy-last-changed", age = age_words((now - updated).max(0))));
    }
    seen.evidence.extend(facts);
    seen.cure(aws(observed, "rds describe-db-proxies").with("db-proxy-name", &proxy.name).line())
        .sure(confidence)
        .flagged()
}
