//! A handler for C#, with MySqlConnector or Npgsql.

use super::{ABOUT, HOW, Handler, Source, Template};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{Language, Target};

pub(super) const TARGET: Target = Target {
    id: "dotnet",
    title: "Handler for C#",
    about: ABOUT,
    how: HOW,
    handler: Some(HandlerLanguage::Dotnet),
    render: |setup| HANDLER.render(setup),
    adopt: None,
};

const HANDLER: Handler = Handler {
    language: HandlerLanguage::Dotnet,
    files: &[
        Template {
            path: "Function.cs",
            language: Language::CSharp,
            source: Source::Any(include_str!("../../../assets/export/dotnet/Function.cs")),
        },
        Template {
            path: "Handler.csproj",
            language: Language::Xml,
            source: Source::Any(include_str!("../../../assets/export/dotnet/Handler.csproj")),
        },
    ],
    pieces: &[],
    build: include_str!("../../../assets/export/dotnet/build.md"),
};
