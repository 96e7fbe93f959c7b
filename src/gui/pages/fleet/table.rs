//! The lines of the table as they are drawn.

use eframe::egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, pos2};

use super::model::{FleetColumn, FleetLine, FleetPage};
use crate::domain::finding::Hop;
use crate::domain::proxy_at::ProxyAt;
use crate::fleet::{Judged, SamePlace, UnreadPlace, cell};
use crate::gui::icon::Icon;
use crate::gui::pages::findings::verdict;
use crate::gui::rich::{Rich, on_hover};
use crate::gui::theme::{Font, RADIUS_SMALL, tokens};
use crate::gui::widgets::{ListRow, Sign, Verdict, strip, strip_head};
use crate::text::t;

const HEAD: f32 = 30.0;
const GROUP: f32 = 32.0;
const ROW: f32 = 44.0;
/// From this width on, engine and login have columns of their own.
const WIDE: f32 = 960.0;
/// Width of engine and login there.
const TEXT_COLUMN: f32 = 86.0;

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
pub fn head(ui: &mut Ui, look: &mut FleetPage) {
    let colors = tokens(ui);
    let (row, whole) = ListRow::new(ui, HEAD, Sense::hover());
    row.ground(ui, &whole, colors.bg_chrome);
    row.rule_below(ui);
    let columns = Columns::across(row.rect());
    strip_head(ui, pos2(columns.strip, row.rect().center().y));
    let muted = |words: &str| Rich::new().add(words, Font::Small, colors.text_muted);
    let [errors, warnings, unknown] = columns.counts;
    row.column(columns.what, errors - 22.0).title(ui, muted(t!("fleet-head-what")));
    for (left, words) in [(columns.engine, t!("fleet-head-engine")), (columns.login, t!("fleet-head-login"))] {
        if let Some(left) = left {
            row.column(left, left + TEXT_COLUMN).title(ui, muted(words));
        }
    }
    let area = |left: f32, right: f32| Rect::from_x_y_ranges(left..=right, row.rect().y_range());
    let around = |middle: f32| area(middle - 14.0, middle + 14.0);
    for (column, area, words, sign) in [
        (FleetColumn::Proxy, area(columns.proxy - 6.0, columns.what - 20.0), t!("fleet-head-proxy"), None),
        (FleetColumn::Errors, around(errors), t!("fleet-head-errors"), Some(Sign::Error)),
        (FleetColumn::Warnings, around(warnings), t!("fleet-head-warnings"), Some(Sign::Warning)),
        (FleetColumn::Unknown, around(unknown), t!("fleet-head-unknown"), Some(Sign::Unknown)),
        (FleetColumn::Month, area(columns.month - 70.0, columns.month + 8.0), t!("fleet-head-month"), None),
    ] {
        let response = ui.interact(area, whole.id.with(words), Sense::click());
        let sorted = look.sort.filter(|(by, _)| *by == column).map(|(_, first)| first);
        let name = t!("fleet-sort-by", column = words);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, sorted.is_some(), &name));
        let mut head = ListRow::within(area).rounded(RADIUS_SMALL);
        head.ground(ui, &response, colors.bg_chrome);
        let ink = if sorted.is_some() { colors.text } else { colors.text_muted };
        let said = Rich::new().add(words, Font::Small, ink);
        match (sign, column) {
            (Some(sign), _) => head.middle_icon(ui, sign.icon(), sign.ink(colors)),
            (None, FleetColumn::Month) => {
                head = head.inset(0.0, 8.0);
                head.value(ui, said);
            }
            (None, _) => drop(head.inset(6.0, 0.0).title(ui, said)),
        }
        if let Some(first) = sorted {
            head.sorted(ui, first);
        }
        head.focus(ui, &response);
        if on_hover(response, &name).clicked() {
            look.sort_by(column);
        }
    }
}

/// One line; gives what was clicked.
pub fn line(ui: &mut Ui, line: &FleetLine<'_>) -> Option<Click> {
    match line {
        FleetLine::Group { key, sign, title, count, open } => {
            group(ui, *sign, title, *count, *open).then(|| Click::Turn(key.clone()))
        }
        FleetLine::Row(judged, code) => row(ui, judged, code.as_deref()).then(|| Click::Show(judged.at.clone())),
        FleetLine::Unread(place) => {
            unread(ui, place);
            None
        }
        FleetLine::Same(place) => {
            same(ui, place);
            None
        }
    }
}

fn group(ui: &mut Ui, sign: Sign, title: &str, count: usize, open: bool) -> bool {
    let colors = tokens(ui);
    let (row, response) = ListRow::new(ui, GROUP, Sense::click());
    let counted = t!("fleet-proxies", count = count);
    response.widget_info(|| {
        WidgetInfo::selected(Role::DisclosureTriangle, true, open, format!("{}: {title}, {counted}", sign.word()))
    });
    if !ui.is_rect_visible(row.rect()) {
        return response.clicked();
    }
    row.ground(ui, &response, colors.bg);
    row.rule_below(ui);
    let mut row = row.inset(15.0, 16.0);
    row.small_lead(ui, if open { Icon::ChevronDown } else { Icon::ChevronRight }, colors.text_muted);
    row.small_lead(ui, sign.icon(), sign.ink(colors));
    let title = Rich::new().add(title, Font::Strong, colors.text);
    row.title_then(ui, title, Rich::new().add(&counted, Font::Small, colors.text_muted));
    row.focus(ui, &response);
    response.clicked()
}

/// In the group of a rule the row says what that rule saw, else what is wrong first.
fn row(ui: &mut Ui, judged: &Judged, code: Option<&str>) -> bool {
    let colors = tokens(ui);
    let (line, response) = ListRow::new(ui, ROW, Sense::click());
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
    if !ui.is_rect_visible(line.rect()) {
        return response.clicked();
    }
    line.ground(ui, &response, colors.surface);
    line.rule_below(ui);
    let columns = Columns::across(line.rect());
    strip(ui, pos2(columns.strip, line.rect().center().y), verdicts(judged));

    let small = |words: &str| Rich::new().add(words, Font::Small, colors.text_muted);
    let proxy = line.column(columns.proxy, columns.what - 12.0).two_lines();
    proxy.title(ui, Rich::new().add(&judged.at.name, Font::Strong, colors.text));
    proxy.under(ui, small(&format!("{} \u{b7} {}", judged.account_name, judged.at.region)));

    let [errors, warnings, unknown] = columns.counts;
    let seen = line.column(columns.what, errors - 22.0).two_lines();
    seen.title(ui, Rich::new().add(&what, Font::Dense, colors.text));
    let function = judged.verdict.function.clone().unwrap_or_else(|| t!("fleet-no-function").to_owned());
    let (engine, login) = (cell::engine(judged.engine), cell::login(judged));
    let below = if columns.engine.is_some() { function } else { format!("{engine} \u{b7} {login} \u{b7} {function}") };
    seen.under(ui, small(&below));

    for (middle, count, ink) in [
        (errors, tally.errors, colors.error),
        (warnings, tally.warnings, colors.warn),
        (unknown, tally.unknown, colors.text_muted),
    ] {
        let (text, ink) = if count > 0 { (count.to_string(), ink) } else { ("\u{b7}".to_owned(), colors.text_muted) };
        line.column(middle - 15.0, middle + 15.0).middle(ui, Rich::new().add(&text, Font::Code, ink));
    }
    for (left, words) in [(columns.engine, engine), (columns.login, login.as_str())] {
        if let Some(left) = left {
            line.column(left, left + TEXT_COLUMN).title(ui, Rich::new().add(words, Font::Small, colors.text));
        }
    }
    let month = Rich::new().add(&cell::usd(judged.usd_per_month), Font::Code, colors.text);
    line.column(unknown, columns.month).value(ui, month);
    line.focus(ui, &response);
    response.clicked()
}

/// An account or region that was not read, and why.
fn unread(ui: &mut Ui, place: &UnreadPlace) {
    let colors = tokens(ui);
    let said = cell::unread_line(place);
    let (row, response) = reading_row(ui, &said);
    let columns = Columns::across(row.rect());
    let mut name = row.column(columns.strip, columns.what - 10.0);
    name.lead(ui, Sign::Unknown.icon(), colors.text_muted);
    name.title(ui, Rich::new().add(&cell::place(place), Font::Strong, colors.text));
    let why = row.column(columns.what, row.rect().right() - 16.0).two_lines();
    why.title(ui, Rich::new().add(&place.error.operation, Font::Code, colors.text));
    why.under(ui, Rich::new().add(&place.because(), Font::Small, colors.text_muted));
    on_hover(response, &said);
}

/// A second way into an account and region that is read already.
fn same(ui: &mut Ui, place: &SamePlace) {
    let colors = tokens(ui);
    let said = cell::same_line(place);
    let (row, response) = reading_row(ui, &said);
    let mut row = row.column(Columns::across(row.rect()).strip, row.rect().right() - 16.0);
    row.lead(ui, Sign::Note.icon(), colors.text_muted);
    row.title(ui, Rich::new().add(&said, Font::Dense, colors.text));
    on_hover(response, &said);
}

/// A row about the reading, to which no proxy belongs.
fn reading_row(ui: &mut Ui, said: &str) -> (ListRow, Response) {
    let (row, response) = ListRow::new(ui, ROW, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
    row.ground(ui, &response, tokens(ui).surface);
    row.rule_below(ui);
    (row, response)
}

/// Function, way, proxy with its role, way, database.
fn verdicts(judged: &Judged) -> [Option<Verdict>; 5] {
    let parts = judged.strip();
    let at = |hop: Hop| parts.iter().find(|(there, _)| *there == hop).and_then(|(_, passage)| *passage);
    let proxy = at(Hop::Proxy).max(at(Hop::RoleAndSecret));
    [at(Hop::Function), at(Hop::FunctionToProxy), proxy, at(Hop::ProxyToDatabase), at(Hop::Database)]
        .map(|passage| passage.map(verdict))
}
