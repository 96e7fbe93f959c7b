//! CloudWatch: when alarms went off.

use aws_sdk_cloudwatch::Client;
use aws_sdk_cloudwatch::primitives::DateTime;
use aws_sdk_cloudwatch::types::{AlarmHistoryItem, AlarmType, HistoryItemType, ScanBy};
use futures::future::try_join_all;
use serde_json::Value;

use crate::aws::error::failed_on;
use crate::cloud::CloudResult;
use crate::domain::UnixSeconds;
use crate::domain::monitoring::AlarmRing;

/// Changes of a page, the most there are, and pages of an alarm: of one that changes oftener the newest are told.
const PAGE: i32 = 100;
const PAGES: usize = 5;

pub async fn rings(client: &Client, names: &[String], since: UnixSeconds) -> CloudResult<Vec<AlarmRing>> {
    let each = try_join_all(names.iter().map(|name| of_alarm(client, name, since))).await?;
    let mut rings: Vec<AlarmRing> = each.into_iter().flatten().collect();
    rings.sort_by_key(|ring| ring.at);
    Ok(rings)
}

async fn of_alarm(client: &Client, name: &str, since: UnixSeconds) -> CloudResult<Vec<AlarmRing>> {
    let mut rings = Vec::new();
    let mut next = None;
    for _ in 0..PAGES {
        let page = client
            .describe_alarm_history()
            .alarm_name(name)
            .alarm_types(AlarmType::MetricAlarm)
            .history_item_type(HistoryItemType::StateUpdate)
            .start_date(DateTime::from_secs(since))
            .scan_by(ScanBy::TimestampDescending)
            .max_records(PAGE)
            .set_next_token(next)
            .send()
            .await
            .map_err(failed_on("cloudwatch:DescribeAlarmHistory", name))?;
        rings.extend(page.alarm_history_items.unwrap_or_default().into_iter().filter_map(|item| ring(name, item)));
        next = page.next_token;
        if next.is_none() {
            break;
        }
    }
    Ok(rings)
}

/// A change of state into `ALARM`; others are none.
fn ring(name: &str, item: AlarmHistoryItem) -> Option<AlarmRing> {
    let data: Value = serde_json::from_str(&item.history_data?).ok()?;
    let rang = data.pointer("/newState/stateValue")? == "ALARM";
    rang.then_some(AlarmRing { alarm: name.to_owned(), at: item.timestamp?.secs() })
}
