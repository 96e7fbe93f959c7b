//! The function's network and environment; everything else of it is kept.
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::domain::function::FunctionVpc;

/// Where a function moves from and to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// Its network when the plan was made; absent means outside any VPC.
    pub from: Option<FunctionVpc>,
    /// Where it will be; group ids may be tokens.
    pub to: FunctionVpc,
}

/// Changes a function's configuration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateFunction {
    /// The function's name.
    pub name: String,
    /// The function's ARN.
    pub arn: String,
    /// Present when its network changes.
    pub network: Option<Move>,
    /// Variables to set; values may hold tokens.
    pub set: BTreeMap<String, String>,
    /// The same variables when the plan was made; absent where there was none.
    pub before: BTreeMap<String, Option<String>>,
    /// Names of variables that stay as they are.
    pub kept: Vec<String>,
}
