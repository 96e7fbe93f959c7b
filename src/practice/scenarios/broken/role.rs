//! What the proxy's role may not do.

use super::{
    AUTH_FAILURE, DATABASE, PROXY_ROLE, SECRET, connect_as, proxy_id, starves, turned_away, with_database, with_proxy,
    with_role,
};
use crate::domain::finding::Severity::Error;
use crate::domain::policy::{Document, OneOrMany, Statement};
use crate::practice::scenarios::{Scenario, broken};
use crate::practice::state::State;
use crate::practice::{rds, secrets};

const READ: &str = "secretsmanager:GetSecretValue";
const DECRYPT: &str = "kms:Decrypt";

pub const SCENARIOS: &[Scenario] = &[
    broken("broken-unreadable-secret", &[("proxy-role-missing-getsecretvalue", Error)], |state| {
        without_action(state, READ);
        turned_away(state);
    })
    .followed_by(AUTH_FAILURE),
    broken("broken-key", &[("proxy-role-missing-kms-decrypt", Error)], |state| {
        without_action(state, DECRYPT);
        turned_away(state);
    })
    .followed_by(AUTH_FAILURE),
    broken("broken-trust", &[("proxy-role-trust-missing-rds", Error)], |state| {
        with_role(state, PROXY_ROLE, |role| role.trust = Document::trust("lambda.amazonaws.com"));
        turned_away(state);
    })
    .followed_by(AUTH_FAILURE),
    broken("broken-secret-suffix", &[("proxy-role-secret-arn-suffix-missing", Error)], |state| {
        let bare = secrets::find(state, SECRET)
            .and_then(|record| Some(record.secret.arn.rsplit_once('-')?.0.to_owned()))
            .unwrap_or_default();
        with_statement(state, READ, |statement| statement.resource = bare.clone().into());
        turned_away(state);
    })
    .followed_by(AUTH_FAILURE),
    broken("broken-boundary", &[("proxy-role-permissions-boundary", Error)], |state| {
        let mut statement = Statement::allow(Some("WhatTeamsMayDo"), "s3:*", "*");
        statement.action = OneOrMany(vec!["s3:*".into(), "sqs:*".into(), "logs:*".into()]);
        let boundary = Document::new(vec![statement]);
        let arn = state.account.global_arn("iam", "policy/TeamBoundary");
        with_role(state, PROXY_ROLE, |role| {
            role.permissions_boundary = Some(arn.clone());
            role.boundary = Some(boundary.clone());
        });
        turned_away(state);
    })
    .followed_by(AUTH_FAILURE),
    broken("broken-key-elsewhere", &[("proxy-role-kms-viaservice-wrong", Error)], |state| {
        with_statement(state, DECRYPT, |statement| {
            statement.condition.clear();
            *statement =
                statement.clone().when("StringEquals", "kms:ViaService", "secretsmanager.us-east-1.amazonaws.com");
        });
        turned_away(state);
    })
    .followed_by(AUTH_FAILURE),
    broken("broken-end-to-end-id", &[("proxy-role-e2e-uses-prx-id", Error)], |state| {
        let id = proxy_id(state);
        end_to_end(state, &id);
        with_database(state, |database| database.iam_auth = true);
        starves(state);
    })
    .followed_by(AUTH_FAILURE),
    broken("broken-end-to-end-database", &[("proxy-default-auth-scheme-without-db-iam", Error)], |state| {
        let id = rds::find(state, DATABASE, true).map(|record| record.database.resource_id.clone());
        end_to_end(state, &id.unwrap_or_default());
        starves(state);
    })
    .followed_by(AUTH_FAILURE),
];

fn without_action(state: &mut State, action: &str) {
    with_role(state, PROXY_ROLE, |role| {
        for document in role.inline.values_mut() {
            document.statement.retain(|statement| !statement.action.iter().any(|one| one == action));
        }
    });
}

fn with_statement(state: &mut State, action: &str, change: impl Fn(&mut Statement)) {
    with_role(state, PROXY_ROLE, |role| {
        let statements = role.inline.values_mut().flat_map(|document| &mut document.statement);
        statements.filter(|statement| statement.action.iter().any(|one| one == action)).for_each(&change);
    });
}

/// No secrets any more: the proxy logs in with tokens of its own role.
fn end_to_end(state: &mut State, id: &str) {
    let statement = connect_as(state, "rds-db:connect", &format!("{id}/{}", super::USER));
    with_proxy(state, |proxy| {
        proxy.auth.clear();
        proxy.default_iam_auth = true;
    });
    with_role(state, PROXY_ROLE, |role| {
        role.inline = [("connect-orders-prod".to_owned(), Document::new(vec![statement.clone()]))].into();
    });
}
