//! Makes an account of the company's rows: names become ids, ARNs and host names.

use std::collections::{BTreeMap, BTreeSet};

use super::company::*;
use super::rds_write::{default_pool, host};
use super::state::*;
use super::{iam, lifecycle, secrets};
use crate::domain::Tags;
use crate::domain::arn::short_name;
use crate::domain::database::{
    ClusterMember, Database, DatabaseKind, EngineFamily, GlobalMembership, MasterSecret, ServerlessV2,
};
use crate::domain::function::{Alias, Function, FunctionVpc};
use crate::domain::network::{
    Direction, Peer, Route, RouteTable, SecurityGroup, SecurityGroupRule, Subnet, Vpc, VpcEndpoint,
};
use crate::domain::policy::{Document, Statement};
use crate::domain::proxy::{NetworkType, Proxy, ProxyAuth};
use crate::domain::role::{AttachedPolicy, Role};
use crate::domain::secret::{KmsKey, Secret, SecretShape};

/// Since when everything has been there, in seconds before the account's start.
const LONG_AGO: u64 = 30 * 86_400;

/// Adds the rows to the account. A name that no row has is left standing where its id belongs.
pub fn add(state: &mut State, company: &Company) {
    company.vpc.iter().for_each(|row| add_vpc(state, row));
    for row in &company.group {
        add_group(state, &row.vpc, &row.name, &row.description);
    }
    company.group.iter().for_each(|row| add_rules(state, &row.name, &row.rules));
    company.key.iter().for_each(|row| add_key(state, row));
    company.secret.iter().for_each(|row| add_secret(state, row));
    company.database.iter().for_each(|row| add_database(state, row));
    company.proxy.iter().for_each(|row| add_proxy(state, row));
    company.role.iter().for_each(|row| add_role(state, &row.name, &row.path, &row.service, reading(state, &row.reads)));
    company.function.iter().for_each(|row| add_function(state, row));
}

/// The physical zone behind a letter. Virginia's b is the zone that has no proxies.
fn zone_id(region: &str, letter: char) -> String {
    let (prefix, number) = match (region, letter) {
        ("us-east-1", 'a') => ("use1", 1),
        ("us-east-1", 'b') => ("use1", 3),
        ("us-east-1", _) => ("use1", 6),
        (_, 'a') => ("euw1", 1),
        (_, 'b') => ("euw1", 2),
        _ => ("euw1", 3),
    };
    format!("{prefix}-az{number}")
}

fn add_vpc(state: &mut State, row: &VpcRow) {
    let region = state.account.region.clone();
    let id = state.new_id("vpc", &row.name);
    let mut by_route: BTreeMap<RouteRow, Vec<String>> = BTreeMap::new();
    for subnet in &row.subnets {
        let subnet_id = state.new_id("subnet", &format!("{}/{}", row.name, subnet.name));
        by_route.entry(subnet.route).or_default().push(subnet_id.clone());
        state.subnets.push(Subnet {
            id: subnet_id,
            vpc_id: id.clone(),
            name: Some(subnet.name.clone()),
            zone: format!("{region}{}", subnet.zone),
            zone_id: zone_id(&region, subnet.zone),
            cidr: subnet.cidr.clone(),
            ipv6_cidr: None,
            free_addresses: subnet.free,
        });
    }
    let route = |destination: &str, target: &str| Route {
        destination: destination.into(),
        target: target.into(),
        active: true,
    };
    for kind in [RouteRow::Private, RouteRow::Nat, RouteRow::Public] {
        let main = kind == RouteRow::Private;
        let subnet_ids = by_route.remove(&kind).unwrap_or_default();
        if subnet_ids.is_empty() && !main {
            continue;
        }
        let mut routes = vec![route(&row.cidr, "local")];
        let gateway = match kind {
            RouteRow::Private => None,
            RouteRow::Nat => Some(state.new_id("nat", &row.name)),
            RouteRow::Public => Some(state.new_id("igw", &row.name)),
        };
        routes.extend(gateway.map(|gateway| route("0.0.0.0/0", &gateway)));
        let table_id = state.new_id("rtb", &format!("{}/{kind:?}", row.name));
        state.route_tables.push(RouteTable {
            id: table_id,
            vpc_id: id.clone(),
            main,
            subnet_ids: if main { Vec::new() } else { subnet_ids },
            routes,
        });
    }
    for service in &row.gateways {
        let endpoint = VpcEndpoint {
            id: state.new_id("vpce", &format!("{}/{service}", row.name)),
            vpc_id: id.clone(),
            service_name: format!("com.amazonaws.{region}.{service}"),
            kind: "Gateway".into(),
            state: "available".into(),
            subnet_ids: Vec::new(),
            security_group_ids: Vec::new(),
            private_dns: false,
            tags: Tags::new(),
        };
        state.endpoints.push(EndpointRecord { endpoint, ready_at: 0, gone_at: None });
    }
    state.vpcs.push(Vpc {
        id: id.clone(),
        name: Some(row.name.clone()),
        cidrs: vec![row.cidr.clone()],
        tenancy: row.tenancy.clone(),
        dns_support: Some(true),
        dns_hostnames: Some(true),
    });
    let private =
        row.subnets.iter().filter(|subnet| subnet.route != RouteRow::Public).map(|subnet| subnet.name.clone());
    let subnet_ids = subnet_ids(state, &private.collect::<Vec<_>>());
    state.subnet_groups.push(SubnetGroupRecord { name: format!("{}-databases", row.name), vpc_id: id, subnet_ids });
    add_group(state, &row.name, "default", "default VPC security group");
}

/// The id of the VPC with this name.
pub fn vpc_id(state: &State, name: &str) -> String {
    let found = state.vpcs.iter().find(|vpc| vpc.name.as_deref() == Some(name));
    found.map_or(name, |vpc| &vpc.id).to_owned()
}

fn subnet_ids(state: &State, names: &[String]) -> Vec<String> {
    let id = |name: &String| {
        let found = state.subnets.iter().find(|subnet| subnet.name.as_ref() == Some(name));
        found.map_or(name, |subnet| &subnet.id).clone()
    };
    names.iter().map(id).collect()
}

/// The id of the group with this name.
pub fn group_id(state: &State, name: &str) -> String {
    state.groups.iter().find(|group| group.name == name).map_or(name, |group| &group.id).to_owned()
}

/// Adds a group without rules.
pub fn add_group(state: &mut State, vpc: &str, name: &str, description: &str) {
    let seed = if name == "default" { format!("{vpc}/default") } else { name.to_owned() };
    let group = SecurityGroup {
        id: state.new_id("sg", &seed),
        name: name.to_owned(),
        vpc_id: vpc_id(state, vpc),
        description: description.to_owned(),
        rules: Vec::new(),
        tags: Tags::new(),
    };
    state.groups.push(group);
}

/// Adds rules such as `in 3306 orders-api-sg` to a group.
pub fn add_rules(state: &mut State, group: &str, rules: &[String]) {
    for text in rules {
        let mut words = text.split(' ');
        let (direction, port, peer) =
            (words.next(), words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let port: Option<u16> = port.parse().ok();
        let rule = SecurityGroupRule {
            id: Some(state.new_id("sgr", &format!("{group}/{text}"))),
            direction: if direction == Some("in") { Direction::Ingress } else { Direction::Egress },
            protocol: if port.is_some() { "tcp" } else { "-1" }.into(),
            from_port: port,
            to_port: port,
            peer: if peer.contains('/') { Peer::Cidr(peer.into()) } else { Peer::Group(group_id(state, peer)) },
            description: None,
        };
        state.groups.iter_mut().filter(|there| there.name == group).for_each(|there| there.rules.push(rule.clone()));
    }
}

fn add_key(state: &mut State, row: &KeyRow) {
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

fn add_secret(state: &mut State, row: &SecretRow) {
    let id = state.new_id("secret", &row.name);
    let arn = state.account.arn("secretsmanager", &format!("secret:{}-{}", row.name, secrets::suffix(&id)));
    let key = row.key.as_ref().and_then(|alias| state.keys.iter().find(|key| key.aliases.contains(alias)));
    state.secrets.push(SecretRecord {
        secret: Secret {
            name: row.name.clone(),
            arn,
            description: row.description.clone(),
            kms_key_id: key.map(|key| key.arn.clone()),
            owning_service: row.owner.clone(),
            deleted: row.deleted,
            rotation_enabled: row.owner.is_some(),
            tags: Tags::new(),
        },
        shape: SecretShape { is_json_object: row.json, username: row.user.clone(), has_password: row.json },
    });
}

fn add_database(state: &mut State, row: &DatabaseRow) {
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
    let member =
        |(at, id): (usize, &String)| ClusterMember { id: id.clone(), writer: at == 0, class: row.class.clone() };
    let database = Database {
        kind: if cluster { DatabaseKind::Cluster } else { DatabaseKind::Instance },
        id: row.id.clone(),
        arn: state.account.arn("rds", &format!("{}:{}", if cluster { "cluster" } else { "db" }, row.id)),
        resource_id: format!("{}-{resource}", if cluster { "cluster" } else { "db" }),
        engine: row.engine.clone().into(),
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
        global: row.global.clone().map(|global_cluster| GlobalMembership { global_cluster, writer: false }),
        publicly_accessible: false,
        master_username: row.master.clone(),
        master_secret,
        database_name: row.name.clone(),
        tags: row.tags.clone(),
    };
    state.databases.push(DatabaseRecord { database, subnet_group, busy_until: 0 });
}

/// The policy that reads these secrets, and decrypts them where a key of the customer's is used.
fn reading(state: &State, names: &[String]) -> Option<Document> {
    let records: Vec<&SecretRecord> = names.iter().filter_map(|name| secrets::find(state, name)).collect();
    let mut statements: Vec<Statement> = records
        .iter()
        .map(|record| Statement::allow(Some("ReadSecret"), "secretsmanager:GetSecretValue", record.secret.arn.as_str()))
        .collect();
    let keys: BTreeSet<&str> = records.iter().filter_map(|record| record.secret.kms_key_id.as_deref()).collect();
    let via = format!("secretsmanager.{}.amazonaws.com", state.account.region);
    statements.extend(keys.into_iter().map(|key| {
        Statement::allow(Some("DecryptSecret"), "kms:Decrypt", key).when("StringEquals", "kms:ViaService", &via)
    }));
    (!statements.is_empty()).then(|| Document::new(statements))
}

fn add_role(state: &mut State, name: &str, path: &str, service: &str, policy: Option<Document>) {
    let role = Role {
        name: name.to_owned(),
        arn: state.account.global_arn("iam", &format!("role{path}{name}")),
        path: path.to_owned(),
        trust: Document::trust(service),
        inline: policy.into_iter().map(|document| (format!("{name}-policy"), document)).collect(),
        attached: Vec::new(),
        permissions_boundary: None,
        tags: Tags::new(),
    };
    let since = state.now.saturating_sub(LONG_AGO);
    state.roles.push(RoleRecord { role, created_at: since, attached_at: since });
}

fn add_proxy(state: &mut State, row: &ProxyRow) {
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
        status: "available".into(),
        engine_family: family,
        vpc_id: database.vpc_id.clone().unwrap_or_default(),
        subnet_ids: subnet_ids(state, &row.subnets),
        security_group_ids: vec![group_id(state, &row.group)],
        auth: vec![ProxyAuth { secret_arn, iam_auth: row.iam, client_password_auth_type: None }],
        default_iam_auth: false,
        role_arn: state.account.global_arn("iam", &format!("role/{role}")),
        endpoint: Some(host(&row.name, &state.account.id, &state.account.region)),
        require_tls: row.tls,
        idle_client_timeout_secs: 1800,
        debug_logging: false,
        endpoint_network_type: NetworkType::Ipv4,
        target_connection_network_type: NetworkType::Ipv4,
        tags: Tags::new(),
    };
    let cluster = database.kind == DatabaseKind::Cluster;
    state.proxies.push(ProxyRecord {
        proxy,
        pool: default_pool(family),
        targets: vec![TargetRecord { database: row.database.clone(), cluster, registered_at: since }],
        created_at: since,
        ready_at: since + lifecycle::CREATE_SECS,
        modified_until: 0,
        gone_at: None,
    });
}

/// The value with the names in it replaced by what they stand for.
fn filled(state: &State, value: &str) -> String {
    let name = |kind: &str| value.strip_prefix(&format!("{{{kind}:")).and_then(|rest| rest.strip_suffix('}'));
    let database = |id: &str| {
        state.databases.iter().map(|record| &record.database).find(|database| database.id == id)?.host.clone()
    };
    let proxy =
        |id: &str| state.proxies.iter().map(|record| &record.proxy).find(|proxy| proxy.name == id)?.endpoint.clone();
    let secret = |id: &str| secrets::find(state, id).map(|record| record.secret.arn.clone());
    let found = name("host")
        .and_then(database)
        .or_else(|| name("proxy").and_then(proxy))
        .or_else(|| name("secret").and_then(secret));
    found.unwrap_or_else(|| value.to_owned())
}

/// The statement that lets a function connect through a proxy, named `PROXY/USER`.
pub fn connect_policy(state: &State, proxy_and_user: &str) -> Option<Document> {
    let (name, user) = proxy_and_user.split_once('/')?;
    let proxy = state.proxies.iter().map(|record| &record.proxy).find(|proxy| proxy.name == name)?;
    let resource = state.account.arn("rds-db", &format!("dbuser:{}/{user}", proxy.resource_id()));
    Some(Document::new(vec![Statement::allow(Some("ConnectThroughProxy"), "rds-db:connect", resource)]))
}

fn add_function(state: &mut State, row: &FunctionRow) {
    let role_name = format!("{}-exec", row.name);
    add_role(state, &role_name, "/", "lambda.amazonaws.com", None);
    let basic = if row.vpc.is_some() { "AWSLambdaVPCAccessExecutionRole" } else { "AWSLambdaBasicExecutionRole" };
    let policies = std::iter::once(format!("service-role/{basic}")).chain(row.attached.iter().cloned());
    let attached = policies
        .map(|name| state.account.managed_policy_arn(&name))
        .map(|arn| AttachedPolicy { name: short_name(&arn).to_owned(), document: iam::managed(&arn), arn })
        .collect();
    let inline: BTreeMap<String, Document> = row
        .connects
        .iter()
        .filter_map(|one| Some((format!("connect-{}", one.split('/').next()?), connect_policy(state, one)?)))
        .collect();
    for record in state.roles.iter_mut().filter(|record| record.role.name == role_name) {
        record.role.attached = Vec::clone(&attached);
        record.role.inline = inline.clone();
    }
    let vpc = row.vpc.as_ref().map(|vpc| FunctionVpc {
        vpc_id: vpc_id(state, vpc),
        subnet_ids: subnet_ids(state, &row.subnets),
        security_group_ids: row.group.iter().map(|group| group_id(state, group)).collect(),
        ipv6_allowed: false,
    });
    let environment: BTreeMap<String, String> =
        row.env.iter().map(|(name, value)| (name.clone(), filled(state, value))).collect();
    let last_version: u32 = row.alias.as_ref().and_then(|version| version.parse().ok()).unwrap_or_default();
    let frozen = VersionRecord { vpc: vpc.clone(), environment: environment.clone() };
    let master = format!("arn:aws:lambda:us-east-1:{}:function:{}", state.account.id, row.name);
    state.functions.push(FunctionRecord {
        function: Function {
            name: row.name.clone(),
            arn: state.account.arn("lambda", &format!("function:{}", row.name)),
            runtime: Some(row.runtime.clone()),
            architecture: row.arch.clone(),
            role_arn: state.account.global_arn("iam", &format!("role/{role_name}")),
            vpc,
            environment: BTreeMap::new(),
            timeout_secs: row.timeout,
            memory_mb: row.memory,
            state: None,
            last_update_status: None,
            last_update_reason: None,
            revision_id: None,
            edge_master_arn: row.edge.then_some(master),
        },
        environment,
        aliases: row.alias.iter().map(|version| Alias { name: "live".into(), version: version.clone() }).collect(),
        versions: if last_version > 0 { BTreeMap::from([(last_version.to_string(), frozen)]) } else { BTreeMap::new() },
        last_version,
        reserved: row.reserved,
        busy_until: 0,
        revision: 1,
    });
}
