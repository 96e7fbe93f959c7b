//! Writing files the person asked for: a native dialog where there is one, a typed folder always.

use std::path::{Path, PathBuf};

use super::state::{Checked, State};
use super::tasks::{Answer, Tasks};
use crate::report::{Kind, Report};
use crate::rules;
use crate::text::t;

/// Asks where to, then writes one file of the shown target.
pub fn one_export(state: &State, tasks: &Tasks, index: usize) {
    if let Some(file) = state.pages.export.files().get(index) {
        let name = Path::new(&file.path).file_name().map(|name| name.to_string_lossy().into_owned());
        one(tasks, name.unwrap_or_else(|| file.path.clone()), file.text.clone());
    }
}

/// Writes every exported file into a folder.
pub fn all_exports(state: &State, tasks: &Tasks, folder: Option<PathBuf>) {
    let files = state.pages.export.all_files();
    tasks.answer(async move {
        let folder = match folder {
            Some(folder) => folder,
            None => match rfd::AsyncFileDialog::new().set_title(t!("dialog-folder")).pick_folder().await {
                Some(folder) => folder.path().to_owned(),
                // Without a portal the dialog closes at once: the typed folder is always there too.
                None => return Answer::Saved(None),
            },
        };
        let result = files.iter().try_for_each(|file| {
            let path = folder.join(&file.path);
            write(&path, &file.text)?;
            if file.executable { make_executable(&path) } else { Ok(()) }
        });
        Answer::Saved(Some(result.map(|()| folder)))
    });
}

/// Asks where to, then writes the choices as TOML.
pub fn choices(state: &State, tasks: &Tasks) {
    if let Ok(text) = toml::to_string_pretty(&state.choices) {
        one(tasks, "choices.toml".to_owned(), text);
    }
}

pub fn log(state: &State, tasks: &Tasks) {
    if let Some(run) = &state.run {
        one(tasks, "rds-proxy-wizard.log".to_owned(), run.log_text());
    }
}

/// What a report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReportFormat {
    #[default]
    Markdown,
    Html,
    Json,
}

impl ReportFormat {
    pub const ALL: [Self; 3] = [Self::Markdown, Self::Html, Self::Json];

    const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
        }
    }
}

/// The file's name for the report of a check.
pub fn report_name(checked: &Checked, format: ReportFormat) -> String {
    let name = checked.verdict.proxy.as_deref().unwrap_or("rds-proxy");
    format!("{name}-findings.{}", format.extension())
}

/// A check as a file: for people, or the findings schema for programs.
pub fn report_text(checked: &Checked, format: ReportFormat) -> Result<String, Report> {
    let picture = || rules::picture(&checked.observed, &checked.verdict);
    match format {
        ReportFormat::Markdown => Ok(rules::markdown(&checked.verdict, &picture())),
        ReportFormat::Json => Ok(format!("{}\n", rules::json(&checked.verdict))),
        ReportFormat::Html => rules::html(&checked.verdict, &picture())
            .map_err(|error| Report::new(Kind::Input, t!("report-unwritten")).because(error.to_string())),
    }
}

/// Writes what is shown as a report: to `to`, or to where the person says.
pub fn report(state: &State, tasks: &Tasks, format: ReportFormat, to: Option<PathBuf>) {
    let Some(checked) = state.shown_check() else { return };
    let name = report_name(checked, format);
    match (report_text(checked, format), to) {
        (Ok(text), None) => one(tasks, name, text),
        (Ok(text), Some(to)) => {
            tasks.answer(async move {
                let path = if to.is_dir() { to.join(name) } else { to };
                Answer::Saved(Some(write(&path, &text).map(|()| path)))
            });
        }
        (Err(report), _) => drop(tasks.answer(async { Answer::Saved(Some(Err(report))) })),
    }
}

fn one(tasks: &Tasks, name: String, text: String) {
    tasks.answer(async move {
        let dialog = rfd::AsyncFileDialog::new().set_title(t!("dialog-file")).set_file_name(name);
        let Some(file) = dialog.save_file().await else { return Answer::Saved(None) };
        let path = file.path().to_owned();
        Answer::Saved(Some(write(&path, &text).map(|()| path)))
    });
}

fn write(path: &Path, text: &str) -> Result<(), Report> {
    let made = path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(path, text));
    made.map_err(|error| unwritable(path, &error))
}

/// Scripts are to be run. Elsewhere than on Unix there is no such mark.
#[cfg(unix)]
fn make_executable(path: &Path) -> Result<(), Report> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).map_err(|error| unwritable(path, &error))
}

#[cfg(not(unix))]
fn make_executable(_path: &Path) -> Result<(), Report> {
    Ok(())
}

fn unwritable(path: &Path, error: &std::io::Error) -> Report {
    Report::new(Kind::Input, t!("save-failed", path = path.display().to_string()))
        .because(error.to_string())
        .hint(t!("save-failed-hint"))
}
