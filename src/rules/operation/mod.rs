//! Operation: alarms, logs, quotas, cost. One line in [`RULES`] registers a rule.

pub mod log_signs;
pub mod metrics;

use super::rule::Rule;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[];
