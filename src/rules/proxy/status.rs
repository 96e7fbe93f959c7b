//! `DBProxyStatus` and what its values mean.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};

const SOURCE: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBProxy.html";

pub const NOT_AVAILABLE: Rule = Rule {
    code: "proxy-status-not-available",
    severity: Severity::Error,
    hop: Hop::Proxy,
    title: "The proxy is not available yet",
    why: "While a proxy is being created, changed or deleted, connections are refused or time out.",
    fix: "Wait. If it is still being modified after 30 minutes, open a case with AWS.",
    source: SOURCE,
    needs: &[Need::Proxy],
    check: not_available,
};

pub const INCOMPATIBLE_NETWORK: Rule = Rule {
    code: "proxy-status-incompatible-network",
    severity: Severity::Error,
    hop: Hop::Proxy,
    title: "The proxy's network was taken away",
    why: "A subnet, a group or the VPC that the proxy uses was deleted, or has no room for its interfaces.",
    fix: "Restore the network object. Otherwise recreate the proxy: its subnets cannot be changed.",
    source: SOURCE,
    needs: &[Need::Proxy],
    check: |observed| is(observed, "incompatible-network"),
};

pub const INSUFFICIENT_LIMITS: Rule = Rule {
    code: "proxy-status-insufficient-resource-limits",
    severity: Severity::Error,
    hop: Hop::Proxy,
    title: "The account has no room for the proxy",
    why: "The proxy needs addresses and network interfaces, and a limit of the account stands in the way.",
    fix: "Free addresses in its subnets or raise the quota for network interfaces, then try again.",
    source: SOURCE,
    needs: &[Need::Proxy],
    check: |observed| is(observed, "insufficient-resource-limits"),
};

pub const SUSPENDED: Rule = Rule {
    code: "proxy-status-suspended",
    severity: Severity::Error,
    hop: Hop::Proxy,
    title: "AWS has suspended the proxy",
    why: "A suspended proxy takes no connections. AWS does not document the reasons.",
    fix: "Look at the account's health events and its standing, then contact AWS Support.",
    source: SOURCE,
    needs: &[Need::Proxy],
    check: |observed| {
        let found = is(observed, "suspended")?;
        if found.is_empty() { is(observed, "suspending") } else { Ok(found) }
    },
};

fn not_available(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    match proxy.status.as_str() {
        "available" => passed(),
        // These have rules of their own.
        "incompatible-network" | "insufficient-resource-limits" | "suspended" | "suspending" => {
            Err(Stop::NotApplicable)
        }
        // Many changes are made while the proxy goes on serving.
        "modifying" => found(observed, &proxy.name, "modifying", Confidence::Medium),
        other => found(observed, &proxy.name, other, Confidence::High),
    }
}

fn is(observed: &Observed, status: &str) -> Check {
    let proxy = facts::proxy(observed)?;
    if proxy.status == status { found(observed, &proxy.name, status, Confidence::High) } else { passed() }
}

fn found(observed: &Observed, name: &str, status: &str, confidence: Confidence) -> Check {
    Seen::at("db-proxy", name)
        .because(format!("status of {name}: {status}"))
        .cure(aws(observed, "rds describe-db-proxies").with("db-proxy-name", name).line())
        .sure(confidence)
        .found()
}
