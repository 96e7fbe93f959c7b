//! What the practice account's simulator allows is what its writes are let do, action by action: a
//! preflight that says yes is not refused for a missing policy, and one that says no is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use rds_proxy_wizard::apply::{Outcome, Stop};
use rds_proxy_wizard::cloud::ErrorKind;
use rds_proxy_wizard::discover::{self, Existing, observe_proxy};
use rds_proxy_wizard::domain::choices::{Choices, EndpointChoice, IfDeleted, PasswordSource};
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::plan::preflight::{asked, preflight};
use rds_proxy_wizard::plan::{self, Change, Plan, Wish, repair};
use rds_proxy_wizard::practice::SCENARIOS;
use rds_proxy_wizard::probe::inside::SOURCE;
use rds_proxy_wizard::rules::check_all;

use super::flow::{Heard, Journey, choices};

/// How a plan comes about.
#[derive(Clone)]
enum Case {
    SetUp(&'static str, Choices),
    /// After an undo whose secret is to come back.
    Restore(Choices),
    Repair(&'static str),
    Probe,
}

fn cases() -> Vec<Case> {
    let usual = |mode| choices("crm", "billing-pdf", mode);
    let mut typed = usual(AuthMode::StandardIam);
    typed.secret.password = PasswordSource::Typed;
    let mut key = usual(AuthMode::StandardIam);
    key.secret.kms_key = Some("alias/orders".into());
    let mut alias = choices("orders-prod", "orders-mailer", AuthMode::StandardIam);
    alias.access.publish_to_alias = Some("live".into());
    let mut endpoint = choices("orders-prod", "orders-api", AuthMode::Password);
    endpoint.network.secrets_endpoint = EndpointChoice::Create;
    let mut shared = choices("auth", "billing-pdf", AuthMode::StandardIam);
    shared.proxy.max_connections_percent = Some(100);
    let mut restored = key.clone();
    restored.secret.if_deleted = IfDeleted::Restore;
    let set_ups = AuthMode::ALL.map(usual).into_iter().chain([typed, key, alias, endpoint, shared]);
    let repairs = SCENARIOS.iter().filter(|scenario| scenario.broken.is_some()).map(|scenario| scenario.name);
    set_ups
        .map(|choices| Case::SetUp("default", choices))
        .chain([Case::Restore(restored), Case::Probe])
        .chain(repairs.map(Case::Repair))
        .collect()
}

async fn existing(journey: &Journey) -> Observed {
    let connection = journey.connection();
    let existing = Existing {
        proxy: "orders-proxy".into(),
        function: Some("orders-checkout".parse().unwrap()),
        read_secrets: true,
    };
    observe_proxy(connection.reader(), connection.clock.as_ref(), &connection.account, &existing).await
}

impl Case {
    /// An account where the plan is yet to be carried out, and the plan.
    async fn ready(&self) -> (Journey, Plan) {
        match self {
            Self::SetUp(scenario, choices) => {
                let journey = Journey::new(scenario, choices.clone());
                let plan = journey.plan().await;
                (journey, plan)
            }
            Self::Restore(choices) => {
                let journey = Journey::new("default", choices.clone());
                let made = journey.apply().await;
                engine(&journey).undo(made.receipt).await.unwrap();
                let plan = journey.plan().await;
                (journey, plan)
            }
            Self::Repair(scenario) => {
                let journey = Journey::new(scenario, Choices::default());
                let observed = existing(&journey).await;
                let verdict = check_all(&observed);
                let codes = verdict.causes().map(|finding| finding.code.clone()).collect();
                let plan = repair(&observed, verdict.causes(), &Wish::Codes(codes)).plan;
                (journey, plan)
            }
            Self::Probe => {
                let journey = Journey::new("all-well", Choices::default());
                let observed = existing(&journey).await;
                (journey, plan::probe(&observed, "wizard-probe", SOURCE).unwrap())
            }
        }
    }
}

fn engine(journey: &Journey) -> rds_proxy_wizard::apply::Engine {
    journey.engine(None, Heard::default().emit(), Stop::default())
}

fn deny(journey: &Journey, action: &str) {
    journey.practice.tamper(|state| state.knobs.denied.extend([action.to_owned()]));
}

/// The actions that a write of the practice account may be refused for, from its own text: looking is
/// no write, and what a plan looks at is read before there is a plan.
fn writes() -> BTreeSet<String> {
    let texts = [include_str!("../../src/practice/writer.rs"), include_str!("../../src/practice/ec2.rs")];
    let quoted = texts.iter().flat_map(|text| text.split('"'));
    let is_action = |text: &&str| {
        text.split_once(':').is_some_and(|(service, name)| {
            let plain = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            plain(service) && plain(name) && name.starts_with(|c: char| c.is_ascii_uppercase())
        })
    };
    quoted.filter(is_action).map(str::to_owned).collect()
}

/// The action that a policy was missing for, where one was.
fn refused(outcome: &Outcome) -> Option<String> {
    let errors = outcome.receipt.steps.iter().filter_map(|entry| entry.error.as_ref());
    errors.filter(|error| error.kind == ErrorKind::Denied).map(|error| error.operation.clone()).next()
}

fn kinds(plan: &Plan) -> BTreeSet<String> {
    let kind = |step: &plan::Step| {
        let value = serde_json::to_value(&step.action).unwrap();
        value.as_object().and_then(|object| object.keys().next().cloned()).unwrap_or_default()
    };
    plan.changes().map(kind).collect()
}

#[tokio::test]
async fn every_action_of_every_kind_is_decided_once() {
    let writes = writes();
    assert!(writes.len() > 30, "{writes:?}");
    let mut seen = BTreeSet::new();
    for case in cases() {
        let (_, plan) = case.ready().await;
        let account = plan.account();
        let needed = |step: &plan::Step| step.action.needed(account).into_iter().map(|(action, _)| action);
        let to_do: BTreeSet<String> =
            plan.changes().flat_map(needed).filter(|action| writes.contains(action)).collect();
        let to_undo: BTreeSet<String> = asked(&plan).into_iter().map(|(action, _)| action).collect();
        for action in &writes {
            // Once for each kind of step, whatever the plan.
            let new = kinds(&plan).into_iter().filter(|kind| !seen.contains(&(kind.clone(), action.clone())));
            let new: Vec<String> = new.collect();
            if new.is_empty() {
                continue;
            }
            seen.extend(new.into_iter().map(|kind| (kind, action.clone())));
            let (journey, plan) = case.ready().await;
            deny(&journey, action);
            let mut observed = Observed::nothing(plan.account().clone());
            observed.permissions = discover::permissions(journey.connection().reader(), &asked(&plan)).await;
            let denied = observed.permissions.items().iter().filter(|answer| !answer.allowed);
            let denied: BTreeSet<&String> = denied.map(|answer| &answer.action).collect();
            assert_eq!(denied.contains(action), to_undo.contains(action), "{action}");
            assert!(denied.len() <= 1, "{denied:?}");

            let outcome = engine(&journey).run(plan).await.unwrap();
            let missing = refused(&outcome);
            let expected = to_do.contains(action).then(|| action.clone());
            assert_eq!(missing, expected, "{:#?}", outcome.receipt.steps);
            let undone = engine(&journey).undo(outcome.receipt).await.unwrap();
            if let Some(missing) = refused(&undone) {
                assert!(to_undo.contains(&missing), "undo was refused {missing}, which no preflight asks about");
            }
        }
    }
}

#[tokio::test]
async fn a_preflight_of_yes_says_what_it_cannot_know() {
    let journey = Journey::new("default", choices("crm", "billing-pdf", AuthMode::StandardIam));
    let plan = journey.plan().await;
    let mut observed = journey.observe().await;
    observed.permissions = discover::permissions(journey.connection().reader(), &asked(&plan)).await;
    assert!(plan.changes().any(|step| step.change == Change::Create));
    for id in ["permissions", "undo-permissions"] {
        let checks = preflight(&observed, plan.setup().unwrap(), &plan);
        let check = checks.iter().find(|check| check.id == id).unwrap();
        assert!(check.title.contains("as far as can be simulated"), "{check:#?}");
    }
}

#[tokio::test]
async fn what_is_denied_by_a_pattern_is_simulated_and_refused_alike() {
    let journey = Journey::new("default", choices("crm", "billing-pdf", AuthMode::StandardIam));
    let plan = journey.plan().await;
    deny(&journey, "secretsmanager:*");
    let answer = discover::permissions(journey.connection().reader(), &asked(&plan)).await;
    let of_secrets = |action: &str| action.starts_with("secretsmanager:");
    assert!(answer.items().iter().all(|answer| answer.allowed != of_secrets(&answer.action)), "{answer:#?}");
    let outcome = engine(&journey).run(plan).await.unwrap();
    assert!(refused(&outcome).is_some_and(|action| of_secrets(&action)), "{:#?}", outcome.receipt.steps);
}
