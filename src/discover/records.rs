//! What was recorded about a proxy and its function: metrics in one batched call, and the known
//! texts in their logs.

use futures::future::{OptionFuture, join_all};
use std::collections::BTreeSet;

use super::existing::Existing;
use super::one;
use crate::cloud::Reader;
use crate::domain::UnixSeconds;
use crate::domain::arn::short_name;
use crate::domain::database::DatabaseKind;
use crate::domain::monitoring::{LogGroup, LogSign, Metric, MetricQuery};
use crate::domain::observed::{Observed, Part};
use crate::rules::log_signs::{self, FUNCTION_SIGNS, PROXY_SIGNS, Sign};
use crate::rules::metrics;

/// How far back logs are looked through.
const LOOK_BACK_SECS: UnixSeconds = 24 * 3600;
/// Texts in one search: AWS takes a pattern of at most 1,024 characters.
const TEXTS_AT_ONCE: usize = 12;

/// What to ask for.
pub struct Recorded {
    queries: Vec<MetricQuery>,
    proxy_log: String,
    function_log: Option<String>,
}

impl Recorded {
    /// Of the proxy, its database, the function and the function that rotates its secret.
    pub fn of(observed: &Observed, existing: &Existing) -> Self {
        let database = observed.database.present().map(|database| match database.kind {
            DatabaseKind::Instance => ("DBInstanceIdentifier", database.id.as_str()),
            DatabaseKind::Cluster => ("DBClusterIdentifier", database.id.as_str()),
        });
        let function = observed.function.present().map(|function| function.name.as_str());
        let rotation = observed
            .proxy_secrets
            .iter()
            .find_map(|secret| secret.secret.present()?.rotation_lambda_arn.as_deref())
            .map(short_name);
        Self {
            queries: metrics::queries(&existing.proxy, database, function, rotation),
            proxy_log: format!("/aws/rds/proxy/{}", existing.proxy),
            function_log: function.map(|name| format!("/aws/lambda/{name}")),
        }
    }
}

/// The answers.
pub struct Records {
    pub metrics: Part<Vec<Metric>>,
    pub log_groups: Part<Vec<LogGroup>>,
    pub proxy_log: Part<Vec<LogSign>>,
    pub function_log: Part<Vec<LogSign>>,
}

/// Asks for all of it at once.
pub async fn read(reader: &dyn Reader, asked: &Recorded, now: UnixSeconds) -> Records {
    let function_log = asked.function_log.as_deref();
    let (metrics, proxy_group, function_group, proxy_signs, function_signs) = futures::join!(
        reader.series(&asked.queries, now),
        reader.log_group(&asked.proxy_log),
        OptionFuture::from(function_log.map(|name| reader.log_group(name))),
        signs(reader, &asked.proxy_log, PROXY_SIGNS, now),
        OptionFuture::from(function_log.map(|name| signs(reader, name, FUNCTION_SIGNS, now)))
    );
    let groups = [Some(one(proxy_group)), function_group.map(one)];
    Records {
        metrics: one(metrics.map(|all| Some(all.into_iter().map(Metric::from).collect()))),
        log_groups: groups.into_iter().flatten().fold(Part::Present(Vec::new()), with),
        proxy_log: proxy_signs,
        function_log: function_signs.unwrap_or_default(),
    }
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

async fn signs(reader: &dyn Reader, group: &str, signs: &[Sign], now: UnixSeconds) -> Part<Vec<LogSign>> {
    let texts: BTreeSet<&str> = signs.iter().map(|sign| sign.text).collect();
    let texts: Vec<&str> = texts.into_iter().collect();
    let since = now - LOOK_BACK_SECS;
    let answers = join_all(texts.chunks(TEXTS_AT_ONCE).map(|texts| reader.log_lines(group, texts, since))).await;
    let mut lines = Vec::new();
    for answer in answers {
        match one(answer.map(Some)) {
            Part::Present(found) => lines.extend(found),
            Part::Unreadable(why) => return Part::Unreadable(why),
            // No group, no lines.
            Part::Absent | Part::NotAsked => {}
        }
    }
    Part::Present(log_signs::read(group, &lines, signs))
}
