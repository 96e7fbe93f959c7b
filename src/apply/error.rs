//! Why a run cannot begin or go on. A step that AWS refuses is no such error: it is an event
//! and an entry of the receipt.

use std::path::PathBuf;

/// A run cannot begin or go on.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// Disk full, no right to write. What was done so far is in the last receipt on disk.
    #[error("the receipt `{}` could not be written, so nothing more was changed: {source}", .path.display())]
    NotSaved {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The file is missing or is something else.
    #[error("`{}` is not a receipt that can be read: {why}", .path.display())]
    NotAReceipt {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// Written by a newer program.
    #[error("the receipt `{}` has form {theirs}, this program knows up to {ours}; update it and try again", .path.display())]
    NewerReceipt {
        /// The file.
        path: PathBuf,
        /// Its form.
        theirs: u32,
        /// The newest form known here.
        ours: u32,
    },
    /// The receipt is from another account, region or mode.
    #[error("the receipt belongs to {theirs}, and this session is connected to {ours}")]
    OtherAccount {
        /// The receipt's account, region and mode.
        theirs: String,
        /// The session's.
        ours: String,
    },
    /// Another run works on this setup.
    #[error(
        "`{name}` is being worked on by {}{}; wait for it or stop it first",
        .pid.map_or_else(|| "another process".to_owned(), |pid| format!("process {pid}")),
        .receipt.as_ref().map(|path| format!(" (receipt `{}`)", path.display())).unwrap_or_default()
    )]
    Busy {
        /// The setup.
        name: String,
        /// The other process.
        pid: Option<u32>,
        /// Its receipt.
        receipt: Option<PathBuf>,
    },
    /// The secret is to be made with a typed password, and none was given.
    #[error("the password for the secret `{secret}` is needed again: it is never kept in a receipt")]
    PasswordNeeded {
        /// The secret's name.
        secret: String,
    },
    /// Undo has begun, so there is no way forward.
    #[error("the run is being undone; finish undoing it, then apply again")]
    Undoing,
    /// The run is undone already.
    #[error("the run is undone already")]
    AlreadyUndone,
}
