//! Observed ↔ a file that can be sent to a colleague: `validate --bundle` finds in it what it found
//! in the account, without credentials. Reading and writing the file itself is the front end's.
//!
//! The format, `rds-proxy-wizard/bundle/v1`, is one JSON object: `schema`, `made_by` (program and
//! version) and `observed`, the serialised [`Observed`]. Each part of it is `{"present": …}`,
//! `"absent"` (looked for, not there), `"not-asked"`, or `{"unreadable": {operation, because,
//! denied}}`. Unknown fields are ignored and missing ones are `not-asked`, so that programs of
//! different age read each other's bundles; a change that breaks this gets a new number.
//!
//! Never in it: secret values (they are never in [`Observed`]), values of variables or tags
//! that look secret, log lines, and quoted values in an init query or a database parameter.

use serde::{Deserialize, Serialize};

use crate::domain::account::{Account, NotAnAccount};
use crate::domain::function::EnvValue;
use crate::domain::json;
use crate::domain::mask;
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::PoolSettings;
use crate::domain::{PROGRAM, Tags};
use crate::text::t;

/// The format's name and version.
pub const SCHEMA: &str = "rds-proxy-wizard/bundle/v1";

#[derive(Serialize, Deserialize)]
struct Bundle {
    schema: String,
    made_by: String,
    observed: Observed,
}

/// The text is no bundle that this program reads.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    #[error("{}", t!("error-bundle-form", line = .line.to_string(), column = .column.to_string(), message = .message))]
    NotABundle { line: usize, column: usize, message: String },
    #[error("{}", t!("error-bundle-schema", schema = .schema, ours = SCHEMA))]
    OtherSchema { schema: String },
    #[error(transparent)]
    NotAnAccount(#[from] NotAnAccount),
}

/// What was read, redacted, as indented JSON that ends with a line break.
#[must_use]
pub fn write(observed: &Observed) -> String {
    let bundle = Bundle {
        schema: SCHEMA.to_owned(),
        made_by: format!("{PROGRAM} {}", env!("CARGO_PKG_VERSION")),
        observed: redacted(observed.clone()),
    };
    json::pretty(&bundle) + "\n"
}

/// What a bundle holds.
///
/// # Errors
/// The text is not JSON, not a bundle, one of a version this program does not know, or of no account.
pub fn read(text: &str) -> Result<Observed, BundleError> {
    #[derive(Deserialize)]
    struct Head {
        schema: String,
    }
    let head: Head = serde_json::from_str(text).map_err(not_a_bundle)?;
    if head.schema != SCHEMA {
        return Err(BundleError::OtherSchema { schema: head.schema });
    }
    let bundle: Bundle = serde_json::from_str(text).map_err(not_a_bundle)?;
    // Nothing at all is what a bundle has in which nothing was read.
    if bundle.observed.account != Account::default() {
        bundle.observed.account.check()?;
    }
    Ok(bundle.observed)
}

fn not_a_bundle(error: serde_json::Error) -> BundleError {
    BundleError::NotABundle { line: error.line(), column: error.column(), message: error.to_string() }
}

fn redacted(mut observed: Observed) -> Observed {
    mask_tags(&mut observed);
    if let Part::Present(PoolSettings { init_query: Some(query), .. }) = &mut observed.pool {
        *query = redacted_value(query);
    }
    for parameter in present_mut(&mut observed.parameters) {
        parameter.value = redacted_value(&parameter.value);
    }
    observed
}

/// Policies may hang on tags, so they stay; a value that looks like a credential does not.
fn mask_tags(observed: &mut Observed) {
    let mask = |tags: &mut Tags| {
        for (name, value) in tags {
            if EnvValue::classify(name, value).shown().is_none() {
                *value = mask::HIDDEN.to_owned();
            }
        }
    };
    if let Part::Present(database) = &mut observed.database {
        mask(&mut database.tags);
    }
    if let Part::Present(proxy) = &mut observed.proxy {
        proxy.tags.as_mut().map(mask);
    }
    for role in [&mut observed.function_role, &mut observed.proxy_role, &mut observed.second_role] {
        if let Part::Present(role) = role {
            mask(&mut role.tags);
        }
    }
    let secrets = observed.proxy_secrets.iter_mut().map(|facts| &mut facts.secret);
    for secret in secrets.chain([&mut observed.secret]) {
        if let Part::Present(secret) = secret {
            mask(&mut secret.tags);
        }
    }
    for secret in &mut observed.deleted_secrets {
        mask(&mut secret.tags);
    }
    let mut groups = vec![&mut observed.security_groups];
    let mut endpoints = vec![&mut observed.vpc_endpoints];
    if let Part::Present(other) = &mut observed.function_network {
        groups.push(&mut other.security_groups);
        endpoints.push(&mut other.vpc_endpoints);
    }
    for group in groups.into_iter().flat_map(present_mut) {
        mask(&mut group.tags);
    }
    for endpoint in endpoints.into_iter().flat_map(present_mut) {
        mask(&mut endpoint.tags);
    }
}

fn present_mut<T>(part: &mut Part<Vec<T>>) -> &mut [T] {
    if let Part::Present(items) = part { items } else { &mut [] }
}

/// A statement or a setting without what is quoted in it, and nothing of it where a key stands in it.
fn redacted_value(text: &str) -> String {
    if mask::holds_token(text) { mask::HIDDEN.to_owned() } else { without_literals(text) }
}

/// The statement with every quoted value blanked: `SET x = '***'`.
fn without_literals(query: &str) -> String {
    let mut out = String::with_capacity(query.len());
    let mut open: Option<char> = None;
    for c in query.chars() {
        match open {
            None => {
                out.push(c);
                if c == '\'' || c == '"' {
                    out.push_str("***");
                    open = Some(c);
                }
            }
            Some(quote) if c == quote => {
                out.push(c);
                open = None;
            }
            Some(_) => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_no_bundle_is_said_where_and_why() {
        for (text, words) in [
            ("", "line 1"),
            ("[1,", "not a bundle"),
            (r#"{"schema":"rds-proxy-wizard/bundle/v9"}"#, "`rds-proxy-wizard/bundle/v9`"),
            (r#"{"schema":"rds-proxy-wizard/bundle/v1","made_by":"x","observed":{"proxy":7}}"#, "line 1"),
        ] {
            let error = read(text).unwrap_err().to_string();
            assert!(error.contains(words), "{text}: {error}");
        }
    }

    #[test]
    fn a_newer_bundle_with_more_in_it_and_an_older_with_less_are_read() {
        let text = r#"{"schema":"rds-proxy-wizard/bundle/v1","made_by":"x","more":1,"observed":{"at":7,"later":[]}}"#;
        assert_eq!(read(text).unwrap(), Observed { at: Some(7), ..Observed::nothing(Account::default()) });
    }

    #[test]
    fn values_in_an_init_query_are_blanked() {
        assert_eq!(without_literals("SET a='x y', b=\"z\""), "SET a='***', b=\"***\"");
    }
}
