//! SetupContent was begun with this program on this machine: runs by their receipts, drafts, and files that
//! cannot be read. Everything a row says is computed from the file.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use super::drafts::{Draft, Drafts};
use crate::apply::{Receipt, RunState, Store};
use crate::design::names;
use crate::domain::account::Account;

/// One file and what is in it.
#[derive(Debug, Clone)]
pub struct SetupFile {
    pub path: PathBuf,
    pub what: SetupContent,
}

#[derive(Debug, Clone)]
pub enum SetupContent {
    Run(Box<Receipt>),
    Draft(Box<Draft>),
    /// Why it cannot be read.
    Unreadable(String),
}

impl SetupFile {
    /// The setup's name, which is its proxy's; of what cannot be read, the file's.
    pub fn name(&self) -> String {
        match &self.what {
            SetupContent::Run(receipt) => receipt.name().to_owned(),
            SetupContent::Draft(draft) => names::proxy(&draft.choices),
            SetupContent::Unreadable(_) => file_name(&self.path),
        }
    }

    pub fn account(&self) -> Option<&Account> {
        match &self.what {
            SetupContent::Run(receipt) => Some(receipt.account()),
            SetupContent::Draft(draft) => Some(&draft.account),
            SetupContent::Unreadable(_) => None,
        }
    }

    /// Whether it is what somebody types these words for.
    pub fn matches(&self, words: &str) -> bool {
        let mut text = self.name();
        if let Some(account) = self.account() {
            text = format!("{text} {} {} {}", account.label(), account.id, account.region);
        }
        text += &match &self.what {
            SetupContent::Run(receipt) => {
                let plan = &receipt.plan;
                let database = plan.setup().map_or("", |setup| setup.database.id.as_str());
                format!(" {database} {}", plan.function().unwrap_or_default())
            }
            SetupContent::Draft(draft) => format!(" {} {}", draft.choices.database, draft.choices.function),
            SetupContent::Unreadable(_) => String::new(),
        };
        let text = text.to_lowercase();
        words.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }

    /// SetupContent waits to be gone on with comes before what is over.
    fn rank(&self) -> u8 {
        match &self.what {
            SetupContent::Run(receipt) if receipt.is_open() => 0,
            SetupContent::Draft(_) => 1,
            SetupContent::Unreadable(_) => 2,
            SetupContent::Run(receipt) if receipt.state == RunState::Finished => 3,
            SetupContent::Run(_) => 4,
        }
    }

    fn changed_at(&self) -> u64 {
        match &self.what {
            SetupContent::Run(receipt) => receipt.updated_at,
            SetupContent::Draft(draft) => draft.saved_at,
            SetupContent::Unreadable(_) => 0,
        }
    }
}

/// Everything there is: what waits to be gone on with, drafts, what cannot be read, what is over; each
/// with the newest first.
pub fn list(store: &Store, drafts: &Drafts) -> Vec<SetupFile> {
    let runs = store.list().into_iter().map(|found| {
        let what = found.receipt.map_or_else(SetupContent::Unreadable, SetupContent::Run);
        SetupFile { path: found.path, what }
    });
    let drafts = drafts.list().into_iter().map(|(path, draft)| {
        let what = draft.map_or_else(SetupContent::Unreadable, |draft| SetupContent::Draft(Box::new(draft)));
        SetupFile { path, what }
    });
    let mut all: Vec<SetupFile> = runs.chain(drafts).collect();
    all.sort_by_key(|kept| (kept.rank(), Reverse(kept.changed_at())));
    all
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
