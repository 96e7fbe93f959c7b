//! `read-policy`: prints the policy that `validate` needs.

use super::args::{Globals, ReadPolicyArgs};
use super::output::{self, Ended, Exit};
use super::session::Session;
use super::validate::named_are_there;
use crate::accounts::Accounts;
use crate::discover::{self, Existing};
use crate::export;

/// Reads which resources are meant, where a proxy is named; never a secret's value.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ReadPolicyArgs) -> Ended {
    let session = Session::open(accounts, globals, None).await?;
    let connection = &session.connection;
    let account = &connection.account;
    let observed = match &args.proxy {
        Some(proxy) => {
            let existing = Existing { proxy: proxy.clone(), function: args.function.clone(), read_secrets: false };
            let clock = connection.clock.as_ref();
            let observed = discover::observe_proxy(session.reader(), clock, account, &existing).await;
            named_are_there(&observed, &existing)?;
            Some(observed)
        }
        None => None,
    };
    output::line(&export::read_policy(account, observed.as_ref(), args.read_secrets).to_json());
    Ok(Exit::Done)
}
