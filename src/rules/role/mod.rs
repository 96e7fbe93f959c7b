//! The role of the proxy. One line in [`RULES`] registers a rule.
//!
//! One fault is one finding: a deny and a boundary have rules of their own, and so have the near misses;
//! the general rules then do not apply.

mod cure;
mod decrypt;
mod each;
mod end_to_end;
mod limits;
mod read;
mod trust;
mod width;

use super::rule::Rule;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[
    trust::WRONG_ACCOUNT,
    trust::NOT_FOUND,
    trust::MISSING_RDS,
    trust::CONDITION,
    read::ARN_SUFFIX,
    read::NO_SECRET,
    decrypt::VIA_SERVICE,
    decrypt::NO_DECRYPT,
    decrypt::KEY_POLICY,
    limits::EXPLICIT_DENY,
    limits::BOUNDARY,
    limits::ORGANIZATION,
    end_to_end::PROXY_ID,
    end_to_end::MISSING,
    width::OVERBROAD,
    width::SHARED,
];

const SETUP: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-iam-setup.html";
