//! One proxy of the list: its logins, who uses it, and its share of the database beside what would be added.

use eframe::egui::{
    Align, Color32, CornerRadius, Frame, Layout, Margin, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, epaint::RectShape, pos2, vec2,
};

use crate::discover::{Candidate, Suggestion};
use crate::domain::observed::Part;
use crate::domain::secret::name_in_arn;
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{label, spoken};
use crate::gui::theme::{Font, RADIUS_SMALL, tokens};
use crate::gui::widgets::{Badge, Fact, Tone, facts, radio_disc};
use crate::text::{series, t};

/// Room for the mark before the name.
const INDENT: i8 = 42;
const KEYS: f32 = 84.0;
const BAR: f32 = 12.0;

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
pub fn usable(ui: &mut Ui, one: &Candidate, chosen: bool, facing: &Facing) -> Response {
    let colors = tokens(ui);
    let below = ui.painter().add(Shape::Noop);
    let name = one.proxy.name.as_str();
    let shown = ui.scope_builder(UiBuilder::new().sense(Sense::click()), |ui| {
        row(ui, |ui| {
            head(ui, one, colors.text, |ui| {
                if one.has_no_database() {
                    Badge::new(Icon::Database, t!("which-empty"), Tone::Neutral).show(ui);
                }
            });
            known(ui, one);
            share(ui, one, facing);
        });
    });
    let response = shown.response;
    let words = t!("which-use-name", name = name);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, spoken(&words)));
    let rect = response.rect;
    let fill = match (chosen, response.hovered()) {
        (true, _) => colors.accent_soft,
        (false, true) => colors.raised,
        (false, false) => Color32::TRANSPARENT,
    };
    let shape = RectShape::new(rect, CornerRadius::ZERO, fill, Stroke::NONE, StrokeKind::Inside);
    ui.painter().set(below, shape);
    if chosen {
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, colors.accent);
    }
    radio_disc(ui.painter(), colors, rect.left_top() + vec2(22.0, 22.0), chosen);
    paint::focus_ring(ui, &response.clone().with_new_rect(rect.shrink(2.0)), RADIUS_SMALL);
    response
}

/// What keeps it out, and what it is.
pub fn unusable(ui: &mut Ui, one: &Candidate) {
    let Some(why) = &one.why_not else { return };
    let colors = tokens(ui);
    let top = ui.cursor().left_top();
    row(ui, |ui| {
        head(ui, one, colors.text_muted, |_| ());
        label(ui, &t!("which-because", why = why.to_string()), Font::Dense, colors.text);
        label(ui, &format!("{} · {} · {}", engine(one), users(one), pool(one)), Font::Small, colors.text_muted);
    });
    paint::icon(ui.painter(), Icon::Ban, top + vec2(22.0, 22.0), 16.0, colors.text_muted);
}

fn row(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let margin = Margin { left: INDENT, right: 14, top: 12, bottom: 12 };
    Frame::NONE.inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 5.0);
        content(ui);
    });
}

/// Name and badge; at the right how one logs in, below the name where there is no room.
fn head(ui: &mut Ui, one: &Candidate, ink: Color32, badge: impl FnOnce(&mut Ui)) {
    let colors = tokens(ui);
    let tls = if one.proxy.require_tls { t!("which-tls") } else { t!("which-no-tls") };
    let login = format!("{} · {tls}", one.proxy.auth_mode().title());
    let name = match one.why_not {
        Some(_) => t!("which-cannot", name = one.proxy.name.as_str()),
        None => one.proxy.name.clone(),
    };
    let font = if one.why_not.is_some() { Font::Body } else { Font::Strong };
    let size = vec2(ui.available_width(), 20.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        label(ui, &login, Font::Small, colors.text_muted);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            label(ui, &name, font, ink);
            badge(ui);
        });
    });
}

fn known(ui: &mut Ui, one: &Candidate) {
    let (functions, users, engine) = (functions(one), users(one), engine(one));
    let rows = [
        Fact::new(t!("which-functions"), &functions),
        Fact::new(t!("which-users"), &users),
        Fact::new(t!("which-engine"), &engine),
    ];
    facts(ui, KEYS, &rows);
}

fn engine(one: &Candidate) -> String {
    format!("{} · `{}`", one.proxy.engine_family.title(), one.proxy.vpc_id)
}

fn users(one: &Candidate) -> String {
    let users: Vec<String> =
        one.proxy.auth.iter().map(|entry| format!("`{}`", name_in_arn(&entry.secret_arn))).collect();
    if users.is_empty() { t!("proxies-token-users").to_owned() } else { series(&users) }
}

fn functions(one: &Candidate) -> String {
    let mut said: Vec<String> = one.functions.iter().map(|one: &Suggestion| one.function.name.clone()).collect();
    said.extend(one.unread.iter().map(|why| t!("proxies-unknown", operation = why.operation.as_str())));
    if said.is_empty() { t!("proxies-no-function").to_owned() } else { series(&said) }
}

fn pool(one: &Candidate) -> String {
    match &one.pool {
        Part::Present(pool) => t!("proxies-pool-share", percent = u32::from(pool.max_connections_percent)),
        part => {
            let operation = part.unreadable().map_or("rds:DescribeDBProxyTargetGroups", |why| why.operation.as_str());
            t!("proxies-unknown", operation = operation)
        }
    }
}

/// Its share of the database's connections, and what would be added to it: what is not known is not drawn.
fn share(ui: &mut Ui, one: &Candidate, facing: &Facing) {
    let colors = tokens(ui);
    let most = one.pool.present().map(|pool| pool.max_connections_percent.min(100));
    let (Some(percent), Some(limit)) = (most, facing.connections) else {
        return drop(label(ui, &pool(one), Font::Dense, colors.text));
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
    let (bar, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Meter, true, format!("{} {}", spoken(&words), t!("which-of", limit = limit)))
    });
    #[expect(clippy::cast_precision_loss, reason = "connections are far below 2^24")]
    let to = |count: u32| bar.left() + bar.width() * (count as f32 / limit.max(1) as f32).clamp(0.0, 1.0);
    let part = |end: f32| Rect::from_min_max(bar.min, pos2(end, bar.bottom()));
    let painter = ui.painter();
    paint::panel(painter, bar, RADIUS_SMALL, colors.code_bg, Stroke::new(1.0, colors.border_control));
    if let Some(demand) = facing.demand {
        paint::panel(painter, part(to(demand.min(may))), RADIUS_SMALL, colors.accent_fill, Stroke::NONE);
    }
    let outline = Stroke::new(2.0, colors.accent);
    paint::panel(painter, part(to(may)), RADIUS_SMALL, Color32::TRANSPARENT, outline);
}
