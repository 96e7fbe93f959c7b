//! What an error means that a function's own code has run into: drivers and Lambda in their own words.

use super::known;
use crate::text::t;

/// An error in plain words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What it means.
    pub means: String,
    /// What to do.
    pub next: String,
}

/// The reading of an error, where it is a known one.
pub fn of_text(error: &str) -> Option<Reading> {
    let of_database = || {
        // A driver writes the number or SQLSTATE somewhere into its message.
        let code = error.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| known::is_code(word));
        known::find(code.unwrap_or_default(), error, true)
    };
    of_runtime(error).or_else(|| {
        let known = of_database()?;
        Some(Reading { means: known.means().to_owned(), next: known.next().to_owned() })
    })
}

fn of_runtime(error: &str) -> Option<Reading> {
    let has = |words: &[&str]| words.iter().any(|word| error.contains(word));
    let (means, next) = if has(&["Task timed out after"]) {
        (t!("reading-timeout"), t!("reading-timeout-next"))
    } else if has(&["ETIMEDOUT", "timed out", "timeout expired", "Connection timed out"]) {
        (t!("reading-silent"), t!("reading-silent-next"))
    } else if has(&["ECONNREFUSED", "Connection refused"]) {
        (t!("reading-refused"), t!("reading-refused-next"))
    } else if has(&["ENOTFOUND", "EAI_AGAIN", "Name or service not known", "could not translate host name"]) {
        (t!("reading-no-name"), t!("reading-no-name-next"))
    } else if has(&[
        "self-signed certificate",
        "self signed certificate",
        "CERTIFICATE_VERIFY_FAILED",
        "unable to get local issuer",
    ]) {
        (t!("reading-certificate"), t!("reading-certificate-next"))
    } else if has(&["Runtime.ImportModuleError", "Cannot find module", "No module named"]) {
        (t!("reading-module"), t!("reading-module-next"))
    } else {
        return None;
    };
    Some(Reading { means: means.to_owned(), next: next.to_owned() })
}
