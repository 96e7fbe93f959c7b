//! The function's runtime, against the dates after which AWS no longer patches it.

use time::OffsetDateTime;

use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;
use crate::domain::runtime::runtimes;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};

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
    let table = runtimes().ok_or_else(|| Stop::unknown("the table of runtimes cannot be read", &[]))?;
    let Some(runtime) = table.find(name) else {
        return Err(Stop::unknown(format!("{name} is not in the table of runtimes of {}", table.as_of), &[]));
    };
    let at = observed.at.and_then(|at| OffsetDateTime::from_unix_timestamp(at).ok());
    let today = at.ok_or_else(|| Stop::unknown("the time of reading is not known", &[]))?.date();
    if runtime.deprecated >= today {
        return passed();
    }
    let mut seen = Seen::at("function", &function.name)
        .because(format!("runtime of {}: {name}, deprecated on {}", function.name, runtime.deprecated));
    if let Some(day) = runtime.update_block {
        let told = if table.is_closed(runtime) {
            format!("updates are refused since {day}")
        } else {
            format!(
                "updates are to be refused from {day}, as announced on {}; AWS has moved such days before",
                table.as_of
            )
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
    seen.found()
}
