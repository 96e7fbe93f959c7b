//! What pages ask for. Pages only push commands; the app carries them out after the frame.

use std::path::PathBuf;

use super::save::ReportFormat;
use super::steps::WizardStep;
use super::validation::Ask;
use crate::accounts::Source;

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    Go(WizardStep),
    Next,
    Back,
    /// Opens an account; `None` takes the region of the profile.
    Open {
        source: Source,
        region: Option<String>,
    },
    /// Reads profiles and stopped runs again.
    ReloadProfiles,
    /// Asks who the credentials of this profile are; an empty name is the default chain.
    Identify(String),
    /// Reads the picker lists again.
    ReloadLists,
    /// Reads everything the choices touch again.
    Observe,
    /// Asks whether the caller may do what the plan needs.
    Preflight,
    Apply,
    /// Carries the reviewed repair out.
    ApplyRepair,
    StopAfterStep,
    Resume(PathBuf),
    Undo(PathBuf),
    /// Deletes the receipt of a stopped run; nothing in the account changes.
    Discard(PathBuf),
    /// Observes again and judges the path of the setup.
    Check,
    /// Anything in the second door.
    Validate(Ask),
    Connect,
    CancelConnect,
    /// Asks where to, then writes this one exported file.
    SaveExport {
        file: usize,
    },
    /// Asks for a folder, then writes every exported file; with a path it does not ask.
    SaveAllExports {
        folder: Option<PathBuf>,
    },
    /// Asks where to, then writes the choices as TOML.
    SaveChoices,
    SaveLog,
    /// Writes the check that is shown; without a place it asks for one.
    SaveReport {
        format: ReportFormat,
        to: Option<PathBuf>,
    },
    CycleTheme,
    Help,
    /// Closes the window, after a question when a run is under way.
    Close,
}

/// The commands of one frame.
#[derive(Debug, Default)]
pub struct Commands(pub Vec<Command>);

impl Commands {
    pub fn push(&mut self, command: Command) {
        self.0.push(command);
    }
}
