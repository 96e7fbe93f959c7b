//! What was recorded about a proxy and its function: metrics in one batched call, and the known
//! texts in their logs.

use futures::future::join_all;

use super::existing::Asked;
use super::look::SharedLook;
use super::{database_of, part_read};
use crate::cloud::Reader;
use crate::cloud::shared::Shared;
use crate::domain::UnixSeconds;
use crate::domain::arn::short_name;
use crate::domain::database::DatabaseKind;
use crate::domain::monitoring::{LogGroup, LogSign, Metric};
use crate::domain::observed::Part;
use crate::rules::log_signs::{self, FUNCTION_SIGNS, KnownText, PROXY_SIGNS};
use crate::rules::metrics;

/// How far back logs are looked through.
const LOOK_BACK_SECS: UnixSeconds = 24 * 3600;

/// The answers.
pub struct Records {
    pub metrics: Part<Vec<Metric>>,
    pub log_groups: Part<Vec<LogGroup>>,
    pub proxy_log: Part<Vec<LogSign>>,
    pub function_log: Part<Vec<LogSign>>,
}

/// The log of a proxy.
pub(super) fn log_of_proxy(name: &str) -> String {
    format!("/aws/rds/proxy/{name}")
}

/// The log of a function, unless it is told to write to another one.
pub(super) fn log_of_function(name: &str) -> String {
    format!("/aws/lambda/{name}")
}

/// Asks for all of it at once.
pub(super) async fn read(asked: &Asked<'_>, now: UnixSeconds) -> Records {
    let proxy_log = log_of_proxy(&asked.existing.proxy);
    let of_function = async {
        let Some(Ok(Some(function))) = asked.function().await else { return (None, Part::NotAsked) };
        let (group, signs) = of_log(asked.look, &log_of_function(&function.name), FUNCTION_SIGNS, now).await;
        (Some(group), signs)
    };
    let (metrics, (proxy_group, proxy_log), (function_group, function_log)) =
        futures::join!(measured(asked, now), of_log(asked.look, &proxy_log, PROXY_SIGNS, now), of_function);
    let groups = [Some(proxy_group), function_group].into_iter().flatten();
    Records { metrics, log_groups: groups.fold(Part::Present(Vec::new()), with), proxy_log, function_log }
}

/// Metrics of the proxy, its database, the function and the function that rotates its secret.
async fn measured(asked: &Asked<'_>, now: UnixSeconds) -> Part<Vec<Metric>> {
    let proxy = asked.existing.proxy.as_str();
    let (targets, function, rotation) =
        futures::join!(asked.look.reader.targets(proxy), asked.function(), rotation(asked));
    let database = database_of(&targets.unwrap_or_default());
    let database = database.as_ref().map(|(kind, id)| match kind {
        Some(DatabaseKind::Cluster) => ("DBClusterIdentifier", id.as_str()),
        _ => ("DBInstanceIdentifier", id.as_str()),
    });
    let function = function.and_then(|function| Some(function.ok()??.name));
    let rotation = rotation.as_deref().map(short_name);
    let queries = metrics::queries(proxy, database, function.as_deref(), rotation);
    let series = asked.look.series(&queries, now).await;
    part_read(series.map(|all| Some(all.into_iter().map(Metric::from).collect())))
}

/// ARN of the first function that rotates one of the proxy's secrets.
async fn rotation(asked: &Asked<'_>) -> Option<String> {
    let proxy = asked.look.outline(&asked.existing.proxy).await?;
    let named = proxy.auth.iter().filter(|auth| !auth.secret_arn.is_empty());
    let secrets = join_all(named.map(|auth| asked.look.secret(&auth.secret_arn))).await;
    secrets.into_iter().find_map(|secret| secret.ok()??.rotation_lambda_arn)
}

/// A log group, and what its lines say. One that is not there has no lines to search.
async fn of_log(
    look: &SharedLook<'_>,
    name: &str,
    known: &[KnownText],
    now: UnixSeconds,
) -> (Part<LogGroup>, Part<Vec<LogSign>>) {
    if look.many.is_none() {
        let (group, signs) = futures::join!(look.log_group(name), signs(look.reader, name, known, now));
        return (part_read(group), signs);
    }
    let group = part_read(look.log_group(name).await);
    let signs = match &group {
        Part::Absent => Part::Present(Vec::new()),
        _ => signs(look.reader, name, known, now).await,
    };
    (group, signs)
}

/// The list with one more group; a group that is not there adds nothing.
fn with(groups: Part<Vec<LogGroup>>, group: Part<LogGroup>) -> Part<Vec<LogGroup>> {
    match (groups, group) {
        (Part::Present(mut groups), Part::Present(group)) => {
            groups.push(group);
            Part::Present(groups)
        }
        (Part::Present(_), Part::Unreadable(why)) => Part::Unreadable(why),
        (groups, _) => groups,
    }
}

async fn signs(reader: &Shared<'_>, group: &str, signs: &[KnownText], now: UnixSeconds) -> Part<Vec<LogSign>> {
    let since = now - LOOK_BACK_SECS;
    let searches = log_signs::searches(signs);
    let answers = join_all(searches.iter().map(|texts| reader.log_lines(group, texts, since))).await;
    reader.forget("log_lines");
    let mut lines = Vec::new();
    for answer in answers {
        match part_read(answer.map(Some)) {
            Part::Present(found) => lines.extend(found),
            Part::Unreadable(why) => return Part::Unreadable(why),
            // No group, no lines.
            Part::Absent | Part::NotAsked => {}
        }
    }
    Part::Present(log_signs::read(group, &lines, signs))
}
