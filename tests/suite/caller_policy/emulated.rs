//! The same through the real SDK, on an emulator that enforces IAM: a user who may read and create sets
//! up, is interrupted, goes on and validates, and one who may read and undo takes it back, in every mode
//! and flow.
//!
//! What ministack cannot judge is left to the guard on the practice account: it enforces no
//! `iam:PassRole` and no action that AWS checks beside another, and for `rds`, alarms and the simulator
//! it does not find out which resource is meant.

use std::sync::Arc;
use std::time::Duration;

use rds_proxy_wizard::apply::{End, Engine, Event, Stop, StopAt, Store, Typed};
use rds_proxy_wizard::aws::Aws;
use rds_proxy_wizard::cloud::{Connection, NewSecret};
use rds_proxy_wizard::design::{design, names};
use rds_proxy_wizard::discover::{self, Existing, observe_proxy};
use rds_proxy_wizard::domain::Tags;
use rds_proxy_wizard::domain::account::Account;
use rds_proxy_wizard::domain::choices::{Choices, SecretSource};
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::domain::policy::Document;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::plan::preflight::{asked, preflight};
use rds_proxy_wizard::plan::{Plan, build};
use secrecy::SecretString;

use super::{CREATE, UNDO, VALIDATE, allowed};
use crate::between::Between;
use crate::emulated::Hasty;
use crate::read_only::emulated::{MISNAMED, as_ministack_reads, user};
use crate::seed::{World, seed};
use crate::services::service;

fn planned(observed: &Observed, choices: &Choices) -> Plan {
    let setup = design(choices, observed).unwrap_or_else(|problems| panic!("{problems:#?}"));
    build(observed, &setup).unwrap_or_else(|conflicts| panic!("{conflicts:#?}"))
}

/// What was denied, but for what ministack guards by the permission of another action.
fn unread(observed: &Observed) -> Vec<String> {
    let misnamed = |why: &String| MISNAMED.iter().any(|(_, asked)| why.contains(asked));
    observed
        .unreadable()
        .iter()
        .filter(|why| why.denied)
        .map(|why| format!("{} {}", why.operation, why.because))
        .filter(|why| !misnamed(why))
        .collect()
}

/// ministack hands these keys to no condition; that the statements have them is checked beside.
fn without_what_it_does_not_know(mut policy: Document) -> Document {
    for statement in &mut policy.statement {
        statement.condition.retain(|_, keys| !keys.contains_key("iam:PolicyARN"));
    }
    // It judges the deletion of a version by the ARN of the function.
    for statement in policy.statement.iter_mut().filter(|statement| statement.has_action("lambda:DeleteFunction")) {
        let whole: Vec<String> =
            statement.resource.iter().filter_map(|arn| Some(arn.strip_suffix(":*")?.to_owned())).collect();
        statement.resource.0.extend(whole);
    }
    policy
        .statement
        .retain(|statement| !statement.condition.values().any(|keys| keys.contains_key("secretsmanager:SecretId")));
    policy
}

async fn there_and_back_as_a_guest(world: World, upstream: &str, mut choices: Choices) {
    choices.secret.user = Some("orders_app".into());
    choices.access.database_name = Some("orders".into());
    choices.proxy.name = Some(format!("p-{}", world.seeded.mark));
    let root = &world.connection;
    // The policy names who asks what he may.
    let name = format!("guest-{}", world.seeded.mark);
    let principal = root.account.global_arn("iam", &format!("user/{name}"));
    let account = Account { principal, ..root.account.clone() };
    let seen = discover::observe(root.reader(), &account, &choices).await;
    let plan = planned(&seen, &choices);
    let between = Between::start(upstream, Duration::ZERO, Vec::new()).await;
    let allowed_to = async |name: &str, file: &str| {
        let policy = allowed(plan.setup().unwrap(), &[VALIDATE, file]);
        let policy = as_ministack_reads(&without_what_it_does_not_know(policy));
        let guest: Aws = user(&world, upstream, &between.url, name, &policy).await;
        let clock = Arc::new(Hasty::default());
        Connection { writer: Arc::new(guest), account: account.clone(), clock, ..root.clone() }
    };
    let connection = allowed_to(&name, CREATE).await;
    let undoer = allowed_to(&format!("undoer-{}", world.seeded.mark), UNDO).await;

    let folder = tempfile::tempdir().unwrap();
    let engine = |connection: &Connection, stop: Stop| Engine {
        connection: connection.clone(),
        store: Store::new(folder.path()),
        emit: Arc::new(|_: Event| ()),
        stop,
        password: Typed::default(),
    };
    let observe = async || {
        let observed = discover::observe(connection.reader(), &connection.account, &choices).await;
        assert_eq!(unread(&observed), [""; 0]);
        observed
    };
    assert_eq!(discover::pickers(connection.reader()).await.unreadable, []);
    for _ in 0..2 {
        let mut observed = observe().await;
        let plan = planned(&observed, &choices);
        observed.permissions = discover::permissions(connection.reader(), &asked(&plan)).await;
        assert_eq!(observed.permissions.unreadable(), None);
        preflight(&observed, plan.setup().unwrap(), &plan);

        let interrupted = Stop::default();
        interrupted.ask(StopAt::AfterStep);
        let stopped = engine(&connection, interrupted).run(plan).await.unwrap();
        let done = engine(&connection, Stop::default()).resume(stopped.receipt).await.unwrap();
        assert_eq!(done.end, End::Finished, "{:#?}", done.receipt.steps);
        assert!(planned(&observe().await, &choices).is_empty());

        let existing = Existing {
            proxy: names::proxy(&choices),
            function: Some(choices.function.parse().unwrap()),
            read_secrets: false,
        };
        let clock = connection.clock.as_ref();
        let validated = observe_proxy(connection.reader(), clock, &connection.account, &existing).await;
        assert_eq!(unread(&validated), [""; 0]);

        let undone = engine(&undoer, Stop::default()).undo(done.receipt).await.unwrap();
        assert_eq!(undone.end, End::Finished, "{:#?}", undone.receipt);
    }
}

async fn enforced() -> Option<(World, String)> {
    let upstream = service("RPW_MINISTACK_AUTH_URL")?;
    Some((seed(&upstream).await, upstream))
}

fn choices(database: &str, function: &str, auth_mode: AuthMode) -> Choices {
    Choices { database: database.into(), function: function.into(), auth_mode, ..Choices::default() }
}

#[tokio::test]
async fn standard_iam_in_the_vpc() {
    let Some((world, upstream)) = enforced().await else { return };
    let choices = choices(&world.seeded.mysql, &world.seeded.function_in_vpc, AuthMode::StandardIam);
    there_and_back_as_a_guest(world, &upstream, choices).await;
}

#[tokio::test]
async fn a_password_outside_the_vpc() {
    let Some((world, upstream)) = enforced().await else { return };
    let choices = choices(&world.seeded.postgres, &world.seeded.function_outside, AuthMode::Password);
    there_and_back_as_a_guest(world, &upstream, choices).await;
}

#[tokio::test]
async fn a_cluster_end_to_end() {
    let Some((world, upstream)) = enforced().await else { return };
    let choices = choices(&world.seeded.cluster, &world.seeded.function_in_vpc, AuthMode::EndToEndIam);
    there_and_back_as_a_guest(world, &upstream, choices).await;
}

#[tokio::test]
async fn a_key_of_the_customer() {
    let Some((world, upstream)) = enforced().await else { return };
    let mut choices = choices(&world.seeded.mysql, &world.seeded.function_outside, AuthMode::StandardIam);
    // By its ARN: ministack takes an alias for another resource than its key.
    let key = world.connection.writer.kms_key(&world.seeded.key_alias).await.unwrap().unwrap();
    choices.secret.kms_key = Some(key.arn);
    there_and_back_as_a_guest(world, &upstream, choices).await;
}

#[tokio::test]
async fn a_published_alias() {
    let Some(upstream) = service("RPW_MINISTACK_AUTH_URL") else { return };
    for mode in AuthMode::ALL {
        let world = seed(&upstream).await;
        let mut choices = choices(&world.seeded.mysql, &world.seeded.function_outside, mode);
        choices.access.publish_to_alias = Some("live".into());
        there_and_back_as_a_guest(world, &upstream, choices).await;
    }
}

#[tokio::test]
async fn a_secret_that_is_there() {
    let Some((world, upstream)) = enforced().await else { return };
    let mut choices = choices(&world.seeded.mysql, &world.seeded.function_in_vpc, AuthMode::StandardIam);
    choices.secret.source = SecretSource::Reuse;
    choices.secret.name = Some(format!("there-{}", world.seeded.mark));
    let secret = NewSecret {
        name: choices.secret.name.clone().unwrap(),
        description: "made by a test".into(),
        kms_key_id: None,
        value: SecretString::from(r#"{"username":"orders_app","password":"planted-password"}"#),
        tags: Tags::new(),
        token: format!("there-{:0>32}", world.seeded.mark),
    };
    world.connection.writer.create_secret(secret).await.unwrap();
    there_and_back_as_a_guest(world, &upstream, choices).await;
}
