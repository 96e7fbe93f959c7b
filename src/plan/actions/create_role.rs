//! The role that the proxy assumes, without any policy yet.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudResult, NewRole};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::cli_command::CliCommand;
use crate::domain::console;
use crate::domain::output::Outputs;
use crate::domain::policy::Document;
use crate::domain::tag_list;
use crate::plan::action::{Act, Context, Done, Presence, Undone, not_ours};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Filling, Sentence, said, t};

/// A new role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateRole {
    /// Its name.
    pub name: String,
    /// `/` or the path the account files its roles under.
    pub path: String,
    /// Its ARN, known beforehand.
    pub arn: String,
    /// Its description in AWS.
    pub description: String,
    /// Who may assume it.
    pub trust: Document,
    /// ARN of the policy that bounds it.
    pub permissions_boundary: Option<String>,
}

#[async_trait]
impl Act for CreateRole {
    fn describe(&self, account: &Account, tags: &Tags) -> Description {
        let input = json!({
            "RoleName": self.name,
            "Path": self.path,
            "Description": self.description,
            "AssumeRolePolicyDocument": self.trust,
            "PermissionsBoundary": self.permissions_boundary,
            "Tags": tag_list(tags),
        });
        let call = Call::new("iam", "CreateRole", input);
        let wait = CliCommand::new("iam wait role-exists").with("role-name", &self.name);
        Description {
            title: t!("plan-create-role", name = self.name.as_str()),
            call: call.name(),
            resource: self.arn.clone(),
            input: call.preview(),
            cli: format!("{}\n{wait}", call.command(account)),
            why: t!("plan-create-role-why").into(),
            diff: vec![DiffLine::added(&self.arn)],
            undo: t!("plan-create-role-undo", name = self.name.as_str()),
        }
    }

    fn needed(&self, _account: &Account) -> Vec<(String, String)> {
        vec![("iam:CreateRole".into(), self.arn.clone()), ("iam:TagRole".into(), self.arn.clone())]
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        let there = context.cloud.role(&self.name).await?;
        Ok(there.map_or(Presence::Absent, |role| Presence::There {
            ours: context.made_by_this_run(&role.tags),
            done: Done::default(),
        }))
    }

    fn needed_to_undo(&self, _account: &Account) -> Vec<(String, String)> {
        let looked_at = ["iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"];
        looked_at.into_iter().chain(["iam:DeleteRole"]).map(|action| (action.into(), self.arn.clone())).collect()
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let new = NewRole {
            name: self.name.clone(),
            path: self.path.clone(),
            description: self.description.clone(),
            trust: self.trust.clone(),
            permissions_boundary: self.permissions_boundary.clone(),
            tags: context.tags.clone(),
        };
        context.cloud.create_role(new).await?;
        Ok(Done::default())
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        let (role, own, attached) = futures::try_join!(
            context.cloud.role(&self.name),
            context.cloud.role_policies(&self.name),
            context.cloud.attached_policies(&self.name)
        )?;
        let Some(role) = role else { return Ok(Undone::AlreadyGone) };
        if !context.made_by_this_run(&role.tags) {
            return Ok(not_ours());
        }
        // Ours are taken away before; IAM would refuse the deletion anyway.
        let attached = attached.unwrap_or_default().into_iter().map(|policy| policy.name);
        let others: Vec<String> = own.unwrap_or_default().into_keys().chain(attached).collect();
        if !others.is_empty() {
            let why = said!("plan-create-role-kept", policies = Filling::names(others));
            return Ok(Undone::Kept { why, in_use: false });
        }
        context.cloud.delete_role(&self.name).await?;
        Ok(Undone::Removed)
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: said!("plan-create-role", name = self.name.as_str()),
            why,
            console_url: console::role(account, &self.name),
            cli: Call::new("iam", "DeleteRole", json!({ "RoleName": self.name })).command(account).to_string(),
        }
    }
}
