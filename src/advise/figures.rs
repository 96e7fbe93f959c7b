//! The figures that speak for or against a proxy.

use serde::Serialize;

use super::{Facts, highest};
use crate::design::of_proxy;
use crate::domain::database::EngineFamily;
use crate::text::{Sentence, said};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// The most connections in two weeks.
    PeakConnections,
    /// What the database takes.
    MaxConnections,
    /// Per cent of the time above half of that.
    AboveHalf,
    /// Per cent of the time above four fifths of it.
    AboveFourFifths,
    /// How often the functions ran at once, each at its own peak.
    Concurrency,
    /// How often they may run at once, where all of them have it reserved.
    Reserved,
    /// The most pinned connections of the proxy that is there.
    Pinned,
    /// Dollars a month.
    Cost,
}

/// A figure; without a value it is not known, and `source` says where it would come from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    pub kind: FigureKind,
    pub value: Option<f64>,
    /// AWS's own names: a metric, a parameter, a call.
    pub source: Sentence,
}

/// What pinning is to be expected of engine and runtime, before anything was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pinning {
    /// Prepared statements of the driver pin, and it prepares only on demand.
    OnPrepare,
    /// The driver's defaults pin.
    ByDefault,
    /// `SET` and temporary tables pin; the driver's defaults do not.
    OnSet,
    NotKnown,
}

/// <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-pinning.html>
pub fn pinning(family: Option<EngineFamily>, runtime: Option<&str>) -> Pinning {
    let runtime = runtime.unwrap_or_default();
    match family {
        Some(EngineFamily::Mysql) if runtime.starts_with("nodejs") || runtime.starts_with("java") => Pinning::OnPrepare,
        Some(EngineFamily::Mysql) if runtime.starts_with("python") => Pinning::OnSet,
        // psycopg prepares by itself after five uses, JDBC likewise.
        Some(EngineFamily::Postgresql) if runtime.starts_with("python") || runtime.starts_with("java") => {
            Pinning::ByDefault
        }
        Some(EngineFamily::Postgresql) if runtime.starts_with("nodejs") => Pinning::OnSet,
        _ => Pinning::NotKnown,
    }
}

pub fn figures(facts: &Facts) -> Vec<Figure> {
    use FigureKind::{
        AboveFourFifths, AboveHalf, Concurrency, Cost, MaxConnections, PeakConnections, Pinned, Reserved,
    };
    let measured = |metric: &str| said!("advise-source-metric", metric = metric, days = 14_u8);
    let connections = || measured("DatabaseConnections");
    let figure = |kind, value, source: Sentence| Figure { kind, value, source };
    let cost = of_proxy(&facts.database, &facts.region);
    let mut figures = vec![
        figure(PeakConnections, highest(&facts.connections), connections()),
        figure(MaxConnections, max(facts), said!("advise-source-parameters")),
        figure(AboveHalf, time_above(facts, 0.5), connections()),
        figure(AboveFourFifths, time_above(facts, 0.8), connections()),
    ];
    if !facts.functions.is_empty() {
        figures.push(figure(Concurrency, concurrency(facts), measured("ConcurrentExecutions")));
        figures.push(figure(Reserved, reserved(facts), "lambda:GetFunctionConcurrency".into()));
    }
    if facts.proxies.present().is_some_and(|proxies| !proxies.is_empty()) {
        let source = measured("DatabaseConnectionsCurrentlySessionPinned");
        figures.push(figure(Pinned, highest(&facts.pinned), source));
    }
    let how = cost.as_ref().map(|line| line.how.clone()).unwrap_or_default();
    figures.push(Figure { kind: Cost, value: cost.and_then(|line| line.usd_per_month), source: how });
    figures
}

/// `max_connections`, about.
pub(super) fn max(facts: &Facts) -> Option<f64> {
    facts.max_connections.present().copied().map(f64::from)
}

/// Per cent of the measured time in which more than this share of `max_connections` was in use.
pub(super) fn time_above(facts: &Facts, share: f64) -> Option<f64> {
    let (points, max) = (facts.connections.present()?, max(facts)?);
    let count = |above: usize| u32::try_from(above).ok().map(f64::from);
    let above = points.iter().filter(|point| point.value > share * max).count();
    (!points.is_empty()).then(|| Some(100.0 * count(above)? / count(points.len())?)).flatten()
}

/// The sum of the functions' own peaks: so many connections they may want together.
pub(super) fn concurrency(facts: &Facts) -> Option<f64> {
    let peaks: Option<Vec<f64>> = facts.functions.iter().map(|function| highest(&function.concurrency)).collect();
    peaks.filter(|peaks| !peaks.is_empty()).map(|peaks| peaks.into_iter().sum())
}

/// The sum of what is reserved, where every function has a limit of its own.
pub(super) fn reserved(facts: &Facts) -> Option<f64> {
    let reserved: Option<Vec<f64>> =
        facts.functions.iter().map(|function| function.reserved.present().copied().map(f64::from)).collect();
    reserved.filter(|reserved| !reserved.is_empty()).map(|reserved| reserved.into_iter().sum())
}
