//! What a database user may do. Only words that the engine knows come into a statement.

use crate::domain::database::EngineFamily;
use crate::text::t;

const READ: &[&str] = &["SELECT"];
const READ_WRITE: &[&str] = &["SELECT", "INSERT", "UPDATE", "DELETE"];

/// Privileges on all tables of a database.
/// <https://dev.mysql.com/doc/refman/8.4/en/privileges-provided.html>
const MYSQL: &[&str] = &[
    "SELECT",
    "INSERT",
    "UPDATE",
    "DELETE",
    "CREATE",
    "ALTER",
    "DROP",
    "INDEX",
    "REFERENCES",
    "TRIGGER",
    "EXECUTE",
    "CREATE VIEW",
    "SHOW VIEW",
    "CREATE ROUTINE",
    "ALTER ROUTINE",
    "CREATE TEMPORARY TABLES",
    "LOCK TABLES",
    "EVENT",
];

/// Privileges on tables. <https://www.postgresql.org/docs/current/ddl-priv.html>
const POSTGRESQL: &[&str] = &["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"];

/// Permissions on a database.
/// <https://learn.microsoft.com/sql/t-sql/statements/grant-database-permissions-transact-sql>
const SQL_SERVER: &[&str] = &["SELECT", "INSERT", "UPDATE", "DELETE", "EXECUTE", "REFERENCES"];

/// What a user may do with the tables of its database.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Rights {
    Read,
    #[default]
    ReadWrite,
    /// Words of the engine, each once.
    Own(Vec<&'static str>),
}

/// Not rights that can be granted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RightsError {
    /// A list with nothing in it.
    #[error("{}", t!("sql-rights-empty", known = .0.join(", ")))]
    Empty(&'static [&'static str]),
    /// A word that this engine does not grant on tables.
    #[error("{}", t!("sql-rights-word", word = .0.as_str(), known = .1.join(", ")))]
    Word(String, &'static [&'static str]),
}

impl Rights {
    /// `read`, `read-write`, or privileges of this engine with commas between them.
    ///
    /// # Errors
    /// Where a word is none of the engine's privileges.
    pub fn parse(text: &str, family: EngineFamily) -> Result<Self, RightsError> {
        match text.trim() {
            "read" => return Ok(Self::Read),
            "read-write" => return Ok(Self::ReadWrite),
            _ => {}
        }
        let known = match family {
            EngineFamily::Mysql => MYSQL,
            EngineFamily::Postgresql => POSTGRESQL,
            EngineFamily::Sqlserver => SQL_SERVER,
        };
        let mut words: Vec<&'static str> = Vec::new();
        for word in text.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            let plain = word.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_uppercase();
            let unknown = || RightsError::Word(word.to_owned(), known);
            let word = *known.iter().find(|known| **known == plain).ok_or_else(unknown)?;
            if !words.contains(&word) {
                words.push(word);
            }
        }
        if words.is_empty() { Err(RightsError::Empty(known)) } else { Ok(Self::Own(words)) }
    }

    /// As privileges of the engine.
    pub fn privileges(&self) -> &[&'static str] {
        match self {
            Self::Read => READ,
            Self::ReadWrite => READ_WRITE,
            Self::Own(words) => words,
        }
    }

    /// Rows can be added, for which PostgreSQL draws numbers from sequences.
    pub(super) fn inserts(&self) -> bool {
        self.privileges().contains(&"INSERT")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_of_the_engine_are_rights() {
        use EngineFamily::{Mysql, Postgresql, Sqlserver};
        let own = |words: &[&'static str]| Ok(Rights::Own(words.to_vec()));
        for (text, family, wanted) in [
            ("read", Mysql, Ok(Rights::Read)),
            (" read-write ", Postgresql, Ok(Rights::ReadWrite)),
            ("select, Insert", Mysql, own(&["SELECT", "INSERT"])),
            ("create  temporary\ttables,SELECT,select", Mysql, own(&["CREATE TEMPORARY TABLES", "SELECT"])),
            ("TRUNCATE", Postgresql, own(&["TRUNCATE"])),
            ("TRUNCATE", Mysql, Err(RightsError::Word("TRUNCATE".into(), MYSQL))),
            ("EXECUTE", Sqlserver, own(&["EXECUTE"])),
            ("ALL PRIVILEGES", Mysql, Err(RightsError::Word("ALL PRIVILEGES".into(), MYSQL))),
            ("SELECT ON *.*", Mysql, Err(RightsError::Word("SELECT ON *.*".into(), MYSQL))),
            (" , ", Postgresql, Err(RightsError::Empty(POSTGRESQL))),
        ] {
            assert_eq!(Rights::parse(text, family), wanted, "{text}");
        }
    }
}
