//! The targets of the proxy. One line in [`RULES`] registers a rule.

pub mod explain;
pub mod follows;
mod health;
pub mod signs;
mod stack;
pub mod waiting;

use super::rule::Rule;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[
    health::AUTH_FAILURE,
    health::NONE,
    health::UNREACHABLE,
    health::INTERNAL_ERROR,
    health::CONNECTION_FAILED,
    waiting::PENDING_CAPACITY,
    waiting::REGISTERING,
    health::INVALID_REPLICATION,
    health::UNUSED,
    health::NO_WRITER,
    stack::STUCK,
];
