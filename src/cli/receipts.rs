//! Finds the run that `resume` and `undo` are about.

use std::path::Path;

use super::args::Globals;
use super::drive::not_begun;
use super::output::{self, Exit, Failure};
use super::session::Session;
use crate::accounts::Accounts;
use crate::apply::{Receipt, Store};
use crate::domain::account::Mode;
use crate::report::{Kind, Report};
use crate::text::t;

/// What may be meant when no receipt is named.
#[derive(Clone, Copy)]
pub enum Unnamed {
    /// The newest run that has not ended, for `resume`.
    Open,
    /// The newest run that is not undone, for `undo`.
    NotUndone,
}

/// Opens the account and finds the run: the named receipt, or the last run of a setup, or what
/// `unnamed` says.
pub async fn find(
    accounts: &Accounts,
    globals: &Globals,
    path: Option<&Path>,
    name: Option<&str>,
    unnamed: Unnamed,
) -> Result<(Session, Receipt), Failure> {
    // Read first: a file that is no receipt needs no account to be refused.
    let named = path.map(Store::load).transpose().map_err(not_begun)?;
    if let Some(receipt) = &named {
        same_mode(globals, receipt)?;
    }
    let session = Session::open(accounts, globals, None).await?;
    let account = &session.connection.account;
    if let Some(receipt) = &named {
        // Before anything of it is shown.
        receipt.belongs_to(account).map_err(not_begun)?;
    }
    let store = accounts.store();
    if named.is_none() {
        mention_unreadable(&store);
    }
    let receipt = match (named, name) {
        (Some(receipt), _) => receipt,
        (None, Some(name)) => {
            let found = store.last_of(account, Some(name)).map(|(_, receipt)| receipt);
            found.ok_or_else(|| {
                let runs = store.list().into_iter().filter_map(|found| found.receipt.ok());
                let known: Vec<String> = runs
                    .filter(|receipt| receipt.account().is_same_place(account))
                    .map(|receipt| receipt.name().to_owned())
                    .collect();
                none(&store, t!("cli-no-run-of", name = name)).meant(name, known.iter().map(String::as_str))
            })?
        }
        (None, None) => {
            let (newest, absent) = match unnamed {
                Unnamed::Open => (store.open_runs(account).into_iter().next(), t!("cli-no-open-run")),
                Unnamed::NotUndone => (store.last_of(account, None), t!("cli-no-run")),
            };
            newest.map(|(_, receipt)| receipt).ok_or_else(|| none(&store, absent.to_owned()))?
        }
    };
    Ok((session, receipt))
}

/// Says which receipts could not be looked at: the run that is meant may be one of them.
pub fn mention_unreadable(store: &Store) {
    for why in store.list().into_iter().filter_map(|found| found.receipt.err()) {
        output::aside(&t!("cli-receipt-left-out", why = why));
    }
}

fn same_mode(globals: &Globals, receipt: &Receipt) -> Result<(), Failure> {
    let is_practice = receipt.account().mode == Mode::Practice;
    match (is_practice, globals.practice.is_some()) {
        (true, false) => Err(Failure::usage(t!("cli-receipt-practice"), t!("cli-receipt-practice-hint"))),
        (false, true) => Err(Failure::usage(t!("cli-receipt-live"), t!("cli-receipt-live-hint"))),
        _ => Ok(()),
    }
}

fn none(store: &Store, title: String) -> Failure {
    let looked = t!("cli-looked-in", folder = store.folder().display().to_string());
    Failure::new(Exit::Usage, Report::new(Kind::Input, title).because(looked).hint(t!("cli-no-run-hint")))
}
