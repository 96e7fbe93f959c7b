//! Proxies, their pool and targets.

use secrecy::SecretString;

use super::Subject;
use rds_proxy_wizard::cloud::{
    DatabaseRef, ErrorKind, GroupRule, NewProxy, NewProxyEndpoint, NewRole, NewSecret, ProxyChange,
};
use rds_proxy_wizard::domain::Tags;
use rds_proxy_wizard::domain::database::{DatabaseKind, EngineFamily};
use rds_proxy_wizard::domain::network::Direction;
use rds_proxy_wizard::domain::policy::{Document, Statement};
use rds_proxy_wizard::domain::proxy::{
    EndpointRole, IamAuth, NetworkType, PoolSettings, ProxyAuth, ProxyStatus, TargetKind,
};

/// A proxy with its secret and a role that may read it.
async fn wanted(subject: &Subject, what: &str) -> NewProxy {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let secret = NewSecret {
        name: subject.named(what),
        description: String::from("made by a test"),
        kms_key_id: None,
        value: SecretString::from(r#"{"username":"app","password":"planted-password"}"#),
        tags: Tags::new(),
        token: "a-token-of-a-test-0123456789abcdef".into(),
    };
    let secret_arn = cloud.create_secret(secret).await.unwrap();
    let role = NewRole {
        name: subject.named(&format!("role-{what}")),
        path: "/".into(),
        description: "made by a test".into(),
        trust: Document::trust("rds.amazonaws.com"),
        permissions_boundary: None,
        tags: Tags::new(),
    };
    let role_arn = cloud.create_role(role.clone()).await.unwrap();
    let read = Statement::allow(None, "secretsmanager:GetSecretValue", secret_arn.as_str());
    cloud.put_role_policy(&role.name, "read", &Document::new(vec![read])).await.unwrap();
    NewProxy {
        name: subject.named(what),
        family: EngineFamily::Mysql,
        auth: vec![ProxyAuth {
            secret_arn,
            iam_auth: IamAuth::Required,
            client_password_auth_type: None,
            description: None,
        }],
        default_iam_auth: false,
        role_arn,
        subnet_ids: seeded.subnet_ids.clone(),
        security_group_ids: vec![seeded.database_group_id.clone()],
        require_tls: true,
        idle_client_timeout_secs: 900,
        debug_logging: false,
        endpoint_network_type: NetworkType::Ipv4,
        target_connection_network_type: NetworkType::Ipv4,
        tags: Tags::from([("made-by".into(), "rds-proxy-wizard".into())]),
    }
}

async fn available(subject: &Subject, name: &str) {
    let cloud = subject.cloud();
    let available =
        || async { cloud.proxy(name).await.unwrap().is_some_and(|proxy| proxy.status == ProxyStatus::Available) };
    subject.until("the proxy", available).await;
}

async fn deleted(subject: &Subject, name: &str) {
    let cloud = subject.cloud();
    subject.patiently(|| cloud.delete_proxy(name)).await;
    subject.until("its deletion", || async { cloud.proxy(name).await.unwrap().is_none() }).await;
    if subject.can("say that a proxy is not found") {
        subject.refused(cloud.delete_proxy(name).await, ErrorKind::NotFound);
    }
}

pub async fn a_proxy_lives_through_all_its_changes(subject: &Subject) {
    let cloud = subject.cloud();
    let new = wanted(subject, "changed").await;
    let name = new.name.as_str();
    assert_eq!(cloud.proxy(name).await.unwrap(), None);
    if subject.can("say that a proxy is not found") {
        assert_eq!(cloud.pool(name).await.unwrap(), None);
        subject.refused(cloud.targets(name).await, ErrorKind::NotFound);
    }
    let made = subject.patiently(|| cloud.create_proxy(new.clone())).await;
    assert!(made.resource_id().starts_with("prx-"), "{}", made.arn);
    subject.refused(cloud.create_proxy(new.clone()).await, ErrorKind::AlreadyExists);
    available(subject, name).await;

    let proxy = cloud.proxy(name).await.unwrap().unwrap();
    assert_eq!((&proxy.arn, proxy.engine_family, &proxy.vpc_id), (&made.arn, new.family, &subject.seeded.vpc_id));
    assert_eq!((&proxy.security_group_ids, &proxy.role_arn), (&new.security_group_ids, &new.role_arn));
    assert_eq!((proxy.require_tls, proxy.idle_client_timeout_secs, proxy.debug_logging), (true, 900, false));
    let secrets: Vec<_> = proxy.auth.iter().map(|auth| (&auth.secret_arn, &auth.iam_auth)).collect();
    assert_eq!(secrets, [(&new.auth[0].secret_arn, &IamAuth::Required)]);
    assert_eq!(
        (proxy.tags, proxy.default_iam_auth, proxy.subnet_ids),
        (Some(new.tags.clone()), false, new.subnet_ids.clone())
    );
    assert!(proxy.created.is_some_and(|created| created > 0));
    if let Some(by_proxy) = subject.answer("endpoints of all proxies", cloud.endpoints_by_proxy().await) {
        assert_eq!(by_proxy.get(name).cloned().unwrap_or_default(), cloud.proxy_endpoints(name).await.unwrap());
    }
    if let Some(all) = subject.answer("endpoints of a proxy", cloud.proxy_endpoints(name).await) {
        assert!(all.iter().all(|endpoint| endpoint.is_default && endpoint.vpc_id == proxy.vpc_id), "{all:?}");
    }
    assert!(proxy.endpoint.is_some_and(|host| host.contains(name)));
    assert!(cloud.proxies().await.unwrap().iter().any(|listed| listed.name == name));

    let mut pool = PoolSettings {
        max_connections_percent: 60,
        max_idle_connections_percent: 20,
        borrow_timeout_secs: 30,
        exclude_variable_sets: true,
        init_query: None,
    };
    subject.patiently(|| cloud.modify_pool(name, &pool)).await;
    subject.until("the pool", || async { cloud.pool(name).await.unwrap().as_ref() == Some(&pool) }).await;
    available(subject, name).await;
    if subject.can("clear pinning filters, keep an initial query") {
        pool.exclude_variable_sets = false;
        pool.init_query = Some("SET time_zone = '+00:00'".into());
        subject.patiently(|| cloud.modify_pool(name, &pool)).await;
        subject.until("the pool", || async { cloud.pool(name).await.unwrap().as_ref() == Some(&pool) }).await;
        available(subject, name).await;
        pool.init_query = None;
        subject.patiently(|| cloud.modify_pool(name, &pool)).await;
        subject.until("the pool", || async { cloud.pool(name).await.unwrap().as_ref() == Some(&pool) }).await;
    }

    if subject.can("modify a proxy") {
        let password = ProxyAuth { iam_auth: IamAuth::Disabled, ..new.auth[0].clone() };
        let change = ProxyChange {
            auth: Some(vec![password]),
            require_tls: Some(false),
            idle_client_timeout_secs: Some(1200),
            security_group_ids: Some(vec![subject.seeded.function_group_id.clone()]),
            ..ProxyChange::default()
        };
        subject.patiently(|| cloud.modify_proxy(name, change.clone())).await;
        available(subject, name).await;
        let proxy = cloud.proxy(name).await.unwrap().unwrap();
        assert_eq!((proxy.require_tls, proxy.idle_client_timeout_secs), (false, 1200));
        assert_eq!(proxy.auth.first().unwrap().iam_auth, IamAuth::Disabled);
        assert_eq!(proxy.security_group_ids, std::slice::from_ref(&subject.seeded.function_group_id));
        assert_eq!(proxy.role_arn, new.role_arn, "what is not named stays");
        let unknown = subject.named("unknown");
        subject.refused(cloud.modify_proxy(&unknown, ProxyChange::default()).await, ErrorKind::NotFound);
    }
    deleted(subject, name).await;
}

pub async fn an_endpoint_for_reads_comes_and_goes(subject: &Subject) {
    if !subject.can("endpoints of a proxy") {
        return;
    }
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let new = wanted(subject, "reads").await;
    let proxy = new.name.as_str();
    subject.patiently(|| cloud.create_proxy(new.clone())).await;
    available(subject, proxy).await;
    let cluster = DatabaseRef { kind: DatabaseKind::Cluster, id: seeded.cluster.clone() };
    subject.patiently(|| cloud.register_target(proxy, &cluster)).await;
    let name = format!("{proxy}-read-only");
    let wanted = NewProxyEndpoint {
        name: name.clone(),
        proxy: proxy.to_owned(),
        role: EndpointRole::ReadOnly,
        subnet_ids: new.subnet_ids.clone(),
        security_group_ids: new.security_group_ids.clone(),
        network_type: NetworkType::Ipv4,
        tags: new.tags.clone(),
    };
    assert_eq!(cloud.proxy_endpoint(&name).await.unwrap(), None);
    let made = subject.patiently(|| cloud.create_proxy_endpoint(wanted.clone())).await;
    assert!(made.arn.contains(":db-proxy-endpoint:"), "{}", made.arn);
    subject.refused(cloud.create_proxy_endpoint(wanted.clone()).await, ErrorKind::AlreadyExists);
    let ready =
        || async { cloud.proxy_endpoint(&name).await.unwrap().is_some_and(|one| one.status == ProxyStatus::Available) };
    subject.until("the endpoint", ready).await;
    let there = cloud.proxy_endpoint(&name).await.unwrap().unwrap();
    assert_eq!((there.arn.as_str(), there.proxy.as_str(), there.is_read_only()), (made.arn.as_str(), proxy, true));
    assert_eq!((&there.vpc_id, &there.subnet_ids), (&seeded.vpc_id, &wanted.subnet_ids));
    assert_eq!((&there.security_group_ids, there.is_default), (&wanted.security_group_ids, false));
    assert!(there.host.is_some_and(|host| host.contains(".endpoint.proxy-") && host.starts_with(&name)));
    assert_eq!(there.tags, Some(wanted.tags.clone()));
    assert!(cloud.proxy_endpoints(proxy).await.unwrap().iter().any(|listed| listed.name == name));
    let unknown = subject.named("unknown");
    let of_nobody = NewProxyEndpoint { name: unknown.clone(), proxy: unknown.clone(), ..wanted.clone() };
    subject.refused(cloud.create_proxy_endpoint(of_nobody).await, ErrorKind::NotFound);
    subject.refused(cloud.delete_proxy_endpoint(&unknown).await, ErrorKind::NotFound);
    subject.patiently(|| cloud.delete_proxy_endpoint(&name)).await;
    subject.until("its deletion", || async { cloud.proxy_endpoint(&name).await.unwrap().is_none() }).await;
    deleted(subject, proxy).await;
}

pub async fn a_proxy_without_secrets(subject: &Subject) {
    if !subject.can("end-to-end IAM") {
        return;
    }
    let mut new = wanted(subject, "end-to-end").await;
    new.auth.clear();
    new.default_iam_auth = true;
    let cloud = subject.cloud();
    subject.patiently(|| cloud.create_proxy(new.clone())).await;
    available(subject, &new.name).await;
    let proxy = cloud.proxy(&new.name).await.unwrap().unwrap();
    assert_eq!((proxy.default_iam_auth, proxy.auth), (true, vec![]));
    deleted(subject, &new.name).await;
}

pub async fn targets_are_registered_once(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let new = wanted(subject, "targets").await;
    let name = new.name.as_str();
    // Proxy and database share a group here, which needs a rule on itself.
    let group = &seeded.database_group_id;
    let within = GroupRule {
        group_id: group.clone(),
        direction: Direction::Ingress,
        port: 3306,
        peer_group_id: group.clone(),
        description: "proxy to database".into(),
    };
    cloud.authorize(&within).await.unwrap();
    subject.patiently(|| cloud.create_proxy(new.clone())).await;
    available(subject, name).await;
    assert_eq!(cloud.targets(name).await.unwrap(), []);

    let instance = DatabaseRef { kind: DatabaseKind::Instance, id: seeded.mysql.clone() };
    subject.patiently(|| cloud.register_target(name, &instance)).await;
    let targets = cloud.targets(name).await.unwrap();
    let target = targets.first().unwrap();
    assert_eq!((targets.len(), target.kind.as_str(), &target.id), (1, "RDS_INSTANCE", &seeded.mysql));
    let healthy = || async {
        let targets = cloud.targets(name).await.unwrap();
        targets.iter().all(|target| target.health.as_ref().is_some_and(|health| health.is_available()))
    };
    subject.until("the target's health", healthy).await;
    if subject.can("refuse a second registration") {
        subject.refused(cloud.register_target(name, &instance).await, ErrorKind::AlreadyExists);
    }
    if subject.can("refuse an unknown target") {
        let unknown = DatabaseRef { kind: DatabaseKind::Cluster, id: subject.named("unknown") };
        subject.refused(cloud.register_target(name, &unknown).await, ErrorKind::NotFound);
    }
    subject.patiently(|| cloud.deregister_target(name, &instance)).await;
    assert_eq!(cloud.targets(name).await.unwrap(), []);

    let cluster = DatabaseRef { kind: DatabaseKind::Cluster, id: seeded.cluster.clone() };
    subject.patiently(|| cloud.register_target(name, &cluster)).await;
    let targets = cloud.targets(name).await.unwrap();
    assert!(
        targets.iter().any(|target| target.kind == TargetKind::TrackedCluster && target.id == seeded.cluster),
        "{targets:?}"
    );
    subject.patiently(|| cloud.deregister_target(name, &cluster)).await;
    deleted(subject, name).await;
}
