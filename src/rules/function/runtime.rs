//! The function's runtime, against the dates after which AWS no longer patches it.

use time::OffsetDateTime;

use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::runtime::runtimes;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

pub const DEPRECATED: Rule = Rule {
    code: "lambda-runtime-deprecated",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html",
    needs: &[Need::Proxy, Need::Function],
    check: deprecated,
};

fn deprecated(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let function = facts::function(observed)?;
    // An image brings its own.
    let name = function.runtime.as_deref().ok_or(Stop::NotApplicable)?;
    let table = runtimes().ok_or_else(|| Stop::unknown(t!("seen-function-runtimes-unread"), &[]))?;
    let Some(runtime) = table.find(name) else {
        return Err(Stop::unknown(
            t!("seen-function-runtime-unknown", runtime = name, day = table.as_of.to_string()),
            &[],
        ));
    };
    let at = observed.at.and_then(|at| OffsetDateTime::from_unix_timestamp(at).ok());
    let today = at.ok_or_else(|| Stop::unknown(t!("seen-time-unknown"), &[]))?.date();
    if runtime.deprecated >= today {
        return passed();
    }
    let mut seen = Seen::at("function", &function.name).because(t!(
        "seen-function-runtime",
        function = &function.name,
        runtime = name,
        day = runtime.deprecated.to_string()
    ));
    if let Some(day) = runtime.update_block {
        let told = if table.is_closed(runtime) {
            t!("seen-function-updates-refused", day = day.to_string())
        } else {
            t!("seen-function-updates-to-be-refused", day = day.to_string(), announced = table.as_of.to_string())
        };
        seen = seen.because(told);
    }
    if let Some(newest) = table.newest_like(name, today) {
        seen = seen.cure(
            aws(observed, "lambda update-function-configuration")
                .with("function-name", &function.name)
                .with("runtime", &newest.name)
                .line(),
        );
    }
    seen.flagged()
}
