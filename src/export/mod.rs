//! Setup → files that run: policies, a CLI script, handler code. Pure: nothing is written here.
//!
//! One thin file per target; what its files look like is in `assets/export/<target>/`. A new
//! target is a file, a folder of templates and a line in [`targets`]. Front ends write or show
//! what [`files`] gives them.

mod archive;
mod attach;
mod caller_policy;
mod cdk;
mod cli;
mod cloudformation;
mod code;
mod compare;
mod config_rules;
mod database_user;
mod handlers;
mod live;
mod locust;
mod markdown;
mod policies;
mod powershell;
mod prove_policy;
mod pulumi;
mod read_policy;
mod readme;
mod resources;
mod sam;
mod template;
mod terraform;
mod yaml;

use std::collections::BTreeSet;

use crate::domain::export_part::ExportPart;
use crate::domain::handler_language::HandlerLanguage;
use crate::domain::setup::Setup;
use crate::text::{in_english, named, t};

pub use archive::archive;
pub use compare::{Compared, Difference, FileStanding, StandingId, compare};
pub use database_user::{
    DatabaseUser, KnownUser, PASSWORD, ProxyLogsIn, Rights, RightsError, Sql, UserState, sql_of_setup, with_password,
};
pub use live::{Live, live};
pub use locust::{Locust, LocustAccess};
pub use prove_policy::FORWARDING;
pub use read_policy::{history_policy, organization_policy, read_policy, watch_policy};
pub use template::TemplateError;

/// What a file is written in, for highlighting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CodeLanguage {
    CSharp,
    Go,
    Hcl,
    Java,
    JavaScript,
    Json,
    Php,
    PowerShell,
    Python,
    Ruby,
    Rust,
    Shell,
    Sql,
    Text,
    TypeScript,
    Xml,
    Yaml,
}

/// One exported file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct File {
    /// Relative to the export's folder, with `/`: `policies/proxy-role.json`.
    pub path: String,
    /// The whole content, ending in a line break.
    pub text: String,
    pub language: CodeLanguage,
    /// To be run: front ends set the executable bit where there is one.
    pub executable: bool,
    /// What it is for, in a line, where its name does not say it. The export's README lists it.
    pub about: &'static str,
}

impl File {
    /// A file, executable where it is a script.
    pub fn new(path: &str, language: CodeLanguage, text: String) -> Self {
        Self { path: path.to_owned(), text, language, executable: language == CodeLanguage::Shell, about: "" }
    }

    /// Says what it is for. In English whatever the window speaks: an export is the same bytes for everyone.
    const fn about(mut self, about: &'static str) -> Self {
        self.about = about;
        self
    }

    /// The path's last part: `proxy-role.json`.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// Renders a setup together with what is live of it.
pub type Adopt = fn(&Setup, &Live) -> Result<Vec<File>, TemplateError>;

/// One way to write a setup down.
#[derive(Debug, Clone, Copy)]
pub struct ExportTarget {
    /// Stable name, as on the command line; also the folder its files are in.
    pub id: &'static str,
    /// The commands that deploy it, check it and take it back, as a part of the export's README: a template with
    /// the context of [`readme`]. Empty where there are none.
    pub how: &'static str,
    /// What its handler is written in, where it is one.
    pub handler: Option<HandlerLanguage>,
    /// Renders it: from the setup alone, so that the files are the same before and after an apply.
    /// Tokens stand for what AWS names.
    pub render: fn(&Setup) -> Result<Vec<File>, TemplateError>,
    /// The same for what is live already, where the format can take it over.
    pub adopt: Option<Adopt>,
}

impl ExportTarget {
    /// Its name in a list.
    pub fn title(&self) -> String {
        match self.handler {
            Some(language) => t!("export-target-handler", language = language.title()),
            None => named(&format!("export-target-{}", self.id)).unwrap_or(self.id).to_owned(),
        }
    }

    /// What it is for, in a line.
    pub fn about(&self) -> &'static str {
        let id = if self.handler.is_some() { "handler" } else { self.id };
        named(&format!("export-target-{id}.about")).unwrap_or_default()
    }
}

/// What is not handler code, in the order in which people look for it.
const BEFORE_HANDLERS: [ExportTarget; 12] = [
    policies::TARGET,
    cli::TARGET,
    powershell::TARGET,
    cloudformation::TARGET,
    sam::TARGET,
    terraform::TARGET,
    cdk::TYPESCRIPT,
    cdk::PYTHON,
    pulumi::TARGET,
    config_rules::TARGET,
    database_user::TARGET,
    locust::TARGET,
];

/// Every target.
pub fn targets() -> impl Iterator<Item = &'static ExportTarget> {
    BEFORE_HANDLERS.iter().chain(&handlers::TARGETS)
}

/// The target with this id.
pub fn target(id: &str) -> Option<&'static ExportTarget> {
    targets().find(|target| target.id == id)
}

/// What an export of this setup has: everything that is no handler, and a handler in each language
/// that was chosen, else in the function's own. Rules that hold it are there where they were asked for.
pub fn targets_of(setup: &Setup) -> Vec<&'static ExportTarget> {
    let languages = languages(setup);
    let with_rules = parts(setup).contains(&ExportPart::ConfigRules);
    targets()
        .filter(|target| target.handler.is_none_or(|language| languages.contains(&language)))
        .filter(|target| with_rules || target.id != config_rules::TARGET.id)
        // SAM builds a handler: without one there is nothing for it to do.
        .filter(|target| target.id != sam::TARGET.id || ExportPart::Function.fits(setup).is_ok())
        .collect()
}

/// The languages of the handlers.
pub fn languages(setup: &Setup) -> Vec<HandlerLanguage> {
    HandlerLanguage::of_setup(setup)
}

/// The parts around the proxy that were chosen and fit, in the order of the list.
pub fn parts(setup: &Setup) -> Vec<ExportPart> {
    let chosen = setup.choices.as_ref().map(|choices| choices.export.parts.as_slice()).unwrap_or_default();
    ExportPart::ALL.into_iter().filter(|part| chosen.contains(part) && part.fits(setup).is_ok()).collect()
}

/// The setup without parts that what is live has its own of: function, network and database.
fn without_new(setup: &Setup) -> Setup {
    let mut setup = setup.clone();
    if let Some(choices) = &mut setup.choices {
        let new = [ExportPart::Function, ExportPart::Network, ExportPart::Database];
        choices.export.parts.retain(|part| !new.contains(part));
    }
    setup
}

/// The files of an export of what is to be made.
pub fn files(setup: &Setup) -> Result<Vec<File>, TemplateError> {
    files_of(setup, None, &targets_of(setup))
}

/// What other exports of this setup would write: a handler in another language may still be there.
pub fn other_paths(setup: &Setup, files: &[File]) -> Result<BTreeSet<String>, TemplateError> {
    let mut paths = BTreeSet::new();
    for target in targets() {
        paths.extend((target.render)(setup)?.into_iter().map(|file| file.path));
    }
    paths.retain(|path| !files.iter().any(|file| file.path == *path));
    Ok(paths)
}

/// The files of some targets, and a README that says what they are. A target that can take over what is
/// live does so instead of making it. The files are in English: AWS stores some of their words, and the same
/// setup makes the same files for everybody.
pub fn files_of(
    setup: &Setup,
    live: Option<&Live>,
    targets: &[&'static ExportTarget],
) -> Result<Vec<File>, TemplateError> {
    in_english(|| made(setup, live, targets))
}

fn made(setup: &Setup, live: Option<&Live>, targets: &[&'static ExportTarget]) -> Result<Vec<File>, TemplateError> {
    let there = live.map(|_| without_new(setup));
    let setup = there.as_ref().unwrap_or(setup);
    let mut files = Vec::new();
    for target in targets {
        files.extend(match (target.adopt, live) {
            (Some(adopt), Some(live)) => adopt(setup, live)?,
            _ => (target.render)(setup)?,
        });
    }
    let readme = readme::render(setup, targets, &files)?;
    files.push(readme);
    Ok(files)
}

/// The target that a file belongs to; the README belongs to none.
pub fn target_of(file: &File) -> Option<&'static ExportTarget> {
    target(file.path.split_once('/')?.0)
}
