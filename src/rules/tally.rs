//! How many there are of each: the one count behind every summary, badge, filter and hop.

use std::collections::BTreeSet;

use crate::domain::finding::Severity;

use super::verdict::Verdict;

/// The counts of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Findings, of which a rule can have several.
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
    /// Findings that somebody has accepted; in none of the counts before.
    pub accepted: usize,
    /// Rules.
    pub unknown: usize,
    pub passed: usize,
    pub not_applicable: usize,
    /// All rules that were asked.
    pub rules: usize,
    /// Unknown rules without which a hop cannot be judged.
    pub decisive: usize,
}

impl Verdict {
    /// Counts it.
    pub fn tally(&self) -> Tally {
        let found: BTreeSet<&str> = self.seen().map(|finding| finding.code.as_str()).collect();
        let (unknown, passed, not_applicable) = (self.unknown.len(), self.passed.len(), self.not_applicable.len());
        Tally {
            errors: self.count(Severity::Error),
            warnings: self.count(Severity::Warning),
            notes: self.count(Severity::Info),
            accepted: self.accepted.len(),
            unknown,
            passed,
            not_applicable,
            rules: found.len() + unknown + passed + not_applicable,
            decisive: self.unknown.iter().filter(|unknown| unknown.is_decisive()).count(),
        }
    }
}
