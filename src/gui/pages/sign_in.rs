//! Signing in, over the page: the code and its page in the browser, or the field for the code of a device.

use std::time::Instant;

use eframe::egui::{Align, Context, Id, Key, Layout, Modal, OpenUrl, Ui, vec2};

use super::failure::failure;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::signing_in::{SigningIn, SigningInAsk, Wanted};
use crate::gui::state::State;
use crate::gui::theme::{BACKDROP, CONTROL, Font, tokens};
use crate::gui::widgets::{Button, Code, Language, Note, Password, code_block, popup, running_line};
use crate::text::t;

const WIDTH: f32 = 460.0;

/// Shows it over the window while a profile is being signed in.
pub fn dialog(context: &Context, state: &mut State, commands: &mut Commands) {
    let Some(signing_in) = &mut state.signing_in else { return };
    if std::mem::take(&mut signing_in.unopened)
        && let Some(Wanted::Confirm(code)) = signing_in.wanted.ready()
    {
        context.open_url(OpenUrl::new_tab(&code.page));
    }
    let room = context.content_rect().width() - 48.0;
    let modal = Modal::new(Id::unique("sign in")).frame(popup(context)).backdrop_color(BACKDROP).show(context, |ui| {
        ui.set_width(WIDTH.min(room) - 36.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        label(ui, &t!("sign-in-head", profile = signing_in.profile.as_str()), Font::Heading, tokens(ui).text);
        if signing_in.device().is_some() { by_device(ui, signing_in) } else { by_browser(ui, signing_in) }
    });
    let ask = if modal.should_close() { Some(SigningInAsk::Cancel) } else { modal.inner };
    commands.0.extend(ask.map(Command::SignIn));
}

fn by_browser(ui: &mut Ui, signing_in: &SigningIn) -> Option<SigningInAsk> {
    let code = match signing_in.wanted.ready() {
        Some(Wanted::Confirm(code)) => Some(code),
        _ => None,
    };
    if let Some(report) = signing_in.wanted.error() {
        failure(ui, report, |_| ());
    } else if let Some(code) = code {
        label(ui, t!("sign-in-text"), Font::Body, tokens(ui).text_muted);
        code_block(ui, Code::new(&code.code, Language::Text));
        running_line(ui, t!("sign-in-wait"));
    } else {
        running_line(ui, t!("sign-in-asking"));
    }
    let failed = signing_in.wanted.error().is_some();
    buttons(ui, |ui| {
        if let Some(code) = code.filter(|_| !failed) {
            if Button::primary(t!("sign-in-open")).icon(Icon::Globe).show(ui).clicked() {
                ui.ctx().open_url(OpenUrl::new_tab(&code.page));
            }
        } else if failed && Button::primary(t!("retry")).icon(Icon::RefreshCw).show(ui).clicked() {
            return Some(SigningInAsk::Begin(signing_in.profile.clone()));
        }
        None
    })
}

fn by_device(ui: &mut Ui, signing_in: &mut SigningIn) -> Option<SigningInAsk> {
    let serial = signing_in.device().map(|device| device.serial.clone()).unwrap_or_default();
    label(ui, &t!("sign-in-device", serial = serial), Font::Body, tokens(ui).text_muted);
    if let Some(report) = signing_in.wanted.error() {
        failure(ui, report, |_| ());
    }
    let waits = signing_in.wanted.waiting(Instant::now()).is_some();
    let mut entered = false;
    if waits {
        running_line(ui, t!("sign-in-checking"));
    } else {
        let mut field = Password::new(t!("sign-in-code"));
        if signing_in.misshapen {
            field = field.note(Note::Wrong(t!("code-shape"), None));
        }
        let response = field.show(ui, &mut signing_in.typed);
        entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        // It is the one thing to do here.
        if ui.memory(|memory| memory.focused().is_none()) && !entered {
            response.request_focus();
        }
    }
    buttons(ui, |ui| {
        let button = Button::primary(t!("sign-in-with-code")).enabled(!waits);
        (button.show(ui).clicked() || entered).then_some(SigningInAsk::Enter)
    })
}

/// What is to do, and the way out beside it.
fn buttons(ui: &mut Ui, main: impl FnOnce(&mut Ui) -> Option<SigningInAsk>) -> Option<SigningInAsk> {
    ui.add_space(8.0);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), CONTROL), Layout::right_to_left(Align::Center), |ui| {
        let ask = main(ui);
        if Button::quiet(t!("cancel")).show(ui).clicked() { Some(SigningInAsk::Cancel) } else { ask }
    })
    .inner
}
