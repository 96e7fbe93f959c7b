//! `export`: writes the setup down as files. It never writes over a file that differs unasked.

use serde::Serialize;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::args::{ExportArgs, Globals};
use super::output::{self, Ended, Exit, Failure};
use super::prepare::{choices, prepare};
use super::session::Session;
use crate::accounts::Accounts;
use crate::domain::output::Outputs;
use crate::domain::setup::Setup;
use crate::export::{self, File, TARGETS, TemplateError};
use crate::file;
use crate::report::{Kind, Report};
use crate::text::t;

/// Renders and writes the files, and lists them.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ExportArgs) -> Ended {
    if let Some(id) = &args.target
        && export::target(id).is_none()
    {
        let known: Vec<&str> = TARGETS.iter().map(|target| target.id).collect();
        let hint = t!("cli-no-export-target-hint", known = known.join(", "));
        return Err(Failure::usage(t!("cli-no-export-target", id = id.as_str()), hint));
    }
    let choices = choices(&args.picks)?;
    let session = Session::open(accounts, globals, Some(&choices)).await?;
    let plan = prepare(&session, &choices).await?.plan;
    let files = render(&plan.setup, &plan.known, args.target.as_deref())?;
    let written = write(&files, &args.out, args.force)?;
    if session.is_json() {
        output::json(&Written { schema: "rds-proxy-wizard/export/v1", folder: &args.out, files: &written });
    } else {
        output::line(&list(&written, &args.out));
        if !plan.is_empty() {
            output::line(t!("cli-exported-of-plan"));
        }
    }
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct Written<'a> {
    schema: &'static str,
    folder: &'a Path,
    files: &'a [PathBuf],
}

/// The files of one target, or of all.
pub fn render(setup: &Setup, outputs: &Outputs, target: Option<&str>) -> Result<Vec<File>, Failure> {
    let rendered = match target.and_then(export::target) {
        Some(target) => (target.render)(setup, outputs),
        None => export::files(setup, outputs),
    };
    rendered.map_err(|error: TemplateError| Failure::new(Exit::Failed, Report::new(Kind::Internal, error.to_string())))
}

/// Writes all of the files or, where one is there and differs, none.
pub fn write(files: &[File], folder: &Path, force: bool) -> Result<Vec<PathBuf>, Failure> {
    let paths: Vec<PathBuf> = files.iter().map(|file| folder.join(&file.path)).collect();
    let differs = |(file, path): (&File, &PathBuf)| {
        file::bytes(path).is_ok_and(|there| there != file.text.as_bytes()).then(|| path.display().to_string())
    };
    let in_the_way: Vec<String> = files.iter().zip(&paths).filter_map(differs).collect();
    if !force && !in_the_way.is_empty() {
        let title = t!("cli-export-differs", count = in_the_way.len());
        let report = in_the_way.into_iter().fold(Report::new(Kind::Input, title), Report::because);
        return Err(Failure::new(Exit::Usage, report.hint(t!("cli-export-differs-hint"))));
    }
    for (file, path) in files.iter().zip(&paths) {
        write_one(file, path).map_err(|error| {
            let title = t!("cli-export-not-written", path = path.display().to_string());
            let report = Report::new(Kind::Input, title).because(error.to_string());
            Failure::new(Exit::Failed, report.hint(t!("cli-export-not-written-hint")))
        })?;
    }
    Ok(paths)
}

/// Either the old file or the new one is there, whatever happens.
fn write_one(file: &File, path: &Path) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut draft = tempfile::NamedTempFile::new_in(folder)?;
    draft.write_all(file.text.as_bytes())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = if file.executable { 0o755 } else { 0o644 };
        draft.as_file().set_permissions(fs::Permissions::from_mode(mode))?;
    }
    draft.persist(path)?;
    Ok(())
}

/// What was written, one file a line.
pub fn list(written: &[PathBuf], folder: &Path) -> String {
    let mut text = t!("cli-exported", count = written.len(), folder = folder.display().to_string());
    for path in written {
        text.push_str(&format!("\n  {}", path.strip_prefix(folder).unwrap_or(path).display()));
    }
    text
}
