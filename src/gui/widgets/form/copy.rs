//! Copy buttons that answer in place: "Copied" with a tick for a second and a half.

use std::time::Duration;

use eframe::egui::{self, Popup, Response, Ui};

use super::{Button, link, popup_frame};
use crate::gui::icon::Icon;
use crate::gui::theme::Font;
use crate::text::t;

const SHOWN: f64 = 1.5;

/// Copies `text`. `words` says what ("Copy", "Copy policy").
pub fn copy_button(ui: &mut Ui, words: &str, text: &str) -> Response {
    let copied = just_copied(ui, text);
    let button = if copied {
        Button::secondary(t!("copied")).icon(Icon::Check)
    } else {
        Button::secondary(words).icon(Icon::Copy)
    };
    act(ui, button.compact(), text)
}

/// The same where several buttons of a page say the same: `name` is read aloud.
pub fn copy_named(ui: &mut Ui, words: &str, name: &str, text: &str) -> Response {
    if just_copied(ui, text) {
        return copy_button(ui, words, text);
    }
    act(ui, Button::secondary(words).icon(Icon::Copy).named(name).compact(), text)
}

/// The same without a frame, for the end of a row of tabs.
pub fn copy_quiet(ui: &mut Ui, words: &str, text: &str) -> Response {
    let (icon, words) = if just_copied(ui, text) { (Icon::Check, t!("copied")) } else { (Icon::Copy, words) };
    act(ui, Button::quiet(words).icon(icon).compact(), text)
}

/// The small form beside an id: an icon, named `name` for who cannot see it.
pub fn copy_icon(ui: &mut Ui, name: &str, text: &str) -> Response {
    let copied = just_copied(ui, text);
    let button =
        if copied { Button::quiet_icon(Icon::Check, t!("copied")) } else { Button::quiet_icon(Icon::Copy, name) };
    act(ui, button.compact(), text)
}

/// The same as a link, inside small text.
pub fn copy_link(ui: &mut Ui, words: &str, text: &str) -> Response {
    let words = if just_copied(ui, text) { t!("copied") } else { words };
    let response = link(ui, words, Font::Small);
    if response.clicked() {
        copy(ui, text);
    }
    response
}

/// The same for what takes a while to make: `text` is asked for only when it is clicked. What is not there is
/// not copied.
pub fn copy_made(ui: &mut Ui, words: &str, text: impl FnOnce() -> Option<String>) -> Response {
    let copied = just_copied(ui, words);
    let button = match copied {
        true => Button::secondary(t!("copied")).icon(Icon::Check),
        false => Button::secondary(words).icon(Icon::Copy),
    };
    let response = button.compact().show(ui);
    if response.clicked()
        && let Some(text) = text()
    {
        ui.copy_text(text);
        remember(ui, words);
    }
    response
}

/// A way to copy a thing.
pub struct CopyWay<'a> {
    /// What it is copied as: "Markdown".
    pub name: &'a str,
    /// Makes it, when it is wanted.
    pub text: &'a dyn Fn() -> String,
}

/// A menu of ways to copy one thing; `name` is read aloud, and `words` stand on its button where there is room
/// for them.
pub fn copy_as(ui: &mut Ui, words: Option<&str>, name: &str, ways: &[CopyWay<'_>]) {
    let copied = just_copied(ui, name);
    let button = match (copied, words) {
        (true, None) => Button::quiet_icon(Icon::Check, t!("copied")),
        (true, Some(_)) => Button::secondary(t!("copied")).icon(Icon::Check),
        (false, None) => Button::quiet_icon(Icon::Copy, name),
        (false, Some(words)) => Button::secondary(words).icon(Icon::Copy).trailing(Icon::ChevronDown).named(name),
    };
    let response = button.compact().show(ui);
    Popup::menu(&response).frame(popup_frame(ui)).show(|ui| {
        ui.set_width(150.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        for way in ways {
            if Button::quiet(way.name).width(150.0).compact().show(ui).clicked() {
                ui.copy_text((way.text)());
                remember(ui, name);
                ui.close();
            }
        }
    });
}

fn act(ui: &mut Ui, button: Button<'_>, text: &str) -> Response {
    let response = button.show(ui);
    if response.clicked() {
        copy(ui, text);
    }
    response
}

fn copy(ui: &Ui, text: &str) {
    ui.copy_text(text.to_owned());
    remember(ui, text);
}

/// It says "Copied" for a moment.
fn remember(ui: &Ui, text: &str) {
    let now = ui.input(|input| input.time);
    ui.data_mut(|data| data.insert_temp(key(text), now));
}

/// Where the moment of the last copy of this text is kept: the same in every place that offers it.
fn key(text: &str) -> egui::Id {
    egui::Id::unique(("copied", text))
}

fn just_copied(ui: &Ui, text: &str) -> bool {
    let Some(at) = ui.data(|data| data.get_temp::<f64>(key(text))) else {
        return false;
    };
    let left = at + SHOWN - ui.input(|input| input.time);
    if left > 0.0 {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
    }
    left > 0.0
}
