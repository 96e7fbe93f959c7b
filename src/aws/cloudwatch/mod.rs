//! CloudWatch: what was measured, and which alarms watch it.

pub mod history;

use aws_sdk_cloudwatch::Client;
use aws_sdk_cloudwatch::primitives::DateTime;
use aws_sdk_cloudwatch::types::{
    AlarmType, ComparisonOperator, Dimension, Metric as SdkMetric, MetricAlarm as SdkAlarm, MetricDataQuery,
    MetricDataResult, MetricStat, ScanBy, Statistic as SdkStatistic, Tag,
};
use futures::stream::{self, StreamExt, TryStreamExt};
use std::collections::BTreeMap;

use super::error::{failed, failed_on};
use crate::cloud::CloudResult;
use crate::domain::alarm::{MISSING, MetricAlarm, NAMESPACE, Rings, SHARE, Watches};
use crate::domain::monitoring::{Alarm, AlarmMetric, MetricQuery, Point, Series, Statistic};
use crate::domain::{Tags, UnixSeconds};

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
    let metric = SdkMetric::builder()
        .namespace(&query.namespace)
        .metric_name(&query.name)
        .set_dimensions(Some(sdk_dimensions(&query.dimensions)))
        .build();
    let period = i32::try_from(query.period_secs).unwrap_or(i32::MAX);
    let stat = MetricStat::builder().metric(metric).period(period).stat(query.statistic.api_name()).build();
    MetricDataQuery::builder().id(&query.id).metric_stat(stat).build()
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
    Ok(pages.into_iter().flat_map(|page| page.metric_alarms.unwrap_or_default()).filter_map(outline).collect())
}

fn outline(found: SdkAlarm) -> Option<Alarm> {
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

/// By exact name.
pub(super) async fn alarm(client: &Client, name: &str) -> CloudResult<Option<MetricAlarm>> {
    let call = client.describe_alarms().alarm_types(AlarmType::MetricAlarm).alarm_names(name);
    let found = call.send().await.map_err(failed_on("cloudwatch:DescribeAlarms", name))?;
    let found = found.metric_alarms.unwrap_or_default().into_iter();
    Ok(found.filter(|found| found.alarm_name.as_deref() == Some(name)).map(|found| whole(name, found)).next())
}

/// All of an alarm. What this program would not make so is kept in AWS's words, and equals nothing.
fn whole(name: &str, found: SdkAlarm) -> MetricAlarm {
    let rings = match found.comparison_operator {
        Some(ComparisonOperator::LessThanThreshold) => Some(Rings::Below),
        Some(ComparisonOperator::GreaterThanThreshold) => Some(Rings::Above),
        _ => None,
    };
    let threshold = found.threshold.and_then(whole_number);
    let mut actions = found.alarm_actions.clone().unwrap_or_default();
    let topic = actions.pop();
    let is_ours = rings.is_some()
        && threshold.is_some()
        && actions.is_empty()
        && found.treat_missing_data.as_deref() == Some(MISSING)
        && found.datapoints_to_alarm.is_none_or(|points| Some(points) == found.evaluation_periods);
    let (period, watches) =
        watched(&found).filter(|_| is_ours).unwrap_or_else(|| (0, Watches::Other(format!("{found:?}"))));
    MetricAlarm {
        name: name.to_owned(),
        watches,
        period_secs: u32::try_from(period).unwrap_or_default(),
        periods: found.evaluation_periods.and_then(|periods| u32::try_from(periods).ok()).unwrap_or_default(),
        rings: rings.unwrap_or(Rings::Above),
        threshold: threshold.unwrap_or_default(),
        topic,
    }
}

/// Thresholds of this program are whole and not negative.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole_number(threshold: f64) -> Option<u32> {
    let number = threshold as u32;
    (f64::from(number).to_bits() == threshold.to_bits()).then_some(number)
}

/// The period, and what is held against the threshold; `None` where this program would not ask so.
fn watched(found: &SdkAlarm) -> Option<(i32, Watches)> {
    let metrics = found.metrics.as_deref().unwrap_or_default();
    if metrics.is_empty() {
        let statistic = match found.statistic.as_ref()? {
            SdkStatistic::Sum => Statistic::Sum,
            SdkStatistic::Average => Statistic::Average,
            SdkStatistic::Maximum => Statistic::Maximum,
            SdkStatistic::Minimum => Statistic::Minimum,
            _ => return None,
        };
        found.namespace.as_deref().filter(|namespace| *namespace == NAMESPACE)?;
        let name = found.metric_name.clone()?;
        return Some((
            found.period?,
            Watches::Metric { name, statistic, dimensions: dimensions(found.dimensions.clone()) },
        ));
    }
    let by_id = |id: &str| metrics.iter().find(|query| query.id.as_deref() == Some(id));
    let of = |id: &str| {
        let stat = by_id(id)?.metric_stat.as_ref().filter(|stat| stat.stat.as_deref() == Some("Sum"))?;
        let metric = stat.metric.as_ref().filter(|metric| metric.namespace.as_deref() == Some(NAMESPACE))?;
        Some((metric.metric_name.clone()?, stat.period?, dimensions(metric.dimensions.clone())))
    };
    let (part, period, dimensions) = of("part")?;
    let (whole, whole_period, whole_dimensions) = of("whole")?;
    let quotient = by_id("share")?.expression.as_deref() == Some(SHARE);
    let same = whole_period == period && whole_dimensions == dimensions && metrics.len() == 3 && quotient;
    same.then_some((period, Watches::Share { part, whole, dimensions }))
}

pub(super) async fn put(client: &Client, alarm: &MetricAlarm, tags: &Tags) -> CloudResult<()> {
    let number = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    let mut call = client
        .put_metric_alarm()
        .alarm_name(&alarm.name)
        .evaluation_periods(number(alarm.periods))
        .threshold(f64::from(alarm.threshold))
        .comparison_operator(ComparisonOperator::from(alarm.rings.api_name()))
        .treat_missing_data(MISSING)
        .set_alarm_actions(alarm.topic.clone().map(|topic| vec![topic]))
        .set_tags(Some(tags.iter().map(|(key, value)| Tag::builder().key(key).value(value).build()).collect()));
    match &alarm.watches {
        Watches::Metric { name, statistic, dimensions } => {
            call = call
                .namespace(NAMESPACE)
                .metric_name(name)
                .set_dimensions(Some(sdk_dimensions(dimensions)))
                .statistic(SdkStatistic::from(statistic.api_name()))
                .period(number(alarm.period_secs));
        }
        Watches::Share { part, whole, dimensions } => {
            let metric = |id: &str, name: &str| {
                let metric = SdkMetric::builder().namespace(NAMESPACE).metric_name(name);
                let metric = metric.set_dimensions(Some(sdk_dimensions(dimensions))).build();
                let stat = MetricStat::builder().metric(metric).period(number(alarm.period_secs)).stat("Sum").build();
                MetricDataQuery::builder().id(id).metric_stat(stat).return_data(false).build()
            };
            let share = MetricDataQuery::builder().id("share").expression(SHARE).return_data(true).build();
            call = call.metrics(metric("part", part)).metrics(metric("whole", whole)).metrics(share);
        }
        Watches::Other(_) => {}
    }
    call.send().await.map_err(failed_on("cloudwatch:PutMetricAlarm", &alarm.name))?;
    Ok(())
}

pub(super) async fn delete(client: &Client, name: &str) -> CloudResult<()> {
    client.delete_alarms().alarm_names(name).send().await.map_err(failed_on("cloudwatch:DeleteAlarms", name))?;
    Ok(())
}

fn sdk_dimensions(dimensions: &[(String, String)]) -> Vec<Dimension> {
    dimensions.iter().map(|(name, value)| Dimension::builder().name(name).value(value).build()).collect()
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
        let plain = SdkAlarm::builder().alarm_name("cpu").namespace("AWS/EC2").metric_name("CPUUtilization");
        assert_eq!(outline(plain.build()), None);
        let inside = |namespace: &str| {
            let stat = MetricStat::builder().metric(metric(namespace)).period(60).stat("Sum").build();
            MetricDataQuery::builder().id("m1").metric_stat(stat).build()
        };
        let sum = MetricDataQuery::builder().id("e1").expression("m1 * 2").build();
        let maths = SdkAlarm::builder().alarm_name("clients").metrics(inside("AWS/RDS")).metrics(sum.clone());
        let read = outline(maths.build()).unwrap();
        assert_eq!(read.metrics.len(), 1);
        assert_eq!(read.metrics[0].dimensions, [("ProxyName".to_owned(), "orders".to_owned())]);
        let other = SdkAlarm::builder().alarm_name("queue").metrics(inside("AWS/SQS")).metrics(sum);
        assert_eq!(outline(other.build()), None);
    }
}
