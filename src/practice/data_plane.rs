//! What happens on the wire: how far a connection from a function gets, by what the account holds.
//!
//! The stages and their words are those of the probe's program, so that the practice account answers as it would.

use serde_json::{Value, json};

use super::lifecycle::{self, lets};
use super::state::{ExtraEndpoint, FunctionRecord, ProxyRecord, State, hex};
use super::{ec2, iam, proxy_endpoints, secrets, users};
use crate::domain::database::{Database, DatabaseStatus, EngineFamily};
use crate::domain::function::FunctionVpc;
use crate::domain::network::Direction;
use crate::domain::proxy::{IamAuth, ProxyAuth, ProxyStatus};
use crate::domain::role::Role;

/// Seconds that an address is waited for.
const TCP_SECS: u64 = 5;

/// Where a connection comes from.
#[derive(Clone, Copy)]
pub enum Origin<'a> {
    /// The network and the role of a function.
    Function(&'a FunctionRecord),
    /// The caller's machine, outside every network of the account, and the caller's own rights.
    Machine,
    /// The same behind a tunnel that ends beside the endpoint; its near end is dialled.
    Tunnel(&'a str, u16),
}

/// A login as the probe's event describes it.
pub struct Client<'a> {
    pub host: &'a str,
    pub port: u16,
    pub user: &'a str,
    pub by_token: bool,
    /// The secret that is read for it.
    pub secret: Option<&'a str>,
    /// A second secret that is read, with the password of a user that is to be made, and that user.
    pub password_secret: Option<(&'a str, &'a str)>,
}

impl Client<'_> {
    /// Who logs in: the user that is named, else the one in the secret.
    pub fn name<'a>(&'a self, state: &'a State) -> &'a str {
        let in_secret = || secrets::find(state, self.secret?)?.shape.username.as_deref();
        if self.user.is_empty() { in_secret().unwrap_or_default() } else { self.user }
    }
}

/// How far it gets: each stage with its fact, the last one perhaps with its failure.
pub fn connect(state: &State, from: Origin<'_>, login: &Client<'_>, now: u64) -> Vec<Value> {
    let mut stages = Vec::new();
    let path: [(&str, u64, &dyn Fn() -> Stage); 6] = [
        ("resolve", 3, &|| resolve(state, from, login)),
        ("tcp", 1, &|| tcp(state, from, login, now)),
        ("tls", 11, &|| Ok(tls(login))),
        ("token", 2, &|| credential(state, from, login)),
        ("login", 16, &|| log_in(state, from, login)),
        ("query", 4, &|| query(state, login, now)),
    ];
    for (name, usual_ms, stage) in path {
        match stage() {
            Ok(fact) => stages.push(json!({ "stage": name, "fact": fact, "elapsed_ms": usual_ms })),
            Err(failure) => {
                let elapsed_ms = if failure.kind == "timed-out" { TCP_SECS * 1000 } else { usual_ms };
                stages.push(json!({
                    "stage": name,
                    "failure": { "kind": failure.kind, "code": failure.code, "message": failure.message },
                    "elapsed_ms": elapsed_ms,
                }));
                break;
            }
        }
    }
    stages
}

struct ServerFailure {
    kind: &'static str,
    code: String,
    message: String,
}

type Stage = Result<Value, ServerFailure>;

fn failed<T>(kind: &'static str, code: impl Into<String>, message: impl Into<String>) -> Result<T, ServerFailure> {
    Err(ServerFailure { kind, code: code.into(), message: message.into() })
}

/// Where a session's statements go.
#[derive(Clone, Copy)]
pub struct Served<'a> {
    pub database: &'a Database,
    /// To readers, which refuse to write.
    pub read_only: bool,
}

/// What listens under a host name.
enum Listener<'a> {
    /// By the default endpoint, or by this one.
    Proxy(&'a ProxyRecord, Option<&'a ExtraEndpoint>),
    Database(&'a Database),
}

impl Listener<'_> {
    fn port(&self) -> Option<u16> {
        match self {
            Self::Proxy(record, _) => Some(record.proxy.engine_family.proxy_port()),
            Self::Database(database) => database.port,
        }
    }

    /// It is there and answers.
    fn is_up(&self, now: u64) -> bool {
        match self {
            Self::Proxy(record, extra) => {
                let up = |status: &ProxyStatus| !matches!(status, ProxyStatus::Creating | ProxyStatus::Deleting);
                let own = extra.is_none_or(|extra| up(&proxy_endpoints::at(extra, now).status));
                own && up(&lifecycle::status(record, now))
            }
            Self::Database(database) => database.status == DatabaseStatus::Available,
        }
    }

    fn family(&self) -> Option<EngineFamily> {
        match self {
            Self::Proxy(record, _) => Some(record.proxy.engine_family),
            Self::Database(database) => database.engine.family(),
        }
    }
}

/// What listens under a host name, and the network of that endpoint.
fn at<'a>(state: &'a State, host: &str) -> Option<(Listener<'a>, FunctionVpc)> {
    let network = |vpc_id: &str, subnet_ids: &[String], group_ids: &[String]| FunctionVpc {
        vpc_id: vpc_id.to_owned(),
        subnet_ids: subnet_ids.to_vec(),
        security_group_ids: group_ids.to_vec(),
        ipv6_allowed: false,
    };
    let proxies = proxy_endpoints::with_host(state, host).map(|(record, extra)| {
        let proxy = &record.proxy;
        let network = match extra.map(|extra| &extra.endpoint) {
            None => network(&proxy.vpc_id, &proxy.subnet_ids, &proxy.security_group_ids),
            Some(extra) => network(&extra.vpc_id, &extra.subnet_ids, &extra.security_group_ids),
        };
        (Listener::Proxy(record, extra), network)
    });
    proxies.or_else(|| {
        let database = database_at(state, host)?;
        let vpc_id = database.vpc_id.as_deref()?;
        Some((Listener::Database(database), network(vpc_id, &database.subnet_ids, &database.security_group_ids)))
    })
}

/// The database that a session at this host works in: with that host, or behind the proxy that has it.
pub fn served_at<'a>(state: &'a State, host: &str) -> Option<Served<'a>> {
    if let Some((record, extra)) = proxy_endpoints::with_host(state, host) {
        let read_only = extra.is_some_and(|extra| extra.endpoint.is_read_only());
        return proxy_endpoints::behind(state, record).next().map(|database| Served { database, read_only });
    }
    database_at(state, host).map(|database| Served { database, read_only: false })
}

/// The database with this host.
fn database_at<'a>(state: &'a State, host: &str) -> Option<&'a Database> {
    state.databases.iter().map(|record| &record.database).find(|database| database.host.as_deref() == Some(host))
}

fn resolve(state: &State, from: Origin<'_>, login: &Client<'_>) -> Stage {
    if let Origin::Tunnel(near_end, _) = from {
        return Ok(json!({ "addresses": [near_end] }));
    }
    let unknown = || failed("no-address", "", "Name or service not known");
    let Some((_, network)) = at(state, login.host) else { return unknown() };
    let vpc = match from {
        Origin::Function(record) => record.function.vpc.as_ref(),
        Origin::Machine | Origin::Tunnel(..) => None,
    };
    let here = vpc.and_then(|vpc| state.vpcs.iter().find(|there| there.id == vpc.vpc_id));
    if here.is_some_and(|vpc| vpc.dns_support == Some(false)) {
        return unknown();
    }
    let digits = |seed: &str| u8::from_str_radix(&hex(seed, 2), 16).unwrap_or_default();
    let base = state.vpcs.iter().find(|vpc| vpc.id == network.vpc_id).and_then(|vpc| vpc.cidrs.first());
    let prefix = base.and_then(|cidr| cidr.rsplit_once('.')).map_or("10.0.0", |(prefix, _)| prefix);
    let address = |subnet: &String| format!("{prefix}.{}", digits(&format!("{subnet}/{}", login.host)).max(4));
    let addresses: Vec<String> = network.subnet_ids.iter().take(2).map(address).collect();
    Ok(json!({ "addresses": addresses }))
}

fn tcp(state: &State, from: Origin<'_>, login: &Client<'_>, now: u64) -> Stage {
    let silent = || failed("timed-out", TCP_SECS.to_string(), "");
    let Some((listener, to)) = at(state, login.host) else { return silent() };
    if listener.port() != Some(login.port) || !listener.is_up(now) {
        return silent();
    }
    let vpc = match from {
        Origin::Function(record) => record.function.vpc.as_ref(),
        Origin::Machine => None,
        Origin::Tunnel(near_end, port) => return Ok(json!({ "address": near_end, "port": port })),
    };
    let Some(vpc) = vpc else { return silent() };
    let out = vpc.security_group_ids.iter().filter_map(|id| ec2::group(state, id));
    let inward = to.security_group_ids.iter().filter_map(|id| ec2::group(state, id));
    let (ours, theirs) = (&vpc.security_group_ids, &to.security_group_ids);
    let passes = vpc.vpc_id == to.vpc_id
        && out.into_iter().any(|group| lets(state, group, Direction::Egress, login.port, theirs, &vpc.vpc_id))
        && inward.into_iter().any(|group| lets(state, group, Direction::Ingress, login.port, ours, &vpc.vpc_id));
    if !passes {
        return silent();
    }
    let resolved = resolve(state, from, login)?;
    let address = resolved.pointer("/addresses/0").and_then(Value::as_str).unwrap_or_default();
    Ok(json!({ "address": address, "port": login.port }))
}

fn tls(login: &Client<'_>) -> Value {
    let name = login.host.split_once('.').map_or(login.host, |(_, rest)| rest);
    json!({
        "version": "TLSv1.3",
        "subject": format!("commonName=*.{name}"),
        "issuer": "countryName=US, organizationName=Amazon, commonName=Amazon RSA 2048 M02",
        "names": [format!("*.{name}")],
        "until": "Jan 31 23:59:59 2028 GMT",
    })
}

/// Whether what connects may do this. The caller of the practice account may do everything.
fn may(state: &State, from: Origin<'_>, allows: impl FnOnce(&Role) -> bool) -> bool {
    match from {
        Origin::Function(record) => {
            iam::by_arn(state, &record.function.role_arn).is_some_and(|record| allows(&record.role))
        }
        Origin::Machine | Origin::Tunnel(..) => true,
    }
}

fn credential(state: &State, from: Origin<'_>, login: &Client<'_>) -> Stage {
    let Some(arn) = login.secret else {
        return Ok(json!({ "kind": if login.by_token { "token" } else { "password" } }));
    };
    read_secret(state, from, arn)?;
    if let Some((arn, user)) = login.password_secret {
        let owner = read_secret(state, from, arn)?;
        if owner != user {
            return failed("secret-user", "", format!("its user is {owner}"));
        }
    }
    Ok(json!({ "kind": "secret" }))
}

/// The user in a secret that is there, may be read and is whole.
fn read_secret<'a>(state: &'a State, from: Origin<'_>, arn: &str) -> Result<&'a str, ServerFailure> {
    let Some(record) = secrets::find(state, arn) else {
        return failed("secret", "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
    };
    let read = |role: &Role| iam::allows(role, "secretsmanager:GetSecretValue", &record.secret.arn, &[]);
    if let Origin::Function(FunctionRecord { function, .. }) = from
        && !may(state, from, read)
    {
        let role = &function.role_arn;
        let message = format!("{role} is not authorized to perform: secretsmanager:GetSecretValue on resource: {arn}");
        return failed("secret", "AccessDeniedException", message);
    }
    match &record.shape.username {
        Some(user) if record.shape.has_password => Ok(user),
        _ => failed("secret-shape", "", ""),
    }
}

/// The proxy's own refusals, <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.troubleshooting.html>.
fn log_in(state: &State, from: Origin<'_>, login: &Client<'_>) -> Stage {
    let Some((listener, _)) = at(state, login.host) else { return failed("io", "closed", "") };
    let user = login.name(state);
    let server = if listener.family() == Some(EngineFamily::Mysql) { "8.0.42" } else { "16.9" };
    let record = match listener {
        Listener::Proxy(record, _) => record,
        Listener::Database(database) => {
            return match users::refusal(state, database, user, login.by_token) {
                Some((code, message)) => failed("server", code, message),
                None => Ok(json!({ "user": user, "server": server })),
            };
        }
    };
    let proxy = &record.proxy;
    let refused = |message: String| {
        failed("server", if proxy.engine_family == EngineFamily::Mysql { "1045" } else { "28000" }, message)
    };
    let of_user = |auth: &&ProxyAuth| {
        secrets::find(state, &auth.secret_arn).is_some_and(|secret| secret.shape.username.as_deref() == Some(user))
    };
    let known = proxy.auth.iter().find(of_user);
    if known.is_none() && !proxy.default_iam_auth {
        return refused(format!(
            "This RDS proxy has no credentials for the role {user}. Check the credentials for this role and try again."
        ));
    }
    let wants_token = known.map_or(proxy.default_iam_auth, |auth| auth.iam_auth == IamAuth::Required);
    if wants_token != login.by_token {
        return refused(match wants_token {
            true => format!(
                "The IAM authentication failed for the role {user}. Check the IAM token for this role and try again."
            ),
            false => format!("The password that was provided for the role {user} is wrong."),
        });
    }
    let resource = state.account.arn("rds-db", &format!("dbuser:{}/{user}", proxy.resource_id()));
    // A login knows no context beyond the token: what is allowed under conditions is not allowed here.
    let connect = |role: &Role| iam::simulated(role, "rds-db:connect", &resource).decision == "allowed";
    if wants_token && !may(state, from, connect) {
        return refused(format!(
            "The IAM authentication failed for the role {user}. Check the IAM token for this role and try again."
        ));
    }
    Ok(json!({ "user": user, "server": server }))
}

fn query(state: &State, login: &Client<'_>, now: u64) -> Stage {
    let Some((listener, _)) = at(state, login.host) else { return failed("io", "closed", "") };
    let healthy = match listener {
        Listener::Proxy(record, extra) => {
            let reads = extra.is_some_and(|extra| extra.endpoint.is_read_only());
            let available = |target| lifecycle::health(state, record, target, now).is_available();
            record.targets.iter().any(available) && (!reads || proxy_endpoints::has_reader(state, record))
        }
        Listener::Database(_) => true,
    };
    if !healthy {
        return failed("server", "9501", "Timed-out waiting to acquire database connection");
    }
    let id = u32::from_str_radix(&hex(&format!("{}/{}", login.host, login.user), 4), 16).unwrap_or_default();
    Ok(json!({ "connection_id": id.to_string() }))
}
