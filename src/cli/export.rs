//! `export`: writes the setup down as files, or holds a folder against them.

mod args;
mod check;
mod source;

pub use args::ExportArgs;
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::Globals;
use super::output::{self, Ended, Exit, Failure};
use super::save::{self, typed};
use crate::accounts::Accounts;
use crate::disk::saved::NewFile;
use crate::domain::setup::{Note, Setup};
use crate::export::{self, ExportTarget, File, Live, TemplateError};
use crate::report::{Kind, Report};
use crate::text::{series, t};
use source::Source;

/// Renders the files, and writes and lists them or says how a folder differs.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ExportArgs) -> Ended {
    let named = named_targets(&args.target)?;
    let source = Source::open(accounts, globals, args).await?;
    let live = source.live(args)?;
    let whole = named.is_empty();
    let targets = if whole { export::targets_of(&source.setup) } else { named };
    let files = render(&source.setup, live.as_ref(), &targets)?;
    let is_json = source.session.is_json();
    match (&args.check, &args.out) {
        (Some(folder), _) => {
            // A whole export may lie beside one in another language.
            let others =
                if whole { export::other_paths(&source.setup, &files).map_err(not_rendered)? } else { BTreeSet::new() };
            check::run(&files, &others, &typed(folder), is_json)
        }
        (None, Some(folder)) => {
            let notes = args.proxy.is_some().then_some(source.setup.notes.as_slice());
            write(files, notes, &typed(folder), args.yes, is_json)
        }
        // One of the two is required.
        (None, None) => Ok(Exit::Usage),
    }
}

/// The targets with these ids, in the order of the list.
fn named_targets(ids: &[String]) -> Result<Vec<&'static ExportTarget>, Failure> {
    if let Some(id) = ids.iter().find(|id| export::target(id).is_none()) {
        let known: Vec<&str> = export::targets().map(|target| target.id).collect();
        let hint = t!("cli-no-export-target-hint", known = series(&known));
        return Err(Failure::usage(t!("cli-no-export-target", id = id.as_str()), hint).meant(id, known));
    }
    Ok(export::targets().filter(|target| ids.iter().any(|id| id == target.id)).collect())
}

#[derive(Serialize)]
struct WrittenFiles<'a> {
    schema: &'static str,
    folder: &'a Path,
    files: &'a [PathBuf],
    /// What was left out of a proxy that is there, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<&'a [Note]>,
}

fn write(files: Vec<File>, notes: Option<&[Note]>, folder: &Path, yes: bool, is_json: bool) -> Ended {
    let Some(written) = save::write(&placed(files, folder), yes)? else { return Ok(Exit::Done) };
    if is_json {
        output::json(&WrittenFiles { schema: "rds-proxy-wizard/export/v1", folder, files: &written, notes });
        return Ok(Exit::Done);
    }
    output::line(&list(&written, folder));
    match notes {
        Some(notes) => notes.iter().for_each(|note| output::line(&format!("{}\n    {}", note.title, note.text))),
        None => output::line(t!("cli-exported-of-plan")),
    }
    Ok(Exit::Done)
}

/// The files of these targets.
pub fn render(setup: &Setup, live: Option<&Live>, targets: &[&'static ExportTarget]) -> Result<Vec<File>, Failure> {
    export::files_of(setup, live, targets).map_err(not_rendered)
}

/// A template does not fit: a mistake in this program.
pub fn not_rendered(error: TemplateError) -> Failure {
    Failure::new(Exit::Failed, Report::new(Kind::Internal, error.to_string()))
}

/// The files at their places in the folder.
pub fn placed(files: Vec<File>, folder: &Path) -> Vec<NewFile> {
    let placed = |file: File| NewFile {
        path: folder.join(&file.path),
        bytes: file.text.into_bytes(),
        executable: file.executable,
    };
    files.into_iter().map(placed).collect()
}

/// What was written, one file a line.
pub fn list(written: &[PathBuf], folder: &Path) -> String {
    let mut text = t!("cli-exported", count = written.len(), folder = folder.display().to_string());
    for path in written {
        text.push_str(&format!("\n  {}", path.strip_prefix(folder).unwrap_or(path).display()));
    }
    text
}
