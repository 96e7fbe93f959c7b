//! `export`: writes the setup down as files, or holds a folder against them.

use serde::Serialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::{ALL_LANGUAGES, ExportArgs, Globals};
use super::export_check;
use super::output::{self, Ended, Exit, Failure};
use super::prepare::{choices, prepare};
use super::save::{self, typed};
use super::session::Session;
use crate::accounts::Accounts;
use crate::disk::saved::NewFile;
use crate::domain::choices::Choices;
use crate::domain::handler_language::HandlerLanguage;
use crate::domain::setup::Setup;
use crate::export::{self, File, Target, TemplateError};
use crate::report::{Kind, Report};
use crate::text::t;

/// Renders the files, and writes and lists them or says how a folder differs.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ExportArgs) -> Ended {
    let named = named_targets(&args.target)?;
    let choices = wanted(args)?;
    let session = Session::open(accounts, globals, Some(&choices)).await?;
    let (setup, _) = prepare(&session, &choices).await?;
    refuse_parts_that_do_not_fit(&choices, &setup)?;
    let whole = named.is_empty();
    let targets = if whole { export::targets_of(&setup) } else { named };
    let files = render(&setup, &targets)?;
    match (&args.check, &args.out) {
        (Some(folder), _) => {
            // A whole export may lie beside one in another language.
            let others = if whole { export_check::other_paths(&setup, &files)? } else { BTreeSet::new() };
            export_check::run(&files, &others, &typed(folder), session.is_json())
        }
        (None, Some(folder)) => write(files, &typed(folder), args.yes, session.is_json()),
        // One of the two is required.
        (None, None) => Ok(Exit::Usage),
    }
}

/// The targets with these ids, in the order of the list.
fn named_targets(ids: &[String]) -> Result<Vec<&'static Target>, Failure> {
    if let Some(id) = ids.iter().find(|id| export::target(id).is_none()) {
        let known: Vec<&str> = export::targets().map(|target| target.id).collect();
        let hint = t!("cli-no-export-target-hint", known = known.join(", "));
        return Err(Failure::usage(t!("cli-no-export-target", id = id.as_str()), hint));
    }
    Ok(export::targets().filter(|target| ids.iter().any(|id| id == target.id)).collect())
}

/// The choices, with what the command line says of the export.
fn wanted(args: &ExportArgs) -> Result<Choices, Failure> {
    let mut choices = choices(&args.picks)?;
    if let Some(languages) = languages(&args.language) {
        choices.export.languages = languages;
    }
    if !args.with.is_empty() {
        choices.export.parts.clone_from(&args.with);
    }
    Ok(choices)
}

/// The languages that were named, in the order of the list; `None` where none was.
fn languages(named: &[String]) -> Option<Vec<HandlerLanguage>> {
    let is_named = |language: &HandlerLanguage| named.iter().any(|id| id == ALL_LANGUAGES || id == language.id());
    let languages: Vec<HandlerLanguage> = HandlerLanguage::ALL.into_iter().filter(is_named).collect();
    (!languages.is_empty()).then_some(languages)
}

/// A part that was asked for and is not exported would be missed later.
fn refuse_parts_that_do_not_fit(choices: &Choices, setup: &Setup) -> Result<(), Failure> {
    for part in &choices.export.parts {
        if let Err(why) = part.fits(setup) {
            let report = Report::new(Kind::Input, t!("cli-part-does-not-fit", part = part.id())).because(why);
            return Err(Failure::new(Exit::Usage, report.hint(t!("cli-part-does-not-fit-hint", part = part.id()))));
        }
    }
    Ok(())
}

#[derive(Serialize)]
struct Written<'a> {
    schema: &'static str,
    folder: &'a Path,
    files: &'a [PathBuf],
}

fn write(files: Vec<File>, folder: &Path, yes: bool, is_json: bool) -> Ended {
    let Some(written) = save::write(&placed(files, folder), yes)? else { return Ok(Exit::Done) };
    if is_json {
        output::json(&Written { schema: "rds-proxy-wizard/export/v1", folder, files: &written });
    } else {
        output::line(&list(&written, folder));
        output::line(t!("cli-exported-of-plan"));
    }
    Ok(Exit::Done)
}

/// The files of these targets.
pub fn render(setup: &Setup, targets: &[&'static Target]) -> Result<Vec<File>, Failure> {
    export::files_of(setup, targets).map_err(not_rendered)
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
