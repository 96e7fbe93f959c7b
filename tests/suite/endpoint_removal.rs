//! Endpoints of a proxy that go: refused while somebody may use them, removed at one write, and made again as
//! they were read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use crate::failing::{Failing, Fault};
use rds_proxy_wizard::apply::{End, RunState, Stop, Store};
use rds_proxy_wizard::cloud::{Clock as _, ErrorKind, NewProxyEndpoint, Reader as _, Writer as _};
use rds_proxy_wizard::discover::{EndpointsRead, endpoints_of};
use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::domain::function::{EnvValue, Function};
use rds_proxy_wizard::domain::proxy::{EndpointRole, NetworkType, Proxy, ProxyEndpoint, ProxyStatus, TargetRole};
use rds_proxy_wizard::domain::{TAG_RUN, Tags};
use rds_proxy_wizard::plan::{Conflict, Plan, preflight, remove_endpoint};
use rds_proxy_wizard::practice::Practice;
use serde_json::Value;

use crate::cli::home::Home;
use crate::flow::{Heard, Journey};

pub const PROXY: &str = "billing-pg-proxy";
pub const NAME: &str = "billing-reads";

/// An endpoint for the reads of this proxy, where the proxy itself is.
pub fn for_reads(proxy: &Proxy, tags: &[(&str, &str)]) -> NewProxyEndpoint {
    NewProxyEndpoint {
        name: NAME.into(),
        proxy: proxy.name.clone(),
        role: EndpointRole::ReadOnly,
        subnet_ids: proxy.subnet_ids.clone(),
        security_group_ids: proxy.security_group_ids.clone(),
        network_type: NetworkType::Ipv4,
        tags: tags.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect(),
    }
}

/// A proxy that others made, with an endpoint for reads that others made too.
async fn journey() -> Journey {
    let journey = Journey::new("default", Choices::default());
    let practice = &journey.practice;
    let proxy = practice.proxy(PROXY).await.unwrap().unwrap();
    let tags = [("team", "billing"), (TAG_RUN, "another"), ("aws:cloudformation:stack-name", "billing")];
    practice.create_proxy_endpoint(for_reads(&proxy, &tags)).await.unwrap();
    practice.clock().sleep(std::time::Duration::from_secs(600)).await;
    journey
}

async fn read(practice: &Practice) -> EndpointsRead {
    endpoints_of(practice, &practice.state().account, PROXY, Some(NAME)).await
}

async fn planned(practice: &Practice) -> Result<Plan, Vec<Conflict>> {
    let EndpointsRead { observed, named, callers } = read(practice).await;
    remove_endpoint(&observed, named.present().unwrap(), callers.present().map(Vec::as_slice), false)
}

async fn there(practice: &Practice) -> Option<ProxyEndpoint> {
    practice.proxy_endpoint(NAME).await.unwrap()
}

/// What a person would call the endpoint: without its id, which AWS gives anew, and the tags of AWS itself.
fn content(endpoint: ProxyEndpoint) -> ProxyEndpoint {
    let own = |tags: Tags| tags.into_iter().filter(|(key, _)| !key.starts_with("aws:")).collect();
    ProxyEndpoint { arn: String::new(), tags: endpoint.tags.map(own), ..endpoint }
}

/// The account without the endpoints' ids and tags.
fn account(practice: &Practice) -> Value {
    let mut all = practice.snapshot();
    for proxy in all["proxies"].as_array_mut().unwrap() {
        for endpoint in proxy["endpoints"].as_array_mut().unwrap() {
            endpoint["arn"] = Value::Null;
            endpoint["tags"] = Value::Null;
        }
    }
    all
}

#[tokio::test]
async fn it_goes_and_comes_back_as_it_was_read() {
    let journey = journey().await;
    let practice = &journey.practice;
    let (before, was) = (account(practice), there(practice).await.unwrap());
    let plan = planned(practice).await.unwrap();
    let asked = preflight::asked(&plan);
    let exact = ("rds:DeleteDBProxyEndpoint".to_owned(), was.arn.clone());
    assert!(was.arn.contains(":db-proxy-endpoint:prx-endpoint-") && asked.contains(&exact), "{asked:#?}");
    let outcome = journey.engine(None, Heard::default().emit(), Stop::default()).run(plan).await.unwrap();
    assert_eq!(outcome.end, End::Finished, "{:#?}", outcome.receipt);
    assert_eq!(there(practice).await, None, "the run waits until it is gone");
    let outcome = journey.engine(None, Heard::default().emit(), Stop::default()).undo(outcome.receipt).await.unwrap();
    assert_eq!(outcome.receipt.state, RunState::Undone, "{:#?}", outcome.receipt.leftovers);
    let is = there(practice).await.unwrap();
    assert_eq!(is.status, ProxyStatus::Available, "undo waits until it is there");
    assert!(is.tags.as_ref().unwrap().keys().all(|key| !key.starts_with("aws:")));
    assert_eq!(content(is), content(was));
    assert_eq!(account(practice), before);
}

#[tokio::test]
async fn a_removal_that_fails_or_dies_is_undone_or_resumed() {
    for fault in [Fault::Refused, Fault::DiesBefore, Fault::DiesAfter] {
        for resumes in [false, true] {
            let journey = journey().await;
            let practice = &journey.practice;
            let (before, was) = (account(practice), there(practice).await.unwrap());
            let (writer, counter) = Failing::wrap(practice.clone(), fault, 1);
            let engine = journey.engine(Some(writer), Heard::default().emit(), Stop::default());
            let outcome = engine.run(planned(practice).await.unwrap()).await.unwrap();
            let what = format!("{fault:?}, resumes: {resumes}");
            assert!(counter.has_struck() && outcome.end == End::Failed, "{what}");
            let receipt = Store::load(&outcome.path).unwrap();
            let engine = journey.engine(None, Heard::default().emit(), Stop::default());
            if resumes {
                let outcome = engine.resume(receipt).await.unwrap();
                assert_eq!(outcome.end, End::Finished, "{what}: {:#?}", outcome.receipt);
                assert_eq!(there(practice).await, None, "{what}");
            } else {
                let outcome = engine.undo(receipt).await.unwrap();
                assert_eq!(outcome.end, End::Finished, "{what}: {:#?}", outcome.receipt.leftovers);
                assert_eq!(content(there(practice).await.unwrap()), content(was), "{what}");
                assert_eq!(account(practice), before, "{what}");
            }
        }
    }
}

#[tokio::test]
async fn an_undo_that_dies_is_taken_up_again_and_makes_it_once() {
    for fault in [Fault::DiesBefore, Fault::DiesAfter] {
        let journey = journey().await;
        let practice = &journey.practice;
        let was = there(practice).await.unwrap();
        let engine = journey.engine(None, Heard::default().emit(), Stop::default());
        let receipt = engine.run(planned(practice).await.unwrap()).await.unwrap().receipt;
        let (writer, _) = Failing::wrap(practice.clone(), fault, 1);
        let engine = journey.engine(Some(writer), Heard::default().emit(), Stop::default());
        let outcome = engine.undo(receipt).await.unwrap();
        assert_eq!(outcome.end, End::Failed, "{fault:?}");
        let engine = journey.engine(None, Heard::default().emit(), Stop::default());
        let outcome = engine.undo(Store::load(&outcome.path).unwrap()).await.unwrap();
        assert_eq!(outcome.end, End::Finished, "{fault:?}: {:#?}", outcome.receipt.leftovers);
        let is = there(practice).await.unwrap();
        assert_eq!(is.status, ProxyStatus::Available, "{fault:?}");
        assert_eq!(content(is), content(was), "{fault:?}");
    }
}

#[tokio::test]
async fn what_was_changed_or_made_anew_meanwhile_is_left_alone() {
    let changed = |practice: &Practice, change: fn(&mut ProxyEndpoint)| {
        practice.tamper(|state| {
            let records = state.proxies.iter_mut().flat_map(|record| &mut record.endpoints);
            records.filter(|extra| extra.endpoint.name == NAME).for_each(|extra| change(&mut extra.endpoint));
        });
    };
    let spoils: [fn(&mut ProxyEndpoint); 3] = [
        |endpoint| endpoint.arn.push('9'),
        |endpoint| endpoint.subnet_ids.truncate(1),
        |endpoint| drop(endpoint.tags.as_mut().unwrap().insert("team".into(), "orders".into())),
    ];
    for (at, spoil) in spoils.into_iter().enumerate() {
        let journey = journey().await;
        let plan = planned(&journey.practice).await.unwrap();
        changed(&journey.practice, spoil);
        let engine = journey.engine(None, Heard::default().emit(), Stop::default());
        let outcome = engine.run(plan).await.unwrap();
        let error = outcome.receipt.steps[0].error.clone().unwrap();
        assert_eq!((outcome.end, error.kind), (End::Failed, ErrorKind::Changed), "{at}");
        assert!(
            there(&journey.practice).await.is_some_and(|endpoint| endpoint.status == ProxyStatus::Available),
            "{at}"
        );
    }
    // Gone, and another of the name is there when it is to come back.
    let journey = journey().await;
    let engine = journey.engine(None, Heard::default().emit(), Stop::default());
    let receipt = engine.run(planned(&journey.practice).await.unwrap()).await.unwrap().receipt;
    let proxy = journey.practice.proxy(PROXY).await.unwrap().unwrap();
    let other = NewProxyEndpoint {
        name: NAME.into(),
        proxy: PROXY.into(),
        role: EndpointRole::ReadWrite,
        subnet_ids: proxy.subnet_ids,
        security_group_ids: proxy.security_group_ids,
        network_type: NetworkType::Ipv4,
        tags: Tags::new(),
    };
    journey.practice.create_proxy_endpoint(other).await.unwrap();
    let engine = journey.engine(None, Heard::default().emit(), Stop::default());
    engine.undo(receipt).await.unwrap();
    assert_eq!(there(&journey.practice).await.unwrap().role, TargetRole::ReadWrite);
}

fn function(name: &str, variable: &str, value: &str) -> Function {
    let environment = [(variable.to_owned(), EnvValue::Shown(value.to_owned()))].into();
    Function { name: name.to_owned(), environment, ..Function::default() }
}

#[tokio::test]
async fn what_may_not_go_is_refused_with_its_reason() {
    let journey = journey().await;
    let EndpointsRead { observed, named, .. } = read(&journey.practice).await;
    let endpoint = named.present().unwrap();
    let host = endpoint.host.clone().unwrap();
    let named = |value: String| function("reader", "DB_READER", &value);
    let hidden = Function { environment_unreadable: Some("no key".into()), ..function("dark", "A", "b") };
    let default = ProxyEndpoint { is_default: true, ..endpoint.clone() };
    let untagged = ProxyEndpoint { tags: None, ..endpoint.clone() };
    let coming = ProxyEndpoint { status: ProxyStatus::Creating, ..endpoint.clone() };
    let unclear = ProxyEndpoint { role: "READ_SOMETIMES".into(), ..endpoint.clone() };
    type Case<'a> = (&'a ProxyEndpoint, Option<Vec<Function>>, Option<&'a str>, Option<&'a str>);
    let cases: [Case<'_>; 9] = [
        (endpoint, Some(vec![named(format!("postgres://a@{}:5432/x", host.to_uppercase()))]), Some("`reader`"), None),
        (endpoint, Some(vec![named(host.clone()), hidden.clone()]), Some("Whether `dark`"), None),
        (endpoint, None, Some("is not known"), None),
        // The end of another's name.
        (endpoint, Some(vec![named(format!("more-{host}"))]), None, None),
        (endpoint, Some(vec![function("other", "DB_HOST", "db.example.com")]), None, None),
        (&default, Some(vec![]), Some("the default endpoint"), Some("the default endpoint")),
        (&untagged, Some(vec![]), Some("tags"), Some("tags")),
        (&coming, Some(vec![]), Some("`creating`"), Some("`creating`")),
        (&unclear, Some(vec![]), Some("not understood"), Some("not understood")),
    ];
    for (at, (endpoint, callers, refused, refused_even_so)) in cases.into_iter().enumerate() {
        for (even_if_used, refused) in [(false, refused), (true, refused_even_so)] {
            let planned = remove_endpoint(&observed, endpoint, callers.as_deref(), even_if_used);
            let said: String = planned.err().into_iter().flatten().map(|conflict| conflict.title + "\n").collect();
            match refused {
                Some(words) => assert!(said.contains(words), "{at}, {even_if_used}: {said}"),
                None => assert_eq!(said, "", "{at}, {even_if_used}"),
            }
        }
    }
}

#[tokio::test]
async fn what_may_not_be_read_is_unknown() {
    let journey = journey().await;
    journey.practice.tamper(|state| state.knobs.denied.extend(["lambda:ListFunctions".into()]));
    let EndpointsRead { callers, .. } = read(&journey.practice).await;
    assert!(callers.unreadable().is_some_and(|why| why.operation == "lambda:ListFunctions"));
    let conflicts = planned(&journey.practice).await.unwrap_err();
    assert!(conflicts[0].title.contains("is not known"), "{conflicts:#?}");
}

#[test]
fn the_words_of_the_command_line() {
    let home = Home::new();
    let here = "--practice --practice-speed 0 --proxy orders-proxy";
    let picks = "--database orders-prod --function orders-api --read-only-endpoint";
    home.run(&format!("apply --practice --practice-speed 0 {picks} --yes --format text")).ends(0);

    let told = home.run(&format!("endpoints {here} --format text")).ends(0);
    for words in [
        "orders-proxy  (default)",
        "\norders-proxy-read-only\n",
        "READ_ONLY",
        "orders-proxy-read-only.endpoint.proxy-",
        "orders-api (DB_PROXY_READER_HOST)",
    ] {
        assert!(told.stdout.contains(words), "{words}: {}", told.stdout);
    }
    let json = home.run(&format!("endpoints {here} --format json")).ends(0).json();
    assert_eq!(json["schema"], "rds-proxy-wizard/proxy-endpoints/v1");
    assert_eq!(json["endpoints"][1]["used_by"][0]["by_variable"][0], "DB_PROXY_READER_HOST", "{json}");
    assert_eq!(json["unreadable"], Value::Null);

    let remove = format!("endpoints {here} --remove orders-proxy-read-only");
    let refused = home.run(&format!("{remove} --yes --format text")).ends(1);
    assert!(refused.stderr.contains("`orders-api`") && refused.stderr.contains("--even-if-used"), "{refused:#?}");
    let asked = home.run(&format!("{remove} --even-if-used --format text")).ends(2);
    assert!(asked.stdout.contains("Remove the endpoint `orders-proxy-read-only`"), "{asked:#?}");
    home.run(&format!("{remove} --even-if-used --yes --format text")).ends(0);
    let told = home.run(&format!("endpoints {here} --format text")).ends(0);
    assert!(!told.stdout.contains("orders-proxy-read-only"), "{}", told.stdout);
    home.run(&format!("{remove} --yes")).ends(2);
    home.run("undo --practice --practice-speed 0 --name orders-proxy --yes --format text").ends(0);
    let told = home.run(&format!("endpoints {here} --format text")).ends(0);
    assert!(told.stdout.contains("orders-api (DB_PROXY_READER_HOST)"), "{}", told.stdout);

    let default = home.run(&format!("endpoints {here} --remove orders-proxy --even-if-used --yes")).ends(1);
    assert!(default.stderr.contains("default endpoint") || default.stdout.contains("default endpoint"), "{default:#?}");
    home.run("endpoints --practice --practice-speed 0 --proxy nobody").ends(2);
    home.run(&format!("endpoints {here} --even-if-used")).ends(2);
}
