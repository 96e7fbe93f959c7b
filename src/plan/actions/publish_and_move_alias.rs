//! A published version with the new settings, and the alias that people call.
use serde::{Deserialize, Serialize};

/// Publishes `$LATEST` and moves an alias to the new version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishAndMoveAlias {
    /// The function's name.
    pub function: String,
    /// The function's ARN.
    pub function_arn: String,
    /// The alias.
    pub alias: String,
    /// Where it points when the plan was made.
    pub from_version: String,
}
