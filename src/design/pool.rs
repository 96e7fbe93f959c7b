//! The connection pool: how much of the database the proxy may take.

use super::{Draft, Problem, connections};
use crate::domain::database::{Database, Engine, EngineFamily, Parameter};
use crate::domain::observed::Part;
use crate::domain::proxy::{PoolSettings, borrow_timeout_within};
use crate::domain::setup::Page;
use crate::text::t;

/// A fresh setup leaves room for everyone else: direct connections, migrations, monitoring.
const DEFAULT_MAX_PERCENT: u8 = 80;
/// SQL Server's own default is 10: its connections are heavier.
const SQLSERVER_MAX_PERCENT: u8 = 10;
/// The cluster parameter with the share of write forwarding.
pub const FORWARDING_SHARE: &str = "aurora_fwd_writer_max_connections_pct";

pub(super) fn design(draft: &mut Draft<'_>, family: EngineFamily) -> PoolSettings {
    let choices = &draft.choices.proxy;
    let default_max = if family == EngineFamily::Sqlserver { SQLSERVER_MAX_PERCENT } else { DEFAULT_MAX_PERCENT };
    let forwarded = forwarding_share(draft.database, &draft.observed.parameters);
    let room = forwarded.map_or(100, |share| 100 - share);
    let max = choices.max_connections_percent.unwrap_or(default_max.min(room));
    let idle = choices.max_idle_connections_percent.unwrap_or(max / 2);
    let borrow = choices.borrow_timeout_secs.unwrap_or_else(|| borrow_timeout_within(draft.function.timeout_secs));
    let exclude = choices.exclude_variable_sets.unwrap_or(false);
    let pool = PoolSettings {
        max_connections_percent: max,
        max_idle_connections_percent: idle,
        borrow_timeout_secs: borrow,
        exclude_variable_sets: exclude,
        init_query: choices.init_query.clone().filter(|query| !query.trim().is_empty()),
    };
    check(draft, &pool, family);
    if let Some(share) = forwarded.filter(|_| pool.max_connections_percent > room) {
        draft.warn(
            Page::Proxy,
            t!("design-forwarding-share"),
            t!("design-forwarding-share-text", share = share, room = room),
        );
    }
    explain(draft, &pool);
    pool
}

/// Percent of `max_connections` that write forwarding may take beside the proxy; `None` where there is
/// none. Aurora MySQL's own default is 10.
/// <https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-gdb.html>
pub fn forwarding_share(database: &Database, parameters: &Part<Vec<Parameter>>) -> Option<u8> {
    const DEFAULT: u8 = 10;
    let forwards = database.global.as_ref().is_some_and(|global| global.write_forwarding);
    if !forwards || database.engine != Engine::AuroraMysql {
        return None;
    }
    let set = parameters.items().iter().find(|parameter| parameter.name == FORWARDING_SHARE);
    Some(set.and_then(|parameter| parameter.value.parse().ok()).filter(|share| *share <= 100).unwrap_or(DEFAULT))
}

fn check(draft: &mut Draft<'_>, pool: &PoolSettings, family: EngineFamily) {
    let mut refuse = |field, title: &str, cure: &str, value: String| {
        draft.problem(Problem::new(Page::Proxy, field, title, cure).suggesting(value));
    };
    if !(1..=100).contains(&pool.max_connections_percent) {
        refuse(
            "proxy.max_connections_percent",
            t!("design-max-range"),
            t!("design-max-range-cure"),
            pool.max_connections_percent.clamp(1, 100).to_string(),
        );
    }
    if pool.max_idle_connections_percent > pool.max_connections_percent {
        refuse(
            "proxy.max_idle_connections_percent",
            t!("design-idle-above-max"),
            t!("design-idle-above-max-cure"),
            pool.max_connections_percent.to_string(),
        );
    }
    if pool.borrow_timeout_secs > 300 {
        refuse(
            "proxy.borrow_timeout_secs",
            t!("design-borrow-range"),
            t!("design-borrow-range-cure"),
            "120".to_owned(),
        );
    }
    if pool.exclude_variable_sets && family != EngineFamily::Mysql {
        refuse(
            "proxy.exclude_variable_sets",
            t!("design-pinning-family"),
            t!("design-pinning-family-cure"),
            "false".to_owned(),
        );
    }
    if pool.borrow_timeout_secs == 0 {
        draft.warn(Page::Proxy, t!("design-borrow-zero"), t!("design-borrow-zero-text"));
    } else if pool.borrow_timeout_secs >= draft.function.timeout_secs {
        draft.warn(
            Page::Proxy,
            t!("design-borrow-long"),
            t!("design-borrow-long-text", borrow = pool.borrow_timeout_secs, timeout = draft.function.timeout_secs),
        );
    }
    if pool.init_query.as_deref().is_some_and(|query| query.to_ascii_lowercase().contains("password")) {
        draft.warn(Page::Proxy, t!("design-init-query"), t!("design-init-query-text"));
    }
}

fn explain(draft: &mut Draft<'_>, pool: &PoolSettings) {
    let max = match connections::max_connections(draft.database, &draft.observed.parameters) {
        Some(connections) => {
            let share = connections * u32::from(pool.max_connections_percent) / 100;
            let wanted = match &draft.observed.reserved_concurrency {
                Part::Present(reserved) if *reserved > share => {
                    let reserved = *reserved;
                    draft.warn(
                        Page::Proxy,
                        t!("design-pool-small"),
                        t!("design-pool-small-text", concurrency = reserved, share = share),
                    );
                    Some(reserved)
                }
                Part::Present(reserved) => Some(*reserved),
                _ => None,
            };
            match wanted {
                Some(concurrency) => {
                    t!("design-max-sized-why", share = share, connections = connections, concurrency = concurrency)
                }
                None => t!("design-max-share-why", share = share, connections = connections),
            }
        }
        None => t!("design-max-why").to_owned(),
    };
    draft.reason("MaxConnectionsPercent", max);
    draft.reason("MaxIdleConnectionsPercent", t!("design-max-idle-why"));
    draft.reason("ConnectionBorrowTimeout", t!("design-borrow-why", timeout = draft.function.timeout_secs));
    draft.reason("SessionPinningFilters", t!("design-pinning-why"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_borrow_timeout_ends_before_the_function_does() {
        for (function, expected) in [(30, 25), (900, 120), (121, 120), (120, 115), (15, 10), (3, 2), (1, 1)] {
            assert_eq!(borrow_timeout_within(function), expected, "{function}");
        }
    }
}
