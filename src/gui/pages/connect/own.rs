//! The function itself, called as the console's test does: what it answered, and how Lambda accounts for it.

use std::time::Instant;

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::domain::account::Account;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::pages::failure::failure;
use crate::gui::proving::ProvingAsk;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{
    Badge, Button, Code, ErrorReport, Fact, Field, InputState, Language, Note, Question, Sign, card as frame,
    code_block, facts,
};
use crate::prove::Called;
use crate::text::t;
use crate::words::{call_memory, call_time};

/// What is typed, and whether the question is up.
pub struct OwnCallCard {
    payload: String,
    asking: bool,
}

impl Default for OwnCallCard {
    fn default() -> Self {
        Self { payload: "{}".to_owned(), asking: false }
    }
}

impl OwnCallCard {
    pub fn payload(&self) -> &str {
        &self.payload
    }

    pub const fn is_asking(&self) -> bool {
        self.asking
    }
}

pub fn card(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let Some(function) = state.seen_question().function else { return };
    let name = function.to_string();
    let waiting = state.proving.called.waiting(Instant::now()).is_some();
    let idle = !waiting && !state.is_running();
    let account = state.connection().map(|connection| connection.account.clone());
    let look = &mut state.pages.connect.own;
    let called = &state.proving.called;
    frame(ui, |ui| {
        let colors = tokens(ui);
        ui.spacing_mut().item_spacing.y = 8.0;
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 22.0), Layout::left_to_right(Align::Center), |ui| {
            label(ui, t!("own-head"), Font::Strong, colors.text);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some(called) = called.ready() {
                    Badge::for_sign(if called.failed { Sign::Failed } else { Sign::Passed }).show(ui);
                }
            });
        });
        label(ui, &t!("own-text", name = format!("`{name}`")), Font::Dense, colors.text_muted);
        let bad = serde_json::from_str::<serde_json::Value>(&look.payload).err().map(|why| why.to_string());
        let note = bad.as_ref().map(|why| t!("prove-bad-payload", why = why.as_str()));
        let state = if bad.is_some() { InputState::Bad } else { InputState::Fine };
        Field::new(t!("own-payload"))
            .input(|input| input.state(state))
            .note(note.as_deref().map_or(Note::Why(t!("own-payload-why")), |why| Note::Wrong(why, None)))
            .show(ui, &mut look.payload);
        let words = if waiting { t!("own-calling") } else { t!("own-call") };
        if Button::secondary(words).icon(Icon::Play).enabled(idle && bad.is_none()).show(ui).clicked() {
            look.asking = true;
        }
        if let Some(error) = called.error() {
            failure(ui, error, |_| ());
        }
        if let Some(called) = called.value() {
            answered(ui, called);
        }
    });
    if let Some(account) = account {
        consent(ui, look, &name, &account, commands);
    }
}

/// What a function does is its own: nobody calls one by accident.
fn consent(ui: &Ui, look: &mut OwnCallCard, name: &str, account: &Account, commands: &mut Commands) {
    let head = t!("own-ask", name = name);
    let text = t!("own-ask-text", account = account.label(), payload = look.payload.as_str());
    if Question::plain(&head, &text, t!("own-ask-yes"), t!("own-ask-no")).ask(ui.ctx(), &mut look.asking) {
        commands.push(Command::Prove(ProvingAsk::Call));
    }
}

fn answered(ui: &mut Ui, called: &Called) {
    let time = called.report.map(|report| call_time(&report)).unwrap_or_default();
    let memory = called.report.and_then(|report| call_memory(&report)).unwrap_or_default();
    let mut rows = Vec::new();
    if !time.is_empty() {
        rows.push(Fact::new(t!("own-time"), &time));
    }
    if !memory.is_empty() {
        rows.push(Fact::new(t!("own-memory"), &memory));
    }
    if let Some(version) = &called.version {
        rows.push(Fact::new(t!("own-version"), version));
    }
    facts(ui, &rows);
    if let Some(error) = &called.error {
        let raw = format!("`{}`", error.replace('`', "'"));
        let mut evidence = vec![Fact::new(t!("connect-raw"), &raw)];
        evidence.extend(called.next.as_deref().map(|next| Fact::new(t!("fact-next"), next)));
        let cause = called.means.as_deref().unwrap_or(t!("own-unknown-error"));
        ErrorReport { head: t!("own-failed"), cause, evidence: &evidence }.show(ui, |_| ());
    }
    let colors = tokens(ui);
    label(ui, t!("own-answer"), Font::Small, colors.text_muted);
    code_block(ui, Code::new(&called.answer, Language::Json));
    label(ui, t!("own-log"), Font::Small, colors.text_muted);
    code_block(ui, Code::new(&called.log.replace('\t', "  "), Language::Text));
}
