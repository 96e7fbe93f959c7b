//! The secrets of the proxy. One line in [`RULES`] registers a rule.

mod access;
mod auth_list;
mod each;
mod hints;
mod key;
mod login;
mod presence;
mod reader;
mod rotation;
mod rotation_way;
mod value;

pub use auth_list::modify_auth;

use super::rule::Rule;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[
    presence::NOT_FOUND,
    presence::DELETED,
    presence::NO_CURRENT,
    presence::WRONG_REGION,
    presence::CROSS_ACCOUNT,
    presence::COUNT,
    key::UNUSABLE,
    key::NO_DECRYPT,
    access::POLICY_DENIES,
    value::BINARY,
    value::NOT_JSON,
    value::MISSING_KEYS,
    value::STRAY,
    value::SPECIAL,
    login::NOT_REGISTERED,
    login::CASE,
    login::MASTER,
    login::DUPLICATE,
    rotation::MULTI_USER,
    rotation::BROKEN,
    rotation::HOST_IS_PROXY,
    rotation::MISSING_FIELDS,
    rotation::NONE,
    rotation_way::NETWORK,
    access::READABLE,
    reader::UNREADABLE,
    hints::PASSWORD,
    hints::NOT_PICKED_UP,
];
