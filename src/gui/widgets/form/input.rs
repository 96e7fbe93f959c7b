//! The box that text is typed into: 32 high, an icon before it, a unit or a count after it.
//!
//! Label, reason and error line around it are `field`.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    self, Align2, Color32, CornerRadius, Frame, Margin, Rect, Response, Shape, Stroke, StrokeKind, TextBuffer,
    TextEdit, Ui, vec2,
};

use super::entrance;
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, galley};
use crate::gui::theme::{self, CONTROL, Font, tokens};

/// Whether what was typed can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum InputState {
    /// It can, or nobody has said otherwise.
    #[default]
    Fine,
    /// It cannot; the line below says why.
    Bad,
}

/// One line of text input.
#[derive(Debug, Clone)]
#[must_use = "call `show`"]
pub struct Input<'a> {
    name: &'a str,
    icon: Option<Icon>,
    hint: &'a str,
    after: &'a str,
    font: Font,
    state: InputState,
    width: Option<f32>,
    hidden: bool,
    /// Room at the right end for buttons that the caller places there.
    room: f32,
    id: Option<egui::Id>,
    label: Option<egui::Id>,
}

impl<'a> Input<'a> {
    /// `name` is what is read aloud.
    pub const fn new(name: &'a str) -> Self {
        Self {
            name,
            icon: None,
            hint: "",
            after: "",
            font: Font::Mono,
            state: InputState::Fine,
            width: None,
            hidden: false,
            room: 0.0,
            id: None,
            label: None,
        }
    }

    /// An icon at the left.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Shown while nothing is typed.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// A unit or a count at the right.
    pub const fn after(mut self, after: &'a str) -> Self {
        self.after = after;
        self
    }

    /// Set in words rather than in mono: what does not go to AWS.
    pub const fn prose(mut self) -> Self {
        self.font = Font::Body;
        self
    }

    /// Whether to show the error outline.
    pub const fn state(mut self, state: InputState) -> Self {
        self.state = state;
        self
    }

    /// As wide as this instead of all the width there is.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Dots instead of letters.
    pub const fn hidden(mut self, hidden: bool) -> Self {
        self.hidden = hidden;
        self
    }

    /// Keeps room at the right end for buttons.
    pub const fn room(mut self, room: f32) -> Self {
        self.room = room;
        self
    }

    /// A fixed id, so that a shortcut or an error can give it the focus.
    pub const fn id(mut self, id: egui::Id) -> Self {
        self.id = Some(id);
        self
    }

    /// The label that stands beside it and names it.
    pub const fn labelled_by(mut self, label: egui::Id) -> Self {
        self.label = Some(label);
        self
    }

    /// Shows it; `changed()` and `has_focus()` of the answer are those of the text.
    pub fn show(self, ui: &mut Ui, text: &mut dyn TextBuffer) -> Response {
        let colors = tokens(ui);
        let width = self.width.map_or(ui.available_width(), |width| width.min(ui.available_width().max(60.0)));
        let (_, rect) = ui.allocate_space(vec2(width, CONTROL));
        let skin = ui.painter().add(Shape::Noop);

        let mut left = rect.left();
        if let Some(icon) = self.icon {
            paint::icon(ui.painter(), icon, egui::pos2(left + 18.0, rect.center().y), 16.0, colors.text_muted);
            left += 22.0;
        }
        let mut right = rect.right() - self.room;
        if self.state == InputState::Bad {
            paint::icon(ui.painter(), Icon::CircleX, egui::pos2(right - 18.0, rect.center().y), 16.0, colors.error);
            right -= 26.0;
        }
        if !self.after.is_empty() {
            let words = galley(ui, self.after, Font::Small, colors.text_muted, Fit::Line);
            right = paint::text_to(ui.painter(), right - 10.0, rect.center().y, words) + 2.0;
        }

        let area = Rect::from_x_y_ranges(left..=right.max(left + 20.0), rect.y_range());
        let (font, ink) = (self.font.id(), colors.text);
        // One sign for one character, so that the cursor stands where it seems to.
        let mut fallback = |ui: &Ui, text: &dyn TextBuffer, _: f32| {
            let missing = |c: &char| !c.is_ascii() && !ui.fonts_mut(|fonts| fonts.has_glyph(&font, *c));
            let text = text.as_str().chars().map(|c| if missing(&c) { '\u{FFFD}' } else { c }).collect();
            ui.fonts_mut(|fonts| fonts.layout_job(LayoutJob::simple_singleline(text, font.clone(), ink)))
        };
        let is_ascii = self.hidden || text.as_str().is_ascii();
        let mut edit = TextEdit::singleline(text)
            .font(self.font.style())
            .text_color(colors.text)
            .password(self.hidden)
            .hint_text(egui::RichText::new(self.hint).text_style(Font::Body.style()))
            .frame(Frame::NONE.inner_margin(Margin::symmetric(10, 0)))
            .align(Align2::LEFT_CENTER)
            .desired_width(area.width())
            .min_size(area.size());
        if !is_ascii {
            edit = edit.layouter(&mut fallback);
        }
        if let Some(id) = self.id {
            edit = edit.id(id);
        }
        let response = ui.place(area, edit);
        if entrance::first(ui) {
            response.request_focus();
        }
        let response = match self.label {
            Some(label) => response.labelled_by(label),
            None => response.accessible_name(self.name),
        };

        let outline = match self.state {
            InputState::Bad => Stroke::new(2.0, colors.error),
            InputState::Fine if response.has_focus() => Stroke::new(2.0, colors.accent),
            InputState::Fine => Stroke::new(1.0, colors.border_control),
        };
        let fill = if ui.is_enabled() { colors.surface } else { Color32::TRANSPARENT };
        let radius = CornerRadius::same(theme::RADIUS);
        ui.painter().set(skin, egui::epaint::RectShape::new(rect, radius, fill, outline, StrokeKind::Inside));
        response
    }
}
