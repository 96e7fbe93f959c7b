//! A proxy that is there already under the setup's name: it is reused, and stays others' proxy.

use super::Draft;
use crate::domain::database::Database;
use crate::domain::observed::Observed;
use crate::domain::proxy::{PoolSettings, Proxy, Target};
use crate::domain::setup::Page;
use crate::domain::{PROGRAM, TAG_MADE_BY, TAG_SETUP};
use crate::text::said;

/// The proxy of this name, where it can stand in front of the database: same VPC, same engine
/// family, and no other database behind it. What keeps one from being reused is a conflict of the plan.
pub fn reused<'a>(observed: &'a Observed, database: &Database, name: &str) -> Option<&'a Proxy> {
    let proxy = observed.proxy.present().filter(|proxy| proxy.name == name)?;
    let same_place = database.vpc_id.as_deref() == Some(proxy.vpc_id.as_str());
    let same_protocol = database.engine.family() == Some(proxy.engine_family);
    let targets = observed.targets.items();
    let behind = |target: &Target| target.id == database.id || target.tracked_cluster.as_deref() == Some(&database.id);
    let serves = targets.is_empty() || targets.iter().any(behind);
    (same_place && same_protocol && serves).then_some(proxy)
}

impl<'a> Draft<'a> {
    pub(super) fn reused(&self) -> Option<&'a Proxy> {
        reused(self.observed, self.database, &self.name)
    }

    /// The reused proxy, where this setup has not made it: what nobody chose stays as it is there,
    /// because others may rely on it.
    pub(super) fn others_proxy(&self) -> Option<&'a Proxy> {
        let tag = |proxy: &Proxy, key: &str, value: &str| {
            proxy.tags.as_ref().and_then(|tags| tags.get(key)).is_some_and(|own| own == value)
        };
        let ours = |proxy: &Proxy| tag(proxy, TAG_MADE_BY, PROGRAM) && tag(proxy, TAG_SETUP, &self.name);
        self.reused().filter(|proxy| self.choices.proxy.existing || !ours(proxy))
    }

    /// The proxies that have the same database already: the share of its connections that each may take.
    pub(super) fn beside(&self) -> Vec<(&'a str, u8)> {
        let others = self.observed.other_proxies.items().iter();
        others.filter_map(|other| Some((other.name.as_str(), *other.shares_database.present()?))).collect()
    }

    /// One that has the database already is recommended before a second one is made.
    pub(super) fn recommend(&mut self) {
        if self.choices.proxy.existing || self.reused().is_some() {
            return;
        }
        let unread = self.observed.other_proxies.items().iter();
        let unread: Vec<(String, String)> = unread
            .filter_map(|other| Some((other.name.clone(), other.shares_database.unreadable()?.operation.clone())))
            .collect();
        for (name, operation) in unread {
            let title = said!("reuse-share-unread", name = name);
            self.warn(Page::Proxy, title, said!("reuse-share-unread-text", operation = operation));
        }
        if let Some((name, _)) = self.beside().first() {
            let title = said!("reuse-recommended", name = *name, database = self.database.id.as_str());
            self.note(Page::Proxy, title, said!("reuse-recommended-text", name = *name));
        }
    }

    /// The pool of that proxy.
    pub(super) fn others_pool(&self) -> Option<&'a PoolSettings> {
        self.others_proxy().and_then(|_| self.observed.pool.present())
    }

    pub(super) fn note_reuse(&mut self) {
        if let Some(there) = super::used::proxy(self) {
            super::used::note_registration(self, there);
            let name = self.name.clone();
            return self.note(Page::Proxy, said!("reuse-note", name = name.as_str()), said!("reuse-note-text"));
        }
        if self.reused().is_some() {
            let name = self.name.clone();
            self.note(
                Page::Proxy,
                said!("design-proxy-reused", name = name.as_str()),
                said!("design-proxy-reused-text"),
            );
        }
    }
}
