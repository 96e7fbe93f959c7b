//! A handler for PHP, with PDO, on Bref.

use super::{HOW, Handler, Template, TemplateSource};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{CodeLanguage, ExportTarget};

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "php",
    how: HOW,
    handler: Some(HandlerLanguage::Php),
    render: |setup| HANDLER.render(setup),
    adopt: None,
};

const HANDLER: Handler = Handler {
    language: HandlerLanguage::Php,
    files: &[
        Template {
            path: "index.php",
            language: CodeLanguage::Php,
            source: TemplateSource::Any(include_str!("../../../assets/export/php/index.php")),
        },
        Template {
            path: "composer.json",
            language: CodeLanguage::Json,
            source: TemplateSource::Any(include_str!("../../../assets/export/php/composer.json")),
        },
    ],
    pieces: &[],
    build: include_str!("../../../assets/export/php/build.md"),
};
