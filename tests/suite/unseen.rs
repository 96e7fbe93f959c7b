//! What lay outside what was looked at, or was read and not understood, is unknown and never passed: a
//! table of single changes to an account in which all is well.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use rds_proxy_wizard::rules::check_all;
use serde_json::{Value, json};

use crate::rules::{base, observed};

/// Rules of the target's health, each of which reads the same rows.
const HEALTH: &[&str] = &[
    "proxy-target-auth-failure",
    "proxy-target-unreachable",
    "proxy-target-unavailable-internal-error",
    "proxy-target-connection-failed",
    "proxy-target-pending-capacity",
    "proxy-target-registering",
    "proxy-target-invalid-replication-state",
    "proxy-target-promoted-or-unused",
];

fn health(state: &str, reason: Value) -> Value {
    json!({ "state": state, "reason": reason, "description": null })
}

/// What is changed, by pointer, and the rules that cannot tell any more.
type Case = (Vec<(&'static str, Value)>, &'static [&'static str]);

fn cases() -> Vec<Case> {
    let stack = ("/proxy/present/tags", json!({ "aws:cloudformation:stack-name": "orders" }));
    let only_cluster = |value: &Value| json!([value["targets"]["present"][0].clone()]);
    let standard = base("standard-iam");
    vec![
        (vec![("/targets/present/1/health", Value::Null)], HEALTH),
        (vec![("/targets/present/2/health", Value::Null)], HEALTH),
        (vec![("/targets/present/1/health", health("DEGRADED", Value::Null))], HEALTH),
        (vec![("/targets/present", only_cluster(&standard))], HEALTH),
        (
            vec![stack, ("/targets/present/1/health", Value::Null), ("/targets/present/2/health", Value::Null)],
            &["proxy-iac-stuck-target-group"],
        ),
        (vec![("/targets/present/1/role", json!("UNKNOWN"))], &["proxy-no-writable-target"]),
        (vec![("/targets/present/1/role", json!("READ_WRITE_SHARED"))], &["proxy-no-writable-target"]),
        (vec![("/targets/present/1/role", Value::Null)], &["proxy-no-writable-target"]),
        (vec![("/database/present/engine", json!("aurora-next"))], &["proxy-engine-family-mismatch"]),
        (
            vec![
                ("/database/present/serverless_v2", json!({ "min_acu": 0.5, "max_acu": 8.0 })),
                ("/targets/present/1/health", health("UNAVAILABLE", json!("PENDING_PROXY_CAPACITY"))),
                ("/at", Value::Null),
            ],
            &["proxy-aurora-min-acu-low"],
        ),
    ]
}

#[test]
fn what_was_not_seen_or_not_understood_is_unknown() {
    for (changes, codes) in cases() {
        let mut value = base("standard-iam");
        for (pointer, new) in &changes {
            *value.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is not in the account")) = new.clone();
        }
        let verdict = check_all(&observed(value));
        for code in codes {
            let unknown = verdict.unknown.iter().any(|unknown| unknown.code == *code);
            assert!(unknown, "{code} after {changes:?}: passed {}", verdict.passed.contains(code));
        }
    }
}

/// A fault that is seen is said, whatever else is not.
#[test]
fn a_fault_that_is_seen_is_found_beside_what_is_not() {
    let mut value = base("standard-iam");
    value["targets"]["present"][1]["health"] = health("UNAVAILABLE", json!("UNREACHABLE"));
    value["targets"]["present"][2]["health"] = Value::Null;
    assert!(check_all(&observed(value)).finding("proxy-target-unreachable").is_some());
}
