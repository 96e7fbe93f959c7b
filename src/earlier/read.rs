//! Reads what `validate --format json` wrote, of any version and for one proxy or many.

use serde_json::Value;

use super::{Earlier, EarlierProxy, Sighting, UnreadBefore};
use crate::domain::proxy_at::ProxyAt;
use crate::text::t;
use crate::{fleet, rules};

/// The text is no report of a validation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAReport {
    #[error("{}", t!("error-report-not-json", line = .line.to_string(), column = .column.to_string(), message = .message))]
    Form { line: usize, column: usize, message: String },
    #[error("{}", t!("error-report-other-schema", schema = .schema))]
    OtherSchema { schema: String },
    #[error("{}", t!("error-report-missing", field = *.field))]
    Missing { field: &'static str },
}

/// What the report found.
///
/// # Errors
/// It is no report of `validate --format json`.
pub fn read(text: &str) -> Result<Earlier, NotAReport> {
    let value: Value = serde_json::from_str(text).map_err(|error| NotAReport::Form {
        line: error.line(),
        column: error.column(),
        message: error.to_string(),
    })?;
    let schema = text_of(&value, "schema")?;
    let documents = match schema {
        rules::SCHEMA => vec![&value],
        rules::LIST_SCHEMA | fleet::SCHEMA => list_of(&value, "proxies")?.iter().collect(),
        _ => return Err(NotAReport::OtherSchema { schema: schema.to_owned() }),
    };
    let proxies = documents.into_iter().map(proxy).collect::<Result<_, _>>()?;
    Ok(Earlier { proxies, unread: unread(&value) })
}

/// Places whose account is known by number; older reports, and those of one account, have none.
fn unread(document: &Value) -> Vec<UnreadBefore> {
    let places = document.get("unread").and_then(Value::as_array).into_iter().flatten();
    let text = |place: &Value, field: &str| place.get(field).and_then(Value::as_str).map(str::to_owned);
    places
        .filter_map(|place| Some(UnreadBefore { account: text(place, "account")?, region: text(place, "region") }))
        .collect()
}

fn proxy(document: &Value) -> Result<EarlierProxy, NotAReport> {
    let name = document.get("proxy").and_then(Value::as_str).unwrap_or_default();
    let findings = list_of(document, "findings")?.iter().map(sighting).collect::<Result<_, _>>()?;
    let unknown = list_of(document, "unknown")?;
    Ok(EarlierProxy {
        at: ProxyAt::new(text_of(document, "account")?, text_of(document, "region")?, name),
        // Older ones have none.
        arn: document.get("proxy_arn").and_then(Value::as_str).map(str::to_owned),
        findings,
        // Older ones have none.
        accepted: match document.get("accepted").and_then(Value::as_array) {
            Some(all) => all.iter().map(|one| sighting(one.get("finding").unwrap_or(one))).collect::<Result<_, _>>()?,
            None => Vec::new(),
        },
        unknown: unknown.iter().map(|rule| text_of(rule, "code").map(str::to_owned)).collect::<Result<_, _>>()?,
    })
}

fn sighting(finding: &Value) -> Result<Sighting, NotAReport> {
    let subject = finding.get("subject").ok_or(NotAReport::Missing { field: "subject" })?;
    Ok(Sighting {
        code: text_of(finding, "code")?.to_owned(),
        kind: text_of(subject, "kind")?.to_owned(),
        id: text_of(subject, "id")?.to_owned(),
    })
}

fn text_of<'a>(value: &'a Value, field: &'static str) -> Result<&'a str, NotAReport> {
    value.get(field).and_then(Value::as_str).ok_or(NotAReport::Missing { field })
}

fn list_of<'a>(value: &'a Value, field: &'static str) -> Result<&'a Vec<Value>, NotAReport> {
    value.get(field).and_then(Value::as_array).ok_or(NotAReport::Missing { field })
}
