//! What a run needs, and its three doors.

use secrecy::SecretString;
use std::path::PathBuf;

use super::error::ApplyError;
use super::event::Emit;
use super::receipt::Receipt;
use super::stop::Stop;
use super::store::Store;
use crate::cloud::Connection;
use crate::domain::account::Mode;
use crate::plan::Plan;

/// What a run needs.
pub struct Engine {
    /// The account to work on.
    pub connection: Connection,
    /// Where receipts go.
    pub store: Store,
    /// Who hears of it.
    pub emit: Emit,
    /// How it is stopped.
    pub stop: Stop,
    /// The typed password, where a secret is to be made with one.
    pub password: Option<SecretString>,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Everything is done, or undone.
    Finished,
    /// Stopped on request; resume goes on.
    Stopped,
    /// A step failed, or undo left something behind.
    Failed,
}

/// How a run ended and what it left on disk.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// How it ended.
    pub end: End,
    /// The receipt as it is on disk.
    pub receipt: Receipt,
    /// Its file.
    pub path: PathBuf,
}

impl Engine {
    /// Carries out a plan.
    pub async fn run(&self, plan: Plan) -> Result<Outcome, ApplyError> {
        let _ = plan;
        Err(ApplyError::Undoing)
    }

    /// Goes on with a run that stopped, failed or crashed. What failed is tried again.
    pub async fn resume(&self, receipt: Receipt) -> Result<Outcome, ApplyError> {
        self.same_account(&receipt)?;
        Err(ApplyError::Undoing)
    }

    /// Takes back what a run did, the last step first. Goes on after an error; what is left is in
    /// the receipt's `leftovers`. May be called again to try those.
    pub async fn undo(&self, receipt: Receipt) -> Result<Outcome, ApplyError> {
        self.same_account(&receipt)?;
        Err(ApplyError::Undoing)
    }

    fn same_account(&self, receipt: &Receipt) -> Result<(), ApplyError> {
        let (theirs, ours) = (receipt.account(), &self.connection.account);
        if theirs.id == ours.id && theirs.region == ours.region && theirs.mode == ours.mode {
            return Ok(());
        }
        let words = |account: &crate::domain::account::Account| {
            let mode = if account.mode == Mode::Practice { "the practice account" } else { "account" };
            format!("{mode} `{}` in `{}`", account.grouped_id(), account.region)
        };
        Err(ApplyError::OtherAccount { theirs: words(theirs), ours: words(ours) })
    }
}
