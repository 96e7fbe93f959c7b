//! RDS instances and clusters: what there is, and IAM authentication and the export of logs on or off.

use aws_sdk_rds::Client;
use aws_sdk_rds::types::{
    CloudwatchLogsExportConfiguration, DbCluster as SdkCluster, DbClusterMember, DbInstance, Endpoint,
    GlobalClusterMember, Tag, VpcSecurityGroupMembership, WriteForwardingStatus,
};
use std::collections::BTreeMap;

use crate::aws::error::{failed, failed_on};
use crate::cloud::{CloudResult, DatabaseRef, DbCluster, DbSubnetGroup};
use crate::domain::Tags;
use crate::domain::database::{
    ClusterMember, Database, DatabaseKind, Engine, GlobalMembership, MasterSecret, ParameterGroup, ParameterStatus,
    ServerlessV2,
};

pub async fn instances(rds: &Client) -> CloudResult<Vec<Database>> {
    let all: Vec<DbInstance> = rds
        .describe_db_instances()
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed("rds:DescribeDBInstances"))?;
    Ok(all.into_iter().filter_map(instance).collect())
}

pub async fn clusters(rds: &Client) -> CloudResult<Vec<DbCluster>> {
    let all: Vec<SdkCluster> = rds
        .describe_db_clusters()
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed("rds:DescribeDBClusters"))?;
    Ok(all.into_iter().filter_map(cluster).collect())
}

pub async fn subnet_groups(rds: &Client) -> CloudResult<Vec<DbSubnetGroup>> {
    let all: Vec<_> = rds
        .describe_db_subnet_groups()
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed("rds:DescribeDBSubnetGroups"))?;
    Ok(all.into_iter().filter_map(subnet_group).collect())
}

pub async fn global_memberships(rds: &Client) -> CloudResult<BTreeMap<String, GlobalMembership>> {
    let all: Vec<_> = rds
        .describe_global_clusters()
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed("rds:DescribeGlobalClusters"))?;
    let mut memberships = BTreeMap::new();
    for global in all {
        let global_cluster = global.global_cluster_identifier.unwrap_or_default();
        let members = global.global_cluster_members.unwrap_or_default();
        let forwards = |member: &GlobalClusterMember| forwards(member.global_write_forwarding_status.as_ref());
        let any = members.iter().any(forwards);
        for member in members {
            let writer = member.is_writer.unwrap_or(false);
            let write_forwarding = if writer { any } else { forwards(&member) };
            let Some(arn) = member.db_cluster_arn else { continue };
            let global_cluster = global_cluster.clone();
            memberships.insert(arn, GlobalMembership { global_cluster, writer, write_forwarding });
        }
    }
    Ok(memberships)
}

fn forwards(status: Option<&WriteForwardingStatus>) -> bool {
    matches!(status, Some(WriteForwardingStatus::Enabled | WriteForwardingStatus::Enabling))
}

/// At once: without `ApplyImmediately` the change would wait for the maintenance window.
pub async fn set_iam_auth(rds: &Client, database: &DatabaseRef, enabled: bool) -> CloudResult<()> {
    match database.kind {
        DatabaseKind::Instance => {
            rds.modify_db_instance()
                .db_instance_identifier(&database.id)
                .enable_iam_database_authentication(enabled)
                .apply_immediately(true)
                .send()
                .await
                .map_err(failed_on("rds:ModifyDBInstance", &database.id))?;
        }
        DatabaseKind::Cluster => {
            rds.modify_db_cluster()
                .db_cluster_identifier(&database.id)
                .enable_iam_database_authentication(enabled)
                .apply_immediately(true)
                .send()
                .await
                .map_err(failed_on("rds:ModifyDBCluster", &database.id))?;
        }
    }
    Ok(())
}

pub async fn set_log_export(rds: &Client, database: &DatabaseRef, log: &str, on: bool) -> CloudResult<()> {
    let logs = CloudwatchLogsExportConfiguration::builder();
    let logs = if on { logs.enable_log_types(log) } else { logs.disable_log_types(log) }.build();
    match database.kind {
        DatabaseKind::Instance => {
            let call = rds.modify_db_instance().db_instance_identifier(&database.id).apply_immediately(true);
            let sent = call.cloudwatch_logs_export_configuration(logs).send().await;
            sent.map_err(failed_on("rds:ModifyDBInstance", &database.id))?;
        }
        DatabaseKind::Cluster => {
            let call = rds.modify_db_cluster().db_cluster_identifier(&database.id).apply_immediately(true);
            let sent = call.cloudwatch_logs_export_configuration(logs).send().await;
            sent.map_err(failed_on("rds:ModifyDBCluster", &database.id))?;
        }
    }
    Ok(())
}

fn instance(found: DbInstance) -> Option<Database> {
    let group = found.db_subnet_group.and_then(subnet_group);
    let (host, port) = found.endpoint.map(host_and_port).unwrap_or_default();
    let id = found.db_instance_identifier?;
    let parameter_groups = found.db_parameter_groups.unwrap_or_default().into_iter().filter_map(|group| {
        Some(ParameterGroup {
            name: group.db_parameter_group_name?,
            of_cluster: false,
            status: group.parameter_apply_status.unwrap_or_default().into(),
            used_by: id.clone(),
        })
    });
    let parameter_groups = parameter_groups.collect();
    Some(Database {
        kind: DatabaseKind::Instance,
        id,
        arn: found.db_instance_arn.unwrap_or_default(),
        resource_id: found.dbi_resource_id.unwrap_or_default(),
        engine: Engine::from(found.engine.unwrap_or_default()),
        engine_version: found.engine_version.unwrap_or_default(),
        engine_mode: None,
        status: found.db_instance_status.unwrap_or_default().into(),
        host,
        port,
        vpc_id: group.as_ref().map(|group| group.vpc_id.clone()),
        subnet_ids: group.map(|group| group.subnet_ids).unwrap_or_default(),
        security_group_ids: group_ids(found.vpc_security_groups),
        iam_auth: found.iam_database_authentication_enabled.unwrap_or(false),
        class: found.db_instance_class,
        members: Vec::new(),
        serverless_v2: None,
        replica_of: found
            .read_replica_source_db_instance_identifier
            .or(found.read_replica_source_db_cluster_identifier)
            .filter(|source| !source.is_empty()),
        global: None,
        publicly_accessible: found.publicly_accessible.unwrap_or(false),
        master_username: found.master_username,
        master_secret: found.master_user_secret.and_then(master_secret),
        database_name: found.db_name,
        tags: tags(found.tag_list),
        other_hosts: Vec::new(),
        parameter_groups,
        log_exports: found.enabled_cloudwatch_logs_exports.unwrap_or_default(),
        dual_stack: found.network_type.as_deref() == Some("DUAL"),
        internet_gateway: false,
    })
}

fn cluster(found: SdkCluster) -> Option<DbCluster> {
    let id = found.db_cluster_identifier?;
    let parameter_groups =
        found.db_cluster_parameter_group.map(|name| cluster_group(name, &id, found.db_cluster_members.as_deref()));
    let parameter_groups = parameter_groups.into_iter().collect();
    let members = found.db_cluster_members.unwrap_or_default().into_iter().filter_map(|member| {
        Some(ClusterMember {
            id: member.db_instance_identifier?,
            writer: member.is_cluster_writer.unwrap_or(false),
            class: None,
        })
    });
    let members: Vec<ClusterMember> = members.collect();
    // What the cluster itself tells; `DescribeGlobalClusters` tells more.
    let global = found.global_cluster_identifier.filter(|id| !id.is_empty()).map(|global_cluster| GlobalMembership {
        global_cluster,
        writer: members.iter().any(|member| member.writer),
        write_forwarding: forwards(found.global_write_forwarding_status.as_ref()),
    });
    let serverless_v2 = found
        .serverless_v2_scaling_configuration
        .and_then(|range| Some(ServerlessV2 { min_acu: range.min_capacity?, max_acu: range.max_capacity? }));
    let database = Database {
        kind: DatabaseKind::Cluster,
        id,
        arn: found.db_cluster_arn.unwrap_or_default(),
        resource_id: found.db_cluster_resource_id.unwrap_or_default(),
        engine: Engine::from(found.engine.unwrap_or_default()),
        engine_version: found.engine_version.unwrap_or_default(),
        engine_mode: found.engine_mode,
        status: found.status.unwrap_or_default().into(),
        host: found.endpoint,
        port: found.port.and_then(port),
        vpc_id: None,
        subnet_ids: Vec::new(),
        security_group_ids: group_ids(found.vpc_security_groups),
        iam_auth: found.iam_database_authentication_enabled.unwrap_or(false),
        class: None,
        members,
        serverless_v2,
        replica_of: found.replication_source_identifier.filter(|source| !source.is_empty()),
        global,
        publicly_accessible: found.publicly_accessible.unwrap_or(false),
        master_username: found.master_username,
        master_secret: found.master_user_secret.and_then(master_secret),
        database_name: found.database_name,
        tags: tags(found.tag_list),
        other_hosts: found.reader_endpoint.into_iter().chain(found.custom_endpoints.unwrap_or_default()).collect(),
        parameter_groups,
        log_exports: found.enabled_cloudwatch_logs_exports.unwrap_or_default(),
        dual_stack: found.network_type.as_deref() == Some("DUAL"),
        internet_gateway: found.internet_access_gateway_enabled == Some(true)
            || found.vpc_networking_enabled == Some(false),
    };
    Some(DbCluster { database, subnet_group: found.db_subnet_group.unwrap_or_default() })
}

/// Members take a change of it one by one; one that lags behind is the one that is named.
fn cluster_group(name: String, cluster: &str, members: Option<&[DbClusterMember]>) -> ParameterGroup {
    let lagging = members.unwrap_or_default().iter().find_map(|member| {
        let status = ParameterStatus::from(member.db_cluster_parameter_group_status.as_deref()?);
        (status != ParameterStatus::InSync).then_some((status, member.db_instance_identifier.as_deref()?))
    });
    let (status, used_by) = lagging.unwrap_or((ParameterStatus::InSync, cluster));
    ParameterGroup { name, of_cluster: true, status, used_by: used_by.to_owned() }
}

fn subnet_group(found: aws_sdk_rds::types::DbSubnetGroup) -> Option<DbSubnetGroup> {
    Some(DbSubnetGroup {
        name: found.db_subnet_group_name?,
        vpc_id: found.vpc_id.unwrap_or_default(),
        subnet_ids: found.subnets.unwrap_or_default().into_iter().filter_map(|s| s.subnet_identifier).collect(),
    })
}

fn host_and_port(endpoint: Endpoint) -> (Option<String>, Option<u16>) {
    (endpoint.address, endpoint.port.and_then(port))
}

/// RDS writes 0 where it knows no port.
pub fn port(number: i32) -> Option<u16> {
    u16::try_from(number).ok().filter(|port| *port != 0)
}

fn group_ids(groups: Option<Vec<VpcSecurityGroupMembership>>) -> Vec<String> {
    groups.unwrap_or_default().into_iter().filter_map(|group| group.vpc_security_group_id).collect()
}

fn master_secret(secret: aws_sdk_rds::types::MasterUserSecret) -> Option<MasterSecret> {
    Some(MasterSecret { arn: secret.secret_arn?, kms_key_id: secret.kms_key_id })
}

pub fn tags(list: Option<Vec<Tag>>) -> Tags {
    list.unwrap_or_default().into_iter().filter_map(|tag| Some((tag.key?, tag.value.unwrap_or_default()))).collect()
}
