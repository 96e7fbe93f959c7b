//! The practice account behaves like AWS: times, health, refusals, and what it keeps.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::sync::Arc;
use std::time::Duration;

use rds_proxy_wizard::cloud::*;
use rds_proxy_wizard::domain::database::{DatabaseKind, DatabaseStatus, EngineFamily};
use rds_proxy_wizard::domain::finding::Severity;
use rds_proxy_wizard::domain::function::{FunctionVpc, UpdateStatus};
use rds_proxy_wizard::domain::network::{Direction, VpcEndpointState};
use rds_proxy_wizard::domain::policy::{Document, Statement};
use rds_proxy_wizard::domain::proxy::{
    IamAuth, NetworkType, PoolSettings, ProxyAuth, ProxyStatus, TargetHealth, TargetReason, TargetState,
};
use rds_proxy_wizard::domain::{Tags, function::Function, network::SecurityGroup};
use rds_proxy_wizard::plan::Conflict;
use rds_proxy_wizard::practice::{Practice, SCENARIOS, Speed};

fn open(scenario: &str) -> Arc<Practice> {
    Arc::new(Practice::open(None, scenario, Speed::Instant).unwrap())
}

async fn pass(practice: &Practice, secs: u64) {
    practice.clock().sleep(Duration::from_secs(secs)).await;
}

async fn group(practice: &Practice, name: &str) -> SecurityGroup {
    for vpc in practice.vpcs().await.unwrap() {
        let groups = practice.security_groups(&vpc.id).await.unwrap();
        if let Some(found) = groups.into_iter().find(|group| group.name == name) {
            return found;
        }
    }
    panic!("no group {name}");
}

async fn subnet_ids(practice: &Practice, names: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for vpc in practice.vpcs().await.unwrap() {
        let subnets = practice.subnets(&vpc.id).await.unwrap();
        found.extend(subnets.into_iter().filter(|subnet| names.contains(&subnet.label())).map(|subnet| subnet.id));
    }
    found
}

async fn function(practice: &Practice, name: &str) -> Function {
    practice.function(name).await.unwrap().unwrap()
}

const ROLE: &str = "shop-proxy-role";

async fn new_role(practice: &Practice) -> String {
    let new = NewRole {
        name: ROLE.into(),
        path: "/".into(),
        description: "Test".into(),
        trust: Document::trust("rds.amazonaws.com"),
        permissions_boundary: None,
        tags: Tags::new(),
    };
    practice.create_role(new).await.unwrap()
}

async fn new_group(practice: &Practice, name: &str) -> CloudResult<String> {
    let vpc_id = group(practice, "orders-db").await.vpc_id;
    practice
        .create_security_group(NewSecurityGroup {
            name: name.into(),
            description: "Test".into(),
            vpc_id,
            tags: Tags::new(),
        })
        .await
}

fn rule(group_id: &str, direction: Direction, port: u16, peer: &str) -> GroupRule {
    GroupRule { group_id: group_id.into(), direction, port, peer_group_id: peer.into(), description: "test".into() }
}

async fn orders_secret(practice: &Practice) -> String {
    practice.secret("orders/app").await.unwrap().unwrap().arn
}

/// A proxy request for `orders-prod` that AWS takes.
async fn new_proxy(practice: &Practice, role_arn: &str) -> NewProxy {
    NewProxy {
        name: "shop-proxy".into(),
        family: EngineFamily::Mysql,
        auth: vec![ProxyAuth {
            secret_arn: orders_secret(practice).await,
            iam_auth: IamAuth::Required,
            client_password_auth_type: None,
            description: None,
        }],
        default_iam_auth: false,
        role_arn: role_arn.into(),
        subnet_ids: subnet_ids(practice, &["private-a", "private-b"]).await,
        security_group_ids: vec![group(practice, "orders-api-sg").await.id],
        require_tls: true,
        idle_client_timeout_secs: 1800,
        debug_logging: false,
        endpoint_network_type: NetworkType::Ipv4,
        target_connection_network_type: NetworkType::Ipv4,
        tags: Tags::new(),
    }
}

fn orders_prod() -> DatabaseRef {
    DatabaseRef { kind: DatabaseKind::Cluster, id: "orders-prod".into() }
}

async fn health(practice: &Practice, proxy: &str) -> TargetHealth {
    let targets = practice.targets(proxy).await.unwrap();
    targets.into_iter().find_map(|target| target.health).unwrap()
}

/// A proxy with its target, as old as it takes to be settled; its role may read the secret.
async fn settled_proxy(practice: &Practice) {
    let role = new_role(practice).await;
    let policy = Document::new(vec![
        Statement::allow(None, "secretsmanager:GetSecretValue", orders_secret(practice).await),
        Statement::allow(None, "kms:Decrypt", "*"),
    ]);
    practice.put_role_policy(ROLE, "read", &policy).await.unwrap();
    pass(practice, 10).await;
    let new = new_proxy(practice, &role).await;
    practice.create_proxy(new).await.unwrap();
    pass(practice, 400).await;
    practice.register_target("shop-proxy", &orders_prod()).await.unwrap();
    pass(practice, 300).await;
}

fn code<T: std::fmt::Debug>(result: CloudResult<T>) -> String {
    result.unwrap_err().code.unwrap()
}

#[tokio::test]
async fn every_scenario_opens_and_names_nothing_that_is_not_there() {
    for scenario in SCENARIOS.iter() {
        let state = open(scenario.name).state();
        let known = |id: &String, ids: Vec<&String>, what: &str| {
            assert!(ids.contains(&id), "{}: {what} `{id}` does not exist", scenario.name);
        };
        let groups: Vec<&String> = state.groups.iter().map(|group| &group.id).collect();
        let subnets: Vec<&String> = state.subnets.iter().map(|subnet| &subnet.id).collect();
        for database in state.databases.iter().map(|record| &record.database) {
            assert!(!database.subnet_ids.is_empty(), "{} has no subnets", database.id);
            database.security_group_ids.iter().for_each(|id| known(id, groups.clone(), "group"));
        }
        for proxy in state.proxies.iter().map(|record| &record.proxy) {
            proxy.security_group_ids.iter().for_each(|id| known(id, groups.clone(), "group"));
            proxy.subnet_ids.iter().for_each(|id| known(id, subnets.clone(), "subnet"));
            assert!(proxy.auth.iter().all(|auth| auth.secret_arn.starts_with("arn:")), "{}", proxy.name);
        }
        for record in &state.functions {
            if let Some(vpc) = &record.function.vpc {
                vpc.security_group_ids.iter().for_each(|id| known(id, groups.clone(), "group"));
                vpc.subnet_ids.iter().for_each(|id| known(id, subnets.clone(), "subnet"));
            }
            assert!(!record.environment.values().any(|value| value.starts_with('{')), "{}", record.function.name);
        }
        for rule in state.groups.iter().flat_map(|group| &group.rules) {
            if let rds_proxy_wizard::domain::network::Peer::Group(id) = &rule.peer {
                known(id, groups.clone(), "peer");
            }
        }
    }
}

#[tokio::test]
async fn a_proxy_takes_its_minutes_and_its_target_gets_ready_after_it() {
    let practice = open("default");
    let role = new_role(&practice).await;
    let reading = Document::new(vec![
        Statement::allow(None, "secretsmanager:GetSecretValue", orders_secret(&practice).await),
        Statement::allow(None, "kms:Decrypt", "*").when(
            "StringEquals",
            "kms:ViaService",
            "secretsmanager.eu-west-1.amazonaws.com",
        ),
    ]);
    practice.put_role_policy(ROLE, "read", &reading).await.unwrap();

    let early = practice.create_proxy(new_proxy(&practice, &role).await).await.unwrap_err();
    assert_eq!(early.kind, ErrorKind::NotYet, "a role this new is not known yet");
    pass(&practice, 10).await;

    let made = practice.create_proxy(new_proxy(&practice, &role).await).await.unwrap();
    assert_eq!((made.status.as_str(), &made.endpoint), ("creating", &None));
    assert!(made.resource_id().starts_with("prx-"));
    let refused = practice.register_target("shop-proxy", &orders_prod()).await.unwrap_err();
    assert_eq!((refused.kind, refused.code.as_deref()), (ErrorKind::NotYet, Some("InvalidDBProxyStateFault")));
    pass(&practice, 60).await;
    let still = practice.proxy("shop-proxy").await.unwrap().unwrap();
    assert_eq!(still.status, ProxyStatus::Creating);
    assert!(still.endpoint.unwrap().starts_with("shop-proxy.proxy-"));
    pass(&practice, 330).await;
    assert_eq!(practice.proxy("shop-proxy").await.unwrap().unwrap().status, ProxyStatus::Available);

    practice.register_target("shop-proxy", &orders_prod()).await.unwrap();
    assert_eq!(health(&practice, "shop-proxy").await.state, TargetState::Registering);
    pass(&practice, 60).await;
    assert_eq!(health(&practice, "shop-proxy").await.reason, Some(TargetReason::PendingProxyCapacity));
    pass(&practice, 60).await;
    assert!(health(&practice, "shop-proxy").await.is_available());
    let targets = practice.targets("shop-proxy").await.unwrap();
    let kinds: Vec<&str> = targets.iter().map(|target| target.kind.as_str()).collect();
    assert_eq!(kinds, ["TRACKED_CLUSTER", "RDS_INSTANCE", "RDS_INSTANCE"]);
}

#[tokio::test]
async fn a_targets_health_follows_from_the_account() {
    for (scenario, reason) in [
        ("all-well", None),
        ("broken-closed-door", Some("UNREACHABLE")),
        ("broken-unreadable-secret", Some("AUTH_FAILURE")),
        ("broken-key", Some("AUTH_FAILURE")),
        ("broken-secret-text", Some("AUTH_FAILURE")),
        ("broken-waiting", Some("PENDING_PROXY_CAPACITY")),
        ("broken-name-for-id", None),
        ("broken-tls-off", None),
    ] {
        let health = health(&open(scenario), "orders-proxy").await;
        assert_eq!(health.reason.as_ref().map(TargetReason::as_str), reason, "{scenario}");
        assert_eq!(health.is_available(), reason.is_none(), "{scenario}");
    }
}

#[tokio::test]
async fn the_companys_own_proxies_are_in_order() {
    let practice = open("default");
    for proxy in practice.proxies().await.unwrap() {
        assert!(health(&practice, &proxy.name).await.is_available(), "{}", proxy.name);
    }
}

#[tokio::test]
async fn closing_the_door_of_a_running_proxy_shows_at_once() {
    let practice = open("all-well");
    let (proxy, database) = (group(&practice, "orders-proxy-sg").await.id, group(&practice, "orders-db").await.id);
    let door = rule(&database, Direction::Ingress, 3306, &proxy);
    practice.revoke(&door, None).await.unwrap();
    assert_eq!(health(&practice, "orders-proxy").await.reason, Some(TargetReason::Unreachable));
    practice.authorize(&door).await.unwrap();
    assert!(health(&practice, "orders-proxy").await.is_available());
}

#[tokio::test]
async fn end_to_end_iam_needs_the_database_to_take_tokens_and_the_role_to_connect() {
    let practice = open("all-well");
    let change = ProxyChange { auth: Some(Vec::new()), default_iam_auth: Some(true), ..ProxyChange::default() };
    practice.modify_proxy("orders-proxy", change).await.unwrap();
    assert_eq!(practice.proxy("orders-proxy").await.unwrap().unwrap().status, ProxyStatus::Modifying);
    pass(&practice, 60).await;
    assert_eq!(health(&practice, "orders-proxy").await.reason, Some(TargetReason::AuthFailure));
    practice.set_iam_auth(&orders_prod(), true).await.unwrap();
    let clusters = practice.db_clusters().await.unwrap();
    let cluster = clusters.into_iter().find(|cluster| cluster.database.id == "orders-prod").unwrap().database;
    assert_eq!(cluster.status, DatabaseStatus::ConfiguringIamAuth);
    assert_eq!(health(&practice, "orders-proxy").await.reason, Some(TargetReason::AuthFailure));
    let user = format!("dbuser:{}/orders_app", cluster.resource_id);
    let resource = practice.state().account.arn("rds-db", &user);
    let connect = Document::new(vec![Statement::allow(None, "rds-db:connect", resource)]);
    practice.put_role_policy("orders-proxy-role", "connect", &connect).await.unwrap();
    assert!(health(&practice, "orders-proxy").await.is_available());
}

#[tokio::test]
async fn what_a_proxy_must_not_be_is_refused_with_awss_codes() {
    let practice = open("default");
    let role = new_role(&practice).await;
    pass(&practice, 10).await;
    let good = new_proxy(&practice, &role).await;
    type Spoil = fn(&mut NewProxy);
    let cases: [(&str, Spoil); 8] = [
        ("InvalidParameterValue", |new| new.name = "shop--proxy".into()),
        ("InvalidParameterValue", |new| new.name = "1shop".into()),
        ("InvalidParameterValue", |new| new.idle_client_timeout_secs = 0),
        ("InvalidParameterValue", |new| new.require_tls = false),
        ("InvalidParameterValue", |new| new.auth.clear()),
        ("InvalidSubnet", |new| new.subnet_ids.truncate(1)),
        ("InvalidParameterValue", |new| new.role_arn.push_str("-other")),
        ("DBProxyAlreadyExistsFault", |new| new.name = "auth-proxy".into()),
    ];
    for (expected, spoil) in cases {
        let mut new = good.clone();
        spoil(&mut new);
        assert_eq!(code(practice.create_proxy(new.clone()).await), expected, "{new:?}");
    }
    let mut licensed = good.clone();
    licensed.subnet_ids = subnet_ids(&practice, &["licensed-a", "licensed-b"]).await;
    assert_eq!(code(practice.create_proxy(licensed).await), "InvalidSubnet");
    assert!(practice.proxy("shop-proxy").await.unwrap().is_none());
}

#[tokio::test]
async fn a_zone_without_proxies_is_dropped_unless_too_few_are_left() {
    let practice = open("unsupported-zone");
    let role = new_role(&practice).await;
    pass(&practice, 10).await;
    let mut new = new_proxy(&practice, &role).await;
    assert_eq!(code(practice.create_proxy(new.clone()).await), "InvalidSubnet");
    new.subnet_ids = subnet_ids(&practice, &["private-a", "private-b", "private-c"]).await;
    let made = practice.create_proxy(new).await.unwrap();
    assert_eq!(made.subnet_ids, subnet_ids(&practice, &["private-a", "private-c"]).await);
}

#[tokio::test]
async fn the_twenty_first_proxy_is_over_quota() {
    let practice = open("quota-reached");
    let role = new_role(&practice).await;
    pass(&practice, 10).await;
    let error = practice.create_proxy(new_proxy(&practice, &role).await).await.unwrap_err();
    assert_eq!((error.kind, error.code.as_deref()), (ErrorKind::Quota, Some("DBProxyQuotaExceededFault")));
}

#[tokio::test]
async fn databases_that_cannot_have_a_proxy_are_not_taken_as_targets() {
    let practice = open("all-well");
    practice.deregister_target("orders-proxy", &orders_prod()).await.unwrap();
    let register = async |kind: DatabaseKind, id: &str| {
        code(practice.register_target("orders-proxy", &DatabaseRef { kind, id: id.into() }).await)
    };
    assert_eq!(register(DatabaseKind::Instance, "crm-dev").await, "InvalidDBInstanceState");
    assert_eq!(register(DatabaseKind::Cluster, "orders-archive").await, "InvalidParameterValue");
    assert_eq!(register(DatabaseKind::Instance, "orders-reporting").await, "InvalidParameterValue");
    assert_eq!(register(DatabaseKind::Instance, "warehouse").await, "InvalidParameterValue");
    assert_eq!(register(DatabaseKind::Instance, "nowhere").await, "DBInstanceNotFound");
    practice.register_target("orders-proxy", &orders_prod()).await.unwrap();
    assert_eq!(register(DatabaseKind::Cluster, "orders-prod").await, "DBProxyTargetAlreadyRegisteredFault");
}

#[tokio::test]
async fn a_group_in_use_is_not_deleted_until_its_last_interface_is_gone() {
    let practice = open("default");
    settled_proxy(&practice).await;
    let own = new_group(&practice, "shop-proxy-sg").await.unwrap();
    let change = ProxyChange { security_group_ids: Some(vec![own.clone()]), ..ProxyChange::default() };
    practice.modify_proxy("shop-proxy", change).await.unwrap();
    let database = group(&practice, "orders-db").await.id;
    let door = rule(&database, Direction::Ingress, 3306, &own);
    let id = practice.authorize(&door).await.unwrap();
    assert_eq!(code(practice.authorize(&door).await), "InvalidPermission.Duplicate");

    practice.delete_proxy("shop-proxy").await.unwrap();
    assert_eq!(practice.proxy("shop-proxy").await.unwrap().unwrap().status, ProxyStatus::Deleting);
    practice.revoke(&door, Some(&id)).await.unwrap();
    let held = practice.delete_security_group(&own).await.unwrap_err();
    assert_eq!((held.kind, held.code.as_deref()), (ErrorKind::InUse, Some("DependencyViolation")));
    pass(&practice, 130).await;
    assert!(practice.proxy("shop-proxy").await.unwrap().is_none());
    practice.delete_security_group(&own).await.unwrap();
    assert_eq!(code(practice.delete_security_group(&own).await), "InvalidGroup.NotFound");
}

#[tokio::test]
async fn a_group_named_in_anothers_rule_is_in_use() {
    let practice = open("default");
    let own = new_group(&practice, "shop-sg").await.unwrap();
    let database = group(&practice, "orders-db").await.id;
    let door = rule(&database, Direction::Ingress, 3306, &own);
    practice.authorize(&door).await.unwrap();
    assert_eq!(code(practice.delete_security_group(&own).await), "DependencyViolation");
    practice.revoke(&door, None).await.unwrap();
    assert_eq!(code(practice.revoke(&door, None).await), "InvalidPermission.NotFound");
    practice.delete_security_group(&own).await.unwrap();
}

#[tokio::test]
async fn names_that_are_taken_are_refused_by_each_service() {
    let practice = open("default");
    new_group(&practice, "shop-sg").await.unwrap();
    assert_eq!(code(new_group(&practice, "shop-sg").await), "InvalidGroup.Duplicate");
    new_role(&practice).await;
    let again = NewRole {
        name: ROLE.to_uppercase(),
        path: "/".into(),
        description: String::new(),
        trust: Document::trust("rds.amazonaws.com"),
        permissions_boundary: None,
        tags: Tags::new(),
    };
    assert_eq!(code(practice.create_role(again).await), "EntityAlreadyExists");
    let secret = async |name: &str| {
        let value = "{\"username\":\"u\",\"password\":\"p\"}".to_owned().into();
        let new = NewSecret {
            name: name.into(),
            description: "Test".into(),
            kms_key_id: None,
            value,
            tags: Tags::new(),
            token: "a-token-of-a-test-0123456789abcdef".into(),
        };
        practice.create_secret(new).await
    };
    assert_eq!(code(secret("orders/app").await), "ResourceExistsException");
    assert_eq!(code(secret("orders/old_app").await), "InvalidRequestException");
    assert_eq!(code(secret("orders app").await), "ValidationException");
    let arn = secret("shop/app").await.unwrap();
    let shape = practice.secret_shape(&arn).await.unwrap();
    assert_eq!((shape.username.as_deref(), shape.has_password), (Some("u"), true));
    practice.delete_secret(&arn, 7).await.unwrap();
    assert!(practice.secret("shop/app").await.unwrap().unwrap().deleted);
    assert_eq!(code(practice.secret_shape("shop/app").await), "InvalidRequestException");
}

#[tokio::test]
async fn a_role_with_policies_is_not_deleted() {
    let practice = open("default");
    new_role(&practice).await;
    let document = Document::new(vec![Statement::allow(None, "a:b", "*")]);
    practice.put_role_policy(ROLE, "one", &document).await.unwrap();
    let held = practice.delete_role(ROLE).await.unwrap_err();
    assert_eq!((held.kind, held.code.as_deref()), (ErrorKind::InUse, Some("DeleteConflict")));
    practice.delete_role_policy(ROLE, "one").await.unwrap();
    practice.delete_role(ROLE).await.unwrap();
    assert_eq!(code(practice.delete_role(ROLE).await), "NoSuchEntity");
}

async fn into_main(practice: &Practice, name: &str) -> CloudResult<()> {
    let vpc = FunctionVpc {
        vpc_id: group(practice, "orders-api-sg").await.vpc_id,
        subnet_ids: subnet_ids(practice, &["private-a", "private-b"]).await,
        security_group_ids: vec![new_group(practice, "mailer-sg").await.unwrap_or_default()],
        ipv6_allowed: false,
    };
    practice.update_function(name, &FunctionChange { vpc: Some(Some(vpc)), ..FunctionChange::default() }).await
}

#[tokio::test]
async fn a_function_moves_into_a_network_only_with_a_role_that_may_and_leaves_interfaces_behind() {
    let practice = open("default");
    let error = into_main(&practice, "orders-mailer").await.unwrap_err();
    assert!(error.message.english().contains("CreateNetworkInterface"), "{error}");
    let policy = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";
    practice.attach_role_policy("orders-mailer-exec", policy).await.unwrap();
    let own = group(&practice, "mailer-sg").await.id;
    practice.delete_security_group(&own).await.unwrap();
    assert_eq!(into_main(&practice, "orders-mailer").await.unwrap_err().kind, ErrorKind::NotYet, "attached just now");
    let own = group(&practice, "mailer-sg").await.id;
    practice.delete_security_group(&own).await.unwrap();
    pass(&practice, 10).await;

    into_main(&practice, "orders-mailer").await.unwrap();
    let own = group(&practice, "mailer-sg").await.id;
    assert_eq!(function(&practice, "orders-mailer").await.last_update_status, Some(UpdateStatus::InProgress));
    let change = FunctionChange { set_environment: [("A".into(), "b".into())].into(), ..FunctionChange::default() };
    let busy = practice.update_function("orders-mailer", &change).await.unwrap_err();
    assert_eq!((busy.kind, busy.code.as_deref()), (ErrorKind::InUse, Some("ResourceConflictException")));
    assert_eq!(code(practice.publish_version("orders-mailer").await), "ResourceConflictException");
    pass(&practice, 60).await;
    assert_eq!(function(&practice, "orders-mailer").await.last_update_status, Some(UpdateStatus::Successful));

    let out = FunctionChange { vpc: Some(None), ..FunctionChange::default() };
    practice.update_function("orders-mailer", &out).await.unwrap();
    assert_eq!(function(&practice, "orders-mailer").await.vpc, None);
    assert_eq!(code(practice.delete_security_group(&own).await), "DependencyViolation");
    pass(&practice, 310).await;
    practice.delete_security_group(&own).await.unwrap();
}

#[tokio::test]
async fn an_environment_change_keeps_what_it_does_not_name_and_shows_no_credential() {
    let practice = open("default");
    let before = function(&practice, "orders-api").await;
    assert_eq!(before.environment["SESSION_SECRET"].shown(), None);
    let change = FunctionChange {
        set_environment: [("DB_HOST".into(), "proxy".into())].into(),
        remove_environment: vec!["LOG_LEVEL".into()],
        ..FunctionChange::default()
    };
    practice.update_function("orders-api", &change).await.unwrap();
    let after = function(&practice, "orders-api").await;
    assert_eq!(after.environment["DB_HOST"].shown(), Some("proxy"));
    assert_eq!(after.environment["STAGE"], before.environment["STAGE"]);
    assert!(!after.environment.contains_key("LOG_LEVEL"));
    assert_ne!(after.revision_id, before.revision_id);
}

#[tokio::test]
async fn a_version_is_published_once_and_kept_while_an_alias_points_at_it() {
    let practice = open("default");
    assert_eq!(practice.publish_version("orders-mailer").await.unwrap(), "7", "nothing has changed since");
    let change = FunctionChange { set_environment: [("A".into(), "b".into())].into(), ..FunctionChange::default() };
    practice.update_function("orders-mailer", &change).await.unwrap();
    pass(&practice, 20).await;
    assert_eq!(practice.publish_version("orders-mailer").await.unwrap(), "8");
    practice.update_alias("orders-mailer", "live", "8").await.unwrap();
    assert_eq!(practice.aliases("orders-mailer").await.unwrap()[0].version, "8");
    assert_eq!(code(practice.delete_version("orders-mailer", "8").await), "ResourceConflictException");
    practice.update_alias("orders-mailer", "live", "7").await.unwrap();
    practice.delete_version("orders-mailer", "8").await.unwrap();
    assert_eq!(code(practice.update_alias("orders-mailer", "live", "8").await), "ResourceNotFoundException");
}

#[tokio::test]
async fn an_interface_endpoint_is_pending_then_available_and_there_is_one_for_a_service() {
    let practice = open("default");
    let own = new_group(&practice, "endpoint-sg").await.unwrap();
    let vpc_id = group(&practice, "endpoint-sg").await.vpc_id;
    let new = NewVpcEndpoint {
        vpc_id: vpc_id.clone(),
        service_name: "com.amazonaws.eu-west-1.secretsmanager".into(),
        subnet_ids: subnet_ids(&practice, &["private-a", "private-b"]).await,
        security_group_ids: vec![own.clone()],
        tags: Tags::new(),
        token: "a-token-of-a-test-0123456789abcdef".into(),
    };
    let id = practice.create_vpc_endpoint(new.clone()).await.unwrap().id;
    let state = async || {
        let all = practice.vpc_endpoints(&vpc_id).await.unwrap();
        all.into_iter().find(|endpoint| endpoint.id == id).map(|endpoint| endpoint.state)
    };
    assert_eq!(state().await, Some(VpcEndpointState::Pending));
    assert_eq!(code(practice.create_vpc_endpoint(new).await), "InvalidParameter");
    pass(&practice, 70).await;
    assert_eq!(state().await, Some(VpcEndpointState::Available));
    practice.delete_vpc_endpoint(&id).await.unwrap();
    assert_eq!(code(practice.delete_security_group(&own).await), "DependencyViolation");
    pass(&practice, 60).await;
    assert_eq!(state().await, None);
    practice.delete_security_group(&own).await.unwrap();
}

#[tokio::test]
async fn pool_settings_out_of_range_are_refused() {
    let practice = open("default");
    let good = practice.pool("auth-proxy").await.unwrap().unwrap();
    let over = PoolSettings { max_connections_percent: 101, ..good.clone() };
    let idle = PoolSettings { max_connections_percent: 20, max_idle_connections_percent: 30, ..good.clone() };
    let slow = PoolSettings { borrow_timeout_secs: 301, ..good.clone() };
    for pool in [over, idle, slow] {
        assert_eq!(code(practice.modify_pool("auth-proxy", &pool).await), "InvalidParameterValue", "{pool:?}");
    }
    let filter = PoolSettings { exclude_variable_sets: true, ..good };
    practice.modify_pool("auth-proxy", &filter).await.unwrap();
    assert_eq!(code(practice.modify_pool("billing-pg-proxy", &filter).await), "InvalidParameterValue");
}

#[tokio::test]
async fn denied_reads_say_so_and_the_rest_works() {
    let practice = open("no-permissions");
    let error = practice.secrets().await.unwrap_err();
    assert_eq!((error.kind, error.operation.as_str()), (ErrorKind::Denied, "secretsmanager:ListSecrets"));
    assert!(error.message.english().contains("PlatformEngineer"), "{error}");
    assert!(!practice.db_clusters().await.unwrap().is_empty());
}

#[tokio::test]
async fn simulation_answers_from_what_is_denied() {
    let practice = open("denied-write");
    let caller = practice.caller().await.unwrap();
    let ask = |action: &str| (action.to_owned(), "*".to_owned());
    let asked = [ask("rds:CreateDBProxy"), ask("iam:CreateRole")];
    let answers = practice.simulate(&caller.policy_source_arn(), &asked).await.unwrap();
    assert_eq!(answers.iter().map(|answer| answer.allowed).collect::<Vec<_>>(), [false, true]);
    let role = new_role(&practice).await;
    pass(&practice, 10).await;
    let error = practice.create_proxy(new_proxy(&practice, &role).await).await.unwrap_err();
    assert_eq!((error.kind, error.resource.as_deref()), (ErrorKind::Denied, Some("shop-proxy")));
}

#[tokio::test]
async fn throttled_changes_get_through_when_repeated_and_an_expired_session_never() {
    let practice = open("throttled");
    let mut throttled = 0;
    while new_group(&practice, "shop-sg").await.is_err_and(|error| error.has_kind(ErrorKind::Throttled)) {
        throttled += 1;
    }
    assert_eq!(throttled, 2);
    assert_eq!(group(&practice, "shop-sg").await.name, "shop-sg");
    assert_eq!(open("expired").caller().await.unwrap_err().kind, ErrorKind::Expired);
}

#[tokio::test]
async fn the_state_lives_in_its_file_and_holds_no_password() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice/default.json");
    let practice = Practice::open(Some(&file), "default", Speed::Instant).unwrap();
    let before = practice.snapshot();
    let value = "{\"username\":\"shop\",\"password\":\"planted-hunter2\"}".to_owned().into();
    let new = NewSecret {
        name: "shop/app".into(),
        description: "Test".into(),
        kms_key_id: None,
        value,
        tags: Tags::new(),
        token: "a-token-of-a-test-0123456789abcdef".into(),
    };
    practice.create_secret(new).await.unwrap();
    let role = new_role(&practice).await;
    pass(&practice, 10).await;
    practice.create_proxy(new_proxy(&practice, &role).await).await.unwrap();
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(!text.contains("planted-hunter2"));

    let again = Practice::open(Some(&file), "default", Speed::Instant).unwrap();
    assert_eq!(again.snapshot(), practice.snapshot());
    assert_eq!(again.proxy("shop-proxy").await.unwrap().unwrap().status, ProxyStatus::Creating);
    assert!(again.secret_shape("shop/app").await.unwrap().has_password);
    Practice::reset(&file, "default").unwrap();
    assert_eq!(Practice::open(Some(&file), "default", Speed::Instant).unwrap().snapshot(), before);
}

#[tokio::test]
async fn a_file_that_is_no_state_and_an_unknown_scenario_are_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state.json");
    std::fs::write(&file, "orders").unwrap();
    let error = Practice::open(Some(&file), "default", Speed::Instant).unwrap_err();
    assert!(error.to_string().contains("state.json"), "{error}");
    std::fs::write(&file, "{\"format\":99}").unwrap();
    let error = Practice::open(Some(&file), "default", Speed::Instant).unwrap_err();
    assert!(error.to_string().contains("has format 99"), "{error}");
    let error = Practice::open(None, "defualt", Speed::Instant).unwrap_err();
    assert!(error.to_string().contains("there is no practice scenario `defualt`"), "{error}");
}

#[tokio::test]
async fn making_and_unmaking_leaves_an_equal_account() {
    let practice = open("default");
    let before = practice.snapshot();
    settled_proxy(&practice).await;
    assert_ne!(practice.snapshot(), before);
    practice.delete_proxy("shop-proxy").await.unwrap();
    practice.delete_role_policy(ROLE, "read").await.unwrap();
    practice.delete_role(ROLE).await.unwrap();
    pass(&practice, 200).await;
    assert_eq!(practice.snapshot(), before);
}

#[tokio::test]
async fn the_large_company_is_large() {
    let state = open("large").state();
    assert_eq!((state.functions.len(), state.databases.len(), state.groups.len()), (5_000, 200, 300));
}

#[tokio::test]
async fn what_one_process_changes_another_sees_and_no_change_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("default.json");
    let window = Practice::open(Some(&file), "default", Speed::Instant).unwrap();
    let command = Practice::open(Some(&file), "default", Speed::Instant).unwrap();
    new_role(&command).await;
    pass(&command, 600).await;
    new_group(&command, "shop-a").await.unwrap();
    new_group(&window, "shop-b").await.unwrap();
    assert!(window.role(ROLE).await.unwrap().is_some());
    assert!(window.clock().now() >= command.clock().now(), "time is the account's, not the process's");
    assert_eq!(group(&command, "shop-b").await.name, "shop-b");
    assert_eq!(window.snapshot(), command.snapshot());
}

#[tokio::test]
async fn time_that_passed_while_waiting_has_passed_for_the_next_process_too() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("default.json");
    let first = Practice::open(Some(&file), "default", Speed::Instant).unwrap();
    settled_proxy(&first).await;
    assert!(health(&first, "shop-proxy").await.is_available());
    let next = Practice::open(Some(&file), "default", Speed::Instant).unwrap();
    assert!(health(&next, "shop-proxy").await.is_available());
}

#[tokio::test]
async fn a_database_that_stops_takes_its_target_with_it() {
    let practice = open("all-well");
    practice.tamper(|state| {
        for record in state.databases.iter_mut().filter(|record| record.database.id == "orders-prod") {
            record.database.status = DatabaseStatus::Stopped;
        }
    });
    assert_eq!(health(&practice, "orders-proxy").await.reason, Some(TargetReason::ConnectionFailed));
}

/// The ids of the steps that a plan for the finished setup would still take, or what stands in its way.
async fn repair(scenario: &str) -> Result<Vec<String>, Vec<Conflict>> {
    use rds_proxy_wizard::domain::choices::{Choices, SecretSource};
    let practice = open(scenario);
    let mut choices =
        Choices { database: "orders-prod".into(), function: "orders-checkout".into(), ..Choices::default() };
    choices.secret.source = SecretSource::Reuse;
    choices.secret.name = Some("orders/orders_app".into());
    let observed = rds_proxy_wizard::discover::observe(&*practice, &practice.state().account, &choices).await;
    let setup = rds_proxy_wizard::design::design(&choices, &observed).unwrap();
    let plan = rds_proxy_wizard::plan::build(&observed, &setup)?;
    Ok(plan.changes().map(|step| step.id.0.clone()).collect())
}

#[tokio::test]
async fn a_broken_setup_lacks_exactly_what_its_scenario_says() {
    for (scenario, steps) in [
        ("all-well", &[][..]),
        ("broken-waiting", &[]),
        ("broken-closed-door", &["authorize-database-ingress-proxy-3306"]),
        ("broken-no-connect", &["put-connect-policy"]),
        ("broken-name-for-id", &["put-connect-policy"]),
        ("broken-unreadable-secret", &["put-proxy-policy"]),
        ("broken-key", &["put-proxy-policy"]),
    ] {
        assert_eq!(repair(scenario).await.unwrap(), steps, "{scenario}");
    }
    assert!(repair("broken-outside").await.unwrap().contains(&"update-function".to_owned()));
    // What its other clients would feel is no step of one setup.
    let conflicts = repair("broken-tls-off").await.unwrap_err();
    let titles: String = conflicts.into_iter().map(|conflict| conflict.title).collect();
    assert!(titles.contains("`IAMAuth`") && titles.contains("`RequireTLS`"), "{titles}");
}

/// What the rules see at a proxy and one of its functions, secrets looked into.
async fn findings(practice: &Practice, proxy: &str, function: &str) -> Vec<(String, Severity)> {
    let account = practice.state().account;
    let existing = rds_proxy_wizard::discover::Existing {
        proxy: proxy.to_owned(),
        function: Some(function.parse().unwrap()),
        read_secrets: true,
    };
    let observed =
        rds_proxy_wizard::discover::observe_proxy(practice, practice.clock().as_ref(), &account, &existing).await;
    assert!(observed.unreadable().is_empty(), "{:?}", observed.unreadable());
    let verdict = rds_proxy_wizard::rules::check_all(&observed);
    verdict.findings.into_iter().map(|finding| (finding.code.to_string(), finding.severity)).collect()
}

#[tokio::test]
async fn the_companys_own_setups_are_in_order() {
    let default = open("default");
    let ready = open("all-well");
    for (practice, proxy, function, expected) in [
        (&default, "auth-proxy", "auth-login", &[][..]),
        (&default, "billing-pg-proxy", "billing-api", &[]),
        (&default, "payments-proxy", "payments-api", &["secret-is-master-user"]),
        (&ready, "orders-proxy", "orders-checkout", &[]),
        (&ready, "orders-proxy", "orders-checkout:live", &[]),
    ] {
        let found = findings(practice, proxy, function).await;
        let found = found.iter().filter(|(_, severity)| *severity >= Severity::Warning);
        assert_eq!(found.map(|(code, _)| code.as_str()).collect::<Vec<_>>(), expected, "{proxy}");
    }
}

#[tokio::test]
async fn the_rules_see_what_a_scenario_breaks_and_nothing_else() {
    let mut wrong = Vec::new();
    for scenario in SCENARIOS.iter() {
        let Some(broken) = scenario.broken else { continue };
        let found = findings(&open(scenario.name), broken.proxy, broken.function).await;
        let is_shown = |(code, severity): &&(&str, Severity)| found.iter().any(|(c, s)| c == code && s == severity);
        for (code, severity) in broken.shows.iter().filter(|one| !is_shown(one)) {
            wrong.push(format!("{}: lacks {severity:?} `{code}` in {found:?}", scenario.name));
        }
        let named =
            |code: &str| broken.shows.iter().map(|(shown, _)| shown).chain(broken.follows).any(|named| *named == code);
        for (code, _) in found.iter().filter(|(code, severity)| *severity == Severity::Error && !named(code)) {
            wrong.push(format!("{}: shows `{code}` as well", scenario.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_group_of_faults_can_be_practised() {
    let broken: Vec<_> = SCENARIOS.iter().filter(|scenario| scenario.broken.is_some()).collect();
    assert!(broken.len() >= 50, "{}", broken.len());
    let mut codes = std::collections::BTreeSet::new();
    for scenario in broken {
        assert!(scenario.name.starts_with("broken-"), "{}", scenario.name);
        assert!(scenario.about().ends_with('.') && scenario.about().len() > 40, "{}", scenario.name);
        codes.extend(scenario.broken.iter().flat_map(|broken| broken.shows).map(|(code, _)| *code));
    }
    assert!(codes.len() >= 48, "{codes:?}");
}

#[tokio::test]
async fn every_read_of_a_validation_can_be_denied_by_its_own_permission() {
    let existing = rds_proxy_wizard::discover::Existing {
        proxy: "orders-proxy".into(),
        function: Some("orders-checkout:live".parse().unwrap()),
        read_secrets: true,
    };
    for action in [
        "cloudwatch:DescribeAlarms",
        "cloudwatch:GetMetricData",
        "ec2:DescribeNetworkAcls",
        "lambda:GetFunctionConfiguration",
        "lambda:ListProvisionedConcurrencyConfigs",
        "logs:DescribeLogGroups",
        "logs:FilterLogEvents",
        "rds:DescribeDBClusterParameters",
        "rds:DescribeBlueGreenDeployments",
        "rds:DescribeDBParameters",
        "rds:DescribeDBProxyEndpoints",
        "rds:DescribeEvents",
        "rds:DescribeEventSubscriptions",
        "servicequotas:GetServiceQuota",
    ] {
        let practice = open("all-well");
        practice.tamper(|state| state.knobs.denied.extend([action.to_owned()]));
        let account = practice.state().account;
        let clock = practice.clock();
        let observed = rds_proxy_wizard::discover::observe_proxy(&*practice, clock.as_ref(), &account, &existing).await;
        let unreadable: Vec<_> = observed.unreadable().into_iter().map(|why| why.operation.as_str()).collect();
        assert_eq!(unreadable, [action]);
    }
    for action in [
        "iam:SimulatePrincipalPolicy",
        "kms:GetKeyPolicy",
        "kms:ListGrants",
        "secretsmanager:GetResourcePolicy",
        "secretsmanager:ListSecretVersionIds",
    ] {
        let practice = open("all-well");
        practice.tamper(|state| state.knobs.denied.extend([action.to_owned()]));
        let secret = practice.secret("orders/orders_app").await.unwrap().unwrap();
        let error = match action {
            "iam:SimulatePrincipalPolicy" => practice.simulate_role("", &[]).await.unwrap_err(),
            "kms:ListGrants" => practice.key_grants("").await.unwrap_err(),
            "kms:GetKeyPolicy" => practice.key_policy(&secret.kms_key_id.unwrap()).await.unwrap_err(),
            "secretsmanager:GetResourcePolicy" => practice.secret_policy(&secret.arn).await.unwrap_err(),
            _ => practice.secret_versions(&secret.arn).await.unwrap_err(),
        };
        assert_eq!((error.kind, error.operation.as_str()), (ErrorKind::Denied, action));
    }
}

#[tokio::test]
async fn an_alias_has_the_configuration_it_was_published_with() {
    let practice = open("default");
    let change = FunctionChange { set_environment: [("A".into(), "b".into())].into(), ..FunctionChange::default() };
    practice.update_function("orders-mailer", &change).await.unwrap();
    pass(&practice, 20).await;
    let live = practice.function_at("orders-mailer", "live").await.unwrap().unwrap();
    assert_eq!((live.qualifier.as_deref(), live.environment.contains_key("A")), (Some("live"), false));
    let number = practice.publish_version("orders-mailer").await.unwrap();
    let published = practice.function_at("orders-mailer", &number).await.unwrap().unwrap();
    assert!(published.environment.contains_key("A"));
    assert!(practice.function_at("orders-mailer", "beta").await.unwrap().is_none());
}

#[tokio::test]
async fn a_secret_that_rotates_stays_on_time_until_its_rotation_fails() {
    let practice = open("all-well");
    pass(&practice, 40 * 86_400).await;
    let now = i64::try_from(practice.clock().now()).unwrap();
    let secret = practice.secret("orders/orders_app").await.unwrap().unwrap();
    assert!(secret.last_changed.unwrap() < now && secret.next_rotation.unwrap() > now);
    let stuck = open("broken-rotation-stuck");
    let now = i64::try_from(stuck.clock().now()).unwrap();
    let secret = stuck.secret("orders/orders_app").await.unwrap().unwrap();
    assert!(secret.next_rotation.unwrap() < now);
    let versions = stuck.secret_versions(&secret.arn).await.unwrap();
    assert!(versions.iter().any(|version| version.stages == ["AWSPENDING"]), "{versions:?}");
}

#[tokio::test]
async fn a_new_proxy_has_its_endpoint_and_no_history() {
    let practice = open("default");
    settled_proxy(&practice).await;
    let endpoints = practice.proxy_endpoints("shop-proxy").await.unwrap();
    let proxy = practice.proxy("shop-proxy").await.unwrap().unwrap();
    assert_eq!((endpoints.len(), endpoints[0].is_default, &endpoints[0].host), (1, true, &proxy.endpoint));
    assert!(proxy.created.is_some());
    let queries = rds_proxy_wizard::rules::metrics::queries("shop-proxy", None, None, None);
    let series = practice.series(&queries, 0).await.unwrap();
    assert!(series.iter().all(|series| series.points.is_empty()), "{series:?}");
    let queries = rds_proxy_wizard::rules::metrics::queries("auth-proxy", None, None, None);
    assert!(
        practice
            .series(&queries, 0)
            .await
            .unwrap()
            .iter()
            .any(|series| series.points.iter().any(|point| point.value > 0.0))
    );
}

#[tokio::test]
async fn databases_and_functions_are_of_every_kind_that_the_pickers_tell_apart() {
    use rds_proxy_wizard::design::eligibility::{of_database, of_function};
    let practice = open("default");
    let pickers = rds_proxy_wizard::discover::pickers(&*practice).await;
    assert!(pickers.unreadable.is_empty());
    let vpc = |id: &Option<String>| pickers.vpcs.iter().find(|vpc| Some(&vpc.id) == id.as_ref());
    let (ready, not): (Vec<_>, Vec<_>) =
        pickers.databases.iter().partition(|database| of_database(database, vpc(&database.vpc_id)).is_ok());
    let ids = |databases: &[&rds_proxy_wizard::domain::database::Database]| -> Vec<String> {
        databases.iter().map(|database| database.id.clone()).collect()
    };
    let ready_ids = [
        "auth",
        "billing-pg",
        "crm",
        "ledger-eu",
        "orders-dr",
        "orders-legacy",
        "orders-prod",
        "orders-reporting",
        "payments",
    ];
    assert_eq!(ids(&ready), ready_ids);
    let not_ids = ["crm-dev", "ledger", "orders-archive", "orders-legacy-replica-1", "warehouse"];
    assert_eq!(ids(&not), not_ids);
    let reasons: std::collections::BTreeSet<String> =
        not.iter().map(|database| of_database(database, vpc(&database.vpc_id)).unwrap_err()).collect();
    assert_eq!(reasons.len(), not_ids.len(), "each for a reason of its own: {reasons:?}");
    let unusable = pickers.functions.iter().filter(|function| of_function(function).is_err());
    let unusable: Vec<&str> = unusable.map(|function| function.name.as_str()).collect();
    assert_eq!(unusable, ["orders-edge", "orders-old-sync"]);
}

#[tokio::test]
async fn in_the_stuck_scenario_only_new_targets_are_stuck() {
    let practice = open("stuck-target");
    settled_proxy(&practice).await;
    pass(&practice, 1200).await;
    assert_eq!(health(&practice, "shop-proxy").await.reason, Some(TargetReason::PendingProxyCapacity));
    assert!(health(&practice, "auth-proxy").await.is_available());
}

#[tokio::test]
async fn at_a_speed_simulated_time_runs_that_much_faster() {
    let practice = Practice::open(None, "default", Speed::Times(100_000)).unwrap();
    let before = practice.clock().now();
    pass(&practice, 3000).await;
    assert!(practice.clock().now() >= before + 3000);
}
