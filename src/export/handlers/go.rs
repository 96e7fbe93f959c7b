//! A handler for Go, with go-sql-driver/mysql or lib/pq.

use super::{ABOUT, HOW, Handler, Source, Template};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{Language, Target};

pub(super) const TARGET: Target = Target {
    id: "go",
    title: "Handler for Go",
    about: ABOUT,
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
            language: Language::Go,
            source: Source::Any(include_str!("../../../assets/export/go/main.go")),
        },
        Template {
            path: "go.mod",
            language: Language::Text,
            source: Source::Any(include_str!("../../../assets/export/go/go.mod")),
        },
    ],
    pieces: &[],
    build: include_str!("../../../assets/export/go/build.md"),
};
