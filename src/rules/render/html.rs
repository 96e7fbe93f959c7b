//! A verdict as one HTML page that needs nothing else: no script, no network, light and dark.

use minijinja::context;
use minijinja::value::Value;

use super::page::{page, passage_class, severity_class};
use super::sections::{
    Wait, about, accepted_words, by_hop, confidence_words, hop_name, passage_words, rows, said, severity_words, waits,
};
use crate::domain::finding::Finding;
use crate::rules::picture::Picture;
use crate::rules::verdict::Verdict;
use crate::rules::{Rule, rule, subject_word};
use crate::text::t;

const TEMPLATE: &str = include_str!("../../../assets/report/report.html");

/// The page.
///
/// # Errors
/// The template asks for something nobody gave: a mistake in this program, which a test finds.
pub fn html(verdict: &Verdict, picture: &Picture) -> Result<String, minijinja::Error> {
    let path: Vec<Value> = rows(picture)
        .into_iter()
        .map(|row| {
            let class = passage_class(row.passage);
            context! { class, words => passage_words(row.passage), name => row.name, facts => &row.facts, way => row.is_way }
        })
        .collect();
    let groups: Vec<Value> = by_hop(verdict)
        .into_iter()
        .map(|(hop, findings)| {
            let findings: Vec<Value> = findings.into_iter().map(|finding| finding_value(verdict, finding)).collect();
            context! { name => hop_name(hop), findings }
        })
        .collect();
    let unknown: Vec<Value> = waits(verdict)
        .into_iter()
        .map(|wait| {
            let Wait { head, reasons, act, policy, rules } = wait;
            let act = act.map(|act| act.replace('`', ""));
            let reasons: Vec<String> = reasons.into_iter().map(str::to_owned).collect();
            context! { head, reasons, act, policy, rules }
        })
        .collect();
    let accepted: Vec<Value> = verdict
        .accepted
        .iter()
        .map(|accepted| {
            let Finding { title, code, .. } = &accepted.finding;
            context! { title, code, words => accepted_words(accepted) }
        })
        .collect();
    let tally = verdict.tally();
    page(
        TEMPLATE,
        context! {
            width => "58rem",
            title => &picture.title,
            about => about(verdict),
            summary => &picture.summary,
            path, groups, accepted, unknown,
            passed => context! {
                words => t!("rules-report-passed", count = tally.passed),
                rules => said(&verdict.passed, |rule| rule.holds().to_owned()),
            },
            not_applicable => context! {
                words => t!("rules-report-not-applicable", count = tally.not_applicable),
                rules => said(&verdict.not_applicable, Rule::whether),
            },
            t => context! {
                path => t!("rules-report-path"),
                fix => t!("rules-report-fix"),
                why => t!("rules-report-why"),
                evidence => t!("rules-report-evidence"),
                source => t!("rules-report-source"),
                accepted => t!("rules-report-accepted"),
                unknown => t!("rules-report-unknown"),
                nothing => t!("rules-report-nothing"),
            },
        },
    )
}

fn finding_value(verdict: &Verdict, finding: &Finding) -> Value {
    let class = severity_class(finding.severity);
    let rule = rule(&finding.code);
    context! {
        class,
        severity => severity_words(finding.severity),
        confidence => confidence_words(finding.confidence),
        code => &finding.code,
        title => &finding.title,
        subject => format!("{} {}", subject_word(&finding.subject), finding.subject.id),
        follows => verdict.cause_of(&finding.code).map(|code| t!("rules-report-follows", code = code)),
        evidence => &finding.evidence,
        why => rule.map(Rule::why),
        fix => &finding.fix.text,
        commands => &finding.fix.commands,
        source => rule.map(|rule| rule.source),
    }
}
