//! A connection as a report that is kept: both lanes, for people and for programs. No token and no password is
//! in an attempt.

use serde::Serialize;

use crate::domain::json::pretty;
use crate::probe::{Attempt, StageOutcome, StageVerdict};
use crate::text::{series, t};

/// Where an attempt was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standpoint {
    ThisMachine,
    Function,
}

/// One lane; as JSON an attempt as `connect --format json` prints it, with where it was made from.
#[derive(Debug, Serialize)]
pub struct ReportedLane<'a> {
    pub from: Standpoint,
    /// The function that it stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub function: Option<&'a str>,
    #[serde(flatten)]
    pub attempt: &'a Attempt,
}

/// Both lanes, as far as they were tried.
#[derive(Debug, Serialize)]
pub struct ConnectionReport<'a> {
    pub proxy: &'a str,
    pub lanes: Vec<ReportedLane<'a>>,
}

impl ConnectionReport<'_> {
    /// For programs.
    pub fn json(&self) -> String {
        pretty(self) + "\n"
    }

    /// For people.
    pub fn markdown(&self) -> String {
        let mut text = format!("# {}\n", t!("connection-report", proxy = code(self.proxy)));
        for lane in &self.lanes {
            text.push_str(&lane.markdown());
        }
        text
    }
}

impl ReportedLane<'_> {
    fn markdown(&self) -> String {
        let attempt = self.attempt;
        let place = match self.from {
            Standpoint::ThisMachine => t!("connection-from-here").to_owned(),
            Standpoint::Function => t!("connection-from-function", name = code(self.function.unwrap_or_default())),
        };
        let target = &attempt.target;
        let mut text = format!("\n## {place}: {}\n\n", verdict(attempt.verdict));
        text.push_str(&t!(
            "connection-to",
            endpoint = code(&format!("{}:{}", target.host, target.port)),
            user = code(&target.user)
        ));
        if let Some(via) = &target.via {
            text.push_str(&t!("connection-via", via = code(&via.to_string())));
        }
        let [stage, came, took, fact] =
            [t!("connect-stage"), t!("connection-verdict"), t!("connection-took"), t!("connection-fact")];
        text.push_str(&format!("\n\n| {stage} | {came} | {took} | {fact} |\n|---|---|---:|---|\n"));
        for outcome in &attempt.stages {
            text.push_str(&row(outcome));
        }
        if let Some(stop) = attempt.stopped_at() {
            for paragraph in [&stop.error, &stop.means, &stop.next].into_iter().flatten() {
                text.push_str(&format!("\n{}\n", cell(paragraph)));
            }
        }
        if let Some(certificate) = &attempt.certificate {
            let names = series(certificate.names.iter().map(|name| code(name)));
            text.push_str(&format!(
                "\n{}\n",
                t!(
                    "connection-certificate",
                    names = names,
                    issuer = code(&certificate.issuer),
                    until = certificate.until.as_str()
                )
            ));
        }
        text
    }
}

fn verdict(verdict: StageVerdict) -> &'static str {
    match verdict {
        StageVerdict::Passed => t!("sign-passed"),
        StageVerdict::Failed => t!("sign-failed"),
        StageVerdict::NotReachable => t!("sign-not-from-here"),
        StageVerdict::NotTried => t!("connection-not-tried"),
    }
}

fn row(outcome: &StageOutcome) -> String {
    let took = match outcome.verdict {
        StageVerdict::NotTried => String::new(),
        _ => t!("milliseconds", count = outcome.elapsed_ms),
    };
    let fact = outcome.fact.as_deref().map(cell).unwrap_or_default();
    format!("| {} | {} | {took} | {fact} |\n", outcome.stage.title(), verdict(outcome.verdict))
}

fn code(text: &str) -> String {
    format!("`{}`", cell(text).replace('`', "'"))
}

/// In one cell of a table, and no markup of its own.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;").lines().collect::<Vec<_>>().join(" ")
}
