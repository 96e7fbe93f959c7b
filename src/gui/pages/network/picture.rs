//! The picture: which group lets in which, on what port, and the endpoint below.

use eframe::egui::{Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::domain::choices::{Choices, EndpointChoice};
use crate::domain::setup::{GroupPart, GroupSetup, Setup};
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{
    Badge, DiagramBox, Presence, Sign, card, diagram_arrow, diagram_box, diagram_elbow, diagram_legend, link,
};
use crate::plan::actions::{Action, AuthorizeRule};
use crate::plan::{ENDPOINT, Plan, group_id};
use crate::text::t;

const HEIGHT: f32 = 276.0;
const BOX: f32 = 88.0;

pub fn show(ui: &mut Ui, setup: &Setup, plan: Option<&Plan>, choices: &mut Choices) {
    card(ui, |ui| {
        let (area, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, said(setup)));
        head(ui, area, setup);
        let gap = 40.0;
        let width = ((area.width() - 2.0 * gap) / 3.0).min(190.0);
        let gap = (area.width() - 3.0 * width) / 2.0;
        let top = area.top() + 46.0;
        let at = |nth: f32| Rect::from_min_size(pos2(area.left() + nth * (width + gap), top), vec2(width, BOX));
        let (function, proxy, database) = (at(0.0), at(1.0), at(2.0));
        group(ui, function, setup, plan, GroupPart::Function);
        group(ui, proxy, setup, plan, GroupPart::Proxy);
        group(ui, database, setup, plan, GroupPart::Database);
        let proxy_port = setup.proxy.port.to_string();
        let database_port = setup.database.port.to_string();
        // From another VPC the function goes in by the group of the endpoint there.
        let door = if setup.network.function_vpc.is_some() { GroupPart::ProxyEndpoint } else { GroupPart::Proxy };
        let to_proxy = way(setup, plan, [GroupPart::Function, door]);
        let to_database = way(setup, plan, [GroupPart::Proxy, GroupPart::Database]);
        diagram_arrow(ui, function, proxy, to_proxy, &proxy_port, t!("network-tcp"));
        diagram_arrow(ui, proxy, database, to_database, &database_port, t!("network-tcp"));
        let below = Rect::from_min_max(pos2(proxy.left(), top + BOX + 44.0), pos2(area.right(), area.bottom()));
        endpoint(ui, function, below, setup, plan, choices);
    });
}

fn said(setup: &Setup) -> String {
    let name = |part| setup.network.group(part).map_or("", |group| group.name.as_str());
    t!(
        "network-said",
        function = name(GroupPart::Function),
        proxy = name(GroupPart::Proxy),
        database = name(GroupPart::Database),
        port = setup.proxy.port.to_string(),
        database_port = setup.database.port.to_string()
    )
}

fn head(ui: &Ui, area: Rect, setup: &Setup) {
    let colors = tokens(ui);
    let y = area.top() + 8.0;
    paint::icon(ui.painter(), Icon::Network, pos2(area.left() + 8.0, y), 16.0, colors.text_muted);
    let name = galley(ui, &setup.network.vpc_label, Font::Dense, colors.text, Fit::Line);
    let end = paint::text_at(ui.painter(), area.left() + 22.0, y, name);
    let cidr = galley(ui, &format!("`{}`", setup.network.vpc_cidr), Font::Dense, colors.text_muted, Fit::Line);
    paint::text_at(ui.painter(), end + 6.0, y, cidr);
    diagram_legend(ui, pos2(area.right(), y));
}

fn group(ui: &Ui, rect: Rect, setup: &Setup, plan: Option<&Plan>, part: GroupPart) {
    let Some(group) = setup.network.group(part) else { return };
    let facts = match part {
        GroupPart::Function => match &setup.network.function_vpc {
            Some(elsewhere) => t!("network-of-function-elsewhere", vpc = elsewhere.label.as_str()),
            None => t!("network-of-function", name = setup.access.function_name.as_str()),
        },
        GroupPart::Proxy => t!("network-of-proxy", name = setup.name.as_str()),
        GroupPart::Database => {
            t!("network-of-database", kind = setup.database.kind.to_string(), name = setup.database.id.as_str())
        }
        GroupPart::Endpoint | GroupPart::ProxyEndpoint => String::new(),
    };
    let icon = match part {
        GroupPart::Function => Icon::SquareFunction,
        GroupPart::Proxy => Icon::Proxy,
        GroupPart::Database | GroupPart::Endpoint | GroupPart::ProxyEndpoint => Icon::Database,
    };
    let added = plan.map_or(0, |plan| rules_added(plan, group));
    let words = t!("network-add-rules", count = added);
    let is_new = is_new(plan, group);
    let badge = if is_new {
        Badge::of(Sign::Create)
    } else if added > 0 {
        Badge::new(Icon::Pencil, &words, crate::gui::widgets::Tone::Changed)
    } else {
        Badge::of(Sign::AlreadySo)
    };
    let presence = if is_new { Presence::ToCreate } else { Presence::Existing };
    diagram_box(ui, rect, &DiagramBox { icon, name: &group.name, facts: &facts, presence, badge: Some(badge) });
}

/// Whether the plan writes a rule between these two groups, or all are there.
fn way(setup: &Setup, plan: Option<&Plan>, ends: [GroupPart; 2]) -> Presence {
    let ids = ends.map(|part| setup.network.group(part).map(|group| group.id.as_str()));
    let between =
        |act: &AuthorizeRule| ids.contains(&Some(&act.rule.group_id)) && ids.contains(&Some(&act.rule.peer_group_id));
    let is_new = plan.is_none_or(|plan| {
        plan.changes().any(|step| matches!(&step.action, Action::AuthorizeRule(act) if between(act)))
    });
    if is_new { Presence::ToCreate } else { Presence::Existing }
}

/// Whether the plan makes this group.
fn is_new(plan: Option<&Plan>, group: &GroupSetup) -> bool {
    plan.map_or(group.owned, |plan| plan.creates(&group_id(group.part)))
}

/// Rules that the plan writes into an existing group.
fn rules_added(plan: &Plan, group: &GroupSetup) -> usize {
    plan.changes()
        .filter(|step| matches!(&step.action, Action::AuthorizeRule(act) if act.rule.group_id == group.id))
        .count()
}

fn endpoint(ui: &mut Ui, function: Rect, rect: Rect, setup: &Setup, plan: Option<&Plan>, choices: &mut Choices) {
    let presence = match &setup.network.endpoint {
        Some(endpoint) if plan.map_or(endpoint.owned, |plan| plan.creates(ENDPOINT)) => Presence::ToCreate,
        Some(_) => Presence::Existing,
        None => Presence::NotNeeded,
    };
    diagram_elbow(ui, function, rect, presence, "443");
    let reason = setup.reasons.get("VpcEndpoint").map(ToString::to_string).unwrap_or_default();
    let item = DiagramBox { icon: Icon::Plug, name: t!("network-endpoint"), facts: &reason, presence, badge: None };
    diagram_box(ui, rect, &item);
    let (words, wanted) = match (presence, choices.network.secrets_endpoint) {
        (Presence::NotNeeded, _) => (t!("network-endpoint-make"), EndpointChoice::Create),
        (Presence::ToCreate, EndpointChoice::Create) => (t!("network-endpoint-auto"), EndpointChoice::Auto),
        (Presence::ToCreate, _) => (t!("network-endpoint-skip"), EndpointChoice::Skip),
        (Presence::Existing, _) => return,
    };
    let corner = Rect::from_min_max(pos2(rect.left() + 12.0, rect.bottom() - 26.0), rect.max);
    ui.scope_builder(UiBuilder::new().max_rect(corner), |ui| {
        ui.horizontal(|ui| {
            if link(ui, words, Font::Small).clicked() {
                choices.network.secrets_endpoint = wanted;
            }
        });
    });
}
