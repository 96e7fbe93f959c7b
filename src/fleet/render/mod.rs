//! The fleet as a whole, as it leaves the program: text, Markdown, HTML, CSV, JSON, SARIF.

mod csv;
mod html;
mod json;
mod markdown;
pub mod table;
mod text;

pub use csv::{Beyond, csv, csv_with};
pub use html::html;
pub use json::{SCHEMA, document, json};
pub use markdown::markdown;
pub use text::text;

use super::{Cause, CauseKind, Fleet};
use crate::rules::{self, EarlierRun};
use crate::text::{money, series, t};

/// All verdicts as SARIF, against an earlier run where there is one; what could not be read is a notification
/// of the run.
#[must_use]
pub fn sarif(fleet: &Fleet, earlier: Option<&EarlierRun<'_>>) -> String {
    let unread: Vec<String> = fleet.unread.iter().map(table::unread_line).collect();
    rules::sarif_with(fleet.proxies.iter().map(|row| &row.verdict), &unread, earlier)
}

impl Fleet {
    /// The answer in one sentence.
    pub fn title(&self) -> String {
        let totals = self.totals();
        if totals.broken > 0 {
            t!("fleet-title-broken", count = totals.broken)
        } else if totals.proxies == 0 && totals.unread > 0 {
            t!("fleet-title-nothing-read").to_owned()
        } else if totals.proxies == 0 {
            t!("fleet-title-none").to_owned()
        } else if totals.unread + totals.not_readable > 0 {
            t!("fleet-title-unread").to_owned()
        } else if totals.works_but > 0 {
            t!("fleet-title-works-but", count = totals.works_but)
        } else {
            t!("fleet-title-clean", count = totals.proxies).to_owned()
        }
    }

    /// How many of each, and what they cost.
    pub fn summary(&self) -> String {
        let totals = self.totals();
        let mut counts = Vec::new();
        for (count, text) in [
            (totals.broken, t!("fleet-count-broken", count = totals.broken)),
            (totals.works_but, t!("fleet-count-works-but", count = totals.works_but)),
            (totals.not_readable, t!("fleet-count-not-readable", count = totals.not_readable)),
            (totals.accepted, t!("fleet-count-accepted", count = totals.accepted)),
            (totals.clean, t!("fleet-count-clean", count = totals.clean)),
        ] {
            if count > 0 {
                counts.push(text);
            }
        }
        let counts = if counts.is_empty() { String::new() } else { format!(": {}", series(&counts)) };
        let places = t!("fleet-places", accounts = totals.accounts, regions = totals.regions);
        let mut sentences = vec![t!("fleet-summary", count = totals.proxies, places = places, counts = counts)];
        if totals.proxies > totals.without_cost {
            let usd = money(totals.usd_per_month);
            sentences.push(t!("fleet-cost", usd = usd, without = totals.without_cost));
        }
        if totals.unread > 0 {
            sentences.push(t!("fleet-unread", count = totals.unread));
        }
        sentences.join(" ")
    }
}

impl Cause {
    /// What unites its proxies, in words.
    pub fn title(&self) -> &str {
        match &self.kind {
            CauseKind::Found { code, .. } => self.rule_title().unwrap_or(code),
            CauseKind::NotReadable => t!("fleet-group-not-readable"),
            CauseKind::Accepted => t!("fleet-group-accepted"),
            CauseKind::Clean => t!("fleet-group-clean"),
        }
    }
}
