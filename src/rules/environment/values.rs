//! Values that say it all: URLs, JDBC, libpq, ADO and Go strings, JSON objects.

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::domain::mask;

use super::{Fact, What, host_and_port, is_rds};

/// What the value of this variable says, none where it is plain.
pub fn facts(variable: &str, value: &str) -> Vec<Fact> {
    let mut out = Out { facts: Vec::new(), variable, group: variable.to_owned() };
    if value.starts_with(['{', '[']) {
        if let Ok(value) = serde_json::from_str(value) {
            out.json(&value);
        }
    } else if let Some((scheme, rest)) = mask::url(value) {
        out.url(scheme, rest);
    } else if let Some((login, rest)) = mask::go_name(value) {
        out.go(login, rest);
    } else if let Some(pairs) = mask::pairs(value) {
        out.pairs(&pairs);
    }
    // Without a host it is about something else.
    if out.facts.iter().any(|fact| fact.what == What::Host) { out.facts } else { Vec::new() }
}

/// Whether a masked value is a connection with its password.
pub fn holds_password(variable: &str, masked: &str) -> bool {
    const PLACES: [&str; 5] = [":***@", "password=***", "passwd=***", "pwd=***", "password\":\"***"];
    let lower = masked.to_ascii_lowercase();
    !facts(variable, masked).is_empty() && PLACES.iter().any(|place| lower.contains(place))
}

/// RDS hosts anywhere in a value of a form that is not known.
pub fn mentions(variable: &str, value: &str) -> Vec<Fact> {
    let mut out = Out { facts: Vec::new(), variable, group: variable.to_owned() };
    for host in value.split(|c: char| !(c.is_ascii_alphanumeric() || ".-".contains(c))).filter(|text| is_rds(text)) {
        out.add(What::Host, host);
    }
    out.facts
}

struct Out<'a> {
    facts: Vec<Fact>,
    variable: &'a str,
    group: String,
}

impl Out<'_> {
    fn add(&mut self, what: What, value: &str) {
        self.facts.push(Fact {
            what,
            value: value.to_owned(),
            variable: self.variable.to_owned(),
            whole: true,
            group: self.group.clone(),
        });
    }

    fn host(&mut self, text: &str) {
        let (host, port) = host_and_port(text.trim());
        // `tcp:db.example,1433` of ADO.
        let host = host.strip_prefix("tcp:").unwrap_or(host);
        if !host.is_empty() && !host.starts_with('/') {
            self.add(What::Host, host);
        }
        if let Some(port) = port.filter(|port| port.parse::<u16>().is_ok()) {
            self.add(What::Port, port);
        }
    }

    fn url(&mut self, scheme: &str, rest: &str) {
        let (authority, tail) = rest.split_at(rest.find(['/', '?', '#', ';']).unwrap_or(rest.len()));
        let (login, hosts) = authority.rsplit_once('@').unwrap_or(("", authority));
        if !mask::is_database_scheme(scheme) && !hosts.split(',').any(is_rds) {
            return;
        }
        for host in hosts.split(',') {
            self.host(host);
        }
        self.login(login);
        self.tail(tail);
    }

    fn go(&mut self, login: &str, rest: &str) {
        self.login(login);
        let Some((host, tail)) = rest.split_once('(').and_then(|(_, inner)| inner.split_once(')')) else { return };
        self.host(host);
        self.tail(tail);
    }

    fn login(&mut self, login: &str) {
        let user = login.split_once(':').map_or(login, |(user, _)| user);
        self.add(What::User, &decoded(user));
    }

    /// `/orders?sslmode=require&user=app`, `;databaseName=orders;encrypt=true`.
    fn tail(&mut self, tail: &str) {
        let mut pieces = tail.split(['?', '&', ';', '#']);
        let path = pieces.next().unwrap_or_default().trim_start_matches('/');
        self.add(What::Database, &decoded(path.split('/').next().unwrap_or_default()));
        for (name, value) in pieces.filter_map(|piece| piece.split_once('=')) {
            self.pair(name, &decoded(value));
        }
    }

    fn pairs(&mut self, pairs: &[(&str, &str)]) {
        for (name, value) in pairs {
            self.pair(name, value);
        }
    }

    fn pair(&mut self, name: &str, value: &str) {
        let name: String = name.to_ascii_lowercase().chars().filter(|c| !" _-".contains(*c)).collect();
        match name.as_str() {
            "host" | "hostaddr" | "hostname" | "server" | "servername" | "datasource" | "endpoint"
            | "proxyendpoint" | "address" => value.split(',').for_each(|host| {
                // ADO puts the port behind a comma.
                match host.trim().parse::<u16>() {
                    Ok(_) => self.add(What::Port, host.trim()),
                    Err(_) => self.host(host),
                }
            }),
            "port" | "portnumber" => self.add(What::Port, value),
            "user" | "username" | "uid" | "userid" => self.add(What::User, value),
            "dbname" | "database" | "databasename" | "initialcatalog" => self.add(What::Database, value),
            "region" | "awsregion" => self.add(What::Region, value),
            _ => self.add(What::Option(name), value),
        }
    }

    fn json(&mut self, value: &Value) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.group = format!("{}[{index}]", self.variable);
                    self.json(item);
                }
            }
            Value::Object(fields) => {
                for (name, value) in fields {
                    match value {
                        Value::String(text) => self.pair(name, text),
                        Value::Number(number) => self.pair(name, &number.to_string()),
                        Value::Bool(switch) => self.pair(name, if *switch { "true" } else { "false" }),
                        // `"ssl": { "rejectUnauthorized": false }`.
                        Value::Object(_) => self.json(value),
                        Value::Array(_) | Value::Null => {}
                    }
                }
            }
            _ => {}
        }
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
