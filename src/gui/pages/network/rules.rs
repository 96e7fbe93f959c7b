//! The pane: every rule of the chain by group, what the plan does with it, and the API calls.

use eframe::egui::{Align, Frame, Layout, Margin, ScrollArea, Ui, vec2};

use crate::domain::network::Direction;
use crate::domain::setup::{GroupPart, NetworkSetup, Page};
use crate::gui::command::Commands;
use crate::gui::icon::Icon;
use crate::gui::pages::written::awaited;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, Code, Language, PreviewSection, Sign, hairline, preview, tabs};
use crate::plan::actions::Action;
use crate::plan::{Change, Plan, Step, group_id};
use crate::text::t;

pub fn pane(ui: &mut Ui, state: &mut State, _commands: &mut Commands) {
    let (Some(plan), Some(setup)) = (&state.designed.plan, &state.designed.setup) else { return };
    let names = [t!("network-tab-rules"), t!("network-tab-calls")];
    let clicked = match state.pages.network.tab {
        0 => {
            let clicked = tabs(ui, &names, 0, |_| {});
            ScrollArea::vertical().id_salt("rules").auto_shrink(false).show(ui, |ui| rules(ui, plan, &setup.network));
            clicked
        }
        _ => {
            let calls: Vec<(String, String)> = steps(plan)
                .filter(|step| step.change != Change::AlreadySo)
                .map(|step| plan.describe(step))
                .map(|words| (words.call, awaited(Some(plan), &words.input)))
                .collect();
            let sections: Vec<PreviewSection<'_>> = calls
                .iter()
                .map(|(call, input)| PreviewSection { head: call, aside: "", code: Code::new(input, Language::Json) })
                .collect();
            preview(ui, &names, 1, &sections, &[(Icon::Undo2, t!("network-undo"))])
        }
    };
    if let Some(tab) = clicked {
        state.pages.network.tab = tab;
    }
}

fn steps(plan: &Plan) -> impl Iterator<Item = &Step> {
    plan.steps.iter().filter(|step| step.page == Page::Network)
}

fn rules(ui: &mut Ui, plan: &Plan, network: &NetworkSetup) {
    for part in
        [GroupPart::Proxy, GroupPart::Database, GroupPart::Function, GroupPart::ProxyEndpoint, GroupPart::Endpoint]
    {
        let Some(group) = network.group(part) else { continue };
        let own: Vec<(&Step, &crate::cloud::GroupRule)> = steps(plan)
            .filter_map(|step| match &step.action {
                Action::AuthorizeRule(act) if act.rule.group_id == group.id => Some((step, &act.rule)),
                _ => None,
            })
            .collect();
        if own.is_empty() {
            continue;
        }
        row(ui, |ui| {
            let colors = tokens(ui);
            ui.horizontal(|ui| {
                label(ui, &group.name, Font::SmallStrong, colors.text);
                let aside = if plan.creates(&group_id(part)) {
                    t!("network-new-group").to_owned()
                } else {
                    format!("`{}`", group.id)
                };
                label(ui, &aside, Font::Small, colors.text_muted);
            });
        });
        for (step, rule) in own {
            let name = |id: &str| {
                network.groups.iter().find(|group| group.id == id).map_or(id.to_owned(), |group| group.name.clone())
            };
            let (own, peer) = (name(&rule.group_id), name(&rule.peer_group_id));
            let (from, to, way) = match rule.direction {
                Direction::Ingress => (peer, own, t!("network-in")),
                Direction::Egress => (own, peer, t!("network-out")),
            };
            let why = plan.describe(step).why;
            row(ui, |ui| rule_row(ui, step.change, rule.port, &from, &to, way, &why));
        }
    }
}

fn row(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    Frame::NONE.inner_margin(Margin::symmetric(16, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        content(ui);
    });
    hairline(ui);
}

fn rule_row(ui: &mut Ui, change: Change, port: u16, from: &str, to: &str, way: &str, why: &str) {
    let colors = tokens(ui);
    let sign = match change {
        Change::Create => Sign::Create,
        Change::Change => Sign::Change,
        Change::AlreadySo => Sign::AlreadySo,
    };
    ui.horizontal(|ui| {
        Badge::for_sign(sign).show(ui);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            label(ui, &format!("`tcp {port}`"), Font::Small, colors.text);
        });
    });
    label(ui, &format!("`{from} → {to}`"), Font::Small, colors.text);
    label(ui, &format!("{way} · {why}"), Font::Small, colors.text_muted);
}
