//! RDS: what happened to a proxy, and who is told when something does.

use aws_sdk_rds::Client;
use aws_sdk_rds::types::SourceType;

use crate::aws::error::{failed, failed_on};
use crate::cloud::CloudResult;
use crate::domain::monitoring::{Event, EventSubscription};

/// 14 days in minutes: RDS keeps events no longer.
/// <https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeEvents.html>
const KEPT: i32 = 14 * 24 * 60;

/// Of one proxy, or of all.
pub async fn of_proxies(rds: &Client, proxy: Option<&str>) -> CloudResult<Vec<Event>> {
    let all: Vec<_> = rds
        .describe_events()
        .source_type(SourceType::DbProxy)
        .set_source_identifier(proxy.map(str::to_owned))
        .duration(KEPT)
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("rds:DescribeEvents", proxy.unwrap_or("*")))?;
    Ok(all
        .into_iter()
        .map(|event| Event {
            at: event.date.map(|date| date.secs()),
            source: event.source_identifier.unwrap_or_default(),
            message: event.message.unwrap_or_default(),
            categories: event.event_categories.unwrap_or_default(),
        })
        .collect())
}

pub async fn subscriptions(rds: &Client) -> CloudResult<Vec<EventSubscription>> {
    let all: Vec<_> = rds
        .describe_event_subscriptions()
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed("rds:DescribeEventSubscriptions"))?;
    Ok(all
        .into_iter()
        .filter_map(|subscription| {
            Some(EventSubscription {
                name: subscription.cust_subscription_id?,
                source_type: subscription.source_type.filter(|kind| !kind.is_empty()),
                source_ids: subscription.source_ids_list.unwrap_or_default(),
                enabled: subscription.enabled.unwrap_or(false),
            })
        })
        .collect())
}
