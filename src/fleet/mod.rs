//! All proxies of several accounts and regions: a row each, what they have in common, and what could
//! not be read. Pure; the reading is [`crate::sweep`]'s.

mod cause;
mod judged;
mod place;
mod render;
mod totals;

pub use cause::{Cause, CauseKind};
pub use judged::{Judged, ProxyStanding};
pub use place::{ReadPlace, SamePlace, Through, UnreadPlace};
/// The cells of a row in words.
pub use render::table as cell;
pub use render::{Beyond, SCHEMA, csv, csv_with, document, html, json, markdown, sarif, text};

/// What is known so far.
#[derive(Debug, Clone, Default)]
pub struct Fleet {
    /// Accounts and regions whose proxies were listed.
    pub read: Vec<ReadPlace>,
    /// Those that could not be, each with its reason.
    pub unread: Vec<UnreadPlace>,
    /// Ways that lead to one of `read` as well.
    pub same: Vec<SamePlace>,
    /// By account, region and name.
    pub proxies: Vec<Judged>,
}

impl Fleet {
    /// Takes a judged proxy in, at its place in the order.
    pub fn add(&mut self, judged: Judged) {
        let place = self.proxies.partition_point(|there| there.order() < judged.order());
        self.proxies.insert(place, judged);
    }

    /// Takes an account and region in whose proxies were listed.
    pub fn add_read(&mut self, place: ReadPlace) {
        let at = self.read.partition_point(|there| there.order() < place.order());
        self.read.insert(at, place);
    }

    /// Takes one in that could not be read.
    pub fn add_unread(&mut self, place: UnreadPlace) {
        let at = self.unread.partition_point(|there| there.order() < place.order());
        self.unread.insert(at, place);
    }

    /// Takes a second way in to what is read already.
    pub fn add_same(&mut self, place: SamePlace) {
        let at = self.same.partition_point(|there| (there.way(), &there.region) < (place.way(), &place.region));
        self.same.insert(at, place);
    }
}
