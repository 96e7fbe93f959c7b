//! Accepting a finding: into the file that `--baseline` reads, at its end; and what that file says.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::state::State;
use super::tasks::{Answer, Tasks};
use super::widgets::Sign;
use time::Date;

use crate::baseline::{self, Acceptance, Baseline, day_of};
use crate::disk::{given, saved};
use crate::domain::UnixSeconds;
use crate::report::{Kind, Report};
use crate::text::{Sentence, said, t};

/// What pages ask for.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// Asks by whom, why and until when this finding is accepted.
    Accept {
        rule: String,
        subject: String,
    },
    /// Asks for the file alone.
    PickFile,
    /// Writes what was typed, or only reads the file.
    Go,
    /// Reads the file of the last time.
    Recall,
    /// Uses no file any more.
    NoFile,
    /// Asks the system's own dialog for the file.
    Browse,
    Close,
}

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    Asking,
    Working,
    Failed(Report),
}

/// The question, until it is answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepting {
    /// What is accepted; `None` where the file alone is asked for.
    pub acceptance: Option<Acceptance>,
    /// The typed file.
    pub file: String,
    pub stage: Stage,
    /// It was not there on the frame before: the keyboard goes to it.
    pub fresh: bool,
}

/// What is accepted, and where that stands.
#[derive(Debug, Clone, Default)]
pub struct AcceptedFile {
    /// As it was typed; empty where no file is used.
    pub file: String,
    pub baseline: Baseline,
    /// Who accepted the last one.
    by: String,
    pub asking: Option<Accepting>,
}

/// What the disk said.
pub enum Told {
    Read(String, Box<Result<Baseline, Report>>),
    /// The file of the last time, which nobody waits for.
    Recalled(Box<Result<Baseline, Report>>),
    /// The native dialog's answer; `None` when there is no such dialog or it was closed.
    Picked(Option<PathBuf>),
}

/// How long an acceptance holds unless another day is typed.
const QUARTER: Duration = Duration::from_secs(90 * 24 * 3600);

/// Carries out what a page asked for.
pub fn carry_out(state: &mut State, tasks: &Tasks, ask: Ask) {
    let now = state.now();
    match ask {
        Ask::Accept { rule, subject } => {
            let at = state.validation.picked();
            let until = day_of(now + UnixSeconds::try_from(QUARTER.as_secs()).unwrap_or_default()).to_string();
            let by = state.accepted.by.clone();
            begin(state, Some(Acceptance { rule, at, subject, by, why: String::new(), until }));
        }
        Ask::PickFile => begin(state, None),
        Ask::Close => state.accepted.asking = None,
        Ask::Browse => {
            tasks.answer(async {
                // One that is there is added to, so this is no question whether to write over it.
                let picked = rfd::AsyncFileDialog::new().set_title(t!("accept-file")).pick_file().await;
                Answer::Accepted(Told::Picked(picked.map(|picked| picked.path().to_owned())))
            });
        }
        Ask::Go => go(state, tasks, now),
        Ask::Recall => {
            let file = state.settings.baseline_file.clone().unwrap_or_default();
            if !file.is_empty() {
                state.accepted.file.clone_from(&file);
                tasks.answer(async move { Answer::Accepted(Told::Recalled(Box::new(read(&saved::typed(&file))))) });
            }
        }
        Ask::NoFile => {
            state.accepted = AcceptedFile { by: std::mem::take(&mut state.accepted.by), ..AcceptedFile::default() };
            state.settings.baseline_file = None;
        }
    }
}

fn begin(state: &mut State, acceptance: Option<Acceptance>) {
    let file = match state.accepted.file.as_str() {
        "" => "~/rds-proxy-baseline.toml".to_owned(),
        file => file.to_owned(),
    };
    state.accepted.asking = Some(Accepting { acceptance, file, stage: Stage::Asking, fresh: true });
}

fn go(state: &mut State, tasks: &Tasks, now: UnixSeconds) {
    let Some(asking) = state.accepted.asking.as_mut().filter(|asking| asking.stage != Stage::Working) else { return };
    asking.stage = Stage::Working;
    let (file, acceptance) = (asking.file.trim().to_owned(), asking.acceptance.clone());
    tasks.answer(async move {
        let path = saved::typed(&file);
        let told = match acceptance {
            Some(acceptance) => add(&path, &acceptance, now),
            None => read(&path),
        };
        Answer::Accepted(Told::Read(file, Box::new(told)))
    });
}

fn refused(path: &Path, cause: impl std::error::Error + Send + Sync + 'static) -> Report {
    Report::new(Kind::Input, said!("accept-refused", path = path.display().to_string()))
        .because(Sentence::from_error(cause))
}

fn read(path: &Path) -> Result<Baseline, Report> {
    let text = given::text(path).map_err(|error| refused(path, error))?;
    baseline::read(&text).map_err(|error| refused(path, error))
}

/// Nothing but the entry at the end is new in the file.
fn add(path: &Path, acceptance: &Acceptance, now: UnixSeconds) -> Result<Baseline, Report> {
    let there = path.try_exists().map_err(|error| refused(path, error))?;
    let before = if there { given::text(path).map_err(|error| refused(path, error))? } else { String::new() };
    let (text, baseline) = acceptance.added_to(&before, day_of(now)).map_err(|error| refused(path, error))?;
    let file = saved::NewFile { path: path.to_owned(), bytes: text.into_bytes(), executable: false };
    saved::write(&[file]).map_err(|(path, error)| refused(&path, error))?;
    Ok(baseline)
}

/// Takes in what the disk said; what is accepted counts apart from now on. The answer is to be said, and how it
/// went.
pub fn receive(state: &mut State, told: Told) -> Option<(Sign, String)> {
    let today = day_of(state.now());
    match told {
        Told::Picked(picked) => {
            if let (Some(asking), Some(path)) = (&mut state.accepted.asking, picked) {
                asking.file = path.display().to_string();
                asking.stage = Stage::Asking;
            }
            None
        }
        Told::Recalled(told) => match *told {
            Ok(baseline) => {
                take(state, baseline, today);
                None
            }
            Err(report) => Some((Sign::Warning, t!("toast-accepted-unread", why = report.title))),
        },
        Told::Read(file, told) => match *told {
            Ok(baseline) => {
                let asked = state.accepted.asking.take();
                if let Some(acceptance) = asked.and_then(|asked| asked.acceptance) {
                    state.accepted.by = acceptance.by;
                }
                take(state, baseline, today);
                state.accepted.file.clone_from(&file);
                state.settings.baseline_file = Some(file.clone());
                Some((Sign::Passed, t!("toast-accepted", path = file)))
            }
            Err(report) => {
                if let Some(asking) = &mut state.accepted.asking {
                    asking.stage = Stage::Failed(report);
                }
                None
            }
        },
    }
}

fn take(state: &mut State, baseline: Baseline, today: Date) {
    state.validation.accept(&baseline, today);
    state.all_proxies.accept(&baseline, today);
    state.accepted.baseline = baseline;
}
