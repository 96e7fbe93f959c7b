//! Operation: alarms, logs, quotas, cost, and what metrics tell of the use. One line in [`RULES`]
//! registers a rule.

mod alarms;
mod cost;
mod limits;
mod load;
pub mod log_signs;
pub mod metrics;
mod pinning;
mod records;
mod traffic;

use super::rule::Rule;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[
    traffic::NO_TLS,
    traffic::UNUSED,
    limits::RATE_LIMITED,
    limits::CLIENT_LIMITS,
    load::EXCEEDS_POOL,
    load::PER_INVOCATION,
    load::POOL_IN_FUNCTION,
    load::LONG_TRANSACTIONS,
    pinning::HIGH,
    pinning::SET,
    pinning::PREPARED,
    pinning::LARGE,
    pinning::FILTER,
    alarms::AUTH,
    alarms::BORROW,
    alarms::POOL,
    alarms::PINNING,
    alarms::AVAILABILITY,
    records::NO_SUBSCRIPTION,
    records::NO_RETENTION,
    records::NO_IAM_LOG,
    cost::MINIMUM,
];
