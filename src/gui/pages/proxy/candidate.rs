//! One proxy of the list: its logins, who uses it, and its share of the database beside what would be added.

use eframe::egui::{Align, Color32, Layout, Response, Role, Ui, Vec2, WidgetInfo, vec2};

use crate::discover::{Candidate, Suggestion};
use crate::domain::observed::Part;
use crate::domain::secret::name_in_arn;
use crate::gui::icon::Icon;
use crate::gui::rich::{label, spoken};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Badge, Fact, Tone, choice_row, facts, icon_before, limit_bar};
use crate::text::{series, t};

const SPACING: Vec2 = vec2(8.0, 5.0);

/// What the proxies are judged for.
pub struct Facing {
    /// `max_connections` of the database, about.
    pub connections: Option<u32>,
    /// What the functions may run at once, where each says it.
    pub demand: Option<u32>,
    /// Their names.
    pub functions: String,
}

/// A row that is chosen as a whole.
pub fn usable(ui: &mut Ui, candidate: &Candidate, chosen: bool, facing: &Facing) -> Response {
    let name = t!("which-use-name", name = candidate.proxy.name.as_str());
    choice_row(ui, &name, chosen, |ui| {
        ui.spacing_mut().item_spacing = SPACING;
        head(ui, candidate, tokens(ui).text, |ui| {
            if candidate.has_no_database() {
                Badge::new(Icon::Database, t!("which-empty"), Tone::Neutral).show(ui);
            }
        });
        known(ui, candidate);
        share(ui, candidate, facing);
    })
}

/// What keeps it out, and what it is.
pub fn unusable(ui: &mut Ui, candidate: &Candidate) {
    let Some(why) = &candidate.why_not else { return };
    let colors = tokens(ui);
    icon_before(ui, Icon::Ban, colors.text_muted, |ui| {
        ui.spacing_mut().item_spacing = SPACING;
        head(ui, candidate, colors.text_muted, |_| ());
        label(ui, &t!("which-because", why = why.to_string()), Font::Dense, colors.text);
        let facts = format!("{} · {} · {}", engine(candidate), users(candidate), pool(candidate));
        label(ui, &facts, Font::Small, colors.text_muted);
    });
}

/// Name and badge; at the right how one logs in, below the name where there is no room.
fn head(ui: &mut Ui, candidate: &Candidate, ink: Color32, badge: impl FnOnce(&mut Ui)) {
    let colors = tokens(ui);
    let tls = if candidate.proxy.require_tls { t!("which-tls") } else { t!("which-no-tls") };
    let login = format!("{} · {tls}", candidate.proxy.auth_mode().title());
    let name = match candidate.why_not {
        Some(_) => t!("which-cannot", name = candidate.proxy.name.as_str()),
        None => candidate.proxy.name.clone(),
    };
    let font = if candidate.why_not.is_some() { Font::Body } else { Font::Strong };
    let size = vec2(ui.available_width(), 20.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        label(ui, &login, Font::Small, colors.text_muted);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            label(ui, &name, font, ink);
            badge(ui);
        });
    });
}

fn known(ui: &mut Ui, candidate: &Candidate) {
    let (functions, users, engine) = (functions(candidate), users(candidate), engine(candidate));
    let rows = [
        Fact::new(t!("which-functions"), &functions),
        Fact::new(t!("which-users"), &users),
        Fact::new(t!("which-engine"), &engine),
    ];
    facts(ui, &rows);
}

fn engine(candidate: &Candidate) -> String {
    format!("{} · `{}`", candidate.proxy.engine_family.title(), candidate.proxy.vpc_id)
}

fn users(candidate: &Candidate) -> String {
    let users: Vec<String> =
        candidate.proxy.auth.iter().map(|entry| format!("`{}`", name_in_arn(&entry.secret_arn))).collect();
    if users.is_empty() { t!("proxies-token-users").to_owned() } else { series(&users) }
}

fn functions(candidate: &Candidate) -> String {
    let mut said: Vec<String> =
        candidate.functions.iter().map(|suggestion: &Suggestion| suggestion.function.name.clone()).collect();
    said.extend(candidate.unread.iter().map(|why| t!("proxies-unknown", operation = why.operation.as_str())));
    if said.is_empty() { t!("proxies-no-function").to_owned() } else { series(&said) }
}

fn pool(candidate: &Candidate) -> String {
    match &candidate.pool {
        Part::Present(pool) => t!("proxies-pool-share", percent = u32::from(pool.max_connections_percent)),
        part => {
            let operation = part.unreadable().map_or("rds:DescribeDBProxyTargetGroups", |why| why.operation.as_str());
            t!("proxies-unknown", operation = operation)
        }
    }
}

/// Its share of the database's connections, and what would be added to it: what is not known is not drawn.
fn share(ui: &mut Ui, candidate: &Candidate, facing: &Facing) {
    let colors = tokens(ui);
    let most = candidate.pool.present().map(|pool| pool.max_connections_percent.min(100));
    let (Some(percent), Some(limit)) = (most, facing.connections) else {
        return drop(label(ui, &pool(candidate), Font::Dense, colors.text));
    };
    let may = limit * u32::from(percent) / 100;
    let words = match facing.demand {
        Some(demand) if demand > may => {
            t!("which-may-tight", may = may, functions = facing.functions.as_str(), demand = demand)
        }
        Some(demand) => t!("which-may-adds", may = may, functions = facing.functions.as_str(), demand = demand),
        None => t!("which-may", may = may),
    };
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 18.0), Layout::right_to_left(Align::Center), |ui| {
        label(ui, &t!("which-of", limit = limit), Font::Small, colors.text_muted);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| label(ui, &words, Font::Dense, colors.text));
    });
    #[expect(clippy::cast_precision_loss, reason = "connections are far below 2^24")]
    let of_limit = |count: u32| count as f32 / limit.max(1) as f32;
    let bar = limit_bar(ui, of_limit(may), facing.demand.map(|demand| of_limit(demand.min(may))));
    bar.widget_info(|| {
        WidgetInfo::labeled(Role::Meter, true, format!("{} {}", spoken(&words), t!("which-of", limit = limit)))
    });
}
