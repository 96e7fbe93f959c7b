//! The plan as a list: filters with counts, groups with Edit, rows that open.

use std::collections::BTreeSet;

use eframe::egui::{Align, Layout, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::rows;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::pages::steps_shown::{Group, Shown, copy_step, icon, sign, wait};
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich, label};
use crate::gui::steps::WizardStep;
use crate::gui::theme::{self, CONTROL_COMPACT, Font, tokens};
use crate::gui::widgets::{
    Button, Code, Language, PlanRow, code_block, link, plan_badge_width, plan_detail, plan_details,
};
use crate::plan::{Change, DiffKind, Plan, StepId};
use crate::text::{labelled, series, t};

/// Width of the key column of an open row, for the longest English key.
const KEYS: f32 = 72.0;

/// Which steps are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    #[default]
    All,
    Only(Change),
}

impl Filter {
    fn keeps(self, change: Change) -> bool {
        match self {
            Self::All => true,
            Self::Only(only) => only == change,
        }
    }
}

/// What the list keeps about looking.
#[derive(Default)]
pub struct Listing {
    filter: Filter,
    open: BTreeSet<StepId>,
    /// The row that a link leads to.
    reveal: Option<StepId>,
}

impl Listing {
    /// Opens rows.
    pub fn open(&mut self, steps: impl IntoIterator<Item = StepId>) {
        self.open.extend(steps);
    }

    /// Opens one row and brings it into view, whatever the filter hides.
    fn show(&mut self, step: StepId) {
        self.filter = Filter::All;
        self.open.insert(step.clone());
        self.reveal = Some(step);
    }
}

/// The row of filters, and the button that closes all rows; answers how many steps are listed.
pub fn filters(ui: &mut Ui, plan: &Plan, listing: &mut Listing, steps: &[Shown]) -> usize {
    let Listing { filter, open, .. } = listing;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), CONTROL_COMPACT),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for (kind, words, count) in [
                (Filter::All, t!("filter-all"), plan.steps.len()),
                (Filter::Only(Change::Create), t!("filter-create"), plan.count(Change::Create)),
                (Filter::Only(Change::Change), t!("filter-change"), plan.count(Change::Change)),
                (Filter::Only(Change::AlreadySo), t!("filter-already-so"), plan.count(Change::AlreadySo)),
            ] {
                if chip(ui, words, count, *filter == kind) {
                    *filter = kind;
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if open.is_empty() {
                    if Button::quiet(t!("expand-all")).compact().show(ui).clicked() {
                        open.extend(steps.iter().map(|step| step.step.id.clone()));
                    }
                } else if Button::quiet(t!("collapse-all")).compact().show(ui).clicked() {
                    open.clear();
                }
            });
        },
    );
    steps.iter().filter(|step| filter.keeps(step.step.change)).count()
}

/// A filter with its count; true when it was clicked.
pub(in crate::gui::pages) fn chip(ui: &mut Ui, words: &str, count: usize, chosen: bool) -> bool {
    let colors = tokens(ui);
    let ink = if chosen { colors.text } else { colors.text_muted };
    let galley = Rich::new()
        .add(words, Font::Dense, ink)
        .gap(8.0, Font::Dense)
        .exact(&count.to_string(), Font::Code, colors.text_muted)
        .galley(ui, Fit::Line);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 20.0, CONTROL_COMPACT), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, labelled!(words, count)));
    if chosen || response.hovered() {
        paint::panel(ui.painter(), rect, theme::RADIUS, colors.raised, Stroke::NONE);
    }
    paint::text_centered(ui.painter(), rect.center(), galley);
    paint::focus_ring(ui, &response, theme::RADIUS);
    response.clicked()
}

/// The groups that have a step to show. With `edit` each leads to its page.
pub fn groups(ui: &mut Ui, steps: &[Shown], listing: &mut Listing, edit: Option<&mut Commands>) {
    let mut edit = edit;
    let filter = listing.filter;
    let mut to_step = None;
    let badge = plan_badge_width(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    for group in Group::ALL {
        let of_group: Vec<&Shown> = steps.iter().filter(|step| Group::of(step.step.page) == group).collect();
        let listed: Vec<&&Shown> = of_group.iter().filter(|step| filter.keeps(step.step.change)).collect();
        if listed.is_empty() {
            continue;
        }
        head(ui, group, &of_group, edit.as_deref_mut());
        rows(ui, |ui| {
            for (nth, step) in listed.into_iter().enumerate() {
                if self::row(ui, step, steps.len(), listing, badge, nth == 0) {
                    to_step = step.after.as_ref().map(|(id, _)| id.clone());
                }
            }
        });
        ui.add_space(4.0);
    }
    if let Some(step) = to_step {
        listing.show(step);
    }
}

/// One step; true when its link to the step before it was clicked.
fn row(ui: &mut Ui, step: &Shown, of: usize, listing: &mut Listing, badge: f32, first: bool) -> bool {
    let id = &step.step.id;
    let open = listing.open.contains(id);
    let changes = step.step.change != Change::AlreadySo;
    let reply = PlanRow {
        number: (step.number, of),
        after: step.after.as_ref().map(|(_, number)| *number),
        sign: sign(step.step.change),
        icon: icon(&step.step.action),
        sentence: &step.title,
        call: if changes { &step.call } else { t!("read-only") },
        wait: &if changes { wait(&step.step.action) } else { String::new() },
        open,
    }
    .show(ui, badge, first);
    if listing.reveal.take_if(|reveal| reveal == id).is_some() {
        reply.row.scroll_to_me(Some(Align::Center));
        reply.row.request_focus();
    }
    if reply.row.clicked() {
        if open {
            listing.open.remove(id);
        } else {
            listing.open.insert(id.clone());
        }
    }
    if open {
        details(ui, step);
    }
    reply.to_step
}

fn head(ui: &mut Ui, group: Group, steps: &[&Shown], edit: Option<&mut Commands>) {
    let colors = tokens(ui);
    let so = steps.iter().filter(|step| step.step.change == Change::AlreadySo).count();
    let changes = steps.len() - so;
    let mut counts = Vec::new();
    if changes > 0 {
        counts.push(t!("changes", count = changes));
    }
    if so > 0 {
        counts.push(t!("already-so", count = so));
    }
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 22.0), Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(4.0);
        Rich::new()
            .add(group.title(), Font::SmallStrong, colors.text)
            .gap(8.0, Font::Small)
            .add(&series(&counts), Font::Small, colors.text_muted)
            .show(ui);
        let Some(commands) = edit else { return };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(4.0);
            ui.spacing_mut().item_spacing.x = 4.0;
            let edit = link(ui, t!("edit"), Font::Dense);
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 16.0), Sense::hover());
            paint::icon(ui.painter(), Icon::Pencil, rect.center(), 12.0, colors.accent);
            if edit.clicked()
                && let Some(first) = steps.first()
            {
                commands.push(Command::Go(WizardStep::of(first.step.page)));
            }
        });
    });
}

/// The open part of a row.
fn details(ui: &mut Ui, step: &Shown) {
    let changes = step.step.change != Change::AlreadySo;
    plan_details(ui, |ui| {
        let colors = tokens(ui);
        plan_detail(ui, KEYS, t!("key-why"), |ui| drop(label(ui, &step.why, Font::Dense, colors.text)));
        if !step.diff.is_empty() {
            let key = if changes { t!("key-change") } else { t!("key-there") };
            plan_detail(ui, KEYS, key, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for line in &step.diff {
                    let (word, ink) = match line.kind {
                        DiffKind::Kept => (t!("diff-kept"), colors.text_muted),
                        DiffKind::Added => (t!("diff-added"), colors.accent),
                        DiffKind::Removed => (t!("diff-removed"), colors.error),
                    };
                    Rich::new()
                        .exact(word, Font::Code, ink)
                        .exact("  ", Font::Code, ink)
                        .exact(&line.text, Font::Code, colors.text)
                        .show(ui);
                }
            });
        }
        if !changes {
            return;
        }
        plan_detail(ui, KEYS, t!("key-call"), |ui| {
            Rich::new()
                .exact(&step.call, Font::Code, colors.text)
                .exact(" ", Font::Code, colors.text)
                .add(&t!("call-on", resource = step.resource.as_str()), Font::Code, colors.text_muted)
                .show(ui);
        });
        plan_detail(ui, KEYS, t!("key-cli"), |ui| code_block(ui, Code::new(&step.cli, Language::Shell)));
        plan_detail(ui, KEYS, t!("key-undo"), |ui| drop(label(ui, &step.undo, Font::Dense, colors.text)));
        plan_detail(ui, KEYS, t!("key-copy"), |ui| {
            copy_step(ui, Some(t!("copy-as")), step);
        });
    });
}
