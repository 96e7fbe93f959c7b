//! What every HTML page of a report shares: its environment, its first styles, and how a verdict is marked.

use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};

use crate::domain::finding::Severity;
use crate::rules::picture::Passage;
use crate::text::spoken;

/// A template may include it; it asks for `width`.
const STYLES: &str = include_str!("../../../assets/report/page.css");

/// The template as a page, with everything escaped.
///
/// # Errors
/// The template asks for something nobody gave: a mistake in this program, which a test finds.
pub fn page(template: &str, context: Value) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_global("language", spoken().tag());
    environment.add_template("page.css", STYLES)?;
    environment.render_str(template, context)
}

pub fn passage_class(passage: Passage) -> &'static str {
    match passage {
        Passage::Passes => "ok",
        Passage::WorksBut => "warning",
        Passage::Blocked => "error",
        Passage::Unknown => "unknown",
    }
}

pub fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}
