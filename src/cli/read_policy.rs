//! `read-policy`: prints the policy that `validate` needs.

use super::args::Globals;
use super::output::{self, Ended, Exit};
use super::session::Session;
use super::validate::look;
use crate::accounts::Accounts;
use crate::discover::{Existing, Invoked};
use crate::export;

/// `read-policy`
#[derive(Debug, Clone, clap::Args)]
pub struct ReadPolicyArgs {
    /// Only what is read about this proxy
    #[arg(long, value_name = "NAME")]
    pub proxy: Option<String>,
    /// And about this function, with the alias or version that is invoked
    #[arg(long, value_name = "NAME[:QUALIFIER]", requires = "proxy")]
    pub function: Option<Invoked>,
    /// Also allow `validate --read-secrets`: secretsmanager:GetSecretValue and kms:Decrypt
    #[arg(long)]
    pub read_secrets: bool,
    /// Also allow what `monitor` and `load` read: topics, the history of alarms, X-Ray's traces
    #[arg(long)]
    pub watch: bool,
    /// Also allow `validate --history`: who changed the things at fault, from CloudTrail
    #[arg(long)]
    pub history: bool,
    /// Also allow `validate --organization-role` where it is started: the list of accounts, and this role in each
    #[arg(long, value_name = "NAME")]
    pub organization_role: Option<String>,
}

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
