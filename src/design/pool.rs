//! The connection pool: how much of the database the proxy may take.

use super::{Draft, Problem, connections};
use crate::domain::database::{Database, Engine, EngineFamily, Parameter};
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::{PoolSettings, borrow_timeout_within};
use crate::domain::setup::Page;
use crate::text::{Filling, Sentence, said, t};

/// A fresh setup leaves room for everyone else: direct connections, migrations, monitoring.
const DEFAULT_MAX_PERCENT: u8 = 80;
/// SQL Server's own default is 10: its connections are heavier.
const SQLSERVER_MAX_PERCENT: u8 = 10;
/// What all proxies of a database may take together, in percent: the rest is for administrators, rotation
/// and whoever connects directly.
const TOGETHER: u8 = 90;
/// The cluster parameter with the share of write forwarding.
pub const FORWARDING_SHARE: &str = "aurora_fwd_writer_max_connections_pct";

pub(super) fn design(draft: &mut Draft<'_>, family: EngineFamily) -> PoolSettings {
    let choices = &draft.choices.proxy;
    let others = draft.others_pool();
    let default_max = if family == EngineFamily::Sqlserver { SQLSERVER_MAX_PERCENT } else { DEFAULT_MAX_PERCENT };
    let forwarded = forwarding_share(draft.database, &draft.observed.parameters);
    let room = forwarded.map_or(100, |share| 100 - share);
    let max = choices
        .max_connections_percent
        .or(others.map(|pool| pool.max_connections_percent))
        .unwrap_or(default_beside(draft, default_max.min(room)));
    let kept_idle = others.map(|pool| pool.max_idle_connections_percent.min(max));
    let idle = choices.max_idle_connections_percent.or(kept_idle).unwrap_or_else(|| default_idle(draft, max));
    let borrow = choices
        .borrow_timeout_secs
        .or(others.map(|pool| pool.borrow_timeout_secs))
        .unwrap_or_else(|| borrow_timeout_within(timeout_secs(draft)));
    let exclude = choices.exclude_variable_sets.or(others.map(|pool| pool.exclude_variable_sets)).unwrap_or(false);
    let query = choices.init_query.clone().or_else(|| others.and_then(|pool| pool.init_query.clone()));
    let pool = PoolSettings {
        max_connections_percent: max,
        max_idle_connections_percent: idle,
        borrow_timeout_secs: borrow,
        exclude_variable_sets: exclude,
        init_query: query.filter(|query| !query.trim().is_empty()),
    };
    check(draft, &pool, family);
    if let Some(share) = forwarded.filter(|_| pool.max_connections_percent > room) {
        draft.warn(
            Page::Proxy,
            said!("design-forwarding-share"),
            said!("design-forwarding-share-text", share = share, room = room),
        );
    }
    explain(draft, &pool);
    add_up(draft, &pool);
    pool
}

/// The default where other proxies have the database too: what they leave of it, and no less than a pool
/// needs.
fn default_beside(draft: &Draft<'_>, alone: u8) -> u8 {
    match taken(draft) {
        0 => alone,
        taken => alone.min(TOGETHER.saturating_sub(taken).max(least_percent(draft.database))),
    }
}

/// The least that a pool is good for, from the class of the smallest member. The newer of two tables that
/// AWS printed; the older one asked for more of t3 classes.
pub fn least_percent(database: &Database) -> u8 {
    let small = |class: &str| [".nano", ".micro", ".small"].iter().any(|size| class.ends_with(size));
    if database.billed_classes().into_iter().any(small) { 30 } else { 20 }
}

/// What the other proxies of the database may take of its connections, in percent.
fn taken(draft: &Draft<'_>) -> u8 {
    draft.beside().into_iter().fold(0, |sum: u8, (_, percent)| sum.saturating_add(percent))
}

/// Several proxies on one database are to leave something of it.
fn add_up(draft: &mut Draft<'_>, pool: &PoolSettings) {
    let others = draft.beside();
    let keeps = draft.others_pool().is_some() && draft.choices.proxy.max_connections_percent.is_none();
    if others.is_empty() || keeps {
        return;
    }
    let named = others.iter().map(|(name, percent)| said!("reuse-share", name = *name, percent = *percent));
    let (named, own) = (Filling::list(named), pool.max_connections_percent);
    let sum = u32::from(own) + others.iter().map(|(_, percent)| u32::from(*percent)).sum::<u32>();
    let most = u32::from(TOGETHER);
    if sum > most {
        let title = said!("reuse-sum", database = draft.database.id.as_str(), sum = sum);
        let text = said!("reuse-sum-text", others = named, own = u32::from(own), over = sum - most, most = most);
        draft.warn(Page::Proxy, title, text);
        return;
    }
    if draft.choices.proxy.max_connections_percent.is_none() {
        let why = draft.reasons.get("MaxConnectionsPercent").cloned().unwrap_or_default();
        draft.reason("MaxConnectionsPercent", said!("reuse-sum-why", why = why, others = named, sum = sum));
    }
}

/// Half of the most, as AWS takes by itself, but no more than the function can use at once.
fn default_idle(draft: &Draft<'_>, max: u8) -> u8 {
    needed_percent(draft).map_or(max / 2, |needed| needed.min(max / 2))
}

/// What the functions of the set-up may run at once, all together: absent where one of them has no limit of
/// its own.
pub fn reserved_together(observed: &Observed) -> Part<u32> {
    let further = observed.more_functions.iter().map(|parts| &parts.reserved_concurrency);
    let all = std::iter::once(&observed.reserved_concurrency).chain(further);
    all.fold(Part::Present(0), |sum, part| match (sum, part) {
        (Part::Present(sum), Part::Present(own)) => Part::Present(sum.saturating_add(*own)),
        // What is not known of one is not known of all.
        (Part::Unreadable(why), _) => Part::Unreadable(why),
        (_, Part::Unreadable(why)) => Part::Unreadable(why.clone()),
        (Part::NotAsked, _) | (_, Part::NotAsked) => Part::NotAsked,
        (Part::Absent, _) | (_, Part::Absent) => Part::Absent,
    })
}

/// The shortest of the functions' timeouts: the pool is one for all of them.
fn timeout_secs(draft: &Draft<'_>) -> u32 {
    let further = draft.observed.more_functions.iter().filter_map(|parts| parts.function.present());
    further.map(|function| function.timeout_secs).fold(draft.function.timeout_secs, u32::min)
}

/// Their names, the first one's first.
fn functions<'a>(draft: &Draft<'a>) -> Vec<&'a str> {
    let further = draft.observed.more_functions.iter().map(|parts| parts.name.as_str());
    std::iter::once(draft.function.name.as_str()).chain(further).collect()
}

/// The share of the database's connections that the functions' reserved concurrency comes to, rounded
/// up. `None` where one of the two is not known.
fn needed_percent(draft: &Draft<'_>) -> Option<u8> {
    let limit = connections::max_connections(draft.database, &draft.observed.parameters)?;
    let concurrency = reserved_together(draft.observed);
    Some(share_of(*concurrency.present()?, limit))
}

fn share_of(connections: u32, limit: u32) -> u8 {
    let percent = (u64::from(connections) * 100).div_ceil(u64::from(limit.max(1)));
    u8::try_from(percent.min(100)).unwrap_or(100)
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
        draft.warn(Page::Proxy, said!("design-borrow-zero"), said!("design-borrow-zero-text"));
    } else if pool.borrow_timeout_secs >= timeout_secs(draft) {
        draft.warn(
            Page::Proxy,
            said!("design-borrow-long"),
            said!("design-borrow-long-text", borrow = pool.borrow_timeout_secs, timeout = timeout_secs(draft)),
        );
    }
    if pool.init_query.as_deref().is_some_and(|query| query.to_ascii_lowercase().contains("password")) {
        draft.warn(Page::Proxy, said!("design-init-query"), said!("design-init-query-text"));
    }
}

fn explain(draft: &mut Draft<'_>, pool: &PoolSettings) {
    let max = match connections::max_connections(draft.database, &draft.observed.parameters) {
        Some(connections) => {
            let share = connections * u32::from(pool.max_connections_percent) / 100;
            let wanted = match &reserved_together(draft.observed) {
                Part::Present(reserved) if *reserved > share => {
                    let reserved = *reserved;
                    draft.warn(
                        Page::Proxy,
                        said!("design-pool-small", count = functions(draft).len()),
                        said!("design-pool-small-text", concurrency = reserved, share = share),
                    );
                    Some(reserved)
                }
                Part::Present(reserved) => Some(*reserved),
                _ => None,
            };
            match wanted {
                Some(concurrency) => {
                    said!(
                        "design-max-sized-why",
                        count = functions(draft).len(),
                        share = share,
                        connections = connections,
                        concurrency = concurrency
                    )
                }
                None => said!("design-max-share-why", share = share, connections = connections),
            }
        }
        None => said!("design-max-why"),
    };
    draft.reason("MaxConnectionsPercent", max);
    draft.reason("MaxIdleConnectionsPercent", idle_reason(draft, pool));
    let (choices, kept) = (&draft.choices.proxy, draft.others_pool().is_some());
    let borrow = match choices.borrow_timeout_secs {
        None if kept => said!("design-kept-why"),
        _ => said!("design-borrow-why", count = functions(draft).len(), timeout = timeout_secs(draft)),
    };
    let pinning = match choices.exclude_variable_sets {
        None if kept => said!("design-kept-why"),
        _ => said!("design-pinning-why"),
    };
    draft.reason("ConnectionBorrowTimeout", borrow);
    draft.reason("SessionPinningFilters", pinning);
}

/// What the idle share comes to, and why it is that.
fn idle_reason(draft: &Draft<'_>, pool: &PoolSettings) -> Sentence {
    let limit = connections::max_connections(draft.database, &draft.observed.parameters);
    let share = limit.map(|limit| limit * u32::from(pool.max_idle_connections_percent) / 100);
    let function = Filling::names(functions(draft));
    let why = match &reserved_together(draft.observed) {
        _ if draft.choices.proxy.max_idle_connections_percent.is_some() => said!("design-idle-chosen-why"),
        _ if draft.others_pool().is_some() => said!("design-kept-why"),
        Part::Present(concurrency) if needed_percent(draft) == Some(pool.max_idle_connections_percent) => {
            said!("design-idle-needed-why", function = function, concurrency = *concurrency)
        }
        Part::Absent => said!("design-idle-unlimited-why", function = function),
        _ => said!("design-idle-half-why"),
    };
    match (share, limit) {
        (Some(share), Some(limit)) => said!("design-idle-share-why", share = share, connections = limit, why = why),
        _ => why,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_kept_idle_than_the_function_can_use() {
        for (concurrency, limit, percent) in [(100, 1000, 10), (1, 1000, 1), (5, 90, 6), (0, 90, 0), (5000, 90, 100)] {
            assert_eq!(share_of(concurrency, limit), percent, "{concurrency} of {limit}");
        }
    }

    #[test]
    fn the_borrow_timeout_ends_before_the_function_does() {
        for (function, expected) in [(30, 25), (900, 120), (121, 120), (120, 115), (15, 10), (3, 2), (1, 1)] {
            assert_eq!(borrow_timeout_within(function), expected, "{function}");
        }
    }
}
