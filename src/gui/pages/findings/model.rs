//! Which rows there are, in which order, and which of them the filters let through. Pure.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::rc::Rc;

use super::{FindingsPage, ShownFindings};
use crate::domain::finding::{Accepted, Finding, Hop, Severity};
use crate::gui::validation::Gone;
use crate::rules::{self, Passage, Picture, Rule, Tally, Unknown, Verdict, Waiting, Wants};
use crate::text::t;

/// One row: a rule's code, what it was seen of, and which of these sightings.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: String,
    pub subject: String,
    pub nth: usize,
}

/// Which rows are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum FindingKind {
    /// Everything, with what needs no act folded away.
    #[default]
    All,
    Errors,
    Warnings,
    Notes,
    Unknown,
    Accepted,
    /// What was looked at and is right, or is not about this setup.
    Passed,
}

impl FindingKind {
    pub const ALL: [Self; 7] =
        [Self::All, Self::Errors, Self::Warnings, Self::Notes, Self::Unknown, Self::Accepted, Self::Passed];

    pub fn counted(self, count: usize) -> String {
        match self {
            Self::All => t!("findings-all").to_owned(),
            Self::Errors => t!("findings-errors", count = count),
            Self::Warnings => t!("findings-warnings", count = count),
            Self::Notes => t!("findings-notes", count = count),
            Self::Unknown => t!("findings-unknown", count = count),
            Self::Accepted => t!("findings-accepted", count = count),
            Self::Passed => t!("findings-passed", count = count),
        }
    }

    fn from_severity(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Errors,
            Severity::Warning => Self::Warnings,
            Severity::Info => Self::Notes,
        }
    }

    fn shows(self, kind: Self) -> bool {
        self == Self::All || self == kind
    }
}

/// What a row is about.
#[derive(Clone)]
pub enum FindingEntry<'a> {
    Found(&'a Finding),
    /// Seen before, and not any more.
    Mended(&'a Finding),
    Unknown(&'a Unknown),
    /// Several that one consent or one permission decides.
    Waiting(Rc<Waiting<'a>>),
    /// Seen, and accepted by somebody for a time.
    Accepted(&'a Accepted),
    Passed(&'static Rule),
    NotApplicable(&'static Rule),
}

impl<'a> FindingEntry<'a> {
    /// What could not be decided: one row for all that the same consent or permission decides.
    fn unknown(waiting: Waiting<'a>) -> Vec<Self> {
        if matches!(waiting.wants, Wants::Nothing(_)) || waiting.rules.len() < 2 {
            waiting.rules.into_iter().map(Self::Unknown).collect()
        } else {
            vec![Self::Waiting(Rc::new(waiting))]
        }
    }

    /// The code of its rule; the first one where there are several.
    pub fn code(&self) -> &'a str {
        match self {
            Self::Found(finding) | Self::Mended(finding) => &finding.code,
            Self::Unknown(unknown) => unknown.code,
            Self::Waiting(waiting) => waiting.rules.first().map_or("", |unknown| unknown.code),
            Self::Accepted(accepted) => &accepted.finding.code,
            Self::Passed(rule) | Self::NotApplicable(rule) => rule.code,
        }
    }

    fn subject(&self) -> &'a str {
        match *self {
            Self::Found(finding) | Self::Mended(finding) => &finding.subject.id,
            Self::Accepted(accepted) => &accepted.finding.subject.id,
            Self::Unknown(_) | Self::Waiting(_) | Self::Passed(_) | Self::NotApplicable(_) => "",
        }
    }

    /// The fault only where it was seen; else what holds, or what is asked.
    pub fn title(&self) -> Cow<'a, str> {
        match self {
            Self::Found(finding) => Cow::Borrowed(&finding.title),
            Self::Accepted(accepted) => Cow::Borrowed(&accepted.finding.title),
            Self::Mended(finding) => Cow::Borrowed(rules::rule(&finding.code).map_or("", Rule::holds)),
            Self::Unknown(unknown) => Cow::Owned(unknown.whether()),
            Self::Waiting(waiting) => Cow::Owned(waiting.head()),
            Self::Passed(rule) => Cow::Borrowed(rule.holds()),
            Self::NotApplicable(rule) => Cow::Owned(rule.whether()),
        }
    }

    pub fn hop(&self) -> Hop {
        match self {
            Self::Found(finding) | Self::Mended(finding) => finding.hop,
            Self::Accepted(accepted) => accepted.finding.hop,
            Self::Unknown(unknown) => unknown.hop,
            Self::Waiting(waiting) => waiting.rules.first().map_or(Hop::Proxy, |unknown| unknown.hop),
            Self::Passed(rule) | Self::NotApplicable(rule) => rule.hop,
        }
    }

    /// It is this rule's row, or one of its rules'.
    fn is_of(&self, code: &str) -> bool {
        match self {
            Self::Waiting(waiting) => waiting.rules.iter().any(|unknown| unknown.code == code),
            entry => entry.code() == code,
        }
    }

    /// How many rules the row stands for.
    fn rules(&self) -> usize {
        if let Self::Waiting(waiting) = self { waiting.rules.len() } else { 1 }
    }

    fn is_at(&self, hop: Hop) -> bool {
        match self {
            Self::Waiting(waiting) => waiting.rules.iter().any(|unknown| unknown.hop == hop),
            entry => entry.hop() == hop,
        }
    }

    fn kind(&self) -> FindingKind {
        match self {
            Self::Found(finding) => FindingKind::from_severity(finding.severity),
            Self::Unknown(_) | Self::Waiting(_) => FindingKind::Unknown,
            Self::Accepted(_) => FindingKind::Accepted,
            Self::Mended(_) | Self::Passed(_) | Self::NotApplicable(_) => FindingKind::Passed,
        }
    }

    /// Everything the filter by word looks at.
    fn says(&self, word: &str) -> bool {
        let in_text = |text: &str| text.to_lowercase().contains(word);
        in_text(&self.title())
            || in_text(self.code())
            || in_text(hop_name(self.hop()))
            || match self {
                Self::Found(finding) | Self::Mended(finding) => {
                    in_text(&finding.subject.id) || finding.evidence.iter().any(|line| in_text(line))
                }
                Self::Unknown(unknown) => in_text(&unknown.because) || unknown.needs.iter().any(|need| in_text(need)),
                Self::Waiting(waiting) => waiting.rules.iter().any(|unknown| Self::Unknown(unknown).says(word)),
                Self::Accepted(accepted) => {
                    in_text(&accepted.finding.subject.id) || in_text(&accepted.by) || in_text(&accepted.why)
                }
                Self::Passed(_) | Self::NotApplicable(_) => false,
            }
    }
}

/// A row of the list.
#[derive(Clone)]
pub struct FindingRow<'a> {
    pub key: Key,
    pub entry: FindingEntry<'a>,
    /// It follows from the row above it that does not.
    pub consequence: bool,
}

/// A line of the list.
#[derive(Clone)]
pub enum FindingLine<'a> {
    Hop(Hop, Passage),
    /// Rules that could not decide, and how many.
    UnknownHead(usize),
    /// What somebody has accepted, and how many.
    AcceptedHead(usize),
    /// A group that can be folded: its count, and whether it is open.
    PassedHead(usize, bool),
    NotApplicableHead(usize, bool),
    Row(FindingRow<'a>),
}

/// Every row there is.
pub struct Entries<'a> {
    verdict: &'a Verdict,
    picture: &'a Picture,
    rows: Vec<FindingRow<'a>>,
}

impl<'a> Entries<'a> {
    pub fn in_order(shown: &ShownFindings<'a>) -> Self {
        let verdict = &shown.checked.verdict;
        let mut rows: Vec<FindingRow<'a>> = Vec::new();
        let mut add = |entry: FindingEntry<'a>, consequence| {
            let mut key = Key { code: entry.code().to_owned(), subject: entry.subject().to_owned(), nth: 0 };
            key.nth = rows.iter().filter(|row| (&row.key.code, &row.key.subject) == (&key.code, &key.subject)).count();
            rows.push(FindingRow { key, entry, consequence });
        };
        let is_gone = |code: &String| shown.mended.iter().any(|gone| gone.finding.code == *code);
        let stands_alone = |gone: &Gone| !gone.followed.as_ref().is_some_and(is_gone);
        for hop in Hop::ALL {
            let mut here: Vec<(bool, &Finding)> = verdict.causes().map(|finding| (true, finding)).collect();
            here.extend(shown.mended.iter().filter(|gone| stands_alone(gone)).map(|gone| (false, &gone.finding)));
            here.retain(|(_, finding)| finding.hop == hop);
            here.sort_by_key(|(still, finding)| (Reverse(finding.severity), !still));
            for (still, finding) in here {
                add(if still { FindingEntry::Found(finding) } else { FindingEntry::Mended(finding) }, false);
                if still {
                    let follows = |other: &&Finding| verdict.cause_of(&other.code) == Some(finding.code.as_str());
                    verdict.findings.iter().filter(follows).for_each(|other| add(FindingEntry::Found(other), true));
                } else {
                    let follows = |other: &&Gone| other.followed.as_ref() == Some(&finding.code);
                    shown
                        .mended
                        .iter()
                        .filter(follows)
                        .for_each(|other| add(FindingEntry::Mended(&other.finding), true));
                }
            }
        }
        verdict.waiting().into_iter().flat_map(FindingEntry::unknown).for_each(|entry| add(entry, false));
        verdict.accepted.iter().for_each(|accepted| add(FindingEntry::Accepted(accepted), false));
        let mended = |code: &str| shown.mended.iter().any(|gone| gone.finding.code == code);
        for rule in verdict.passed.iter().filter(|code| !mended(code)).filter_map(|code| rules::rule(code)) {
            add(FindingEntry::Passed(rule), false);
        }
        for rule in verdict.not_applicable.iter().filter_map(|code| rules::rule(code)) {
            add(FindingEntry::NotApplicable(rule), false);
        }
        // Two causes of the same code would list a consequence twice.
        let mut seen = std::collections::HashSet::new();
        rows.retain(|row| match row.entry {
            FindingEntry::Found(finding) | FindingEntry::Mended(finding) if row.consequence => {
                seen.insert(std::ptr::from_ref(finding))
            }
            _ => true,
        });
        Self { verdict, picture: shown.picture, rows }
    }

    pub fn verdict(&self) -> &'a Verdict {
        self.verdict
    }

    pub fn find(&self, key: &Key) -> Option<FindingEntry<'a>> {
        self.rows.iter().find(|row| row.key == *key).map(|row| row.entry.clone())
    }

    /// The row of the first sighting of this rule, or of what it waits for.
    pub fn of_code(&self, code: &str) -> Option<Key> {
        self.rows.iter().find(|row| row.entry.is_of(code)).map(|row| row.key.clone())
    }

    /// The worst first: what one looks at when the page opens.
    pub fn first(&self) -> Option<Key> {
        let worst = self.verdict.causes().next().and_then(|finding| self.of_code(&finding.code));
        worst.or_else(|| self.rows.first().map(|row| row.key.clone()))
    }

    /// The first row of a hop, findings before what is not known.
    pub fn at_hop(&self, hop: Hop) -> Option<Key> {
        let here = || self.rows.iter().filter(move |row| row.entry.is_at(hop));
        let open = here().find(|row| row.entry.kind() != FindingKind::Passed);
        open.map(|row| row.key.clone())
    }

    /// What is said of a finding that is not seen any more.
    pub fn gone_word(&self, finding: &Finding) -> &'static str {
        let passes = self.verdict.passed.contains(&finding.code.as_str());
        if passes { t!("findings-mended") } else { t!("findings-gone") }
    }

    /// How many there are of a kind. Notes and what needs no act count in [`FindingKind::All`] too.
    pub fn count(&self, kind: FindingKind) -> usize {
        let Tally { errors, warnings, notes, accepted, unknown, passed, .. } = self.verdict.tally();
        match kind {
            FindingKind::All => errors + warnings + notes + accepted + unknown + passed,
            FindingKind::Errors => errors,
            FindingKind::Warnings => warnings,
            FindingKind::Notes => notes,
            FindingKind::Unknown => unknown,
            FindingKind::Accepted => accepted,
            FindingKind::Passed => passed,
        }
    }

    /// Permissions that would decide what is not known, where the caller lacks them.
    pub fn missing(&self) -> Vec<String> {
        let lacking = self.verdict.unknown.iter().filter_map(|unknown| match unknown.wants() {
            Wants::Permissions(needs) => Some(needs),
            Wants::Consent | Wants::Nothing(_) => None,
        });
        let mut needs: Vec<String> = lacking.flatten().cloned().collect();
        needs.sort();
        needs.dedup();
        needs
    }

    /// Selects the first row that the filters let through, unless the selected one is among them.
    pub fn select_shown(&self, look: &mut FindingsPage) {
        let keys: Vec<Key> = self
            .lines(look)
            .into_iter()
            .filter_map(|line| if let FindingLine::Row(row) = line { Some(row.key) } else { None })
            .collect();
        let hidden = look.selected.as_ref().is_none_or(|key| !keys.contains(key));
        if hidden && let Some(first) = keys.into_iter().next() {
            look.selected = Some(first);
        }
    }

    /// The lines that the filters let through.
    pub fn lines(&self, look: &FindingsPage) -> Vec<FindingLine<'a>> {
        let words: Vec<String> = look.filter.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let wanted =
            |row: &&FindingRow<'a>| look.kind.shows(row.entry.kind()) && words.iter().all(|word| row.entry.says(word));
        let rows: Vec<&FindingRow<'a>> = self.rows.iter().filter(wanted).collect();
        let of = |kind: fn(&FindingEntry<'_>) -> bool| -> Vec<&FindingRow<'a>> {
            rows.iter().copied().filter(|row| kind(&row.entry)).collect()
        };
        let mut lines = Vec::new();
        let mut hop = None;
        for row in of(|entry| matches!(entry, FindingEntry::Found(_) | FindingEntry::Mended(_))) {
            // A consequence stands with its cause, wherever it shows itself.
            if !row.consequence && hop != Some(row.entry.hop()) {
                hop = Some(row.entry.hop());
                lines.push(FindingLine::Hop(row.entry.hop(), self.passage(row.entry.hop())));
            }
            lines.push(FindingLine::Row(row.clone()));
        }
        let unknown = of(|entry| matches!(entry, FindingEntry::Unknown(_) | FindingEntry::Waiting(_)));
        if !unknown.is_empty() {
            lines.push(FindingLine::UnknownHead(unknown.iter().map(|row| row.entry.rules()).sum()));
            lines.extend(unknown.into_iter().cloned().map(FindingLine::Row));
        }
        let accepted = of(|entry| matches!(entry, FindingEntry::Accepted(_)));
        if !accepted.is_empty() {
            lines.push(FindingLine::AcceptedHead(accepted.len()));
            lines.extend(accepted.into_iter().cloned().map(FindingLine::Row));
        }
        // Whoever asks for them, or for a word in them, wants to see them.
        let asked = look.kind == FindingKind::Passed || !words.is_empty();
        let passed = of(|entry| matches!(entry, FindingEntry::Passed(_)));
        if !passed.is_empty() {
            let open = asked || look.passed_open;
            lines.push(FindingLine::PassedHead(passed.len(), open));
            lines.extend(passed.into_iter().filter(|_| open).cloned().map(FindingLine::Row));
        }
        let other = of(|entry| matches!(entry, FindingEntry::NotApplicable(_)));
        if !other.is_empty() {
            let open = asked || look.not_applicable_open;
            lines.push(FindingLine::NotApplicableHead(other.len(), open));
            lines.extend(other.into_iter().filter(|_| open).cloned().map(FindingLine::Row));
        }
        lines
    }

    fn passage(&self, hop: Hop) -> Passage {
        let picture = self.picture;
        match hop {
            Hop::Function => picture.function.as_ref().map(|part| part.passage),
            Hop::FunctionToProxy => picture.to_proxy.as_ref().map(|part| part.passage),
            Hop::Proxy => Some(picture.proxy.passage),
            Hop::RoleAndSecret => picture.role_and_secret.as_ref().map(|part| part.passage),
            Hop::ProxyToDatabase => Some(picture.to_database.passage),
            Hop::Database => Some(picture.database.passage),
        }
        .unwrap_or(Passage::Unknown)
    }
}

/// The hop's name as a head.
pub fn hop_name(hop: Hop) -> &'static str {
    match hop {
        Hop::Function => t!("rules-where-function"),
        Hop::FunctionToProxy => t!("rules-where-function-to-proxy"),
        Hop::Proxy => t!("rules-where-proxy"),
        Hop::RoleAndSecret => t!("rules-where-role-and-secret"),
        Hop::ProxyToDatabase => t!("rules-where-proxy-to-database"),
        Hop::Database => t!("rules-where-database"),
    }
}
