//! A handler for C#, with MySqlConnector or Npgsql.

use super::{HOW, Handler, Template, TemplateSource};
use crate::domain::handler_language::HandlerLanguage;
use crate::export::{CodeLanguage, ExportTarget};

pub(super) const TARGET: ExportTarget = ExportTarget {
    id: "dotnet",
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
            language: CodeLanguage::CSharp,
            source: TemplateSource::Any(include_str!("../../../assets/export/dotnet/Function.cs")),
        },
        Template {
            path: "Handler.csproj",
            language: CodeLanguage::Xml,
            source: TemplateSource::Any(include_str!("../../../assets/export/dotnet/Handler.csproj")),
        },
    ],
    pieces: &[],
    build: include_str!("../../../assets/export/dotnet/build.md"),
};
