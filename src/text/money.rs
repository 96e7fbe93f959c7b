//! Amounts of US dollars. Where the sign stands is the language's, so it is in the string.

use super::{grouped, t};

/// US dollars without their sign, for a string that has it: `1,043.80`, `0`.
#[must_use]
pub fn money(usd: f64) -> String {
    if usd == 0.0 { "0".to_owned() } else { grouped(format!("{usd:.2}")) }
}

/// US dollars that stand alone: `$1,043.80`, `$0`.
#[must_use]
pub fn dollars(usd: f64) -> String {
    t!("dollars", usd = money(usd))
}
