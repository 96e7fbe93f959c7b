//! The function: state, code, settings, environment. One line in [`RULES`] registers a rule.
//!
//! Rules that see no more than a hint, in a log or a metric, are warnings at worst here even where
//! the catalogue calls the fault an error: a hint is never certain, and a hint that could not be
//! looked for does not make the path unknown.

mod connection;
mod custom_name;
mod driver;
mod env_host;
mod login;
mod packaging;
mod port_region;
mod reading;
mod runtime;
mod settings;
pub mod signs;
mod tls;
mod token;
mod weighted;

use super::rule::Rule;

pub use reading::{Reading, is_endpoint};

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[
    packaging::SDK_V2,
    packaging::DRIVER,
    env_host::HOST_IS_DB,
    env_host::UNKNOWN_PROXY,
    custom_name::TOKEN,
    custom_name::TLS,
    custom_name::EXTRA_ENDPOINT,
    port_region::WRONG,
    driver::CLEARTEXT,
    driver::NO_TLS,
    driver::AUTH_FLOW,
    tls::NOT_VERIFIED,
    tls::RDS_BUNDLE,
    tls::DATABASE_CA,
    tls::OLD_DRIVER,
    token::EXPIRED,
    token::SNAP_START,
    token::EMPTY,
    token::OTHER_CREDENTIALS,
    login::MASTER,
    connection::PG_OPTIONS,
    connection::COMPRESSION,
    connection::DATABASE_NAME,
    connection::STALE,
    connection::ENDED,
    settings::TIMEOUT,
    settings::PLAIN_PASSWORD,
    settings::NO_RESERVED,
    settings::PROVISIONED,
    runtime::DEPRECATED,
    weighted::WEIGHTED,
];
