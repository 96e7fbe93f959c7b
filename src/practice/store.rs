//! The account's state in a file, so that it lives from one command to the next.
//!
//! Written whole and atomically: a reader sees the old state or the new one. Secret values are
//! not in [`State`], so they cannot be in the file.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::state::{FORMAT, State};
use crate::cloud::{CloudError, ErrorKind};

/// The state file is not usable.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It could not be read.
    #[error("the practice account's state `{}` could not be read: {cause}", .path.display())]
    Read { path: PathBuf, cause: std::io::Error },
    /// It is not a state file.
    #[error("`{}` is not a state of the practice account: {cause}", .path.display())]
    NotAState { path: PathBuf, cause: serde_json::Error },
    /// Written by another version of the program.
    #[error("`{}` has format {found}, this program reads {FORMAT}", .path.display())]
    OtherFormat { path: PathBuf, found: u64 },
    /// It could not be written.
    #[error("the practice account's state `{}` could not be written: {cause}", .path.display())]
    Write { path: PathBuf, cause: std::io::Error },
    /// No scenario has this name.
    #[error("there is no practice scenario `{name}`; there are {}", .known.join(", "))]
    NoSuchScenario { name: String, known: Vec<&'static str> },
    /// The rows that come with the program are broken; a test sees to it that they are not.
    #[error("the practice company cannot be read: {0}")]
    BrokenRows(#[from] toml::de::Error),
}

impl From<StoreError> for CloudError {
    fn from(error: StoreError) -> Self {
        let kind = match error {
            StoreError::NoSuchScenario { .. } => ErrorKind::Refused,
            _ => ErrorKind::Unexpected,
        };
        Self::new(kind, "open the practice account", error.to_string())
    }
}

/// Reads the state, `None` where there is no file yet.
pub fn load(path: &Path) -> Result<Option<State>, StoreError> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(StoreError::Read { path: path.to_owned(), cause }),
    };
    let not_a_state = |cause| StoreError::NotAState { path: path.to_owned(), cause };
    let value: serde_json::Value = serde_json::from_str(&text).map_err(not_a_state)?;
    match value.get("format").and_then(serde_json::Value::as_u64) {
        Some(found) if found != u64::from(FORMAT) => Err(StoreError::OtherFormat { path: path.to_owned(), found }),
        _ => serde_json::from_value(value).map(Some).map_err(not_a_state),
    }
}

/// Replaces the file by this state.
pub fn save(path: &Path, state: &State) -> Result<(), StoreError> {
    let write = || -> std::io::Result<()> {
        let folder = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(serde_json::to_string(state)?.as_bytes())?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(|cause| StoreError::Write { path: path.to_owned(), cause })
}
