//! What is known of the chosen database: its facts, why it is ready, what a proxy would cost.

use std::time::Instant;

use eframe::egui::{Frame, Layout, Margin, ScrollArea, Ui, vec2};

use super::{advice, chosen};
use crate::design;
use crate::domain::database::{Database, DatabaseStatus};
use crate::domain::network::Vpc;
use crate::gui::command::Commands;
use crate::gui::icon::Icon;
use crate::gui::rich::{Rich, elide_middle, label};
use crate::gui::state::State;
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, Fact, Tone, facts, hairline, icon_cell};
use crate::text::{dollars, money, series, t};
use crate::words::listed::short_version;

/// Proxies an account may have in a region, unless raised ("Quotas for RDS Proxy").
const QUOTA: usize = 20;

pub fn pane(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    let Some(database) = chosen(state).cloned() else { return };
    ScrollArea::vertical().id_salt("database pane").auto_shrink(false).show(ui, |ui| {
        section(ui, |ui| {
            head(ui, Icon::Database, &database.id, |ui| {
                let (icon, tone) = match database.status {
                    DatabaseStatus::Available => (Icon::Check, Tone::Ok),
                    _ => (Icon::Clock, Tone::Neutral),
                };
                Badge::new(icon, database.status.as_str(), tone).show(ui);
            });
            ui.add_space(4.0);
            known(ui, state, &database);
        });
        hairline(ui);
        section(ui, |ui| ready(ui, state, &database));
        hairline(ui);
        section(ui, |ui| cost(ui, state, &database));
        hairline(ui);
        section(ui, |ui| advice::advice(ui, state, &database, commands));
    });
}

/// A part of the pane with its padding.
pub fn section(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    Frame::NONE.inner_margin(Margin::symmetric(16, 14)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        content(ui);
    });
}

/// The pane's subject, with a badge at the right.
pub fn head(ui: &mut Ui, icon: Icon, name: &str, right: impl FnOnce(&mut Ui)) {
    let colors = tokens(ui);
    let row = vec2(ui.available_width(), 26.0);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(eframe::egui::Align::Center), |ui| {
        right(ui);
        ui.with_layout(Layout::left_to_right(eframe::egui::Align::Center), |ui| {
            icon_cell(ui, icon, 16.0, 16.0, colors.accent);
            Rich::new().add(name, Font::Heading, colors.text).line(ui, 0.0);
        });
    });
}

fn known(ui: &mut Ui, state: &State, database: &Database) {
    let version = short_version(&database.engine_version);
    let engine = format!("{} {version}", database.engine);
    let whole = if version == database.engine_version { String::new() } else { engine_of_aurora(database) };
    let endpoint = database
        .host
        .as_deref()
        .map_or_else(|| t!("database-no-endpoint").to_owned(), |host| format!("`{}`", elide_middle(host, 28)));
    let port = database.port.map(|port| format!("`{port}`")).unwrap_or_default();
    let resource = format!("`{}`", elide_middle(&database.resource_id, 30));
    let vpc = vpc(state, database);
    let vpc_id = database.vpc_id.as_ref().map(|id| format!("`{}`", elide_middle(id, 14))).unwrap_or_default();
    let zones = zones(state, database);
    let groups = groups(state, database);
    let group_id = match database.security_group_ids.as_slice() {
        [one] => format!("`{}`", elide_middle(one, 14)),
        _ => String::new(),
    };
    let iam = if database.iam_auth { t!("database-iam-on") } else { t!("database-iam-off") };
    let iam_aside = if database.iam_auth { "" } else { t!("database-iam-not-needed") };
    let proxies = proxies(state, database);
    facts(
        ui,
        &[
            Fact { key: t!("fact-engine"), value: &engine, aside: &whole },
            Fact::new(t!("fact-endpoint"), &endpoint),
            Fact::new(t!("fact-port"), &port),
            Fact::new(t!("fact-resource-id"), &resource),
            Fact { key: t!("fact-vpc"), value: vpc.map_or(t!("not-known"), Vpc::label), aside: &vpc_id },
            Fact::new(t!("fact-zones"), &zones),
            Fact { key: t!("fact-group"), value: &groups, aside: &group_id },
            Fact { key: t!("fact-iam"), value: iam, aside: iam_aside },
            Fact::new(t!("fact-proxies"), &proxies),
        ],
    );
}

/// `8.0.mysql_aurora.3.08.2` speaks MySQL 8.0.
fn engine_of_aurora(database: &Database) -> String {
    let base = database.engine_version.split(".mysql_aurora").next().unwrap_or_default();
    format!("({base})")
}

fn vpc<'a>(state: &'a State, database: &Database) -> Option<&'a Vpc> {
    state.lists.value()?.vpcs.iter().find(|vpc| database.vpc_id.as_deref() == Some(vpc.id.as_str()))
}

/// The chosen database's own observation, once it is there.
fn observed<'a>(state: &'a State, database: &Database) -> Option<&'a crate::domain::observed::Observed> {
    state.observed.value().filter(|observed| observed.database.present().is_some_and(|seen| seen.id == database.id))
}

fn reading(state: &State) -> &'static str {
    if state.observed.waiting(Instant::now()).is_some() { t!("reading") } else { t!("not-known") }
}

/// `eu-west-1a, 1b, 1c`
fn zones(state: &State, database: &Database) -> String {
    let Some(observed) = observed(state, database) else { return reading(state).to_owned() };
    let mut zones: Vec<&str> = observed
        .subnets
        .items()
        .iter()
        .filter(|subnet| database.subnet_ids.contains(&subnet.id))
        .map(|subnet| subnet.zone.as_str())
        .collect();
    zones.sort_unstable();
    zones.dedup();
    let Some((first, rest)) = zones.split_first() else { return t!("not-known").to_owned() };
    let common = first.rfind('-').map_or(0, |at| at + 1);
    let rest = rest.iter().map(|zone| zone.get(common..).unwrap_or(zone));
    series(std::iter::once(*first).chain(rest))
}

fn groups(state: &State, database: &Database) -> String {
    let observed = observed(state, database);
    let name = |id: &String| {
        let found = observed.and_then(|observed| observed.security_group(id));
        found.map_or_else(|| format!("`{id}`"), |group| group.name.clone())
    };
    series(database.security_group_ids.iter().map(name))
}

fn proxies(state: &State, database: &Database) -> String {
    let lists = state.lists.value();
    let near = lists.map_or(0, |lists| {
        lists.proxies.iter().filter(|proxy| database.vpc_id.as_deref() == Some(proxy.vpc_id.as_str())).count()
    });
    if near == 0 { t!("database-no-proxy").to_owned() } else { t!("database-proxies", count = near) }
}

/// What was checked, each with its answer.
fn ready(ui: &mut Ui, state: &State, database: &Database) {
    let colors = tokens(ui);
    let vpc = vpc(state, database);
    let verdict = design::eligibility::of_database(database, vpc);
    let title = if verdict.is_ok() { t!("ready-head") } else { t!("ready-not-head") };
    label(ui, title, Font::Strong, colors.text);
    if let Err(why) = &verdict {
        line(ui, Icon::CircleX, why, Readiness::Wrong);
        return;
    }
    line(ui, Icon::Check, t!("ready-engine"), Readiness::Right);
    match vpc.map(|vpc| vpc.dns_hostnames) {
        Some(Some(false)) => line(ui, Icon::TriangleAlert, t!("ready-no-dns"), Readiness::Careful),
        Some(Some(true)) => line(ui, Icon::Check, t!("ready-vpc"), Readiness::Right),
        Some(None) => line(ui, Icon::Check, t!("ready-tenancy"), Readiness::Right),
        None => line(ui, Icon::CircleQuestionMark, t!("ready-vpc-unknown"), Readiness::Open),
    }
    match observed(state, database) {
        Some(observed) => {
            let mut zones: Vec<&str> = observed.subnets.items().iter().map(|subnet| subnet.zone_id.as_str()).collect();
            zones.sort_unstable();
            zones.dedup();
            match zones.len() {
                0 => line(ui, Icon::CircleQuestionMark, t!("ready-zones-unknown"), Readiness::Open),
                1 => line(ui, Icon::CircleX, t!("ready-one-zone"), Readiness::Wrong),
                count => line(ui, Icon::Check, &t!("ready-zones", count = count), Readiness::Right),
            }
        }
        None => line(ui, Icon::Hourglass, t!("ready-zones-reading"), Readiness::Open),
    }
    let Some(lists) = state.lists.value() else { return };
    let used = lists.proxies.len();
    let denied = lists.unreadable.iter().any(|source| source.operation == "rds:DescribeDBProxies");
    let quota = t!("ready-quota", used = used, quota = QUOTA);
    match (denied, used < QUOTA) {
        (true, _) => line(ui, Icon::CircleQuestionMark, t!("ready-quota-unknown"), Readiness::Open),
        (false, true) => line(ui, Icon::Check, &quota, Readiness::Right),
        (false, false) => line(ui, Icon::TriangleAlert, &quota, Readiness::Careful),
    }
}

#[derive(Clone, Copy)]
enum Readiness {
    Right,
    Careful,
    Wrong,
    Open,
}

fn line(ui: &mut Ui, icon: Icon, text: &str, verdict: Readiness) {
    let colors = tokens(ui);
    let ink = match verdict {
        Readiness::Right => colors.ok,
        Readiness::Careful => colors.warn,
        Readiness::Wrong => colors.error,
        Readiness::Open => colors.text_muted,
    };
    ui.horizontal_top(|ui| {
        icon_cell(ui, icon, 14.0, 18.0, ink);
        label(ui, text, Font::Dense, colors.text);
    });
}

fn cost(ui: &mut Ui, state: &State, database: &Database) {
    let colors = tokens(ui);
    let name = design::names::proxy(&state.choices);
    let reused = observed(state, database).and_then(|seen| design::reused(seen, database, &name));
    let head = match reused {
        Some(proxy) => t!("database-reused", name = proxy.name.as_str()),
        None => t!("database-cost-head").to_owned(),
    };
    label(ui, &head, Font::Strong, colors.text);
    let region = state.connection().map_or("", |connection| connection.account.region.as_str());
    let line = design::of_proxy(database, region);
    let usd = line.as_ref().and_then(|line| line.usd_per_month);
    let how = line.map(|line| t!("database-cost-how", how = line.how, date = design::price_date()));
    match (reused, usd) {
        (Some(_), _) => figure(ui, &dollars(0.0), t!("cost-more-a-month")),
        (None, Some(usd)) => figure(ui, &dollars(usd), t!("database-cost-a-month")),
        (None, None) => drop(label(ui, t!("not-known"), Font::Heading, colors.text)),
    }
    let how = match (reused, usd, how) {
        (Some(_), Some(usd), _) => t!("database-reused-text", usd = money(usd)),
        (Some(_), None, _) => t!("database-reused-unpriced").to_owned(),
        (None, _, Some(how)) => how,
        (None, _, None) => t!("database-cost-unknown").to_owned(),
    };
    label(ui, &how, Font::Small, colors.text_muted);
}

fn figure(ui: &mut Ui, usd: &str, a_month: &str) {
    let colors = tokens(ui);
    ui.horizontal(|ui| {
        label(ui, &format!("`{usd}`"), Font::Figure, colors.text);
        label(ui, a_month, Font::Body, colors.text_muted);
    });
}
