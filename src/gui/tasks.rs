//! Work away from the window: each task sends answers and wakes the window for each.

use std::future::Future;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui::Context;
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

use secrecy::SecretString;

use super::accepting;
use super::checked::SetupChecked;
use super::fetched::Generation;
use super::fleet;
use super::load;
use super::proving;
use super::save::Saved;
use super::setups::SetupFile;
use super::signing_in;
use super::state::Offers;
use super::tunnelling;
use super::validation;
use crate::advise::Advice;
use crate::apply::{Event, Receipt};
use crate::cloud::Connection;
use crate::discover::{Candidates, Pickers, Reached};
use crate::domain::account::Account;
use crate::domain::account::Profile;
use crate::domain::observed::{Observed, Part, Permission};
use crate::export::Compared;
use crate::probe::{Attempt, StageEvent};
use crate::project::Project;
use crate::report::Report;

/// What a task has to say.
pub enum TaskAnswer {
    Profiles(Generation, Result<Vec<Profile>, Report>),
    Identity(String, Generation, Result<Account, Report>),
    Connected(Generation, Box<Result<Connection, Report>>),
    Setups(Vec<SetupFile>),
    Lists(Generation, Box<Pickers>),
    Offers(Generation, Box<Offers>),
    Candidates(Generation, Box<Result<Candidates, Report>>),
    Advice(Generation, Box<Result<Advice, Report>>),
    /// Where a function leads; `None` where there is no such function.
    Reached(Generation, Box<Result<Option<Reached>, Report>>),
    Observed(Generation, Box<Observed>),
    Permissions(Generation, Part<Vec<Permission>>),
    Run(Event),
    /// The receipt of the run as it is on disk, or why it could not begin or go on.
    RunEnded(Box<Result<Receipt, Report>>),
    Checked(Generation, Box<SetupChecked>),
    /// Of the second door.
    Validation(Box<validation::ValidationAnswer>),
    /// Of the file of accepted findings.
    Accepted(accepting::AcceptingNews),
    /// Of all proxies.
    Fleet(Box<fleet::FleetAnswer>),
    Stage(Generation, StageEvent),
    Attempt(Generation, Box<Result<Attempt, Report>>),
    /// Of the load lab.
    Load(Box<load::LoadAnswer>),
    /// From where a function stands.
    Proving(Box<proving::ProvingAnswer>),
    /// Of a profile that is being signed in.
    SigningIn(String, signing_in::SignInNews),
    /// Of the tunnel.
    Tunnelling(Box<tunnelling::TunnelAnswer>),
    /// What is to be copied, with a token in it.
    Login(Result<SecretString, Report>),
    /// The export against its folder, or why that could not be read.
    Compared(Generation, Box<Result<Vec<Compared>, Report>>),
    /// The folder of the export; `None` when there is no such dialog or it was closed.
    ExportFolder(Option<PathBuf>),
    /// A file that was given, and what is in it; `None` where none was picked.
    Project(Option<(PathBuf, Box<Result<Project, Report>>)>),
    /// What became of a file or folder that is being saved.
    Saved(Saved),
}

/// Sends answers to the window.
#[derive(Clone)]
pub struct Outbox {
    sender: Sender<TaskAnswer>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Outbox {
    pub fn send(&self, answer: TaskAnswer) {
        // The window is gone: so is the wish to know.
        let _ = self.sender.send(answer);
        (self.wake)();
    }
}

pub struct Tasks {
    runtime: Handle,
    outbox: Outbox,
    inbox: Receiver<TaskAnswer>,
}

impl Tasks {
    pub fn new(context: &Context, runtime: Handle) -> Self {
        let (sender, inbox) = channel();
        let context = context.clone();
        let wake = Arc::new(move || context.request_repaint());
        Self { runtime, outbox: Outbox { sender, wake }, inbox }
    }

    pub fn outbox(&self) -> Outbox {
        self.outbox.clone()
    }

    /// Runs `work` and sends what it answers.
    pub fn answer(&self, work: impl Future<Output = TaskAnswer> + Send + 'static) -> JoinHandle<()> {
        let outbox = self.outbox();
        self.runtime.spawn(async move { outbox.send(work.await) })
    }

    pub fn next(&self) -> Option<TaskAnswer> {
        self.inbox.try_recv().ok()
    }
}
