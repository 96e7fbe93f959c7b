//! Which findings are consequences of others: a target is unavailable *because* a rule is missing.

use std::collections::BTreeMap;

use crate::domain::finding::{Finding, Severity};

const PATH: &[&str] =
    &["sg-shared-without-self-rule", "sg-db-ingress-proxy", "sg-proxy-egress-db", "nacl-blocks-db-port"];

const LOGIN: &[&str] = &[
    "proxy-role-wrong-account",
    "proxy-role-not-found",
    "proxy-role-trust-missing-rds",
    "secret-not-found",
    "secret-scheduled-for-deletion",
    "secret-kms-key-unusable",
    "proxy-role-secret-arn-suffix-missing",
    "proxy-role-missing-getsecretvalue",
    "proxy-role-kms-viaservice-wrong",
    "proxy-role-missing-kms-decrypt",
    "proxy-role-kms-key-policy",
    "proxy-role-explicit-deny",
    "proxy-role-permissions-boundary",
    "proxy-role-scp-deny",
    "secret-not-json",
    "secret-missing-username-or-password",
    "proxy-default-auth-scheme-without-db-iam",
    "proxy-role-e2e-uses-prx-id",
    "proxy-role-e2e-missing-rds-db-connect",
];

const BASE: &[&str] = &["db-not-available", "proxy-vpc-differs-from-db"];

/// Symptom → its possible causes, the likeliest first. In the field an "internal error" is
/// almost always the network between proxy and database, then an unreadable secret.
const CONSEQUENCES: &[(&str, &[&[&str]])] = &[
    ("proxy-target-unavailable-internal-error", &[PATH, BASE, LOGIN]),
    ("proxy-target-unreachable", &[PATH, BASE]),
    ("proxy-target-connection-failed", &[BASE, LOGIN]),
    ("proxy-target-auth-failure", &[LOGIN]),
    ("proxy-target-pending-capacity", &[PATH, BASE]),
    ("proxy-no-writable-target", &[PATH, BASE, LOGIN]),
];

/// Code of each consequence → code of its likeliest cause among the errors found.
pub fn consequences(findings: &[Finding]) -> BTreeMap<String, String> {
    let found =
        |code: &&&str| findings.iter().any(|finding| finding.severity == Severity::Error && finding.code == **code);
    let mut map = BTreeMap::new();
    for (symptom, causes) in CONSEQUENCES {
        if findings.iter().any(|finding| finding.code == *symptom)
            && let Some(cause) = causes.iter().copied().flatten().find(found)
        {
            map.insert((*symptom).to_owned(), (*cause).to_owned());
        }
    }
    map
}
