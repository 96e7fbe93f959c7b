//! What a function's environment says about connecting, and which variable says it. Total: any
//! text gives facts or none. What follows from the facts is for the rules.

mod names;
mod values;

pub use names::names_password;
pub use values::holds_password;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::function::EnvValue;
use crate::domain::mask;

/// What a fact is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Host,
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
    pub fn words(&self, function: &str) -> String {
        let label = match &self.what {
            _ if !self.whole => String::new(),
            What::Host => "host ".to_owned(),
            What::Port => "port ".to_owned(),
            What::User => "user ".to_owned(),
            What::Database => "database ".to_owned(),
            What::Region => "region ".to_owned(),
            What::Option(name) => format!("{name}="),
        };
        format!("{} of {function}: {label}{}", self.variable, self.value)
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

/// Everything that an environment says.
#[derive(Debug, Default)]
pub struct Environment {
    facts: Vec<Fact>,
}

impl Environment {
    pub fn read(variables: &BTreeMap<String, EnvValue>) -> Self {
        let readable = || variables.iter().filter_map(|(name, value)| Some((name.as_str(), value.readable()?.trim())));
        let mut facts = Vec::new();
        for (name, value) in readable() {
            facts.extend(values::facts(name, value));
        }
        // `PROXY_USER` is a database user beside `PROXY_HOST`, if that names an RDS host.
        let databases: BTreeSet<String> = readable()
            .filter(|(_, value)| is_rds(value))
            .filter_map(|(name, _)| names::split(name).map(|(group, _)| group))
            .collect();
        for (name, value) in readable() {
            if !facts.iter().any(|fact| fact.variable == name) {
                facts.extend(names::facts(name, value, &databases));
            }
        }
        facts.retain(|fact| !fact.value.is_empty() && !fact.value.contains(mask::HIDDEN));
        Self { facts }
    }

    pub fn hosts(&self) -> impl Iterator<Item = &Fact> {
        self.of(What::Host)
    }

    pub fn of(&self, what: What) -> impl Iterator<Item = &Fact> {
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
