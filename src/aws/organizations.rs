//! Organizations: the accounts of the caller's organization.

use aws_sdk_organizations::Client;
use aws_sdk_organizations::types::Account;

use super::error::{failed, missing};
use crate::cloud::CloudResult;
use crate::domain::organization::MemberAccount;

const LIST: &str = "organizations:ListAccounts";

/// All of them, page by page.
pub(super) async fn accounts(client: &Client) -> CloudResult<Vec<MemberAccount>> {
    let mut accounts = Vec::new();
    let mut pages = client.list_accounts().into_paginator().send();
    while let Some(page) = pages.next().await {
        for account in page.map_err(failed(LIST))?.accounts.unwrap_or_default() {
            accounts.push(member(account)?);
        }
    }
    Ok(accounts)
}

/// `Status` gives way to `State`, which older answers and emulators lack.
/// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html>
#[allow(deprecated)]
fn member(account: Account) -> CloudResult<MemberAccount> {
    let state = account.state.map(|state| state.as_str().to_owned());
    let status = state.or_else(|| account.status.map(|status| status.as_str().to_owned()));
    let id = account.id.ok_or_else(|| missing(LIST, "Id"))?;
    let name = account.name.unwrap_or_else(|| id.clone());
    Ok(MemberAccount { status: status.ok_or_else(|| missing(LIST, "State"))?.into(), id, name })
}
