//! The database behind the proxy. One line in [`RULES`] registers a rule.

mod blue_green;
mod fitness;
mod global;
mod parameters;
mod serverless;
mod settings;
mod user;

use super::rule::Rule;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[
    settings::OTHER_VPC,
    settings::NOT_AVAILABLE,
    settings::ENGINE_FAMILY,
    fitness::SERVERLESS_V1,
    fitness::VERSION,
    fitness::READ_REPLICA,
    global::FORWARDING,
    global::WRITE_ENDPOINT,
    blue_green::UNDER_WAY,
    settings::NO_IAM,
    user::E2E_NOT_IAM,
    user::STANDARD_IS_IAM_PG,
    user::STANDARD_IS_IAM_MYSQL,
    user::IAM_NOT_NEEDED,
    parameters::READ_ONLY,
    parameters::INIT_CONNECT,
    parameters::PENDING_REBOOT,
    parameters::SCRAM_SWITCH,
    serverless::AUTOPAUSE,
    serverless::MIN_ACU,
];
