//! Whether a user is there, how it logs in and what it may do: what is asked, and what the answers say.

use serde::Serialize;

use super::{DatabaseUser, ProxyLogsIn};
use crate::domain::database::EngineFamily;
use crate::text::t;

/// How a user that is there logs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "login", content = "plugin")]
pub enum UserState {
    Absent,
    WithPassword,
    WithToken,
    /// MySQL: another plugin.
    Other(String),
}

/// What a login has told of a user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KnownUser {
    #[serde(flatten)]
    pub state: UserState,
    /// Its own privileges in the database; nothing where they were not read.
    pub rights: Option<Vec<String>>,
}

impl UserState {
    /// In words.
    pub fn description(&self) -> String {
        match self {
            Self::Absent => t!("sql-state-absent").to_owned(),
            Self::WithPassword => t!("sql-state-password").to_owned(),
            Self::WithToken => t!("sql-state-token").to_owned(),
            Self::Other(plugin) => t!("sql-state-other", plugin = plugin.as_str()),
        }
    }

    /// A proxy that logs in like this is turned away by the user that is there.
    pub fn refuses(&self, login: ProxyLogsIn) -> bool {
        match self {
            Self::WithPassword => login == ProxyLogsIn::WithToken,
            Self::WithToken => login == ProxyLogsIn::WithPassword,
            Self::Absent | Self::Other(_) => false,
        }
    }
}

impl KnownUser {
    /// What the answers to [`DatabaseUser::questions`] say; the second may be missing.
    pub fn read(state: Option<&str>, rights: Option<&str>) -> Self {
        let state = match state {
            None => UserState::Absent,
            Some("token" | "AWSAuthenticationPlugin") => UserState::WithToken,
            Some("password" | "mysql_native_password" | "caching_sha2_password" | "sha256_password") => {
                UserState::WithPassword
            }
            Some(plugin) => UserState::Other(plugin.to_owned()),
        };
        let words = |text: &str| text.split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Self { state, rights: rights.map(words) }
    }

    /// In words: how it logs in, and what it may do where that was read.
    pub fn description(&self) -> String {
        let state = self.state.description();
        match &self.rights {
            Some(rights) if self.state != UserState::Absent && rights.is_empty() => {
                t!("sql-state-no-rights", state = state)
            }
            Some(rights) if self.state != UserState::Absent => {
                t!("sql-state-rights", state = state, rights = rights.join(", "))
            }
            _ => state,
        }
    }
}

impl DatabaseUser<'_> {
    /// What is asked: how the user logs in, one row with one value or none; and, where its database is known,
    /// its own privileges there, one row. `None` for SQL Server, which is not spoken here.
    pub fn questions(&self) -> Option<Vec<String>> {
        let user = self.text(self.user);
        let state = match self.family {
            EngineFamily::Mysql => format!("SELECT plugin FROM mysql.user WHERE user = {user} AND host = '%'"),
            EngineFamily::Postgresql => format!(
                "SELECT CASE WHEN EXISTS (SELECT FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid \
                 WHERE m.member = r.oid AND g.rolname = 'rds_iam') THEN 'token' ELSE 'password' END \
                 FROM pg_roles r WHERE r.rolname = {user} AND r.rolcanlogin"
            ),
            EngineFamily::Sqlserver => return None,
        };
        let rights = self.database.map(|database| match self.family {
            // The grantee is written 'user'@'%', and the database as in the grant.
            EngineFamily::Mysql => format!(
                "SELECT COALESCE(GROUP_CONCAT(DISTINCT privilege_type ORDER BY privilege_type), '') \
                 FROM information_schema.schema_privileges WHERE grantee = CONCAT('''', {user}, '''@''%''') \
                 AND table_schema IN ({}, {})",
                self.text(database),
                self.text(&super::pattern(database))
            ),
            EngineFamily::Postgresql | EngineFamily::Sqlserver => format!(
                "SELECT COALESCE(string_agg(DISTINCT a.privilege_type, ',' ORDER BY a.privilege_type), '') \
                 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a \
                 JOIN pg_roles r ON r.oid = a.grantee \
                 WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND r.rolname = {user}"
            ),
        });
        Some([Some(state), rights].into_iter().flatten().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_that_logs_in_otherwise_refuses_the_proxy() {
        use ProxyLogsIn::{WithPassword, WithToken};
        for (state, login, refuses) in [
            (UserState::Absent, WithPassword, false),
            (UserState::WithPassword, WithPassword, false),
            (UserState::WithPassword, WithToken, true),
            (UserState::WithToken, WithToken, false),
            (UserState::WithToken, WithPassword, true),
            // What is not understood is no verdict.
            (UserState::Other("auth_ed25519".into()), WithPassword, false),
        ] {
            assert_eq!(state.refuses(login), refuses, "{state:?} {login:?}");
        }
    }

    #[test]
    fn rights_that_were_not_read_are_not_called_none() {
        let unread = KnownUser::read(Some("mysql_native_password"), None);
        assert_eq!((unread.state.clone(), unread.rights.clone()), (UserState::WithPassword, None));
        assert_eq!(unread.description(), "logs in with a password");
        let none = KnownUser::read(Some("token"), Some(""));
        assert!(none.description().contains("no rights"), "{}", none.description());
        let some = KnownUser::read(Some("token"), Some("INSERT,SELECT"));
        assert!(some.description().contains("INSERT, SELECT"), "{}", some.description());
    }
}
