//! Connect policies of the function's role that AWS reads otherwise than their author.

use super::{FUNCTION_ROLE, PROXY, USER, connect_as, proxy_id, put_connect, turned_away, with_role};
use crate::domain::finding::Severity::{Error, Warning};
use crate::practice::rds;
use crate::practice::scenarios::{Scenario, broken};
use crate::practice::state::State;

pub const SCENARIOS: &[Scenario] = &[
    broken("broken-no-connect", &[("connect-permission-missing", Error)], |state| {
        with_role(state, FUNCTION_ROLE, |role| role.inline.clear());
        turned_away(state);
    }),
    broken("broken-name-for-id", &[("connect-policy-uses-proxy-name", Error)], |state| {
        connect_to(state, PROXY.to_owned())
    }),
    broken("broken-database-id", &[("connect-policy-uses-db-resource-id", Error)], |state| {
        let id = rds::find(state, super::DATABASE, true).map(|record| record.database.resource_id.clone());
        connect_to(state, id.unwrap_or_default());
    }),
    broken("broken-stale-id", &[("connect-policy-stale-proxy-id", Error)], |state| {
        connect_to(state, "prx-0a1b2c3d4e5f60718".to_owned())
    }),
    broken("broken-other-user", &[("connect-policy-user-mismatch", Error)], |state| {
        let resource = format!("{}/orders_ro", proxy_id(state));
        let statement = connect_as(state, "rds-db:connect", &resource);
        put_connect(state, statement);
        turned_away(state);
    }),
    broken("broken-any-user", &[("connect-policy-wildcard", Warning)], |state| {
        let statement = connect_as(state, "rds-db:connect", "*/*");
        put_connect(state, statement);
    }),
    broken("broken-connect-condition", &[("connect-policy-condition-keys", Warning)], |state| {
        let resource = format!("{}/{USER}", proxy_id(state));
        let statement = connect_as(state, "rds-db:connect", &resource);
        put_connect(state, statement.when("IpAddress", "aws:SourceIp", "203.0.113.0/24"));
        turned_away(state);
    }),
    broken("broken-wrong-action", &[("connect-policy-wrong-action", Error)], |state| {
        let resource = format!("{}/{USER}", proxy_id(state));
        let statement = connect_as(state, "rds:connect", &resource);
        put_connect(state, statement);
        turned_away(state);
    }),
];

fn connect_to(state: &mut State, id: String) {
    let statement = connect_as(state, "rds-db:connect", &format!("{id}/{USER}"));
    put_connect(state, statement);
    turned_away(state);
}
