//! Why a run cannot begin or go on. A step that AWS refuses is no such error: it is an event
//! and an entry of the receipt.

use std::path::PathBuf;

use crate::text::{Sentence, t};

/// A run cannot begin or go on.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// Disk full, no right to write. What was done so far is in the last receipt on disk.
    #[error("{}", t!("error-receipt-not-saved", path = .path.display().to_string(), why = .source.to_string()))]
    NotSaved {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The file is missing or is something else.
    #[error("{}", t!("error-receipt-unreadable", path = .path.display().to_string(), why = .why))]
    NotAReceipt {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: Sentence,
    },
    /// Written by a newer program.
    #[error("{}", t!("error-receipt-newer", path = .path.display().to_string(), theirs = .theirs.to_string(), ours = .ours.to_string()))]
    NewerReceipt {
        /// The file.
        path: PathBuf,
        /// Its form.
        theirs: u32,
        /// The newest form known here.
        ours: u32,
    },
    /// The receipt is from another account, region or mode.
    #[error("{}", t!("error-receipt-other-account", theirs = .theirs, ours = .ours))]
    OtherAccount {
        /// The receipt's account, region and mode.
        theirs: String,
        /// The session's.
        ours: String,
    },
    /// Another run works on this setup.
    #[error("{}", t!(
        "error-run-busy",
        name = .name,
        pid = .pid.map_or_else(|| "none".to_owned(), |pid| pid.to_string()),
        receipt = .receipt.as_ref().map_or_else(|| "none".to_owned(), |path| path.display().to_string())
    ))]
    Busy {
        /// The setup.
        name: String,
        /// The other process.
        pid: Option<u32>,
        /// Its receipt.
        receipt: Option<PathBuf>,
    },
    /// The secret is to be made with a typed password, and none was given.
    #[error("{}", t!("error-run-password", secret = .secret))]
    PasswordNeeded {
        /// The secret's name.
        secret: String,
    },
    /// Undo has begun, so there is no way forward.
    #[error("{}", t!("error-run-undoing"))]
    Undoing,
    /// The run is undone already.
    #[error("{}", t!("error-run-undone"))]
    AlreadyUndone,
}
