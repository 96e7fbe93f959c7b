//! Choices that were not applied, kept in a file until they are applied or deleted.
//!
//! Choices hold no secret: a typed password lives in the window alone and is asked for again.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::steps::WizardStep;
use crate::domain::account::Account;
use crate::domain::choices::Choices;

/// Choices as they were left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The account they were made for.
    pub account: Account,
    /// When they were last changed, seconds since 1970.
    pub saved_at: u64,
    /// The page that was open.
    pub step: WizardStep,
    pub choices: Choices,
}

/// The folder of drafts.
#[derive(Debug, Clone)]
pub struct Drafts {
    folder: PathBuf,
}

impl Drafts {
    /// Drafts in `folder`, which is made when it is needed.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Writes a draft over the one at `path`, or as a new one, so that the old or the new one is on disk
    /// whatever happens.
    pub fn save(&self, draft: &Draft, path: Option<&Path>) -> io::Result<PathBuf> {
        std::fs::create_dir_all(&self.folder)?;
        let mut file = tempfile::Builder::new().prefix(".new-").suffix(".json").tempfile_in(&self.folder)?;
        file.write_all(crate::domain::json::pretty(draft).as_bytes())?;
        let path = match path {
            Some(path) => path.to_owned(),
            None => {
                let own = file.path().file_name().map(|name| name.to_string_lossy().replacen(".new-", "draft-", 1));
                self.folder.join(own.unwrap_or_default())
            }
        };
        file.persist(&path)?;
        Ok(path)
    }

    pub fn load(path: &Path) -> Result<Draft, String> {
        let text = crate::disk::given::text(path).map_err(|error| error.to_string())?;
        serde_json::from_str(&text).map_err(|error| error.to_string())
    }

    /// Every draft with its file, in no order; those that cannot be read with the reason.
    pub fn list(&self) -> Vec<(PathBuf, Result<Draft, String>)> {
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return Vec::new() };
        let is_draft = |path: &PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.starts_with("draft-") && name.ends_with(".json")
        };
        let files = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_draft);
        files.map(|path| (path.clone(), Self::load(&path))).collect()
    }
}
