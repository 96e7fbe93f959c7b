//! What the function asks of a connection that a proxy does not give, and connections that it
//! keeps too long. That an open pool keeps a Node.js handler from ending
//! (`lambda-hang-event-loop`) looks like any other timeout from outside.

use crate::domain::database::EngineFamily;
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;

use crate::rules::environment::{Fact, What};
use crate::rules::facts::Need;
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

use super::reading::Reading;
use super::signs;

pub const PG_OPTIONS: Rule = Rule {
    code: "pg-startup-options",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connecting.html",
    needs: &[Need::Proxy, Need::Function],
    check: pg_options,
};

pub const COMPRESSION: Rule = Rule {
    code: "mysql-compression",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html",
    needs: &[Need::Proxy, Need::Function],
    check: compression,
};

/// The database that was made first need not be the one in use, so a variable with another name
/// is no fault: only the error in the log is.
pub const DATABASE_NAME: Rule = Rule {
    code: "proxy-database-name-wrong",
    severity: Severity::Warning,
    hop: Hop::Database,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html",
    needs: &[Need::Proxy, Need::Function, Need::FunctionLog],
    check: database_name,
};

pub const STALE: Rule = Rule {
    code: "lambda-no-reconnect-on-stale",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connections.html",
    needs: &[Need::Proxy, Need::Function, Need::FunctionLog],
    check: stale,
};

pub const ENDED: Rule = Rule {
    code: "lambda-connection-ended-then-reused",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html",
    needs: &[Need::Proxy, Need::Function, Need::FunctionLog],
    check: |observed| {
        let names = ["connection-ended", "client-closed", "already-closed", "closed-state"];
        signs::in_function_log(observed, &names, Confidence::Medium)
    },
};

fn pg_options(observed: &Observed) -> Check {
    // Not `query_timeout`, which node-postgres keeps to itself.
    const REFUSED: [&str; 5] =
        ["options", "statementtimeout", "locktimeout", "idleintransactionsessiontimeout", "searchpath"];
    let reading = Reading::new(observed)?;
    if reading.proxy.engine_family != EngineFamily::Postgresql {
        return Err(Stop::NotApplicable);
    }
    let logged = signs::among(&observed.function_log, &["feature-not-supported"]).unwrap_or_default();
    let mut options = reading.environment.options(&REFUSED).peekable();
    if options.peek().is_none() && logged.is_empty() && reading.environment.hosts().next().is_none() {
        return Err(Stop::NotApplicable);
    }
    let mut found: Vec<Seen> = options
        .filter_map(|fact| {
            let log = logged.iter().map(|sign| signs::evidence(sign));
            Some(reading.seen(reading.concerns(fact)?, [reading.evidence(fact)].into_iter().chain(log)))
        })
        .collect();
    if found.is_empty() && !logged.is_empty() {
        let mut seen = Seen::at("function", &reading.function.name).sure(Confidence::Medium);
        seen.evidence.extend(logged.into_iter().map(signs::evidence));
        found.push(seen);
    }
    Ok(found)
}

fn compression(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    let mut whole = reading.environment.hosts().filter(|host| host.whole).peekable();
    // Only a connection string could say it.
    if reading.proxy.engine_family != EngineFamily::Mysql || whole.peek().is_none() {
        return Err(Stop::NotApplicable);
    }
    let asks = |fact: &&Fact| !["false", "0", "no", "off", "disabled", "uncompressed"].contains(&fact.lower().as_str());
    let options = ["compress", "usecompression", "compression", "compressionalgorithms"];
    let found = reading.environment.options(&options).filter(asks);
    Ok(found.filter_map(|fact| Some(reading.seen(reading.concerns(fact)?, [reading.evidence(fact)]))).collect())
}

fn database_name(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    let found = signs::among(&observed.function_log, &["unknown-database", "database-missing"])?;
    if found.is_empty() {
        return passed();
    }
    let mut seen = Seen::at("function", &reading.function.name).sure(Confidence::Medium);
    seen.evidence.extend(found.into_iter().map(signs::evidence));
    seen.evidence.extend(reading.environment.about(What::Database).map(|fact| reading.evidence(fact)));
    let first = observed.database.present().and_then(|database| database.database_name.as_ref());
    seen.evidence.extend(first.map(|name| t!("seen-function-database-made", name = name)));
    seen.flagged()
}

fn stale(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    let names = ["connection-closed", "connection-lost", "gone-away", "terminated"];
    let found = signs::among(&observed.function_log, &names)?;
    if found.is_empty() {
        return passed();
    }
    let idle = t!(
        "seen-setting-seconds",
        setting = "IdleClientTimeout",
        owner = &reading.proxy.name,
        seconds = reading.proxy.idle_client_timeout_secs.to_string()
    );
    let mut seen = Seen::at("function", &reading.function.name).sure(Confidence::Low);
    seen.evidence.extend(found.into_iter().map(signs::evidence));
    seen.because(idle).flagged()
}
