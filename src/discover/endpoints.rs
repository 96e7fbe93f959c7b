//! Endpoints of proxies: those that a set-up gives one, by the names they are to have; and all of a proxy, with
//! whoever may use them.

use futures::future::{OptionFuture, join_all};
use serde::Serialize;

use super::{callers, part, part_read};
use crate::cloud::Reader;
use crate::domain::account::Account;
use crate::domain::function::Function;
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::ProxyEndpoint;

/// Those that are there, whichever proxy they are of; one that cannot be read leaves all unknown.
pub(super) async fn named(reader: &dyn Reader, names: &[String]) -> Part<Vec<ProxyEndpoint>> {
    let mut all = Vec::new();
    for answer in join_all(names.iter().map(|name| reader.proxy_endpoint(name))).await {
        match part_read(answer) {
            Part::Present(endpoint) => all.push(endpoint),
            Part::Unreadable(why) => return Part::Unreadable(why),
            Part::Absent | Part::NotAsked => {}
        }
    }
    Part::Present(all)
}

/// The endpoints of a proxy, and who may use them.
#[derive(Debug, Clone)]
pub struct EndpointsRead {
    /// The proxy and its endpoints, and nothing else.
    pub observed: Observed,
    /// The endpoint that was asked for by name, with its tags.
    pub named: Part<ProxyEndpoint>,
    /// The functions of account and region, and what their aliases call.
    pub callers: Part<Vec<Function>>,
}

/// A function that may come by an endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EndpointUser<'a> {
    pub function: &'a str,
    /// The variables that name the host.
    pub by_variable: Vec<&'a str>,
}

impl EndpointsRead {
    /// The endpoint of this name, as it takes to make it again. AWS does not find the default one by its name.
    pub fn endpoint(&self, name: &str) -> Option<&ProxyEndpoint> {
        let listed = self.observed.proxy_endpoints.items().iter().find(|endpoint| endpoint.name == name)?;
        if listed.is_default { Some(listed) } else { self.named.present() }
    }

    /// The functions whose variables name the host; `None` where the functions could not be read.
    pub fn users<'a>(&'a self, endpoint: &ProxyEndpoint) -> Option<Vec<EndpointUser<'a>>> {
        let callers = self.callers.present()?;
        let Some(host) = &endpoint.host else { return Some(Vec::new()) };
        let user = |function: &'a Function| {
            let by_variable: Vec<&str> = function.variables_naming(host).collect();
            (!by_variable.is_empty()).then_some(EndpointUser { function: &function.name, by_variable })
        };
        Some(callers.iter().filter_map(user).collect())
    }

    /// Functions whose variables could not be read: they may use any endpoint.
    pub fn hidden(&self) -> Vec<&str> {
        let hidden = self.callers.items().iter().filter(|function| function.environment_unreadable.is_some());
        hidden.map(|function| function.name.as_str()).collect()
    }
}

/// Reads all endpoints of the proxy, and the one of this name with its tags: what it takes to make it again.
pub async fn endpoints_of(reader: &dyn Reader, account: &Account, proxy: &str, name: Option<&str>) -> EndpointsRead {
    let (found, endpoints, named, callers) = futures::join!(
        reader.proxy(proxy),
        reader.proxy_endpoints(proxy),
        OptionFuture::from(name.map(|name| reader.proxy_endpoint(name))),
        callers(reader)
    );
    EndpointsRead {
        observed: Observed {
            proxy: part_read(found),
            proxy_endpoints: part(endpoints),
            ..Observed::nothing(account.clone())
        },
        named: named.map(part_read).unwrap_or_default(),
        callers: part(callers),
    }
}
