//! Mends as steps: what changes one thing becomes one step, with what it was before.

mod join;

use std::collections::BTreeMap;

use crate::cloud::{DatabaseRef, GroupRule, ProxyChange};
use crate::domain::alarm::MetricAlarm;
use crate::domain::api_name::kebab;
use crate::domain::function::Function;
use crate::domain::mend::Mend;
use crate::domain::network::{Direction, NetworkAcl, Peer, Vpc, VpcAttribute};
use crate::domain::observed::Observed;
use crate::domain::policy::Document;
use crate::domain::proxy::{PoolSettings, Proxy, ProxyAuth};
use crate::domain::role::Role;
use crate::domain::setup::Page;
use crate::domain::stored;
use crate::plan::actions::authorize_rule::line;
use crate::plan::actions::put_role_policy::Purpose;
use crate::plan::actions::revoke_rule::Reason;
use crate::plan::actions::update_function::NewTimeout;
use crate::plan::actions::{
    AllowInAcl, AttachVpcPolicy, AuthorizeRule, EnableDatabaseIamAuth, ExportLog, KeepLog, ModifyPool, ModifyProxy,
    PutAlarm, PutRolePolicy, RevokeRule, SetVpcAttribute, UpdateFunction,
};
use crate::plan::{Action, Change, Step, StepId};
use crate::text::said;

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
        Mend::VpcAttribute { vpc, .. } => vpc_read(observed, vpc)
            .is_some_and(|vpc| vpc.owner_id.as_deref().is_none_or(|owner| owner == observed.account.id)),
        Mend::AllowInAcl { acl, .. } => self::acl(observed, acl).is_some(),
        Mend::RevokeRule { group, rule } => {
            !matches!(rule.peer, Peer::Other(_)) && observed.security_group(group).is_some()
        }
        Mend::FunctionTimeout(_) => observed.function.present().is_some_and(|function| function.qualifier.is_none()),
        Mend::JoinVpc => join::can(observed),
        // A value that is not shown could not be put back; a version cannot be changed at all.
        Mend::SetVariable { name, .. } => observed.function.present().is_some_and(|function| {
            function.qualifier.is_none() && function.environment.get(name).is_none_or(|value| value.shown().is_some())
        }),
    }
}

/// The steps for these mends, each thing changed once.
pub fn steps_for(observed: &Observed, mends: &[&Mend]) -> Vec<Step> {
    let mut steps = rules(observed, mends);
    steps.extend(policies(observed, mends));
    steps.extend(mends.iter().find_map(|mend| match mend {
        Mend::AttachVpcAccess { role } => attach(observed, role),
        _ => None,
    }));
    if mends.contains(&&Mend::EnableDatabaseIamAuth) {
        steps.extend(database_iam(observed));
    }
    steps.extend(names(observed, mends));
    steps.extend(entries(observed, mends));
    steps.extend(proxy(observed, mends));
    steps.extend(pool(observed, mends));
    if mends.contains(&&Mend::JoinVpc) {
        join::extend(observed, &mut steps);
    }
    steps.extend(function(observed, mends, &steps));
    steps.extend(revoked(observed, mends, &steps));
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
                description: stored::repair_rule_description(proxy.as_str()),
            },
            group_name: own.name.clone(),
            peer_name: observed.security_group(peer).map_or_else(|| peer.clone(), |peer| peer.name.clone()),
            reason: said!("repair-rule-reason"),
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

/// DNS in a VPC: host names take a resolver, so that comes first.
fn names(observed: &Observed, mends: &[&Mend]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for wanted in [VpcAttribute::DnsSupport, VpcAttribute::DnsHostnames] {
        for mend in mends {
            let Mend::VpcAttribute { vpc, attribute } = mend else { continue };
            let id = StepId(format!("{}-{vpc}", kebab(attribute.api_name())));
            if *attribute != wanted || steps.iter().any(|step| step.id == id) || vpc_read(observed, vpc).is_none() {
                continue;
            }
            let set = SetVpcAttribute { vpc_id: vpc.clone(), attribute: *attribute };
            let needs = steps.iter().filter(|step| is_of_vpc(&step.action, vpc)).map(|step| step.id.clone()).collect();
            steps.push(Step { needs, ..step(id.0, Page::Network, Action::SetVpcAttribute(set)) });
        }
    }
    steps
}

fn is_of_vpc(action: &Action, vpc: &str) -> bool {
    matches!(action, Action::SetVpcAttribute(set) if set.vpc_id == vpc)
}

fn entries(observed: &Observed, mends: &[&Mend]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for mend in mends {
        let Mend::AllowInAcl { acl: id, entry } = mend else { continue };
        let Some(there) = acl(observed, id) else { continue };
        let way = if entry.direction == Direction::Ingress { "in" } else { "out" };
        let name = format!("acl-entry-{id}-{way}-{}", entry.number);
        if steps.iter().any(|step| step.id.0 == name) {
            continue;
        }
        let others = there.entries.iter().filter(|other| other.direction == entry.direction).cloned().collect();
        let allow = AllowInAcl { vpc_id: there.vpc_id.clone(), acl: id.clone(), entry: entry.clone(), others };
        steps.push(Step { change: Change::Create, ..step(name, Page::Network, Action::AllowInAcl(allow)) });
    }
    steps
}

/// After every rule that is added: nobody is shut out before their own is there.
fn revoked(observed: &Observed, mends: &[&Mend], steps: &[Step]) -> Vec<Step> {
    let added: Vec<StepId> = steps
        .iter()
        .filter(|step| matches!(step.action, Action::AuthorizeRule(_)))
        .map(|step| step.id.clone())
        .collect();
    let mut all: Vec<Step> = Vec::new();
    for mend in mends {
        let Mend::RevokeRule { group, rule } = mend else { continue };
        let Some(own) = observed.security_group(group) else { continue };
        let named = rule.id.clone().unwrap_or_else(|| format!("{group}-{}", all.len()));
        let name = format!("revoke-{named}");
        if all.iter().any(|step| step.id.0 == name) {
            continue;
        }
        let revoke = RevokeRule {
            vpc_id: own.vpc_id.clone(),
            group_id: group.clone(),
            group_name: own.name.clone(),
            rule: rule.clone(),
            others: own.rules(rule.direction).filter(|other| *other != rule).map(line).collect(),
            reason: if rule.open_to_world() { Reason::OpenToWorld } else { Reason::PastTheProxy },
        };
        all.push(Step { needs: added.clone(), ..step(name, Page::Network, Action::RevokeRule(revoke)) });
    }
    all
}

/// Network, timeout and variables of the function are one call.
fn function(observed: &Observed, mends: &[&Mend], steps: &[Step]) -> Option<Step> {
    let function = observed.function.present()?;
    let set: BTreeMap<String, String> = mends
        .iter()
        .filter_map(|mend| match mend {
            Mend::SetVariable { name, value } => Some((name.clone(), value.clone())),
            _ => None,
        })
        .collect();
    let timeout = mends.iter().find_map(|mend| match mend {
        Mend::FunctionTimeout(to) => Some(NewTimeout { from: function.timeout_secs, to: *to }),
        _ => None,
    });
    let joins = mends.contains(&&Mend::JoinVpc);
    let network = if joins { join::network(observed) } else { None };
    if set.is_empty() && timeout.is_none() && network.is_none() {
        return None;
    }
    let update = UpdateFunction {
        name: function.name.clone(),
        arn: function.arn.clone(),
        network,
        before: set.keys().map(|name| (name.clone(), shown(function, name))).collect(),
        kept: function.environment.keys().filter(|name| !set.contains_key(*name)).cloned().collect(),
        set,
        timeout,
    };
    let first = |step: &&Step| {
        matches!(step.action, Action::CreateSecurityGroup(_) | Action::AuthorizeRule(_) | Action::AttachVpcPolicy(_))
    };
    let needs = steps.iter().filter(first).filter(|_| joins).map(|step| step.id.clone()).collect();
    Some(Step { needs, ..step("update-function", Page::Access, Action::UpdateFunction(update)) })
}

fn vpc_read<'a>(observed: &'a Observed, id: &str) -> Option<&'a Vpc> {
    let other = observed.function_network.present().and_then(|other| other.vpc.present());
    [observed.vpc.present(), other].into_iter().flatten().find(|vpc| vpc.id == id)
}

fn acl<'a>(observed: &'a Observed, id: &str) -> Option<&'a NetworkAcl> {
    let other = observed.function_network.present().map_or(&[][..], |other| other.network_acls.items());
    observed.network_acls.items().iter().chain(other).find(|acl| acl.id == id)
}

fn shown(function: &Function, name: &str) -> Option<String> {
    function.environment.get(name)?.shown().map(str::to_owned)
}
