//! Which lines the table has: groups, and the rows that filter, chips and folding leave, in their order. Pure.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::domain::finding::Severity;
use crate::domain::proxy_at::ProxyAt;
use crate::fleet::{CauseKind, Fleet, Judged, ProxyStanding, SamePlace, UnreadPlace};
use crate::gui::widgets::{Filter, Sign};
use crate::text::t;

/// What the rows are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FleetOrder {
    #[default]
    Cause,
    Account,
}

/// What the rows of a group are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FleetColumn {
    Proxy,
    Errors,
    Warnings,
    Unknown,
    Month,
}

/// What the page keeps about looking.
#[derive(Debug, Clone, Default)]
pub struct FleetPage {
    pub by: FleetOrder,
    pub filter: String,
    /// Only these; all where none is pressed.
    pub standings: BTreeSet<ProxyStanding>,
    /// Groups that are not as they are at first: open, but for what is clean.
    pub turned: BTreeSet<String>,
    pub sort: Option<(FleetColumn, bool)>,
    /// Only of this account, by its number; of all where none is picked.
    pub account: Option<String>,
}

/// A line of the table.
pub enum FleetLine<'a> {
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
    Same(&'a SamePlace),
}

/// An account at the side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FleetAccount {
    /// Its number; `None` for all of them, and for one that could not be opened.
    pub id: Option<String>,
    pub sign: Sign,
    pub name: String,
    /// How much of it is read, or why it is not.
    pub words: String,
}

/// All of them, then each: those that were listed, then those that could not be entered.
pub fn accounts(fleet: &Fleet, is_reading: bool) -> Vec<FleetAccount> {
    let mut listed: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for place in &fleet.read {
        listed.entry(&place.account.id).or_insert((place.name(), 0)).1 += place.proxies;
    }
    let mut read: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &fleet.proxies {
        *read.entry(&row.at.account).or_default() += 1;
    }
    let sign = |read: usize, listed: usize| match is_reading && read < listed {
        true => Sign::Running,
        false if read < listed => Sign::Unknown,
        false => Sign::Done,
    };
    let of = |id: Option<String>, name: String, read: usize, listed: usize| FleetAccount {
        id,
        sign: sign(read, listed),
        name,
        words: t!("fleet-side-read", read = read, listed = listed),
    };
    let total = listed.values().map(|(_, count)| count).sum();
    let mut all = vec![of(None, t!("fleet-side-all", count = listed.len()), fleet.proxies.len(), total)];
    let mut each: Vec<FleetAccount> = listed
        .iter()
        .map(|(id, (name, count))| {
            of(Some((*id).to_owned()), (*name).to_owned(), read.get(id).copied().unwrap_or_default(), *count)
        })
        .collect();
    each.sort_by(|a, b| a.name.cmp(&b.name));
    all.extend(each);
    let outside = fleet
        .unread
        .iter()
        .filter(|place| place.account.as_deref().is_none_or(|account| !listed.contains_key(account)));
    let mut left_out: Vec<FleetAccount> = outside
        .map(|place| {
            let words = if place.is_signed_out() { t!("fleet-side-sign-in") } else { t!("fleet-side-unread") };
            let words = words.to_owned();
            FleetAccount { id: place.account.clone(), sign: Sign::Unknown, name: place.name(), words }
        })
        .collect();
    left_out.sort_by(|a, b| a.name.cmp(&b.name));
    left_out.dedup_by(|a, b| a.name == b.name);
    all.extend(left_out);
    all
}

impl FleetPage {
    /// A second click turns the order round, a third one takes it away.
    pub fn sort_by(&mut self, column: FleetColumn) {
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
        self.is_of(Some(&row.at.account))
            && (self.standings.is_empty() || self.standings.contains(&row.standing()))
            && filter.matches(&haystack(row))
    }

    /// It belongs to the account that is picked, or none is.
    fn is_of(&self, account: Option<&str>) -> bool {
        self.account.is_none() || self.account.as_deref() == account
    }

    fn order(&self, a: &Judged, b: &Judged) -> Ordering {
        let Some((column, first)) = self.sort else { return Ordering::Equal };
        let (one, two) = (a.verdict.tally(), b.verdict.tally());
        let order = match column {
            FleetColumn::Proxy => a.at.name.cmp(&b.at.name),
            // What there is most of is what is looked for.
            FleetColumn::Errors => two.errors.cmp(&one.errors),
            FleetColumn::Warnings => two.warnings.cmp(&one.warnings),
            FleetColumn::Unknown => two.unknown.cmp(&one.unknown),
            FleetColumn::Month => b.usd_per_month.partial_cmp(&a.usd_per_month).unwrap_or(Ordering::Equal),
        };
        if first { order } else { order.reverse() }
    }
}

/// The lines in their order.
pub fn lines<'a>(fleet: &'a Fleet, look: &FleetPage) -> Vec<FleetLine<'a>> {
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
            lines.push(FleetLine::Group { key, sign, title, count: rows.len(), open });
            if open {
                lines.extend(rows.into_iter().map(|row| FleetLine::Row(row, code.map(str::to_owned))));
            }
        };
    match look.by {
        FleetOrder::Cause => {
            for cause in fleet.causes() {
                let (key, open) = match &cause.kind {
                    CauseKind::Found { code, .. } => (code.clone(), true),
                    CauseKind::NotReadable => ("not-readable".to_owned(), true),
                    CauseKind::Accepted => ("accepted".to_owned(), true),
                    CauseKind::Clean => ("clean".to_owned(), false),
                };
                let rows = cause.proxies.iter().filter_map(shown).collect();
                add(key, sign(&cause.kind), cause.title().to_owned(), rows, open, cause.kind.code());
            }
        }
        FleetOrder::Account => {
            let mut places: BTreeMap<(&str, &str), Vec<&Judged>> = BTreeMap::new();
            for row in fleet.proxies.iter().filter(|row| look.shows(row, &filter)) {
                places.entry((&row.account_name, &row.at.region)).or_default().push(row);
            }
            for ((account, region), rows) in places {
                let worst = rows.iter().map(|row| row.standing()).min().unwrap_or(ProxyStanding::Clean);
                add(format!("{account}/{region}"), sign_of(worst), format!("{account}, {region}"), rows, true, None);
            }
        }
    }
    unread(fleet, look, &filter, &mut lines);
    same(fleet, look, &filter, &mut lines);
    lines
}

/// A second way into what is read already is said, and not counted.
fn same<'a>(fleet: &'a Fleet, look: &FleetPage, filter: &Filter, lines: &mut Vec<FleetLine<'a>>) {
    let fits = |place: &&SamePlace| {
        look.standings.is_empty()
            && look.is_of(Some(&place.account))
            && filter.matches(&format!("{} {} {}", place.way(), place.account, place.region).to_lowercase())
    };
    let places: Vec<&SamePlace> = fleet.same.iter().filter(fits).collect();
    if places.is_empty() {
        return;
    }
    let key = "same".to_owned();
    let open = !look.turned.contains(&key);
    lines.push(FleetLine::Group {
        key,
        sign: Sign::Note,
        title: t!("fleet-same").to_owned(),
        count: places.len(),
        open,
    });
    if open {
        lines.extend(places.into_iter().map(FleetLine::Same));
    }
}

fn unread<'a>(fleet: &'a Fleet, look: &FleetPage, filter: &Filter, lines: &mut Vec<FleetLine<'a>>) {
    if !look.standings.is_empty() && !look.standings.contains(&ProxyStanding::NotReadable) {
        return;
    }
    let fits = |place: &&UnreadPlace| {
        look.is_of(place.account.as_deref())
            && filter.matches(&format!("{} {}", place.name(), place.because()).to_lowercase())
    };
    let places: Vec<&UnreadPlace> = fleet.unread.iter().filter(fits).collect();
    if places.is_empty() {
        return;
    }
    let key = "unread".to_owned();
    let open = !look.turned.contains(&key);
    let title = t!("fleet-not-read").to_owned();
    lines.push(FleetLine::Group { key, sign: Sign::Unknown, title, count: places.len(), open });
    if open {
        lines.extend(places.into_iter().map(FleetLine::Unread));
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
pub const fn sign_of(standing: ProxyStanding) -> Sign {
    match standing {
        ProxyStanding::Broken => Sign::Error,
        ProxyStanding::WorksBut => Sign::Warning,
        ProxyStanding::NotReadable => Sign::Unknown,
        ProxyStanding::Accepted => Sign::Note,
        ProxyStanding::Clean => Sign::Done,
    }
}

/// Everything that a search may hit, in lower case.
fn haystack(row: &Judged) -> String {
    let mut text = format!("{} {} {}", row.at.name, row.account_name, row.at);
    text.push(' ');
    text.push_str(row.verdict.function.as_deref().unwrap_or_default());
    for finding in &row.for_people().0.findings {
        text.push_str(&format!(" {} {}", finding.code, finding.title));
    }
    text.to_lowercase()
}
