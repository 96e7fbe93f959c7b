//! The public JSON of a fleet, `rds-proxy-wizard/fleet/v1`. Each proxy is a document of
//! `rds-proxy-wizard/findings/v1` with what the fleet adds to it.

use serde::Serialize;

use crate::domain::finding::Severity;
use crate::domain::json::pretty;
use crate::fleet::{Fleet, Judged, SamePlace, UnreadPlace};
use crate::rules::{self, passage_words};

/// The schema's name; a change that breaks readers gets a new number.
pub const SCHEMA: &str = "rds-proxy-wizard/fleet/v1";

#[derive(Serialize)]
struct FleetDocument<'a> {
    schema: &'static str,
    places: Vec<PlaceEntry<'a>>,
    unread: Vec<Unread<'a>>,
    /// Ways that lead to one of `places` as well.
    same: Vec<Same<'a>>,
    proxies: Vec<JudgedEntry<'a>>,
    causes: Vec<CauseGroup>,
    usd_per_month: f64,
}

#[derive(Serialize)]
struct PlaceEntry<'a> {
    account: &'a str,
    name: &'a str,
    region: &'a str,
    profile: Option<&'a str>,
    proxies: usize,
}

#[derive(Serialize)]
struct Unread<'a> {
    account: Option<&'a str>,
    name: String,
    region: Option<&'a str>,
    profile: Option<&'a str>,
    operation: &'a str,
    because: String,
}

#[derive(Serialize)]
struct Same<'a> {
    account: &'a str,
    region: &'a str,
    profile: Option<&'a str>,
    name: String,
}

#[derive(Serialize)]
struct JudgedEntry<'a> {
    account_name: &'a str,
    engine: Option<&'static str>,
    /// By part of the path; one that is not there is left out.
    path: serde_json::Map<String, serde_json::Value>,
    usd_per_month: Option<f64>,
    #[serde(flatten)]
    document: serde_json::Value,
}

#[derive(Serialize)]
struct CauseGroup {
    code: String,
    severity: Severity,
    title: String,
    /// `account/region/name`.
    proxies: Vec<String>,
}

/// The fleet as one indented JSON document, without a line break at its end.
#[must_use]
pub fn json(fleet: &Fleet) -> String {
    pretty(&document(fleet))
}

/// The same as a value, to be part of a larger document.
#[must_use]
pub fn document(fleet: &Fleet) -> impl Serialize + '_ {
    let causes = fleet.causes();
    FleetDocument {
        schema: SCHEMA,
        places: fleet
            .read
            .iter()
            .map(|place| PlaceEntry {
                account: &place.account.id,
                name: place.name(),
                region: &place.account.region,
                profile: place.through.profile.as_deref(),
                proxies: place.proxies,
            })
            .collect(),
        unread: fleet.unread.iter().map(unread).collect(),
        same: fleet.same.iter().map(same).collect(),
        proxies: fleet.proxies.iter().map(row).collect(),
        causes: causes
            .iter()
            .filter_map(|cause| {
                let (code, severity) = (cause.kind.code()?.to_owned(), cause.kind.severity()?);
                let proxies = cause.proxies.iter().map(ToString::to_string).collect();
                Some(CauseGroup { code, severity, title: cause.title().to_owned(), proxies })
            })
            .collect(),
        usd_per_month: fleet.totals().usd_per_month,
    }
}

fn unread(place: &UnreadPlace) -> Unread<'_> {
    Unread {
        account: place.account.as_deref(),
        name: place.name(),
        region: place.region.as_deref(),
        profile: place.through.profile.as_deref(),
        operation: &place.error.operation,
        because: place.because(),
    }
}

fn same(place: &SamePlace) -> Same<'_> {
    Same {
        account: &place.account,
        region: &place.region,
        profile: place.through.profile.as_deref(),
        name: place.way(),
    }
}

fn row(row: &Judged) -> JudgedEntry<'_> {
    let parts = row.strip().into_iter().filter_map(|(hop, passage)| {
        let hop = serde_json::to_value(hop).ok()?;
        Some((hop.as_str()?.to_owned(), passage_words(passage?).into()))
    });
    JudgedEntry {
        account_name: &row.account_name,
        engine: row.engine.map(|engine| engine.api_name()),
        path: parts.collect(),
        usd_per_month: row.usd_per_month,
        document: serde_json::to_value(rules::json_value(&row.verdict)).unwrap_or_default(),
    }
}
