//! The targets of the proxy. One line in [`RULES`] registers a rule.

pub mod follows;
mod health;

use super::rule::Rule;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[
    health::AUTH_FAILURE,
    health::NONE,
    health::UNREACHABLE,
    health::INTERNAL_ERROR,
    health::CONNECTION_FAILED,
    health::PENDING_CAPACITY,
    health::REGISTERING,
    health::INVALID_REPLICATION,
    health::NO_WRITER,
];
