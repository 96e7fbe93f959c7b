//! What AWS's own records say about a sick target: descriptions, events, logs, metrics. Never a
//! verdict by itself; it tells which causes to look at first.

use crate::domain::UnixSeconds;
use crate::domain::observed::Observed;
use crate::rules::operation::log_signs;
use crate::rules::operation::metrics::{self, FAILED_AUTH, RECEIVED, SETUP_FAILED};
use crate::text::{series, t};

use super::follows::Kind;

/// One fact, and the kind of cause it speaks for.
pub struct CauseSign {
    pub kind: Kind,
    pub fact: String,
}

const DAY: i64 = 24 * 3600;

/// Everything that points somewhere, the plainest first. Parts that were not read say nothing.
pub fn signs(observed: &Observed) -> Vec<CauseSign> {
    let mut all = Vec::new();
    let mut sign = |kind, fact: String| all.push(CauseSign { kind, fact });
    if described(observed, "registered credentials") {
        sign(Kind::Login, t!("seen-target-credentials").to_owned());
    }
    for (log, name, says) in [
        (&observed.proxy_log, "secret-unreadable", t!("seen-target-sign-secret")),
        (&observed.function_log, "no-credentials-for-role", t!("seen-target-sign-no-secret")),
        (&observed.function_log, "pam-failed", t!("seen-target-sign-refused")),
    ] {
        if let Ok(Some(found)) = log_signs::find(log, name) {
            sign(Kind::Login, t!("seen-target-sign", sign = says, times = log_signs::times_logged(found)));
        }
    }
    for event in observed.events.items().iter().filter(|event| is_recent(observed, event.at)) {
        if event.message.contains("enough IP addresses") {
            sign(Kind::Capacity, t!("seen-target-event", message = &event.message));
        }
    }
    all
}

/// Counts that tell how far connections come, for whoever reads on; they point at no single cause.
pub fn counts(observed: &Observed) -> Option<String> {
    let count = |asked, name: &str| {
        let total = metrics::total(observed, asked).ok().filter(|total| *total > 0.0)?;
        Some(format!("{name} {total:.0}"))
    };
    let counts: Vec<String> = [
        (RECEIVED, "ClientConnectionsReceived"),
        (FAILED_AUTH, "ClientConnectionsSetupFailedAuth"),
        (SETUP_FAILED, "DatabaseConnectionsSetupFailed"),
    ]
    .into_iter()
    .filter_map(|(asked, name)| count(asked, name))
    .collect();
    (!counts.is_empty()).then(|| t!("seen-target-counts", counts = series(&counts)))
}

/// Some target's description has these words.
pub fn described(observed: &Observed, words: &str) -> bool {
    observed
        .targets
        .items()
        .iter()
        .filter_map(|target| target.health.as_ref()?.description.as_ref())
        .any(|description| description.contains(words))
}

/// An event of last week explains nothing today; one without a date may.
fn is_recent(observed: &Observed, at: Option<UnixSeconds>) -> bool {
    match (observed.at, at) {
        (Some(now), Some(at)) => now - at <= DAY,
        _ => true,
    }
}

/// Seconds since proxy or targets last changed; `None` where no date is known. The target group's
/// own date is not read, but RDS writes an event when a target is added.
pub fn unchanged_for(observed: &Observed) -> Option<i64> {
    let proxy = observed.proxy.present()?;
    let events = observed.events.items().iter().filter_map(|event| event.at);
    let changed = events.chain(proxy.created).chain(proxy.updated).max()?;
    Some((observed.at? - changed).max(0))
}
