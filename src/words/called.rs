//! What Lambda reports of a call.

use crate::prove::RuntimeReport;
use crate::text::{series, t};

/// How long it took, what of it is billed, and whether an environment was started for it.
pub fn call_time(report: &RuntimeReport) -> String {
    let mut parts = vec![t!("prove-duration", ms = whole(report.duration_ms))];
    parts.extend(report.billed_ms.map(|billed| t!("prove-billed", ms = whole(billed))));
    parts.push(match report.init_ms {
        Some(init) => t!("prove-cold", ms = whole(init)),
        None => t!("prove-warm").to_owned(),
    });
    series(&parts)
}

/// How much memory it used of how much.
pub fn call_memory(report: &RuntimeReport) -> Option<String> {
    Some(t!("prove-memory", used = whole(report.used_mb?), of = whole(report.memory_mb?)))
}

fn whole(value: f64) -> String {
    format!("{value:.0}")
}
