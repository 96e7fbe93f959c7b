//! A handler for TypeScript, with mysql2 or pg: the templates of Node.js, with types.

use super::{HOW, Handler, Template, TemplateSource};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{CodeLanguage, ExportTarget};

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "typescript",
    how: HOW,
    handler: Some(HandlerLanguage::Typescript),
    render: |setup| HANDLER.render(setup),
    adopt: None,
};

const HANDLER: Handler = Handler {
    language: HandlerLanguage::Typescript,
    files: &[
        Template {
            path: "index.ts",
            language: CodeLanguage::TypeScript,
            source: TemplateSource::PerEngine {
                mysql: include_str!("../../../assets/export/nodejs/mysql.mjs"),
                postgresql: include_str!("../../../assets/export/nodejs/postgresql.mjs"),
                sqlserver: None,
            },
        },
        Template {
            path: "package.json",
            language: CodeLanguage::Json,
            source: TemplateSource::Any(include_str!("../../../assets/export/nodejs/package.json")),
        },
        Template {
            path: "tsconfig.json",
            language: CodeLanguage::Json,
            source: TemplateSource::Any(include_str!("../../../assets/export/typescript/tsconfig.json")),
        },
    ],
    pieces: super::nodejs::PIECES,
    build: include_str!("../../../assets/export/typescript/build.md"),
};
