//! Two loads, before and after a change, figure by figure. Pure.

use serde::Serialize;

use super::record::Record;

/// Two loads held against one another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    pub before: String,
    pub after: String,
    /// Both were called as often and as many times at once; else the figures say little.
    pub same_plan: bool,
    pub rows: Vec<FigureRow>,
}

/// A figure of both.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FigureRow {
    pub figure: Figure,
    pub before: Option<f64>,
    pub after: Option<f64>,
    /// By how much it changed, where both are known and the first is not nought.
    pub percent: Option<f64>,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figure {
    P50Ms,
    P95Ms,
    ColdMs,
    WarmMs,
    ColdStarts,
    ReusedPercent,
    Errors,
    Throttles,
    PerSecond,
    DatabaseConnections,
    PinnedConnections,
}

impl Comparison {
    pub fn new(before: &Record, after: &Record) -> Self {
        let all = [
            Figure::P50Ms,
            Figure::P95Ms,
            Figure::ColdMs,
            Figure::WarmMs,
            Figure::ColdStarts,
            Figure::ReusedPercent,
            Figure::Errors,
            Figure::Throttles,
            Figure::PerSecond,
            Figure::DatabaseConnections,
            Figure::PinnedConnections,
        ];
        let rows = all.into_iter().map(|figure| FigureRow::new(figure, value(before, figure), value(after, figure)));
        Self {
            before: before.name.clone(),
            after: after.name.clone(),
            same_plan: before.plan.pattern == after.plan.pattern,
            rows: rows.filter(|row| row.before.is_some() || row.after.is_some()).collect(),
        }
    }
}

impl FigureRow {
    fn new(figure: Figure, before: Option<f64>, after: Option<f64>) -> Self {
        let percent =
            before.filter(|before| *before > 0.0).zip(after).map(|(before, after)| 100.0 * (after / before - 1.0));
        Self { figure, before, after, percent }
    }
}

fn value(record: &Record, figure: Figure) -> Option<f64> {
    let summary = record.summary();
    match figure {
        Figure::P50Ms => summary.p50_ms,
        Figure::P95Ms => summary.p95_ms,
        Figure::ColdMs => summary.cold_ms,
        Figure::WarmMs => summary.warm_ms,
        Figure::ColdStarts => summary.cold.map(f64::from),
        Figure::ReusedPercent => summary.connections.map(|connections| connections.reused_percent()),
        Figure::Errors => Some(f64::from(summary.errors())),
        Figure::Throttles => Some(f64::from(summary.throttled)),
        Figure::PerSecond => Some(summary.per_second),
        Figure::DatabaseConnections => record.beside.highest("DatabaseConnections"),
        Figure::PinnedConnections => record.beside.highest("DatabaseConnectionsCurrentlySessionPinned"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_in_percent_where_there_is_something_to_change() {
        assert_eq!(FigureRow::new(Figure::P95Ms, Some(80.0), Some(20.0)).percent, Some(-75.0));
        assert_eq!(FigureRow::new(Figure::Errors, Some(0.0), Some(3.0)).percent, None);
        assert_eq!(FigureRow::new(Figure::ColdMs, None, Some(3.0)).percent, None);
    }
}
