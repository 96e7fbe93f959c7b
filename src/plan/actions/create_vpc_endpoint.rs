//! The Secrets Manager interface endpoint.
use serde::{Deserialize, Serialize};

/// A new interface endpoint with private DNS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateVpcEndpoint {
    /// The VPC it is for.
    pub vpc_id: String,
    /// `com.amazonaws.eu-west-1.secretsmanager`.
    pub service_name: String,
    /// One subnet a zone.
    pub subnet_ids: Vec<String>,
    /// Its groups; may be tokens.
    pub security_group_ids: Vec<String>,
}
