//! Names of everything the setup makes. Needed before the account is read, to look them up.

use crate::domain::choices::{Choices, SecretSource};
use crate::domain::database::Database;
use crate::domain::proxy::name_beside;
use crate::domain::secret::SecretShape;

/// `orders-prod` gives `orders`: environment and role words at the end say nothing about the app.
fn stem(choices: &Choices) -> String {
    const ENDINGS: [&str; 12] = [
        "-prod",
        "-production",
        "-staging",
        "-stage",
        "-dev",
        "-test",
        "-db",
        "-database",
        "-cluster",
        "-mysql",
        "-pg",
        "-postgres",
    ];
    let mut stem = choices.database.to_ascii_lowercase();
    while let Some(shorter) = ENDINGS.iter().find_map(|ending| stem.strip_suffix(ending)).filter(|s| !s.is_empty()) {
        stem = shorter.to_owned();
    }
    let clean: String = stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let clean = clean.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    match clean.chars().next() {
        None => "app".to_owned(),
        Some(first) if first.is_ascii_alphabetic() => clean,
        Some(_) => format!("db-{clean}"),
    }
}

/// The proxy's name, which names the setup.
pub fn proxy(choices: &Choices) -> String {
    choices.proxy.name.clone().unwrap_or_else(|| {
        let mut name = stem(choices);
        name.truncate(63 - "-proxy".len());
        format!("{}-proxy", name.trim_end_matches('-'))
    })
}

/// The database user: the master with the secret that RDS manages, else the chosen one, else what the
/// reused secret holds, else one made from the database's
/// name.
pub fn db_user(choices: &Choices, database: Option<&Database>, shape: Option<&SecretShape>) -> String {
    let uses_secret = choices.auth_mode.needs_secret();
    // The secret that RDS manages is the master user's, whoever else was named.
    if uses_secret
        && choices.secret.source == SecretSource::RdsManaged
        && let Some(master) = database.and_then(|database| database.master_username.clone())
    {
        return master;
    }
    if let Some(user) = &choices.secret.user {
        return user.clone();
    }
    if uses_secret
        && choices.secret.source == SecretSource::Reuse
        && let Some(user) = shape.and_then(|shape| shape.username.clone())
    {
        return user;
    }
    let mut user = format!("{}_app", stem(choices).replace('-', "_"));
    // MySQL allows 32 characters, MariaDB 80, PostgreSQL 63: the shortest serves all.
    if user.len() > 32 {
        user.truncate(32);
    }
    user
}

/// Name of the secret to create or to reuse; `None` where the mode or source names none.
pub fn secret(choices: &Choices) -> Option<String> {
    match choices.secret.source {
        _ if !choices.auth_mode.needs_secret() => None,
        SecretSource::RdsManaged => None,
        SecretSource::Reuse => choices.secret.name.clone(),
        SecretSource::Create => Some(
            choices
                .secret
                .name
                .clone()
                .unwrap_or_else(|| format!("{}/{}", proxy(choices), db_user(choices, None, None))),
        ),
    }
}

/// The last of the names that follow a secret's: one digit, so that a policy can name them all.
const LAST: u32 = 9;

/// The names that follow one that a deleted secret keeps: `orders-2`, `orders-3`.
pub fn following(name: &str) -> impl Iterator<Item = String> {
    (2..=LAST).map(move |number| format!("{name}-{number}"))
}

/// Whether the second name is the first or follows it.
pub fn is_or_follows(name: &str, other: &str) -> bool {
    name == other || following(name).any(|next| next == other)
}

/// The name that this one is or may follow: `orders` of `orders-2`.
pub fn followed(name: &str) -> &str {
    let first = name.rsplit_once('-').map(|(first, _)| first).filter(|first| !first.is_empty());
    first.filter(|first| is_or_follows(first, name)).unwrap_or(name)
}

/// Name of the proxy's role; IAM allows 64 characters.
pub fn role(choices: &Choices) -> String {
    choices.role.name.clone().unwrap_or_else(|| {
        let mut name = proxy(choices);
        name.truncate(64 - "-role".len());
        format!("{name}-role")
    })
}

/// The endpoint that leads to readers; one in a function's VPC is that function's.
pub fn read_only_endpoint(choices: &Choices) -> String {
    if let Some(name) = &choices.proxy.endpoints.read_only_name {
        return name.clone();
    }
    let in_function_vpc = choices.proxy.endpoint_in_function_vpc;
    let name = if in_function_vpc { function_vpc_endpoint(choices) } else { proxy(choices) };
    ending(&name, "-read-only")
}

/// The endpoint in the function's VPC, which may have several.
pub fn function_vpc_endpoint(choices: &Choices) -> String {
    let chosen = choices.proxy.endpoints.function_vpc_name.clone();
    chosen.unwrap_or_else(|| name_beside(&proxy(choices), &choices.function))
}

/// The endpoints beside the proxy's default one that are chosen.
pub fn endpoints(choices: &Choices) -> Vec<String> {
    let read_only = choices.proxy.read_only_endpoint.then(|| read_only_endpoint(choices));
    let in_function_vpc = choices.proxy.endpoint_in_function_vpc.then(|| function_vpc_endpoint(choices));
    read_only.into_iter().chain(in_function_vpc).collect()
}

/// With this ending, in the 63 characters that names in RDS have.
fn ending(name: &str, end: &str) -> String {
    let kept: String = name.chars().take(63 - end.len()).collect();
    format!("{}{end}", kept.trim_end_matches('-'))
}

/// The group of endpoints that do not have the proxy's own.
pub fn proxy_endpoint_group(choices: &Choices) -> String {
    format!("{}-sg", function_vpc_endpoint(choices))
}

pub fn proxy_group(choices: &Choices) -> String {
    format!("{}-sg", proxy(choices))
}

pub fn function_group(choices: &Choices) -> String {
    function_group_of(&choices.function)
}

/// The group by which a function of this name is moved into a VPC.
pub fn function_group_of(function: &str) -> String {
    format!("{function}-to-proxy-sg")
}

pub fn endpoint_group(choices: &Choices) -> String {
    format!("{}-secrets-endpoint-sg", proxy(choices))
}

/// The function role's inline policy, named after the proxy so that it can be found again. On a proxy
/// that others use too it is one user's.
pub fn connect_policy(choices: &Choices, db_user: &str) -> String {
    let name = format!("connect-{}", proxy(choices));
    if choices.proxy.existing { of_user(name, db_user) } else { name }
}

/// The inline policy on the proxy's role; beside the policies of others, where the proxy is used.
pub fn role_policy(choices: &Choices, db_user: &str) -> String {
    let name = if choices.auth_mode.needs_secret() { "read-database-secret" } else { "connect-to-database" };
    if choices.proxy.existing { of_user(name.to_owned(), db_user) } else { name.to_owned() }
}

/// IAM allows 128 characters.
fn of_user(name: String, db_user: &str) -> String {
    let mut name = format!("{name}-{db_user}");
    name.truncate(128);
    name
}

/// What the setup's own things are marked with: its proxy's name. A proxy that is used may be another
/// setup's own, so the user's stands behind it.
pub fn label(choices: &Choices, db_user: &str) -> String {
    let name = proxy(choices);
    if choices.proxy.existing { format!("{name}/{db_user}") } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_database() {
        for (database, proxy_name, user) in [
            ("orders-prod", "orders-proxy", "orders_app"),
            ("billing-pg", "billing-proxy", "billing_app"),
            ("Prod", "prod-proxy", "prod_app"),
            ("9lives", "db-9lives-proxy", "db_9lives_app"),
            ("-", "app-proxy", "app_app"),
        ] {
            let choices = Choices { database: database.into(), ..Choices::default() };
            assert_eq!(proxy(&choices), proxy_name);
            assert_eq!(db_user(&choices, None, None), user);
        }
    }

    #[test]
    fn names_that_follow_lead_back_to_the_first() {
        assert_eq!(following("orders").next().as_deref(), Some("orders-2"));
        for (name, first) in [
            ("orders", "orders"),
            ("orders-2", "orders"),
            ("orders-1", "orders-1"),
            ("orders-10", "orders-10"),
            ("-2", "-2"),
        ] {
            assert_eq!(followed(name), first);
        }
    }

    #[test]
    fn a_long_name_stays_within_the_limits_of_the_api() {
        let choices = Choices { database: "a".repeat(63), ..Choices::default() };
        assert!(proxy(&choices).len() <= 63);
        assert!(role(&choices).len() <= 64);
        assert!(db_user(&choices, None, None).len() <= 32);
    }
}
