//! What the figures come to.

use serde::Serialize;

use super::figures::{Pinning, concurrency, max, pinning, reserved, time_above};
use super::{Facts, highest};
use crate::domain::database::EngineFamily;

/// Whether a proxy is worth it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum Worth {
    /// The connections run out, or would.
    Yes,
    /// It begins to be tight.
    Perhaps,
    /// There is room to spare.
    No,
    /// A proxy stands there already.
    HasOne { proxy: String },
    /// This database can have none.
    NotPossible { why: String },
    /// What would decide it is not known.
    Unknown,
}

/// What to do, with a proxy or in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "do")]
pub enum Instead {
    /// One connection for each environment, opened outside the handler.
    ConnectOutsideTheHandler,
    /// No more environments at once than there are connections.
    ReserveConcurrency { at_most: u32 },
    /// Queries over HTTPS, without a connection.
    DataApi,
    /// Tokens work without a proxy too.
    IamLogin,
    /// A proxy takes the sharing back where sessions are pinned.
    MindPinning { risk: Pinning },
    /// What `init_connect` sets reaches some of the shared sessions and not others.
    MindInitConnect,
    /// A proxy holds connections open, so the database never pauses.
    MindPausing,
    /// Name the functions that use the database.
    NameAFunction,
}

/// From here on it is tight, and from there on it runs out: shares of `max_connections`.
const TIGHT: f64 = 0.5;
const FULL: f64 = 0.8;
/// Per cent of the time that is no accident.
const OFTEN: f64 = 5.0;
/// What is left to others when concurrency is reserved.
const OURS: f64 = 0.7;

pub fn worth(facts: &Facts) -> Worth {
    if let Some(proxy) = facts.proxies.present().and_then(|proxies| proxies.first()) {
        return Worth::HasOne { proxy: proxy.clone() };
    }
    let Some(max) = max(facts) else { return Worth::Unknown };
    let peak = highest(&facts.connections);
    let wanted = wanted(facts);
    let Some(pressure) = peak.into_iter().chain(wanted).reduce(f64::max).map(|most| most / max) else {
        return Worth::Unknown;
    };
    // A peak alone may come from elsewhere, but it leaves no room.
    if pressure >= FULL {
        return Worth::Yes;
    }
    if pressure >= TIGHT || time_above(facts, TIGHT).is_some_and(|time| time > OFTEN) {
        return Worth::Perhaps;
    }
    // Nobody measured the database: quiet functions alone prove no room.
    if peak.is_none() { Worth::Unknown } else { Worth::No }
}

/// Connections that the functions may want at once: what they ran at, or may run at.
fn wanted(facts: &Facts) -> Option<f64> {
    let (ran, may) = (concurrency(facts), reserved(facts));
    ran.into_iter().chain(may).reduce(f64::max)
}

pub fn instead(facts: &Facts, worth: &Worth) -> Vec<Instead> {
    let mut all = vec![Instead::ConnectOutsideTheHandler];
    let family = facts.database.engine.family();
    let with_proxy = matches!(worth, Worth::Yes | Worth::Perhaps | Worth::HasOne { .. });
    if facts.functions.is_empty() {
        all.push(Instead::NameAFunction);
    }
    if !with_proxy && !facts.functions.is_empty() && reserved(facts).is_none() {
        all.extend(max(facts).and_then(at_most).map(|at_most| Instead::ReserveConcurrency { at_most }));
    }
    if !with_proxy && facts.database.engine.is_aurora() {
        all.push(Instead::DataApi);
    }
    if !with_proxy && matches!(family, Some(EngineFamily::Mysql | EngineFamily::Postgresql)) {
        all.push(Instead::IamLogin);
    }
    if with_proxy {
        let mut risks: Vec<Pinning> =
            facts.functions.iter().map(|function| pinning(family, function.runtime.as_deref())).collect();
        risks.dedup();
        all.extend(risks.into_iter().map(|risk| Instead::MindPinning { risk }));
    }
    if with_proxy && facts.prepares_sessions.present() == Some(&true) {
        all.push(Instead::MindInitConnect);
    }
    if facts.database.serverless_v2.is_some_and(|range| range.min_acu <= 0.0) {
        all.push(Instead::MindPausing);
    }
    all
}

/// A share of a positive number of connections.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn at_most(max: f64) -> Option<u32> {
    let most = (OURS * max).floor();
    (most >= 1.0).then_some(most as u32)
}
