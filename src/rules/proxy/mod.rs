//! The proxy: status, login and settings. One line in [`RULES`] registers a rule.

mod login;
mod settings;
mod status;

use super::rule::Rule;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[
    status::NOT_AVAILABLE,
    status::INCOMPATIBLE_NETWORK,
    status::INSUFFICIENT_LIMITS,
    status::SUSPENDED,
    login::IAM_DISABLED,
    login::IAM_MIXED,
    login::TLS,
    settings::BORROW_TIMEOUT,
    settings::DEBUG_LOGGING,
];
