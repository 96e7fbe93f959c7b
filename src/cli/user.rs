//! `user`: the SQL that makes the database user of a proxy.

use super::args::{Globals, UserArgs};
use super::output::{self, Ended, Exit, Failure};
use super::session::Session;
use super::validate::look;
use crate::accounts::Accounts;
use crate::discover::Existing;
use crate::export::{DatabaseUser, ProxyLogsIn};
use crate::report::{Kind, Report};
use crate::text::t;

/// Prints the statements; runs none.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &UserArgs) -> Ended {
    if args.user.is_empty() {
        return Err(Failure::usage(t!("sql-empty-user"), t!("cli-see-help")));
    }
    let session = Session::open(accounts, globals, None).await?;
    let existing = Existing { proxy: args.proxy.clone(), function: None, read_secrets: false };
    let observed = look(&session, &existing).await?;
    let Some(proxy) = observed.proxy.present() else {
        return Err(Failure::new(Exit::Unreadable, Report::new(Kind::Aws, t!("prove-no-proxy"))));
    };
    let known = observed.database.present().and_then(|database| database.database_name.as_deref());
    // Users that no entry of Auth names follow the default scheme.
    let login = match proxy.default_iam_auth {
        true => ProxyLogsIn::WithToken,
        false => ProxyLogsIn::WithPassword,
    };
    let user = DatabaseUser {
        family: proxy.engine_family,
        user: &args.user,
        database: args.database.as_deref().or(known),
        login,
    };
    let sql = user.sql();
    if session.is_json() {
        output::json(&sql);
    } else {
        output::line(sql.text().trim_end());
    }
    Ok(Exit::Done)
}
