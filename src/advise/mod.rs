//! Is a proxy worth it here? Figures of the last two weeks, each with its source, and an honest verdict:
//! "no" included, with what to do instead. Pure; [`crate::discover::advised`] reads.

mod figures;
mod verdict;

pub use figures::{Figure, FigureKind, Pinning, figures};
pub use verdict::{Instead, Worth, instead, worth};

use serde::Serialize;

use crate::design::eligibility;
use crate::domain::database::Database;
use crate::domain::monitoring::{MetricQuery, Point, Statistic};
use crate::domain::observed::{Part, Unreadable};

/// Two weeks, which is what is read.
pub const WINDOW_SECS: u32 = 14 * 24 * 3600;
/// Five minutes: the highest value in each is kept.
const PERIOD_SECS: u32 = 300;

/// What is known of a database and of the functions that use it.
#[derive(Debug, Clone)]
pub struct Facts {
    pub database: Database,
    pub region: String,
    /// `max_connections`, about; absent where its formula is not understood.
    pub max_connections: Part<u32>,
    /// All connections of the database, the most in each period; absent where nothing was measured.
    pub connections: Part<Vec<Point>>,
    pub functions: Vec<FunctionFacts>,
    /// Proxies that stand in front of it.
    pub proxies: Part<Vec<String>>,
    /// Pinned connections of the first of them, the most in each period; absent without a proxy, or where
    /// nothing was measured.
    pub pinned: Part<Vec<Point>>,
    /// Its parameters make each session different from the start (`init_connect`); absent where the engine has
    /// no such parameter.
    pub prepares_sessions: Part<bool>,
}

/// A function that uses the database, or was named.
#[derive(Debug, Clone)]
pub struct FunctionFacts {
    pub runtime: Option<String>,
    pub reserved: Part<u32>,
    /// How often it ran at once, the most in each period.
    pub concurrency: Part<Vec<Point>>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Advice {
    pub database: String,
    pub worth: Worth,
    pub figures: Vec<Figure>,
    pub instead: Vec<Instead>,
    /// What could not be read.
    pub unread: Vec<Unreadable>,
}

/// The verdict over the facts.
pub fn advise(facts: &Facts) -> Advice {
    let figures = figures(facts);
    let worth = match eligibility::of_database(&facts.database, None) {
        Err(why) => Worth::NotPossible { why },
        Ok(()) => worth(facts),
    };
    let functions = facts.functions.iter();
    let of_functions =
        functions.flat_map(|function| [function.reserved.unreadable(), function.concurrency.unreadable()]);
    let own = [
        facts.max_connections.unreadable(),
        facts.connections.unreadable(),
        facts.proxies.unreadable(),
        facts.pinned.unreadable(),
        facts.prepares_sessions.unreadable(),
    ];
    let mut unread: Vec<Unreadable> = own.into_iter().chain(of_functions).flatten().cloned().collect();
    unread.sort_by(|a, b| a.operation.cmp(&b.operation));
    unread.dedup_by(|a, b| a.operation == b.operation);
    Advice { database: facts.database.id.clone(), instead: instead(facts, &worth), worth, figures, unread }
}

/// One call for the database and its functions.
pub fn queries(dimension: (&str, &str), functions: &[&str]) -> Vec<MetricQuery> {
    let query = |id: String, namespace: &str, name: &str, dimension: (&str, &str)| MetricQuery {
        id,
        namespace: namespace.to_owned(),
        name: name.to_owned(),
        dimensions: vec![(dimension.0.to_owned(), dimension.1.to_owned())],
        statistic: Statistic::Maximum,
        period_secs: PERIOD_SECS,
        window_secs: WINDOW_SECS,
    };
    let database = query(DATABASE.to_owned(), "AWS/RDS", "DatabaseConnections", dimension);
    let functions = functions
        .iter()
        .enumerate()
        .map(|(nth, name)| query(function_id(nth), "AWS/Lambda", "ConcurrentExecutions", ("FunctionName", name)));
    std::iter::once(database).chain(functions).collect()
}

/// How many sessions a proxy has pinned.
pub fn pinned_query(proxy: &str) -> MetricQuery {
    MetricQuery {
        id: PINNED.to_owned(),
        namespace: "AWS/RDS".to_owned(),
        name: "DatabaseConnectionsCurrentlySessionPinned".to_owned(),
        dimensions: vec![("ProxyName".to_owned(), proxy.to_owned())],
        statistic: Statistic::Maximum,
        period_secs: PERIOD_SECS,
        window_secs: WINDOW_SECS,
    }
}

/// The id of a proxy's series.
pub const PINNED: &str = "pinned";

/// The id of the database's series.
pub const DATABASE: &str = "database";

/// The id of the series of the function at this place.
pub fn function_id(nth: usize) -> String {
    format!("function_{nth}")
}

/// The highest value of a part that was measured.
fn highest(part: &Part<Vec<Point>>) -> Option<f64> {
    part.present()?.iter().map(|point| point.value).reduce(f64::max)
}
