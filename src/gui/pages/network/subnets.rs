//! The subnets of the VPC, zone by zone, with the chosen ones ticked.

use std::collections::BTreeSet;

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::domain::choices::Choices;
use crate::domain::setup::{Setup, SubnetPick};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{card_frame, check, hairline, icon_line};
use crate::plan::Plan;
use crate::text::t;

pub fn show(ui: &mut Ui, setup: &Setup, plan: Option<&Plan>, choices: &mut Choices) {
    let colors = tokens(ui);
    let network = &setup.network;
    let chosen = network.proxy_subnets.iter().filter(|pick| pick.chosen);
    let free: u32 = chosen.clone().map(|pick| pick.free_addresses).sum();
    let zones: BTreeSet<&str> = chosen.map(|pick| pick.zone.as_str()).collect();
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 22.0), Layout::right_to_left(Align::Center), |ui| {
        let summary = t!("network-zones", zones = zones.len(), free = free, needed = network.addresses_needed);
        label(ui, &summary, Font::Small, colors.text_muted);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            label(ui, t!("network-subnets"), Font::Strong, colors.text);
        });
    });
    let mut by_zone: Vec<(&SubnetPick, Vec<&SubnetPick>)> = Vec::new();
    for pick in &network.proxy_subnets {
        match by_zone.last_mut().filter(|(first, _)| first.zone == pick.zone) {
            Some((_, picks)) => picks.push(pick),
            None => by_zone.push((pick, vec![pick])),
        }
    }
    let mut toggled: Option<String> = None;
    for row in by_zone.chunks(3) {
        ui.columns(3, |columns| {
            for (column, (first, picks)) in columns.iter_mut().zip(row) {
                if let Some(id) = zone(column, first, picks) {
                    toggled = Some(id);
                }
            }
        });
    }
    if let Some(id) = toggled {
        toggle(setup, choices, &id);
    }
    ui.add_space(2.0);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        icon_line(ui, Icon::Info, t!("network-two-zones"));
        let name = setup.access.function_name.as_str();
        let function = match &network.function_vpc {
            Some(elsewhere) => t!("network-function-elsewhere", name = name, vpc = elsewhere.label.as_str()),
            None => t!("network-function-place", name = name, vpc = network.vpc_label.as_str()),
        };
        let moves =
            t!("network-function-moves", name = setup.access.function_name.as_str(), vpc = network.vpc_label.as_str());
        icon_line(ui, Icon::Info, if plan.is_some_and(Plan::moves_function) { &moves } else { &function });
    });
}

/// One zone's card; the answer is the subnet that was ticked or cleared.
fn zone(ui: &mut Ui, first: &SubnetPick, picks: &[&SubnetPick]) -> Option<String> {
    let colors = tokens(ui);
    let mut toggled = None;
    card_frame(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let inset = |ui: &mut Ui, content: &mut dyn FnMut(&mut Ui)| {
            eframe::egui::Frame::NONE.inner_margin(vec2(12.0, 8.0)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                content(ui);
            });
        };
        inset(ui, &mut |ui| {
            ui.horizontal(|ui| {
                label(ui, &first.zone, Font::Strong, colors.text);
                label(ui, &format!("`{}`", first.zone_id), Font::Small, colors.text_muted);
            });
        });
        hairline(ui);
        inset(ui, &mut |ui| {
            for pick in picks {
                let mut on = pick.chosen;
                if check(ui, &pick.label, &mut on).changed() {
                    toggled = Some(pick.id.clone());
                }
                ui.indent(&pick.id, |ui| {
                    label(ui, &format!("`{}`", pick.cidr), Font::Small, colors.text_muted);
                    let left_out = pick.left_out.as_ref().map(ToString::to_string);
                    let words = left_out.unwrap_or_else(|| t!("network-free", count = pick.free_addresses));
                    label(ui, &words, Font::Small, colors.text_muted);
                });
            }
        });
    });
    toggled
}

/// From the first tick on the subnets are the person's own choice.
fn toggle(setup: &Setup, choices: &mut Choices, id: &str) {
    let mut chosen = setup.network.chosen_subnet_ids();
    match chosen.iter().position(|known| known == id) {
        Some(at) => {
            chosen.remove(at);
        }
        None => chosen.push(id.to_owned()),
    }
    choices.network.proxy_subnets = chosen;
}
