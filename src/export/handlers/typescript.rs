//! A handler for TypeScript, with mysql2 or pg: the templates of Node.js, with types.

use super::{ABOUT, HOW, Handler, Source, Template};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{Language, Target};

pub(super) const TARGET: Target = Target {
    id: "typescript",
    title: "Handler for TypeScript",
    about: ABOUT,
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
            language: Language::TypeScript,
            source: Source::PerEngine {
                mysql: include_str!("../../../assets/export/nodejs/mysql.mjs"),
                postgresql: include_str!("../../../assets/export/nodejs/postgresql.mjs"),
                sqlserver: None,
            },
        },
        Template {
            path: "package.json",
            language: Language::Json,
            source: Source::Any(include_str!("../../../assets/export/nodejs/package.json")),
        },
        Template {
            path: "tsconfig.json",
            language: Language::Json,
            source: Source::Any(include_str!("../../../assets/export/typescript/tsconfig.json")),
        },
    ],
    pieces: super::nodejs::PIECES,
    build: include_str!("../../../assets/export/typescript/build.md"),
};
