//! What a person has set, and what the window keeps of the last time: one file in the data folder.
//!
//! Each command and the window read the same file; only the window writes it.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::accounts::Source;
use crate::disk::{given, private};
use crate::domain::json::pretty;
use crate::load::Bounds;
use crate::text::Language;

/// Its name in the data folder.
pub const FILE: &str = "settings.json";

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: ThemeChoice,
    /// `None` is the system's.
    pub language: Option<Language>,
    /// Size of everything in the window; 1 is the usual one.
    pub zoom: f32,
    pub high_contrast: bool,
    pub reduced_motion: bool,
    /// The most that a load may ask for.
    pub load: Bounds,
    pub log: LogLevel,
    /// Width and height in points of the screen, so that zoom has no part in them. The size before the
    /// window was maximised.
    pub size: Option<[f32; 2]>,
    pub maximized: bool,
    pub account: Option<Last>,
    /// Where a file was saved last.
    pub save_folder: Option<String>,
    /// The file that says which findings are accepted.
    pub baseline_file: Option<String>,
    /// The name of the newest report of a crash that was seen.
    pub seen_report: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// How much is written into the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogLevel {
    Off,
    /// What went wrong.
    Problems,
    /// And every change of an account.
    #[default]
    Changes,
    /// And every read.
    Everything,
}

impl LogLevel {
    pub const ALL: [Self; 4] = [Self::Off, Self::Problems, Self::Changes, Self::Everything];
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
        Self {
            theme: ThemeChoice::System,
            language: None,
            zoom: 1.0,
            high_contrast: false,
            reduced_motion: false,
            load: Bounds::default(),
            log: LogLevel::default(),
            size: None,
            maximized: false,
            account: None,
            save_folder: None,
            baseline_file: None,
            seen_report: None,
        }
    }
}

/// A file of settings that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Where it is now, as it was.
    pub path: PathBuf,
    /// Why it cannot be read.
    pub why: String,
}

impl Settings {
    /// As they are kept in this folder; as new where there are none or none that can be read.
    pub fn load(folder: &Path) -> Self {
        Self::read(&folder.join(FILE)).unwrap_or_default()
    }

    /// The same; a file that cannot be read is set aside first, so that the next one is not written over it.
    pub fn open(folder: &Path) -> (Self, Option<SetAside>) {
        let path = folder.join(FILE);
        match Self::read(&path) {
            Ok(settings) => (settings, None),
            Err(why) => {
                let aside = free(folder);
                let moved = std::fs::rename(&path, &aside);
                (Self::default(), Some(SetAside { path: moved.map_or(path, |()| aside), why }))
            }
        }
    }

    fn read(path: &Path) -> Result<Self, String> {
        match given::text(path) {
            Ok(text) => serde_json::from_str(&text).map_err(|error| error.to_string()),
            Err(given::FileError::Io(error)) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error.to_string()),
        }
    }

    /// Writes them so that the old or the new file is there, whatever happens.
    pub fn save(&self, folder: &Path) -> io::Result<()> {
        private::folder(folder)?;
        private::replace(&folder.join(FILE), ".settings-", pretty(self).as_bytes())
    }

    /// Only the window's size tells them apart.
    pub fn differ_in_size_alone(&self, other: &Self) -> bool {
        let same_size = Self { size: self.size, maximized: self.maximized, ..other.clone() };
        *self == same_size
    }

    /// What can be set on the settings page as it is at first; the rest stays.
    pub fn reset(&mut self) {
        let kept = std::mem::take(self);
        *self = Self {
            size: kept.size,
            maximized: kept.maximized,
            account: kept.account,
            save_folder: kept.save_folder,
            baseline_file: kept.baseline_file,
            seen_report: kept.seen_report,
            ..Self::default()
        };
    }

    /// Without what says whose machine and account this is.
    pub fn anonymous(&self) -> Self {
        Self { account: None, save_folder: None, baseline_file: None, seen_report: None, ..self.clone() }
    }
}

/// A name that no file has.
fn free(folder: &Path) -> PathBuf {
    let named = |nth: u32| folder.join(format!("settings-unreadable-{nth}.json"));
    (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(0))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_kept_is_there_again() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Settings::open(folder.path()), (Settings::default(), None));
        let settings = Settings {
            theme: ThemeChoice::Light,
            zoom: 1.25,
            size: Some([1000.0, 700.0]),
            maximized: true,
            high_contrast: true,
            log: LogLevel::Everything,
            load: Bounds { at_once: 20, ..Bounds::default() },
            account: Some(Last::Profile { name: Some("acme".into()), region: Some("eu-central-1".into()) }),
            save_folder: Some("/srv/out".into()),
            baseline_file: Some("~/accepted.toml".into()),
            ..Settings::default()
        };
        settings.save(folder.path()).unwrap();
        assert_eq!(Settings::open(folder.path()), (settings.clone(), None));
        let anonymous = settings.anonymous();
        assert_eq!((anonymous.account, anonymous.baseline_file), (None, None));
        let path = folder.path().join(FILE);
        std::fs::write(&path, r#"{"zoom": 1.5, "of a newer version": 1}"#).unwrap();
        assert_eq!(Settings::load(folder.path()), Settings { zoom: 1.5, ..Settings::default() });
    }

    #[test]
    fn what_cannot_be_read_is_set_aside_as_it_was_each_time() {
        let folder = tempfile::tempdir().unwrap();
        for (nth, text) in ["not json", r#"{"zoom": "large"}"#].into_iter().enumerate() {
            std::fs::write(folder.path().join(FILE), text).unwrap();
            assert_eq!(Settings::load(folder.path()), Settings::default());
            let (settings, aside) = Settings::open(folder.path());
            let aside = aside.unwrap();
            assert_eq!(settings, Settings::default());
            assert!(aside.path.ends_with(format!("settings-unreadable-{}.json", nth + 1)), "{aside:?}");
            assert_eq!(std::fs::read_to_string(&aside.path).unwrap(), text);
            settings.save(folder.path()).unwrap();
            assert_eq!(Settings::open(folder.path()), (settings, None));
        }
    }
}
