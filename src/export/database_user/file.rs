//! The user's SQL as a file of the export.

use super::super::{CodeLanguage, ExportTarget, File, TemplateError};
use super::{DatabaseUser, ProxyLogsIn, Rights};
use crate::domain::outside::one_line;
use crate::domain::proxy::AuthMode;
use crate::domain::setup::{SecretSetup, Setup};
use crate::text::t;

pub(in crate::export) const TARGET: ExportTarget = ExportTarget {
    id: "database-user",
    how: include_str!("../../../assets/export/database-user/how.md"),
    handler: None,
    render,
    adopt: None,
};

impl<'a> DatabaseUser<'a> {
    /// The user that a setup's function logs in as.
    pub fn of_setup(setup: &'a Setup) -> Self {
        let login = match setup.auth_mode {
            AuthMode::EndToEndIam => ProxyLogsIn::WithToken,
            AuthMode::StandardIam | AuthMode::Password => ProxyLogsIn::WithPassword,
        };
        Self {
            family: setup.database.family,
            user: &setup.db_user,
            database: setup.database.database_name.as_deref(),
            login,
            rights: Rights::default(),
        }
    }
}

/// The database's own user, whose password RDS keeps, is there from the start.
pub fn is_there_already(setup: &Setup) -> bool {
    matches!(setup.secret, SecretSetup::Used { rds_managed: true, .. })
}

/// The SQL for the setup's user; only a comment where the user is there already.
pub fn sql_of_setup(setup: &Setup) -> String {
    if is_there_already(setup) {
        return format!("-- {}\n", one_line(&t!("sql-there-already", user = setup.db_user.as_str())));
    }
    DatabaseUser::of_setup(setup).sql().text()
}

fn render(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    Ok(vec![
        File::new("database-user/database-user.sql", CodeLanguage::Sql, sql_of_setup(setup)).about("the statements"),
    ])
}
