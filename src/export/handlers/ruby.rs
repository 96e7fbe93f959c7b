//! A handler for Ruby, with mysql2 or pg.

use super::{HOW, Handler, Template, TemplateSource};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{CodeLanguage, ExportTarget};

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "ruby",
    how: HOW,
    handler: Some(HandlerLanguage::Ruby),
    render: |setup| HANDLER.render(setup),
    adopt: None,
};

const HANDLER: Handler = Handler {
    language: HandlerLanguage::Ruby,
    files: &[
        Template {
            path: "handler.rb",
            language: CodeLanguage::Ruby,
            source: TemplateSource::Any(include_str!("../../../assets/export/ruby/handler.rb")),
        },
        Template {
            path: "Gemfile",
            language: CodeLanguage::Ruby,
            source: TemplateSource::Any(include_str!("../../../assets/export/ruby/Gemfile")),
        },
    ],
    pieces: &[],
    build: include_str!("../../../assets/export/ruby/build.md"),
};
