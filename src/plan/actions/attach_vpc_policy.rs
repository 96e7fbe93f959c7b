//! `AWSLambdaVPCAccessExecutionRole` for the function's role.
use serde::{Deserialize, Serialize};

/// Attaches the managed policy that lets Lambda make network interfaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachVpcPolicy {
    /// The role's name.
    pub role: String,
    /// The role's ARN.
    pub role_arn: String,
    /// The managed policy's ARN.
    pub policy_arn: String,
}
