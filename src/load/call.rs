//! One call, and what came of it. Nothing of the function's answer is kept but the number of its connection.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cloud::{CloudError, ErrorKind, Invocation};
use crate::domain::mask;
use crate::prove::Called;

/// Characters of an error that are kept.
const KEPT: usize = 200;
/// The names under which functions answer which connection they used.
const CONNECTION: [&str; 3] = ["connection_id", "connectionId", "CONNECTION_ID()"];

/// One call of a load.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LoadCall {
    /// When it was sent, milliseconds since the load began.
    pub at_ms: u64,
    /// Calls under way then, this one among them.
    pub at_once: u32,
    /// There and back from this machine, milliseconds.
    pub round_trip_ms: f64,
    pub outcome: CallOutcome,
    /// Why it did not answer, shortened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// Milliseconds in the handler, by Lambda's own report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handler_ms: Option<f64>,
    /// Milliseconds of the start of a new environment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub init_ms: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billed_ms: Option<f64>,
    /// The database connection it used, where the function says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connection: Option<String>,
}

/// What came of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CallOutcome {
    Answered,
    /// The function ended with an error of its own.
    Failed,
    /// Lambda took no more calls at that moment.
    Throttled,
    /// Lambda refused it, or did not answer.
    Refused,
}

impl CallOutcome {
    /// As programs read it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Failed => "failed",
            Self::Throttled => "throttled",
            Self::Refused => "refused",
        }
    }
}

impl LoadCall {
    /// A call that was sent at `at_ms` as one of `at_once`.
    pub fn new(at_ms: u64, at_once: u32, round_trip_ms: f64, answer: Result<Invocation, &CloudError>) -> Self {
        let mut call = Self {
            at_ms,
            at_once,
            round_trip_ms,
            outcome: CallOutcome::Answered,
            error: None,
            handler_ms: None,
            init_ms: None,
            billed_ms: None,
            connection: None,
        };
        match answer {
            Ok(invocation) => {
                call.connection = connection(&invocation.payload);
                let called = Called::new(invocation);
                if let Some(report) = called.report {
                    (call.handler_ms, call.init_ms) = (Some(report.duration_ms), report.init_ms);
                    call.billed_ms = report.billed_ms;
                }
                if called.failed {
                    call.outcome = CallOutcome::Failed;
                    call.error = Some(kept(&called.error.unwrap_or_default()));
                }
            }
            Err(error) => {
                let throttled = error.has_kind(ErrorKind::Throttled);
                call.outcome = if throttled { CallOutcome::Throttled } else { CallOutcome::Refused };
                call.error = Some(kept(&error.message.english()));
            }
        }
        call
    }

    /// Milliseconds that the caller waited for Lambda: start and handler, without the way to this machine; the
    /// whole way where Lambda's report is not known.
    pub fn ms(&self) -> f64 {
        self.handler_ms.map_or(self.round_trip_ms, |handler| handler + self.init_ms.unwrap_or_default())
    }

    pub fn answered(&self) -> bool {
        self.outcome == CallOutcome::Answered
    }

    /// A new environment was started for it. `None` where Lambda's report is not known.
    pub fn is_cold(&self) -> Option<bool> {
        self.handler_ms.map(|_| self.init_ms.is_some())
    }
}

/// What differs from call to call is left out, so that equal errors are equal; what may be secret too.
fn kept(error: &str) -> String {
    let words = error.split_whitespace().filter(|word| !is_request_id(word)).collect::<Vec<_>>().join(" ");
    let masked = mask::mask(&words).unwrap_or_else(|| "***".to_owned());
    masked.chars().take(KEPT).collect()
}

fn is_request_id(word: &str) -> bool {
    word.len() >= 32 && word.chars().all(|c| c.is_ascii_hexdigit() || c == '-')
}

/// A number anywhere in the answer under one of the known names; in the text of an API's `body` too.
fn connection(payload: &str) -> Option<String> {
    find(&serde_json::from_str(payload).ok()?)
}

fn find(value: &Value) -> Option<String> {
    match value {
        Value::Object(map) => {
            CONNECTION.iter().find_map(|name| number(map.get(*name)?)).or_else(|| map.values().find_map(find))
        }
        Value::Array(items) => items.iter().find_map(find),
        Value::String(text) if text.starts_with('{') => connection(text),
        _ => None,
    }
}

fn number(value: &Value) -> Option<String> {
    let text = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => return None,
    };
    (!text.is_empty() && text.len() <= 20 && text.chars().all(|c| c.is_ascii_digit())).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(payload: &str, error: Option<&str>, log: &str) -> Invocation {
        Invocation {
            function_error: error.map(str::to_owned),
            payload: payload.to_owned(),
            log_tail: log.to_owned(),
            executed_version: None,
        }
    }

    #[test]
    fn a_call_is_timed_by_lambdas_report_and_else_from_here() {
        let log = "REPORT RequestId: a\tDuration: 172.00 ms\tBilled Duration: 684 ms\tInit Duration: 512.00 ms\t\n";
        let call = LoadCall::new(0, 1, 900.0, Ok(answer(r#"{"body":"{\"connection_id\": 41}"}"#, None, log)));
        assert_eq!((call.ms(), call.is_cold(), call.connection.as_deref()), (684.0, Some(true), Some("41")));
        let call = LoadCall::new(0, 1, 900.0, Ok(answer("\"ok\"", None, "")));
        assert_eq!((call.ms(), call.is_cold(), call.connection), (900.0, None, None));
    }

    #[test]
    fn of_an_error_stays_what_is_equal_in_equal_ones_and_no_secret() {
        let id = "8f14e45f-ceea-467f-a8f9-1234567890ab";
        let payload = format!(r#"{{"errorMessage":"{id} Task timed out after 30.00 seconds"}}"#);
        let call = LoadCall::new(0, 1, 1.0, Ok(answer(&payload, Some("Unhandled"), "")));
        assert_eq!(
            (call.outcome, call.error.as_deref()),
            (CallOutcome::Failed, Some("Task timed out after 30.00 seconds"))
        );
        let payload = r#"{"errorMessage":"cannot reach mysql://app:hunter2@db/orders"}"#;
        let call = LoadCall::new(0, 1, 1.0, Ok(answer(payload, Some("Unhandled"), "")));
        assert!(!call.error.unwrap().contains("hunter2"));
        let throttled = CloudError::new(ErrorKind::Throttled, "lambda:InvokeFunction", "Rate Exceeded.");
        assert_eq!(LoadCall::new(0, 1, 1.0, Err(&throttled)).outcome, CallOutcome::Throttled);
    }

    #[test]
    fn only_a_number_is_a_connection() {
        assert_eq!(connection(r#"[{"connectionId":"7"}]"#).as_deref(), Some("7"));
        assert_eq!(connection(r#"{"connection_id":"secret words"}"#), None);
        assert_eq!(connection("no json"), None);
    }
}
