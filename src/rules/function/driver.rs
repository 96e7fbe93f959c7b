//! Drivers that cannot log in the way the proxy wants: told by their error in the function's log,
//! or by a variable that keeps TLS off.

use crate::domain::database::EngineFamily;
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;

use crate::rules::environment::Fact;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop};

use super::reading::Reading;
use super::signs;

pub const CLEARTEXT: Rule = Rule {
    code: "driver-cleartext-plugin-disabled",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: "https://github.com/dbgate/dbgate/issues/1544",
    needs: &[Need::Proxy, Need::Function, Need::FunctionLog],
    check: |observed| {
        only(observed, EngineFamily::Mysql)?;
        let names = ["cleartext-plugin", "cleartext-mysql2", "cleartext-go"];
        signs::in_function_log(observed, &names, Confidence::Medium)
    },
};

pub const NO_TLS: Rule = Rule {
    code: "driver-no-tls-with-iam",
    severity: Severity::Error,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html",
    needs: &[Need::Proxy, Need::Function],
    check: no_tls,
};

pub const AUTH_FLOW: Rule = Rule {
    code: "driver-token-length-or-auth-flow-bug",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: "https://github.com/porsager/postgres/issues/288",
    needs: &[Need::Proxy, Need::Function, Need::FunctionLog],
    check: |observed| {
        only(observed, EngineFamily::Postgresql)?;
        signs::in_function_log(observed, &["auth-method"], Confidence::Medium)
    },
};

/// Not applicable to another family's proxy.
fn only(observed: &Observed, family: EngineFamily) -> Result<(), Stop> {
    if facts::proxy(observed)?.engine_family == family { Ok(()) } else { Err(Stop::NotApplicable) }
}

/// Options that keep a driver from starting TLS. libpq's `allow` begins without, and only perhaps
/// tries again with it.
pub fn keeps_tls_off(fact: &Fact) -> bool {
    matches!(fact.lower().as_str(), "disable" | "disabled" | "allow" | "false" | "0" | "off" | "no" | "none")
}

pub const TLS_OPTIONS: [&str; 5] = ["sslmode", "ssl", "usessl", "tls", "encrypt"];

fn no_tls(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    if !reading.proxy.require_tls {
        return Err(Stop::NotApplicable);
    }
    let logged = signs::among(&observed.function_log, &["tls-required", "iam-needs-tls"]).unwrap_or_default();
    let mut options = reading.environment.options(&TLS_OPTIONS).peekable();
    if options.peek().is_none() && logged.is_empty() {
        return Err(Stop::NotApplicable);
    }
    let mut found: Vec<Seen> = options
        .filter(|fact| keeps_tls_off(fact))
        .filter_map(|fact| {
            let sure = if fact.lower() == "allow" { Confidence::Low } else { reading.concerns(fact)? };
            let log = logged.iter().map(|sign| signs::evidence(sign));
            Some(reading.seen(sure, [reading.evidence(fact)].into_iter().chain(log)))
        })
        .collect();
    if found.is_empty() && !logged.is_empty() {
        let mut seen = Seen::at("function", &reading.function.name).sure(Confidence::Medium);
        seen.evidence.extend(logged.into_iter().map(signs::evidence));
        found.push(seen);
    }
    Ok(found)
}
