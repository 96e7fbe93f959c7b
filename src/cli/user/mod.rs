//! `user`: the SQL that makes the database user of a proxy, printed; or a visit in the database that looks at
//! the user, makes it or takes it away, from here or by a temporary function.

mod args;
mod here;
mod inside;

use super::args::Globals;
use super::output::{self, Ended, Exit, Failure};
use super::session::Session;
use super::validate::look;
use crate::accounts::Accounts;
use crate::discover::Existing;
use crate::export::{KnownUser, ProxyLogsIn};
use crate::prove::{Deed, NoWanted, UserVisit, WantedUser};
use crate::report::{Kind, Report};
use crate::text::{padded, t};
pub use args::UserArgs;
use args::UserDeed;

/// Prints the statements, or visits the database.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &UserArgs) -> Ended {
    if args.user.is_empty() {
        return Err(Failure::usage(t!("sql-empty-user"), t!("cli-see-help")));
    }
    let session = Session::open(accounts, globals, None).await?;
    let function = args.way.from_function.clone();
    let existing = Existing { proxy: args.proxy.clone(), function, read_secrets: args.read_secrets };
    let observed = look(&session, &existing).await?;
    let wanted = WantedUser::new(&observed, &args.user, args.database.as_deref(), &args.rights, args.login)
        .map_err(|why| refused(&why))?;
    match (deed(&args.deed), &args.way.from_function) {
        (Some(deed), Some(function)) => {
            inside::run(&session, globals.format, observed, wanted, deed, function, args).await
        }
        (Some(deed), None) => here::run(&session, &observed, &wanted, deed, args).await,
        (None, _) => {
            print(&session, &wanted);
            Ok(Exit::Done)
        }
    }
}

fn deed(args: &UserDeed) -> Option<Deed> {
    [(args.look, Deed::Look), (args.run, Deed::Make), (args.drop, Deed::Drop)]
        .into_iter()
        .find_map(|(wanted, deed)| wanted.then_some(deed))
}

fn refused(why: &NoWanted) -> Failure {
    match why {
        NoWanted::NoProxy => Failure::new(Exit::Unreadable, Report::new(Kind::Aws, why.to_string())),
        NoWanted::Login(_) => Failure::usage(why.to_string(), t!("make-user-login-unknown-hint")),
        NoWanted::Rights(_) => Failure::usage(why.to_string(), t!("make-user-rights-hint")),
    }
}

fn print(session: &Session, wanted: &WantedUser) {
    let sql = wanted.statements().sql();
    if session.is_json() {
        output::json(&sql);
    } else {
        output::code(sql.text().trim_end());
    }
}

/// The statements that will run, for people.
fn show_statements(wanted: &WantedUser, deed: Deed) {
    let user = wanted.statements();
    match deed {
        Deed::Look => {}
        Deed::Make => output::line(user.sql().text().trim_end()),
        Deed::Drop => output::line(&user.to_drop().join("\n")),
    }
}

/// What became of the visit.
fn tell(wanted: &WantedUser, visit: &UserVisit) -> Exit {
    let words =
        |known: &Option<KnownUser>| known.as_ref().map_or(t!("sql-state-unknown").to_owned(), KnownUser::description);
    let user = wanted.user.as_str();
    let mut lines = Vec::new();
    if visit.deed != Deed::Look {
        lines.push(t!("make-user-before", user = user, state = words(&visit.before)));
    }
    for ran in &visit.ran {
        let mark = if ran.error.is_none() { t!("cli-passed") } else { t!("cli-failed") };
        lines.push(format!("  {}{}", padded(mark, 14), ran.statement));
        lines.extend(ran.error.iter().map(|error| format!("                {error}")));
    }
    lines.push(t!("make-user-after", user = user, state = words(&visit.after)));
    if visit.refuses(wanted) {
        lines.push(mismatch(wanted.login).to_owned());
    }
    output::line(&lines.join("\n"));
    exit(visit)
}

fn exit(visit: &UserVisit) -> Exit {
    if visit.is_done() { Exit::Done } else { Exit::Failed }
}

fn mismatch(login: ProxyLogsIn) -> &'static str {
    match login {
        ProxyLogsIn::WithPassword => t!("make-user-mismatch-password"),
        ProxyLogsIn::WithToken => t!("make-user-mismatch-token"),
    }
}
