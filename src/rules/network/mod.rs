//! The network from the function to the proxy and on to the database. One line in [`RULES`] registers a rule.

mod function;
mod secret_endpoint;
pub mod sg_chain;
mod sg_open;

use super::rule::Rule;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[
    function::NOT_ACTIVE,
    function::NO_INTERFACES,
    secret_endpoint::NO_WAY,
    secret_endpoint::BLOCKED,
    function::NOT_IN_VPC,
    function::OTHER_VPC,
    sg_chain::LAMBDA_EGRESS,
    sg_chain::PROXY_INGRESS,
    sg_chain::SHARED_WITHOUT_SELF,
    sg_chain::PROXY_EGRESS,
    sg_chain::DB_INGRESS,
    sg_open::OPEN_TO_WORLD,
];
