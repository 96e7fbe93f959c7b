//! The folder of receipts: atomic writes, the list of open runs, and the lock that keeps two
//! runs off one setup.

use serde::{Deserialize, Serialize};
use std::fs::{File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::error::ApplyError;
use super::receipt::{Receipt, RunState, VERSION};
use crate::disk::given;
use crate::disk::private;
use crate::domain::account::{Account, Mode};
use crate::text::{Sentence, Sentences, kept, read_again, said};

/// A receipt that is being written; a run that is killed leaves it.
const DRAFT: &str = ".receipt-";

/// A folder of receipts.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
}

/// A receipt's file in short, for "the next start offers it".
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The file.
    pub path: PathBuf,
    /// What it holds, or why it cannot be read.
    pub receipt: Result<Box<Receipt>, String>,
}

/// Held while a run works; the operating system lets go of it when the process ends.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

impl Drop for Lock {
    /// Closing the file is not enough: a child that is being started at this moment
    /// (`credential_process`) holds a copy of it, and with it the lock.
    fn drop(&mut self) {
        // Nothing can be done about a failure; the end of the process is the last resort.
        let _ = self.file.unlock();
    }
}

/// A receipt as it lies on disk.
#[derive(Serialize)]
struct OnDisk<'a> {
    #[serde(flatten)]
    receipt: &'a Receipt,
    /// What is said in it, so that it can be said in another language.
    #[serde(skip_serializing_if = "Sentences::is_empty")]
    sentences: Sentences,
}

/// Who works on a setup, for the one who is refused.
#[derive(Serialize, Deserialize)]
struct Holder {
    pid: u32,
    receipt: PathBuf,
}

impl Store {
    /// Receipts in `folder`, which is made when it is needed.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The file of a run.
    pub fn path(&self, receipt: &Receipt) -> PathBuf {
        self.folder.join(format!("{}-{}.json", file_name(receipt.name()), file_name(&receipt.run)))
    }

    /// Writes the receipt so that either the old or the new one is on disk, whatever happens.
    pub fn save(&self, receipt: &Receipt) -> Result<PathBuf, ApplyError> {
        let path = self.path(receipt);
        self.write(&path, receipt).map_err(|source| ApplyError::NotSaved { path: path.clone(), source })?;
        Ok(path)
    }

    fn write(&self, path: &Path, receipt: &Receipt) -> io::Result<()> {
        private::folder(&self.folder)?;
        let mut file = private::draft(path, DRAFT)?;
        // Whoever opens it reads English; it is shown in every language.
        let (written, sentences) = kept(|| serde_json::to_value(receipt));
        written?;
        serde_json::to_writer_pretty(io::BufWriter::new(&mut file), &OnDisk { receipt, sentences })?;
        file.write_all(b"\n")?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    }

    /// Closes to others what earlier versions left open, and removes the drafts of killed runs. What
    /// does not succeed is for the run that needs it to say.
    pub fn tidy(&self) {
        if !self.folder.is_dir() || private::folder(&self.folder).is_err() {
            return;
        }
        private::files(&self.folder);
        // In this order: a run takes its lock before its first draft, so a draft that is there now
        // and belongs to nobody who holds a lock belongs to nobody.
        let drafts = self.hidden(|name| name.starts_with(DRAFT));
        if drafts.is_empty() || self.hidden(|name| name.ends_with(".lock")).iter().any(|lock| is_held(lock)) {
            return;
        }
        for draft in drafts {
            let _ = std::fs::remove_file(draft);
        }
    }

    fn hidden(&self, wanted: impl Fn(&str) -> bool) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let wanted = |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).is_some_and(&wanted);
        entries.map(|entry| entry.path()).filter(wanted).collect()
    }

    /// Reads a receipt and refuses one of a newer form.
    pub fn load(path: &Path) -> Result<Receipt, ApplyError> {
        #[derive(Deserialize)]
        struct Form {
            version: u32,
            /// Receipts of earlier versions have none: their sentences stay in the language of their run.
            #[serde(default)]
            sentences: Sentences,
        }
        let unreadable = |why: Sentence| ApplyError::NotAReceipt { path: path.to_owned(), why };
        // It is written anew while the run goes on, so it cannot be a pipe.
        if !std::fs::metadata(path).map_err(|error| unreadable(error.to_string().into()))?.is_file() {
            return Err(unreadable(said!("error-no-regular-file")));
        }
        let text = given::text(path).map_err(|error| unreadable(Sentence::from_error(error)))?;
        let form: Form = serde_json::from_str(&text).map_err(|error| unreadable(error.to_string().into()))?;
        if form.version > VERSION {
            return Err(ApplyError::NewerReceipt { path: path.to_owned(), theirs: form.version, ours: VERSION });
        }
        let receipt: Receipt = read_again(form.sentences, || serde_json::from_str(&text))
            .map_err(|error| unreadable(error.to_string().into()))?;
        receipt.check().map_err(unreadable)?;
        Ok(receipt)
    }

    /// Every receipt, the newest first; those that cannot be read are listed with the reason.
    pub fn list(&self) -> Vec<Found> {
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return Vec::new() };
        let is_receipt = |path: &PathBuf| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.ends_with(".json") && !name.starts_with('.')
        };
        let mut found: Vec<Found> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(is_receipt)
            .map(|path| {
                let receipt = Self::load(&path).map(Box::new).map_err(|error| error.to_string());
                Found { path, receipt }
            })
            .collect();
        let started = |found: &Found| found.receipt.as_ref().map_or(0, |receipt| receipt.started_at);
        found.sort_by(|a, b| started(b).cmp(&started(a)).then_with(|| a.path.cmp(&b.path)));
        found
    }

    /// Runs of this account and region that wait to be resumed or undone, the newest first.
    pub fn open_runs(&self, account: &Account) -> Vec<(PathBuf, Receipt)> {
        self.runs(account).filter(|(_, receipt)| receipt.is_open()).collect()
    }

    /// The last run that is not undone, of one setup or of any, for `undo` without a named receipt.
    pub fn last_of(&self, account: &Account, name: Option<&str>) -> Option<(PathBuf, Receipt)> {
        self.runs(account)
            .filter(|(_, receipt)| receipt.state != RunState::Undone || receipt.is_open())
            .find(|(_, receipt)| name.is_none_or(|name| receipt.name() == name))
    }

    /// The readable receipts of this account, region and mode, the newest first.
    fn runs(&self, account: &Account) -> impl Iterator<Item = (PathBuf, Receipt)> {
        self.list().into_iter().filter_map(|found| Some((found.path, *found.receipt.ok()?))).filter(|(_, receipt)| {
            let theirs = receipt.account();
            theirs.id == account.id && theirs.region == account.region && theirs.mode == account.mode
        })
    }

    /// Deletes the receipts of a practice account that starts over: what they name is gone. Gives
    /// their number.
    pub fn forget_practice(&self, account_id: &str) -> io::Result<usize> {
        let theirs = |receipt: &Receipt| {
            let account = receipt.account();
            account.mode == Mode::Practice && account.id == account_id
        };
        let readable = self.list().into_iter().filter_map(|found| Some((found.path, found.receipt.ok()?)));
        let paths: Vec<PathBuf> = readable.filter(|(_, receipt)| theirs(receipt)).map(|(path, _)| path).collect();
        paths.iter().try_for_each(std::fs::remove_file)?;
        Ok(paths.len())
    }

    /// Takes the setup for this run, or says who has it.
    pub fn lock(&self, receipt: &Receipt) -> Result<Lock, ApplyError> {
        let account = receipt.account();
        let stem = format!("{}-{}-{}", file_name(receipt.name()), file_name(&account.id), file_name(&account.region));
        let lock_path = self.folder.join(format!(".{stem}.lock"));
        // Beside the lock, because Windows lets nobody read a locked file.
        let holder_path = self.folder.join(format!(".{stem}.holder"));
        let not_saved = |source| ApplyError::NotSaved { path: lock_path.clone(), source };

        private::folder(&self.folder).map_err(not_saved)?;
        let file = private::lock_file(&lock_path).map_err(not_saved)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let holder: Option<Holder> =
                    private::read(&holder_path).ok().and_then(|text| serde_json::from_slice(&text).ok());
                return Err(ApplyError::Busy {
                    name: receipt.name().to_owned(),
                    pid: holder.as_ref().map(|holder| holder.pid),
                    receipt: holder.map(|holder| holder.receipt),
                });
            }
            Err(TryLockError::Error(source)) => return Err(not_saved(source)),
        }
        let holder = Holder { pid: std::process::id(), receipt: self.path(receipt) };
        let text = serde_json::to_vec(&holder).unwrap_or_default();
        private::replace(&holder_path, DRAFT, &text).map_err(not_saved)?;
        Ok(Lock { file })
    }
}

fn is_held(lock: &Path) -> bool {
    let file = private::lock_file(lock);
    file.is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
}

/// A name as part of a file's name. A receipt from elsewhere may hold any: none leads out of the folder.
fn file_name(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '_' }).collect()
}
