//! The proxy itself, in front of each emulator.

use super::*;
use crate::services::service;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_sdk_lambda::error::ProvideErrorMetadata;

async fn session(url: &str, key: &str) -> SdkConfig {
    aws_config::defaults(BehaviorVersion::latest())
        .credentials_provider(Credentials::new(key, "test", None, None, "tests"))
        .region(Region::new("us-east-1"))
        .endpoint_url(url)
        .load()
        .await
}

fn rule(operation: &'static str, times: usize, fault: Fault) -> Rule {
    Rule { operation, times, fault }
}

#[tokio::test]
async fn calls_pass_signatures_and_all_and_are_remembered() {
    let Some(upstream) = service("RPW_MINISTACK_AUTH_URL") else {
        return;
    };
    let between = Between::start(&upstream, Duration::ZERO, Vec::new()).await;
    let session = session(&between.url, "100000000001").await;
    let identity = aws_sdk_sts::Client::new(&session).get_caller_identity().send().await;
    assert_eq!(identity.unwrap().account(), Some("100000000001"));
    let ec2 = aws_sdk_ec2::Client::new(&session);
    assert!(!ec2.describe_subnets().send().await.unwrap().subnets().is_empty());
    aws_sdk_lambda::Client::new(&session).list_functions().send().await.unwrap();
    aws_sdk_secretsmanager::Client::new(&session).list_secrets().send().await.unwrap();
    assert_eq!(
        between.calls(),
        ["sts:GetCallerIdentity", "ec2:DescribeSubnets", "lambda:GET /functions", "secretsmanager:ListSecrets"]
    );
}

#[tokio::test]
async fn each_service_understands_its_throttling_and_tries_again() {
    let Some(upstream) = service("RPW_MINISTACK_URL") else {
        return;
    };
    let operations = ["DescribeDBProxies", "DescribeVpcs", "GET /functions", "ListKeys", "ListRoles"];
    let rules = operations.map(|operation| rule(operation, 2, Fault::Throttled));
    let between = Between::start(&upstream, Duration::ZERO, rules.to_vec()).await;
    let session = session(&between.url, "100000000002").await;
    aws_sdk_rds::Client::new(&session).describe_db_proxies().send().await.unwrap();
    aws_sdk_ec2::Client::new(&session).describe_vpcs().send().await.unwrap();
    aws_sdk_lambda::Client::new(&session).list_functions().send().await.unwrap();
    aws_sdk_kms::Client::new(&session).list_keys().send().await.unwrap();
    aws_sdk_iam::Client::new(&session).list_roles().send().await.unwrap();
    for operation in operations {
        let tries = between.calls().iter().filter(|call| call.ends_with(operation)).count();
        assert_eq!(tries, 3, "{operation}");
    }
}

#[tokio::test]
async fn a_denial_has_the_services_own_code() {
    let Some(upstream) = service("RPW_MINISTACK_URL") else {
        return;
    };
    let rules = ["DescribeVpcs", "GET /functions", "DescribeDBProxies"]
        .map(|operation| rule(operation, 9, Fault::AccessDenied));
    let between = Between::start(&upstream, Duration::ZERO, rules.to_vec()).await;
    let session = session(&between.url, "100000000003").await;
    let ec2 = aws_sdk_ec2::Client::new(&session).describe_vpcs().send().await.unwrap_err();
    assert_eq!(ec2.code(), Some("UnauthorizedOperation"));
    let lambda = aws_sdk_lambda::Client::new(&session).list_functions().send().await.unwrap_err();
    assert_eq!(lambda.code(), Some("AccessDeniedException"));
    let rds = aws_sdk_rds::Client::new(&session).describe_db_proxies().send().await.unwrap_err();
    assert_eq!(rds.code(), Some("AccessDenied"));
}

#[tokio::test]
async fn an_answer_can_be_lost_after_the_deed_broken_or_changed() {
    let Some(upstream) = service("RPW_MOTO_URL") else {
        return;
    };
    let rules = vec![
        rule("CreateSecret", 1, Fault::Reset(When::After)),
        rule("DescribeVpcs", 1, Fault::Broken),
        rule("GetCallerIdentity", 1, Fault::Replaced("123456789012", "999999999999")),
    ];
    let between = Between::start(&upstream, Duration::ZERO, rules).await;
    let session = session(&between.url, "testing").await;
    let secrets = aws_sdk_secretsmanager::Client::new(&session);
    let name = format!("between-{}", between.url.rsplit(':').next().unwrap());
    // The SDK sends the same ClientRequestToken again, so the second try finds its own deed.
    let created = secrets.create_secret().name(&name).secret_string("{}").send().await;
    let code = created.as_ref().err().and_then(|error| error.code());
    assert!(created.is_ok() || code == Some("ResourceExistsException"), "{created:?}");
    secrets.describe_secret().secret_id(&name).send().await.unwrap();
    aws_sdk_ec2::Client::new(&session).describe_vpcs().send().await.unwrap();
    let identity = aws_sdk_sts::Client::new(&session).get_caller_identity().send().await.unwrap();
    assert_eq!(identity.account(), Some("999999999999"));
    let tries = |operation: &str| between.calls().iter().filter(|c| c.ends_with(operation)).count();
    assert_eq!((tries("CreateSecret"), tries("DescribeVpcs")), (2, 2));
}
