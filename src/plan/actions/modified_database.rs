//! What the actions that modify a database share: how AWS names it by its kind, and finding it again.

use crate::cloud::{CloudResult, DatabaseRef};
use crate::domain::database::{Database, DatabaseKind};
use crate::plan::action::Context;

/// How the call that modifies a kind of database is named.
pub(super) struct Names {
    pub call: &'static str,
    /// Of the AWS CLI.
    pub operation: &'static str,
    /// The CLI's option for its id.
    pub option: &'static str,
    /// The API's field for its id.
    pub field: &'static str,
}

pub(super) const fn names(kind: DatabaseKind) -> Names {
    match kind {
        DatabaseKind::Instance => Names {
            call: "rds:ModifyDBInstance",
            operation: "modify-db-instance",
            option: "--db-instance-identifier",
            field: "DBInstanceIdentifier",
        },
        DatabaseKind::Cluster => Names {
            call: "rds:ModifyDBCluster",
            operation: "modify-db-cluster",
            option: "--db-cluster-identifier",
            field: "DBClusterIdentifier",
        },
    }
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
