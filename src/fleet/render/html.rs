//! The fleet as one HTML page that needs nothing else: no script, no network, light and dark.

use minijinja::context;
use minijinja::value::Value;

use super::table::{engine, heads, login, same_line, unread_line, usd, what};
use crate::fleet::{CauseKind, Fleet, Judged};
use crate::rules::{Passage, accepted_words, page, passage_class, passage_words, severity_class, severity_words};
use crate::text::t;

const TEMPLATE: &str = include_str!("../../../assets/report/fleet.html");

/// The page.
///
/// # Errors
/// The template asks for something nobody gave: a mistake in this program, which a test finds.
pub fn html(fleet: &Fleet) -> Result<String, minijinja::Error> {
    let causes: Vec<Value> = fleet
        .causes()
        .iter()
        .filter_map(|cause| {
            let CauseKind::Found { severity, code } = &cause.kind else { return None };
            let rows = cause.proxies.iter().filter_map(|at| fleet.row(at));
            let proxies: Vec<String> =
                rows.map(|row| format!("{}, {}: {}", row.account_name, row.at.region, row.at.name)).collect();
            let count = t!("fleet-proxies", count = proxies.len());
            let (class, severity) = (severity_class(severity.0), severity_words(severity.0));
            Some(context! { class, severity, title => cause.title(), code, count, proxies })
        })
        .collect();
    let unread: Vec<String> = fleet.unread.iter().map(unread_line).collect();
    let same: Vec<String> = fleet.same.iter().map(same_line).collect();
    page(
        TEMPLATE,
        context! {
            width => "90rem",
            title => fleet.title(),
            summary => fleet.summary(),
            heads => heads().to_vec(),
            proxies => fleet.proxies.iter().map(proxy).collect::<Vec<_>>(),
            causes, unread, same,
            t => context! {
                causes => t!("fleet-by-cause"),
                details => t!("fleet-details"),
                unread => t!("fleet-not-read"),
                same => t!("fleet-same"),
                fix => t!("rules-report-fix"),
                nothing => t!("rules-report-nothing"),
                accepted => t!("rules-report-accepted"),
            },
        },
    )
}

/// What stands for a part of the path.
fn sign(passage: Passage) -> &'static str {
    match passage {
        Passage::Passes => "\u{2713}",
        Passage::WorksBut => "!",
        Passage::Blocked => "\u{2715}",
        Passage::Unknown => "?",
    }
}

fn proxy(row: &Judged) -> Value {
    let strip: Vec<Value> = row
        .strip()
        .into_iter()
        .map(|(_, part)| match part {
            Some(part) => {
                context! { class => passage_class(part), sign => sign(part), words => passage_words(part) }
            }
            None => context! { class => "muted", sign => "\u{2013}", words => t!("fleet-no-function") },
        })
        .collect();
    let (verdict, picture) = row.for_people();
    let findings: Vec<Value> = verdict
        .findings
        .iter()
        .map(|finding| {
            context! {
                class => severity_class(finding.severity),
                severity => severity_words(finding.severity),
                title => &finding.title,
                code => &finding.code,
                evidence => &finding.evidence,
                fix => &finding.fix.text,
                commands => &finding.fix.commands,
            }
        })
        .collect();
    let accepted: Vec<Value> = verdict
        .accepted
        .iter()
        .map(|accepted| {
            let finding = &accepted.finding;
            context! { title => &finding.title, code => &finding.code, words => accepted_words(accepted) }
        })
        .collect();
    let tally = row.verdict.tally();
    context! {
        account => &row.account_name,
        region => &row.at.region,
        name => &row.at.name,
        engine => engine(row.engine),
        login => login(row),
        strip, findings, accepted,
        errors => tally.errors,
        warnings => tally.warnings,
        unknown => tally.unknown,
        month => usd(row.usd_per_month),
        what => what(row),
        title => &picture.title,
        summary => &picture.summary,
    }
}
