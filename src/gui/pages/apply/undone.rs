//! After undo: what is still there, what was put back, what is gone.

use eframe::egui::Ui;

use super::Told;
use crate::gui::icon::Icon;
use crate::gui::pages::failure::failure;
use crate::gui::pages::review::rows as card;
use crate::gui::pages::steps_shown::{Shown, icon};
use crate::gui::pages::times::took;
use crate::gui::rich::Rich;
use crate::gui::run::RowState;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Sign, done_row, icon_line, leftover_row, plan_badge_width};
use crate::plan::Undone;
use crate::report::Report;
use crate::text::t;

pub fn sections(ui: &mut Ui, told: &Told<'_>) {
    let run = told.run;
    let leftovers = &run.record.leftovers;
    ui.spacing_mut().item_spacing.y = 6.0;
    if !leftovers.is_empty() {
        head(ui, t!("undone-still-there"), &t!("undone-still-there-aside", count = leftovers.len()));
        card(ui, |ui| {
            for (nth, left) in leftovers.iter().enumerate() {
                let console = (!left.console_url.is_empty()).then_some(left.console_url.as_str());
                leftover_row(ui, &left.title.to_string(), &left.why.to_string(), console, &left.cli, nth == 0);
            }
        });
    }
    for step in told.words {
        if let RowState::Failed { error, .. } = run.row(&step.step.id) {
            failure(ui, &Report::from(error.clone()), |_| ());
        }
    }
    list(ui, told, Sign::Restored, t!("undone-restored"), t!("undone-restored-aside"), |undone| {
        matches!(undone, Undone::Restored)
    });
    list(ui, told, Sign::Removed, t!("undone-removed"), t!("undone-removed-aside"), |undone| {
        matches!(undone, Undone::Removed | Undone::AlreadyGone)
    });
    list(ui, told, Sign::Kept, t!("undone-kept"), t!("undone-kept-aside"), |undone| {
        matches!(undone, Undone::Kept { .. })
    });
}

fn list(ui: &mut Ui, told: &Told<'_>, sign: Sign, title: &str, aside: &str, wanted: impl Fn(&Undone) -> bool) {
    let of_run = told.words.iter().rev().filter_map(|shown| match told.run.row(&shown.step.id) {
        RowState::Done { undone: Some(undone), took_ms } if wanted(undone) => Some((shown, undone, took_ms)),
        _ => None,
    });
    let listed: Vec<(&Shown, &Undone, u64)> = of_run.collect();
    if listed.is_empty() {
        return;
    }
    ui.add_space(8.0);
    head(ui, title, &format!("{} {aside}", listed.len()));
    let badge = plan_badge_width(ui);
    card(ui, |ui| {
        for (nth, (shown, _, ms)) in listed.iter().enumerate() {
            done_row(ui, sign, icon(&shown.step.action), &shown.title, &took(*ms), badge, nth == 0);
        }
    });
    for (shown, undone, _) in &listed {
        if let Undone::Kept { why, .. } = undone {
            icon_line(ui, Icon::Info, &t!("label-and-text", label = shown.title.as_str(), text = why));
        }
    }
}

fn head(ui: &mut Ui, title: &str, aside: &str) {
    let colors = tokens(ui);
    Rich::new()
        .add(title, Font::SmallStrong, colors.text)
        .gap(8.0, Font::Small)
        .add(aside, Font::Small, colors.text_muted)
        .show(ui);
}
