//! The whole job through the real SDK: observe, design, plan, apply, observe again, undo, on
//! ministack. What it cannot show (times, health, propagation) is `flow`'s business. moto puts
//! every function into a VPC that does not exist, so a setup cannot be recognised there.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use async_trait::async_trait;
use rds_proxy_wizard::apply::{End, Engine, Event, Outcome, Stop, Store, Typed};
use rds_proxy_wizard::cloud::{Clock, Connection};
use rds_proxy_wizard::design::design;
use rds_proxy_wizard::discover::observe;
use rds_proxy_wizard::domain::choices::{Choices, SecretChoice};
use rds_proxy_wizard::domain::observed::{Observed, Part, Unreadable};
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::plan::{Plan, build};
use std::sync::atomic::{AtomicU64, Ordering};

use super::seed::{PLANTED, World, seed};
use super::services::service;

/// Emulators are ready at once: a pause of minutes passes in a moment.
#[derive(Default)]
pub struct Hasty {
    skipped: AtomicU64,
}

#[async_trait]
impl Clock for Hasty {
    fn now(&self) -> u64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        now + self.skipped.load(Ordering::Relaxed)
    }

    async fn sleep(&self, pause: Duration) {
        self.skipped.fetch_add(pause.as_secs(), Ordering::Relaxed);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

pub async fn look(connection: &Connection, choices: &Choices) -> Observed {
    observe(connection.reader(), &connection.account, choices).await
}

/// Everything was read that ministack knows: blue/green deployments it does not.
pub fn assert_read(observed: &Observed) {
    let is_known = |part: &Unreadable| part.operation != "rds:DescribeBlueGreenDeployments";
    let unread: Vec<_> = observed.unreadable().into_iter().filter(|part| is_known(part)).collect();
    assert!(unread.is_empty(), "{unread:#?}");
}

pub fn planned(observed: &Observed, choices: &Choices) -> Plan {
    let setup = design(choices, observed).unwrap_or_else(|problems| panic!("{problems:#?}"));
    build(observed, &setup).unwrap_or_else(|conflicts| panic!("{conflicts:#?}"))
}

fn finished(outcome: &Outcome) {
    assert_eq!(outcome.end, End::Finished, "{:#?}", outcome.receipt);
}

/// As it was, but for what AWS keeps after an undo.
fn comparable(mut observed: Observed) -> serde_json::Value {
    if let Part::Present(function) = &mut observed.function {
        function.revision_id = None;
    }
    observed.deleted_secrets.clear();
    serde_json::to_value(observed).unwrap()
}

async fn there_and_back(world: World, mut choices: Choices) {
    let folder = tempfile::tempdir().unwrap();
    let connection = Connection { clock: Arc::new(Hasty::default()), ..world.connection };
    choices.secret.user = Some("orders_app".into());
    choices.access.database_name = Some("orders".into());
    choices.proxy.name = Some(format!("p-{}", world.seeded.mark));
    let engine = Engine {
        connection: connection.clone(),
        store: Store::new(folder.path()),
        emit: Arc::new(|event: Event| assert!(!format!("{event:?}").contains(PLANTED))),
        stop: Stop::default(),
        password: Typed::default(),
    };

    let before = look(&connection, &choices).await;
    assert_read(&before);
    let outcome = engine.run(planned(&before, &choices)).await.unwrap();
    finished(&outcome);
    let receipt = std::fs::read_to_string(&outcome.path).unwrap();
    assert!(!receipt.contains(PLANTED));

    let after = look(&connection, &choices).await;
    let proxy = after.proxy.present().unwrap();
    assert_eq!((proxy.auth_mode(), proxy.status.as_str()), (choices.auth_mode, "available"));
    let again = planned(&after, &choices);
    let open: Vec<_> = again.changes().map(|step| again.describe(step)).collect();
    assert!(again.is_empty(), "applying again would change: {open:#?}");

    finished(&engine.undo(outcome.receipt).await.unwrap());
    let now = comparable(look(&connection, &choices).await);
    for (part, was) in comparable(before).as_object().unwrap() {
        assert_eq!(now.get(part), Some(was), "`{part}` is not as it was");
    }
}

/// ministack, where its address is known.
async fn ministack() -> Option<World> {
    Some(seed(&service("RPW_MINISTACK_URL")?).await)
}

pub fn choices(database: &str, function: &str, auth_mode: AuthMode) -> Choices {
    Choices { database: database.into(), function: function.into(), auth_mode, ..Choices::default() }
}

#[tokio::test]
async fn mysql_with_standard_iam_for_a_function_in_the_vpc() {
    let Some(world) = ministack().await else { return };
    let choices = choices(&world.seeded.mysql, &world.seeded.function_in_vpc, AuthMode::StandardIam);
    there_and_back(world, choices).await;
}

#[tokio::test]
async fn postgresql_with_a_password_for_a_function_outside() {
    let Some(world) = ministack().await else { return };
    let choices = choices(&world.seeded.postgres, &world.seeded.function_outside, AuthMode::Password);
    there_and_back(world, choices).await;
}

#[tokio::test]
async fn a_cluster_with_end_to_end_iam() {
    let Some(world) = ministack().await else { return };
    let choices = choices(&world.seeded.cluster, &world.seeded.function_in_vpc, AuthMode::EndToEndIam);
    there_and_back(world, choices).await;
}

#[tokio::test]
async fn a_key_of_the_customer() {
    let Some(world) = ministack().await else { return };
    let mut choices = choices(&world.seeded.mysql, &world.seeded.function_outside, AuthMode::StandardIam);
    choices.secret = SecretChoice { kms_key: Some(world.seeded.key_alias.clone()), ..SecretChoice::default() };
    there_and_back(world, choices).await;
}
