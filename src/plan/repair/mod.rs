//! Observed + findings → Plan: the changes that mend them, as actions like any others, to be
//! reviewed, applied and undone.
//!
//! A rule says what mends its finding ([`Mend`]). Here several mends that change one thing become one step.
//! A finding without a mend is listed with what a person has to do.

pub(super) mod steps;

use serde::Serialize;

use super::{Aim, AsFound, Plan, Step};
use crate::domain::alarm::MetricAlarm;
use crate::domain::finding::{Finding, Severity};
use crate::domain::mend::Mend;
use crate::domain::observed::Observed;
use crate::domain::output::Outputs;

/// Which findings to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// All that take nothing away from anybody.
    Safe,
    /// These codes, safe or not.
    Codes(Vec<String>),
}

/// A plan, and what it does about each finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Repair {
    pub plan: Plan,
    /// Codes of the findings that the plan mends, in their order.
    pub mended: Vec<String>,
    /// Codes of wished-for findings, and of any error, that stay, and why.
    pub left: Vec<NotMended>,
}

/// A finding that the plan does not mend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotMended {
    pub code: String,
    pub why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// A person has to do it, as the finding's fix says.
    ByHand,
    /// It could cut somebody off, and was not asked for by name.
    NotSafe,
    /// Something it would change could not be read.
    NotRead,
    /// Others were asked for by name.
    NotChosen,
    /// It was mended, and is seen again.
    StillThere,
    /// It was hidden by what is mended now.
    NewlySeen,
}

fn why_left(observed: &Observed, finding: &Finding, wish: &Wish) -> Option<Why> {
    match wish {
        Wish::Codes(codes) if !codes.contains(&finding.code) => Some(Why::NotChosen),
        _ if finding.mends.is_empty() => Some(Why::ByHand),
        Wish::Safe if !finding.is_safely_mended() => Some(Why::NotSafe),
        _ if !finding.mends.iter().all(|mend| steps::can(observed, mend)) => Some(Why::NotRead),
        _ => None,
    }
}

/// What a repair has left, by a look after it: every error, and whatever it mended and is seen again.
#[must_use]
pub fn remaining<'a>(
    after: &Observed,
    findings: impl IntoIterator<Item = &'a Finding>,
    wish: &Wish,
    mended: &[String],
) -> Vec<NotMended> {
    let mut left = Vec::new();
    for finding in findings {
        let again = mended.contains(&finding.code);
        if finding.severity == Severity::Error || again {
            let why = if again { Why::StillThere } else { why_left(after, finding, wish).unwrap_or(Why::NewlySeen) };
            left.push(NotMended { code: finding.code.clone(), why });
        }
    }
    left.dedup();
    left
}

/// The plan for these findings; those that only follow from others need no place among them.
#[must_use]
pub fn repair<'a>(observed: &Observed, findings: impl IntoIterator<Item = &'a Finding>, wish: &Wish) -> Repair {
    let mut wanted: Vec<&'a Mend> = Vec::new();
    let (mut mended, mut left) = (Vec::new(), Vec::new());
    for finding in findings {
        match why_left(observed, finding, wish) {
            Some(Why::NotChosen) if finding.severity < Severity::Error => {}
            Some(why) => left.push(NotMended { code: finding.code.clone(), why }),
            None => {
                wanted.extend(&finding.mends);
                mended.push(finding.code.clone());
            }
        }
    }
    mended.dedup();
    left.dedup();
    let steps: Vec<Step> = steps::steps_for(observed, &wanted);
    let plan = Plan { aim: Aim::Repair(AsFound::new(observed)), steps, known: Outputs::default() };
    Repair { plan, mended, left }
}

/// The plan that sets these alarms on the observed proxy, of which no more than itself need be read.
#[must_use]
pub fn watch(observed: &Observed, alarms: impl IntoIterator<Item = MetricAlarm>) -> Plan {
    Plan {
        aim: Aim::Repair(AsFound::new(observed)),
        steps: alarms.into_iter().map(steps::put_alarm).collect(),
        known: Outputs::default(),
    }
}
