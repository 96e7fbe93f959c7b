//! Whether a statement speaks about a request: action, resource and conditions.

use crate::domain::policy::{OneOrMany, Statement};
use crate::text::t;

use super::condition;
use super::known::Known;
use super::request::Request;
use super::variable::Pattern;

/// Principals aside. `variables`: whether the document's version has them.
pub fn applies(statement: &Statement, request: &Request<'_>, variables: bool) -> Known {
    of_action(statement, request)
        .and(|| of_resource(statement, request, variables))
        .and(|| condition::hold(&statement.condition, request, variables))
        .and(|| match statement.other.keys().next() {
            None => Known::Yes,
            Some(key) if key.is_empty() => Known::doubt(t!("seen-iam-statement-unclear")),
            Some(key) => Known::doubt(t!("seen-iam-statement-key-unclear", key = key)),
        })
}

fn of_action(statement: &Statement, request: &Request<'_>) -> Known {
    match (statement.action.is_empty(), statement.not_action.is_empty()) {
        (false, true) | (true, false) => statement.has_action(request.action).into(),
        (true, true) => Known::doubt(t!("seen-iam-no-action")),
        (false, false) => Known::doubt(t!("seen-iam-both-actions")),
    }
}

fn of_resource(statement: &Statement, request: &Request<'_>, variables: bool) -> Known {
    let named = |list: &OneOrMany| {
        Known::any(list.iter().map(|text| {
            let pattern = Pattern::parse(text, request, variables);
            // In a NotResource, what has no value spoils the whole statement.
            if pattern.never && !statement.not_resource.is_empty() {
                return Known::doubt(t!("seen-iam-variable-without-value"));
            }
            pattern.fits(request.resource).or(|| cut_short(text, request, variables))
        }))
    };
    match (statement.resource.is_empty(), statement.not_resource.is_empty()) {
        (false, true) => named(&statement.resource),
        (true, false) => !named(&statement.not_resource),
        (true, true) => Known::doubt(t!("seen-iam-no-resource")),
        (false, false) => Known::doubt(t!("seen-iam-both-resources")),
    }
}

/// An ARN that stops early, `arn:aws:sqs`: whether IAM takes the rest for anything is not certain.
fn cut_short(text: &str, request: &Request<'_>, variables: bool) -> Known {
    let missing = 5_usize.saturating_sub(text.matches(':').count());
    if missing == 0 || !text.starts_with("arn:") {
        return Known::No;
    }
    let whole = format!("{text}{}", ":*".repeat(missing));
    let why = || Known::doubt(t!("seen-iam-arn-cut-short", resource = text));
    Pattern::parse(&whole, request, variables).fits(request.resource).and(why)
}
