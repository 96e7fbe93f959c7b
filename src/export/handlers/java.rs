//! A handler for Java, with a JDBC driver, MariaDB's or PostgreSQL's.

use super::{HOW, Handler, Template, TemplateSource};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{CodeLanguage, ExportTarget};

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "java",
    how: HOW,
    handler: Some(HandlerLanguage::Java),
    render: |setup| HANDLER.render(setup),
    adopt: None,
};

const HANDLER: Handler = Handler {
    language: HandlerLanguage::Java,
    files: &[
        Template {
            path: "src/main/java/example/Handler.java",
            language: CodeLanguage::Java,
            source: TemplateSource::Any(include_str!("../../../assets/export/java/Handler.java")),
        },
        Template {
            path: "pom.xml",
            language: CodeLanguage::Xml,
            source: TemplateSource::Any(include_str!("../../../assets/export/java/pom.xml")),
        },
    ],
    pieces: &[],
    build: include_str!("../../../assets/export/java/build.md"),
};
