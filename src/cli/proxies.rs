//! `proxies`: which proxies a database or a function has, and which could be used for one more.

use serde::Serialize;

use super::args::Globals;
use super::meant::Thing;
use super::output::{self, Ended, Exit, Failure};
use super::session::Session;
use crate::accounts::Accounts;
use crate::design::served;
use crate::discover::{Candidate, Candidates, Direct, Reach, Reached, Reason, Suggestion, candidates, reached};
use crate::domain::observed::{Part, Unreadable};
use crate::domain::proxy::Proxy;
use crate::domain::secret::name_in_arn;
use crate::report::{Kind, Report};
use crate::text::{column, padded, series, t};
use crate::words::reached::{behind, by_variables, how};

/// `proxies`
#[derive(Debug, Clone, clap::Args)]
pub struct ProxiesArgs {
    /// Identifier of the database that the proxy is to stand in front of
    #[arg(long, value_name = "ID", required_unless_present = "function", conflicts_with = "function")]
    pub database: Option<String>,
    /// A function: which proxies and databases it reaches, and how
    #[arg(long, value_name = "NAME")]
    pub function: Option<String>,
}

/// Lists them; that there is none is an answer.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ProxiesArgs) -> Ended {
    let session = Session::open(accounts, globals, None).await?;
    match (&args.database, &args.function) {
        (_, Some(function)) => of_function(&session, function).await,
        (Some(database), None) => of_database(&session, database).await,
        (None, None) => Ok(Exit::Usage),
    }
}

pub(super) fn nothing_of_the_name(title: String) -> Failure {
    Failure::new(Exit::Usage, Report::new(Kind::Input, title).hint(t!("design-not-here-cure")))
}

async fn of_database(session: &Session, database: &str) -> Ended {
    let found = candidates(session.reader(), database).await.map_err(Failure::unreadable)?;
    let found = found.map_err(|why| {
        let title = t!("design-unreadable", name = database, operation = why.operation.as_str());
        Failure::new(Exit::Unreadable, Report::new(Kind::Aws, title).because(why.because))
    })?;
    let Some(found) = found else {
        let failure = nothing_of_the_name(t!("proxies-no-such-database", id = database));
        return Err(session.unknown(failure, Thing::Database, database).await);
    };
    if session.is_json() {
        let proxies = found.proxies.iter().map(CandidateLine::new).collect();
        output::json(&ProxiesDocument { schema: "rds-proxy-wizard/proxies/v1", database: &found.database, proxies });
    } else {
        output::line(&text(session, &found).join("\n"));
    }
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct ProxiesDocument<'a> {
    schema: &'static str,
    database: &'a str,
    proxies: Vec<CandidateLine<'a>>,
}

#[derive(Serialize)]
struct CandidateLine<'a> {
    name: &'a str,
    engine_family: &'static str,
    vpc_id: &'a str,
    /// `null` where there is none or it could not be read.
    database: Option<&'a str>,
    auth_mode: String,
    /// Names of its secrets.
    users: Vec<&'a str>,
    functions: Vec<&'a str>,
    /// `null` where it could not be read.
    max_connections_percent: Option<u8>,
    can_be_used: bool,
    why_not: Option<String>,
    unreadable: Vec<&'a str>,
}

impl<'a> CandidateLine<'a> {
    fn new(one: &'a Candidate) -> Self {
        let unread = [one.pool.unreadable(), one.targets.unreadable()].into_iter().flatten().chain(&one.unread);
        Self {
            name: &one.proxy.name,
            engine_family: one.proxy.engine_family.api_name(),
            vpc_id: &one.proxy.vpc_id,
            database: served(one.targets.items()),
            auth_mode: one.proxy.auth_mode().to_string(),
            users: users(&one.proxy),
            functions: one.functions.iter().map(|one| one.function.name.as_str()).collect(),
            max_connections_percent: one.pool.present().map(|pool| pool.max_connections_percent),
            can_be_used: one.why_not.is_none(),
            why_not: one.why_not.as_ref().map(ToString::to_string),
            unreadable: unread.map(|why| why.operation.as_str()).collect(),
        }
    }
}

fn users(proxy: &Proxy) -> Vec<&str> {
    proxy.auth.iter().map(|entry| name_in_arn(&entry.secret_arn)).collect()
}

pub(super) fn row(name: &str, value: &str) -> String {
    let names = [
        t!("proxies-engine"),
        t!("proxies-vpc"),
        t!("proxies-login"),
        t!("proxies-users"),
        t!("proxies-pool"),
        t!("proxies-functions"),
        t!("proxies-database"),
        t!("proxies-host"),
        t!("proxies-how"),
        t!("endpoints-role"),
        t!("endpoints-status"),
        t!("endpoints-host"),
        t!("endpoints-used"),
    ];
    format!("  {}{value}", padded(name, column(names, 13)))
}

fn text(session: &Session, found: &Candidates) -> Vec<String> {
    let mut lines = vec![t!("proxies-title", database = found.database.as_str())];
    let recommended = found.recommended();
    for one in &found.proxies {
        let mark = match &one.why_not {
            None if recommended == Some(one) => t!("proxies-recommended").to_owned(),
            None if one.has_no_database() => t!("proxies-empty").to_owned(),
            None => t!("proxies-usable").to_owned(),
            Some(why) => t!("proxies-unusable", why = why.to_string()),
        };
        lines.push(format!("\n{}  ({mark})", one.proxy.name));
        lines.push(row(t!("proxies-engine"), one.proxy.engine_family.title()));
        lines.push(row(t!("proxies-vpc"), &one.proxy.vpc_id));
        lines.push(row(t!("proxies-login"), one.proxy.auth_mode().title()));
        let users = series(users(&one.proxy));
        lines.push(row(t!("proxies-users"), if users.is_empty() { t!("proxies-token-users") } else { &users }));
        lines.push(row(t!("proxies-pool"), &pool(one)));
        if one.why_not.is_none() {
            lines.push(row(t!("proxies-functions"), &functions(one)));
            let name = one.proxy.name.as_str();
            let command = session.command(&["plan", "--database", &found.database, "--proxy", name]);
            lines.push(row("", &t!("proxies-use", command = command)));
        }
    }
    lines.push(String::new());
    lines.push(if found.proxies.is_empty() { t!("proxies-none") } else { t!("proxies-new") }.to_owned());
    lines
}

fn pool(one: &Candidate) -> String {
    match &one.pool {
        Part::Present(pool) => t!("proxies-pool-share", percent = u32::from(pool.max_connections_percent)),
        Part::Unreadable(why) => t!("proxies-unknown", operation = why.operation.as_str()),
        Part::Absent | Part::NotAsked => t!("proxies-unknown", operation = "rds:DescribeDBProxyTargetGroups"),
    }
}

fn functions(one: &Candidate) -> String {
    let named = |one: &Suggestion| format!("{} ({})", one.function.name, how(&one.reasons));
    let mut said: Vec<String> = one.functions.iter().map(named).collect();
    said.extend(one.unread.iter().map(|why| t!("proxies-unknown", operation = why.operation.as_str())));
    if said.is_empty() { t!("proxies-no-function").to_owned() } else { series(&said) }
}

async fn of_function(session: &Session, function: &str) -> Ended {
    let found = reached(session.reader(), function).await.map_err(Failure::unreadable)?;
    let Some(Reached { proxies: reaches, direct, unread }) = found else {
        let failure = nothing_of_the_name(t!("proxies-no-such-function", name = function));
        return Err(session.unknown(failure, Thing::Function, function).await);
    };
    if session.is_json() {
        output::json(&OfFunction {
            schema: "rds-proxy-wizard/function-proxies/v1",
            function,
            reaches: reaches.iter().map(ReachLine::new).collect(),
            direct: direct.iter().map(DirectLine::new).collect(),
            unreadable: &unread,
        });
        return Ok(Exit::Done);
    }
    let mut lines = vec![t!("proxies-of-function", function = function)];
    for reach in &reaches {
        lines.push(format!("\n{}", reach.proxy.name));
        lines.push(row(t!("proxies-database"), &behind(reach)));
        lines.push(row(t!("proxies-host"), reach.proxy.endpoint.as_deref().unwrap_or_default()));
        lines.push(row(t!("proxies-how"), &how(&reach.how)));
    }
    if reaches.is_empty() {
        lines.push(t!("proxies-of-function-none", function = function));
    }
    for past in &direct {
        lines.push(format!("\n{}", t!("proxies-direct", database = past.database.as_str())));
        lines.push(row(t!("proxies-how"), &by_variables(past)));
    }
    lines.extend(unread.iter().map(|why| format!("\n{}", t!("proxies-unread", operation = why.operation.as_str()))));
    output::line(&lines.join("\n"));
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct OfFunction<'a> {
    schema: &'static str,
    function: &'a str,
    reaches: Vec<ReachLine<'a>>,
    /// Databases that it comes to without a proxy.
    direct: Vec<DirectLine<'a>>,
    unreadable: &'a [Unreadable],
}

#[derive(Serialize)]
struct DirectLine<'a> {
    database: &'a str,
    by_variable: &'a [String],
}

impl<'a> DirectLine<'a> {
    fn new(direct: &'a Direct) -> Self {
        Self { database: &direct.database, by_variable: &direct.variables }
    }
}

#[derive(Serialize)]
struct ReachLine<'a> {
    proxy: &'a str,
    endpoint: Option<&'a str>,
    /// `null` where there is none or it could not be read.
    database: Option<&'a str>,
    by_variable: Vec<&'a str>,
    by_policy: Vec<&'a str>,
    by_group: Vec<&'a str>,
}

impl<'a> ReachLine<'a> {
    fn new(reach: &'a Reach) -> Self {
        let mut reached = Self {
            proxy: &reach.proxy.name,
            endpoint: reach.proxy.endpoint.as_deref(),
            database: served(reach.targets.items()),
            by_variable: Vec::new(),
            by_policy: Vec::new(),
            by_group: Vec::new(),
        };
        for reason in &reach.how {
            match reason {
                Reason::Environment(name) => reached.by_variable.push(name),
                Reason::Policy(name) => reached.by_policy.push(name),
                Reason::SecurityGroup(name) => reached.by_group.push(name),
            }
        }
        reached
    }
}
