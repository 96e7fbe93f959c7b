//! Discovery of 2,000 functions, 200 databases and 300 security groups against an emulator behind
//! a proxy that holds every answer back: `RPW_MINISTACK_URL=… cargo bench --bench discovery`.
//!
//! The aim is a ratio: everything together may take 1.3 times what its longest page chain takes
//! alone, or pages and lists wait for each other needlessly.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[path = "../tests/suite/between/mod.rs"]
#[allow(dead_code, unused_imports)]
mod between;
#[path = "../tests/suite/services.rs"]
#[allow(dead_code, unused_imports)]
mod services;

use std::time::{Duration, Instant};

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_sdk_lambda::primitives::Blob;
use aws_sdk_lambda::types::{FunctionCode, Runtime};
use between::Between;
use futures::StreamExt;
use rds_proxy_wizard::aws::Aws;
use rds_proxy_wizard::cloud::Reader;
use rds_proxy_wizard::discover::pickers;

const LATENCY: Duration = Duration::from_millis(60);
const FUNCTIONS: usize = 2_000;
const DATABASES: usize = 200;
const GROUPS: usize = 300;
const ROUNDS: usize = 3;

#[tokio::main]
async fn main() {
    let Ok(url) = std::env::var("RPW_MINISTACK_URL") else {
        println!("skipped: discovery (RPW_MINISTACK_URL not set; see tests/services/emulators.sh)");
        return;
    };
    let vpc = fill(&config(&url).await).await;
    let slow = Between::start(&url, LATENCY, Vec::new()).await;
    let aws = Aws::new(&config(&slow.url).await);
    let (mut all, mut chain) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let started = Instant::now();
        let (lists, groups) = futures::join!(pickers(&aws), aws.security_groups(&vpc));
        all.push(started.elapsed().as_secs_f64());
        assert!(lists.unreadable.is_empty(), "{:?}", lists.unreadable);
        assert!(lists.functions.len() >= FUNCTIONS && lists.databases.len() >= DATABASES);
        assert!(groups.unwrap().len() >= GROUPS);
        // ListFunctions gives 50 a page and each page names the next: nothing can be quicker.
        let started = Instant::now();
        aws.functions().await.unwrap();
        chain.push(started.elapsed().as_secs_f64());
    }
    let (all, chain) = (median(all), median(chain));
    println!("discovery: everything {all:.2} s, longest page chain {chain:.2} s, ratio {:.2}", all / chain);
}

async fn config(url: &str) -> SdkConfig {
    aws_config::defaults(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .endpoint_url(url)
        // Twelve digits choose an account of the emulator that nothing else uses.
        .credentials_provider(Credentials::new("777700001111", "test", None, None, "bench"))
        .load()
        .await
}

/// Fills the account once; a second run finds it filled.
async fn fill(config: &SdkConfig) -> String {
    let ec2 = aws_sdk_ec2::Client::new(config);
    let lambda = aws_sdk_lambda::Client::new(config);
    let rds = aws_sdk_rds::Client::new(config);
    let found = ec2.describe_security_groups().send().await.unwrap();
    if let Some(group) = found.security_groups().iter().find(|group| group.group_name() == Some("bench-0")) {
        return group.vpc_id().unwrap().to_owned();
    }
    let vpc = ec2.create_vpc().cidr_block("10.0.0.0/16").send().await.unwrap();
    let vpc = vpc.vpc().unwrap().vpc_id().unwrap().to_owned();
    let calls = (0..FUNCTIONS).map(|n| {
        let code = FunctionCode::builder().zip_file(Blob::new(ZIP)).build();
        lambda
            .create_function()
            .function_name(format!("bench-{n}"))
            .runtime(Runtime::Python312)
            .handler("index.handler")
            .role("arn:aws:iam::777700001111:role/bench")
            .code(code)
            .send()
    });
    let made: Vec<_> = futures::stream::iter(calls).buffer_unordered(4).collect().await;
    made.into_iter().for_each(|result| drop(result.unwrap()));
    let calls = (0..DATABASES).map(|n| {
        rds.create_db_instance()
            .db_instance_identifier(format!("bench-{n}"))
            .db_instance_class("db.t4g.micro")
            .engine("mysql")
            .engine_version("8.0.39")
            .master_username("admin")
            .master_user_password("not-a-secret")
            .allocated_storage(20)
            .send()
    });
    let made: Vec<_> = futures::stream::iter(calls).buffer_unordered(4).collect().await;
    made.into_iter().for_each(|result| drop(result.unwrap()));
    let calls = (0..GROUPS)
        .map(|n| ec2.create_security_group().group_name(format!("bench-{n}")).description("bench").vpc_id(&vpc).send());
    let made: Vec<_> = futures::stream::iter(calls).buffer_unordered(4).collect().await;
    made.into_iter().for_each(|result| drop(result.unwrap()));
    vpc
}

/// An empty archive: the emulator keeps code and never runs it here.
const ZIP: &[u8] = &[80, 75, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
