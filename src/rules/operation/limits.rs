//! Limits of the proxy that clients ran into.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::{Observed, Part};

use super::log_signs;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

const TROUBLE: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html";

pub const RATE_LIMITED: Rule = Rule {
    code: "iam-auth-rate-limited",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: TROUBLE,
    needs: &[Need::Proxy, Need::Events, Need::FunctionLog],
    check: rate_limited,
};

pub const CLIENT_LIMITS: Rule = Rule {
    code: "client-connection-limits",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: TROUBLE,
    needs: &[Need::Proxy, Need::FunctionLog],
    check: client_limits,
};

/// Sign → what the line says. `too many competing requests` is PostgreSQL's wording.
const TOO_MANY_LOGINS: &[(&str, &str)] = &[
    ("iam-rate-limit", "IAM authentication rate limit exceeded"),
    ("too-many-competing", "too many competing requests"),
];
const TOO_MANY_CLIENTS: &[(&str, &str)] = &[
    ("too-many-connections", "simultaneous connections exceeded"),
    ("connection-rate-limit", "rate of connections exceeded"),
];

fn rate_limited(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let mut seen = Seen::at("db-proxy", &proxy.name).sure(Confidence::Medium);
    let events = facts::read(&observed.events);
    // RDS-EVENT-0275; events carry no number.
    let throttled = events.iter().copied().flatten().flatten().find(|event| event.message.contains("throttled"));
    if let Some(event) = throttled {
        seen = seen.because(t!("seen-operation-event", source = &event.source, message = &event.message));
    }
    let log = in_function_log(observed, TOO_MANY_LOGINS);
    for fact in log.iter().flatten() {
        seen = seen.because(fact);
    }
    if !seen.evidence.is_empty() {
        return seen.flagged();
    }
    events?;
    log?;
    passed()
}

fn client_limits(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    if observed.function_log == Part::NotAsked {
        return Err(Stop::NotApplicable);
    }
    let facts = in_function_log(observed, TOO_MANY_CLIENTS)?;
    if facts.is_empty() {
        return passed();
    }
    let seen = Seen::at("db-proxy", &proxy.name).sure(Confidence::Medium);
    facts.into_iter().fold(seen, Seen::because).flagged()
}

/// Which of the signs the function's log shows; none without a function.
fn in_function_log(observed: &Observed, signs: &[(&str, &str)]) -> Result<Vec<String>, Stop> {
    if observed.function_log == Part::NotAsked {
        return Ok(Vec::new());
    }
    let mut facts = Vec::new();
    for (name, text) in signs {
        if let Some(sign) = log_signs::find(&observed.function_log, name)? {
            facts.push(t!("seen-log-says", text = *text, times = log_signs::times_logged(sign)));
        }
    }
    Ok(facts)
}
