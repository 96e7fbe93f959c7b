//! Names, subnets, groups and addresses of the endpoints that are made: folded away, because design has chosen.

use eframe::egui::{Ui, vec2};

use super::{cure, line};
use crate::design::offered;
use crate::domain::choices::Choices;
use crate::domain::network::{SecurityGroup, Subnet};
use crate::domain::observed::Observed;
use crate::domain::proxy::{EndpointRole, NetworkType};
use crate::domain::setup::{GroupPart, ProxyEndpointSetup, Setup};
use crate::gui::designed::Designed;
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{
    Button, Field, Note, PickerItem, PickerItems, PickerState, Select, Selected, check, field_label, note, segmented,
};
use crate::text::t;

pub const SUBNETS: &str = "proxy.endpoints.subnets";
pub const GROUPS: &str = "proxy.endpoints.security_groups";
pub const NETWORK: &str = "proxy.endpoints.network_type";

#[derive(Default)]
pub struct EndpointsPart {
    open: bool,
    picker: PickerState,
    /// The groups to choose from, by their ids, and their rows.
    items: Option<(Vec<String>, PickerItems)>,
    made: u64,
}

pub fn show(
    ui: &mut Ui,
    designed: &Designed,
    setup: &Setup,
    choices: &mut Choices,
    observed: &Observed,
    look: &mut EndpointsPart,
) {
    let owned: Vec<&ProxyEndpointSetup> = setup.proxy.endpoints.iter().filter(|endpoint| endpoint.owned()).collect();
    let Some(first) = owned.first() else { return };
    let is_wrong = designed.problems.iter().any(|problem| problem.field.starts_with("proxy.endpoints."));
    let colors = tokens(ui);
    ui.horizontal(|ui| {
        let icon = if look.open || is_wrong { Icon::ChevronDown } else { Icon::ChevronRight };
        if Button::quiet(t!("endpoint-details")).icon(icon).show(ui).clicked() {
            look.open = !look.open;
        }
        let (network, count) = (first.network_type.api_name(), first.subnet_ids.len());
        label(ui, &t!("endpoint-details-now", network = network, count = count), Font::Small, colors.text_muted);
    });
    if !look.open && !is_wrong {
        return;
    }
    ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
    for endpoint in &owned {
        name(ui, designed, endpoint, choices);
    }
    network(ui, designed, first, choices);
    let (subnets_there, groups_there) = offered(observed, setup.network.function_vpc.is_some());
    subnets(ui, designed, first, choices, subnets_there.items());
    groups(ui, designed, setup, choices, groups_there.items(), look);
}

/// An empty field stands for the name that design gives.
fn name(ui: &mut Ui, designed: &Designed, endpoint: &ProxyEndpointSetup, choices: &mut Choices) {
    let (field, title, chosen) = match endpoint.role {
        EndpointRole::ReadOnly => {
            ("proxy.endpoints.read_only_name", t!("endpoint-name-reads"), &mut choices.proxy.endpoints.read_only_name)
        }
        EndpointRole::ReadWrite => (
            "proxy.endpoints.function_vpc_name",
            t!("endpoint-name-vpc"),
            &mut choices.proxy.endpoints.function_vpc_name,
        ),
    };
    let problem = designed.problem_with(field);
    let mut text = endpoint.name.clone();
    let cure = cure(problem);
    let reply = Field::new(title).note(line(problem, &cure, t!("endpoint-name-why"))).show(ui, &mut text);
    if reply.response.changed() {
        *chosen = (!text.is_empty()).then_some(text);
    }
    if reply.cured {
        *chosen = problem.and_then(|problem| problem.suggestion.clone());
    }
}

fn network(ui: &mut Ui, designed: &Designed, endpoint: &ProxyEndpointSetup, choices: &mut Choices) {
    field_label(ui, t!("endpoint-addresses"), false);
    let names = NetworkType::ALL.map(NetworkType::api_name);
    let chosen = NetworkType::ALL.iter().position(|kind| *kind == endpoint.network_type).unwrap_or_default();
    if let Some(picked) = segmented(ui, t!("endpoint-addresses"), &names, chosen) {
        choices.proxy.endpoints.network_type = NetworkType::ALL.get(picked).copied();
    }
    wrong(ui, designed, NETWORK);
}

/// From the first tick on the subnets are the person's own choice.
fn subnets(ui: &mut Ui, designed: &Designed, endpoint: &ProxyEndpointSetup, choices: &mut Choices, all: &[Subnet]) {
    field_label(ui, t!("endpoint-subnets"), false);
    for subnet in all {
        let mut on = endpoint.subnet_ids.contains(&subnet.id);
        let words = t!("endpoint-subnet", subnet = subnet.label(), zone = subnet.zone.as_str());
        if check(ui, &words, &mut on).changed() {
            let mut ids = endpoint.subnet_ids.clone();
            ids.retain(|id| *id != subnet.id);
            ids.extend(on.then(|| subnet.id.clone()));
            choices.proxy.endpoints.subnets = ids;
        }
    }
    wrong(ui, designed, SUBNETS);
}

/// Those that were picked, each to be left out again, and a field that adds one.
fn groups(
    ui: &mut Ui,
    designed: &Designed,
    setup: &Setup,
    choices: &mut Choices,
    all: &[SecurityGroup],
    look: &mut EndpointsPart,
) {
    field_label(ui, t!("endpoint-groups"), false);
    let chosen = &mut choices.proxy.endpoints.security_groups;
    chosen.retain(|id| {
        let mut stays = true;
        let group = all.iter().find(|group| group.id == *id);
        check(ui, group.map_or(id.as_str(), |group| &group.name), &mut stays);
        stays
    });
    let now = match chosen.len() {
        0 => {
            let part = setup.proxy.endpoints.first().map_or(GroupPart::Proxy, |endpoint| endpoint.groups);
            let group = setup.network.group(part).map_or("", |group| group.name.as_str());
            t!("endpoint-groups-none", group = group)
        }
        count => t!("endpoint-groups-count", count = count),
    };
    let select = Select::new(t!("endpoint-groups-add"), &now).hint(t!("endpoint-groups-hint"));
    let ids: Vec<String> = all.iter().map(|group| group.id.clone()).collect();
    if look.items.as_ref().is_none_or(|(of, _)| *of != ids) {
        look.made += 1;
        look.items = Some((ids, rows(all, look.made)));
    }
    let Some((_, items)) = &look.items else { return };
    if let Some(Selected::Row(row)) = select.show(ui, items, &mut look.picker)
        && let Some(group) = all.get(row)
        && !chosen.contains(&group.id)
    {
        chosen.push(group.id.clone());
    }
    note(ui, Note::Why(t!("endpoint-groups-why")));
    wrong(ui, designed, GROUPS);
}

fn rows(all: &[SecurityGroup], version: u64) -> PickerItems {
    let row = |group: &SecurityGroup| PickerItem {
        name: group.name.clone(),
        facts: group.description.clone(),
        right: group.id.clone(),
        ..PickerItem::default()
    };
    PickerItems::new(Icon::Shield, Vec::new(), all.iter().map(row).collect(), version)
}

fn wrong(ui: &mut Ui, designed: &Designed, field: &str) {
    if let Some(problem) = designed.problem_with(field) {
        note(ui, Note::Wrong(&problem.title, Some(&problem.cure)));
    }
}
