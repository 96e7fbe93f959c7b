//! What must be installed before a tunnel can be opened.

use std::env;
use std::path::Path;

use crate::text::{Sentence, said};

/// A program that is not in the search path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The AWS CLI.
    Cli,
    /// The plugin by which the CLI speaks to Session Manager.
    Plugin,
}

impl Missing {
    /// The program's own name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cli => "aws",
            Self::Plugin => "session-manager-plugin",
        }
    }

    /// How to get it.
    pub const fn url(self) -> &'static str {
        match self {
            Self::Cli => "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html",
            Self::Plugin => {
                "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-install-plugin.html"
            }
        }
    }

    /// What to do about it, in a whole sentence.
    pub fn how_to_get(self) -> Sentence {
        said!("tunnel-how-to-get", name = self.name(), url = self.url())
    }
}

/// The first program that a tunnel needs and that is not there. Looks at the search path only.
pub fn missing() -> Option<Missing> {
    [Missing::Cli, Missing::Plugin].into_iter().find(|program| !is_there(program.name()))
}

fn is_there(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| is_program(&folder.join(format!("{program}{}", env::consts::EXE_SUFFIX))))
}

fn is_program(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        path.metadata().is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
    }
    #[cfg(not(unix))]
    path.is_file()
}
