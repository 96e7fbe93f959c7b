//! Secrets that the proxy cannot use, or not for long.

use super::{AUTH_FAILURE, FUNCTION_ROLE, PROXY_ROLE, SECRET, turned_away, with_role, with_secret};
use crate::domain::finding::Severity::{Error, Warning};
use crate::domain::policy::{Document, Effect, Principal, Statement};
use crate::domain::secret::KeyState;
use crate::practice::founding::group_id;
use crate::practice::scenarios::{Scenario, broken};
use crate::practice::secrets::{PENDING, PREVIOUS, version_id};
use crate::practice::state::State;

const DAY: u64 = 86_400;

pub const SCENARIOS: &[Scenario] = &[
    broken("broken-secret-text", &[("secret-not-json", Error)], |state| {
        with_secret(state, |record| {
            record.shape.is_json_object = false;
            record.shape.username = None;
            record.shape.has_password = false;
            record.shape.keys.clear();
        });
        turned_away(state);
    })
    .followed_by(AUTH_FAILURE),
    broken("broken-secret-deleted", &[("secret-scheduled-for-deletion", Error)], |state| {
        with_secret(state, |record| record.secret.deleted = true);
        turned_away(state);
    })
    .followed_by(AUTH_FAILURE),
    broken("broken-secret-gone", &[("secret-not-found", Error)], |state| {
        state.secrets.retain(|record| record.secret.name != SECRET);
        turned_away(state);
    })
    .followed_by(AUTH_FAILURE),
    broken("broken-no-current-version", &[("secret-no-current-version", Error)], |state| {
        with_secret(state, |record| {
            let stages = record.secret.version_stages.iter_mut().flat_map(|versions| versions.values_mut());
            stages.for_each(|stages| *stages = vec![PREVIOUS.to_owned()]);
        });
        turned_away(state);
    })
    .followed_by(AUTH_FAILURE),
    broken("broken-wrong-user", &[("secret-username-not-registered", Error)], |state| {
        with_secret(state, |record| record.shape.username = Some("orders_migration".into()));
        turned_away(state);
    }),
    broken("broken-rotation-stuck", &[("secret-rotation-broken", Warning)], |state| {
        let since = state.now.saturating_sub(3 * DAY);
        with_secret(state, |record| {
            record.stuck_since = Some(since);
            let pending = version_id(&record.secret.arn, 3);
            record.secret.version_stages.get_or_insert_default().insert(pending, vec![PENDING.to_owned()]);
        });
        state.recorded.metrics.insert("orders-rotation/Errors".into(), 5.0);
    }),
    broken("broken-rotation-two-users", &[("secret-rotation-multi-user", Error)], |state| {
        let application =
            "arn:aws:serverlessrepo:us-east-1:297356227824:applications/SecretsManagerRDSMySQLRotationMultiUser";
        for record in state.functions.iter_mut().filter(|record| record.function.name == "orders-rotation") {
            record.tags.insert("serverlessrepo:applicationId".into(), application.into());
        }
    }),
    broken("broken-rotation-through-proxy", &[("secret-rotation-host-is-proxy", Warning)], |state| {
        let proxies = state.proxies.iter().map(|record| &record.proxy).filter(|proxy| proxy.name == super::PROXY);
        let host: String = proxies.filter_map(|proxy| proxy.endpoint.clone()).collect();
        with_secret(state, |record| record.shape.host = Some(host.clone()));
    }),
    broken("broken-rotation-shut-out", &[("secret-rotation-network", Warning)], |state| {
        let group = group_id(state, "orders-checkout-sg");
        for record in state.functions.iter_mut().filter(|record| record.function.name == "orders-rotation") {
            if let Some(vpc) = &mut record.function.vpc {
                vpc.security_group_ids = vec![group.clone()];
            }
        }
    }),
    broken("broken-password-out-of-reach", &[("password-secret-unreadable-by-function", Error)], |state| {
        super::sends_password(state);
        super::network::open_endpoint(state);
        with_role(state, FUNCTION_ROLE, |role| {
            let statements = role.inline.values_mut().flat_map(|document| &mut document.statement);
            for statement in statements.filter(|one| one.has_action("secretsmanager:GetSecretValue")) {
                statement.action = "secretmanager:GetSecretValue".into();
            }
        });
        super::function_says(
            state,
            "AccessDeniedException: orders-checkout is not authorized to perform: secretsmanager:GetSecretValue",
        );
        super::measured(state, "ClientConnections", 0.0);
    }),
    broken("broken-key-disabled", &[("secret-kms-key-unusable", Error)], |state| {
        for key in state.keys.iter_mut().filter(|key| key.aliases.iter().any(|alias| alias == "alias/orders")) {
            key.state = KeyState::Disabled;
        }
        turned_away(state);
    })
    .followed_by(AUTH_FAILURE),
    broken("broken-secret-policy", &[("secret-resource-policy-deny", Error)], secret_policy).followed_by(AUTH_FAILURE),
];

fn secret_policy(state: &mut State) {
    let mut statement = Statement::allow(Some("OnlyTheOldService"), "secretsmanager:GetSecretValue", "*");
    statement.effect = Effect::Deny;
    let role = state.account.global_arn("iam", &format!("role/{PROXY_ROLE}"));
    statement.principal = Some(Principal::Kinds([("AWS".to_owned(), role.into())].into()));
    with_secret(state, |record| record.policy = Some(Document::new(vec![statement.clone()])));
    turned_away(state);
}
