//! Setup → files that run: policies, a CLI script, handler code. Pure: nothing is written here.
//!
//! One thin file per target; what its files look like is in `assets/export/<target>/`. A new
//! target is a file, a folder of templates and a line in [`TARGETS`]. Front ends write or show
//! what [`files`] gives them.

mod caller_policy;
mod cli;
mod database_user;
mod handler;
mod locust;
mod nodejs;
mod policies;
mod prove_policy;
mod python;
mod read_policy;
mod template;

use crate::domain::setup::Setup;

pub use database_user::{
    DatabaseUser, KnownUser, PASSWORD, ProxyLogsIn, Rights, RightsError, Sql, UserState, is_there_already,
    sql_of_setup, with_password,
};
pub use locust::{Locust, NotALocust, Way};
pub use prove_policy::FORWARDING;
pub use read_policy::{read_policy, watch_policy};
pub use template::TemplateError;

/// What a file is written in, for highlighting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    Json,
    Shell,
    JavaScript,
    Python,
    Sql,
    Text,
}

/// One exported file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct File {
    /// Relative to the export's folder, with `/`: `policies/proxy-role.json`.
    pub path: String,
    /// The whole content, ending in a line break.
    pub text: String,
    pub language: Language,
    /// To be run: front ends set the executable bit where there is one.
    pub executable: bool,
}

impl File {
    fn new(path: &str, language: Language, text: String) -> Self {
        Self { path: path.to_owned(), text, language, executable: language == Language::Shell }
    }

    /// The path's last part: `proxy-role.json`.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// One way to write a setup down.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Stable name, as on the command line; also the folder its files are in.
    pub id: &'static str,
    /// Its name in a list.
    pub title: &'static str,
    /// What it is for, in a line.
    pub about: &'static str,
    /// What the runtimes of the functions begin with that its handler is for: `python`.
    pub runtime: Option<&'static str>,
    /// Renders it: from the setup alone, so that the files are the same before and after an apply.
    /// Tokens stand for what AWS names.
    pub render: fn(&Setup) -> Result<Vec<File>, TemplateError>,
}

/// Every target, in the order in which people look for them.
pub const TARGETS: &[Target] = &[policies::TARGET, cli::TARGET, database_user::TARGET, nodejs::TARGET, python::TARGET];

/// The target with this id.
pub fn target(id: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.id == id)
}

/// Every target, the handler in the function's own language before those in others.
pub fn targets_for(setup: &Setup) -> Vec<&'static Target> {
    let runtime = setup.access.runtime.as_deref().unwrap_or_default();
    let mut targets: Vec<&Target> = TARGETS.iter().collect();
    let is_own = |target: &Target| target.runtime.is_some_and(|name| runtime.starts_with(name));
    if let Some(own) = targets.iter().position(|target| is_own(target))
        && let Some(first) = targets.iter().position(|target| target.runtime.is_some())
    {
        let own = targets.remove(own);
        targets.insert(first, own);
    }
    targets
}

/// The files of all targets.
pub fn files(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    let mut files = Vec::new();
    for target in TARGETS {
        files.extend((target.render)(setup)?);
    }
    Ok(files)
}
