//! The whole way on the practice account: observe, design, plan, apply, observe again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::Path;
use std::sync::{Arc, Mutex};

use rds_proxy_wizard::apply::{ApplyError, Emit, End, Engine, Event, Outcome, RunState, StepState, Stop, Store, Typed};
use rds_proxy_wizard::cloud::{Connection, Writer};
use rds_proxy_wizard::design::{choices_of, design, names};
use rds_proxy_wizard::discover::{self, Existing, observe_proxy};
use rds_proxy_wizard::domain::choices::{Choices, PasswordSource, SecretSource};
use rds_proxy_wizard::domain::finding::{Finding, Severity};
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::domain::setup::Setup;
use rds_proxy_wizard::plan::{self, Change, Plan};
use rds_proxy_wizard::practice::{self, Practice, SCENARIOS, Speed};
use rds_proxy_wizard::rules::check_all;
use secrecy::SecretString;

use super::endpoints;

/// A practice account and what a person picked on it.
pub struct Journey {
    pub practice: Arc<Practice>,
    pub choices: Choices,
    pub folder: tempfile::TempDir,
}

/// Events of a run, in order.
#[derive(Clone, Default)]
pub struct Heard(pub Arc<Mutex<Vec<Event>>>);

impl Heard {
    pub fn emit(&self) -> Emit {
        let heard = self.0.clone();
        Arc::new(move |event| heard.lock().unwrap().push(event))
    }

    pub fn all(&self) -> Vec<Event> {
        self.0.lock().unwrap().clone()
    }
}

pub fn choices(database: &str, function: &str, auth_mode: AuthMode) -> Choices {
    let mut choices = Choices { database: database.into(), function: function.into(), auth_mode, ..Choices::default() };
    // The company has secrets for its usual users already.
    choices.secret.user = Some("shop_app".into());
    choices
}

impl Journey {
    pub fn new(scenario: &str, choices: Choices) -> Self {
        let practice = Arc::new(Practice::open(None, scenario, Speed::Instant).unwrap());
        Self { practice, choices, folder: tempfile::tempdir().unwrap() }
    }

    pub fn connection(&self) -> Connection {
        practice::connection(self.practice.clone())
    }

    pub async fn observe(&self) -> Observed {
        let connection = self.connection();
        discover::observe(connection.reader(), &connection.account, &self.choices).await
    }

    pub async fn plan(&self) -> Plan {
        let observed = self.observe().await;
        let setup = design(&self.choices, &observed).unwrap_or_else(|problems| panic!("{problems:#?}"));
        plan::build(&observed, &setup).unwrap_or_else(|conflicts| panic!("{conflicts:#?}"))
    }

    pub fn store(&self) -> Store {
        Store::new(self.folder.path())
    }

    /// An engine on this account, or on a wrapped one.
    pub fn engine(&self, writer: Option<Arc<dyn Writer>>, emit: Emit, stop: Stop) -> Engine {
        let mut connection = self.connection();
        if let Some(writer) = writer {
            connection.writer = writer;
        }
        let password = Some(SecretString::from(PLANTED.to_owned()));
        Engine { connection, store: self.store(), emit, stop, password: password.into() }
    }

    pub async fn apply(&self) -> Outcome {
        let plan = self.plan().await;
        self.engine(None, Heard::default().emit(), Stop::default()).run(plan).await.unwrap()
    }
}

pub const PLANTED: &str = "planted-Zq7vRk2m-password";

/// Databases and functions that differ in what a setup of them needs.
pub fn cases() -> Vec<(&'static str, Choices)> {
    let mut cases = Vec::new();
    for mode in AuthMode::ALL {
        cases.push(("default", choices("orders-prod", "orders-api", mode)));
        cases.push(("default", choices("orders-reporting", "orders-webhook", mode)));
        // Its proxy is another hand's, with logins that end-to-end IAM would take away.
        if mode != AuthMode::EndToEndIam {
            cases.push(("default", choices("auth", "billing-pdf", mode)));
        }
        cases.push(("default", choices("crm", "orders-export", mode)));
        cases.push(("unsupported-zone", choices("orders-prod", "orders-refunds", mode)));
        cases.push(("no-nat", choices("billing-pg", "billing-pdf", mode)));
        let mut alias = choices("orders-prod", "orders-mailer", mode);
        alias.access.publish_to_alias = Some("live".into());
        cases.push(("default", alias));
    }
    for read_only in [false, true] {
        cases.push(("default", endpoints::elsewhere(AuthMode::StandardIam, read_only)));
    }
    cases.push(("default", endpoints::reads(AuthMode::StandardIam)));
    for mode in [AuthMode::StandardIam, AuthMode::Password] {
        cases.push(("default", choices("ledger-eu", "orders-refunds", mode)));
        let mut reuse = choices("billing-pg", "billing-pdf", mode);
        reuse.secret.source = SecretSource::Reuse;
        reuse.secret.name = Some("billing/billing_app".into());
        reuse.secret.user = Some("billing_app".into());
        reuse.proxy.name = Some("billing-pdf-proxy".into());
        cases.push(("default", reuse));
        let mut managed = choices("payments", "payments-hook", mode);
        managed.secret.source = SecretSource::RdsManaged;
        managed.proxy.name = Some("payments-hook-proxy".into());
        cases.push(("default", managed));
        let mut typed = choices("crm", "billing-pdf", mode);
        typed.secret.password = PasswordSource::Typed;
        cases.push(("default", typed));
    }
    cases
}

fn said(plan: &Plan) -> Vec<String> {
    plan.changes().map(|step| format!("{} {:?}", step.id, step.change)).collect()
}

/// Warnings and errors that a validation has about what the wizard made, secrets looked into. What
/// the person chose against advice (the master user, passwords beside another function's tokens), and
/// what was there before, is not the wizard's.
async fn complaints(journey: &Journey) -> Vec<Finding> {
    let existing = Existing {
        proxy: names::proxy(&journey.choices),
        function: Some(journey.choices.function.parse().unwrap()),
        read_secrets: true,
    };
    let account = journey.practice.state().account;
    let observed = observe_proxy(&*journey.practice, &*journey.practice.clock(), &account, &existing).await;
    let managed = journey.choices.secret.source == SecretSource::RdsManaged;
    // One zone of the function, and a pool that another proxy of the database has already.
    let before = ["lambda-single-az", "proxy-max-connections-percent-oversubscribed"];
    let passwords = journey.choices.auth_mode == AuthMode::Password;
    let chosen = |code: &str| {
        (managed && code == "secret-is-master-user")
            || (passwords && code == "proxy-iam-auth-mixed")
            // What a move into the VPC costs the function is said before it, as a warning of the design.
            || code == "lambda-subnet-without-service-route"
            || before.contains(&code)
    };
    let findings = check_all(&observed).findings.into_iter();
    findings.filter(|finding| finding.severity > Severity::Info && !chosen(&finding.code)).collect()
}

#[tokio::test]
async fn every_setup_is_applied_checked_and_then_nothing_is_left_to_do() {
    let mut all = Vec::new();
    for (scenario, choices) in cases() {
        let name = format!("{scenario}: {} {} {}", choices.database, choices.function, choices.auth_mode);
        let journey = Journey::new(scenario, choices);
        let outcome = journey.apply().await;
        let errors: Vec<_> = outcome.receipt.steps.iter().filter_map(|entry| entry.error.as_ref()).collect();
        assert_eq!(outcome.end, End::Finished, "{name}: {errors:#?}");

        let verdict = check_all(&journey.observe().await);
        let errors: Vec<_> = verdict.findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");

        let complaints = complaints(&journey).await;
        all.extend(complaints.into_iter().map(|finding| (name.clone(), finding.code, finding.evidence)));

        let again = journey.plan().await;
        assert!(again.is_empty(), "{name}: {:#?}", said(&again));
        let before = journey.practice.snapshot();
        assert_eq!(journey.apply().await.end, End::Finished, "{name}");
        assert_eq!(journey.practice.snapshot(), before, "{name}");
    }
    assert!(all.is_empty(), "{all:#?}");
}

/// Receipts that were written before choices were kept are taken up all the same.
#[tokio::test]
async fn choices_that_were_not_kept_are_made_out_from_the_setup() {
    for (scenario, choices) in cases() {
        let journey = Journey::new(scenario, choices);
        let setup = design(&journey.choices, &journey.observe().await).unwrap();
        assert_eq!(choices_of(&setup), journey.choices, "{scenario}: what was kept");
        let unkept = Setup { choices: None, ..setup.clone() };
        let again = Journey::new(scenario, choices_of(&unkept));
        let again = design(&again.choices, &again.observe().await).unwrap();
        // Why a value is what it is has changed: it is named now.
        let bare = |setup: Setup| Setup { choices: None, reasons: Default::default(), notes: Vec::new(), ..setup };
        assert_eq!(bare(again), bare(setup), "{scenario}");
    }
}

#[tokio::test]
async fn every_scenario_gets_as_far_as_it_lets_one() {
    for (scenario, mode) in SCENARIOS.iter().flat_map(|scenario| AuthMode::ALL.map(|mode| (scenario, mode))) {
        let journey = Journey::new(scenario.name, choices("crm", "billing-pdf", mode));
        // Without DNS names no endpoint can be made, which a function that reads a secret needs.
        let nameless = scenario.name == "broken-dns-off" && mode == AuthMode::Password;
        if scenario.name == "expired" || nameless {
            assert!(design(&journey.choices, &journey.observe().await).is_err());
            continue;
        }
        let outcome = journey.apply().await;
        let expected = match scenario.name {
            "denied-write" | "quota-reached" => End::Failed,
            "stuck-target" | "broken-waiting" => End::NotWorking,
            _ => End::Finished,
        };
        let errors: Vec<_> = outcome.receipt.steps.iter().filter_map(|entry| entry.error.as_ref()).collect();
        assert_eq!(outcome.end, expected, "{}: {errors:#?}", scenario.name);
        if expected == End::Finished && scenario.name != "stuck-target" {
            let again = journey.plan().await;
            assert!(again.is_empty(), "{}: {:#?}", scenario.name, said(&again));
        }
    }
}

#[tokio::test]
async fn a_step_that_fails_stops_only_those_that_need_it() {
    let journey = Journey::new("denied-write", choices("crm", "billing-pdf", AuthMode::StandardIam));
    let outcome = journey.apply().await;
    let state = |id: &str| outcome.receipt.entry(&id.into()).unwrap().state;
    assert_eq!(outcome.receipt.state, RunState::Failed);
    assert_eq!(state("create-proxy"), StepState::Failed);
    assert_eq!(state("modify-pool"), StepState::Pending);
    assert_eq!(state("attach-vpc-policy"), StepState::Done);
    assert_eq!(state("create-proxy-group"), StepState::Done);
    assert!(!outcome.receipt.entry(&"create-proxy".into()).unwrap().touched, "a refused call has made nothing");
}

#[tokio::test]
async fn a_run_tells_what_it_waits_for_and_what_it_called() {
    let journey = Journey::new("default", choices("crm", "billing-pdf", AuthMode::StandardIam));
    let heard = Heard::default();
    let plan = journey.plan().await;
    journey.engine(None, heard.emit(), Stop::default()).run(plan).await.unwrap();
    let all = heard.all();
    assert!(matches!(all.first(), Some(Event::RunStarted { .. })));
    assert!(matches!(all.last(), Some(Event::Finished { failed: 0, left: 0, .. })));
    let waits = |event: &Event| {
        matches!(event, Event::StepWaiting { step, state, next_poll_secs: 30, .. }
            if step.0 == "create-proxy" && state == "creating")
    };
    assert!(all.iter().any(waits), "{all:#?}");
    let called = |event: &Event| matches!(event, Event::Log { operation, .. } if operation == "rds:CreateDBProxy");
    assert!(all.iter().any(called));
    for event in &all {
        let line = serde_json::to_string(event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&line).unwrap(), *event);
    }
}

/// Whether any file under a folder holds the text.
fn holds(folder: &Path, text: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            holds(&path, text)
        } else {
            String::from_utf8_lossy(&std::fs::read(path).unwrap()).contains(text)
        }
    })
}

#[tokio::test]
async fn a_typed_password_is_in_no_plan_receipt_or_event() {
    let mut choices = choices("crm", "billing-pdf", AuthMode::StandardIam);
    choices.secret.password = PasswordSource::Typed;
    let journey = Journey::new("default", choices);
    let heard = Heard::default();
    let plan = journey.plan().await;
    let words: Vec<_> = plan.steps.iter().map(|step| plan.describe(step)).collect();
    assert!(!serde_json::to_string(&(&plan, words)).unwrap().contains(PLANTED));
    let engine = journey.engine(None, heard.emit(), Stop::default());
    let outcome = engine.run(plan).await.unwrap();
    assert_eq!(outcome.end, End::Finished);
    engine.undo(outcome.receipt).await.unwrap();
    assert!(!holds(journey.folder.path(), PLANTED));
    assert!(!serde_json::to_string(&heard.all()).unwrap().contains(PLANTED));
}

#[tokio::test]
async fn a_typed_password_is_asked_for_before_anything_is_done() {
    let mut choices = choices("crm", "billing-pdf", AuthMode::StandardIam);
    choices.secret.password = PasswordSource::Typed;
    let journey = Journey::new("default", choices);
    let before = journey.practice.snapshot();
    let mut engine = journey.engine(None, Heard::default().emit(), Stop::default());
    engine.password = Typed::default();
    let error = engine.run(journey.plan().await).await.unwrap_err();
    assert!(matches!(error, ApplyError::PasswordNeeded { ref secret } if !secret.is_empty()), "{error}");
    assert_eq!(journey.practice.snapshot(), before);
}

#[tokio::test]
async fn every_step_is_described_whole() {
    for (scenario, choices) in cases() {
        let plan = Journey::new(scenario, choices).plan().await;
        for step in &plan.steps {
            let words = plan.describe(step);
            // What undo asks about is named in its own sentence, not only in the step's title.
            let named: Vec<&str> = words.title.split('`').skip(1).step_by(2).collect();
            assert!(named.iter().any(|name| words.undo.contains(&format!("`{name}`"))), "{words:#?}");
            let id = &step.id;
            assert!(words.cli.starts_with("aws ") || words.cli.contains("aws "), "{id}: {}", words.cli);
            assert!(words.call.contains(':') && !words.why.is_empty() && !words.undo.is_empty(), "{id}: {words:#?}");
            assert!(!words.diff.is_empty(), "{id}");
            serde_json::from_str::<serde_json::Value>(&words.input).unwrap();
            // An id of the catalogue that lacks a value shows as itself.
            for text in [&words.title, &words.why, &words.undo] {
                assert!(!text.starts_with("plan-"), "{id}: {text}");
            }
            // What is awaited comes from a step before.
            for output in rds_proxy_wizard::domain::output::Output::in_text(&words.input) {
                let source = plan.source_of(output);
                assert!(source.is_some_and(|source| source <= plan.number(id).unwrap()), "{id} waits for {output:?}");
            }
        }
    }
}

#[tokio::test]
async fn independent_steps_do_not_wait_for_each_other() {
    let plan = Journey::new("default", choices("crm", "billing-pdf", AuthMode::StandardIam)).plan().await;
    for id in ["create-secret", "create-role", "create-proxy-group", "create-function-group", "attach-vpc-policy"] {
        let step = plan.step(&id.into()).unwrap();
        assert_eq!(
            (step.change, step.needs.len()),
            (if id == "attach-vpc-policy" { Change::Change } else { Change::Create }, 0),
            "{id}"
        );
    }
    let needs = |id: &str| plan.step(&id.into()).unwrap().needs.iter().map(|id| id.0.clone()).collect::<Vec<_>>();
    let proxy = needs("create-proxy");
    for need in ["create-secret", "create-role", "put-proxy-policy", "create-proxy-group"] {
        assert!(proxy.iter().any(|id| id == need), "{proxy:?}");
    }
    assert_eq!(needs("put-connect-policy"), ["create-proxy"]);
}
