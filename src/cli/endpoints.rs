//! `endpoints`: lists the endpoints of a proxy and which functions name them; with `--remove`, takes one away by a
//! plan that is shown, asked about, applied and undone like any other.

use serde::Serialize;

use super::apply;
use super::args::Globals;
use super::drive::{RunWork, drive};
use super::output::{self, Ended, Exit, Failure};
use super::prepare::{Prepared, blocked};
use super::progress::Style;
use super::proxies::{nothing_of_the_name, row};
use super::session::Session;
use super::validate::there;
use crate::accounts::Accounts;
use crate::discover::{self, EndpointUser, EndpointsRead, endpoints_of};
use crate::domain::observed::Unreadable;
use crate::domain::proxy::ProxyEndpoint;
use crate::plan::{preflight, remove_endpoint};
use crate::text::t;
use crate::words::endpoints::{not_known, used_by};

/// `endpoints`
#[derive(Debug, Clone, clap::Args)]
pub struct EndpointsArgs {
    /// Name of the proxy
    #[arg(long, value_name = "NAME")]
    pub proxy: String,
    /// Remove this endpoint; without it, list them
    #[arg(long, value_name = "ENDPOINT")]
    pub remove: Option<String>,
    /// Remove it although a function names its host, or although that could not be read
    #[arg(long, requires = "remove")]
    pub even_if_used: bool,
    /// Do not ask
    #[arg(long, short, requires = "remove")]
    pub yes: bool,
    /// Remove it although a check before it failed
    #[arg(long, requires = "remove")]
    pub ignore_preflight: bool,
}

const DESCRIBE: &str = "rds:DescribeDBProxyEndpoints";

/// Lists them, or removes one unless the person or a check says no.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &EndpointsArgs) -> Ended {
    let session = Session::open(accounts, globals, None).await?;
    let account = &session.connection.account;
    let read = endpoints_of(session.reader(), account, &args.proxy, args.remove.as_deref()).await;
    there(&session, &read.observed.proxy, "rds:DescribeDBProxies", &args.proxy, Exit::Usage).await?;
    there(&session, &read.observed.proxy_endpoints, DESCRIBE, &args.proxy, Exit::Unreadable).await?;
    match &args.remove {
        None => Ok(list(&session, args, &read)),
        Some(name) => remove(&session, args, read, name).await,
    }
}

async fn remove(session: &Session, args: &EndpointsArgs, read: EndpointsRead, name: &str) -> Ended {
    let Some(endpoint) = read.endpoint(name) else {
        let known = read.observed.proxy_endpoints.items().iter().map(|endpoint| endpoint.name.as_str());
        if known.clone().any(|listed| listed == name) {
            there(session, &read.named, DESCRIBE, name, Exit::Unreadable).await?;
        }
        return Err(no_endpoint(args, name).meant(name, known));
    };
    let callers = read.callers.present().map(Vec::as_slice);
    let remove = |even_if_used| remove_endpoint(&read.observed, endpoint, callers, even_if_used);
    let plan = remove(args.even_if_used).map_err(|conflicts| {
        let mut failure = blocked(&conflicts);
        if remove(true).is_ok() {
            let last = failure.reports.pop().map(|report| report.hint(t!("endpoints-even-if-used")));
            failure.reports.extend(last);
        }
        failure
    })?;
    let mut observed = read.observed;
    observed.permissions = discover::permissions(session.reader(), &preflight::asked(&plan)).await;
    let preflight = preflight::of_repair(&observed, &plan);
    let prepared = Prepared { observed, plan, preflight, safety: Vec::new() };
    let style = Style::choose(session.globals.format);
    if !apply::agreed(session, style, &prepared, args.yes, args.ignore_preflight)? {
        return Ok(Exit::Done);
    }
    drive(session, style, RunWork::Run(prepared.plan), None).await
}

fn no_endpoint(args: &EndpointsArgs, name: &str) -> Failure {
    nothing_of_the_name(t!("endpoints-none", proxy = args.proxy.as_str(), name = name))
}

fn list(session: &Session, args: &EndpointsArgs, read: &EndpointsRead) -> Exit {
    let endpoints = read.observed.proxy_endpoints.items();
    if session.is_json() {
        output::json(&EndpointsDocument {
            schema: "rds-proxy-wizard/proxy-endpoints/v1",
            proxy: &args.proxy,
            endpoints: endpoints.iter().map(|endpoint| EndpointLine::new(endpoint, read)).collect(),
            variables_unread: read.hidden(),
            unreadable: read.callers.unreadable(),
        });
        return Exit::Done;
    }
    let mut lines = vec![t!("endpoints-title", proxy = args.proxy.as_str())];
    for endpoint in endpoints {
        lines.push(match endpoint.is_default {
            true => format!("\n{}  ({})", endpoint.name, t!("endpoints-default")),
            false => format!("\n{}", endpoint.name),
        });
        lines.push(row(t!("endpoints-role"), endpoint.role.as_str()));
        lines.push(row(t!("proxies-vpc"), &endpoint.vpc_id));
        lines.push(row(t!("endpoints-status"), endpoint.status.as_str()));
        lines.push(row(t!("endpoints-host"), endpoint.host.as_deref().unwrap_or(t!("endpoints-no-host"))));
        lines.push(row(t!("endpoints-used"), &used_by(endpoint, read)));
    }
    lines.extend(not_known(read).map(|line| format!("\n{line}")));
    output::line(&lines.join("\n"));
    Exit::Done
}

#[derive(Serialize)]
struct EndpointsDocument<'a> {
    schema: &'static str,
    proxy: &'a str,
    endpoints: Vec<EndpointLine<'a>>,
    /// Functions that may use any of them.
    variables_unread: Vec<&'a str>,
    /// Why `used_by` is `null`.
    unreadable: Option<&'a Unreadable>,
}

#[derive(Serialize)]
struct EndpointLine<'a> {
    name: &'a str,
    is_default: bool,
    role: &'a str,
    vpc_id: &'a str,
    status: &'a str,
    host: Option<&'a str>,
    /// `null` where the functions could not be read.
    used_by: Option<Vec<EndpointUser<'a>>>,
}

impl<'a> EndpointLine<'a> {
    fn new(endpoint: &'a ProxyEndpoint, read: &'a EndpointsRead) -> Self {
        Self {
            name: &endpoint.name,
            is_default: endpoint.is_default,
            role: endpoint.role.as_str(),
            vpc_id: &endpoint.vpc_id,
            status: endpoint.status.as_str(),
            host: endpoint.host.as_deref(),
            used_by: read.users(endpoint),
        }
    }
}
