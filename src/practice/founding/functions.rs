//! Functions, and the roles they and the proxies run as.

use std::collections::{BTreeMap, BTreeSet};

use super::LONG_AGO;
use super::network::{group_id, subnet_ids, vpc_id};
use crate::domain::Tags;
use crate::domain::arn::short_name;
use crate::domain::function::{Alias, Function, FunctionVpc};
use crate::domain::policy::{Document, Statement};
use crate::domain::role::{AttachedPolicy, Role};
use crate::practice::company::FunctionRow;
use crate::practice::state::{FunctionRecord, RoleRecord, SecretRecord, State, VersionRecord};
use crate::practice::{iam, secrets};

/// The inline policy of a proxy's role.
const READ_POLICY: &str = "read-database-secret";

/// The policy that reads these secrets, and decrypts them where a key of the customer's is used.
pub(super) fn reading(state: &State, names: &[String]) -> Option<Document> {
    let records: Vec<&SecretRecord> = names.iter().filter_map(|name| secrets::find(state, name)).collect();
    let mut statements: Vec<Statement> = records
        .iter()
        .map(|record| {
            Statement::allow(Some("ReadOneSecret"), "secretsmanager:GetSecretValue", record.secret.arn.as_str())
        })
        .collect();
    let keys: BTreeSet<&str> = records.iter().filter_map(|record| record.secret.kms_key_id.as_deref()).collect();
    let via = format!("secretsmanager.{}.amazonaws.com", state.account.region);
    statements.extend(keys.into_iter().map(|key| {
        Statement::allow(Some("DecryptThatSecret"), "kms:Decrypt", key).when("StringEquals", "kms:ViaService", &via)
    }));
    (!statements.is_empty()).then(|| Document::new(statements))
}

pub(super) fn add_role(state: &mut State, name: &str, path: &str, service: &str, policy: Option<Document>) {
    let role = Role {
        name: name.to_owned(),
        arn: state.account.global_arn("iam", &format!("role{path}{name}")),
        path: path.to_owned(),
        description: None,
        trust: Document::trust(service),
        inline: policy.into_iter().map(|document| (READ_POLICY.to_owned(), document)).collect(),
        attached: Vec::new(),
        permissions_boundary: None,
        max_session_secs: None,
        tags: Tags::new(),
        boundary: None,
        created: None,
    };
    let since = state.now.saturating_sub(LONG_AGO);
    state.roles.push(RoleRecord { role, created_at: since, attached_at: since });
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
fn connect_policy(state: &State, proxy_and_user: &str) -> Option<Document> {
    let (name, user) = proxy_and_user.split_once('/')?;
    let proxy = state.proxies.iter().map(|record| &record.proxy).find(|proxy| proxy.name == name)?;
    let resource = state.account.arn("rds-db", &format!("dbuser:{}/{user}", proxy.resource_id()));
    Some(Document::new(vec![Statement::allow(Some("ConnectThroughOneProxy"), "rds-db:connect", resource)]))
}

pub(super) fn add_function(state: &mut State, row: &FunctionRow) {
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
            environment_unreadable: None,
            timeout_secs: row.timeout,
            memory_mb: row.memory,
            state: None,
            last_update_status: None,
            last_update_reason: None,
            revision_id: None,
            edge_master_arn: row.edge.then_some(master),
            state_reason_code: None,
            last_update_reason_code: None,
            qualifier: None,
            snap_start: false,
            layers: Vec::new(),
            is_image: false,
            code_size: 4 << 20,
            active_tracing: Some(row.tracing),
            managed_instances: None,
        },
        environment,
        aliases: row
            .alias
            .iter()
            .map(|version| Alias { name: "live".into(), version: version.clone(), ..Alias::default() })
            .collect(),
        versions: if last_version > 0 { BTreeMap::from([(last_version.to_string(), frozen)]) } else { BTreeMap::new() },
        last_version,
        reserved: row.reserved,
        busy_until: 0,
        revision: 1,
        tags: row.tags.clone(),
        provisioned: Vec::new(),
    });
}
