//! Whose files the Export page shows: those of the set-up, or those of the proxy that is looked at.

use super::route::Route;
use super::state::State;
use super::validation::Part;
use crate::design::choices_of;
use crate::domain::choices::ExportChoice;
use crate::domain::setup::Setup;
use crate::export::Live;

/// Which setup the files were made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Version {
    Designed(u64),
    /// The answer of this reading, with what was chosen for its export.
    Adopted(u64, ExportChoice),
}

/// What the files are made from.
pub struct Exported<'a> {
    pub setup: &'a Setup,
    /// What of it is there: only a proxy that is looked at is taken over.
    pub live: Option<&'a Live>,
    pub version: Version,
}

impl State {
    /// The page is that of a proxy that is there.
    pub fn exports_proxy(&self) -> bool {
        matches!(self.beneath(), Route::Proxy(_, Part::Export))
    }

    /// What is exported; a setup that something stands in the way of is no file's.
    pub fn exported(&self) -> Option<Exported<'_>> {
        if self.exports_proxy() {
            let adoption = &self.validation.adoption;
            let there = adoption.ready()?;
            let chosen = there.setup.choices.as_ref().map(|choices| choices.export.clone());
            let version = Version::Adopted(adoption.answered(), chosen.unwrap_or_default());
            return Some(Exported { setup: &there.setup, live: Some(&there.live), version });
        }
        let setup = self.designed.setup.as_ref().filter(|_| self.designed.problems.is_empty())?;
        Some(Exported { setup, live: None, version: Version::Designed(self.designed.version) })
    }

    /// Changes what is exported beside the proxy: in the choices of the set-up, or for the proxy that is
    /// looked at.
    pub fn choose_export(&mut self, change: impl FnOnce(&mut ExportChoice)) {
        if !self.exports_proxy() {
            change(&mut self.choices.export);
        } else if let Some(there) = self.validation.adoption.ready_mut() {
            let mut choices = choices_of(&there.setup);
            change(&mut choices.export);
            there.setup.choices = Some(choices);
        }
    }
}
