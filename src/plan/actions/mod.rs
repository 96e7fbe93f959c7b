//! The closed set of actions, one file each: data, words, run and undo side by side.
//!
//! To add one: a file here that implements `Act`, an arm in [`Action`] and in `act`, and a place
//! in `plan::set_up` that emits it.

mod add_login;
mod allow_in_acl;
mod attach_vpc_policy;
pub(crate) mod authorize_rule;
mod create_function;
pub mod create_log_group;
mod create_proxy;
mod create_proxy_endpoint;
mod create_role;
mod create_secret;
mod create_security_group;
mod create_vpc_endpoint;
mod delete_proxy_endpoint;
mod enable_database_iam_auth;
mod export_log;
mod keep_log;
mod modified_database;
mod modify_pool;
mod modify_proxy;
mod publish_and_move_alias;
mod put_alarm;
pub(crate) mod put_role_policy;
pub(crate) mod register_target;
mod restore_secret;
pub(crate) mod revoke_rule;
mod set_vpc_attribute;
pub(crate) mod update_function;

use serde::{Deserialize, Serialize};

use super::action::{Act, Context, Done, Patience, Presence, Settled, Undone};
use super::describe::{Description, Leftover};
use crate::cloud::CloudResult;
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::choices::PasswordSource;
use crate::domain::output::{Output, Outputs};
use crate::text::Sentence;

pub use add_login::AddLogin;
pub use allow_in_acl::AllowInAcl;
pub use attach_vpc_policy::AttachVpcPolicy;
pub use authorize_rule::AuthorizeRule;
pub use create_function::CreateFunction;
pub use create_log_group::CreateLogGroup;
pub use create_proxy::CreateProxy;
pub use create_proxy_endpoint::CreateProxyEndpoint;
pub use create_role::CreateRole;
pub use create_secret::CreateSecret;
pub use create_security_group::CreateSecurityGroup;
pub use create_vpc_endpoint::CreateVpcEndpoint;
pub use delete_proxy_endpoint::DeleteProxyEndpoint;
pub use enable_database_iam_auth::EnableDatabaseIamAuth;
pub use export_log::ExportLog;
pub use keep_log::KeepLog;
pub use modify_pool::ModifyPool;
pub use modify_proxy::ModifyProxy;
pub use publish_and_move_alias::PublishAndMoveAlias;
pub use put_alarm::PutAlarm;
pub use put_role_policy::PutRolePolicy;
pub use register_target::RegisterTarget;
pub use restore_secret::RestoreSecret;
pub use revoke_rule::RevokeRule;
pub use set_vpc_attribute::SetVpcAttribute;
pub use update_function::UpdateFunction;

/// One reversible act.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "act")]
pub enum Action {
    /// A new secret with user name and password.
    CreateSecret(CreateSecret),
    /// A deleted secret with a new password.
    RestoreSecret(RestoreSecret),
    /// The role that the proxy assumes.
    CreateRole(CreateRole),
    /// An inline policy, of the proxy's role or of the function's.
    PutRolePolicy(PutRolePolicy),
    /// A security group without any rule.
    CreateSecurityGroup(CreateSecurityGroup),
    /// One rule between two groups.
    AuthorizeRule(AuthorizeRule),
    /// The Secrets Manager interface endpoint.
    CreateVpcEndpoint(CreateVpcEndpoint),
    /// A new proxy.
    CreateProxy(CreateProxy),
    /// An endpoint of a proxy beside the default one.
    CreateProxyEndpoint(CreateProxyEndpoint),
    /// An endpoint of a proxy goes.
    DeleteProxyEndpoint(Box<DeleteProxyEndpoint>),
    /// A login on a proxy that others use too.
    AddLogin(AddLogin),
    /// Settings of a proxy that exists.
    ModifyProxy(ModifyProxy),
    /// Settings of the `default` target group.
    ModifyPool(ModifyPool),
    /// The database behind the proxy.
    RegisterTarget(RegisterTarget),
    /// IAM database authentication on the database.
    EnableDatabaseIamAuth(EnableDatabaseIamAuth),
    /// `AWSLambdaVPCAccessExecutionRole` for the function's role.
    AttachVpcPolicy(AttachVpcPolicy),
    /// Network and environment of the function.
    UpdateFunction(UpdateFunction),
    /// A version with the new settings, and the alias that people call.
    PublishAndMoveAlias(PublishAndMoveAlias),
    /// The log group of a temporary function.
    CreateLogGroup(CreateLogGroup),
    /// A function for a moment.
    CreateFunction(CreateFunction),
    /// An alarm on the proxy.
    PutAlarm(PutAlarm),
    /// For how long a log is kept.
    KeepLog(KeepLog),
    /// A log of the database, in CloudWatch.
    ExportLog(ExportLog),
    /// One rule of a group, taken away.
    RevokeRule(RevokeRule),
    /// One entry of a network ACL.
    AllowInAcl(AllowInAcl),
    /// DNS in a VPC.
    SetVpcAttribute(SetVpcAttribute),
}

impl Action {
    fn act(&self) -> &dyn Act {
        match self {
            Self::CreateSecret(act) => act,
            Self::RestoreSecret(act) => act,
            Self::CreateRole(act) => act,
            Self::PutRolePolicy(act) => act,
            Self::CreateSecurityGroup(act) => act,
            Self::AuthorizeRule(act) => act,
            Self::CreateVpcEndpoint(act) => act,
            Self::CreateProxy(act) => act,
            Self::CreateProxyEndpoint(act) => act,
            Self::DeleteProxyEndpoint(act) => act.as_ref(),
            Self::AddLogin(act) => act,
            Self::ModifyProxy(act) => act,
            Self::ModifyPool(act) => act,
            Self::RegisterTarget(act) => act,
            Self::EnableDatabaseIamAuth(act) => act,
            Self::AttachVpcPolicy(act) => act,
            Self::UpdateFunction(act) => act,
            Self::PublishAndMoveAlias(act) => act,
            Self::CreateLogGroup(act) => act,
            Self::CreateFunction(act) => act,
            Self::PutAlarm(act) => act,
            Self::KeepLog(act) => act,
            Self::ExportLog(act) => act,
            Self::RevokeRule(act) => act,
            Self::AllowInAcl(act) => act,
            Self::SetVpcAttribute(act) => act,
        }
    }

    /// The action in words; what is not known yet stands as tokens.
    pub fn describe(&self, account: &Account, tags: &Tags) -> Description {
        self.act().describe(account, tags)
    }

    /// IAM actions on resources that the caller needs for it.
    pub fn needed(&self, account: &Account) -> Vec<(String, String)> {
        self.act().needed(account)
    }

    /// IAM actions on resources that the caller needs to take it back.
    pub fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        self.act().needed_to_undo(account)
    }

    /// Outputs that it brings to light.
    pub fn brings(&self) -> Vec<Output> {
        self.act().brings()
    }

    /// How long running and settling takes.
    pub fn patience(&self) -> Patience {
        self.act().patience()
    }

    /// How long undoing may take.
    pub fn undo_patience(&self) -> Patience {
        self.act().undo_patience()
    }

    /// Looks how the account stands to it.
    pub async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        self.act().look(context).await
    }

    /// Whether AWS's answer to the write proves it.
    pub fn answer_is_proof(&self) -> bool {
        self.act().answer_is_proof()
    }

    /// Makes the change. See [`super::action`] for what it keeps.
    pub async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        self.act().run(context).await
    }

    /// Looks whether the effect has arrived.
    pub async fn settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        self.act().settled(context).await
    }

    /// Takes the change back; `done` is absent when the run's end is unknown.
    pub async fn undo(&self, context: &Context<'_>, done: Option<&Done>) -> CloudResult<Undone> {
        self.act().undo(context, done).await
    }

    /// Undoing it is nothing of its own.
    pub fn goes_with_another(&self) -> bool {
        self.act().goes_with_another()
    }

    /// Looks whether the undoing has arrived.
    pub async fn undo_settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        self.act().undo_settled(context).await
    }

    /// Where to look and what to type when undo could not take it back.
    pub fn leftover(&self, account: &Account, outputs: &Outputs, why: Sentence) -> Leftover {
        self.act().leftover(account, outputs, why)
    }

    /// It writes the password that the person typed.
    pub fn needs_password(&self) -> bool {
        let source = match self {
            Self::CreateSecret(act) => act.password,
            Self::RestoreSecret(act) => act.password,
            _ => return false,
        };
        source == PasswordSource::Typed
    }

    /// Undone after everything else: Lambda deletes a function's network interfaces with the
    /// rights of the function's own role, minutes after the function has left the VPC.
    pub fn undone_last(&self) -> bool {
        matches!(self, Self::AttachVpcPolicy(_))
    }
}
