//! Functions, their environment, versions and aliases.

use std::collections::BTreeMap;

use super::Subject;
use crate::seed::PLANTED;
use rds_proxy_wizard::cloud::{ErrorKind, FunctionChange};
use rds_proxy_wizard::domain::Tags;
use rds_proxy_wizard::domain::arn::short_name;
use rds_proxy_wizard::domain::function::{EnvValue, Function, FunctionVpc, UpdateStatus};

pub async fn functions_are_read_without_their_secrets(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let all = cloud.functions().await.unwrap();
    for name in [&seeded.function_in_vpc, &seeded.function_outside] {
        let listed = all.iter().find(|function| function.name == *name).unwrap();
        let found = read(subject, name).await;
        assert_eq!((&listed.arn, &listed.role_arn, &listed.vpc), (&found.arn, &found.role_arn, &found.vpc));
        assert_eq!(found.runtime.as_deref(), Some("python3.12"));
        assert!(found.arn.ends_with(&format!(":function:{name}")), "{}", found.arn);
        assert_eq!(found.environment.get("LOG_LEVEL"), Some(&EnvValue::Shown("info".into())));
        assert_eq!(found.environment.get("STRIPE_KEY"), Some(&EnvValue::Hidden));
        assert!(!format!("{listed:?} {found:?}").contains(PLANTED));
    }
    let inside = read(subject, &seeded.function_in_vpc).await.vpc.unwrap();
    assert_eq!(inside.security_group_ids, std::slice::from_ref(&seeded.function_group_id));
    assert_eq!(inside.subnet_ids, seeded.subnet_ids);
    assert_eq!(read(subject, &seeded.function_outside).await.vpc, None);

    let unknown = subject.named("unknown");
    assert_eq!(cloud.function(&unknown).await.unwrap(), None);
    assert_eq!(cloud.aliases(&unknown).await.unwrap(), []);
    assert_eq!(cloud.aliases(&seeded.function_in_vpc).await.unwrap(), []);
    assert_eq!(cloud.reserved_concurrency(&seeded.function_in_vpc).await.unwrap(), None);
    assert_eq!(cloud.reserved_concurrency(&unknown).await.unwrap(), None);
}

pub async fn a_change_keeps_the_rest_of_a_function(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let name = &seeded.function_outside;
    let role = read(subject, name).await.role_arn;
    let network = subject.connection.account.managed_policy_arn("service-role/AWSLambdaVPCAccessExecutionRole");
    cloud.attach_role_policy(short_name(&role), &network).await.unwrap();
    let vpc = FunctionVpc {
        vpc_id: seeded.vpc_id.clone(),
        subnet_ids: seeded.subnet_ids.clone(),
        security_group_ids: vec![seeded.function_group_id.clone()],
        ipv6_allowed: false,
    };
    let enter = FunctionChange {
        vpc: Some(Some(vpc.clone())),
        set_environment: BTreeMap::from([("DB_HOST".into(), "proxy.example".into())]),
        remove_environment: vec!["LOG_LEVEL".into()],
        ..FunctionChange::default()
    };
    subject.patiently(|| cloud.update_function(name, &enter)).await;
    settled(subject, name).await;
    let now = read(subject, name).await;
    let inside = now.vpc.unwrap();
    assert_eq!((&inside.subnet_ids, &inside.security_group_ids), (&vpc.subnet_ids, &vpc.security_group_ids));
    let environment = BTreeMap::from([
        ("DB_HOST".to_owned(), EnvValue::Shown("proxy.example".into())),
        ("STRIPE_KEY".to_owned(), EnvValue::Hidden),
    ]);
    assert_eq!(now.environment, environment);

    let leave = FunctionChange { vpc: Some(None), ..FunctionChange::default() };
    subject.patiently(|| cloud.update_function(name, &leave)).await;
    settled(subject, name).await;
    let now = read(subject, name).await;
    assert_eq!((now.vpc, now.environment), (None, environment));

    subject.refused(cloud.update_function(&subject.named("unknown"), &leave).await, ErrorKind::NotFound);
}

pub async fn versions_are_published_pointed_at_and_deleted(subject: &Subject) {
    let (cloud, name) = (subject.cloud(), &subject.seeded.function_outside);
    let version_of_live = || async {
        let aliases = cloud.aliases(name).await.unwrap();
        aliases.into_iter().find(|alias| alias.name == "live").unwrap().version
    };
    let before = version_of_live().await;
    let change = FunctionChange {
        set_environment: BTreeMap::from([("DB_HOST".into(), "proxy.example".into())]),
        ..FunctionChange::default()
    };
    subject.patiently(|| cloud.update_function(name, &change)).await;
    settled(subject, name).await;
    let version = subject.patiently(|| cloud.publish_version(name)).await;
    assert_ne!(version, before);
    cloud.update_alias(name, "live", &version).await.unwrap();
    assert_eq!(version_of_live().await, version);
    cloud.update_alias(name, "live", &before).await.unwrap();
    cloud.delete_version(name, &version).await.unwrap();
    assert_eq!(version_of_live().await, before);

    subject.refused(cloud.update_alias(name, "unknown", &before).await, ErrorKind::NotFound);
    // Either would delete the function itself.
    subject.refused(cloud.delete_version(name, "").await, ErrorKind::Refused);
    subject.refused(cloud.delete_version(name, "$LATEST").await, ErrorKind::Refused);
    assert!(cloud.function(name).await.unwrap().is_some());
}

async fn read(subject: &Subject, name: &str) -> Function {
    subject.cloud().function(name).await.unwrap().unwrap()
}

async fn settled(subject: &Subject, name: &str) {
    let done = || async { read(subject, name).await.last_update_status != Some(UpdateStatus::InProgress) };
    subject.until("the update", done).await;
}

pub async fn a_function_is_read_as_it_is_invoked(subject: &Subject) {
    let (cloud, seeded) = (subject.cloud(), &subject.seeded);
    let name = &seeded.function_outside;
    let latest = read(subject, name).await;
    assert_eq!((latest.qualifier, latest.is_image, latest.snap_start), (None, false, false));
    assert!(latest.code_size > 0 && latest.layers.is_empty());

    let live = cloud.function_at(name, "live").await.unwrap().unwrap();
    assert_eq!((&live.name, live.qualifier.as_deref(), &live.role_arn), (name, Some("live"), &latest.role_arn));
    assert!(!format!("{live:?}").contains(PLANTED));
    assert_eq!(cloud.function_at(name, "unknown").await.unwrap(), None);

    if let Some(provisioned) = subject.answer("provisioned concurrency", cloud.provisioned_concurrency(name).await) {
        assert_eq!(provisioned, []);
        assert_eq!(cloud.provisioned_concurrency(&subject.named("unknown")).await.unwrap(), []);
    }
    if let Some(account) = subject.answer("account concurrency", cloud.account_concurrency().await) {
        assert!(account.unreserved <= account.limit && account.limit > 0, "{account:?}");
    }
    assert_eq!(cloud.function_tags(&latest.arn).await.unwrap(), Some(Tags::new()));
    assert_eq!(cloud.function_tags(&format!("{}-unknown", latest.arn)).await.unwrap(), None);
}

pub async fn a_timeout_is_changed_and_nothing_else(subject: &Subject) {
    let cloud = subject.cloud();
    let name = &subject.seeded.function_in_vpc;
    let before = read(subject, name).await;
    for seconds in [before.timeout_secs + 12, before.timeout_secs] {
        let change = FunctionChange { timeout_secs: Some(seconds), ..FunctionChange::default() };
        subject.patiently(|| cloud.update_function(name, &change)).await;
        settled(subject, name).await;
        let after = read(subject, name).await;
        assert_eq!((after.timeout_secs, &after.environment, &after.vpc), (seconds, &before.environment, &before.vpc));
    }
}
