//! The host that the function's environment names: the proxy's, the database's or nobody's.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;
use crate::domain::proxy::Proxy;

use crate::rules::environment::{Fact, is_rds};
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Stop, passed};
use crate::text::{labelled, t};

use super::reading::Reading;

pub const HOST_IS_DB: Rule = Rule {
    code: "lambda-env-host-is-db",
    severity: Severity::Error,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connecting.html",
    needs: &[Need::Proxy, Need::Function, Need::Database],
    check: host_is_db,
};

pub const UNKNOWN_PROXY: Rule = Rule {
    code: "lambda-env-host-unknown-proxy",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-endpoints.html",
    needs: &[Need::Proxy, Need::Function, Need::ProxyEndpoints, Need::OtherProxies],
    check: unknown_proxy,
};

fn host_is_db(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    let database = facts::database(observed)?;
    let host = database.host.as_ref().ok_or(Stop::NotApplicable)?;
    reading.names_host()?;
    // A cluster's reader endpoint differs from the writer's by these two letters only.
    let reader = host.replacen(".cluster-", ".cluster-ro-", 1);
    let names: Vec<&str> = [host, &reader].into_iter().chain(&database.other_hosts).map(String::as_str).collect();
    // An extra endpoint counts even where the list of them could not be read.
    let extra = |host: &str| host.contains(".endpoint.proxy-");
    if reading.environment.hosts().any(|host| reading.is_proxys(&host.value) || extra(&host.value)) {
        return passed();
    }
    let is_database = |host: &&Fact| {
        let host = host.value.trim_end_matches('.');
        names.iter().any(|name| name.eq_ignore_ascii_case(host))
    };
    let Some(direct) = reading.environment.hosts().find(is_database) else { return elsewhere(&reading, &database.id) };
    let mut evidence = vec![reading.evidence(direct)];
    if let Some(endpoint) = &reading.proxy.endpoint {
        evidence.push(t!("seen-endpoint", proxy = &reading.proxy.name, endpoint = endpoint));
    }
    // What was left unread could name the proxy, unless it is a password by its name.
    let password =
        |name: &str| ["PASSWORD", "PASSWD", "PASS", "PWD", "KEY", "TOKEN"].iter().any(|end| name.ends_with(end));
    let variables = &reading.function.environment;
    let unread = variables.iter().any(|(name, value)| value.readable().is_none() && !password(&name.to_uppercase()));
    let mut seen = reading.seen(if unread { Confidence::Medium } else { Confidence::High }, evidence);
    // Where the whole value is the host, the proxy's endpoint can stand in its place.
    let value = variables.get(&direct.variable).and_then(|value| value.shown());
    if let Some(endpoint) = reading.proxy.endpoint.as_ref().filter(|_| value == Some(direct.value.as_str())) {
        seen.mends.push(Mend::SetVariable { name: direct.variable.clone(), value: endpoint.clone() });
    }
    Ok(vec![seen])
}

/// Hosts that are neither the proxy's nor one that is known of the database: those of other proxies
/// are certainly no database, any other may lead to it.
fn elsewhere(reading: &Reading<'_>, database: &str) -> Check {
    match reading.environment.hosts().find(|host| proxy_domain(&host.value).is_none()) {
        None => passed(),
        Some(host) => {
            let proxy = &reading.proxy.name;
            let because =
                t!("seen-function-no-known-host", fact = reading.evidence(host), database = database, proxy = proxy);
            Err(Stop::unknown(because, &["rds:DescribeDBClusterEndpoints"]))
        }
    }
}

fn unknown_proxy(observed: &Observed) -> Check {
    let reading = Reading::new(observed)?;
    facts::there(&observed.proxy_endpoints)?;
    let others = facts::there(&observed.other_proxies)?;
    let endpoint = reading.proxy.endpoint.as_deref();
    let domain = endpoint.and_then(proxy_domain);
    let known = endpoint.map(|host| t!("seen-endpoint", proxy = &reading.proxy.name, endpoint = host));
    let is_other = |host: &str| {
        others.iter().filter_map(|other| other.endpoint.as_deref()).any(|endpoint| endpoint.eq_ignore_ascii_case(host))
    };
    let (mut found, mut gap, mut named) = (Vec::new(), None, false);
    for host in reading.environment.hosts() {
        let Some(its) = proxy_domain(&host.value) else { continue };
        named = true;
        if reading.is_proxys(&host.value) || is_other(&host.value) {
            continue;
        }
        if !domain.is_some_and(|domain| domain.eq_ignore_ascii_case(its)) {
            gap.get_or_insert_with(|| {
                let what = t!("seen-function-elsewhere");
                Stop::unknown(labelled!(reading.evidence(host), what), &["rds:DescribeDBProxies"])
            });
            continue;
        }
        // Of other proxies only the default endpoint is known.
        let extra = host.value.contains(".endpoint.");
        let sure = if extra { Confidence::Medium } else { Confidence::High };
        found.push(reading.seen(sure, [reading.evidence(host)].into_iter().chain(known.clone())));
    }
    for fact in reading.environment.no_hosts() {
        named = true;
        match whose(observed, reading.proxy, &fact.value) {
            // Code can look the endpoint up by such a name.
            Some(what) => {
                let words = [reading.evidence(fact), t!("seen-function-no-host", what = what)];
                let mut seen = reading.seen(Confidence::Medium, words.into_iter().chain(known.clone()));
                let variable =
                    |endpoint: &str| Mend::SetVariable { name: fact.variable.clone(), value: endpoint.to_owned() };
                seen.mends.extend(endpoint.map(variable));
                found.push(seen);
            }
            None => gap = gap.or_else(|| Some(reading.no_host())),
        }
    }
    match gap {
        _ if !found.is_empty() => Ok(found),
        Some(gap) => Err(gap),
        None if named => passed(),
        None => reading.names_host().and(Err(Stop::NotApplicable)),
    }
}

/// What goes by this name, if it is known.
fn whose(observed: &Observed, proxy: &Proxy, name: &str) -> Option<String> {
    // `orders-proxy:3306`.
    let bare = if name.starts_with("arn:") { name } else { name.split(':').next().unwrap_or(name) };
    let is = |known: &str| known.eq_ignore_ascii_case(bare);
    if is(&proxy.name) || is(&proxy.arn) || is(proxy.resource_id()) {
        return Some(t!("seen-function-name-of-proxy", proxy = &proxy.name));
    }
    let database = observed.database.present().filter(|database| is(&database.id) || is(&database.arn));
    let other = || observed.other_proxies.items().iter().find(|other| is(&other.name) || is(&other.resource_id));
    match database {
        Some(database) => Some(t!("seen-function-name-of-database", database = &database.id)),
        None => other().map(|other| t!("seen-function-name-of-proxy", proxy = &other.name)),
    }
}

/// `proxy-c8x.eu-west-1.rds.amazonaws.com`: the same for all proxies of an account in a region.
fn proxy_domain(host: &str) -> Option<&str> {
    let at = host.find(".proxy-")?;
    host.get(at + 1..).filter(|domain| is_rds(domain))
}
