//! The folder that everything goes to, and how the files stand to it.

use std::time::{Duration, Instant};

use eframe::egui::{Align, Frame, Layout, Margin, Ui, vec2};

use super::Look;
use crate::export::StandingId;
use crate::gui::app::tick;
use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::rich::{Fit, galley, label};
use crate::gui::theme::{Font, tokens};
use crate::gui::widgets::{Button, Input, InputState, Sign, hairline, sign_line};
use crate::text::t;

/// Height of the row, and of the reason below it where the folder could not be read.
pub fn height(look: &Look) -> f32 {
    if look.against.rows.error().is_some() { 92.0 } else { 52.0 }
}

pub fn row(ui: &mut Ui, look: &mut Look, commands: &mut Commands) {
    let colors = tokens(ui);
    hairline(ui);
    if look.against.rows.waiting(Instant::now()).is_some() {
        tick(ui, Duration::from_millis(300));
    }
    let words = standing(look);
    let failed = look.against.rows.error().is_some();
    Frame::NONE.inner_margin(Margin { left: 20, right: 16, top: 9, bottom: 9 }).show(ui, |ui| {
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 32.0), Layout::right_to_left(Align::Center), |ui| {
            if Button::secondary(t!("export-change-folder")).show(ui).clicked() {
                commands.push(Command::PickExportFolder);
            }
            if !look.folder.trim().is_empty()
                && Button::quiet_icon(Icon::RefreshCw, t!("export-read-again")).show(ui).clicked()
            {
                commands.push(Command::CompareExport);
            }
            if !words.is_empty() {
                // The field keeps room for a path.
                let room = ui.available_width() - 160.0;
                let width = galley(ui, &words, Font::Small, colors.text_muted, Fit::Line).size().x;
                if width <= room {
                    label(ui, &words, Font::Small, colors.text_muted);
                }
            }
            let width = ui.available_width();
            let state = if failed { InputState::Bad } else { InputState::Fine };
            let input = Input::new(t!("export-folder")).icon(Icon::FolderOpen).hint(t!("export-folder-hint"));
            input.state(state).width(width).show(ui, &mut look.folder);
        });
        if let Some(report) = look.against.rows.error() {
            ui.add_space(6.0);
            let why = report.causes.first().cloned().unwrap_or_default();
            sign_line(ui, Sign::Error, &t!("label-and-text", label = &report.title, text = why));
        }
    });
}

/// "25 new or equal, 2 differ"; that it is being read, once that takes a while.
fn standing(look: &Look) -> String {
    let against = &look.against;
    if against.rows.waiting(Instant::now()).is_some_and(|time| time.as_millis() > 300) {
        return t!("export-reading").to_owned();
    }
    if against.rows.value().is_none() || against.rows.error().is_some() {
        return String::new();
    }
    let [new, equal, differ] = [StandingId::New, StandingId::Equal, StandingId::Differs].map(|id| against.count(id));
    if differ == 0 && new == 0 {
        return t!("export-all-equal").to_owned();
    }
    t!("export-standing", rest = new + equal, differ = differ)
}
