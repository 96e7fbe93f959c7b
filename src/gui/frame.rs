//! The parts around a page: header, stepper, footer, preview pane. Pages only fill content.
//!
//! Sizes are the design's: header 48, stepper 232, footer 56, pane 380; below 1000 wide the
//! stepper is a bar of 44 and the pane 276; from 1600 wide the pane is 480.

use eframe::egui::{
    Align, CentralPanel, Frame as Fill, Id, Layout, Margin, Panel, Rect, Response, Role, ScrollArea, Sense, Shape,
    Stroke, Ui, UiBuilder, WidgetInfo, epaint::RectShape, pos2, vec2,
};

use super::icon::Icon;
use super::live;
use super::paint;
use super::rich::{Fit, Rich, label};
use super::theme::{self, CONTROL, Font, tokens};
use super::widgets::{
    Button, Mode, PathPart, Places, PlacesClick, StepGroup, locator, mode_pill, places, places_bar, practice_tape,
    segmented, stepper, stepper_bar,
};
use crate::text::{labelled, t};

/// Below this width the stepper becomes a bar.
const NARROW: f32 = 1000.0;
/// Below this width the pane stands behind the page. A window of 900 at twice the size is 450 wide.
const TINY: f32 = 700.0;
/// Below this width the header keeps to what stands nowhere else.
const TIGHT: f32 = 520.0;
/// Pages are laid out for this height at least, and scrolled where there is less.
const LOW: f32 = 360.0;
/// From this width the pane grows.
const WIDE: f32 = 1600.0;

/// What the frame shows around the page.
#[derive(Debug, Clone, Copy)]
pub struct Chrome<'a> {
    /// Name of the account: its alias or the profile. Empty when none is chosen.
    pub account: &'a str,
    /// Account number.
    pub account_id: &'a str,
    /// Region.
    pub region: &'a str,
    /// What the window can do to the account.
    pub mode: Mode,
    /// What stands at the left.
    pub side: Side<'a>,
    /// The page is the one of settings.
    pub settings: bool,
    /// Whether the header leads to the validation of an existing proxy.
    pub validate: bool,
    /// Whether the page has a pane at its right, and how wide it wants it.
    pub pane: Option<f32>,
}

/// The left side: the way through a set-up, or the pages about an existing proxy.
#[derive(Debug, Clone, Copy)]
pub enum Side<'a> {
    /// The stepper.
    Steps {
        /// The steps.
        groups: &'a [StepGroup<'a>],
        /// The step that is shown, counted over all groups.
        current: usize,
        /// Words of the button under the stepper, such as "Skip to review".
        skip: Option<&'a str>,
    },
    /// The second door.
    Places(&'a Places<'a>),
}

/// Usual width of the preview pane.
pub const PANE: f32 = 380.0;

/// What was clicked in the frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameClick {
    /// The account in the header.
    Account,
    /// The region in the header.
    Region,
    /// Light, dark, system.
    Theme,
    /// Help.
    Help,
    /// Settings.
    Settings,
    /// A step.
    Step(usize),
    /// The button under the stepper.
    Skip,
    /// The way to the validation of an existing proxy.
    Validate,
    /// The way to all proxies of many accounts and regions.
    AllProxies,
    /// The side of the second door.
    Places(PlacesClick),
}

impl FrameClick {
    /// It leads to another page than the one of settings.
    pub const fn leads_away(self) -> bool {
        match self {
            Self::Account | Self::Region | Self::Step(_) | Self::Skip | Self::Validate | Self::AllProxies => true,
            Self::Theme | Self::Help | Self::Settings | Self::Places(_) => false,
        }
    }
}

/// What fills the frame.
pub trait Content {
    /// The page. Its `Ui` has the page's padding already.
    fn page(&mut self, ui: &mut Ui);
    /// The pane at the right, from edge to edge. Called only when [`Chrome::pane`] is set.
    fn pane(&mut self, ui: &mut Ui);
    /// What is said for a while, over the footer and beside nothing: it adds a panel of its own.
    fn news(&mut self, _ui: &mut Ui) {}
    /// The footer, in a row from left to right, 56 high; see [`footer_row`].
    fn footer(&mut self, ui: &mut Ui);
}

/// Shows the whole window.
pub fn frame(ui: &mut Ui, chrome: &Chrome<'_>, content: &mut impl Content) -> Option<FrameClick> {
    let colors = tokens(ui);
    let window = ui.max_rect();
    let narrow = window.width() < NARROW;
    let chrome_fill = Fill::NONE.fill(colors.bg_chrome);
    let mut click = None;

    bar(Panel::top("header"), 48.0, chrome_fill).show(ui, |ui| {
        edge(ui, Edge::Bottom);
        click = header(ui, chrome, narrow);
    });
    if narrow {
        bar(Panel::top("steps"), 44.0, chrome_fill).show(ui, |ui| {
            edge(ui, Edge::Bottom);
            click = click.or(match chrome.side {
                Side::Steps { groups, current, .. } => stepper_bar(ui, groups, current).map(FrameClick::Step),
                Side::Places(shown) => places_bar(ui, shown).map(FrameClick::Places),
            });
        });
    } else {
        bar(Panel::left("steps"), 232.0, chrome_fill).show(ui, |ui| {
            edge(ui, Edge::Right);
            click = click.or(side(ui, chrome));
        });
    }
    bar(Panel::bottom("footer"), 56.0, chrome_fill).show(ui, |ui| {
        edge(ui, Edge::Top);
        let row = Rect::from_min_max(ui.max_rect().min + vec2(24.0, 0.0), ui.max_rect().max - vec2(16.0, 0.0));
        let row = UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(row, |ui| content.footer(ui));
    });
    content.news(ui);
    let tiny = window.width() < TINY;
    let beside = tiny && chrome.pane.is_some() && tabs_of_page(ui);
    if let Some(wish) = chrome.pane.filter(|_| !tiny) {
        let width = match () {
            () if narrow => 276.0,
            () if window.width() >= WIDE => 480.0,
            () => wish,
        };
        bar(Panel::right("pane"), width, Fill::NONE.fill(colors.code_bg)).show(ui, |ui| {
            edge(ui, Edge::Left);
            ui.spacing_mut().item_spacing.y = 0.0;
            content.pane(ui);
        });
    }
    let sides = if narrow { 16 } else { 24 };
    let padding = Margin { left: sides, right: sides, top: 20, bottom: 0 };
    let (fill, padding) = if beside { (colors.code_bg, Margin::ZERO) } else { (colors.bg, padding) };
    CentralPanel::default().frame(Fill::NONE.fill(fill).inner_margin(padding)).show(ui, |ui| {
        low(ui, |ui| if beside { content.pane(ui) } else { content.page(ui) });
    });
    if chrome.mode == Mode::Practice {
        practice_tape(ui, window);
    }
    click
}

/// The page, or what stands beside it in a wider window; true for the latter.
fn tabs_of_page(ui: &mut Ui) -> bool {
    let key = ui.scope_id().with("beside the page");
    let mut beside = ui.data(|data| data.get_temp::<bool>(key)).unwrap_or_default();
    bar(Panel::top("page or pane"), 40.0, Fill::NONE.fill(tokens(ui).bg)).show(ui, |ui| {
        edge(ui, Edge::Bottom);
        ui.horizontal_centered(|ui| {
            ui.add_space(12.0);
            let words = [t!("frame-page"), t!("frame-details")];
            if let Some(at) = segmented(ui, t!("frame-shown"), &words, usize::from(beside)) {
                beside = at == 1;
            }
        });
    });
    ui.data_mut(|data| data.insert_temp(key, beside));
    beside
}

/// Gives the content the height that it is made for.
fn low(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    if ui.available_height() >= LOW {
        return content(ui);
    }
    let size = vec2(ui.available_width(), LOW);
    ScrollArea::vertical().id_salt("low window").auto_shrink(false).show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        ui.scope_builder(UiBuilder::new().max_rect(rect), content);
    });
}

fn bar(panel: Panel, size: f32, fill: Fill) -> Panel {
    panel.exact_size(size).resizable(false).show_separator_line(false).frame(fill)
}

#[derive(Clone, Copy)]
enum Edge {
    Top,
    Bottom,
    Left,
    Right,
}

/// The hairline between two parts.
fn edge(ui: &Ui, side: Edge) {
    let rect = ui.max_rect();
    let line = Stroke::new(1.0, tokens(ui).border);
    match side {
        Edge::Top => ui.painter().hline(rect.x_range(), rect.top() + 0.5, line),
        Edge::Bottom => ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line),
        Edge::Left => ui.painter().vline(rect.left() + 0.5, rect.y_range(), line),
        Edge::Right => ui.painter().vline(rect.right() - 0.5, rect.y_range(), line),
    };
}

fn header(ui: &mut Ui, chrome: &Chrome<'_>, narrow: bool) -> Option<FrameClick> {
    let colors = tokens(ui);
    let rect = ui.max_rect();
    let y = rect.center().y;
    paint::mark(ui, Rect::from_center_size(pos2(rect.left() + 26.0, y), vec2(20.0, 20.0)));
    if !narrow {
        let name = Rich::new().add(t!("app-name"), Font::Strong, colors.text).galley(ui, Fit::Line);
        paint::text_at(ui.painter(), rect.left() + 46.0, y, name);
    }
    let start = rect.left() + if narrow { 56.0 } else { 252.0 };
    let middle = Rect::from_min_max(pos2(start, rect.top()), pos2(rect.right() - 12.0, rect.bottom()));
    let row = UiBuilder::new().max_rect(middle).layout(Layout::left_to_right(Align::Center));
    let tight = rect.width() < TIGHT;
    let mut click = None;
    ui.scope_builder(row, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if !chrome.account.is_empty() {
            let words = Rich::new().exact(chrome.account, Font::Strong, colors.text).gap(8.0, Font::Code).exact(
                chrome.account_id,
                Font::Code,
                colors.text_muted,
            );
            // Region, mode and the buttons at the right come first.
            let tiny = ui.available_width() < 420.0;
            let room = (ui.available_width() - 410.0).max(if tiny { 56.0 } else { 80.0 });
            if header_button(ui, None, words, t!("header-account"), room).clicked() {
                click = Some(FrameClick::Account);
            }
            if !tiny {
                separator(ui);
            }
            let words = Rich::new().exact(chrome.region, Font::Mono, colors.text);
            let (icon, room) = if tiny { (None, 56.0) } else { (Some(Icon::Globe), 150.0) };
            if header_button(ui, icon, words, t!("header-region"), room).clicked() {
                click = Some(FrameClick::Region);
            }
            if !tiny {
                separator(ui);
            }
        }
        mode_pill(ui, chrome.mode);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::quiet_icon(Icon::CircleQuestionMark, t!("header-help")).show(ui).clicked() {
                click = Some(FrameClick::Help);
            }
            // It is among the settings too.
            if !tight && Button::quiet_icon(Icon::SunMoon, t!("header-theme")).show(ui).clicked() {
                click = Some(FrameClick::Theme);
            }
            let below = ui.painter().add(Shape::Noop);
            let gear = Button::quiet_icon(Icon::Settings2, t!("header-settings")).show(ui);
            if chrome.settings {
                ui.painter().set(below, RectShape::filled(gear.rect, theme::RADIUS, colors.accent_soft));
            }
            if gear.clicked() {
                click = Some(FrameClick::Settings);
            }
            if chrome.validate && way_button(ui, Icon::Stethoscope, t!("header-validate"), 170.0) {
                click = Some(FrameClick::Validate);
            }
            let fits = ui.available_width() > 44.0;
            if chrome.validate && fits && way_button(ui, Icon::Network, t!("fleet-page-title"), 150.0) {
                click = Some(FrameClick::AllProxies);
            }
        });
    });
    click
}

/// With its words where there is this much room for them.
fn way_button(ui: &mut Ui, icon: Icon, words: &str, room: f32) -> bool {
    let button = if ui.available_width() > room {
        Button::quiet(words).icon(icon).compact()
    } else {
        Button::quiet_icon(icon, words)
    };
    button.show(ui).clicked()
}

fn header_button(ui: &mut Ui, icon: Option<Icon>, words: Rich, name: &str, room: f32) -> Response {
    let colors = tokens(ui);
    let whole = words.text().replace('\u{200B}', " ");
    let words = words.galley(ui, Fit::Elide(room));
    let cut = words.elided;
    let lead = if icon.is_some() { 22.0 } else { 0.0 };
    let (rect, response) =
        ui.allocate_exact_size(vec2(8.0 + lead + words.size().x + 24.0 + 8.0, CONTROL), Sense::click());
    let said = labelled!(name, whole);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    if response.hovered() {
        paint::panel(ui.painter(), rect, theme::RADIUS, colors.raised, Stroke::NONE);
    }
    let y = rect.center().y;
    if let Some(icon) = icon {
        paint::icon(ui.painter(), icon, pos2(rect.left() + 15.0, y), 14.0, colors.text_muted);
    }
    let end = paint::text_at(ui.painter(), rect.left() + 8.0 + lead, y, words);
    paint::icon(ui.painter(), Icon::ChevronsUpDown, pos2(end + 16.0, y), 14.0, colors.text_muted);
    paint::focus_ring(ui, &response, theme::RADIUS);
    if cut { response.on_hover_text(whole) } else { response }
}

fn separator(ui: &mut Ui) {
    let line = Stroke::new(1.0, tokens(ui).border);
    let (rect, _) = ui.allocate_exact_size(vec2(13.0, 20.0), Sense::hover());
    ui.painter().vline(rect.center().x, rect.y_range(), line);
}

fn side(ui: &mut Ui, chrome: &Chrome<'_>) -> Option<FrameClick> {
    let mut click = None;
    let rect = ui.max_rect();
    let (groups, current, skip) = match chrome.side {
        Side::Steps { groups, current, skip } => (groups, current, skip),
        Side::Places(shown) => {
            let inner = Rect::from_min_max(rect.min + vec2(8.0, 0.0), rect.max - vec2(9.0, 8.0));
            let inner = UiBuilder::new().max_rect(inner);
            return ui.scope_builder(inner, |ui| places(ui, shown).map(FrameClick::Places)).inner;
        }
    };
    let foot = if skip.is_some() { 56.0 } else { 8.0 };
    let steps = Rect::from_min_max(rect.min + vec2(8.0, 4.0), pos2(rect.right() - 9.0, rect.bottom() - foot));
    ui.scope_builder(UiBuilder::new().max_rect(steps), |ui| {
        ScrollArea::vertical().id_salt("stepper").auto_shrink(false).show(ui, |ui| {
            click = stepper(ui, groups, current).map(FrameClick::Step);
        });
    });
    if let Some(words) = skip {
        let area = Rect::from_min_max(pos2(rect.left() + 12.0, rect.bottom() - 44.0), rect.max - vec2(13.0, 12.0));
        ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
            if Button::secondary(words).icon(Icon::ListChecks).width(area.width()).show(ui).clicked() {
                click = Some(FrameClick::Skip);
            }
        });
    }
    click
}

/// The head of a page: title, one sentence, and where on the path it works.
pub fn page_head(ui: &mut Ui, title: &str, sentence: &str, here: &[PathPart]) {
    page_head_with(ui, title, sentence, |ui| {
        if !here.is_empty() {
            locator(ui, here);
        }
    });
}

/// The same with something else at the right, placed from right to left.
pub fn page_head_with<R>(ui: &mut Ui, title: &str, sentence: &str, right: impl FnOnce(&mut Ui) -> R) -> R {
    let colors = tokens(ui);
    let row = vec2(ui.available_width(), 50.0);
    let answer = ui
        .allocate_ui_with_layout(row, Layout::right_to_left(Align::Min), |ui| {
            let answer = right(ui);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                // One id whatever stands beside it: else it would be new, and said again, as soon as that changes.
                let one = UiBuilder::new().scope_id(Id::unique("page title"));
                ui.scope_builder(one, |ui| live::announce(&label(ui, title, Font::Title, colors.text)));
                label(ui, sentence, Font::Body, colors.text_muted);
            });
            answer
        })
        .inner;
    ui.add_space(8.0);
    answer
}

/// Scrolls a page whose content may be higher than the window; the bar stands in the padding.
pub fn page_scroll<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let beside = ui.available_rect_before_wrap();
    let area = beside.with_max_x(beside.right() + 16.0);
    ui.scope_builder(UiBuilder::new().max_rect(area), |ui| {
        ui.set_clip_rect(ui.clip_rect().intersect(area.expand2(vec2(4.0, 0.0))));
        ScrollArea::vertical()
            .id_salt("page")
            .auto_shrink(false)
            .content_margin(Margin { left: 0, right: 16, top: 3, bottom: 20 })
            .show(ui, content)
            .inner
    })
    .inner
}

/// A footer: `left` from the left, `right` from the right, primary action first. What does not
/// fit of `middle` (the running bill, a note) is left out.
pub fn footer_row(ui: &mut Ui, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui), middle: impl FnOnce(&mut Ui)) {
    ui.spacing_mut().item_spacing.x = 12.0;
    left(ui);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        right(ui);
        ui.add_space(8.0);
        let room = ui.available_rect_before_wrap();
        ui.set_clip_rect(ui.clip_rect().intersect(room.expand2(vec2(2.0, 0.0))));
        middle(ui);
    });
}

/// The running bill in the footer.
#[derive(Debug, Clone, Copy)]
pub struct Tally<'a> {
    /// How many things the plan makes.
    pub create: usize,
    /// How many it changes.
    pub change: usize,
    /// Cost a month, such as `$43.80`. Empty when not known.
    pub cost: &'a str,
    /// The cost comes on top of what is paid already.
    pub on_top: bool,
    /// How long it takes, such as `9 min`. Empty when not known.
    pub time: &'a str,
}

/// Shows the bill; made for [`footer_row`]'s middle, so from right to left.
pub fn tally(ui: &mut Ui, bill: &Tally<'_>) {
    let colors = tokens(ui);
    ui.spacing_mut().item_spacing.x = 16.0;
    let text = |before: &str, figure: &str, after: &str| {
        Rich::new().add(before, Font::Small, colors.text_muted).exact(figure, Font::Code, colors.text).add(
            after,
            Font::Small,
            colors.text_muted,
        )
    };
    if !bill.time.is_empty() {
        footer_words(ui, Icon::Clock, colors.text_muted, text(t!("tally-about"), bill.time, ""));
    }
    if !bill.cost.is_empty() {
        let a_month = if bill.on_top { t!("tally-more-a-month") } else { t!("tally-a-month") };
        footer_words(ui, Icon::Coins, colors.text_muted, text(t!("tally-about"), bill.cost, a_month));
    }
    footer_words(ui, Icon::Pencil, colors.accent, text("", &bill.change.to_string(), t!("tally-to-change")));
    footer_words(ui, Icon::Plus, colors.accent, text("", &bill.create.to_string(), t!("tally-to-create")));
}

/// A note in the footer: icon and a line.
pub fn footer_note(ui: &mut Ui, icon: Icon, text: &str) {
    let muted = tokens(ui).text_muted;
    footer_words(ui, icon, muted, Rich::new().add(text, Font::Small, muted));
}

fn footer_words(ui: &mut Ui, icon: Icon, ink: eframe::egui::Color32, words: Rich) {
    let words = words.galley(ui, Fit::Line);
    let width = 18.0 + words.size().x;
    if width > ui.available_width() + 0.5 {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words.text()));
    paint::icon(ui.painter(), icon, pos2(rect.left() + 6.0, rect.center().y), 12.0, ink);
    paint::text_at(ui.painter(), rect.left() + 18.0, rect.center().y, words);
}
