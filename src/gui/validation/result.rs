//! A validation that has ended, and how one rule's new answer goes into it. Pure.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::{Gone, Mendable};
use crate::discover::{Existing, History};
use crate::earlier::Drift;
use crate::gui::checked::Checked;
use crate::gui::fetched::Fetched;
use crate::report::Report;
use crate::rules::{Picture, RULES, Verdict, check_all, picture};

/// What a validation brought.
#[derive(Debug, Clone)]
pub struct Validated {
    /// Which reading brought it: what is selected in it belongs to no other.
    pub number: u64,
    pub question: Existing,
    pub checked: Checked,
    /// When everything was read.
    pub at: Instant,
    pub took: Duration,
    /// How many read calls it took.
    pub calls: usize,
    /// Findings that are not seen any more: by the last reading, or by a later look at their rule. They
    /// keep their place in the list.
    pub mended: Vec<Gone>,
    /// How the path stood before they were gone.
    pub before: Option<Picture>,
    /// When a rule was looked at again, by its code.
    pub rechecked: BTreeMap<String, Instant>,
    /// What the program can mend of it.
    pub mendable: Mendable,
    /// What is different since the last time, before this window was opened or in it.
    pub drift: Option<Drift>,
    /// Who changed the things at fault last, by their ids; asked for one by one.
    pub histories: BTreeMap<String, Fetched<History, Report>>,
    /// A run has changed the account since.
    pub outdated: bool,
}

impl Validated {
    pub fn new(number: u64, question: Existing, checked: Checked, at: Instant, took: Duration, calls: usize) -> Self {
        let mendable = Mendable::in_checked(&checked);
        Self {
            number,
            question,
            checked,
            at,
            took,
            calls,
            mended: Vec::new(),
            before: None,
            rechecked: BTreeMap::new(),
            mendable,
            drift: None,
            histories: BTreeMap::new(),
            outdated: false,
        }
    }

    /// Judges what was read again, in the language that is spoken now. Rules that were looked at since keep
    /// their answers: what these were made from is not kept.
    pub fn say_again(&mut self) {
        let mut verdict = check_all(&self.checked.observed);
        for code in self.rechecked.keys() {
            replace(&mut verdict, &self.checked.verdict, code);
        }
        self.checked.verdict = verdict;
    }

    /// When what is shown of this rule was read.
    pub fn read_at(&self, code: &str) -> Instant {
        self.rechecked.get(code).copied().unwrap_or(self.at)
    }

    /// Keeps what is gone since the reading before, where that asked the same.
    pub fn compare(&mut self, before: &Self) {
        if before.question.function == self.question.function {
            self.mended = Gone::between(&before.checked.verdict, &self.checked.verdict);
            let gone = !self.mended.is_empty();
            self.before = gone.then(|| picture(&before.checked.observed, &before.checked.verdict));
        }
    }

    /// Takes one rule's answer out of a newer verdict; every other rule keeps its own.
    pub fn take_over(&mut self, code: &str, fresh: Verdict, now: Instant) {
        let before = self.checked.verdict.clone();
        replace(&mut self.checked.verdict, &fresh, code);
        let verdict = &self.checked.verdict;
        self.mended.retain(|gone| gone.is_still_gone(verdict));
        self.mended.extend(Gone::between(&before, verdict));
        self.rechecked.insert(code.to_owned(), now);
        self.mendable = Mendable::in_checked(&self.checked);
    }
}

fn replace(verdict: &mut Verdict, fresh: &Verdict, code: &str) {
    let order = |wanted: &str| RULES.iter().position(|rule| rule.code == wanted);

    verdict.findings.retain(|finding| finding.code != code);
    verdict.findings.extend(fresh.findings.iter().filter(|finding| finding.code == code).cloned());
    verdict.findings.sort_by_key(|finding| (Reverse(finding.severity), order(&finding.code)));

    verdict.accepted.retain(|accepted| accepted.finding.code != code);
    verdict.accepted.extend(fresh.accepted.iter().filter(|accepted| accepted.finding.code == code).cloned());

    verdict.unknown.retain(|unknown| unknown.code != code);
    verdict.unknown.extend(fresh.unknown.iter().filter(|unknown| unknown.code == code).cloned());
    verdict.unknown.sort_by_key(|unknown| order(unknown.code));

    for (list, from) in [(&mut verdict.passed, &fresh.passed), (&mut verdict.not_applicable, &fresh.not_applicable)] {
        list.retain(|passed| *passed != code);
        list.extend(from.iter().filter(|passed| **passed == code));
        list.sort_by_key(|passed| order(passed));
    }

    verdict.follows.remove(code);
    verdict.follows.extend(fresh.follows.get(code).map(|cause| (code.to_owned(), cause.clone())));
    let findings = &verdict.findings;
    let there = |wanted: &str| findings.iter().any(|finding| finding.code == wanted);
    verdict.follows.retain(|consequence, cause| there(consequence) && there(cause));
}
