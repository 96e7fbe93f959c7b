//! From arguments to a plan: reads the choices, observes the account, designs, plans, checks.

use std::path::PathBuf;

use super::meant::Thing;
use super::output::{Exit, Failure};
use super::session::Session;
use crate::design::{Problem, design};
use crate::discover::{self, Invoked};
use crate::domain::choices::{Choices, EndpointsChoice, IfDeleted};
use crate::domain::observed::Observed;
use crate::domain::proxy::NetworkType;
use crate::domain::setup::Setup;
use crate::plan::preflight::{self, Check, CheckVerdict};
use crate::plan::{Conflict, Notice, Plan, build, notices, notices_of_checks};
use crate::project;
use crate::report::{Kind, Report};
use crate::text::t;

/// What is to be set up.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Picks {
    /// Choices in TOML; the keys are those of the files in assets/examples
    #[arg(long, value_name = "FILE")]
    pub choices: Option<PathBuf>,
    /// Identifier of the database, instead of the file's
    #[arg(long, value_name = "ID")]
    pub database: Option<String>,
    /// Name of the function, instead of the file's; repeatable: each further one gets its own rule,
    /// rights and variables
    ///
    /// With `:ALIAS` behind it, a version is published and that alias moved to it.
    #[arg(long, value_name = "NAME[:ALIAS]")]
    pub function: Vec<String>,
    /// Have an earlier run's deleted secret back, instead of the next name that is free
    #[arg(long)]
    pub restore_secret: bool,
    /// Give the proxy an endpoint that leads to the readers of the cluster, and the function its host
    #[arg(long)]
    pub read_only_endpoint: bool,
    /// Give the proxy an endpoint in the function's VPC, if that is another VPC than the database's
    #[arg(long)]
    pub endpoint_in_function_vpc: bool,
    /// What these endpoints are like
    #[command(flatten)]
    pub endpoints: EndpointPicks,
}

/// What the endpoints are like that a set-up makes beside the proxy's default one.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct EndpointPicks {
    /// Name of the read-only endpoint
    #[arg(long, value_name = "NAME")]
    pub read_only_endpoint_name: Option<String>,
    /// Name of the endpoint in the function's VPC
    #[arg(long, value_name = "NAME")]
    pub function_vpc_endpoint_name: Option<String>,
    /// Subnets of these endpoints, in two zones at least
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub endpoint_subnets: Vec<String>,
    /// Security groups of these endpoints, which are there already; the first lets the function in
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub endpoint_security_groups: Vec<String>,
    /// Addresses of these endpoints
    #[arg(long, value_name = "TYPE", value_parser = ["IPV4", "IPV6", "DUAL"])]
    pub endpoint_network_type: Option<String>,
}

/// A proxy that is there already.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct UsedProxy {
    /// Use this proxy, which is there already, instead of making a new one
    ///
    /// A login, rights and rules are added to it, and nothing of it is changed but what the choices say.
    /// `proxies --database ID` lists those that can be used.
    #[arg(long, value_name = "NAME")]
    pub proxy: Option<String>,
}

/// Everything known before anything is changed.
pub struct Prepared {
    /// What is in the account.
    pub observed: Observed,
    /// What would be done.
    pub plan: Plan,
    /// What could stop it, worst first.
    pub preflight: Vec<Check>,
    /// What the plan keeps.
    pub safety: Vec<Check>,
}

impl Prepared {
    /// Every check, preflight first.
    pub fn checks(&self) -> impl Iterator<Item = &Check> {
        self.preflight.iter().chain(&self.safety)
    }

    /// What a person should know before anything is changed.
    pub fn notices(&self) -> Vec<Notice> {
        match self.plan.setup() {
            Some(setup) => notices(setup, self.checks()),
            None => notices_of_checks(self.checks()),
        }
    }

    /// A check says that the plan would fail.
    pub fn would_fail(&self) -> bool {
        self.preflight.iter().any(|check| check.verdict == CheckVerdict::Error)
    }
}

/// The choices of the arguments.
pub fn choices(picks: &Picks, used: &UsedProxy) -> Result<Choices, Failure> {
    let mut choices: Choices = match &picks.choices {
        Some(path) => project::choices(path).map_err(|report| Failure::new(Exit::Usage, report))?,
        None => Choices::default(),
    };
    if let Some(database) = &picks.database {
        choices.database.clone_from(database);
    }
    functions(&mut choices, &picks.function)?;
    if let Some(proxy) = &used.proxy {
        choices.proxy.name = Some(proxy.clone());
        choices.proxy.existing = true;
    }
    if picks.restore_secret {
        choices.secret.if_deleted = IfDeleted::Restore;
    }
    choices.proxy.read_only_endpoint |= picks.read_only_endpoint;
    choices.proxy.endpoint_in_function_vpc |= picks.endpoint_in_function_vpc;
    endpoints(&mut choices.proxy.endpoints, &picks.endpoints);
    Ok(choices)
}

/// The first one and the further ones, each with the alias that is named behind it.
fn functions(choices: &mut Choices, named: &[String]) -> Result<(), Failure> {
    let parsed = named.iter().map(|name| name.parse::<Invoked>()).collect::<Result<Vec<_>, _>>();
    let parsed = parsed.map_err(|error| Failure::usage(error.to_string(), t!("cli-plan-function-hint")))?;
    let Some((first, further)) = parsed.split_first() else { return Ok(()) };
    choices.function.clone_from(&first.name);
    choices.more_functions = further.iter().map(|function| function.name.clone()).collect();
    if first.qualifier.is_some() {
        choices.access.publish_to_alias.clone_from(&first.qualifier);
    }
    choices.access.more_aliases.retain(|name, _| choices.more_functions.contains(name));
    let aliases = further.iter().filter_map(|function| Some((function.name.clone(), function.qualifier.clone()?)));
    choices.access.more_aliases.extend(aliases);
    Ok(())
}

/// What is said here comes before the file.
fn endpoints(choice: &mut EndpointsChoice, picks: &EndpointPicks) {
    let EndpointPicks { read_only_endpoint_name, function_vpc_endpoint_name, endpoint_subnets, .. } = picks;
    let named = |text: &String| NetworkType::ALL.into_iter().find(|kind| kind.api_name() == text);
    choice.read_only_name = read_only_endpoint_name.clone().or(choice.read_only_name.take());
    choice.function_vpc_name = function_vpc_endpoint_name.clone().or(choice.function_vpc_name.take());
    choice.network_type = picks.endpoint_network_type.as_ref().and_then(named).or(choice.network_type);
    if !endpoint_subnets.is_empty() {
        choice.subnets.clone_from(endpoint_subnets);
    }
    if !picks.endpoint_security_groups.is_empty() {
        choice.security_groups.clone_from(&picks.endpoint_security_groups);
    }
}

/// Reads the account, designs, and makes the plan.
pub async fn prepare(session: &Session, choices: &Choices) -> Result<(Setup, Prepared), Failure> {
    let reader = session.reader();
    let mut observed = discover::observe(reader, &session.connection.account, choices).await;
    let setup = match design(choices, &observed) {
        Ok(setup) => setup,
        Err(problems) => return Err(undesigned(session, choices, &observed, &problems).await),
    };
    let plan = build(&observed, &setup).map_err(|conflicts| blocked(&conflicts))?;
    observed.permissions = discover::permissions(reader, &preflight::asked(&plan)).await;
    let preflight = preflight::preflight(&observed, &setup, &plan);
    let safety = preflight::safety(&setup, &plan);
    Ok((setup, Prepared { observed, plan, preflight, safety }))
}

/// A choice is wrong, unless what it names could not be read.
async fn undesigned(session: &Session, choices: &Choices, observed: &Observed, problems: &[Problem]) -> Failure {
    let unread = observed.database.unreadable().is_some() || observed.function.unreadable().is_some();
    let mut reports = Vec::new();
    for problem in problems {
        let mut report = Report::new(if unread { Kind::Aws } else { Kind::Input }, problem.title.clone())
            .because(t!("cli-choice", field = problem.field))
            .hint(problem.cure.clone());
        if let Some(value) = &problem.suggestion {
            report = report.with_copy(value.clone());
        }
        if let Some((thing, name)) = sought(choices, observed, problem)
            && let Some(question) = session.meant(thing, name).await
        {
            report = report.hint_first(question);
        }
        reports.push(report);
    }
    Failure { exit: if unread { Exit::Unreadable } else { Exit::Usage }, reports }
}

/// What a problem is about, where the account has nothing of its name.
fn sought<'a>(choices: &'a Choices, observed: &Observed, problem: &Problem) -> Option<(Thing, &'a str)> {
    let proxy = choices.proxy.name.as_deref().filter(|_| choices.proxy.existing && observed.proxy.is_absent());
    match problem.field {
        "database" if observed.database.is_absent() => Some((Thing::Database, &choices.database)),
        "function" if observed.function.is_absent() => Some((Thing::Function, &choices.function)),
        "proxy.name" => Some((Thing::Proxy, proxy?)),
        _ => None,
    }
}

/// Everything that keeps a plan from being made.
pub fn blocked(conflicts: &[Conflict]) -> Failure {
    let report = |conflict: &Conflict| Report::new(Kind::Input, conflict.title.clone()).hint(conflict.cure.clone());
    Failure { exit: Exit::Failed, reports: conflicts.iter().map(report).collect() }
}
