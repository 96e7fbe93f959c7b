//! Pieces of the network diagram: security groups as boxes, rules as arrows between them.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley};
use crate::gui::theme::{Font, RADIUS_LARGE, Tokens, tokens};
use crate::gui::widgets::Badge;
use crate::text::t;

/// Whether a thing is there, will be, or need not be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoxPresence {
    /// It exists.
    Existing,
    /// The plan makes it.
    ToCreate,
    /// It is not needed: dashed.
    NotNeeded,
}

impl BoxPresence {
    const fn stroke(self, colors: &Tokens) -> Stroke {
        match self {
            Self::Existing => Stroke { width: 1.0, color: colors.border_control },
            Self::ToCreate => Stroke { width: 2.0, color: colors.accent },
            Self::NotNeeded => Stroke { width: 1.0, color: colors.border_control },
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Existing => t!("diagram-existing"),
            Self::ToCreate => t!("diagram-to-create"),
            Self::NotNeeded => t!("diagram-not-needed"),
        }
    }
}

/// A box of the diagram.
#[derive(Debug, Clone, Copy)]
pub struct DiagramBox<'a> {
    /// What kind of thing it is.
    pub icon: Icon,
    /// Its name.
    pub name: &'a str,
    /// What it belongs to.
    pub facts: &'a str,
    /// Whether it is there.
    pub presence: BoxPresence,
    /// What the plan does to it.
    pub badge: Option<Badge<'a>>,
}

/// Paints a box. Say what the picture shows in one accessible name for the whole of it.
pub fn diagram_box(ui: &Ui, rect: Rect, item: &DiagramBox<'_>) {
    let colors = tokens(ui);
    let painter = ui.painter();
    let stroke = item.presence.stroke(colors);
    let fill = if item.presence == BoxPresence::ToCreate { colors.accent_soft } else { colors.surface };
    if item.presence == BoxPresence::NotNeeded {
        paint::dashed(painter, rect, 8.0, stroke);
    } else {
        paint::panel(painter, rect, RADIUS_LARGE, fill, stroke);
    }
    let (ink, icon_ink) = match item.presence {
        BoxPresence::Existing => (colors.text, colors.text_muted),
        BoxPresence::ToCreate => (colors.text, colors.accent),
        BoxPresence::NotNeeded => (colors.text_muted, colors.text_muted),
    };
    let left = rect.left() + 12.0;
    paint::icon(painter, item.icon, pos2(left + 8.0, rect.top() + 20.0), 16.0, icon_ink);
    let name = galley(ui, item.name, Font::Strong, ink, Fit::Elide(rect.width() - 46.0));
    paint::text_at(painter, left + 22.0, rect.top() + 20.0, name);
    let room = rect.width() - 24.0;
    // A badge stands where a second line would.
    let fit = if item.badge.is_some() { Fit::Elide(room) } else { Fit::Wrap(room) };
    let facts = galley(ui, item.facts, Font::Small, colors.text_muted, fit);
    painter.galley(pos2(left, rect.top() + 32.0), facts, colors.text_muted);
    if let Some(badge) = item.badge {
        let width = badge.natural_width(ui);
        badge.paint(ui, Rect::from_min_size(pos2(left, rect.top() + 52.0), vec2(width, 20.0)));
    }
}

/// Paints a rule from the right side of one box to the left side of the next, the port above its
/// line and the protocol below.
pub fn diagram_arrow(ui: &Ui, from: Rect, to: Rect, presence: BoxPresence, port: &str, protocol: &str) {
    let colors = tokens(ui);
    let y = from.center().y + 2.0;
    let stroke = Stroke::new(1.5, presence.stroke(colors).color);
    let tip = pos2(to.left() - 1.0, y);
    ui.painter().line_segment([pos2(from.right(), y), tip], stroke);
    paint::arrow_head(ui.painter(), tip, stroke);
    let middle = f32::midpoint(from.right(), to.left());
    let ink = if presence == BoxPresence::ToCreate { colors.accent } else { colors.text_muted };
    let above = galley(ui, port, Font::Code, ink, Fit::Line);
    let below = galley(ui, protocol, Font::Code, colors.text_muted, Fit::Line);
    paint::text_centered(ui.painter(), pos2(middle, y - 14.0), above);
    paint::text_centered(ui.painter(), pos2(middle, y + 15.0), below);
}

/// Paints a way from the bottom of one box to the left side of another further down.
pub fn diagram_elbow(ui: &Ui, from: Rect, to: Rect, presence: BoxPresence, port: &str) {
    let colors = tokens(ui);
    let stroke = Stroke::new(1.0, presence.stroke(colors).color);
    let (x, y) = (from.center().x, to.center().y);
    let mut points = vec![pos2(x, from.bottom())];
    for step in 0..=6u8 {
        // A quarter of a circle of radius 6 from "down" to "right".
        let angle = std::f32::consts::PI - f32::from(step) / 6.0 * std::f32::consts::FRAC_PI_2;
        points.push(pos2(x + 6.0 + 6.0 * angle.cos(), y - 6.0 + 6.0 * angle.sin()));
    }
    points.push(pos2(to.left(), y));
    way(ui.painter(), points, presence, stroke);
    let words = galley(ui, port, Font::Code, colors.text_muted, Fit::Line);
    paint::text_centered(ui.painter(), pos2(f32::midpoint(x, to.left()), y - 13.0), words);
}

fn way(painter: &Painter, points: Vec<Pos2>, presence: BoxPresence, stroke: Stroke) {
    if presence == BoxPresence::NotNeeded {
        painter.extend(Shape::dashed_line(&points, stroke, 4.0, 4.0));
    } else {
        painter.line(points, stroke);
    }
}

/// Paints the legend with its right end at `right`.
pub fn diagram_legend(ui: &Ui, right: Pos2) {
    let colors = tokens(ui);
    let mut x = right.x;
    for presence in [BoxPresence::NotNeeded, BoxPresence::ToCreate, BoxPresence::Existing] {
        let words = galley(ui, presence.word(), Font::Small, colors.text_muted, Fit::Line);
        x = paint::text_to(ui.painter(), x, right.y, words) - 6.0;
        let swatch = Rect::from_min_max(pos2(x - 14.0, right.y - 5.0), pos2(x, right.y + 5.0));
        if presence == BoxPresence::NotNeeded {
            paint::dashed(ui.painter(), swatch, 3.0, presence.stroke(colors));
        } else {
            paint::panel(ui.painter(), swatch, 3, Color32::TRANSPARENT, presence.stroke(colors));
        }
        x -= 14.0 + 12.0;
    }
}
