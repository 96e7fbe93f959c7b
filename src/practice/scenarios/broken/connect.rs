//! Connect policies of the function's role that AWS reads otherwise than their author.

use super::{FUNCTION_ROLE, PROXY, USER, connect_as, proxy_id, put_connect, turned_away, with_role};
use crate::domain::finding::Severity::{Error, Warning};
use crate::practice::rds;
use crate::practice::scenarios::{Scenario, broken};
use crate::practice::state::State;

pub const SCENARIOS: &[Scenario] = &[
    broken(
        "broken-no-connect",
        "No permission to connect",
        "`Access denied for user 'orders_app'` for every token: the function's role lacks `rds-db:connect`.",
        &[("connect-permission-missing", Error)],
        |state| {
            with_role(state, FUNCTION_ROLE, |role| role.inline.clear());
            turned_away(state);
        },
    ),
    broken(
        "broken-name-for-id",
        "Name instead of id",
        "`Access denied`, although a policy is there: it names the proxy by its name, where AWS wants `prx-…`.",
        &[("connect-policy-uses-proxy-name", Error)],
        |state| connect_to(state, PROXY.to_owned()),
    ),
    broken(
        "broken-database-id",
        "The database's id",
        "Logging in to the database itself works and through the proxy it does not: the policy names the cluster.",
        &[("connect-policy-uses-db-resource-id", Error)],
        |state| {
            let id = rds::find(state, super::DATABASE, true).map(|record| record.database.resource_id.clone());
            connect_to(state, id.unwrap_or_default());
        },
    ),
    broken(
        "broken-stale-id",
        "The old proxy's id",
        "`Access denied` ever since the proxy was deleted and made again: the policy names the id of the old one.",
        &[("connect-policy-stale-proxy-id", Error)],
        |state| connect_to(state, "prx-0a1b2c3d4e5f60718".to_owned()),
    ),
    broken(
        "broken-other-user",
        "Another user's policy",
        "`Access denied for user 'orders_app'`: the policy lets the role in, but as `orders_ro`.",
        &[("connect-policy-user-mismatch", Error)],
        |state| {
            let resource = format!("{}/orders_ro", proxy_id(state));
            let statement = connect_as(state, "rds-db:connect", &resource);
            put_connect(state, statement);
            turned_away(state);
        },
    ),
    broken(
        "broken-any-user",
        "Everybody's policy",
        "Everything works, too much so: the policy lets the function in as any user of any proxy.",
        &[("connect-policy-wildcard", Warning)],
        |state| {
            let statement = connect_as(state, "rds-db:connect", "*/*");
            put_connect(state, statement);
        },
    ),
    broken(
        "broken-connect-condition",
        "A condition that never holds",
        "`Access denied`, although the policy names proxy and user: it allows them from the office's address only.",
        &[("connect-policy-condition-keys", Warning)],
        |state| {
            let resource = format!("{}/{USER}", proxy_id(state));
            let statement = connect_as(state, "rds-db:connect", &resource);
            put_connect(state, statement.when("IpAddress", "aws:SourceIp", "203.0.113.0/24"));
            turned_away(state);
        },
    ),
    broken(
        "broken-wrong-action",
        "An action of another service",
        "`Access denied`: the policy allows `rds:connect`, which is no action; tokens are about `rds-db:connect`.",
        &[("connect-policy-wrong-action", Error)],
        |state| {
            let resource = format!("{}/{USER}", proxy_id(state));
            let statement = connect_as(state, "rds:connect", &resource);
            put_connect(state, statement);
            turned_away(state);
        },
    ),
];

fn connect_to(state: &mut State, id: String) {
    let statement = connect_as(state, "rds-db:connect", &format!("{id}/{USER}"));
    put_connect(state, statement);
    turned_away(state);
}
