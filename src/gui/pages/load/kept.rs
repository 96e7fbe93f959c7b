//! Loads that are kept: shown again, and laid under one another.

use eframe::egui::{Grid, Ui};

use crate::gui::command::{Command, Commands};
use crate::gui::load::{Ask, Listed};
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, card};
use crate::load::{Comparison, Record};
use crate::text::{grouped, t};
use crate::words::figure;

/// Rows that are listed.
const ROWS: usize = 8;

pub fn list(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let lab = &state.load;
    if lab.kept.is_empty() || lab.running.is_some() {
        return;
    }
    let colors = tokens(ui);
    card(ui, |ui| {
        label(ui, t!("load-kept-head"), Font::Strong, colors.text);
        for listed in lab.kept.iter().take(ROWS) {
            row(ui, listed, state, commands);
        }
        if let Some(compared) = &lab.compared {
            ui.add_space(8.0);
            comparison(ui, compared);
        }
    });
}

fn row(ui: &mut Ui, Listed { record, title }: &Listed, state: &State, commands: &mut Commands) {
    let colors = tokens(ui);
    let name = record.name.as_str();
    let is = |other: &Option<Record>| other.as_ref().is_some_and(|other| other.name == record.name);
    ui.horizontal_wrapped(|ui| {
        label(ui, name, Font::Code, colors.text);
        label(ui, title, Font::Dense, colors.text_muted);
        if is(&state.load.shown) {
            label(ui, t!("load-on-screen"), Font::Small, colors.text_muted);
        } else if quiet(ui, t!("load-show"), &t!("load-show-name", name = name)) {
            commands.push(Command::Load(Ask::Show(name.to_owned())));
        } else if is(&state.load.under) {
            if quiet(ui, t!("load-take-away"), &t!("load-take-away-name", name = name)) {
                commands.push(Command::Load(Ask::Under(None)));
            }
        } else if state.load.shown.is_some() && quiet(ui, t!("load-lay-under"), &t!("load-lay-under-name", name = name))
        {
            commands.push(Command::Load(Ask::Under(Some(name.to_owned()))));
        }
    });
}

/// A button that names its load.
fn quiet(ui: &mut Ui, words: &str, name: &str) -> bool {
    Button::quiet(words).named(name).compact().show(ui).clicked()
}

fn comparison(ui: &mut Ui, comparison: &Comparison) {
    let colors = tokens(ui);
    let number = |value: Option<f64>| {
        value.map_or_else(|| t!("load-unknown").to_owned(), |value| grouped(format!("{value:.1}")))
    };
    Grid::new("load comparison").num_columns(4).spacing([24.0, 4.0]).show(ui, |ui| {
        for head in ["", t!("load-before"), t!("load-after"), ""] {
            label(ui, head, Font::Small, colors.text_muted);
        }
        ui.end_row();
        for row in &comparison.rows {
            label(ui, figure(row.figure), Font::Dense, colors.text);
            label(ui, &number(row.before), Font::Mono, colors.text);
            label(ui, &number(row.after), Font::Mono, colors.text);
            let change = row.percent.map(|percent| format!("{percent:+.0} %")).unwrap_or_default();
            label(ui, &change, Font::Mono, colors.text_muted);
            ui.end_row();
        }
    });
    if !comparison.same_plan {
        label(ui, t!("load-other-plan"), Font::Small, colors.text_muted);
    }
}
