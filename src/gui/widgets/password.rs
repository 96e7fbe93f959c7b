//! A password field: dots, an eye that shows it for half a minute, and a buffer that forgets.

use std::fmt;
use std::ops::Range;
use std::time::Duration;

use eframe::egui::text::CharIndex;
use eframe::egui::{self, Response, TextBuffer, Ui, UiBuilder, vec2};
use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;

use super::field::field_label;
use super::{Button, Input, Note, note};
use crate::gui::icon::Icon;
use crate::text::t;

/// Seconds after which a shown password hides itself.
const SHOWN: f64 = 30.0;

/// What is being typed into a password field. Never printed; wiped when it is dropped.
#[derive(Default)]
pub struct SecretText(Zeroizing<String>);

impl SecretText {
    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Number of characters typed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.chars().count()
    }

    /// Hands the password on and leaves the field empty.
    #[must_use]
    pub fn take(&mut self) -> SecretString {
        SecretString::from(std::mem::take(&mut *self.0))
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretText(…)")
    }
}

impl TextBuffer for SecretText {
    fn is_mutable(&self) -> bool {
        true
    }

    fn as_str(&self) -> &str {
        &self.0
    }

    fn insert_text(&mut self, text: &str, char_index: CharIndex) -> usize {
        self.0.insert_text(text, char_index)
    }

    fn delete_char_range(&mut self, char_range: Range<CharIndex>) {
        self.0.delete_char_range(char_range);
    }

    fn type_id(&self) -> std::any::TypeId {
        std::any::TypeId::of::<Self>()
    }
}

/// A labelled password field.
#[derive(Debug, Clone)]
#[must_use = "call `show`"]
pub struct Password<'a> {
    label: &'a str,
    note: Option<Note<'a>>,
}

impl<'a> Password<'a> {
    /// A field with this label.
    pub const fn new(label: &'a str) -> Self {
        Self { label, note: None }
    }

    /// The line below.
    pub const fn note(mut self, note: Note<'a>) -> Self {
        self.note = Some(note);
        self
    }

    /// Shows label, input with its eye, and note.
    pub fn show(self, ui: &mut Ui, text: &mut SecretText) -> Response {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let label = field_label(ui, self.label, false);
            let key = ui.make_persistent_id((self.label, "shown until"));
            let now = ui.input(|input| input.time);
            let until = ui.data(|data| data.get_temp::<f64>(key)).unwrap_or(0.0);
            let shown = until > now;
            if shown {
                ui.ctx().request_repaint_after(Duration::from_secs_f64(until - now));
            }
            let response = Input::new(self.label).hidden(!shown).room(34.0).labelled_by(label.id).show(ui, text);

            let end = egui::Rect::from_min_size(ui.min_rect().right_bottom() - vec2(31.0, 30.0), vec2(28.0, 28.0));
            let mut corner = ui.new_child(UiBuilder::new().max_rect(end));
            let eye = if shown {
                Button::quiet_icon(Icon::EyeOff, t!("password-hide"))
            } else {
                Button::quiet_icon(Icon::Eye, t!("password-show"))
            };
            if eye.compact().show(&mut corner).clicked() {
                ui.data_mut(|data| data.insert_temp(key, if shown { 0.0 } else { now + SHOWN }));
            }
            if let Some(line) = self.note {
                note(ui, line);
            }
            response
        })
        .inner
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use secrecy::ExposeSecret as _;

    #[test]
    fn a_typed_password_is_handed_on_once_and_never_printed() {
        let mut typed = SecretText::default();
        typed.insert_text("planted-7Qx", CharIndex(0));
        assert_eq!(format!("{typed:?}"), "SecretText(…)");
        assert_eq!(typed.take().expose_secret(), "planted-7Qx");
        assert!(typed.is_empty());
    }
}
