//! How the facts of proxies are asked for: each by itself, or, where many proxies are looked at, out of
//! lists that are read once for all of them. A thing that a list lacks, or that may not be listed, is asked for by
//! itself.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::Arc;

use futures::future::join_all;
use tokio::sync::OnceCell;

use super::databases::{DatabaseList, databases};
use super::together::Together;
use super::{part_read, roles};
use crate::cloud::shared::Shared;
use crate::cloud::{CloudResult, Reader};
use crate::domain::UnixSeconds;
use crate::domain::monitoring::{Event, LogGroup, MetricQuery, Series};
use crate::domain::observed::Part;
use crate::domain::proxy::{Proxy, ProxyEndpoint, Target};
use crate::domain::role::Role;
use crate::domain::secret::Secret;

/// See the module.
pub(super) struct SharedLook<'a> {
    pub(super) reader: &'a Shared<'a>,
    /// `None` where one proxy is looked at.
    pub(super) many: Option<(&'a Lists, Member<'a>)>,
}

/// One of the proxies whose metrics are asked for together.
#[derive(Clone, Copy)]
pub(super) struct Member<'a> {
    pub(super) of: &'a Together,
    pub(super) number: usize,
}

type List<T> = OnceCell<Option<BTreeMap<String, T>>>;

/// Each is read when something of it is first asked for. `None` is a list that could not be read.
#[derive(Default)]
pub(super) struct Lists {
    proxies: BTreeMap<String, Arc<Proxy>>,
    log_names: Vec<String>,
    roles: List<Role>,
    secrets: List<Secret>,
    endpoints: List<Vec<ProxyEndpoint>>,
    events: List<Vec<Event>>,
    log_groups: List<LogGroup>,
    databases: OnceCell<Arc<DatabaseList>>,
    targets: OnceCell<BTreeMap<String, Arc<Part<Vec<Target>>>>>,
}

impl Lists {
    /// For these proxies, whose log groups and whose functions' log groups have these names.
    pub(super) fn new(proxies: &[Proxy], log_names: Vec<String>) -> Self {
        let proxies = proxies.iter().map(|proxy| (proxy.name.clone(), Arc::new(proxy.clone()))).collect();
        Self { proxies, log_names, ..Self::default() }
    }
}

/// The list, read now if it was not.
async fn read<T, I: IntoIterator<Item = (String, T)>>(
    list: &List<T>,
    ask: impl Future<Output = CloudResult<I>>,
) -> Option<&BTreeMap<String, T>> {
    let read = || async { Some(ask.await.ok()?.into_iter().collect()) };
    list.get_or_init(read).await.as_ref()
}

impl<'a> SharedLook<'a> {
    fn lists(&self) -> Option<&'a Lists> {
        self.many.map(|(lists, _)| lists)
    }

    /// What decides the next questions, without tags: those take a call of their own.
    pub(super) async fn outline(&self, name: &str) -> Option<Proxy> {
        match self.lists().and_then(|lists| lists.proxies.get(name)) {
            Some(proxy) => Some(Proxy::clone(proxy)),
            None => match self.reader.proxies().await {
                Ok(all) => all.into_iter().find(|proxy| proxy.name == name),
                Err(_) => self.reader.proxy(name).await.ok().flatten(),
            },
        }
    }

    /// All other proxies.
    pub(super) async fn others(&self, name: &str) -> CloudResult<Vec<Arc<Proxy>>> {
        let mut all: Vec<Arc<Proxy>> = match self.lists() {
            Some(lists) => lists.proxies.values().cloned().collect(),
            None => self.reader.proxies().await?.into_iter().map(Arc::new).collect(),
        };
        all.retain(|other| other.name != name);
        Ok(all)
    }

    /// With its managed policies. `GetAccountAuthorizationDetails` gives no description of a role, and no
    /// rule asks for one.
    pub(super) async fn role(&self, name: &str) -> CloudResult<Option<Role>> {
        let by_name = async {
            let all = self.reader.roles().await;
            self.reader.forget("roles");
            Ok(all?.into_iter().map(|role| (role.name.clone(), role)))
        };
        let listed = match self.lists() {
            Some(lists) => read(&lists.roles, by_name).await.and_then(|all| all.get(name)),
            None => None,
        };
        match listed {
            Some(role) => roles::completed(self.reader, role).await.map(Some),
            None => roles::role(self.reader, name).await,
        }
    }

    pub(super) async fn secret(&self, arn: &str) -> CloudResult<Option<Secret>> {
        let by_arn = async {
            let all = self.reader.secrets().await;
            self.reader.forget("secrets");
            Ok(all?.into_iter().map(|secret| (secret.arn.clone(), secret)))
        };
        let listed = match self.lists() {
            Some(lists) => read(&lists.secrets, by_arn).await.and_then(|all| all.get(arn)),
            None => None,
        };
        match listed {
            Some(secret) => Ok(Some(secret.clone())),
            None => self.reader.secret(arn).await,
        }
    }

    pub(super) async fn endpoints(&self, proxy: &str) -> CloudResult<Vec<ProxyEndpoint>> {
        if let Some(lists) = self.lists()
            && let Some(all) = read(&lists.endpoints, self.reader.endpoints_by_proxy()).await
        {
            return Ok(all.get(proxy).cloned().unwrap_or_default());
        }
        self.reader.proxy_endpoints(proxy).await
    }

    pub(super) async fn events(&self, proxy: &str) -> CloudResult<Vec<Event>> {
        let by_proxy = async {
            let mut by_proxy: BTreeMap<String, Vec<Event>> = BTreeMap::new();
            let all = self.reader.events_of_proxies().await;
            self.reader.forget("events_of_proxies");
            for event in all? {
                by_proxy.entry(event.source.clone()).or_default().push(event);
            }
            Ok(by_proxy)
        };
        if let Some(lists) = self.lists()
            && let Some(all) = read(&lists.events, by_proxy).await
        {
            return Ok(all.get(proxy).cloned().unwrap_or_default());
        }
        self.reader.proxy_events(proxy).await
    }

    pub(super) async fn log_group(&self, name: &str) -> CloudResult<Option<LogGroup>> {
        if let Some(lists) = self.lists() {
            let by_name = async {
                let all = self.reader.log_groups(&lists.log_names).await?;
                Ok(all.into_iter().map(|group| (group.name.clone(), group)))
            };
            if let Some(all) = read(&lists.log_groups, by_name).await {
                return Ok(all.get(name).cloned());
            }
        }
        self.reader.log_group(name).await
    }

    /// Of all databases.
    pub(super) async fn databases(&self) -> Arc<DatabaseList> {
        let all = || async { Arc::new(databases(self.reader).await) };
        match self.lists() {
            Some(lists) => Arc::clone(lists.databases.get_or_init(all).await),
            None => all().await,
        }
    }

    /// The targets of these proxies.
    pub(super) async fn targets_of(&self, names: &[&str]) -> Vec<Arc<Part<Vec<Target>>>> {
        let ask = |name: &str| {
            let name = name.to_owned();
            async move { Arc::new(part_read(self.reader.targets(&name).await.map(Some))) }
        };
        let Some(lists) = self.lists() else { return join_all(names.iter().map(|name| ask(name))).await };
        let all = || async {
            let targets = join_all(lists.proxies.keys().map(|name| ask(name))).await;
            lists.proxies.keys().cloned().zip(targets).collect()
        };
        let all = lists.targets.get_or_init(all).await;
        names.iter().map(|name| all.get(*name).cloned().unwrap_or_default()).collect()
    }

    pub(super) async fn series(&self, queries: &[MetricQuery], now: UnixSeconds) -> CloudResult<Vec<Series>> {
        match self.many {
            Some((_, member)) => member.of.series(self.reader, member.number, queries, now).await,
            None => self.reader.series(queries, now).await,
        }
    }
}
