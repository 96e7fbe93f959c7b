//! Target health translated: under each symptom its likeliest cause with the fact that shows it,
//! or what was checked in vain and the one thing to look at next.

use crate::domain::database::EngineFamily;
use crate::domain::finding::{Finding, Severity};
use crate::domain::observed::{Observed, Part};
use crate::rules::verdict::Verdict;

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
        .filter_map(|(index, finding)| Some((index, of(finding, verdict, observed)?)))
        .collect();
    for (index, notes) in notes {
        if let Some(finding) = verdict.findings.get_mut(index) {
            finding.evidence.extend(notes);
        }
    }
}

fn of(symptom: &Finding, verdict: &Verdict, observed: &Observed) -> Option<Vec<String>> {
    let causes = follows::causes(&symptom.code, observed)?;
    let kinds = follows::kinds(&symptom.code)?;
    let pointing = signs::signs(observed).into_iter().filter(|sign| kinds.contains(&sign.kind));
    let mut notes: Vec<String> = pointing.map(|sign| sign.fact).collect();
    notes.extend(signs::counts(observed));

    let found =
        |code: &str| verdict.findings.iter().find(|found| found.code == code && found.severity > Severity::Info);
    let fact = |cause: &Finding| cause.evidence.first().cloned().unwrap_or_else(|| cause.title.clone());
    if let Some(cause) = verdict.cause_of(&symptom.code).and_then(found) {
        notes.push(format!("likeliest cause: {} ({})", cause.code, fact(cause)));
        return Some(notes);
    }
    if let Some(cause) = causes.iter().find_map(|code| found(code)) {
        notes.push(format!("possible cause, not certain: {} ({})", cause.code, fact(cause)));
        return Some(notes);
    }
    let among = |codes: Vec<&str>| {
        let named: Vec<&str> = causes.iter().copied().filter(|code| codes.contains(code)).collect();
        (!named.is_empty()).then(|| named.join(", "))
    };
    notes.extend(among(verdict.passed.clone()).map(|codes| format!("checked and in order: {codes}")));
    let unknown = among(verdict.unknown.iter().map(|unknown| unknown.code).collect());
    notes.extend(unknown.map(|codes| format!("could not be checked: {codes}")));
    notes.push(format!("look next at {}", next(&symptom.code, observed)));
    Some(notes)
}

/// The one thing that is worth a look when no rule found a cause.
fn next(symptom: &str, observed: &Observed) -> String {
    let database = observed.database.present();
    let id = database.map_or("the database", |database| database.id.as_str());
    let postgresql = observed.proxy.present().is_some_and(|proxy| proxy.engine_family == EngineFamily::Postgresql);
    match symptom {
        "proxy-target-unreachable" => {
            let port = database.and_then(|database| database.port).map(|port| format!(" on port {port}"));
            format!("a firewall between the proxy's subnets and {id}{}", port.unwrap_or_default())
        }
        "proxy-target-connection-failed" if postgresql => {
            format!("{id} itself: does the database postgres exist, and may rdsproxyadmin connect to it?")
        }
        "proxy-target-connection-failed" => format!("the log of {id}, and its connections against max_connections"),
        "proxy-target-auth-failure" => login(observed, id),
        "proxy-target-pending-capacity" | "proxy-target-registering" => match signs::unchanged_for(observed) {
            Some(seconds) if seconds < PATIENCE_MINUTES * 60 => {
                format!("it again when {PATIENCE_MINUTES} minutes are over, {} of which are", seconds / 60)
            }
            _ => "the proxy's network interfaces, and how many more the account may have".to_owned(),
        },
        "proxy-target-invalid-replication-state" => format!("which instance is the writer now, and whether {id} is it"),
        "proxy-no-targets" => "the proxy's events: was the database deleted, or never registered?".to_owned(),
        "proxy-no-writable-target" => format!("the events of {id}: a failover may be under way"),
        _ => "the target itself: deregister and register it; if the error comes back, it is AWS's".to_owned(),
    }
}

fn login(observed: &Observed, database: &str) -> String {
    let end_to_end = observed.proxy.present().is_some_and(|proxy| proxy.auth.is_empty());
    let values_read = observed.proxy_secrets.iter().all(|secret| matches!(secret.shape, Part::Present(_)));
    if end_to_end {
        format!("the database user in {database}: was it made for IAM (rds_iam, or AWSAuthenticationPlugin)?")
    } else if !values_read {
        "the secret's content, which is read with your consent only".to_owned()
    } else {
        format!("whether {database} knows the user with the password that is in the secret")
    }
}
