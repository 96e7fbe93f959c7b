//! A handler for Python, with PyMySQL or psycopg.

use super::{HOW, Handler, Template, TemplateSource};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{CodeLanguage, ExportTarget};

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "python",
    how: HOW,
    handler: Some(HandlerLanguage::Python),
    render: |setup| HANDLER.render(setup),
    adopt: None,
};

const HANDLER: Handler = Handler {
    language: HandlerLanguage::Python,
    files: &[
        Template {
            path: "handler.py",
            language: CodeLanguage::Python,
            source: TemplateSource::PerEngine {
                mysql: include_str!("../../../assets/export/python/mysql.py"),
                postgresql: include_str!("../../../assets/export/python/postgresql.py"),
                sqlserver: Some(include_str!("../../../assets/export/python/sqlserver.py")),
            },
        },
        Template {
            path: "requirements.txt",
            language: CodeLanguage::Text,
            source: TemplateSource::Any(include_str!("../../../assets/export/python/requirements.txt")),
        },
    ],
    pieces: &[("secret", include_str!("../../../assets/export/python/secret.py"))],
    build: include_str!("../../../assets/export/python/build.md"),
};
