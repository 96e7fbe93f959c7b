//! Writing files the person asked for: a native dialog where there is one, a typed folder always.

use std::path::{Path, PathBuf};

use super::state::State;
use super::tasks::{Answer, Tasks};
use crate::report::{Kind, Report};
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

/// The last check, as people or as programs read it.
pub fn check(state: &State, tasks: &Tasks, json: bool) {
    let Some(checked) = state.checked.value() else { return };
    let name = checked.verdict.proxy.as_deref().unwrap_or("rds-proxy");
    if json {
        one(tasks, format!("{name}-check.json"), super::pages::check_json(checked));
    } else {
        one(tasks, format!("{name}-check.md"), super::pages::check_markdown(checked));
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
