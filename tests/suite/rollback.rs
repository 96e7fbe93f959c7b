//! Every step fails, is refused, stops or dies once; undo then restores the account, resume
//! finishes it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::failing::{Failing, Fault};
use rds_proxy_wizard::apply::{
    ApplyError, Emit, End, Event, Outcome, Receipt, RunState, StepState, Stop, StopAt, Store,
};
use rds_proxy_wizard::cloud::watched::{Call, Watch, Watched};
use rds_proxy_wizard::cloud::{CloudError, CloudResult, ErrorKind};
use rds_proxy_wizard::domain::choices::{Choices, SecretSource};
use rds_proxy_wizard::domain::function::EnvValue;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::domain::{PROGRAM, TAG_MADE_BY, TAG_SETUP};
use rds_proxy_wizard::plan::Undone;
use serde_json::Value;

use super::endpoints;
use super::flow::{Heard, Journey, choices};

fn silent() -> Emit {
    Arc::new(|_| ())
}

/// Few cases, and between them every action.
fn cases() -> Vec<Choices> {
    let moved_with_alias = |mode| {
        let mut choices = choices("orders-prod", "orders-mailer", mode);
        choices.access.publish_to_alias = Some("live".into());
        choices
    };
    vec![
        moved_with_alias(AuthMode::StandardIam),
        choices("crm", "billing-pdf", AuthMode::Password),
        moved_with_alias(AuthMode::EndToEndIam),
        repair(),
        endpoints::elsewhere(AuthMode::Password, true),
    ]
}

/// A proxy that exists and differs: its settings and its pool are changed and put back.
fn repair() -> Choices {
    let mut choices = choices("auth", "auth-login", AuthMode::StandardIam);
    choices.secret.source = SecretSource::Reuse;
    choices.secret.name = Some("auth/auth_app".into());
    choices.secret.user = Some("auth_app".into());
    choices.role.name = Some("auth-proxy-role".into());
    choices.role.existing = true;
    choices.proxy.idle_client_timeout_secs = Some(600);
    choices.proxy.max_connections_percent = Some(70);
    choices.network.proxy_subnets = Vec::new();
    choices
}

struct Ends {
    start: Value,
    finished: Value,
    writes: usize,
}

fn journey(choices: &Choices) -> Journey {
    let journey = Journey::new("default", choices.clone());
    // The proxy that is repaired is this setup's own: of another's nothing would be taken.
    journey.practice.tamper(|state| {
        for record in state.proxies.iter_mut().filter(|record| record.proxy.name == "auth-proxy") {
            let tags =
                [(TAG_MADE_BY.to_owned(), PROGRAM.to_owned()), (TAG_SETUP.to_owned(), record.proxy.name.clone())];
            record.proxy.tags = Some(tags.into());
        }
    });
    journey
}

/// The account before and after, and how many writes lie between.
async fn ends(choices: &Choices) -> Ends {
    let journey = journey(choices);
    let start = journey.practice.snapshot();
    let plan = journey.plan().await;
    let (writer, counter) = Failing::wrap(journey.practice.clone(), Fault::Refused, usize::MAX);
    let outcome = journey.engine(Some(writer), silent(), Stop::default()).run(plan).await.unwrap();
    assert_eq!(outcome.end, End::Finished);
    let (finished, writes) = (journey.practice.snapshot(), counter.writes());
    assert!(writes > 1 && start != finished, "{writes}");
    Ends { start, finished, writes }
}

async fn undo_restores(journey: &Journey, receipt: Receipt, ends: &Ends, what: &str) {
    let outcome = journey.engine(None, silent(), Stop::default()).undo(receipt).await.unwrap();
    assert_eq!(outcome.end, End::Finished, "{what}: {:#?}", outcome.receipt.leftovers);
    assert_eq!(outcome.receipt.state, RunState::Undone, "{what}");
    assert_same(&journey.practice.snapshot(), &ends.start, what);
}

async fn resume_finishes(journey: &Journey, receipt: Receipt, ends: &Ends, what: &str) {
    let outcome = journey.engine(None, silent(), Stop::default()).resume(receipt).await.unwrap();
    let errors: Vec<_> = outcome.receipt.steps.iter().filter_map(|entry| entry.error.as_ref()).collect();
    assert_eq!(outcome.end, End::Finished, "{what}: {errors:#?}");
    assert_same(&journey.practice.snapshot(), &ends.finished, what);
}

/// Names what differs rather than printing two accounts.
fn assert_same(is: &Value, should: &Value, what: &str) {
    if is == should {
        return;
    }
    let mut differs = Vec::new();
    for (part, should) in should.as_object().unwrap() {
        let (Some(is), Some(should)) = (is[part].as_array(), should.as_array()) else {
            assert_eq!(is[part], *should, "{what}: {part}");
            continue;
        };
        differs.extend(is.iter().filter(|item| !should.contains(item)).map(|item| format!("+ {part} {item}")));
        differs.extend(should.iter().filter(|item| !is.contains(item)).map(|item| format!("- {part} {item}")));
    }
    panic!("{what}:\n{}", differs.join("\n"));
}

async fn failed_at(choices: &Choices, fault: Fault, at: usize) -> (Journey, Receipt) {
    let journey = journey(choices);
    let plan = journey.plan().await;
    let (writer, failing) = Failing::wrap(journey.practice.clone(), fault, at);
    let outcome = journey.engine(Some(writer), silent(), Stop::default()).run(plan).await.unwrap();
    assert!(failing.has_struck());
    assert_eq!(outcome.end, End::Failed, "{fault:?} at {at}");
    (journey, Store::load(&outcome.path).unwrap())
}

async fn each_fault(choices: Choices, faults: &[Fault]) {
    let ends = ends(&choices).await;
    for at in 1..=ends.writes {
        for fault in faults.iter().copied() {
            let what = format!("{} {}: {fault:?} at write {at}", choices.function, choices.auth_mode);
            let (journey, receipt) = failed_at(&choices, fault, at).await;
            undo_restores(&journey, receipt, &ends, &what).await;
            let (journey, receipt) = failed_at(&choices, fault, at).await;
            resume_finishes(&journey, receipt, &ends, &what).await;
        }
    }
}

#[tokio::test]
async fn a_write_that_fails_is_undone_or_resumed_standard_iam() {
    each_fault(cases().swap_remove(0), &[Fault::Refused]).await;
}

#[tokio::test]
async fn a_write_that_fails_is_undone_or_resumed_password() {
    each_fault(cases().swap_remove(1), &[Fault::Refused, Fault::DiesBefore, Fault::DiesAfter]).await;
}

#[tokio::test]
async fn a_write_that_fails_is_undone_or_resumed_end_to_end_iam() {
    each_fault(cases().swap_remove(2), &[Fault::Refused]).await;
}

#[tokio::test]
async fn a_write_that_fails_is_undone_or_resumed_existing_proxy() {
    each_fault(cases().swap_remove(3), &[Fault::Refused]).await;
}

#[tokio::test]
async fn a_write_that_fails_is_undone_or_resumed_further_endpoints() {
    each_fault(cases().swap_remove(4), &[Fault::Refused, Fault::DiesAfter]).await;
}

/// The process is killed at a write: what is on disk at that instant is all that is left.
struct Killed {
    folder: PathBuf,
    at: usize,
    /// The write happens first.
    after: bool,
    writes: AtomicUsize,
    left: Mutex<Option<Receipt>>,
}

impl Killed {
    fn dead(&self, call: Call<'_>) -> CloudResult<()> {
        let mut left = self.left.lock().unwrap();
        if left.is_none() {
            let (_, receipt) = Store::new(&self.folder)
                .list()
                .into_iter()
                .map(|found| (found.path, *found.receipt.unwrap()))
                .next()
                .unwrap();
            *left = Some(receipt);
        }
        Err(CloudError::new(ErrorKind::Denied, call.operation, "killed"))
    }

    fn is_dead(&self) -> bool {
        self.left.lock().unwrap().is_some()
    }
}

impl Watch for Killed {
    fn before(&self, call: Call<'_>) -> CloudResult<()> {
        let count = if call.writes { self.writes.fetch_add(1, Ordering::SeqCst) + 1 } else { 0 };
        if self.is_dead() || (count == self.at && !self.after) { self.dead(call) } else { Ok(()) }
    }

    fn after(&self, call: Call<'_>, _took: Duration, _error: Option<&CloudError>) -> CloudResult<()> {
        let struck = call.writes && self.writes.load(Ordering::SeqCst) >= self.at;
        if self.is_dead() || (struck && self.after) { self.dead(call) } else { Ok(()) }
    }
}

async fn killed_at(choices: &Choices, at: usize, after: bool) -> (Journey, Receipt) {
    let journey = journey(choices);
    let plan = journey.plan().await;
    let killed = Arc::new(Killed {
        folder: journey.folder.path().to_owned(),
        at,
        after,
        writes: AtomicUsize::new(0),
        left: Mutex::new(None),
    });
    let writer = Arc::new(Watched::new(journey.practice.clone(), killed.clone()));
    journey.engine(Some(writer), silent(), Stop::default()).run(plan).await.unwrap();
    let receipt = killed.left.lock().unwrap().take().unwrap();
    assert_eq!(receipt.state, RunState::Applying);
    (journey, receipt)
}

async fn each_crash(choices: Choices) {
    let ends = ends(&choices).await;
    for at in 1..=ends.writes {
        for after in [false, true] {
            let what = format!("{} {}: killed at write {at}, after: {after}", choices.function, choices.auth_mode);
            let (journey, receipt) = killed_at(&choices, at, after).await;
            undo_restores(&journey, receipt, &ends, &what).await;
            let (journey, receipt) = killed_at(&choices, at, after).await;
            resume_finishes(&journey, receipt, &ends, &what).await;
        }
    }
}

#[tokio::test]
async fn a_process_killed_at_any_write_is_undone_or_resumed_standard_iam() {
    each_crash(cases().swap_remove(0)).await;
}

#[tokio::test]
async fn a_process_killed_at_any_write_is_undone_or_resumed_password() {
    each_crash(cases().swap_remove(1)).await;
}

#[tokio::test]
async fn a_process_killed_at_any_write_is_undone_or_resumed_end_to_end_iam() {
    each_crash(cases().swap_remove(2)).await;
}

#[tokio::test]
async fn a_process_killed_at_any_write_is_undone_or_resumed_existing_proxy() {
    each_crash(cases().swap_remove(3)).await;
}

/// Asks to stop when the n-th step begins.
async fn stopped_at(choices: &Choices, at: usize, when: StopAt) -> (Journey, Outcome) {
    let journey = journey(choices);
    let plan = journey.plan().await;
    let stop = Stop::default();
    let (begun, asked) = (AtomicUsize::new(0), stop.clone());
    let emit: Emit = Arc::new(move |event| {
        if matches!(event, Event::StepStarted { .. }) && begun.fetch_add(1, Ordering::SeqCst) + 1 == at {
            asked.ask(when);
        }
    });
    let outcome = journey.engine(None, emit, stop).run(plan).await.unwrap();
    (journey, outcome)
}

#[tokio::test]
async fn stopping_at_any_step_leaves_a_run_that_is_undone_or_resumed() {
    for choices in cases() {
        let ends = ends(&choices).await;
        let steps = journey(&choices).plan().await.changes().count();
        for at in 1..=steps {
            for when in [StopAt::AfterStep, StopAt::Now] {
                let what = format!("{} {}: {when:?} at step {at}", choices.function, choices.auth_mode);
                let (journey, outcome) = stopped_at(&choices, at, when).await;
                assert!(outcome.end == End::Stopped || outcome.receipt.count(StepState::Pending) == 0, "{what}");
                undo_restores(&journey, outcome.receipt, &ends, &what).await;
                let (journey, outcome) = stopped_at(&choices, at, when).await;
                if outcome.end == End::Stopped {
                    resume_finishes(&journey, outcome.receipt, &ends, &what).await;
                }
            }
        }
    }
}

#[tokio::test]
async fn undo_that_is_cut_short_goes_on() {
    for choices in cases() {
        let ends = ends(&choices).await;
        for at in 1.. {
            let journey = journey(&choices);
            let applied = journey.apply().await;
            let (writer, failing) = Failing::wrap(journey.practice.clone(), Fault::Refused, at);
            let outcome = journey.engine(Some(writer), silent(), Stop::default()).undo(applied.receipt).await.unwrap();
            if !failing.has_struck() {
                break;
            }
            let what = format!("{} {}: undo refused at write {at}", choices.function, choices.auth_mode);
            assert_eq!(outcome.end, End::Failed, "{what}");
            assert!(!outcome.receipt.leftovers.is_empty(), "{what}");
            for left in &outcome.receipt.leftovers {
                assert!(left.console_url.starts_with("https://") && left.cli.contains("aws "), "{left:#?}");
                assert!(!left.cli.contains("${"), "{left:#?}");
            }
            undo_restores(&journey, outcome.receipt, &ends, &what).await;
        }
    }
}

#[tokio::test]
async fn undo_leaves_alone_what_somebody_changed_since() {
    let choices = cases().swap_remove(0);
    let journey = journey(&choices);
    let applied = journey.apply().await;
    let role = applied.receipt.plan.setup().unwrap().role.name.clone();
    let group =
        applied.receipt.plan.setup().unwrap().network.groups.iter().find(|group| group.owned).unwrap().name.clone();
    journey.practice.tamper(|state| {
        for function in state.functions.iter_mut().filter(|record| record.function.name == "orders-mailer") {
            let other = "elsewhere.example.com".to_owned();
            function.function.environment.insert("DB_PROXY_HOST".into(), EnvValue::Shown(other.clone()));
            function.environment.insert("DB_PROXY_HOST".into(), other);
        }
        for record in state.roles.iter_mut().filter(|record| record.role.name == role) {
            let trust = record.role.trust.clone();
            record.role.inline.insert("audit-read".into(), trust);
        }
    });
    let outcome = journey.engine(None, silent(), Stop::default()).undo(applied.receipt).await.unwrap();
    assert_eq!(outcome.end, End::Failed);
    let undone = |id: &str| outcome.receipt.entry(&id.into()).unwrap().undone.clone().unwrap();
    let Undone::Kept { why, .. } = undone("update-function") else { panic!("{:?}", undone("update-function")) };
    assert!(why.english().contains("`DB_PROXY_HOST`"), "{why}");
    let Undone::Kept { why, .. } = undone("create-role") else { panic!("{:?}", undone("create-role")) };
    assert!(why.english().contains("`audit-read`"), "{why}");
    let state = journey.practice.state();
    let function = state.functions.iter().find(|record| record.function.name == "orders-mailer").unwrap();
    assert_eq!(function.function.environment["DB_PROXY_HOST"].shown(), Some("elsewhere.example.com"));
    assert!(!function.function.environment.contains_key("DB_PROXY_PORT"), "the others are taken back");
    assert!(function.function.vpc.is_none());
    assert!(!state.groups.iter().any(|there| there.name == group));
}

#[tokio::test]
async fn a_role_that_somebody_else_made_meanwhile_is_not_taken_over() {
    let choices = cases().swap_remove(0);
    let journey = journey(&choices);
    let plan = journey.plan().await;
    let role = plan.setup().unwrap().role.clone();
    // Somebody makes a role of our name between review and apply.
    let writer = journey.connection().writer;
    writer
        .create_role(rds_proxy_wizard::cloud::NewRole {
            name: role.name.clone(),
            path: role.path.clone(),
            description: "theirs".into(),
            trust: role.trust.clone(),
            permissions_boundary: None,
            tags: Default::default(),
        })
        .await
        .unwrap();
    let before = journey.practice.snapshot();
    let outcome = journey.engine(None, silent(), Stop::default()).run(plan).await.unwrap();
    assert_eq!(outcome.end, End::Failed);
    let entry = outcome.receipt.entry(&"create-role".into()).unwrap();
    assert_eq!(entry.error.as_ref().unwrap().kind, ErrorKind::AlreadyExists);
    assert!(!entry.touched);
    journey.engine(None, silent(), Stop::default()).undo(outcome.receipt).await.unwrap();
    assert_same(&journey.practice.snapshot(), &before, "their role stays");
}

#[tokio::test]
async fn a_receipt_of_another_account_or_a_newer_form_is_refused() {
    let journey = journey(&cases()[1]);
    let applied = journey.apply().await;
    let mut engine = journey.engine(None, silent(), Stop::default());
    engine.connection.account.id = "111122223333".into();
    for error in [
        engine.resume(applied.receipt.clone()).await.unwrap_err(),
        engine.undo(applied.receipt.clone()).await.unwrap_err(),
    ] {
        let text = error.to_string();
        assert!(text.contains("0000-0000-0000") && text.contains("1111-2222-3333"), "{text}");
    }

    let newer = journey.folder.path().join("newer.json");
    let text = std::fs::read_to_string(&applied.path).unwrap().replacen("\"version\": 1", "\"version\": 99", 1);
    std::fs::write(&newer, text).unwrap();
    let error = Store::load(&newer).unwrap_err();
    assert!(matches!(error, ApplyError::NewerReceipt { theirs: 99, .. }), "{error}");
    assert!(error.to_string().contains("update the program"), "{error}");
    let listed = journey.store().list();
    assert_eq!(listed.len(), 2);
    assert!(listed.iter().any(|found| found.receipt.is_err()), "what cannot be read is listed with its reason");
}

#[tokio::test]
async fn two_runs_on_one_setup_do_not_meet() {
    let journey = journey(&cases()[1]);
    let plan = journey.plan().await;
    let held = Receipt::new(plan.clone(), "other".into(), 0);
    let lock = journey.store().lock(&held).unwrap();
    let before = journey.practice.snapshot();
    let error = journey.engine(None, silent(), Stop::default()).run(plan.clone()).await.unwrap_err();
    let text = error.to_string();
    assert!(matches!(error, ApplyError::Busy { pid: Some(pid), .. } if pid == std::process::id()), "{text}");
    assert!(text.contains("other.json"), "{text}");
    assert_same(&journey.practice.snapshot(), &before, "nothing was changed");
    drop(lock);
    assert_eq!(journey.engine(None, silent(), Stop::default()).run(plan).await.unwrap().end, End::Finished);
}

/// From the n-th save on, the receipt's place is taken by a folder, so that no file gets there.
#[tokio::test]
async fn a_receipt_that_cannot_be_written_ends_the_run_before_the_next_write() {
    let choices = cases().swap_remove(1);
    let ends = ends(&choices).await;
    let saves = {
        let (journey, heard) = (journey(&choices), Heard::default());
        let plan = journey.plan().await;
        journey.engine(None, heard.emit(), Stop::default()).run(plan).await.unwrap();
        heard.all().iter().filter(|event| matches!(event, Event::Saved { .. })).count()
    };
    for at in 1..saves {
        let journey = journey(&choices);
        let plan = journey.plan().await;
        let (folder, count) = (journey.folder.path().to_owned(), AtomicUsize::new(0));
        let aside = folder.join("aside");
        let (from, to) = (folder.clone(), aside.clone());
        let emit: Emit = Arc::new(move |event| {
            if matches!(event, Event::Saved { .. }) && count.fetch_add(1, Ordering::SeqCst) + 1 == at {
                let receipt = Store::new(&from).list().remove(0).path;
                std::fs::create_dir(&to).unwrap();
                std::fs::rename(&receipt, to.join(receipt.file_name().unwrap())).unwrap();
                std::fs::create_dir(&receipt).unwrap();
            }
        });
        let error = journey.engine(None, emit, Stop::default()).run(plan).await.unwrap_err();
        assert!(matches!(error, ApplyError::NotSaved { .. }), "{error}");
        assert!(error.to_string().contains("nothing more was changed"), "{error}");
        let receipt = *Store::new(&aside).list().remove(0).receipt.unwrap();
        for path in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() && path != aside {
                std::fs::remove_dir(path).unwrap();
            }
        }
        let what = format!("receipt lost after save {at}");
        undo_restores(&journey, receipt, &ends, &what).await;
    }
}
