//! Mends as steps: what changes one thing becomes one step, with what it was before.

use std::collections::BTreeMap;

use crate::cloud::{DatabaseRef, GroupRule, ProxyChange};
use crate::domain::alarm::MetricAlarm;
use crate::domain::function::Function;
use crate::domain::mend::Mend;
use crate::domain::network::Direction;
use crate::domain::observed::Observed;
use crate::domain::policy::Document;
use crate::domain::proxy::{PoolSettings, Proxy, ProxyAuth};
use crate::domain::role::Role;
use crate::domain::setup::Page;
use crate::plan::actions::authorize_rule::line;
use crate::plan::actions::put_role_policy::Purpose;
use crate::plan::actions::{
    AttachVpcPolicy, AuthorizeRule, EnableDatabaseIamAuth, ExportLog, KeepLog, ModifyPool, ModifyProxy, PutAlarm,
    PutRolePolicy, UpdateFunction,
};
use crate::plan::{Action, Change, Step, StepId};
use crate::text::t;

const MODIFY_PROXY: &str = "modify-proxy";

/// Whether everything that the mend changes was read, so that it can be put back.
pub fn can(observed: &Observed, mend: &Mend) -> bool {
    match mend {
        Mend::AllowGroup { group, .. } => observed.security_group(group).is_some(),
        Mend::PutRolePolicy { role, .. } | Mend::AttachVpcAccess { role } => self::role(observed, role).is_some(),
        Mend::RequireTls | Mend::DebugLoggingOff | Mend::IdleClientTimeout(_) => observed.proxy.present().is_some(),
        // The list is replaced as a whole.
        Mend::SetIamAuth(_) => observed.proxy.present().is_some_and(|proxy| proxy.unclear_auth().is_none()),
        Mend::BorrowTimeout(_) | Mend::MaxConnectionsPercent(_) => {
            observed.proxy.present().is_some() && observed.pool.present().is_some()
        }
        Mend::EnableDatabaseIamAuth | Mend::ExportLog { .. } => observed.database.present().is_some(),
        // It is read, and looked for again before it is made.
        Mend::PutAlarm(_) => true,
        Mend::KeepLog { group, .. } => observed.log_groups.items().iter().any(|there| there.name == *group),
        // A value that is not shown could not be put back; a version cannot be changed at all.
        Mend::SetVariable { name, .. } => observed.function.present().is_some_and(|function| {
            function.qualifier.is_none() && function.environment.get(name).is_none_or(|value| value.shown().is_some())
        }),
    }
}

/// The steps for these mends, each thing changed once.
pub fn of(observed: &Observed, mends: &[&Mend]) -> Vec<Step> {
    let mut steps = rules(observed, mends);
    steps.extend(policies(observed, mends));
    steps.extend(mends.iter().find_map(|mend| match mend {
        Mend::AttachVpcAccess { role } => attach(observed, role),
        _ => None,
    }));
    if mends.contains(&&Mend::EnableDatabaseIamAuth) {
        steps.extend(database_iam(observed));
    }
    steps.extend(proxy(observed, mends));
    steps.extend(pool(observed, mends));
    steps.extend(variables(observed, mends));
    steps.extend(mends.iter().filter_map(|mend| watching(observed, mend)));
    // AWS takes no change of a pool while its proxy is being modified.
    if steps.iter().any(|step| step.id.0 == MODIFY_PROXY)
        && let Some(pool) = steps.iter_mut().find(|step| matches!(step.action, Action::ModifyPool(_)))
    {
        pool.needs.push(StepId::from(MODIFY_PROXY));
    }
    steps
}

/// What watches the proxy: each mend is a step of its own.
fn watching(observed: &Observed, mend: &Mend) -> Option<Step> {
    match mend {
        Mend::PutAlarm(alarm) => Some(put_alarm(alarm.clone())),
        Mend::KeepLog { group, days } => {
            let there = observed.log_groups.items().iter().find(|there| there.name == *group)?;
            let keep = KeepLog { group: group.clone(), days: *days, before: there.retention_days };
            Some(step(format!("keep-log-{group}"), Page::Proxy, Action::KeepLog(keep)))
        }
        Mend::ExportLog { log } => {
            let database = observed.database.present()?;
            let export = ExportLog {
                database: DatabaseRef { kind: database.kind, id: database.id.clone() },
                arn: database.arn.clone(),
                log: log.clone(),
            };
            Some(step(format!("export-log-{log}"), Page::Database, Action::ExportLog(export)))
        }
        _ => None,
    }
}

/// A new alarm.
pub fn put_alarm(alarm: MetricAlarm) -> Step {
    let id = format!("put-alarm-{}", alarm.name);
    Step { change: Change::Create, ..step(id, Page::Proxy, Action::PutAlarm(PutAlarm { alarm })) }
}

fn step(id: impl Into<String>, page: Page, action: Action) -> Step {
    Step { id: StepId(id.into()), change: Change::Change, page, needs: Vec::new(), action }
}

fn role<'a>(observed: &'a Observed, name: &str) -> Option<&'a Role> {
    [&observed.function_role, &observed.proxy_role]
        .into_iter()
        .filter_map(|role| role.present())
        .find(|r| r.name == name)
}

fn rules(observed: &Observed, mends: &[&Mend]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for mend in mends {
        let Mend::AllowGroup { group: id, direction, port, peer } = mend else { continue };
        let Some(own) = observed.security_group(id) else { continue };
        let way = if *direction == Direction::Ingress { "ingress" } else { "egress" };
        let name = format!("authorize-{id}-{way}-{peer}-{port}");
        if steps.iter().any(|step| step.id.0 == name) {
            continue;
        }
        let proxy = observed.proxy.present().map(|proxy| proxy.name.clone()).unwrap_or_default();
        let authorize = AuthorizeRule {
            vpc_id: own.vpc_id.clone(),
            rule: GroupRule {
                group_id: id.clone(),
                direction: *direction,
                port: *port,
                peer_group_id: peer.clone(),
                description: t!("repair-rule-description", proxy = proxy.as_str()),
            },
            group_name: own.name.clone(),
            peer_name: observed.security_group(peer).map_or_else(|| peer.clone(), |peer| peer.name.clone()),
            reason: t!("repair-rule-reason").to_owned(),
            others: own.rules(*direction).map(line).collect(),
            covered_by: None,
        };
        steps.push(step(name, Page::Network, Action::AuthorizeRule(authorize)));
    }
    steps
}

/// One step per policy: several mends of one policy are put together.
fn policies(observed: &Observed, mends: &[&Mend]) -> Vec<Step> {
    let mut wanted: BTreeMap<(&str, &str), Document> = BTreeMap::new();
    for mend in mends {
        let Mend::PutRolePolicy { role, policy, document } = mend else { continue };
        let whole = wanted.entry((role, policy)).or_insert_with(|| Document::new(Vec::new()));
        for statement in &document.statement {
            if !whole.statement.contains(statement) {
                whole.statement.push(statement.clone());
            }
        }
    }
    wanted
        .into_iter()
        .filter_map(|((name, policy), document)| {
            let role = role(observed, name)?;
            let of_function = observed.function_role.present().is_some_and(|role| role.name == name);
            let logs_in =
                document.statement.iter().any(|statement| statement.action.iter().any(|a| a == "rds-db:connect"));
            let (purpose, page) = match (of_function, logs_in) {
                (true, true) => (Purpose::FunctionConnects, Page::Access),
                (true, false) => (Purpose::FunctionReadsSecret, Page::Access),
                (false, true) => (Purpose::ProxyLogsIn, Page::Role),
                (false, false) => (Purpose::ProxyReadsSecret, Page::Role),
            };
            let put = PutRolePolicy {
                purpose,
                role: role.name.clone(),
                role_arn: role.arn.clone(),
                policy_name: policy.to_owned(),
                document,
                current: role.inline.get(policy).cloned(),
            };
            Some(step(format!("put-{name}-{policy}"), page, Action::PutRolePolicy(put)))
        })
        .collect()
}

fn attach(observed: &Observed, name: &str) -> Option<Step> {
    let role = role(observed, name)?;
    let policy_arn = observed.account.managed_policy_arn("service-role/AWSLambdaVPCAccessExecutionRole");
    let attach = AttachVpcPolicy { role: role.name.clone(), role_arn: role.arn.clone(), policy_arn };
    Some(step("attach-vpc-policy", Page::Access, Action::AttachVpcPolicy(attach)))
}

fn database_iam(observed: &Observed) -> Option<Step> {
    let database = observed.database.present()?;
    let enable = EnableDatabaseIamAuth {
        database: DatabaseRef { kind: database.kind, id: database.id.clone() },
        arn: database.arn.clone(),
    };
    Some(step("enable-database-iam-auth", Page::Database, Action::EnableDatabaseIamAuth(enable)))
}

fn proxy(observed: &Observed, mends: &[&Mend]) -> Option<Step> {
    let proxy = observed.proxy.present()?;
    let (mut change, mut before) = (ProxyChange::default(), ProxyChange::default());
    for mend in mends {
        match mend {
            Mend::RequireTls => require_tls(proxy, &mut change, &mut before),
            Mend::DebugLoggingOff => {
                change.debug_logging = Some(false);
                before.debug_logging = Some(proxy.debug_logging);
            }
            Mend::SetIamAuth(iam_auth) => {
                let auth = proxy.auth.iter().map(|auth| ProxyAuth { iam_auth: iam_auth.clone(), ..auth.clone() });
                change.auth = Some(auth.collect());
                before.auth = Some(proxy.auth.clone());
                // AWS refuses IAM without TLS.
                require_tls(proxy, &mut change, &mut before);
            }
            Mend::IdleClientTimeout(secs) => {
                change.idle_client_timeout_secs = Some(*secs);
                before.idle_client_timeout_secs = Some(proxy.idle_client_timeout_secs);
            }
            _ => {}
        }
    }
    if change == ProxyChange::default() {
        return None;
    }
    let modify = ModifyProxy { name: proxy.name.clone(), arn: proxy.arn.clone(), change, before };
    Some(step(MODIFY_PROXY, Page::Proxy, Action::ModifyProxy(modify)))
}

fn require_tls(proxy: &Proxy, change: &mut ProxyChange, before: &mut ProxyChange) {
    if !proxy.require_tls {
        change.require_tls = Some(true);
        before.require_tls = Some(false);
    }
}

fn pool(observed: &Observed, mends: &[&Mend]) -> Option<Step> {
    let (proxy, current) = (observed.proxy.present()?, observed.pool.present()?);
    let mut pool: PoolSettings = current.clone();
    for mend in mends {
        match mend {
            Mend::BorrowTimeout(secs) => pool.borrow_timeout_secs = *secs,
            Mend::MaxConnectionsPercent(percent) => pool.max_connections_percent = *percent,
            _ => {}
        }
    }
    pool.max_idle_connections_percent = pool.max_idle_connections_percent.min(pool.max_connections_percent);
    if pool == *current {
        return None;
    }
    let modify = ModifyPool { proxy: proxy.name.clone(), pool, current: Some(current.clone()) };
    Some(step("modify-pool", Page::Proxy, Action::ModifyPool(modify)))
}

fn variables(observed: &Observed, mends: &[&Mend]) -> Option<Step> {
    let function = observed.function.present()?;
    let set: BTreeMap<String, String> = mends
        .iter()
        .filter_map(|mend| match mend {
            Mend::SetVariable { name, value } => Some((name.clone(), value.clone())),
            _ => None,
        })
        .collect();
    if set.is_empty() {
        return None;
    }
    let update = UpdateFunction {
        name: function.name.clone(),
        arn: function.arn.clone(),
        network: None,
        before: set.keys().map(|name| (name.clone(), shown(function, name))).collect(),
        kept: function.environment.keys().filter(|name| !set.contains_key(*name)).cloned().collect(),
        set,
    };
    Some(step("update-function", Page::Access, Action::UpdateFunction(update)))
}

fn shown(function: &Function, name: &str) -> Option<String> {
    function.environment.get(name)?.shown().map(str::to_owned)
}
