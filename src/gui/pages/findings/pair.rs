//! The path before and the path now, side by side: both of equal size and place, so that only what differs moves
//! the eye. The newer one has the stronger outline, and its parts lead to their findings.

use eframe::egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Look;
use super::model::Entries;
use super::path::mark;
use crate::domain::finding::Hop;
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, on_hover, spoken};
use crate::gui::theme::{Font, RADIUS, RADIUS_LARGE, tokens};
use crate::gui::widgets::{Badge, Tone, Verdict as Mark};
use crate::rules::{Passage, PathBox, PathHop, Picture, passages};
use crate::text::{labelled, t};

const HEIGHT: f32 = 116.0;
const GAP: f32 = 16.0;
/// Room for a hop between two boxes.
const HOP: f32 = 42.0;
/// In a narrower box the icon would take the room of the name.
const WITH_ICON: f32 = 110.0;

/// Both paths over the width there is.
pub fn pair(ui: &mut Ui, before: &Picture, now: &Picture, entries: &Entries<'_>, look: &mut Look) {
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let width = (whole.width() - GAP) / 2.0;
    let left = Rect::from_min_size(whole.min, vec2(width, HEIGHT));
    let right = Rect::from_min_size(whole.min + vec2(width + GAP, 0.0), vec2(width, HEIGHT));
    card(ui, left, t!("findings-before"), before, false);
    let clicked = card(ui, right, t!("findings-now"), now, true);
    if let Some(key) = clicked.and_then(|hop| entries.at_hop(hop)) {
        look.show(key);
    }
}

/// A box or a hop of the path.
struct Piece<'a> {
    hop: Hop,
    passage: Passage,
    /// Icon, name and facts of a box; a hop has its words alone.
    shown: Option<(Icon, &'a str, &'a str)>,
    words: &'a str,
}

fn thing(hop: Hop, icon: Icon, part: &PathBox) -> Piece<'_> {
    Piece { hop, passage: part.passage, shown: Some((icon, &part.name, &part.facts)), words: "" }
}

fn between(hop: Hop, way: &PathHop) -> Piece<'_> {
    Piece { hop, passage: way.passage, shown: None, words: &way.words }
}

fn pieces(picture: &Picture) -> Vec<Piece<'_>> {
    let mut all = Vec::new();
    if let (Some(function), Some(way)) = (&picture.function, &picture.to_proxy) {
        all.extend([thing(Hop::Function, Icon::SquareFunction, function), between(Hop::FunctionToProxy, way)]);
    }
    all.push(thing(Hop::Proxy, Icon::Proxy, &picture.proxy));
    all.push(between(Hop::ProxyToDatabase, &picture.to_database));
    all.push(thing(Hop::Database, Icon::Database, &picture.database));
    all
}

/// What the whole path comes to, as a badge.
fn badge(picture: &Picture) -> Badge<'static> {
    let passages = passages(picture);
    let blocked = passages.iter().filter(|passage| **passage == Passage::Blocked).count();
    match blocked {
        0 if passages.contains(&Passage::Unknown) => {
            Badge::new(Icon::CircleQuestionMark, t!("findings-path-unknown"), Tone::Neutral)
        }
        0 => Badge::new(Icon::Check, t!("findings-path-open"), Tone::Ok),
        1 => Badge::new(Icon::CircleX, t!("findings-path-blocked"), Tone::Error),
        _ => Badge::new(Icon::CircleX, t!("findings-path-blocked-several"), Tone::Error),
    }
}

/// One of the two; the part of it that was clicked.
fn card(ui: &mut Ui, rect: Rect, head: &str, picture: &Picture, is_now: bool) -> Option<Hop> {
    let colors = tokens(ui);
    let outline = if is_now { colors.border_control } else { colors.border };
    let ground = if is_now { colors.surface } else { colors.bg_chrome };
    paint::panel(ui.painter(), rect, RADIUS_LARGE, ground, Stroke::new(1.0, outline));
    let response = ui.interact(rect, ui.scope_id().with(("path", head)), Sense::hover());
    let said = labelled!(head, spoken(&picture.title));
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, &said));
    let y = rect.top() + 21.0;
    paint::text_at(ui.painter(), rect.left() + 14.0, y, galley(ui, head, Font::Strong, colors.text, Fit::Line));
    let badge = badge(picture);
    let width = badge.natural_width(ui);
    let corner = pos2(rect.right() - 14.0 - width, y - 10.0);
    badge.paint(ui, Rect::from_min_size(corner, vec2(width, 20.0)));
    let row = Rect::from_min_max(rect.min + vec2(14.0, 44.0), rect.max - vec2(14.0, 14.0));
    parts(ui, row, &pieces(picture), is_now)
}

fn parts(ui: &mut Ui, row: Rect, pieces: &[Piece<'_>], is_now: bool) -> Option<Hop> {
    #[expect(clippy::cast_precision_loss, reason = "at most three boxes")]
    let boxes = pieces.iter().filter(|piece| piece.shown.is_some()).count().max(1) as f32;
    let width = (row.width() - HOP * (boxes - 1.0)) / boxes;
    let (mut x, mut clicked) = (row.left(), None);
    for (nth, piece) in pieces.iter().enumerate() {
        let room = if piece.shown.is_some() { width } else { HOP };
        let area = Rect::from_min_size(pos2(x, row.top()), vec2(room, row.height()));
        x += room;
        let mark = mark(piece.passage);
        let sense = if is_now { Sense::click() } else { Sense::hover() };
        let response = ui.interact(area, ui.scope_id().with(("piece", is_now, nth)), sense);
        let name = match piece.shown {
            Some((_, name, facts)) => format!("{name}: {}. {facts}", mark.word()),
            None => labelled!(mark.word(), piece.words),
        };
        if is_now {
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken(&name)));
        }
        match piece.shown {
            Some(shown) => boxed(ui, area, shown, mark, response.hovered() && is_now),
            None => way(ui, area, mark),
        }
        paint::focus_ring(ui, &response, RADIUS);
        if on_hover(response, &name).clicked() {
            clicked = Some(piece.hop);
        }
    }
    clicked
}

fn boxed(ui: &Ui, area: Rect, (icon, name, facts): (Icon, &str, &str), mark: Mark, hovered: bool) {
    let colors = tokens(ui);
    let ground = if hovered { colors.raised } else { colors.surface };
    paint::panel(ui.painter(), area, RADIUS, ground, Stroke::new(1.0, colors.border));
    let (upper, lower) = (area.top() + area.height() * 0.32, area.top() + area.height() * 0.7);
    let mut left = area.left() + 10.0;
    if area.width() >= WITH_ICON {
        paint::icon(ui.painter(), icon, pos2(left + 7.0, upper), 14.0, colors.text_muted);
        left += 20.0;
    }
    let room = area.right() - 8.0 - left;
    paint::text_at(ui.painter(), left, upper, galley(ui, name, Font::Strong, colors.text, Fit::Elide(room)));
    let ink = mark.ink(colors);
    paint::icon(ui.painter(), mark.icon(), pos2(area.left() + 17.0, lower), 14.0, ink);
    let left = area.left() + 30.0;
    let facts = if facts.is_empty() { mark.word() } else { facts };
    let facts = galley(ui, facts, Font::Small, colors.text_muted, Fit::Elide(area.right() - 8.0 - left));
    paint::text_at(ui.painter(), left, lower, facts);
}

/// A line with its verdict; what does not arrive is dotted behind it.
fn way(ui: &Ui, area: Rect, mark: Mark) {
    let colors = tokens(ui);
    let (y, middle) = (area.center().y, area.center().x);
    let ink = mark.ink(colors);
    ui.painter().hline(area.left() + 1.0..=middle - 9.0, y, Stroke::new(1.5, ink));
    if mark == Mark::Blocked {
        for nth in 0_u8..3 {
            ui.painter().circle_filled(pos2(middle + 11.0 + 4.0 * f32::from(nth), y), 1.0, colors.text_muted);
        }
    } else {
        ui.painter().hline(middle + 9.0..=area.right() - 2.0, y, Stroke::new(1.5, ink));
    }
    paint::icon(ui.painter(), mark.icon(), pos2(middle, y), 16.0, ink);
}
