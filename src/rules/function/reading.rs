//! A function's environment read against its proxy: which facts are about this proxy, and how
//! sure that is. What a fact means is for the rules.

use crate::domain::finding::Confidence;
use crate::domain::function::Function;
use crate::domain::observed::Observed;
use crate::domain::proxy::{AuthMode, Proxy};

use crate::rules::facts;
use crate::rules::rule::{Seen, Stop};

use super::environment::{Environment, Fact};

/// What the function says about connecting. Rules that use it need the proxy and the function.
pub struct Reading<'a> {
    pub observed: &'a Observed,
    pub proxy: &'a Proxy,
    pub function: &'a Function,
    pub environment: Environment,
}

impl<'a> Reading<'a> {
    pub fn of(observed: &'a Observed) -> Result<Self, Stop> {
        let proxy = facts::proxy(observed)?;
        let function = facts::function(observed)?;
        if let Some(why) = &function.environment_unreadable {
            let because = format!("the variables of {} cannot be read: {why}", function.name);
            return Err(Stop::unknown(because, &["kms:Decrypt"]));
        }
        Ok(Self { observed, proxy, function, environment: Environment::read(&function.environment) })
    }

    /// Clients of the proxy log in with tokens.
    pub fn with_tokens(&self) -> bool {
        self.proxy.auth_mode() != AuthMode::Password
    }

    /// One of the proxy's endpoints, as far as these are known.
    pub fn is_proxys(&self, host: &str) -> bool {
        is_endpoint(self.observed, self.proxy, host)
    }

    /// Hosts that are the proxy's.
    pub fn proxy_hosts(&self) -> impl Iterator<Item = &Fact> {
        self.environment.hosts().filter(|host| self.is_proxys(&host.value))
    }

    /// How sure it is that a fact is about connections to this proxy; `None`: it is about others.
    /// A variable may be left unused, so only a value that names the proxy itself is certain.
    pub fn concerns(&self, fact: &Fact) -> Option<Confidence> {
        let mut hosts = self.environment.hosts().filter(|host| host.belongs_with(fact)).peekable();
        if hosts.peek().is_none() {
            return Some(Confidence::Medium);
        }
        let certain = if fact.whole { Confidence::High } else { Confidence::Medium };
        hosts.any(|host| self.is_proxys(&host.value)).then_some(certain)
    }

    /// `DB_HOST of orders-api: db.example`.
    pub fn words(&self, fact: &Fact) -> String {
        fact.words(&self.function.name)
    }

    /// A sighting in the environment. Versions freeze theirs, so what `$LATEST` says need not be
    /// what runs (<https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html>).
    pub fn seen(&self, confidence: Confidence, evidence: impl IntoIterator<Item = String>) -> Seen {
        let mut seen = Seen::at("function", &self.function.name);
        seen.evidence.extend(evidence);
        let aliases = self.observed.aliases.items().iter();
        let frozen: Vec<String> = aliases
            .filter(|alias| self.function.qualifier.is_none() && alias.version != "$LATEST")
            .map(|alias| format!("{} at version {}", alias.name, alias.version))
            .collect();
        if frozen.is_empty() {
            return seen.sure(confidence);
        }
        let note = format!("read from $LATEST; not looked at, and perhaps different: {}", frozen.join(", "));
        seen.because(note).sure(confidence.min(Confidence::Medium))
    }
}

/// Whether this is one of the proxy's endpoints.
pub fn is_endpoint(observed: &Observed, proxy: &Proxy, host: &str) -> bool {
    let host = host.trim_end_matches('.');
    let own = observed.proxy_endpoints.items().iter().filter_map(|endpoint| endpoint.host.as_deref());
    proxy.endpoint.as_deref().into_iter().chain(own).any(|endpoint| endpoint.eq_ignore_ascii_case(host))
}
