//! One of the database's logs, exported to CloudWatch.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cloud::{CloudError, CloudResult, DatabaseRef};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::database::{Database, DatabaseKind, DatabaseStatus};
use crate::domain::output::Outputs;
use crate::plan::action::{Act, Context, Done, Patience, Presence, Settled, Undone, moved_on};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

use super::modified_database::{find, modify};

/// Switches the export on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportLog {
    /// The database.
    pub database: DatabaseRef,
    /// Its ARN.
    pub arn: String,
    /// `iam-db-auth-error`.
    pub log: String,
}

impl ExportLog {
    fn call(&self, on: bool) -> Call {
        let list = if on { "EnableLogTypes" } else { "DisableLogTypes" };
        modify(&self.database, &[("CloudwatchLogsExportConfiguration", json!({ list: [self.log] }))])
    }

    fn is_exported(&self, database: &Database) -> bool {
        database.log_exports.contains(&self.log)
    }

    async fn settled_as(&self, on: bool, context: &Context<'_>) -> CloudResult<Settled> {
        Ok(match find(&self.database, context).await? {
            Some(database) if self.is_exported(&database) == on && database.status == DatabaseStatus::Available => {
                Settled::ready()
            }
            database => Settled::Waiting {
                state: database.map_or_else(String::new, |database| database.status.into()),
                what: said!("plan-export-log-wait"),
            },
        })
    }
}

#[async_trait]
impl Act for ExportLog {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let call = self.call(true);
        Description {
            title: t!("plan-export-log", database = self.database.id.as_str(), log = self.log.as_str()),
            call: call.name(),
            resource: self.arn.clone(),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: t!("plan-export-log-why").into(),
            diff: vec![DiffLine::added(format!("EnabledCloudwatchLogsExports {}", self.log))],
            undo: t!("plan-export-log-undo", database = self.database.id.as_str(), log = self.log.as_str()),
        }
    }

    fn needed(&self, _account: &Account) -> Vec<(String, String)> {
        vec![(self.call(true).name(), self.arn.clone())]
    }

    fn needed_to_undo(&self, account: &Account) -> Vec<(String, String)> {
        self.needed(account)
    }

    fn patience(&self) -> Patience {
        Patience::minutes(1, 3, 20, 10)
    }

    fn undo_patience(&self) -> Patience {
        self.patience()
    }

    async fn look(&self, context: &Context<'_>) -> CloudResult<Presence> {
        Ok(Presence::by_content(
            find(&self.database, context).await?.is_some_and(|database| self.is_exported(&database)),
        ))
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let call = &self.call(true).name();
        let Some(database) = find(&self.database, context).await? else {
            return Err(CloudError::not_found(call, &self.database.id));
        };
        if self.is_exported(&database) {
            return Err(moved_on(call, &self.database.id, said!("plan-export-log-moved")));
        }
        context.cloud.set_log_export(&self.database, &self.log, true).await?;
        Ok(Done::default())
    }

    async fn settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        self.settled_as(true, context).await
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        match find(&self.database, context).await? {
            Some(database) if self.is_exported(&database) => {
                context.cloud.set_log_export(&self.database, &self.log, false).await?;
                Ok(Undone::Restored)
            }
            _ => Ok(Undone::AlreadyGone),
        }
    }

    async fn undo_settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        self.settled_as(false, context).await
    }

    fn leftover(&self, account: &Account, _outputs: &Outputs, why: Sentence) -> Leftover {
        let cluster = self.database.kind == DatabaseKind::Cluster;
        Leftover {
            title: said!("plan-export-log", database = self.database.id.as_str(), log = self.log.as_str()),
            why,
            console_url: console::database(account, &self.database.id, cluster),
            cli: self.call(false).command(account).to_string(),
        }
    }
}
