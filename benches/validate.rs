//! All rules over one observed setup; the reading of one proxy against its longest chain of calls, 50 ms
//! each; and `validate --all` over 300 proxies of an emulator, 20 in each of 15 regions, some of whose calls
//! are throttled: `RPW_MINISTACK_URL=… cargo bench --bench validate`.
//!
//! The aims: 5 ms for the rules, 1.15 times the longest chain for one proxy, and calls that do not grow with
//! what proxies share. The waves of a validation are a picture in `tests/suite/waves.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[path = "../tests/suite/between/mod.rs"]
#[allow(dead_code, unused_imports)]
mod between;
#[path = "../tests/suite/seed.rs"]
#[allow(dead_code)]
mod seed;
#[path = "../tests/suite/services.rs"]
#[allow(dead_code, unused_imports)]
mod services;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_sdk_lambda::primitives::Blob;
use aws_sdk_lambda::types::{Environment, FunctionCode, Runtime};
use aws_sdk_rds::types::{AuthScheme, EngineFamily, IamAuthMode, UserAuthConfig};
use between::{Between, Fault, Rule};
use futures::StreamExt;
use rds_proxy_wizard::apply::{Engine, Stop, Store, Typed};
use rds_proxy_wizard::aws::Aws;
use rds_proxy_wizard::cloud::{Reader, SystemClock};
use rds_proxy_wizard::design::design;
use rds_proxy_wizard::discover::{Existing, observe, observe_all, observe_proxy};
use rds_proxy_wizard::domain::account::Account;
use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::domain::database::DatabaseKind;
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::rules::{RULES, check_all};

/// The quota, of AWS and of the emulator, is 20 proxies a region.
const PROXIES: usize = 20;
const REGIONS: [&str; 15] = [
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
    "ca-central-1",
    "sa-east-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "eu-central-1",
    "eu-north-1",
    "ap-south-1",
    "ap-northeast-1",
    "ap-southeast-1",
    "ap-southeast-2",
];
const ACCOUNT: &str = "777700004444";

#[tokio::main]
async fn main() {
    rules();
    let Ok(url) = std::env::var("RPW_MINISTACK_URL") else {
        println!("skipped: validate --all (RPW_MINISTACK_URL not set; see tests/services/emulators.sh)");
        return;
    };
    one(&url).await;
    let throttled = ["DescribeDBProxyTargets", "DescribeDBProxyTargetGroups", "GetRole"];
    let faults = throttled.map(|operation| Rule { operation, times: 5, fault: Fault::Throttled });
    let between = Between::start(&url, Duration::from_millis(5), faults.to_vec()).await;
    for region in REGIONS {
        fill(&config(&url, region).await, region).await;
    }
    let mut observed = Vec::new();
    let started = Instant::now();
    for region in REGIONS {
        let aws = Aws::new(&config(&between.url, region).await);
        let account =
            Account { id: ACCOUNT.into(), partition: "aws".into(), region: region.into(), ..Account::default() };
        observed.extend(observe_all(&aws, &SystemClock, &account, false).await.unwrap());
    }
    let took = started.elapsed();
    assert_eq!(observed.len(), PROXIES * REGIONS.len());
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

/// A proxy as the wizard makes it, read with its function.
async fn one(url: &str) {
    const LATENCY: Duration = Duration::from_millis(50);
    const ROUNDS: usize = 5;
    let world = seed::seed(url).await;
    let choices = Choices {
        region: Some(world.connection.account.region.clone()),
        database: world.seeded.mysql.clone(),
        database_kind: Some(DatabaseKind::Instance),
        function: world.seeded.function_in_vpc.clone(),
        ..Choices::default()
    };
    let account = world.connection.account.clone();
    let observed = observe(world.connection.reader(), &account, &choices).await;
    let setup = design(&choices, &observed).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let plan = rds_proxy_wizard::plan::build(&observed, &setup).unwrap_or_else(|why| panic!("{why:#?}"));
    let folder = tempfile::tempdir().unwrap();
    let engine = Engine {
        connection: world.connection,
        store: Store::new(folder.path()),
        emit: Arc::new(|_| {}),
        stop: Stop::default(),
        password: Typed::default(),
    };
    engine.run(plan).await.unwrap();

    let between = Between::start(url, LATENCY, Vec::new()).await;
    let aws = Aws::new(&world.config.to_builder().endpoint_url(&between.url).build());
    let function = Some(choices.function.parse().unwrap());
    let existing = Existing { proxy: setup.name.clone(), function, read_secrets: false };
    let (mut whole, mut chain, mut calls) = (Vec::new(), Vec::new(), 0);
    for _ in 0..ROUNDS {
        let before = between.calls().len();
        let started = Instant::now();
        observe_proxy(&aws, &SystemClock, &account, &existing).await;
        whole.push(started.elapsed().as_secs_f64());
        calls = between.calls().len() - before;
        let started = Instant::now();
        chain_of(&aws, &setup.access.role_name, &setup.access.role_arn).await;
        chain.push(started.elapsed().as_secs_f64());
    }
    let median = |mut figures: Vec<f64>| {
        figures.sort_by(f64::total_cmp);
        figures[figures.len() / 2]
    };
    let (whole, chain) = (median(whole), median(chain));
    println!(
        "validate one, 50 ms a call: {whole:.2} s, {calls} calls; its chain of five calls {chain:.2} s; {:.2}",
        whole / chain
    );
}

/// No validation is quicker: each of these needs the answer of the one before.
async fn chain_of(aws: &Aws, role: &str, arn: &str) {
    aws.proxies().await.unwrap();
    let attached = aws.attached_policies(role).await.unwrap().unwrap_or_default();
    let policy = attached.first().map_or("arn:aws:iam::aws:policy/ReadOnlyAccess", |policy| policy.arn.as_str());
    aws.managed_policy(policy).await.unwrap();
    let _ = aws.simulate_role(arn, &[("rds-db:connect".to_owned(), "*".to_owned())]).await;
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

async fn config(url: &str, region: &'static str) -> SdkConfig {
    aws_config::defaults(BehaviorVersion::latest())
        .region(Region::new(region))
        .endpoint_url(url)
        // Twelve digits choose an account of the emulator that nothing else uses.
        .credentials_provider(Credentials::new(ACCOUNT, "test", None, None, "bench"))
        .load()
        .await
}

/// Fills the account once; a second run finds it filled.
async fn fill(config: &SdkConfig, region: &str) {
    let rds = aws_sdk_rds::Client::new(config);
    let there = rds.describe_db_proxies().into_paginator().items().send().collect::<Vec<_>>().await;
    if there.len() >= PROXIES {
        return;
    }
    let ec2 = aws_sdk_ec2::Client::new(config);
    let vpc = ec2.create_vpc().cidr_block("10.0.0.0/16").send().await.unwrap();
    let vpc = vpc.vpc().unwrap().vpc_id().unwrap().to_owned();
    let mut subnets = Vec::new();
    for (cidr, zone) in [("10.0.1.0/24", "a"), ("10.0.2.0/24", "b")] {
        let zone = format!("{region}{zone}");
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
    let iam = aws_sdk_iam::Client::new(config);
    let secrets = aws_sdk_secretsmanager::Client::new(config);
    let lambda = aws_sdk_lambda::Client::new(config);
    let calls = (0..PROXIES).map(|n| {
        let (rds, iam, secrets, lambda, subnets) =
            (rds.clone(), iam.clone(), secrets.clone(), lambda.clone(), subnets.clone());
        async move {
            let name = format!("bench-{n}");
            let secret = secrets.create_secret().name(&name).secret_string("{}").send().await.unwrap();
            let auth = UserAuthConfig::builder()
                .auth_scheme(AuthScheme::Secrets)
                .secret_arn(secret.arn().unwrap())
                .iam_auth(IamAuthMode::Required)
                .build();
            let roles = [format!("{name}-{region}-proxy"), format!("{name}-{region}-function")];
            for (role, service) in roles.iter().zip(["rds", "lambda"]) {
                let trust = format!(
                    r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"Service":"{service}.amazonaws.com"}},"Action":"sts:AssumeRole"}}]}}"#
                );
                iam.create_role().role_name(role).assume_role_policy_document(trust).send().await.unwrap();
                let own = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"*"}]}"#;
                iam.put_role_policy().role_name(role).policy_name("own").policy_document(own).send().await.unwrap();
            }
            let made = rds
                .create_db_proxy()
                .db_proxy_name(&name)
                .engine_family(EngineFamily::Mysql)
                .auth(auth)
                .role_arn(format!("arn:aws:iam::{ACCOUNT}:role/{}", roles[0]))
                .set_vpc_subnet_ids(Some(subnets))
                .require_tls(true)
                .send()
                .await
                .unwrap();
            let host = made.db_proxy().unwrap().endpoint().unwrap().to_owned();
            lambda
                .create_function()
                .function_name(&name)
                .runtime(Runtime::Python312)
                .handler("index.handler")
                .role(format!("arn:aws:iam::{ACCOUNT}:role/{}", roles[1]))
                .environment(Environment::builder().variables("DB_HOST", host).build())
                .code(FunctionCode::builder().zip_file(Blob::new(ZIP)).build())
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

/// An empty archive: the emulator keeps code and never runs it here.
const ZIP: &[u8] = &[80, 75, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
