//! Opening a file that somebody gave: by dialog, by dropping it, or by naming it at the start. What is chosen
//! by then is in its draft already.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::act;
use super::command::Command;
use super::state::State;
use super::tasks::{Answer, Tasks};
use super::widgets::Sign;
use crate::accounts::{Accounts, Source};
use crate::domain::choices::Choices;
use crate::project::{self, Project};
use crate::report::{Kind, Report};
use crate::text::{said, t};

/// Reads the file.
pub fn open(state: &mut State, tasks: &Tasks, path: PathBuf) {
    if state.is_running() {
        state.project_error =
            Some(Report::new(Kind::Input, said!("project-running")).hint(said!("project-running-hint")));
        return;
    }
    tasks.answer(async move { read(path) });
}

/// Asks the system's own dialog which.
pub fn pick(state: &State, tasks: &Tasks) {
    let folder = state.settings.save_folder.clone();
    tasks.answer(async move {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(t!("project-dialog"))
            .add_filter(t!("project-kinds"), &["toml", "json"]);
        let dialog = match folder {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        };
        match dialog.pick_file().await {
            Some(picked) => read(picked.path().to_owned()),
            None => Answer::Project(None),
        }
    });
}

fn read(path: PathBuf) -> Answer {
    let project = project::open(&path);
    Answer::Project(Some((path, Box::new(project))))
}

/// Takes in what the file holds; says what follows.
pub fn receive(state: &mut State, path: &Path, project: Result<Project, Report>, now: Instant) -> Vec<Command> {
    let name = path.display().to_string();
    match project {
        Err(report) => state.project_error = Some(report),
        // It began meanwhile, and is watched to its end.
        Ok(_) if state.is_running() => {
            state.project_error = Some(Report::new(Kind::Input, said!("project-running")));
        }
        Ok(Project::Bundle(observed)) => {
            state.validation.show_bundle(path.to_owned(), *observed, now);
            state.enter_validation();
            state.settings_open = false;
            state.toasts.say(Sign::Passed, t!("project-opened", path = name));
        }
        Ok(Project::Choices(choices)) => {
            let other = other_account(state, &choices);
            state.to_take = Some(*choices);
            let waits = other.is_some() || state.connection.ready().is_none();
            let words = if waits { t!("project-waits", path = name) } else { t!("project-opened", path = name) };
            state.toasts.say(Sign::Passed, words);
            return other.into_iter().collect();
        }
    }
    Vec::new()
}

/// The account that the file names, where it is not the one that is open. Who practises goes on practising.
fn other_account(state: &State, choices: &Choices) -> Option<Command> {
    if matches!(state.source, Some(Source::Practice { .. })) || (choices.profile.is_none() && choices.region.is_none())
    {
        return None;
    }
    let is_open = state.connection().is_some_and(|open| {
        choices.profile.as_deref().is_none_or(|name| open.profile.as_deref() == Some(name))
            && choices.region.as_ref().is_none_or(|region| *region == open.account.region)
    });
    let named = choices.profile.clone().map(|name| Source::Profile { name: Some(name) });
    let source = named.or_else(|| state.source.clone()).filter(|_| !is_open)?;
    Some(Command::Open { source, region: choices.region.clone() })
}

/// Takes the choices that wait for an account. What was chosen before is kept first.
pub fn take(state: &mut State, accounts: &Arc<Accounts>) {
    if state.is_running() {
        return;
    }
    let Some(choices) = state.to_take.take() else { return };
    act::keep_choices(state, accounts);
    state.take_choices(choices);
}
