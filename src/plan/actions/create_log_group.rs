//! The log group of a function that is made for a moment, so that it goes when the function goes: Lambda
//! would make it by itself, without this run's name on it, and keep it for ever.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::CloudResult;
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::output::Outputs;
use crate::plan::action::{Act, Context, Done, Presence, Undone};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

/// A new log group. Its name holds the run's own suffix: nobody else's has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateLogGroup {
    /// `/aws/lambda/NAME`.
    pub name: String,
}

impl CreateLogGroup {
    fn arn(&self, account: &Account) -> String {
        account.arn("logs", &format!("log-group:{}", self.name))
    }
}

#[async_trait]
impl Act for CreateLogGroup {
    fn describe(&self, account: &Account, tags: &Tags) -> Description {
        let call = Call::new("logs", "CreateLogGroup", json!({ "logGroupName": self.name, "tags": tags }));
        Description {
            title: t!("plan-create-log-group", name = self.name.as_str()),
            call: call.name(),
            resource: self.arn(account),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: t!("plan-create-log-group-why").into(),
            diff: vec![DiffLine::added(&self.name)],
            undo: t!("plan-create-log-group-undo", name = self.name.as_str()),
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        let arn = self.arn(account);
        let own = ["logs:CreateLogGroup", "logs:TagResource"].map(|action| (action.to_owned(), arn.clone()));
        // A list, which knows no resource.
        own.into_iter().chain([("logs:DescribeLogGroups".to_owned(), "*".to_owned())]).collect()
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        vec![("logs:DeleteLogGroup".into(), self.arn(account))]
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(Presence::by_content(context.cloud.log_group(&self.name).await?.is_some()))
    }

    /// The answer is empty.
    fn answer_is_proof(&self) -> bool {
        false
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        context.cloud.create_log_group(&self.name, context.tags).await?;
        Ok(Done::default())
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        if context.cloud.log_group(&self.name).await?.is_none() {
            return Ok(Undone::AlreadyGone);
        }
        context.cloud.delete_log_group(&self.name).await?;
        Ok(Undone::Removed)
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: said!("plan-create-log-group", name = self.name.as_str()),
            why,
            console_url: console::log_group(account, &self.name),
            cli: Call::new("logs", "DeleteLogGroup", json!({ "logGroupName": self.name })).command(account).to_string(),
        }
    }
}
