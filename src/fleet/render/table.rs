//! The cells of a row, in words: every table of the fleet has the same.

use crate::domain::database::EngineFamily;
use crate::fleet::{Judged, ProxyStanding, SamePlace, UnreadPlace};
use crate::rules::Passage;
use crate::text::{dollars, t};

/// The heads of the columns.
pub fn heads() -> [&'static str; 11] {
    [
        t!("fleet-head-account"),
        t!("fleet-head-region"),
        t!("fleet-head-proxy"),
        t!("fleet-head-engine"),
        t!("fleet-head-login"),
        t!("fleet-head-path"),
        t!("fleet-head-errors"),
        t!("fleet-head-warnings"),
        t!("fleet-head-unknown"),
        t!("fleet-head-month"),
        t!("fleet-head-what"),
    ]
}

/// The cells of a row.
pub fn cells(row: &Judged) -> [String; 11] {
    let tally = row.verdict.tally();
    [
        row.account_name.clone(),
        row.at.region.clone(),
        row.at.name.clone(),
        engine(row.engine).to_owned(),
        login(row),
        strip(row),
        tally.errors.to_string(),
        tally.warnings.to_string(),
        tally.unknown.to_string(),
        usd(row.usd_per_month),
        what(row),
    ]
}

/// The protocol it speaks.
pub fn engine(engine: Option<EngineFamily>) -> &'static str {
    engine.map_or(t!("fleet-not-known"), EngineFamily::title)
}

pub fn login(row: &Judged) -> String {
    row.verdict.auth_mode.map_or_else(|| t!("fleet-not-known").to_owned(), |login| login.to_string())
}

/// Two decimals; what is not known is no number.
pub fn usd(usd: Option<f64>) -> String {
    usd.map_or_else(|| t!("fleet-not-known").to_owned(), dollars)
}

/// One sign for each part of the path.
pub fn strip(row: &Judged) -> String {
    row.strip().into_iter().map(|(_, passage)| sign(passage)).collect()
}

fn sign(passage: Option<Passage>) -> char {
    match passage {
        Some(Passage::Passes) => '+',
        Some(Passage::WorksBut) => '!',
        Some(Passage::Blocked) => 'x',
        Some(Passage::Unknown) => '?',
        None => '-',
    }
}

/// What is wrong first, or how it stands.
pub fn what(row: &Judged) -> String {
    match row.foremost() {
        Some(finding) => finding.title.clone(),
        None => match row.standing() {
            ProxyStanding::Accepted => t!("fleet-group-accepted").to_owned(),
            ProxyStanding::Clean => t!("fleet-group-clean").to_owned(),
            _ => row.for_people().1.title.clone(),
        },
    }
}

/// Which account and region was not read, and why.
pub fn unread_line(unread: &UnreadPlace) -> String {
    let (place, operation, because) = (place(unread), unread.error.operation.as_str(), unread.because());
    t!("fleet-unread-line", place = place, operation = operation, because = because)
}

/// Which way leads to what is read already.
pub fn same_line(same: &SamePlace) -> String {
    let SamePlace { account, region, .. } = same;
    t!("fleet-same-line", through = same.way(), account = account.as_str(), region = region.as_str())
}

/// `acme-data (210000000033), eu-west-1`.
pub fn place(unread: &UnreadPlace) -> String {
    let name = unread.name();
    let number = unread.account.as_deref().filter(|number| **number != name);
    let name = number.map_or_else(|| name.clone(), |number| format!("{name} ({number})"));
    unread.region.as_deref().map_or_else(|| name.clone(), |region| format!("{name}, {region}"))
}
