//! A file over the window: dragged, dropped, or not what could be opened.

use eframe::egui::{Context, Id, Modal};

use super::failure::failure;
use crate::gui::command::{Command, Commands};
use crate::gui::state::State;
use crate::gui::theme::BACKDROP;
use crate::gui::widgets::{Button, drop_over, popup};
use crate::text::t;

pub fn dialog(context: &Context, state: &mut State, commands: &mut Commands) {
    let (dropped, hovered) = context.input(|input| {
        let dropped = input.raw.dropped_files.first().map(|file| file.path().to_owned());
        (dropped, !input.raw.hovered_files.is_empty())
    });
    if let Some(path) = dropped {
        commands.push(Command::OpenProject(path));
    } else if hovered {
        drop_over(context, t!("project-drop-here"));
    }
    let Some(report) = &state.project_error else { return };
    let width = (context.content_rect().width() - 48.0).min(560.0) - 36.0;
    let modal = Modal::new(Id::unique("a file that was given")).frame(popup(context)).backdrop_color(BACKDROP);
    let shown = modal.show(context, |ui| {
        ui.set_width(width);
        failure(ui, report, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let other = Button::secondary(t!("project-choose-other")).compact().show(ui).clicked();
            (Button::quiet(t!("close")).compact().show(ui).clicked(), other)
        })
    });
    let (closed, other) = shown.inner;
    if closed || other || shown.should_close() {
        state.project_error = None;
    }
    if other {
        commands.push(Command::PickProject);
    }
}
