//! X-Ray: which calls of a function were traced, and what was measured in them.

use aws_sdk_xray::Client;
use aws_sdk_xray::primitives::DateTime;
use futures::future::try_join_all;
use serde::Deserialize;

use super::error::{failed, failed_on};
use crate::cloud::CloudResult;
use crate::domain::UnixSeconds;
use crate::domain::trace::{Subsegment, TracedCall};

/// Traces that are enough for a median.
const TRACES: usize = 100;
/// Traces that one call takes.
/// <https://docs.aws.amazon.com/xray/latest/devguide/xray-api-gettingdata.html>
const AT_ONCE: usize = 5;
/// The segment in which Lambda and the function's code measure.
/// <https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html>
const OF_FUNCTION: &str = "AWS::Lambda::Function";

pub(super) async fn ids(
    client: &Client,
    function: &str,
    from: UnixSeconds,
    until: UnixSeconds,
) -> CloudResult<Vec<String>> {
    let mut ids = Vec::new();
    let mut listed = client
        .get_trace_summaries()
        .start_time(DateTime::from_secs(from))
        .end_time(DateTime::from_secs(until))
        .filter_expression(format!("service(\"{function}\")"))
        .into_paginator()
        .items()
        .send();
    while let Some(summary) = listed.next().await {
        let summary = summary.map_err(failed_on("xray:GetTraceSummaries", function))?;
        // What is not finished is not measured.
        ids.extend(summary.id.filter(|_| !summary.is_partial.unwrap_or_default()));
        if ids.len() >= TRACES {
            break;
        }
    }
    Ok(ids)
}

pub(super) async fn traces(client: &Client, ids: &[String]) -> CloudResult<Vec<TracedCall>> {
    let batches = ids.chunks(AT_ONCE).map(|ids| async move {
        let traces = client.batch_get_traces().set_trace_ids(Some(ids.to_vec())).send().await;
        traces.map_err(failed("xray:BatchGetTraces"))
    });
    let traces = try_join_all(batches).await?.into_iter().flat_map(|batch| batch.traces.unwrap_or_default());
    let call = |trace: aws_sdk_xray::types::Trace| {
        let documents = trace.segments.unwrap_or_default().into_iter().filter_map(|segment| segment.document);
        Some(TracedCall { id: trace.id?, subsegments: documents.flat_map(|document| measured(&document)).collect() })
    };
    Ok(traces.filter_map(call).collect())
}

/// A segment or a part of one, as far as it is read.
/// <https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html>
#[derive(Deserialize)]
struct Segment {
    name: String,
    origin: Option<String>,
    start_time: f64,
    /// Absent while it is under way.
    end_time: Option<f64>,
    sql: Option<serde::de::IgnoredAny>,
    #[serde(default)]
    subsegments: Vec<Segment>,
}

/// The parts of a function's segment. Other segments, and what is no document, have none.
fn measured(document: &str) -> Vec<Subsegment> {
    let mut parts = Vec::new();
    match serde_json::from_str::<Segment>(document) {
        Ok(segment) if segment.origin.as_deref() == Some(OF_FUNCTION) => collect(segment.subsegments, &mut parts),
        _ => {}
    }
    parts
}

fn collect(segments: Vec<Segment>, parts: &mut Vec<Subsegment>) {
    for segment in segments {
        if let Some(end) = segment.end_time {
            let ms = (end - segment.start_time) * 1000.0;
            parts.push(Subsegment { name: segment.name, is_query: segment.sql.is_some(), ms });
        }
        collect(segment.subsegments, parts);
    }
}
