//! Which findings are consequences of others: a target is unavailable *because* a rule is missing.
//! What is written about it under a finding is in `explain`.

use std::collections::BTreeMap;

use crate::domain::finding::{Confidence, Finding, Severity};
use crate::domain::observed::Observed;

use super::signs;

/// A kind of cause: rules that are looked at together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The network between proxy and database.
    Path,
    /// The database and the proxy's place.
    Base,
    /// The proxy's role, its secrets and their keys.
    Login,
    /// The database user itself.
    User,
    /// Room for the proxy to grow.
    Capacity,
    /// The database can never be a target.
    Unfit,
}

impl Kind {
    /// Codes, the likeliest first.
    pub fn codes(self) -> &'static [&'static str] {
        match self {
            Self::Path => &[
                "sg-shared-without-self-rule",
                "sg-db-ingress-proxy",
                "sg-proxy-egress-db",
                "sg-referenced-group-stale",
                "nacl-blocks-db-port",
            ],
            Self::Base => &["db-not-available", "proxy-vpc-differs-from-db", "proxy-engine-family-mismatch"],
            Self::Login => &[
                "proxy-role-not-found",
                "proxy-role-wrong-account",
                "proxy-role-trust-missing-rds",
                "proxy-role-trust-condition",
                "secret-not-found",
                "secret-scheduled-for-deletion",
                "secret-wrong-region",
                "secret-no-current-version",
                "secret-kms-key-unusable",
                "proxy-role-explicit-deny",
                "proxy-role-permissions-boundary",
                "proxy-role-scp-deny",
                "proxy-role-secret-arn-suffix-missing",
                "proxy-role-missing-getsecretvalue",
                "proxy-role-missing-kms-decrypt",
                "proxy-role-kms-viaservice-wrong",
                "proxy-role-kms-key-policy",
                "secret-kms-cmk-no-decrypt",
                "secret-resource-policy-deny",
                "secret-binary-only",
                "secret-not-json",
                "secret-missing-username-or-password",
                "secret-rotation-broken",
                "secret-rotation-multi-user",
                "proxy-default-auth-scheme-without-db-iam",
                "proxy-role-e2e-uses-prx-id",
                "proxy-role-e2e-missing-rds-db-connect",
            ],
            Self::User => &[
                "proxy-standard-db-user-is-iam-pg",
                "proxy-standard-db-user-is-iam-mysql",
                "proxy-e2e-db-user-not-iam",
                "secret-password-mismatch",
                "secret-password-stray-whitespace",
            ],
            Self::Capacity => &["proxy-subnet-ip-exhaustion", "proxy-aurora-min-acu-low"],
            Self::Unfit => &[
                "proxy-target-is-read-replica",
                "proxy-aurora-serverless-v1",
                "proxy-unsupported-engine-version",
                "proxy-engine-family-mismatch",
            ],
        }
    }
}

/// What is seen of a fault, and where to look for it, the likeliest first. In the field an
/// "internal error" is almost always the network between proxy and database, then an unreadable
/// secret.
const SYMPTOMS: &[(&str, &[Kind])] = &[
    ("proxy-target-unavailable-internal-error", &[Kind::Path, Kind::Base, Kind::Login]),
    ("proxy-target-unreachable", &[Kind::Path, Kind::Base]),
    ("proxy-target-connection-failed", &[Kind::Base, Kind::Unfit, Kind::Login]),
    ("proxy-target-auth-failure", &[Kind::Login, Kind::User]),
    ("proxy-target-pending-capacity", &[Kind::Capacity, Kind::Path, Kind::Base]),
    ("proxy-target-registering", &[Kind::Capacity, Kind::Path, Kind::Base]),
    ("proxy-target-invalid-replication-state", &[Kind::Unfit]),
    ("proxy-no-targets", &[Kind::Unfit]),
    ("proxy-no-writable-target", &[Kind::Path, Kind::Base, Kind::Login]),
    ("proxy-iac-stuck-target-group", &[Kind::Path, Kind::Base, Kind::Unfit, Kind::Login, Kind::Capacity]),
];

/// Possible causes of a symptom, the likeliest first: what the records point at comes before what
/// is merely frequent. `None` for a code that is no symptom.
pub fn causes(symptom: &str, observed: &Observed) -> Option<Vec<&'static str>> {
    let mut kinds = kinds(symptom)?.to_vec();
    let pointed: Vec<Kind> = signs::signs(observed).into_iter().map(|sign| sign.kind).collect();
    kinds.sort_by_key(|kind| !pointed.contains(kind));
    Some(kinds.into_iter().flat_map(Kind::codes).copied().collect())
}

/// The kinds of cause a symptom can have.
pub fn kinds(symptom: &str) -> Option<&'static [Kind]> {
    SYMPTOMS.iter().find(|(code, _)| *code == symptom).map(|(_, kinds)| *kinds)
}

/// Code of each consequence → code of its likeliest cause among what is certain.
pub fn consequences(findings: &[Finding], observed: &Observed) -> BTreeMap<String, String> {
    let certain = |code: &&str| {
        findings.iter().any(|finding| {
            finding.code == *code && finding.severity > Severity::Info && finding.confidence == Confidence::High
        })
    };
    let mut map = BTreeMap::new();
    for finding in findings {
        let causes = causes(&finding.code, observed).unwrap_or_default();
        if let Some(cause) = causes.into_iter().find(certain) {
            map.insert(finding.code.clone(), cause.to_owned());
        }
    }
    map
}
