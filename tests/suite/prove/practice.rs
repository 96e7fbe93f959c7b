//! The practice account fails at the stage that its scenario describes.

use crate::cli::home::{Home, Running};

fn probe(scenario: &str) -> String {
    format!(
        "probe --practice={scenario} --practice-speed 0 --proxy orders-proxy --function orders-checkout --temporary --yes --format json"
    )
}

#[test]
fn each_scenario_stops_where_its_description_says() {
    for (scenario, stage) in [
        ("all-well", None),
        ("broken-proxy-door", Some("tcp")),
        ("broken-function-stays-in", Some("tcp")),
        ("broken-outside", Some("tcp")),
        ("broken-other-network", Some("tcp")),
        ("broken-dns-off", Some("resolve")),
        ("broken-no-connect", Some("login")),
        ("broken-name-for-id", Some("login")),
        ("broken-other-user", Some("login")),
        ("broken-connect-condition", Some("login")),
        ("broken-wrong-user", Some("login")),
        ("broken-secret-gone", Some("login")),
        ("broken-iam-off", Some("login")),
        ("broken-closed-door", Some("query")),
        ("broken-unreadable-secret", Some("query")),
        ("broken-trust", Some("query")),
        ("broken-stopped", Some("query")),
        ("broken-no-targets", Some("query")),
    ] {
        let output = Home::new().run(&probe(scenario)).ends(i32::from(stage.is_some()));
        let last: serde_json::Value = serde_json::from_str(output.stdout.lines().last().unwrap()).unwrap();
        assert_eq!(last["event"], "proven", "{scenario}: {output:#?}");
        let stages = last["stages"].as_array().unwrap();
        let stopped = stages.iter().find(|outcome| outcome["verdict"] != "passed");
        assert_eq!(stopped.map(|outcome| outcome["stage"].as_str().unwrap()), stage, "{scenario}: {last:#}");
    }
}

#[test]
fn a_function_s_own_error_is_read() {
    let line = "probe --practice=broken-no-connect --proxy orders-proxy --function orders-checkout --yes";
    let output = Home::new().run(line).ends(1);
    assert!(output.stdout.contains("orders-checkout failed"), "{output:#?}");
    assert!(output.stdout.contains("The proxy asks for an IAM token"), "{output:#?}");
    let well = Home::new().run(&line.replace("broken-no-connect", "all-well")).ends(0);
    assert!(well.stdout.contains("orders-checkout answered"), "{well:#?}");
}

#[test]
fn nobody_is_invoked_unasked_and_bad_input_is_said() {
    let line = "probe --practice=all-well --proxy orders-proxy --function orders-checkout";
    let unasked = Home::new().run(line).ends(2);
    assert!(unasked.stderr.contains("--yes"), "{unasked:#?}");
    for (more, words) in [
        (" --payload {oops --yes", "is not JSON"),
        (" --temporary --payload {} --yes", "--payload"),
        (" --user app --yes", "--temporary"),
    ] {
        let output = Home::new().run(&format!("{line}{more}")).ends(2);
        assert!(output.stderr.contains(words), "{more}: {output:#?}");
    }
    let nobody = Home::new().run(&line.replace("orders-checkout", "no-such --temporary --yes")).ends(2);
    assert!(nobody.stderr.contains("no-such"), "{nobody:#?}");
}

#[test]
fn the_program_can_be_read_before_it_runs() {
    let line = "probe --practice=all-well --proxy orders-proxy --function orders-checkout --temporary --show-source";
    let output = Home::new().run(line).ends(0);
    assert_eq!(output.stdout.trim_end(), rds_proxy_wizard::probe::inside::SOURCE.trim_end());
}

#[test]
fn the_user_s_sql_is_of_the_proxy_s_own_login() {
    let line = |scenario: &str| {
        format!("user --practice={scenario} --practice-speed 0 --proxy orders-proxy --user orders_app")
    };
    let standard = Home::new().run(&line("all-well")).ends(0);
    assert!(standard.stdout.contains("CREATE USER 'orders_app'@'%' IDENTIFIED BY"), "{standard:#?}");
    assert!(standard.stdout.lines().filter(|line| !line.starts_with("--")).all(|line| !line.contains("AWSAuth")));
    let end_to_end = Home::new().run(&line("broken-end-to-end-database")).ends(0);
    assert!(end_to_end.stdout.contains("IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS';"), "{end_to_end:#?}");
}

/// Between making and removing: whatever is asked to stop, nothing is left.
#[cfg(unix)]
#[test]
fn interrupted_it_leaves_nothing() {
    let home = Home::new();
    let line = "probe --practice=all-well --practice-speed 1 --proxy orders-proxy --function orders-checkout \
                --temporary --yes --format json";
    let mut run = Running::start(&home, line);
    run.until(&["step-waiting", "create-function"]);
    run.stop();
    assert_eq!(run.status(), 1);
    assert_eq!(home.receipt()["state"], "undone");
    let account = std::fs::read_to_string(home.path("data/rds-proxy-wizard/practice/all-well.json")).unwrap();
    assert!(!account.contains("rds-proxy-wizard-probe-"), "something of the probe is left");
}
