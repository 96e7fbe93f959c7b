//! For how long a log is kept.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudError, CloudResult};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::output::Outputs;
use crate::plan::action::{Act, Context, Done, Presence, Undone, moved_on};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

const CALL: &str = "logs:PutRetentionPolicy";

/// An end for a log that had none, or another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepLog {
    /// `/aws/rds/proxy/NAME`.
    pub group: String,
    pub days: u32,
    /// What it was; `None` is for ever.
    pub before: Option<u32>,
}

impl KeepLog {
    fn arn(&self, account: &Account) -> String {
        account.arn("logs", &format!("log-group:{}", self.group))
    }

    fn call(&self, days: Option<u32>) -> Call {
        let operation = if days.is_some() { "PutRetentionPolicy" } else { "DeleteRetentionPolicy" };
        Call::new("logs", operation, json!({ "logGroupName": self.group, "retentionInDays": days }))
    }

    /// For how long it is kept now.
    async fn kept(&self, context: &Context<'_>) -> CloudResult<Option<u32>> {
        let group = context.cloud.log_group(&self.group).await?;
        let group = group.ok_or_else(|| CloudError::not_found("logs:DescribeLogGroups", &self.group))?;
        Ok(group.retention_days)
    }
}

fn line(days: Option<u32>) -> String {
    let days = days.map_or_else(|| t!("plan-keep-log-forever").to_owned(), |days| days.to_string());
    format!("retentionInDays: {days}")
}

#[async_trait]
impl Act for KeepLog {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let call = self.call(Some(self.days));
        Description {
            title: t!("plan-keep-log", group = self.group.as_str(), days = self.days),
            call: call.name(),
            resource: self.arn(account),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: t!("plan-keep-log-why").into(),
            diff: vec![DiffLine::removed(line(self.before)), DiffLine::added(line(Some(self.days)))],
            undo: t!("plan-keep-log-undo", group = self.group.as_str()),
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        [CALL, "logs:DescribeLogGroups"].map(|action| (action.to_owned(), self.arn(account))).to_vec()
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        let call = if self.before.is_some() { CALL } else { "logs:DeleteRetentionPolicy" };
        vec![(call.into(), self.arn(account))]
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(match self.kept(context).await? {
            days if days == Some(self.days) => Presence::by_content(true),
            days if days == self.before => Presence::Absent,
            _ => Presence::Other,
        })
    }

    /// The answer is empty.
    fn answer_is_proof(&self) -> bool {
        false
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        if self.kept(context).await? != self.before {
            return Err(moved_on(CALL, &self.group, said!("plan-keep-log-moved")));
        }
        context.cloud.set_log_retention(&self.group, Some(self.days)).await?;
        Ok(Done::default())
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        match context.cloud.log_group(&self.group).await?.map(|group| group.retention_days) {
            None => Ok(Undone::AlreadyGone),
            Some(days) if days == self.before => Ok(Undone::AlreadyGone),
            Some(days) if days == Some(self.days) => {
                context.cloud.set_log_retention(&self.group, self.before).await?;
                Ok(Undone::Restored)
            }
            Some(_) => Ok(Undone::Kept { why: said!("plan-keep-log-kept"), in_use: false }),
        }
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: said!("plan-keep-log", group = self.group.as_str(), days = self.days),
            why,
            console_url: console::log_group(account, &self.group),
            cli: self.call(self.before).command(account).to_string(),
        }
    }
}
