//! Texts in the logs of proxy and function that point at a fault. Lines are never kept, for they
//! may hold SQL: only which text turned up, how often and when.

use std::collections::BTreeSet;

use crate::domain::UnixSeconds;
use crate::domain::monitoring::{LogLine, LogSign};
use crate::domain::observed::Part;
use crate::rules::facts;
use crate::rules::rule::Stop;
use crate::text::t;

/// A known text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownText {
    /// Its name in [`LogSign`].
    pub name: &'static str,
    /// What CloudWatch Logs is asked for.
    pub text: &'static str,
    /// What the line must hold as well, in lower case; any of these, none for no more.
    also: &'static [&'static str],
}

const fn sign(name: &'static str, text: &'static str) -> KnownText {
    KnownText { name, text, also: &[] }
}

const PINNED: &str = "The client session was pinned";

/// Characters of a filter pattern.
/// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html>
const PATTERN: usize = 1024;
/// What a text takes in a pattern beside itself: `?"…" `.
const AROUND: usize = 4;

/// Characters of a text that are enough to find its lines: [`read`] looks at all of it.
const ENOUGH: usize = 16;

/// Their texts, each once and only as long as it takes, in as few searches as patterns have room for.
pub fn searches(signs: &[KnownText]) -> Vec<Vec<&'static str>> {
    let texts: BTreeSet<&'static str> = signs.iter().map(|sign| beginning(sign.text)).collect();
    let mut searches: Vec<Vec<&'static str>> = Vec::new();
    let mut room = 0;
    for text in texts {
        let escaped = text.chars().filter(|c| matches!(c, '"' | '\\')).count();
        let takes = text.chars().count() + escaped + AROUND;
        match searches.last_mut().filter(|_| takes <= room) {
            Some(search) => search.push(text),
            None => {
                searches.push(vec![text]);
                room = PATTERN;
            }
        }
        room -= takes;
    }
    searches
}

/// Up to the end of the word with which it is long enough: parts of words are not searched for.
fn beginning(text: &'static str) -> &'static str {
    let ends = text.match_indices(' ').map(|(at, _)| at);
    let end = ends.into_iter().find(|at| *at >= ENOUGH).unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

/// In `/aws/rds/proxy/<name>`
/// (<https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-pinning.html>). AWS says the
/// format may change, so whatever is concluded from it stays below certainty.
pub const PROXY_SIGNS: &[KnownText] = &[
    KnownText {
        name: "pinned-set",
        text: PINNED,
        also: &["set statement", "session variable", "set command", "changed session"],
    },
    KnownText { name: "pinned-prepared", text: PINNED, also: &["prepare", "prepared statement", "protocol-level"] },
    KnownText {
        name: "pinned-size",
        text: PINNED,
        also: &["16 kb", "16kb", "16,384", "16384", "too large", "text size"],
    },
    sign("pinned", PINNED),
    sign("secret-unreadable", "Credentials couldn't be retrieved"),
    sign("iam-authentication-failed", "IAM authentication failed"),
    sign("token-empty", "The authentication token is empty"),
    sign("client-connected", "A new client connected"),
];

/// Modules of databases, as import errors name them.
const DRIVERS: &[&str] =
    &["'mysql", "'mariadb", "'pg'", "'pg-", "'postgres", "'psycopg", "'pymysql", "'asyncpg", "'aiomysql", "'pg8000"];

/// In `/aws/lambda/<function>`.
pub const FUNCTION_SIGNS: &[KnownText] = &[
    sign("task-timed-out", "Task timed out after"),
    sign("no-credentials-for-role", "has no credentials for the role"),
    sign("iam-failed", "The IAM authentication failed for the role"),
    sign("password-wrong", "The password that was provided for the role"),
    sign("access-denied", "Access denied for user"),
    sign("pam-failed", "PAM authentication failed for user"),
    sign("tls-required", "requires TLS connections"),
    sign("iam-needs-tls", "IAM is allowed only with SSL connections"),
    sign("local-issuer", "unable to get local issuer certificate"),
    sign("self-signed", "self-signed certificate in certificate chain"),
    sign("altname", "ERR_TLS_CERT_ALTNAME_INVALID"),
    sign("tls-handshake", "SSL connection error"),
    sign("cleartext-plugin", "mysql_clear_password"),
    sign("cleartext-mysql2", "MYSQL_CLEAR_PASSWORD_NOT_ENABLED"),
    sign("cleartext-go", "allowCleartextPasswords=1"),
    sign("borrow-timeout", "Timed-out waiting to acquire database connection"),
    sign("iam-rate-limit", "IAM authentication rate limit exceeded"),
    sign("connection-rate-limit", "Connections rate limit exceeded"),
    sign("connection-rate-limit", "Rate of connection to proxy exceeded"),
    sign("too-many-competing", "too many competing requests"),
    sign("too-many-connections", "Number simultaneous connections exceeded"),
    sign("too-many-connections", "number of client connections to the proxy exceeded"),
    sign("feature-not-supported", "RDS Proxy currently doesn't support"),
    sign("auth-method", "RDS Proxy supports only IAM, MD5, or SCRAM authentication"),
    sign("read-only-transaction", "in a read-only transaction"),
    sign("connection-closed", "server closed the connection unexpectedly"),
    sign("connection-lost", "Connection lost"),
    sign("connection-ended", "Cannot enqueue Query after"),
    sign("client-closed", "Client was closed and is not queryable"),
    sign("already-closed", "connection already closed"),
    sign("gone-away", "server has gone away"),
    sign("terminated", "Connection terminated unexpectedly"),
    sign("closed-state", "connection is in closed state"),
    sign("import-module", "Runtime.ImportModuleError"),
    KnownText { name: "driver-missing", text: "Runtime.ImportModuleError", also: DRIVERS },
    sign("sdk-v2", "Cannot find module 'aws-sdk'"),
    sign("name-unknown", "ENOTFOUND"),
    // Tables and columns do not exist either.
    KnownText { name: "database-missing", text: "does not exist", also: &["database \""] },
    sign("unknown-database", "Unknown database"),
    sign("empty-password", "client password must be a string"),
];

/// Which of the signs these lines show.
pub fn read(group: &str, lines: &[LogLine], signs: &[KnownText]) -> Vec<LogSign> {
    let mut seen = Vec::new();
    for sign in signs {
        let shown: Vec<Option<UnixSeconds>> =
            lines.iter().filter(|line| sign.is_in(&line.message)).map(|line| line.at).collect();
        if let Some(last) = shown.iter().max() {
            let count = u32::try_from(shown.len()).unwrap_or(u32::MAX);
            seen.push(LogSign { sign: sign.name.to_owned(), group: group.to_owned(), count, last: *last });
        }
    }
    seen
}

impl KnownText {
    fn is_in(&self, message: &str) -> bool {
        let lower = message.to_lowercase();
        message.contains(self.text) && (self.also.is_empty() || self.also.iter().any(|also| lower.contains(also)))
    }
}

/// The sign of this name in a log, if it turned up.
///
/// # Errors
/// Unknown where the log could not be read, not applicable where nobody looked.
pub fn find<'a>(log: &'a Part<Vec<LogSign>>, name: &str) -> Result<Option<&'a LogSign>, Stop> {
    Ok(facts::read(log)?.and_then(|signs| signs.iter().find(|sign| sign.sign == name)))
}

/// `3 times in /aws/lambda/orders-api`.
pub fn times_logged(sign: &LogSign) -> String {
    t!("seen-log-times", count = sign.count, group = &sign.group)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_texts_of_a_log_fit_into_one_search() {
        for signs in [PROXY_SIGNS, FUNCTION_SIGNS] {
            let searches = searches(signs);
            assert_eq!(searches.len(), 1, "{searches:?}");
            assert!(signs.iter().all(|sign| searches.concat().iter().any(|text| sign.text.starts_with(text))));
        }
        assert_eq!(beginning("self-signed certificate in certificate chain"), "self-signed certificate");
        assert_eq!(beginning("Connection lost"), "Connection lost");
    }

    #[test]
    fn a_pinned_session_is_told_by_its_reason() {
        let line = |at, text: &str| LogLine { at: Some(at), message: text.to_owned() };
        let lines = [
            line(
                1,
                "The client session was pinned to the database connection. Reason: SQL changed session settings: SET statement",
            ),
            line(
                2,
                "The client session was pinned to the database connection. Reason: A protocol-level prepared statement was detected.",
            ),
            line(3, "A new client connected from 10.0.1.7:40312."),
        ];
        let names: Vec<_> =
            read("g", &lines, PROXY_SIGNS).into_iter().map(|sign| (sign.sign, sign.count, sign.last)).collect();
        assert_eq!(
            names,
            [
                ("pinned-set".to_owned(), 1, Some(1)),
                ("pinned-prepared".to_owned(), 1, Some(2)),
                ("pinned".to_owned(), 2, Some(2)),
                ("client-connected".to_owned(), 1, Some(3)),
            ]
        );
    }
}
