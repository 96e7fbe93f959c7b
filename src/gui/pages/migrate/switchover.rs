//! The checklist of a blue/green deployment: what AWS asks, then the steps with their commands.

use eframe::egui::Ui;

use super::courses::head;
use crate::gui::pages::review::preflight_checks;
use crate::gui::rich::{Rich, label};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Code, Language, Sign, card, code_block, sign_line};
use crate::plan::{Switchover, SwitchoverStep, Turn};
use crate::text::t;
use crate::words::migration::{deployment_words, turn_word};

pub fn section(ui: &mut Ui, list: &Switchover) {
    head(ui, &t!("switchover-title", database = list.database.as_str()), &deployment_words(list));
    preflight_checks(ui, t!("switchover-asks"), &list.checks);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        label(ui, t!("switchover-steps"), Font::Strong, tokens(ui).text);
        for (number, step) in (1..).zip(&list.steps) {
            ui.push_id(number, |ui| show(ui, number, step));
        }
    });
}

fn show(ui: &mut Ui, number: usize, step: &SwitchoverStep) {
    let colors = tokens(ui);
    let sign = match step.turn {
        Turn::Done => Sign::Done,
        Turn::Now => Sign::Change,
        Turn::Later => Sign::ToDo,
        Turn::Unknown => Sign::Unknown,
    };
    ui.add_space(4.0);
    sign_line(ui, sign, &format!("{number}. {} \u{b7} {}", step.title, turn_word(step.turn)));
    Rich::new().add(&step.text, Font::Small, colors.text_muted).show(ui);
    // What is done needs no command.
    if step.turn != Turn::Done {
        code_block(ui, Code::new(&step.commands.join("\n"), Language::Shell));
    }
}
