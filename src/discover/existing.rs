//! An existing proxy and what hangs on it → Observed, for `validate`.
//!
//! Three waves, each of all that can be asked at once: what the question names, what those things
//! name, and what these name in turn. A call that fails makes its own part unreadable and nothing
//! else; all are given up when time is up, so a validation ends whatever the account answers.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use futures::StreamExt;
use futures::future::OptionFuture;

use super::gate::Gate;
use super::records::{self, Recorded};
use super::suggest::suggestions;
use super::{database_of, names_where, network, one, provider, secrets};
use crate::cloud::shared::Shared;
use crate::cloud::{Clock, CloudResult, Reader};
use crate::domain::UnixSeconds;
use crate::domain::account::Account;
use crate::domain::arn::short_name;
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::{OtherProxy, Proxy, Target};
use crate::rules;

/// How long one validation may read.
pub const PATIENCE: Duration = Duration::from_secs(50);

/// Proxies looked at together, and for how many of them the patience is meant.
const AT_ONCE: usize = 8;
const PROXIES_IN_PATIENCE: usize = 100;

/// A function, and the alias or version of it that is invoked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Invoked {
    pub name: String,
    /// `None` is `$LATEST`.
    pub qualifier: Option<String>,
}

/// The text names no function.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotAFunction {
    /// It is not `NAME` or `NAME:QUALIFIER`.
    #[error("`{0}` names no function: `NAME` or `NAME:QUALIFIER` is expected")]
    Form(String),
    /// Web functions and MicroVMs reach a VPC by a network connector that their revision pins, and
    /// have neither a function's network nor its role.
    /// <https://docs.aws.amazon.com/lambda/latest/dg/microvms-networking.html>
    #[error("`{text}` is {what} of Lambda, which this program does not cover: it looks at functions only")]
    NotCovered { text: String, what: &'static str },
}

/// Resource types of Lambda that are no functions, as their ARNs name them.
const NOT_COVERED: [(&str, &str); 3] =
    [(":web-function:", "a web function"), (":microvm", "a MicroVM"), (":network-connector:", "a network connector")];

impl FromStr for Invoked {
    type Err = NotAFunction;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.starts_with("arn:")
            && let Some((_, what)) = NOT_COVERED.iter().find(|(kind, _)| text.contains(kind))
        {
            return Err(NotAFunction::NotCovered { text: text.to_owned(), what });
        }
        // `arn:aws:lambda:region:account:function:name:qualifier`
        let short = text.rsplit_once(":function:").map_or(text, |(_, short)| short);
        let mut parts = short.split(':');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(name), None, None) if !name.is_empty() => Ok(Self { name: name.to_owned(), qualifier: None }),
            (Some(name), Some(qualifier), None) if !name.is_empty() && !qualifier.is_empty() => {
                Ok(Self { name: name.to_owned(), qualifier: Some(qualifier.to_owned()) })
            }
            _ => Err(NotAFunction::Form(text.to_owned())),
        }
    }
}

impl fmt::Display for Invoked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.qualifier {
            Some(qualifier) => write!(f, "{}:{qualifier}", self.name),
            None => f.write_str(&self.name),
        }
    }
}

/// What to validate.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Existing {
    /// Name of the proxy.
    pub proxy: String,
    pub function: Option<Invoked>,
    /// The person allows `secretsmanager:GetSecretValue`.
    pub read_secrets: bool,
}

/// Reads everything that the rules look at.
pub async fn observe_proxy(reader: &dyn Reader, clock: &dyn Clock, account: &Account, existing: &Existing) -> Observed {
    observe_through(&Shared::new(reader, clock, PATIENCE), clock, account, existing).await
}

/// The same through a reader that several validations share.
async fn observe_through(reader: &Shared<'_>, clock: &dyn Clock, account: &Account, existing: &Existing) -> Observed {
    let at = UnixSeconds::try_from(clock.now()).unwrap_or_default();
    let mut observed = Observed { at: Some(at), ..Observed::nothing(account.clone()) };
    first_wave(reader, &mut observed, existing).await;
    second_wave(reader, &mut observed, existing).await;
    third_wave(reader, &mut observed, existing, at).await;
    observed
}

/// Every proxy of account and region, each with the function whose environment names it, if one
/// does, in the order of AWS's list. What several share is read once.
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

/// What [`observe_each`] tells.
#[derive(Debug)]
pub enum Heard {
    /// The names of all there are, before any is read.
    Listed(Vec<String>),
    /// One, by name, as it was read.
    Read(String, Box<Observed>),
}

/// The same, each proxy handed on as soon as its facts are there, so that none has to be kept. `gate` holds it
/// between two proxies.
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
    let batches = u32::try_from(proxies.len() / PROXIES_IN_PATIENCE + 1).unwrap_or(u32::MAX);
    let shared = Shared::new(reader, clock, PATIENCE.saturating_mul(batches));
    // Unreadable functions are said by each validation that asks for one.
    let functions = shared.functions().await.unwrap_or_default();
    let shared = &shared;
    let looks = proxies.into_iter().map(|proxy| {
        let named = suggestions(&proxy, &[], &[], &functions, &BTreeMap::new());
        let function = named.into_iter().next().map(|named| Invoked { name: named.function.name, qualifier: None });
        async move {
            // A pause is no time in which anything could have been answered.
            shared.extend(gate.pass().await);
            let existing = Existing { proxy: proxy.name, function, read_secrets };
            (observe_through(shared, clock, account, &existing).await, existing.proxy)
        }
    });
    let mut looks = futures::stream::iter(looks).buffer_unordered(AT_ONCE);
    while let Some((observed, name)) = looks.next().await {
        hear(Heard::Read(name, Box::new(observed)));
    }
    Ok(())
}

/// What the question names, and the lists of account and region.
async fn first_wave(reader: &Shared<'_>, observed: &mut Observed, existing: &Existing) {
    let name = existing.proxy.as_str();
    let function = existing.function.as_ref();
    let (proxy, pool, targets, endpoints, of_function, recorded) = futures::join!(
        reader.proxy(name),
        reader.pool(name),
        reader.targets(name),
        reader.proxy_endpoints(name),
        OptionFuture::from(function.map(|function| async move {
            let name = &function.name;
            let configuration = async {
                let function = match &function.qualifier {
                    Some(qualifier) => reader.function_at(name, qualifier).await,
                    None => reader.function(name).await,
                };
                let provider = provider::of_function(reader, &function).await;
                (function, provider)
            };
            futures::join!(
                configuration,
                reader.aliases(name),
                reader.reserved_concurrency(name),
                reader.provisioned_concurrency(name)
            )
        })),
        async {
            futures::join!(
                reader.proxy_quota(),
                reader.proxy_events(name),
                reader.alarms(),
                reader.event_subscriptions()
            )
        }
    );
    observed.proxy = one(proxy);
    observed.pool = one(pool);
    observed.targets = one(targets.map(Some));
    observed.proxy_endpoints = one(endpoints.map(Some));
    if let Some(((function, provider), aliases, reserved, provisioned)) = of_function {
        observed.function = one(function);
        observed.capacity_provider = provider;
        observed.aliases = one(aliases.map(Some));
        observed.reserved_concurrency = one(reserved);
        observed.provisioned_concurrency = one(provisioned.map(Some));
    }
    let (quota, events, alarms, subscriptions) = recorded;
    observed.proxy_quota = one(quota);
    observed.events = one(events.map(Some));
    observed.alarms = one(alarms.map(Some));
    observed.event_subscriptions = one(subscriptions.map(Some));
}

/// What proxy, targets and function name.
async fn second_wave(reader: &Shared<'_>, observed: &mut Observed, existing: &Existing) {
    let targets = observed.targets.items().to_vec();
    let proxy = observed.proxy.present().cloned();
    let function = observed.function.present().cloned();
    let vpc = proxy.as_ref().map(|proxy| proxy.vpc_id.as_str());
    let function_vpc = function
        .as_ref()
        .and_then(|function| function.vpc.as_ref())
        .map(|vpc| vpc.vpc_id.as_str())
        .filter(|id| !id.is_empty() && Some(*id) != vpc);
    let second = second_version(observed);
    let (database, proxy_role, function_role, of_secrets, network, function_network, others, same_role, second) = futures::join!(
        OptionFuture::from(
            database_of(&targets).map(|(kind, id)| async move { super::database(reader, kind, &id).await })
        ),
        OptionFuture::from(proxy.as_ref().map(|proxy| reader.role(short_name(&proxy.role_arn)))),
        OptionFuture::from(function.as_ref().map(|function| reader.role(short_name(&function.role_arn)))),
        OptionFuture::from(proxy.as_ref().map(|proxy| secrets::of_proxy(reader, proxy, existing.read_secrets))),
        OptionFuture::from(vpc.map(|vpc| network::of_vpc(reader, vpc))),
        OptionFuture::from(function_vpc.map(|vpc| network::of_vpc(reader, vpc))),
        OptionFuture::from(proxy.as_ref().map(|proxy| other_proxies(reader, proxy, &targets))),
        OptionFuture::from(proxy.as_ref().map(|proxy| others_with_role(reader, proxy))),
        OptionFuture::from(second.as_ref().map(|(name, version)| reader.function_at(name, version)))
    );
    // Without a readable list of targets, which database it is cannot be known.
    observed.database = database.unwrap_or_else(|| match &observed.targets {
        Part::Unreadable(why) => Part::Unreadable(why.clone()),
        _ => Part::NotAsked,
    });
    observed.proxy_role = proxy_role.map(one).unwrap_or_default();
    observed.function_role = function_role.map(one).unwrap_or_default();
    observed.second_version = second.map(one).unwrap_or_default();
    observed.proxy_secrets = of_secrets.unwrap_or_default();
    if let Some(network) = network {
        observed.vpc = network.vpc;
        observed.subnets = network.subnets;
        observed.route_tables = network.route_tables;
        observed.security_groups = network.security_groups;
        observed.network_acls = network.network_acls;
        observed.vpc_endpoints = network.vpc_endpoints;
    }
    provider::place(observed);
    observed.function_network = function_network.map(Part::Present).unwrap_or_default();
    observed.other_proxies = others.unwrap_or_default();
    observed.others_with_role = same_role.unwrap_or_default();
    observed.proxy_names = match &observed.other_proxies {
        Part::Present(others) => {
            let names = others.iter().map(|other| other.name.clone());
            Part::Present(names.chain(proxy.map(|proxy| proxy.name)).collect())
        }
        Part::Absent => Part::Absent,
        Part::Unreadable(why) => Part::Unreadable(why.clone()),
        Part::NotAsked => Part::NotAsked,
    };
}

/// Function and version, where the invoked alias sends a share of the calls to a second one.
fn second_version(observed: &Observed) -> Option<(String, String)> {
    let function = observed.function.present()?;
    let invoked = function.qualifier.as_deref()?;
    let alias = observed.aliases.items().iter().find(|alias| alias.name == invoked)?;
    Some((function.name.clone(), alias.second()?.0.to_owned()))
}

/// What database, network and roles name, and the records, whose dimensions are known now.
async fn third_wave(reader: &Shared<'_>, observed: &mut Observed, existing: &Existing, at: UnixSeconds) {
    let asked = Recorded::of(observed, existing);
    let lists = network::prefix_lists_named(observed);
    let questions = rules::simulated_questions(observed);
    let vpc = observed.proxy.present().map(|proxy| proxy.vpc_id.clone());
    let of_first = observed.function.present().map(|function| function.role_arn.as_str());
    let of_second = observed.second_version.present().map(|function| function.role_arn.as_str());
    let other_role = of_second.filter(|role| Some(*role) != of_first);
    let database = observed.database.present();
    let (parameters, blue_green, prefix_lists, peerings, simulated, records, second_role) = futures::join!(
        OptionFuture::from(database.map(|database| super::parameters(reader, database))),
        OptionFuture::from(database.map(|_| reader.blue_green_deployments())),
        OptionFuture::from((!lists.is_empty()).then(|| reader.prefix_lists(&lists))),
        OptionFuture::from(
            vpc.as_deref().filter(|_| observed.function_network.present().is_some()).map(|vpc| reader.peerings(vpc))
        ),
        super::simulated(reader, &questions),
        records::read(reader, &asked, at),
        OptionFuture::from(other_role.map(|arn| reader.role(short_name(arn))))
    );
    observed.parameters = parameters.unwrap_or_default();
    observed.blue_green = blue_green.map(|deployments| one(deployments.map(Some))).unwrap_or_default();
    // None are named: that is a fact, not a gap.
    observed.prefix_lists = prefix_lists.map_or(Part::Present(Vec::new()), |lists| one(lists.map(Some)));
    observed.peerings = peerings.map(|peerings| one(peerings.map(Some))).unwrap_or_default();
    (observed.simulated, observed.unsimulated) = simulated;
    observed.second_role = second_role.map(one).unwrap_or_default();
    observed.metrics = records.metrics;
    observed.log_groups = records.log_groups;
    observed.proxy_log = records.proxy_log;
    observed.function_log = records.function_log;
}

/// The other proxies; of those that could have the same database, whether they do.
async fn other_proxies(reader: &Shared<'_>, proxy: &Proxy, targets: &[Target]) -> Part<Vec<OtherProxy>> {
    let all = match one(reader.proxies().await.map(Some)) {
        Part::Present(all) => all,
        Part::Unreadable(why) => return Part::Unreadable(why),
        Part::Absent => return Part::Absent,
        Part::NotAsked => return Part::NotAsked,
    };
    let others = all.into_iter().filter(|other| other.name != proxy.name).map(|other| async move {
        let near = other.vpc_id == proxy.vpc_id && other.engine_family == proxy.engine_family;
        let shares_database = if near { shared_percent(reader, &other.name, targets).await } else { Part::Absent };
        OtherProxy {
            resource_id: other.resource_id().to_owned(),
            name: other.name,
            endpoint: other.endpoint,
            shares_database,
        }
    });
    Part::Present(futures::future::join_all(others).await)
}

async fn others_with_role(reader: &Shared<'_>, proxy: &Proxy) -> Part<Vec<String>> {
    let all = one(reader.proxies().await.map(Some));
    names_where(&all, |other| other.name != proxy.name && other.role_arn == proxy.role_arn)
}

/// `MaxConnectionsPercent` of a proxy that has one of these targets.
async fn shared_percent(reader: &Shared<'_>, name: &str, targets: &[Target]) -> Part<u8> {
    let theirs = match one(reader.targets(name).await.map(Some)) {
        Part::Present(theirs) => theirs,
        Part::Unreadable(why) => return Part::Unreadable(why),
        Part::Absent | Part::NotAsked => return Part::Absent,
    };
    let same = |target: &Target| targets.iter().any(|ours| ours.id == target.id && ours.kind == target.kind);
    if !theirs.iter().any(same) {
        return Part::Absent;
    }
    one(reader.pool(name).await.map(|pool| pool.map(|pool| pool.max_connections_percent)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_named_with_or_without_its_qualifier() {
        for (text, name, qualifier) in [
            ("orders-api", "orders-api", None),
            ("orders-api:live", "orders-api", Some("live")),
            ("arn:aws:lambda:eu-west-1:123456789012:function:orders-api:7", "orders-api", Some("7")),
        ] {
            let invoked: Invoked = text.parse().unwrap();
            assert_eq!((invoked.name.as_str(), invoked.qualifier.as_deref()), (name, qualifier));
        }
        for text in ["", ":live", "a:", "a:b:c"] {
            assert_eq!(text.parse::<Invoked>(), Err(NotAFunction::Form(text.to_owned())));
        }
        for (kind, what) in [("web-function:shop", "a web function"), ("microvm-image:box", "a MicroVM")] {
            let text = format!("arn:aws:lambda:eu-west-1:123456789012:{kind}");
            assert_eq!(text.parse::<Invoked>(), Err(NotAFunction::NotCovered { text: text.clone(), what }));
        }
    }
}
