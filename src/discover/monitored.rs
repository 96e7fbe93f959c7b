//! What was recorded of a proxy lately, for the monitor: one call for all series, and what stands
//! beside them.

use super::part_read;
use crate::cloud::{Clock, CloudError, CloudResult, Reader};
use crate::domain::UnixSeconds;
use crate::domain::monitoring::{Alarm, AlarmRing, LogLine};
use crate::domain::observed::Part;
use crate::monitor::{Monitored, Since, queries};

/// How far back alarms are looked at: CloudWatch keeps 30 days of it.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html>
const HISTORY_SECS: UnixSeconds = 14 * 24 * 3600;

/// Whose records to read, and how far back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    pub proxy: String,
    pub function: Option<String>,
    pub since: Since,
}

/// Reads them once. What stands beside the series may be unreadable; without them there is nothing.
///
/// # Errors
/// The proxy is not there, or the series could not be read.
pub async fn monitored(reader: &dyn Reader, clock: &dyn Clock, asked: &Watched) -> CloudResult<Monitored> {
    let now = UnixSeconds::try_from(clock.now()).unwrap_or_default();
    let from = now - UnixSeconds::from(asked.since.secs());
    let queries = queries(&asked.proxy, asked.function.as_deref(), asked.since);
    let log = log_of(&asked.proxy);
    let (proxy, series, events, alarms, log_group) = futures::join!(
        reader.proxy(&asked.proxy),
        reader.series(&queries, now),
        reader.proxy_events(&asked.proxy),
        reader.alarms(),
        reader.log_group(&log)
    );
    // Of a proxy that is not there nothing is measured either: that is no quiet day.
    if let Ok(None) = proxy {
        return Err(CloudError::not_found("rds:DescribeDBProxies", &asked.proxy));
    }
    let alarms = part_read(alarms.map(Some));
    let mut events = part_read(events.map(Some));
    if let Part::Present(events) = &mut events {
        events.retain(|event| event.at.is_none_or(|at| at >= from));
    }
    Ok(Monitored {
        proxy: asked.proxy.clone(),
        function: asked.function.clone(),
        since: asked.since,
        at: now,
        series: series?,
        events,
        rings: rings(reader, &alarms, &asked.proxy, now).await,
        alarms,
        log_group: part_read(log_group),
    })
}

/// When the alarms on this proxy went off, whatever range is shown.
async fn rings(reader: &dyn Reader, alarms: &Part<Vec<Alarm>>, proxy: &str, now: UnixSeconds) -> Part<Vec<AlarmRing>> {
    let Some(alarms) = alarms.present() else { return Part::NotAsked };
    let names: Vec<String> = alarms.iter().filter(|alarm| alarm.is_on(proxy)).map(|alarm| alarm.name.clone()).collect();
    match names.is_empty() {
        true => Part::Absent,
        false => part_read(reader.alarm_rings(&names, now - HISTORY_SECS).await.map(Some)),
    }
}

/// The log group that RDS writes a proxy's log to.
pub fn log_of(proxy: &str) -> String {
    format!("/aws/rds/proxy/{proxy}")
}

/// The proxy's log of that time, the newest line first: those that hold `text`, or all without one.
///
/// # Errors
/// The log could not be read. That it is not there yet is no error: nothing was written.
pub async fn proxy_log(
    reader: &dyn Reader,
    clock: &dyn Clock,
    asked: &Watched,
    text: &str,
) -> CloudResult<Vec<LogLine>> {
    let now = UnixSeconds::try_from(clock.now()).unwrap_or_default();
    let texts: &[&str] = if text.is_empty() { &[] } else { &[text] };
    let from = now - UnixSeconds::from(asked.since.secs());
    match reader.log_lines(&log_of(&asked.proxy), texts, from).await {
        Err(error) if error.has_kind(crate::cloud::ErrorKind::NotFound) => Ok(Vec::new()),
        answer => answer,
    }
}
