//! Facts about AWS that changed: what is offered, warned of and refused because of them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use rds_proxy_wizard::design::{Problem, design, eligibility, max_connections};
use rds_proxy_wizard::domain::database::{GlobalMembership, Parameter, ServerlessV2};
use rds_proxy_wizard::domain::function::Function;
use rds_proxy_wizard::domain::observed::{Observed, Part, Unreadable};
use rds_proxy_wizard::domain::proxy::{AuthMode, NetworkType};
use rds_proxy_wizard::domain::setup::Setup;
use rds_proxy_wizard::plan;
use rds_proxy_wizard::plan::preflight::{Check, CheckVerdict, preflight};
use rds_proxy_wizard::rules::{self, check_all};
use serde_json::{Value, json};

use super::cli::home::Home;
use super::flow::{Journey, choices};
use super::rules::{base, observed};

async fn designed(scenario: &str, database: &str, function: &str) -> (Observed, Result<Setup, Vec<Problem>>) {
    let journey = Journey::new(scenario, choices(database, function, AuthMode::StandardIam));
    let observed = journey.observe().await;
    let setup = design(&journey.choices, &observed);
    (observed, setup)
}

fn checks(observed: &Observed, setup: &Setup) -> BTreeMap<String, Check> {
    let plan = plan::build(observed, setup).unwrap();
    preflight(observed, plan.setup().unwrap(), &plan).into_iter().map(|check| (check.id.clone(), check)).collect()
}

fn validated(scenario: &str) -> Value {
    let line = format!(
        "validate --practice={scenario} --proxy orders-proxy --function orders-checkout --format json --fail-on error"
    );
    let output = Home::new().run(&line);
    serde_json::from_str(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

fn codes(document: &Value, list: &str) -> Vec<String> {
    let codes = document[list].as_array().unwrap().iter();
    codes.map(|entry| entry["code"].as_str().or(entry.as_str()).unwrap().to_owned()).collect()
}

fn finding<'a>(document: &'a Value, code: &str) -> &'a Value {
    let found = document["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == code);
    found.unwrap_or_else(|| panic!("{code} is not in {:?}", codes(document, "findings")))
}

#[test]
fn a_secondary_cluster_of_a_global_database_is_right_for_reads() {
    let document = validated("broken-secondary");
    assert!(codes(&document, "not_applicable").contains(&"proxy-no-writable-target".to_owned()));
    assert!(!document.to_string().contains("Bring the writer back"));
    let fix = finding(&document, "global-secondary-write-endpoint")["fix"].to_string();
    assert!(fix.contains("create-db-proxy-endpoint") && fix.contains("READ_ONLY"), "{fix}");
}

#[test]
fn no_writer_is_an_error_only_of_a_cluster_that_has_one() {
    let reading = |change: &dyn Fn(&mut Value)| {
        let mut value = base("standard-iam");
        value["targets"]["present"][1]["role"] = json!("READ_ONLY");
        change(&mut value);
        check_all(&observed(value))
    };
    let code = "proxy-no-writable-target";
    assert!(reading(&|_| {}).finding(code).is_some());
    let secondary = json!({ "global_cluster": "world", "writer": false, "write_forwarding": false });
    assert!(
        reading(&|value| value["database"]["present"]["global"] = secondary.clone()).not_applicable.contains(&code)
    );
    // Nobody may read global databases, and the cluster names no writer of its own.
    let unread = reading(&|value| value["database"]["present"]["members"][0]["writer"] = json!(false));
    let unknown = unread.unknown.iter().find(|unknown| unknown.code == code).unwrap();
    assert_eq!(unknown.needs, ["rds:DescribeGlobalClusters"]);
}

#[tokio::test]
async fn a_secondary_cluster_is_offered_and_what_it_cannot_do_is_said() {
    let (observed, setup) = designed("default", "orders-dr", "billing-pdf").await;
    assert!(eligibility::of_database(observed.database.present().unwrap(), None).is_ok());
    let said: Vec<String> = match setup {
        Ok(setup) => setup.notes.iter().map(|note| note.text.to_string()).collect(),
        Err(problems) => panic!("{problems:?}"),
    };
    assert!(
        said.iter()
            .any(|text| text.contains("read-only endpoint of `billing-pdf-proxy`")
                || text.contains("read-only endpoint of")),
        "{said:?}"
    );
}

#[tokio::test]
async fn the_pool_leaves_write_forwarding_its_share() {
    let journey = Journey::new("default", choices("orders-prod", "orders-api", AuthMode::StandardIam));
    let mut observed = journey.observe().await;
    let Part::Present(database) = &mut observed.database else { panic!() };
    database.global = Some(GlobalMembership { global_cluster: "world".into(), writer: true, write_forwarding: true });
    let percent = |observed: &Observed| design(&journey.choices, observed).unwrap().pool.max_connections_percent;
    assert_eq!(percent(&observed), 80, "the default share of 10 % fits beside it");
    let Part::Present(parameters) = &mut observed.parameters else { panic!() };
    parameters.push(Parameter {
        group: "own".into(),
        name: "aurora_fwd_writer_max_connections_pct".into(),
        value: "45".into(),
        set_by_user: true,
    });
    assert_eq!(percent(&observed), 55);
    let mut greedy = journey.choices.clone();
    greedy.proxy.max_connections_percent = Some(70);
    let notes = design(&greedy, &observed).unwrap().notes;
    assert!(notes.iter().any(|note| note.text.english().contains("Give the proxy 55 % at most")), "{notes:?}");
}

#[test]
fn a_blue_green_deployment_is_said_with_the_order_of_steps() {
    let document = validated("broken-blue-green");
    let found = finding(&document, "db-blue-green-under-way");
    let (evidence, fix) = (found["evidence"].to_string(), found["fix"]["text"].to_string());
    assert!(evidence.contains("orders-8-4 (bgd-k2wq7ejz0xq4m8ta): AVAILABLE"), "{evidence}");
    assert!(fix.contains("First the target is registered") && fix.contains("delete the deployment last"), "{fix}");
}

#[tokio::test]
async fn a_deployment_under_way_is_said_before_a_plan_that_reuses_the_proxy() {
    let (observed, setup) = designed("broken-blue-green", "orders-prod", "orders-mailer").await;
    let check = &checks(&observed, &setup.unwrap())["blue-green"];
    assert_eq!(check.verdict, CheckVerdict::Warning);
    assert!(!check.detail.is_empty());
}

#[tokio::test]
async fn regions_without_rds_proxy_are_refused_unless_a_proxy_is_there() {
    let journey = Journey::new("default", choices("crm", "billing-pdf", AuthMode::StandardIam));
    let mut observed = journey.observe().await;
    let check = |observed: &Observed| checks(observed, &design(&journey.choices, observed).unwrap()).remove("region");
    assert_eq!(check(&observed), None);
    observed.account.region = "ap-southeast-6".into();
    observed.proxy_names = Part::Present(Vec::new());
    let refused = check(&observed).unwrap();
    assert_eq!(refused.verdict, CheckVerdict::Error);
    assert_eq!(refused.title, "RDS Proxy is not available in Asia Pacific (New Zealand)");
    observed.proxy_names = Part::Present(vec!["there-it-is".into()]);
    assert_eq!(check(&observed), None);
}

#[tokio::test]
async fn an_old_runtime_is_a_warning_as_long_as_lambda_takes_changes() {
    for (function, closed) in [("orders-legacy", false), ("orders-old-sync", true)] {
        let (_, setup) = designed("default", "crm", function).await;
        match setup {
            Ok(setup) => {
                assert!(!closed, "{function}");
                assert!(setup.notes.iter().any(|note| note.text.english().contains("`python3.7` has had no patches")));
            }
            Err(problems) => assert!(closed, "{function}: {problems:?}"),
        }
    }
    let output = Home::new().run("apply --practice --database crm --function orders-legacy --yes");
    assert_eq!(output.status, 0, "{output:?}");
}

#[tokio::test]
async fn an_express_cluster_is_refused_for_what_it_is() {
    let (_, setup) = designed("broken-newcomers", "sandbox", "billing-pdf").await;
    let problems = setup.unwrap_err();
    assert!(problems[0].title.contains("internet access gateway and no VPC"), "{problems:?}");
}

#[tokio::test]
async fn managed_instances_are_in_the_network_of_their_provider() {
    let document = validated("broken-newcomers");
    for code in ["lambda-not-in-vpc", "sg-lambda-egress-proxy", "sg-proxy-ingress-lambda"] {
        assert!(codes(&document, "passed").contains(&code.to_owned()), "{code}");
    }
    let (observed, setup) = designed("broken-newcomers", "orders-prod", "orders-checkout").await;
    let setup = setup.unwrap();
    assert!(!setup.access.moves && !setup.access.attach_vpc_policy);
    assert_eq!(Some(&setup.access.vpc), observed.function.present().and_then(|function| function.vpc.as_ref()));
    assert!(setup.notes.iter().any(|note| note.text.english().contains("Several requests run in one process")));
}

#[tokio::test]
async fn a_provider_that_is_elsewhere_or_unread_is_never_outside_a_vpc() {
    let journey = Journey::new("broken-newcomers", choices("orders-prod", "orders-checkout", AuthMode::StandardIam));
    let mut observed = journey.observe().await;
    let with = |observed: &mut Observed, change: &dyn Fn(&mut Function)| match &mut observed.function {
        Part::Present(function) => change(function),
        other => panic!("{other:?}"),
    };
    with(&mut observed, &|function| function.vpc.as_mut().unwrap().vpc_id = String::new());
    let problems = design(&journey.choices, &observed).unwrap_err();
    assert!(problems.iter().any(|problem| problem.title.contains("`checkout-fleet` is not in the database")));

    with(&mut observed, &|function| function.vpc = None);
    observed.capacity_provider = Part::Unreadable(Unreadable {
        operation: "lambda:GetCapacityProvider".into(),
        because: "no".into(),
        denied: true,
        signed_out: false,
        unanswered: false,
    });
    let problems = design(&journey.choices, &observed).unwrap_err();
    assert!(problems.iter().any(|problem| problem.title.contains("`lambda:GetCapacityProvider` failed")));
    let unknown = check_all(&observed).unknown;
    // Without a proxy nothing is said about one.
    assert!(unknown.iter().all(|unknown| unknown.code != "lambda-not-in-vpc") || !unknown.is_empty());
    assert!(check_all(&observed).finding("lambda-not-in-vpc").is_none());
}

#[test]
fn web_functions_and_micro_vms_are_not_covered_and_that_is_said() {
    for (kind, words) in [("web-function:shop", "a web function"), ("microvm-image:box:2", "a MicroVM")] {
        let arn = format!("arn:aws:lambda:eu-west-1:123456789012:{kind}");
        let output = Home::new().run(&format!("validate --practice --proxy auth-proxy --function {arn}"));
        assert_eq!(output.status, 2, "{output:?}");
        let said = format!("{words} of Lambda, which this program does not cover");
        assert!(output.stderr.contains(&said), "{}", output.stderr);
    }
}

#[tokio::test]
async fn a_serverless_cluster_has_the_connections_of_its_range() {
    let journey = Journey::new("default", choices("orders-prod", "orders-api", AuthMode::StandardIam));
    let mut observed = journey.observe().await;
    let Part::Present(database) = &mut observed.database else { panic!() };
    database.serverless_v2 = Some(ServerlessV2 { min_acu: 0.5, max_acu: 16.0 });
    database.members.iter_mut().for_each(|member| member.class = Some("db.serverless".into()));
    let database = database.clone();
    assert_eq!(max_connections(&database, &observed.parameters), Some(2000));
    let reason = design(&journey.choices, &observed).unwrap().reasons["MaxConnectionsPercent"].clone();
    assert!(reason.english().contains("1600 of 2000") || reason.english().contains("1,600 of 2,000"), "{reason}");

    let Part::Present(parameters) = &mut observed.parameters else { panic!() };
    let group = parameters[0].group.clone();
    let set = Parameter { group, name: "max_connections".into(), value: "700".into(), set_by_user: true };
    parameters.push(set);
    assert_eq!(max_connections(&database, &observed.parameters), Some(700), "what somebody set comes first");
    assert_eq!(max_connections(&database, &Part::NotAsked), None, "not read is not known");
}

#[tokio::test]
async fn an_ipv6_endpoint_is_made_in_subnets_that_are_ipv6_only() {
    let mut journey = Journey::new("default", choices("orders-prod", "orders-api", AuthMode::StandardIam));
    let mut observed = journey.observe().await;
    let Part::Present(subnets) = &mut observed.subnets else { panic!() };
    subnets.iter_mut().for_each(|subnet| subnet.ipv6_cidr = Some("2001:db8::/64".into()));
    journey.choices.proxy.endpoint_network_type = Some(NetworkType::Dual);
    assert!(design(&journey.choices, &observed).is_ok(), "both families in each subnet");
    journey.choices.proxy.endpoint_network_type = Some(NetworkType::Ipv6);
    let problems = design(&journey.choices, &observed).unwrap_err();
    assert!(problems.iter().any(|problem| problem.field == "network.proxy_subnets"), "{problems:?}");

    let Part::Present(subnets) = &mut observed.subnets else { panic!() };
    for subnet in
        subnets.iter_mut().filter(|subnet| subnet.name.as_deref().is_some_and(|name| name.starts_with("private-")))
    {
        subnet.cidr = String::new();
        subnet.free_addresses = 0;
    }
    let setup = design(&journey.choices, &observed).unwrap();
    let chosen = setup.network.proxy_subnets.iter().filter(|pick| pick.chosen);
    assert!(chosen.clone().count() == 2 && chosen.clone().all(|pick| pick.cidr.is_empty()));
    assert_eq!(checks(&observed, &setup)["addresses"].title, "IPv6 endpoint: no IPv4 addresses needed");
    journey.choices.proxy.endpoint_network_type = None;
    let wanted = chosen.map(|pick| pick.id.clone()).collect();
    journey.choices.network.proxy_subnets = wanted;
    let problems = design(&journey.choices, &observed).unwrap_err();
    assert!(problems.iter().any(|problem| problem.field == "proxy.endpoint_network_type"), "{problems:?}");
}

#[test]
fn a_version_above_the_table_is_unknown_and_one_that_serves_is_passed() {
    let judged = |engine: &str, version: &str, registered: bool| {
        let mut value = base("standard-iam");
        value["database"]["present"]["engine"] = json!(engine);
        value["database"]["present"]["engine_version"] = json!(version);
        if !registered {
            value["targets"] = json!({ "present": [] });
        }
        let document: Value = serde_json::from_str(&rules::json(&check_all(&observed(value)))).unwrap();
        let lists = ["findings", "unknown", "passed"];
        let code = "proxy-unsupported-engine-version".to_owned();
        lists.into_iter().find(|list| codes(&document, list).contains(&code)).unwrap_or("not_applicable")
    };
    assert_eq!(judged("mariadb", "10.4.34", false), "findings");
    assert_eq!(judged("mariadb", "12.3.1", false), "unknown");
    assert_eq!(judged("mariadb", "12.3.1", true), "passed", "its targets are available");
    assert_eq!(judged("aurora-mysql", "5.7.mysql_aurora.2.10.3", false), "findings");
}
