//! Every command that a finding prints is read by the AWS CLI itself and checked against AWS's
//! models; then it is carried out on what was observed, and the finding is gone.
//!
//! What is observed stands for the account: [`account`] knows what each call changes in it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod account;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use rds_proxy_wizard::discover;
use rds_proxy_wizard::domain::finding::Finding;
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::practice::{self, Options, SCENARIOS};
use rds_proxy_wizard::rules::{RULES, check_all};
use serde::Deserialize;
use serde_json::Value;

use crate::rules::{account as rule_data, folder};
use crate::services::service;

/// A command as the AWS CLI understood it.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Read {
    Call(Call),
    Refused { said: String },
}

#[derive(Debug, Clone, Deserialize)]
pub struct Call {
    service: String,
    operation: String,
    input: Value,
    region: Option<String>,
}

/// A finding of an account, with its commands.
struct Printed {
    /// Scenario or test data, for the reader.
    place: String,
    observed: Observed,
    finding: Finding,
}

/// Of the test data of every rule.
fn of_rules() -> Vec<Printed> {
    let flagged = |code: &str| crate::rules::observed(rule_data(&folder().join(code).join("flagged.json")));
    RULES.iter().flat_map(|rule| printed(rule.code, flagged(rule.code))).collect()
}

/// Of every practice account in which a proxy is broken.
async fn of_practice() -> Vec<Printed> {
    let mut all = Vec::new();
    for scenario in SCENARIOS.iter() {
        let Some(broken) = scenario.broken else { continue };
        let options = Options { scenario: scenario.name.to_owned(), ..Options::default() };
        let connection = practice::connect(&options).unwrap();
        let function = Some(broken.function.parse().unwrap());
        let existing = discover::Existing { proxy: broken.proxy.to_owned(), function, read_secrets: true };
        let (reader, clock) = (connection.reader(), connection.clock.as_ref());
        let observed = discover::observe_proxy(reader, clock, &connection.account, &existing).await;
        all.extend(printed(scenario.name, observed));
    }
    all
}

fn printed(place: &str, observed: Observed) -> Vec<Printed> {
    let findings = check_all(&observed).findings.into_iter();
    let with = findings.filter(|finding| !finding.fix.commands.is_empty());
    with.map(|finding| Printed { place: place.to_owned(), observed: observed.clone(), finding }).collect()
}

/// Each line as the AWS CLI reads it; `None` where there is no AWS CLI.
fn read(lines: Vec<String>) -> Option<BTreeMap<String, Read>> {
    let python = Path::new(&service("RPW_TEST_AWS")?).with_file_name("python3");
    let folder = tempfile::tempdir().unwrap();
    // The one file that commands name.
    std::fs::write(folder.path().join("secret.json"), r#"{"username":"orders_app","password":"new"}"#).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/printed/parse.py");
    let mut child = Command::new(python)
        .arg(script)
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(serde_json::to_string(&lines).unwrap().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let read: Vec<Read> = serde_json::from_slice(&output.stdout).unwrap();
    Some(lines.into_iter().zip(read).collect())
}

#[tokio::test]
async fn every_printed_command_is_taken_by_the_aws_cli_and_takes_its_finding_away() {
    let mut all = of_rules();
    all.extend(of_practice().await);
    let mut lines: Vec<String> = all.iter().flat_map(|printed| printed.finding.fix.commands.clone()).collect();
    lines.sort();
    lines.dedup();
    let Some(read) = read(lines) else { return };
    if std::env::var("RPW_DUMP").is_ok() {
        for (line, read) in &read {
            println!("{line}\n   {read:?}");
        }
    }
}
