//! The row kit. A row is filled from both its ends: what leads it, its title and a line below, and from the right
//! a value, a badge or controls. Each column of a table is filled the same way.

use std::fmt::Debug;
use std::hash::Hash;

use eframe::egui::{Align, Color32, Layout, Rect, Response, Sense, Stroke, Ui, UiBuilder, Vec2, pos2, vec2};

use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich};
use crate::gui::theme::tokens;
use crate::gui::widgets::Badge;

/// Where the two lines of a row stand, from its middle.
const UPPER: f32 = -8.0;
const LOWER: f32 = 10.0;
/// An icon of full size, and the room between it and the title.
const ICON: f32 = 16.0;
const ICON_GAP: f32 = 12.0;
const SMALL_ICON: f32 = 14.0;
const SMALL_GAP: f32 = 6.0;
/// Room between things that stand at the right.
const GAP: f32 = 8.0;
/// However narrow the row: so much of a title is shown.
const NARROWEST: f32 = 60.0;

/// A row while it is filled: the room that is left, and the line that things stand on.
#[derive(Debug, Clone, Copy)]
pub struct ListRow {
    rect: Rect,
    left: f32,
    right: f32,
    line: f32,
    radius: u8,
}

impl ListRow {
    /// Takes room for a row as wide as there is. The caller names the response.
    pub fn new(ui: &mut Ui, height: f32, sense: Sense) -> (Self, Response) {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), sense);
        (Self::within(rect), response)
    }

    /// A row in room that was taken before.
    #[must_use]
    pub fn within(rect: Rect) -> Self {
        Self { rect, left: rect.left(), right: rect.right(), line: rect.center().y, radius: 0 }
    }

    /// With room free at both ends.
    #[must_use]
    pub fn inset(self, left: f32, right: f32) -> Self {
        Self { left: self.left + left, right: self.right - right, ..self }
    }

    /// With round corners, in a list without hairlines.
    #[must_use]
    pub const fn rounded(self, radius: u8) -> Self {
        Self { radius, ..self }
    }

    /// What follows stands on the upper of two lines.
    #[must_use]
    pub fn two_lines(self) -> Self {
        Self { line: self.rect.center().y + UPPER, ..self }
    }

    /// A column of this row, between two places across the screen.
    #[must_use]
    pub const fn column(self, left: f32, right: f32) -> Self {
        Self { left, right, ..self }
    }

    /// The whole row.
    #[must_use]
    pub const fn rect(&self) -> Rect {
        self.rect
    }

    /// The room that is left in it.
    #[must_use]
    pub fn room(&self) -> Rect {
        Rect::from_x_y_ranges(self.left..=self.right, self.rect.y_range())
    }

    /// The ground and outline of a box that is typed into.
    pub fn boxed(&self, ui: &Ui, fill: Color32) {
        paint::panel(ui.painter(), self.rect, self.radius, fill, Stroke::new(1.0, tokens(ui).border_control));
    }

    /// The ground: raised while the pointer is on a row that can be clicked.
    pub fn ground(&self, ui: &Ui, response: &Response, fill: Color32) {
        let raised = response.hovered() && response.sense.senses_click();
        let fill = if raised { tokens(ui).raised } else { fill };
        ui.painter().rect_filled(self.rect, self.radius, fill);
    }

    /// The ground of the row that is chosen.
    pub fn chosen(&self, ui: &Ui) {
        let colors = tokens(ui);
        ui.painter().rect_filled(self.rect, self.radius, colors.accent_soft);
        if self.radius == 0 {
            ui.painter().rect_filled(self.rect.with_max_x(self.rect.left() + 3.0), 0.0, colors.accent);
        }
    }

    /// A hairline above the row.
    pub fn rule_above(&self, ui: &Ui) {
        ui.painter().hline(self.rect.x_range(), self.rect.top(), (1.0, tokens(ui).border));
    }

    /// A hairline below the row.
    pub fn rule_below(&self, ui: &Ui) {
        ui.painter().hline(self.rect.x_range(), self.rect.bottom() - 0.5, (1.0, tokens(ui).border));
    }

    /// The accent along the upper or the lower edge: a table is sorted by this head.
    pub fn sorted(&self, ui: &Ui, downwards: bool) {
        let y = if downwards { self.rect.bottom() - 1.0 } else { self.rect.top() + 1.0 };
        ui.painter().hline(self.rect.x_range(), y, Stroke::new(2.0, tokens(ui).accent));
    }

    /// The ring of the keyboard; inside the row where rows touch each other.
    pub fn focus(&self, ui: &Ui, response: &Response) {
        match self.radius {
            0 => paint::focus_ring(ui, &response.clone().with_new_rect(self.rect.shrink(3.0)), 4),
            radius => paint::focus_ring(ui, response, radius),
        }
    }

    /// An icon that leads.
    pub fn lead(&mut self, ui: &Ui, icon: Icon, ink: Color32) {
        let middle = pos2(self.left + ICON / 2.0, self.line);
        paint::icon(ui.painter(), icon, middle, ICON, ink);
        self.left += ICON + ICON_GAP;
    }

    /// A small icon that leads, close to what follows: of a head, of a row in a tree.
    pub fn small_lead(&mut self, ui: &Ui, icon: Icon, ink: Color32) {
        let middle = pos2(self.left + SMALL_ICON / 2.0, self.line);
        paint::icon(ui.painter(), icon, middle, SMALL_ICON, ink);
        self.left += SMALL_ICON + SMALL_GAP;
    }

    /// What leads a row whose answer is there in a moment.
    pub fn spinner(&mut self, ui: &Ui) {
        paint::spinner(ui, pos2(self.left + ICON / 2.0, self.line), ICON, tokens(ui).accent);
        self.left += ICON + ICON_GAP;
    }

    /// The title, in the room that is left; whether it was cut.
    pub fn title(&self, ui: &Ui, words: Rich) -> bool {
        let words = words.galley(ui, Fit::Elide((self.right - self.left).max(NARROWEST)));
        let cut = words.elided;
        paint::text_at(ui.painter(), self.left, self.line, words);
        cut
    }

    /// The title, and close after it something that is never cut.
    pub fn title_then(&self, ui: &Ui, words: Rich, then: Rich) {
        let then = then.galley(ui, Fit::Line);
        let room = self.right - self.left - then.size().x - GAP;
        let words = words.galley(ui, Fit::Elide(room.max(NARROWEST)));
        let end = paint::text_at(ui.painter(), self.left, self.line, words);
        paint::text_at(ui.painter(), end + GAP, self.line, then);
    }

    /// The line below the title, in the room that is left; whether it was cut.
    pub fn under(&self, ui: &Ui, words: Rich) -> bool {
        Self { line: self.rect.center().y + LOWER, ..*self }.title(ui, words)
    }

    /// Words in the middle of the room.
    pub fn middle(&self, ui: &Ui, words: Rich) {
        let middle = pos2(f32::midpoint(self.left, self.right), self.line);
        paint::text_centered(ui.painter(), middle, words.galley(ui, Fit::Line));
    }

    /// A small icon in the middle of the room.
    pub fn middle_icon(&self, ui: &Ui, icon: Icon, ink: Color32) {
        let middle = pos2(f32::midpoint(self.left, self.right), self.line);
        paint::icon(ui.painter(), icon, middle, SMALL_ICON, ink);
    }

    /// A value at the right, never cut.
    pub fn value(&mut self, ui: &Ui, words: Rich) {
        self.right = paint::text_to(ui.painter(), self.right, self.line, words.galley(ui, Fit::Line)) - GAP;
    }

    /// A small icon close before the value.
    pub fn value_icon(&mut self, ui: &Ui, icon: Icon, ink: Color32) {
        let end = self.right + GAP - 5.0;
        paint::icon(ui.painter(), icon, pos2(end - SMALL_ICON / 2.0, self.line), SMALL_ICON, ink);
        self.right = end - SMALL_ICON - GAP;
    }

    /// A badge at the right.
    pub fn badge(&mut self, ui: &Ui, badge: Badge<'_>) {
        let size = vec2(badge.natural_width(ui), 20.0);
        badge.paint(ui, Rect::from_min_size(pos2(self.right - size.x, self.line - size.y / 2.0), size));
        self.right -= size.x + GAP;
    }

    /// Controls at the right, the last one first, over the whole height.
    pub fn trail<R>(&mut self, ui: &mut Ui, salt: impl Hash + Debug, content: impl FnOnce(&mut Ui) -> R) -> R {
        let layout = Layout::right_to_left(Align::Center);
        let mut trail = ui.new_child(UiBuilder::new().max_rect(self.room()).layout(layout).id_salt(salt));
        let shown = content(&mut trail);
        if trail.min_size() != Vec2::ZERO {
            self.right = trail.min_rect().left() - GAP;
        }
        shown
    }
}
