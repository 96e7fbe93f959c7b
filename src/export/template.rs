//! Fills a template. A name that the template asks for and nobody gave is an error, not a gap.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, escape_formatter};

use super::markdown;
use crate::domain::outside::one_line;
use crate::domain::{powershell, shell};
use crate::text::t;

/// A template does not fit what is put into it: a mistake in this program.
#[derive(Debug, thiserror::Error)]
#[error("{}", t!("error-export-template", template = *.template))]
pub struct TemplateError {
    /// `cli/setup.sh`.
    pub template: &'static str,
    #[source]
    pub cause: minijinja::Error,
}

/// The text of `source` with values from `context`. The filter `sh` makes one shell word of a
/// value, `sh_document` of a text whose line breaks are our own, and `code` a piece of Markdown; `ps` and
/// `ps_document` are for PowerShell what the former are for shells.
pub(super) fn fill(template: &'static str, source: &str, context: Value) -> Result<String, TemplateError> {
    fill_with(template, source, &[], context)
}

/// The same for a template that includes others, by name.
pub(super) fn fill_with(
    template: &'static str,
    source: &str,
    pieces: &[(&'static str, &'static str)],
    context: Value,
) -> Result<String, TemplateError> {
    let failed = |cause| TemplateError { template, cause };
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
    let mut environment = Environment::new();
    environment.set_syntax(syntax.map_err(failed)?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.add_filter("sh", |text: String| shell::word_with_variables(&text));
    environment
        .add_filter("sh_document", |text: String| Value::from_safe_string(shell::document_with_variables(&text)));
    environment.add_filter("ps", |text: String| powershell::string_with_variables(&text));
    environment
        .add_filter("ps_document", |text: String| Value::from_safe_string(powershell::document_with_variables(&text)));
    environment.add_filter("code", |text: String| markdown::code(&text));
    // A name in a comment does not end it.
    environment.set_formatter(|out, state, value| match value.as_str() {
        Some(text) if !value.is_safe() => escape_formatter(out, state, &Value::from(one_line(text).into_owned())),
        _ => escape_formatter(out, state, value),
    });
    for (name, piece) in pieces {
        environment.add_template(name, piece).map_err(failed)?;
    }
    environment.render_str(source, context).map_err(failed)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use minijinja::context;

    use super::*;

    #[test]
    fn a_name_nobody_gave_is_an_error() {
        let error = fill("x/y", "{{ name }}", context! {}).unwrap_err();
        assert_eq!(error.to_string(), "the export template `x/y` could not be filled");
    }

    #[test]
    fn nothing_is_escaped_unasked() {
        let text = fill("x/y", "{{ a }} {{ a | sh }}\n", context! { a => "<a b>" }).unwrap();
        assert_eq!(text, "<a b> '<a b>'\n");
    }

    #[test]
    fn a_name_does_not_end_its_line() {
        let text = fill("x/y", "# {{ a }}\n{{ a | sh }}\n", context! { a => "a\nrm" }).unwrap();
        assert_eq!(text, "# a\\nrm\n$'a\\nrm'\n");
        let text = fill("x/y", "{{ a | sh_document }}\n", context! { a => "{\n}" }).unwrap();
        assert_eq!(text, "'{\n}'\n");
    }
}
