//! The languages that handlers are written in.

use serde::{Deserialize, Serialize};

use super::database::EngineFamily;
use super::proxy::AuthMode;
use super::setup::Setup;

/// A language that exported handler code is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HandlerLanguage {
    Nodejs,
    Typescript,
    Python,
    Java,
    Go,
    Rust,
    Dotnet,
    Ruby,
    Php,
}

impl HandlerLanguage {
    /// In the order in which they are listed.
    pub const ALL: [Self; 9] = [
        Self::Nodejs,
        Self::Typescript,
        Self::Python,
        Self::Java,
        Self::Go,
        Self::Rust,
        Self::Dotnet,
        Self::Ruby,
        Self::Php,
    ];

    /// Stable name, as in choices, on the command line, and of the exported folder.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nodejs => "nodejs",
            Self::Typescript => "typescript",
            Self::Python => "python",
            Self::Java => "java",
            Self::Go => "go",
            Self::Rust => "rust",
            Self::Dotnet => "dotnet",
            Self::Ruby => "ruby",
            Self::Php => "php",
        }
    }

    /// What people call it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Nodejs => "Node.js",
            Self::Typescript => "TypeScript",
            Self::Python => "Python",
            Self::Java => "Java",
            Self::Go => "Go",
            Self::Rust => "Rust",
            Self::Dotnet => "C#",
            Self::Ruby => "Ruby",
            Self::Php => "PHP",
        }
    }

    /// The languages of a setup's handlers: those that were chosen, else the function's own.
    pub fn of_setup(setup: &Setup) -> Vec<Self> {
        match setup.choices.as_ref().map(|choices| choices.export.languages.as_slice()) {
            Some(chosen) if !chosen.is_empty() => chosen.to_vec(),
            _ => Self::of_runtime(setup.access.runtime.as_deref()),
        }
    }

    /// Whether there is a handler for these engines. For SQL Server there is one with the password alone: no
    /// driver's way to log in with a token was tried against a proxy.
    pub fn is_written_for(self, family: EngineFamily, mode: AuthMode) -> bool {
        family != EngineFamily::Sqlserver || (mode == AuthMode::Password && matches!(self, Self::Nodejs | Self::Python))
    }

    /// Its handlers ran in this project's tests, against real databases. Neither .NET nor a MySQL
    /// client for Ruby that checks the host's name can be had where the tests run, nor SQL Server;
    /// those in Rust are not run yet.
    pub const fn is_run_in_tests(self, family: EngineFamily) -> bool {
        match family {
            EngineFamily::Mysql => !matches!(self, Self::Dotnet | Self::Rust | Self::Ruby),
            EngineFamily::Postgresql => !matches!(self, Self::Dotnet | Self::Rust),
            EngineFamily::Sqlserver => false,
        }
    }

    /// What functions with this runtime are written in, the likely language first. A function whose
    /// runtime says nothing (a container image) gets the two that most are written in.
    pub fn of_runtime(runtime: Option<&str>) -> Vec<Self> {
        let runtime = runtime.unwrap_or_default();
        let is = |name: &str| runtime.starts_with(name);
        match () {
            () if is("nodejs") => vec![Self::Nodejs],
            () if is("python") => vec![Self::Python],
            () if is("java") => vec![Self::Java],
            () if is("go") => vec![Self::Go],
            () if is("provided") => vec![Self::Go, Self::Rust],
            () if is("dotnet") => vec![Self::Dotnet],
            () if is("ruby") => vec![Self::Ruby],
            () => vec![Self::Nodejs, Self::Python],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::HandlerLanguage::{self as Of, *};

    #[test]
    fn a_runtime_names_its_language() {
        for (runtime, languages) in [
            (Some("nodejs22.x"), vec![Nodejs]),
            (Some("python3.13"), vec![Python]),
            (Some("java21"), vec![Java]),
            (Some("go1.x"), vec![Go]),
            (Some("provided.al2023"), vec![Go, Rust]),
            (Some("dotnet8"), vec![Dotnet]),
            (Some("ruby3.4"), vec![Ruby]),
            (Some("cobol1"), vec![Nodejs, Python]),
            (None, vec![Nodejs, Python]),
        ] {
            assert_eq!(Of::of_runtime(runtime), languages, "{runtime:?}");
        }
    }

    #[test]
    fn the_id_is_the_name_in_a_file() {
        for language in Of::ALL {
            assert_eq!(serde_json::to_value(language).unwrap(), language.id());
        }
    }
}
