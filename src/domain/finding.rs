//! What a rule saw: code, severity, subject, evidence and fix.

use serde::{Deserialize, Serialize};
use std::fmt;

use super::mend::Mend;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Good to know.
    Info,
    /// Works, but insecure, fragile or slow.
    Warning,
    /// Cannot work.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    Low,
    Medium,
    High,
}

/// A part of the path function → proxy → database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hop {
    Function,
    FunctionToProxy,
    Proxy,
    /// The proxy's role and its secret.
    RoleAndSecret,
    ProxyToDatabase,
    Database,
}

impl Hop {
    pub const ALL: [Self; 6] = [
        Self::Function,
        Self::FunctionToProxy,
        Self::Proxy,
        Self::RoleAndSecret,
        Self::ProxyToDatabase,
        Self::Database,
    ];
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// One of [`Subject::KINDS`].
    pub kind: String,
    pub id: String,
}

impl Subject {
    /// Every kind of thing that a finding is about.
    pub const KINDS: [&str; 14] = [
        "alias",
        "database",
        "db-proxy",
        "db-proxy-endpoint",
        "function",
        "key",
        "log-group",
        "network-acl",
        "role",
        "secret",
        "security-group",
        "target",
        "vpc",
        "vpc-endpoint",
    ];
}

/// What to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    pub text: String,
    /// Complete command lines with this account's ids.
    pub commands: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's code, as in the catalogue: `sg-db-ingress-proxy`.
    pub code: String,
    pub severity: Severity,
    pub confidence: Confidence,
    pub hop: Hop,
    pub subject: Subject,
    pub title: String,
    /// What was seen, one fact a line.
    pub evidence: Vec<String>,
    pub fix: Fix,
    /// The fix as changes that the program can make; empty where a person has to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mends: Vec<Mend>,
}

/// A finding that somebody has accepted for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    pub finding: Finding,
    pub by: String,
    pub why: String,
    /// The last day, `YYYY-MM-DD`.
    pub until: String,
}

impl Finding {
    /// The program can mend it, and takes nothing away from anybody by it.
    pub fn is_safely_mended(&self) -> bool {
        !self.mends.is_empty() && self.mends.iter().all(Mend::is_safe)
    }
}
