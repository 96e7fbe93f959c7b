//! A published version with the new settings, and the alias that people call.
//!
//! Lambda publishes nothing when `$LATEST` is as it was published last, and names that version
//! instead: publishing again after a crash is safe.
//! <https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html>

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudError, CloudResult, ErrorKind};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::{Call, together};
use crate::domain::console;
use crate::domain::output::{Output, Outputs};
use crate::plan::action::{Act, Context, Done, Presence, Undone, moved_on};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

const CALL: &str = "lambda:UpdateAlias";

/// Publishes `$LATEST` and moves an alias to the new version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishAndMoveAlias {
    /// The function's name.
    pub function: String,
    /// The function's ARN.
    pub function_arn: String,
    /// The alias.
    pub alias: String,
    /// Where it points when the plan was made.
    pub from_version: String,
    /// The plan changes nothing on the function, so there is nothing to publish.
    pub unchanged: bool,
    /// Of a further function: the version is known to this step alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub further: bool,
}

impl PublishAndMoveAlias {
    async fn version(&self, context: &Context<'_>) -> CloudResult<Option<String>> {
        let aliases = context.cloud.aliases(&self.function).await?;
        Ok(aliases.into_iter().find(|alias| alias.name == self.alias).map(|alias| alias.version))
    }

    fn title(&self) -> Sentence {
        said!("plan-publish-and-move-alias", alias = self.alias.as_str(), function = self.function.as_str())
    }

    fn move_to(&self, version: &str) -> Call {
        let input = json!({ "FunctionName": self.function, "Name": self.alias, "FunctionVersion": version });
        Call::new("lambda", "UpdateAlias", input)
    }

    fn done(&self, version: String) -> Done {
        if self.further {
            return Done { outputs: Vec::new(), note: Some(version) };
        }
        Done::with(Output::FunctionVersion, version)
    }

    /// The version in words: the setup's own token is filled in with the first function's.
    fn own(&self, text: String) -> String {
        let version = Output::FunctionVersion;
        if self.further { text.replace(&version.token(), &format!("${}", version.variable())) } else { text }
    }

    /// The version this run published, found out by publishing once more where the receipt does
    /// not say.
    async fn published<'a>(&self, context: &Context<'_>, done: Option<&'a Done>) -> CloudResult<String> {
        let known = |done: &'a Done| done.note.as_ref().or(done.outputs.first().map(|(_, version)| version));
        match done.and_then(known) {
            Some(version) => Ok(version.clone()),
            None => context.cloud.publish_version(&self.function).await,
        }
    }
}

#[async_trait]
impl Act for PublishAndMoveAlias {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let version = Output::FunctionVersion;
        let publish = Call::new("lambda", "PublishVersion", json!({ "FunctionName": self.function }));
        let call = self.move_to(&version.token());
        let here = format!("{} → {}", self.alias, self.from_version);
        let diff = if self.unchanged {
            vec![DiffLine::kept(here)]
        } else {
            vec![DiffLine::removed(here), DiffLine::added(self.own(format!("{} → {}", self.alias, version.token())))]
        };
        Description {
            title: self.title().into(),
            call: CALL.into(),
            resource: format!("{}:{}", self.function_arn, self.alias),
            input: self.own(together(&[&publish, &call])),
            cli: self.own(format!(
                "{}\n{}",
                publish.command(account).into_variable(version, "Version"),
                call.command(account)
            )),
            why: if self.unchanged {
                t!("plan-publish-and-move-alias-same").into()
            } else {
                t!("plan-publish-and-move-alias-why").into()
            },
            diff,
            undo: t!(
                "plan-publish-and-move-alias-undo",
                alias = self.alias.as_str(),
                function = self.function.as_str(),
                version = self.from_version.as_str()
            ),
        }
    }

    fn needed(&self, _account: &Account) -> Vec<(String, String)> {
        vec![
            ("lambda:PublishVersion".into(), self.function_arn.clone()),
            (CALL.into(), format!("{}:{}", self.function_arn, self.alias)),
        ]
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        let mut needed = self.needed(account);
        // The version is not known yet; the function itself has no version in its ARN.
        needed.push(("lambda:DeleteFunction".into(), format!("{}:*", self.function_arn)));
        needed
    }

    fn brings(&self) -> Vec<Output> {
        if self.further { Vec::new() } else { vec![Output::FunctionVersion] }
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(match self.version(context).await? {
            Some(now) if now != self.from_version || self.unchanged => {
                Presence::There { done: self.done(now), ours: true }
            }
            _ => Presence::Absent,
        })
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let Some(now) = self.version(context).await? else {
            return Err(CloudError::not_found(CALL, &self.alias));
        };
        if now != self.from_version {
            return Err(moved_on(
                CALL,
                &self.alias,
                said!("plan-publish-and-move-alias-moved", version = now.as_str()),
            ));
        }
        let version = context.cloud.publish_version(&self.function).await?;
        context.cloud.update_alias(&self.function, &self.alias, &version).await?;
        Ok(self.done(version))
    }

    async fn undo(&self, context: &Context<'_>, done: Option<&Done>) -> CloudResult<Undone> {
        let Some(now) = self.version(context).await? else { return Ok(Undone::AlreadyGone) };
        let ours = self.published(context, done).await?;
        if now != ours && now != self.from_version {
            let why = said!("plan-publish-and-move-alias-moved", version = now.as_str());
            return Ok(Undone::Kept { why, in_use: false });
        }
        if now == ours && ours != self.from_version {
            context.cloud.update_alias(&self.function, &self.alias, &self.from_version).await?;
        }
        if ours != self.from_version {
            context.cloud.delete_version(&self.function, &ours).await?;
            // The answer to a deletion is empty: only the account tells that it happened.
            if context.cloud.function_at(&self.function, &ours).await?.is_some() {
                let message = said!("plan-publish-and-move-alias-still", version = ours.as_str());
                return Err(CloudError::new(ErrorKind::Unexpected, "lambda:DeleteFunction", message).on(&self.function));
            }
        }
        Ok(Undone::Restored)
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: self.title(),
            why,
            console_url: console::function(account, &self.function),
            cli: self.move_to(&self.from_version).command(account).to_string(),
        }
    }
}
