//! The network from the function to the proxy and on to the database. One line in [`RULES`] registers a rule.

mod acl;
mod dns;
mod elsewhere;
mod endpoint_care;
mod function;
mod function_subnets;
mod other_vpc;
mod proxy_endpoint;
mod proxy_subnets;
mod proxy_vpc;
mod public;
mod secret_endpoint;
mod service_route;
mod services;
mod sg_care;
mod sg_chain;
mod sg_open;
mod shared;

use super::rule::Rule;

pub use service_route::has_way;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[
    function::NOT_ACTIVE,
    function::NO_INTERFACES,
    function_subnets::FULL_SUBNETS,
    function_subnets::SINGLE_ZONE,
    public::FUNCTION,
    service_route::NO_WAY,
    secret_endpoint::BLOCKED,
    endpoint_care::PRIVATE_DNS,
    endpoint_care::POLICY,
    endpoint_care::ZONES,
    function::NOT_IN_VPC,
    other_vpc::OTHER_VPC,
    dns::OFF,
    elsewhere::REGION,
    elsewhere::ACCOUNT,
    elsewhere::BALANCER,
    proxy_endpoint::NOT_AVAILABLE,
    proxy_endpoint::CUSTOM_PORT,
    proxy_endpoint::FOR_WRITES,
    proxy_endpoint::WITHOUT_READER,
    proxy_subnets::ONE_ZONE,
    proxy_subnets::UNSUPPORTED_ZONE,
    proxy_subnets::EXHAUSTED,
    proxy_vpc::TENANCY,
    proxy_vpc::ENCRYPTION,
    proxy_vpc::NETWORK_TYPE,
    sg_chain::LAMBDA_EGRESS,
    sg_chain::PROXY_INGRESS,
    sg_chain::SHARED_WITHOUT_SELF,
    sg_chain::PROXY_EGRESS,
    sg_chain::DB_INGRESS,
    acl::BLOCKS,
    sg_open::OPEN_TO_WORLD,
    sg_care::BYPASS,
    sg_care::DEFAULT,
    sg_care::STALE,
    public::DATABASE,
];
