//! The lines of the table as they are drawn.

use eframe::egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::model::{Column, Line, Look};
use crate::domain::finding::Hop;
use crate::domain::proxy_at::ProxyAt;
use crate::fleet::{Judged, SamePlace, UnreadPlace, cell};
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, on_hover};
use crate::gui::theme::{Font, Tokens, tokens};
use crate::gui::widgets::{Sign, Verdict as Mark};
use crate::rules::Passage;
use crate::text::t;

const HEAD: f32 = 30.0;
const GROUP: f32 = 32.0;
const ROW: f32 = 44.0;
/// From this width on, engine and login have columns of their own.
const WIDE: f32 = 960.0;

/// What was clicked.
pub enum Click {
    Turn(String),
    Show(ProxyAt),
}

/// Left edges of the columns, and the right edge of the last.
struct Columns {
    strip: f32,
    proxy: f32,
    what: f32,
    /// Middles of the three counts.
    counts: [f32; 3],
    engine: Option<f32>,
    login: Option<f32>,
    month: f32,
}

impl Columns {
    fn across(rect: Rect) -> Self {
        let wide = rect.width() >= WIDE;
        let (left, right) = (rect.left(), rect.right() - 16.0);
        let counts = right - if wide { 340.0 } else { 164.0 };
        let proxy = left + 166.0;
        let room = counts - 16.0 - proxy;
        Self {
            strip: left + 16.0,
            proxy,
            what: proxy + (room * 0.42).min(200.0),
            counts: [counts, counts + 30.0, counts + 60.0],
            engine: wide.then_some(counts + 84.0),
            login: wide.then_some(counts + 172.0),
            month: right,
        }
    }
}

/// The heads; a click sorts.
pub fn head(ui: &mut Ui, look: &mut Look) {
    let colors = tokens(ui);
    let (rect, whole) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, colors.bg_chrome);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, colors.border));
    let columns = Columns::across(rect);
    let y = rect.center().y;
    for (nth, icon) in [(0, Icon::SquareFunction), (2, Icon::Proxy), (4, Icon::Database)] {
        paint::icon(ui.painter(), icon, pos2(columns.strip + 8.0 + STEP * as_f32(nth), y), 14.0, colors.text_muted);
    }
    let what = galley(ui, t!("fleet-head-what"), Font::Small, colors.text_muted, Fit::Line);
    paint::text_at(ui.painter(), columns.what, y, what);
    for (left, words) in [(columns.engine, t!("fleet-head-engine")), (columns.login, t!("fleet-head-login"))] {
        if let Some(left) = left {
            paint::text_at(ui.painter(), left, y, galley(ui, words, Font::Small, colors.text_muted, Fit::Line));
        }
    }
    let [errors, warnings, unknown] = columns.counts;
    let box_at = |x: f32| Rect::from_center_size(pos2(x, y), vec2(28.0, HEAD));
    let month = Rect::from_min_max(pos2(columns.month - 70.0, rect.top()), pos2(columns.month + 8.0, rect.bottom()));
    let proxy = Rect::from_min_max(pos2(columns.proxy - 6.0, rect.top()), pos2(columns.what - 20.0, rect.bottom()));
    for (column, area, words, icon) in [
        (Column::Proxy, proxy, t!("fleet-head-proxy"), None),
        (Column::Errors, box_at(errors), t!("fleet-head-errors"), Some(Sign::Error)),
        (Column::Warnings, box_at(warnings), t!("fleet-head-warnings"), Some(Sign::Warning)),
        (Column::Unknown, box_at(unknown), t!("fleet-head-unknown"), Some(Sign::Unknown)),
        (Column::Month, month, t!("fleet-head-month"), None),
    ] {
        let response = ui.interact(area, whole.id.with(words), Sense::click());
        let sorted = look.sort.filter(|(by, _)| *by == column).map(|(_, first)| first);
        let name = t!("fleet-sort-by", column = words);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, sorted.is_some(), &name));
        if response.hovered() {
            ui.painter().rect_filled(area, 4.0, colors.raised);
        }
        let ink = if sorted.is_some() { colors.text } else { colors.text_muted };
        match icon {
            Some(sign) => paint::icon(ui.painter(), sign.icon(), area.center(), 14.0, sign.ink(colors)),
            None => {
                let words = galley(ui, words, Font::Small, ink, Fit::Line);
                match column {
                    Column::Month => drop(paint::text_to(ui.painter(), columns.month, y, words)),
                    _ => drop(paint::text_at(ui.painter(), columns.proxy, y, words)),
                }
            }
        }
        if let Some(first) = sorted {
            let y = if first { rect.bottom() - 1.0 } else { rect.top() + 1.0 };
            ui.painter().hline(area.x_range(), y, Stroke::new(2.0, colors.accent));
        }
        paint::focus_ring(ui, &response, 4);
        if on_hover(response, &name).clicked() {
            look.sort_by(column);
        }
    }
}

/// One line; gives what was clicked.
pub fn line(ui: &mut Ui, line: &Line<'_>) -> Option<Click> {
    match line {
        Line::Group { key, sign, title, count, open } => {
            group(ui, *sign, title, *count, *open).then(|| Click::Turn(key.clone()))
        }
        Line::Row(judged, code) => row(ui, judged, code.as_deref()).then(|| Click::Show(judged.at.clone())),
        Line::Unread(place) => {
            unread(ui, place);
            None
        }
        Line::Same(place) => {
            same(ui, place);
            None
        }
    }
}

fn group(ui: &mut Ui, sign: Sign, title: &str, count: usize, open: bool) -> bool {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), GROUP), Sense::click());
    let counted = t!("fleet-proxies", count = count);
    response.widget_info(|| {
        WidgetInfo::selected(Role::DisclosureTriangle, true, open, format!("{}: {title}, {counted}", sign.word()))
    });
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    ui.painter().rect_filled(rect, 0.0, if response.hovered() { colors.raised } else { colors.bg });
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, colors.border));
    let y = rect.center().y;
    let chevron = if open { Icon::ChevronDown } else { Icon::ChevronRight };
    paint::icon(ui.painter(), chevron, pos2(rect.left() + 22.0, y), 14.0, colors.text_muted);
    paint::icon(ui.painter(), sign.icon(), pos2(rect.left() + 46.0, y), 15.0, sign.ink(colors));
    let room = rect.width() - 190.0;
    let words = galley(ui, title, Font::Strong, colors.text, Fit::Elide(room));
    let end = paint::text_at(ui.painter(), rect.left() + 62.0, y, words);
    let counted = galley(ui, &counted, Font::Small, colors.text_muted, Fit::Line);
    paint::text_at(ui.painter(), end + 10.0, y, counted);
    paint::focus_ring(ui, &response, 0);
    response.clicked()
}

/// In the group of a rule the row says what that rule saw, else what is wrong first.
fn row(ui: &mut Ui, judged: &Judged, code: Option<&str>) -> bool {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let tally = judged.verdict.tally();
    let finding = code.and_then(|code| judged.for_people().0.finding(code));
    // A bare ARN says nothing in a row.
    let seen = finding.and_then(|finding| finding.evidence.iter().find(|fact| !fact.starts_with("arn:")));
    let what = seen.cloned().unwrap_or_else(|| cell::what(judged));
    let said = t!(
        "fleet-row",
        proxy = judged.at.name.as_str(),
        account = judged.account_name.as_str(),
        region = judged.at.region.as_str(),
        what = what.as_str(),
        errors = tally.errors,
        warnings = tally.warnings,
        unknown = tally.unknown
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    if !ui.is_rect_visible(rect) {
        return response.clicked();
    }
    ui.painter().rect_filled(rect, 0.0, if response.hovered() { colors.raised } else { colors.surface });
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, colors.border));
    let columns = Columns::across(rect);
    let (y, upper, lower) = (rect.center().y, rect.top() + 14.0, rect.top() + 31.0);
    strip(ui, columns.strip, y, judged);

    let room = columns.what - columns.proxy - 12.0;
    let name = galley(ui, &judged.at.name, Font::Strong, colors.text, Fit::Elide(room));
    paint::text_at(ui.painter(), columns.proxy, upper, name);
    let place = format!("{} \u{b7} {}", judged.account_name, judged.at.region);
    let place = galley(ui, &place, Font::Small, colors.text_muted, Fit::Elide(room));
    paint::text_at(ui.painter(), columns.proxy, lower, place);

    let [errors, warnings, unknown] = columns.counts;
    let room = errors - 22.0 - columns.what;
    let words = galley(ui, &what, Font::Dense, colors.text, Fit::Elide(room));
    paint::text_at(ui.painter(), columns.what, upper, words);
    let function = judged.verdict.function.clone().unwrap_or_else(|| t!("fleet-no-function").to_owned());
    let (engine, login) = (cell::engine(judged.engine), cell::login(judged));
    let below = if columns.engine.is_some() { function } else { format!("{engine} \u{b7} {login} \u{b7} {function}") };
    let below = galley(ui, &below, Font::Small, colors.text_muted, Fit::Elide(room));
    paint::text_at(ui.painter(), columns.what, lower, below);

    for (x, count, ink) in [
        (errors, tally.errors, colors.error),
        (warnings, tally.warnings, colors.warn),
        (unknown, tally.unknown, colors.text_muted),
    ] {
        let (text, ink) = if count > 0 { (count.to_string(), ink) } else { ("\u{b7}".to_owned(), colors.text_muted) };
        paint::text_centered(ui.painter(), pos2(x, y), galley(ui, &text, Font::Code, ink, Fit::Line));
    }
    for (left, words) in [(columns.engine, engine), (columns.login, login.as_str())] {
        if let Some(left) = left {
            paint::text_at(ui.painter(), left, y, galley(ui, words, Font::Small, colors.text, Fit::Elide(86.0)));
        }
    }
    let month = galley(ui, &cell::usd(judged.usd_per_month), Font::Code, colors.text, Fit::Line);
    paint::text_to(ui.painter(), columns.month, y, month);
    paint::focus_ring(ui, &response, 0);
    response.clicked()
}

/// An account or region that was not read, and why.
fn unread(ui: &mut Ui, place: &UnreadPlace) {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let said = cell::unread_line(place);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    ui.painter().rect_filled(rect, 0.0, colors.surface);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, colors.border));
    let columns = Columns::across(rect);
    let (upper, lower) = (rect.top() + 14.0, rect.top() + 31.0);
    paint::icon(
        ui.painter(),
        Sign::Unknown.icon(),
        pos2(columns.strip + 8.0, rect.center().y),
        16.0,
        colors.text_muted,
    );
    let room = rect.right() - 16.0 - columns.what;
    let name =
        galley(ui, &cell::place(place), Font::Strong, colors.text, Fit::Elide(columns.what - columns.strip - 40.0));
    paint::text_at(ui.painter(), columns.strip + 30.0, rect.center().y, name);
    let operation = galley(ui, &place.error.operation, Font::Code, colors.text, Fit::Elide(room));
    paint::text_at(ui.painter(), columns.what, upper, operation);
    let because = galley(ui, &place.because(), Font::Small, colors.text_muted, Fit::Elide(room));
    paint::text_at(ui.painter(), columns.what, lower, because);
    on_hover(response, &said);
}

/// A second way into an account and region that is read already.
fn same(ui: &mut Ui, place: &SamePlace) {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let said = cell::same_line(place);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    ui.painter().rect_filled(rect, 0.0, colors.surface);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, colors.border));
    let (left, y) = (Columns::across(rect).strip, rect.center().y);
    paint::icon(ui.painter(), Sign::Note.icon(), pos2(left + 8.0, y), 16.0, colors.text_muted);
    let words = galley(ui, &said, Font::Dense, colors.text, Fit::Elide(rect.right() - left - 46.0));
    paint::text_at(ui.painter(), left + 30.0, y, words);
    on_hover(response, &said);
}

/// From one glyph of a strip to the next.
const STEP: f32 = 30.0;

fn as_f32(nth: u8) -> f32 {
    f32::from(nth)
}

/// Function, way, proxy with its role, way, database, told by shape before colour.
fn strip(ui: &Ui, left: f32, y: f32, judged: &Judged) {
    let colors = tokens(ui);
    let parts = judged.strip();
    let at = |hop: Hop| parts.iter().find(|(there, _)| *there == hop).and_then(|(_, passage)| *passage);
    let proxy = at(Hop::Proxy).max(at(Hop::RoleAndSecret));
    let glyphs = [at(Hop::Function), at(Hop::FunctionToProxy), proxy, at(Hop::ProxyToDatabase), at(Hop::Database)];
    for (nth, passage) in (0_u8..).zip(glyphs) {
        let x = left + 8.0 + STEP * as_f32(nth);
        let is_way = nth % 2 == 1;
        if nth < 4 {
            let line = glyphs.get(usize::from(nth) + usize::from(!is_way)).copied().flatten();
            let ink = line.map_or(colors.border_control, |passage| ink(colors, passage));
            ui.painter().hline(x + 9.0..=x + STEP - 9.0, y, Stroke::new(1.5, ink));
        }
        match passage {
            Some(passage) => {
                let mark = mark(passage);
                let size = if is_way { 13.0 } else { 16.0 };
                paint::icon(ui.painter(), mark.icon(), pos2(x, y), size, ink(colors, passage));
            }
            None => drop(ui.painter().hline(x - 4.0..=x + 4.0, y, Stroke::new(1.5, colors.text_muted))),
        }
    }
}

const fn mark(passage: Passage) -> Mark {
    match passage {
        Passage::Passes => Mark::Passes,
        Passage::WorksBut => Mark::WorksBut,
        Passage::Unknown => Mark::Unknown,
        Passage::Blocked => Mark::Blocked,
    }
}

fn ink(colors: &Tokens, passage: Passage) -> eframe::egui::Color32 {
    mark(passage).ink(colors)
}
