//! The account as plain JSON, without what only time has changed: two equal accounts look equal.

use serde_json::{Value, json};

use super::account::Practice;
use super::state::State;
use super::{records, watching};
use crate::domain::TAG_RUN;

impl Practice {
    /// Everything that a person would call the account's content. Left out: times, counters,
    /// revisions, ids of rules, tags naming a run, interfaces being cleared away, things being
    /// deleted (a secret scheduled for deletion is one), and what still happens by itself.
    pub fn snapshot(&self) -> Value {
        let mut state = self.state();
        state.secrets.retain(|record| !record.secret.deleted);
        state.proxies.retain(|record| record.gone_at.is_none());
        state.endpoints.retain(|record| record.gone_at.is_none());
        for rule in state.groups.iter_mut().flat_map(|group| &mut group.rules) {
            rule.id = None;
        }
        sort(&mut state);
        let mut content = json!({
            "groups": state.groups,
            "endpoints": state.endpoints.iter().map(|record| &record.endpoint).collect::<Vec<_>>(),
            "databases": state.databases.iter().map(|record| &record.database).collect::<Vec<_>>(),
            "functions": state.functions.iter().map(|record| json!({
                "function": record.function,
                "environment": record.environment,
                "aliases": record.aliases,
                "versions": record.versions,
                "reserved": record.reserved,
            })).collect::<Vec<_>>(),
            "secrets": state.secrets.iter().map(|record| json!({
                "secret": record.secret,
                "shape": record.shape,
                "policy": record.policy,
            })).collect::<Vec<_>>(),
            "key_policies": state.key_policies,
            "keys": state.keys,
            "roles": state.roles.iter().map(|record| &record.role).collect::<Vec<_>>(),
            "proxies": state.proxies.iter().map(|record| json!({
                "proxy": record.proxy,
                "pool": record.pool,
                "endpoints": record.endpoints.iter().filter(|extra| extra.gone_at.is_none())
                    .map(|extra| &extra.endpoint).collect::<Vec<_>>(),
                "targets": record.targets.iter().map(|target| &target.database).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "vpcs": state.vpcs,
            "subnets": state.subnets,
            "route_tables": state.route_tables,
            "acls": state.acls,
            "parameters": state.parameters,
            "alarms": watching::outlines(&state),
            "logs": state.kept_logs.keys().map(|group| records::log_group(&state, group)).collect::<Vec<_>>(),
        });
        drop_run_tags(&mut content);
        content
    }
}

/// The order in which things were made says nothing.
fn sort(state: &mut State) {
    state.groups.sort_by(|a, b| a.id.cmp(&b.id));
    for group in &mut state.groups {
        group.rules.sort_by_key(|rule| format!("{rule:?}"));
    }
    state.endpoints.sort_by(|a, b| a.endpoint.id.cmp(&b.endpoint.id));
    state.secrets.sort_by(|a, b| a.secret.arn.cmp(&b.secret.arn));
    state.roles.sort_by(|a, b| a.role.name.cmp(&b.role.name));
    state.proxies.sort_by(|a, b| a.proxy.name.cmp(&b.proxy.name));
    for proxy in &mut state.proxies {
        proxy.endpoints.sort_by(|a, b| a.endpoint.name.cmp(&b.endpoint.name));
    }
    for role in &mut state.roles {
        role.role.attached.sort_by(|a, b| a.arn.cmp(&b.arn));
    }
}

fn drop_run_tags(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.shift_remove(TAG_RUN);
            map.values_mut().for_each(drop_run_tags);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_run_tags),
        _ => {}
    }
}
