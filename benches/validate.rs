//! All rules over one observed setup; and `validate --all` over 300 proxies of an emulator, some of
//! whose calls are throttled: `RPW_MINISTACK_URL=… cargo bench --bench validate`.
//!
//! The aims: 5 ms for the rules, and calls that do not grow with what proxies share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[path = "../tests/suite/between.rs"]
#[allow(dead_code, unused_imports)]
mod between;
#[path = "../tests/suite/services.rs"]
#[allow(dead_code, unused_imports)]
mod services;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_sdk_rds::types::{AuthScheme, EngineFamily, IamAuthMode, UserAuthConfig};
use between::{Between, Fault, Rule};
use futures::StreamExt;
use rds_proxy_wizard::aws::Aws;
use rds_proxy_wizard::cloud::SystemClock;
use rds_proxy_wizard::discover::observe_all;
use rds_proxy_wizard::domain::account::Account;
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::rules::{RULES, check_all};

const PROXIES: usize = 300;
const ACCOUNT: &str = "777700002222";

#[tokio::main]
async fn main() {
    rules();
    let Ok(url) = std::env::var("RPW_MINISTACK_URL") else {
        println!("skipped: validate --all (RPW_MINISTACK_URL not set; see tests/services/emulators.sh)");
        return;
    };
    fill(&config(&url).await).await;
    let throttled = ["DescribeDBProxyTargets", "DescribeDBProxyTargetGroups", "GetRole"];
    let faults = throttled.map(|operation| Rule { operation, times: 5, fault: Fault::Throttled });
    let between = Between::start(&url, Duration::from_millis(5), faults.to_vec()).await;
    let aws = Aws::new(&config(&between.url).await);
    let account =
        Account { id: ACCOUNT.into(), partition: "aws".into(), region: "us-east-1".into(), ..Account::default() };
    let started = Instant::now();
    let observed = observe_all(&aws, &SystemClock, &account, false).await.unwrap();
    let took = started.elapsed();
    assert!(observed.len() >= PROXIES);
    let throttled = observed.iter().flat_map(Observed::unreadable).filter(|why| why.because.contains("hrottl")).count();
    assert_eq!(throttled, 0, "throttling is waited out");

    let mut calls: BTreeMap<String, usize> = BTreeMap::new();
    for call in between.calls() {
        *calls.entry(call).or_default() += 1;
    }
    let total: usize = calls.values().sum();
    println!(
        "validate --all: {} proxies in {:.1} s, {total} calls, {:.1} a proxy",
        observed.len(),
        took.as_secs_f64(),
        total as f64 / observed.len() as f64
    );
    for (operation, count) in calls {
        println!("  {count:>5}  {operation}");
    }
}

fn rules() {
    const ROUNDS: usize = 51;
    let text = include_str!("../tests/data/rules/base/standard-iam.json");
    let observed: Observed = serde_json::from_str(text).unwrap();
    let mut millis: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let started = Instant::now();
            std::hint::black_box(check_all(std::hint::black_box(&observed)));
            started.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    millis.sort_by(f64::total_cmp);
    println!("rules: {} over one setup, {:.3} ms", RULES.len(), millis[ROUNDS / 2]);
}

async fn config(url: &str) -> SdkConfig {
    aws_config::defaults(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .endpoint_url(url)
        // Twelve digits choose an account of the emulator that nothing else uses.
        .credentials_provider(Credentials::new(ACCOUNT, "test", None, None, "bench"))
        .load()
        .await
}

/// Fills the account once; a second run finds it filled.
async fn fill(config: &SdkConfig) {
    let rds = aws_sdk_rds::Client::new(config);
    let there = rds.describe_db_proxies().into_paginator().items().send().collect::<Vec<_>>().await;
    if there.len() >= PROXIES {
        return;
    }
    let ec2 = aws_sdk_ec2::Client::new(config);
    let vpc = ec2.create_vpc().cidr_block("10.0.0.0/16").send().await.unwrap();
    let vpc = vpc.vpc().unwrap().vpc_id().unwrap().to_owned();
    let mut subnets = Vec::new();
    for (cidr, zone) in [("10.0.1.0/24", "us-east-1a"), ("10.0.2.0/24", "us-east-1b")] {
        let made = ec2.create_subnet().vpc_id(&vpc).cidr_block(cidr).availability_zone(zone).send().await.unwrap();
        subnets.push(made.subnet().unwrap().subnet_id().unwrap().to_owned());
    }
    rds.create_db_instance()
        .db_instance_identifier("bench-validate")
        .db_instance_class("db.t4g.micro")
        .engine("mysql")
        .master_username("admin")
        .master_user_password("not-a-secret")
        .allocated_storage(20)
        .send()
        .await
        .unwrap();
    let secrets = aws_sdk_secretsmanager::Client::new(config);
    let secret = secrets.create_secret().name("bench").secret_string("{}").send().await.unwrap();
    let auth = UserAuthConfig::builder()
        .auth_scheme(AuthScheme::Secrets)
        .secret_arn(secret.arn().unwrap())
        .iam_auth(IamAuthMode::Required)
        .build();
    let calls = (0..PROXIES).map(|n| {
        let (rds, auth, subnets) = (rds.clone(), auth.clone(), subnets.clone());
        async move {
            let name = format!("bench-{n}");
            rds.create_db_proxy()
                .db_proxy_name(&name)
                .engine_family(EngineFamily::Mysql)
                .auth(auth)
                .role_arn(format!("arn:aws:iam::{ACCOUNT}:role/bench"))
                .set_vpc_subnet_ids(Some(subnets))
                .require_tls(true)
                .send()
                .await
                .unwrap();
            rds.register_db_proxy_targets()
                .db_proxy_name(&name)
                .db_instance_identifiers("bench-validate")
                .send()
                .await
                .unwrap();
        }
    });
    futures::stream::iter(calls).buffer_unordered(4).collect::<Vec<()>>().await;
}
