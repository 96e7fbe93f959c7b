//! What a load meets: how often the function may run at once, and how many connections the proxy may open. Pure.

use serde::{Deserialize, Serialize};

use super::plan::Plan;
use crate::design::max_connections;
use crate::domain::function::AccountConcurrency;
use crate::domain::observed::{Observed, Part};

/// What is known of the ceilings before a load begins.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// The account's concurrency in this region.
    pub account: Part<AccountConcurrency>,
    /// The function's own share of it; absent where it takes from what is left for all.
    pub reserved: Part<u32>,
    /// Environments of the called alias or version that are kept started.
    pub provisioned: Part<u32>,
    pub pool: Part<Pool>,
    /// Of the function, where it was read.
    pub memory_mb: Option<u32>,
    pub timeout_secs: Option<u32>,
    pub arm: bool,
    /// X-Ray keeps some of its calls; `None` where that was not read.
    pub active_tracing: Option<bool>,
}

/// The proxy's share of the database's connections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// Name of the proxy.
    pub proxy: String,
    /// `MaxConnectionsPercent`.
    pub percent: u8,
    /// The database's `max_connections`, about; `None` where its parameter could not be read.
    pub max_connections: Option<u32>,
    /// Seconds that a client waits for a connection.
    pub borrow_secs: u32,
}

/// What lets no more calls in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ceiling {
    Reserved(u32),
    /// What the account has left for functions without a share of their own.
    Unreserved(u32),
}

impl Pool {
    /// Connections that the proxy may open.
    pub fn size(&self) -> Option<u32> {
        self.max_connections.map(|most| most * u32::from(self.percent) / 100)
    }
}

impl Ceiling {
    pub fn calls(self) -> u32 {
        match self {
            Self::Reserved(calls) | Self::Unreserved(calls) => calls,
        }
    }
}

impl Limits {
    pub fn new(observed: &Observed, account: Part<AccountConcurrency>) -> Self {
        let function = observed.function.present();
        let qualifier = function.and_then(|function| function.qualifier.as_deref());
        let provisioned = match &observed.provisioned_concurrency {
            Part::Present(all) => {
                let own = all.iter().find(|one| Some(one.qualifier.as_str()) == qualifier);
                own.map_or(Part::Absent, |one| Part::Present(one.requested))
            }
            Part::Absent => Part::Absent,
            Part::Unreadable(why) => Part::Unreadable(why.clone()),
            Part::NotAsked => Part::NotAsked,
        };
        Self {
            account,
            reserved: observed.reserved_concurrency.clone(),
            provisioned,
            pool: pool(observed),
            memory_mb: function.map(|function| function.memory_mb),
            timeout_secs: function.map(|function| function.timeout_secs),
            arm: function.is_some_and(|function| function.architecture == "arm64"),
            active_tracing: function.and_then(|function| function.active_tracing),
        }
    }

    /// How many calls Lambda lets in at once; `None` where that is not known.
    pub fn ceiling(&self) -> Option<Ceiling> {
        match (&self.reserved, &self.account) {
            (Part::Present(reserved), _) => Some(Ceiling::Reserved(*reserved)),
            (Part::Absent, Part::Present(account)) => Some(Ceiling::Unreserved(account.unreserved)),
            _ => None,
        }
    }

    /// How many of the plan's calls at once will be throttled, if no other function runs; `None` where that is
    /// not known.
    pub fn throttled(&self, plan: &Plan) -> Option<u32> {
        Some(plan.most_at_once().saturating_sub(self.ceiling()?.calls()))
    }

    /// Connections that the proxy may open, where known.
    pub fn pool_size(&self) -> Option<u32> {
        self.pool.present()?.size()
    }

    /// The plan holds more clients than the pool has connections. Fine while they take turns, and not when their
    /// sessions are pinned.
    pub fn outgrows_pool(&self, plan: &Plan) -> Option<bool> {
        let held = plan.most_at_once().min(self.ceiling().map_or(u32::MAX, Ceiling::calls));
        Some(held > self.pool_size()?)
    }
}

fn pool(observed: &Observed) -> Part<Pool> {
    let (proxy, pool) = match (&observed.proxy, &observed.pool) {
        (Part::Present(proxy), Part::Present(pool)) => (proxy, pool),
        (Part::Unreadable(why), _) | (_, Part::Unreadable(why)) => return Part::Unreadable(why.clone()),
        (Part::NotAsked, _) | (_, Part::NotAsked) => return Part::NotAsked,
        _ => return Part::Absent,
    };
    let database = observed.database.present();
    Part::Present(Pool {
        proxy: proxy.name.clone(),
        percent: pool.max_connections_percent,
        max_connections: database.and_then(|database| max_connections(database, &observed.parameters)),
        borrow_secs: pool.borrow_timeout_secs,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::load::Pattern;

    fn plan(to: u32) -> Plan {
        let pattern = Pattern::AtOnce { from: 1, to, ramp_secs: 0, hold_secs: 1 };
        Plan::new(&"orders-api".parse().unwrap(), pattern).unwrap()
    }

    fn limits(reserved: Part<u32>, unreserved: u32, most: Option<u32>) -> Limits {
        Limits {
            account: Part::Present(AccountConcurrency { limit: 1000, unreserved }),
            reserved,
            pool: Part::Present(Pool { proxy: "p".into(), percent: 80, max_connections: most, borrow_secs: 25 }),
            ..Limits::default()
        }
    }

    #[test]
    fn the_functions_own_share_counts_first_and_what_is_left_of_the_account_else() {
        let own = limits(Part::Present(40), 900, Some(1000));
        assert_eq!((own.ceiling(), own.throttled(&plan(50))), (Some(Ceiling::Reserved(40)), Some(10)));
        let shared = limits(Part::Absent, 900, Some(1000));
        assert_eq!((shared.ceiling(), shared.throttled(&plan(50))), (Some(Ceiling::Unreserved(900)), Some(0)));
        assert_eq!(limits(Part::NotAsked, 900, None).throttled(&plan(50)), None, "not read is not enough");
    }

    #[test]
    fn the_pool_is_the_proxys_share_of_what_the_database_has() {
        let known = limits(Part::Present(40), 900, Some(45));
        assert_eq!((known.pool_size(), known.outgrows_pool(&plan(50))), (Some(36), Some(true)));
        assert_eq!(known.outgrows_pool(&plan(36)), Some(false));
        assert_eq!(limits(Part::Present(40), 900, None).outgrows_pool(&plan(50)), None);
    }
}
