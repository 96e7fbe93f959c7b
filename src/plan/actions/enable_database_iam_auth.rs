//! IAM database authentication on the database itself, for end-to-end IAM.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use crate::cloud::{CloudError, CloudResult, DatabaseRef};
use crate::domain::Tags;
use crate::domain::account::Account;
use crate::domain::call::Call;
use crate::domain::console;
use crate::domain::database::{DatabaseKind, DatabaseStatus};
use crate::domain::output::Outputs;
use crate::plan::action::{Act, Context, Done, Patience, Presence, Settled, Undone, moved_on};
use crate::plan::describe::{Description, DiffLine, Leftover};
use crate::text::{Sentence, said, t};

use super::modified_database::{find, modify};

/// Switches IAM database authentication on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnableDatabaseIamAuth {
    /// The database.
    pub database: DatabaseRef,
    /// Its ARN.
    pub arn: String,
}

impl EnableDatabaseIamAuth {
    fn call(&self, on: bool) -> Call {
        modify(&self.database, &[("EnableIAMDatabaseAuthentication", on.into()), ("ApplyImmediately", true.into())])
    }

    async fn settled_as(&self, on: bool, context: &Context<'_>) -> CloudResult<Settled> {
        Ok(match find(&self.database, context).await? {
            Some(database) if database.iam_auth == on && database.status == DatabaseStatus::Available => {
                Settled::ready()
            }
            database => Settled::Waiting {
                state: database.map_or_else(String::new, |database| database.status.into()),
                what: said!("plan-enable-database-iam-auth-wait"),
            },
        })
    }
}

#[async_trait]
impl Act for EnableDatabaseIamAuth {
    fn describe(&self, account: &Account, _tags: &Tags) -> Description {
        let call = self.call(true);
        Description {
            title: t!("plan-enable-database-iam-auth", database = self.database.id.as_str()),
            call: call.name(),
            resource: self.arn.clone(),
            input: call.preview(),
            cli: call.command(account).to_string(),
            why: t!("plan-enable-database-iam-auth-why").into(),
            diff: vec![
                DiffLine::removed("IAMDatabaseAuthenticationEnabled false"),
                DiffLine::added("IAMDatabaseAuthenticationEnabled true"),
            ],
            undo: t!("plan-enable-database-iam-auth-undo", database = self.database.id.as_str()),
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
        Ok(Presence::by_content(find(&self.database, context).await?.is_some_and(|database| database.iam_auth)))
    }

    async fn run(&self, context: &Context<'_>) -> CloudResult<Done> {
        let call = &self.call(true).name();
        let Some(database) = find(&self.database, context).await? else {
            return Err(CloudError::not_found(call, &self.database.id));
        };
        if database.iam_auth {
            return Err(moved_on(call, &self.database.id, said!("plan-enable-database-iam-auth-moved")));
        }
        context.cloud.set_iam_auth(&self.database, true).await?;
        Ok(Done::default())
    }

    async fn settled(&self, context: &Context<'_>) -> CloudResult<Settled> {
        self.settled_as(true, context).await
    }

    async fn undo(&self, context: &Context<'_>, _done: Option<&Done>) -> CloudResult<Undone> {
        match find(&self.database, context).await? {
            Some(database) if database.iam_auth => {
                context.cloud.set_iam_auth(&self.database, false).await?;
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
            title: said!("plan-enable-database-iam-auth", database = self.database.id.as_str()),
            why,
            console_url: console::database(account, &self.database.id, cluster),
            cli: self.call(false).command(account).to_string(),
        }
    }
}
