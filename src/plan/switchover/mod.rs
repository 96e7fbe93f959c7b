//! Observed → the checklist of a blue/green deployment of the database behind a proxy: what AWS asks before
//! it, as far as it was read, and what to do in which order. The deployment itself is a person's to make.
//!
//! <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-blue-green.html>,
//! <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments-creating.html>,
//! <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments-considerations.html>

use serde::Serialize;

use super::preflight::{Check, CheckVerdict};
use crate::design::served;
use crate::domain::cli_command::CliCommand;
use crate::domain::database::{BlueGreen, Database, DatabaseKind, DeploymentStatus, Engine, ParameterStatus};
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::Proxy;
use crate::text::t;

/// Whether it is a step's turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    Done,
    Now,
    Later,
    /// Nobody could read how far the deployment is.
    Unknown,
}

/// One step, in AWS's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SwitchoverStep {
    pub turn: Turn,
    pub title: String,
    pub text: String,
    /// Words in capitals are to be filled in.
    pub commands: Vec<String>,
}

/// The checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Switchover {
    pub database: String,
    /// Name, id and status of the deployment that is about it, where there is one.
    pub deployment: Option<BlueGreen>,
    /// What AWS asks, the worst first.
    pub checks: Vec<Check>,
    pub steps: Vec<SwitchoverStep>,
}

/// The checklist for the observed database; `None` where proxy or database were not read.
pub fn switchover(observed: &Observed) -> Option<Switchover> {
    let (proxy, database) = (observed.proxy.present()?, observed.database.present()?);
    let deployment = observed.blue_green.items().iter().filter(|found| found.is_about(database));
    // One that is over stays until it is deleted, beside one that is under way.
    let deployment = deployment.min_by_key(|found| !found.is_under_way(database)).cloned();
    let mut checks = vec![engine(database), target(observed, database, deployment.is_some()), health(observed)];
    checks.extend([global(database), master_password(database), replication(observed, database)]);
    checks.extend(parameters_in_sync(database));
    checks.extend(deployment_read(observed));
    checks.extend(role_reaches_green(observed, proxy));
    checks.sort_by_key(Check::rank);
    let steps = steps(observed, proxy, database, deployment.as_ref());
    Some(Switchover { database: database.id.clone(), deployment, checks, steps })
}

fn check(id: &str, verdict: CheckVerdict, title: String) -> Check {
    Check::new(&format!("blue-green-{id}"), verdict, title)
}

fn not_read(id: &str, title: String, permission: Option<&str>) -> Check {
    check(id, CheckVerdict::Unknown { permission: permission.map(str::to_owned) }, title)
}

/// RDS for MySQL, MariaDB and PostgreSQL, and Aurora; not Serverless v1.
fn engine(database: &Database) -> Check {
    let name = database.engine.to_string();
    let serverless = database.engine_mode.as_deref() == Some("serverless");
    match &database.engine {
        Engine::Sqlserver(_) | Engine::Other(_) => {
            check("engine", CheckVerdict::Error, t!("switchover-engine-no", engine = name))
        }
        _ if serverless => check("engine", CheckVerdict::Error, t!("switchover-serverless").to_owned()),
        _ => check("engine", CheckVerdict::Passed, t!("switchover-engine", engine = name)),
    }
}

/// A database becomes a target only before its deployment is made.
fn target(observed: &Observed, database: &Database, begun: bool) -> Check {
    let id = database.id.as_str();
    match &observed.targets {
        Part::Present(targets) if served(targets) == Some(id) => {
            check("target", CheckVerdict::Passed, t!("switchover-target", database = id))
        }
        Part::Present(_) | Part::Absent => {
            let detail = if begun { t!("switchover-target-late") } else { t!("switchover-target-first") };
            check("target", CheckVerdict::Error, t!("switchover-target-no", database = id)).detail(detail)
        }
        Part::Unreadable(_) | Part::NotAsked => {
            not_read("target", t!("switchover-target-unread").to_owned(), Some("rds:DescribeDBProxyTargets"))
        }
    }
}

fn health(observed: &Observed) -> Check {
    let targets = observed.targets.items();
    let ill = targets.iter().find(|target| target.health.as_ref().is_some_and(|health| !health.is_available()));
    match ill {
        _ if targets.is_empty() || targets.iter().all(|target| target.health.is_none()) => {
            not_read("health", t!("switchover-health-unread").to_owned(), None)
        }
        Some(target) => {
            let state = target.health.as_ref().map_or("", |health| health.state.as_str());
            let title = t!("switchover-health-no", target = target.id.as_str(), state = state);
            check("health", CheckVerdict::Error, title).detail(t!("switchover-health-why"))
        }
        None => check("health", CheckVerdict::Passed, t!("switchover-health").to_owned()),
    }
}

fn global(database: &Database) -> Check {
    match &database.global {
        Some(global) => {
            let title =
                t!("switchover-global", database = database.id.as_str(), global = global.global_cluster.as_str());
            check("global", CheckVerdict::Error, title).detail(t!("switchover-global-why"))
        }
        None => check("global", CheckVerdict::Passed, t!("switchover-no-global").to_owned()),
    }
}

fn master_password(database: &Database) -> Check {
    match &database.master_secret {
        Some(_) => {
            check("master", CheckVerdict::Error, t!("switchover-master").to_owned()).detail(t!("switchover-master-why"))
        }
        None => check("master", CheckVerdict::Passed, t!("switchover-no-master").to_owned()),
    }
}

/// What the copy is kept up with: Aurora says it in a parameter, RDS in its backups, which are not read.
fn replication(observed: &Observed, database: &Database) -> Check {
    const ID: &str = "replication";
    let value = |name: &str| {
        let named = || observed.parameters.items().iter().filter(|found| found.name == name);
        // Instance and cluster may both have it in their groups: what somebody set decides.
        named().find(|found| found.set_by_user).or_else(|| named().next()).map(|found| found.value.as_str())
    };
    let (name, on): (&str, fn(&str) -> bool) = match database.engine {
        Engine::AuroraMysql => ("binlog_format", |value| !value.eq_ignore_ascii_case("off")),
        Engine::AuroraPostgresql => ("rds.logical_replication", |value| value == "1"),
        _ => {
            let command = CliCommand::new("rds describe-db-instances")
                .with("db-instance-identifier", &database.id)
                .region(&observed.account)
                .text_of("DBInstances[0].BackupRetentionPeriod");
            let detail = match database.engine {
                Engine::Postgres => format!("{}\n{}", t!("switchover-backups-why"), t!("switchover-logical-why")),
                _ => t!("switchover-backups-why").to_owned(),
            };
            let title = t!("switchover-backups").to_owned();
            return not_read(ID, title, None).detail(format!("{detail}\n{}", command.line()));
        }
    };
    match value(name) {
        Some(value) if on(value) => {
            check(ID, CheckVerdict::Passed, t!("switchover-parameter", name = name, value = value))
        }
        Some(value) => check(ID, CheckVerdict::Error, t!("switchover-parameter-no", name = name, value = value))
            .detail(t!("switchover-parameter-why")),
        // The group was read, and says nothing of it.
        None if observed.parameters.present().is_some() => {
            not_read(ID, t!("switchover-parameter-none", name = name), None).detail(t!("switchover-parameter-why"))
        }
        None => not_read(ID, t!("switchover-parameter-unread", name = name), Some("rds:DescribeDBClusterParameters"))
            .detail(t!("switchover-parameter-why")),
    }
}

/// The writer has to be in step with the group of its cluster, or the deployment is not made.
fn parameters_in_sync(database: &Database) -> Option<Check> {
    let late =
        database.parameter_groups.iter().find(|group| group.of_cluster && group.status != ParameterStatus::InSync)?;
    let title = t!("switchover-out-of-sync", group = late.name.as_str(), status = late.status.as_str());
    Some(check("parameters", CheckVerdict::Error, title).detail(t!("switchover-out-of-sync-why")))
}

fn deployment_read(observed: &Observed) -> Option<Check> {
    let read = matches!(observed.blue_green, Part::Present(_) | Part::Absent);
    (!read).then(|| {
        let title = t!("switchover-deployment-unread").to_owned();
        not_read("deployment", title, Some("rds:DescribeBlueGreenDeployments"))
    })
}

/// Tokens behind the proxy name the database by its resource id, and the copy has another one.
fn role_reaches_green(observed: &Observed, proxy: &Proxy) -> Option<Check> {
    if !proxy.default_iam_auth {
        return None;
    }
    let title = t!("switchover-role").to_owned();
    let Some(role) = observed.proxy_role.present().filter(|role| role.arn == proxy.role_arn) else {
        return Some(not_read("role", title, Some("iam:GetRolePolicy")).detail(t!("switchover-role-why")));
    };
    // No database has this id, so only what fits any database fits it.
    let any = observed.account.arn("rds-db", "dbuser:db-0/0");
    let any_cluster = observed.account.arn("rds-db", "dbuser:cluster-0/0");
    let resource = if observed.database.present()?.kind == DatabaseKind::Cluster { any_cluster } else { any };
    let fits = role
        .policies()
        .any(|(_, document)| document.statement.iter().any(|statement| statement.covers("rds-db:connect", &resource)));
    Some(match fits {
        true => check("role", CheckVerdict::Passed, t!("switchover-role-any").to_owned()),
        false => check("role", CheckVerdict::Warning, title).detail(t!("switchover-role-why")),
    })
}

/// How many steps are behind, and how many may be done now.
fn progress(observed: &Observed, database: &Database, deployment: Option<&BlueGreen>) -> Option<(usize, usize)> {
    if !matches!(observed.blue_green, Part::Present(_) | Part::Absent) {
        return None;
    }
    Some(match deployment.map(|found| &found.status) {
        None => {
            let there = observed.targets.present().map(|targets| served(targets) == Some(database.id.as_str()))?;
            (usize::from(there), 1)
        }
        Some(DeploymentStatus::Provisioning) => (2, 1),
        // Whether the copy was tried is the person's to know.
        Some(
            DeploymentStatus::Available | DeploymentStatus::SwitchoverFailed | DeploymentStatus::InvalidConfiguration,
        ) => (2, 2),
        Some(DeploymentStatus::SwitchoverInProgress) => (3, 1),
        Some(DeploymentStatus::SwitchoverCompleted) => (4, 2),
        Some(DeploymentStatus::Deleting) => (5, 1),
        Some(DeploymentStatus::Other(_)) => return None,
    })
}

fn steps(
    observed: &Observed,
    proxy: &Proxy,
    database: &Database,
    deployment: Option<&BlueGreen>,
) -> Vec<SwitchoverStep> {
    let progress = progress(observed, database, deployment);
    let turn = |nth: usize| match progress {
        None => Turn::Unknown,
        Some((done, _)) if nth < done => Turn::Done,
        Some((done, now)) if nth < done + now => Turn::Now,
        Some(_) => Turn::Later,
    };
    let aws = |call: &str| CliCommand::new(call).region(&observed.account);
    let id = deployment.map_or("DEPLOYMENT_ID", |found| found.id.as_str());
    let about = |call: &str| aws(call).with("blue-green-deployment-identifier", id);
    let register = aws("rds register-db-proxy-targets").with("db-proxy-name", &proxy.name);
    let register = match database.kind {
        DatabaseKind::Instance => register.each("db-instance-identifiers", std::slice::from_ref(&database.id)),
        DatabaseKind::Cluster => register.each("db-cluster-identifiers", std::slice::from_ref(&database.id)),
    };
    let targets = aws("rds describe-db-proxy-targets").with("db-proxy-name", &proxy.name);
    let create = aws("rds create-blue-green-deployment")
        .with("blue-green-deployment-name", "NAME")
        .with("source", &database.arn)
        .with("target-engine-version", "VERSION");
    let status = about("rds describe-blue-green-deployments");
    let switch = about("rds switchover-blue-green-deployment").with("switchover-timeout", "300");
    let delete = about("rds delete-blue-green-deployment");
    [
        (t!("switchover-step-target"), t!("switchover-step-target-text"), vec![register, targets.clone()]),
        (t!("switchover-step-create"), t!("switchover-step-create-text"), vec![create]),
        (t!("switchover-step-test"), t!("switchover-step-test-text"), vec![status]),
        (t!("switchover-step-switch"), t!("switchover-step-switch-text"), vec![switch]),
        (t!("switchover-step-after"), t!("switchover-step-after-text"), vec![targets]),
        (t!("switchover-step-delete"), t!("switchover-step-delete-text"), vec![delete]),
    ]
    .into_iter()
    .enumerate()
    .map(|(nth, (title, text, commands))| SwitchoverStep {
        turn: turn(nth),
        title: title.to_owned(),
        text: text.to_owned(),
        commands: commands.iter().map(CliCommand::line).collect(),
    })
    .collect()
}

#[cfg(test)]
mod tests;
