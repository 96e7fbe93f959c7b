//! How many there are of each, and what they cost.

use std::collections::BTreeSet;

use super::{Fleet, ProxyStanding};

/// The counts of a fleet.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Totals {
    /// Judged ones.
    pub proxies: usize,
    /// Listed ones, judged or not yet.
    pub listed: usize,
    /// Accounts and regions that were listed.
    pub accounts: usize,
    pub regions: usize,
    /// Accounts, or regions of them, that could not be read.
    pub unread: usize,
    pub broken: usize,
    pub works_but: usize,
    pub not_readable: usize,
    pub accepted: usize,
    pub clean: usize,
    /// Of the proxies whose cost is known.
    pub usd_per_month: f64,
    pub without_cost: usize,
}

impl Totals {
    /// How many stand like this.
    pub fn count(&self, standing: ProxyStanding) -> usize {
        match standing {
            ProxyStanding::Broken => self.broken,
            ProxyStanding::WorksBut => self.works_but,
            ProxyStanding::NotReadable => self.not_readable,
            ProxyStanding::Accepted => self.accepted,
            ProxyStanding::Clean => self.clean,
        }
    }
}

impl Fleet {
    /// Counts it.
    pub fn totals(&self) -> Totals {
        let accounts: BTreeSet<&str> = self.read.iter().map(|place| place.account.id.as_str()).collect();
        let regions: BTreeSet<&str> = self.read.iter().map(|place| place.account.region.as_str()).collect();
        let mut totals = Totals {
            proxies: self.proxies.len(),
            listed: self.read.iter().map(|place| place.proxies).sum(),
            accounts: accounts.len(),
            regions: regions.len(),
            unread: self.unread.len(),
            ..Totals::default()
        };
        for row in &self.proxies {
            match row.standing() {
                ProxyStanding::Broken => totals.broken += 1,
                ProxyStanding::WorksBut => totals.works_but += 1,
                ProxyStanding::NotReadable => totals.not_readable += 1,
                ProxyStanding::Accepted => totals.accepted += 1,
                ProxyStanding::Clean => totals.clean += 1,
            }
            match row.usd_per_month {
                Some(usd) => totals.usd_per_month += usd,
                None => totals.without_cost += 1,
            }
        }
        totals
    }
}
