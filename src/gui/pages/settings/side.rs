//! The side of the settings in words: its sections, and how each is set.

use super::SettingsSection;
use crate::gui::icon::Icon;
use crate::gui::state::State;
use crate::gui::widgets::{Place, Places};
use crate::settings::ThemeChoice;
use crate::text::t;

/// Owns the words that [`Places`] borrows.
pub struct SettingsSide {
    rows: [(Icon, &'static str, String); 4],
    leave: &'static str,
    current: usize,
}

impl SettingsSide {
    pub fn now(state: &State) -> Self {
        let settings = &state.settings;
        let theme = match settings.theme {
            ThemeChoice::System => t!("theme-system"),
            ThemeChoice::Light => t!("theme-light"),
            ThemeChoice::Dark => t!("theme-dark"),
        };
        let look = format!("{theme} · {}", super::percent(settings.zoom));
        let load = t!("settings-load-value", count = settings.load.at_once);
        let data = t!("settings-data-value", count = state.setups.len());
        Self {
            rows: [
                (Icon::SunMoon, t!("settings-look"), look),
                (Icon::Timer, t!("settings-load"), load),
                (Icon::FolderOpen, t!("settings-data"), data),
                (Icon::FileText, t!("settings-support"), t!("settings-support-value").to_owned()),
            ],
            leave: if state.is_validating() { t!("settings-leave-door") } else { t!("settings-leave") },
            current: SettingsSection::ALL
                .iter()
                .position(|one| *one == state.pages.settings.section)
                .unwrap_or_default(),
        }
    }

    pub fn show<R>(&self, with: impl FnOnce(&Places<'_>) -> R) -> R {
        let places = self.rows.each_ref().map(|(icon, title, value)| Place { icon: *icon, title, value, locked: None });
        with(&Places {
            leave: self.leave,
            icon: Icon::Settings2,
            head: t!("settings-title"),
            facts: t!("settings-here"),
            places: &places,
            current: self.current,
            others_head: "",
            others: &[],
        })
    }
}
