//! `resume`: goes on with a run that stopped, failed or crashed.

use std::path::PathBuf;

use super::apply::password_prompt;
use super::args::Globals;
use super::drive::{RunWork, drive};
use super::output::{self, Ended, Exit, Failure};
use super::progress::Style;
use super::prompt;
use super::receipts;
use super::show;
use crate::accounts::Accounts;
use crate::text::t;
use crate::words::ask_to_resume;

/// `resume`
#[derive(Debug, Clone, clap::Args)]
pub struct ResumeArgs {
    /// Receipt of the run; without it, the newest open run of the account
    pub receipt: Option<PathBuf>,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
    /// Read the database password from standard input, if the run still needs it
    #[arg(long)]
    pub password_stdin: bool,
}

/// Resumes the named run, or the newest open one.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ResumeArgs) -> Ended {
    if args.password_stdin && !args.yes {
        return Err(Failure::usage(t!("cli-stdin-taken"), t!("cli-yes-hint")));
    }
    let (session, receipt) =
        receipts::find(accounts, globals, args.receipt.as_deref(), None, receipts::Unnamed::Open).await?;
    let ask = ask_to_resume(&receipt, &show::account(&session.connection.account));
    if !prompt::confirm(&show::ask(&ask), args.yes)? {
        output::aside(t!("cli-nothing-changed"));
        return Ok(Exit::Done);
    }
    let password = match receipt.needs_password() {
        true => Some(prompt::password(&password_prompt(&receipt.plan), args.password_stdin)?),
        false => None,
    };
    drive(&session, Style::choose(globals.format), RunWork::Resume(receipt), password).await
}
