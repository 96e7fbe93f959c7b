//! Instances and clusters as one list: four calls, each of which may be denied on its own.

use std::collections::{BTreeMap, BTreeSet};

use super::unreadable;
use crate::cloud::{CloudResult, DbCluster, DbSubnetGroup, Reader};
use crate::domain::database::{Database, DatabaseKind};
use crate::domain::observed::{Part, Unreadable};

/// Every database, and what could not be read of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DatabaseList {
    /// By id, clusters before instances of the same id.
    pub databases: Vec<Database>,
    pub unreadable: Vec<Unreadable>,
}

impl DatabaseList {
    /// By id; of any kind where none is given.
    pub fn find(&self, kind: Option<DatabaseKind>, id: &str) -> Part<Database> {
        let matches = |database: &&Database| {
            database.id.eq_ignore_ascii_case(id) && kind.is_none_or(|kind| kind == database.kind)
        };
        match (self.databases.iter().find(matches), self.unreadable.first()) {
            (Some(database), _) => Part::Present(database.clone()),
            // It may be in the list that could not be read.
            (None, Some(why)) => Part::Unreadable(why.clone()),
            (None, None) => Part::Absent,
        }
    }
}

pub async fn databases(reader: &dyn Reader) -> DatabaseList {
    let (instances, clusters, groups, memberships) = futures::join!(
        reader.db_instances(),
        reader.db_clusters(),
        reader.db_subnet_groups(),
        reader.global_memberships()
    );
    let mut failed = Vec::new();
    let mut keep = |error| failed.push(unreadable(error));
    let instances = or_empty(instances, &mut keep);
    let clusters = or_empty(clusters, &mut keep);
    let groups = or_empty(groups, &mut keep);
    let memberships = memberships.unwrap_or_else(|error| {
        keep(error);
        BTreeMap::new()
    });

    let members: BTreeSet<&str> =
        clusters.iter().flat_map(|cluster| cluster.database.members.iter().map(|member| member.id.as_str())).collect();
    let mut databases: Vec<Database> = clusters
        .iter()
        .map(|cluster| {
            let mut database = complete(cluster, &instances, &groups);
            database.global = memberships.get(&database.arn).cloned().or(database.global);
            database
        })
        .collect();
    databases.extend(
        instances
            .iter()
            // Aurora instances always belong to a cluster, even where clusters cannot be read.
            .filter(|instance| !members.contains(instance.id.as_str()) && !instance.engine.is_aurora())
            .cloned(),
    );
    databases.sort_by(|a, b| (&a.id, a.kind != DatabaseKind::Cluster).cmp(&(&b.id, b.kind != DatabaseKind::Cluster)));
    DatabaseList { databases, unreadable: failed }
}

fn or_empty<T>(result: CloudResult<Vec<T>>, keep: &mut impl FnMut(crate::cloud::CloudError)) -> Vec<T> {
    result.unwrap_or_else(|error| {
        keep(error);
        Vec::new()
    })
}

/// A cluster with its network, and with the classes and parameter groups of its members.
fn complete(cluster: &DbCluster, instances: &[Database], groups: &[DbSubnetGroup]) -> Database {
    let mut database = cluster.database.clone();
    if let Some(group) = groups.iter().find(|group| group.name == cluster.subnet_group) {
        database.vpc_id = Some(group.vpc_id.clone());
        database.subnet_ids = group.subnet_ids.clone();
    }
    for member in &mut database.members {
        if let Some(instance) = instances.iter().find(|instance| instance.id == member.id) {
            member.class = instance.class.clone();
            database.parameter_groups.extend(instance.parameter_groups.iter().cloned());
            // Without the subnet groups, a member still tells the VPC.
            database.vpc_id = database.vpc_id.take().or_else(|| instance.vpc_id.clone());
            database.publicly_accessible |= instance.publicly_accessible;
        }
    }
    database
}
