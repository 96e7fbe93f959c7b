//! The plan of a repair before anything happens: what it mends, with which steps, and what stays.

use eframe::egui::{Align, Frame, Layout, Margin, Ui, vec2};

use super::{aside, list, rows, script, what_changes};
use crate::domain::account::Mode;
use crate::domain::finding::Finding;
use crate::gui::command::{Command, Commands};
use crate::gui::frame::{footer_row, page_head_with, page_scroll};
use crate::gui::icon::Icon;
use crate::gui::pages::findings::sign;
use crate::gui::pages::shared;
use crate::gui::rich::{Rich, label};
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::{Part, Repairing, Stays, ValidationAsk};
use crate::gui::widgets::{Button, Callout, Sign, empty_state, icon_cell, rule_above, segmented};
use crate::plan::Why;
use crate::plan::preflight::MIGRATION;
use crate::text::t;
use crate::words::migration::course_head;

/// So few steps are shown with all that belongs to them.
const FEW: usize = 2;

pub fn pane(ui: &mut Ui, state: &State, commands: &mut Commands) {
    aside::repair_pane(ui, state, commands);
}

pub fn page(ui: &mut Ui, state: &mut State) {
    let Some(repair) = &state.validation.repair else { return };
    let look = &mut state.pages.repair;
    let changes = repair.plan.changes().count();
    let title = match (repair.from, &repair.migration) {
        (Part::Monitor, _) => t!("watch-title", count = changes),
        (Part::Endpoints, _) => repair.plan.steps.iter().map(|step| repair.plan.describe(step).title).collect(),
        (_, Some(wish)) if wish.ends_old_way() => t!("migrate-review-end", what = course_head(wish)),
        (_, Some(wish)) => t!("migrate-review-title", what = course_head(wish)),
        (_, None) => t!("repair-title", count = repair.mends.len()),
    };
    page_head_with(ui, &title, &t!("repair-sentence", count = changes), |ui| {
        let shown = usize::from(look.script);
        if let Some(chosen) = segmented(ui, t!("review-view"), &[t!("review-plan"), t!("review-script")], shown) {
            look.script = chosen == 1;
        }
    });
    let fresh = look.cache.is_empty();
    // Another repair begins with a look of its own.
    let steps = look.cache.steps(0, Some(&repair.plan));
    if fresh && steps.len() <= FEW {
        look.listing.open(steps.iter().map(|step| step.step.id.clone()));
    }
    if look.script {
        script(ui, &repair.plan, steps);
        return;
    }
    let every = list::filters(ui, &repair.plan, &mut look.listing, steps);
    ui.add_space(2.0);
    page_scroll(ui, |ui| {
        told_of_migration(ui, repair);
        list::groups(ui, steps, &mut look.listing, None);
        if every == 0 {
            empty_state(ui, Icon::ListChecks, t!("review-filter-none"), t!("review-filter-none-text"), |_| ());
        }
        about(ui, repair);
    });
}

/// What does not come back by itself, and what a person has to do, before the steps.
fn told_of_migration(ui: &mut Ui, repair: &Repairing) {
    for check in repair.checks.iter().filter(|check| check.id == MIGRATION) {
        Callout::new(Sign::Warning, &check.title, &check.detail).show(ui);
    }
    if repair.migration.is_some() && !repair.ends_old_way() {
        Callout::new(Sign::Note, t!("migrate-meanwhile"), "").show(ui);
    }
}

/// The findings it mends, then those it leaves.
fn about(ui: &mut Ui, repair: &Repairing) {
    if repair.mends.is_empty() && repair.stays.is_empty() {
        return;
    }
    head(ui, t!("repair-mends"), repair.mends.len());
    rows(ui, |ui| {
        for (nth, finding) in repair.mends.iter().enumerate() {
            row(ui, finding, "", nth == 0);
        }
    });
    what_stays(ui, &repair.stays.iter().collect::<Vec<_>>());
}

/// Findings that the repair leaves, each with the reason; nothing where there are none.
pub fn what_stays(ui: &mut Ui, all: &[&Stays]) {
    if all.is_empty() {
        return;
    }
    ui.add_space(4.0);
    head(ui, t!("repair-stays"), all.len());
    rows(ui, |ui| {
        for (nth, stays) in all.iter().enumerate() {
            let why = match stays.why {
                Why::ByHand => t!("repair-by-hand"),
                Why::NotSafe => t!("repair-not-safe"),
                Why::NotRead => t!("repair-not-read"),
                Why::NotChosen => t!("repair-not-chosen"),
                Why::StillThere => t!("repair-still-there"),
                Why::NewlySeen => t!("repair-newly-seen"),
            };
            row(ui, &stays.finding, why, nth == 0);
        }
    });
}

fn head(ui: &mut Ui, words: &str, count: usize) {
    let colors = tokens(ui);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 22.0), Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(4.0);
        Rich::new()
            .add(words, Font::SmallStrong, colors.text)
            .gap(8.0, Font::Small)
            .exact(&count.to_string(), Font::Code, colors.text_muted)
            .show(ui);
    });
}

/// One finding, and why it stays where it does.
fn row(ui: &mut Ui, finding: &Finding, why: &str, first: bool) {
    let colors = tokens(ui);
    let sign = sign(finding.severity);
    let shown = Frame::NONE.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            icon_cell(ui, sign.icon(), 14.0, 18.0, sign.ink(colors));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                label(ui, &finding.title, Font::Dense, colors.text).on_hover_text(finding.code.as_str());
                if !why.is_empty() {
                    label(ui, why, Font::Small, colors.text_muted);
                }
            });
        });
    });
    if !first {
        let rect = shown.response.rect;
        rule_above(ui, rect);
    }
}

pub fn footer(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let key = shared::primary_key(ui) && !state.pages.repair.asking;
    let Some(account) = state.connection().map(|connection| connection.account.clone()) else { return };
    let Some(repair) = &state.validation.repair else { return };
    let (plan, from) = (&repair.plan, repair.from);
    let name = match from {
        Part::Monitor => t!("watch-back"),
        Part::Migrate => t!("migrate-back"),
        Part::Endpoints => t!("endpoints-back"),
        _ => t!("repair-back"),
    };
    let words = t!("review-apply", count = plan.changes().count());
    let (mut back, mut on) = (false, false);
    footer_row(
        ui,
        |ui| back = Button::quiet(name).icon(Icon::ArrowLeft).show(ui).clicked(),
        |ui| on = Button::primary(&words).shortcut(t!("key-primary")).show(ui).clicked(),
        |ui| what_changes(ui, &account),
    );
    if back {
        commands.push(Command::Validate(ValidationAsk::Show(from)));
    }
    let look = &mut state.pages.repair;
    if on || key {
        if account.mode == Mode::Live {
            look.asking = true;
        } else {
            commands.push(Command::ApplyRepair);
        }
    }
    if look.asking && look.confirmed(ui, plan, &account) {
        commands.push(Command::ApplyRepair);
    }
}
