//! The SQL that makes the database user of a proxy's function. It runs in the database itself: no AWS call can
//! do it, and which form is right depends on how the proxy logs in.
//!
//! <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html>

use secrecy::{ExposeSecret, SecretString};

use crate::domain::database::EngineFamily;
use crate::domain::outside::one_line;
use crate::text::t;

/// What stands where the password belongs: no file, screen or log of ours holds one.
pub const PASSWORD: &str = "PASSWORD-OF-THE-SECRET";

/// How the proxy logs in to the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProxyLogsIn {
    /// With the password of a secret, whatever clients come with.
    WithPassword,
    /// With a token of its own (end-to-end IAM).
    WithToken,
}

/// Whose statements they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseUser<'a> {
    /// The engine's family.
    pub family: EngineFamily,
    /// The user's name, as it is.
    pub user: &'a str,
    /// The database it works in, where one is known.
    pub database: Option<&'a str>,
    /// Which login it must take.
    pub login: ProxyLogsIn,
}

/// Statements in their order, and what to know of them.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Sql {
    /// Each ends in a semicolon.
    pub statements: Vec<String>,
    /// Whole sentences.
    pub notes: Vec<String>,
    /// [`PASSWORD`] stands in them and is to be replaced.
    pub needs_password: bool,
}

impl Sql {
    /// For a client of the database: notes as comments, then the statements.
    pub fn text(&self) -> String {
        // A name in a note may not end the comment.
        let notes = self.notes.iter().map(|note| format!("-- {}\n", one_line(note)));
        let statements = self.statements.iter().map(|statement| format!("{statement}\n"));
        notes.chain(statements).collect()
    }
}

/// How a user that is there logs in.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "login", content = "plugin")]
pub enum UserState {
    Absent,
    WithPassword,
    WithToken,
    /// MySQL: another plugin.
    Other(String),
}

impl UserState {
    /// In words.
    pub fn words(&self) -> String {
        match self {
            Self::Absent => t!("sql-state-absent").to_owned(),
            Self::WithPassword => t!("sql-state-password").to_owned(),
            Self::WithToken => t!("sql-state-token").to_owned(),
            Self::Other(plugin) => t!("sql-state-other", plugin = plugin.as_str()),
        }
    }
}

impl DatabaseUser<'_> {
    /// Asks how the user logs in: one row with one value, or none. `None` for SQL Server.
    pub fn state_query(&self) -> Option<String> {
        match self.family {
            EngineFamily::Mysql => {
                Some(format!("SELECT plugin FROM mysql.user WHERE user = {} AND host = '%'", self.text(self.user)))
            }
            EngineFamily::Postgresql => Some(format!(
                "SELECT CASE WHEN EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid \
                 WHERE m.member = r.oid AND g.rolname = 'rds_iam') THEN 'token' ELSE 'password' END \
                 FROM pg_roles r WHERE r.rolname = {} AND r.rolcanlogin",
                self.text(self.user)
            )),
            EngineFamily::Sqlserver => None,
        }
    }

    /// What the answer to [`Self::state_query`] says.
    pub fn state(answer: Option<&str>) -> UserState {
        match answer {
            None => UserState::Absent,
            Some("token" | "AWSAuthenticationPlugin") => UserState::WithToken,
            Some("password" | "mysql_native_password" | "caching_sha2_password" | "sha256_password") => {
                UserState::WithPassword
            }
            Some(plugin) => UserState::Other(plugin.to_owned()),
        }
    }

    /// The statements to run where the user is in this state: one that is there keeps its login, and only
    /// its rights are granted.
    pub fn to_run(&self, before: &UserState) -> Vec<String> {
        let mut statements = self.sql().statements;
        if *before != UserState::Absent {
            statements.retain(|statement| !statement.starts_with("CREATE "));
        }
        statements
    }

    /// The statement with the password in its place.
    pub fn with_password(&self, statement: &str, password: &SecretString) -> SecretString {
        SecretString::from(statement.replace(&self.text(PASSWORD), &self.text(password.expose_secret())))
    }

    /// The statements.
    pub fn sql(&self) -> Sql {
        let (mut statements, login_note) = match (self.family, self.login) {
            (EngineFamily::Mysql, ProxyLogsIn::WithPassword) => {
                (vec![self.mysql_user(&format!("IDENTIFIED BY {}", self.text(PASSWORD)))], t!("sql-mysql-password"))
            }
            (EngineFamily::Mysql, ProxyLogsIn::WithToken) => {
                (vec![self.mysql_user("IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'")], t!("sql-mysql-token"))
            }
            (EngineFamily::Postgresql, ProxyLogsIn::WithPassword) => (
                vec![format!("CREATE ROLE {} LOGIN PASSWORD {};", self.name(), self.text(PASSWORD))],
                t!("sql-pg-password"),
            ),
            (EngineFamily::Postgresql, ProxyLogsIn::WithToken) => {
                let create = format!("CREATE ROLE {} LOGIN;", self.name());
                (vec![create, format!("GRANT rds_iam TO {};", self.name())], t!("sql-pg-token"))
            }
            (EngineFamily::Sqlserver, _) => {
                let create = format!("CREATE LOGIN {} WITH PASSWORD = {};", self.name(), self.text(PASSWORD));
                (vec![create], t!("sql-sqlserver-password"))
            }
        };
        statements.extend(self.grants());
        let mut notes = vec![login_note.to_owned(), t!("sql-rights").to_owned()];
        if self.database.is_none() {
            notes.push(t!("sql-no-database").to_owned());
        }
        let needs_password = statements.iter().any(|statement| statement.contains(PASSWORD));
        Sql { statements, notes, needs_password }
    }

    /// A text constant. A backslash escapes in MySQL only.
    fn text(&self, value: &str) -> String {
        let value = match self.family {
            EngineFamily::Mysql => value.replace('\\', "\\\\"),
            EngineFamily::Postgresql | EngineFamily::Sqlserver => value.to_owned(),
        };
        format!("'{}'", value.replace('\'', "''"))
    }

    fn mysql_user(&self, how: &str) -> String {
        format!("CREATE USER {}@'%' {how};", self.text(self.user))
    }

    /// The user's name as an identifier of PostgreSQL and SQL Server.
    fn name(&self) -> String {
        match self.family {
            EngineFamily::Sqlserver => format!("[{}]", self.user.replace(']', "]]")),
            _ => quoted(self.user),
        }
    }

    fn grants(&self) -> Vec<String> {
        let Some(database) = self.database else { return Vec::new() };
        let name = self.name();
        match self.family {
            EngineFamily::Mysql => {
                // In a pattern of names an underscore stands for any character.
                let database = database.replace('`', "``").replace('_', "\\_").replace('%', "\\%");
                vec![format!("GRANT SELECT, INSERT, UPDATE, DELETE ON `{database}`.* TO {}@'%';", self.text(self.user))]
            }
            EngineFamily::Postgresql => vec![
                format!("GRANT CONNECT ON DATABASE {} TO {name};", quoted(database)),
                format!("GRANT USAGE ON SCHEMA public TO {name};"),
                format!("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name};"),
                format!("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name};"),
            ],
            EngineFamily::Sqlserver => vec![
                format!("USE [{}];", database.replace(']', "]]")),
                format!("CREATE USER {name} FOR LOGIN {name};"),
                format!("ALTER ROLE db_datareader ADD MEMBER {name};"),
                format!("ALTER ROLE db_datawriter ADD MEMBER {name};"),
            ],
        }
    }
}

/// An identifier in double quotes.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(family: EngineFamily, login: ProxyLogsIn) -> String {
        DatabaseUser { family, user: "o'hara", database: Some("my_db"), login }.sql().statements.join("\n")
    }

    #[test]
    fn iam_stands_where_the_proxy_sends_tokens_and_nowhere_else() {
        for family in [EngineFamily::Mysql, EngineFamily::Postgresql] {
            let by_password = user(family, ProxyLogsIn::WithPassword);
            assert!(by_password.contains(PASSWORD) && !by_password.contains("rds_iam"), "{by_password}");
            assert!(!by_password.contains("AWSAuthenticationPlugin"), "{by_password}");
            let by_token = user(family, ProxyLogsIn::WithToken);
            assert!(!by_token.contains(PASSWORD), "{by_token}");
            assert!(by_token.contains("rds_iam") || by_token.contains("AWSAuthenticationPlugin"), "{by_token}");
        }
    }

    #[test]
    fn a_password_stays_one_text() {
        for (family, wanted) in [(EngineFamily::Mysql, r"'it''s\\'"), (EngineFamily::Postgresql, r"'it''s\'")] {
            let user = DatabaseUser { family, user: "app", database: None, login: ProxyLogsIn::WithPassword };
            let create = user.sql().statements.remove(0);
            let statement = user.with_password(&create, &SecretString::from(r"it's\"));
            assert!(statement.expose_secret().contains(wanted), "{}", statement.expose_secret());
            assert!(!statement.expose_secret().contains(PASSWORD));
        }
    }

    #[test]
    fn a_user_that_is_there_keeps_its_login() {
        let user = DatabaseUser {
            family: EngineFamily::Mysql,
            user: "app",
            database: Some("orders"),
            login: ProxyLogsIn::WithPassword,
        };
        assert_eq!(user.to_run(&UserState::Absent).len(), 2);
        let there = user.to_run(&DatabaseUser::state(Some("mysql_native_password")));
        assert_eq!(there.len(), 1);
        assert!(there.iter().all(|statement| statement.starts_with("GRANT")), "{there:?}");
    }

    #[test]
    fn names_stay_names() {
        let mysql = user(EngineFamily::Mysql, ProxyLogsIn::WithToken);
        assert!(mysql.contains("'o''hara'@'%'") && mysql.contains(r"`my\_db`.*"), "{mysql}");
        let postgresql = user(EngineFamily::Postgresql, ProxyLogsIn::WithToken);
        assert!(postgresql.contains("\"o'hara\"") && postgresql.contains("DATABASE \"my_db\""), "{postgresql}");
        let hostile = DatabaseUser {
            family: EngineFamily::Postgresql,
            user: "a\"; DROP TABLE x; --",
            database: None,
            login: ProxyLogsIn::WithToken,
        };
        assert!(hostile.sql().text().contains("\"a\"\"; DROP TABLE x; --\""));
    }
}
