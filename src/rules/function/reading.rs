//! A function's environment read against its proxy: which facts are about this proxy, and how
//! sure that is. What a fact means is for the rules.

use crate::domain::finding::Confidence;
use crate::domain::function::Function;
use crate::domain::observed::Observed;
use crate::domain::proxy::Proxy;

use crate::rules::environment::{Environment, Fact};
use crate::rules::facts;
use crate::rules::login::function_sends_token;
use crate::rules::rule::{Seen, Stop};
use crate::text::{series, t};

/// What the function says about connecting. Rules that use it need the proxy and the function.
pub struct Reading<'a> {
    pub observed: &'a Observed,
    pub proxy: &'a Proxy,
    pub function: &'a Function,
    pub environment: Environment,
}

impl<'a> Reading<'a> {
    pub fn new(observed: &'a Observed) -> Result<Self, Stop> {
        let proxy = facts::proxy(observed)?;
        let function = facts::function(observed)?;
        if let Some(why) = &function.environment_unreadable {
            let because = t!("seen-function-variables-unread", function = &function.name, why = why);
            return Err(Stop::unknown(because, &["kms:Decrypt"]));
        }
        Ok(Self { observed, proxy, function, environment: Environment::read(&function.environment) })
    }

    /// Whether the function logs in with a token; of a proxy that takes both it hangs on the user.
    ///
    /// # Errors
    /// Unknown where the login of the function's user is not known.
    pub fn sends_token(&self) -> Result<bool, Stop> {
        function_sends_token(self.observed, self.proxy)
    }

    /// The variables name a host.
    ///
    /// # Errors
    /// Unknown where none does: then the code alone says whereto the function connects.
    pub fn names_host(&self) -> Result<(), Stop> {
        if self.environment.hosts().next().is_some() { Ok(()) } else { Err(self.no_host()) }
    }

    /// Why it is not known which host the function connects to.
    pub fn no_host(&self) -> Stop {
        let because = match self.environment.no_hosts().next() {
            Some(fact) => t!("seen-function-no-host-name", fact = self.evidence(fact)),
            None => t!("seen-function-names-no-host", function = &self.function.name),
        };
        Stop::unknown(because, &[])
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
    pub fn evidence(&self, fact: &Fact) -> String {
        fact.evidence(&self.function.name)
    }

    /// A sighting in the environment. Versions freeze theirs, so what `$LATEST` says need not be
    /// what runs (<https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html>).
    pub fn seen(&self, confidence: Confidence, evidence: impl IntoIterator<Item = String>) -> Seen {
        let mut seen = Seen::at("function", &self.function.name);
        seen.evidence.extend(evidence);
        let aliases = self.observed.aliases.items().iter();
        let frozen: Vec<String> = aliases
            .filter(|alias| self.function.qualifier.is_none() && alias.version != "$LATEST")
            .map(|alias| t!("seen-function-alias-version", alias = &alias.name, version = alias.versions()))
            .collect();
        if frozen.is_empty() {
            return seen.sure(confidence);
        }
        let note = t!("seen-function-frozen", versions = series(&frozen));
        seen.because(note).sure(confidence.min(Confidence::Medium))
    }
}

/// Whether this is one of the proxy's endpoints.
pub fn is_endpoint(observed: &Observed, proxy: &Proxy, host: &str) -> bool {
    let host = host.trim_end_matches('.');
    let own = observed.proxy_endpoints.items().iter().filter_map(|endpoint| endpoint.host.as_deref());
    proxy.endpoint.as_deref().into_iter().chain(own).any(|endpoint| endpoint.eq_ignore_ascii_case(host))
}
