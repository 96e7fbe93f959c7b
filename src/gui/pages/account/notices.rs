//! What the last start left to be told: settings that could not be read, and a crash.

use eframe::egui::Ui;

use crate::gui::command::{Command, Commands};
use crate::gui::icon::Icon;
use crate::gui::save::What;
use crate::gui::state::State;
use crate::gui::widgets::{Button, Callout, Sign};
use crate::text::t;

pub fn notices(ui: &mut Ui, state: &mut State, commands: &mut Commands) {
    if let Some(path) = &state.crash {
        let text = t!("crash-where", path = path.display().to_string());
        let seen = Callout::new(Sign::Warning, t!("crash-head"), &text).show_with(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let save = Button::secondary(t!("diagnostics-save-button")).icon(Icon::Package).compact();
            if save.show(ui).clicked() {
                commands.push(Command::Save { what: What::Diagnostics, place: None });
            }
            Button::quiet(t!("crash-seen")).compact().show(ui).clicked()
        });
        if seen {
            commands.push(Command::SeenCrash);
        }
        ui.add_space(8.0);
    }
    if let Some(aside) = &state.set_aside {
        let text = t!("settings-aside-text", path = aside.path.display().to_string(), why = aside.why.as_str());
        let seen = Callout::new(Sign::Warning, t!("settings-aside"), &text)
            .show_with(ui, |ui| Button::quiet(t!("close")).compact().show(ui).clicked());
        ui.add_space(8.0);
        if seen {
            state.set_aside = None;
        }
    }
}
