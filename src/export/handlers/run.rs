//! How Lambda runs an exported handler, as the guide of each language says.

use crate::domain::handler_language::HandlerLanguage::{self, *};
use crate::domain::setup::Setup;
use crate::export::languages;

/// What a function needs to run a handler.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::export) struct Run {
    pub language: HandlerLanguage,
    pub runtime: String,
    pub handler: &'static str,
    /// What its guide builds, from the root of the export.
    pub archive: &'static str,
    /// What SAM takes: the folder where SAM knows how to build it, else the archive.
    pub source: &'static str,
    /// What the guide's commands build for.
    pub architecture: &'static str,
}

/// The first language that is exported; for a function that nobody knows yet, Python.
pub(in crate::export) fn run(setup: &Setup) -> Run {
    let languages = languages(setup);
    let runtime = setup.access.runtime.as_deref();
    let language = match (languages.as_slice(), runtime) {
        ([first, ..], Some(_)) => *first,
        (several, None) if several.contains(&Python) => Python,
        ([first, ..], None) => *first,
        ([], _) => Python,
    };
    let (newest, handler, archive, source, architecture) = match language {
        Nodejs => ("nodejs22.x", "index.handler", "nodejs/function.zip", "nodejs", "arm64"),
        Typescript => ("nodejs22.x", "index.handler", "typescript/function.zip", "typescript/function.zip", "arm64"),
        Python => ("python3.13", "handler.handler", "python/function.zip", "python", "x86_64"),
        Java => ("java21", "example.Handler", "java/target/handler.jar", "java", "arm64"),
        Go => ("provided.al2023", "bootstrap", "go/function.zip", "go/function.zip", "arm64"),
        Rust => {
            let archive = "rust/target/lambda/bootstrap/function.zip";
            ("provided.al2023", "bootstrap", archive, archive, "arm64")
        }
        Dotnet => ("dotnet8", "Handler::Handler.Function::Handle", "dotnet/function.zip", "dotnet", "arm64"),
        Ruby => ("ruby3.4", "handler.handler", "ruby/function.zip", "ruby", "x86_64"),
        Php => ("provided.al2023", "index.php", "php/function.zip", "php/function.zip", "x86_64"),
    };
    // One of the same kind stays, unless Lambda makes no new function with it.
    let kept = runtime.filter(|runtime| kind(runtime) == kind(newest) && !OLD.contains(runtime));
    let runtime = kept.unwrap_or(newest).to_owned();
    Run { language, runtime, handler, archive, source, architecture }
}

/// `python` of `python3.13`.
fn kind(runtime: &str) -> Option<&str> {
    runtime.split(|letter: char| letter.is_ascii_digit()).next()
}

/// Runtimes that no new function can be made with.
/// <https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html>
const OLD: [&str; 15] = [
    "dotnet6",
    "dotnet7",
    "dotnetcore3.1",
    "go1.x",
    "java8",
    "nodejs12.x",
    "nodejs14.x",
    "nodejs16.x",
    "nodejs18.x",
    "python3.6",
    "python3.7",
    "python3.8",
    "python3.9",
    "ruby2.7",
    "ruby3.2",
];
