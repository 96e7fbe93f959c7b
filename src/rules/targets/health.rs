//! The target group's health, translated: one rule per reason that `DescribeDBProxyTargets` gives.

use crate::domain::database::DatabaseKind;
use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::proxy::{Target, TargetHealth, TargetKind, TargetReason, TargetRole, TargetState};

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

pub(super) const SOURCE: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html";
const API: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_TargetHealth.html";
pub(super) const NEEDS: &[Need] = &[Need::Proxy, Need::Targets];

pub const NONE: Rule = Rule {
    code: "proxy-no-targets",
    severity: Severity::Error,
    hop: Hop::ProxyToDatabase,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RegisterDBProxyTargets.html",
    needs: &[Need::Proxy, Need::Targets],
    check: no_targets,
};

pub const INTERNAL_ERROR: Rule = Rule {
    code: "proxy-target-unavailable-internal-error",
    severity: Severity::Error,
    hop: Hop::ProxyToDatabase,
    source: SOURCE,
    needs: NEEDS,
    // A reason that is new to this program is no better than none.
    check: |observed| unavailable(observed, |health| matches!(health.reason, None | Some(TargetReason::Other(_)))),
};

pub const UNREACHABLE: Rule = Rule {
    code: "proxy-target-unreachable",
    severity: Severity::Error,
    hop: Hop::ProxyToDatabase,
    source: SOURCE,
    needs: NEEDS,
    check: |observed| unavailable(observed, |health| has_reason(health, &TargetReason::Unreachable)),
};

pub const CONNECTION_FAILED: Rule = Rule {
    code: "proxy-target-connection-failed",
    severity: Severity::Error,
    hop: Hop::ProxyToDatabase,
    source: SOURCE,
    needs: NEEDS,
    check: |observed| unavailable(observed, |health| has_reason(health, &TargetReason::ConnectionFailed)),
};

pub const AUTH_FAILURE: Rule = Rule {
    code: "proxy-target-auth-failure",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: SOURCE,
    needs: NEEDS,
    check: |observed| unavailable(observed, |health| has_reason(health, &TargetReason::AuthFailure)),
};

pub const INVALID_REPLICATION: Rule = Rule {
    code: "proxy-target-invalid-replication-state",
    severity: Severity::Error,
    hop: Hop::Database,
    source: API,
    needs: NEEDS,
    check: |observed| unavailable(observed, |health| has_reason(health, &TargetReason::InvalidReplicationState)),
};

pub const UNUSED: Rule = Rule {
    code: "proxy-target-promoted-or-unused",
    severity: Severity::Info,
    hop: Hop::ProxyToDatabase,
    source: API,
    needs: NEEDS,
    check: |observed| {
        with_health(observed, |health| {
            health.state == TargetState::Unused || has_reason(health, &TargetReason::Promoted)
        })
    },
};

pub const NO_WRITER: Rule = Rule {
    code: "proxy-no-writable-target",
    severity: Severity::Error,
    hop: Hop::Database,
    source: SOURCE,
    needs: &[Need::Proxy, Need::Targets, Need::Database],
    check: no_writer,
};

pub(super) fn has_reason(health: &TargetHealth, reason: &TargetReason) -> bool {
    health.reason.as_ref() == Some(reason)
}

/// The rows that carry health: the row of a tracked cluster itself has none.
fn healths(targets: &[Target]) -> impl Iterator<Item = (&Target, &TargetHealth)> {
    targets
        .iter()
        .filter(|target| target.kind != TargetKind::TrackedCluster)
        .filter_map(|target| Some((target, target.health.as_ref()?)))
}

fn unavailable(observed: &Observed, which: fn(&TargetHealth) -> bool) -> Check {
    // A target that registers reports reasons that pass by themselves, except for capacity.
    with_health(observed, |health| health.state == TargetState::Unavailable && which(health))
}

pub(super) fn with_health(observed: &Observed, which: impl Fn(&TargetHealth) -> bool) -> Check {
    let proxy = facts::proxy(observed)?;
    let targets = facts::targets(observed)?;
    if targets.is_empty() {
        return Err(Stop::NotApplicable);
    }
    let mut rows = healths(targets).filter(|(_, health)| which(health)).peekable();
    let Some((first, _)) = rows.peek() else { return seen_whole(targets).and_then(|()| passed()) };
    let mut seen = Seen::at("target", &first.id);
    // The instances of a cluster mostly fail together: one finding for all of them.
    for (target, health) in rows {
        let (id, state) = (&target.id, health.state.as_str());
        seen = seen.because(match &health.reason {
            Some(reason) => t!("seen-target-state-reason", target = id, state = state, reason = reason.as_str()),
            None => t!("seen-target-state", target = id, state = state),
        });
        if let Some(description) = &health.description {
            seen = seen.because(t!("seen-target-aws-says", description = description));
        }
    }
    seen.evidence.dedup();
    seen.cure(aws(observed, "rds describe-db-proxy-targets").with("db-proxy-name", &proxy.name).line()).flagged()
}

/// Whether the health of every target is there and understood, so that what is not seen is not so.
pub(super) fn seen_whole(targets: &[Target]) -> Result<(), Stop> {
    let mut rows = targets.iter().filter(|target| target.kind != TargetKind::TrackedCluster).peekable();
    let unknown = |because: String| Err(Stop::unknown(because, &["rds:DescribeDBProxyTargets"]));
    if rows.peek().is_none() {
        return unknown(t!("seen-target-no-instance").to_owned());
    }
    for target in rows {
        match &target.health {
            None => return unknown(t!("seen-target-health-unknown", target = &target.id)),
            Some(TargetHealth { state: TargetState::Other(state), .. }) => {
                return unknown(t!("seen-target-state-unclear", target = &target.id, state = state));
            }
            Some(_) => {}
        }
    }
    Ok(())
}

fn no_targets(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    if !facts::targets(observed)?.is_empty() {
        return passed();
    }
    let mut seen = Seen::at("db-proxy", &proxy.name).because(t!("seen-target-none", proxy = &proxy.name));
    if let Some(database) = observed.database.present() {
        let option = match database.kind {
            DatabaseKind::Instance => "db-instance-identifiers",
            DatabaseKind::Cluster => "db-cluster-identifiers",
        };
        let register = aws(observed, "rds register-db-proxy-targets").with("db-proxy-name", &proxy.name);
        seen = seen.cure(register.with(option, &database.id).line());
    }
    seen.flagged()
}

fn no_writer(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let targets = facts::targets(observed)?;
    let available: Vec<&Target> =
        healths(targets).filter(|(_, health)| health.is_available()).map(|(target, _)| target).collect();
    // With nothing available the reason of each target says more; one that stands aside has none.
    if available.is_empty()
        && !(healths(targets).count() > 0 && healths(targets).all(|(_, health)| health.state == TargetState::Unused))
    {
        return Err(Stop::NotApplicable);
    }
    // An instance by itself takes writes, whatever is said of its role.
    let alone = |target: &Target| target.role.is_none() && target.tracked_cluster.is_none();
    if available.iter().any(|target| target.role == Some(TargetRole::ReadWrite) || alone(target)) {
        return passed();
    }
    if let Some(target) = available.iter().find(|target| target.role != Some(TargetRole::ReadOnly)) {
        let because = t!("seen-target-writes-unknown", target = &target.id);
        return Err(Stop::unknown(because, &["rds:DescribeDBProxyTargets"]));
    }
    // A secondary cluster of a global database has readers only, and serves reads.
    if let Some(database) = facts::read(&observed.database)? {
        if database.is_global_secondary() {
            return Err(Stop::NotApplicable);
        }
        let has_writer = database.members.iter().any(|member| member.writer);
        if database.global.is_none() && !database.members.is_empty() && !has_writer {
            let because = t!("seen-target-no-writer", database = &database.id);
            return Err(Stop::unknown(because, &["rds:DescribeGlobalClusters"]));
        }
    }
    let first = available.first().copied().or(targets.first());
    let mut seen = Seen::at("target", first.map_or("", |target| target.id.as_str()));
    for target in targets {
        let state = target.health.as_ref().map_or(t!("seen-target-no-health"), |health| health.state.as_str());
        seen = seen.because(format!(
            "{}: {state}, {}",
            target.id,
            target.role.as_ref().map_or(t!("seen-target-no-role"), TargetRole::as_str)
        ));
    }
    seen.flagged()
}
