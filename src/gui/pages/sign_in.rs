//! Signing in, over the page: the code, its page in the browser, and that it is waited for.

use eframe::egui::{Align, Context, Id, Layout, Modal, OpenUrl, Ui, vec2};

use super::failure::failure;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::signing_in::{Ask, SigningIn};
use crate::gui::state::State;
use crate::gui::theme::{BACKDROP, CONTROL, Font, tokens};
use crate::gui::widgets::{Button, Code, Language, Sign, code_block, popup, sign_line};
use crate::text::t;

const WIDTH: f32 = 460.0;

/// Shows it over the window while a profile is being signed in.
pub fn dialog(context: &Context, state: &mut State, commands: &mut Commands) {
    let Some(signing_in) = &mut state.signing_in else { return };
    if std::mem::take(&mut signing_in.unopened)
        && let Some(code) = signing_in.code.ready()
    {
        context.open_url(OpenUrl::new_tab(&code.page));
    }
    let room = context.content_rect().width() - 48.0;
    let modal = Modal::new(Id::unique("sign in")).frame(popup(context)).backdrop_color(BACKDROP).show(context, |ui| {
        ui.set_width(WIDTH.min(room) - 36.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        content(ui, signing_in)
    });
    let ask = if modal.should_close() { Some(Ask::Cancel) } else { modal.inner };
    commands.0.extend(ask.map(Command::SignIn));
}

fn content(ui: &mut Ui, signing_in: &SigningIn) -> Option<Ask> {
    let colors = tokens(ui);
    let profile = signing_in.profile.as_str();
    label(ui, &t!("sign-in-head", profile = profile), Font::Heading, colors.text);
    let code = signing_in.code.ready();
    if let Some(report) = signing_in.code.error() {
        failure(ui, report, |_| ());
    } else if let Some(code) = code {
        label(ui, t!("sign-in-text"), Font::Body, colors.text_muted);
        code_block(ui, Code::new(&code.code, Language::Text));
        sign_line(ui, Sign::Running, t!("sign-in-wait"));
    } else {
        sign_line(ui, Sign::Running, t!("sign-in-asking"));
    }
    ui.add_space(8.0);
    let failed = signing_in.code.error().is_some();
    let mut ask = None;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), CONTROL), Layout::right_to_left(Align::Center), |ui| {
        if let Some(code) = code.filter(|_| !failed) {
            if Button::primary(t!("sign-in-open")).icon(Icon::Globe).show(ui).clicked() {
                ui.ctx().open_url(OpenUrl::new_tab(&code.page));
            }
        } else if failed && Button::primary(t!("retry")).icon(Icon::RefreshCw).show(ui).clicked() {
            ask = Some(Ask::Begin(profile.to_owned()));
        }
        if Button::quiet(t!("cancel")).show(ui).clicked() {
            ask = Some(Ask::Cancel);
        }
    });
    ask
}
