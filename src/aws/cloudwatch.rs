//! CloudWatch: what was measured, and which alarms watch it.

use aws_sdk_cloudwatch::Client;
use aws_sdk_cloudwatch::primitives::DateTime;
use aws_sdk_cloudwatch::types::{
    AlarmType, Dimension, Metric as SdkMetric, MetricAlarm, MetricDataQuery, MetricDataResult, MetricStat, ScanBy,
};
use futures::stream::{self, StreamExt, TryStreamExt};
use std::collections::BTreeMap;

use super::error::failed;
use crate::cloud::CloudResult;
use crate::domain::UnixSeconds;
use crate::domain::monitoring::{Alarm, AlarmMetric, MetricQuery, Point, Series, Statistic};

/// Queries that one call takes.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html>
const QUERIES: usize = 500;
/// Calls at once.
const AT_ONCE: usize = 4;

/// One call for all queries of the same window. A call has one start for all its queries, and AWS
/// counts every period since then against a quota of the account, filled or not: an hour asked
/// together with a week would cost 168 times as much.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_limits.html>
pub(super) async fn series(client: &Client, queries: &[MetricQuery], now: UnixSeconds) -> CloudResult<Vec<Series>> {
    let mut by_window: BTreeMap<u32, Vec<MetricDataQuery>> = BTreeMap::new();
    for query in queries {
        by_window.entry(query.window_secs).or_default().push(asked(query));
    }
    let calls: Vec<(u32, Vec<MetricDataQuery>)> = by_window
        .into_iter()
        .flat_map(|(window, queries)| {
            let chunks: Vec<_> = queries.chunks(QUERIES).map(<[MetricDataQuery]>::to_vec).collect();
            chunks.into_iter().map(move |chunk| (window, chunk))
        })
        .collect();
    let results: Vec<Vec<MetricDataResult>> = stream::iter(calls)
        .map(|(window, queries)| points(client, queries, now - i64::from(window), now))
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await?;
    let mut measured: BTreeMap<String, Vec<Point>> = BTreeMap::new();
    for result in results.into_iter().flatten() {
        // A metric that fills several pages comes again on each.
        let Some(id) = result.id else { continue };
        let at = result.timestamps.unwrap_or_default().into_iter().map(|at| at.secs());
        let points = at.zip(result.values.unwrap_or_default()).map(|(at, value)| Point { at, value });
        measured.entry(id).or_default().extend(points);
    }
    let answer = |query: &MetricQuery| {
        let mut points = measured.remove(&query.id).unwrap_or_default();
        points.sort_by_key(|point| point.at);
        Series { id: query.id.clone(), points }
    };
    Ok(queries.iter().map(answer).collect())
}

async fn points(
    client: &Client,
    queries: Vec<MetricDataQuery>,
    from: UnixSeconds,
    until: UnixSeconds,
) -> CloudResult<Vec<MetricDataResult>> {
    let pages: Vec<_> = client
        .get_metric_data()
        .set_metric_data_queries(Some(queries))
        .start_time(DateTime::from_secs(from))
        .end_time(DateTime::from_secs(until))
        .scan_by(ScanBy::TimestampAscending)
        .into_paginator()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed("cloudwatch:GetMetricData"))?;
    Ok(pages.into_iter().flat_map(|page| page.metric_data_results.unwrap_or_default()).collect())
}

fn asked(query: &MetricQuery) -> MetricDataQuery {
    let dimensions = query.dimensions.iter().map(|(name, value)| Dimension::builder().name(name).value(value).build());
    let metric = SdkMetric::builder()
        .namespace(&query.namespace)
        .metric_name(&query.name)
        .set_dimensions(Some(dimensions.collect()))
        .build();
    let period = i32::try_from(query.period_secs).unwrap_or(i32::MAX);
    let stat = MetricStat::builder().metric(metric).period(period).stat(name_of(query.statistic)).build();
    MetricDataQuery::builder().id(&query.id).metric_stat(stat).build()
}

fn name_of(statistic: Statistic) -> &'static str {
    match statistic {
        Statistic::Sum => "Sum",
        Statistic::Average => "Average",
        Statistic::Maximum => "Maximum",
        Statistic::Minimum => "Minimum",
        Statistic::SampleCount => "SampleCount",
        Statistic::P95 => "p95",
        Statistic::P99 => "p99",
    }
}

/// Those that read a metric of RDS, alone or in metric maths.
pub(super) async fn alarms(client: &Client) -> CloudResult<Vec<Alarm>> {
    let pages: Vec<_> = client
        .describe_alarms()
        .alarm_types(AlarmType::MetricAlarm)
        .into_paginator()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed("cloudwatch:DescribeAlarms"))?;
    Ok(pages.into_iter().flat_map(|page| page.metric_alarms.unwrap_or_default()).filter_map(alarm).collect())
}

fn alarm(found: MetricAlarm) -> Option<Alarm> {
    let own = found.namespace.zip(found.metric_name).map(|(namespace, name)| AlarmMetric {
        namespace,
        name,
        dimensions: dimensions(found.dimensions),
    });
    let in_maths = found.metrics.unwrap_or_default().into_iter().filter_map(|query| {
        let metric = query.metric_stat?.metric?;
        Some(AlarmMetric {
            namespace: metric.namespace?,
            name: metric.metric_name?,
            dimensions: dimensions(metric.dimensions),
        })
    });
    let metrics: Vec<AlarmMetric> =
        own.into_iter().chain(in_maths).filter(|metric| metric.namespace == "AWS/RDS").collect();
    Some(Alarm { name: found.alarm_name?, metrics }).filter(|alarm| !alarm.metrics.is_empty())
}

fn dimensions(found: Option<Vec<Dimension>>) -> Vec<(String, String)> {
    found.unwrap_or_default().into_iter().filter_map(|dimension| Some((dimension.name?, dimension.value?))).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn metric(namespace: &str) -> SdkMetric {
        let proxy = Dimension::builder().name("ProxyName").value("orders").build();
        SdkMetric::builder().namespace(namespace).metric_name("ClientConnections").dimensions(proxy).build()
    }

    #[test]
    fn an_alarm_counts_when_it_reads_rds_directly_or_in_maths() {
        let plain = MetricAlarm::builder().alarm_name("cpu").namespace("AWS/EC2").metric_name("CPUUtilization");
        assert_eq!(alarm(plain.build()), None);
        let inside = |namespace: &str| {
            let stat = MetricStat::builder().metric(metric(namespace)).period(60).stat("Sum").build();
            MetricDataQuery::builder().id("m1").metric_stat(stat).build()
        };
        let sum = MetricDataQuery::builder().id("e1").expression("m1 * 2").build();
        let maths = MetricAlarm::builder().alarm_name("clients").metrics(inside("AWS/RDS")).metrics(sum.clone());
        let read = alarm(maths.build()).unwrap();
        assert_eq!(read.metrics.len(), 1);
        assert_eq!(read.metrics[0].dimensions, [("ProxyName".to_owned(), "orders".to_owned())]);
        let other = MetricAlarm::builder().alarm_name("queue").metrics(inside("AWS/SQS")).metrics(sum);
        assert_eq!(alarm(other.build()), None);
    }
}
