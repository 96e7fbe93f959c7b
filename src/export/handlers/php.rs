//! A handler for PHP, with PDO, on Bref.

use super::{ABOUT, HOW, Handler, Source, Template};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{Language, Target};

pub(super) const TARGET: Target = Target {
    id: "php",
    title: "Handler for PHP",
    about: ABOUT,
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
            language: Language::Php,
            source: Source::Any(include_str!("../../../assets/export/php/index.php")),
        },
        Template {
            path: "composer.json",
            language: Language::Json,
            source: Source::Any(include_str!("../../../assets/export/php/composer.json")),
        },
    ],
    pieces: &[],
    build: include_str!("../../../assets/export/php/build.md"),
};
