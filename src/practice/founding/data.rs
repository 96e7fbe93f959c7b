//! Keys, secrets, databases, and the proxies in front of them.

use std::collections::BTreeMap;

use super::LONG_AGO;
use super::functions::{add_role, reading};
use super::network::{group_id, subnet_ids, vpc_id};
use crate::domain::Tags;
use crate::domain::database::{
    ClusterMember, Database, DatabaseKind, Engine, EngineFamily, GlobalMembership, MasterSecret, ServerlessV2,
};
use crate::domain::proxy::{NetworkType, PoolSettings, Proxy, ProxyAuth, ProxyStatus};
use crate::domain::secret::{KmsKey, Secret, SecretShape};
use crate::practice::company::{DatabaseRow, KeyRow, ProxyRow, SecretRow};
use crate::practice::proxies::{default_pool, host};
use crate::practice::state::{DatabaseRecord, ProxyRecord, SecretRecord, State, TargetRecord, hex};
use crate::practice::{lifecycle, parameters, records, secrets};

/// Seconds since the secrets were last changed, or rotated.
const CHANGED_AGO: u64 = 18 * 86_400;

pub(super) fn add_key(state: &mut State, row: &KeyRow) {
    let digits = hex(&row.alias, 32);
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default().to_owned();
    let key_id = [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-");
    state.keys.push(KmsKey {
        arn: state.account.arn("kms", &format!("key/{key_id}")),
        key_id,
        aliases: vec![row.alias.clone()],
        customer_managed: !row.alias.starts_with("alias/aws/"),
        state: row.state.clone(),
    });
}

pub(super) fn add_secret(state: &mut State, row: &SecretRow) {
    let id = state.new_id("secret", &row.name);
    let arn = state.account.arn("secretsmanager", &format!("secret:{}-{}", row.name, secrets::suffix(&id)));
    let rotates = row.owner.is_some() || row.rotation.is_some();
    let key = row.key.as_ref().and_then(|alias| state.keys.iter().find(|key| key.aliases.contains(alias)));
    state.secrets.push(SecretRecord {
        secret: Secret {
            name: row.name.clone(),
            arn,
            description: row.description.clone(),
            kms_key_id: key.map(|key| key.arn.clone()),
            owning_service: row.owner.clone(),
            deleted: row.deleted,
            rotation_enabled: rotates,
            tags: Tags::new(),
            rotation_lambda_arn: row
                .rotation
                .as_ref()
                .map(|name| state.account.arn("lambda", &format!("function:{name}"))),
            next_rotation: None,
            last_changed: None,
            version_stages: Some(if rotates { two_versions(&id) } else { secrets::first_version(&id) }),
        },
        shape: SecretShape {
            is_json_object: row.json,
            username: row.user.clone(),
            has_password: row.json,
            keys: if row.json { vec!["password".into(), "username".into()] } else { Vec::new() },
            ..SecretShape::default()
        },
        policy: None,
        changed_at: state.now.saturating_sub(CHANGED_AGO),
        stuck_since: None,
    });
}

fn two_versions(seed: &str) -> BTreeMap<String, Vec<String>> {
    let mut versions = secrets::first_version(seed);
    versions.insert(secrets::version_id(seed, 2), vec![secrets::PREVIOUS.to_owned()]);
    versions
}

/// Secrets that are rotated say where: the rotation function logs in there.
pub(super) fn point_secret(state: &mut State, row: &SecretRow) {
    let Some(name) = &row.database else { return };
    let database = state.databases.iter().map(|record| &record.database).find(|database| database.id == *name);
    let Some((host, family)) = database.map(|database| (database.host.clone(), database.engine.family())) else {
        return;
    };
    let engine = if family == Some(EngineFamily::Postgresql) { "postgres" } else { "mysql" };
    for record in state.secrets.iter_mut().filter(|record| record.secret.name == row.name) {
        record.shape.host = host.clone();
        record.shape.engine = Some(engine.into());
        record.shape.keys = ["engine", "host", "password", "port", "username"].map(str::to_owned).to_vec();
    }
}

pub(super) fn add_database(state: &mut State, row: &DatabaseRow) {
    let cluster = row.cluster || !row.members.is_empty();
    let region = &state.account.region;
    let zone_part = hex(&format!("rds/{region}"), 12);
    let resource = hex(&format!("database/{}", row.id), 26).to_uppercase();
    let subnet_group = format!("{}-databases", row.vpc);
    let subnet_ids =
        state.subnet_groups.iter().find(|group| group.name == subnet_group).map(|group| group.subnet_ids.clone());
    let in_cluster = if cluster { "cluster-" } else { "" };
    let master_secret = row
        .managed_secret
        .as_ref()
        .and_then(|name| secrets::find(state, name))
        .map(|record| MasterSecret { arn: record.secret.arn.clone(), kms_key_id: record.secret.kms_key_id.clone() });
    let engine = Engine::from(row.engine.clone());
    let reader_host = cluster.then(|| format!("{}.cluster-ro-{zone_part}.{region}.rds.amazonaws.com", row.id));
    let logs: &[&str] = match engine.family() {
        Some(EngineFamily::Mysql) if row.iam_auth => &["error", "iam-db-auth-error"],
        Some(EngineFamily::Postgresql) if row.iam_auth => &["postgresql", "iam-db-auth-error"],
        Some(EngineFamily::Postgresql) => &["postgresql"],
        _ => &["error"],
    };
    let member = |(at, id): (usize, &String)| ClusterMember {
        id: id.clone(),
        writer: at == 0 && row.global.is_none(),
        class: row.class.clone(),
    };
    let database = Database {
        kind: if cluster { DatabaseKind::Cluster } else { DatabaseKind::Instance },
        id: row.id.clone(),
        arn: state.account.arn("rds", &format!("{}:{}", if cluster { "cluster" } else { "db" }, row.id)),
        resource_id: format!("{}-{resource}", if cluster { "cluster" } else { "db" }),
        engine: engine.clone(),
        engine_version: row.version.clone(),
        engine_mode: cluster.then(|| row.mode.clone().unwrap_or_else(|| "provisioned".into())),
        status: row.status.clone(),
        host: Some(format!("{}.{in_cluster}{zone_part}.{region}.rds.amazonaws.com", row.id)),
        port: Some(row.port),
        vpc_id: Some(vpc_id(state, &row.vpc)),
        subnet_ids: subnet_ids.unwrap_or_default(),
        security_group_ids: vec![group_id(state, &row.group)],
        iam_auth: row.iam_auth,
        class: row.class.clone().filter(|_| !cluster),
        members: row.members.iter().enumerate().map(member).collect(),
        serverless_v2: row.acu.map(|[min_acu, max_acu]| ServerlessV2 { min_acu, max_acu }),
        replica_of: row.replica_of.clone(),
        global: row.global.clone().map(|global_cluster| GlobalMembership {
            global_cluster,
            writer: false,
            write_forwarding: false,
        }),
        publicly_accessible: false,
        master_username: row.master.clone(),
        master_secret,
        database_name: row.name.clone(),
        tags: row.tags.clone(),
        other_hosts: reader_host.into_iter().collect(),
        parameter_groups: vec![parameters::default_group(&engine, &row.version, cluster, &row.id)],
        log_exports: logs.iter().map(|log| (*log).to_owned()).collect(),
        dual_stack: false,
        internet_gateway: false,
    };
    state.databases.push(DatabaseRecord { database, subnet_group, busy_until: 0 });
}

pub(super) fn add_proxy(state: &mut State, row: &ProxyRow) {
    let Some(database) =
        state.databases.iter().map(|record| record.database.clone()).find(|database| database.id == row.database)
    else {
        return;
    };
    let family = database.engine.family().unwrap_or(EngineFamily::Mysql);
    let role = format!("{}-role", row.name);
    add_role(state, &role, "/", "rds.amazonaws.com", reading(state, std::slice::from_ref(&row.secret)));
    let resource_id = state.new_id("prx", &row.name);
    let secret_arn = secrets::find(state, &row.secret).map_or(row.secret.clone(), |record| record.secret.arn.clone());
    let since = state.now.saturating_sub(LONG_AGO);
    let proxy = Proxy {
        name: row.name.clone(),
        arn: state.account.arn("rds", &format!("db-proxy:{resource_id}")),
        status: ProxyStatus::Available,
        engine_family: family,
        vpc_id: database.vpc_id.clone().unwrap_or_default(),
        subnet_ids: subnet_ids(state, &row.subnets),
        security_group_ids: vec![group_id(state, &row.group)],
        auth: vec![ProxyAuth {
            secret_arn,
            iam_auth: row.iam.clone(),
            client_password_auth_type: None,
            description: None,
        }],
        default_iam_auth: false,
        role_arn: state.account.global_arn("iam", &format!("role/{role}")),
        endpoint: Some(host(&row.name, &state.account.id, &state.account.region)),
        require_tls: row.tls,
        idle_client_timeout_secs: 1800,
        debug_logging: false,
        endpoint_network_type: NetworkType::Ipv4,
        target_connection_network_type: NetworkType::Ipv4,
        tags: Some(Tags::new()),
        created: None,
        updated: None,
    };
    let cluster = database.kind == DatabaseKind::Cluster;
    state.recorded.alarms.extend(records::alarms_of(&row.name));
    state.proxies.push(ProxyRecord {
        proxy,
        pool: PoolSettings {
            max_connections_percent: row.percent,
            max_idle_connections_percent: row.percent / 2,
            borrow_timeout_secs: row.borrow_secs,
            ..default_pool(family)
        },
        targets: vec![TargetRecord { database: row.database.clone(), cluster, registered_at: since }],
        created_at: since,
        ready_at: since + lifecycle::CREATE_SECS,
        modified_until: 0,
        gone_at: None,
        endpoints: Vec::new(),
        used: true,
    });
}
