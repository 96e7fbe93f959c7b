//! A deleted secret of an earlier run, back under its name and ARN, with a new password.
//!
//! Three calls, in the only order that AWS takes: a secret that is marked for deletion can be
//! neither tagged nor written. The version that is put has the step's token for its id, so that a
//! second time is recognised.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::create_secret::{FROM_PIPE, secret_string_command, value};
use crate::cloud::{CloudError, CloudResult};
use crate::domain::TAG_RUN;
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::{Call, together};
use crate::domain::choices::PasswordSource;
use crate::domain::cli_command::CliCommand;
use crate::domain::console;
use crate::domain::output::{Output, Outputs};
use crate::domain::secret::RECOVERY_DAYS;
use crate::domain::secret::Secret;
use crate::domain::tag_list;
use crate::plan::action::{Act, Context, Done, Presence, Undone, moved_on, not_ours};
use crate::plan::describe::{DOTS, Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

const CALL: &str = "secretsmanager:RestoreSecret";

/// A deleted secret that comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestoreSecret {
    /// Its name.
    pub name: String,
    /// Its ARN.
    pub arn: String,
    /// The run that made it, as its tag says.
    pub made_by: Option<String>,
    /// The user name written into it.
    pub username: String,
    /// Where the password comes from.
    pub password: PasswordSource,
    /// The customer's key that it is encrypted with.
    pub kms_key_id: Option<String>,
}

impl RestoreSecret {
    /// Nobody but this run has touched it since the plan was made.
    fn is_ours(&self, context: &Context<'_>, secret: &Secret) -> bool {
        context.made_by_this_run(&secret.tags) || secret.tags.get(TAG_RUN) == self.made_by.as_ref()
    }

    fn title(&self) -> Sentence {
        said!("plan-restore-secret", name = self.name.as_str())
    }
}

#[async_trait]
impl Act for RestoreSecret {
    fn describe(&self, account: &Account, tags: &Tags) -> Description {
        let id = json!(self.arn);
        let restore = Call::new("secretsmanager", "RestoreSecret", json!({ "SecretId": id }));
        let tag = Call::new("secretsmanager", "TagResource", json!({ "SecretId": id, "Tags": tag_list(tags) }));
        let value = json!({ "username": self.username, "password": DOTS }).to_string();
        let put = Call::new("secretsmanager", "PutSecretValue", json!({ "SecretId": id, "SecretString": value }))
            .member_as("SecretString", "secret-string", FROM_PIPE);
        let source = match self.password {
            PasswordSource::Generated => t!("plan-create-secret-generated"),
            PasswordSource::Typed => t!("plan-create-secret-typed"),
        };
        Description {
            title: self.title().into(),
            call: CALL.into(),
            resource: self.arn.clone(),
            input: together(&[&restore, &tag, &put]),
            cli: format!(
                "{}\n{}\n{}{}",
                restore.command(account),
                tag.command(account),
                secret_string_command(&self.username, self.password, account),
                put.command(account),
            ),
            why: t!("plan-restore-secret-why", user = self.username.as_str()),
            diff: vec![
                DiffLine::removed(t!("plan-restore-secret-deleted")),
                DiffLine::added(format!("username {}", self.username)),
                DiffLine::added(source),
            ],
            undo: t!("plan-restore-secret-undo", name = self.name.as_str(), days = RECOVERY_DAYS),
        }
    }

    fn needed(&self, _account: &Account) -> Vec<(String, String)> {
        let mut needed: Vec<(String, String)> =
            [CALL, "secretsmanager:TagResource", "secretsmanager:PutSecretValue", "secretsmanager:DescribeSecret"]
                .map(|action| (action.to_owned(), self.arn.clone()))
                .to_vec();
        if self.password == PasswordSource::Generated {
            needed.push(("secretsmanager:GetRandomPassword".into(), "*".into()));
        }
        for action in
            self.kms_key_id.iter().flat_map(|key| ["kms:GenerateDataKey", "kms:Decrypt"].map(|act| (act, key)))
        {
            needed.push((action.0.to_owned(), action.1.clone()));
        }
        needed
    }

    fn needed_to_undo(&self, _account: &Account) -> Vec<(String, String)> {
        ["secretsmanager:DescribeSecret", "secretsmanager:DeleteSecret"]
            .map(|action| (action.to_owned(), self.arn.clone()))
            .to_vec()
    }

    fn brings(&self) -> Vec<Output> {
        vec![Output::SecretArn]
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        let Some(secret) = context.cloud.secret(&self.arn).await? else { return Ok(Presence::Other) };
        if !self.is_ours(context, &secret) {
            return Ok(Presence::Other);
        }
        let written = secret.version_stages.is_some_and(|stages| stages.contains_key(context.token));
        let whole = !secret.deleted && context.made_by_this_run(&secret.tags) && written;
        let done = Done::with(Output::SecretArn, &self.arn);
        Ok(if whole { Presence::There { done, ours: true } } else { Presence::Absent })
    }

    /// Goes on where it was cut short.
    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let Some(secret) = context.cloud.secret(&self.arn).await? else {
            return Err(CloudError::not_found(CALL, &self.name));
        };
        if !self.is_ours(context, &secret) {
            return Err(moved_on(CALL, &self.name, said!("plan-restore-secret-moved")));
        }
        if secret.deleted {
            context.cloud.restore_secret(&self.arn).await?;
        }
        if !context.made_by_this_run(&secret.tags) {
            context.cloud.tag_secret(&self.arn, context.tags).await?;
        }
        if !secret.version_stages.is_some_and(|stages| stages.contains_key(context.token)) {
            let value = value(&self.username, self.password, &self.name, context).await?;
            context.cloud.put_secret_value(&self.arn, value, context.token).await?;
        }
        Ok(Done::with(Output::SecretArn, &self.arn))
    }

    async fn undo(&self, context: &Context<'_>, done: Option<&Done>) -> CloudResult<Undone> {
        match context.cloud.secret(&self.arn).await? {
            None => Ok(Undone::AlreadyGone),
            Some(secret) if secret.deleted => Ok(Undone::AlreadyGone),
            // Cut short between its return and its tag, it looks as it did before it was deleted.
            Some(secret)
                if context.made_by_this_run(&secret.tags) || (done.is_none() && self.is_ours(context, &secret)) =>
            {
                context.cloud.delete_secret(&self.arn, RECOVERY_DAYS).await?;
                Ok(Undone::Removed)
            }
            Some(_) => Ok(not_ours()),
        }
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: self.title(),
            why,
            console_url: console::secret(account, &self.name),
            cli: CliCommand::new("secretsmanager delete-secret")
                .with("secret-id", &self.name)
                .with("recovery-window-in-days", &RECOVERY_DAYS.to_string())
                .region(account)
                .to_string(),
        }
    }
}
