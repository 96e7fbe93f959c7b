//! Setups that work and are to move on: two users on one proxy, each with a function of its own.

use super::broken::{
    PROXY_ROLE, close, host_of_database, open, sends_password, with_environment, with_proxy, with_role,
};
use super::{Scenario, scenario};
use crate::domain::network::Direction;
use crate::domain::policy::Statement;
use crate::domain::proxy::{IamAuth, ProxyAuth};
use crate::practice::secrets;
use crate::practice::state::State;

pub const SCENARIOS: &[Scenario] = &[
    moving("from-database", |state| {
        let host = host_of_database(state);
        with_environment(state, &[("DB_PROXY_HOST", &host)]);
        close(state, "orders-proxy-sg", Direction::Ingress, "orders-checkout-sg");
        close(state, "orders-checkout-sg", Direction::Egress, "orders-proxy-sg");
        open(state, "orders-checkout-sg", "out 3306 orders-db");
        open(state, "orders-db", "in 3306 orders-checkout-sg");
        second_login(state);
    }),
    moving("from-password", |state| {
        sends_password(state);
        second_login(state);
    }),
    moving("from-secret", second_login),
];

const fn moving(name: &'static str, shape: fn(&mut State)) -> Scenario {
    Scenario { finished: true, shared: true, ..scenario(name, shape) }
}

/// The proxy takes tokens of the second user, and its role reads that secret too.
fn second_login(state: &mut State) {
    let arn = secrets::find(state, "orders/orders_reports").map(|record| record.secret.arn.clone()).unwrap_or_default();
    open(state, "orders-proxy-sg", "in 3306 orders-reports-sg");
    with_proxy(state, |proxy| {
        let login = ProxyAuth {
            secret_arn: arn.clone(),
            iam_auth: IamAuth::Required,
            client_password_auth_type: None,
            description: None,
        };
        proxy.auth.push(login);
    });
    with_role(state, PROXY_ROLE, |role| {
        for document in role.inline.values_mut() {
            let read = Statement::allow(Some("ReadAnotherSecret"), "secretsmanager:GetSecretValue", arn.as_str());
            document.statement.push(read);
        }
    });
}
