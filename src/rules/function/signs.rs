//! What the logs show, as evidence. The texts themselves are in the table of `operation`.

use crate::domain::finding::Confidence;
use crate::domain::monitoring::LogSign;
use crate::domain::observed::{Observed, Part};

use crate::rules::facts;
use crate::rules::operation::log_signs::{self, FUNCTION_SIGNS, PROXY_SIGNS};
use crate::rules::rule::{Check, Seen, Stop, passed};

/// The signs of these names that turned up.
pub fn among<'a>(log: &'a Part<Vec<LogSign>>, names: &[&str]) -> Result<Vec<&'a LogSign>, Stop> {
    names.iter().filter_map(|name| log_signs::find(log, name).transpose()).collect()
}

/// `“Task timed out after”: 3 times in /aws/lambda/orders-api`.
pub fn evidence(sign: &LogSign) -> String {
    let known = FUNCTION_SIGNS.iter().chain(PROXY_SIGNS).find(|known| known.name == sign.sign);
    format!(
        "\u{201c}{}\u{201d}: {}",
        known.map_or(sign.sign.as_str(), |known| known.text),
        log_signs::times_logged(sign)
    )
}

/// A finding at the function if any of these is in its log. A text can have been printed by
/// something else, so it is never certain.
pub fn in_function_log(observed: &Observed, names: &[&str], sure: Confidence) -> Check {
    facts::proxy(observed)?;
    let function = facts::function(observed)?;
    let found = among(&observed.function_log, names)?;
    if found.is_empty() {
        return passed();
    }
    let mut seen = Seen::at("function", &function.name).sure(sure);
    seen.evidence.extend(found.into_iter().map(evidence));
    seen.flagged()
}
