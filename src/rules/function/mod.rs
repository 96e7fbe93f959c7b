//! The function: state, code, settings, environment. One line in [`RULES`] registers a rule.

mod env_host;
pub mod environment;

use super::rule::Rule;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[env_host::HOST_IS_DB];
