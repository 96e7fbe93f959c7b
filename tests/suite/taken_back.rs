//! Undo says no more than it saw, protects what is still used, and can always go on; a run builds on
//! nothing that is there no more.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use rds_proxy_wizard::apply::{ApplyError, Emit, End, Outcome, Receipt, RunState, StepState, Stop, Store};
use rds_proxy_wizard::cloud::watched::{Call, Watch, Watched};
use rds_proxy_wizard::cloud::{Clock, CloudError, CloudResult, ErrorKind};
use rds_proxy_wizard::domain::choices::{Choices, SecretSource};
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::plan::Undone;

use super::flow::{Journey, choices};

fn silent() -> Emit {
    Arc::new(|_| ())
}

fn moved_with_alias() -> Choices {
    let mut choices = choices("orders-prod", "orders-mailer", AuthMode::StandardIam);
    choices.access.publish_to_alias = Some("live".into());
    choices
}

async fn undo(journey: &Journey, receipt: Receipt) -> Outcome {
    journey.engine(None, silent(), Stop::default()).undo(receipt).await.unwrap()
}

/// From the n-th write on nothing works, because the session has ended.
struct Expires {
    at: usize,
    writes: AtomicUsize,
    refused: AtomicUsize,
}

impl Watch for Expires {
    fn before(&self, call: Call<'_>) -> CloudResult<()> {
        if call.writes && self.writes.load(Ordering::SeqCst) < self.at {
            self.writes.fetch_add(1, Ordering::SeqCst);
        }
        if self.writes.load(Ordering::SeqCst) < self.at {
            return Ok(());
        }
        self.refused.fetch_add(1, Ordering::SeqCst);
        let message = "The security token included in the request is expired";
        Err(CloudError::new(ErrorKind::Expired, call.operation, message).with_code("ExpiredToken"))
    }
}

fn expires(at: usize) -> Arc<Expires> {
    Arc::new(Expires { at, writes: AtomicUsize::new(0), refused: AtomicUsize::new(0) })
}

#[tokio::test]
async fn an_undo_whose_session_ends_stops_at_once_and_goes_on_by_every_door() {
    for at in 1.. {
        let journey = Journey::new("default", moved_with_alias());
        let start = journey.practice.snapshot();
        let applied = journey.apply().await;
        let expiring = expires(at);
        let writer = Arc::new(Watched::new(journey.practice.clone(), expiring.clone()));
        let mut engine = journey.engine(Some(writer), silent(), Stop::default());
        engine.connection.sign_in = Some("aws sso login --profile acme".into());
        let outcome = engine.undo(applied.receipt).await.unwrap();
        if expiring.refused.load(Ordering::SeqCst) == 0 {
            assert!(at > 8, "{at}");
            break;
        }
        assert_eq!(outcome.end, End::SignedOut, "write {at}");
        // Steps that were under way side by side are refused as well, and no other is begun.
        assert!((1..=4).contains(&expiring.refused.load(Ordering::SeqCst)), "write {at}: it stops at once");
        let error = outcome.receipt.steps.iter().find_map(|entry| entry.error.as_ref()).unwrap();
        assert!(error.message.english().contains("aws sso login --profile acme"), "{error}");

        let account = journey.connection().account;
        let store = journey.store();
        assert_eq!(store.open_runs(&account).len(), 1, "write {at}");
        let (_, found) = store.last_of(&account, Some(outcome.receipt.name())).unwrap();
        assert_eq!(found.state, RunState::Undoing, "write {at}");
        assert!(matches!(
            journey.engine(None, silent(), Stop::default()).resume(found.clone()).await,
            Err(ApplyError::Undoing)
        ));
        let again = undo(&journey, found).await;
        assert_eq!(again.end, End::Finished, "write {at}: {:#?}", again.receipt.leftovers);
        assert_eq!(journey.practice.snapshot(), start, "write {at}");
        assert!(store.open_runs(&account).is_empty());
    }
}

#[tokio::test]
async fn a_run_whose_session_ends_begins_nothing_more_and_is_resumed() {
    for at in [1, 3, 6, 9] {
        let journey = Journey::new("default", moved_with_alias());
        let plan = journey.plan().await;
        let writer = Arc::new(Watched::new(journey.practice.clone(), expires(at)));
        let outcome = journey.engine(Some(writer), silent(), Stop::default()).run(plan).await.unwrap();
        assert_eq!(outcome.end, End::SignedOut, "write {at}");
        assert!(outcome.receipt.is_open());
        let again = journey.engine(None, silent(), Stop::default()).resume(outcome.receipt).await.unwrap();
        assert_eq!(again.end, End::Finished, "write {at}");
    }
}

/// Ids of steps whose undo did not take anything away.
fn kept(receipt: &Receipt) -> BTreeSet<&str> {
    let entries = receipt.steps.iter().filter(|entry| entry.touched && !entry.is_taken_back());
    entries.map(|entry| entry.step.0.as_str()).collect()
}

const USED_BY_THE_PROXY: [&str; 5] =
    ["create-proxy", "create-role", "create-secret", "put-proxy-policy", "create-proxy-group"];

#[tokio::test]
async fn a_proxy_whose_tags_may_not_be_read_is_not_somebody_elses_and_keeps_what_it_uses() {
    let journey = Journey::new("default", moved_with_alias());
    let start = journey.practice.snapshot();
    let mut receipt = journey.apply().await.receipt;
    let name = receipt.name().to_owned();
    let tags = |value: Option<_>| {
        journey.practice.tamper(|state| {
            for record in state.proxies.iter_mut().filter(|record| record.proxy.name == name) {
                record.proxy.tags.clone_from(&value);
            }
        });
    };
    let known = journey.practice.state().proxies.iter().find(|there| there.proxy.name == name).unwrap().clone();
    tags(None);
    // As a kill between the call and its answer leaves it.
    let entry = receipt.steps.iter_mut().find(|entry| entry.step.0 == "create-proxy").unwrap();
    (entry.done, entry.state) = (None, StepState::Begun);
    let outcome = undo(&journey, receipt).await;
    assert_eq!((outcome.end, outcome.receipt.state), (End::Failed, RunState::Undoing));
    let stays = kept(&outcome.receipt);
    for step in USED_BY_THE_PROXY {
        assert!(stays.contains(step), "`{step}` is gone, and the proxy uses it: {stays:?}");
    }
    assert!(stays.iter().any(|step| step.starts_with("authorize-proxy-")), "{stays:?}");
    let error = outcome.receipt.entry(&"create-proxy".into()).unwrap().error.as_ref().unwrap();
    assert_eq!((error.kind, error.operation.as_str()), (ErrorKind::Denied, "rds:ListTagsForResource"));
    assert!(journey.practice.state().proxies.iter().any(|there| there.proxy.name == name));

    tags(known.proxy.tags);
    let outcome = undo(&journey, outcome.receipt).await;
    assert_eq!(outcome.end, End::Finished, "{:#?}", outcome.receipt.leftovers);
    assert_eq!(journey.practice.snapshot(), start);
}

#[tokio::test]
async fn a_proxy_that_somebody_made_anew_keeps_what_it_uses() {
    let journey = Journey::new("default", moved_with_alias());
    let receipt = journey.apply().await.receipt;
    journey.practice.tamper(|state| {
        for record in state.proxies.iter_mut().filter(|record| record.proxy.name == receipt.name()) {
            record.proxy.arn.push_str("ffff");
            record.proxy.tags = Some(Default::default());
        }
    });
    let outcome = undo(&journey, receipt).await;
    assert_eq!(outcome.end, End::Failed);
    let stays = kept(&outcome.receipt);
    for step in USED_BY_THE_PROXY {
        assert!(stays.contains(step), "`{step}` is gone, and the proxy uses it: {stays:?}");
    }
    let entry = outcome.receipt.entry(&"create-proxy".into()).unwrap();
    assert!(matches!(entry.undone, Some(Undone::Kept { in_use: true, .. })), "{entry:?}");
    assert!(outcome.receipt.is_open(), "what is left is still offered");
}

#[tokio::test]
async fn what_was_already_so_and_is_gone_ends_the_run_before_anything_is_built_on_it() {
    let mut choices = choices("billing-pg", "billing-pdf", AuthMode::StandardIam);
    choices.secret.source = SecretSource::Reuse;
    choices.secret.name = Some("billing/billing_app".into());
    choices.secret.user = Some("billing_app".into());
    choices.proxy.name = Some("billing-pdf-proxy".into());
    let journey = Journey::new("default", choices);
    let plan = journey.plan().await;
    let deleted = |is: bool| {
        journey.practice.tamper(|state| {
            for record in state.secrets.iter_mut().filter(|record| record.secret.name == "billing/billing_app") {
                record.secret.deleted = is;
            }
        });
    };
    deleted(true);
    let outcome = journey.engine(None, silent(), Stop::default()).run(plan).await.unwrap();
    assert_eq!(outcome.end, End::Failed);
    let error = outcome.receipt.entry(&"create-secret".into()).unwrap().error.as_ref().unwrap();
    assert_eq!(error.kind, ErrorKind::Changed);
    assert!(!journey.practice.state().proxies.iter().any(|there| there.proxy.name == "billing-pdf-proxy"));

    deleted(false);
    let again = journey.engine(None, silent(), Stop::default()).resume(outcome.receipt).await.unwrap();
    assert_eq!(again.end, End::Finished);
}

#[tokio::test]
async fn what_was_done_and_is_gone_is_made_again_by_resume() {
    let journey = Journey::new("default", moved_with_alias());
    let plan = journey.plan().await;
    let stop = Stop::default();
    let asked = stop.clone();
    let emit: Emit = Arc::new(move |event| {
        if matches!(&event, rds_proxy_wizard::apply::Event::StepDone { step, .. } if step.0 == "create-role") {
            asked.ask(rds_proxy_wizard::apply::StopAt::AfterStep);
        }
    });
    let outcome = journey.engine(None, emit, stop).run(plan).await.unwrap();
    assert_eq!(outcome.end, End::Stopped);
    let role = outcome.receipt.plan.setup().unwrap().role.name.clone();
    journey.practice.tamper(|state| state.roles.retain(|record| record.role.name != role));
    let again = journey.engine(None, silent(), Stop::default()).resume(outcome.receipt).await.unwrap();
    assert_eq!(again.end, End::Finished);
    assert!(journey.practice.state().roles.iter().any(|record| record.role.name == role));
}

/// The wall clock jumps by two hours at every pause, as after a night with the lid closed.
struct Jumping {
    inner: Arc<dyn Clock>,
    jumped: AtomicU64,
}

#[async_trait]
impl Clock for Jumping {
    fn now(&self) -> u64 {
        self.inner.now() + self.jumped.load(Ordering::SeqCst)
    }

    fn monotonic(&self) -> Duration {
        self.inner.monotonic()
    }

    async fn sleep(&self, pause: Duration) {
        self.jumped.fetch_add(7200, Ordering::SeqCst);
        self.inner.sleep(pause).await;
    }
}

#[tokio::test]
async fn a_wall_clock_that_jumps_ends_no_wait() {
    let journey = Journey::new("default", moved_with_alias());
    let plan = journey.plan().await;
    let mut engine = journey.engine(None, silent(), Stop::default());
    engine.connection.clock = Arc::new(Jumping { inner: engine.connection.clock.clone(), jumped: AtomicU64::new(0) });
    let outcome = engine.run(plan).await.unwrap();
    let errors: Vec<_> = outcome.receipt.steps.iter().filter_map(|entry| entry.error.as_ref()).collect();
    assert_eq!(outcome.end, End::Finished, "{errors:#?}");
    assert_eq!(engine.undo(outcome.receipt).await.unwrap().end, End::Finished);
}

#[tokio::test]
async fn a_target_that_never_works_is_made_and_not_called_done() {
    let journey = Journey::new("stuck-target", choices("crm", "billing-pdf", AuthMode::StandardIam));
    let outcome = journey.apply().await;
    assert_eq!((outcome.end, outcome.receipt.state), (End::NotWorking, RunState::Finished));
    let receipt = Store::load(&outcome.path).unwrap();
    let (step, unsettled) = receipt.unsettled().next().unwrap();
    assert_eq!(step.id.0, "register-target");
    assert!(!unsettled.state.is_empty());
    assert_eq!(undo(&journey, outcome.receipt).await.end, End::Finished);
}

/// Receipts of earlier versions: called undone, with something left.
#[tokio::test]
async fn a_run_that_an_earlier_version_called_undone_is_open_while_something_is_left() {
    let journey = Journey::new("default", moved_with_alias());
    let start = journey.practice.snapshot();
    let mut receipt = journey.apply().await.receipt;
    receipt.state = RunState::Undone;
    receipt.steps.iter_mut().find(|entry| entry.step.0 == "update-function").unwrap().state = StepState::Undone;
    let path = journey.store().save(&receipt).unwrap();
    let account = journey.connection().account;
    assert_eq!(journey.store().open_runs(&account).len(), 1);
    assert!(journey.store().last_of(&account, None).is_some());
    let mut receipt = Store::load(&path).unwrap();
    receipt.steps.iter_mut().find(|entry| entry.step.0 == "update-function").unwrap().state = StepState::Done;
    assert_eq!(undo(&journey, receipt).await.end, End::Finished);
    assert_eq!(journey.practice.snapshot(), start);
}

#[tokio::test]
async fn variables_that_their_key_hides_are_not_called_taken_back() {
    let journey = Journey::new("default", moved_with_alias());
    let receipt = journey.apply().await.receipt;
    let hidden = |why: Option<&str>| {
        journey.practice.tamper(|state| {
            for record in state.functions.iter_mut().filter(|record| record.function.name == "orders-mailer") {
                record.function.environment_unreadable = why.map(str::to_owned);
            }
        });
    };
    hidden(Some("Lambda was unable to decrypt the environment variables: KMS access was denied"));
    let outcome = undo(&journey, receipt).await;
    assert_eq!(outcome.end, End::Failed);
    let stays = kept(&outcome.receipt);
    assert!(stays.contains("update-function"), "{stays:?}");
    assert!(stays.contains("create-proxy"), "the function may still point at it: {stays:?}");
    hidden(None);
    assert_eq!(undo(&journey, outcome.receipt).await.end, End::Finished);
}
