//! The pool against the database's own limit: kept idle, at most, and what is left for others;
//! below it the measured demand as a bracket.

use eframe::egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::gui::paint;
use crate::gui::rich::{Fit, galley, spoken};
use crate::gui::theme::{Font, RADIUS_SMALL, tokens};
use crate::text::series;

/// A share of `max_connections`, from 0 to 1, with its words.
#[derive(Debug, Clone, Copy)]
pub struct Share<'a> {
    /// How much.
    pub part: f32,
    /// What it is, with its number.
    pub label: &'a str,
}

/// The bar.
#[derive(Debug, Clone, Copy)]
#[must_use = "call `show`"]
pub struct PoolBar<'a> {
    /// Connections that stay open.
    pub idle: Share<'a>,
    /// Connections that the proxy may open.
    pub most: Share<'a>,
    /// What is left, named over the rest of the bar.
    pub left: &'a str,
    /// The database's limit, named at the right.
    pub limit: &'a str,
    /// What the function asks for, and a line below that says how that is known.
    pub demand: Option<(Share<'a>, &'a str)>,
}

impl PoolBar<'_> {
    /// Shows it over the width there is.
    pub fn show(self, ui: &mut Ui) {
        let colors = tokens(ui);
        let height = if self.demand.is_some() { 100.0 } else { 52.0 };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        response.widget_info(|| {
            let demand = self.demand.map_or("", |(share, _)| share.label);
            let said = series([self.most.label, self.idle.label, self.left, self.limit, demand]);
            WidgetInfo::labeled(Role::Meter, true, spoken(&said))
        });
        let painter = ui.painter();
        let bar = Rect::from_min_size(pos2(rect.left(), rect.top() + 24.0), vec2(rect.width(), 28.0));
        let to = |share: f32| bar.left() + bar.width() * share.clamp(0.0, 1.0);
        let most = bar.with_max_x(to(self.most.part).max(bar.left() + 8.0));
        let idle = bar.with_max_x(to(self.idle.part).max(bar.left() + 4.0));

        paint::panel(painter, bar, RADIUS_SMALL, colors.code_bg, Stroke::new(1.0, colors.border_control));
        paint::panel(painter, idle, RADIUS_SMALL, colors.accent_fill, Stroke::NONE);
        paint::panel(painter, most, RADIUS_SMALL, eframe::egui::Color32::TRANSPARENT, Stroke::new(2.0, colors.accent));

        let above = rect.top() + 8.0;
        let limit = galley(ui, self.limit, Font::Small, colors.text_muted, Fit::Line);
        let limit_at = paint::text_to(painter, rect.right(), above, limit);
        let label = galley(ui, self.most.label, Font::SmallStrong, colors.accent, Fit::Line);
        let end = paint::text_at(painter, rect.left(), above, label);
        let left = galley(ui, self.left, Font::SmallStrong, colors.text, Fit::Line);
        let last = limit_at - left.size().x - 16.0;
        if last >= end + 16.0 {
            paint::text_at(painter, (most.right() + 8.0).clamp(end + 16.0, last), above, left);
        }

        let inside = galley(ui, self.idle.label, Font::Small, colors.on_accent, Fit::Line);
        if inside.size().x + 12.0 <= idle.width() {
            paint::text_at(painter, idle.left() + 7.0, bar.center().y, inside);
        } else {
            let beside = galley(ui, self.idle.label, Font::Small, colors.text_muted, Fit::Line);
            let at = if idle.right() + beside.size().x + 12.0 < most.right() { idle.right() } else { most.right() };
            paint::text_at(painter, at + 7.0, bar.center().y, beside);
        }
        if let Some((share, how)) = self.demand {
            self.bracket(ui, bar, to(share.part), share.label, how);
        }
    }

    fn bracket(self, ui: &Ui, bar: Rect, end: f32, label: &str, how: &str) {
        let colors = tokens(ui);
        let line = Stroke::new(1.5, colors.text);
        let end = end.max(bar.left() + 8.0);
        let (top, bottom) = (bar.bottom() + 4.0, bar.bottom() + 9.0);
        let painter = ui.painter();
        painter.line(vec![pos2(bar.left(), top), pos2(bar.left(), bottom), pos2(end, bottom), pos2(end, top)], line);
        let middle = f32::midpoint(bar.left(), end);
        painter.vline(middle, bottom..=bottom + 5.0, line);
        let label = galley(ui, label, Font::Small, colors.text, Fit::Line);
        let how = galley(ui, how, Font::Small, colors.text_muted, Fit::Line);
        paint::text_at(painter, bar.left(), bar.bottom() + 24.0, label);
        paint::text_at(painter, bar.left(), bar.bottom() + 40.0, how);
    }
}
