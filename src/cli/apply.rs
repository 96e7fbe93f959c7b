//! `apply`: shows the plan and its checks, asks, carries it out.

use serde::Serialize;

use super::args::Globals;
use super::drive::{RunWork, drive};
use super::output::{self, Ended, Exit, Failure};
use super::prepare::{Picks, Prepared, UsedProxy, choices, prepare};
use super::progress::Style;
use super::prompt;
use super::receipts::mention_unreadable;
use super::session::Session;
use super::show;
use crate::accounts::Accounts;
use crate::design::names;
use crate::domain::choices::PasswordSource;
use crate::domain::setup::SecretSetup;
use crate::export::sql_of_setup;
use crate::plan::preflight::{Check, CheckVerdict};
use crate::plan::{Change, Plan};
use crate::report::{Kind, Report};
use crate::text::t;

/// `apply`
#[derive(Debug, Clone, clap::Args)]
pub struct ApplyArgs {
    /// What to set up
    #[command(flatten)]
    pub picks: Picks,
    /// The proxy that is used, where none is to be made
    #[command(flatten)]
    pub used: UsedProxy,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
    /// Read the database password of a secret to be created from standard input
    #[arg(long)]
    pub password_stdin: bool,
    /// Apply although a check before it failed
    #[arg(long)]
    pub ignore_preflight: bool,
}

/// Applies, unless the person or a check says no.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ApplyArgs) -> Ended {
    let mut choices = choices(&args.picks, &args.used)?;
    if args.password_stdin {
        choices.secret.password = PasswordSource::Typed;
        if !args.yes {
            return Err(Failure::usage(t!("cli-stdin-taken"), t!("cli-cannot-ask-hint")));
        }
    }
    let session = Session::open(accounts, globals, Some(&choices)).await?;
    note_open_run(&session, &names::proxy(&choices));
    let (_, prepared) = prepare(&session, &choices).await?;
    let style = Style::choose(globals.format);
    if !agreed(&session, style, &prepared, args.yes, args.ignore_preflight)? {
        return Ok(Exit::Done);
    }
    let password = match prepared.plan.needs_password() {
        true => Some(prompt::password(&password_prompt(&prepared.plan), args.password_stdin)?),
        false => None,
    };
    let made = prepared.plan.setup().map(|setup| (setup.db_user.clone(), sql_of_setup(setup)));
    let exit = drive(&session, style, RunWork::Run(prepared.plan), password).await?;
    if let Some((user, sql)) = made.filter(|_| exit == Exit::Done && style != Style::Json) {
        // No AWS call makes it, and without it the proxy's logins are refused.
        output::line(&format!("\n{}\n{}", t!("cli-apply-user", user = user.as_str()), sql.trim_end()));
    }
    Ok(exit)
}

/// Shows the plan and asks; `false` when there is nothing to do or the person says no.
pub fn agreed(
    session: &Session,
    style: Style,
    prepared: &Prepared,
    yes: bool,
    ignore_preflight: bool,
) -> Result<bool, Failure> {
    if style == Style::Json {
        output::json_line(&Planned::new(prepared));
    } else {
        output::line(&format!("{}\n", show::plan(prepared, false)));
    }
    if prepared.plan.is_empty() {
        return Ok(false);
    }
    if prepared.would_fail() && yes && !ignore_preflight {
        return Err(would_fail(prepared));
    }
    let account = show::account(&session.connection.account);
    let count = prepared.plan.changes().count();
    let question = if prepared.would_fail() {
        t!("cli-apply-although", count = count, account = account)
    } else {
        t!("cli-apply-question", count = count, account = account)
    };
    let agreed = prompt::confirm(&question, yes)?;
    if !agreed {
        output::aside(t!("cli-nothing-changed"));
    }
    Ok(agreed)
}

/// For which secret a password is typed.
pub fn password_prompt(plan: &Plan) -> String {
    let user = plan.setup().map_or("", |setup| setup.db_user.as_str());
    match plan.setup().map(|setup| &setup.secret) {
        Some(SecretSetup::Owned { name, .. }) => t!("cli-password-for", user = user, secret = name.as_str()),
        _ => t!("cli-password-of", user = user),
    }
}

/// An earlier run of the same setup waits to be finished or undone.
fn note_open_run(session: &Session, name: &str) {
    let store = session.accounts.store();
    mention_unreadable(&store);
    let open = store.open_runs(&session.connection.account);
    if let Some((path, _)) = open.iter().find(|(_, receipt)| receipt.name() == name) {
        let path = path.display().to_string();
        output::aside(&t!(
            "cli-open-run",
            resume = session.command(&["resume", &path]),
            undo = session.command(&["undo", &path])
        ));
    }
}

fn would_fail(prepared: &Prepared) -> Failure {
    let errors = prepared.preflight.iter().filter(|check| check.verdict == CheckVerdict::Error);
    let report = |check: &Check| {
        let report = Report::new(Kind::Aws, check.title.clone()).hint(t!("cli-preflight-hint"));
        check.detail.lines().fold(report, Report::because)
    };
    Failure { exit: Exit::Failed, reports: errors.map(report).collect() }
}

/// The first line of `--format json`.
#[derive(Serialize)]
struct Planned<'a> {
    event: &'static str,
    name: &'a str,
    create: usize,
    change: usize,
    already_so: usize,
    usual_secs: u64,
    preflight: &'a [Check],
}

impl<'a> Planned<'a> {
    fn new(prepared: &'a Prepared) -> Self {
        let plan = &prepared.plan;
        Self {
            event: "planned",
            name: plan.name(),
            create: plan.count(Change::Create),
            change: plan.count(Change::Change),
            already_so: plan.count(Change::AlreadySo),
            usual_secs: plan.usual_secs(),
            preflight: &prepared.preflight,
        }
    }
}
