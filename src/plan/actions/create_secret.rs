//! A secret with the database user's name and password.
//!
//! The password goes from the account's generator, or from the person's field, into the call and
//! nowhere else.

use async_trait::async_trait;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudError, CloudResult, ErrorKind, NewSecret};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::choices::PasswordSource;
use crate::domain::cli_command::CliCommand;
use crate::domain::console;
use crate::domain::output::{Output, Outputs};
use crate::domain::secret::{NOT_IN_PASSWORDS, PASSWORD_LENGTH, RECOVERY_DAYS};
use crate::domain::shell::word_with_variables;
use crate::domain::tag_list;
use crate::plan::action::{Act, Context, Done, Presence, Undone, not_ours};
use crate::plan::describe::{DOTS, Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

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

/// Where the AWS CLI takes a secret from: no command line holds it.
pub(super) const FROM_PIPE: &str = "file:///dev/stdin";

impl CreateSecret {
    /// Its ARN: AWS appends a hyphen and six characters to the name.
    fn to_be(&self, account: &Account) -> String {
        account.arn("secretsmanager", &format!("secret:{}-??????", self.name))
    }

    fn call(&self, tags: &Tags) -> Call {
        let input = json!({
            "Name": self.name,
            "Description": self.description,
            "SecretString": json!({ "username": self.username, "password": DOTS }).to_string(),
            "KmsKeyId": self.kms_key_id,
            "Tags": tag_list(tags),
        });
        Call::new("secretsmanager", "CreateSecret", input).member_as("SecretString", "secret-string", FROM_PIPE)
    }

    fn cli(&self, account: &Account, tags: &Tags) -> String {
        let create = self.call(tags).command(account).into_variable(Output::SecretArn, "ARN");
        let (variable, create) = create.split_once("=$(").unwrap_or_default();
        format!("{variable}=$({}{create}", secret_string_command(&self.username, self.password, account))
    }
}

/// What a secret is to hold; `name` is for the error where no password was typed.
pub(super) async fn value(
    username: &str,
    source: PasswordSource,
    name: &str,
    context: &Context<'_>,
) -> CloudResult<SecretString> {
    match (source, context.password) {
        (PasswordSource::Generated, _) => {
            let generated = context.cloud.random_password(PASSWORD_LENGTH, NOT_IN_PASSWORDS).await?;
            Ok(secret_string(username, &generated))
        }
        (PasswordSource::Typed, Some(typed)) => Ok(secret_string(username, typed)),
        (PasswordSource::Typed, None) => {
            let why = said!("plan-create-secret-no-password");
            Err(CloudError::new(ErrorKind::Refused, "secretsmanager:CreateSecret", why).on(name))
        }
    }
}

/// The start of a pipe that ends in the secret's text. The password is read on standard input from end
/// to end, so no process list shows it.
pub(super) fn secret_string_command(username: &str, source: PasswordSource, account: &Account) -> String {
    let source = match source {
        PasswordSource::Generated => {
            let random = CliCommand::new("secretsmanager get-random-password")
                .with("password-length", &PASSWORD_LENGTH.to_string())
                .with("exclude-characters", NOT_IN_PASSWORDS)
                .region(account)
                .text_of("RandomPassword");
            format!("{random} |\n  tr -d '\\n' |\n  ")
        }
        PasswordSource::Typed => "read -rs PASSWORD; printf %s \"$PASSWORD\" |\n  ".to_owned(),
    };
    let shape = word_with_variables(&format!("{{username: {}, password: .}}", json!(username)));
    format!("{source}jq -Rs {shape} |\n  ")
}

/// The secret's text. Written once into a buffer that need not grow, and that is wiped: growing and
/// `serde_json::Value` would leave copies behind.
fn secret_string(username: &str, password: &SecretString) -> SecretString {
    #[derive(Serialize)]
    struct Text<'a> {
        username: &'a str,
        password: &'a str,
    }
    let password = password.expose_secret();
    // Escaped, a byte becomes six at most.
    let mut text = Zeroizing::new(Vec::with_capacity(64 + 6 * (username.len() + password.len())));
    // Strings can always be written, and a `Vec` takes all.
    let written = serde_json::to_writer(&mut *text, &Text { username, password });
    debug_assert!(written.is_ok());
    SecretString::from(std::str::from_utf8(&text).unwrap_or_default())
}

#[async_trait]
impl Act for CreateSecret {
    fn describe(&self, account: &Account, tags: &Tags) -> Description {
        let call = self.call(tags);
        let source = match self.password {
            PasswordSource::Generated => t!("plan-create-secret-generated"),
            PasswordSource::Typed => t!("plan-create-secret-typed"),
        };
        Description {
            title: t!("plan-create-secret", name = self.name.as_str()),
            call: call.name(),
            resource: self.name.clone(),
            input: call.preview(),
            cli: self.cli(account, tags),
            why: t!("plan-create-secret-why", user = self.username.as_str()),
            diff: vec![DiffLine::added(format!("username {}", self.username)), DiffLine::added(source)],
            undo: t!("plan-create-secret-undo", name = self.name.as_str(), days = RECOVERY_DAYS),
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        let secret = self.to_be(account);
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

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        vec![("secretsmanager:DeleteSecret".into(), self.to_be(account))]
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
                value: value(&self.username, self.password, &self.name, context).await?,
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

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: said!("plan-create-secret", name = self.name.as_str()),
            why,
            console_url: console::secret(account, &self.name),
            cli: Call::new(
                "secretsmanager",
                "DeleteSecret",
                json!({ "SecretId": self.name, "RecoveryWindowInDays": RECOVERY_DAYS }),
            )
            .command(account)
            .to_string(),
        }
    }
}
