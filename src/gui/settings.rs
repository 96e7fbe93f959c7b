//! What the window keeps between starts: its look, its size, and the account it was last used with.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use eframe::egui::{Context, ThemePreference, Vec2};
use serde::{Deserialize, Serialize};

use crate::accounts::Source;

const FILE: &str = "window.json";
/// egui itself zooms no further.
const ZOOM: std::ops::RangeInclusive<f32> = 0.2..=5.0;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: ThemePreference,
    pub zoom: f32,
    /// Width and height in points of the screen, so that zoom has no part in them. The size before the
    /// window was maximised.
    pub size: Option<[f32; 2]>,
    pub maximized: bool,
    pub account: Option<Last>,
}

/// The account of the last time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Last {
    Practice {
        scenario: String,
    },
    Profile {
        /// `None` is the default chain.
        name: Option<String>,
        /// The region picked over the profile's own.
        region: Option<String>,
    },
}

impl Last {
    pub fn new(source: &Source, region: Option<&str>) -> Self {
        match source {
            Source::Practice { scenario } => Self::Practice { scenario: scenario.clone() },
            Source::Profile { name } => Self::Profile { name: name.clone(), region: region.map(str::to_owned) },
            // Without the organization there is no way back to it at once.
            Source::Member { through, .. } => Self::new(through, None),
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: ThemePreference::System, zoom: 1.0, size: None, maximized: false, account: None }
    }
}

impl Settings {
    /// As they were kept in this folder; as new where there are none or none that can be read, for
    /// there is nothing in them that cannot be set again.
    pub fn load(folder: &Path) -> Self {
        let kept = crate::disk::given::text(&folder.join(FILE)).ok();
        kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    pub fn save(&self, folder: &Path) -> io::Result<PathBuf> {
        std::fs::create_dir_all(folder)?;
        let mut file = tempfile::Builder::new().prefix(".window-").tempfile_in(folder)?;
        file.write_all(crate::domain::json::pretty(self).as_bytes())?;
        let path = folder.join(FILE);
        file.persist(&path)?;
        Ok(path)
    }

    /// Only the window's size tells them apart.
    pub fn differ_in_size_alone(&self, other: &Self) -> bool {
        let same_size = Self { size: self.size, maximized: self.maximized, ..other.clone() };
        *self == same_size
    }

    /// Gives the window the look of the last time.
    pub fn apply(&self, context: &Context) {
        if self.theme != ThemePreference::System {
            context.set_theme(self.theme);
        }
        if self.zoom != 1.0 && ZOOM.contains(&self.zoom) {
            context.set_zoom_factor(self.zoom);
        }
    }

    /// Takes the look from the window as it is.
    pub fn observe(&mut self, context: &Context) {
        self.theme = context.options(|options| options.theme_preference);
        self.zoom = context.zoom_factor();
        let (size, maximized, covered) = context.input(|input| {
            let window = input.viewport();
            let maximized = window.maximized.unwrap_or_default();
            let covered = maximized || window.fullscreen.unwrap_or_default() || window.minimized.unwrap_or_default();
            // Not `inner_rect`, which is of the zoom before this frame.
            (input.viewport_rect().size(), maximized, covered)
        });
        self.maximized = maximized;
        if !covered && size.min_elem() > 0.0 {
            let Vec2 { x, y } = size * self.zoom;
            self.size = Some([x.round(), y.round()]);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_kept_is_there_again_and_what_cannot_be_read_is_as_new() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Settings::load(folder.path()), Settings::default());
        let settings = Settings {
            theme: ThemePreference::Light,
            zoom: 1.25,
            size: Some([1000.0, 700.0]),
            maximized: true,
            account: Some(Last::Profile { name: Some("acme".into()), region: Some("eu-central-1".into()) }),
        };
        let path = settings.save(folder.path()).unwrap();
        assert_eq!(Settings::load(folder.path()), settings);
        std::fs::write(&path, r#"{"zoom": 1.5, "of a newer version": 1}"#).unwrap();
        assert_eq!(Settings::load(folder.path()), Settings { zoom: 1.5, ..Settings::default() });
        std::fs::write(&path, "not json").unwrap();
        assert_eq!(Settings::load(folder.path()), Settings::default());
    }
}
