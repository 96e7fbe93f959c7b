//! `migrate`: moves a function through its proxy, or to another way of logging in, by a plan that is shown,
//! asked about, applied and undone like any other; `--finish` takes the old way away. Without `--to` it says
//! where the path stands, and with `--blue-green` what a blue/green deployment of the database asks.

mod args;
mod standing;
mod switchover;

pub use args::MigrateArgs;
use args::MigrateTo;
use serde::Serialize;

use super::apply;
use super::args::Globals;
use super::drive::{RunWork, drive};
use super::output::{self, Ended, Exit, Failure};
use super::prepare::{Prepared, blocked};
use super::progress::Style;
use super::session::Session;
use super::validate::look;
use crate::accounts::Accounts;
use crate::discover::{self, Existing};
use crate::domain::finding::{Finding, Severity};
use crate::migration::{self, Migrating};
use crate::plan::{Migration, NewLogin, makes_login, preflight};
use crate::rules;
use crate::text::t;

/// Migrates, unless the person or a check says no.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &MigrateArgs) -> Ended {
    let wish = args.to.map(|to| wish(args, to)).transpose()?;
    let session = Session::open(accounts, globals, None).await?;
    let existing =
        Existing { proxy: args.proxy.clone(), function: args.function.clone(), read_secrets: args.read_secrets };
    let observed = look(&session, &existing).await?;
    if args.blue_green {
        return switchover::tell(&session, &observed);
    }
    let verdict = rules::check_all(&observed);
    let Some(wish) = wish else { return standing::tell(&session, args, &observed, &verdict).await };
    let planned = migration::plan(session.reader(), observed, &verdict, wish).await.map_err(Failure::unreadable)?;
    let mut migrating = planned.map_err(|all| blocked(&all))?;
    let asked = preflight::asked(&migrating.plan);
    migrating.observed.permissions = discover::permissions(session.reader(), &asked).await;
    let preflight = migrating.checks();
    let Migrating { wish, plan, observed } = migrating;
    let prepared = Prepared { observed, plan, preflight, safety: Vec::new() };

    let style = Style::choose(globals.format);
    let agreed = apply::agreed(&session, style, &prepared, args.yes, args.ignore_preflight)?;
    if prepared.plan.is_empty() {
        conclude(&session, style, args, &wish, &[]);
        return Ok(Exit::Done);
    }
    if !agreed {
        return Ok(Exit::Done);
    }
    let makes_user = makes_login(&prepared.plan);
    let ended = drive(&session, style, RunWork::Run(prepared.plan), None).await?;
    if ended != Exit::Done {
        return Ok(ended);
    }
    if let (Migration::Login { login, user }, true) = (&wish, makes_user) {
        say(style, &user_command(&session, args, *login, user));
    }
    let after = rules::check_all(&look(&session, &existing).await?);
    let errors: Vec<&Finding> = after.causes().filter(|finding| finding.severity == Severity::Error).collect();
    conclude(&session, style, args, &wish, &errors);
    Ok(if errors.is_empty() { Exit::Done } else { Exit::Failed })
}

fn wish(args: &MigrateArgs, to: MigrateTo) -> Result<Migration, Failure> {
    let login = match to {
        MigrateTo::Proxy if args.function.is_none() => {
            return Err(Failure::usage(t!("cli-migrate-function"), t!("cli-see-help")));
        }
        MigrateTo::Proxy if args.finish => return Ok(Migration::CloseDirect),
        MigrateTo::Proxy => return Ok(Migration::ThroughProxy),
        MigrateTo::StandardIam => NewLogin::StandardIam,
        MigrateTo::EndToEndIam => NewLogin::EndToEndIam,
    };
    let user = args.user.clone().filter(|user| !user.is_empty());
    let user = user.ok_or_else(|| Failure::usage(t!("cli-migrate-user"), t!("cli-migrate-user-hint")))?;
    Ok(if args.finish { Migration::EndLogin { old: user } } else { Migration::Login { login, user } })
}

/// No AWS call makes a database user.
fn user_command(session: &Session, args: &MigrateArgs, login: NewLogin, user: &str) -> String {
    let by = match login {
        NewLogin::StandardIam => "password",
        NewLogin::EndToEndIam => "token",
    };
    let command = session.command(&["user", "--proxy", &args.proxy, "--user", user, "--login", by]);
    t!("cli-migrate-user-sql", user = user, command = command)
}

fn say(style: Style, text: &str) {
    if style == Style::Json { output::aside(text) } else { output::line(text) }
}

/// The last line of `--format json`.
#[derive(Serialize)]
struct Migrated<'a> {
    event: &'static str,
    /// The old way is gone.
    finished: bool,
    /// Codes of the errors that a look after it sees.
    errors: Vec<&'a str>,
    /// What takes the old way away.
    #[serde(skip_serializing_if = "Option::is_none")]
    finish: Option<String>,
}

/// Says what a look after it sees, and what comes next.
fn conclude(session: &Session, style: Style, args: &MigrateArgs, wish: &Migration, errors: &[&Finding]) {
    let finish = (!wish.ends_old_way()).then(|| finish_command(session, args));
    if style == Style::Json {
        let codes = errors.iter().map(|finding| finding.code.as_str()).collect();
        let finished = wish.ends_old_way();
        return output::json_line(&Migrated { event: "migrated", finished, errors: codes, finish });
    }
    for finding in errors {
        output::line(&t!("cli-migrate-error", code = finding.code.as_str(), title = finding.title.as_str()));
    }
    match finish {
        Some(command) => output::line(&t!("cli-migrate-old-stays", command = command)),
        None => output::line(t!("cli-migrate-old-gone")),
    }
}

fn finish_command(session: &Session, args: &MigrateArgs) -> String {
    let to = match args.to {
        Some(MigrateTo::StandardIam) => "standard-iam",
        Some(MigrateTo::EndToEndIam) => "end-to-end-iam",
        Some(MigrateTo::Proxy) | None => "proxy",
    };
    let function = args.function.as_ref().map(ToString::to_string);
    let mut words = vec!["migrate", "--proxy", &args.proxy, "--to", to];
    words.extend(function.iter().flat_map(|function| ["--function", function]));
    if to != "proxy" {
        words.extend(["--user", "OLD_USER", "--read-secrets"]);
    }
    words.push("--finish");
    session.command(&words)
}
