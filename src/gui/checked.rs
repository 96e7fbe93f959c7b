//! What a check saw, and the check of a set-up: its path once for each of its functions.

use std::collections::HashSet;

use crate::domain::finding::{Accepted, Severity};
use crate::domain::observed::Observed;
use crate::rules::{Verdict, check_all};
use crate::text::in_english;

/// What a check saw.
#[derive(Debug, Clone)]
pub struct Checked {
    pub observed: Observed,
    pub verdict: Verdict,
}

impl Checked {
    /// The same verdict in English, for what programs read.
    pub fn in_english(&self) -> Verdict {
        let mut verdict = in_english(|| check_all(&self.observed));
        verdict.accept(|finding| {
            let same = |accepted: &&Accepted| {
                self.verdict.fingerprint(&accepted.finding) == self.verdict.fingerprint(&finding)
            };
            match self.verdict.accepted.iter().find(same) {
                Some(accepted) => Ok(Accepted { finding, ..accepted.clone() }),
                None => Err(finding),
            }
        });
        verdict
    }
}

/// The path from one function of the set-up.
#[derive(Debug, Clone)]
pub struct PathChecked {
    /// The function's name; empty where none is chosen.
    pub function: String,
    pub checked: Checked,
}

/// Every path of the set-up, its first function's first.
#[derive(Debug, Clone)]
pub struct SetupChecked {
    first: PathChecked,
    further: Vec<PathChecked>,
}

impl SetupChecked {
    pub const fn new(first: PathChecked, further: Vec<PathChecked>) -> Self {
        Self { first, further }
    }

    /// Judges every path again, in the language that is spoken now.
    pub fn say_again(&mut self) {
        for path in std::iter::once(&mut self.first).chain(&mut self.further) {
            path.checked.verdict = check_all(&path.checked.observed);
        }
    }

    pub fn paths(&self) -> impl Iterator<Item = &PathChecked> {
        std::iter::once(&self.first).chain(&self.further)
    }

    /// The path from `function`, or the first one.
    pub fn path(&self, function: Option<&str>) -> &PathChecked {
        self.paths().find(|path| Some(path.function.as_str()) == function).unwrap_or(&self.first)
    }

    /// The path with the worst that was found.
    pub fn worst_path(&self) -> &PathChecked {
        let errors = |path: &&PathChecked| (path.checked.verdict.worst(), path.checked.verdict.count(Severity::Error));
        // The first of several that are equal.
        self.further.iter().fold(&self.first, |worst, path| if errors(&path) > errors(&worst) { path } else { worst })
    }

    /// Findings of this severity, each once: paths share the proxy and the database.
    pub fn count(&self, severity: Severity) -> usize {
        let seen = self.paths().flat_map(|path| {
            let verdict = &path.checked.verdict;
            verdict
                .findings
                .iter()
                .filter(move |finding| finding.severity == severity)
                .map(|finding| verdict.fingerprint(finding))
        });
        seen.collect::<HashSet<_>>().len()
    }
}
