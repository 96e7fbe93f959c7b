//! A secret with the database user's name and password.
//!
//! The password goes from the account's generator, or from the person's field, into the call and
//! nowhere else.

use async_trait::async_trait;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudError, CloudResult, ErrorKind, NewSecret};
use crate::domain::account::Account;
use crate::domain::choices::PasswordSource;
use crate::domain::console;
use crate::domain::output::{Output, Outputs};
use crate::domain::setup::Setup;
use crate::domain::shell::word_with_variables;
use crate::plan::action::{Act, Context, Done, Presence, Undone, not_ours};
use crate::plan::command::{Command, tag_list};
use crate::plan::describe::{DOTS, Description, DiffLine, Leftover, pretty};
use crate::text::t;

/// Characters of a generated password. MySQL accepts 32, and so do all others.
const LENGTH: u32 = 32;
/// Characters that database engines or JSON cannot bear in a password.
const EXCLUDED: &str = r#""'@/\"#;
/// Days in which a deleted secret can be restored; the least that AWS offers.
const RECOVERY_DAYS: u32 = 7;

/// A new secret; the password itself is never part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateSecret {
    /// Its name.
    pub name: String,
    /// Its description in AWS.
    pub description: String,
    /// The user name written into it.
    pub username: String,
    /// Where the password comes from.
    pub password: PasswordSource,
    /// Key ARN; absent means the AWS managed key.
    pub kms_key_id: Option<String>,
}

impl CreateSecret {
    fn cli(&self, setup: &Setup) -> String {
        let username = json!(self.username).to_string();
        let source = match self.password {
            PasswordSource::Generated => {
                let random = Command::new("secretsmanager", "get-random-password")
                    .option("--password-length", &LENGTH.to_string())
                    .option("--exclude-characters", EXCLUDED)
                    .region(&setup.account)
                    .option("--query", "RandomPassword")
                    .option("--output", "text");
                format!("{random} |\n  tr -d '\\n' |\n  ")
            }
            PasswordSource::Typed => "read -rs PASSWORD; printf %s \"$PASSWORD\" |\n  ".to_owned(),
        };
        let shape = word_with_variables(&format!("{{username: {username}, password: .}}"));
        let create = Command::new("secretsmanager", "create-secret")
            .option("--name", &self.name)
            .option("--description", &self.description)
            .option("--secret-string", "file:///dev/stdin")
            .option_if("--kms-key-id", self.kms_key_id.as_deref())
            .option("--tags", &tag_list(&setup.tags).to_string())
            .region(&setup.account)
            .into_variable(Output::SecretArn, "ARN");
        // The password is read on standard input from end to end, so no process list shows it.
        let (variable, create) = create.split_once("=$(").unwrap_or_default();
        format!("{variable}=$({source}jq -Rs {shape} |\n  {create}")
    }

    async fn value(&self, context: &Context<'_>) -> CloudResult<SecretString> {
        let generated;
        let password = match (self.password, context.password) {
            (PasswordSource::Generated, _) => {
                generated = context.cloud.random_password(LENGTH, EXCLUDED).await?;
                &generated
            }
            (PasswordSource::Typed, Some(typed)) => typed,
            (PasswordSource::Typed, None) => {
                return Err(CloudError::new(
                    ErrorKind::Refused,
                    "secretsmanager:CreateSecret",
                    t!("plan-create-secret-no-password"),
                )
                .on(&self.name));
            }
        };
        let value = json!({ "username": self.username, "password": password.expose_secret() }).to_string();
        Ok(SecretString::from(value))
    }
}

#[async_trait]
impl Act for CreateSecret {
    fn describe(&self, setup: &Setup) -> Description {
        let mut input = json!({
            "Name": self.name,
            "Description": self.description,
            "SecretString": json!({ "username": self.username, "password": DOTS }).to_string(),
            "Tags": tag_list(&setup.tags),
        });
        if let (Some(key), Some(input)) = (&self.kms_key_id, input.as_object_mut()) {
            input.insert("KmsKeyId".into(), json!(key));
        }
        let source = match self.password {
            PasswordSource::Generated => t!("plan-create-secret-generated"),
            PasswordSource::Typed => t!("plan-create-secret-typed"),
        };
        Description {
            title: t!("plan-create-secret", name = self.name.as_str()),
            call: "secretsmanager:CreateSecret".into(),
            resource: self.name.clone(),
            input: pretty(&input),
            cli: self.cli(setup),
            why: t!("plan-create-secret-why", user = self.username.as_str()),
            diff: vec![DiffLine::added(format!("username {}", self.username)), DiffLine::added(source)],
            undo: t!("plan-create-secret-undo", days = RECOVERY_DAYS),
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        let secret = account.arn("secretsmanager", &format!("secret:{}-*", self.name));
        let mut needed =
            vec![("secretsmanager:CreateSecret".into(), secret.clone()), ("secretsmanager:TagResource".into(), secret)];
        if self.password == PasswordSource::Generated {
            needed.push(("secretsmanager:GetRandomPassword".into(), "*".into()));
        }
        if let Some(key) = &self.kms_key_id {
            needed.push(("kms:GenerateDataKey".into(), key.clone()));
            needed.push(("kms:Decrypt".into(), key.clone()));
        }
        needed
    }

    fn brings(&self) -> Vec<Output> {
        vec![Output::SecretArn]
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        // One that the plan found is known by its ARN, which may be another account's.
        let id = context.outputs.get(Output::SecretArn).unwrap_or(&self.name);
        let there = context.cloud.secret(id).await?.filter(|secret| !secret.deleted);
        Ok(there.map_or(Presence::Absent, |secret| Presence::There {
            ours: context.made_by_this_run(&secret.tags),
            done: Done::with(Output::SecretArn, secret.arn),
        }))
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let arn = context
            .cloud
            .create_secret(NewSecret {
                name: self.name.clone(),
                description: self.description.clone(),
                kms_key_id: self.kms_key_id.clone(),
                value: self.value(context).await?,
                tags: context.tags.clone(),
                token: context.token.to_owned(),
            })
            .await?;
        Ok(Done::with(Output::SecretArn, arn))
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        match context.cloud.secret(&self.name).await? {
            None => Ok(Undone::AlreadyGone),
            Some(secret) if secret.deleted => Ok(Undone::AlreadyGone),
            Some(secret) if !context.made_by_this_run(&secret.tags) => Ok(not_ours()),
            Some(secret) => {
                context.cloud.delete_secret(&secret.arn, RECOVERY_DAYS).await?;
                Ok(Undone::Removed)
            }
        }
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: String) -> Leftover {
        Leftover {
            title: t!("plan-create-secret", name = self.name.as_str()),
            why,
            console_url: console::secret(account, &self.name),
            cli: Command::new("secretsmanager", "delete-secret")
                .option("--secret-id", &self.name)
                .option("--recovery-window-in-days", &RECOVERY_DAYS.to_string())
                .region(account)
                .to_string(),
        }
    }
}
