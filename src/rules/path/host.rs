//! What the function's environment says about where it connects: which endpoint, under which name.

use crate::domain::function::Function;
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::{Proxy, ProxyEndpoint};

use crate::rules::path::place::End;
use crate::rules::rule::Stop;

/// The endpoint a function's packets go to.
pub struct Used<'a> {
    pub end: End<'a>,
    /// The extra endpoint, with groups and subnets of its own; `None` is the default one.
    pub extra: Option<&'a ProxyEndpoint>,
    /// The variable that names it.
    pub variable: Option<&'a str>,
}

/// The endpoint the environment names; the default one where it names none of this proxy.
///
/// # Errors
/// Unknown where it names an extra endpoint and those could not be read.
pub fn endpoint_used<'a>(observed: &'a Observed, proxy: &'a Proxy) -> Result<Used<'a>, Stop> {
    let shown = || observed.function.present().into_iter().flat_map(shown);
    let default = |variable| Used { end: End::proxy(proxy), extra: None, variable };
    if let Some(endpoint) = &proxy.endpoint
        && let Some((variable, _)) = shown().find(|(_, value)| names(value, endpoint))
    {
        return Ok(default(Some(variable)));
    }
    for (variable, value) in shown().filter(|(_, value)| value.contains(".endpoint.proxy-")) {
        if let Part::Unreadable(why) = &observed.proxy_endpoints {
            return Err(why.into());
        }
        let named = |endpoint: &&ProxyEndpoint| endpoint.host.as_ref().is_some_and(|host| names(value, host));
        if let Some(extra) = observed.proxy_endpoints.items().iter().find(named) {
            return Ok(Used { end: End::endpoint(extra), extra: Some(extra), variable: Some(variable) });
        }
    }
    Ok(default(None))
}

/// Variables whose value is no credential, with the value.
pub fn shown(function: &Function) -> impl Iterator<Item = (&str, &str)> {
    function.environment.iter().filter_map(|(name, value)| Some((name.as_str(), value.shown()?)))
}

/// Host names are compared without regard to case.
pub fn names(value: &str, host: &str) -> bool {
    !host.is_empty() && value.to_ascii_lowercase().contains(&host.to_ascii_lowercase())
}

/// Whether a variable is about a database or its proxy: `DB_HOST`, `PGPORT`, `ORDERS_DATABASE_URL`.
pub fn is_about_a_database(name: &str) -> bool {
    const WORDS: [&str; 13] = [
        "DB",
        "DATABASE",
        "RDS",
        "PG",
        "PGSQL",
        "POSTGRES",
        "POSTGRESQL",
        "MYSQL",
        "MARIADB",
        "AURORA",
        "SQL",
        "DBHOST",
        "DBPORT",
    ];
    let name = name.to_ascii_uppercase();
    if matches!(name.as_str(), "PGHOST" | "PGPORT" | "PROXY_HOST" | "PROXY_PORT" | "PROXY_ENDPOINT") {
        return true;
    }
    // Whole words: `FEEDBACK_URL` is about no database.
    name.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_databases_are_told_by_whole_words() {
        for name in ["DB_HOST", "db-host", "PGHOST", "ORDERS_DATABASE_URL", "RDS_PROXY_ENDPOINT"] {
            assert!(is_about_a_database(name), "{name}");
        }
        for name in ["FEEDBACK_URL", "HTTPS_PROXY", "PORT", "REDIS_HOST"] {
            assert!(!is_about_a_database(name), "{name}");
        }
    }
}
