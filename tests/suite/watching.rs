//! What watches a proxy: `monitor` and `advise` as a person runs them, and the steps that set alarms and
//! keep logs, each failing once.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::process::Command;
use std::sync::Arc;

use crate::failing::{Failing, Fault};
use rds_proxy_wizard::apply::{End, Stop, Store};
use rds_proxy_wizard::cloud::{Reader as _, Writer as _};
use rds_proxy_wizard::design::alarms::{AlarmKind, alarm};
use rds_proxy_wizard::discover::{Existing, observe_proxy};
use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::plan::{self, Plan, Wish};
use rds_proxy_wizard::rules::check_all;

use crate::cli::home::{Home, Running};
use crate::flow::Journey;
use crate::services::service;

const PROXY: &str = "orders-proxy";
const LOG: &str = "/aws/rds/proxy/orders-proxy";

fn monitor(scenario: &str, options: &str) -> String {
    Home::new()
        .run(&format!("monitor --practice={scenario} --practice-speed 0 --proxy {PROXY} {options}"))
        .ends(0)
        .stdout
}

#[test]
fn a_monitor_is_shown_whole() {
    insta::assert_snapshot!(monitor("broken-pinning", "--function orders-checkout"));
}

#[test]
fn each_broken_scenario_shows_what_its_description_says() {
    for (scenario, title) in [
        ("all-well", "All quiet for 3 h"),
        ("broken-pinning", "11 connections are pinned"),
        ("broken-unused", "No client came in 3 h"),
        ("broken-no-targets", "The database is out of reach"),
        ("broken-waiting", "The database is out of reach"),
        ("broken-closed-door", "The database is out of reach"),
        ("broken-old-host", "No client came in 3 h"),
    ] {
        let shown = monitor(scenario, "");
        assert_eq!(shown.lines().next(), Some(title), "{scenario}: {shown}");
    }
}

#[test]
fn a_monitor_in_json_is_one_document_with_every_series() {
    let read: serde_json::Value = serde_json::from_str(&monitor("broken-pinning", "--since 1d --format json")).unwrap();
    assert_eq!((&read["schema"], &read["since"]), (&"rds-proxy-wizard/monitor/v1".into(), &86_400.into()));
    let incident = &read["incidents"][0];
    assert_eq!(
        (&incident["kind"], &incident["lasts"], &incident["worst"]),
        (&"pinned".into(), &true.into(), &11.0.into())
    );
    let clients = read["series"].as_array().unwrap().iter().find(|series| series["id"] == "clients").unwrap();
    assert_eq!(clients["points"].as_array().unwrap().len(), 1440);
    assert_eq!(read["suggested_alarms"].as_array().unwrap().len(), 5);
}

#[test]
fn topics_are_listed_when_they_are_asked_for() {
    let text = monitor("all-well", "--topics");
    assert!(text.contains("Topics that an alarm can tell:\n") && text.contains(":ops-alerts"), "{text}");
    let json: serde_json::Value = serde_json::from_str(&monitor("all-well", "--topics --format json")).unwrap();
    assert_eq!(json["topics"]["present"].as_array().unwrap().len(), 3);
    assert!(!monitor("all-well", "").contains("Topics"));
}

#[test]
fn what_monitor_and_load_read_is_in_the_policy_that_is_asked_for() {
    let policy = |options: &str| {
        Home::new().run(&format!("read-policy --practice=all-well --practice-speed 0 {options}")).ends(0).stdout
    };
    for action in [
        "cloudwatch:DescribeAlarmHistory",
        "sns:ListTopics",
        "xray:BatchGetTraces",
        "xray:GetTraceSummaries",
        "lambda:GetAccountSettings",
    ] {
        assert!(policy("--watch").contains(&format!("\"{action}\"")), "{action}");
        assert!(!policy("").contains(action), "validate reads no {action}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_followed_ends_when_it_is_interrupted() {
    let home = Home::new();
    let line = "monitor --practice=all-well --practice-speed 1 --proxy orders-proxy --follow --format json";
    let mut run = Running::start(&home, line);
    run.until(&["rds-proxy-wizard/monitor/v1"]);
    run.interrupt();
    assert_eq!(run.status(), 0);
}

#[test]
fn what_cannot_be_monitored_is_said() {
    let home = Home::new();
    let run = |options: &str| home.run(&format!("monitor --practice --practice-speed 0 {options}"));
    assert!(run("--proxy nobody").ends(2).stderr.contains("nobody"));
    for span in ["9m", "16d", "3x", ""] {
        run(&format!("--proxy auth-proxy --since={span}")).ends(2);
    }
    let expired = home.run("monitor --practice=expired --practice-speed 0 --proxy orders-proxy");
    assert_eq!(expired.status, 3, "{expired:#?}");
}

#[test]
fn advice_is_shown_whole_and_no_is_an_answer() {
    let home = Home::new();
    let advise = |options: &str| home.run(&format!("advise --practice --practice-speed 0 {options}"));
    insta::assert_snapshot!(advise("--database orders-reporting --function orders-webhook").ends(0).stdout);
    let title = |options: &str| advise(options).ends(0).stdout.lines().next().unwrap().to_owned();
    assert_eq!(title("--database crm"), "A proxy is worth it in front of crm");
    assert_eq!(title("--database auth"), "auth has a proxy: auth-proxy");
    assert_eq!(title("--database ledger"), "ledger cannot have a proxy");
    let json = advise("--database crm --format json").ends(0).json();
    assert_eq!((&json["schema"], &json["worth"]["is"]), (&"rds-proxy-wizard/advice/v1".into(), &"yes".into()));
    assert!(advise("--database nobody").ends(2).stderr.contains("nobody"));
}

/// A proxy whose alarms, log and database lack everything that can be mended there.
async fn bare() -> (Journey, Observed) {
    let journey = Journey::new("all-well", Choices::default());
    for name in ["auth", "borrow", "pool", "pinned", "available"] {
        journey.practice.delete_alarm(&format!("{PROXY}-{name}")).await.unwrap();
    }
    journey.practice.set_log_retention(LOG, None).await.unwrap();
    journey.practice.tamper(|state| {
        let proxies = state.proxies.iter_mut().map(|record| &mut record.proxy);
        proxies.filter(|proxy| proxy.name == PROXY).for_each(|proxy| {
            proxy.auth.clear();
            proxy.default_iam_auth = true;
        });
        state.databases.iter_mut().for_each(|record| record.database.log_exports.clear());
    });
    let asked = Existing { proxy: PROXY.into(), ..Existing::default() };
    let connection = journey.connection();
    let observed = observe_proxy(&*journey.practice, connection.clock.as_ref(), &connection.account, &asked).await;
    (journey, observed)
}

const MENDED: [&str; 7] = [
    "no-alarm-auth-failures",
    "no-alarm-borrow-latency",
    "no-alarm-pool-usage",
    "no-alarm-pinning",
    "no-alarm-availability",
    "proxy-log-retention-unset",
    "iam-db-auth-error-log-off",
];

async fn planned() -> (Journey, Plan) {
    let (journey, observed) = bare().await;
    let verdict = check_all(&observed);
    let codes = MENDED.map(str::to_owned).to_vec();
    let repair = plan::repair(&observed, verdict.findings.iter(), &Wish::Codes(codes));
    assert_eq!(repair.mended.len(), MENDED.len(), "{:?} {:?}", repair.mended, repair.left);
    (journey, repair.plan)
}

#[tokio::test]
async fn alarms_and_logs_are_set_and_a_second_look_finds_nothing_to_mend() {
    let (journey, plan) = planned().await;
    assert_eq!(plan.changes().count(), MENDED.len());
    let outcome = journey.engine(None, Arc::new(|_| ()), Stop::default()).run(plan).await.unwrap();
    assert_eq!(outcome.end, End::Finished);
    for kind in AlarmKind::ALL {
        let wanted = alarm(kind, PROXY);
        assert_eq!(journey.practice.alarm(&wanted.name).await.unwrap(), Some(wanted));
    }
    assert_eq!(journey.practice.log_group(LOG).await.unwrap().unwrap().retention_days, Some(30));
    let asked = Existing { proxy: PROXY.into(), ..Existing::default() };
    let connection = journey.connection();
    let again = observe_proxy(&*journey.practice, connection.clock.as_ref(), &connection.account, &asked).await;
    let found: Vec<String> = check_all(&again).findings.into_iter().map(|finding| finding.code).collect();
    assert!(MENDED.iter().all(|code| !found.iter().any(|found| found == code)), "{found:?}");
}

#[tokio::test]
async fn each_of_these_writes_fails_once_and_is_undone_or_resumed() {
    let (journey, plan) = planned().await;
    let start = journey.practice.snapshot();
    let (writer, counter) = Failing::wrap(journey.practice.clone(), Fault::Refused, usize::MAX);
    journey.engine(Some(writer), Arc::new(|_| ()), Stop::default()).run(plan).await.unwrap();
    let (finished, writes) = (journey.practice.snapshot(), counter.writes());
    assert_eq!(writes, MENDED.len());
    for at in 1..=writes {
        for fault in [Fault::Refused, Fault::DiesBefore, Fault::DiesAfter] {
            for resumes in [false, true] {
                let (journey, plan) = planned().await;
                let (writer, _) = Failing::wrap(journey.practice.clone(), fault, at);
                let failed = journey.engine(Some(writer), Arc::new(|_| ()), Stop::default()).run(plan).await.unwrap();
                assert_eq!(failed.end, End::Failed, "{fault:?} at {at}");
                let receipt = Store::load(&failed.path).unwrap();
                let engine = journey.engine(None, Arc::new(|_| ()), Stop::default());
                let (outcome, wanted) = match resumes {
                    true => (engine.resume(receipt).await.unwrap(), &finished),
                    false => (engine.undo(receipt).await.unwrap(), &start),
                };
                assert_eq!(outcome.end, End::Finished, "{fault:?} at {at}: {:#?}", outcome.receipt.leftovers);
                assert!(journey.practice.snapshot() == *wanted, "{fault:?} at {at}, resumed: {resumes}");
            }
        }
    }
}

#[tokio::test]
async fn what_somebody_changed_since_is_left_alone() {
    let (journey, plan) = planned().await;
    let outcome = journey.engine(None, Arc::new(|_| ()), Stop::default()).run(plan).await.unwrap();
    let mut theirs = alarm(AlarmKind::Refused, PROXY);
    theirs.threshold = 9;
    journey.practice.put_alarm(&theirs, &Default::default()).await.unwrap();
    journey.practice.set_log_retention(LOG, Some(90)).await.unwrap();
    let receipt = Store::load(&outcome.path).unwrap();
    let undone = journey.engine(None, Arc::new(|_| ()), Stop::default()).undo(receipt).await.unwrap();
    let left: Vec<String> = undone.receipt.leftovers.iter().map(|left| left.why.english()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(left.iter().all(|why| why.starts_with("Somebody has ") && why.ends_with(", so it stays.")), "{left:?}");
    assert_eq!(journey.practice.alarm(&theirs.name).await.unwrap(), Some(theirs));
    assert_eq!(journey.practice.log_group(LOG).await.unwrap().unwrap().retention_days, Some(90));
    assert_eq!(journey.practice.alarm(&alarm(AlarmKind::Pinned, PROXY).name).await.unwrap(), None);
}

#[tokio::test]
async fn an_alarm_of_the_same_name_is_never_replaced() {
    let (journey, plan) = planned().await;
    let mut theirs = alarm(AlarmKind::Refused, PROXY);
    theirs.threshold = 9;
    journey.practice.put_alarm(&theirs, &Default::default()).await.unwrap();
    let outcome = journey.engine(None, Arc::new(|_| ()), Stop::default()).run(plan).await.unwrap();
    assert_eq!(outcome.end, End::Failed);
    assert_eq!(journey.practice.alarm(&theirs.name).await.unwrap(), Some(theirs));
}

/// Neither emulator takes them from the SDK, but moto takes what the AWS CLI sends: the same input, as AWS's own
/// tool reads it.
#[test]
fn alarms_on_metric_maths_are_taken_as_they_are_printed() {
    let (Some(aws), Some(moto)) = (service("RPW_TEST_AWS"), service("RPW_MOTO_URL")) else { return };
    let run = |arguments: &[&str]| {
        let output = Command::new(&aws)
            .args(["--endpoint-url", &moto, "--region", "eu-west-1", "--output", "json", "cloudwatch"])
            .args(arguments)
            .env("AWS_ACCESS_KEY_ID", "testing")
            .env("AWS_SECRET_ACCESS_KEY", "testing")
            .output()
            .unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap_or_default()
    };
    for kind in [AlarmKind::PoolFull, AlarmKind::Pinned] {
        let wanted = alarm(kind, &format!("maths-{}", std::process::id()));
        let input = wanted.input();
        run(&["put-metric-alarm", "--cli-input-json", &input.to_string()]);
        let there = run(&["describe-alarms", "--alarm-names", &wanted.name]);
        let there = &there["MetricAlarms"][0];
        for part in ["Metrics", "Threshold", "ComparisonOperator", "EvaluationPeriods", "TreatMissingData"] {
            let same = match part {
                "Threshold" => there[part].as_f64() == input[part].as_f64(),
                _ => there[part] == input[part],
            };
            assert!(same, "{kind:?} {part}: {} is not {}", there[part], input[part]);
        }
        run(&["delete-alarms", "--alarm-names", &wanted.name]);
    }
}
