//! A handler for Go, with go-sql-driver/mysql or lib/pq.

use super::{HOW, Handler, Template, TemplateSource};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{CodeLanguage, ExportTarget};

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "go",
    how: HOW,
    handler: Some(HandlerLanguage::Go),
    render: |setup| HANDLER.render(setup),
    adopt: None,
};

const HANDLER: Handler = Handler {
    language: HandlerLanguage::Go,
    files: &[
        Template {
            path: "main.go",
            language: CodeLanguage::Go,
            source: TemplateSource::Any(include_str!("../../../assets/export/go/main.go")),
        },
        Template {
            path: "go.mod",
            language: CodeLanguage::Text,
            source: TemplateSource::Any(include_str!("../../../assets/export/go/go.mod")),
        },
    ],
    pieces: &[],
    build: include_str!("../../../assets/export/go/build.md"),
};
