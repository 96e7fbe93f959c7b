//! The refusals that proxies and databases are known to give, each with what it means.
//!
//! Collected from the troubleshooting pages of RDS Proxy
//! (<https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html>),
//! the error lists of MySQL and PostgreSQL, and field reports.

use crate::text::t;

/// Which credential a meaning presumes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum With {
    Token,
    Password,
    Either,
}

/// A refusal and its meaning.
pub(super) struct Known {
    /// MySQL error numbers and SQLSTATEs; empty for any.
    codes: &'static [&'static str],
    /// Words in the message, lower case; empty for any.
    words: &'static [&'static str],
    with: With,
    /// What it means, and what to do.
    says: fn() -> (&'static str, &'static str),
}

impl Known {
    pub fn means(&self) -> &'static str {
        (self.says)().0
    }

    /// What to do.
    pub fn next(&self) -> &'static str {
        (self.says)().1
    }
}

/// A MySQL error number or SQLSTATE that an entry knows.
pub(super) fn is_code(word: &str) -> bool {
    KNOWN.iter().any(|known| known.codes.contains(&word))
}

/// The first entry that fits. Narrow entries stand before wide ones.
pub(super) fn find(code: &str, message: &str, is_token: bool) -> Option<&'static Known> {
    let message = message.to_lowercase();
    KNOWN.iter().find(|known| {
        let fits = match known.with {
            With::Token => is_token,
            With::Password => !is_token,
            With::Either => true,
        };
        fits && (known.codes.is_empty() || known.codes.contains(&code))
            && (known.words.is_empty() || known.words.iter().any(|words| message.contains(words)))
    })
}

const KNOWN: &[Known] = &[
    Known {
        codes: &[],
        words: &["has no credentials for the role"],
        with: With::Either,
        says: || (t!("refusal-no-secret"), t!("refusal-no-secret-next")),
    },
    Known {
        codes: &[],
        words: &["the iam authentication failed for the role"],
        with: With::Either,
        says: || (t!("refusal-iam-not-accepted"), t!("refusal-iam-not-accepted-next")),
    },
    Known {
        codes: &[],
        words: &["rate limit exceeded", "too many competing requests", "rate of connection to proxy exceeded"],
        with: With::Either,
        says: || (t!("refusal-rate"), t!("refusal-rate-next")),
    },
    Known {
        codes: &[],
        words: &["simultaneous connections exceeded", "maximum number of client connections"],
        with: With::Either,
        says: || (t!("refusal-clients"), t!("refusal-clients-next")),
    },
    Known {
        codes: &[],
        words: &["the password that was provided for the role"],
        with: With::Token,
        says: || (t!("refusal-token-as-password"), t!("refusal-token-as-password-next")),
    },
    Known {
        codes: &[],
        words: &["the password that was provided for the role"],
        with: With::Password,
        says: || (t!("refusal-other-password"), t!("refusal-other-password-next")),
    },
    Known {
        codes: &["3159"],
        words: &[],
        with: With::Either,
        says: || (t!("refusal-tls-only"), t!("refusal-tls-only-next")),
    },
    Known {
        codes: &[],
        words: &["requires tls connections", "only with ssl connections"],
        with: With::Either,
        says: || (t!("refusal-tls-only"), t!("refusal-tls-only-next")),
    },
    Known {
        codes: &["9501"],
        words: &[],
        with: With::Either,
        says: || (t!("refusal-no-connection-in-time"), t!("refusal-no-connection-in-time-next")),
    },
    Known {
        codes: &[],
        words: &["timed-out waiting to acquire database connection"],
        with: With::Either,
        says: || (t!("refusal-no-connection-in-time"), t!("refusal-no-connection-in-time-next")),
    },
    Known {
        codes: &["28000", "28P01"],
        words: &["pam authentication failed"],
        with: With::Token,
        says: || (t!("refusal-database-refused-token"), t!("refusal-database-refused-token-next")),
    },
    Known {
        codes: &["28000", "28P01"],
        words: &["pam authentication failed"],
        with: With::Password,
        says: || (t!("refusal-tokens-only"), t!("refusal-tokens-only-next")),
    },
    Known {
        codes: &["28000"],
        words: &["no pg_hba.conf entry"],
        with: With::Either,
        says: || (t!("refusal-no-rule"), t!("refusal-no-rule-next")),
    },
    Known {
        codes: &["28P01"],
        words: &[],
        with: With::Token,
        says: || (t!("refusal-compared-with-password"), t!("refusal-compared-with-password-next")),
    },
    Known {
        codes: &["28P01"],
        words: &[],
        with: With::Password,
        says: || (t!("refusal-wrong-password"), t!("refusal-wrong-password-next")),
    },
    Known {
        codes: &[],
        words: &["supports only iam, md5, or scram"],
        with: With::Either,
        says: || (t!("refusal-kind-of-login"), t!("refusal-kind-of-login-next")),
    },
    Known {
        codes: &["1044"],
        words: &[],
        with: With::Either,
        says: || (t!("refusal-no-rights"), t!("refusal-no-rights-next")),
    },
    Known {
        codes: &["1049", "3D000"],
        words: &[],
        with: With::Either,
        says: || (t!("refusal-no-database"), t!("refusal-no-database-next")),
    },
    Known {
        codes: &[],
        words: &["request returned an error: database"],
        with: With::Either,
        says: || (t!("refusal-no-database"), t!("refusal-no-database-next")),
    },
    Known {
        codes: &["1045", "28000"],
        words: &[],
        with: With::Token,
        says: || (t!("refusal-token-refused"), t!("refusal-token-refused-next")),
    },
    Known {
        codes: &["1045", "28000"],
        words: &[],
        with: With::Password,
        says: || (t!("refusal-password-refused"), t!("refusal-password-refused-next")),
    },
    Known {
        codes: &["1040", "1203", "53300"],
        words: &[],
        with: With::Either,
        says: || (t!("refusal-none-left"), t!("refusal-none-left-next")),
    },
    Known {
        codes: &["1129", "1130"],
        words: &[],
        with: With::Either,
        says: || (t!("refusal-address"), t!("refusal-address-next")),
    },
    Known {
        codes: &["1251", "1524", "2059"],
        words: &[],
        with: With::Either,
        says: || (t!("refusal-plugin"), t!("refusal-plugin-next")),
    },
    Known {
        codes: &["57P03", "1053"],
        words: &[],
        with: With::Either,
        says: || (t!("refusal-starting"), t!("refusal-starting-next")),
    },
    Known {
        codes: &["0A000"],
        words: &["rds proxy currently doesn"],
        with: With::Either,
        says: || (t!("refusal-session-start"), t!("refusal-session-start-next")),
    },
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Messages as published or as the servers give them, and a word of the meaning.
    #[test]
    fn published_messages_find_their_meaning() {
        for (code, message, is_token, word) in [
            ("1045", "Access denied for user 'app'@'10.0.0.1' (using password: YES)", true, "token"),
            ("1045", "Access denied for user 'app'@'10.0.0.1' (using password: YES)", false, "password"),
            (
                "08000",
                "This RDS proxy has no credentials for the role app. Check the credentials for this role and try again.",
                true,
                "no secret",
            ),
            (
                "28000",
                "The IAM authentication failed for the role app. Check the IAM token for this role and try again.",
                true,
                "IAM token",
            ),
            ("28P01", "The password that was provided for the role app is wrong.", true, "IAM authentication is off"),
            ("28000", "PAM authentication failed for user \"app\"", true, "database itself"),
            ("3159", "This RDS Proxy requires TLS connections", true, "TLS connections only"),
            ("28000", "IAM authentication is allowed only with SSL connections.", true, "TLS connections only"),
            ("9501", "Timed-out waiting to acquire database connection", true, "no database connection"),
            ("1040", "IAM authentication rate limit exceeded", true, "slows logins"),
            ("1040", "Number simultaneous connections exceeded (100)", true, "as many client connections"),
            ("1040", "Too many connections", true, "no connection left"),
            ("1049", "Unknown database 'x'", true, "no database"),
            ("3D000", "database \"x\" does not exist", true, "no database"),
            ("53300", "remaining connection slots are reserved", false, "no connection left"),
        ] {
            let known = find(code, message, is_token).unwrap();
            assert!(known.means().contains(word), "{message}: {}", known.means());
        }
    }

    #[test]
    fn an_unknown_refusal_is_not_given_a_meaning() {
        assert!(find("1064", "You have an error in your SQL syntax", true).is_none());
    }
}
