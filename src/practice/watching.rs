//! CloudWatch: alarms that somebody made, and for how long a log is kept.

use super::fault::error;
use super::records;
use super::state::State;
use crate::cloud::{CloudResult, ErrorKind};
use crate::domain::UnixSeconds;
use crate::domain::alarm::{MetricAlarm, Rings, Watches};
use crate::domain::monitoring::{Alarm, AlarmRing};

/// The company's topics.
const TOPICS: [&str; 3] = ["billing-alerts", "on-call", "ops-alerts"];
/// Seconds until an alarm over five minutes goes off.
const RINGS_AFTER: UnixSeconds = 300;

/// All alarms: the company's, and those made since.
pub fn outlines(state: &State) -> Vec<Alarm> {
    let company = state.recorded.alarms.iter().filter(|alarm| !state.alarms.contains_key(&alarm.name)).cloned();
    company.chain(state.alarms.values().map(MetricAlarm::outline)).collect()
}

/// Of the company's own only the outline is kept.
pub fn alarm(state: &State, name: &str) -> Option<MetricAlarm> {
    let company = || {
        let alarm = state.recorded.alarms.iter().find(|alarm| alarm.name == name)?;
        Some(MetricAlarm {
            name: alarm.name.clone(),
            watches: Watches::Other("made by the company".into()),
            period_secs: 60,
            periods: 1,
            rings: Rings::Above,
            threshold: 0,
            topic: None,
        })
    };
    state.alarms.get(name).cloned().or_else(company)
}

/// `cloudwatch:DescribeAlarmHistory`: of the company's alarms on what a scenario has made worse, the one time
/// that each of them went off.
pub fn rings(state: &State, names: &[String], since: UnixSeconds) -> Vec<AlarmRing> {
    let began = state.recorded.since.and_then(|began| UnixSeconds::try_from(began).ok());
    let rang = |alarm: &Alarm| {
        // Those on a share of something else would need both.
        let [metric] = alarm.metrics.as_slice() else { return None };
        let (_, proxy) = metric.dimensions.first()?;
        let value = state.recorded.metrics.get(&format!("{proxy}/{}", metric.name))?;
        let at = began.filter(|_| *value > 0.0)? + RINGS_AFTER;
        (at >= since && names.contains(&alarm.name)).then(|| AlarmRing { alarm: alarm.name.clone(), at })
    };
    state.recorded.alarms.iter().filter_map(rang).collect()
}

/// `sns:ListTopics`.
pub fn topics(state: &State) -> Vec<String> {
    TOPICS.iter().map(|topic| state.account.arn("sns", topic)).collect()
}

/// `cloudwatch:PutMetricAlarm`.
pub fn put(state: &mut State, alarm: &MetricAlarm) -> CloudResult<()> {
    state.alarms.insert(alarm.name.clone(), alarm.clone());
    Ok(())
}

/// `cloudwatch:DeleteAlarms`.
pub fn delete(state: &mut State, name: &str) -> CloudResult<()> {
    let made = state.alarms.remove(name).is_some();
    let company = state.recorded.alarms.len();
    state.recorded.alarms.retain(|alarm| alarm.name != name);
    if made || state.recorded.alarms.len() < company {
        return Ok(());
    }
    let (operation, code) = ("cloudwatch:DeleteAlarms", "ResourceNotFound");
    Err(error(ErrorKind::NotFound, operation, name, code, "The alarm does not exist."))
}

/// `logs:PutRetentionPolicy`, `logs:DeleteRetentionPolicy`.
pub fn keep_log(state: &mut State, operation: &str, group: &str, days: Option<u32>) -> CloudResult<()> {
    if records::log_group(state, group).is_none() {
        let code = "ResourceNotFoundException";
        return Err(error(ErrorKind::NotFound, operation, group, code, "The specified log group does not exist."));
    }
    state.kept_logs.remove(group);
    let natural = records::log_group(state, group).and_then(|group| group.retention_days);
    if natural != days {
        state.kept_logs.insert(group.to_owned(), days);
    }
    Ok(())
}
