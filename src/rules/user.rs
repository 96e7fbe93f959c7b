//! Which database user the function logs in as, told by its environment or by the secret.

use crate::domain::arn::short_name;
use crate::domain::database::Database;
use crate::domain::function::Function;
use crate::domain::observed::Observed;
use crate::domain::proxy::Proxy;
use crate::text::t;

use super::environment::{Environment, Fact, What};
use super::function::is_endpoint;

/// A database user and how it is known.
pub struct User {
    pub name: String,
    /// `variable DB_USER of orders-api`.
    pub from: String,
    /// It is the user of this very proxy, and not perhaps of another connection.
    pub certain: bool,
}

/// The user, where exactly one is named.
pub fn database_user(observed: &Observed, proxy: &Proxy) -> Option<User> {
    of_environment(observed, proxy).or_else(|| of_secrets(observed))
}

/// The one user of all secrets that were looked into; certain where that was all of them.
fn of_secrets(observed: &Observed) -> Option<User> {
    let read = || observed.proxy_secrets.iter().filter_map(|secret| Some((secret, secret.shape.present()?)));
    let mut named = read().filter_map(|(secret, shape)| Some((secret, shape.username.as_ref()?)));
    let (secret, name) = named.next()?;
    if named.any(|(_, other)| other != name) {
        return None;
    }
    let secret_name = secret.secret.present().map_or_else(|| short_name(&secret.arn), |secret| secret.name.as_str());
    let certain = read().count() == observed.proxy_secrets.len();
    Some(User { name: name.clone(), from: t!("seen-user-in-secret", secret = secret_name), certain })
}

/// The user that the function's environment names, where it names exactly one.
pub fn of_environment(observed: &Observed, proxy: &Proxy) -> Option<User> {
    let function = observed.function.present()?;
    let environment = Environment::read(&function.environment);
    let user = |fact: &Fact, certain| User {
        name: fact.value.clone(),
        from: t!("seen-user-variable", variable = &fact.variable, function = &function.name),
        certain,
    };
    let here = || environment.hosts().filter(|host| is_endpoint(observed, proxy, &host.value));
    let beside: Vec<&Fact> = here().filter_map(|host| environment.beside(host, &What::User)).collect();
    if let Some(fact) = agreed(&beside) {
        return Some(user(fact, true));
    }
    let all: Vec<&Fact> = environment.about(What::User).collect();
    agreed(&all).map(|fact| user(fact, here().next().is_some()))
}

/// The first, where all say the same.
fn agreed<'a>(facts: &[&'a Fact]) -> Option<&'a Fact> {
    let first = facts.first()?;
    facts.iter().all(|fact| fact.value == first.value).then_some(*first)
}

/// Whether something is so, as far as was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MayBe {
    Yes,
    No,
    Unknown,
}

/// Whether a function of the account logs in to this proxy as `user`, told by its variables. One whose
/// variables are hidden may do anything.
pub fn logs_in_as(observed: &Observed, proxy: &Proxy, function: &Function, user: &str) -> MayBe {
    if function.environment_unreadable.is_some() {
        return MayBe::Unknown;
    }
    let environment = Environment::read(&function.environment);
    let here: Vec<&Fact> = environment.hosts().filter(|host| is_endpoint(observed, proxy, &host.value)).collect();
    if here.is_empty() {
        return MayBe::No;
    }
    let beside: Vec<&Fact> = here.iter().filter_map(|host| environment.beside(host, &What::User)).collect();
    let all: Vec<&Fact> = environment.about(What::User).collect();
    let named = if beside.is_empty() { all } else { beside };
    if named.iter().any(|fact| fact.value == user) {
        MayBe::Yes
    } else if named.is_empty() {
        MayBe::Unknown
    } else {
        MayBe::No
    }
}

/// Whether a function of the account connects to the database itself, told by its variables.
pub fn connects_directly(database: &Database, function: &Function) -> MayBe {
    if function.environment_unreadable.is_some() {
        return MayBe::Unknown;
    }
    let of_database = |value: &str| {
        let hosts = database.host.iter().chain(&database.other_hosts);
        hosts.into_iter().any(|host| value.contains(host.as_str()))
    };
    let mut values = function.environment.values().filter_map(|value| value.readable());
    if values.any(of_database) { MayBe::Yes } else { MayBe::No }
}
