//! A bundle in the place of an account: its findings are looked at, and nothing can be asked again or changed.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::{Mendable, Part, Question, Validated, Validation};
use crate::discover::{Existing, Invoked};
use crate::domain::observed::Observed;
use crate::gui::checked::Checked;
use crate::rules;

/// A bundle, judged.
#[derive(Debug, Clone)]
pub struct Bundled {
    pub path: PathBuf,
    pub result: Validated,
}

impl Validation {
    /// The findings of a bundle are what this door shows.
    pub fn show_bundle(&mut self, path: PathBuf, observed: Observed, now: Instant) {
        self.stop();
        let verdict = rules::check_all(&observed);
        let function = observed.function.present();
        let function =
            function.map(|function| Invoked { name: function.name.clone(), qualifier: function.qualifier.clone() });
        let proxy = verdict.proxy.clone().unwrap_or_default();
        self.ask_about(Existing { proxy, function, read_secrets: false });
        self.readings += 1;
        let question = self.question.complete().unwrap_or_else(|_| Existing {
            proxy: String::new(),
            function: None,
            read_secrets: false,
        });
        let checked = Checked { observed, verdict };
        let mut result = Validated::new(self.readings, question, checked, now, Duration::ZERO, 0);
        // There is no account to mend anything in.
        result.mendable = Mendable::default();
        self.bundle = Some(Bundled { path, result });
        self.part = Part::Findings;
    }

    /// Lets go of the bundle; the door is at its first page again.
    pub fn close_bundle(&mut self) {
        if self.bundle.take().is_some() {
            self.question = Question::default();
            self.part = Part::default();
        }
    }
}
