//! A handler for Rust, with mysql_async or tokio-postgres.

use super::{HOW, Handler, Template, TemplateSource};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{CodeLanguage, ExportTarget};

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "rust",
    how: HOW,
    handler: Some(HandlerLanguage::Rust),
    render: |setup| HANDLER.render(setup),
    adopt: None,
};

const HANDLER: Handler = Handler {
    language: HandlerLanguage::Rust,
    files: &[
        Template {
            path: "main.rs",
            language: CodeLanguage::Rust,
            source: TemplateSource::PerEngine {
                mysql: include_str!("../../../assets/export/rust/mysql.rs"),
                postgresql: include_str!("../../../assets/export/rust/postgresql.rs"),
                sqlserver: None,
            },
        },
        Template {
            path: "Cargo.toml",
            language: CodeLanguage::Text,
            source: TemplateSource::Any(include_str!("../../../assets/export/rust/Cargo.toml")),
        },
    ],
    pieces: &[("password", include_str!("../../../assets/export/rust/password.rs"))],
    build: include_str!("../../../assets/export/rust/build.md"),
};
