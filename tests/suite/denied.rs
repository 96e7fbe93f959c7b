//! A caller who may not do everything, on an emulator that enforces IAM policies: each refusal is
//! told as one, and what only adds to an answer is left out of it.
#![allow(clippy::unwrap_used)]

use rds_proxy_wizard::aws::Aws;
use rds_proxy_wizard::cloud::{CloudError, DatabaseRef, ErrorKind, Reader, Writer};
use rds_proxy_wizard::discover;
use rds_proxy_wizard::domain::database::DatabaseKind;

use super::seed::{Seeded, config, config_with, seed};
use super::services::service;

/// The seeded account, seen by a user with this policy only.
async fn restricted(policy: &str) -> Option<(Aws, Seeded)> {
    let url = service("RPW_MINISTACK_AUTH_URL")?;
    let world = seed(&url).await;
    let iam = aws_sdk_iam::Client::new(&config(&url, &world.connection.account.id).await);
    iam.create_user().user_name("guest").send().await.unwrap();
    iam.put_user_policy().user_name("guest").policy_name("p").policy_document(policy).send().await.unwrap();
    let key = iam.create_access_key().user_name("guest").send().await.unwrap().access_key.unwrap();
    let config = config_with(&url, key.access_key_id(), key.secret_access_key()).await;
    Some((Aws::new(&config), world.seeded))
}

fn denied<T: std::fmt::Debug>(operation: &str, result: Result<T, CloudError>) {
    let error = result.unwrap_err();
    assert_eq!((error.kind, error.operation.as_str()), (ErrorKind::Denied, operation), "{error:?}");
    assert!(error.code.is_some() && !error.message.is_empty(), "{error:?}");
}

#[tokio::test]
async fn a_refusal_names_the_permission_of_every_service() {
    let nothing = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}"#;
    let Some((guest, seeded)) = restricted(nothing).await else { return };
    denied("rds:DescribeDBInstances", guest.db_instances().await);
    denied("rds:DescribeDBProxies", guest.proxy("orders").await);
    denied("lambda:ListFunctions", guest.functions().await);
    denied("lambda:GetFunctionConfiguration", guest.function(&seeded.function_in_vpc).await);
    denied("secretsmanager:ListSecrets", guest.secrets().await);
    denied("kms:ListAliases", guest.kms_keys().await);
    denied("iam:GetRole", guest.role(&seeded.function_role).await);
    denied("ec2:DescribeSubnets", guest.subnets(&seeded.vpc_id).await);
    denied("ec2:DescribeSecurityGroups", guest.security_groups(&seeded.vpc_id).await);
    let database = DatabaseRef { kind: DatabaseKind::Instance, id: seeded.mysql.clone() };
    denied("rds:ModifyDBInstance", guest.set_iam_auth(&database, true).await);
    denied("iam:DeleteRole", guest.delete_role(&seeded.function_role).await);
    denied("ec2:DeleteSecurityGroup", guest.delete_security_group(&seeded.function_group_id).await);
}

#[tokio::test]
async fn what_only_adds_to_an_answer_may_be_denied() {
    let some = r#"{"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":"*","Resource":"*"},
        {"Effect":"Deny","Resource":"*","Action":["ec2:DescribeSecurityGroupRules","ec2:DescribeVpcAttribute",
            "iam:GetPolicyVersion","kms:ListAliases","rds:ListTagsForResource"]}]}"#;
    let Some((guest, seeded)) = restricted(some).await else { return };
    let groups = guest.security_groups(&seeded.vpc_id).await.unwrap();
    let group = groups.iter().find(|group| group.id == seeded.database_group_id).unwrap();
    assert!(group.rules.iter().all(|rule| rule.id.is_none()), "{group:?}");
    assert!(group.rules.iter().any(|rule| rule.open_to_world()), "the group's own list is used: {group:?}");

    let vpc = guest.vpc(&seeded.vpc_id).await.unwrap().unwrap();
    assert_eq!((vpc.dns_support, vpc.dns_hostnames), (None, None));

    let role = discover::role(&guest, &seeded.function_role).await.unwrap().unwrap();
    assert!(role.partly_unreadable() && role.attached.len() == 1, "{role:?}");

    let key = guest.kms_key(&seeded.key_alias).await.unwrap().unwrap();
    assert_eq!(key.aliases, [seeded.key_alias]);
}

#[tokio::test]
async fn keys_that_aws_does_not_know_are_no_credentials() {
    let Some(url) = service("RPW_MINISTACK_AUTH_URL") else { return };
    let stranger = Aws::new(&config_with(&url, "AKIAIOSFODNN7EXAMPLE", "wrong").await);
    let error = stranger.caller().await.unwrap_err();
    assert_eq!(error.kind, ErrorKind::NoCredentials, "{error:?}");
}
