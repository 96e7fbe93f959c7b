//! Questions of several proxies to CloudWatch in one call: it takes 500 at a time, and one proxy has some
//! twenty.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use tokio::sync::{Barrier, OnceCell};

use crate::cloud::shared::Shared;
use crate::cloud::{CloudResult, Reader};
use crate::domain::UnixSeconds;
use crate::domain::monitoring::{MetricQuery, Series};

/// One call for so many proxies, made when the last of them has said what it asks.
pub(super) struct Together {
    all: Barrier,
    asked: Mutex<BTreeMap<usize, Vec<MetricQuery>>>,
    answer: OnceCell<CloudResult<BTreeMap<String, Series>>>,
}

impl Together {
    /// Each of `members` must ask, or the others wait for ever.
    pub(super) fn new(members: usize) -> Self {
        Self { all: Barrier::new(members), asked: Mutex::default(), answer: OnceCell::new() }
    }

    /// Asks for this member, which asks once, and waits for the others. In the order of the queries.
    pub(super) async fn series(
        &self,
        reader: &Shared<'_>,
        member: usize,
        queries: &[MetricQuery],
        now: UnixSeconds,
    ) -> CloudResult<Vec<Series>> {
        let apart = |query: &MetricQuery| MetricQuery { id: id_of(member, &query.id), ..query.clone() };
        let own = queries.iter().map(apart).collect();
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).insert(member, own);
        self.all.wait().await;
        let answer = self.answer.get_or_init(|| self.ask(reader, now)).await;
        let measured = answer.as_ref().map_err(Clone::clone)?;
        let series = |query: &MetricQuery| {
            let points = measured.get(&id_of(member, &query.id)).map(|series| series.points.clone());
            Series { id: query.id.clone(), points: points.unwrap_or_default() }
        };
        Ok(queries.iter().map(series).collect())
    }

    async fn ask(&self, reader: &Shared<'_>, now: UnixSeconds) -> CloudResult<BTreeMap<String, Series>> {
        let asked = std::mem::take(&mut *self.asked.lock().unwrap_or_else(PoisonError::into_inner));
        let queries: Vec<MetricQuery> = asked.into_values().flatten().collect();
        let series = reader.series(&queries, now).await;
        reader.forget("series");
        let series = series?;
        Ok(series.into_iter().map(|series| (series.id.clone(), series)).collect())
    }
}

/// Ids begin with a small letter.
fn id_of(member: usize, id: &str) -> String {
    format!("{id}_{member}")
}
