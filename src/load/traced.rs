//! Where the time of a load's calls went, by X-Ray: the start, the connection, the queries.

use serde::{Deserialize, Serialize};

use super::summary::{counted, percentile};
use crate::cloud::{CloudResult, Reader};
use crate::discover::part;
use crate::domain::UnixSeconds;
use crate::domain::observed::Part;
use crate::domain::trace::{Subsegment, TracedCall};

/// What the traced calls of a load measured; `None` where none of them recorded such a part.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Traced {
    /// Calls that X-Ray kept: a sample, a hundred at most.
    pub calls: u32,
    /// By Lambda itself, of calls that started an environment.
    pub start: Option<Spent>,
    /// By the function's code, where it names a subsegment so.
    pub connect: Option<Spent>,
    pub query: Option<Spent>,
}

/// Milliseconds in a part of a call.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Spent {
    /// Calls that have the part.
    pub calls: u32,
    pub p50_ms: f64,
    pub p95_ms: f64,
}

impl Traced {
    pub fn new(calls: &[TracedCall]) -> Self {
        let spent = |is: &dyn Fn(&Subsegment) -> bool| {
            // Several queries of a call are together what it waited for.
            let in_call = |call: &TracedCall| {
                let parts: Vec<f64> = call.subsegments.iter().filter(|part| is(part)).map(|part| part.ms).collect();
                (!parts.is_empty()).then(|| parts.iter().sum())
            };
            let times: Vec<f64> = calls.iter().filter_map(in_call).collect();
            let (p50_ms, p95_ms) = (percentile(&times, 50)?, percentile(&times, 95)?);
            Some(Spent { calls: counted(times.len()), p50_ms, p95_ms })
        };
        let named = |part: &Subsegment, word: &str| part.name.to_ascii_lowercase().contains(word);
        Self {
            calls: counted(calls.len()),
            // Lambda has called it both ways.
            start: spent(&|part| part.name == "Init" || part.name == "Initialization"),
            connect: spent(&|part| named(part, "connect")),
            query: spent(&|part| !named(part, "connect") && (part.is_query || named(part, "query"))),
        }
    }
}

/// Reads what X-Ray kept of the function's calls between the two. Absent where tracing is off, and not asked
/// where that is not known.
pub async fn read(
    reader: &dyn Reader,
    function: &str,
    active_tracing: Option<bool>,
    from: u64,
    until: u64,
) -> Part<Traced> {
    match active_tracing {
        None => Part::NotAsked,
        Some(false) => Part::Absent,
        Some(true) => {
            let seconds = |at: u64| UnixSeconds::try_from(at).unwrap_or_default();
            part(traces(reader, function, seconds(from), seconds(until)).await)
        }
    }
}

async fn traces(reader: &dyn Reader, function: &str, from: UnixSeconds, until: UnixSeconds) -> CloudResult<Traced> {
    let ids = reader.trace_ids(function, from, until).await?;
    let calls = if ids.is_empty() { Vec::new() } else { reader.traces(&ids).await? };
    Ok(Traced::new(&calls))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(parts: &[(&str, bool, f64)]) -> TracedCall {
        let part = |(name, is_query, ms): &(&str, bool, f64)| Subsegment {
            name: (*name).to_owned(),
            is_query: *is_query,
            ms: *ms,
        };
        TracedCall { id: "1".into(), subsegments: parts.iter().map(part).collect() }
    }

    #[test]
    fn parts_are_known_by_lambdas_names_by_sql_and_by_what_the_code_calls_them() {
        let calls = [
            call(&[("Init", false, 500.0), ("Invocation", false, 300.0), ("db.connect", false, 100.0)]),
            call(&[("Invocation", false, 20.0), ("orders@db", true, 6.0), ("Query orders", false, 4.0)]),
        ];
        let traced = Traced::new(&calls);
        let spent = |ms| Some(Spent { calls: 1, p50_ms: ms, p95_ms: ms });
        assert_eq!(
            traced,
            Traced { calls: 2, start: spent(500.0), connect: spent(100.0), query: spent(10.0) },
            "two queries of a call are one wait"
        );
        assert_eq!(Traced::new(&[call(&[("Invocation", false, 1.0)])]), Traced { calls: 1, ..Traced::default() });
    }
}
