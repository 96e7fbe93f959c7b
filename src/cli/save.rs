//! Writing files at the terminal: what would change is shown first, and asked about.

use std::path::{Path, PathBuf};

use super::output::{self, Exit, Failure};
use super::prompt;
use crate::disk::saved::{self, Changed, NewFile};
use crate::report::{Kind, Report};
use crate::text::t;

/// A path as it was typed: a shell leaves the `~` of `--out=~/files` as it is.
pub fn typed(path: &Path) -> PathBuf {
    path.to_str().map_or_else(|| path.to_owned(), saved::typed)
}

/// Writes all of them and gives their places; `None` when the person says no to a difference.
pub fn write(new: &[NewFile], yes: bool) -> Result<Option<Vec<PathBuf>>, Failure> {
    let changed = saved::compare(new).map_err(unwritable)?;
    if !changed.is_empty() {
        for file in &changed {
            output::aside(&difference(file));
        }
        if !agreed(&changed, yes)? {
            output::aside(t!("cli-nothing-written"));
            return Ok(None);
        }
    }
    saved::write(new).map_err(unwritable)?;
    Ok(Some(new.iter().map(|file| file.path.clone()).collect()))
}

fn agreed(changed: &[Changed], yes: bool) -> Result<bool, Failure> {
    if !yes && !prompt::can_ask() {
        let title = t!("cli-save-differs", count = changed.len());
        let named = changed.iter().map(|file| file.path.display().to_string());
        let report = named.fold(Report::new(Kind::Input, title), Report::because);
        return Err(Failure::new(Exit::Usage, report.hint(t!("cli-save-differs-hint"))));
    }
    prompt::confirm(&t!("cli-save-over", count = changed.len()), yes)
}

/// What would change in a file, under its name.
fn difference(file: &Changed) -> String {
    let path = file.path.display();
    match &file.diff {
        Some(diff) => format!("--- {path}\n+++ {path}\n{}", diff.trim_end()),
        None => t!("cli-save-no-diff", path = path.to_string()),
    }
}

fn unwritable((path, error): (PathBuf, std::io::Error)) -> Failure {
    let title = t!("cli-not-written", path = path.display().to_string());
    let report = Report::new(Kind::Input, title).because(error.to_string());
    Failure::new(Exit::Failed, report.hint(t!("cli-not-written-hint")))
}
