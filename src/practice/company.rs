//! The practice company's rows, as `assets/practice/*.toml` writes them.
//!
//! Rows speak in names; [`super::founding`] makes an account of them.

use serde::Deserialize;
use std::collections::BTreeMap;

use crate::domain::Tags;
use crate::domain::database::DatabaseStatus;
use crate::domain::proxy::IamAuth;
use crate::domain::secret::KeyState;

/// The company that every scenario starts from.
pub const COMPANY: &str = include_str!("../../assets/practice/company.toml");
/// A finished setup of `orders-proxy`, which the broken scenarios then break.
pub const ORDERS_PROXY: &str = include_str!("../../assets/practice/orders-proxy.toml");
/// A second user of that proxy.
pub const ORDERS_REPORTS: &str = include_str!("../../assets/practice/orders-reports.toml");

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Company {
    pub vpc: Vec<VpcRow>,
    pub group: Vec<GroupRow>,
    pub key: Vec<KeyRow>,
    pub secret: Vec<SecretRow>,
    pub database: Vec<DatabaseRow>,
    pub proxy: Vec<ProxyRow>,
    pub function: Vec<FunctionRow>,
    pub role: Vec<RoleRow>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VpcRow {
    pub name: String,
    pub cidr: String,
    #[serde(default = "default_tenancy")]
    pub tenancy: String,
    /// Services with a gateway endpoint.
    #[serde(default)]
    pub gateways: Vec<String>,
    pub subnets: Vec<SubnetRow>,
}

fn default_tenancy() -> String {
    "default".into()
}

/// Where a subnet's default route leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RouteRow {
    /// Nowhere: the VPC's main table has none.
    #[default]
    Private,
    Nat,
    Public,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubnetRow {
    pub name: String,
    /// The letter after the region.
    pub zone: char,
    pub cidr: String,
    pub free: u32,
    #[serde(default)]
    pub route: RouteRow,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupRow {
    pub vpc: String,
    pub name: String,
    pub description: String,
    pub rules: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyRow {
    pub alias: String,
    #[serde(default = "enabled")]
    pub state: KeyState,
}

fn enabled() -> KeyState {
    KeyState::Enabled
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretRow {
    pub name: String,
    pub description: Option<String>,
    pub user: Option<String>,
    pub key: Option<String>,
    pub owner: Option<String>,
    /// The function that rotates it, and the database it does so in.
    pub rotation: Option<String>,
    pub database: Option<String>,
    #[serde(default)]
    pub deleted: bool,
    #[serde(default = "yes")]
    pub json: bool,
}

fn yes() -> bool {
    true
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseRow {
    pub id: String,
    pub engine: String,
    pub version: String,
    /// Instances of a cluster, the writer first.
    #[serde(default)]
    pub members: Vec<String>,
    /// A cluster without instances (Serverless v1).
    #[serde(default)]
    pub cluster: bool,
    pub mode: Option<String>,
    pub class: Option<String>,
    pub acu: Option<[f64; 2]>,
    pub vpc: String,
    pub group: String,
    pub port: u16,
    pub name: Option<String>,
    pub master: Option<String>,
    pub managed_secret: Option<String>,
    #[serde(default)]
    pub iam_auth: bool,
    pub replica_of: Option<String>,
    /// The global database in which it is a secondary.
    pub global: Option<String>,
    #[serde(default = "available")]
    pub status: DatabaseStatus,
    #[serde(default)]
    pub tags: Tags,
}

fn available() -> DatabaseStatus {
    DatabaseStatus::Available
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProxyRow {
    pub name: String,
    pub database: String,
    pub secret: String,
    pub group: String,
    pub subnets: Vec<String>,
    #[serde(default = "required")]
    pub iam: IamAuth,
    #[serde(default = "yes")]
    pub tls: bool,
    /// `MaxConnectionsPercent`; half of it may be idle.
    #[serde(default = "whole")]
    pub percent: u8,
    #[serde(default = "two_minutes")]
    pub borrow_secs: u32,
}

fn whole() -> u8 {
    100
}

fn two_minutes() -> u32 {
    120
}

fn required() -> IamAuth {
    IamAuth::Required
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FunctionRow {
    pub name: String,
    pub runtime: String,
    #[serde(default = "x86")]
    pub arch: String,
    pub vpc: Option<String>,
    #[serde(default)]
    pub subnets: Vec<String>,
    pub group: Option<String>,
    pub timeout: u32,
    pub memory: u32,
    pub reserved: Option<u32>,
    /// What its alias `live` points at.
    pub alias: Option<String>,
    #[serde(default)]
    pub edge: bool,
    /// X-Ray keeps its calls.
    #[serde(default)]
    pub tracing: bool,
    #[serde(default)]
    pub env: BTreeMap<String, String>,
    #[serde(default)]
    pub tags: Tags,
    /// AWS's policies on its role, beside the basic one.
    #[serde(default)]
    pub attached: Vec<String>,
    /// `PROXY/USER` its role may connect as.
    #[serde(default)]
    pub connects: Vec<String>,
}

fn x86() -> String {
    "x86_64".into()
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRow {
    pub name: String,
    #[serde(default = "root")]
    pub path: String,
    pub service: String,
    /// Secrets it may read.
    #[serde(default)]
    pub reads: Vec<String>,
}

fn root() -> String {
    "/".into()
}
