//! Instances, clusters, subnet groups.

use super::Subject;
use rds_proxy_wizard::cloud::{DatabaseRef, ErrorKind};
use rds_proxy_wizard::domain::database::{DatabaseKind, Engine};

pub async fn databases_are_read_with_their_network(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let caller = cloud.caller().await.unwrap();
    assert_eq!((caller.account.len(), caller.account.as_str()), (12, subject.connection.account.id.as_str()));
    cloud.account_alias().await.unwrap();

    let instances = cloud.db_instances().await.unwrap();
    for (id, engine, port) in [(&seeded.mysql, Engine::Mysql, 3306), (&seeded.postgres, Engine::Postgres, 5432)] {
        let found = instances.iter().find(|database| database.id == *id).unwrap();
        assert_eq!((found.kind, &found.engine, found.port), (DatabaseKind::Instance, &engine, Some(port)));
        assert_eq!(found.vpc_id.as_ref(), Some(&seeded.vpc_id));
        assert_eq!(sorted(&found.subnet_ids), sorted(&seeded.subnet_ids));
        assert_eq!(found.security_group_ids, std::slice::from_ref(&seeded.database_group_id));
        assert!(found.resource_id.starts_with("db-"), "{}", found.resource_id);
        assert!(found.arn.ends_with(&format!(":db:{id}")), "{}", found.arn);
        assert!(found.host.is_some() && !found.iam_auth && !found.engine_version.is_empty());
    }

    let clusters = cloud.db_clusters().await.unwrap();
    let cluster = clusters.iter().find(|cluster| cluster.database.id == seeded.cluster).unwrap();
    assert_eq!(cluster.subnet_group, seeded.subnet_group);
    assert_eq!((cluster.database.kind, &cluster.database.engine), (DatabaseKind::Cluster, &Engine::AuroraMysql));
    assert!(cluster.database.resource_id.starts_with("cluster-"), "{}", cluster.database.resource_id);
    assert!(cluster.database.members.iter().any(|member| member.id == seeded.cluster_member));

    let groups = cloud.db_subnet_groups().await.unwrap();
    let group = groups.iter().find(|group| group.name == seeded.subnet_group).unwrap();
    assert_eq!((&group.vpc_id, sorted(&group.subnet_ids)), (&seeded.vpc_id, sorted(&seeded.subnet_ids)));

    let memberships = cloud.global_memberships().await.unwrap();
    assert!(!memberships.contains_key(&cluster.database.arn));
}

pub async fn iam_authentication_goes_on_and_off(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let instance = DatabaseRef { kind: DatabaseKind::Instance, id: seeded.mysql.clone() };
    let cluster = DatabaseRef { kind: DatabaseKind::Cluster, id: seeded.cluster.clone() };
    let mut databases = vec![&instance];
    if subject.can("IAM authentication of a cluster") {
        databases.push(&cluster);
    }
    for wanted in [true, false] {
        for database in databases.iter().copied() {
            subject.patiently(|| cloud.set_iam_auth(database, wanted)).await;
            subject.until("IAM authentication", || async { iam_auth(subject, database).await == wanted }).await;
        }
    }
    for database in databases {
        let unknown = DatabaseRef { kind: database.kind, id: subject.named("unknown") };
        subject.refused(cloud.set_iam_auth(&unknown, true).await, ErrorKind::NotFound);
    }
}

pub async fn a_log_is_exported_and_no_longer(subject: &Subject) {
    let (cloud, id) = (subject.cloud(), subject.seeded.mysql.clone());
    let database = DatabaseRef { kind: DatabaseKind::Instance, id };
    let exports = || async {
        let all = cloud.db_instances().await.unwrap();
        all.into_iter().find(|found| found.id == database.id).unwrap().log_exports.contains(&"error".to_owned())
    };
    if !subject.can("export a log") {
        return;
    }
    for wanted in [true, false] {
        subject.patiently(|| cloud.set_log_export(&database, "error", wanted)).await;
        subject.until("the export", || async { exports().await == wanted }).await;
    }
    let unknown = DatabaseRef { id: subject.named("unknown"), ..database.clone() };
    subject.refused(cloud.set_log_export(&unknown, "error", true).await, ErrorKind::NotFound);
}

async fn iam_auth(subject: &Subject, database: &DatabaseRef) -> bool {
    let cloud = subject.cloud();
    match database.kind {
        DatabaseKind::Instance => {
            cloud.db_instances().await.unwrap().iter().find(|found| found.id == database.id).unwrap().iam_auth
        }
        DatabaseKind::Cluster => {
            let clusters = cloud.db_clusters().await.unwrap();
            clusters.iter().find(|found| found.database.id == database.id).unwrap().database.iam_auth
        }
    }
}

fn sorted(ids: &[String]) -> Vec<String> {
    let mut ids = ids.to_vec();
    ids.sort();
    ids
}

pub async fn parameters_are_read_by_group(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let instances = cloud.db_instances().await.unwrap();
    let of_instance = &instances.iter().find(|database| database.id == seeded.mysql).unwrap().parameter_groups;
    let clusters = cloud.db_clusters().await.unwrap();
    let cluster = clusters.into_iter().find(|cluster| cluster.database.id == seeded.cluster).unwrap().database;
    for (groups, of_cluster, used_by) in
        [(of_instance, false, &seeded.mysql), (&cluster.parameter_groups, true, &seeded.cluster)]
    {
        let [group] = groups.as_slice() else { panic!("{}: one group expected: {groups:?}", subject.name) };
        assert_eq!((group.of_cluster, group.status.as_str()), (of_cluster, "in-sync"));
        assert_eq!((&group.used_by, group.name.is_empty()), (used_by, false));
        let what = if of_cluster { "parameters of a default cluster group" } else { "parameters of a default group" };
        let parameters = |group: String| async move {
            match of_cluster {
                true => cloud.db_cluster_parameters(&group).await,
                false => cloud.db_parameters(&group).await,
            }
        };
        if let Some(parameters) = subject.answer(what, parameters(group.name.clone()).await) {
            assert!(parameters.iter().all(|parameter| parameter.group == group.name && !parameter.set_by_user));
        }
        if subject.can("say that a parameter group is not found") {
            subject.refused(parameters(subject.named("unknown")).await, ErrorKind::NotFound);
        }
    }
    if subject.can("a cluster's reader endpoint") {
        assert!(
            cluster.other_hosts.iter().any(|host| Some(host) != cluster.host.as_ref()),
            "{:?}",
            cluster.other_hosts
        );
    }
    assert!(!cluster.dual_stack);
}
