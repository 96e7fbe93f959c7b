//! `observe`: saves what `validate` reads as a bundle.

use std::path::PathBuf;

use super::args::Globals;
use super::output::{self, Ended, Exit};
use super::save::{self, typed};
use super::session::Session;
use super::validate::look;
use crate::accounts::Accounts;
use crate::bundle;
use crate::discover::{Existing, Invoked};
use crate::disk::saved::NewFile;
use crate::text::t;

/// `observe`
#[derive(Debug, Clone, clap::Args)]
pub struct ObserveArgs {
    /// Name of the proxy
    #[arg(long, value_name = "NAME")]
    pub proxy: String,
    /// A function that connects through it, and the alias or version that is invoked
    #[arg(long, value_name = "NAME[:QUALIFIER]")]
    pub function: Option<Invoked>,
    /// Look into the proxy's secrets, to note their form and user; no value is kept
    #[arg(long)]
    pub read_secrets: bool,
    /// File to write
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Write over a file that is there and differs, without asking
    #[arg(long, short, visible_alias = "force")]
    pub yes: bool,
}

/// Reads once and writes one file; changes nothing in the account.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ObserveArgs) -> Ended {
    let out = typed(&args.out);
    let path = out.display().to_string();
    let session = Session::open(accounts, globals, None).await?;
    let existing =
        Existing { proxy: args.proxy.clone(), function: args.function.clone(), read_secrets: args.read_secrets };
    let observed = look(&session, &existing).await?;
    let file = NewFile { path: out, bytes: bundle::write(&observed).into_bytes(), executable: false };
    if save::write(&[file], args.yes)?.is_none() {
        return Ok(Exit::Done);
    }
    for why in observed.unreadable() {
        output::aside(&t!("cli-bundle-without", operation = why.operation.as_str(), because = why.because.as_str()));
    }
    output::aside(&t!("cli-bundle-written", path = path.as_str()));
    Ok(Exit::Done)
}
