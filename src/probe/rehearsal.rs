//! A connection where there is no network: what each stage would come to, by what the rules found. For the
//! practice account.

use std::time::Duration;

use super::stage::{Attempt, Outcome, Stage, StageEvent, Verdict};
use super::target::Target;
use crate::domain::finding::{Finding, Hop, Severity};
use crate::domain::outside::one_line;
use crate::rules;
use crate::text::t;

/// Walks the stages as [`super::connect`] would from where the function is. Nothing is sent anywhere, and
/// no time passes.
pub fn rehearse(target: &Target, verdict: &rules::Verdict, on_event: &mut (dyn FnMut(StageEvent) + Send)) -> Attempt {
    let stop = stop(verdict);
    let mut stages = Vec::new();
    for stage in Stage::ALL {
        let outcome = match &stop {
            Some((at, finding)) if *at == stage => failed(stage, finding),
            Some((at, _)) if *at < stage => Outcome::not_tried(stage),
            _ => Outcome::passed(stage, Duration::from_millis(usual_ms(stage)), fact(stage, target)),
        };
        if outcome.verdict != Verdict::NotTried {
            on_event(StageEvent::Began { stage });
        }
        on_event(StageEvent::Ended(outcome.clone()));
        stages.push(outcome);
    }
    let verdict = if stop.is_some() { Verdict::Failed } else { Verdict::Passed };
    Attempt { target: target.clone(), verdict, stages }
}

/// The first stage that an error would end, and the error.
fn stop(verdict: &rules::Verdict) -> Option<(Stage, &Finding)> {
    let errors = verdict.causes().filter(|finding| finding.severity == Severity::Error);
    errors.filter_map(|finding| Some((ends(finding)?, finding))).min_by_key(|(stage, _)| *stage)
}

/// The stage that shows this fault; `None` where a connection would not meet it.
fn ends(finding: &Finding) -> Option<Stage> {
    let code = finding.code.as_str();
    match finding.hop {
        Hop::FunctionToProxy if code.starts_with("connect-") => Some(Stage::Login),
        Hop::FunctionToProxy => Some(Stage::Tcp),
        Hop::Function if matches!(code, "lambda-not-in-vpc" | "lambda-vpc-differs-from-proxy") => Some(Stage::Tcp),
        // How the function's code goes about it is not tried here.
        Hop::Function => None,
        Hop::Proxy | Hop::RoleAndSecret => Some(Stage::Login),
        // A proxy takes the login, and needs a database connection for the first statement.
        Hop::ProxyToDatabase | Hop::Database => Some(Stage::Query),
    }
}

fn failed(stage: Stage, finding: &Finding) -> Outcome {
    Outcome {
        verdict: Verdict::Failed,
        elapsed_ms: usual_ms(stage),
        error: Some(one_line(&format!("{}: {}", finding.code, finding.title)).into_owned()),
        means: Some(one_line(rules::rule(&finding.code).map_or("", |rule| rule.why)).into_owned()),
        next: Some(one_line(&finding.fix.text).into_owned()),
        ..Outcome::not_tried(stage)
    }
}

/// About what each stage takes inside a VPC.
fn usual_ms(stage: Stage) -> u64 {
    match stage {
        Stage::Resolve | Stage::Query => 2,
        Stage::Tcp | Stage::Token => 1,
        Stage::Tls => 9,
        Stage::Login => 26,
    }
}

fn fact(stage: Stage, target: &Target) -> String {
    match stage {
        Stage::Resolve => t!("rehearsal-resolve").to_owned(),
        Stage::Tcp => t!("rehearsal-tcp", port = target.port.to_string()),
        Stage::Tls => t!("rehearsal-tls").to_owned(),
        Stage::Token => t!("rehearsal-token", user = target.user.as_str()),
        Stage::Login => t!("rehearsal-login", user = target.user.as_str()),
        Stage::Query => t!("rehearsal-query").to_owned(),
    }
}
