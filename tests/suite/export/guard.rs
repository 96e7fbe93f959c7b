//! The rules that hold a setup, judged by AWS's own engine: the exported template keeps each of them, and
//! one in which a single thing is changed breaks the one that names it.

use std::fs;
use std::path::Path;
use std::process::Command;

use rds_proxy_wizard::export;
use serde_json::{Value, json};

use super::{cases, write};
use crate::services::service;

/// What a template says that a rule forbids: the rule, and a text with what stands in its place.
const BREACHES: [(&str, &str, &str); 6] = [
    ("require_tls", "RequireTLS: true", "RequireTLS: false"),
    ("iam_auth", "IAMAuth: REQUIRED", "IAMAuth: DISABLED"),
    ("end_to_end_iam", "DefaultAuthScheme: IAM_AUTH", "DefaultAuthScheme: NONE"),
    ("idle_timeout", "IdleClientTimeout: 1800", "IdleClientTimeout: 28801"),
    ("no_debug_logging", "DebugLogging: false", "DebugLogging: true"),
    ("no_star", "Action: secretsmanager:GetSecretValue", "Action: secretsmanager:*"),
];

/// The names of the rules that these data break, by `cfn-guard validate`.
fn broken(guard: &str, rules: &Path, data: &Path) -> Vec<String> {
    let mut validate = Command::new(guard);
    validate.args(["validate", "--structured", "--output-format", "json", "--show-summary", "none", "--rules"]);
    let output = validate.arg(rules).arg("--data").arg(data).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let answer: Value = serde_json::from_str(&said)
        .unwrap_or_else(|why| panic!("{why}: {said}{}", String::from_utf8_lossy(&output.stderr)));
    let rules = answer[0]["not_compliant"].as_array().unwrap();
    let names: Vec<String> = rules.iter().map(|rule| rule["Rule"]["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names.is_empty(), output.status.success(), "{said}");
    assert!(!names.is_empty() || !answer[0]["compliant"].as_array().unwrap().is_empty(), "nothing was judged: {said}");
    names
}

#[tokio::test]
async fn a_template_keeps_every_rule_and_a_changed_one_breaks_the_one_that_names_it() {
    let Some(guard) = service("RPW_TEST_GUARD") else { return };
    let mut unmet: Vec<usize> = (0..BREACHES.len()).collect();
    for (name, setup) in cases().await {
        let folder = tempfile::tempdir().unwrap();
        for target in ["cloudformation", "config-rules"] {
            write(&(export::target(target).unwrap().render)(&setup).unwrap(), folder.path());
        }
        let rules = folder.path().join("config-rules/proxy.guard");
        let template = folder.path().join("cloudformation/template.yaml");
        let kept = broken(&guard, &rules, &template);
        assert!(kept.is_empty(), "{name}: {kept:?}");
        let text = fs::read_to_string(&template).unwrap();
        for (at, (rule, from, to)) in BREACHES.iter().enumerate() {
            if !text.contains(from) {
                continue;
            }
            unmet.retain(|open| *open != at);
            fs::write(&template, text.replace(from, to)).unwrap();
            assert_eq!(broken(&guard, &rules, &template), [*rule], "{name}: {to}");
        }
    }
    let unmet: Vec<_> = unmet.into_iter().map(|at| BREACHES[at]).collect();
    assert!(unmet.is_empty(), "no template has it: {unmet:?}");
}

/// A role as AWS Config records it.
fn recorded(role: &str, policy: &Value) -> Value {
    let text =
        percent_encoding::utf8_percent_encode(&policy.to_string(), percent_encoding::NON_ALPHANUMERIC).to_string();
    json!({
        "resourceType": "AWS::IAM::Role",
        "configuration": { "roleName": role, "rolePolicyList": [{ "policyName": "inline", "policyDocument": text }] },
    })
}

#[tokio::test]
async fn the_rule_of_config_sees_a_star_in_the_role_of_the_setup_alone() {
    let Some(guard) = service("RPW_TEST_GUARD") else { return };
    let narrow = json!({ "Statement": [{ "Effect": "Allow", "Action": "rds-db:connect", "Resource": "arn:aws:rds-db:eu-west-1:1:dbuser:prx-1/*" }] });
    let wide =
        json!({ "Statement": [{ "Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "*" }] });
    for (name, setup) in cases().await.into_iter().filter(|(_, setup)| setup.role.owned) {
        let folder = tempfile::tempdir().unwrap();
        write(&(export::target("config-rules").unwrap().render)(&setup).unwrap(), folder.path());
        let pack = fs::read_to_string(folder.path().join("config-rules/conformance-pack.yaml")).unwrap();
        // The policy is the pack's last text.
        let (_, policy) = pack.split_once("PolicyText: |\n").unwrap();
        let rules = folder.path().join("role.guard");
        fs::write(&rules, policy).unwrap();
        let judged = |role: &str, policy: &Value| {
            let data = folder.path().join("role.json");
            fs::write(&data, recorded(role, policy).to_string()).unwrap();
            broken(&guard, &rules, &data)
        };
        assert!(judged(&setup.role.name, &narrow).is_empty(), "{name}");
        assert_eq!(judged(&setup.role.name, &wide), ["no_star"], "{name}");
    }
}
