//! Which database user the function logs in as, told by its environment or by the secret.

use crate::domain::arn::short_name;
use crate::domain::observed::Observed;
use crate::domain::proxy::Proxy;

/// A database user and how it is known.
pub struct User {
    pub name: String,
    /// `variable DB_USER of orders-api`.
    pub from: String,
    /// It is the user of this very proxy, and not perhaps of another connection.
    pub certain: bool,
}

const NAMES: [&str; 12] = [
    "DB_USER",
    "DB_USERNAME",
    "DBUSER",
    "DATABASE_USER",
    "DATABASE_USERNAME",
    "PGUSER",
    "POSTGRES_USER",
    "MYSQL_USER",
    "RDS_USER",
    "RDS_USERNAME",
    "PROXY_USER",
    "DB_PROXY_USER",
];

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
    Some(User { name: name.clone(), from: format!("user name in {secret_name}"), certain })
}

/// The user that the function's environment names, where it names exactly one.
pub fn of_environment(observed: &Observed, proxy: &Proxy) -> Option<User> {
    let function = observed.function.present()?;
    let shown = || function.environment.iter().filter_map(|(name, value)| Some((name, value.shown()?)));
    let mut named = shown().filter(|(name, value)| {
        let name = name.to_ascii_uppercase();
        !value.is_empty() && NAMES.contains(&name.as_str())
    });
    let (name, value) = named.next()?;
    if named.any(|(_, other)| other != value) {
        return None;
    }
    let points_here = |endpoint: &String| shown().any(|(_, value)| value.contains(endpoint.as_str()));
    Some(User {
        name: value.to_owned(),
        from: format!("variable {name} of {}", function.name),
        certain: proxy.endpoint.as_ref().is_some_and(points_here),
    })
}
