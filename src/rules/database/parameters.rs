//! Database parameters that a proxy cannot live with.

use crate::domain::database::{Database, DatabaseKind, EngineFamily, Parameter, ParameterGroup, ParameterStatus};
use crate::domain::finding::{Hop, Severity};
use crate::domain::observed::Observed;
use crate::rules::command::aws;
use crate::rules::facts::{self, Need};
use crate::rules::rule::{Check, Rule, Seen, Stop, passed};
use crate::text::t;

const LIMITS: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html";
const NEEDS: &[Need] = &[Need::Proxy, Need::Database, Need::Parameters];

pub const READ_ONLY: Rule = Rule {
    code: "db-read-only-parameter",
    severity: Severity::Error,
    hop: Hop::Database,
    source: LIMITS,
    needs: NEEDS,
    check: read_only,
};

pub const INIT_CONNECT: Rule = Rule {
    code: "db-init-connect-set",
    severity: Severity::Warning,
    hop: Hop::Database,
    source: LIMITS,
    needs: NEEDS,
    check: init_connect,
};

pub const PENDING_REBOOT: Rule = Rule {
    code: "db-params-pending-reboot",
    severity: Severity::Warning,
    hop: Hop::Database,
    source: LIMITS,
    needs: &[Need::Proxy, Need::Database],
    check: pending_reboot,
};

// In a steady state there is nothing to see: only a switch that is under way, or waits for a
// restart, is reported.
pub const SCRAM_SWITCH: Rule = Rule {
    code: "pg-scram-only-switch",
    severity: Severity::Info,
    hop: Hop::Database,
    source: LIMITS,
    needs: NEEDS,
    check: scram_switch,
};

/// A parameter, and the group it is from where that is one in use.
type Set<'a> = (&'a Parameter, Option<&'a ParameterGroup>);

/// The parameter as the writer has it, with its group.
fn parameter<'a>(
    observed: &'a Observed,
    family: EngineFamily,
    name: &str,
) -> Result<(&'a Database, Option<Set<'a>>), Stop> {
    facts::proxy(observed)?;
    let database = facts::database(observed)?;
    if database.engine.family() != Some(family) {
        return Err(Stop::NotApplicable);
    }
    let reader = |id: &str| database.members.iter().any(|member| member.id == id && !member.writer);
    let found =
        facts::there(&observed.parameters)?.iter().filter(|parameter| parameter.name == name).find_map(|found| {
            let mut users = database.parameter_groups.iter().filter(|group| group.name == found.group).peekable();
            if users.peek().is_none() {
                return Some((found, None));
            }
            users.find(|group| !reader(&group.used_by)).map(|group| (found, Some(group)))
        });
    Ok((database, found))
}

fn seen(database: &Database, parameter: &Parameter) -> Seen {
    let Parameter { name, value, group, .. } = parameter;
    Seen::at("database", &database.id).because(t!("seen-database-parameter", name = name, group = group, value = value))
}

/// `ModifyDBParameterGroup`, or its sister for cluster groups.
fn set(observed: &Observed, parameter: &Parameter, of_cluster: bool, value: &str) -> String {
    let kind = if of_cluster { "db-cluster-parameter-group" } else { "db-parameter-group" };
    let change = format!("ParameterName={},ParameterValue={value},ApplyMethod=pending-reboot", parameter.name);
    aws(observed, &format!("rds modify-{kind}"))
        .with(&format!("{kind}-name"), &parameter.group)
        .with("parameters", &change)
        .line()
}

fn read_only(observed: &Observed) -> Check {
    let (database, found) = parameter(observed, EngineFamily::Mysql, "read_only")?;
    let Some((parameter, group)) = found else { return passed() };
    if !parameter.set_by_user || !(parameter.value == "1" || parameter.value.eq_ignore_ascii_case("on")) {
        return passed();
    }
    let of_cluster = group.is_some_and(|group| group.of_cluster);
    seen(database, parameter).cure(set(observed, parameter, of_cluster, "0")).flagged()
}

fn init_connect(observed: &Observed) -> Check {
    let (database, found) = parameter(observed, EngineFamily::Mysql, "init_connect")?;
    let Some((parameter, _)) = found.filter(|(parameter, _)| !parameter.value.trim().is_empty()) else {
        return passed();
    };
    // Its statements stay where they are: they may hold anything.
    Seen::at("database", &database.id).because(t!("seen-database-init-connect", group = &parameter.group)).flagged()
}

fn scram_switch(observed: &Observed) -> Check {
    let (database, found) = parameter(observed, EngineFamily::Postgresql, "rds.accepted_password_auth_method")?;
    let Some((parameter, Some(group))) = found else { return passed() };
    if parameter.value != "scram" || group.status == ParameterStatus::InSync {
        return passed();
    }
    seen(database, parameter)
        .because(t!(
            "seen-database-group-status",
            group = &group.name,
            database = &group.used_by,
            status = group.status.as_str()
        ))
        .flagged()
}

fn pending_reboot(observed: &Observed) -> Check {
    facts::proxy(observed)?;
    let database = facts::database(observed)?;
    let mut waiting: Vec<&ParameterGroup> =
        database.parameter_groups.iter().filter(|group| group.status == ParameterStatus::PendingReboot).collect();
    waiting.sort_by(|a, b| a.used_by.cmp(&b.used_by));
    if waiting.is_empty() {
        return passed();
    }
    let mut seen = Seen::at("database", &database.id);
    for group in &waiting {
        seen = seen.because(t!("seen-database-pending-reboot", group = &group.name, database = &group.used_by));
    }
    waiting.dedup_by(|a, b| a.used_by == b.used_by);
    let is_instance = |id: &str| database.kind == DatabaseKind::Instance || id != database.id;
    for group in waiting.into_iter().filter(|group| is_instance(&group.used_by)) {
        seen = seen.cure(aws(observed, "rds reboot-db-instance").with("db-instance-identifier", &group.used_by).line());
    }
    seen.flagged()
}
