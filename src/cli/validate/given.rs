//! The files that a validation is given beside the account: what is accepted, and what an earlier one found.

use std::collections::BTreeSet;
use std::path::Path;

use super::args::ValidateArgs;
use super::compared::Compared;
use crate::baseline::{self, Baseline};
use crate::cli::output::{self, Exit, Failure};
use crate::disk;
use crate::domain::observed::Observed;
use crate::earlier::{self, Earlier};
use crate::report::{Kind, Report};
use crate::rules::{self, Verdict};
use crate::text::t;

/// See the module.
pub struct Given {
    pub only: Vec<String>,
    pub baseline: Baseline,
    pub earlier: Option<Earlier>,
}

impl Given {
    /// Reads the files that the arguments name.
    pub fn read(args: &ValidateArgs) -> Result<Self, Failure> {
        let baseline = match &args.baseline {
            None => Baseline::default(),
            Some(path) => {
                let refused = |cause| refused(path, t!("cli-baseline-refused", path = shown(path)), cause);
                let text = disk::given::text(path).map_err(|error| refused(error.to_string()))?;
                baseline::read(&text).map_err(|error| refused(error.to_string()))?
            }
        };
        let earlier = match &args.new_since {
            None => None,
            Some(path) => {
                let refused = |cause| refused(path, t!("cli-new-since-refused", path = shown(path)), cause);
                let text = disk::given::text(path).map_err(|error| refused(error.to_string()))?;
                Some(earlier::read(&text).map_err(|error| refused(error.to_string()))?)
            }
        };
        Ok(Self { only: args.only.clone(), baseline, earlier })
    }

    /// The verdict, with what is accepted counted apart.
    pub fn judge(&self, observed: &Observed) -> Verdict {
        let mut verdict = rules::check_all(observed).only(&self.only);
        let today = baseline::day_of(observed.at.unwrap_or_default());
        self.baseline.apply(&mut verdict, today);
        verdict
    }

    /// Every rule is asked, and nothing is accepted: only such verdicts are compared with the last ones.
    pub fn is_whole(&self) -> bool {
        self.only.is_empty() && self.baseline.exceptions.is_empty()
    }

    /// What is different since the earlier one, where one was given.
    pub fn compare<'a>(&self, verdicts: &[&'a Verdict], whole: &[(&str, &str)]) -> Option<Compared<'a>> {
        self.earlier.as_ref().map(|earlier| Compared::new(earlier, verdicts, whole, &self.only))
    }

    /// Says which exceptions fit nothing any more.
    pub fn tell_unfitted(&self, verdicts: &[&Verdict], whole: &[(&str, &str)]) {
        let only: BTreeSet<&str> = self.only.iter().map(String::as_str).collect();
        for exception in self.baseline.unfitted(verdicts, whole) {
            if only.is_empty() || only.contains(exception.rule.as_str()) {
                let (line, rule, place) = (exception.line, exception.rule.as_str(), exception.place());
                output::aside(&t!("cli-baseline-unfitted", line = line, rule = rule, place = place));
            }
        }
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn refused(path: &Path, title: String, cause: String) -> Failure {
    let hint = t!("cli-given-hint", path = shown(path));
    Failure::new(Exit::Usage, Report::new(Kind::Input, title).because(cause).hint(hint))
}
