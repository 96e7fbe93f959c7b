//! The pane: the calls that make the proxy, and what it costs.

use eframe::egui::{Frame, Margin, Panel, Ui, vec2};

use super::used_pane;
use crate::domain::setup::Cost;
use crate::gui::command::Commands;
use crate::gui::icon::Icon;
use crate::gui::pages::written::{Written, awaited};
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Code, Language, Section, preview};
use crate::plan::actions::Action;
use crate::plan::{Change, Plan};
use crate::text::{dollars, t};

/// The three texts of the pane, with the lines of the last change.
#[derive(Default)]
pub struct Texts {
    proxy: Written,
    pool: Written,
    cli: Written,
    /// The call that makes or changes the proxy: `rds:CreateDBProxy`.
    call: String,
    /// The proxy already is so: nothing is called.
    settled: bool,
    /// What undo does to the proxy.
    undo: String,
}

impl Texts {
    /// The call without its service.
    fn call(&self) -> &str {
        self.call.rsplit(':').next().unwrap_or_default()
    }

    fn update(&mut self, plan: &Plan) {
        let mut cli = Vec::new();
        for step in &plan.steps {
            let words = match &step.action {
                Action::CreateProxy(_) | Action::AddLogin(_) | Action::ModifyProxy(_) | Action::ModifyPool(_) => {
                    plan.describe(step)
                }
                Action::CreateProxyEndpoint(_) if step.change != Change::AlreadySo => {
                    cli.push(plan.describe(step).cli);
                    continue;
                }
                _ => continue,
            };
            let input = awaited(Some(plan), &words.input);
            match &step.action {
                Action::ModifyPool(_) => self.pool.update(input),
                _ => {
                    self.settled = step.change == Change::AlreadySo;
                    self.undo = if self.settled { t!("proxy-undo-none").to_owned() } else { words.undo };
                    self.call = words.call;
                    self.proxy.update(input);
                }
            }
            if step.change != Change::AlreadySo {
                cli.push(words.cli);
            }
        }
        self.cli.update(cli.join("\n\n"));
    }
}

pub fn pane(ui: &mut Ui, state: &mut State, _commands: &mut Commands) {
    let State { designed, pages, candidates, .. } = state;
    let (Some(plan), Some(setup)) = (&designed.plan, &designed.setup) else { return };
    let look = &mut pages.proxy;
    if let Some(used) = &setup.proxy.used {
        let proxies = candidates.value().map(|found| found.proxies.as_slice()).unwrap_or_default();
        let candidate = proxies.iter().find(|one| one.proxy.name == setup.proxy.name);
        let picked = used_pane::pane(ui, &mut look.added, look.tab, designed, setup, used, candidate);
        look.tab = picked.unwrap_or(look.tab);
        return;
    }
    look.written.update(plan);
    bill(ui, &setup.cost);
    let texts = &look.written;
    let (text, language, call) = match look.tab {
        0 if texts.settled => (&texts.proxy, Language::Json, t!("proxy-settled")),
        0 => (&texts.proxy, Language::Json, texts.call.as_str()),
        1 => (&texts.pool, Language::Json, "rds:ModifyDBProxyTargetGroup"),
        _ => (&texts.cli, Language::Shell, ""),
    };
    let code = Code::new(text.text(), language).marked(text.marked());
    let names = [texts.call(), t!("proxy-tab-pool"), t!("proxy-tab-cli")];
    let notes = [(Icon::Undo2, texts.undo.as_str())];
    if let Some(tab) = preview(ui, &names, look.tab, &[Section { head: call, aside: "", code }], &notes) {
        look.tab = tab;
    }
}

fn bill(ui: &mut Ui, cost: &Cost) {
    let panel = Panel::bottom("cost").resizable(false).show_separator_line(true);
    panel.frame(Frame::NONE.inner_margin(Margin::symmetric(16, 14))).show(ui, |ui| {
        bill_lines(ui, cost);
    });
}

/// What it costs a month, and how that is made up.
pub(super) fn bill_lines(ui: &mut Ui, cost: &Cost) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        let colors = tokens(ui);
        label(ui, t!("proxy-cost-head"), Font::Strong, colors.text);
        ui.horizontal(|ui| {
            let sum = cost.usd_per_month().map_or_else(|| t!("not-known").to_owned(), dollars);
            label(ui, &sum, Font::Figure, colors.text);
            let a_month = if cost.is_on_top() { t!("cost-more-a-month") } else { t!("cost-a-month") };
            label(ui, a_month, Font::Body, colors.text_muted);
        });
        for line in &cost.lines {
            let price = line.usd_per_month.map_or_else(|| t!("not-known").to_owned(), dollars);
            let how = if line.paid { t!("cost-paid-already", how = &line.how) } else { line.how.to_string() };
            label(
                ui,
                &t!("label-and-text", label = format!("{} `{price}`", line.what), text = how),
                Font::Small,
                colors.text_muted,
            );
        }
        label(ui, &t!("cost-floors", date = cost.prices_of.as_str()), Font::Small, colors.text_muted);
    });
}
