//! What handler code of every language needs to know of a setup.

use minijinja::context;
use minijinja::value::Value;

use super::template::{TemplateError, fill};
use super::{File, Language};
use crate::domain::database::EngineFamily;
use crate::domain::proxy::AuthMode;
use crate::domain::setup::Setup;

/// A template of one language: for MySQL and for PostgreSQL.
pub(super) struct Sources {
    pub mysql: &'static str,
    pub postgresql: &'static str,
}

impl Sources {
    /// `None` for SQL Server.
    pub(super) fn of(&self, family: EngineFamily) -> Option<&'static str> {
        match family {
            EngineFamily::Mysql => Some(self.mysql),
            EngineFamily::Postgresql => Some(self.postgresql),
            EngineFamily::Sqlserver => None,
        }
    }
}

pub(super) fn context(setup: &Setup) -> Value {
    let names = &setup.access.variable_names;
    context! {
        function => &setup.access.function_name,
        proxy => &setup.name,
        database_id => &setup.database.id,
        auth_mode => setup.auth_mode.to_string(),
        token => setup.auth_mode.uses_token(),
        password => setup.auth_mode == AuthMode::Password,
        mysql => setup.database.family == EngineFamily::Mysql,
        host => &names.host,
        port => &names.port,
        user => &names.user,
        secret => &names.secret,
        // Absent where no database name is known: the handler then connects without one.
        database => setup.access.environment.contains_key(&names.database).then_some(&names.database),
    }
}

/// Instead of code that could not work: SQL Server's protocol has no driver among those that the
/// handlers are written for, and none was tried against a proxy.
pub(super) fn none_for_sqlserver(target: &str, setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let source = include_str!("../../assets/export/sqlserver.txt");
    let text = fill("sqlserver.txt", source, context(setup))?;
    Ok(vec![File::new(&format!("{target}/README.txt"), Language::Text, text)])
}
