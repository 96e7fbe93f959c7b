//! Target health translated: under each symptom its likeliest cause with the fact that shows it,
//! or what was checked in vain and the one thing to look at next.

use crate::domain::database::EngineFamily;
use crate::domain::finding::{Finding, Severity};
use crate::domain::observed::{Observed, Part};
use crate::rules::verdict::Verdict;
use crate::text::{series, t};

use super::{follows, signs};

/// Minutes after which waiting no longer helps, by field reports.
pub const PATIENCE_MINUTES: i64 = 20;

/// Writes into the evidence of every symptom what it comes from.
pub fn explain(verdict: &mut Verdict, observed: &Observed) {
    let notes: Vec<(usize, Vec<String>)> = verdict
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.severity > Severity::Info)
        .filter_map(|(index, finding)| Some((index, evidence_for(finding, verdict, observed)?)))
        .collect();
    for (index, notes) in notes {
        if let Some(finding) = verdict.findings.get_mut(index) {
            finding.evidence.extend(notes);
        }
    }
}

fn evidence_for(symptom: &Finding, verdict: &Verdict, observed: &Observed) -> Option<Vec<String>> {
    let causes = follows::causes(&symptom.code, observed)?;
    let kinds = follows::kinds(&symptom.code)?;
    let pointing = signs::signs(observed).into_iter().filter(|sign| kinds.contains(&sign.kind));
    let mut notes: Vec<String> = pointing.map(|sign| sign.fact).collect();
    notes.extend(signs::counts(observed));

    let found =
        |code: &str| verdict.findings.iter().find(|found| found.code == code && found.severity > Severity::Info);
    let fact = |cause: &Finding| cause.evidence.first().cloned().unwrap_or_else(|| cause.title.clone());
    if let Some(cause) = verdict.cause_of(&symptom.code).and_then(found) {
        notes.push(t!("seen-target-likeliest", code = &cause.code, fact = fact(cause)));
        return Some(notes);
    }
    if let Some(cause) = causes.iter().find_map(|code| found(code)) {
        notes.push(t!("seen-target-possible", code = &cause.code, fact = fact(cause)));
        return Some(notes);
    }
    let among = |codes: Vec<&str>| {
        let named: Vec<&str> = causes.iter().copied().filter(|code| codes.contains(code)).collect();
        (!named.is_empty()).then(|| series(&named))
    };
    notes.extend(among(verdict.passed.clone()).map(|codes| t!("seen-target-in-order", codes = codes)));
    let unknown = among(verdict.unknown.iter().map(|unknown| unknown.code).collect());
    notes.extend(unknown.map(|codes| t!("seen-target-not-checked", codes = codes)));
    notes.push(t!("seen-target-look-next", next = next(&symptom.code, observed)));
    Some(notes)
}

/// The one thing that is worth a look when no rule found a cause.
fn next(symptom: &str, observed: &Observed) -> String {
    let database = observed.database.present();
    let id = database.map_or(t!("seen-target-the-database"), |database| database.id.as_str());
    let postgresql = observed.proxy.present().is_some_and(|proxy| proxy.engine_family == EngineFamily::Postgresql);
    match symptom {
        "proxy-target-unreachable" => match database.and_then(|database| database.port) {
            Some(port) => t!("seen-target-next-firewall-port", database = id, port = port.to_string()),
            None => t!("seen-target-next-firewall", database = id),
        },
        "proxy-target-connection-failed" if postgresql => {
            t!("seen-target-next-postgres", database = id)
        }
        "proxy-target-connection-failed" => t!("seen-target-next-log", database = id),
        "proxy-target-auth-failure" => login(observed, id),
        "proxy-target-pending-capacity" | "proxy-target-registering" => match signs::unchanged_for(observed) {
            Some(seconds) if seconds < PATIENCE_MINUTES * 60 => {
                t!("seen-target-next-patience", patience = PATIENCE_MINUTES, minutes = seconds / 60)
            }
            _ => t!("seen-target-next-interfaces").to_owned(),
        },
        "proxy-target-invalid-replication-state" => t!("seen-target-next-writer", database = id),
        "proxy-no-targets" => t!("seen-target-next-events").to_owned(),
        "proxy-no-writable-target" => t!("seen-target-next-failover", database = id),
        _ => t!("seen-target-next-again").to_owned(),
    }
}

fn login(observed: &Observed, database: &str) -> String {
    let end_to_end = observed.proxy.present().is_some_and(|proxy| proxy.auth.is_empty());
    let values_read = observed.proxy_secrets.iter().all(|secret| matches!(secret.shape, Part::Present(_)));
    if end_to_end {
        t!("seen-target-next-iam-user", database = database)
    } else if !values_read {
        t!("seen-target-next-secret").to_owned()
    } else {
        t!("seen-target-next-password", database = database)
    }
}
