//! The fleet as comma-separated values (RFC 4180), one proxy a line, and one for each place that was not read.

use super::table::{engine, strip, what};
use crate::domain::finding::Finding;
use crate::domain::proxy_at::ProxyAt;
use crate::fleet::{Fleet, Judged, UnreadPlace};

/// Names for programs: they stay what they are in every language.
const HEADS: [&str; 15] = [
    "account",
    "account_name",
    "region",
    "proxy",
    "function",
    "engine",
    "login",
    "path",
    "errors",
    "warnings",
    "unknown",
    "accepted",
    "usd_per_month",
    "what",
    "codes",
];

/// Columns and lines that somebody adds behind those of the fleet.
pub struct Beyond<'a> {
    pub heads: &'a [&'a str],
    /// The cells of a proxy, one for each head.
    pub cells: &'a dyn Fn(&Judged) -> Vec<String>,
    /// Proxies that are not of the fleet, what is said of each, and its cells.
    pub lines: Vec<(&'a ProxyAt, &'a str, Vec<String>)>,
}

/// The file; ends with a line break.
#[must_use]
pub fn csv(fleet: &Fleet) -> String {
    csv_with(fleet, &Beyond { heads: &[], cells: &|_| Vec::new(), lines: Vec::new() })
}

/// The same with further columns.
#[must_use]
pub fn csv_with(fleet: &Fleet, beyond: &Beyond<'_>) -> String {
    let heads = HEADS.iter().chain(beyond.heads).map(|head| (*head).to_owned());
    let mut text = line(&heads.collect::<Vec<_>>());
    let mut add = |cells: [String; 15], further: Vec<String>| {
        text.push_str(&line(&cells.into_iter().chain(further).collect::<Vec<_>>()));
    };
    for row in &fleet.proxies {
        add(proxy(row), (beyond.cells)(row));
    }
    for place in &fleet.unread {
        add(unread(place), beyond.heads.iter().map(|_| String::new()).collect());
    }
    for (at, words, further) in &beyond.lines {
        add(elsewhere(at, words), further.clone());
    }
    text
}

fn elsewhere(at: &ProxyAt, words: &str) -> [String; 15] {
    let mut cells: [String; 15] = Default::default();
    let [account, _, region, proxy, .., what, _] = &mut cells;
    (*account, *region, *proxy) = (at.account.clone(), at.region.clone(), at.name.clone());
    *what = words.to_owned();
    cells
}

fn proxy(row: &Judged) -> [String; 15] {
    let verdict = &row.verdict;
    let tally = verdict.tally();
    let mut codes: Vec<&str> = verdict.findings.iter().map(|Finding { code, .. }| code.as_str()).collect();
    codes.dedup();
    [
        row.at.account.clone(),
        row.account_name.clone(),
        row.at.region.clone(),
        row.at.name.clone(),
        verdict.function.clone().unwrap_or_default(),
        row.engine.map_or("", |family| engine(Some(family))).to_owned(),
        verdict.auth_mode.map(|login| login.to_string()).unwrap_or_default(),
        strip(row),
        tally.errors.to_string(),
        tally.warnings.to_string(),
        tally.unknown.to_string(),
        tally.accepted.to_string(),
        row.usd_per_month.map(|usd| format!("{usd:.2}")).unwrap_or_default(),
        what(row),
        codes.join(" "),
    ]
}

fn unread(place: &UnreadPlace) -> [String; 15] {
    let mut cells: [String; 15] = Default::default();
    let [account, name, region, .., what, codes] = &mut cells;
    *account = place.account.clone().unwrap_or_default();
    *name = place.name();
    *region = place.region.clone().unwrap_or_default();
    *what = place.because();
    *codes = place.error.operation.clone();
    cells
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell that a spreadsheet would take for a formula gets a quote in front: names come from accounts.
/// <https://owasp.org/www-community/attacks/CSV_Injection>
fn quoted(cell: &str) -> String {
    let is_strip = cell.len() == 6 && cell.bytes().all(|byte| b"+!x?-".contains(&byte));
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t']) && !is_strip;
    let cell = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_cell_is_one_cell_and_no_formula() {
        for (cell, written) in [
            ("a", "a"),
            ("a,b", "\"a,b\""),
            ("say \"x\"", "\"say \"\"x\"\"\""),
            ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
            ("+++x++", "+++x++"),
            ("+1", "'+1"),
        ] {
            assert_eq!(quoted(cell), written);
        }
    }
}
