//! Observed → Findings. Pure: one file per rule or small family, registered in [`RULES`].
//!
//! A rule that lacks a fact yields *unknown* with the reason and the permission that would decide
//! it, never a pass. Only what is certain is called an error. Codes are those of the failure
//! catalogue; a rule's title, reason, cure and source stand in its constant, and every front end
//! takes them from there.
//!
//! To add one: a constant in the file whose reading it shares, one line in [`RULES`], and
//! `tests/data/rules/<code>/{flagged,clean}.json`.

mod cidr;
mod command;
mod connect;
mod database;
mod facts;
mod follows;
mod function_env;
mod function_network;
mod grants;
mod iam;
mod json;
mod path;
mod path_picture;
mod proxy_login;
mod proxy_role;
mod proxy_settings;
mod proxy_status;
mod render;
mod rule;
mod secret;
mod secret_endpoint;
mod sg_chain;
mod sg_open;
mod targets;
mod user;
mod verdict;

pub use facts::Need;
pub use json::{SCHEMA, json};
pub use path_picture::{Passage, PathBox, PathHop, Picture, passages, picture};
pub use render::text;
pub use rule::{Check, Gap, Rule, Seen, Stop};
pub use verdict::{Unknown, Verdict, check_all};

/// Every rule, in the order of the path: function, its way to the proxy, the proxy, its role and
/// secret, its way to the database, the database.
pub static RULES: &[Rule] = &[
    function_network::NOT_ACTIVE,
    function_network::NO_INTERFACES,
    function_env::HOST_IS_DB,
    secret_endpoint::NO_WAY,
    secret_endpoint::BLOCKED,
    function_network::NOT_IN_VPC,
    function_network::OTHER_VPC,
    sg_chain::LAMBDA_EGRESS,
    sg_chain::PROXY_INGRESS,
    connect::MISSING,
    connect::DENIED,
    connect::PROXY_NAME,
    connect::DB_ID,
    connect::ENDPOINT_ID,
    connect::STALE_ID,
    connect::WRONG_SERVICE,
    connect::WRONG_ACTION,
    connect::REGION_OR_ACCOUNT,
    connect::USER,
    connect::CONDITION,
    connect::WILDCARD,
    proxy_status::NOT_AVAILABLE,
    proxy_status::INCOMPATIBLE_NETWORK,
    proxy_status::INSUFFICIENT_LIMITS,
    proxy_status::SUSPENDED,
    proxy_login::IAM_DISABLED,
    proxy_login::IAM_MIXED,
    proxy_login::TLS,
    proxy_settings::BORROW_TIMEOUT,
    proxy_settings::DEBUG_LOGGING,
    proxy_role::NOT_FOUND,
    proxy_role::TRUST,
    secret::NOT_FOUND,
    secret::DELETED,
    secret::KEY_UNUSABLE,
    proxy_role::ARN_SUFFIX,
    proxy_role::NO_SECRET,
    proxy_role::NO_DECRYPT,
    proxy_role::E2E_PRX,
    proxy_role::E2E_MISSING,
    secret::NOT_JSON,
    secret::MISSING_KEYS,
    secret::USER_NOT_REGISTERED,
    secret::MASTER,
    secret::READABLE,
    targets::AUTH_FAILURE,
    database::OTHER_VPC,
    sg_chain::SHARED_WITHOUT_SELF,
    sg_chain::PROXY_EGRESS,
    sg_chain::DB_INGRESS,
    sg_open::OPEN_TO_WORLD,
    targets::NONE,
    targets::UNREACHABLE,
    targets::INTERNAL_ERROR,
    targets::CONNECTION_FAILED,
    targets::PENDING_CAPACITY,
    targets::REGISTERING,
    database::NOT_AVAILABLE,
    database::ENGINE_FAMILY,
    database::NO_IAM,
    targets::INVALID_REPLICATION,
    targets::NO_WRITER,
];

/// The rule with this code.
#[must_use]
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}
