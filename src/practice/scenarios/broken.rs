//! The finished setup of `orders-proxy`, each time with one thing broken.

use crate::domain::network::Peer;
use crate::domain::policy::{Document, Statement};
use crate::domain::proxy::{IamAuth, Proxy};
use crate::domain::role::Role;
use crate::practice::founding::group_id;
use crate::practice::state::State;

const PROXY: &str = "orders-proxy";
const FUNCTION: &str = "orders-checkout";
const SECRET: &str = "orders/orders_app";

/// Nothing is broken: the database lets the proxy in, and the alias calls a version like this one.
pub fn finished(state: &mut State) {
    crate::practice::founding::add_rules(state, "orders-db", &["in 3306 orders-proxy-sg".into()]);
}

pub fn closed_door(state: &mut State) {
    finished(state);
    let proxy = group_id(state, "orders-proxy-sg");
    for group in state.groups.iter_mut().filter(|group| group.name == "orders-db") {
        group.rules.retain(|rule| rule.peer != Peer::Group(proxy.clone()));
    }
}

fn with_role(state: &mut State, name: &str, change: impl Fn(&mut Role)) {
    state.roles.iter_mut().map(|record| &mut record.role).filter(|role| role.name == name).for_each(change);
}

fn with_proxy(state: &mut State, change: impl Fn(&mut Proxy)) {
    state.proxies.iter_mut().map(|record| &mut record.proxy).filter(|proxy| proxy.name == PROXY).for_each(change);
}

pub fn no_connect(state: &mut State) {
    finished(state);
    with_role(state, &format!("{FUNCTION}-exec"), |role| role.inline.clear());
}

pub fn name_for_id(state: &mut State) {
    finished(state);
    let resource = state.account.arn("rds-db", &format!("dbuser:{PROXY}/orders_app"));
    with_role(state, &format!("{FUNCTION}-exec"), |role| {
        let statement = Statement::allow(Some("ConnectThroughOneProxy"), "rds-db:connect", resource.as_str());
        role.inline.insert(format!("connect-{PROXY}"), Document::new(vec![statement]));
    });
}

pub fn tls_off(state: &mut State) {
    finished(state);
    with_proxy(state, |proxy| {
        proxy.require_tls = false;
        // With IAM required AWS would not let TLS be off.
        proxy.auth.iter_mut().for_each(|auth| auth.iam_auth = IamAuth::Disabled);
    });
}

fn without_action(state: &mut State, action: &str) {
    with_role(state, &format!("{PROXY}-role"), |role| {
        for document in role.inline.values_mut() {
            document.statement.retain(|statement| !statement.action.iter().any(|one| one == action));
        }
    });
}

pub fn unreadable_secret(state: &mut State) {
    finished(state);
    without_action(state, "secretsmanager:GetSecretValue");
}

pub fn key(state: &mut State) {
    finished(state);
    without_action(state, "kms:Decrypt");
}

pub fn secret_text(state: &mut State) {
    finished(state);
    for record in state.secrets.iter_mut().filter(|record| record.secret.name == SECRET) {
        record.shape.is_json_object = false;
        record.shape.username = None;
        record.shape.has_password = false;
    }
}

pub fn waiting(state: &mut State) {
    finished(state);
    let since = state.now - 600;
    state.knobs.no_capacity_since = Some(since);
    for record in state.proxies.iter_mut().filter(|record| record.proxy.name == PROXY) {
        record.targets.iter_mut().for_each(|target| target.registered_at = since);
    }
}

pub fn outside(state: &mut State) {
    finished(state);
    for record in state.functions.iter_mut().filter(|record| record.function.name == FUNCTION) {
        record.function.vpc = None;
    }
}

pub fn frozen_alias(state: &mut State) {
    finished(state);
    for record in state.functions.iter_mut().filter(|record| record.function.name == FUNCTION) {
        for version in record.versions.values_mut() {
            version.vpc = None;
            version.environment.clear();
        }
    }
}
