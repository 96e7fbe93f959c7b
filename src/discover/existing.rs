//! An existing proxy and what hangs on it → Observed, for `validate`.
//!
//! Each fact is asked for as soon as what it hangs on is known: the reader answers each question once, so a
//! fact that several hang on is simply asked for again, and a validation takes as long as its longest chain.
//! A call that fails makes its own part unreadable and nothing else; what is never answered is given up, so
//! a validation ends whatever the account does.

use std::time::Duration;

use futures::future::join_all;

use super::look::SharedLook;
use super::{beside, database_of, network, part_read, provider, records, secrets};
use crate::cloud::shared::Shared;
use crate::cloud::{Clock, CloudResult, Reader};
use crate::domain::UnixSeconds;
use crate::domain::account::Account;
use crate::domain::arn::short_name;
use crate::domain::database::{BlueGreen, Database, Parameter};
use crate::domain::function::{Alias, CapacityProvider, Function, ProvisionedConcurrency};
use crate::domain::network::{OtherVpc, VpcPeering};
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::{Proxy, TargetHealth};
use crate::domain::role::Role;
use crate::domain::secret::ProxySecret;
use crate::rules;

pub use super::invoked::Invoked;

/// How long a validation waits while nothing at all is answered.
pub const PATIENCE: Duration = Duration::from_secs(50);

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
    let shared = Shared::new(reader, clock, PATIENCE);
    observe_through(&SharedLook { reader: &shared, many: None }, clock, account, existing).await
}

/// The same for a question and further ones; what they share is read once.
pub async fn observe_several(
    reader: &dyn Reader,
    clock: &dyn Clock,
    account: &Account,
    first: &Existing,
    further: &[Existing],
) -> (Observed, Vec<Observed>) {
    let shared = Shared::new(reader, clock, PATIENCE);
    let look = SharedLook { reader: &shared, many: None };
    let of = |existing| observe_through(&look, clock, account, existing);
    futures::join!(of(first), join_all(further.iter().map(of)))
}

/// The same in a look that several validations may share.
pub(super) async fn observe_through(
    look: &SharedLook<'_>,
    clock: &dyn Clock,
    account: &Account,
    existing: &Existing,
) -> Observed {
    let at = UnixSeconds::try_from(clock.now()).unwrap_or_default();
    let asked = Asked { look, existing };
    let (mut observed, records) = futures::join!(asked.facts(account), records::read(&asked, at));
    observed.at = Some(at);
    observed.metrics = records.metrics;
    observed.log_groups = records.log_groups;
    observed.proxy_log = records.proxy_log;
    observed.function_log = records.function_log;
    observed
}

/// One validation's questions.
pub(super) struct Asked<'a> {
    pub(super) look: &'a SharedLook<'a>,
    pub(super) existing: &'a Existing,
}

/// A function and what is set on it.
#[derive(Default)]
struct OfFunction {
    function: Part<Function>,
    provider: Part<CapacityProvider>,
    aliases: Part<Vec<Alias>>,
    reserved: Part<u32>,
    provisioned: Part<Vec<ProvisionedConcurrency>>,
    role: Part<Role>,
    /// Where the invoked alias sends a share of the calls.
    second: Part<Function>,
    second_role: Part<Role>,
}

/// A database and what is set on it.
#[derive(Default)]
struct OfDatabase {
    database: Part<Database>,
    parameters: Part<Vec<Parameter>>,
    blue_green: Part<Vec<BlueGreen>>,
}

/// The network of a function that stands in another VPC than the proxy.
#[derive(Default)]
struct Elsewhere {
    network: Part<OtherVpc>,
    peerings: Part<Vec<VpcPeering>>,
}

impl Asked<'_> {
    fn name(&self) -> &str {
        &self.existing.proxy
    }

    async fn facts(&self, account: &Account) -> Observed {
        let (look, reader, name) = (self.look, self.look.reader, self.name());
        let (of_proxy, of_function, of_database, network, elsewhere, of_region) = futures::join!(
            async {
                futures::join!(
                    self.proxy(),
                    reader.pool(name),
                    reader.targets(name),
                    look.endpoints(name),
                    look.events(name),
                    self.proxy_role(),
                    self.secrets(),
                    self.others()
                )
            },
            self.of_function(),
            self.of_database(),
            async { Some(network::of_vpc(reader, &look.outline(name).await?.vpc_id).await) },
            self.elsewhere(),
            async { futures::join!(reader.proxy_quota(), reader.alarms(), reader.event_subscriptions()) }
        );
        let (proxy, pool, targets, endpoints, events, proxy_role, proxy_secrets, others) = of_proxy;
        let (quota, alarms, subscriptions) = of_region;
        let OtherVpc { vpc, subnets, route_tables, security_groups, network_acls, vpc_endpoints } =
            network.unwrap_or_default();
        let mut observed = Observed {
            pool: part_read(pool),
            targets: part_read(targets.map(Some)),
            proxy_endpoints: part_read(endpoints.map(Some)),
            events: part_read(events.map(Some)),
            proxy_role,
            proxy_secrets,
            others_with_role: others.with_role,
            proxy_names: others.names,
            other_proxies: others.proxies,
            function: of_function.function,
            capacity_provider: of_function.provider,
            aliases: of_function.aliases,
            reserved_concurrency: of_function.reserved,
            provisioned_concurrency: of_function.provisioned,
            function_role: of_function.role,
            second_version: of_function.second,
            second_role: of_function.second_role,
            database: of_database.database,
            parameters: of_database.parameters,
            blue_green: of_database.blue_green,
            vpc,
            subnets,
            route_tables,
            security_groups,
            network_acls,
            vpc_endpoints,
            function_network: elsewhere.network,
            peerings: elsewhere.peerings,
            proxy_quota: part_read(quota),
            alarms: part_read(alarms.map(Some)),
            event_subscriptions: part_read(subscriptions.map(Some)),
            proxy,
            ..Observed::nothing(account.clone())
        };
        provider::place(&mut observed);
        self.last(&mut observed).await;
        observed
    }

    /// What is asked about all that was found.
    async fn last(&self, observed: &mut Observed) {
        let lists = network::prefix_lists_named(observed);
        let questions = rules::simulated_questions(observed);
        let prefix_lists = async {
            match lists.as_slice() {
                // None are named: that is a fact, not a gap.
                [] => Part::Present(Vec::new()),
                named => part_read(self.look.reader.prefix_lists(named).await.map(Some)),
            }
        };
        let (prefix_lists, simulated) = futures::join!(prefix_lists, super::simulated(self.look.reader, &questions));
        self.look.reader.forget("simulate_role");
        observed.prefix_lists = prefix_lists;
        (observed.simulated, observed.unsimulated) = simulated;
    }

    /// With its tags, which take a call of their own. Where many proxies are looked at, only those of a proxy
    /// without a healthy target are read: nothing else is told from them.
    async fn proxy(&self) -> Part<Proxy> {
        let name = self.name();
        if self.look.many.is_some()
            && let Some(proxy) = self.look.outline(name).await
        {
            let targets = self.look.reader.targets(name).await.unwrap_or_default();
            let health = targets.iter().filter_map(|target| target.health.as_ref());
            if health.into_iter().any(TargetHealth::is_available) {
                return Part::Present(proxy);
            }
        }
        part_read(self.look.reader.proxy(name).await)
    }

    async fn proxy_role(&self) -> Part<Role> {
        let Some(proxy) = self.look.outline(self.name()).await else { return Part::NotAsked };
        part_read(self.look.role(short_name(&proxy.role_arn)).await)
    }

    async fn secrets(&self) -> Vec<ProxySecret> {
        match self.look.outline(self.name()).await {
            Some(proxy) => secrets::of_proxy(self.look, &proxy, self.existing.read_secrets).await,
            None => Vec::new(),
        }
    }

    /// The function as it is invoked; `None` where the question names none.
    pub(super) async fn function(&self) -> Option<CloudResult<Option<Function>>> {
        let Invoked { name, qualifier } = self.existing.function.as_ref()?;
        Some(match qualifier {
            Some(qualifier) => self.look.reader.function_at(name, qualifier).await,
            None => self.look.reader.function(name).await,
        })
    }

    async fn of_function(&self) -> OfFunction {
        let (look, reader) = (self.look, self.look.reader);
        let Some(Invoked { name, .. }) = &self.existing.function else { return OfFunction::default() };
        let found = async {
            let function = self.function().await.unwrap_or(Ok(None));
            let role = async {
                let Ok(Some(function)) = &function else { return Part::NotAsked };
                part_read(look.role(short_name(&function.role_arn)).await)
            };
            let (provider, role) = futures::join!(provider::of_function(reader, &function), role);
            (part_read(function), provider, role)
        };
        let second = async {
            let (function, aliases) = futures::join!(self.function(), reader.aliases(name));
            let Some(Ok(Some(function))) = function else { return (Part::NotAsked, Part::NotAsked) };
            let Some(version) = second_version(&function, &aliases.unwrap_or_default()) else {
                return (Part::NotAsked, Part::NotAsked);
            };
            let second = part_read(reader.function_at(name, &version).await);
            let other = second.present().filter(|second| second.role_arn != function.role_arn);
            let role = match other {
                Some(second) => part_read(look.role(short_name(&second.role_arn)).await),
                None => Part::NotAsked,
            };
            (second, role)
        };
        let ((function, provider, role), aliases, reserved, provisioned, (second, second_role)) = futures::join!(
            found,
            reader.aliases(name),
            reader.reserved_concurrency(name),
            reader.provisioned_concurrency(name),
            second
        );
        OfFunction {
            function,
            provider,
            role,
            aliases: part_read(aliases.map(Some)),
            reserved: part_read(reserved),
            provisioned: part_read(provisioned.map(Some)),
            second,
            second_role,
        }
    }

    async fn of_database(&self) -> OfDatabase {
        let reader = self.look.reader;
        let (targets, all) = futures::join!(reader.targets(self.name()), self.look.databases());
        let targets = match part_read(targets.map(Some)) {
            Part::Present(targets) => targets,
            // Without a readable list of targets, which database it is cannot be known.
            Part::Unreadable(why) => return OfDatabase { database: Part::Unreadable(why), ..OfDatabase::default() },
            Part::Absent | Part::NotAsked => return OfDatabase::default(),
        };
        let Some((kind, id)) = database_of(&targets) else { return OfDatabase::default() };
        let database = all.find(kind, &id);
        let Part::Present(found) = &database else { return OfDatabase { database, ..OfDatabase::default() } };
        let (parameters, blue_green) =
            futures::join!(super::parameters(reader, found), reader.blue_green_deployments());
        OfDatabase { database, parameters, blue_green: part_read(blue_green.map(Some)) }
    }

    async fn elsewhere(&self) -> Elsewhere {
        let (proxy, function) = futures::join!(self.look.outline(self.name()), self.function());
        let (Some(proxy), Some(Ok(Some(Function { vpc: Some(vpc), .. })))) = (proxy, function) else {
            return Elsewhere::default();
        };
        if vpc.vpc_id.is_empty() || vpc.vpc_id == proxy.vpc_id {
            return Elsewhere::default();
        }
        let (network, peerings) =
            futures::join!(network::of_vpc(self.look.reader, &vpc.vpc_id), self.look.reader.peerings(&proxy.vpc_id));
        Elsewhere { network: Part::Present(network), peerings: part_read(peerings.map(Some)) }
    }

    async fn others(&self) -> beside::Others {
        let (proxy, targets) = futures::join!(self.look.outline(self.name()), self.look.reader.targets(self.name()));
        match proxy {
            Some(proxy) => beside::others(self.look, &proxy, &targets.unwrap_or_default()).await,
            None => beside::Others::default(),
        }
    }
}

/// The version to which the invoked alias sends a share of the calls.
fn second_version(function: &Function, aliases: &[Alias]) -> Option<String> {
    let invoked = function.qualifier.as_deref()?;
    let alias = aliases.iter().find(|alias| alias.name == invoked)?;
    Some(alias.second()?.0.to_owned())
}
