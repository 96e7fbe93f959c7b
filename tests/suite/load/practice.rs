//! `load` on the command line, in the practice account: the numbers that its scenarios promise, and what is kept.

use std::fs;

use serde_json::Value;

use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::domain::observed::Part;
use rds_proxy_wizard::load::{self, Limits, Pattern, Plan, Record};

use crate::cli::home::{Home, Running};
use crate::flow::Journey;

fn line(scenario: &str, how: &str) -> String {
    format!("load --practice={scenario} --practice-speed 0 --function orders-checkout {how} --yes --format json")
}

fn load(scenario: &str, how: &str, status: i32) -> Value {
    Home::new().run(&line(scenario, how)).ends(status).json()
}

/// The highest value of a metric beside the load.
fn highest(load: &Value, metric: &str) -> f64 {
    let all = load["beside"]["present"].as_array().unwrap();
    let series = all.iter().find(|series| series["metric"] == metric).unwrap();
    series["points"].as_array().unwrap().iter().map(|point| point[1].as_f64().unwrap()).fold(0.0, f64::max)
}

#[test]
fn the_first_call_is_cold_and_the_next_ones_keep_its_connection() {
    let load = load("all-well", "--calls 20", 0);
    let summary = &load["summary"];
    assert_eq!((summary["calls"].as_u64(), summary["cold"].as_u64()), (Some(20), Some(1)));
    assert_eq!(summary["connections"]["distinct"], 1);
    let (cold, warm) = (summary["cold_ms"].as_f64().unwrap(), summary["warm_ms"].as_f64().unwrap());
    assert!((600.0..800.0).contains(&cold) && (8.0..15.0).contains(&warm), "{cold} {warm}");
}

#[test]
fn clients_rise_with_the_load_and_share_few_database_connections() {
    let load = load("all-well", "--concurrency 30 --seconds 60", 0);
    assert_eq!(load["summary"]["errors"], Value::Null);
    assert_eq!((load["summary"]["failed"].as_u64(), load["summary"]["throttled"].as_u64()), (Some(0), Some(0)));
    let (clients, database) = (highest(&load, "ClientConnections"), highest(&load, "DatabaseConnections"));
    assert!(clients >= 30.0 && database < clients / 2.0, "{clients} clients, {database} database connections");
    assert_eq!(highest(&load, "ConcurrentExecutions"), 30.0);
}

#[test]
fn beyond_the_functions_share_calls_are_throttled() {
    let load = load("all-well", "--concurrency 60 --seconds 10 --ramp 0 --from 60", 0);
    assert!(load["summary"]["throttled"].as_u64().unwrap() > 0, "{}", load["summary"]);
    assert_eq!(highest(&load, "ConcurrentExecutions"), 40.0, "what is reserved");
}

#[test]
fn pinned_sessions_fill_the_pool_and_the_rest_wait_in_vain() {
    let load = load("broken-pinning", "--concurrency 40 --seconds 30", 1);
    let troubles = load["summary"]["troubles"].to_string();
    assert!(troubles.contains("9501"), "{troubles}");
    let pinned = highest(&load, "DatabaseConnectionsCurrentlySessionPinned");
    assert_eq!(pinned, highest(&load, "DatabaseConnections"));
    assert_eq!(pinned, 42.0, "the whole pool: 4 % of 1069");
}

#[test]
fn a_proxy_more_patient_than_its_caller_lets_it_time_out() {
    let load = load("broken-slow-borrow", "--concurrency 40 --seconds 20 --ramp 0 --from 40", 1);
    assert!(
        load["summary"]["troubles"].to_string().contains("Task timed out after 30.00 seconds"),
        "{}",
        load["summary"]
    );
}

#[test]
fn a_failover_costs_time_and_no_connection() {
    let load = load("all-well", "--concurrency 20 --seconds 40 --failover-after 20", 0);
    assert_eq!(load["failover_ms"], 20_000);
    assert_eq!(load["summary"]["failed"], 0);
    assert!(load["summary"]["slowest_ms"].as_f64().unwrap() > 2000.0, "{}", load["summary"]);
    assert_eq!(load["summary"]["connections"]["distinct"], load["summary"]["cold"], "nobody connected anew");
}

#[test]
fn broken_scenarios_fail_as_their_description_says() {
    for (scenario, words) in [
        ("broken-closed-door", "Timed-out waiting to acquire"),
        ("broken-no-connect", "The IAM authentication failed"),
        ("broken-unknown-host", "Name or service not known"),
        ("broken-dns-off", "Name or service not known"),
        ("broken-proxy-door", "Task timed out"),
        ("broken-function-stays-in", "Task timed out"),
    ] {
        let load = load(scenario, "--calls 2", 1);
        assert!(load["summary"]["troubles"].to_string().contains(words), "{scenario}: {}", load["summary"]);
    }
}

#[test]
fn it_says_before_it_asks_and_does_nothing_without_an_answer() {
    let home = Home::new();
    let how = "--concurrency 60 --seconds 30 --format text";
    let line = format!("load --practice=all-well --practice-speed 0 --function orders-checkout {how}");
    let output = home.run(&line).ends(2);
    for words in [
        "Costs at most",
        "40 calls at once reserved",
        "The account takes 1,000",
        "The pool of `orders-proxy` is",
        "will be throttled",
    ] {
        assert!(output.stdout.contains(words), "{words}: {output:#?}");
    }
    assert!(!home.path("data/rds-proxy-wizard/loads").exists());
    for bad in [
        "--calls 0",
        "--calls 1001",
        "--concurrency 0 --seconds 5",
        "--concurrency 5 --seconds 901",
        "--calls 2 --payload {",
    ] {
        home.run(&format!("load --practice --function orders-api {bad} --yes")).ends(2);
    }
}

#[test]
fn every_load_is_kept_and_two_are_held_against_one_another() {
    let home = Home::new();
    home.run(&line("broken-pinning", "--concurrency 30 --seconds 10")).ends(0);
    home.run(&line("all-well", "--concurrency 30 --seconds 10")).ends(0);
    let kept = home.run("load --kept --format json").ends(0).json();
    let names: Vec<&str> = kept.as_array().unwrap().iter().map(|load| load["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    let folder = home.path("data/rds-proxy-wizard/loads");
    for name in &names {
        let read = |kind: &str| fs::read_to_string(folder.join(format!("{name}.{kind}"))).unwrap();
        let (csv, svg) = (read("csv"), read("svg"));
        assert!(csv.starts_with("at_ms,at_once,outcome,ms,") && csv.lines().count() > 100, "{csv}");
        assert!(svg.starts_with("<svg ") && svg.contains("<polyline") && svg.ends_with("</svg>\n"), "{svg}");
        for plot in ["Connections", "Latency", "Errors and throttles", "Wait for a connection", "Runs of the function"]
        {
            assert!(svg.contains(&format!(">{plot}")), "{plot}: {svg}");
        }
    }
    let compared = home.run(&format!("load --compare {} {} --format json", names[0], names[1])).ends(0).json();
    assert_eq!(compared["same_plan"], true);
    let pinned = compared["rows"].as_array().unwrap().iter().find(|row| row["figure"] == "pinned-connections").unwrap();
    assert!(pinned["before"].as_f64() != pinned["after"].as_f64(), "{pinned}");
    let output = home.run("load --compare nobody nothing").ends(2);
    assert!(output.stderr.contains("is not a kept load"), "{output:#?}");
}

#[test]
fn the_end_in_words_has_its_plot_and_its_lesson() {
    let output = Home::new().run(&line("all-well", "--calls 20").replace("json", "text")).ends(0);
    for words in [
        "ms the first time",
        "Each call, ms",
        "█",
        "it is kept outside the handler",
        "Provisioned concurrency of 1",
        "Kept as",
    ] {
        assert!(output.stdout.contains(words), "{words}: {output:#?}");
    }
}

#[test]
fn the_same_load_twice_has_the_same_numbers() {
    for (scenario, status) in [("all-well", 0), ("broken-pinning", 1)] {
        let [first, second] = [(); 2].map(|()| load(scenario, "--concurrency 40 --seconds 30", status));
        for part in ["summary", "calls", "traced"] {
            assert!(first[part] == second[part], "{scenario}: {part}");
        }
    }
}

#[test]
fn where_x_ray_is_on_the_time_of_start_connection_and_query_is_told() {
    let load = load("all-well", "--calls 20", 0);
    let traced = &load["traced"]["present"];
    assert_eq!((traced["calls"].as_u64(), traced["start"]["calls"].as_u64()), (Some(20), Some(1)), "{traced}");
    let (connect, query) = (traced["connect"]["p50_ms"].as_f64().unwrap(), traced["query"]["p50_ms"].as_f64().unwrap());
    assert!(connect > 3.0 * query, "{traced}");
    let without = Home::new()
        .run("load --practice=all-well --practice-speed 0 --function orders-rotation --calls 1 --yes")
        .ends(0);
    assert!(without.stdout.contains("X-Ray tracing is off for this function"), "{without:#?}");
}

#[tokio::test]
async fn x_ray_that_may_not_be_read_is_unknown() {
    for denied in ["xray:GetTraceSummaries", "xray:BatchGetTraces"] {
        let journey = Journey::new("all-well", Choices::default());
        journey.practice.tamper(|state| state.knobs.denied.extend([denied.to_owned()]));
        let connection = journey.connection();
        let plan = Plan::new(&"orders-checkout".parse().unwrap(), Pattern::InTurn { calls: 2 }).unwrap();
        let started_at = connection.clock.now();
        let ran = load::run(&connection, &plan, "{}", std::future::pending(), &mut |_| ()).await;
        let limits = Limits { active_tracing: Some(true), ..Limits::default() };
        let mut record = Record::new(&connection.account, started_at, plan, limits, ran);
        load::look(connection.reader(), Some("orders-proxy"), &mut record, connection.clock.now()).await;
        assert_eq!(record.traced.unreadable().map(|why| why.operation.as_str()), Some(denied));
        record.limits.active_tracing = Some(false);
        load::look(connection.reader(), None, &mut record, connection.clock.now()).await;
        assert_eq!(record.traced, Part::Absent, "off is not unread");
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_and_keeps_what_came_back() {
    let home = Home::new();
    let how = "--concurrency 3 --seconds 900 --yes --format json";
    let line = format!("load --practice=all-well --practice-speed 1 --function orders-checkout {how}");
    let mut run = Running::start(&home, &line);
    assert!(run.beside.by_ref().map_while(Result::ok).any(|line| line.contains("Ctrl-C stops it at once")));
    run.interrupt();
    let ended = run.until(&["\"ended\": \"stopped\""]);
    assert!(!ended.is_empty());
    assert_eq!(run.status(), 0, "it was asked to");
    assert_eq!(home.run("load --kept --format json").ends(0).json().as_array().unwrap().len(), 1);
}
