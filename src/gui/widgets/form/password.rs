//! A password field: dots, an eye that shows it for half a minute, and a buffer that forgets.

use std::fmt;
use std::ops::Range;
use std::time::Duration;

use eframe::egui::text::CharIndex;
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{self, Event, Response, TextBuffer, Ui, UiBuilder, vec2};
use secrecy::SecretString;
use secrecy::zeroize::{Zeroize, Zeroizing};

use super::field::field_label;
use super::{Button, Input, Note, note};
use crate::gui::icon::Icon;
use crate::text::t;

/// Seconds after which a shown password hides itself.
const SHOWN: f64 = 30.0;

/// Bytes that are there from the start: a buffer that grows leaves copies of itself behind.
const ROOM: usize = 1024;
const DOT: char = '•';

/// What is being typed into a password field. Never printed; wiped when it is dropped.
///
/// A text field of egui keeps what it is given: for undo, for what changed, for those who listen.
/// So while the password is hidden it is given dots, one for each character.
#[derive(Default)]
pub struct SecretText {
    text: Zeroizing<String>,
    dots: String,
    shown: bool,
}

impl SecretText {
    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Number of characters typed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.text.chars().count()
    }

    /// Hands the password on and leaves the field empty.
    #[must_use]
    pub fn take(&mut self) -> SecretString {
        let text = std::mem::take(&mut self.text);
        self.dots.clear();
        SecretString::from(text.as_str())
    }

    fn dot(&mut self) {
        let count = self.len();
        self.dots.clear();
        self.dots.extend(std::iter::repeat_n(DOT, count));
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
        if self.shown { &self.text } else { &self.dots }
    }

    fn insert_text(&mut self, text: &str, char_index: CharIndex) -> usize {
        let wanted = self.text.len() + text.len();
        if wanted > self.text.capacity() {
            let mut larger = Zeroizing::new(String::with_capacity(wanted.max(ROOM).next_power_of_two()));
            larger.push_str(&self.text);
            self.text = larger;
        }
        let inserted = self.text.insert_text(text, char_index);
        self.dot();
        inserted
    }

    fn delete_char_range(&mut self, char_range: Range<CharIndex>) {
        self.text.delete_char_range(char_range);
        self.dot();
    }

    /// Undo and redo put back what the field was given: dots. A password is typed anew instead.
    fn replace_with(&mut self, _text: &str) {}

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
            text.shown = shown;
            let response = Input::new(self.label).hidden(!shown).room(34.0).labelled_by(label.id).show(ui, text);

            forget(ui, &response);

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

/// Wipes what the window keeps of the typing: the events of this frame, and what undo would put back
/// of a password that was shown.
fn forget(ui: &Ui, field: &Response) {
    if field.has_focus() {
        ui.input_mut(|input| {
            for event in &mut input.events {
                if let Event::Text(text) | Event::Paste(text) = event {
                    text.zeroize();
                }
            }
        });
    }
    if let Some(mut state) = TextEditState::load(ui.ctx(), field.id) {
        state.clear_undoer();
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

    #[test]
    fn a_field_is_given_dots_until_the_password_is_shown() {
        let mut typed = SecretText::default();
        typed.insert_text("plänted", CharIndex(0));
        typed.insert_text("-7Qx", CharIndex(7));
        assert_eq!((typed.as_str(), typed.len()), ("•••••••••••", 11));
        typed.replace_with("••");
        typed.delete_char_range(CharIndex(0)..CharIndex(2));
        typed.shown = true;
        assert_eq!(typed.as_str(), "änted-7Qx");
        assert!(!typed.take().expose_secret().is_empty());
        typed.shown = false;
        assert_eq!(typed.as_str(), "");
    }
}
