//! Which lines the table has: groups, and the rows that filter, chips and folding leave, in their order. Pure.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::domain::finding::Severity;
use crate::domain::proxy_at::ProxyAt;
use crate::fleet::{CauseKind, Fleet, Judged, Standing, UnreadPlace};
use crate::gui::widgets::{Filter, Sign};
use crate::text::t;

/// What the rows are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum By {
    #[default]
    Cause,
    Account,
}

/// What the rows of a group are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Proxy,
    Errors,
    Warnings,
    Unknown,
    Month,
}

/// What the page keeps about looking.
#[derive(Debug, Clone, Default)]
pub struct Look {
    pub by: By,
    pub filter: String,
    /// Only these; all where none is pressed.
    pub standings: BTreeSet<Standing>,
    /// Groups that are not as they are at first: open, but for what is clean.
    pub turned: BTreeSet<String>,
    pub sort: Option<(Column, bool)>,
}

/// A line of the table.
pub enum Line<'a> {
    Group {
        key: String,
        sign: Sign,
        title: String,
        count: usize,
        open: bool,
    },
    /// With the code of its group's rule, where it is one.
    Row(&'a Judged, Option<String>),
    Unread(&'a UnreadPlace),
}

impl Look {
    /// A second click turns the order round, a third one takes it away.
    pub fn sort_by(&mut self, column: Column) {
        self.sort = match self.sort {
            Some((by, true)) if by == column => Some((column, false)),
            Some((by, false)) if by == column => None,
            _ => Some((column, true)),
        };
    }

    pub fn turn(&mut self, key: &str) {
        if !self.turned.remove(key) {
            self.turned.insert(key.to_owned());
        }
    }

    fn shows(&self, row: &Judged, filter: &Filter) -> bool {
        (self.standings.is_empty() || self.standings.contains(&row.standing())) && filter.matches(&haystack(row))
    }

    fn order(&self, a: &Judged, b: &Judged) -> Ordering {
        let Some((column, first)) = self.sort else { return Ordering::Equal };
        let (one, two) = (a.verdict.tally(), b.verdict.tally());
        let order = match column {
            Column::Proxy => a.at.name.cmp(&b.at.name),
            // What there is most of is what is looked for.
            Column::Errors => two.errors.cmp(&one.errors),
            Column::Warnings => two.warnings.cmp(&one.warnings),
            Column::Unknown => two.unknown.cmp(&one.unknown),
            Column::Month => b.usd_per_month.partial_cmp(&a.usd_per_month).unwrap_or(Ordering::Equal),
        };
        if first { order } else { order.reverse() }
    }
}

/// The lines in their order.
pub fn lines<'a>(fleet: &'a Fleet, look: &Look) -> Vec<Line<'a>> {
    let filter = Filter::new(&look.filter);
    let rows: BTreeMap<&ProxyAt, &Judged> = fleet.proxies.iter().map(|row| (&row.at, row)).collect();
    let shown = |at: &ProxyAt| rows.get(at).copied().filter(|row| look.shows(row, &filter));
    let mut lines = Vec::new();
    let mut add =
        |key: String, sign: Sign, title: String, mut rows: Vec<&'a Judged>, open_first: bool, code: Option<&str>| {
            if rows.is_empty() {
                return;
            }
            rows.sort_by(|a, b| look.order(a, b));
            let open = open_first != look.turned.contains(&key);
            lines.push(Line::Group { key, sign, title, count: rows.len(), open });
            if open {
                lines.extend(rows.into_iter().map(|row| Line::Row(row, code.map(str::to_owned))));
            }
        };
    match look.by {
        By::Cause => {
            for cause in fleet.causes() {
                let (key, open) = match &cause.kind {
                    CauseKind::Found { code, .. } => (code.clone(), true),
                    CauseKind::NotReadable => ("not readable".to_owned(), true),
                    CauseKind::Accepted => ("accepted".to_owned(), true),
                    CauseKind::Clean => ("clean".to_owned(), false),
                };
                let rows = cause.proxies.iter().filter_map(shown).collect();
                add(key, sign(&cause.kind), cause.title().to_owned(), rows, open, cause.kind.code());
            }
        }
        By::Account => {
            let mut places: BTreeMap<(&str, &str), Vec<&Judged>> = BTreeMap::new();
            for row in fleet.proxies.iter().filter(|row| look.shows(row, &filter)) {
                places.entry((&row.account_name, &row.at.region)).or_default().push(row);
            }
            for ((account, region), rows) in places {
                let worst = rows.iter().map(|row| row.standing()).min().unwrap_or(Standing::Clean);
                add(format!("{account}/{region}"), sign_of(worst), format!("{account}, {region}"), rows, true, None);
            }
        }
    }
    unread(fleet, look, &filter, &mut lines);
    lines
}

fn unread<'a>(fleet: &'a Fleet, look: &Look, filter: &Filter, lines: &mut Vec<Line<'a>>) {
    if !look.standings.is_empty() && !look.standings.contains(&Standing::NotReadable) {
        return;
    }
    let fits = |place: &&UnreadPlace| filter.matches(&format!("{} {}", place.name(), place.because()).to_lowercase());
    let places: Vec<&UnreadPlace> = fleet.unread.iter().filter(fits).collect();
    if places.is_empty() {
        return;
    }
    let key = "unread".to_owned();
    let open = !look.turned.contains(&key);
    let title = t!("fleet-not-read").to_owned();
    lines.push(Line::Group { key, sign: Sign::Unknown, title, count: places.len(), open });
    if open {
        lines.extend(places.into_iter().map(Line::Unread));
    }
}

fn sign(kind: &CauseKind) -> Sign {
    match kind {
        CauseKind::Found { severity, .. } if severity.0 == Severity::Error => Sign::Error,
        CauseKind::Found { .. } => Sign::Warning,
        CauseKind::NotReadable => Sign::Unknown,
        CauseKind::Accepted => Sign::Note,
        CauseKind::Clean => Sign::Done,
    }
}

/// The face of a standing.
pub const fn sign_of(standing: Standing) -> Sign {
    match standing {
        Standing::Broken => Sign::Error,
        Standing::WorksBut => Sign::Warning,
        Standing::NotReadable => Sign::Unknown,
        Standing::Accepted => Sign::Note,
        Standing::Clean => Sign::Done,
    }
}

/// Everything that a search may hit, in lower case.
fn haystack(row: &Judged) -> String {
    let mut text = format!("{} {} {}", row.at.name, row.account_name, row.at);
    text.push(' ');
    text.push_str(row.verdict.function.as_deref().unwrap_or_default());
    for finding in &row.verdict.findings {
        text.push_str(&format!(" {} {}", finding.code, finding.title));
    }
    text.to_lowercase()
}
