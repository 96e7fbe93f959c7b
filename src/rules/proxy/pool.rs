//! How much of the database the proxy may take.

use crate::design::least_percent;
use crate::domain::database::EngineFamily;
use crate::domain::finding::{Confidence, Hop, Severity};
use crate::domain::mend::Mend;
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::Proxy;
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::operation::metrics::{self, CONNECTIONS, DATABASE_CONNECTIONS, MetricAsked, POOL};
use crate::rules::rule::{Check, Cure, Rule, Seen, Stop, passed};
use crate::text::{labelled, t};

const SOURCE: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-connections.html";
/// What AWS asks for over the busiest minute.
const HEADROOM: f64 = 1.3;

pub const PERCENT_LOW: Rule = Rule {
    code: "proxy-max-connections-percent-low",
    severity: Severity::Warning,
    hop: Hop::Proxy,
    source: SOURCE,
    needs: &[Need::Proxy, Need::Pool, Need::Database, Need::Metrics],
    check: percent_low,
};

pub const OVERSUBSCRIBED: Rule = Rule {
    code: "proxy-max-connections-percent-oversubscribed",
    severity: Severity::Warning,
    hop: Hop::Database,
    source: SOURCE,
    needs: &[Need::Proxy, Need::Pool, Need::OtherProxies, Need::Metrics],
    check: oversubscribed,
};

fn percent_low(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    // SQL Server's own default is 10.
    if proxy.engine_family == EngineFamily::Sqlserver {
        return Err(Stop::NotApplicable);
    }
    let pool = facts::pool(observed)?;
    let database = facts::database(observed)?;
    let (percent, least) = (pool.max_connections_percent, least_percent(database));
    if percent < least {
        return Seen::at("db-proxy", &proxy.name)
            .because(t!(
                "seen-setting",
                setting = "MaxConnectionsPercent",
                owner = &proxy.name,
                value = percent.to_string()
            ))
            .because(t!("seen-proxy-least", database = &database.id, least = least))
            .cure(set_percent(observed, proxy, least.max(30)))
            .flagged();
    }
    let (Some(allowed), Some(busiest)) = (highest(observed, POOL)?, highest(observed, CONNECTIONS)?) else {
        return passed();
    };
    if allowed >= busiest * HEADROOM {
        return passed();
    }
    Seen::at("db-proxy", &proxy.name)
        .because(t!("seen-proxy-allowed", allowed = format!("{allowed:.0}")))
        .because(t!("seen-proxy-busiest", busiest = format!("{busiest:.0}")))
        .flagged()
}

fn oversubscribed(observed: &Observed) -> Check {
    let proxy = facts::proxy(observed)?;
    let pool = facts::pool(observed)?;
    let others = facts::there(&observed.other_proxies)?;
    let own = u32::from(pool.max_connections_percent);
    let sharing: Vec<(&str, u8)> =
        others.iter().filter_map(|other| Some((other.name.as_str(), *other.shares_database.present()?))).collect();
    let sum = own + sharing.iter().map(|(_, percent)| u32::from(*percent)).sum::<u32>();
    if !sharing.is_empty() && sum > 100 {
        let mut seen = Seen::at("db-proxy", &proxy.name)
            .because(t!("seen-proxy-percent-sum", sum = sum))
            .because(labelled!(proxy.name, own));
        for (name, percent) in sharing {
            seen = seen.because(labelled!(name, percent));
        }
        return seen.flagged();
    }
    if let Some(why) = others.iter().find_map(|other| other.shares_database.unreadable()) {
        return Err(why.into());
    }
    let unasked = others.iter().filter(|other| other.shares_database.is_not_asked()).count();
    if unasked > 0 {
        return Err(Stop::unknown(t!("seen-proxy-others-unasked", count = unasked), &[]));
    }
    if own < 100 {
        return passed();
    }
    let (Some(all), Some(through), Some(allowed)) =
        (highest(observed, DATABASE_CONNECTIONS)?, highest(observed, CONNECTIONS)?, highest(observed, POOL)?)
    else {
        return passed();
    };
    let beside = all - through;
    if beside <= allowed / 10.0 {
        return passed();
    }
    // The two highest values need not be of the same minute.
    Seen::at("db-proxy", &proxy.name)
        .because(t!("seen-setting", setting = "MaxConnectionsPercent", owner = &proxy.name, value = "100"))
        .because(t!("seen-proxy-beside", beside = format!("{beside:.0}"), allowed = format!("{allowed:.0}")))
        .cure(set_percent(observed, proxy, 90))
        .sure(Confidence::Medium)
        .flagged()
}

/// `None` without data or where nobody asked.
fn highest(observed: &Observed, asked: MetricAsked) -> Result<Option<f64>, Stop> {
    match (&observed.metrics, metrics::highest(observed, asked)) {
        (Part::NotAsked, _) | (_, Err(Stop::NotApplicable)) => Ok(None),
        (_, answer) => Ok(answer?.filter(|value| *value > 0.0)),
    }
}

fn set_percent(observed: &Observed, proxy: &Proxy, percent: u8) -> Cure {
    let command = aws(observed, "rds modify-db-proxy-target-group")
        .with("db-proxy-name", &proxy.name)
        .with("target-group-name", "default")
        .with("connection-pool-config", &format!("MaxConnectionsPercent={percent}"))
        .line();
    Cure::mending(command, Mend::MaxConnectionsPercent(percent))
}
