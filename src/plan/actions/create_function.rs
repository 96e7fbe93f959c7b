//! A function that is made for a moment, with another function's network and role.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::cloud::{CloudError, CloudResult, ErrorKind, NewFunction};
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::function::{Function, FunctionState, FunctionVpc, UpdateStatus};
use crate::domain::output::Outputs;
use crate::domain::stored;
use crate::domain::{TAG_PROBE, Tags};
use crate::plan::action::{Act, Context, Done, Patience, Presence, Settled, Undone, not_ours};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

const RUNTIME: &str = "python3.13";
const FILE: &str = "probe.py";
const HANDLER: &str = "probe.handler";
/// All stages of a connection may take 55 s.
const TIMEOUT_SECS: u32 = 70;
const MEMORY_MB: u32 = 256;

/// A new function of one Python file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateFunction {
    /// Its name, with the run's own suffix.
    pub name: String,
    /// The function whose place it takes.
    pub like: String,
    /// That function's role.
    pub role_arn: String,
    /// That function's network.
    pub vpc: Option<FunctionVpc>,
    /// The program.
    pub source: String,
}

impl CreateFunction {
    fn arn(&self, account: &Account) -> String {
        account.arn("lambda", &format!("function:{}", self.name))
    }

    async fn find(&self, context: &Context<'_>) -> CloudResult<Option<(Function, Tags)>> {
        let Some(function) = context.cloud.function(&self.name).await? else { return Ok(None) };
        let tags = context.cloud.function_tags(&function.arn).await?.unwrap_or_default();
        Ok(Some((function, tags)))
    }

    /// The same bytes for the same source.
    fn code(&self) -> CloudResult<Vec<u8>> {
        let failed = |why: String| CloudError::new(ErrorKind::Unexpected, "lambda:CreateFunction", why).on(&self.name);
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        archive.start_file(FILE, options).map_err(|error| failed(error.to_string()))?;
        archive.write_all(self.source.as_bytes()).map_err(|error| failed(error.to_string()))?;
        Ok(archive.finish().map_err(|error| failed(error.to_string()))?.into_inner())
    }
}

#[async_trait]
impl Act for CreateFunction {
    fn describe(&self, account: &Account, tags: &Tags) -> Description {
        let input = json!({
            "FunctionName": self.name,
            "Description": stored::PROBE_DESCRIPTION,
            "Runtime": RUNTIME,
            "Handler": HANDLER,
            "Role": self.role_arn,
            "VpcConfig": self.vpc.as_ref().map(FunctionVpc::input),
            "Timeout": TIMEOUT_SECS,
            "MemorySize": MEMORY_MB,
            "Code": { "ZipFile": FILE },
            "Tags": tags,
        });
        let call = Call::new("lambda", "CreateFunction", input).member_as("Code", "zip-file", "fileb://probe.zip");
        Description {
            title: t!("plan-create-function", name = self.name.as_str(), like = self.like.as_str()),
            call: call.name(),
            resource: self.arn(account),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: t!("plan-create-function-why", like = self.like.as_str()),
            diff: vec![DiffLine::added(&self.name)],
            undo: t!("plan-create-function-undo", name = self.name.as_str()),
        }
    }

    fn needed(&self, account: &Account) -> Vec<(String, String)> {
        let arn = self.arn(account);
        let own = ["CreateFunction", "GetFunctionConfiguration", "InvokeFunction", "ListTags", "TagResource"];
        let own = own.map(|action| (format!("lambda:{action}"), arn.clone()));
        own.into_iter().chain([("iam:PassRole".to_owned(), self.role_arn.clone())]).collect()
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        vec![("lambda:DeleteFunction".into(), self.arn(account))]
    }

    fn patience(&self) -> Patience {
        Patience::minutes(1, 2, 8, 3)
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(match self.find(context).await? {
            None => Presence::Absent,
            Some((_, tags)) => Presence::There { ours: context.made_by_this_run(&tags), done: Done::default() },
        })
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let mut tags = context.tags.clone();
        tags.insert(TAG_PROBE.to_owned(), self.like.clone());
        let new = NewFunction {
            name: self.name.clone(),
            description: stored::PROBE_DESCRIPTION.to_owned(),
            runtime: RUNTIME.to_owned(),
            handler: HANDLER.to_owned(),
            role_arn: self.role_arn.clone(),
            vpc: self.vpc.clone(),
            code: self.code()?,
            timeout_secs: TIMEOUT_SECS,
            memory_mb: MEMORY_MB,
            tags,
        };
        context.cloud.create_function(new).await?;
        Ok(Done::default())
    }

    async fn settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        let function = context.cloud.function(&self.name).await?;
        let state = function.as_ref().and_then(|function| function.state.clone()).unwrap_or(FunctionState::Pending);
        let updating = function.is_none_or(|function| function.last_update_status == Some(UpdateStatus::InProgress));
        Ok(match state {
            FunctionState::Active if !updating => Settled::ready(),
            // Its reason stands in the state's code, which the engine shows.
            FunctionState::Failed => Settled::Stuck { state: state.into() },
            _ => Settled::Waiting { state: state.into(), what: said!("plan-create-function-wait") },
        })
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        match self.find(context).await? {
            None => Ok(Undone::AlreadyGone),
            Some((_, tags)) if !context.made_by_this_run(&tags) => Ok(not_ours()),
            Some(_) => {
                context.cloud.delete_function(&self.name).await?;
                Ok(Undone::Removed)
            }
        }
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        Leftover {
            title: said!("plan-create-function", name = self.name.as_str(), like = self.like.as_str()),
            why,
            console_url: console::function(account, &self.name),
            cli: Call::new("lambda", "DeleteFunction", json!({ "FunctionName": self.name }))
                .command(account)
                .to_string(),
        }
    }
}
