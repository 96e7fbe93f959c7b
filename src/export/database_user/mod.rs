//! The SQL that makes the database user of a proxy's function. It runs in the database itself: no AWS call can
//! do it, and which form is right depends on how the proxy logs in.
//!
//! <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.DBAccounts.html>

mod file;
mod rights;
mod state;

pub(super) use file::TARGET;
pub use file::{is_there_already, sql_of_setup};
pub use rights::{Rights, RightsError};
pub use state::{KnownUser, UserState};

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
    /// What it may do there.
    pub rights: Rights,
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

impl DatabaseUser<'_> {
    /// The statements to run where the user is in this state: one that is there keeps its login, and only
    /// its rights are granted.
    pub fn to_run(&self, before: &UserState) -> Vec<String> {
        match before {
            UserState::Absent => self.login_statements().into_iter().chain(self.grants()).collect(),
            UserState::WithPassword | UserState::WithToken | UserState::Other(_) => self.grants(),
        }
    }

    /// The statements that take the user away again. What it owns is not dropped with it: then the last of
    /// them fails. Empty for SQL Server, which is not spoken here.
    pub fn to_drop(&self) -> Vec<String> {
        let name = self.name();
        match self.family {
            EngineFamily::Mysql => vec![format!("DROP USER {}@'%';", self.text(self.user))],
            EngineFamily::Postgresql => {
                let from = |what: &str| format!("REVOKE ALL ON {what} FROM {name};");
                let mut statements = vec![
                    format!("ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM {name};"),
                    format!("ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON SEQUENCES FROM {name};"),
                    from("ALL TABLES IN SCHEMA public"),
                    from("ALL SEQUENCES IN SCHEMA public"),
                    from("SCHEMA public"),
                ];
                statements.extend(self.database.map(|database| from(&format!("DATABASE {}", quoted(database)))));
                statements.push(format!("DROP ROLE {name};"));
                statements
            }
            EngineFamily::Sqlserver => Vec::new(),
        }
    }

    /// The statements, and what to know of them.
    pub fn sql(&self) -> Sql {
        let login_note = match (self.family, self.login) {
            (EngineFamily::Mysql, ProxyLogsIn::WithPassword) => t!("sql-mysql-password"),
            (EngineFamily::Mysql, ProxyLogsIn::WithToken) => t!("sql-mysql-token"),
            (EngineFamily::Postgresql, ProxyLogsIn::WithPassword) => t!("sql-pg-password"),
            (EngineFamily::Postgresql, ProxyLogsIn::WithToken) => t!("sql-pg-token"),
            (EngineFamily::Sqlserver, _) => t!("sql-sqlserver-password"),
        };
        let rights_note = match self.rights {
            Rights::Read => t!("sql-rights-read"),
            Rights::ReadWrite => t!("sql-rights"),
            Rights::Own(_) => t!("sql-rights-own"),
        };
        let mut notes = vec![login_note.to_owned(), rights_note.to_owned()];
        match self.database {
            None => notes.push(t!("sql-no-database").to_owned()),
            Some(_) if self.family == EngineFamily::Postgresql => notes.push(t!("sql-pg-later").to_owned()),
            Some(_) => {}
        }
        let statements: Vec<String> = self.login_statements().into_iter().chain(self.grants()).collect();
        let needs_password = statements.iter().any(|statement| statement.contains(PASSWORD));
        Sql { statements, notes, needs_password }
    }

    /// What makes the user, with its login.
    fn login_statements(&self) -> Vec<String> {
        let (name, password) = (self.name(), self.text(PASSWORD));
        match (self.family, self.login) {
            (EngineFamily::Mysql, ProxyLogsIn::WithPassword) => {
                vec![self.mysql_user(&format!("IDENTIFIED BY {password}"))]
            }
            (EngineFamily::Mysql, ProxyLogsIn::WithToken) => {
                vec![self.mysql_user("IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS'")]
            }
            (EngineFamily::Postgresql, ProxyLogsIn::WithPassword) => {
                vec![format!("CREATE ROLE {name} LOGIN PASSWORD {password};")]
            }
            (EngineFamily::Postgresql, ProxyLogsIn::WithToken) => {
                vec![format!("CREATE ROLE {name} LOGIN;"), format!("GRANT rds_iam TO {name};")]
            }
            (EngineFamily::Sqlserver, _) => vec![format!("CREATE LOGIN {name} WITH PASSWORD = {password};")],
        }
    }

    fn text(&self, value: &str) -> String {
        text(self.family, value)
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
        let (name, rights) = (self.name(), self.rights.privileges().join(", "));
        match self.family {
            EngineFamily::Mysql => {
                let database = pattern(database).replace('`', "``");
                vec![format!("GRANT {rights} ON `{database}`.* TO {}@'%';", self.text(self.user))]
            }
            EngineFamily::Postgresql => {
                let on = |rights: &str, what: &str| format!("GRANT {rights} ON {what} TO {name};");
                let later = |rights: &str, what: &str| {
                    format!("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {rights} ON {what} TO {name};")
                };
                let mut statements = vec![
                    on("CONNECT", &format!("DATABASE {}", quoted(database))),
                    on("USAGE", "SCHEMA public"),
                    on(&rights, "ALL TABLES IN SCHEMA public"),
                    later(&rights, "TABLES"),
                ];
                if self.rights.inserts() {
                    statements.push(on("USAGE, SELECT", "ALL SEQUENCES IN SCHEMA public"));
                    statements.push(later("USAGE, SELECT", "SEQUENCES"));
                }
                statements
            }
            EngineFamily::Sqlserver => {
                let mut statements = vec![
                    format!("USE [{}];", database.replace(']', "]]")),
                    format!("CREATE USER {name} FOR LOGIN {name};"),
                ];
                match self.rights {
                    Rights::Own(_) => statements.push(format!("GRANT {rights} TO {name};")),
                    Rights::Read | Rights::ReadWrite => {
                        statements.push(format!("ALTER ROLE db_datareader ADD MEMBER {name};"));
                    }
                }
                if self.rights == Rights::ReadWrite {
                    statements.push(format!("ALTER ROLE db_datawriter ADD MEMBER {name};"));
                }
                statements
            }
        }
    }
}

/// The statement with the password in its place.
pub fn with_password(family: EngineFamily, statement: &str, password: &SecretString) -> SecretString {
    SecretString::from(statement.replace(&text(family, PASSWORD), &text(family, password.expose_secret())))
}

/// A text constant. A backslash escapes in MySQL only.
fn text(family: EngineFamily, value: &str) -> String {
    let value = match family {
        EngineFamily::Mysql => value.replace('\\', "\\\\"),
        EngineFamily::Postgresql | EngineFamily::Sqlserver => value.to_owned(),
    };
    format!("'{}'", value.replace('\'', "''"))
}

/// A database's name where MySQL reads a pattern of names: there an underscore stands for any character.
fn pattern(database: &str) -> String {
    database.replace('_', "\\_").replace('%', "\\%")
}

/// An identifier in double quotes.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests;
