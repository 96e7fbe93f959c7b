//! What X-Ray kept of a call.

use serde::{Deserialize, Serialize};

/// One traced call of a function.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TracedCall {
    /// X-Ray's id of the trace.
    pub id: String,
    /// The finished parts of the function's own segment, the outer ones before those within.
    pub subsegments: Vec<Subsegment>,
}

/// A part of a call that Lambda or the function's code has measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Subsegment {
    /// As Lambda or the code calls it: `Init`, `connect`.
    pub name: String,
    /// It is a query: it carries SQL's block. The SQL itself is not read.
    pub is_query: bool,
    pub ms: f64,
}
