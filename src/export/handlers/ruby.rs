//! A handler for Ruby, with mysql2 or pg.

use super::{ABOUT, HOW, Handler, Source, Template};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{Language, Target};

pub(super) const TARGET: Target = Target {
    id: "ruby",
    title: "Handler for Ruby",
    about: ABOUT,
    how: HOW,
    handler: Some(HandlerLanguage::Ruby),
    render: |setup| HANDLER.render(setup),
    adopt: None,
};

const HANDLER: Handler = Handler {
    language: HandlerLanguage::Ruby,
    files: &[
        Template {
            path: "handler.rb",
            language: Language::Ruby,
            source: Source::Any(include_str!("../../../assets/export/ruby/handler.rb")),
        },
        Template {
            path: "Gemfile",
            language: Language::Ruby,
            source: Source::Any(include_str!("../../../assets/export/ruby/Gemfile")),
        },
    ],
    pieces: &[],
    build: include_str!("../../../assets/export/ruby/build.md"),
};
