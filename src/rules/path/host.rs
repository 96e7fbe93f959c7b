//! Which endpoint of the proxy the function's packets go to.

use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::{Proxy, ProxyEndpoint};

use crate::rules::environment::Environment;
use crate::rules::path::place::End;
use crate::rules::rule::Stop;
use crate::text::t;

/// The endpoint a function's packets go to.
pub struct Used<'a> {
    pub end: End<'a>,
    /// The extra endpoint, with groups and subnets of its own; `None` is the default one.
    pub extra: Option<&'a ProxyEndpoint>,
    /// The variable that names it.
    pub variable: Option<String>,
}

/// The endpoint the environment names; the default one where it names none of this proxy.
///
/// # Errors
/// Unknown where it names an extra endpoint and those could not be read, or names no host at all and
/// the extra endpoints are somewhere else than the default one.
pub fn endpoint_used<'a>(observed: &'a Observed, proxy: &'a Proxy) -> Result<Used<'a>, Stop> {
    let default = |variable| Used { end: End::proxy(proxy), extra: None, variable };
    let Some(function) = observed.function.present() else { return Ok(default(None)) };
    let environment = Environment::read(&function.environment);
    let is = |host: &str, endpoint: Option<&str>| {
        endpoint.is_some_and(|endpoint| endpoint.eq_ignore_ascii_case(host.trim_end_matches('.')))
    };
    if let Some(host) = environment.hosts().find(|host| is(&host.value, proxy.endpoint.as_deref())) {
        return Ok(default(Some(host.variable.clone())));
    }
    for host in environment.hosts().filter(|host| host.value.contains(".endpoint.proxy-")) {
        if let Part::Unreadable(why) = &observed.proxy_endpoints {
            return Err(why.into());
        }
        let named = |endpoint: &&ProxyEndpoint| is(&host.value, endpoint.host.as_deref());
        if let Some(extra) = observed.proxy_endpoints.items().iter().find(named) {
            return Ok(Used { end: End::endpoint(extra), extra: Some(extra), variable: Some(host.variable.clone()) });
        }
    }
    let mut extra = observed.proxy_endpoints.items().iter().filter(|endpoint| !endpoint.is_default);
    let mut elsewhere = extra.by_ref().filter(|endpoint| End::endpoint(endpoint).differs(&End::proxy(proxy)));
    match elsewhere.next() {
        Some(endpoint) if environment.hosts().next().is_none() => {
            let because = t!("seen-path-endpoint-unknown", function = &function.name, endpoint = &endpoint.name);
            Err(Stop::unknown(because, &[]))
        }
        _ => Ok(default(None)),
    }
}
