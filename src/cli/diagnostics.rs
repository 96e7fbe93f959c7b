//! `diagnostics`: one archive for whoever is asked for help.

use std::path::PathBuf;

use super::output::{self, Ended, Exit, Failure};
use super::save::{self, typed};
use crate::accounts::Accounts;
use crate::disk::saved::NewFile;
use crate::support::diagnostics;
use crate::text::t;

/// `diagnostics`
#[derive(Debug, Clone, clap::Args)]
pub struct DiagnosticsArgs {
    /// Archive to write, a `.zip`
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Write over a file that is there and differs, without asking
    #[arg(long, short)]
    pub yes: bool,
}

/// Packs it, and asks no account.
pub fn run(accounts: &Accounts, args: &DiagnosticsArgs) -> Ended {
    let bytes = diagnostics::packed(&accounts.folder).map_err(|report| Failure::new(Exit::Failed, report))?;
    let out = typed(&args.out);
    let path = out.display().to_string();
    if save::write(&[NewFile { path: out, bytes, executable: false }], args.yes)?.is_some() {
        output::aside(&t!("cli-diagnostics-written", path = path.as_str()));
    }
    Ok(Exit::Done)
}
