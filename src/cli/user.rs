//! `user`: the SQL that makes the database user of a proxy, printed, or run over a login that is typed.

use secrecy::SecretString;

use super::args::{Globals, UserArgs};
use super::connect;
use super::output::{self, Ended, Exit, Failure};
use super::prompt;
use super::session::Session;
use super::show;
use super::validate::look;
use crate::accounts::Accounts;
use crate::discover::Existing;
use crate::domain::observed::Observed;
use crate::export::{ProxyLogsIn, UserState};
use crate::probe::{StageEvent, Trust, Verdict};
use crate::prove::{MadeUser, WantedUser, database_target, make_user};
use crate::report::{Kind, Report};
use crate::text::t;

/// Prints the statements; with `--run` runs them too.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &UserArgs) -> Ended {
    if args.user.is_empty() {
        return Err(Failure::usage(t!("sql-empty-user"), t!("cli-see-help")));
    }
    let session = Session::open(accounts, globals, None).await?;
    let existing = Existing { proxy: args.proxy.clone(), function: None, read_secrets: false };
    let observed = look(&session, &existing).await?;
    let Some(wanted) = WantedUser::new(&observed, &args.user, args.database.as_deref()) else {
        return Err(Failure::new(Exit::Unreadable, Report::new(Kind::Aws, t!("prove-no-proxy"))));
    };
    if args.run {
        return make(&session, &observed, &wanted, args).await;
    }
    let sql = wanted.statements().sql();
    if session.is_json() {
        output::json(&sql);
    } else {
        output::line(sql.text().trim_end());
    }
    Ok(Exit::Done)
}

async fn make(session: &Session, observed: &Observed, wanted: &WantedUser, args: &UserArgs) -> Ended {
    let trust = match &args.ca {
        Some(path) => Trust::read(path).map_err(|error| connect::refused(&error))?,
        None => Trust::public(),
    };
    let login_as = args.login_as.as_deref().unwrap_or_default();
    let target = database_target(observed, wanted, login_as)
        .map_err(|why| Failure::usage(why.to_string(), t!("make-user-no-database-hint")))?
        .via(args.via.clone());
    let sql = wanted.statements().sql();
    let is_json = session.is_json();
    if !is_json {
        output::line(sql.text().trim_end());
    }
    let account = show::account(&session.connection.account);
    let endpoint = format!("{}:{}", target.host, target.port);
    let question = t!("make-user-ask", user = wanted.user.as_str(), endpoint = endpoint, account = account);
    if !prompt::confirm(&question, args.yes)? {
        output::aside(t!("cli-nothing-changed"));
        return Ok(Exit::Done);
    }
    let mut prompts = vec![t!("cli-password-of", user = login_as)];
    if wanted.login == ProxyLogsIn::WithPassword {
        prompts.push(t!("make-user-password", user = wanted.user.as_str()));
    }
    let mut passwords = prompt::passwords(&prompts, args.password_stdin)?.into_iter();
    let (login, password): (_, Option<SecretString>) = (passwords.next().unwrap_or_default(), passwords.next());
    let mut tell = |event: StageEvent| {
        if let StageEvent::Ended(outcome) = event
            && !is_json
            // There is no query: what follows is told by itself.
            && outcome.verdict != Verdict::NotTried
        {
            output::line(&connect::stage(&outcome));
        }
    };
    let wire = &session.connection.wire;
    let made = make_user(wire, &target, &trust, login, wanted, password.as_ref(), &mut tell).await;
    if is_json {
        output::json(&made);
    } else if !made.ran.is_empty() {
        output::line(&in_lines(wanted, &made));
    }
    Ok(if made.is_done() { Exit::Done } else { Exit::Failed })
}

fn in_lines(wanted: &WantedUser, made: &MadeUser) -> String {
    let words = |state: &Option<UserState>| state.as_ref().map_or(t!("sql-state-unknown").to_owned(), UserState::words);
    let mut lines = vec![t!("make-user-before", user = wanted.user.as_str(), state = words(&made.before))];
    for ran in &made.ran {
        let mark = if ran.error.is_none() { t!("cli-passed") } else { t!("cli-failed") };
        lines.push(format!("  {mark:<13} {}", ran.statement));
        lines.extend(ran.error.iter().map(|error| format!("                {error}")));
    }
    lines.push(t!("make-user-after", user = wanted.user.as_str(), state = words(&made.after)));
    lines.join("\n")
}
