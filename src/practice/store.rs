//! The account's state in a file, so that it lives from one command to the next.
//!
//! Written whole and atomically: a reader sees the old state or the new one. Two processes that
//! change it take turns. Secret values are not in [`State`], so they cannot be in the file.
//! Beside it lies a small file with the account's time, which moves on without any change.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::state::{FORMAT, State};
use crate::cloud::{CloudError, ErrorKind, operation};
use crate::disk::given::{self, FileError};
use crate::disk::private;
use crate::text::{series, t};

/// How the name of a file begins that is being written; a program that is killed leaves it.
fn draft_prefix(path: &Path) -> String {
    format!(".{}.draft-", path.file_stem().unwrap_or_default().to_string_lossy())
}

/// The state file is not usable.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It could not be read.
    #[error("{}", t!("error-practice-read", path = .path.display().to_string(), why = .cause.to_string()))]
    Read { path: PathBuf, cause: FileError },
    /// It is not a state file.
    #[error("{}", t!("error-practice-not-a-state", path = .path.display().to_string(), why = .cause.to_string()))]
    NotAState { path: PathBuf, cause: serde_json::Error },
    /// Written by another version of the program.
    #[error("{}", t!("error-practice-format", path = .path.display().to_string(), found = .found.to_string(), ours = FORMAT.to_string()))]
    OtherFormat { path: PathBuf, found: u64 },
    /// It could not be written.
    #[error("{}", t!("error-practice-write", path = .path.display().to_string(), why = .cause.to_string()))]
    Write { path: PathBuf, cause: std::io::Error },
    /// No scenario has this name.
    #[error("{}", t!("error-practice-scenario", name = .name, known = series(.known)))]
    NoSuchScenario { name: String, known: Vec<&'static str> },
    /// The rows that come with the program are broken; a test sees to it that they are not.
    #[error("{}", t!("error-practice-rows", why = .0.to_string()))]
    BrokenRows(#[from] toml::de::Error),
}

impl From<StoreError> for CloudError {
    fn from(error: StoreError) -> Self {
        let kind = match error {
            StoreError::NoSuchScenario { .. } => ErrorKind::Refused,
            _ => ErrorKind::Unexpected,
        };
        Self::new(kind, operation::OPEN_PRACTICE, error.to_string())
    }
}

/// Reads the state, `None` where there is no file yet.
pub fn load(path: &Path) -> Result<Option<State>, StoreError> {
    let text = match given::text(path) {
        Ok(text) => text,
        Err(FileError::Io(cause)) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(StoreError::Read { path: path.to_owned(), cause }),
    };
    let not_a_state = |cause| StoreError::NotAState { path: path.to_owned(), cause };
    let value: serde_json::Value = serde_json::from_str(&text).map_err(not_a_state)?;
    match value.get("format").and_then(serde_json::Value::as_u64) {
        Some(found) if found != u64::from(FORMAT) => Err(StoreError::OtherFormat { path: path.to_owned(), found }),
        _ => serde_json::from_value(value).map(Some).map_err(not_a_state),
    }
}

/// Closes the files of the folder to others, and removes what killed programs left. In
/// one's turn only: a state is written in no other.
pub fn tidy(path: &Path) {
    let folder = path.parent().unwrap_or(Path::new("."));
    private::files(folder);
    let prefix = draft_prefix(path);
    let drafts = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for draft in drafts.filter(|entry| entry.file_name().to_string_lossy().starts_with(&prefix)) {
        let _ = std::fs::remove_file(draft.path());
    }
}

/// Replaces the file by this state.
pub fn save(path: &Path, state: &State) -> Result<(), StoreError> {
    let write = || -> std::io::Result<()> {
        let mut file = private::draft(path, &draft_prefix(path))?;
        file.write_all(serde_json::to_string(state)?.as_bytes())?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(|cause| StoreError::Write { path: path.to_owned(), cause })
}

/// Does `change` while no other process does.
pub fn exclusively<T>(path: &Path, change: impl FnOnce() -> T) -> Result<T, StoreError> {
    let failed = |cause| StoreError::Write { path: path.to_owned(), cause };
    private::folder(path.parent().unwrap_or(Path::new("."))).map_err(failed)?;
    let file = private::lock_file(&path.with_extension("lock")).map_err(failed)?;
    let mut lock = fd_lock::RwLock::new(file);
    let _turn = lock.write().map_err(failed)?;
    Ok(change())
}

/// When the file was last replaced.
pub fn stamp(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}

/// The account's time when it was last looked at.
pub fn load_time(path: &Path) -> Option<u64> {
    std::fs::read_to_string(path.with_extension("time")).ok()?.trim().parse().ok()
}

/// Keeps the account's time. A failure costs some simulated minutes, so it is no error.
pub fn save_time(path: &Path, now: u64) {
    let _ = private::replace(&path.with_extension("time"), &draft_prefix(path), now.to_string().as_bytes());
}
