//! The login of the function: rds-db:connect and tokens. One line in [`RULES`] registers a rule.

pub mod grants;
mod permission;

use super::rule::Rule;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[
    permission::MISSING,
    permission::DENIED,
    permission::PROXY_NAME,
    permission::DB_ID,
    permission::ENDPOINT_ID,
    permission::STALE_ID,
    permission::WRONG_SERVICE,
    permission::WRONG_ACTION,
    permission::REGION_OR_ACCOUNT,
    permission::USER,
    permission::CONDITION,
    permission::WILDCARD,
];
