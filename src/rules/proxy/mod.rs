//! The proxy: status, login and settings. One line in [`RULES`] registers a rule.

mod client_password;
mod clients;
mod init_query;
mod login;
mod pool;
mod quota;
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
    login::LEFTOVER_SECRETS,
    clients::SENDS_PASSWORD,
    login::TLS,
    client_password::UNSUPPORTED,
    client_password::MD5,
    pool::PERCENT_LOW,
    pool::OVERSUBSCRIBED,
    init_query::SQL_AUTO_IS_NULL,
    init_query::SENSITIVE,
    settings::BORROW_TIMEOUT,
    settings::BORROW_EXTREME,
    settings::IDLE_CLIENT,
    settings::DEBUG_LOGGING,
    quota::NEAR,
];
