//! A proxy that others use gives them nothing up for a setup: what would take from them is refused, by
//! name and with the next act; what is theirs stays in every list and policy.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use rds_proxy_wizard::apply::End;
use rds_proxy_wizard::design::design;
use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::domain::observed::{Part, Unreadable};
use rds_proxy_wizard::domain::policy::{Document, Statement};
use rds_proxy_wizard::domain::proxy::{AuthMode, IamAuth, Proxy};
use rds_proxy_wizard::domain::setup::Page;
use rds_proxy_wizard::plan::{self, Conflict, Plan};
use rds_proxy_wizard::practice::Practice;

use super::cli::home::Home;
use super::flow::{Journey, choices};

/// A setup of the practice account's `crm`, with a proxy that the wizard makes.
fn of_user(user: &str, mode: AuthMode) -> Choices {
    let mut choices = choices("crm", "billing-pdf", mode);
    choices.secret.user = Some(user.to_owned());
    choices
}

/// The same account, other choices.
fn then(journey: &Journey, choices: Choices) -> Journey {
    Journey { practice: journey.practice.clone(), choices, folder: tempfile::tempdir().unwrap() }
}

async fn planned(journey: &Journey) -> Result<Plan, Vec<Conflict>> {
    let observed = journey.observe().await;
    let setup = design(&journey.choices, &observed).unwrap_or_else(|problems| panic!("{problems:#?}"));
    plan::build(&observed, &setup)
}

/// The setups are applied one after the other.
async fn applied(all: &[Choices]) -> Journey {
    let mut journey = Journey::new("default", all[0].clone());
    for choices in all {
        journey = then(&journey, choices.clone());
        let outcome = journey.apply().await;
        assert_eq!(outcome.end, End::Finished, "{:#?}", outcome.receipt);
    }
    journey
}

fn proxy(practice: &Practice, name: &str) -> Proxy {
    practice.state().proxies.into_iter().map(|record| record.proxy).find(|proxy| proxy.name == name).unwrap()
}

fn inline(practice: &Practice, role: &str, policy: &str) -> String {
    let roles = practice.state().roles;
    roles.into_iter().find(|record| record.role.name == role).unwrap().role.inline[policy].to_json_line()
}

fn all(conflicts: &[Conflict], page: Page) -> String {
    let on = |conflict: &&Conflict| conflict.page == page;
    conflicts.iter().filter(on).map(|conflict| format!("{}\n{}\n", conflict.title, conflict.cure)).collect()
}

#[tokio::test]
async fn another_hands_proxy_keeps_its_way_of_logging_in() {
    let journey = Journey::new("default", choices("auth", "billing-pdf", AuthMode::EndToEndIam));
    let conflicts = planned(&journey).await.unwrap_err();
    let said = all(&conflicts, Page::Secret);
    for words in ["`auth-proxy`", "`DefaultAuthScheme` from `NONE` to `IAM_AUTH`", "`auth/auth_app`", "standard IAM"] {
        assert!(said.contains(words), "{words}: {conflicts:#?}");
    }
    // What the refusal offers is possible.
    for mode in [AuthMode::StandardIam, AuthMode::Password] {
        planned(&then(&journey, choices("auth", "billing-pdf", mode))).await.unwrap();
    }
}

#[tokio::test]
async fn a_proxy_of_two_users_changes_for_neither() {
    for before in [AuthMode::StandardIam, AuthMode::Password] {
        let journey = applied(&[of_user("first", before), of_user("second", before)]).await;
        let there = proxy(&journey.practice, "crm-proxy");
        assert_eq!(there.auth.len(), 2, "{there:#?}");
        for mode in AuthMode::ALL.into_iter().filter(|mode| *mode != before) {
            let conflicts = planned(&then(&journey, of_user("first", mode))).await.unwrap_err();
            let said = all(&conflicts, Page::Secret);
            for words in ["`crm-proxy`", "`crm-proxy/second`", &before.to_string()] {
                assert!(said.contains(words), "{before} to {mode}, {words}: {conflicts:#?}");
            }
        }
        assert_eq!(proxy(&journey.practice, "crm-proxy"), there);
    }
}

#[tokio::test]
async fn a_proxy_of_ones_own_may_change_its_mode() {
    for (before, mode) in AuthMode::ALL.into_iter().flat_map(|a| AuthMode::ALL.map(|b| (a, b))) {
        let journey = applied(&[of_user("first", before)]).await;
        let journey = then(&journey, of_user("first", mode));
        let outcome = journey.apply().await;
        assert_eq!(outcome.end, End::Finished, "{before} to {mode}: {:#?}", outcome.receipt);
        assert_eq!(proxy(&journey.practice, "crm-proxy").auth_mode(), mode, "from {before}");
        assert!(planned(&journey).await.unwrap().is_empty(), "{before} to {mode}");
    }
}

#[tokio::test]
async fn users_of_tokens_stay_in_the_policies_and_are_others_too() {
    let journey = applied(&["first", "second"].map(|user| of_user(user, AuthMode::EndToEndIam))).await;
    let of_proxy = inline(&journey.practice, "crm-proxy-role", "connect-to-database");
    let function = journey.practice.state().functions;
    let function = function.iter().find(|record| record.function.name == "billing-pdf").unwrap();
    let role = function.function.role_arn.rsplit('/').next().unwrap();
    let of_function = inline(&journey.practice, role, "connect-crm-proxy");
    for user in ["/first", "/second"] {
        assert!(of_proxy.contains(user), "{user}: {of_proxy}");
        assert!(of_function.contains(user), "{user}: {of_function}");
    }
    assert!(planned(&journey).await.unwrap().is_empty());
    let conflicts = planned(&then(&journey, of_user("second", AuthMode::StandardIam))).await.unwrap_err();
    let said = all(&conflicts, Page::Secret);
    assert!(said.contains("`first`") && !said.contains("`second`"), "{conflicts:#?}");
    assert!(said.contains("the login that the proxy has already, end-to-end IAM"), "{conflicts:#?}");
}

#[tokio::test]
async fn a_role_that_another_proxy_has_is_given_more_and_never_less() {
    let journey = applied(&[of_user("first", AuthMode::StandardIam)]).await;
    let theirs = "arn:aws:secretsmanager:eu-west-1:000000000000:secret:theirs-AbCdEf";
    let add = |journey: &Journey| {
        journey.practice.tamper(|state| {
            let role = state.roles.iter_mut().find(|record| record.role.name == "crm-proxy-role").unwrap();
            let policy = role.role.inline.get_mut("read-database-secret").unwrap();
            policy.statement.push(Statement::allow(None, "secretsmanager:GetSecretValue", theirs));
        });
    };
    // Nobody else has the role: what a hand added to it is put right.
    add(&journey);
    assert!(planned(&journey).await.unwrap().changes().any(|step| step.id.0 == "put-proxy-policy"));
    journey.practice.tamper(|state| {
        let role_arn = state.roles.iter().find(|record| record.role.name == "crm-proxy-role").unwrap().role.arn.clone();
        state.proxies.iter_mut().find(|record| record.proxy.name == "auth-proxy").unwrap().proxy.role_arn = role_arn;
    });
    assert!(planned(&journey).await.unwrap().is_empty());
    let journey = then(&journey, of_user("second", AuthMode::StandardIam));
    assert_eq!(journey.apply().await.end, End::Finished);
    let policy = inline(&journey.practice, "crm-proxy-role", "read-database-secret");
    for secret in [theirs, "crm-proxy/first", "crm-proxy/second"] {
        assert!(policy.contains(secret), "{secret}: {policy}");
    }
}

#[tokio::test]
async fn a_new_role_for_a_shared_proxy_is_refused() {
    let mut choices = choices("auth", "billing-pdf", AuthMode::StandardIam);
    choices.role.name = Some("one-of-my-own".into());
    let conflicts = planned(&Journey::new("default", choices)).await.unwrap_err();
    let said = all(&conflicts, Page::Role);
    assert!(said.contains("`RoleArn`") && said.contains("role/auth-proxy-role"), "{conflicts:#?}");
}

/// What a person may choose of a proxy, whether it takes from others, and the setting's own name.
#[tokio::test]
async fn settings_of_a_shared_proxy_may_only_grow() {
    type Choose = fn(&mut Choices);
    let cases: [(&str, bool, Choose); 13] = [
        ("MaxConnectionsPercent", true, |choices| choices.proxy.max_connections_percent = Some(30)),
        ("MaxConnectionsPercent", false, |choices| choices.proxy.max_connections_percent = Some(100)),
        ("MaxIdleConnectionsPercent", true, |choices| choices.proxy.max_idle_connections_percent = Some(1)),
        ("MaxIdleConnectionsPercent", false, |choices| choices.proxy.max_idle_connections_percent = Some(60)),
        ("ConnectionBorrowTimeout", true, |choices| choices.proxy.borrow_timeout_secs = Some(1)),
        ("ConnectionBorrowTimeout", false, |choices| choices.proxy.borrow_timeout_secs = Some(20)),
        ("SessionPinningFilters", true, |choices| choices.proxy.exclude_variable_sets = Some(true)),
        ("InitQuery", true, |choices| choices.proxy.init_query = Some("SET time_zone = '+00:00'".into())),
        ("IdleClientTimeout", true, |choices| choices.proxy.idle_client_timeout_secs = Some(60)),
        ("IdleClientTimeout", false, |choices| choices.proxy.idle_client_timeout_secs = Some(3600)),
        ("DebugLogging", false, |choices| choices.proxy.debug_logging = Some(true)),
        ("RequireTLS", false, |choices| choices.proxy.require_tls = Some(true)),
        ("RequireTLS", true, |choices| {
            choices.auth_mode = AuthMode::Password;
            choices.proxy.require_tls = Some(false);
        }),
    ];
    for (setting, takes, choose) in cases {
        let mut choices = choices("auth", "billing-pdf", AuthMode::StandardIam);
        choose(&mut choices);
        match (takes, planned(&Journey::new("default", choices)).await) {
            (true, Err(conflicts)) => {
                let said = all(&conflicts, Page::Proxy);
                assert!(said.contains(&format!("`{setting}`")) && said.contains("`auth-proxy`"), "{conflicts:#?}");
            }
            (false, Ok(_)) => {}
            (_, other) => panic!("{setting}: {other:#?}"),
        }
    }
}

#[tokio::test]
async fn a_shared_proxy_without_tls_keeps_its_clients() {
    let without_tls = |mode| {
        let journey = Journey::new("default", choices("auth", "billing-pdf", mode));
        journey.practice.tamper(|state| {
            let proxy = &mut state.proxies.iter_mut().find(|record| record.proxy.name == "auth-proxy").unwrap().proxy;
            proxy.require_tls = false;
            proxy.auth[0].iam_auth = IamAuth::Disabled;
        });
        journey
    };
    let plan = planned(&without_tls(AuthMode::Password)).await.unwrap();
    assert!(!plan.setup().unwrap().proxy.require_tls);
    let conflicts = planned(&without_tls(AuthMode::StandardIam)).await.unwrap_err();
    assert!(all(&conflicts, Page::Proxy).contains("`RequireTLS` from `false` to `true`"), "{conflicts:#?}");
}

#[tokio::test]
async fn a_pool_that_was_not_read_is_not_replaced() {
    let journey = Journey::new("default", choices("auth", "billing-pdf", AuthMode::StandardIam));
    let mut observed = journey.observe().await;
    observed.pool = Part::Unreadable(Unreadable {
        operation: "rds:DescribeDBProxyTargetGroups".into(),
        because: "no".into(),
        denied: true,
        signed_out: false,
        unanswered: false,
    });
    let setup = design(&journey.choices, &observed).unwrap();
    let conflicts = plan::build(&observed, &setup).unwrap_err();
    assert!(all(&conflicts, Page::Proxy).contains("`rds:DescribeDBProxyTargetGroups`"), "{conflicts:#?}");
}

#[tokio::test]
async fn users_that_a_role_does_not_show_may_be_others() {
    let journey = applied(&[of_user("first", AuthMode::EndToEndIam)]).await;
    journey.practice.tamper(|state| {
        let role = state.roles.iter_mut().find(|record| record.role.name == "crm-proxy-role").unwrap();
        role.role.inline.insert("more".into(), Document::new(vec![Statement::allow(None, "rds-db:*", "*")]));
    });
    let conflicts = planned(&then(&journey, of_user("first", AuthMode::Password))).await.unwrap_err();
    assert!(all(&conflicts, Page::Secret).contains("`*`"), "{conflicts:#?}");
}

#[test]
fn the_command_line_refuses_in_words_and_in_json() {
    let home = Home::new();
    let file = "database = \"auth\"\nfunction = \"billing-pdf\"\nauth_mode = \"end-to-end-iam\"\n";
    home.write("choices.toml", file);
    for verb in ["plan", "apply --yes"] {
        let text = home.run(&format!("{verb} --practice --practice-speed 0 --choices choices.toml")).ends(1);
        let json =
            home.run(&format!("{verb} --practice --practice-speed 0 --choices choices.toml --format json")).ends(1);
        let errors = json.lines().last().unwrap()["errors"].to_string();
        for said in [&text.stderr, &errors] {
            for words in ["Others may use the proxy `auth-proxy`", "`auth/auth_app`", "another name for the proxy"] {
                assert!(said.contains(words), "{verb}: {said}");
            }
        }
    }
    assert!(home.receipts().is_empty(), "a run has begun");
}
