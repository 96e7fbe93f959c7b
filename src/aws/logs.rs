//! CloudWatch Logs: whether a log is kept, and the lines in it that hold a known text.

use aws_sdk_cloudwatchlogs::Client;
use aws_sdk_cloudwatchlogs::types::LogGroup as SdkLogGroup;
use futures::stream::{self, StreamExt, TryStreamExt};

use super::error::{absent, failed, failed_on};
use crate::cloud::CloudResult;
use crate::domain::monitoring::{LogGroup, LogLine};
use crate::domain::{Tags, UnixSeconds};

/// A large log is searched a page at a time, and most pages are empty.
const PAGES: usize = 10;
/// Names that one call takes.
/// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html>
const NAMES: usize = 50;
/// Calls at once.
const AT_ONCE: usize = 4;
/// Lines that are enough to know what a log is full of.
const LINES: usize = 500;

/// Names that begin with this one are listed too, in order of name: the exact one comes first.
pub(super) async fn group(client: &Client, name: &str) -> CloudResult<Option<LogGroup>> {
    let mut listed = client.describe_log_groups().log_group_name_prefix(name).into_paginator().items().send();
    while let Some(found) = listed.next().await {
        let found = absent(found.map_err(failed_on("logs:DescribeLogGroups", name)))?;
        let Some(found) = found else { return Ok(None) };
        if found.log_group_name.as_deref() == Some(name) {
            return Ok(log_group(found));
        }
    }
    Ok(None)
}

/// Those of these names that are there.
pub(super) async fn groups(client: &Client, names: &[String]) -> CloudResult<Vec<LogGroup>> {
    let pages: Vec<Vec<SdkLogGroup>> = stream::iter(names.chunks(NAMES).map(<[String]>::to_vec))
        .map(|names| async move {
            client
                .describe_log_groups()
                .set_log_group_identifiers(Some(names))
                .into_paginator()
                .items()
                .send()
                .collect::<Result<_, _>>()
                .await
                .map_err(failed("logs:DescribeLogGroups"))
        })
        .buffered(AT_ONCE)
        .try_collect()
        .await?;
    let there = pages.into_iter().flatten().filter_map(log_group);
    Ok(there.filter(|group| names.contains(&group.name)).collect())
}

fn log_group(found: SdkLogGroup) -> Option<LogGroup> {
    let retention_days = found.retention_in_days.and_then(|days| u32::try_from(days).ok());
    Some(LogGroup { name: found.log_group_name?, retention_days })
}

pub(super) async fn create(client: &Client, name: &str, tags: &Tags) -> CloudResult<()> {
    let tags = tags.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
    let call = client.create_log_group().log_group_name(name).set_tags(Some(tags));
    call.send().await.map_err(failed_on("logs:CreateLogGroup", name))?;
    Ok(())
}

pub(super) async fn delete(client: &Client, name: &str) -> CloudResult<()> {
    let call = client.delete_log_group().log_group_name(name);
    call.send().await.map_err(failed_on("logs:DeleteLogGroup", name))?;
    Ok(())
}

pub(super) async fn set_retention(client: &Client, group: &str, days: Option<u32>) -> CloudResult<()> {
    match days.map(|days| i32::try_from(days).unwrap_or(i32::MAX)) {
        Some(days) => {
            let call = client.put_retention_policy().log_group_name(group).retention_in_days(days);
            call.send().await.map_err(failed_on("logs:PutRetentionPolicy", group))?;
        }
        None => {
            let call = client.delete_retention_policy().log_group_name(group);
            call.send().await.map_err(failed_on("logs:DeleteRetentionPolicy", group))?;
        }
    }
    Ok(())
}

/// Newest first. A group that is not there is an error of the kind not found.
pub(super) async fn lines(
    client: &Client,
    group: &str,
    texts: &[&str],
    since: UnixSeconds,
) -> CloudResult<Vec<LogLine>> {
    let mut lines = Vec::new();
    let mut next = None;
    for _ in 0..PAGES {
        let page = client
            .filter_log_events()
            .log_group_name(group)
            .set_filter_pattern((!texts.is_empty()).then(|| any_of(texts)))
            .start_time(since.saturating_mul(1000))
            .start_from_head(false)
            .set_next_token(next)
            .send()
            .await
            .map_err(failed_on("logs:FilterLogEvents", group))?;
        lines.extend(page.events.unwrap_or_default().into_iter().filter_map(|event| {
            Some(LogLine { at: event.timestamp.map(|millis| millis / 1000), message: event.message? })
        }));
        next = page.next_token;
        if next.is_none() || lines.len() >= LINES {
            break;
        }
    }
    // Within a page the order is not promised.
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    lines.truncate(LINES);
    Ok(lines)
}

/// A quoted phrase; of several, a question mark makes each optional: a line with any of them matches.
/// <https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html>
fn any_of(texts: &[&str]) -> String {
    let phrase = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    match texts {
        [one] => phrase(one),
        many => many.iter().map(|text| format!("?{}", phrase(text))).collect::<Vec<_>>().join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_matches_with_any_of_the_texts() {
        assert_eq!(any_of(&["timed out"]), r#""timed out""#);
        assert_eq!(any_of(&["timed out", r#"user "app""#]), r#"?"timed out" ?"user \"app\"""#);
    }
}
