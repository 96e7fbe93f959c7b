//! How the function uses the proxy's connections, told by metrics.
//!
//! `lambda-secret-fetched-every-call` has no rule: Secrets Manager counts its calls per account,
//! not per function or secret.

use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::observed::Observed;

use super::metrics::{self, MetricAsked};
use super::pinning::high_share;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

const HOW: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html";
const MONITORING: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.monitoring.html";
const REUSE: &str = "https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html";

pub const LONG_TRANSACTIONS: Rule = Rule {
    code: "long-transactions",
    severity: Severity::Warning,
    hop: Hop::ProxyToDatabase,
    source: HOW,
    needs: &[Need::Proxy, Need::Metrics],
    check: long_transactions,
};

pub const EXCEEDS_POOL: Rule = Rule {
    code: "lambda-concurrency-exceeds-pool",
    severity: Severity::Warning,
    hop: Hop::ProxyToDatabase,
    source: MONITORING,
    needs: &[Need::Proxy, Need::Function, Need::ReservedConcurrency, Need::Metrics],
    check: exceeds_pool,
};

// Others may use the proxy beside this function, hence the low confidence of this and the next.
pub const PER_INVOCATION: Rule = Rule {
    code: "lambda-connection-per-invocation",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: REUSE,
    needs: &[Need::Proxy, Need::Function, Need::Metrics],
    check: per_invocation,
};

pub const POOL_IN_FUNCTION: Rule = Rule {
    code: "lambda-pool-larger-than-one",
    severity: Severity::Warning,
    hop: Hop::Function,
    source: REUSE,
    needs: &[Need::Proxy, Need::Function, Need::Metrics],
    check: pool_in_function,
};

/// Minutes with data that a share is taken over; shorter peaks pass by themselves.
const SUSTAINED: usize = 15;
/// Connections on average; among fewer, one session makes a high share and costs nothing.
const FEW_CONNECTIONS: f64 = 5.0;

/// Which part of the database connections `part` is in the last [`SUSTAINED`] minutes, where there
/// is enough to tell.
///
/// # Errors
/// Unknown where metrics could not be read.
pub fn sustained_share(observed: &Observed, part: MetricAsked) -> Result<Option<f64>, Stop> {
    let recent = |asked| metrics::values(observed, asked).map(|values| values.iter().take(SUSTAINED));
    let connections = recent(metrics::CONNECTIONS)?;
    let (minutes, total) = (connections.len(), connections.sum::<f64>());
    // SUSTAINED is small, so nothing is lost.
    #[allow(clippy::cast_precision_loss)]
    let enough = minutes == SUSTAINED && total >= FEW_CONNECTIONS * SUSTAINED as f64;
    Ok(if enough { Some(recent(part)?.sum::<f64>() / total) } else { None })
}

/// `42 %`.
pub fn percent(share: f64) -> String {
    t!("seen-percent", percent = format!("{:.0}", share * 100.0))
}

/// Above this, more than half of the pool is not to be shared at any moment.
const MOSTLY: f64 = 0.5;

fn long_transactions(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    match sustained_share(observed, metrics::IN_TRANSACTION)?.filter(|share| *share > MOSTLY) {
        None => passed(),
        Some(share) => Seen::at("db-proxy", &proxy.name)
            .because(t!("seen-operation-in-transaction", percent = percent(share)))
            .flagged(),
    }
}

/// Waiting for a connection takes well under a millisecond in a pool that is large enough; AWS's
/// own alarm for it starts here. Microseconds.
const SLOW_BORROW: f64 = 100_000.0;

fn exceeds_pool(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let function = facts::function(observed)?;
    let reserved = facts::read(&observed.reserved_concurrency)?;
    let concurrency = match reserved {
        Some(reserved) => f64::from(*reserved),
        None => metrics::highest(observed, metrics::CONCURRENCY)?.unwrap_or_default(),
    };
    let Some(pool) = metrics::highest(observed, metrics::POOL)?.filter(|pool| concurrency > *pool) else {
        return passed();
    };
    let mut seen = Seen::at("function", &function.name)
        .because(match (&function.name, concurrency.to_string()) {
            (name, value) if reserved.is_some() => t!("seen-reserved-concurrency", function = name, value = value),
            (name, value) => t!("seen-highest-concurrency", function = name, value = value),
        })
        .because(t!("seen-operation-pool", proxy = &proxy.name, pool = pool))
        .sure(Confidence::Medium);
    let sizes = seen.evidence.len();
    if let Some(share) = high_share(observed)? {
        seen = seen.because(t!("seen-operation-pinned-of-them", percent = percent(share)));
    }
    if let Some(wait) = metrics::highest(observed, metrics::BORROW_LATENCY)?.filter(|wait| *wait > SLOW_BORROW) {
        seen = seen.because(t!("seen-operation-waited", ms = format!("{:.0}", wait / 1000.0)));
    }
    if seen.evidence.len() > sizes { seen.flagged() } else { passed() }
}

/// Fewer invocations in an hour tell nothing of a habit.
const FEW_INVOCATIONS: f64 = 100.0;
/// A function that keeps its connections opens one per environment, far below one in two calls.
const CONNECTS_OFTEN: f64 = 0.5;

fn per_invocation(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let function = facts::function(observed)?;
    let received = metrics::total(observed, metrics::RECEIVED)?;
    let invocations = metrics::total(observed, metrics::INVOCATIONS)?;
    if invocations < FEW_INVOCATIONS || received / invocations <= CONNECTS_OFTEN {
        return passed();
    }
    Seen::at("function", &function.name)
        .because(t!("seen-operation-ran", function = &function.name, count = invocations))
        .because(t!("seen-operation-received", count = received))
        .sure(Confidence::Low)
        .flagged()
}

/// Below this, one environment more or less makes the difference.
const FEW_ENVIRONMENTS: f64 = 10.0;
/// Environments that were just replaced keep their connection for a while.
const SEVERAL_EACH: f64 = 1.5;

fn pool_in_function(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let function = facts::function(observed)?;
    // There one process takes several requests at once, and needs a connection for each.
    if function.managed_instances.is_some() {
        return Err(Stop::NotApplicable);
    }
    let concurrency = metrics::highest(observed, metrics::CONCURRENCY)?.unwrap_or_default();
    let clients = metrics::highest(observed, metrics::CLIENTS)?.unwrap_or_default();
    if concurrency < FEW_ENVIRONMENTS || clients <= SEVERAL_EACH * concurrency {
        return passed();
    }
    Seen::at("function", &function.name)
        .because(t!("seen-operation-ran-at-once", function = &function.name, count = concurrency))
        .because(t!("seen-operation-clients", count = clients))
        .sure(Confidence::Low)
        .flagged()
}
