//! Beside the plan: what it costs and takes, what was checked beforehand, what it keeps safe.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, ScrollArea, Sense, Ui, vec2};

use crate::domain::policy::{Document, Statement};
use crate::domain::setup::Cost;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::rich::{Rich, label};
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::validation::ValidationAsk;
use crate::gui::widgets::{Button, Sign, copy_link, hairline, icon_cell, icon_line, link, rule_above, rule_before};
use crate::plan::Plan;
use crate::plan::preflight::{Check, CheckVerdict, MIGRATION};
use crate::text::{dollars, t};

const SIDES: Margin = Margin { left: 16, right: 16, top: 0, bottom: 0 };

pub fn pane(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    receipt_note(ui);
    ScrollArea::vertical().id_salt("review pane").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if let (Some(plan), Some(setup)) = (state.designed.shown_plan(), &state.designed.setup) {
            bill(ui, plan, &setup.cost, &mut state.pages.review.cost);
            hairline(ui);
        }
        Frame::NONE.inner_margin(Margin { top: 12, bottom: 12, ..SIDES }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            let asking = state.permissions.waiting(std::time::Instant::now()).is_some();
            if preflight_head(ui, asking) {
                commands.push(Command::Observe);
                commands.push(Command::Preflight);
            }
            passed(ui, &state.designed.preflight);
        });
        hairline(ui);
        Frame::NONE.inner_margin(Margin { top: 12, bottom: 16, ..SIDES }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            label(ui, t!("review-safety"), Font::Strong, tokens(ui).text);
            passed(ui, &state.designed.safety);
        });
    });
}

/// The checks that passed; the others stand before the steps, under "Good to know".
fn passed(ui: &mut Ui, checks: &[Check]) {
    checks.iter().filter(|check| check.verdict == CheckVerdict::Passed).for_each(|check| row(ui, check));
}

/// The checks of a plan without a side of its own: each of them, under a head.
pub fn checks(ui: &mut Ui, head: &str, checks: &[Check]) {
    crate::gui::widgets::card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        label(ui, head, Font::Strong, tokens(ui).text);
        checks.iter().for_each(|check| row(ui, check));
    });
}

/// At the foot of the side.
fn receipt_note(ui: &mut Ui) {
    Panel::bottom("receipt note")
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::NONE.inner_margin(Margin::symmetric(16, 12)))
        .show(ui, |ui| {
            let line = ui.max_rect();
            rule_above(ui, line.expand2(vec2(16.0, 12.0)));
            icon_line(ui, Icon::Undo2, t!("review-receipt"));
        });
}

/// The side of a repair: only whether the caller may do it. It costs nothing and designs nothing.
pub fn repair_pane(ui: &mut Ui, state: &State, commands: &mut Commands) {
    receipt_note(ui);
    let Some(repair) = &state.validation.repair else { return };
    ScrollArea::vertical().id_salt("repair pane").auto_shrink(false).show(ui, |ui| {
        Frame::NONE.inner_margin(Margin { top: 14, bottom: 12, ..SIDES }).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            let asking = state.validation.permissions.waiting(std::time::Instant::now()).is_some();
            if preflight_head(ui, asking) {
                commands.push(Command::Validate(ValidationAsk::MayRepair));
            }
            // Before the first answer nothing is known, and nothing is lacking either.
            let checks = if asking && state.validation.permissions.value().is_none() { &[] } else { &*repair.checks };
            // What is known of a migration stands before its steps.
            for check in checks.iter().filter(|check| check.id != MIGRATION) {
                row(ui, check);
            }
        });
    });
}

fn bill(ui: &mut Ui, plan: &Plan, cost: &Cost, open: &mut bool) {
    let colors = tokens(ui);
    let dollars_shown = cost.usd_per_month().map_or_else(|| t!("cost-unknown").to_owned(), dollars);
    let minutes = t!("minutes", count = plan.usual_secs().div_ceil(60));
    Frame::NONE.inner_margin(Margin { top: 14, bottom: 14, ..SIDES }).show(ui, |ui| {
        let room = ui.available_width();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.allocate_ui(vec2(room * 0.5, 60.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(room * 0.5 - 16.0);
                    label(ui, t!("cost-estimate"), Font::Small, colors.text_muted);
                    label(ui, &dollars_shown, Font::Figure, colors.text);
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = 4.0;
                        let a_month = if cost.is_on_top() { t!("cost-more-a-month") } else { t!("cost-a-month") };
                        label(ui, a_month, Font::Small, colors.text_muted);
                        if link(ui, if *open { t!("cost-less") } else { t!("cost-why") }, Font::Small).clicked() {
                            *open = !*open;
                        }
                    });
                });
            });
            let (line, _) = ui.allocate_exact_size(vec2(17.0, 60.0), Sense::hover());
            rule_before(ui, line);
            ui.vertical(|ui| {
                label(ui, t!("time-head"), Font::Small, colors.text_muted);
                label(ui, &minutes, Font::Figure, colors.text);
                label(ui, t!("time-waiting"), Font::Small, colors.text_muted);
            });
        });
        if *open {
            ui.add_space(8.0);
            for line in &cost.lines {
                let usd = line.usd_per_month.map_or_else(|| t!("cost-unknown").to_owned(), dollars);
                Rich::new()
                    .add(&line.what.to_string(), Font::Small, colors.text)
                    .add(" ", Font::Small, colors.text)
                    .exact(&usd, Font::Code, colors.text)
                    .show(ui);
                let how = if line.paid { t!("cost-paid-already", how = &line.how) } else { line.how.to_string() };
                label(ui, &how, Font::Small, colors.text_muted);
                ui.add_space(4.0);
            }
            label(ui, &t!("cost-prices-of", date = cost.prices_of.as_str()), Font::Small, colors.text_muted);
        }
    });
}

/// True when it is to be asked again.
fn preflight_head(ui: &mut Ui, asking: bool) -> bool {
    let mut again = false;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 20.0), Layout::left_to_right(Align::Center), |ui| {
        let colors = tokens(ui);
        label(ui, t!("review-preflight"), Font::Strong, colors.text);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::quiet_icon(Icon::RefreshCw, t!("review-preflight-again")).compact().show(ui).clicked() {
                again = true;
            }
            if asking {
                label(ui, t!("review-preflight-asking"), Font::Small, colors.text_muted);
            }
        });
    });
    again
}

fn row(ui: &mut Ui, check: &Check) {
    let colors = tokens(ui);
    let sign = match check.verdict {
        CheckVerdict::Error => Sign::Error,
        CheckVerdict::Warning => Sign::Warning,
        CheckVerdict::Unknown { .. } => Sign::Unknown,
        CheckVerdict::Passed => Sign::Passed,
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        icon_cell(ui, sign.icon(), 14.0, 18.0, sign.ink(colors));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let words = label(ui, &check.title, Font::Dense, colors.text);
            words.on_hover_text(sign.word());
            for line in check.detail.lines() {
                label(ui, line, Font::Small, colors.text_muted);
            }
            if let CheckVerdict::Unknown { permission: Some(permission) } = &check.verdict {
                label(ui, &t!("needs-permission", permission = permission.as_str()), Font::Small, colors.text_muted);
                let policy = Document::new(vec![Statement::allow(None, permission.as_str(), "*")]);
                copy_link(ui, t!("copy-policy"), &policy.to_json());
            }
        });
    });
}
