//! A load in words: what it meets and costs before it starts, what came of it, what to learn from it.

use crate::domain::observed::Part;
use crate::load::{Bill, Ceiling, Figure, Limits, Pattern, Plan, Record, Spent, Summary, Traced};
use crate::text::{grouped, money, t};

/// Percent of the calls from which on most of them meet a connection that is open already.
const MOSTLY: f64 = 80.0;
/// US dollars.
const CENT: f64 = 0.01;
/// Milliseconds below which a difference is noise.
const NOISE_MS: f64 = 5.0;

/// What a person confirms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeforeLoad {
    /// How often the function is called, and how many times at once.
    pub calls: String,
    /// What that costs at most.
    pub cost: String,
    /// How many calls the account and the function take at once.
    pub concurrency: String,
    /// How many connections the proxy may open.
    pub pool: String,
    /// What will go wrong, as far as that is known.
    pub warnings: Vec<String>,
}

impl BeforeLoad {
    pub fn new(plan: &Plan, limits: &Limits) -> Self {
        Self {
            calls: calls(plan),
            cost: cost(plan, limits),
            concurrency: concurrency(limits),
            pool: pool(limits),
            warnings: warnings(plan, limits),
        }
    }

    /// Every sentence, in the order of reading.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let facts = [&self.calls, &self.cost, &self.concurrency, &self.pool];
        facts.into_iter().chain(&self.warnings).map(String::as_str)
    }
}

fn calls(plan: &Plan) -> String {
    let name = plan.invoked().to_string();
    match plan.pattern {
        Pattern::InTurn { calls } => t!("load-will-in-turn", name = name, calls = calls),
        Pattern::AtOnce { from, to, .. } if from == to => {
            t!("load-will-level", name = name, to = to, secs = plan.secs(), most = plan.most_calls())
        }
        Pattern::AtOnce { from, to, ramp_secs, .. } => t!(
            "load-will-rise",
            name = name,
            from = from,
            to = to,
            ramp = ramp_secs,
            secs = plan.secs(),
            most = plan.most_calls()
        ),
    }
}

fn cost(plan: &Plan, limits: &Limits) -> String {
    match Bill::most(plan, limits) {
        Some(bill) => {
            let memory = limits.memory_mb.unwrap_or_default();
            let seconds = format!("{:.0}", bill.seconds);
            match bill.usd < CENT {
                true => t!("load-costs-little", seconds = seconds, memory = memory),
                false => t!("load-costs", usd = money(bill.usd), seconds = seconds, memory = memory),
            }
        }
        None => t!("load-costs-unknown").to_owned(),
    }
}

fn concurrency(limits: &Limits) -> String {
    let own = match (&limits.reserved, &limits.account) {
        (Part::Present(reserved), _) => t!("load-reserved", count = *reserved),
        (Part::Absent, Part::Present(account)) => t!("load-unreserved", count = account.unreserved),
        (Part::Unreadable(why), _) => t!("load-reserved-unknown", operation = why.operation.as_str()),
        _ => t!("load-concurrency-unknown").to_owned(),
    };
    let account = match &limits.account {
        Part::Present(account) => t!("load-account", count = account.limit),
        Part::Unreadable(why) => t!("load-account-unknown", operation = why.operation.as_str()),
        Part::Absent | Part::NotAsked => return own,
    };
    format!("{own} {account}")
}

fn pool(limits: &Limits) -> String {
    match &limits.pool {
        Part::Present(pool) => match (pool.size(), pool.max_connections) {
            (Some(size), Some(most)) => t!(
                "load-pool",
                proxy = pool.proxy.as_str(),
                size = size,
                percent = u32::from(pool.percent),
                most = most
            ),
            _ => t!("load-pool-share", proxy = pool.proxy.as_str(), percent = u32::from(pool.percent)),
        },
        Part::Unreadable(why) => t!("load-pool-unknown", operation = why.operation.as_str()),
        Part::Absent | Part::NotAsked => t!("load-no-pool").to_owned(),
    }
}

fn warnings(plan: &Plan, limits: &Limits) -> Vec<String> {
    let mut warnings = Vec::new();
    if let Some(throttled) = limits.throttled(plan).filter(|throttled| *throttled > 0) {
        let ceiling = limits.ceiling().map_or(0, Ceiling::calls);
        warnings.push(t!("load-will-throttle", ceiling = ceiling, count = throttled));
    }
    if limits.outgrows_pool(plan) == Some(true) {
        let size = limits.pool_size().unwrap_or_default();
        let secs = limits.pool.present().map_or(0, |pool| pool.borrow_secs);
        warnings.push(t!("load-outgrows-pool", size = size, secs = secs));
    }
    warnings
}

/// The answer in a line: how many share how many, or how it went.
pub fn load_title(record: &Record) -> String {
    let summary = record.summary();
    let clients = record.beside.highest("ClientConnections");
    let database = record.beside.highest("DatabaseConnections");
    match (record.plan.pattern, clients, database) {
        (Pattern::AtOnce { .. }, Some(clients), Some(database)) => {
            t!("load-title-share", clients = whole(clients), database = whole(database))
        }
        (Pattern::AtOnce { .. }, ..) => {
            t!("load-title-at-once", count = summary.most_at_once, p95 = millis(summary.p95_ms))
        }
        (Pattern::InTurn { .. }, ..) => match (summary.cold_ms, summary.warm_ms) {
            (Some(cold), Some(warm)) => t!("load-title-both", cold = whole(cold), warm = whole(warm)),
            (None, Some(warm)) => t!("load-title-warm", warm = whole(warm)),
            (Some(cold), None) => t!("load-title-cold", cold = whole(cold)),
            (None, None) => t!("load-title-none", calls = summary.calls, errors = summary.errors()),
        },
    }
}

/// `41 ms`, or that it is not known.
pub fn millis(ms: Option<f64>) -> String {
    ms.map_or_else(|| t!("load-unknown").to_owned(), |ms| t!("load-ms", ms = whole(ms)))
}

fn whole(value: f64) -> String {
    format!("{value:.0}")
}

/// What a figure is called.
pub fn figure(figure: Figure) -> &'static str {
    match figure {
        Figure::P50Ms => t!("load-figure-p50"),
        Figure::P95Ms => t!("load-figure-p95"),
        Figure::ColdMs => t!("load-figure-cold"),
        Figure::WarmMs => t!("load-figure-warm"),
        Figure::ColdStarts => t!("load-figure-starts"),
        Figure::ReusedPercent => t!("load-figure-reused"),
        Figure::Errors => t!("load-figure-errors"),
        Figure::Throttles => t!("load-figure-throttles"),
        Figure::PerSecond => t!("load-figure-rate"),
        Figure::DatabaseConnections => t!("load-figure-database"),
        Figure::PinnedConnections => t!("load-figure-pinned"),
    }
}

/// What these numbers teach, each in a sentence or two.
pub fn lessons(plan: &Plan, limits: &Limits, summary: &Summary) -> Vec<String> {
    [connection(summary), start(limits, summary), throttles(plan, limits, summary), waits(limits, summary)]
        .into_iter()
        .flatten()
        .collect()
}

/// A connection kept outside the handler, or made in every call.
fn connection(summary: &Summary) -> Option<String> {
    let connections = summary.connections.filter(|connections| connections.calls > 1)?;
    let warm = millis(summary.warm_ms);
    Some(if connections.distinct == connections.calls {
        t!("load-lesson-anew", calls = connections.calls, warm = warm)
    } else if connections.reused_percent() >= MOSTLY {
        t!(
            "load-lesson-kept",
            percent = grouped(format!("{:.1}", connections.reused_percent())),
            distinct = connections.distinct,
            warm = warm
        )
    } else {
        t!(
            "load-lesson-some",
            percent = grouped(format!("{:.1}", connections.reused_percent())),
            distinct = connections.distinct
        )
    })
}

/// What a start costs, and what keeping environments started would.
fn start(limits: &Limits, summary: &Summary) -> Option<String> {
    let cold = summary.cold.filter(|cold| *cold > 0)?;
    let more = summary.cold_costs_ms().filter(|more| *more > NOISE_MS)?;
    let init = millis(summary.init_ms);
    let said = t!("load-lesson-cold", cold = cold, more = whole(more), init = init);
    let most = summary.most_at_once;
    Some(match (&limits.provisioned, Bill::provisioned_month(most, limits)) {
        (Part::Present(provisioned), _) => {
            format!("{said} {}", t!("load-lesson-provisioned-there", count = *provisioned))
        }
        (_, Some(month)) => {
            format!("{said} {}", t!("load-lesson-provisioned", count = most, usd = money(month), more = whole(more)))
        }
        _ => said,
    })
}

fn throttles(plan: &Plan, limits: &Limits, summary: &Summary) -> Option<String> {
    (summary.throttled > 0).then(|| {
        let said = match limits.ceiling() {
            Some(Ceiling::Reserved(count)) => {
                t!("load-lesson-reserved", throttled = summary.throttled, count = count, most = plan.most_at_once())
            }
            Some(Ceiling::Unreserved(count)) => {
                t!("load-lesson-account", throttled = summary.throttled, count = count, most = plan.most_at_once())
            }
            None => t!("load-lesson-throttled", throttled = summary.throttled),
        };
        match summary.warm_ms {
            Some(warm) if warm > 0.0 => {
                format!("{said} {}", t!("load-lesson-shorter", warm = whole(warm), per_second = whole(1000.0 / warm)))
            }
            _ => said,
        }
    })
}

/// Clients that waited for a connection in vain.
fn waits(limits: &Limits, summary: &Summary) -> Option<String> {
    let in_vain = |error: &str| {
        error.contains("9501") || error.contains("waiting to acquire") || error.contains("Task timed out")
    };
    let calls: u32 =
        summary.troubles.iter().filter(|trouble| in_vain(&trouble.error)).map(|trouble| trouble.calls).sum();
    (calls > 0).then(|| match limits.pool_size() {
        Some(size) => t!("load-lesson-pool", calls = calls, size = size),
        None => t!("load-lesson-waits", calls = calls),
    })
}

/// What X-Ray tells of the calls, or why it tells nothing and how it would.
pub fn traced_sentence(traced: &Part<Traced>) -> String {
    match traced {
        Part::Present(traced) if traced.calls == 0 => t!("load-traced-nothing").to_owned(),
        Part::Present(traced) if traced.connect.is_none() && traced.query.is_none() => {
            t!("load-traced-unnamed", calls = traced.calls)
        }
        Part::Present(traced) => t!("load-traced-some", calls = traced.calls),
        Part::Unreadable(why) => t!("load-traced-unread", operation = why.operation.as_str()),
        Part::Absent => t!("load-traced-off").to_owned(),
        Part::NotAsked => t!("load-traced-unknown").to_owned(),
    }
}

/// The parts of a call by name, with the time in each that was recorded.
pub fn traced_parts(traced: &Traced) -> [(&'static str, Option<Spent>); 3] {
    [
        (t!("load-traced-start"), traced.start),
        (t!("load-traced-connect"), traced.connect),
        (t!("load-traced-query"), traced.query),
    ]
}
