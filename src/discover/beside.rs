//! The proxies that are there: those beside a setup's own, those that could be used for a database, and
//! those that a function reaches.

use futures::future::join_all;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::look::SharedLook;
use super::suggest::{Reason, Suggestion, suggest_functions};
use super::{databases, part, part_read};
use crate::cloud::{CloudResult, Reader};
use crate::design::{Unusable, served, unusable};
use crate::domain::database::Database;
use crate::domain::function::Function;
use crate::domain::observed::{Part, Unreadable};
use crate::domain::proxy::{OtherProxy, PoolSettings, Proxy, ProxyAuth, Target};

/// Neighbours of one proxy whose targets are read: in a crowded VPC that would be most of all calls.
const NEIGHBOURS: usize = 5;
/// The same before a setup, which asks once and decides more.
const NEIGHBOURS_OF_A_SETUP: usize = 40;

/// The other proxies of account and region, as an existing one sees them.
#[derive(Debug, Default)]
pub(super) struct Others {
    pub(super) proxies: Part<Vec<OtherProxy>>,
    /// Of all proxies, the one itself among them.
    pub(super) names: Part<Vec<String>>,
    /// Of those that have the same role.
    pub(super) with_role: Part<Vec<String>>,
}

/// The others; of the nearest that could have the database of these targets, whether they do.
pub(super) async fn others(look: &SharedLook<'_>, proxy: &Proxy, targets: &[Target]) -> Others {
    let all = match part_read(look.others(&proxy.name).await.map(Some)) {
        Part::Present(all) => all,
        Part::Unreadable(why) => {
            let (proxies, names) = (Part::Unreadable(why.clone()), Part::Unreadable(why.clone()));
            return Others { proxies, names, with_role: Part::Unreadable(why) };
        }
        Part::Absent | Part::NotAsked => return Others::default(),
    };
    let names = all.iter().map(|other| other.name.clone()).chain([proxy.name.clone()]).collect();
    let with_role = all.iter().filter(|other| other.role_arn == proxy.role_arn).map(|other| other.name.clone());
    let with_role = Part::Present(with_role.collect());
    let is_near = |other: &Proxy| other.vpc_id == proxy.vpc_id && other.engine_family == proxy.engine_family;
    let most = if look.many.is_some() { usize::MAX } else { NEIGHBOURS };
    let asked = nearest(all.iter().map(Arc::as_ref), is_near, &|other| likeness(proxy, other), most);
    let theirs: BTreeMap<&str, Arc<Part<Vec<Target>>>> =
        asked.iter().copied().zip(look.targets_of(&asked).await).collect();
    let same = |target: &Target| targets.iter().any(|ours| ours.id == target.id && ours.kind == target.kind);
    let shares = |targets: &[Target]| targets.iter().any(same);
    let (theirs, shares) = (&theirs, &shares);
    let proxies = join_all(all.iter().map(|other| async move {
        outline(other, share(look.reader, other, is_near(other), theirs.get(other.name.as_str()), shares).await)
    }));
    Others { proxies: Part::Present(proxies.await), names: Part::Present(names), with_role }
}

/// Every other proxy; of those that could have the database, whether they do, and the share of its
/// connections that they may take.
pub(super) async fn in_front_of(
    reader: &dyn Reader,
    proxies: &Part<Vec<Proxy>>,
    own: Option<&str>,
    database: &Database,
) -> Part<Vec<OtherProxy>> {
    let all = match proxies {
        Part::Present(all) => all,
        Part::Unreadable(why) => return Part::Unreadable(why.clone()),
        Part::Absent => return Part::Absent,
        Part::NotAsked => return Part::NotAsked,
    };
    let others: Vec<Proxy> = all.iter().filter(|proxy| Some(proxy.name.as_str()) != own).cloned().collect();
    let is_near = |proxy: &Proxy| {
        database.vpc_id.as_deref() == Some(proxy.vpc_id.as_str())
            && database.engine.family() == Some(proxy.engine_family)
    };
    let named = |proxy: &Proxy| usize::from(!proxy.name.contains(&database.id));
    let asked = nearest(others.iter(), is_near, &named, NEIGHBOURS_OF_A_SETUP);
    let targets = join_all(asked.iter().map(|name| reader.targets(name))).await;
    let targets = targets.into_iter().map(|targets| Arc::new(part(targets)));
    let theirs: BTreeMap<&str, Arc<Part<Vec<Target>>>> = asked.into_iter().zip(targets).collect();
    let shares = |targets: &[Target]| served(targets) == Some(database.id.as_str());
    let (theirs, shares) = (&theirs, &shares);
    let others = others.iter().map(|other| async move {
        outline(other, share(reader, other, is_near(other), theirs.get(other.name.as_str()), shares).await)
    });
    Part::Present(join_all(others).await)
}

/// The names of so many that could have the same database, the likeliest first.
fn nearest<'a>(
    others: impl Iterator<Item = &'a Proxy>,
    is_near: impl Fn(&Proxy) -> bool,
    likeness: &dyn Fn(&Proxy) -> usize,
    most: usize,
) -> Vec<&'a str> {
    let mut near: Vec<&Proxy> = others.filter(|other| is_near(other)).collect();
    near.sort_by(|a, b| (likeness(a), &a.name).cmp(&(likeness(b), &b.name)));
    near.into_iter().take(most).map(|proxy| proxy.name.as_str()).collect()
}

/// Less is nearer: who reads the same secret logs in to the same database, and a role is seldom shared
/// beyond one.
fn likeness(proxy: &Proxy, other: &Proxy) -> usize {
    let secret = |auth: &ProxyAuth| proxy.auth.iter().any(|own| own.secret_arn == auth.secret_arn);
    if other.auth.iter().any(secret) {
        0
    } else if other.role_arn == proxy.role_arn {
        1
    } else {
        2
    }
}

/// `MaxConnectionsPercent` of a proxy that has the database; not asked of one that is not among the nearest.
async fn share(
    reader: &dyn Reader,
    other: &Proxy,
    is_near: bool,
    targets: Option<&Arc<Part<Vec<Target>>>>,
    shares: &(dyn Fn(&[Target]) -> bool + Sync),
) -> Part<u8> {
    match targets.map(Arc::as_ref) {
        None if is_near => Part::NotAsked,
        Some(Part::Present(targets)) if shares(targets) => {
            part_read(reader.pool(&other.name).await.map(|pool| pool.map(|pool| pool.max_connections_percent)))
        }
        Some(Part::Unreadable(why)) => Part::Unreadable(why.clone()),
        _ => Part::Absent,
    }
}

fn outline(other: &Proxy, shares_database: Part<u8>) -> OtherProxy {
    OtherProxy {
        name: other.name.clone(),
        resource_id: other.resource_id().to_owned(),
        endpoint: other.endpoint.clone(),
        shares_database,
    }
}

/// A proxy as a place for one more function.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    pub proxy: Proxy,
    /// Why it cannot be used; `None` where it can.
    pub why_not: Option<Unusable>,
    pub pool: Part<PoolSettings>,
    pub targets: Part<Vec<Target>>,
    /// Functions that seem to use it. Looked for only on one that can be used.
    pub functions: Vec<Suggestion>,
    /// What of the functions could not be read.
    pub unread: Vec<Unreadable>,
}

impl Candidate {
    /// No database is registered with it.
    pub fn has_no_database(&self) -> bool {
        self.targets.present().is_some_and(Vec::is_empty)
    }

    /// Those that serve the database come first, then those that could.
    fn rank(&self) -> (bool, bool, &str) {
        (self.why_not.is_some(), self.has_no_database(), &self.proxy.name)
    }
}

/// The proxies of account and region, those that can be used first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Candidates {
    /// As the account spells it.
    pub database: String,
    pub proxies: Vec<Candidate>,
}

impl Candidates {
    /// The first that can be used and serves the database already.
    pub fn recommended(&self) -> Option<&Candidate> {
        self.proxies.iter().find(|one| one.why_not.is_none() && !one.has_no_database())
    }
}

/// Looks at each proxy as a place in front of the database. `None` where there is no such database.
///
/// # Errors
/// The proxies or the databases could not be read.
pub async fn candidates(reader: &dyn Reader, database: &str) -> CloudResult<Result<Option<Candidates>, Unreadable>> {
    let (list, proxies) = futures::join!(databases(reader), reader.proxies());
    let proxies = proxies?;
    let found = list.databases.iter().find(|there| there.id.eq_ignore_ascii_case(database));
    let database = match (found, list.unreadable.into_iter().next()) {
        (Some(database), _) => database,
        (None, Some(why)) => return Ok(Err(why)),
        (None, None) => return Ok(Ok(None)),
    };
    let vpcs = reader.vpcs().await.unwrap_or_default();
    let vpcs = &vpcs;
    let looks = proxies.into_iter().map(|proxy| async move {
        let (pool, targets) = futures::join!(reader.pool(&proxy.name), reader.targets(&proxy.name));
        let (pool, targets) = (part_read(pool), part(targets));
        let vpc = vpcs.iter().find(|vpc| vpc.id == proxy.vpc_id);
        let why_not = unusable(&proxy, &targets, database, vpc);
        let (functions, unread) = match why_not {
            None => suggest_functions(reader, &proxy).await,
            Some(_) => (Vec::new(), Vec::new()),
        };
        Candidate { proxy, why_not, pool, targets, functions, unread }
    });
    let mut proxies = join_all(looks).await;
    proxies.sort_by(|a, b| a.rank().cmp(&b.rank()));
    Ok(Ok(Some(Candidates { database: database.id.clone(), proxies })))
}

/// A proxy that a function reaches.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    pub proxy: Proxy,
    pub targets: Part<Vec<Target>>,
    /// The surest first.
    pub how: Vec<Reason>,
}

/// A database that a function comes to without a proxy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Direct {
    pub database: String,
    /// The variables that name one of its hosts.
    pub variables: Vec<String>,
}

/// Where a function's variables, policies and groups lead.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reached {
    pub proxies: Vec<Reach>,
    pub direct: Vec<Direct>,
    /// What could not be read: what follows from it is not among them.
    pub unread: Vec<Unreadable>,
}

/// The proxies and databases that a function reaches. `None` where there is no such function.
///
/// # Errors
/// The function or the proxies could not be read.
pub async fn reached(reader: &dyn Reader, function: &str) -> CloudResult<Option<Reached>> {
    let (found, proxies, list) = futures::join!(reader.function(function), reader.proxies(), databases(reader));
    let (Some(function), proxies) = (found?, proxies?) else { return Ok(None) };
    let name = &function.name;
    let looks = proxies.into_iter().map(|proxy| async move {
        let (targets, (functions, unread)) =
            futures::join!(reader.targets(&proxy.name), suggest_functions(reader, &proxy));
        let how = functions.into_iter().find(|one| one.function.name == *name).map(|one| one.reasons);
        (how.map(|how| Reach { targets: part(targets), proxy, how }), unread)
    });
    let (mut reaches, mut unread) = (Vec::new(), list.unreadable);
    for (reach, failed) in join_all(looks).await {
        reaches.extend(reach);
        unread.extend(failed);
    }
    unread.extend(hidden(&function));
    unread.sort_by(|a: &Unreadable, b| a.operation.cmp(&b.operation));
    unread.dedup_by(|a, b| a.operation == b.operation);
    reaches.sort_by(|a, b| (&a.how, &a.proxy.name).cmp(&(&b.how, &b.proxy.name)));
    let direct = list.databases.iter().filter_map(|database| direct(database, &function)).collect();
    Ok(Some(Reached { proxies: reaches, direct, unread }))
}

/// Variables that nobody may see may name anything.
fn hidden(function: &Function) -> Option<Unreadable> {
    let because = function.environment_unreadable.clone()?;
    let operation = "lambda:GetFunctionConfiguration".to_owned();
    Some(Unreadable { operation, because, denied: false, signed_out: false, unanswered: false })
}

fn direct(database: &Database, function: &Function) -> Option<Direct> {
    let hosts: Vec<&String> = database.host.iter().chain(&database.other_hosts).collect();
    let names = |value: &str| hosts.iter().any(|host| value.contains(host.as_str()));
    let of_database = function.environment.iter().filter(|(_, value)| value.readable().is_some_and(names));
    let variables: Vec<String> = of_database.map(|(name, _)| name.clone()).collect();
    (!variables.is_empty()).then(|| Direct { database: database.id.clone(), variables })
}
