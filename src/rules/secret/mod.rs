//! The secrets of the proxy. One line in [`RULES`] registers a rule.

mod value;

use super::rule::Rule;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[
    value::NOT_FOUND,
    value::DELETED,
    value::KEY_UNUSABLE,
    value::NOT_JSON,
    value::MISSING_KEYS,
    value::USER_NOT_REGISTERED,
    value::MASTER,
    value::READABLE,
];
