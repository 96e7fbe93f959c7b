//! What a plan says of an account: already so, changed, in the way; and what preflight sees.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::io::Write;
use std::process::{Command, Stdio};

use rds_proxy_wizard::design::design;
use rds_proxy_wizard::discover;
use rds_proxy_wizard::domain::choices::PasswordSource;
use rds_proxy_wizard::domain::function::EnvValue;
use rds_proxy_wizard::domain::network::SecurityGroup;
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::plan::preflight::{Check, CheckVerdict, asked, preflight, safety};
use rds_proxy_wizard::plan::{self, Change, Conflict, DiffKind, Plan, Step};

use super::flow::{Journey, cases, choices};

fn step<'a>(plan: &'a Plan, id: &str) -> &'a Step {
    let ids: Vec<_> = plan.steps.iter().map(|step| &step.id.0).collect();
    plan.step(&id.into()).unwrap_or_else(|| panic!("{id} is not in {ids:?}"))
}

async fn conflicts(journey: &Journey, change: impl FnOnce(&mut Observed)) -> Vec<Conflict> {
    let mut observed = journey.observe().await;
    let setup = design(&journey.choices, &observed).unwrap();
    change(&mut observed);
    plan::build(&observed, &setup).unwrap_err()
}

#[tokio::test]
async fn a_broader_rule_that_is_there_already_lets_the_function_out() {
    let plan = Journey::new("default", choices("orders-prod", "orders-api", AuthMode::StandardIam)).plan().await;
    let out = step(&plan, "authorize-function-egress-proxy-3306");
    assert_eq!(out.change, Change::AlreadySo);
    let words = plan.describe(out);
    assert!(words.why.contains("`all to 0.0.0.0/0`"), "{}", words.why);
    assert!(words.diff.iter().all(|line| line.kind == DiffKind::Kept), "{words:#?}");
}

#[tokio::test]
async fn a_rule_of_an_existing_group_shows_the_rules_that_stay() {
    let plan = Journey::new("default", choices("orders-prod", "orders-mailer", AuthMode::StandardIam)).plan().await;
    let into = step(&plan, "authorize-database-ingress-proxy-3306");
    assert_eq!(into.change, Change::Change);
    let words = plan.describe(into);
    let kinds: Vec<DiffKind> = words.diff.iter().map(|line| line.kind).collect();
    assert_eq!(kinds, [DiffKind::Kept, DiffKind::Kept, DiffKind::Added]);
    assert!(words.cli.contains("\"${PROXY_SG}\"") || words.cli.contains("${PROXY_SG}"), "{}", words.cli);
    assert!(words.undo.contains("The 2 existing rules"), "{}", words.undo);
}

#[tokio::test]
async fn a_group_of_our_name_that_we_did_not_make_is_in_the_way() {
    let journey = Journey::new("default", choices("crm", "billing-pdf", AuthMode::StandardIam));
    let plan = journey.plan().await;
    let group = plan.setup().unwrap().network.groups.iter().find(|group| group.owned).unwrap().clone();
    let vpc_id = plan.setup().unwrap().network.vpc_id.clone();
    let found = conflicts(&journey, |observed| {
        let mut groups = observed.security_groups.items().to_vec();
        groups.push(SecurityGroup {
            id: "sg-theirs".into(),
            name: group.name.clone(),
            vpc_id,
            description: String::new(),
            rules: Vec::new(),
            tags: Default::default(),
        });
        observed.security_groups = rds_proxy_wizard::domain::observed::Part::Present(groups);
    })
    .await;
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].title.contains(&group.name) && found[0].title.contains("`sg-theirs`"), "{found:#?}");
    assert!(!found[0].cure.is_empty());
}

#[tokio::test]
async fn a_variable_that_may_be_secret_is_not_overwritten() {
    let journey = Journey::new("default", choices("crm", "billing-pdf", AuthMode::StandardIam));
    for value in [EnvValue::Hidden, EnvValue::classify("DB_USER", "mysql://app:hunter2@db/orders")] {
        assert_eq!(value.shown(), None);
        let found = conflicts(&journey, |observed| {
            let mut function = observed.function.present().unwrap().clone();
            function.environment.insert("DB_USER".into(), value.clone());
            observed.function = rds_proxy_wizard::domain::observed::Part::Present(function);
        })
        .await;
        assert!(found.iter().any(|conflict| conflict.title.contains("`DB_USER`")), "{found:#?}");
    }
}

#[tokio::test]
async fn every_command_line_is_a_shells() {
    for (scenario, choices) in cases() {
        let plan = Journey::new(scenario, choices).plan().await;
        let script: Vec<String> = plan.steps.iter().map(|step| plan.describe(step).cli).collect();
        let mut bash = Command::new("bash").args(["-n", "-s"]).stdin(Stdio::piped()).spawn().unwrap();
        bash.stdin.take().unwrap().write_all(script.join("\n").as_bytes()).unwrap();
        assert!(bash.wait().unwrap().success(), "{}", script.join("\n"));
    }
}

#[tokio::test]
async fn the_command_that_makes_a_secret_takes_the_password_from_its_input() {
    for source in [PasswordSource::Generated, PasswordSource::Typed] {
        let mut choices = choices("crm", "billing-pdf", AuthMode::StandardIam);
        choices.secret.password = source;
        let plan = Journey::new("default", choices).plan().await;
        let words = plan.describe(step(&plan, "create-secret"));
        assert!(words.cli.contains("--secret-string file:///dev/stdin"), "{}", words.cli);
        assert!(words.input.contains("••••"), "{}", words.input);
    }
}

async fn checks(scenario: &str, function: &str) -> (Plan, Vec<Check>) {
    let journey = Journey::new(scenario, choices("crm", function, AuthMode::StandardIam));
    let plan = journey.plan().await;
    let mut observed = journey.observe().await;
    observed.permissions = discover::permissions(journey.connection().reader(), &asked(&plan)).await;
    let checks = preflight(&observed, plan.setup().unwrap(), &plan);
    (plan, checks)
}

fn check<'a>(checks: &'a [Check], id: &str) -> &'a Check {
    checks.iter().find(|check| check.id == id).unwrap_or_else(|| panic!("{id} is not in {checks:#?}"))
}

#[tokio::test]
async fn preflight_passes_where_all_is_well() {
    let (plan, checks) = checks("default", "billing-pdf").await;
    for id in ["permissions", "undo-permissions", "quota", "zones", "addresses", "names"] {
        assert_eq!(check(&checks, id).verdict, CheckVerdict::Passed, "{id}: {checks:#?}");
    }
    let counted = |id: &str| check(&checks, id).title.split(' ').next().unwrap().parse::<usize>().unwrap();
    let (to_do, to_undo) = (counted("permissions"), counted("undo-permissions"));
    assert!(to_do > 0 && to_undo > 0 && to_do + to_undo >= asked(&plan).len(), "{checks:#?}");
    assert!(
        safety(plan.setup().unwrap(), &plan).iter().all(|check| check.verdict == CheckVerdict::Passed),
        "{:#?}",
        safety(plan.setup().unwrap(), &plan)
    );
}

#[tokio::test]
async fn preflight_names_what_stands_in_the_way_before_anything_is_done() {
    let (_, denied) = checks("denied-write", "billing-pdf").await;
    let permissions = check(&denied, "permissions");
    assert_eq!(permissions.verdict, CheckVerdict::Error);
    assert!(permissions.detail.contains("`rds:CreateDBProxy`"), "{permissions:#?}");
    assert_eq!(denied[0].id, "permissions", "the worst comes first");

    let journey = Journey::new("default", choices("crm", "billing-pdf", AuthMode::StandardIam));
    journey.practice.tamper(|state| state.knobs.denied.extend(["rds:DeleteDBProxy".to_owned()]));
    let plan = journey.plan().await;
    let mut observed = journey.observe().await;
    observed.permissions = discover::permissions(journey.connection().reader(), &asked(&plan)).await;
    let no_way_back = preflight(&observed, plan.setup().unwrap(), &plan);
    assert_eq!(check(&no_way_back, "permissions").verdict, CheckVerdict::Passed);
    assert_eq!(check(&no_way_back, "undo-permissions").verdict, CheckVerdict::Warning);
    assert!(check(&no_way_back, "undo-permissions").detail.contains("`rds:DeleteDBProxy`"), "{no_way_back:#?}");

    let (_, full) = checks("quota-reached", "billing-pdf").await;
    assert_eq!(check(&full, "quota").verdict, CheckVerdict::Error);

    let (_, blind) = checks("no-permissions", "billing-pdf").await;
    let permission = Some("iam:SimulatePrincipalPolicy".to_owned());
    assert_eq!(check(&blind, "permissions").verdict, CheckVerdict::Unknown { permission });
}

#[tokio::test]
async fn a_borrow_timeout_that_outlasts_the_function_is_a_warning() {
    let mut choices = choices("crm", "payments-hook", AuthMode::StandardIam);
    choices.proxy.borrow_timeout_secs = Some(120);
    let journey = Journey::new("default", choices);
    let plan = journey.plan().await;
    let checks = preflight(&journey.observe().await, plan.setup().unwrap(), &plan);
    let borrow = check(&checks, "borrow-timeout");
    assert_eq!(borrow.verdict, CheckVerdict::Warning);
    assert!(borrow.detail.contains("120 s against 10 s"), "{borrow:#?}");
}
