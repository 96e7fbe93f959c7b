//! Choices + `Reader` → Observed: one concurrent read, partial results allowed.
//!
//! A call that fails makes its own part unreadable and nothing else. Two waves: first what the
//! choices name, then what those things refer to (the VPC of the database, the role of the
//! function, the key of the secret).

mod adopt;
mod advised;
mod beside;
mod callers;
mod databases;
mod endpoints;
mod every;
mod existing;
mod history;
mod invoked;
mod lists;
mod look;
mod monitored;
mod network;
mod of_function;
mod provider;
mod records;
mod roles;
mod secret_names;
mod secrets;
mod several;
mod suggest;
mod together;

pub use adopt::observe_to_adopt;
pub use advised::advised;
pub use beside::{Candidate, Candidates, Direct, Reach, Reached, candidates, reached};
pub use callers::callers;
pub use databases::databases;
pub use endpoints::{EndpointUser, EndpointsRead, endpoints_of};
pub use every::{Heard, observe_all, observe_each};
pub use existing::{Existing, observe_proxy, observe_several};
pub use history::{History, histories, history};
pub use invoked::Invoked;
pub use lists::{Pickers, pickers};
pub use monitored::{Watched, monitored, proxy_log};
pub use of_function::{observe_function, proxy_of_function};
pub use roles::role;
pub use secret_names::secrets_named;
pub use suggest::{Reason, Suggestion, suggest_functions};

use futures::future::OptionFuture;
use std::collections::{BTreeMap, BTreeSet};

use crate::cloud::{CloudError, CloudResult, ErrorKind, Reader};
use crate::design::names;
use crate::domain::account::Account;
use crate::domain::arn::short_name;
use crate::domain::choices::{Choices, IfDeleted, SecretSource};
use crate::domain::database::{Database, DatabaseKind, Parameter};
use crate::domain::observed::{Observed, Part, Permission, Unreadable};
use crate::domain::proxy::{Proxy, Target, TargetKind};
use crate::domain::role::Simulated;
use crate::domain::secret::ProxySecret;

/// What to look for. Made from choices, or from an existing proxy.
#[derive(Debug, Clone, Default)]
struct PartsToRead {
    database: Option<(Option<DatabaseKind>, String)>,
    function: Option<String>,
    secret: Option<SecretQuestion>,
    kms_key: Option<String>,
    proxy_role: Option<String>,
    proxy: Option<String>,
    /// Names of endpoints that the proxy is to have beside its default one.
    endpoints: Vec<String>,
    /// The function may stay in another VPC than the database's.
    in_function_vpc: bool,
}

#[derive(Debug, Clone)]
enum SecretQuestion {
    Named {
        id: String,
        look_inside: bool,
        /// It is to be made, so where a deleted secret has the name the names that follow count.
        create: bool,
        /// That deleted secret is to come back.
        restore: bool,
    },
    /// The secret RDS manages for the database.
    Master,
}

/// Reads what a setup from these choices touches.
pub async fn observe(reader: &dyn Reader, account: &Account, choices: &Choices) -> Observed {
    let named = |text: &String| (!text.is_empty()).then(|| text.clone());
    let secret = if !choices.auth_mode.needs_secret() {
        None
    } else if choices.secret.source == SecretSource::RdsManaged {
        Some(SecretQuestion::Master)
    } else {
        names::secret(choices).filter(|id| !id.is_empty()).map(|id| SecretQuestion::Named {
            id,
            look_inside: choices.secret.check_shape && choices.secret.source == SecretSource::Reuse,
            create: choices.secret.source == SecretSource::Create,
            restore: choices.secret.if_deleted == IfDeleted::Restore,
        })
    };
    let question = PartsToRead {
        database: named(&choices.database).map(|id| (choices.database_kind, id)),
        function: named(&choices.function),
        secret,
        kms_key: choices.secret.kms_key.clone(),
        // The role of a proxy that is used is known once that is read.
        proxy_role: (!choices.proxy.existing).then(|| names::role(choices)),
        proxy: Some(names::proxy(choices)),
        endpoints: names::endpoints(choices),
        in_function_vpc: choices.proxy.endpoint_in_function_vpc,
    };
    let (mut observed, further) =
        futures::join!(answer(reader, account, question), several::further(reader, &choices.more_functions));
    observed.more_functions = several::placed(&observed, further);
    observed
}

/// The database behind a proxy's targets: the tracked cluster, else the instance.
pub fn database_of(targets: &[Target]) -> Option<(Option<DatabaseKind>, String)> {
    if let Some(cluster) = targets.iter().find(|target| target.kind == TargetKind::TrackedCluster) {
        return Some((Some(DatabaseKind::Cluster), cluster.id.clone()));
    }
    if let Some(cluster) = targets.iter().find_map(|target| target.tracked_cluster.clone()) {
        return Some((Some(DatabaseKind::Cluster), cluster));
    }
    targets.first().map(|target| (Some(DatabaseKind::Instance), target.id.clone()))
}

async fn answer(reader: &dyn Reader, account: &Account, question: PartsToRead) -> Observed {
    let mut observed = Observed::nothing(account.clone());
    let function = question.function.as_deref();
    let proxy = question.proxy.as_deref();
    let named_secret = match &question.secret {
        Some(SecretQuestion::Named { id, look_inside, create, .. }) => Some((id.as_str(), *look_inside, *create)),
        _ => None,
    };

    // Each `OptionFuture` is a call only if something asks for it.
    let (database, by_function, by_secret, by_proxy, proxies, role, key, endpoints) = futures::join!(
        OptionFuture::from(
            question.database.as_ref().map(|(kind, id)| async move { databases(reader).await.find(*kind, id) })
        ),
        OptionFuture::from(function.map(|name| async move {
            let configuration = async {
                let function = reader.function(name).await;
                let provider = provider::of_function(reader, &function).await;
                (function, provider)
            };
            futures::join!(configuration, reader.aliases(name), reader.reserved_concurrency(name))
        })),
        OptionFuture::from(named_secret.map(|(id, look_inside, create)| async move {
            futures::join!(
                secrets::named(reader, id, create),
                OptionFuture::from(look_inside.then(|| reader.secret_shape(id)))
            )
        })),
        OptionFuture::from(
            proxy
                .map(|name| async move { futures::join!(reader.proxy(name), reader.pool(name), reader.targets(name)) })
        ),
        reader.proxies(),
        OptionFuture::from(question.proxy_role.as_deref().map(|name| roles::role(reader, name))),
        OptionFuture::from(question.kms_key.as_deref().map(|id| reader.kms_key(id))),
        OptionFuture::from((!question.endpoints.is_empty()).then(|| endpoints::named(reader, &question.endpoints))),
    );

    observed.database = database.unwrap_or_default();
    if let Some(((function, provider), aliases, concurrency)) = by_function {
        observed.function = part_read(function);
        observed.capacity_provider = provider;
        // Of a function that is not there, the rest is not there either.
        observed.aliases = part_read(aliases.map(Some));
        observed.reserved_concurrency = part_read(concurrency);
    }
    if let Some(((secret, deleted), shape)) = by_secret {
        observed.secret = secret;
        observed.deleted_secrets = deleted;
        observed.secret_shape = shape.map(|shape| part_read(shape.map(Some))).unwrap_or_default();
    }
    if let Some((proxy, pool, targets)) = by_proxy {
        observed.proxy = part_read(proxy);
        observed.pool = part_read(pool);
        observed.targets = part_read(targets.map(Some));
    }
    let of_proxy = observed.proxy.present().filter(|_| question.proxy_role.is_none());
    let role = match of_proxy.map(|proxy| short_name(&proxy.role_arn).to_owned()) {
        Some(name) => Some(roles::role(reader, &name).await),
        None => role,
    };
    observed.proxy_role = role.map(part_read).unwrap_or_default();
    let proxies = part_read(proxies.map(Some));
    if let Some(role) = observed.proxy_role.present() {
        let other = |there: &Proxy| Some(there.name.as_str()) != proxy && there.role_arn == role.arn;
        observed.others_with_role = names_where(&proxies, other);
    }
    observed.proxy_names = names_where(&proxies, |_| true);
    if let Some(database) = observed.database.present() {
        observed.other_proxies = beside::in_front_of(reader, &proxies, proxy, database).await;
    }
    observed.kms_key = key.map(part_read).unwrap_or_default();
    observed.named_endpoints = endpoints.unwrap_or_default();

    if let Some((id, _, true)) = named_secret
        && observed.secret.is_absent()
        && let Some(of_proxy) = secrets::of_name(reader, &observed, id).await
    {
        observed.secret = Part::Present(of_proxy);
    }
    follow(reader, &mut observed, &question).await;
    observed.proxy_secrets = proxy_secrets(&observed);
    observed
}

fn names_where(proxies: &Part<Vec<Proxy>>, which: impl Fn(&Proxy) -> bool) -> Part<Vec<String>> {
    match proxies {
        Part::Present(all) => Part::Present(all.iter().filter(|p| which(p)).map(|proxy| proxy.name.clone()).collect()),
        Part::Unreadable(why) => Part::Unreadable(why.clone()),
        Part::Absent => Part::Absent,
        Part::NotAsked => Part::NotAsked,
    }
}

/// The secrets the proxy names, as far as they were read.
fn proxy_secrets(observed: &Observed) -> Vec<ProxySecret> {
    let Some(proxy) = observed.proxy.present() else { return Vec::new() };
    let facts = |arn: &str| {
        let mut facts = ProxySecret::unread(arn);
        if observed.secret.present().is_none_or(|secret| secret.arn == arn) {
            facts.secret = observed.secret.clone();
            facts.shape = observed.secret_shape.clone();
            facts.key = observed.kms_key.clone();
        }
        facts
    };
    proxy.auth.iter().map(|auth| facts(&auth.secret_arn)).collect()
}

/// The second wave: what the first one refers to.
async fn follow(reader: &dyn Reader, observed: &mut Observed, question: &PartsToRead) {
    let secret = question.secret.as_ref();
    let database = observed.database.present().cloned();
    let vpc_id = database
        .as_ref()
        .and_then(|database| database.vpc_id.clone())
        .or_else(|| observed.proxy.present().map(|proxy| proxy.vpc_id.clone()));
    let function_role = observed.function.present().map(|function| short_name(&function.role_arn).to_owned());
    let master = match secret {
        Some(SecretQuestion::Master) => {
            database.as_ref().and_then(|database| database.master_secret.as_ref()).map(|master| master.arn.clone())
        }
        _ => None,
    };
    let comes_back = match secret {
        Some(SecretQuestion::Named { create: true, restore: true, .. }) => observed.deleted_secrets.first(),
        _ => None,
    };
    let in_use = observed.secret.present().filter(|secret| !secret.deleted);
    let key_of_secret = comes_back.or(in_use).and_then(|secret| secret.kms_key_id.clone()).or_else(|| {
        let master = database.as_ref()?.master_secret.as_ref()?;
        matches!(secret, Some(SecretQuestion::Master)).then(|| master.kms_key_id.clone()).flatten()
    });

    let function_vpc = observed.function.present().and_then(|function| function.vpc.as_ref());
    let function_vpc =
        function_vpc.map(|vpc| vpc.vpc_id.clone()).filter(|id| !id.is_empty() && Some(id) != vpc_id.as_ref());
    let proxy = observed.proxy.present().filter(|_| !question.endpoints.is_empty()).map(|proxy| proxy.name.clone());
    let (network, role, master, key, parameters, blue_green, elsewhere, endpoints) = futures::join!(
        OptionFuture::from(vpc_id.as_deref().map(|vpc| async move {
            futures::join!(
                reader.vpc(vpc),
                reader.subnets(vpc),
                reader.route_tables(vpc),
                reader.security_groups(vpc),
                reader.vpc_endpoints(vpc)
            )
        })),
        OptionFuture::from(function_role.as_deref().map(|name| roles::role(reader, name))),
        OptionFuture::from(master.as_deref().map(|arn| reader.secret(arn))),
        OptionFuture::from(key_of_secret.as_deref().map(|id| reader.kms_key(id))),
        OptionFuture::from(database.as_ref().map(|database| parameters(reader, database))),
        OptionFuture::from(database.as_ref().map(|_| reader.blue_green_deployments())),
        OptionFuture::from(
            function_vpc.as_deref().filter(|_| question.in_function_vpc).map(|vpc| network::of_vpc(reader, vpc))
        ),
        OptionFuture::from(proxy.as_deref().map(|proxy| reader.proxy_endpoints(proxy))),
    );
    observed.function_network = elsewhere.map(Part::Present).unwrap_or_default();
    observed.proxy_endpoints = endpoints.map(|endpoints| part_read(endpoints.map(Some))).unwrap_or_default();
    observed.parameters = parameters.unwrap_or_default();
    observed.blue_green = blue_green.map(|deployments| part_read(deployments.map(Some))).unwrap_or_default();
    if let Some((vpc, subnets, tables, groups, endpoints)) = network {
        observed.vpc = part_read(vpc);
        observed.subnets = part_read(subnets.map(Some));
        observed.route_tables = part_read(tables.map(Some));
        observed.security_groups = part_read(groups.map(Some));
        observed.vpc_endpoints = part_read(endpoints.map(Some));
    }
    provider::place(observed);
    if let Some(role) = role {
        observed.function_role = part_read(role);
    }
    if let Some(master) = master {
        observed.secret = part_read(master);
    }
    if let Some(key) = key {
        observed.kms_key = part_read(key);
    }
}

/// The parameters of all groups of a database; one group that cannot be read leaves all unknown.
async fn parameters(reader: &dyn Reader, database: &Database) -> Part<Vec<Parameter>> {
    let groups: BTreeSet<(bool, &str)> =
        database.parameter_groups.iter().map(|group| (group.of_cluster, group.name.as_str())).collect();
    let mut all = Vec::new();
    let asked = groups.iter().map(|(of_cluster, group)| match of_cluster {
        true => reader.db_cluster_parameters(group),
        false => reader.db_parameters(group),
    });
    for answer in futures::future::join_all(asked).await {
        match part_read(answer.map(Some)) {
            Part::Present(found) => all.extend(found),
            Part::Unreadable(why) => return Part::Unreadable(why),
            Part::Absent | Part::NotAsked => {}
        }
    }
    Part::Present(all)
}

/// The simulator's view of each role, and why there is none of some.
async fn simulated(
    reader: &dyn Reader,
    questions: &[(String, Vec<(String, String)>)],
) -> (Part<Vec<Simulated>>, BTreeMap<String, Unreadable>) {
    let (mut all, mut failed) = (Vec::new(), BTreeMap::new());
    let answers = questions.iter().map(|(role, asked)| reader.simulate_role(role, asked));
    for ((role, _), answer) in questions.iter().zip(futures::future::join_all(answers).await) {
        match part_read(answer.map(Some)) {
            Part::Present(found) => all.extend(found),
            Part::Unreadable(why) => drop(failed.insert(role.clone(), why)),
            Part::Absent | Part::NotAsked => {}
        }
    }
    match failed.values().next() {
        Some(why) if failed.len() == questions.len() => (Part::Unreadable(why.clone()), BTreeMap::new()),
        _ => (Part::Present(all), failed),
    }
}

/// Asks `iam:SimulatePrincipalPolicy` whether the caller may do all this.
pub async fn permissions(reader: &dyn Reader, asked: &[(String, String)]) -> Part<Vec<Permission>> {
    let caller = match reader.caller().await {
        Ok(caller) => caller,
        Err(error) => return Part::Unreadable(unreadable(error)),
    };
    part_read(reader.simulate(&caller.policy_source_arn(), asked).await.map(Some))
}

/// A list as a part of the account: its failure is a fact about it, not an error.
pub fn part<T>(result: CloudResult<T>) -> Part<T> {
    part_read(result.map(Some))
}

fn part_read<T>(result: CloudResult<Option<T>>) -> Part<T> {
    match result {
        Ok(Some(value)) => Part::Present(value),
        Ok(None) => Part::Absent,
        Err(error) if error.has_kind(ErrorKind::NotFound) => Part::Absent,
        Err(error) => Part::Unreadable(unreadable(error)),
    }
}

/// What may not be read is left out of what holds it.
fn unless_denied<T>(result: CloudResult<Option<T>>) -> CloudResult<Option<T>> {
    match result {
        Err(error) if error.has_kind(ErrorKind::Denied) => Ok(None),
        result => result,
    }
}

fn unreadable(error: CloudError) -> Unreadable {
    Unreadable {
        denied: error.has_kind(ErrorKind::Denied),
        signed_out: error.has_kind(ErrorKind::Expired) || error.has_kind(ErrorKind::NoCredentials),
        unanswered: error.has_kind(ErrorKind::Unreachable),
        operation: error.operation,
        because: error.message.english(),
    }
}
