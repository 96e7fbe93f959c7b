//! An inline policy of a role: made, or replaced with the previous one kept for undo.
use serde::{Deserialize, Serialize};

use crate::domain::policy::Document;

/// What the policy is for; decides the words only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// The proxy reads the secret.
    ProxyReadsSecret,
    /// The proxy logs in to the database with a token.
    ProxyLogsIn,
    /// The function connects to the proxy with a token.
    FunctionConnects,
    /// The function reads the secret and sends a password.
    FunctionReadsSecret,
}

/// An inline policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutRolePolicy {
    /// What it is for.
    pub purpose: Purpose,
    /// The role's name.
    pub role: String,
    /// The role's ARN.
    pub role_arn: String,
    /// The policy's name.
    pub policy_name: String,
    /// Its content; may hold tokens.
    pub document: Document,
    /// The content under this name when the plan was made.
    pub current: Option<Document>,
}
