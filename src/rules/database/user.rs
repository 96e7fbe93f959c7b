//! The database user against the proxy's login, as far as it shows from outside: how a user was
//! made is known to the database alone, so these are hints.

use crate::domain::database::{Database, EngineFamily};
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::proxy::Proxy;
use crate::rules::facts::{self, Need};
use crate::rules::login::Login;
use crate::rules::operation::log_signs;
use crate::rules::operation::metrics::{self, SETUP_FAILED};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

const NEEDS: &[Need] = &[Need::Proxy, Need::Database, Need::Targets, Need::Metrics];
const CONNECTING: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connecting.html";
const ACCOUNTS: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html";

pub const E2E_NOT_IAM: Rule = Rule {
    code: "proxy-e2e-db-user-not-iam",
    severity: Severity::Error,
    hop: Hop::Database,
    source: ACCOUNTS,
    needs: NEEDS,
    check: |observed| {
        let (proxy, database) = (facts::proxy(observed)?, facts::database(observed)?);
        // Without IAM on the database no user could be right, which is a finding of its own.
        if !proxy.default_iam_auth || !database.iam_auth {
            return Err(Stop::NotApplicable);
        }
        refused_by_user(observed, database, t!("seen-database-default-scheme"))
    },
};

pub const STANDARD_IS_IAM_PG: Rule = Rule {
    code: "proxy-standard-db-user-is-iam-pg",
    severity: Severity::Error,
    hop: Hop::Database,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html",
    needs: NEEDS,
    check: |observed| with_password(observed, EngineFamily::Postgresql),
};

pub const STANDARD_IS_IAM_MYSQL: Rule = Rule {
    code: "proxy-standard-db-user-is-iam-mysql",
    severity: Severity::Error,
    hop: Hop::Database,
    source: CONNECTING,
    needs: NEEDS,
    check: |observed| with_password(observed, EngineFamily::Mysql),
};

pub const IAM_NOT_NEEDED: Rule = Rule {
    code: "db-iam-auth-not-needed-in-standard-mode",
    severity: Severity::Info,
    hop: Hop::Database,
    source: CONNECTING,
    needs: &[Need::Proxy, Need::Database],
    check: |observed| {
        let (proxy, database) = (facts::proxy(observed)?, facts::database(observed)?);
        if Login::from_proxy(proxy) != Login::StandardIam {
            return Err(Stop::NotApplicable);
        }
        if !database.iam_auth {
            return passed();
        }
        Seen::at("database", &database.id)
            .because(t!(
                "seen-setting",
                setting = "IAMDatabaseAuthenticationEnabled",
                owner = &database.id,
                value = "true"
            ))
            .because(t!("seen-database-login", proxy = &proxy.name, login = Login::from_proxy(proxy).to_string()))
            .flagged()
    },
};

fn with_password(observed: &Observed, family: EngineFamily) -> Check {
    let (proxy, database): (&Proxy, &Database) = (facts::proxy(observed)?, facts::database(observed)?);
    if proxy.engine_family != family || proxy.default_iam_auth {
        return Err(Stop::NotApplicable);
    }
    // Then nobody there is an IAM user.
    if !database.iam_auth {
        return passed();
    }
    refused_by_user(observed, database, t!("seen-database-password-login"))
}

/// The proxy itself is logged in, so the network is open, and yet logins of users fail.
fn refused_by_user(observed: &Observed, database: &Database, mode: &str) -> Check {
    let available =
        |target: &&crate::domain::proxy::Target| target.health.as_ref().is_some_and(|health| health.is_available());
    // Otherwise the health of the target says more.
    let Some(target) = facts::targets(observed)?.iter().find(available) else { return Err(Stop::NotApplicable) };
    let failed = metrics::total(observed, SETUP_FAILED)?;
    if failed <= 0.0 {
        return passed();
    }
    let mut seen = Seen::at("database", &database.id)
        .because(t!("seen-database-setups-failed", count = format!("{failed:.0}"), target = &target.id))
        .because(t!("seen-database-iam-but", database = &database.id, mode = mode));
    // Only PostgreSQL says so, and only where the function logs it.
    let pam = log_signs::find(&observed.function_log, "pam-failed").ok().flatten();
    if let Some(sign) = pam {
        seen = seen.because(t!(
            "seen-log-says",
            text = "PAM authentication failed for user",
            times = log_signs::times_logged(sign)
        ));
    }
    seen.sure(if pam.is_some() { Confidence::Medium } else { Confidence::Low }).flagged()
}
