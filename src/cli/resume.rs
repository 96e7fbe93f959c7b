//! `resume`: goes on with a run that stopped, failed or crashed.

use super::apply::password_prompt;
use super::args::{Globals, ResumeArgs};
use super::drive::{Work, drive};
use super::output::{self, Ended, Exit, Failure};
use super::progress::Style;
use super::prompt;
use super::receipts;
use super::show;
use crate::accounts::Accounts;
use crate::text::t;
use crate::words::ask_to_resume;

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
    drive(&session, Style::choose(globals.format), Work::Resume(receipt), password).await
}
