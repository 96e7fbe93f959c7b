//! Every command that a finding prints is read by the AWS CLI itself and checked against AWS's
//! models; then it is carried out on what was observed, and the finding is gone.
//!
//! What is observed stands for the account: [`account`] knows what each call changes in it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod account;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use rds_proxy_wizard::discover;
use rds_proxy_wizard::domain::finding::{Finding, Severity};
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::practice::{self, Options, SCENARIOS};
use rds_proxy_wizard::rules::{RULES, Verdict, check_all};
use serde::Deserialize;
use serde_json::Value;

use crate::rules::{account as rule_data, folder};
use crate::services::service;

use account::Effect;

/// A command as the AWS CLI understood it.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Read {
    Call(Call),
    Refused { said: String },
}

#[derive(Debug, Clone, Deserialize)]
pub struct Call {
    pub service: String,
    pub operation: String,
    pub input: Value,
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
pub fn read(lines: Vec<String>) -> Option<BTreeMap<String, Read>> {
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
    let mut wrong = Vec::new();
    for Printed { place, observed, finding } in &all {
        let code = finding.code.as_str();
        let mut after = observed.clone();
        let mut effects = Vec::new();
        for line in &finding.fix.commands {
            match &read[line] {
                Read::Refused { said } => wrong.push(format!("{place}, {code}: {line}\n  {said}")),
                Read::Call(call) => {
                    let global = call.service == "iam";
                    assert!(global || call.region.as_ref() == Some(&observed.account.region), "{line}");
                    effects.push(account::carry_out(&mut after, call));
                }
            }
        }
        if !effects.contains(&Effect::Done) || ELSEWHERE.iter().any(|(known, _)| *known == code) {
            continue;
        }
        let verdict = check_all(&after);
        let (before, errors) = (errors(&check_all(observed)), errors(&verdict));
        let same = |there: &&Finding| there.subject == finding.subject && there.hop == finding.hop;
        if verdict.findings.iter().filter(same).any(|there| there.code == code) {
            wrong.push(format!("{place}, {code} is still there after {:#?}", finding.fix.commands));
        }
        if let Some(new) = errors.difference(&before).next() {
            wrong.push(format!("{place}, {code}: {new} is new after {:#?}", finding.fix.commands));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn errors(verdict: &Verdict) -> BTreeSet<String> {
    let errors = verdict.findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| finding.code.clone()).collect()
}

/// Findings whose commands are right and do not end them at once, and why.
const ELSEWHERE: &[(&str, &str)] = &[
    ("lambda-vpc-differs-from-proxy", "the host of a new endpoint is known once it is made"),
    ("proxy-network-type-mismatch", "a database becomes dual-stack by a subnet group of its own"),
    ("secret-update-not-picked-up", "the proxy reads the secret again, which no description shows"),
];
