//! The proxy itself, its pool and the database behind it.

use super::network::open_endpoint;
use super::{CONNECTION_FAILED, PROXY, began, measured, open, sends_password, starves, turned_away};
use super::{with_database, with_environment, with_proxy, with_record};
use crate::domain::database::{DatabaseStatus, EngineFamily, ServerlessV2};
use crate::domain::finding::Severity::{Error, Info, Warning};
use crate::domain::proxy::IamAuth;
use crate::practice::scenarios::{Scenario, broken};
use crate::practice::state::{State, TargetRecord};

pub const SCENARIOS: &[Scenario] = &[
    broken("broken-no-targets", &[("proxy-no-targets", Error)], |state| {
        with_record(state, |record| record.targets.clear());
        starves(state);
    }),
    broken("broken-waiting", &[("proxy-target-pending-capacity", Warning)], waiting),
    broken("broken-stopped", &[("db-not-available", Error)], |state| {
        with_database(state, |database| database.status = DatabaseStatus::Stopped);
        starves(state);
    })
    .followed_by(CONNECTION_FAILED),
    broken("broken-replica", &[("proxy-target-is-read-replica", Error)], |state| {
        let target =
            |since| TargetRecord { database: "orders-legacy-replica-1".into(), cluster: false, registered_at: since };
        with_record(state, |record| record.targets = vec![target(record.created_at)]);
        starves(state);
    })
    .followed_by(&["proxy-target-invalid-replication-state"]),
    broken("broken-engine", &[("proxy-engine-family-mismatch", Error)], |state| {
        with_proxy(state, |proxy| proxy.engine_family = EngineFamily::Postgresql);
        open(state, "orders-proxy-sg", "in 5432 orders-checkout-sg");
        open(state, "orders-checkout-sg", "out 5432 orders-proxy-sg");
        with_environment(state, &[("DB_PROXY_PORT", "5432")]);
        starves(state);
    })
    .followed_by(CONNECTION_FAILED),
    broken("broken-iam-off", &[("proxy-iam-auth-disabled", Error)], |state| {
        with_proxy(state, |proxy| proxy.auth.iter_mut().for_each(|auth| auth.iam_auth = IamAuth::Disabled));
        turned_away(state);
    }),
    broken("broken-tls-off", &[("proxy-require-tls-false", Warning)], tls_off),
    broken("broken-pinning", &[("pinning-set-session", Warning)], pinning),
    broken("broken-oversubscribed", &[("proxy-max-connections-percent-oversubscribed", Warning)], second_proxy),
    broken("broken-auto-pause", &[("proxy-aurora-autopause-blocked", Info)], |state| {
        with_database(state, |database| {
            database.serverless_v2 = Some(ServerlessV2 { min_acu: 0.0, max_acu: 16.0 });
            database.members.iter_mut().for_each(|member| member.class = Some("db.serverless".into()));
        });
    }),
    broken("broken-unused", &[("proxy-unused", Info)], |state| {
        for metric in ["ClientConnections", "ClientConnectionsReceived", "ClientConnectionsSetupSucceeded"] {
            measured(state, metric, 0.0);
        }
    }),
];

fn waiting(state: &mut State) {
    let since = state.now - 600;
    state.knobs.no_capacity_since = Some(since);
    with_record(state, |record| record.targets.iter_mut().for_each(|target| target.registered_at = since));
    starves(state);
}

/// With IAM required AWS would not let TLS be off.
fn tls_off(state: &mut State) {
    sends_password(state);
    with_proxy(state, |proxy| proxy.require_tls = false);
    open_endpoint(state);
}

fn pinning(state: &mut State) {
    began(state);
    // So few that a load can fill them.
    with_record(state, |record| {
        record.pool.max_connections_percent = 4;
        record.pool.max_idle_connections_percent = 2;
    });
    measured(state, "ClientConnections", 12.0);
    measured(state, "DatabaseConnections", 12.0);
    measured(state, "DatabaseConnectionsCurrentlySessionPinned", 11.0);
    state.recorded.metrics.insert("orders-prod/DatabaseConnections".into(), 14.0);
    let line = "The client session was pinned to the database connection [dbConnection=2710] for the remainder of the session. The proxy can't reuse this connection until the session ends. Reason: SQL changed session settings that the proxy doesn't track. Consider moving session configuration to the proxy's initialization query. Digest: \"set sql_mode = ?\".";
    state.recorded.lines.entry(format!("/aws/rds/proxy/{PROXY}")).or_default().push(line.into());
}

fn second_proxy(state: &mut State) {
    let Some(mut record) = state.proxies.iter().find(|record| record.proxy.name == PROXY).cloned() else { return };
    let name = "orders-batch-proxy";
    let id = state.new_id("prx", name);
    record.proxy.arn = state.account.arn("rds", &format!("db-proxy:{id}"));
    record.proxy.endpoint = record.proxy.endpoint.map(|host| host.replacen(PROXY, name, 1));
    record.proxy.name = name.into();
    state.proxies.push(record);
}
