//! A form field: label above, input, and one line below that says why or what is wrong.

use eframe::egui::{self, Response, TextBuffer, Ui};

use super::{Input, InputState, link};
use crate::gui::icon::Icon;
use crate::gui::paint;
use crate::gui::rich::{Fit, Rich, label};
use crate::gui::theme::{Font, tokens};
use crate::text::t;

/// The line under a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note<'a> {
    /// Why the value is what it is.
    Why(&'a str),
    /// The same with an icon before it.
    Icon(Icon, &'a str),
    /// What is wrong, and maybe the words of the link that mends it.
    Wrong(&'a str, Option<&'a str>),
}

/// Shows a note; true when its cure was clicked.
pub fn note(ui: &mut Ui, note: Note<'_>) -> bool {
    let colors = tokens(ui);
    match note {
        Note::Why(text) => {
            label(ui, text, Font::Small, colors.text_muted);
            false
        }
        Note::Icon(icon, text) => with_icon(ui, icon, text, colors.text_muted, None),
        Note::Wrong(text, cure) => with_icon(ui, Icon::CircleX, text, colors.error, cure),
    }
}

fn with_icon(ui: &mut Ui, icon: Icon, text: &str, color: egui::Color32, cure: Option<&str>) -> bool {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 0.0);
        let width = ui.available_width() - 18.0;
        let words = Rich::new().add(text, Font::Small, color).galley(ui, Fit::Wrap(width));
        let size = words.size() + egui::vec2(18.0, 0.0);
        let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, crate::gui::rich::spoken(text)));
        paint::icon(ui.painter(), icon, rect.min + egui::vec2(6.0, 8.0), 12.0, color);
        ui.painter().galley(rect.min + egui::vec2(18.0, 0.0), words, color);
        cure.is_some_and(|cure| link(ui, cure, Font::Small).clicked())
    })
    .inner
}

/// What came back from a field.
#[derive(Debug)]
pub struct FieldReply {
    /// The input itself.
    pub response: Response,
    /// The link that mends an error was clicked.
    pub cured: bool,
}

/// A labelled input with its note.
#[derive(Debug, Clone)]
#[must_use = "call `show`"]
pub struct Field<'a> {
    label: &'a str,
    optional: bool,
    input: Input<'a>,
    note: Option<Note<'a>>,
}

impl<'a> Field<'a> {
    /// A field for a value that goes to AWS, so set in mono.
    pub const fn new(label: &'a str) -> Self {
        Self { label, optional: false, input: Input::new(label), note: None }
    }

    /// Says "(optional)" after the label; fields are required otherwise.
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Changes the input: unit, hint, width.
    pub fn input(mut self, change: impl FnOnce(Input<'a>) -> Input<'a>) -> Self {
        self.input = change(self.input);
        self
    }

    /// The line below. [`Note::Wrong`] also marks the input.
    pub const fn note(mut self, note: Note<'a>) -> Self {
        self.note = Some(note);
        self
    }

    /// Shows all three.
    pub fn show(self, ui: &mut Ui, text: &mut dyn TextBuffer) -> FieldReply {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let label = field_label(ui, self.label, self.optional);
            let bad = matches!(self.note, Some(Note::Wrong(..)));
            let state = if bad { InputState::Bad } else { InputState::Fine };
            let response = self.input.state(state).labelled_by(label.id).show(ui, text);
            let cured = self.note.is_some_and(|line| note(ui, line));
            FieldReply { response, cured }
        })
        .inner
    }
}

/// The label above a control; give its id to the control.
pub fn field_label(ui: &mut Ui, label: &str, optional: bool) -> Response {
    let colors = tokens(ui);
    let mut words = Rich::new().add(label, Font::Strong, colors.text);
    if optional {
        words = words.add(" ", Font::Body, colors.text).add(t!("optional"), Font::Body, colors.text_muted);
    }
    words.show(ui)
}
