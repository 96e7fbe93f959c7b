//! The users of the practice databases: who may log in, and what statements about them do.
//!
//! It understands the statements of [`crate::export::DatabaseUser`] and no others.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::data_plane::Served;
use super::state::State;
use crate::domain::database::{Database, EngineFamily};
use crate::export::{DatabaseUser, ProxyLogsIn, Rights};

/// A user of a database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserRecord {
    /// Identifier of the database.
    pub database: String,
    pub name: String,
    /// It logs in with tokens; otherwise with a password.
    pub by_token: bool,
    /// Its privileges on the tables of its database.
    pub rights: Vec<String>,
}

/// What is to be done over a login, as the probe's event says it.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Errand {
    run: Vec<String>,
    ask: Vec<String>,
    password: Option<PasswordOf>,
}

#[derive(Debug, Clone, Deserialize)]
struct PasswordOf {
    secret: String,
    user: String,
}

impl Errand {
    /// The secret with a new user's password, and that user.
    pub fn password_secret(&self) -> Option<(&str, &str)> {
        self.password.as_ref().map(|password| (password.secret.as_str(), password.user.as_str()))
    }
}

/// What came of an errand, and the users that there are now.
pub struct Carried {
    pub ran: Vec<Value>,
    pub answers: Vec<Value>,
    pub users: Vec<UserRecord>,
}

/// Everybody whom the account knows of: the databases' own users, those in the secrets of proxies, and those
/// that functions log in as through them.
pub fn add(state: &mut State) {
    let mut users = Vec::new();
    let mut add = |database: &str, name: &str, by_token, rights: &[&str]| {
        let rights = rights.iter().map(|word| (*word).to_owned()).collect();
        let user = UserRecord { database: database.to_owned(), name: name.to_owned(), by_token, rights };
        if !users.iter().any(|known: &UserRecord| known.database == user.database && known.name == user.name) {
            users.push(user);
        }
    };
    for record in &state.databases {
        if let Some(master) = &record.database.master_username {
            add(&record.database.id, master, false, &[]);
        }
    }
    let usual = ["DELETE", "INSERT", "SELECT", "UPDATE"];
    for record in &state.proxies {
        let in_secrets = state
            .secrets
            .iter()
            .filter(|secret| record.proxy.auth.iter().any(|auth| auth.secret_arn == secret.secret.arn));
        let named: Vec<&String> = in_secrets.filter_map(|secret| secret.shape.username.as_ref()).collect();
        let host = record.proxy.endpoint.as_ref();
        let calling = state.functions.iter().filter(|function| function.environment.values().any(|v| Some(v) == host));
        let callers: Vec<&String> = calling.filter_map(|function| function.environment.get("DB_USER")).collect();
        let by_token = record.proxy.default_iam_auth;
        for target in &record.targets {
            named.iter().for_each(|name| add(&target.database, name, false, &usual));
            callers.iter().for_each(|name| add(&target.database, name, by_token, &usual));
        }
    }
    state.users = users;
}

/// Why this user may not log in, in the server's code and words; nothing where it may.
pub fn refusal(state: &State, database: &Database, user: &str, by_token: bool) -> Option<(&'static str, String)> {
    let known = state.users.iter().find(|known| known.database == database.id && known.name == user);
    let lets_in = known.is_some_and(|known| known.by_token == by_token) && (!by_token || database.iam_auth);
    if lets_in {
        return None;
    }
    Some(match database.engine.family() {
        Some(EngineFamily::Postgresql) => ("28P01", format!("password authentication failed for user \"{user}\"")),
        _ => ("1045", format!("Access denied for user '{user}'@'10.20.16.87' (using password: YES)")),
    })
}

/// Carries it out as this user.
pub fn carry_out(state: &State, served: Served<'_>, user: &str, errand: &Errand) -> Carried {
    let Served { database, read_only } = served;
    let family = database.engine.family().unwrap_or(EngineFamily::Mysql);
    let may = database.master_username.as_deref() == Some(user);
    let mut users = state.users.clone();
    let mut ran = Vec::new();
    for statement in &errand.run {
        let error = match may {
            _ if read_only => Some(only_read(family).to_owned()),
            true => run(&mut users, database, family, statement),
            false => Some(not_allowed(family).to_owned()),
        };
        ran.push(json!({ "error": error }));
        if error.is_some() {
            break;
        }
    }
    let answers = errand.ask.iter().map(|query| match family == EngineFamily::Mysql && !may {
        true => json!({ "error": format!("1142: SELECT command denied to user '{user}' for table 'user'") }),
        false => json!({ "value": answer(&users, database, family, query) }),
    });
    let answers = answers.collect();
    Carried { ran, answers, users }
}

/// What a reader says to a statement that writes.
const fn only_read(family: EngineFamily) -> &'static str {
    match family {
        EngineFamily::Postgresql => "25006: cannot execute CREATE ROLE in a read-only transaction",
        EngineFamily::Mysql | EngineFamily::Sqlserver => {
            "1290: The MySQL server is running with the --read-only option so it cannot execute this statement"
        }
    }
}

const fn not_allowed(family: EngineFamily) -> &'static str {
    match family {
        EngineFamily::Postgresql => "42501: permission denied to create role",
        EngineFamily::Mysql | EngineFamily::Sqlserver => {
            "1227: Access denied; you need (at least one of) the CREATE USER privilege(s) for this operation"
        }
    }
}

/// The value that the query asks for: it is one of the questions about a user that is there, or finds nothing.
fn answer(users: &[UserRecord], database: &Database, family: EngineFamily, query: &str) -> Option<String> {
    for known in users.iter().filter(|known| known.database == database.id) {
        let user = DatabaseUser {
            family,
            user: &known.name,
            database: database.database_name.as_deref(),
            login: ProxyLogsIn::WithPassword,
            rights: Rights::default(),
        };
        let questions = user.questions().unwrap_or_default();
        match questions.iter().position(|question| question == query) {
            Some(0) => return Some(login_word(family, known.by_token).to_owned()),
            Some(_) => return Some(known.rights.join(",")),
            None => {}
        }
    }
    query.starts_with("SELECT COALESCE").then(String::new)
}

const fn login_word(family: EngineFamily, by_token: bool) -> &'static str {
    match (family, by_token) {
        (EngineFamily::Mysql, true) => "AWSAuthenticationPlugin",
        (EngineFamily::Mysql, false) => "caching_sha2_password",
        (_, true) => "token",
        (_, false) => "password",
    }
}

/// Runs one statement; what the server says against it.
fn run(users: &mut Vec<UserRecord>, database: &Database, family: EngineFamily, statement: &str) -> Option<String> {
    let at = |users: &[UserRecord], name: &str| {
        users.iter().position(|known| known.database == database.id && known.name == name)
    };
    let missing = |name: &str| match family {
        EngineFamily::Postgresql => format!("42704: role \"{name}\" does not exist"),
        _ => format!("1396: Operation DROP USER failed for '{name}'@'%'"),
    };
    let made = ["CREATE USER ", "CREATE ROLE "].iter().find_map(|head| statement.strip_prefix(head));
    if let Some(name) = made.and_then(|rest| first_quoted(rest, family)) {
        if at(users, &name).is_some() {
            return Some(match family {
                EngineFamily::Postgresql => format!("42710: role \"{name}\" already exists"),
                _ => format!("1396: Operation CREATE USER failed for '{name}'@'%'"),
            });
        }
        let by_token = statement.contains("AWSAuthenticationPlugin");
        users.push(UserRecord { database: database.id.clone(), name, by_token, rights: Vec::new() });
        return None;
    }
    let gone = ["DROP USER ", "DROP ROLE "].iter().find_map(|head| statement.strip_prefix(head));
    if let Some(name) = gone.and_then(|rest| first_quoted(rest, family)) {
        let Some(place) = at(users, &name) else { return Some(missing(&name)) };
        users.remove(place);
        return None;
    }
    let (what, to) = statement.strip_prefix("GRANT ").and_then(|rest| rest.rsplit_once(" TO "))?;
    let name = first_quoted(to, family)?;
    let Some(user) = at(users, &name).and_then(|place| users.get_mut(place)) else { return Some(missing(&name)) };
    if what == "rds_iam" {
        user.by_token = true;
    }
    let on_tables = family == EngineFamily::Mysql || what.contains("ALL TABLES");
    if let Some((rights, _)) = what.split_once(" ON ").filter(|_| on_tables) {
        user.rights.extend(rights.split(", ").map(str::to_owned));
        user.rights.sort();
        user.rights.dedup();
    }
    None
}

/// The name in quotes that the text begins with.
fn first_quoted(text: &str, family: EngineFamily) -> Option<String> {
    let quote = text.chars().next().filter(|first| matches!(first, '\'' | '"'))?;
    let mut name = String::new();
    let mut rest = text.chars().skip(1).peekable();
    while let Some(c) = rest.next() {
        if c == quote {
            if rest.peek() != Some(&quote) {
                return Some(name);
            }
            rest.next();
        } else if c == '\\' && family == EngineFamily::Mysql {
            rest.next();
        }
        name.push(c);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_name_is_read_back() {
        for (text, family, name) in [
            ("'app'@'%' IDENTIFIED", EngineFamily::Mysql, Some("app")),
            (r"'o''h\\x'@'%'", EngineFamily::Mysql, Some(r"o'h\x")),
            ("\"a\"\"b\" LOGIN", EngineFamily::Postgresql, Some("a\"b")),
            (r#""a\b";"#, EngineFamily::Postgresql, Some(r"a\b")),
            ("app", EngineFamily::Mysql, None),
            ("'app", EngineFamily::Mysql, None),
        ] {
            assert_eq!(first_quoted(text, family).as_deref(), name, "{text}");
        }
    }
}
