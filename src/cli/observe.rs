//! `observe`: saves what `validate` reads as a bundle.

use super::args::{Globals, ObserveArgs};
use super::output::{self, Ended, Exit};
use super::save::{self, typed};
use super::session::Session;
use super::validate::look;
use crate::accounts::Accounts;
use crate::bundle;
use crate::discover::Existing;
use crate::disk::saved::NewFile;
use crate::text::t;

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
