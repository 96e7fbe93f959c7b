//! The database behind the proxy.
use serde::{Deserialize, Serialize};

use crate::cloud::DatabaseRef;

/// Makes a database the proxy's target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterTarget {
    /// The proxy's name.
    pub proxy: String,
    /// The database.
    pub database: DatabaseRef,
}
