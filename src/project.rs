//! A file that somebody gave: choices, or a bundle of what was read of an account. What it is is told by what
//! stands in it, never by its name.

use std::path::Path;

use crate::bundle;
use crate::disk::given;
use crate::domain::choices::Choices;
use crate::domain::observed::Observed;
use crate::report::{Kind, Report};
use crate::text::{Sentence, said};

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Project {
    /// What is to be set up.
    Choices(Box<Choices>),
    /// What was found elsewhere.
    Bundle(Box<Observed>),
}

/// Reads either.
///
/// # Errors
/// The file cannot be read, or is neither; where in it, and why.
pub fn open(path: &Path) -> Result<Project, Report> {
    let text = given::text(path).map_err(|error| {
        let title = said!("project-refused", path = path.display().to_string());
        Report::new(Kind::Input, title).because(Sentence::from_error(error)).hint(said!("project-missing-hint"))
    })?;
    // A bundle is a JSON object, which no TOML begins as.
    if text.trim_start().starts_with('{') {
        return parsed_bundle(path, &text).map(|observed| Project::Bundle(Box::new(observed)));
    }
    parsed_choices(path, &text).map(|choices| Project::Choices(Box::new(choices)))
}

/// Reads a file of choices.
///
/// # Errors
/// It cannot be read, or holds something else.
pub fn choices(path: &Path) -> Result<Choices, Report> {
    let text = given::text(path)
        .map_err(|error| no_choices(path, Sentence::from_error(error)).hint(said!("cli-choices-missing-hint")))?;
    parsed_choices(path, &text)
}

/// Reads a bundle.
///
/// # Errors
/// It cannot be read, or holds something else.
pub fn bundle(path: &Path) -> Result<Observed, Report> {
    let text = given::text(path)
        .map_err(|error| no_bundle(path, Sentence::from_error(error)).hint(said!("cli-bundle-missing-hint")))?;
    parsed_bundle(path, &text)
}

fn parsed_choices(path: &Path, text: &str) -> Result<Choices, Report> {
    toml::from_str(text).map_err(|error| no_choices(path, position(text, &error)).hint(said!("cli-choices-hint")))
}

fn parsed_bundle(path: &Path, text: &str) -> Result<Observed, Report> {
    bundle::read(text).map_err(|error| no_bundle(path, Sentence::from_error(error)).hint(said!("cli-bundle-hint")))
}

fn no_choices(path: &Path, why: Sentence) -> Report {
    Report::new(Kind::Input, said!("cli-choices-refused", path = path.display().to_string())).because(why)
}

fn no_bundle(path: &Path, why: Sentence) -> Report {
    Report::new(Kind::Input, said!("cli-bundle-refused", path = path.display().to_string())).because(why)
}

/// Where in the file it is, and what is wrong there.
fn position(text: &str, error: &toml::de::Error) -> Sentence {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    said!("cli-choices-at", line = line, column = column, why = error.message())
}
