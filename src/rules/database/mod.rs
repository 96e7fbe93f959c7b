//! The database behind the proxy. One line in [`RULES`] registers a rule.

mod settings;

use super::rule::Rule;

/// In the order in which they are reported.
pub const RULES: &[Rule] = &[settings::OTHER_VPC, settings::NOT_AVAILABLE, settings::ENGINE_FAMILY, settings::NO_IAM];
