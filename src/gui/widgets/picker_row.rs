//! One row of a picker: icon, name with what the filter hit, facts, and at the right a fact or
//! the reason why it cannot be picked.

use eframe::egui::{Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::filter::Filter;
use super::picker::PickerItem;
use super::{Badge, Tone};
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich, galley, on_hover};
use crate::gui::theme::{Font, tokens};
use crate::text::{series, t};

/// Where a row goes and how it stands.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Its room.
    pub rect: Rect,
    /// It is the choice that was made.
    pub selected: bool,
    /// Enter would pick it.
    pub active: bool,
    /// A hairline above it.
    pub rule: bool,
}

/// Shows one row; a click counts only when it can be picked.
pub fn show(ui: &Ui, icon: Icon, item: &PickerItem, filter: &Filter, at: Place, index: usize) -> Response {
    let colors = tokens(ui);
    let open = item.blocked.is_none();
    let rect = at.rect;
    let sense = if open { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with(("row", index)), sense);
    response.widget_info(|| {
        let reason = item.blocked.as_deref().unwrap_or(&item.right);
        let name = if item.name.trim().is_empty() { t!("unnamed") } else { item.name.as_str() };
        let said = [name, &item.facts, reason].into_iter().filter(|part| !part.is_empty());
        WidgetInfo::selected(Role::ListBoxOption, open, at.selected, series(said))
    });
    let painter = ui.painter();
    if at.selected {
        painter.rect_filled(rect, 0.0, colors.accent_soft);
        painter.rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, colors.accent);
    } else if at.active || (response.hovered() && open) {
        painter.rect_filled(rect, 0.0, colors.raised);
    }
    if at.rule {
        painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, colors.border));
    }
    let icon_ink = match (open, at.selected) {
        (_, true) => colors.accent,
        (true, false) => colors.text,
        (false, false) => colors.text_muted,
    };
    paint::icon(painter, icon, pos2(rect.left() + 20.0, rect.center().y), 16.0, icon_ink);

    let left = rect.left() + 40.0;
    let right = right_end(ui, item, rect, left);
    let ink = if open { colors.text } else { colors.text_muted };
    let font = if open { Font::Strong } else { Font::Body };
    let badge = item.badge.as_ref().map(|(icon, text)| Badge::new(*icon, text, Tone::Neutral));
    let badge_room = badge.as_ref().map_or(0.0, |badge| badge.natural_width(ui) + 8.0);
    let mut name =
        if item.name.trim().is_empty() { Rich::new().add(t!("unnamed"), font, colors.text_muted) } else { Rich::new() };
    let mut from = 0;
    for hit in filter.hits(&item.name) {
        name = name.exact(item.name.get(from..hit.start).unwrap_or(""), font, ink).exact(
            item.name.get(hit.clone()).unwrap_or(""),
            Font::Strong,
            colors.accent,
        );
        from = hit.end;
    }
    let name = name.exact(item.name.get(from..).unwrap_or(""), font, ink);
    let name = name.galley(ui, Fit::Elide((right - left - badge_room - 12.0).max(60.0)));
    let alone = item.facts.is_empty();
    let end = paint::text_at(painter, left, rect.center().y - if alone { 0.0 } else { 8.0 }, name);
    if let Some(badge) = badge {
        let width = badge.natural_width(ui);
        badge.paint(ui, Rect::from_min_size(pos2(end + 8.0, rect.center().y - 18.0), vec2(width, 20.0)));
    }
    let facts = galley(ui, &item.facts, Font::Small, colors.text_muted, Fit::Elide((right - left - 12.0).max(60.0)));
    let cut = facts.elided;
    paint::text_at(painter, left, rect.center().y + 10.0, facts);
    paint::focus_ring(ui, &response.clone().with_new_rect(rect.shrink(4.0)), 4);
    if cut { on_hover(response, &item.facts) } else { response }
}

/// Paints the right end and answers where it begins. A reason is never cut: it takes two lines.
fn right_end(ui: &Ui, item: &PickerItem, rect: Rect, left: f32) -> f32 {
    let colors = tokens(ui);
    let end = rect.right() - 12.0;
    match &item.blocked {
        Some(reason) => {
            let column = (rect.left() + rect.width() * 0.53).max(left + 120.0);
            let words = galley(ui, reason, Font::Small, colors.text, Fit::Wrap(end - column - 20.0));
            paint::icon(ui.painter(), Icon::Ban, pos2(column + 7.0, rect.center().y), 14.0, colors.text_muted);
            paint::text_at(ui.painter(), column + 20.0, rect.center().y, words);
            column
        }
        None if item.right.is_empty() => end,
        None => {
            let words = galley(ui, &item.right, Font::Code, colors.text_muted, Fit::Elide(rect.width() / 3.0));
            // Clear of the scroll bar.
            paint::text_to(ui.painter(), end - 4.0, rect.center().y, words) - 8.0
        }
    }
}
