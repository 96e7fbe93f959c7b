//! The host that the function's environment names: the proxy's, the database's or nobody's.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;

use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Stop, passed};

use super::reading::Reading;

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

pub const UNKNOWN_PROXY: Rule = Rule {
    code: "lambda-env-host-unknown-proxy",
    severity: Severity::Warning,
    hop: Hop::Function,
    title: "The function's variables name a proxy endpoint that does not exist",
    why: "The host has the form of this account's proxies in this region, and no proxy has it: it was deleted, or \
          mistyped. Its name does not resolve, so connecting fails with ENOTFOUND or a timeout.",
    fix: "Set the variable to an endpoint of the proxy.",
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-endpoints.html",
    needs: &[Need::Proxy, Need::Function, Need::ProxyEndpoints, Need::OtherProxies],
    check: unknown_proxy,
};

fn host_is_db(observed: &Observed) -> Check {
    let reading = Reading::of(observed)?;
    let database = facts::database(observed)?;
    let host = database.host.as_ref().ok_or(Stop::NotApplicable)?;
    // A cluster's reader endpoint differs from the writer's by these two letters only.
    let reader = host.replacen(".cluster-", ".cluster-ro-", 1);
    let names: Vec<&str> = [host, &reader].into_iter().chain(&database.other_hosts).map(String::as_str).collect();
    let variables = &reading.function.environment;
    let readable = || variables.iter().filter_map(|(name, value)| Some((name, value.readable()?)));
    let direct = readable().find(|(_, value)| names.iter().any(|name| value.contains(name)));
    let Some((name, value)) = direct else {
        let any = reading.environment.hosts().next().is_some();
        return if any { passed() } else { Err(Stop::NotApplicable) };
    };
    // An extra endpoint counts even where the list of them could not be read.
    let extra = |host: &str| host.contains(".endpoint.proxy-");
    if reading.environment.hosts().any(|host| reading.is_proxys(&host.value) || extra(&host.value)) {
        return passed();
    }
    let mut evidence = vec![format!("{name} of {}: {value}", reading.function.name)];
    if let Some(endpoint) = &reading.proxy.endpoint {
        evidence.push(format!("endpoint of {}: {endpoint}", reading.proxy.name));
    }
    // What was left unread could name the proxy, unless it is a password by its name.
    let password =
        |name: &str| ["PASSWORD", "PASSWD", "PASS", "PWD", "KEY", "TOKEN"].iter().any(|end| name.ends_with(end));
    let unread = variables.iter().any(|(name, value)| value.readable().is_none() && !password(&name.to_uppercase()));
    let mut seen = reading.seen(if unread { Confidence::Medium } else { Confidence::High }, evidence);
    // Where the whole value is the host, the proxy's endpoint can stand in its place.
    if let Some(endpoint) = reading.proxy.endpoint.as_ref().filter(|_| names.contains(&value)) {
        seen.mends.push(Mend::SetVariable { name: name.clone(), value: endpoint.clone() });
    }
    Ok(vec![seen])
}

fn unknown_proxy(observed: &Observed) -> Check {
    let reading = Reading::of(observed)?;
    facts::there(&observed.proxy_endpoints)?;
    let others = facts::there(&observed.other_proxies)?;
    let domain = reading.proxy.endpoint.as_deref().and_then(proxy_domain).ok_or(Stop::NotApplicable)?;
    let mut named = reading.environment.hosts().filter(|host| proxy_domain(&host.value).is_some()).peekable();
    if named.peek().is_none() {
        return Err(Stop::NotApplicable);
    }
    let is_other = |host: &str| {
        others.iter().filter_map(|other| other.endpoint.as_deref()).any(|endpoint| endpoint.eq_ignore_ascii_case(host))
    };
    Ok(named
        // Another domain is another account's or region's, which was not looked at.
        .filter(|host| proxy_domain(&host.value).is_some_and(|found| found.eq_ignore_ascii_case(domain)))
        .filter(|host| !reading.is_proxys(&host.value) && !is_other(&host.value))
        .map(|host| {
            // Of other proxies only the default endpoint is known.
            let extra = host.value.contains(".endpoint.");
            let known = reading.proxy.endpoint.iter().map(|host| format!("endpoint of {}: {host}", reading.proxy.name));
            let evidence = [reading.words(host)].into_iter().chain(known);
            reading.seen(if extra { Confidence::Medium } else { Confidence::High }, evidence)
        })
        .collect())
}

/// `proxy-c8x.eu-west-1.rds.amazonaws.com`: the same for all proxies of an account in a region.
fn proxy_domain(host: &str) -> Option<&str> {
    let at = host.find(".proxy-")?;
    host.get(at + 1..).filter(|domain| super::environment::is_rds(domain))
}
