//! All proxies of many accounts and regions: what was asked, what is known so far, where each of them is.
//!
//! Nothing here awaits; `work` starts what does. It outlives the account that is opened: a row opens another.

pub mod work;

use std::collections::BTreeMap;
use std::time::Instant;

use time::Date;
use tokio::task::AbortHandle;

use crate::accounts::Source;
use crate::baseline::Baseline;
use crate::cloud::{CloudError, ErrorKind, Gate, operation};
use crate::discover::Existing;
use crate::domain::proxy_at::ProxyAt;
use crate::fleet::{Fleet, Through, UnreadPlace};
use crate::sweep::SweepNews;
use crate::text::said;

/// What the page asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum FleetAsk {
    /// Opens the second door at this page.
    Open,
    /// Reads and judges them all.
    Read,
    Stop,
    /// Begins nothing more until it goes on.
    Pause,
    GoOn,
    /// Shows the proxies of this account only, by its number; of all again.
    Only(Option<String>),
    /// Shows the findings of one.
    Show(ProxyAt),
}

/// What the reading answers, with its number.
pub enum FleetAnswer {
    Told(u64, Box<SweepNews>),
    Ended(u64),
}

/// Whose proxies are wanted, as it was typed: names with commas between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FleetScope {
    /// Empty is the account that is open.
    pub profiles: String,
    /// Empty is each account's own.
    pub regions: String,
    /// Of the role that is assumed in each account of the organization; empty for none.
    pub role: String,
}

/// A reading that is under way.
struct FleetReading {
    number: u64,
    since: Instant,
    gate: Gate,
    task: AbortHandle,
}

/// See the module.
#[derive(Default)]
pub struct AllProxies {
    pub asked: FleetScope,
    pub fleet: Fleet,
    /// Something was asked for once.
    pub is_begun: bool,
    /// Accounts and regions that are to be read.
    pub planned: Option<usize>,
    reading: Option<FleetReading>,
    readings: u64,
    /// What opens each account and region.
    sources: BTreeMap<(String, String), Source>,
}

impl AllProxies {
    /// Since when it is being read.
    pub fn reading_since(&self) -> Option<Instant> {
        self.reading.as_ref().map(|reading| reading.since)
    }

    /// It is held: what had begun is read to its end, and nothing more is begun.
    pub fn is_paused(&self) -> bool {
        self.reading.as_ref().is_some_and(|reading| reading.gate.is_held())
    }

    /// Holds the reading, or lets it go on.
    pub fn hold(&self, held: bool) {
        match &self.reading {
            Some(reading) if held => reading.gate.hold(),
            Some(reading) => reading.gate.go_on(),
            None => {}
        }
    }

    /// What is accepted on this day no longer counts.
    pub fn accept(&mut self, baseline: &Baseline, today: Date) {
        for row in &mut self.fleet.proxies {
            row.accept(baseline, today);
        }
    }

    /// Gives up what is not read yet; what was read stays.
    pub fn stop(&mut self) {
        if let Some(reading) = self.reading.take() {
            reading.task.abort();
        }
    }

    /// Takes one answer in, unless it is of a reading that was given up.
    pub fn receive(&mut self, answer: FleetAnswer) {
        let current = self.reading.as_ref().map(|reading| reading.number);
        match answer {
            FleetAnswer::Told(number, told) if current == Some(number) => self.hear(*told),
            FleetAnswer::Ended(number) if current == Some(number) => self.reading = None,
            FleetAnswer::Told(..) | FleetAnswer::Ended(_) => {}
        }
    }

    fn hear(&mut self, told: SweepNews) {
        match told {
            SweepNews::Planned(count) => self.planned = Some(count),
            SweepNews::Listed { place, source } => {
                let key = (place.account.id.clone(), place.account.region.clone());
                self.sources.insert(key, source);
                self.fleet.add_read(place);
            }
            SweepNews::Unread(place) => self.fleet.add_unread(place),
            SweepNews::Same(place) => self.fleet.add_same(place),
            SweepNews::Judged(row) => self.fleet.add(*row),
        }
    }

    /// What opens the account of this proxy, and what to ask about it there.
    fn way_to(&self, at: &ProxyAt) -> Option<(Source, Existing)> {
        let source = self.sources.get(&(at.account.clone(), at.region.clone()))?;
        let function = self.fleet.row(at)?.verdict.function.as_deref().and_then(|name| name.parse().ok());
        let read_secrets = false;
        Some((source.clone(), Existing { proxy: at.name.clone(), function, read_secrets }))
    }

    /// A profile that nobody knows is a place that cannot be read.
    fn no_profile(&mut self, name: &str) {
        self.fleet.add_unread(UnreadPlace {
            through: Through { profile: Some(name.to_owned()), member: None },
            account: None,
            region: None,
            error: CloudError::new(
                ErrorKind::NoCredentials,
                operation::OPEN_SESSION,
                said!("error-no-profile", name = name),
            ),
        });
    }
}

/// The names in what was typed.
fn names(typed: &str) -> Vec<String> {
    typed.split([',', ' ']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}
