//! Sessions that keep a database connection to themselves: how many, and why.

use crate::domain::database::EngineFamily;
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::monitoring::LogSign;
use crate::domain::observed::Observed;

use super::load::{percent, sustained_share};
use super::{log_signs, metrics};
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

const PINNING: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-pinning.html";
const LOG: &[Need] = &[Need::Proxy, Need::ProxyLog];

pub const HIGH: Rule = Rule {
    code: "session-pinning-high",
    severity: Severity::Warning,
    hop: Hop::ProxyToDatabase,
    source: PINNING,
    needs: &[Need::Proxy, Need::Metrics],
    check: high,
};

pub const SET: Rule = Rule {
    code: "pinning-set-session",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: PINNING,
    needs: LOG,
    check: |observed| reason(observed, "pinned-set"),
};

pub const PREPARED: Rule = Rule {
    code: "pinning-prepared-statements",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: PINNING,
    needs: LOG,
    check: |observed| reason(observed, "pinned-prepared"),
};

pub const LARGE: Rule = Rule {
    code: "pinning-statement-over-16kb",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: PINNING,
    needs: LOG,
    check: |observed| reason(observed, "pinned-size"),
};

// The catalogue counts this as a warning and its own test for it as info. The setting alone does
// no harm, so info it is.
pub const FILTER: Rule = Rule {
    code: "pinning-filter-risky",
    severity: Severity::Info,
    hop: Hop::Proxy,
    source: PINNING,
    needs: &[Need::Proxy, Need::Pool],
    check: filter,
};

/// Above this part of pinned connections the pool is hardly shared.
const HIGH_SHARE: f64 = 0.3;

/// So many lines in a day are a habit; fewer may be somebody at a prompt.
const HABIT: u32 = 3;

const REASONS: [&str; 3] = ["pinned-set", "pinned-prepared", "pinned-size"];

/// The part of the database connections that is pinned, where that is high.
pub fn high_share(observed: &Observed) -> Result<Option<f64>, Stop> {
    Ok(sustained_share(observed, metrics::PINNED)?.filter(|share| *share > HIGH_SHARE))
}

fn high(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let Some(share) = high_share(observed)? else { return passed() };
    // The rule with the reason says it.
    if REASONS.iter().any(|sign| habit(observed, sign).ok().flatten().is_some()) {
        return Err(Stop::NotApplicable);
    }
    Seen::at("db-proxy", &proxy.name).because(t!("seen-operation-were-pinned", percent = percent(share))).flagged()
}

fn habit<'a>(observed: &'a Observed, sign: &str) -> Result<Option<&'a LogSign>, Stop> {
    Ok(log_signs::find(&observed.proxy_log, sign)?.filter(|sign| sign.count >= HABIT))
}

fn reason(observed: &Observed, sign: &str) -> Check {
    let proxy = facts::proxy(observed)?;
    let Some(sign) = habit(observed, sign)? else { return passed() };
    let seen = Seen::at("db-proxy", &proxy.name)
        .because(t!("seen-log-pinned", text = "The client session was pinned", times = log_signs::times_logged(sign)))
        .sure(Confidence::Medium);
    match high_share(observed).ok().flatten() {
        Some(share) => seen.because(t!("seen-operation-are-pinned", percent = percent(share))).flagged(),
        None => seen.flagged(),
    }
}

fn filter(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    if !facts::pool(observed)?.exclude_variable_sets {
        return passed();
    }
    let seen = Seen::at("db-proxy", &proxy.name)
        .because(t!("seen-operation-filter"))
        .cure(
            aws(observed, "rds modify-db-proxy-target-group")
                .with("db-proxy-name", &proxy.name)
                .with("target-group-name", "default")
                .with("connection-pool-config", r#"{"SessionPinningFilters":[]}"#)
                .line(),
        )
        .sure(Confidence::Medium);
    if proxy.engine_family == EngineFamily::Postgresql {
        return seen.because(t!("seen-operation-no-such-filter")).flagged();
    }
    seen.flagged()
}
