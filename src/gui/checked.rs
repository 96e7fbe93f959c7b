//! What a check saw, and the check of a set-up: its path once for each of its functions.

use std::collections::HashSet;

use crate::domain::finding::Severity;
use crate::domain::observed::Observed;
use crate::rules::Verdict;

/// What a check saw.
#[derive(Debug, Clone)]
pub struct Checked {
    pub observed: Observed,
    pub verdict: Verdict,
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
