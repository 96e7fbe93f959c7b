//! The file, in TOML: a table `[[accept]]` for each exception.
//!
//! ```toml
//! [[accept]]
//! rule = "proxy-require-tls-false"
//! account = "123456789012"
//! region = "eu-west-1"
//! proxy = "orders-proxy"
//! by = "Ada Lovelace"
//! why = "the old client goes in March"
//! until = 2027-03-31
//! ```

use serde::Deserialize;
use time::{Date, Month};
use toml::Spanned;
use toml::value::Datetime;

use super::{Baseline, Exception};
use crate::rules;
use crate::text::t;

/// The file cannot be used; each says the line, and the field where it is one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadBaseline {
    #[error("{}", t!("error-baseline-form", line = .line.to_string(), message = .message))]
    Form { line: usize, message: String },
    #[error("{}", t!("error-baseline-missing", line = .line.to_string(), field = *.field))]
    Missing { line: usize, field: &'static str },
    #[error("{}", t!("error-baseline-empty", line = .line.to_string(), field = *.field))]
    Empty { line: usize, field: &'static str },
    #[error("{}", t!("error-baseline-no-rule", line = .line.to_string(), code = .code))]
    NoRule { line: usize, code: String },
    #[error("{}", t!("error-baseline-not-a-day", line = .line.to_string(), text = .text))]
    NotADay { line: usize, text: String },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    accept: Vec<Spanned<WrittenException>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenException {
    rule: Option<Spanned<String>>,
    account: Option<Spanned<String>>,
    region: Option<Spanned<String>>,
    proxy: Option<Spanned<String>>,
    subject: Option<Spanned<String>>,
    by: Option<Spanned<String>>,
    why: Option<Spanned<String>>,
    until: Option<Spanned<Datetime>>,
}

/// What the file says.
///
/// # Errors
/// The first thing in it that cannot be used.
pub fn read(text: &str) -> Result<Baseline, BadBaseline> {
    let line_at = |offset: usize| text.get(..offset).unwrap_or_default().matches('\n').count() + 1;
    let file: File = toml::from_str(text).map_err(|error| BadBaseline::Form {
        line: line_at(error.span().map_or(0, |span| span.start)),
        message: error.message().to_owned(),
    })?;
    let exceptions = file.accept.into_iter().map(|entry| {
        let line = line_at(entry.span().start);
        exception(entry.into_inner(), line, &line_at)
    });
    Ok(Baseline { exceptions: exceptions.collect::<Result<_, _>>()? })
}

fn exception(
    entry: WrittenException,
    line: usize,
    line_at: &impl Fn(usize) -> usize,
) -> Result<Exception, BadBaseline> {
    let filled = |value: Spanned<String>, field| {
        let line = line_at(value.span().start);
        let text = value.into_inner().trim().to_owned();
        if text.is_empty() { Err(BadBaseline::Empty { line, field }) } else { Ok(text) }
    };
    let asked = |value: Option<Spanned<String>>, field| match value {
        Some(value) => filled(value, field),
        None => Err(BadBaseline::Missing { line, field }),
    };
    let open = |value: Option<Spanned<String>>, field| value.map(|value| filled(value, field)).transpose();
    let rule_line = entry.rule.as_ref().map_or(line, |rule| line_at(rule.span().start));
    let rule = asked(entry.rule, "rule")?;
    if rules::rule(&rule).is_none() {
        return Err(BadBaseline::NoRule { line: rule_line, code: rule });
    }
    let until = entry.until.ok_or(BadBaseline::Missing { line, field: "until" })?;
    let until_line = line_at(until.span().start);
    let until = until.into_inner();
    Ok(Exception {
        rule,
        account: open(entry.account, "account")?,
        region: open(entry.region, "region")?,
        proxy: open(entry.proxy, "proxy")?,
        subject: open(entry.subject, "subject")?,
        by: asked(entry.by, "by")?,
        why: asked(entry.why, "why")?,
        until: day(&until).ok_or_else(|| BadBaseline::NotADay { line: until_line, text: until.to_string() })?,
        line,
    })
}

/// A day without a time of day.
fn day(value: &Datetime) -> Option<Date> {
    let date = value.date.filter(|_| value.time.is_none())?;
    Date::from_calendar_date(i32::from(date.year), Month::try_from(date.month).ok()?, date.day).ok()
}
