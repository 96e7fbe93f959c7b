//! The refusals that proxies and databases are known to give, each with what it means.
//!
//! Collected from the troubleshooting pages of RDS Proxy
//! (<https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html>),
//! the error lists of MySQL and PostgreSQL, and field reports.

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
    pub means: &'static str,
    pub next: &'static str,
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
        means: "The proxy has no secret for this user, or cannot read it.",
        next: "Register a secret whose username is exactly this user, and check that the proxy's role may read that secret and decrypt with its key.",
    },
    Known {
        codes: &[],
        words: &["the iam authentication failed for the role"],
        with: With::Either,
        means: "The proxy asks for an IAM token and did not accept what it got.",
        next: "Sign with an identity that has rds-db:connect on arn:aws:rds-db:REGION:ACCOUNT:dbuser:PROXY-ID/USER, where PROXY-ID is the prx- part of the proxy's ARN and not its name.",
    },
    Known {
        codes: &[],
        words: &["rate limit exceeded", "too many competing requests", "rate of connection to proxy exceeded"],
        with: With::Either,
        means: "Too many connections are being opened at once; the proxy slows logins down.",
        next: "Wait a moment and try again. Functions should keep one connection and reuse it between invocations.",
    },
    Known {
        codes: &[],
        words: &["simultaneous connections exceeded", "maximum number of client connections"],
        with: With::Either,
        means: "The proxy holds as many client connections as it can.",
        next: "Let each function environment hold one connection only, or lower the functions' concurrency.",
    },
    Known {
        codes: &[],
        words: &["the password that was provided for the role"],
        with: With::Token,
        means: "The proxy took the token for a password: IAM authentication is off for this user.",
        next: "Set IAMAuth to REQUIRED for this user's secret in the proxy's authentication settings.",
    },
    Known {
        codes: &[],
        words: &["the password that was provided for the role"],
        with: With::Password,
        means: "The password is not the one in this user's secret.",
        next: "Use the password the secret holds now; it may have been rotated.",
    },
    Known {
        codes: &["3159"],
        words: &[],
        with: With::Either,
        means: "The server accepts TLS connections only, and this one did not arrive as TLS.",
        next: "Look for something between here and the server that opens TLS, and go around it.",
    },
    Known {
        codes: &[],
        words: &["requires tls connections", "only with ssl connections"],
        with: With::Either,
        means: "The server accepts TLS connections only, and this one did not arrive as TLS.",
        next: "Look for something between here and the server that opens TLS, and go around it.",
    },
    Known {
        codes: &["9501"],
        words: &[],
        with: With::Either,
        means: "The proxy took the login, but got no database connection in time: its target is unhealthy, or all its connections are taken.",
        next: "Check the target's health. If it is available, look at MaxConnectionsPercent and at sessions that are pinned or in long transactions.",
    },
    Known {
        codes: &[],
        words: &["timed-out waiting to acquire database connection"],
        with: With::Either,
        means: "The proxy took the login, but got no database connection in time: its target is unhealthy, or all its connections are taken.",
        next: "Check the target's health. If it is available, look at MaxConnectionsPercent and at sessions that are pinned or in long transactions.",
    },
    Known {
        codes: &["28000", "28P01"],
        words: &["pam authentication failed"],
        with: With::Token,
        means: "The database itself refused the token: it was signed for another host, port, region or user, it has expired, or its signer may not connect as this user.",
        next: "Compare host, port and user above with the endpoint's, check this machine's clock, and check rds-db:connect of the signing identity. Behind a proxy, check the proxy role's rds-db:connect on the database's own resource id.",
    },
    Known {
        codes: &["28000", "28P01"],
        words: &["pam authentication failed"],
        with: With::Password,
        means: "This user logs in with IAM tokens only.",
        next: "Leave the password away, so that a token is signed instead.",
    },
    Known {
        codes: &["28000"],
        words: &["no pg_hba.conf entry"],
        with: With::Either,
        means: "The database has no rule that lets this user in from here in this way.",
        next: "Check the user and database names; on a server of your own, add a line to pg_hba.conf.",
    },
    Known {
        codes: &["28P01"],
        words: &[],
        with: With::Token,
        means: "The server compared the token with a password: this user does not log in by IAM here.",
        next: "Through a proxy, set IAMAuth to REQUIRED for this user. Directly at the database, grant rds_iam to the user.",
    },
    Known {
        codes: &["28P01"],
        words: &[],
        with: With::Password,
        means: "The password is wrong for this user.",
        next: "Use the password that the user's secret holds now; it may have been rotated.",
    },
    Known {
        codes: &[],
        words: &["supports only iam, md5, or scram"],
        with: With::Either,
        means: "The proxy was asked for a kind of login it does not know.",
        next: "Check that the user's client password type in the proxy is SCRAM or MD5.",
    },
    Known {
        codes: &["1044"],
        words: &[],
        with: With::Either,
        means: "The login is right, but the user has no rights on this database.",
        next: "Grant the user rights on the database, or name another database.",
    },
    Known {
        codes: &["1049", "3D000"],
        words: &[],
        with: With::Either,
        means: "The login is right, but there is no database of this name.",
        next: "Name a database that exists on the server. Names are case-sensitive on most of them.",
    },
    Known {
        codes: &[],
        words: &["request returned an error: database"],
        with: With::Either,
        means: "The login is right, but there is no database of this name.",
        next: "Name a database that exists on the server. Names are case-sensitive on most of them.",
    },
    Known {
        codes: &["1045", "28000"],
        words: &[],
        with: With::Token,
        means: "The server refused this user's token: the signer may not connect as this user, the proxy has no secret for the user or does not ask for IAM, or the token was signed for another host, port, region or user, or has expired. MySQL may add `using password: NO` although a token was sent.",
        next: "In this order: check rds-db:connect of the signing identity on the proxy's prx- id and this user, check that IAMAuth is REQUIRED for a secret with exactly this user name, and check this machine's clock.",
    },
    Known {
        codes: &["1045", "28000"],
        words: &[],
        with: With::Password,
        means: "The server refused this user and password; a proxy that requires IAM refuses every password.",
        next: "Use the password that the user's secret holds now, or leave it away so that an IAM token is signed.",
    },
    Known {
        codes: &["1040", "1203", "53300"],
        words: &[],
        with: With::Either,
        means: "The server has no connection left.",
        next: "Close idle clients, or raise max_connections. A proxy in front keeps functions from using them up.",
    },
    Known {
        codes: &["1129", "1130"],
        words: &[],
        with: With::Either,
        means: "The database does not let this user in from this address, or has blocked the address.",
        next: "Create the user for host '%': through a proxy, connections come from the proxy's addresses. A block ends with FLUSH HOSTS.",
    },
    Known {
        codes: &["1251", "1524", "2059"],
        words: &[],
        with: With::Either,
        means: "The user's authentication plugin is not available on the server, or not the one this login takes.",
        next: "Check the user's plugin in mysql.user. End-to-end IAM needs IAM authentication enabled on the database.",
    },
    Known {
        codes: &["57P03", "1053"],
        words: &[],
        with: With::Either,
        means: "The database is starting or stopping.",
        next: "Wait until it is available and try again.",
    },
    Known {
        codes: &["0A000"],
        words: &["rds proxy currently doesn"],
        with: With::Either,
        means: "The proxy does not support something in this session's start.",
        next: "Report this: the probe sends nothing beyond user, database and application name.",
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
            assert!(known.means.contains(word), "{message}: {}", known.means);
        }
    }

    #[test]
    fn an_unknown_refusal_is_not_given_a_meaning() {
        assert!(find("1064", "You have an error in your SQL syntax", true).is_none());
    }
}
