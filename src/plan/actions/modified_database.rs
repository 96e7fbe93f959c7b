//! What the actions that modify a database share: how AWS names it by its kind, and finding it again.

use serde_json::Value;

use crate::cloud::{CloudResult, DatabaseRef};
use crate::domain::call::Call;
use crate::domain::database::{Database, DatabaseKind};
use crate::plan::action::Context;

/// The call that modifies a database, with its id and these other members.
pub(super) fn modify(database: &DatabaseRef, members: &[(&str, Value)]) -> Call {
    let (operation, id) = match database.kind {
        DatabaseKind::Instance => ("ModifyDBInstance", "DBInstanceIdentifier"),
        DatabaseKind::Cluster => ("ModifyDBCluster", "DBClusterIdentifier"),
    };
    let id = (id.to_owned(), Value::from(database.id.as_str()));
    let others = members.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    Call::new("rds", operation, [id].into_iter().chain(others).collect())
}

/// The database as it is now.
pub(super) async fn find(database: &DatabaseRef, context: &Context<'_>) -> CloudResult<Option<Database>> {
    let mut all: Vec<Database> = match database.kind {
        DatabaseKind::Instance => context.cloud.db_instances().await?,
        DatabaseKind::Cluster => {
            context.cloud.db_clusters().await?.into_iter().map(|cluster| cluster.database).collect()
        }
    };
    all.retain(|there| there.id == database.id);
    Ok(all.pop())
}
