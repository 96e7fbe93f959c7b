//! `observe`: saves what `validate` reads as a bundle.

use std::io::Write;

use super::args::{Globals, ObserveArgs};
use super::output::{self, Ended, Exit, Failure};
use super::session::Session;
use super::validate::look;
use crate::accounts::Accounts;
use crate::bundle;
use crate::discover::Existing;
use crate::report::{Kind, Report};
use crate::text::t;

/// Reads once and writes one file; changes nothing in the account.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ObserveArgs) -> Ended {
    let path = args.out.display().to_string();
    if !args.force && args.out.exists() {
        return Err(Failure::usage(t!("cli-bundle-exists", path = path.as_str()), t!("cli-bundle-exists-hint")));
    }
    let session = Session::open(accounts, globals, None).await?;
    let existing =
        Existing { proxy: args.proxy.clone(), function: args.function.clone(), read_secrets: args.read_secrets };
    let observed = look(&session, &existing).await?;
    write(&args.out, &bundle::write(&observed)).map_err(|error| {
        let report = Report::new(Kind::Input, t!("cli-bundle-unwritten", path = path.as_str()));
        Failure::new(Exit::Usage, report.because(error.to_string()))
    })?;
    for why in observed.unreadable() {
        output::aside(&t!("cli-bundle-without", operation = why.operation.as_str(), because = why.because.as_str()));
    }
    output::aside(&t!("cli-bundle-written", path = path.as_str()));
    Ok(Exit::Done)
}

/// All of it or nothing: a bundle cut short would be read as an account with less in it.
fn write(path: &std::path::Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut file = tempfile::NamedTempFile::new_in(folder.unwrap_or_else(|| std::path::Path::new(".")))?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
