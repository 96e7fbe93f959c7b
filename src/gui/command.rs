//! What pages ask for. Pages only push commands; the app carries them out after the frame.

use std::path::PathBuf;

use super::accepting;
use super::fleet;
use super::load;
use super::login_line::LoginProgram;
use super::proving;
use super::save::What;
use super::settings::Setting;
use super::signing_in;
use super::steps::WizardStep;
use super::tunnelling;
use super::validation::ValidationAsk;
use crate::accounts::Source;
use crate::apply::StopAt;

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
    /// Opens the practice account in this scenario; a broken one at its proxy, ready to be validated.
    Practise(String),
    /// Gives up opening an account.
    CancelOpen,
    /// Reads profiles and what was begun before again.
    ReloadProfiles,
    /// Asks who the credentials of this profile are; an empty name is the default chain.
    Identify(String),
    /// Waits no longer for what is being read.
    StopReading,
    /// Opens the account again, as after signing in, and reads again what is shown.
    TryAgain,
    /// Reads the picker lists again.
    ReloadLists,
    /// Reads everything the choices touch again.
    Observe,
    /// Looks at the proxies that could be used for the chosen database.
    Candidates,
    /// Asks whether a proxy is worth it in front of the chosen database.
    Advise,
    /// Asks which proxies and databases this function reaches.
    Reached(String),
    /// Asks whether the caller may do what the plan needs.
    Preflight,
    Apply,
    /// Carries the reviewed repair out.
    ApplyRepair,
    /// Stops the run, or stops it sooner than was asked before.
    Stop(StopAt),
    /// Goes on with the run of this receipt.
    Resume(PathBuf),
    Undo(PathBuf),
    /// Shows the run of this receipt, at this step.
    Show {
        receipt: PathBuf,
        at: WizardStep,
    },
    /// Goes on with the choices of this draft.
    TakeDraft(PathBuf),
    /// Deletes a receipt or a draft; nothing in the account changes.
    Discard(PathBuf),
    /// Observes again and judges the path of the setup.
    Check,
    /// Anything in the second door.
    Validate(ValidationAsk),
    /// Anything on the page over all proxies.
    Fleet(fleet::FleetAsk),
    /// Anything about accepting findings.
    Accept(accepting::AcceptingAsk),
    /// Of the dialog that signs a profile in.
    SignIn(signing_in::SigningInAsk),
    /// Anything in the load lab.
    Load(load::LoadAsk),
    Connect,
    CancelConnect,
    /// A proof from where a function stands.
    Prove(proving::ProvingAsk),
    /// Anything about the tunnel.
    Tunnel(tunnelling::TunnelAsk),
    /// Copies what another program connects with, a fresh token in it.
    CopyLogin(LoginProgram),
    /// Saves something; without a place it asks for one.
    Save {
        what: What,
        place: Option<String>,
    },
    /// Writes what is being saved to its place, over what was shown as different.
    SaveHere,
    /// Asks the system's own dialog for the place.
    BrowsePlace,
    /// Holds the export against its folder.
    CompareExport,
    /// Asks the system's own dialog for the folder of the export.
    PickExportFolder,
    CycleTheme,
    Help,
    /// Shows the settings over whichever door is open.
    OpenSettings,
    CloseSettings,
    /// Changes one of them.
    Set(Setting),
    /// Shows the data folder in the system's own window of files.
    ShowFolder,
    /// Searches everything there is to go to and to do, or no longer.
    Palette,
    /// Explains this rule over the page.
    Explain(&'static str),
    /// Opens a file of choices, or a bundle.
    OpenProject(PathBuf),
    /// Asks the system's own dialog for such a file.
    PickProject,
    /// Begins anew with the choices of a file.
    TakeChoices,
    /// The report of the last crash was seen.
    SeenCrash,
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
