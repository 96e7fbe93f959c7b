//! A step that is made and does not work yet: what it means, what AWS said, what was waited for,
//! and what it is not.

use eframe::egui::{OpenUrl, Ui};

use super::ShownRun;
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, ErrorReport, Fact, Spells, copy_button, spells};
use crate::plan::Step;
use crate::text::{Sentence, t};
use crate::words::{NotYet, span};

pub fn body(ui: &mut Ui, told: &ShownRun<'_>, step: &Step) {
    let run = told.run;
    let Some(not_yet) = NotYet::all(&run.record).into_iter().find(|not_yet| not_yet.step == step.id) else { return };
    let colors = tokens(ui);
    label(ui, &not_yet.means, Font::Body, colors.text);
    let heard = run.spells(&step.id);
    if !heard.is_empty() {
        ui.add_space(4.0);
        let shown: Vec<(&str, u64, u32)> =
            heard.iter().map(|spell| (spell.state.as_str(), spell.from_secs, spell.times)).collect();
        spells(ui, &Spells { states: &shown, end_secs: not_yet.waited_secs });
        let patience = step.action.patience();
        let usual = t!(
            "apply-usual-until",
            from = span(patience.usual_secs),
            to = span(patience.usual_max_secs),
            poll = span(patience.poll_secs)
        );
        label(ui, &usual, Font::Small, colors.text_muted);
    }
    ui.add_space(4.0);
    let said = format!("`{}`", not_yet.said.replace('`', "'"));
    let mut evidence = vec![Fact::new(t!("fact-said"), &said), Fact::new(t!("fact-waited-for"), &not_yet.waited_for)];
    if !not_yet.not_it.is_empty() {
        evidence.push(Fact::new(t!("fact-not-it"), not_yet.not_it));
    }
    let console = step.action.leftover(run.record.account(), &run.record.outputs, Sentence::default()).console_url;
    ErrorReport { head: "", cause: "", evidence: &evidence }.body(ui, |ui| {
        copy_button(ui, t!("copy-report"), &not_yet.to_string());
        if !console.is_empty()
            && Button::secondary(t!("in-the-console")).compact().trailing(Icon::ArrowUpRight).show(ui).clicked()
        {
            ui.ctx().open_url(OpenUrl::new_tab(&console));
        }
    });
}
