//! Why no plan can be made: something is there that cannot become what the setup wants.

use serde::{Deserialize, Serialize};

use crate::domain::setup::Page;

/// Something in the account that stands in the way, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The wizard page where it can be cured.
    pub page: Page,
    /// What is in the way, names in backticks, as a sentence without a final period.
    pub title: String,
    /// The next act, as a whole sentence.
    pub cure: String,
}
