//! What a [`super::Writer`] is asked to make or change.

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::domain::Tags;
use crate::domain::database::{DatabaseKind, EngineFamily};
use crate::domain::function::FunctionVpc;
use crate::domain::network::Direction;
use crate::domain::policy::Document;
use crate::domain::proxy::{EndpointRole, NetworkType, ProxyAuth};

pub struct NewSecret {
    pub name: String,
    pub description: String,
    /// Absent means the AWS managed key.
    pub kms_key_id: Option<String>,
    /// The whole `SecretString`, JSON with `username` and `password`.
    pub value: SecretString,
    pub tags: Tags,
    /// `ClientRequestToken`: with the same one AWS makes it once.
    pub token: String,
}

#[derive(Debug, Clone)]
pub struct NewRole {
    pub name: String,
    pub path: String,
    pub description: String,
    pub trust: Document,
    pub permissions_boundary: Option<String>,
    pub tags: Tags,
}

#[derive(Debug, Clone)]
pub struct NewSecurityGroup {
    pub name: String,
    pub description: String,
    pub vpc_id: String,
    pub tags: Tags,
}

/// One TCP rule between two security groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRule {
    pub group_id: String,
    pub direction: Direction,
    pub port: u16,
    pub peer_group_id: String,
    pub description: String,
}

#[derive(Debug, Clone)]
pub struct NewVpcEndpoint {
    pub vpc_id: String,
    pub service_name: String,
    pub subnet_ids: Vec<String>,
    pub security_group_ids: Vec<String>,
    pub tags: Tags,
    /// `ClientToken`: with the same one AWS makes it once.
    pub token: String,
}

/// An endpoint just made, before it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndpointRef {
    pub id: String,
}

#[derive(Debug, Clone)]
pub struct NewProxy {
    pub name: String,
    pub family: EngineFamily,
    pub auth: Vec<ProxyAuth>,
    pub default_iam_auth: bool,
    pub role_arn: String,
    pub subnet_ids: Vec<String>,
    pub security_group_ids: Vec<String>,
    pub require_tls: bool,
    pub idle_client_timeout_secs: u32,
    pub debug_logging: bool,
    pub endpoint_network_type: NetworkType,
    pub target_connection_network_type: NetworkType,
    pub tags: Tags,
}

#[derive(Debug, Clone)]
pub struct NewProxyEndpoint {
    /// Unique in account and region.
    pub name: String,
    pub proxy: String,
    pub role: EndpointRole,
    /// They say the VPC.
    pub subnet_ids: Vec<String>,
    pub security_group_ids: Vec<String>,
    pub network_type: NetworkType,
    pub tags: Tags,
}

/// Settings of an existing proxy to change; `None` keeps what is there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ProxyChange {
    pub auth: Option<Vec<ProxyAuth>>,
    pub default_iam_auth: Option<bool>,
    pub role_arn: Option<String>,
    pub security_group_ids: Option<Vec<String>>,
    pub require_tls: Option<bool>,
    pub idle_client_timeout_secs: Option<u32>,
    pub debug_logging: Option<bool>,
}

/// A database by kind and identifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatabaseRef {
    pub kind: DatabaseKind,
    pub id: String,
}

/// A function of one file, in a network or outside any.
#[derive(Debug, Clone)]
pub struct NewFunction {
    pub name: String,
    pub description: String,
    /// `python3.13`.
    pub runtime: String,
    /// `FILE.FUNCTION`.
    pub handler: String,
    pub role_arn: String,
    pub vpc: Option<FunctionVpc>,
    /// A zip archive.
    pub code: Vec<u8>,
    pub timeout_secs: u32,
    pub memory_mb: u32,
    pub tags: Tags,
}

/// What one call of a function came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invocation {
    /// `FunctionError`: `Unhandled` where the function failed; its payload then says how.
    pub function_error: Option<String>,
    /// What it answered, JSON.
    pub payload: String,
    /// The last 4 KB of its log.
    pub log_tail: String,
    /// The version that ran.
    pub executed_version: Option<String>,
}

/// A change of a function's configuration.
///
/// Lambda replaces the whole environment map, so an implementation reads the current one, changes
/// it and sends it back with the revision it read: `ErrorKind::Changed` if somebody was faster.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FunctionChange {
    /// `Some(None)` takes the function out of its VPC.
    pub vpc: Option<Option<FunctionVpc>>,
    pub set_environment: BTreeMap<String, String>,
    pub remove_environment: Vec<String>,
    /// `Timeout`, seconds.
    pub timeout_secs: Option<u32>,
}
