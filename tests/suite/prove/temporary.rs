//! A probe is made, asked and gone: after success, after a fault at every write, and after a death there.

use std::sync::Arc;

use crate::failing::{Failing, Fault};
use rds_proxy_wizard::apply::{End, Engine, Receipt, RunState, Stop, Store, Typed};
use rds_proxy_wizard::cloud::Connection;
use rds_proxy_wizard::discover::{Existing, Invoked, observe_proxy};
use rds_proxy_wizard::domain::observed::{Observed, Part};
use rds_proxy_wizard::plan::{self, Aim, Plan};
use rds_proxy_wizard::probe::inside::{LogInWith, SOURCE};
use rds_proxy_wizard::probe::{ProbeTarget, Protocol, StageVerdict};
use rds_proxy_wizard::prove;

use crate::emulated::Hasty;
use crate::flow::{Heard, Journey};
use crate::seed::seed;
use crate::services::service;

async fn journey() -> (Journey, Plan) {
    let journey = Journey::new("all-well", Default::default());
    let connection = journey.connection();
    let function = Some(Invoked { name: "orders-checkout".into(), qualifier: None });
    let existing = Existing { proxy: "orders-proxy".into(), function, read_secrets: false };
    let observed = observe_proxy(connection.reader(), connection.clock.as_ref(), &connection.account, &existing).await;
    let plan = plan::probe(&observed, &prove::probe_name(1), SOURCE).unwrap();
    (journey, plan)
}

#[tokio::test]
async fn a_finished_run_is_open_until_it_is_taken_back() {
    let (journey, plan) = journey().await;
    let start = journey.practice.snapshot();
    let engine = journey.engine(None, Heard::default().emit(), Stop::default());
    let made = engine.run(plan).await.unwrap();
    assert_eq!((made.end, made.receipt.state), (End::Finished, RunState::Finished));
    assert!(made.receipt.is_open(), "the next start must find it");
    assert_eq!(journey.store().open_runs(made.receipt.account()).len(), 1);
    let gone = engine.resume(made.receipt).await.unwrap();
    assert_eq!((gone.end, gone.receipt.state), (End::Finished, RunState::Undone));
    assert!(!gone.receipt.is_open());
    assert_eq!(journey.practice.snapshot(), start);
}

#[tokio::test]
async fn whatever_happens_at_whichever_write_nothing_is_left() {
    for fault in [Fault::Refused, Fault::DiesBefore, Fault::DiesAfter] {
        for at in 1..=2 {
            for resumed in [false, true] {
                let (journey, plan) = journey().await;
                let start = journey.practice.snapshot();
                let (writer, failing) = Failing::wrap(journey.practice.clone(), fault, at);
                let made =
                    journey.engine(Some(writer), Heard::default().emit(), Stop::default()).run(plan).await.unwrap();
                assert!(failing.has_struck());
                let receipt: Receipt = Store::load(&made.path).unwrap();
                assert!(receipt.is_open(), "{fault:?} at {at}");
                let engine = journey.engine(None, Heard::default().emit(), Stop::default());
                let gone = if resumed { engine.resume(receipt).await } else { engine.undo(receipt).await }.unwrap();
                assert_eq!(gone.end, End::Finished, "{fault:?} at {at}: {:#?}", gone.receipt.leftovers);
                assert_eq!(journey.practice.snapshot(), start, "{fault:?} at {at}");
            }
        }
    }
}

/// ministack runs the program for real, against the real databases.
#[tokio::test]
async fn it_connects_from_an_emulated_function_and_is_gone_after() {
    let (Some(url), Some(mysql)) = (service("RPW_MINISTACK_URL"), service("RPW_TEST_MYSQL")) else { return };
    let world = seed(&url).await;
    let secret = aws_sdk_secretsmanager::Client::new(&world.config)
        .create_secret()
        .name(format!("probe-{}", world.seeded.mark))
        .secret_string(format!(r#"{{"username":"pass_user","password":"{}"}}"#, service("RPW_TEST_PASSWORD").unwrap()))
        .send()
        .await
        .unwrap();
    let connection = Connection { clock: Arc::new(Hasty::default()), ..world.connection };
    let mut observed = Observed::nothing(connection.account.clone());
    let function = connection.reader().function(&world.seeded.function_in_vpc).await.unwrap().unwrap();
    observed.function = Part::Present(function);
    let name = prove::probe_name(2);
    let mut plan = plan::probe(&observed, &name, SOURCE).unwrap();
    let Aim::Probe(found) = &mut plan.aim else { panic!("{:?}", plan.aim) };
    found.proxy = "orders".into();
    let folder = tempfile::tempdir().unwrap();
    let engine = Engine {
        connection: connection.clone(),
        store: Store::new(folder.path()),
        emit: Heard::default().emit(),
        stop: Stop::default(),
        password: Typed::default(),
    };
    let made = engine.run(plan).await.unwrap();
    assert_eq!(made.end, End::Finished, "{:#?}", made.receipt.steps);

    let (host, port) = mysql.split_once(':').unwrap();
    let target = ProbeTarget::new(host, port.parse().unwrap(), Protocol::Mysql, "pass_user", "orders").unwrap();
    let target = target.in_region(Some("us-east-1".into()));
    let ca = std::fs::read_to_string(service("RPW_TEST_CA").unwrap()).unwrap();
    let login = LogInWith::Secret(secret.arn.unwrap());
    let attempt = prove::through(connection.writer.as_ref(), &name, &target, &login, Some(&ca)).await.unwrap();
    assert_eq!(attempt.verdict, StageVerdict::Passed, "{attempt:#?}");

    let gone = engine.undo(made.receipt).await.unwrap();
    assert_eq!(gone.end, End::Finished, "{:#?}", gone.receipt.leftovers);
    let reader = connection.reader();
    assert!(reader.function(&name).await.unwrap().is_none());
    assert!(reader.log_group(&format!("/aws/lambda/{name}")).await.unwrap().is_none());
}
