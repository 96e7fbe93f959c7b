//! `read-policy`: prints the policy that `validate` needs.

use super::args::{Globals, ReadPolicyArgs};
use super::output::{self, Ended, Exit};
use super::session::Session;
use super::validate::look;
use crate::accounts::Accounts;
use crate::discover::Existing;
use crate::export;

/// Reads which resources are meant, where a proxy is named; never a secret's value.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ReadPolicyArgs) -> Ended {
    let session = Session::open(accounts, globals, None).await?;
    let account = &session.connection.account;
    let observed = match &args.proxy {
        Some(proxy) => {
            let existing = Existing { proxy: proxy.clone(), function: args.function.clone(), read_secrets: false };
            Some(look(&session, &existing).await?)
        }
        None => None,
    };
    let mut policy = export::read_policy(account, observed.as_ref(), args.read_secrets);
    if args.watch {
        policy.statement.extend(export::watch_policy(account));
    }
    if args.history {
        policy.statement.push(export::history_policy());
    }
    if let Some(role) = &args.organization_role {
        policy.statement.extend(export::organization_policy(account, role));
    }
    output::code(&policy.to_json());
    Ok(Exit::Done)
}
