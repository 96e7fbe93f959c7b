//! What only a login to the database would prove, told by what AWS records about it.
//!
//! `secret-dual-password` has no rule: nothing that AWS lets one read shows that a MySQL user
//! keeps a second password.

use crate::domain::UnixSeconds;
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::proxy::{Proxy, TargetHealth, TargetReason};

use super::auth_list::modify_auth;
use super::each::{SECRETS, TROUBLE, each, has_current, with_secrets};
use crate::rules::facts::{self, Need};
use crate::rules::iam;
use crate::rules::operation::{log_signs, metrics};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

pub const PASSWORD: Rule = Rule {
    code: "secret-password-mismatch",
    severity: Severity::Error,
    hop: Hop::RoleAndSecret,
    source: SECRETS,
    needs: &[Need::Proxy, Need::Targets, Need::Metrics, Need::Secrets, Need::ProxyRole],
    check: password,
};

pub const NOT_PICKED_UP: Rule = Rule {
    code: "secret-update-not-picked-up",
    severity: Severity::Info,
    hop: Hop::RoleAndSecret,
    source: TROUBLE,
    needs: &[Need::Proxy, Need::Secrets, Need::Targets, Need::ProxyLog],
    check: not_picked_up,
};

fn no_login(health: &TargetHealth) -> bool {
    health.reason == Some(TargetReason::AuthFailure)
}

/// AWS says that the proxy has nothing to log in with: then no password was refused.
fn nothing_registered(health: &TargetHealth) -> bool {
    health.description.as_deref().is_some_and(|text| text.contains("registered credentials"))
}

fn password(observed: &Observed) -> Check {
    let proxy = with_secrets(observed)?;
    let targets = facts::targets(observed)?;
    let failed = metrics::total(observed, metrics::SETUP_FAILED)?;
    let refused_clients = metrics::total(observed, metrics::FAILED_AUTH)?;
    let health = || targets.iter().filter_map(|target| target.health.as_ref());
    let seen = Seen::at("db-proxy", &proxy.name).sure(Confidence::Low);
    // The network and some login work, so it is perhaps one user's.
    if failed > 0.0 && refused_clients == 0.0 && health().any(TargetHealth::is_available) {
        return seen
            .because(t!("seen-secret-failed-to-open", proxy = &proxy.name, count = failed))
            .because(t!("seen-secret-no-client-refused"))
            .flagged();
    }
    if health().any(|health| no_login(health) && !nothing_registered(health)) && all_usable(observed, proxy)? {
        return seen
            .because(t!("seen-secret-auth-failure"))
            .because(t!("seen-secret-all-there", proxy = &proxy.name))
            .flagged();
    }
    passed()
}

/// Every secret is there with a value that was looked into, and the proxy's role may read it.
fn all_usable(observed: &Observed, proxy: &Proxy) -> Result<bool, Stop> {
    let role = facts::proxy_role(observed)?;
    for auth in &proxy.auth {
        let action = "secretsmanager:GetSecretValue";
        if !iam::may(role, action, &auth.secret_arn, &[]).known()?.is_allowed() {
            return Ok(false);
        }
    }
    for secret in &observed.proxy_secrets {
        let usable = facts::read(&secret.secret)?.is_some_and(|one| !one.deleted && has_current(one) != Some(false));
        // What nobody looked into may be at fault in many ways.
        let looked_into = secret.shape.present().is_some();
        if !usable || !looked_into {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Operators report minutes; after half an hour the cause is another.
const FRESH_SECS: UnixSeconds = 30 * 60;

fn not_picked_up(observed: &Observed) -> Check {
    let proxy = with_secrets(observed)?;
    let now = observed.at.ok_or(Stop::NotApplicable)?;
    each(observed, |secret| {
        let metadata = facts::there(&secret.secret)?;
        let Some(age) = metadata.last_changed.map(|at| now - at).filter(|age| (0..FRESH_SECS).contains(age)) else {
            return Ok(None);
        };
        let seen = Seen::at("secret", &metadata.name)
            .because(t!("seen-secret-changed", secret = &metadata.name, minutes = age / 60))
            .cures(modify_auth(observed, proxy, Some).map(|command| command.line()))
            .sure(Confidence::Low);
        if facts::targets(observed)?.iter().filter_map(|target| target.health.as_ref()).any(no_login) {
            return Ok(Some(seen.because(t!("seen-secret-auth-failure"))));
        }
        let sign = log_signs::find(&observed.proxy_log, "secret-unreadable")?;
        Ok(sign.map(|sign| {
            seen.because(t!(
                "seen-log-says",
                text = "Credentials couldn't be retrieved",
                times = log_signs::times_logged(sign)
            ))
        }))
    })
}
