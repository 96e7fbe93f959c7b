//! `AWSLambdaVPCAccessExecutionRole` for the function's role: the right to make network
//! interfaces.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudError, CloudResult};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::arn::short_name;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::output::Outputs;
use crate::plan::action::{Act, Context, Done, Presence, Undone, moved_on};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

const CALL: &str = "iam:AttachRolePolicy";

/// Attaches the managed policy that lets Lambda make network interfaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachVpcPolicy {
    /// The role's name.
    pub role: String,
    /// The role's ARN.
    pub role_arn: String,
    /// The managed policy's ARN.
    pub policy_arn: String,
}

impl AttachVpcPolicy {
    fn title(&self) -> Sentence {
        said!("plan-attach-vpc-policy", policy = short_name(&self.policy_arn), role = self.role.as_str())
    }

    fn call(&self, operation: &'static str) -> Call {
        Call::new("iam", operation, json!({ "RoleName": self.role, "PolicyArn": self.policy_arn }))
    }

    /// `None` when the role is gone.
    async fn attached(&self, context: &Context<'_>) -> CloudResult<Option<bool>> {
        let attached = context.cloud.attached_policies(&self.role).await?;
        Ok(attached.map(|attached| attached.iter().any(|policy| policy.arn == self.policy_arn)))
    }
}

#[async_trait]
impl Act for AttachVpcPolicy {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let call = self.call("AttachRolePolicy");
        Description {
            title: self.title().into(),
            call: call.name(),
            resource: self.role_arn.clone(),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: t!("plan-attach-vpc-policy-why").into(),
            diff: vec![DiffLine::added(short_name(&self.policy_arn))],
            undo: t!("plan-attach-vpc-policy-undo", policy = short_name(&self.policy_arn), role = self.role.as_str()),
        }
    }

    fn needed(&self, _account: &Account) -> Vec<(String, String)> {
        vec![(CALL.into(), self.role_arn.clone())]
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(Presence::by_content(self.attached(context).await? == Some(true)))
    }

    fn answer_is_proof(&self) -> bool {
        false
    }

    fn needed_to_undo(&self, _account: &Account) -> Vec<(String, String)> {
        vec![("iam:DetachRolePolicy".into(), self.role_arn.clone())]
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        match self.attached(context).await? {
            None => return Err(CloudError::not_found(CALL, &self.role)),
            Some(true) => return Err(moved_on(CALL, &self.role, said!("plan-attach-vpc-policy-moved"))),
            Some(false) => {}
        }
        context.cloud.attach_role_policy(&self.role, &self.policy_arn).await?;
        Ok(Done::default())
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        if self.attached(context).await? != Some(true) {
            return Ok(Undone::AlreadyGone);
        }
        context.cloud.detach_role_policy(&self.role, &self.policy_arn).await?;
        Ok(Undone::Removed)
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: self.title(),
            why,
            console_url: console::role(account, &self.role),
            cli: self.call("DetachRolePolicy").command(account).to_string(),
        }
    }
}
