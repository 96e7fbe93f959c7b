//! Endpoints of a proxy beside its default one: for reads alone, and in the VPC of a function that is in
//! another than the database. From the choice to the account and back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::time::Duration;

use rds_proxy_wizard::apply::{End, RunState, Stop};
use rds_proxy_wizard::cloud::{Clock as _, ErrorKind, NewProxyEndpoint, Reader as _, Writer as _};
use rds_proxy_wizard::design::design;
use rds_proxy_wizard::discover::{Existing, observe_proxy};
use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::domain::finding::Severity;
use rds_proxy_wizard::domain::proxy::{AuthMode, EndpointRole, NetworkType, ProxyEndpoint};
use rds_proxy_wizard::domain::setup::Setup;
use rds_proxy_wizard::domain::{PROGRAM, TAG_MADE_BY, TAG_SETUP, Tags};
use rds_proxy_wizard::export;
use rds_proxy_wizard::plan::{Change, Plan};
use rds_proxy_wizard::practice::Practice;
use rds_proxy_wizard::rules::check_all;

use super::cli::home::Home;
use super::flow::{Heard, Journey, choices};

pub fn reads(mode: AuthMode) -> Choices {
    let mut choices = choices("orders-prod", "orders-api", mode);
    choices.proxy.read_only_endpoint = true;
    choices
}

/// `orders-report` stays in `acme-data`, the database is in `acme-main`.
pub fn elsewhere(mode: AuthMode, read_only: bool) -> Choices {
    let mut choices = choices("orders-prod", "orders-report", mode);
    choices.proxy.endpoint_in_function_vpc = true;
    choices.proxy.read_only_endpoint = read_only;
    choices
}

fn created(plan: &Plan) -> Vec<&str> {
    plan.changes().filter(|step| step.change == Change::Create).map(|step| step.id.0.as_str()).collect()
}

/// Until a new endpoint is available.
async fn ready(practice: &Practice) {
    practice.clock().sleep(Duration::from_secs(600)).await;
}

async fn endpoints(practice: &Practice, proxy: &str) -> Vec<ProxyEndpoint> {
    let all = practice.proxy_endpoints(proxy).await.unwrap();
    all.into_iter().filter(|endpoint| !endpoint.is_default).collect()
}

/// What validation says of this function's way, the plain advice left out.
async fn findings(practice: &Practice, proxy: &str, function: &str) -> Vec<String> {
    let existing = Existing { proxy: proxy.into(), function: Some(function.parse().unwrap()), read_secrets: true };
    let observed = observe_proxy(practice, &*practice.clock(), &practice.state().account, &existing).await;
    let errors = check_all(&observed).findings.into_iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| format!("{}: {:?}", finding.code, finding.evidence)).collect()
}

/// Applies, validates, plans again, undoes: the account is as it was.
async fn there_and_back(journey: Journey, wanted: &[&str]) {
    let before = journey.practice.snapshot();
    let plan = journey.plan().await;
    let steps = created(&plan);
    for id in wanted {
        assert!(steps.contains(id), "{id}: {steps:?}");
    }
    let name = plan.name().to_owned();
    let outcome = journey.engine(None, Heard::default().emit(), Stop::default()).run(plan).await.unwrap();
    assert_eq!(outcome.end, End::Finished, "{:#?}", outcome.receipt);
    assert_eq!(findings(&journey.practice, &name, &journey.choices.function).await, Vec::<String>::new());
    let again = journey.plan().await;
    assert!(again.is_empty(), "{:?}", again.changes().map(|step| &step.id.0).collect::<Vec<_>>());
    let outcome = journey.engine(None, Heard::default().emit(), Stop::default()).undo(outcome.receipt).await.unwrap();
    assert_eq!(outcome.receipt.state, RunState::Undone, "{:#?}", outcome.receipt.leftovers);
    assert_eq!(journey.practice.snapshot(), before);
}

#[tokio::test]
async fn a_read_only_endpoint_is_made_named_to_the_function_and_taken_back() {
    for mode in AuthMode::ALL {
        let journey = Journey::new("default", reads(mode));
        there_and_back(journey, &["create-proxy", "create-read-only-endpoint"]).await;
    }
    let journey = Journey::new("default", reads(AuthMode::StandardIam));
    assert_eq!(journey.apply().await.end, End::Finished);
    let made = endpoints(&journey.practice, "orders-proxy").await;
    let [endpoint] = made.as_slice() else { panic!("{made:#?}") };
    assert_eq!((endpoint.name.as_str(), endpoint.role.as_str()), ("orders-proxy-read-only", "READ_ONLY"));
    let function = journey.practice.function("orders-api").await.unwrap().unwrap();
    let variable = |name: &str| function.environment[name].shown().unwrap().to_owned();
    assert_eq!(Some(variable("DB_PROXY_READER_HOST")), endpoint.host);
    assert!(variable("DB_PROXY_HOST").starts_with("orders-proxy.proxy-"), "writes stay at the default endpoint");
}

#[tokio::test]
async fn a_function_in_another_vpc_gets_an_endpoint_there() {
    for mode in AuthMode::ALL {
        for read_only in [false, true] {
            let journey = Journey::new("default", elsewhere(mode, read_only));
            there_and_back(journey, &["create-function-vpc-endpoint", "create-proxy-endpoint-group"]).await;
        }
    }
    let journey = Journey::new("default", elsewhere(AuthMode::StandardIam, true));
    let there = journey.practice.function("orders-report").await.unwrap().unwrap().vpc.unwrap();
    assert_eq!(journey.apply().await.end, End::Finished);
    let function = journey.practice.function("orders-report").await.unwrap().unwrap();
    assert_eq!(function.vpc.as_ref(), Some(&there), "the function stays where it is");
    let made = endpoints(&journey.practice, "orders-proxy").await;
    assert_eq!(made.len(), 2);
    for endpoint in &made {
        assert_eq!(endpoint.vpc_id, there.vpc_id);
        assert_eq!(endpoint.subnet_ids.len(), 2);
    }
    let host = |role: &str| made.iter().find(|endpoint| endpoint.role == role).unwrap().host.clone();
    let variable = |name: &str| function.environment[name].shown().map(str::to_owned);
    assert_eq!(variable("DB_PROXY_HOST"), host("READ_WRITE"));
    assert_eq!(variable("DB_PROXY_READER_HOST"), host("READ_ONLY"));
}

async fn problems(journey: &Journey) -> Vec<(&'static str, String)> {
    let problems = design(&journey.choices, &journey.observe().await).err().unwrap_or_default();
    problems.into_iter().map(|problem| (problem.field, problem.title)).collect()
}

#[tokio::test]
async fn what_cannot_have_an_endpoint_is_refused_with_its_reason() {
    type Spoil = fn(&mut Journey);
    let cases: [(&str, Spoil, &str, &str); 6] = [
        (
            "a single instance",
            |journey| journey.choices = Choices { database: "crm".into(), ..journey.choices.clone() },
            "proxy.read_only_endpoint",
            "`crm` has no readers: it is a single instance",
        ),
        (
            "a cluster without a reader",
            |journey| {
                journey.practice.tamper(|state| {
                    let all = state.databases.iter_mut().filter(|record| record.database.id == "orders-prod");
                    all.for_each(|record| record.database.members.retain(|member| member.writer));
                });
            },
            "proxy.read_only_endpoint",
            "`orders-prod` has no reader: nobody would be behind a read-only endpoint",
        ),
        (
            "a function elsewhere, unasked",
            |journey| journey.choices.function = "orders-report".into(),
            "proxy.endpoint_in_function_vpc",
            "`orders-report` is in another VPC",
        ),
        (
            "one zone",
            |journey| {
                journey.choices = elsewhere(AuthMode::StandardIam, false);
                journey.practice.tamper(|state| {
                    state.subnets.retain(|subnet| subnet.label() != "data-b" && subnet.label() != "data-c");
                });
            },
            "proxy.endpoint_in_function_vpc",
            "acme-data has usable subnets in 1 zone",
        ),
        (
            "dedicated tenancy",
            |journey| {
                journey.choices = elsewhere(AuthMode::StandardIam, false);
                journey.practice.tamper(|state| {
                    state
                        .vpcs
                        .iter_mut()
                        .filter(|vpc| vpc.label() == "acme-data")
                        .for_each(|vpc| vpc.tenancy = "dedicated".into());
                });
            },
            "proxy.endpoint_in_function_vpc",
            "acme-data has dedicated tenancy",
        ),
        (
            "functions in two VPCs",
            |journey| {
                journey.choices = elsewhere(AuthMode::StandardIam, false);
                journey.choices.more_functions = vec!["orders-api".into()];
            },
            "more_functions",
            "`orders-api` is in another VPC than `orders-report`",
        ),
    ];
    for (what, spoil, field, title) in cases {
        let mut journey = Journey::new("default", reads(AuthMode::StandardIam));
        spoil(&mut journey);
        let said = problems(&journey).await;
        assert!(said.iter().any(|(at, text)| *at == field && text.contains(title)), "{what}: {said:#?}");
    }
}

fn tagged(setup: &str) -> Tags {
    Tags::from([(TAG_MADE_BY.to_owned(), PROGRAM.to_owned()), (TAG_SETUP.to_owned(), setup.to_owned())])
}

fn new(practice: &Practice, name: &str) -> NewProxyEndpoint {
    let proxy =
        &practice.state().proxies.iter().find(|record| record.proxy.name == "billing-pg-proxy").unwrap().proxy.clone();
    NewProxyEndpoint {
        name: name.into(),
        proxy: proxy.name.clone(),
        role: EndpointRole::ReadOnly,
        subnet_ids: proxy.subnet_ids.clone(),
        security_group_ids: proxy.security_group_ids.clone(),
        network_type: NetworkType::Ipv4,
        tags: tagged("other"),
    }
}

#[tokio::test]
async fn practice_refuses_as_rds_does() {
    let practice = Journey::new("default", Choices::default()).practice;
    let code = |error: rds_proxy_wizard::cloud::CloudError| (error.code.clone().unwrap_or_default(), error.kind);
    practice.create_proxy_endpoint(new(&practice, "reads")).await.unwrap();
    let status = practice.proxy_endpoint("reads").await.unwrap().unwrap().status;
    assert_eq!(status, "creating");
    ready(&practice).await;
    let found = practice.proxy_endpoint("reads").await.unwrap().unwrap();
    assert_eq!((found.status.as_str(), found.tags), ("available", Some(tagged("other"))));

    let twice = practice.create_proxy_endpoint(new(&practice, "reads")).await.unwrap_err();
    assert_eq!(code(twice), ("DBProxyEndpointAlreadyExistsFault".into(), ErrorKind::AlreadyExists));
    for (spoiled, expected) in [
        (NewProxyEndpoint { name: "-reads".into(), ..new(&practice, "x") }, "InvalidParameterValue"),
        (NewProxyEndpoint { proxy: "nobody".into(), ..new(&practice, "x") }, "DBProxyNotFoundFault"),
        (
            NewProxyEndpoint { subnet_ids: new(&practice, "x").subnet_ids[..1].to_vec(), ..new(&practice, "x") },
            "InvalidSubnet",
        ),
        (
            NewProxyEndpoint { security_group_ids: vec!["sg-none".into()], ..new(&practice, "x") },
            "InvalidParameterValue",
        ),
        (NewProxyEndpoint { proxy: "auth-proxy".into(), ..new(&practice, "x") }, "InvalidParameterValue"),
    ] {
        let error = practice.create_proxy_endpoint(spoiled.clone()).await.unwrap_err();
        assert_eq!(code(error).0, expected, "{spoiled:?}");
    }
    for number in 1..20 {
        practice.create_proxy_endpoint(new(&practice, &format!("reads-{number}"))).await.unwrap();
    }
    let full = practice.create_proxy_endpoint(new(&practice, "one-more")).await.unwrap_err();
    assert_eq!(code(full), ("DBProxyEndpointQuotaExceededFault".into(), ErrorKind::Quota));
    practice.delete_proxy_endpoint("reads").await.unwrap();
    let gone = practice.delete_proxy_endpoint("never").await.unwrap_err();
    assert_eq!(code(gone), ("DBProxyEndpointNotFoundFault".into(), ErrorKind::NotFound));
}

#[tokio::test]
async fn an_endpoint_that_others_made_is_used_and_stays() {
    let mut picked = choices("billing-pg", "billing-api", AuthMode::StandardIam);
    picked.proxy.name = Some("billing-pg-proxy".into());
    picked.proxy.existing = true;
    picked.proxy.read_only_endpoint = true;
    let journey = Journey::new("default", picked);
    journey.practice.create_proxy_endpoint(new(&journey.practice, "billing-reads")).await.unwrap();
    ready(&journey.practice).await;
    let before = journey.practice.snapshot();
    let plan = journey.plan().await;
    assert_eq!(plan.change("create-read-only-endpoint"), Some(Change::AlreadySo));
    let outcome = journey.apply().await;
    assert_eq!(outcome.end, End::Finished, "{:#?}", outcome.receipt);
    let function = journey.practice.function("billing-api").await.unwrap().unwrap();
    let host = function.environment["DB_PROXY_READER_HOST"].shown().unwrap().to_owned();
    assert!(host.starts_with("billing-reads.endpoint.proxy-"), "{host}");
    let outcome = journey.engine(None, Heard::default().emit(), Stop::default()).undo(outcome.receipt).await.unwrap();
    assert_eq!(outcome.receipt.state, RunState::Undone, "{:#?}", outcome.receipt.leftovers);
    assert_eq!(journey.practice.snapshot(), before);
}

#[tokio::test]
async fn the_export_is_the_same_before_and_after_an_apply() {
    for picked in [reads(AuthMode::StandardIam), elsewhere(AuthMode::Password, true)] {
        let journey = Journey::new("default", picked);
        let files = |setup: &Setup| {
            let all = export::targets().flat_map(|target| (target.render)(setup).unwrap());
            all.map(|file| (file.path, file.text)).collect::<Vec<_>>()
        };
        let before = design(&journey.choices, &journey.observe().await).unwrap();
        assert_eq!(journey.apply().await.end, End::Finished);
        let after = design(&journey.choices, &journey.observe().await).unwrap();
        assert_eq!(files(&before), files(&after));
    }
}

#[test]
fn the_words_of_the_command_line() {
    let home = Home::new();
    let plan = "plan --practice --practice-speed 0 --database orders-prod --function orders-api --read-only-endpoint";
    let shown = home.run(plan).ends(0);
    assert!(shown.stdout.contains("Read-only endpoint `orders-proxy-read-only`"), "{shown:#?}");
    let plan = "plan --practice --practice-speed 0 --database crm --function orders-mailer --read-only-endpoint";
    let refused = home.run(plan).ends(2);
    assert!(refused.stderr.contains("it is a single instance"), "{refused:#?}");
    let plan = "plan --practice --practice-speed 0 --database orders-prod --function orders-report";
    let refused = home.run(plan).ends(2);
    assert!(refused.stderr.contains("Give the proxy an endpoint in the function"), "{refused:#?}");
    let shown = home.run(&format!("{plan} --endpoint-in-function-vpc")).ends(0);
    assert!(shown.stdout.contains("in the function\u{2019}s VPC"), "{shown:#?}");
}
