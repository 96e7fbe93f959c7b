//! The function's runtime, against the dates after which AWS no longer patches it.

use time::macros::date;
use time::{Date, OffsetDateTime};

use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;

use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};

/// Runtime and its deprecation date, the newest of a language last. From "Lambda runtimes" of the
/// AWS Lambda guide as of November 2026, by way of the table that cfn-lint 1.58.0 keeps of it.
///
/// When creating and updating such functions is blocked is left out: AWS has moved those dates
/// again and again, the deprecation itself rarely.
const RUNTIMES: &[(&str, Date)] = &[
    ("nodejs", date!(2016 - 08 - 30)),
    ("nodejs4.3", date!(2020 - 03 - 05)),
    ("nodejs6.10", date!(2019 - 08 - 12)),
    ("nodejs8.10", date!(2020 - 03 - 06)),
    ("nodejs10.x", date!(2021 - 07 - 30)),
    ("nodejs12.x", date!(2023 - 03 - 31)),
    ("nodejs14.x", date!(2023 - 12 - 04)),
    ("nodejs16.x", date!(2024 - 06 - 12)),
    ("nodejs18.x", date!(2025 - 09 - 01)),
    ("nodejs20.x", date!(2026 - 04 - 30)),
    ("nodejs22.x", date!(2027 - 04 - 30)),
    ("nodejs24.x", date!(2028 - 04 - 30)),
    ("python2.7", date!(2021 - 07 - 15)),
    ("python3.6", date!(2022 - 07 - 18)),
    ("python3.7", date!(2023 - 12 - 04)),
    ("python3.8", date!(2024 - 10 - 14)),
    ("python3.9", date!(2025 - 12 - 15)),
    ("python3.10", date!(2026 - 10 - 31)),
    ("python3.11", date!(2027 - 06 - 30)),
    ("python3.12", date!(2028 - 10 - 31)),
    ("python3.13", date!(2029 - 06 - 30)),
    ("python3.14", date!(2029 - 06 - 30)),
    ("java8", date!(2024 - 01 - 08)),
    ("java8.al2", date!(2027 - 06 - 30)),
    ("java11", date!(2027 - 06 - 30)),
    ("java17", date!(2027 - 06 - 30)),
    ("java21", date!(2029 - 06 - 30)),
    ("java25", date!(2029 - 06 - 30)),
    ("dotnetcore1.0", date!(2019 - 06 - 27)),
    ("dotnetcore2.0", date!(2019 - 05 - 30)),
    ("dotnetcore2.1", date!(2022 - 01 - 05)),
    ("dotnetcore3.1", date!(2023 - 04 - 03)),
    ("dotnet6", date!(2024 - 12 - 20)),
    ("dotnet8", date!(2026 - 11 - 10)),
    ("dotnet10", date!(2028 - 11 - 14)),
    ("ruby2.5", date!(2021 - 07 - 30)),
    ("ruby2.7", date!(2023 - 12 - 07)),
    ("ruby3.2", date!(2026 - 03 - 31)),
    ("ruby3.3", date!(2027 - 03 - 31)),
    ("ruby3.4", date!(2028 - 03 - 31)),
    ("ruby4.0", date!(2029 - 03 - 31)),
    ("go1.x", date!(2024 - 01 - 08)),
    ("provided", date!(2024 - 01 - 08)),
    ("provided.al2", date!(2026 - 07 - 31)),
    ("provided.al2023", date!(2029 - 06 - 30)),
];

pub const DEPRECATED: Rule = Rule {
    code: "lambda-runtime-deprecated",
    severity: Severity::Warning,
    hop: Hop::Function,
    title: "The function's runtime is no longer maintained",
    why: "It gets no security patches any more, its TLS libraries and root certificates age, and Lambda will in time \
          refuse to create and to update such functions.",
    fix: "Test the function with a current runtime of its language, and move it there.",
    source: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html",
    needs: &[Need::Proxy, Need::Function],
    check: deprecated,
};

fn deprecated(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let function = facts::function(observed)?;
    // An image brings its own.
    let runtime = function.runtime.as_deref().ok_or(Stop::NotApplicable)?;
    let Some((_, ends)) = RUNTIMES.iter().find(|(name, _)| *name == runtime) else {
        return Err(Stop::unknown(format!("{runtime} is not in the list of runtimes of November 2026"), &[]));
    };
    let at = observed.at.and_then(|at| OffsetDateTime::from_unix_timestamp(at).ok());
    let today = at.ok_or_else(|| Stop::unknown("the time of reading is not known", &[]))?.date();
    if *ends >= today {
        return passed();
    }
    let mut seen = Seen::at("function", &function.name)
        .because(format!("runtime of {}: {runtime}, deprecated on {ends}", function.name));
    if let Some(newest) = newest_like(runtime, today) {
        seen = seen.cure(
            aws(observed, "lambda update-function-configuration")
                .with("function-name", &function.name)
                .with("runtime", newest)
                .line(),
        );
    }
    seen.found()
}

/// The newest runtime of the same language that is still maintained.
fn newest_like(runtime: &str, today: Date) -> Option<&'static str> {
    let language = language(runtime);
    RUNTIMES.iter().rev().find(|(name, ends)| self::language(name) == language && *ends >= today).map(|(name, _)| *name)
}

fn language(runtime: &str) -> &str {
    let end = runtime.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(runtime.len());
    runtime.get(..end).map_or(runtime, |word| word.strip_suffix("core").unwrap_or(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_successor_is_of_the_same_language_and_still_maintained() {
        let today = date!(2026 - 11 - 21);
        for (runtime, newest) in [
            ("nodejs18.x", Some("nodejs24.x")),
            ("python3.9", Some("python3.14")),
            ("java8", Some("java25")),
            ("dotnetcore3.1", Some("dotnet10")),
            ("provided.al2", Some("provided.al2023")),
            ("go1.x", None),
        ] {
            assert_eq!(newest_like(runtime, today), newest, "{runtime}");
        }
        assert_eq!(newest_like("nodejs18.x", date!(2040 - 01 - 01)), None);
    }
}
