//! The path before and the path now, side by side: both of equal size and place, so that only what differs moves
//! the eye. The newer one has the stronger outline, and its parts can be clicked.

use eframe::egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Verdict;
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley, on_hover, spoken};
use crate::gui::theme::{Font, RADIUS, RADIUS_LARGE, tokens};
use crate::gui::widgets::Badge;
use crate::text::labelled;

const HEIGHT: f32 = 116.0;
const GAP: f32 = 16.0;
/// Room for a way between two boxes.
const WAY: f32 = 42.0;
/// In a narrower box the icon would take the room of the name.
const WITH_ICON: f32 = 110.0;

/// A box of the path, or a way between two.
#[derive(Debug, Clone, Copy)]
pub struct PathPiece<'a> {
    /// How it stands.
    pub verdict: Verdict,
    /// Icon, name and facts of a box; a way has its words alone.
    pub shown: Option<(Icon, &'a str, &'a str)>,
    /// What is said of a way.
    pub words: &'a str,
}

/// One of the two.
#[derive(Debug)]
pub struct PathCard<'a> {
    /// Which one it is.
    pub head: &'a str,
    /// What it comes to, as it is read aloud.
    pub said: &'a str,
    /// What it comes to.
    pub badge: Badge<'a>,
    /// From the function to the database.
    pub pieces: &'a [PathPiece<'a>],
}

/// Both over the width there is; which piece of the path now was clicked.
pub fn path_pair(ui: &mut Ui, before: &PathCard<'_>, now: &PathCard<'_>) -> Option<usize> {
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let width = (whole.width() - GAP) / 2.0;
    card(ui, Rect::from_min_size(whole.min, vec2(width, HEIGHT)), before, false);
    card(ui, Rect::from_min_size(whole.min + vec2(width + GAP, 0.0), vec2(width, HEIGHT)), now, true)
}

fn card(ui: &mut Ui, rect: Rect, shown: &PathCard<'_>, is_now: bool) -> Option<usize> {
    let colors = tokens(ui);
    let outline = if is_now { colors.border_control } else { colors.border };
    let ground = if is_now { colors.surface } else { colors.bg_chrome };
    paint::panel(ui.painter(), rect, RADIUS_LARGE, ground, Stroke::new(1.0, outline));
    let response = ui.interact(rect, ui.scope_id().with(("path", shown.head)), Sense::hover());
    let said = labelled!(shown.head, spoken(shown.said));
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, &said));
    let y = rect.top() + 21.0;
    paint::text_at(ui.painter(), rect.left() + 14.0, y, galley(ui, shown.head, Font::Strong, colors.text, Fit::Line));
    let width = shown.badge.natural_width(ui);
    let corner = pos2(rect.right() - 14.0 - width, y - 10.0);
    shown.badge.paint(ui, Rect::from_min_size(corner, vec2(width, 20.0)));
    let row = Rect::from_min_max(rect.min + vec2(14.0, 44.0), rect.max - vec2(14.0, 14.0));
    parts(ui, row, shown.pieces, is_now)
}

fn parts(ui: &mut Ui, row: Rect, pieces: &[PathPiece<'_>], is_now: bool) -> Option<usize> {
    #[expect(clippy::cast_precision_loss, reason = "at most three boxes")]
    let boxes = pieces.iter().filter(|piece| piece.shown.is_some()).count().max(1) as f32;
    let width = (row.width() - WAY * (boxes - 1.0)) / boxes;
    let (mut x, mut clicked) = (row.left(), None);
    for (nth, piece) in pieces.iter().enumerate() {
        let room = if piece.shown.is_some() { width } else { WAY };
        let area = Rect::from_min_size(pos2(x, row.top()), vec2(room, row.height()));
        x += room;
        let sense = if is_now { Sense::click() } else { Sense::hover() };
        let response = ui.interact(area, ui.scope_id().with(("piece", is_now, nth)), sense);
        let name = match piece.shown {
            Some((_, name, facts)) => format!("{name}: {}. {facts}", piece.verdict.word()),
            None => labelled!(piece.verdict.word(), piece.words),
        };
        if is_now {
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken(&name)));
        }
        match piece.shown {
            Some(shown) => boxed(ui, area, shown, piece.verdict, response.hovered() && is_now),
            None => way(ui, area, piece.verdict),
        }
        paint::focus_ring(ui, &response, RADIUS);
        if on_hover(response, &name).clicked() {
            clicked = Some(nth);
        }
    }
    clicked
}

fn boxed(ui: &Ui, area: Rect, (icon, name, facts): (Icon, &str, &str), verdict: Verdict, hovered: bool) {
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
    paint::icon(ui.painter(), verdict.icon(), pos2(area.left() + 17.0, lower), 14.0, verdict.ink(colors));
    let left = area.left() + 30.0;
    let facts = if facts.is_empty() { verdict.word() } else { facts };
    let facts = galley(ui, facts, Font::Small, colors.text_muted, Fit::Elide(area.right() - 8.0 - left));
    paint::text_at(ui.painter(), left, lower, facts);
}

/// A line with its verdict; what does not arrive is dotted behind it.
fn way(ui: &Ui, area: Rect, verdict: Verdict) {
    let colors = tokens(ui);
    let (y, middle) = (area.center().y, area.center().x);
    let ink = verdict.ink(colors);
    ui.painter().hline(area.left() + 1.0..=middle - 9.0, y, Stroke::new(1.5, ink));
    if verdict == Verdict::Blocked {
        for nth in 0_u8..3 {
            ui.painter().circle_filled(pos2(middle + 11.0 + 4.0 * f32::from(nth), y), 1.0, colors.text_muted);
        }
    } else {
        ui.painter().hline(middle + 9.0..=area.right() - 2.0, y, Stroke::new(1.5, ink));
    }
    paint::icon(ui.painter(), verdict.icon(), pos2(middle, y), 16.0, ink);
}
