//! What a function's environment says about connecting, and which variable says it. Total: any
//! text gives facts or none. What follows from the facts is for the rules.

use crate::text::t;
mod names;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::function::EnvValue;
use crate::domain::mask;

use names::Field;

/// What a fact is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Host,
    /// What stands where a host belongs and is no host name: a proxy's name, an ARN, a path.
    NoHost,
    Port,
    User,
    Database,
    Region,
    /// An option of the driver, by its name in lower case: `sslmode`, `compress`.
    Option(String),
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub what: What,
    pub value: String,
    /// The variable that says it.
    pub variable: String,
    /// One value says all: a URL, a connection string, a JSON object.
    pub whole: bool,
    /// What belongs together: `DB_PROXY` of `DB_PROXY_HOST`, or the whole value.
    group: String,
}

impl Fact {
    /// `DB_HOST of orders-api: db.example`, `DATABASE_URL of orders-api: sslmode=disable`.
    pub fn evidence(&self, function: &str) -> String {
        let (variable, value) = (&self.variable, &self.value);
        let part = match &self.what {
            _ if !self.whole => return t!("seen-setting", setting = variable, owner = function, value = value),
            What::Option(name) => {
                return t!("seen-setting", setting = variable, owner = function, value = format!("{name}={value}"));
            }
            What::Host | What::NoHost => "host",
            What::Port => "port",
            What::User => "user",
            What::Database => "database",
            What::Region => "region",
        };
        t!("seen-setting-part", setting = variable, owner = function, part = part, value = value)
    }

    /// Whether both are of one connection: one value, or variables with one prefix.
    pub fn belongs_with(&self, other: &Self) -> bool {
        self.whole == other.whole && self.group == other.group
    }

    /// The value as drivers compare it.
    pub fn lower(&self) -> String {
        self.value.to_ascii_lowercase()
    }
}

/// A variable that says which secret holds the login.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretReference {
    pub variable: String,
    /// `None` where only its name tells, and its value is left unread.
    pub arn: Option<String>,
}

/// Everything that an environment says.
#[derive(Debug, Default)]
pub struct Environment {
    facts: Vec<Fact>,
    passwords: Vec<String>,
    secrets: Vec<SecretReference>,
}

impl Environment {
    pub fn read(variables: &BTreeMap<String, EnvValue>) -> Self {
        let readable = || variables.iter().filter_map(|(name, value)| Some((name.as_str(), value.readable()?.trim())));
        let mut facts = Vec::new();
        for (name, value) in readable() {
            facts.extend(values::facts(name, value));
        }
        let databases = databases(variables);
        for (name, value) in readable() {
            if !facts.iter().any(|fact| fact.variable == name) {
                facts.extend(names::facts(name, value, &databases));
            }
            if !facts.iter().any(|fact| fact.variable == name && fact.what == What::Host) {
                facts.extend(values::mentions(name, value));
            }
        }
        facts.retain(|fact| !fact.value.is_empty() && !fact.value.contains(mask::HIDDEN));
        let holds_password = |(name, value): &(&String, &EnvValue)| match value {
            EnvValue::Hidden => names::names_password(name, &databases),
            EnvValue::Masked(masked) => values::holds_password(name, masked),
            EnvValue::Shown(_) => false,
        };
        Self {
            facts,
            passwords: variables.iter().filter(holds_password).map(|(name, _)| name.clone()).collect(),
            secrets: variables.iter().filter_map(|(name, value)| secret_reference(name, value)).collect(),
        }
    }

    /// Names of variables with a database password in them.
    pub fn passwords(&self) -> impl Iterator<Item = &str> {
        self.passwords.iter().map(String::as_str)
    }

    /// Variables that name a secret.
    pub fn secrets(&self) -> &[SecretReference] {
        &self.secrets
    }

    /// Values that stand where a host belongs and are no host name.
    pub fn no_hosts(&self) -> impl Iterator<Item = &Fact> {
        self.about(What::NoHost)
    }

    pub fn hosts(&self) -> impl Iterator<Item = &Fact> {
        self.about(What::Host)
    }

    pub fn about(&self, what: What) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(move |fact| fact.what == what)
    }

    /// The options of these names, in lower case.
    pub fn options<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = &'a Fact> {
        self.facts.iter().filter(move |fact| matches!(&fact.what, What::Option(name) if names.contains(&name.as_str())))
    }

    /// What belongs to this host. Of single variables that is `DB_PORT` for `DB_HOST`, and also
    /// for `DB_PROXY_HOST` where there is no `DB_PROXY_PORT`; whatever there is, for the only host.
    pub fn beside<'a>(&'a self, host: &Fact, what: &What) -> Option<&'a Fact> {
        let all = || self.facts.iter().filter(|fact| fact.what == *what && fact.whole == host.whole);
        if host.whole {
            return all().find(|fact| fact.group == host.group);
        }
        let above = |fact: &&Fact| host.group.starts_with(&format!("{}_", fact.group));
        all()
            .find(|fact| fact.group == host.group)
            .or_else(|| all().filter(above).max_by_key(|fact| fact.group.len()))
            .or_else(|| all().next().filter(|_| self.hosts().count() == 1 && all().count() == 1))
    }
}

/// Groups whose plain names, `PROXY_USER` or `port`, are about a database: an RDS host is among
/// them, or those without a group are what a database connection takes.
fn databases(variables: &BTreeMap<String, EnvValue>) -> BTreeSet<String> {
    let split = || variables.iter().filter_map(|(name, value)| Some((names::split(name)?, value.readable())));
    let with_host = split().filter(|(_, value)| value.is_some_and(is_rds)).map(|((group, _), _)| group);
    let mut databases: BTreeSet<String> = with_host.collect();
    let bare: Vec<_> =
        split().filter(|((group, _), _)| group.is_empty()).map(|((_, field), value)| (field, value)).collect();
    let has = |wanted: Field| bare.iter().any(|(field, _)| *field == wanted);
    let port = bare.iter().find(|(field, _)| *field == Field::Port).map(|(_, value)| value.unwrap_or_default());
    let usual = port.is_some_and(|port| ["3306", "5432"].contains(&port));
    let login = has(Field::User) && has(Field::Password) && port.is_none();
    if has(Field::Host) && (has(Field::Database) || usual || login) {
        databases.insert(String::new());
    }
    databases
}

fn secret_reference(name: &str, value: &EnvValue) -> Option<SecretReference> {
    let arn = value.readable().filter(|value| is_secret_arn(value)).map(str::to_owned);
    (arn.is_some() || (*value == EnvValue::Hidden && names::names_secret(name)))
        .then(|| SecretReference { variable: name.to_owned(), arn })
}

fn is_secret_arn(text: &str) -> bool {
    text.starts_with("arn:") && text.contains(":secretsmanager:")
}

/// `orders.proxy-c8x.eu-west-1.rds.amazonaws.com`, and perhaps a port.
pub fn is_rds(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name).trim_end_matches('.').to_ascii_lowercase();
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c));
    plain && (name.ends_with(".rds.amazonaws.com") || name.ends_with(".rds.amazonaws.com.cn"))
}

/// Host and port of `db.example:3306`, `[::1]:5432`, `::1`, `db.example`.
fn host_and_port(text: &str) -> (&str, Option<&str>) {
    if let Some((host, rest)) = text.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
        return (host, rest.strip_prefix(':'));
    }
    match text.rsplit_once(':') {
        Some((host, port)) if !host.contains(':') => (host, Some(port)),
        _ => (text, None),
    }
}

#[cfg(test)]
mod tests;
