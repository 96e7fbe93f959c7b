//! A whole setup made and taken away again on an emulator: by this program, by the exported script with the
//! AWS CLI, and by Terraform with the exported code; the function is changed on every side.
//! `RPW_MINISTACK_URL=… RPW_TEST_AWS=… RPW_TEST_TERRAFORM=… cargo bench --bench apply`, or by
//! `tests/services/*.sh`, which print those variables.
//!
//! The aims: ten times as fast as either, there and back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[path = "../tests/suite/between/mod.rs"]
#[allow(dead_code, unused_imports)]
mod between;
#[path = "../tests/suite/seed.rs"]
#[allow(dead_code)]
mod seed;
#[path = "../tests/suite/services.rs"]
#[allow(dead_code)]
mod services;
#[path = "../tests/suite/export/tools.rs"]
#[allow(dead_code)]
mod tools;

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use between::Between;
use rds_proxy_wizard::apply::{Engine, Stop, Store, Typed};
use rds_proxy_wizard::aws::Aws;
use rds_proxy_wizard::cloud::Connection;
use rds_proxy_wizard::design::design;
use rds_proxy_wizard::discover::observe;
use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::domain::database::DatabaseKind;
use rds_proxy_wizard::domain::setup::Setup;
use rds_proxy_wizard::{export, plan};
use seed::{World, seed};
use serde_json::Value;
use tools::TerraformFolder;

const ROUNDS: usize = 3;
/// What a call to AWS takes from a desk.
const LATENCY: Duration = Duration::from_millis(50);

/// Seconds there and back, each round.
type Times = [Vec<f64>; 2];

#[tokio::main]
async fn main() {
    let Some(url) = services::service("RPW_MINISTACK_URL") else { return };
    for latency in [Duration::ZERO, LATENCY] {
        let between = Between::start(&url, latency, Vec::new()).await;
        let mut all: BTreeMap<&str, Times> = BTreeMap::new();
        for _ in 0..ROUNDS {
            add(&mut all, "this program", ours(&url, &between.url).await);
            if let Some(aws) = services::service("RPW_TEST_AWS") {
                add(&mut all, "AWS CLI", by_script(&url, &between.url, &aws).await);
                if let Some(program) = tools::terraform() {
                    add(&mut all, "Terraform", by_terraform(&url, &between.url, &aws, program).await);
                }
            }
        }
        let ours = all["this program"].clone().map(median);
        for (who, times) in all {
            let times = times.map(median);
            let ratio = |nth: usize| times[nth] / ours[nth];
            println!(
                "{} ms a call: {who}: plan and apply {:.2} s ({:.1}), undo {:.2} s ({:.1})",
                latency.as_millis(),
                times[0],
                ratio(0),
                times[1],
                ratio(1)
            );
        }
    }
}

fn add(all: &mut BTreeMap<&'static str, Times>, who: &'static str, times: [f64; 2]) {
    let kept = all.entry(who).or_default();
    kept[0].push(times[0]);
    kept[1].push(times[1]);
}

fn choices(world: &World) -> Choices {
    Choices {
        region: Some(world.connection.account.region.clone()),
        database: world.seeded.mysql.clone(),
        database_kind: Some(DatabaseKind::Instance),
        function: world.seeded.function_in_vpc.clone(),
        ..Choices::default()
    }
}

async fn setup(connection: &Connection, choices: &Choices) -> (plan::Plan, Setup) {
    let observed = observe(connection.reader(), &connection.account, choices).await;
    let setup = design(choices, &observed).unwrap_or_else(|problems| panic!("{problems:#?}"));
    (plan::build(&observed, &setup).unwrap_or_else(|conflicts| panic!("{conflicts:#?}")), setup)
}

async fn ours(url: &str, slow: &str) -> [f64; 2] {
    let world = seed(url).await;
    let config = world.config.to_builder().endpoint_url(slow).build();
    let connection = Connection { writer: Arc::new(Aws::new(&config)), ..world.connection.clone() };
    let folder = tempfile::tempdir().unwrap();
    let engine = Engine {
        connection,
        store: Store::new(folder.path()),
        emit: Arc::new(|_| {}),
        stop: Stop::default(),
        password: Typed::default(),
    };
    let started = Instant::now();
    let (plan, _) = setup(&engine.connection, &choices(&world)).await;
    let applied = engine.run(plan).await.unwrap();
    let there = started.elapsed().as_secs_f64();
    let started = Instant::now();
    let undone = engine.undo(applied.receipt).await.unwrap();
    assert!(undone.receipt.leftovers.is_empty(), "{:#?}", undone.receipt.leftovers);
    [there, started.elapsed().as_secs_f64()]
}

/// A folder with all exported files, and an `aws` that talks to the emulator.
async fn exported(url: &str, slow: &str, aws: &str) -> (World, tempfile::TempDir) {
    let world = seed(url).await;
    let (_, setup) = setup(&world.connection, &choices(&world)).await;
    let folder = tempfile::tempdir().unwrap();
    for file in export::files_of(&setup, None, &export::targets_of(&setup)).unwrap() {
        let path = folder.path().join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &file.text).unwrap();
    }
    let shim = folder.path().join("aws");
    std::fs::write(&shim, format!("#!/bin/sh\nexec {aws} --endpoint-url {slow} \"$@\"\n")).unwrap();
    std::fs::set_permissions(&shim, std::fs::Permissions::from_mode(0o755)).unwrap();
    (world, folder)
}

fn bash(world: &World, folder: &Path, url: &str, script: &str, arguments: &[&str], variables: &[(&str, String)]) {
    let account = &world.connection.account;
    let ran = Command::new("bash")
        .arg(folder.join(script))
        .args(arguments)
        .env("PATH", format!("{}:{}", folder.display(), std::env::var("PATH").unwrap()))
        .env("HOME", folder)
        .env("AWS_ENDPOINT_URL", url)
        .env("AWS_ACCESS_KEY_ID", &account.id)
        .env("AWS_SECRET_ACCESS_KEY", "test")
        .env("AWS_DEFAULT_REGION", &account.region)
        .env("AWS_EC2_METADATA_DISABLED", "true")
        .env("POLL_SECONDS", "1")
        .envs(variables.iter().cloned())
        .output()
        .unwrap();
    assert!(ran.status.success(), "{script}: {}", String::from_utf8_lossy(&ran.stderr));
}

async fn by_script(url: &str, slow: &str, aws: &str) -> [f64; 2] {
    let (world, folder) = exported(url, slow, aws).await;
    ["cli/setup.sh", "cli/undo.sh"].map(|script| {
        let started = Instant::now();
        bash(&world, folder.path(), slow, script, &[], &[]);
        started.elapsed().as_secs_f64()
    })
}

async fn by_terraform(url: &str, slow: &str, aws: &str, program: String) -> [f64; 2] {
    let (world, folder) = exported(url, slow, aws).await;
    let code = folder.path().join("terraform");
    let terraform = TerraformFolder::new(program, code, slow, &world.connection.account);
    terraform.succeeds(&["init", "-input=false"]);
    let started = Instant::now();
    terraform.succeeds(&["apply", "-input=false", "-auto-approve"]);
    let shown: Value = serde_json::from_str(&terraform.succeeds(&["output", "-json"])).unwrap();
    let outputs = [("PROXY_HOST", "ProxyEndpoint"), ("SECRET_ARN", "SecretArn"), ("FUNCTION_SG", "FunctionGroupId")];
    let variables: Vec<(&str, String)> =
        outputs.into_iter().filter_map(|(variable, name)| Some((variable, value_of(&shown, name)?))).collect();
    bash(&world, folder.path(), slow, "terraform/attach.sh", &[], &variables);
    let there = started.elapsed().as_secs_f64();
    let started = Instant::now();
    bash(&world, folder.path(), slow, "terraform/attach.sh", &["undo"], &[]);
    terraform.succeeds(&["destroy", "-input=false", "-auto-approve"]);
    [there, started.elapsed().as_secs_f64()]
}

/// Terraform names its outputs in small letters: `ProxyEndpoint` is `proxy_endpoint`.
fn value_of(shown: &Value, name: &str) -> Option<String> {
    let plain = |text: &str| text.replace('_', "").to_ascii_lowercase();
    let outputs = shown.as_object()?;
    let (_, output) = outputs.iter().find(|(key, _)| plain(key) == plain(name))?;
    output["value"].as_str().map(str::to_owned)
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
