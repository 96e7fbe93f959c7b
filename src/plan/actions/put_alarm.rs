//! A metric alarm on a proxy.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::CloudResult;
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::alarm::MetricAlarm;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::output::Outputs;
use crate::domain::tag_list;
use crate::plan::action::{Act, Context, Done, Presence, Undone, moved_on};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

const CALL: &str = "cloudwatch:PutMetricAlarm";

/// A new alarm. AWS would replace another of this name without a word, so it is looked for first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutAlarm {
    pub alarm: MetricAlarm,
}

impl PutAlarm {
    fn arn(&self, account: &Account) -> String {
        account.arn("cloudwatch", &format!("alarm:{}", self.alarm.name))
    }
}

#[async_trait]
impl Act for PutAlarm {
    fn describe(&self, account: &Account, tags: &Tags) -> Description {
        let mut input = self.alarm.input();
        if let Some(members) = input.as_object_mut() {
            members.insert("Tags".into(), tag_list(tags));
        }
        let call = Call::new("cloudwatch", "PutMetricAlarm", input);
        Description {
            title: t!("plan-put-alarm", name = self.alarm.name.as_str()),
            call: CALL.into(),
            resource: self.arn(account),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: t!("plan-put-alarm-why").into(),
            diff: vec![DiffLine::added(&self.alarm.name)],
            undo: t!("plan-put-alarm-undo", name = self.alarm.name.as_str()),
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        let arn = self.arn(account);
        let actions = [CALL, "cloudwatch:TagResource", "cloudwatch:DescribeAlarms"];
        actions.map(|action| (action.to_owned(), arn.clone())).to_vec()
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        vec![("cloudwatch:DeleteAlarms".into(), self.arn(account))]
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(match context.cloud.alarm(&self.alarm.name).await? {
            None => Presence::Absent,
            Some(there) if there == self.alarm => Presence::by_content(true),
            Some(_) => Presence::Other,
        })
    }

    /// The answer is empty.
    fn answer_is_proof(&self) -> bool {
        false
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        if context.cloud.alarm(&self.alarm.name).await?.is_some() {
            return Err(moved_on(CALL, &self.alarm.name, said!("plan-put-alarm-moved")));
        }
        context.cloud.put_alarm(&self.alarm, context.tags).await?;
        Ok(Done::default())
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        match context.cloud.alarm(&self.alarm.name).await? {
            None => Ok(Undone::AlreadyGone),
            Some(there) if there == self.alarm => {
                context.cloud.delete_alarm(&self.alarm.name).await?;
                Ok(Undone::Removed)
            }
            Some(_) => Ok(Undone::Kept { why: said!("plan-put-alarm-kept"), in_use: false }),
        }
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: said!("plan-put-alarm", name = self.alarm.name.as_str()),
            why,
            console_url: console::alarm(account, &self.alarm.name),
            cli: Call::new("cloudwatch", "DeleteAlarms", json!({ "AlarmNames": [self.alarm.name] }))
                .command(account)
                .to_string(),
        }
    }
}
