//! Is a proxy worth it here? Asked for by a button, because it reads two weeks of metrics.

use std::time::Instant;

use eframe::egui::Ui;

use crate::domain::database::Database;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::pages::failure::failure;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, Fact, facts, icon_line};
use crate::text::t;
use crate::words::advise as words;

pub fn advice(ui: &mut Ui, state: &State, database: &Database, commands: &mut Commands) {
    let colors = tokens(ui);
    let asking = state.advice.waiting(Instant::now()).is_some();
    let value = state.advice.value().filter(|advice| advice.database == database.id);
    match value {
        Some(advice) => {
            label(ui, &words::title(advice), Font::Strong, colors.text);
            label(ui, &words::sentence(advice), Font::Dense, colors.text_muted);
            let shown: Vec<(&str, String, String)> = advice
                .figures
                .iter()
                .map(|figure| {
                    let (name, value, source) = words::figure(figure);
                    (name, value, t!("advise-from", source = source))
                })
                .collect();
            let rows: Vec<Fact<'_>> = shown.iter().map(|(key, value, aside)| Fact { key, value, aside }).collect();
            facts(ui, &rows);
            label(ui, t!("advise-do"), Font::DenseStrong, colors.text);
            for instead in &advice.instead {
                icon_line(ui, Icon::ArrowRight, &words::instead(instead));
            }
            for why in &advice.unread {
                icon_line(ui, Icon::CircleQuestionMark, &t!("advise-unread", operation = why.operation.as_str()));
            }
        }
        None => {
            label(ui, t!("advise-question"), Font::Strong, colors.text);
            label(ui, t!("advise-question-why"), Font::Dense, colors.text_muted);
        }
    }
    if let Some(error) = state.advice.error() {
        failure(ui, error, |_| ());
    }
    let words = match (asking, value) {
        (true, _) => t!("advise-asking"),
        (false, None) => t!("advise-ask"),
        (false, Some(_)) => t!("advise-again"),
    };
    if Button::secondary(words).icon(Icon::ChartLine).enabled(!asking).show(ui).clicked() {
        commands.push(Command::Advise);
    }
}
