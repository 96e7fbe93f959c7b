//! A handler for Java, with a JDBC driver, MariaDB's or PostgreSQL's.

use super::{ABOUT, HOW, Handler, Source, Template};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{Language, Target};

pub(super) const TARGET: Target = Target {
    id: "java",
    title: "Handler for Java",
    about: ABOUT,
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
            language: Language::Java,
            source: Source::Any(include_str!("../../../assets/export/java/Handler.java")),
        },
        Template {
            path: "pom.xml",
            language: Language::Xml,
            source: Source::Any(include_str!("../../../assets/export/java/pom.xml")),
        },
    ],
    pieces: &[],
    build: include_str!("../../../assets/export/java/build.md"),
};
