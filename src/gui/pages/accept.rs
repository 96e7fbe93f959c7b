//! Accepting a finding, over the page: by whom, why, until when, and in which file. Or the file alone.

use eframe::egui::{Align, Context, Id, Layout, Modal, Ui, vec2};

use super::failure::failure;
use crate::gui::accepting::{Accepting, AcceptingAsk, AcceptingStage};
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::rich::label;
use crate::gui::state::State;
use crate::gui::theme::{BACKDROP, CONTROL, Font, tokens};
use crate::gui::widgets::{Button, Field, Note, popup};
use crate::rules::{Rule, rule};
use crate::text::t;

const WIDTH: f32 = 520.0;

/// Shows it over the window while it is asked.
pub fn dialog(context: &Context, state: &mut State, commands: &mut Commands) {
    let is_used = !state.accepted.file.is_empty();
    let Some(asking) = &mut state.accepted.asking else { return };
    let room = context.content_rect().width() - 48.0;
    let modal = Modal::new(Id::unique("accept")).frame(popup(context)).backdrop_color(BACKDROP).show(context, |ui| {
        ui.set_width(WIDTH.min(room) - 36.0);
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        question(ui, asking, is_used)
    });
    asking.fresh = false;
    let ask = if modal.should_close() { Some(AcceptingAsk::Close) } else { modal.inner };
    commands.0.extend(ask.map(Command::Accept));
}

fn question(ui: &mut Ui, asking: &mut Accepting, is_used: bool) -> Option<AcceptingAsk> {
    let colors = tokens(ui);
    let fresh = asking.fresh;
    let head = if asking.acceptance.is_some() { t!("accept-head") } else { t!("accept-file-head") };
    label(ui, head, Font::Heading, colors.text);
    if let Some(acceptance) = &mut asking.acceptance {
        let title = rule(&acceptance.rule).map_or("", Rule::title);
        label(ui, title, Font::Strong, colors.text);
        label(ui, &t!("accept-of", proxy = acceptance.at.to_string()), Font::Dense, colors.text_muted);
        label(ui, t!("accept-text"), Font::Body, colors.text_muted);
        let by = Field::new(t!("accept-by")).show(ui, &mut acceptance.by);
        let why = Field::new(t!("accept-why")).show(ui, &mut acceptance.why);
        if fresh {
            if acceptance.by.is_empty() { by.response.request_focus() } else { why.response.request_focus() }
        }
        Field::new(t!("accept-until"))
            .input(|input| input.width(160.0).hint("2027-03-31"))
            .note(Note::Why(t!("accept-until-why")))
            .show(ui, &mut acceptance.until);
    } else {
        label(ui, t!("accept-file-text"), Font::Body, colors.text_muted);
    }
    if let AcceptingStage::Failed(report) = &asking.stage {
        failure(ui, report, |_| ());
    }
    let note = if asking.acceptance.is_some() { t!("accept-file-why") } else { "" };
    let field = Field::new(t!("accept-file")).input(|input| input.icon(Icon::FolderOpen));
    let field = if note.is_empty() { field } else { field.note(Note::Why(note)) };
    let field = field.show(ui, &mut asking.file);
    if fresh && asking.acceptance.is_none() {
        field.response.request_focus();
    }
    ui.add_space(8.0);
    let mut ask = None;
    let whole = asking.acceptance.as_ref().is_none_or(|acceptance| {
        [&acceptance.by, &acceptance.why, &acceptance.until].iter().all(|typed| !typed.trim().is_empty())
    });
    let ready = whole && !asking.file.trim().is_empty() && asking.stage != AcceptingStage::Working;
    let words = if asking.acceptance.is_some() { t!("accept-yes") } else { t!("accept-use") };
    ui.allocate_ui_with_layout(vec2(ui.available_width(), CONTROL), Layout::right_to_left(Align::Center), |ui| {
        if Button::primary(words).enabled(ready).show(ui).clicked() {
            ask = Some(AcceptingAsk::Go);
        }
        if Button::quiet(t!("cancel")).show(ui).clicked() {
            ask = Some(AcceptingAsk::Close);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if Button::secondary(t!("save-browse")).icon(Icon::FolderOpen).show(ui).clicked() {
                ask = Some(AcceptingAsk::Browse);
            }
            let none = is_used && asking.acceptance.is_none();
            if none && Button::quiet(t!("accept-no-file")).show(ui).on_hover_text(t!("accept-no-file-why")).clicked() {
                ask = Some(AcceptingAsk::NoFile);
            }
        });
    });
    ask
}
