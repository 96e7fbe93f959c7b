//! Shapes that egui does not have: icons, dashed outlines, hatching, focus rings, the spinner.
//!
//! Everything lands on whole pixels where it can. No layout and no interaction here.

use std::f32::consts::TAU;
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::epaint::CubicBezierShape;
use eframe::egui::{
    Align2, Color32, CornerRadius, FontFamily, FontId, Galley, Painter, Pos2, Rect, Response, Shape, Stroke,
    StrokeKind, Ui, Vec2, pos2, vec2,
};

use super::icon::Icon;
use super::theme::{ICON_FAMILY, tokens};

/// Puts `icon`, `size` points high, with its centre at `center`.
pub fn icon(painter: &Painter, icon: Icon, center: Pos2, size: f32, color: Color32) {
    let font = FontId::new(size, FontFamily::Name(ICON_FAMILY.into()));
    let corner = (center - Vec2::splat(size / 2.0)).round_to_pixels(painter.pixels_per_point());
    painter.text(corner, Align2::LEFT_TOP, icon.glyph(), font, color);
}

/// Puts a laid out text with its left edge at `left` and its middle at `y`; returns its right edge.
pub fn text_at(painter: &Painter, left: f32, y: f32, galley: Arc<Galley>) -> f32 {
    let right = left + galley.size().x;
    let at = pos2(left, y - galley.size().y / 2.0).round_to_pixels(painter.pixels_per_point());
    painter.galley(at, galley, Color32::PLACEHOLDER);
    right
}

/// Puts a laid out text with its right edge at `right` and its middle at `y`; returns its left edge.
pub fn text_to(painter: &Painter, right: f32, y: f32, galley: Arc<Galley>) -> f32 {
    let left = right - galley.size().x;
    text_at(painter, left, y, galley);
    left
}

/// Puts a laid out text with its middle at `center`.
pub fn text_centered(painter: &Painter, center: Pos2, galley: Arc<Galley>) {
    text_at(painter, center.x - galley.size().x / 2.0, center.y, galley);
}

/// A filled box with an outline inside its edge.
pub fn panel(painter: &Painter, rect: Rect, radius: u8, fill: Color32, outline: Stroke) {
    let rect = rect.round_to_pixels(painter.pixels_per_point());
    painter.rect(rect, CornerRadius::same(radius), fill, outline, StrokeKind::Inside);
}

/// A dashed outline along the rounded edge of `rect`: what is unknown, or would be possible.
pub fn dashed(painter: &Painter, rect: Rect, radius: f32, stroke: Stroke) {
    let rect = rect.round_to_pixels(painter.pixels_per_point()).shrink(stroke.width / 2.0);
    painter.extend(Shape::dashed_line(&rounded_outline(rect, radius), stroke, 4.0, 4.0));
}

fn rounded_outline(rect: Rect, radius: f32) -> Vec<Pos2> {
    let inner = rect.shrink(radius);
    let corners =
        [(inner.right_top(), 0.75), (inner.right_bottom(), 0.0), (inner.left_bottom(), 0.25), (inner.left_top(), 0.5)];
    let mut points = Vec::with_capacity(33);
    for (center, turn) in corners {
        for step in 0..=7u8 {
            let angle = (turn + f32::from(step) / 28.0) * TAU;
            points.push(center + radius * Vec2::angled(angle));
        }
    }
    points.extend(points.first().copied());
    points
}

/// Diagonal stripes inside `rect`: the sign of practice.
pub fn hatch(painter: &Painter, rect: Rect, every: f32, stroke: Stroke) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        painter.line_segment([pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())], stroke);
        x += every;
    }
}

/// The ring around what has the keyboard focus, two points outside it.
pub fn focus_ring(ui: &Ui, response: &Response, radius: u8) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.expand(2.0),
            CornerRadius::same(radius + 2),
            Stroke::new(2.0, tokens(ui).accent),
            StrokeKind::Outside,
        );
    }
}

/// The f of a function without the square around it; `size` is that of the square.
pub fn function_sign(painter: &Painter, center: Pos2, size: f32, stroke: Stroke) {
    let at = |x: f32, y: f32| center + vec2(x - 12.0, y - 12.0) * (size / 24.0);
    let curve = |points: [Pos2; 4]| CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, stroke);
    painter.add(curve([at(9.0, 17.0), at(11.0, 17.0), at(11.8, 16.0), at(11.8, 14.2)]));
    painter.line_segment([at(11.8, 14.2), at(11.8, 10.0)], stroke);
    painter.add(curve([at(11.8, 10.0), at(11.8, 8.0), at(12.8, 6.7), at(15.0, 7.0)]));
    painter.line_segment([at(9.0, 11.2), at(14.7, 11.2)], stroke);
}

/// An arrow head whose tip is at `tip`, on a line that goes right.
pub fn arrow_head(painter: &Painter, tip: Pos2, stroke: Stroke) {
    let wing = vec2(-6.0, 5.0);
    painter.line(vec![tip + vec2(wing.x, -wing.y), tip, tip + wing], stroke);
}

/// The turning arc of something that is there in a moment: ten steps a second.
pub fn spinner(ui: &Ui, center: Pos2, size: f32, color: Color32) {
    turning(ui, center, size, color, Duration::from_millis(100));
}

/// The same for what takes minutes and has a count or seconds beside it: a step a second, for each step
/// draws the whole window.
pub fn ticking(ui: &Ui, center: Pos2, size: f32, color: Color32) {
    turning(ui, center, size, color, Duration::from_secs(1));
}

/// Ten steps are a turn. It costs nothing out of sight; with reduced motion it is an hourglass that stands
/// still.
fn turning(ui: &Ui, center: Pos2, size: f32, color: Color32, step: Duration) {
    let area = Rect::from_center_size(center, Vec2::splat(size));
    if !ui.is_rect_visible(area) {
        return;
    }
    if ui.style().animation_time == 0.0 {
        icon(ui.painter(), Icon::Hourglass, center, size, color);
        return;
    }
    ui.ctx().request_repaint_after(step);
    let turn = (ui.input(|input| input.time) / step.as_secs_f64()).floor() / 10.0;
    #[expect(clippy::cast_possible_truncation, reason = "a turn between 0 and 1")]
    let start = turn.fract() as f32 * TAU;
    let radius = size / 2.0 - 1.0;
    let points =
        (0..=20u8).map(|step| center + radius * Vec2::angled(start + f32::from(step) / 20.0 * TAU * 0.75)).collect();
    ui.painter().add(Shape::line(points, Stroke::new(1.5, color)));
}

/// The product's mark: many lines in, a gate, one out, on the accent colour.
pub fn mark(ui: &Ui, rect: Rect) {
    let colors = tokens(ui);
    let painter = ui.painter();
    let unit = rect.width() / 64.0;
    let radius = |points: f32| CornerRadius::from((points * unit).max(1.0));
    painter.rect_filled(rect, radius(14.0), colors.accent_fill);
    for (x, y, w, h, r) in [
        (8.0, 12.0, 16.0, 8.0, 2.0),
        (8.0, 28.0, 16.0, 8.0, 2.0),
        (8.0, 44.0, 16.0, 8.0, 2.0),
        (28.0, 8.0, 8.0, 48.0, 3.0),
        (36.0, 28.0, 20.0, 8.0, 2.0),
    ] {
        let bar = Rect::from_min_size(rect.min + vec2(x, y) * unit, vec2(w, h) * unit);
        painter.rect_filled(bar, radius(r), colors.on_accent);
    }
}
