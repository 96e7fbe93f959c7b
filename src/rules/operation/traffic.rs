//! Who comes through the proxy: clients in the clear, or nobody.

use crate::domain::UnixSeconds;
use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;

use super::metrics;
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

pub const NO_TLS: Rule = Rule {
    code: "clients-without-tls",
    severity: Severity::Warning,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html",
    needs: &[Need::Proxy, Need::Metrics],
    check: no_tls,
};

pub const UNUSED: Rule = Rule {
    code: "proxy-unused",
    severity: Severity::Info,
    hop: Hop::FunctionToProxy,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.monitoring.html",
    needs: &[Need::Proxy, Need::Metrics],
    check: unused,
};

fn no_tls(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let count = metrics::total(observed, metrics::WITHOUT_TLS)?;
    // Those that came before TLS was demanded are gone.
    if count == 0.0 || proxy.require_tls {
        return passed();
    }
    Seen::at("db-proxy", &proxy.name)
        .because(t!("seen-operation-without-tls", proxy = &proxy.name))
        .cure(aws(observed, "rds modify-db-proxy").with("db-proxy-name", &proxy.name).flag("require-tls").line())
        .flagged()
}

/// What the metric looks back over; a younger proxy has had no chance.
const WEEK_SECS: UnixSeconds = 7 * 24 * 3600;

fn unused(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    // A proxy that never had a client has no values at all.
    if metrics::highest(observed, metrics::CLIENTS_WEEK)?.unwrap_or_default() > 0.0 {
        return passed();
    }
    let age = observed.at.zip(proxy.created).map(|(now, created)| now - created);
    match age {
        None => return Err(Stop::unknown(t!("seen-operation-age-unknown", proxy = &proxy.name), &[])),
        Some(age) if age < WEEK_SECS => return passed(),
        Some(_) => {}
    }
    let seen = Seen::at("db-proxy", &proxy.name).because(t!("seen-operation-no-client", proxy = &proxy.name));
    let invocations = metrics::total(observed, metrics::INVOCATIONS_WEEK).unwrap_or_default();
    match observed.function.present() {
        Some(function) if invocations > 0.0 => {
            seen.because(t!("seen-operation-ran-around", function = &function.name, count = invocations)).flagged()
        }
        _ => seen.flagged(),
    }
}
