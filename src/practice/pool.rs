//! The pool of a practice proxy under the calls of a function: who waits for a connection, and how long.

use super::environments::{CallPlace, Environments};
use super::state::{ProxyRecord, State};
use super::{measured, parameters, proxy_endpoints};
use crate::design::max_connections;
use crate::domain::observed::Part;

/// Clients of which eighteen in a hundred hold a database connection at the same moment.
const SHARED_PERCENT: u32 = 18;

/// How long a call waits for its connection.
pub struct Waits {
    pub ms: f64,
    /// How long the proxy lets it wait; an error follows.
    pub longest_ms: f64,
}

/// The wait of a call in this place, and what CloudWatch notes of it.
pub fn share(state: &State, environments: &mut Environments, host: &str, place: &CallPlace, now_ms: u64) -> Waits {
    let none = Waits { ms: 0.0, longest_ms: f64::MAX };
    let Some((record, _)) = proxy_endpoints::with_host(state, host) else { return none };
    let proxy = record.proxy.name.as_str();
    let others = |metric| measured::usual(state, record, metric, now_ms / 1000);
    let pinned = state.recorded.metrics.get(&format!("{proxy}/DatabaseConnectionsCurrentlySessionPinned"));
    let pinned = pinned.is_some_and(|sessions| *sessions > 0.0);
    let free = size(state, record).map_or(f64::MAX, |size| (f64::from(size) - others("DatabaseConnections")).max(0.0));
    // A pinned session keeps its connection; others take turns.
    let (wanted, beyond) = match pinned {
        true => (f64::from(place.environments), f64::from(place.number) >= free),
        false => {
            let at_once = f64::from((place.busy * SHARED_PERCENT).div_ceil(100));
            (at_once, at_once > free)
        }
    };
    let longest_ms = f64::from(record.pool.borrow_timeout_secs) * 1000.0;
    let failover = environments.failing_over(proxy, now_ms);
    let ms = match failover {
        _ if beyond => f64::MAX,
        Some(rest) => f64::from(u32::try_from(rest).unwrap_or(u32::MAX)),
        None => 0.0,
    };
    let mut note = |metric, value| environments.record(proxy, metric, now_ms, value);
    note("ClientConnections", others("ClientConnections") + f64::from(place.environments));
    note("DatabaseConnections", others("DatabaseConnections") + wanted.min(free));
    if pinned {
        note("DatabaseConnectionsCurrentlySessionPinned", others("DatabaseConnections") + wanted.min(free));
    }
    // Microseconds.
    note("DatabaseConnectionsBorrowLatency", others("DatabaseConnectionsBorrowLatency") + ms.min(longest_ms) * 1000.0);
    Waits { ms, longest_ms }
}

/// Connections that the proxy may open.
fn size(state: &State, record: &ProxyRecord) -> Option<u32> {
    let target = record.targets.first()?;
    let database =
        state.databases.iter().map(|record| &record.database).find(|database| database.id == target.database)?;
    let groups = database.parameter_groups.iter();
    let parameters = groups.flat_map(|group| parameters::of_group(state, &group.name)).collect();
    let most = max_connections(database, &Part::Present(parameters))?;
    Some(most * u32::from(record.pool.max_connections_percent) / 100)
}
