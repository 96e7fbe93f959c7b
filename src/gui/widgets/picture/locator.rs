//! Where on the path from function to database the page works: 148×44 at its top right.

use eframe::egui::{Color32, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::theme::tokens;
use crate::text::t;

/// A part of the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathPart {
    /// The function.
    Function,
    /// The line from function to proxy.
    FirstHop,
    /// The proxy.
    Proxy,
    /// The line from proxy to database.
    SecondHop,
    /// The database.
    Database,
    /// The secret, over the proxy.
    Key,
}

/// Shows the path with `here` in accent.
pub fn locator(ui: &mut Ui, here: &[PathPart]) {
    let colors = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(148.0, 44.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, t!("locator")));
    let on = |part| here.contains(&part);
    let line = |part| {
        let (width, ink) = if on(part) { (2.0, colors.accent) } else { (1.0, colors.border_control) };
        Stroke::new(width, ink)
    };
    let at = |x: f32, y: f32| rect.min + vec2(x, y);
    let painter = ui.painter();
    painter.hline(at(24.0, 0.0).x..=at(62.0, 0.0).x, at(0.0, 30.0).y, line(PathPart::FirstHop));
    painter.hline(at(86.0, 0.0).x..=at(124.0, 0.0).x, at(0.0, 30.0).y, line(PathPart::SecondHop));
    painter.vline(at(74.0, 0.0).x, at(0.0, 12.0).y..=at(0.0, 19.0).y, line(PathPart::Key));
    let key_fill = if on(PathPart::Key) { colors.accent_soft } else { colors.surface };
    painter.circle(at(74.0, 7.0), 5.0, key_fill, line(PathPart::Key));
    for (part, x, icon) in [
        (PathPart::Function, 13.0, Icon::SquareFunction),
        (PathPart::Proxy, 74.0, Icon::Proxy),
        (PathPart::Database, 135.0, Icon::Database),
    ] {
        let fill = if on(part) { colors.accent_soft } else { colors.surface };
        node(ui, at(x, 30.0), 20.0, fill, line(part), icon);
    }
}

/// A small box with an icon, as in the locator and the mini paths.
pub fn node(ui: &Ui, center: Pos2, size: f32, fill: Color32, outline: Stroke, icon: Icon) {
    let square = Rect::from_center_size(center, Vec2::splat(size));
    paint::panel(ui.painter(), square, 5, fill, outline);
    if icon == Icon::SquareFunction {
        // Lucide has the f only inside a square of its own.
        paint::function_sign(ui.painter(), center, size * 0.8, Stroke::new(1.4, outline.color));
    } else {
        paint::icon(ui.painter(), icon, center, (size * 0.6).round(), outline.color);
    }
}
