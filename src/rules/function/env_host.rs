//! What the function's environment says about where it connects.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;

use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, passed};

pub const HOST_IS_DB: Rule = Rule {
    code: "lambda-env-host-is-db",
    severity: Severity::Error,
    hop: Hop::Function,
    title: "The function's variables point at the database, past the proxy",
    why: "The function connects around the proxy, or signs its token for the wrong host and is refused.",
    fix: "Set the variable to the proxy's endpoint.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connecting.html",
    needs: &[Need::Proxy, Need::Function, Need::Database],
    check: host_is_db,
};

fn host_is_db(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let function = facts::function(observed)?;
    let database = facts::database(observed)?;
    let Some(host) = &database.host else { return passed() };
    // A cluster's reader endpoint differs from the writer's by these two letters only.
    let reader = host.replacen(".cluster-", ".cluster-ro-", 1);
    let shown = || function.environment.iter().filter_map(|(name, value)| Some((name, value.shown()?)));
    let uses_proxy = proxy.endpoint.as_ref().is_some_and(|endpoint| shown().any(|(_, value)| value.contains(endpoint)));
    let direct = shown().find(|(_, value)| value.contains(host.as_str()) || value.contains(&reader));
    let Some((name, value)) = direct.filter(|_| !uses_proxy) else { return passed() };
    let mut seen = Seen::at("function", &function.name).because(format!("{name} of {}: {value}", function.name));
    if let Some(endpoint) = &proxy.endpoint {
        seen = seen.because(format!("endpoint of {}: {endpoint}", proxy.name));
    }
    // A value that may be a secret was left unread, and could be a URL with the proxy in it.
    let all_shown = function.environment.values().all(|value| value.shown().is_some());
    seen.sure(if all_shown { Confidence::High } else { Confidence::Medium }).found()
}
