//! SNS: the topics that an alarm can tell.

use aws_sdk_sns::Client;

use super::error::failed;
use crate::cloud::CloudResult;

/// More than anybody looks through.
const TOPICS: usize = 500;

/// ARNs, a hundred a page.
pub(super) async fn topics(client: &Client) -> CloudResult<Vec<String>> {
    let mut arns = Vec::new();
    let mut listed = client.list_topics().into_paginator().items().send();
    while let Some(topic) = listed.next().await {
        arns.extend(topic.map_err(failed("sns:ListTopics"))?.topic_arn);
        if arns.len() >= TOPICS {
            break;
        }
    }
    Ok(arns)
}
