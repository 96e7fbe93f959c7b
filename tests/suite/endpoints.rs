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
use rds_proxy_wizard::domain::proxy::{AuthMode, EndpointRole, NetworkType, ProxyEndpoint, ProxyStatus};
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
    let host = |role: &str| made.iter().find(|endpoint| endpoint.role.as_str() == role).unwrap().host.clone();
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
    assert_eq!(status, ProxyStatus::Creating);
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

/// Subnets and groups of a VPC of the practice account, by the VPC's name.
fn placed(practice: &Practice, vpc: &str) -> (Vec<String>, Vec<String>) {
    let state = practice.state();
    let id = &state.vpcs.iter().find(|there| there.label() == vpc).unwrap().id;
    let mut subnets: Vec<_> = state.subnets.iter().filter(|subnet| subnet.vpc_id == *id).collect();
    subnets.sort_by_key(|subnet| std::cmp::Reverse(subnet.zone.clone()));
    let groups = state.groups.iter().filter(|group| group.vpc_id == *id && group.name != "default");
    (subnets.iter().map(|subnet| subnet.id.clone()).collect(), groups.map(|group| group.id.clone()).collect())
}

#[tokio::test]
async fn name_place_and_groups_of_an_endpoint_are_chosen_made_and_taken_back() {
    for (picked, vpc) in
        [(reads(AuthMode::StandardIam), "acme-main"), (elsewhere(AuthMode::StandardIam, true), "acme-data")]
    {
        let mut journey = Journey::new("default", picked);
        let (subnets, groups) = placed(&journey.practice, vpc);
        let mut zones = std::collections::BTreeSet::new();
        let state = journey.practice.state();
        let zone = |id: &String| state.subnets.iter().find(|subnet| subnet.id == *id).unwrap().zone.clone();
        let two: Vec<String> = subnets.iter().filter(|id| zones.insert(zone(id))).take(2).cloned().collect();
        let endpoints = &mut journey.choices.proxy.endpoints;
        endpoints.read_only_name = Some("orders-reads".into());
        endpoints.function_vpc_name = (vpc == "acme-data").then(|| "orders-in-data".into());
        (endpoints.subnets, endpoints.security_groups) = (two.clone(), groups[..1].to_vec());

        // As a choices file, and as choices that were not kept.
        let text = toml::to_string(&journey.choices).unwrap();
        assert_eq!(toml::from_str::<Choices>(&text).unwrap(), journey.choices, "{text}");
        let observed = journey.observe().await;
        let setup = design(&journey.choices, &observed).unwrap();
        let unkept = Setup { choices: None, ..setup.clone() };
        let again = design(&rds_proxy_wizard::design::choices_of(&unkept), &observed).unwrap();
        assert_eq!((&again.proxy, &again.network.rules), (&setup.proxy, &setup.network.rules), "{vpc}");

        let own = Journey { practice: journey.practice.clone(), ..Journey::new("default", journey.choices.clone()) };
        assert_eq!(own.apply().await.end, End::Finished);
        for endpoint in self::endpoints(&journey.practice, "orders-proxy").await {
            assert!(["orders-reads", "orders-in-data"].contains(&endpoint.name.as_str()), "{endpoint:?}");
            assert_eq!((&endpoint.subnet_ids, &endpoint.security_group_ids[..]), (&two, &groups[..1]));
        }
        there_and_back(Journey::new("default", journey.choices.clone()), &["create-read-only-endpoint"]).await;
        for file in export::files(&setup).unwrap() {
            if ["cli/setup.sh", "powershell/setup.ps1", "terraform/main.tf", "cloudformation/template.yaml"]
                .contains(&file.path.as_str())
            {
                assert!(file.text.contains("orders-reads"), "{}", file.path);
            }
        }
    }
}

#[tokio::test]
async fn what_an_endpoint_cannot_be_like_is_refused_with_its_reason() {
    use rds_proxy_wizard::domain::choices::EndpointsChoice;
    type Choose = fn(&mut EndpointsChoice, &[String], &[String]);
    let cases: [(&str, Choose, &str, &str); 8] = [
        (
            "a name with an underscore",
            |of, _, _| of.read_only_name = Some("orders_reads".into()),
            "proxy.endpoints.read_only_name",
            "`orders_reads` is no name for an endpoint",
        ),
        (
            "a name that is too long",
            |of, _, _| of.function_vpc_name = Some("a".repeat(64)),
            "proxy.endpoints.function_vpc_name",
            "is no name for an endpoint",
        ),
        (
            "one name for both",
            |of, _, _| {
                (of.read_only_name, of.function_vpc_name) = (Some("Orders-X".into()), Some("orders-x".into()));
            },
            "proxy.endpoints.read_only_name",
            "Both endpoints are called `Orders-X`",
        ),
        (
            "a subnet of another VPC",
            |of, _, main| of.subnets = main[..2].to_vec(),
            "proxy.endpoints.subnets",
            "is no subnet of the VPC of the endpoint",
        ),
        (
            "one subnet, twice",
            |of, data, _| of.subnets = vec![data[0].clone(), data[0].clone()],
            "proxy.endpoints.subnets",
            "are in one zone",
        ),
        (
            "a group that is not there",
            |of, _, _| of.security_groups = vec!["sg-0none".into()],
            "proxy.endpoints.security_groups",
            "`sg-0none` is no security group of the VPC of the endpoint",
        ),
        (
            "IPv6 addresses in subnets that have others",
            |of, data, _| (of.subnets, of.network_type) = (data.to_vec(), Some(NetworkType::Ipv6)),
            "proxy.endpoints.network_type",
            "cannot have an endpoint with IPV6 addresses",
        ),
        (
            "both kinds in subnets without IPv6",
            |of, data, _| (of.subnets, of.network_type) = (data.to_vec(), Some(NetworkType::Dual)),
            "proxy.endpoints.network_type",
            "cannot have an endpoint with DUAL addresses",
        ),
    ];
    for (what, choose, field, title) in cases {
        let mut journey = Journey::new("default", elsewhere(AuthMode::StandardIam, true));
        let (data, _) = placed(&journey.practice, "acme-data");
        let (main, _) = placed(&journey.practice, "acme-main");
        choose(&mut journey.choices.proxy.endpoints, &data, &main);
        let said = problems(&journey).await;
        assert!(said.iter().any(|(at, text)| *at == field && text.contains(title)), "{what}: {said:#?}");
    }
    // No endpoint is asked for: the choices wait, and that is said.
    let mut journey = Journey::new("default", choices("orders-prod", "orders-api", AuthMode::StandardIam));
    journey.choices.proxy.endpoints.read_only_name = Some("orders-reads".into());
    let setup = design(&journey.choices, &journey.observe().await).unwrap();
    assert!(
        setup.notes.iter().any(|note| note.title.english().contains("an endpoint that is not made")),
        "{:?}",
        setup.notes
    );
}

#[tokio::test]
async fn an_endpoint_that_is_there_otherwise_is_not_called_so_already() {
    let journey = Journey::new("default", reads(AuthMode::StandardIam));
    assert_eq!(journey.apply().await.end, End::Finished);
    let mut other = Journey { practice: journey.practice.clone(), ..Journey::new("default", journey.choices.clone()) };
    let (_, groups) = placed(&journey.practice, "acme-main");
    other.choices.proxy.endpoints.security_groups = vec![groups[0].clone()];
    let observed = other.observe().await;
    let setup = design(&other.choices, &observed).unwrap();
    let conflicts = rds_proxy_wizard::plan::build(&observed, &setup).map(drop).unwrap_err();
    assert!(conflicts.iter().any(|conflict| conflict.title.contains("was made with other settings")), "{conflicts:?}");
}

#[test]
fn the_command_line_chooses_what_an_endpoint_is_like() {
    let home = Home::new();
    let plan = "plan --practice --practice-speed 0 --database orders-prod --function orders-api --read-only-endpoint";
    let shown = home.run(&format!("{plan} --read-only-endpoint-name orders-reads")).ends(0);
    assert!(shown.stdout.contains("Read-only endpoint `orders-reads`"), "{shown:#?}");
    let refused = home.run(&format!("{plan} --endpoint-subnets subnet-1,subnet-2")).ends(2);
    assert!(refused.stderr.contains("`subnet-1` is no subnet of the VPC of the endpoint"), "{refused:#?}");
    let refused = home.run(&format!("{plan} --endpoint-network-type DUAL")).ends(2);
    assert!(refused.stderr.contains("cannot have an endpoint with DUAL addresses"), "{refused:#?}");
    let refused = home.run(&format!("{plan} --endpoint-network-type ipv5")).ends(2);
    assert!(refused.stderr.contains("IPV4"), "{refused:#?}");
}
