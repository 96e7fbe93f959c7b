//! The role of the proxy. One line in [`RULES`] registers a rule.

mod policy;

use super::rule::Rule;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[
    policy::NOT_FOUND,
    policy::TRUST,
    policy::ARN_SUFFIX,
    policy::NO_SECRET,
    policy::NO_DECRYPT,
    policy::E2E_PRX,
    policy::E2E_MISSING,
];
