//! A new proxy, or one that is there: each with what it has, who uses it, and why one cannot be used.

use std::time::Instant;

use eframe::egui::{Align, Layout, Ui, vec2};

use super::super::absent;
use super::candidate::{self, Facing};
use crate::discover::{Candidate, Candidates};
use crate::domain::choices::Choices;
use crate::gui::command::{Command, Commands};
use crate::gui::designed::Designed;
use crate::gui::icon::Icon;
use crate::gui::pages::failure::failure;
use crate::gui::rich::{Rich, label};
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, Button, Tone, card_frame, choice_card, hairline};
use crate::text::{dollars, t};

pub fn which(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    // The page says itself what it waits for, or why nothing is there.
    if state.observed.value().is_none() {
        return;
    }
    if state.candidates_of.as_deref() != Some(state.choices.database.as_str()) {
        commands.push(Command::Candidates);
    }
    if let Some(waited) = state.candidates.waiting(Instant::now()).filter(|_| state.candidates.value().is_none()) {
        return absent::waiting(ui, 2, t!("which-reading"), waited, commands);
    }
    if state.candidates.is_given_up() {
        return absent::not_read(ui, Command::Candidates, commands);
    }
    if let Some(error) = state.candidates.error() {
        failure(ui, error, |_| ());
        return;
    }
    let State { candidates, choices, designed, .. } = state;
    let Some(found) = candidates.value().filter(|found| !found.proxies.is_empty()) else { return };
    ui.spacing_mut().item_spacing = vec2(12.0, 12.0);
    make_or_use(ui, found, designed, choices);
    if choices.proxy.existing {
        list(ui, found, designed, choices, commands);
    }
}

/// Choosing to use one takes the first that can be.
fn make_or_use(ui: &mut Ui, found: &Candidates, designed: &Designed, choices: &mut Choices) {
    let recommended = found.recommended();
    let existing = choices.proxy.existing;
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        let first = found.proxies.iter().find(|one| one.why_not.is_none());
        let aside = match (recommended, first) {
            (Some(one), _) => t!("which-use-recommended", name = one.proxy.name.as_str()),
            (None, Some(one)) => t!("which-use-empty", name = one.proxy.name.as_str()),
            (None, None) => t!("which-use-none").to_owned(),
        };
        let used = choice(left, t!("which-use"), &aside, recommended.is_some(), existing, designed);
        if used && let Some(one) = first.filter(|_| !existing) {
            take(choices, one);
        }
        let made = choice(right, t!("which-new"), t!("which-new-text"), false, !existing, designed);
        if made && existing {
            choices.proxy.existing = false;
            choices.proxy.register_database = false;
            choices.proxy.name = None;
        }
    });
}

/// One of the two ways; of the chosen one what it comes to is known.
fn choice(ui: &mut Ui, head: &str, text: &str, recommended: bool, chosen: bool, designed: &Designed) -> bool {
    let name = if recommended { t!("which-recommended-name", name = head) } else { head.to_owned() };
    let shown = choice_card(ui, &name, chosen, |ui| {
        let colors = tokens(ui);
        // Where the badge goes below the head both cards are as high.
        ui.set_min_height(if ui.available_width() < 300.0 { 90.0 } else { 68.0 });
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        ui.horizontal_wrapped(|ui| {
            // The mark of the card is at the right.
            ui.set_max_width(ui.available_width() - 24.0);
            label(ui, head, Font::Strong, colors.text);
            if recommended {
                Badge::new(Icon::Check, t!("recommended"), Tone::Neutral).show(ui);
            }
        });
        match figures(designed).filter(|_| chosen) {
            Some(figures) => {
                ui.columns(figures.len(), |cells| {
                    for (cell, (figure, what)) in cells.iter_mut().zip(&figures) {
                        cell.spacing_mut().item_spacing.y = 2.0;
                        label(cell, &format!("`{figure}`"), Font::Body, colors.text);
                        label(cell, what, Font::Small, colors.text_muted);
                    }
                });
            }
            None => drop(label(ui, text, Font::Small, colors.text_muted)),
        }
    });
    shown.clicked()
}

/// Changes, time and cost of the plan, each with its word.
fn figures(designed: &Designed) -> Option<[(String, &'static str); 3]> {
    let plan = designed.shown_plan()?;
    let cost = &designed.setup.as_ref()?.cost;
    let secs = plan.usual_secs();
    let time = if secs < 60 { t!("which-secs", count = secs) } else { t!("minutes", count = secs.div_ceil(60)) };
    let a_month = if cost.is_on_top() { t!("cost-more-a-month") } else { t!("cost-a-month") };
    Some([
        (plan.changes().count().to_string(), t!("which-changes")),
        (time, t!("which-time")),
        (cost.usd_per_month().map_or_else(|| t!("not-known").to_owned(), dollars), a_month),
    ])
}

/// One without a database gets this one, and that stays the setup's own.
fn take(choices: &mut Choices, one: &Candidate) {
    choices.proxy.existing = true;
    choices.proxy.name = Some(one.proxy.name.clone());
    choices.proxy.register_database = one.has_no_database();
}

/// Those that fit, to choose from; below them the others with what keeps them out.
fn list(ui: &mut Ui, found: &Candidates, designed: &Designed, choices: &mut Choices, commands: &mut Commands) {
    let (fit, unfit): (Vec<&Candidate>, Vec<&Candidate>) = found.proxies.iter().partition(|one| one.why_not.is_none());
    let facing = Facing {
        connections: designed.max_connections,
        demand: designed.reserved_concurrency,
        functions: designed.setup.as_ref().map(|setup| setup.function_names()).unwrap_or_default(),
    };
    let mut taken = None;
    card_frame(ui).inner_margin(1).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let title = t!("which-fit", database = found.database.as_str(), function = choices.function.as_str());
        head(ui, &title, fit.len(), |ui| {
            let again = Button::quiet(t!("which-again")).icon(Icon::RefreshCw).compact();
            if again.show(ui).clicked() {
                commands.push(Command::Candidates);
            }
        });
        for one in fit {
            hairline(ui);
            let chosen = choices.proxy.name.as_deref() == Some(one.proxy.name.as_str());
            if candidate::usable(ui, one, chosen, &facing).clicked() {
                taken = Some(one);
            }
        }
        if !unfit.is_empty() {
            hairline(ui);
            head(ui, t!("which-unfit"), unfit.len(), |_| ());
            for one in unfit {
                hairline(ui);
                candidate::unusable(ui, one);
            }
        }
    });
    if let Some(one) = taken {
        take(choices, one);
    }
}

fn head(ui: &mut Ui, title: &str, count: usize, right: impl FnOnce(&mut Ui)) {
    let colors = tokens(ui);
    let size = vec2(ui.available_width(), 34.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(6.0);
        right(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(14.0);
            Rich::new()
                .add(title, Font::SmallStrong, colors.text)
                .gap(8.0, Font::Small)
                .add(&count.to_string(), Font::Small, colors.text_muted)
                .show(ui);
        });
    });
}
