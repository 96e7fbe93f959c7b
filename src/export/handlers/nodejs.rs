//! A handler for Node.js, with mysql2 or pg.

use super::{HOW, Handler, Template, TemplateSource};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{CodeLanguage, ExportTarget};

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "nodejs",
    how: HOW,
    handler: Some(HandlerLanguage::Nodejs),
    render: |setup| HANDLER.render(setup),
    adopt: None,
};

/// What the templates for JavaScript and TypeScript include.
pub(super) const PIECES: &[(&str, &str)] = &[
    ("secret", include_str!("../../../assets/export/nodejs/secret.mjs")),
    ("alone", include_str!("../../../assets/export/nodejs/alone.mjs")),
];

const HANDLER: Handler = Handler {
    language: HandlerLanguage::Nodejs,
    files: &[
        Template {
            path: "index.mjs",
            language: CodeLanguage::JavaScript,
            source: TemplateSource::PerEngine {
                mysql: include_str!("../../../assets/export/nodejs/mysql.mjs"),
                postgresql: include_str!("../../../assets/export/nodejs/postgresql.mjs"),
                sqlserver: Some(include_str!("../../../assets/export/nodejs/sqlserver.mjs")),
            },
        },
        Template {
            path: "package.json",
            language: CodeLanguage::Json,
            source: TemplateSource::Any(include_str!("../../../assets/export/nodejs/package.json")),
        },
    ],
    pieces: PIECES,
    build: include_str!("../../../assets/export/nodejs/build.md"),
};
