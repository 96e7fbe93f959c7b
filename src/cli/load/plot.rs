//! A load while it runs, on one line of a terminal; and its line as a small plot of characters.

use crate::cli::output;
use crate::load::{LoadCall, Plan, Point, Summary};
use crate::text::t;

/// Columns and rows of the plot.
const COLUMNS: usize = 60;
const ROWS: usize = 8;
/// Eighths of a cell, from below.
const EIGHTHS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Tells how far a load is.
pub struct LoadProgress {
    most: u32,
    shown: bool,
    calls: Vec<LoadCall>,
}

impl LoadProgress {
    /// Of a plan; where standard output is JSON nothing is shown.
    pub fn new(plan: &Plan, shown: bool) -> Self {
        Self { most: plan.most_calls(), shown, calls: Vec::new() }
    }

    /// These came back.
    pub fn tell(&mut self, calls: &[LoadCall]) {
        self.calls.extend_from_slice(calls);
        if !self.shown {
            return;
        }
        let summary = Summary::new(&self.calls);
        output::in_place(&t!(
            "load-progress",
            calls = summary.calls,
            most = self.most,
            p95 = crate::words::millis(summary.p95_ms),
            errors = summary.errors(),
            throttled = summary.throttled
        ));
    }

    /// Takes the line away.
    pub fn end(&self) {
        if self.shown {
            output::in_place("");
        }
    }
}

/// The points as columns of blocks, the highest value named at the left.
pub fn columns(points: &[Point]) -> Vec<String> {
    let most = points.iter().map(|point| point.value).fold(0.0, f64::max);
    if most <= 0.0 {
        return Vec::new();
    }
    let per_column = points.len().div_ceil(COLUMNS).max(1);
    let heights: Vec<f64> =
        points.chunks(per_column).map(|chunk| chunk.iter().map(|point| point.value).fold(0.0, f64::max)).collect();
    (0..ROWS)
        .map(|row| {
            let label = match row {
                0 => format!("{most:>7.0} "),
                _ if row == ROWS - 1 => format!("{:>7} ", 0),
                _ => " ".repeat(8),
            };
            let below = ROWS - 1 - row;
            let cells = heights.iter().map(|height| cell(height / most, below));
            format!("{label}{}", cells.collect::<String>()).trim_end().to_owned()
        })
        .collect()
}

/// How much of the cell that has `below` cells under it a share of the whole height fills.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 8")]
fn cell(share: f64, below: usize) -> char {
    let eighths = (share * (ROWS * 8) as f64 - (below * 8) as f64).clamp(0.0, 8.0);
    EIGHTHS.get(eighths.round() as usize).copied().unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn the_highest_value_fills_its_column() {
        let points: Vec<Point> = [0.0, 50.0, 100.0].iter().map(|value| Point { at: 0.0, value: *value }).collect();
        let rows = columns(&points);
        assert_eq!(rows.len(), ROWS);
        assert_eq!(rows[0], "    100   █");
        assert_eq!(rows[ROWS - 1], "      0  ██");
        assert_eq!(columns(&[]), Vec::<String>::new());
    }
}
