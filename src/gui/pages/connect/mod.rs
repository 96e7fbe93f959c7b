//! A real connection from this machine, stage by stage. A part of the Check page: a proxy is never
//! public, so "not from here" is the usual, calm answer.

mod form;
mod lane;

use std::path::PathBuf;
use std::time::Instant;

use eframe::egui::Ui;
use secrecy::SecretString;

use super::failure::failure;
use super::shared;
use crate::domain::account::{Account, Mode};
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head_with, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::validation::{Ask, Part};
use crate::gui::widgets::{Button, SecretText, card_frame};
use crate::probe::{Protocol, Target, Verdict, Via};
use crate::report::{Kind, Report};
use crate::text::t;

/// What was typed.
#[derive(Default)]
pub struct Look {
    form: form::Form,
    /// Used instead of a token when the login is by password.
    password: SecretText,
    by_password: bool,
    /// The proxy the form was filled from.
    filled_for: Option<String>,
}

/// A connection to try, made from what was typed.
pub struct Request {
    pub target: Target,
    /// A file of certificates to trust instead of the public roots.
    pub ca: Option<PathBuf>,
    /// `None` signs a token.
    pub password: Option<SecretString>,
}

impl Look {
    /// What was typed, as a request, or what is wrong with it.
    pub fn request(&mut self, account: &Account) -> Result<Request, Report> {
        let form = &self.form;
        let wrong = |title: String| Report::new(Kind::Input, title).hint(t!("connect-mend-hint"));
        let port: u16 =
            form.port.trim().parse().map_err(|_| wrong(t!("connect-bad-port", port = form.port.as_str())))?;
        let via: Option<Via> = match form.via.trim() {
            "" => None,
            via => Some(via.parse().map_err(|_| wrong(t!("connect-bad-via", via = via)))?),
        };
        let protocol = if form.postgresql { Protocol::Postgresql } else { Protocol::Mysql };
        let target = Target::new(&form.host, port, protocol, form.user.trim(), form.database.trim())
            .map_err(|error| wrong(error.to_string()))?
            .via(via)
            .in_region(Some(account.region.clone()));
        let ca = match form.ca.trim() {
            "" => None,
            path => Some(PathBuf::from(path)),
        };
        let password = (self.by_password && !self.password.is_empty()).then(|| self.password.take());
        if self.by_password && password.is_none() && account.mode == Mode::Live {
            return Err(wrong(t!("connect-no-password").to_owned()));
        }
        Ok(Request { target, ca, password })
    }
}

/// Back to the findings it belongs to.
fn leave(state: &mut State, commands: &mut Commands) {
    if state.validation.open {
        commands.push(Command::Validate(Ask::Show(Part::Findings)));
    } else {
        state.pages.check.connect = false;
    }
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    form::fill(state);
    let waiting = state.attempt.waiting(Instant::now()).is_some();
    let (title, sentence) = heads(state, waiting);
    let mut back = false;
    page_head_with(ui, &title, sentence, |ui| {
        back = Button::secondary(t!("connect-back")).icon(Icon::Stethoscope).show(ui).clicked();
    });
    if back {
        leave(state, commands);
    }
    page_scroll(ui, |ui| {
        if let Some(error) = state.attempt.error() {
            failure(ui, error, |_| ());
        }
        card_frame(ui).inner_margin(1).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            lane::lanes(ui, state);
        });
        ui.add_space(4.0);
        lane::meaning(ui, state);
        ui.add_space(4.0);
        form::fields(ui, state, commands);
    });
}

fn heads(state: &State, waiting: bool) -> (String, &'static str) {
    let rehearsed = state.is_practice();
    let sentence = if rehearsed { t!("connect-rehearsed-sentence") } else { t!("connect-sentence") };
    if waiting {
        return (t!("connect-trying").to_owned(), sentence);
    }
    match state.attempt.value().map(|attempt| attempt.verdict) {
        Some(Verdict::Passed) if rehearsed => (t!("connect-rehearsed").to_owned(), sentence),
        Some(Verdict::Passed) => (t!("connect-passed").to_owned(), t!("connect-passed-sentence")),
        Some(Verdict::NotReachable) => (t!("connect-unreachable").to_owned(), t!("connect-unreachable-sentence")),
        Some(Verdict::Failed | Verdict::NotTried) => {
            let stage =
                state.attempt.value().and_then(|attempt| attempt.stopped_at()).map_or("", |stop| stop.stage.title());
            let sentence = if rehearsed { sentence } else { t!("connect-failed-sentence") };
            (t!("connect-failed", stage = stage), sentence)
        }
        None if rehearsed => (t!("connect-rehearsal-title").to_owned(), sentence),
        None => (t!("connect-title").to_owned(), sentence),
    }
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let key = shared::primary_key(ui);
    let waiting = state.attempt.waiting(Instant::now()).is_some();
    let again = state.attempt.value().is_some();
    let note = if state.is_practice() { t!("connect-rehearsed-note") } else { t!("connect-note") };
    let (mut back, mut on) = (false, false);
    footer_row(
        ui,
        |ui| back = shared::back_button(ui),
        |ui| {
            let button = if waiting {
                Button::secondary(t!("cancel"))
            } else if again {
                Button::primary(t!("connect-again")).shortcut(t!("key-primary"))
            } else {
                Button::primary(t!("connect-go")).shortcut(t!("key-primary"))
            };
            on = button.show(ui).clicked();
        },
        |ui| footer_note(ui, Icon::LockKeyhole, note),
    );
    if back {
        leave(state, commands);
    }
    if on || (key && !waiting) {
        commands.push(if waiting { Command::CancelConnect } else { Command::Connect });
    }
}
