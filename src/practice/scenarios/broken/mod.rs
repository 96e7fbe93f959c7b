//! The finished setup of `orders-proxy`, each time with one thing broken that breaks in real life.

mod connect;
mod database;
mod function;
mod network;
mod proxy;
mod role;
mod secret;

use std::collections::BTreeMap;

use super::{Scenario, ScenarioGroup};
use crate::domain::database::Database;
use crate::domain::network::{Direction, Peer};
use crate::domain::policy::{Document, Statement};
use crate::domain::proxy::{IamAuth, Proxy};
use crate::domain::role::Role;
use crate::practice::founding::{add_rules, group_id};
use crate::practice::secrets;
use crate::practice::state::{FunctionRecord, ProxyRecord, SecretRecord, State};

const PROXY: &str = "orders-proxy";
const FUNCTION: &str = "orders-checkout";
const SECRET: &str = "orders/orders_app";
const DATABASE: &str = "orders-prod";
const USER: &str = "orders_app";
pub(super) const PROXY_ROLE: &str = "orders-proxy-role";
const FUNCTION_ROLE: &str = "orders-checkout-exec";
const CONNECT_POLICY: &str = "connect-orders-proxy";

/// What the target says when the proxy cannot get at the database, or cannot log in.
const UNREACHABLE: &[&str] = &["proxy-target-unreachable"];
const AUTH_FAILURE: &[&str] = &["proxy-target-auth-failure"];
const CONNECTION_FAILED: &[&str] = &["proxy-target-connection-failed"];

/// All of them, by where the fault is.
pub const GROUPS: [(ScenarioGroup, &[Scenario]); 7] = [
    (ScenarioGroup::Network, network::SCENARIOS),
    (ScenarioGroup::Connect, connect::SCENARIOS),
    (ScenarioGroup::Role, role::SCENARIOS),
    (ScenarioGroup::Secret, secret::SCENARIOS),
    (ScenarioGroup::Function, function::SCENARIOS),
    (ScenarioGroup::Proxy, proxy::SCENARIOS),
    (ScenarioGroup::Database, database::SCENARIOS),
];

/// Nothing is broken: the database lets the proxy in, the secret can be rotated, and the alias calls a
/// version like this one.
pub fn finished(state: &mut State) {
    network::add_endpoint(state);
    open(state, "orders-db", "in 3306 orders-proxy-sg");
}

/// Adds one rule to a group.
pub(super) fn open(state: &mut State, group: &str, rule: &str) {
    add_rules(state, group, &[rule.to_owned()]);
}

/// Takes the rules of one direction that name a peer away from a group.
pub(super) fn close(state: &mut State, group: &str, direction: Direction, peer: &str) {
    let peer = Peer::Group(group_id(state, peer));
    for group in state.groups.iter_mut().filter(|there| there.name == group) {
        group.rules.retain(|rule| rule.direction != direction || rule.peer != peer);
    }
}

pub(super) fn with_role(state: &mut State, name: &str, change: impl Fn(&mut Role)) {
    state.roles.iter_mut().map(|record| &mut record.role).filter(|role| role.name == name).for_each(change);
}

fn with_record(state: &mut State, change: impl Fn(&mut ProxyRecord)) {
    state.proxies.iter_mut().filter(|record| record.proxy.name == PROXY).for_each(change);
}

pub(super) fn with_proxy(state: &mut State, change: impl Fn(&mut Proxy)) {
    with_record(state, |record| change(&mut record.proxy));
}

fn with_secret(state: &mut State, change: impl Fn(&mut SecretRecord)) {
    state.secrets.iter_mut().filter(|record| record.secret.name == SECRET).for_each(change);
}

fn with_function(state: &mut State, change: impl Fn(&mut FunctionRecord)) {
    state.functions.iter_mut().filter(|record| record.function.name == FUNCTION).for_each(change);
}

fn with_database(state: &mut State, change: impl Fn(&mut Database)) {
    let databases = state.databases.iter_mut().map(|record| &mut record.database);
    databases.filter(|database| database.id == DATABASE).for_each(change);
}

/// Gives the function other variables, here and in its published version.
pub(super) fn with_environment(state: &mut State, values: &[(&str, &str)]) {
    with_function(state, |record| {
        let versions = record.versions.values_mut().map(|version| &mut version.environment);
        for environment in std::iter::once(&mut record.environment).chain(versions) {
            environment.extend(values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        }
    });
}

/// The one statement of the function's role about the proxy.
fn connect_as(state: &State, action: &str, user: &str) -> Statement {
    let resource = state.account.arn("rds-db", &format!("dbuser:{user}"));
    Statement::allow(Some("ConnectThroughOneProxy"), action, resource)
}

fn put_connect(state: &mut State, statement: Statement) {
    with_role(state, FUNCTION_ROLE, |role| {
        role.inline.insert(CONNECT_POLICY.into(), Document::new(vec![statement.clone()]));
    });
}

/// `prx-…`.
fn proxy_id(state: &State) -> String {
    let proxies = state.proxies.iter().map(|record| &record.proxy);
    proxies.filter(|proxy| proxy.name == PROXY).map(|proxy| proxy.resource_id().to_owned()).collect()
}

pub(super) fn host_of_database(state: &State) -> String {
    let databases = state.databases.iter().map(|record| &record.database);
    databases.filter(|database| database.id == DATABASE).filter_map(|database| database.host.clone()).collect()
}

/// No tokens: the function reads the secret, and sends its password.
pub(super) fn sends_password(state: &mut State) {
    with_proxy(state, |proxy| proxy.auth.iter_mut().for_each(|auth| auth.iam_auth = IamAuth::Disabled));
    let arn = secrets::find(state, SECRET).map(|record| record.secret.arn.clone()).unwrap_or_default();
    with_environment(state, &[("DB_SECRET_ARN", &arn)]);
    let proxy_roles = state.roles.iter().map(|record| &record.role).filter(|role| role.name == PROXY_ROLE);
    let reading: BTreeMap<String, Document> = proxy_roles.flat_map(|role| role.inline.clone()).collect();
    with_role(state, FUNCTION_ROLE, |role| role.inline = reading.clone());
}

/// What the function's log says every few minutes.
fn function_says(state: &mut State, line: &str) {
    state.recorded.lines.entry(format!("/aws/lambda/{FUNCTION}")).or_default().push(line.into());
}

fn measured(state: &mut State, metric: &str, value: f64) {
    state.recorded.metrics.insert(format!("{PROXY}/{metric}"), value);
}

/// It worked until two hours ago.
fn began(state: &mut State) {
    state.recorded.since = Some(state.now - 2 * 3600);
}

/// Clients that are turned away: the counter, and the line in the function's log.
fn turned_away(state: &mut State) {
    began(state);
    measured(state, "ClientConnectionsSetupFailedAuth", 40.0);
    measured(state, "ClientConnectionsSetupSucceeded", 0.0);
    function_says(
        state,
        "OperationalError: (1045, \"Access denied for user 'orders_app'@'10.20.16.87' (using password: YES)\")",
    );
}

/// Handlers that wait for an answer that does not come.
fn times_out(state: &mut State) {
    measured(state, "ClientConnections", 0.0);
    measured(state, "ClientConnectionsReceived", 0.0);
    measured(state, "ClientConnectionsSetupSucceeded", 0.0);
    function_says(state, "2f1c9a5e-77d0-4f0e-9a63-0c5f8b1d7e42 Task timed out after 30.00 seconds");
}

/// The proxy has no connection to lend.
fn starves(state: &mut State) {
    function_says(state, "InternalError: (9501, 'Timed-out waiting to acquire database connection')");
}
