//! Every proxy of account and region → an Observed each. What several share is read once; metrics of many
//! are asked for in one call; each is handed on as soon as its facts are there.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use futures::StreamExt;
use futures::future::{BoxFuture, join_all};

use super::existing::{Existing, Invoked, PATIENCE, observe_through};
use super::look::{Lists, Member, SharedLook};
use super::records::{log_of_function, log_of_proxy};
use super::suggest::suggestions;
use super::together::Together;
use crate::cloud::shared::Shared;
use crate::cloud::{Clock, CloudResult, Gate, Reader};
use crate::domain::account::Account;
use crate::domain::observed::Observed;

/// Proxies whose metrics are asked for together: as many as one call of CloudWatch has room for.
const TOGETHER: usize = 24;
/// Such groups under way at once.
const GROUPS_AT_ONCE: usize = 2;
/// From so many proxies on, lists of the whole account are less work than one thing after another.
const MANY: usize = 5;

/// What [`observe_each`] tells.
#[derive(Debug)]
pub enum Heard {
    /// The names of all there are, before any is read.
    Listed(Vec<String>),
    /// One, by name, as it was read.
    Read(String, Box<Observed>),
}

/// Every proxy, each with the function whose environment names it, if one does, in the order of AWS's list.
///
/// # Errors
/// The list of proxies could not be read.
pub async fn observe_all(
    reader: &dyn Reader,
    clock: &dyn Clock,
    account: &Account,
    read_secrets: bool,
) -> CloudResult<Vec<Observed>> {
    let gathered = Mutex::new((Vec::new(), Vec::new()));
    let hear = |heard| {
        let mut gathered = gathered.lock().unwrap_or_else(PoisonError::into_inner);
        match heard {
            Heard::Listed(names) => gathered.0 = names,
            Heard::Read(name, observed) => gathered.1.push((name, *observed)),
        }
    };
    observe_each(reader, clock, account, read_secrets, &Gate::default(), &hear).await?;
    let (order, mut all) = gathered.into_inner().unwrap_or_else(PoisonError::into_inner);
    all.sort_by_key(|(name, _)| order.iter().position(|listed| listed == name));
    Ok(all.into_iter().map(|(_, observed)| observed).collect())
}

/// The same, each proxy handed on as soon as its facts are there, so that none has to be kept. Nothing is asked
/// while the gate is held.
///
/// # Errors
/// The list of proxies could not be read.
pub async fn observe_each(
    reader: &dyn Reader,
    clock: &dyn Clock,
    account: &Account,
    read_secrets: bool,
    gate: &Gate,
    hear: &(dyn Fn(Heard) + Send + Sync),
) -> CloudResult<()> {
    let proxies = reader.proxies().await?;
    hear(Heard::Listed(proxies.iter().map(|proxy| proxy.name.clone()).collect()));
    let shared = Shared::gated(reader, clock, PATIENCE, gate.clone());
    // Unreadable functions are said by each validation that asks for one.
    let functions = shared.functions().await.unwrap_or_default();
    shared.forget("functions");
    let questions: Vec<Existing> = proxies
        .iter()
        .map(|proxy| {
            let named = suggestions(proxy, &[], &[], &functions, &BTreeMap::new());
            let function = named.into_iter().next().map(|named| Invoked { name: named.function.name, qualifier: None });
            Existing { proxy: proxy.name.clone(), function, read_secrets }
        })
        .collect();
    drop(functions);
    let log_names = questions.iter().flat_map(|asked| {
        let of_function = asked.function.as_ref().map(|function| log_of_function(&function.name));
        [Some(log_of_proxy(&asked.proxy)), of_function].into_iter().flatten()
    });
    let lists = Lists::new(&proxies, log_names.collect());
    let lists = (proxies.len() >= MANY).then_some(&lists);
    let mut groups: Vec<BoxFuture<'_, ()>> = Vec::new();
    for group in questions.chunks(TOGETHER) {
        groups.push(Box::pin(observe_group(&shared, lists, clock, account, group, hear)));
    }
    futures::stream::iter(groups).buffer_unordered(GROUPS_AT_ONCE).collect::<()>().await;
    Ok(())
}

async fn observe_group(
    shared: &Shared<'_>,
    lists: Option<&Lists>,
    clock: &dyn Clock,
    account: &Account,
    group: &[Existing],
    hear: &(dyn Fn(Heard) + Send + Sync),
) {
    let together = Together::new(group.len());
    let mut members: Vec<BoxFuture<'_, ()>> = Vec::new();
    for (number, asked) in group.iter().enumerate() {
        let member = Member { of: &together, number };
        let look = SharedLook { reader: shared, many: lists.map(|lists| (lists, member)) };
        members.push(Box::pin(async move {
            let observed = observe_through(&look, clock, account, asked).await;
            hear(Heard::Read(asked.proxy.clone(), Box::new(observed)));
        }));
    }
    join_all(members).await;
}
