//! The side of the second door: which proxy is looked at, the pages about it, and other proxies.
//! A bar when the window is narrow.

use eframe::egui::{
    self, Popup, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{Button, Sign, link, popup_frame};
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, label, on_hover, spoken};
use crate::gui::theme::{self, Font, tokens};
use crate::text::labelled;

const ROW: f32 = 44.0;
const OTHER: f32 = 32.0;

/// A page.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// What it shows.
    pub icon: Icon,
    /// Its name.
    pub title: &'a str,
    /// What is to be seen there, in a few words.
    pub value: &'a str,
    /// Why it cannot be opened yet. `None` when it can.
    pub locked: Option<&'a str>,
}

/// Another proxy.
#[derive(Debug, Clone, Copy)]
pub struct OtherPlace<'a> {
    /// What was found; [`Sign::ToDo`] when nobody has looked.
    pub sign: Sign,
    /// Its name.
    pub name: &'a str,
    /// The same as the sign, in words.
    pub value: &'a str,
    /// It is the one that is looked at.
    pub current: bool,
}

/// The whole side.
#[derive(Debug, Clone, Copy)]
pub struct Places<'a> {
    /// The way back, in words.
    pub leave: &'a str,
    /// What the pages are about.
    pub icon: Icon,
    /// The proxy that is looked at, or what this door is for.
    pub head: &'a str,
    /// A fact or two about it.
    pub facts: &'a str,
    /// The pages.
    pub places: &'a [Place<'a>],
    /// The page that is shown.
    pub current: usize,
    /// Said over the other proxies.
    pub others_head: &'a str,
    /// The other proxies.
    pub others: &'a [OtherPlace<'a>],
}

/// What was clicked at the side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlacesClick {
    /// Back to the set-up.
    Leave,
    /// A page.
    Place(usize),
    /// Another proxy.
    Other(usize),
}

/// Shows the side over the height there is.
pub fn places(ui: &mut Ui, shown: &Places<'_>) -> Option<PlacesClick> {
    let colors = tokens(ui);
    let mut click = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add_space(8.0);
        let (icon, _) = ui.allocate_exact_size(vec2(12.0, 16.0), Sense::hover());
        paint::icon(ui.painter(), Icon::ArrowLeft, icon.center(), 12.0, colors.accent);
        if link(ui, shown.leave, Font::Small).clicked() {
            click = Some(PlacesClick::Leave);
        }
    });
    ui.add_space(10.0);
    head(ui, shown);
    ui.add_space(10.0);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(line.left() + 8.0..=line.right() - 8.0, line.center().y, Stroke::new(1.0, colors.border));
    ui.add_space(6.0);
    for (index, place) in shown.places.iter().enumerate() {
        if row(ui, place, index == shown.current).clicked() && place.locked.is_none() {
            click = Some(PlacesClick::Place(index));
        }
    }
    if !shown.others.is_empty() {
        ui.add_space(20.0);
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            label(ui, shown.others_head, Font::Small, colors.text_muted);
        });
        ui.add_space(6.0);
        ScrollArea::vertical().id_salt("other proxies").auto_shrink(false).show_rows(
            ui,
            OTHER,
            shown.others.len(),
            |ui, rows| {
                for index in rows {
                    let Some(item) = shown.others.get(index) else { continue };
                    if other(ui, item).clicked() {
                        click = Some(PlacesClick::Other(index));
                    }
                }
            },
        );
    }
    click
}

fn head(ui: &mut Ui, shown: &Places<'_>) {
    let colors = tokens(ui);
    let room = ui.available_width() - 34.0 - 8.0;
    let name = galley(ui, shown.head, Font::Heading, colors.text, Fit::Elide(room));
    let facts = galley(ui, shown.facts, Font::Small, colors.text_muted, Fit::Elide(room));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 42.0), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Heading, true, format!("{}. {}", spoken(shown.head), spoken(shown.facts)))
    });
    paint::icon(ui.painter(), shown.icon, pos2(rect.left() + 16.0, rect.top() + 11.0), 16.0, colors.accent);
    let cut = name.elided || facts.elided;
    paint::text_at(ui.painter(), rect.left() + 34.0, rect.top() + 11.0, name);
    paint::text_at(ui.painter(), rect.left() + 34.0, rect.top() + 32.0, facts);
    if cut {
        on_hover(response, &format!("{}\n{}", spoken(shown.head), spoken(shown.facts)));
    }
}

fn row(ui: &mut Ui, place: &Place<'_>, current: bool) -> Response {
    let colors = tokens(ui);
    let open = place.locked.is_none();
    let sense = if open { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    response.widget_info(|| {
        let said = format!("{}. {}", place.title, spoken(place.value));
        WidgetInfo::selected(Role::Button, open, current, said.trim_end_matches(['.', ' ']))
    });
    let painter = ui.painter();
    if current {
        paint::panel(painter, rect, theme::RADIUS, colors.accent_soft, Stroke::NONE);
    } else if response.hovered() && open {
        paint::panel(painter, rect, theme::RADIUS, colors.raised, Stroke::NONE);
    }
    let (icon_ink, title_ink) = match (current, open) {
        (true, _) => (colors.accent, colors.text),
        (false, true) => (colors.text_muted, colors.text),
        (false, false) => (colors.border_control, colors.text_muted),
    };
    let y = rect.center().y;
    paint::icon(painter, place.icon, pos2(rect.left() + 16.0, y), 16.0, icon_ink);
    let (left, room) = (rect.left() + 34.0, rect.width() - 42.0);
    let font = if current { Font::Strong } else { Font::Body };
    let title = galley(ui, place.title, font, title_ink, Fit::Elide(room));
    if place.value.is_empty() {
        paint::text_at(painter, left, y, title);
    } else {
        let ink = if current { colors.accent } else { colors.text_muted };
        let value = galley(ui, place.value, Font::Small, ink, Fit::Elide(room));
        paint::text_at(painter, left, y - 8.0, title);
        paint::text_at(painter, left, y + 9.0, value);
    }
    paint::focus_ring(ui, &response.clone().with_new_rect(rect.shrink(2.0)), theme::RADIUS);
    match place.locked {
        Some(why) => on_hover(response, why),
        None => response,
    }
}

fn other(ui: &mut Ui, item: &OtherPlace<'_>) -> Response {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), OTHER), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, item.current, labelled!(item.name, item.value)));
    let painter = ui.painter();
    if item.current {
        paint::panel(painter, rect, theme::RADIUS, colors.accent_soft, Stroke::NONE);
    } else if response.hovered() {
        paint::panel(painter, rect, theme::RADIUS, colors.raised, Stroke::NONE);
    }
    let y = rect.center().y;
    let icon = if item.sign == Sign::Passed { Sign::Done.icon() } else { item.sign.icon() };
    paint::icon(painter, icon, pos2(rect.left() + 16.0, y), 14.0, item.sign.ink(colors));
    let mut right = rect.right() - 8.0;
    // Where nobody has looked the name needs the room more than the words for it.
    if item.sign != Sign::ToDo {
        let value = galley(ui, item.value, Font::Small, colors.text_muted, Fit::Elide(rect.width() / 2.0));
        right = paint::text_to(painter, right, y, value) - 8.0;
    }
    let left = rect.left() + 34.0;
    let name = galley(ui, item.name, Font::Dense, colors.text, Fit::Elide((right - left).max(40.0)));
    let cut = name.elided;
    paint::text_at(painter, left, y, name);
    paint::focus_ring(ui, &response.clone().with_new_rect(rect.shrink(2.0)), theme::RADIUS);
    if cut || item.sign == Sign::ToDo { on_hover(response, &labelled!(item.name, item.value)) } else { response }
}

/// The same as a bar of 44: the way back, the pages as a list, the proxy's name.
pub fn places_bar(ui: &mut Ui, shown: &Places<'_>) -> Option<PlacesClick> {
    let colors = tokens(ui);
    let mut click = None;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let row = Rect::from_min_max(rect.min + vec2(8.0, 0.0), rect.max - vec2(16.0, 0.0));
    let mut bar = ui.new_child(UiBuilder::new().max_rect(row).layout(egui::Layout::left_to_right(egui::Align::Center)));
    bar.spacing_mut().item_spacing.x = 8.0;
    let leave = match rect.width() < 600.0 {
        true => Button::quiet_icon(Icon::ArrowLeft, shown.leave),
        false => Button::quiet(shown.leave).icon(Icon::ArrowLeft),
    };
    if leave.compact().show(&mut bar).clicked() {
        click = Some(PlacesClick::Leave);
    }
    let title = shown.places.get(shown.current).map_or("", |place| place.title);
    let button = Button::secondary(title).trailing(Icon::ChevronDown).compact().show(&mut bar);
    let frame = popup_frame(&bar);
    Popup::menu(&button).frame(frame).show(|ui| {
        ui.set_width(216.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, place) in shown.places.iter().enumerate() {
            if self::row(ui, place, index == shown.current).clicked() && place.locked.is_none() {
                click = Some(PlacesClick::Place(index));
                ui.close();
            }
        }
        for (index, item) in shown.others.iter().enumerate().take(8) {
            if other(ui, item).clicked() {
                click = Some(PlacesClick::Other(index));
                ui.close();
            }
        }
    });
    let (icon, _) = bar.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
    paint::icon(bar.painter(), shown.icon, icon.center(), 16.0, colors.accent);
    for (text, font, ink) in [(shown.head, Font::Strong, colors.text), (shown.facts, Font::Small, colors.text_muted)] {
        if bar.available_width() < 24.0 {
            break;
        }
        let words = galley(&bar, text, font, ink, Fit::Elide(bar.available_width()));
        let (rect, response) = bar.allocate_exact_size(words.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken(text)));
        paint::text_at(bar.painter(), rect.left(), rect.center().y, words);
    }
    click
}
