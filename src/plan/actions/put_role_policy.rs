//! An inline policy of a role: made, or replaced with the previous one kept for undo.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudError, CloudResult, ErrorKind};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::output::Outputs;
use crate::domain::policy::Document;
use crate::plan::action::{Act, Context, Done, Presence, Undone, moved_on};
use crate::plan::compare::{fill_document, same_policies, same_policy};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

const CALL: &str = "iam:PutRolePolicy";

/// What the policy is for; decides the words only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// The proxy reads the secret.
    ProxyReadsSecret,
    /// The proxy logs in to the database with a token.
    ProxyLogsIn,
    /// The function connects to the proxy with a token.
    FunctionConnects,
    /// The function reads the secret and sends a password.
    FunctionReadsSecret,
}

/// An inline policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutRolePolicy {
    /// What it is for.
    pub purpose: Purpose,
    /// The role's name.
    pub role: String,
    /// The role's ARN.
    pub role_arn: String,
    /// The policy's name.
    pub policy_name: String,
    /// Its content; may hold tokens.
    pub document: Document,
    /// The content under this name when the plan was made.
    pub current: Option<Document>,
}

impl PutRolePolicy {
    /// Writes this document, or deletes the policy where there is none.
    fn call(&self, document: Option<&Document>) -> Call {
        let operation = if document.is_some() { "PutRolePolicy" } else { "DeleteRolePolicy" };
        let input = json!({ "RoleName": self.role, "PolicyName": self.policy_name, "PolicyDocument": document });
        Call::new("iam", operation, input)
    }

    /// The content under our name now.
    async fn now(&self, context: &Context<'_>) -> CloudResult<Option<Option<Document>>> {
        let own = context.cloud.role_policies(&self.role).await?;
        Ok(own.map(|own| own.get(&self.policy_name).cloned()))
    }
}

#[async_trait]
impl Act for PutRolePolicy {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let lines = |document: &Document| document.to_json().lines().map(str::to_owned).collect::<Vec<_>>();
        let new = lines(&self.document);
        let diff = match &self.current {
            Some(current) => {
                let old = lines(current).into_iter().map(DiffLine::removed);
                old.chain(new.into_iter().map(DiffLine::added)).collect()
            }
            None => new.into_iter().map(DiffLine::added).collect(),
        };
        let call = self.call(Some(&self.document));
        Description {
            title: t!("plan-put-role-policy", name = self.policy_name.as_str(), role = self.role.as_str()),
            call: CALL.into(),
            resource: self.role_arn.clone(),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: match self.purpose {
                Purpose::ProxyReadsSecret => t!("plan-put-role-policy-why-proxy-secret"),
                Purpose::ProxyLogsIn => t!("plan-put-role-policy-why-proxy-token"),
                Purpose::FunctionConnects => t!("plan-put-role-policy-why-function-token"),
                Purpose::FunctionReadsSecret => t!("plan-put-role-policy-why-function-secret"),
            }
            .into(),
            diff,
            undo: match self.current {
                Some(_) => {
                    t!("plan-put-role-policy-undo-restore", name = self.policy_name.as_str(), role = self.role.as_str())
                }
                None => {
                    t!("plan-put-role-policy-undo-delete", name = self.policy_name.as_str(), role = self.role.as_str())
                }
            },
        }
    }

    fn needed(&self, _account: &Account) -> Vec<(String, String)> {
        vec![(CALL.into(), self.role_arn.clone())]
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        let document = fill_document(&self.document, context.outputs)?;
        let now = self.now(context).await?.flatten();
        Ok(match &now {
            Some(now) if same_policy(now, &document) => Presence::by_content(true),
            _ if same_policies(now.as_ref(), self.current.as_ref()) => Presence::Absent,
            _ => Presence::Other,
        })
    }

    fn answer_is_proof(&self) -> bool {
        false
    }

    fn needed_to_undo(&self, _account: &Account) -> Vec<(String, String)> {
        let call = if self.current.is_some() { CALL } else { "iam:DeleteRolePolicy" };
        vec![(call.into(), self.role_arn.clone())]
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let document = fill_document(&self.document, context.outputs)?;
        let Some(now) = self.now(context).await? else {
            // A role made a second ago is not visible everywhere.
            return Err(CloudError::new(ErrorKind::NotYet, CALL, said!("plan-put-role-policy-no-role")).on(&self.role));
        };
        if !same_policies(now.as_ref(), self.current.as_ref()) {
            let what = t!("plan-put-role-policy-moved", name = self.policy_name.as_str());
            return Err(moved_on(CALL, &self.role, what));
        }
        context.cloud.put_role_policy(&self.role, &self.policy_name, &document).await?;
        Ok(Done::default())
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        let Ok(ours) = fill_document(&self.document, context.outputs) else { return Ok(Undone::AlreadyGone) };
        let Some(Some(now)) = self.now(context).await? else { return Ok(Undone::AlreadyGone) };
        if !same_policy(&now, &ours) {
            let as_before = same_policies(Some(&now), self.current.as_ref());
            return Ok(if as_before {
                Undone::AlreadyGone
            } else {
                Undone::Kept { why: said!("plan-put-role-policy-kept"), in_use: false }
            });
        }
        match &self.current {
            Some(before) => {
                context.cloud.put_role_policy(&self.role, &self.policy_name, before).await?;
                Ok(Undone::Restored)
            }
            None => {
                context.cloud.delete_role_policy(&self.role, &self.policy_name).await?;
                Ok(Undone::Removed)
            }
        }
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: said!("plan-put-role-policy", name = self.policy_name.as_str(), role = self.role.as_str()),
            why,
            console_url: console::role(account, &self.role),
            cli: self.call(self.current.as_ref()).command(account).to_string(),
        }
    }
}
