//! The pane where a proxy of others is used: what would be added, and what stays untouched.

use eframe::egui::{Frame, Margin, Panel, ScrollArea, Ui, vec2};

use super::pane::bill_lines;
use crate::discover::Candidate;
use crate::domain::secret::name_in_arn;
use crate::domain::setup::{Setup, UsedProxy};
use crate::gui::designed::Designed;
use crate::gui::icon::Icon;
use crate::gui::pages::written::awaited;
use crate::gui::rich::{Rich, label};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, Code, Language, Section, Sign, hairline, icon_line, plan_badge_width, preview, tabs};
use crate::plan::{Change, Plan};
use crate::text::{series, t};

/// What the plan does, written once for each plan.
#[derive(Default)]
pub struct Added {
    version: u64,
    steps: Vec<Line>,
}

struct Line {
    sign: Sign,
    title: String,
    call: String,
    input: String,
    cli: String,
}

impl Line {
    /// Its call, or its line for the AWS CLI.
    fn section(&self, tab: usize) -> Section<'_> {
        match tab {
            1 => Section { head: &self.call, aside: "", code: Code::new(&self.input, Language::Json) },
            _ => Section { head: "", aside: "", code: Code::new(&self.cli, Language::Shell) },
        }
    }
}

impl Added {
    fn update(&mut self, plan: &Plan, version: u64) {
        if self.version == version {
            return;
        }
        self.version = version;
        let line = |step| {
            let words = plan.describe(step);
            let sign = if step.change == Change::Create { Sign::Create } else { Sign::Change };
            let input = awaited(Some(plan), &words.input);
            Line { sign, title: words.title, call: words.call, input, cli: words.cli }
        };
        self.steps = plan.changes().map(line).collect();
    }
}

/// The answer is the tab that was clicked.
pub fn pane(
    ui: &mut Ui,
    added: &mut Added,
    tab: usize,
    designed: &Designed,
    setup: &Setup,
    used: &UsedProxy,
    candidate: Option<&Candidate>,
) -> Option<usize> {
    let Some(plan) = &designed.plan else { return None };
    added.update(plan, designed.version);
    let count = added.steps.len();
    let calls = t!("used-tab-calls", count = count);
    let names = [t!("used-tab-happens"), calls.as_str(), t!("proxy-tab-cli")];
    let undo = t!("used-undo", count = count);
    if tab > 0 {
        let sections: Vec<Section<'_>> = added.steps.iter().map(|line| line.section(tab)).collect();
        return preview(ui, &names, tab, &sections, &[(Icon::Undo2, undo.as_str())]);
    }
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let clicked = tabs(ui, &names, tab, |_| ());
    let foot = Panel::bottom("used undo").resizable(false).frame(Frame::NONE.inner_margin(Margin::symmetric(16, 10)));
    foot.show(ui, |ui| icon_line(ui, Icon::Undo2, &undo));
    ScrollArea::vertical().id_salt("used").auto_shrink(false).show(ui, |ui| {
        head(ui, t!("used-added"), &t!("used-added-count", count = count));
        let badge = plan_badge_width(ui);
        for line in &added.steps {
            hairline(ui);
            step(ui, line, badge);
        }
        hairline(ui);
        head(ui, t!("used-untouched"), "");
        for (what, aside) in untouched(setup, used, candidate) {
            let colors = tokens(ui);
            Frame::NONE.inner_margin(Margin { left: 16, right: 12, top: 0, bottom: 8 }).show(ui, |ui| {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 10.0;
                    let (rect, _) = ui.allocate_exact_size(vec2(14.0, 18.0), eframe::egui::Sense::hover());
                    crate::gui::paint::icon(ui.painter(), Icon::Equal, rect.center(), 14.0, colors.text_muted);
                    Rich::new()
                        .add(&what, Font::Dense, colors.text)
                        .gap(6.0, Font::Dense)
                        .add(&aside, Font::Dense, colors.text_muted)
                        .show(ui);
                });
            });
        }
        hairline(ui);
        Frame::NONE.inner_margin(Margin::symmetric(16, 14)).show(ui, |ui| bill_lines(ui, &setup.cost));
    });
    clicked
}

fn head(ui: &mut Ui, text: &str, aside: &str) {
    let colors = tokens(ui);
    Frame::NONE.inner_margin(Margin { left: 16, right: 12, top: 10, bottom: 8 }).show(ui, |ui| {
        Rich::new()
            .add(text, Font::SmallStrong, colors.text)
            .gap(8.0, Font::Small)
            .add(aside, Font::Small, colors.text_muted)
            .show(ui);
    });
}

fn step(ui: &mut Ui, line: &Line, badge: f32) {
    let colors = tokens(ui);
    Frame::NONE.inner_margin(Margin::symmetric(16, 9)).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            Badge::of(line.sign).width(badge).show(ui);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                label(ui, &line.title, Font::Dense, colors.text);
                label(ui, &format!("`{}`", line.call), Font::Small, colors.text_muted);
            });
        });
    });
}

/// What of the proxy and beside it the plan leaves as it is, and in what respect.
fn untouched(setup: &Setup, used: &UsedProxy, candidate: Option<&Candidate>) -> Vec<(String, String)> {
    let name = format!("`{}`", setup.proxy.name);
    let itself = if used.changed.is_empty() {
        t!("used-itself").to_owned()
    } else {
        t!("used-itself-but", settings = series(&used.changed))
    };
    let mut all = vec![(name, itself)];
    let own = setup.secret.name().map(name_in_arn);
    let entries = candidate.map(|one| one.proxy.auth.as_slice()).unwrap_or_default();
    let logins = entries.iter().map(|entry| name_in_arn(&entry.secret_arn)).filter(|login| Some(*login) != own);
    all.extend(logins.map(|login| (format!("`{login}`"), t!("used-login").to_owned())));
    let ours = setup.function_names();
    let others = candidate.map(|one| one.functions.as_slice()).unwrap_or_default();
    let others = others.iter().map(|one| one.function.name.as_str());
    let others = others.filter(|other| !ours.split(", ").any(|name| name == *other));
    all.extend(others.map(|other| (format!("`{other}`"), t!("used-function").to_owned())));
    if !setup.role.adds_policy {
        all.push((format!("`{}`", setup.role.name), t!("used-role").to_owned()));
    }
    if !used.registers {
        all.push((format!("`{}`", setup.database.id), t!("used-database").to_owned()));
    }
    all
}
