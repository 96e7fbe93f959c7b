//! `undo`: takes back what a run did, the last step first.

use std::path::PathBuf;

use super::args::Globals;
use super::drive::{RunWork, drive};
use super::output::{self, Ended, Exit};
use super::progress::Style;
use super::prompt;
use super::receipts;
use super::show;
use crate::accounts::Accounts;
use crate::text::t;
use crate::words::ask_to_undo;

/// `undo`
#[derive(Debug, Clone, clap::Args)]
pub struct UndoArgs {
    /// Receipt of the run; without it and without --name, the newest open run of the account
    pub receipt: Option<PathBuf>,
    /// Name of the proxy whose last run is to be undone
    #[arg(long, value_name = "PROXY", conflicts_with = "receipt")]
    pub name: Option<String>,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
}

/// Undoes the named run, or the last of a setup, or the newest that is not undone.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &UndoArgs) -> Ended {
    let (session, receipt) =
        receipts::find(accounts, globals, args.receipt.as_deref(), args.name.as_deref(), receipts::Unnamed::NotUndone)
            .await?;
    let style = Style::choose(globals.format);
    if style != Style::Json {
        output::line(&format!("{}\n", show::to_undo(&receipt)));
    }
    let ask = ask_to_undo(&receipt, &show::account(&session.connection.account));
    if !prompt::confirm(&show::ask(&ask), args.yes)? {
        output::aside(t!("cli-nothing-changed"));
        return Ok(Exit::Done);
    }
    drive(&session, style, RunWork::Undo(receipt), None).await
}
