//! A real connection, stage by stage: from this machine, and from where the function stands. A page of both
//! doors. A proxy is never public, so "not from here" is the usual, calm answer.

mod certificate;
mod clients;
mod form;
mod lane;
mod own;
pub mod review;
mod tunnel;

use std::path::PathBuf;
use std::time::Instant;

use eframe::egui::Ui;
use secrecy::SecretString;

use super::check::which;
use super::failure::failure;
use super::shared;
use crate::domain::account::{Account, Mode};
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_note, footer_row, page_head_with, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::proving::Phase;
use crate::gui::save::{ReportFormat, What};
use crate::gui::state::State;
use crate::gui::tunnelling;
use crate::gui::validation::{Part, ValidationAsk};
use crate::gui::widgets::{Button, Callout, SecretText, Sign, card_frame};
use crate::load::{Pattern, Record};
use crate::probe::{Attempt, ProbeTarget, Protocol, StageVerdict, Via};
use crate::prove::ChosenTarget;
use crate::report::{Kind, Report};
use crate::text::t;
use crate::tunnel::{Carrier, TunnelError};

/// From this width on two cards stand side by side.
const WIDE: f32 = 720.0;
/// Height of the plot of first and next calls.
const CHART: f32 = 200.0;

pub use lane::meaning;

/// What was typed.
#[derive(Default)]
pub struct ConnectPage {
    form: form::ConnectForm,
    /// Used instead of a token when the login is by password.
    password: SecretText,
    by_password: bool,
    /// The proxy the form was filled from.
    filled_for: Option<String>,
    own: own::OwnCallCard,
    review: review::ProofReview,
    tunnel: tunnel::TunnelCard,
}

/// A connection to try, made from what was typed.
pub struct LoginRequest {
    pub target: ProbeTarget,
    /// A file of certificates to trust instead of the public roots.
    pub ca: Option<PathBuf>,
    /// `None` signs a token.
    pub password: Option<SecretString>,
}

impl ConnectPage {
    pub fn say_again(&mut self) {
        self.tunnel.say_again();
    }

    /// What was typed, as a request, or what is wrong with it.
    pub fn request(&mut self, account: &Account) -> Result<LoginRequest, Report> {
        let target = self.target(account)?;
        let password = (self.by_password && !self.password.is_empty()).then(|| self.password.take());
        if self.by_password && password.is_none() && account.mode == Mode::Live {
            return Err(wrong(t!("connect-no-password").to_owned(), t!("connect-mend-hint")));
        }
        Ok(LoginRequest { target, ca: self.ca(), password })
    }

    /// Whether a tunnel is to carry it.
    pub fn wants_tunnel(&self) -> bool {
        !self.form.carrier.trim().is_empty()
    }

    /// What is to carry the tunnel.
    pub fn carrier(&self) -> Result<Carrier, Report> {
        self.form.carrier.parse().map_err(|why: TunnelError| wrong(why.to_string(), &why.hint().to_string()))
    }

    /// Where to connect to.
    pub fn target(&self, account: &Account) -> Result<ProbeTarget, Report> {
        let form = &self.form;
        let wrong = |title: String| wrong(title, t!("connect-mend-hint"));
        let port: u16 =
            form.port.trim().parse().map_err(|_| wrong(t!("connect-bad-port", port = form.port.as_str())))?;
        let via: Option<Via> = match form.via.trim() {
            "" => None,
            via => Some(via.parse().map_err(|_| wrong(t!("connect-bad-via", via = via)))?),
        };
        let protocol = if form.postgresql { Protocol::Postgresql } else { Protocol::Mysql };
        let target = ProbeTarget::new(&form.host, port, protocol, form.user.trim(), form.database.trim());
        let target = target.map_err(|error| wrong(error.to_string()))?;
        Ok(target.via(via).in_region(Some(account.region.clone())))
    }

    /// A file of certificates to trust instead of the public roots.
    pub fn ca(&self) -> Option<PathBuf> {
        match self.form.ca.trim() {
            "" => None,
            path => Some(PathBuf::from(path)),
        }
    }

    /// What the probe of a function is to log in with.
    pub fn wanted(&self) -> ChosenTarget {
        let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        ChosenTarget { user: given(&self.form.user), database: given(&self.form.database), secret: None }
    }

    /// What the function itself is called with.
    pub fn payload(&self) -> String {
        self.own.payload().to_owned()
    }
}

fn wrong(title: String, hint: &str) -> Report {
    Report::new(Kind::Input, title).hint(hint)
}

/// Back to the findings it belongs to.
fn leave(state: &mut State, commands: &mut Commands) {
    if state.is_validating() {
        commands.push(Command::Validate(ValidationAsk::Show(Part::Findings)));
    } else {
        state.pages.check.connect = false;
    }
}

pub fn page(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    form::fill(state);
    state.proving.is_about(state.seen_at(), state.seen_question());
    if state.tunnelling.needs.is_none() {
        commands.push(Command::Tunnel(tunnelling::TunnelAsk::Find));
    }
    if state.proving.reviewing && !state.proving.for_user {
        return review::page(ui, state, commands);
    }
    let waiting = state.attempt.waiting(Instant::now()).is_some();
    let (title, sentence) = heads(state, waiting);
    head(ui, state, &title, sentence, commands);
    which_function(ui, state);
    page_scroll(ui, |ui| {
        if let Some(error) = state.attempt.error() {
            failure(ui, error, |_| ());
        }
        if let Some(error) = state.proving.proof.error() {
            failure(ui, error, |_| ());
        }
        left(ui, state, commands);
        card_frame(ui).inner_margin(1).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            lane::lanes(ui, state, commands);
        });
        ui.add_space(4.0);
        // Once the function's lane has answered, there being no way in from here says nothing more.
        let told = state.proving.proof.ready().is_some();
        let worth = |attempt: &&Attempt| !told || attempt.verdict != StageVerdict::NotReachable;
        if let Some(attempt) = state.attempt.ready().filter(worth) {
            lane::meaning(ui, attempt, None);
        }
        if let Some(attempt) = state.proving.proof.ready() {
            let function = state.seen_question().function.map(|function| function.name);
            lane::meaning(ui, attempt, Some(function.as_deref().unwrap_or_default()));
        }
        cards(ui, state, commands);
        measured(ui, state, commands);
        ui.add_space(4.0);
        form::fields(ui, state);
        ui.add_space(4.0);
        tunnel::tunnel(ui, state, commands);
        ui.add_space(4.0);
        clients::clients(ui, state, commands);
    });
}

/// Of a set-up with several functions, the one from where it is tried. What runs ends first.
fn which_function(ui: &mut Ui, state: &mut State) {
    if state.is_validating() {
        return;
    }
    let idle = !state.is_running() && state.attempt.waiting(Instant::now()).is_none();
    let State { choices, checked, pages, .. } = state;
    let picked = &mut pages.check.function;
    ui.add_enabled_ui(idle, |ui| {
        *picked = which::which(ui, choices, checked.value(), picked.as_deref()).or(picked.take());
    });
}

/// The title, and what can be done with the page as a whole.
fn head(ui: &mut Ui, state: &mut State, title: &str, sentence: &str, commands: &mut Commands) {
    let (mut back, mut to_tunnel) = (false, false);
    page_head_with(ui, title, sentence, |ui| {
        let tried = state.attempt.ready().is_some() || state.proving.proof.ready().is_some();
        if Button::secondary(t!("check-save")).icon(Icon::Download).enabled(tried).show(ui).clicked() {
            commands.push(Command::Save { what: What::Connection(ReportFormat::default()), place: None });
        }
        to_tunnel = Button::secondary(t!("lane-tunnel")).icon(Icon::Route).show(ui).clicked();
        // The second door has its own way there, at the side.
        if !state.is_validating() {
            let button = Button::secondary(t!("connect-back")).icon(Icon::Stethoscope);
            back = button.enabled(!state.is_running()).show(ui).clicked();
        }
    });
    if back {
        leave(state, commands);
    }
    if to_tunnel {
        tunnel::turn_to(state, commands);
    }
}

/// The certificate and the function's own call: side by side where there is room.
fn cards(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let shown = certificate::shown(state).cloned();
    let called = lane::has_function(state);
    match (shown, called) {
        (Some(attempt), true) if ui.available_width() >= WIDE => {
            ui.spacing_mut().item_spacing.x = 12.0;
            ui.columns(2, |cells| {
                let [left, right] = cells else { return };
                certificate::card(left, &attempt, state.pages.connect.ca().is_none());
                own::card(right, state, commands);
            });
        }
        (shown, called) => {
            if let Some(attempt) = shown {
                certificate::card(ui, &attempt, state.pages.connect.ca().is_none());
            }
            if called {
                own::card(ui, state, commands);
            }
        }
    }
}

/// First and next calls of the function, where they were measured, and the way there.
fn measured(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(function) = state.seen_question().function.filter(|_| state.is_validating()) else { return };
    let in_turn = |record: &&Record| {
        record.plan.function == function.name && matches!(record.plan.pattern, Pattern::InTurn { .. })
    };
    let record = state.load.shown.as_ref().filter(in_turn);
    if record.is_some()
        && let Some(chart) = state.load.on_screen.as_ref().and_then(|on_screen| on_screen.charts.first())
    {
        chart.show(ui, CHART);
    }
    let words = if record.is_some() { t!("connect-measure-again") } else { t!("connect-measure") };
    if Button::secondary(words).icon(Icon::Timer).compact().show(ui).clicked() {
        commands.push(Command::Validate(ValidationAsk::Show(Part::Load)));
    }
}

/// Something of a temporary function is still there.
fn left(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(left) = &state.proving.left else { return };
    let rows: Vec<String> = left.leftovers.iter().map(|leftover| leftover.why.to_string()).collect();
    Callout::new(Sign::StillThere, t!("lane-left"), &rows.join("\n")).show_with(ui, |ui| {
        if Button::secondary(t!("lane-left-remove")).icon(Icon::Undo2).compact().show(ui).clicked() {
            commands.push(Command::Undo(left.receipt.clone()));
        }
    });
}

fn heads(state: &State, waiting: bool) -> (String, &'static str) {
    let rehearsed = state.is_practice();
    let sentence = if rehearsed { t!("connect-rehearsed-sentence") } else { t!("connect-sentence") };
    let function = state.seen_question().function.map(|function| function.name).unwrap_or_default();
    let here = state.attempt.ready();
    if let Some(phase) = state.proving.phase() {
        let title = match phase {
            Phase::Making => t!("lane-making-title", name = function.as_str()),
            Phase::Asking => t!("lane-asking-title", name = function.as_str()),
            Phase::Removing => t!("lane-removing-title", name = function.as_str()),
        };
        return (title, t!("lane-always-removed"));
    }
    if state.tunnelling.is_opening(Instant::now()) {
        return (t!("tunnel-opening").to_owned(), sentence);
    }
    if waiting {
        return (t!("connect-trying").to_owned(), sentence);
    }
    if let Some(proof) = state.proving.proof.ready() {
        let unreachable = here.is_some_and(|attempt| attempt.verdict == StageVerdict::NotReachable);
        return match proof.stopped_at() {
            None if unreachable => (t!("lane-passed", name = function.as_str()), t!("lane-passed-not-here")),
            None => (t!("lane-passed", name = function.as_str()), sentence),
            Some(stop) => {
                (t!("lane-failed", name = function.as_str(), stage = stop.stage.title()), t!("connect-failed-sentence"))
            }
        };
    }
    match here.map(|attempt| (attempt.verdict, attempt.stopped_at())) {
        Some((StageVerdict::Passed, _)) if rehearsed => (t!("connect-rehearsed").to_owned(), sentence),
        Some((StageVerdict::Passed, _)) => (t!("connect-passed").to_owned(), t!("connect-passed-sentence")),
        Some((StageVerdict::NotReachable, _)) if rehearsed => (t!("connect-unreachable").to_owned(), sentence),
        Some((StageVerdict::NotReachable, _)) => {
            (t!("connect-unreachable").to_owned(), t!("connect-unreachable-sentence"))
        }
        Some((StageVerdict::Failed | StageVerdict::NotTried, stop)) => {
            let title = t!("connect-failed", stage = stop.map_or("", |stop| stop.stage.title()));
            (title, t!("connect-failed-sentence"))
        }
        None => (t!("connect-title").to_owned(), sentence),
    }
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    if state.proving.reviewing && !state.proving.for_user {
        return review::footer(ui, state, commands);
    }
    let idle = !state.is_running();
    let key = shared::primary_key(ui) && idle && !state.pages.connect.own.is_asking();
    let waiting = state.attempt.waiting(Instant::now()).is_some() || state.tunnelling.is_opening(Instant::now());
    let again = state.attempt.value().is_some();
    let note = if state.is_practice() { t!("connect-rehearsed-note") } else { t!("connect-note") };
    let (mut back, mut on) = (false, false);
    footer_row(
        ui,
        |ui| back = idle && shared::back_button(ui),
        |ui| {
            let button = if waiting {
                Button::secondary(t!("cancel"))
            } else if again {
                Button::primary(t!("connect-again")).shortcut(t!("key-primary"))
            } else {
                Button::primary(t!("connect-go")).shortcut(t!("key-primary"))
            };
            on = button.enabled(idle).show(ui).clicked();
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
