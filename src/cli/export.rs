//! `export`: writes the setup down as files.

use serde::Serialize;
use std::path::{Path, PathBuf};

use super::args::{ALL_LANGUAGES, ExportArgs, Globals};
use super::output::{self, Ended, Exit, Failure};
use super::prepare::{choices, prepare};
use super::save::{self, typed};
use super::session::Session;
use crate::accounts::Accounts;
use crate::disk::saved::NewFile;
use crate::domain::handler_language::HandlerLanguage;
use crate::domain::setup::Setup;
use crate::export::{self, File, TemplateError};
use crate::report::{Kind, Report};
use crate::text::t;

/// Renders and writes the files, and lists them.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ExportArgs) -> Ended {
    if let Some(id) = &args.target
        && export::target(id).is_none()
    {
        let known: Vec<&str> = export::targets().map(|target| target.id).collect();
        let hint = t!("cli-no-export-target-hint", known = known.join(", "));
        return Err(Failure::usage(t!("cli-no-export-target", id = id.as_str()), hint));
    }
    let mut choices = choices(&args.picks)?;
    if let Some(languages) = languages(&args.language) {
        choices.export.languages = languages;
    }
    let session = Session::open(accounts, globals, Some(&choices)).await?;
    let (setup, _) = prepare(&session, &choices).await?;
    let files = render(&setup, args.target.as_deref())?;
    let out = typed(&args.out);
    let Some(written) = save::write(&placed(files, &out), args.yes)? else { return Ok(Exit::Done) };
    if session.is_json() {
        output::json(&Written { schema: "rds-proxy-wizard/export/v1", folder: &out, files: &written });
    } else {
        output::line(&list(&written, &out));
        output::line(t!("cli-exported-of-plan"));
    }
    Ok(Exit::Done)
}

/// The languages that were named, in the order of the list; `None` where none was.
fn languages(named: &[String]) -> Option<Vec<HandlerLanguage>> {
    let is_named = |language: &HandlerLanguage| named.iter().any(|id| id == ALL_LANGUAGES || id == language.id());
    let languages: Vec<HandlerLanguage> = HandlerLanguage::ALL.into_iter().filter(is_named).collect();
    (!languages.is_empty()).then_some(languages)
}

#[derive(Serialize)]
struct Written<'a> {
    schema: &'static str,
    folder: &'a Path,
    files: &'a [PathBuf],
}

/// The files of one target, or of all.
pub fn render(setup: &Setup, target: Option<&str>) -> Result<Vec<File>, Failure> {
    let rendered = match target.and_then(export::target) {
        Some(target) => (target.render)(setup),
        None => export::files(setup),
    };
    rendered.map_err(|error: TemplateError| Failure::new(Exit::Failed, Report::new(Kind::Internal, error.to_string())))
}

/// The files at their places in the folder.
pub fn placed(files: Vec<File>, folder: &Path) -> Vec<NewFile> {
    let placed = |file: File| NewFile { path: folder.join(&file.path), text: file.text, executable: file.executable };
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
