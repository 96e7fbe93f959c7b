//! What a call of a function came to, in parts that a page or a line can show.

use serde::Serialize;
use serde_json::Value;

use crate::cloud::Invocation;
use crate::domain::outside::one_line;
use crate::probe::reading;

/// Characters of an answer that are shown.
const SHOWN: usize = 4000;

/// One call of a function.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Called {
    /// The function ended with an error of its own.
    pub failed: bool,
    /// What it answered, as it came, shortened.
    pub answer: String,
    /// Its error in words, where it failed.
    pub error: Option<String>,
    /// What that error means, where it is a known one.
    pub means: Option<String>,
    /// What to do about it.
    pub next: Option<String>,
    /// The end of its log.
    pub log: String,
    /// The `REPORT` line of its log, where the log holds one.
    pub report: Option<RuntimeReport>,
    /// The version that ran.
    pub version: Option<String>,
}

/// Lambda's own account of a call.
/// <https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html>
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct RuntimeReport {
    /// Milliseconds the handler ran.
    pub duration_ms: f64,
    /// Milliseconds that are paid for.
    pub billed_ms: Option<f64>,
    /// Milliseconds of the start; only where a new environment was started.
    pub init_ms: Option<f64>,
    /// Megabytes it has.
    pub memory_mb: Option<f64>,
    /// Megabytes it used at most.
    pub used_mb: Option<f64>,
}

impl Called {
    /// What came back, read.
    pub fn new(invocation: Invocation) -> Self {
        let Invocation { function_error, payload, log_tail, executed_version } = invocation;
        let error = function_error.is_some().then(|| error_of(&payload));
        let reading = error.as_deref().and_then(reading::of_text);
        Self {
            failed: error.is_some(),
            answer: payload.chars().take(SHOWN).collect(),
            means: reading.as_ref().map(|reading| reading.means.clone()),
            next: reading.map(|reading| reading.next),
            error,
            report: RuntimeReport::find(&log_tail),
            log: log_tail,
            version: executed_version,
        }
    }
}

/// The error in a failed function's answer: type and message.
pub(super) fn error_of(payload: &str) -> String {
    let parsed: Value = serde_json::from_str(payload).unwrap_or_default();
    let text = |key: &str| parsed.get(key).and_then(Value::as_str);
    let words = match (text("errorType"), text("errorMessage")) {
        (Some(kind), Some(message)) => format!("{kind}: {message}"),
        (None, Some(message)) => message.to_owned(),
        _ => payload.to_owned(),
    };
    one_line(&words.chars().take(SHOWN).collect::<String>()).into_owned()
}

impl RuntimeReport {
    /// The last one in a log. Its parts are divided by tabs and are `Name: 12.34 ms`.
    fn find(log: &str) -> Option<Self> {
        let line = log.lines().rev().find(|line| line.starts_with("REPORT RequestId:"))?;
        let number = |name: &str| {
            let part = line.split('\t').find_map(|part| part.trim().strip_prefix(name))?;
            part.trim_start_matches(':').split_whitespace().next()?.parse().ok()
        };
        Some(Self {
            duration_ms: number("Duration")?,
            billed_ms: number("Billed Duration"),
            init_ms: number("Init Duration"),
            memory_mb: number("Memory Size"),
            used_mb: number("Max Memory Used"),
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_report_line_is_read_cold_and_warm() {
        let cold = "START RequestId: a\nREPORT RequestId: a\tDuration: 12.34 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 58 MB\tInit Duration: 212.40 ms\t\n";
        let report = RuntimeReport::find(cold).unwrap();
        assert_eq!((report.duration_ms, report.billed_ms, report.init_ms), (12.34, Some(13.0), Some(212.4)));
        assert_eq!((report.memory_mb, report.used_mb), (Some(128.0), Some(58.0)));
        let warm = "REPORT RequestId: b\tDuration: 1.00 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\tMax Memory Used: 58 MB\n";
        assert_eq!(RuntimeReport::find(warm).unwrap().init_ms, None);
        assert_eq!(RuntimeReport::find("no report"), None);
    }

    #[test]
    fn an_error_is_its_type_and_message_or_what_came() {
        assert_eq!(error_of(r#"{"errorType":"Error","errorMessage":"connect ETIMEDOUT"}"#), "Error: connect ETIMEDOUT");
        assert_eq!(error_of(r#"{"errorMessage":"Task timed out"}"#), "Task timed out");
        assert_eq!(error_of("<html>"), "<html>");
    }
}
