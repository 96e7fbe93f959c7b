//! What the pool runs on every new database connection. Its text is never repeated: it may hold
//! what it should not.

use crate::domain::database::EngineFamily;
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::proxy::Proxy;
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

const NEEDS: &[Need] = &[Need::Proxy, Need::Pool];

pub const SENSITIVE: Rule = Rule {
    code: "proxy-initquery-sensitive",
    severity: Severity::Warning,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ConnectionPoolConfiguration.html",
    needs: NEEDS,
    check: sensitive,
};

pub const SQL_AUTO_IS_NULL: Rule = Rule {
    code: "proxy-initquery-sql-auto-is-null",
    severity: Severity::Error,
    hop: Hop::Proxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html",
    needs: NEEDS,
    check: sql_auto_is_null,
};

/// Lower case and without white space.
fn query(observed: &Observed) -> Result<(&Proxy, String), Stop> {
    let proxy = facts::proxy(observed)?;
    let query = facts::pool(observed)?.init_query.as_deref().unwrap_or_default();
    Ok((proxy, query.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase()))
}

fn sensitive(observed: &Observed) -> Check {
    let (proxy, query) = query(observed)?;
    let Some(word) =
        ["password", "passwd", "identifiedby", "secret", "key="].into_iter().find(|word| query.contains(word))
    else {
        return passed();
    };
    // A word is not yet a secret.
    Seen::at("db-proxy", &proxy.name)
        .because(t!("seen-proxy-init-query-holds", proxy = &proxy.name, word = word))
        .sure(Confidence::Medium)
        .flagged()
}

fn sql_auto_is_null(observed: &Observed) -> Check {
    let (proxy, query) = query(observed)?;
    if proxy.engine_family != EngineFamily::Mysql {
        return Err(Stop::NotApplicable);
    }
    let on = |value: &str| ["=", ":="].iter().any(|sign| query.contains(&format!("sql_auto_is_null{sign}{value}")));
    if !["1", "on", "true"].into_iter().any(on) {
        return passed();
    }
    Seen::at("db-proxy", &proxy.name)
        .because(t!("seen-proxy-init-query-null", proxy = &proxy.name))
        .cure(aws(observed, "rds describe-db-proxy-target-groups").with("db-proxy-name", &proxy.name).line())
        .flagged()
}
