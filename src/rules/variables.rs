//! Which variables of the function say how to connect through a proxy.

use crate::domain::observed::Observed;
use crate::domain::proxy::Proxy;

use super::environment::{Environment, Fact, What};
use super::function::is_endpoint;

/// Names of the variables that say one thing each; a URL that says several is none of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Variables {
    pub host: Option<String>,
    pub port: Option<String>,
    pub user: Option<String>,
    pub database: Option<String>,
    pub secret: Option<String>,
    /// The host that leads to the readers, beside one that does not.
    pub reader_host: Option<String>,
}

/// The variables of the observed function that are about this proxy.
pub fn variables(observed: &Observed, proxy: &Proxy) -> Variables {
    let Some(function) = observed.function.present() else { return Variables::default() };
    let environment = Environment::read(&function.environment);
    let of_proxy = |arn: &str| proxy.auth.iter().any(|auth| auth.secret_arn == arn);
    let secret = environment.secrets().iter().find(|secret| secret.arn.as_deref().is_some_and(of_proxy));
    let reads = |host: &&Fact| {
        let mut readers = observed.proxy_endpoints.items().iter().filter(|endpoint| endpoint.is_read_only());
        readers.any(|endpoint| endpoint.host.as_ref().is_some_and(|own| own.eq_ignore_ascii_case(&host.value)))
    };
    let here = environment.hosts().filter(|host| !host.whole && is_endpoint(observed, proxy, &host.value));
    let (readers, all): (Vec<&Fact>, Vec<&Fact>) = here.partition(reads);
    let host = all.first().or(readers.first()).copied();
    let beside = |what: What| Some(environment.beside(host?, &what)?.variable.clone());
    Variables {
        host: host.map(|host| host.variable.clone()),
        port: beside(What::Port),
        user: beside(What::User),
        database: beside(What::Database),
        secret: secret.map(|secret| secret.variable.clone()),
        reader_host: readers.first().filter(|_| !all.is_empty()).map(|host| host.variable.clone()),
    }
}
