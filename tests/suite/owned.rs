//! What a setup owns and what it uses: an export is the same before and after an apply, and what others
//! made is never made, changed or taken back.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use rds_proxy_wizard::apply::{Stop, StopAt};
use rds_proxy_wizard::cloud::{NewRole, NewSecurityGroup, NewVpcEndpoint, Writer};
use rds_proxy_wizard::design::design;
use rds_proxy_wizard::domain::Tags;
use rds_proxy_wizard::domain::choices::{Choices, EndpointChoice, IfDeleted};
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::domain::policy::Document;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::domain::setup::{GroupPart, SecretSetup, Setup};
use rds_proxy_wizard::export::{self, File};
use rds_proxy_wizard::plan::{Plan, actions::Action};
use rds_proxy_wizard::practice::SCENARIOS;

use crate::flow::{Heard, Journey, cases, choices};

fn designed(journey: &Journey, observed: &Observed) -> Option<Setup> {
    design(&journey.choices, observed).ok()
}

async fn exported(journey: &Journey) -> Option<Vec<File>> {
    let setup = designed(journey, &journey.observe().await)?;
    Some(export::files(&setup).unwrap())
}

/// The first line that differs, so that a failure can be read.
fn same(before: &[File], after: &[File], what: &str) {
    let paths = |files: &[File]| files.iter().map(|file| file.path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(before), paths(after), "{what}");
    for (before, after) in before.iter().zip(after) {
        for (before_line, after_line) in before.text.lines().zip(after.text.lines()) {
            assert_eq!(before_line, after_line, "{what}: {}", before.path);
        }
        assert_eq!(before.text, after.text, "{what}: {}", before.path);
    }
}

/// Exports before, in the middle of, and after a run that is stopped and resumed.
async fn exports_the_same_all_the_way(journey: &Journey, what: &str) {
    let before = exported(journey).await.unwrap();
    let stop = Stop::default();
    stop.ask(StopAt::AfterStep);
    let plan = journey.plan().await;
    let stopped = journey.engine(None, Heard::default().emit(), stop).run(plan).await.unwrap();
    same(&before, &exported(journey).await.unwrap(), &format!("{what}, stopped"));
    let resumed = journey.engine(None, Heard::default().emit(), Stop::default()).resume(stopped.receipt).await.unwrap();
    same(&before, &exported(journey).await.unwrap(), &format!("{what}, resumed"));
    if resumed.end == rds_proxy_wizard::apply::End::Finished {
        let again = journey.plan().await;
        assert!(again.is_empty(), "{what}: {:?}", again.changes().map(|step| &step.id).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn an_export_is_the_same_before_and_after_an_apply_in_every_scenario() {
    for scenario in SCENARIOS.iter().filter(|scenario| scenario.name != "large") {
        for mode in AuthMode::ALL {
            let journey = Journey::new(scenario.name, choices("crm", "billing-pdf", mode));
            // Where there is no way to a setup, nothing is exported.
            let Some(before) = exported(&journey).await else { continue };
            journey.apply().await;
            same(&before, &exported(&journey).await.unwrap(), &format!("{}, {mode}", scenario.name));
        }
    }
}

#[tokio::test]
async fn an_export_is_the_same_before_and_after_an_apply_whatever_was_chosen() {
    for (scenario, choices) in cases() {
        let what = format!("{scenario}, {} from {}, {}", choices.database, choices.function, choices.auth_mode);
        exports_the_same_all_the_way(&Journey::new(scenario, choices), &what).await;
    }
    let mut endpoint = choices("crm", "billing-pdf", AuthMode::StandardIam);
    endpoint.network.secrets_endpoint = EndpointChoice::Create;
    exports_the_same_all_the_way(&Journey::new("no-nat", endpoint), "an endpoint that was asked for").await;
}

/// The free addresses of subnets change while a proxy is in them.
#[tokio::test]
async fn roomier_subnets_do_not_lure_a_setup_away() {
    let journey = Journey::new("default", choices("crm", "billing-pdf", AuthMode::Password));
    let before = exported(&journey).await.unwrap();
    let chosen = journey.plan().await.setup().unwrap().network.chosen_subnet_ids();
    journey.apply().await;
    journey.practice.tamper(|state| {
        for subnet in &mut state.subnets {
            subnet.free_addresses = if chosen.contains(&subnet.id) { 40 } else { 4000 };
        }
    });
    same(&before, &exported(&journey).await.unwrap(), "roomier subnets");
    assert!(journey.plan().await.is_empty());
}

/// Undone and applied again, with the deleted secret brought back.
#[tokio::test]
async fn a_secret_that_is_brought_back_is_owned_like_a_new_one() {
    let mut chosen = choices("crm", "billing-pdf", AuthMode::StandardIam);
    chosen.secret.if_deleted = IfDeleted::Restore;
    let journey = Journey::new("default", chosen);
    let before = exported(&journey).await.unwrap();
    let applied = journey.apply().await;
    journey.engine(None, Heard::default().emit(), Stop::default()).undo(applied.receipt).await.unwrap();
    same(&before, &exported(&journey).await.unwrap(), "undone");
    let again = journey.plan().await;
    assert!(again.changes().any(|step| matches!(step.action, Action::RestoreSecret(_))));
    journey.apply().await;
    same(&before, &exported(&journey).await.unwrap(), "applied again");
    assert!(journey.plan().await.is_empty());
}

/// Tags as another setup has them, and none.
fn of_others() -> [Tags; 2] {
    let other = [("made-by", "rds-proxy-wizard"), ("rds-proxy-wizard:setup", "another-proxy")];
    [Tags::new(), other.map(|(key, value)| (key.to_owned(), value.to_owned())).into()]
}

/// What undoing the plan could take away, by the steps that make something.
fn makes(plan: &Plan, name: &str) -> bool {
    plan.changes().any(|step| match &step.action {
        Action::CreateSecurityGroup(create) => create.name == name,
        Action::CreateVpcEndpoint(_) => name == "endpoint",
        _ => false,
    })
}

async fn group(journey: &Journey, name: &str, tags: &Tags) -> String {
    let vpc_id = journey.plan().await.setup().unwrap().network.vpc_id.clone();
    let new = NewSecurityGroup { name: name.into(), description: "made by hand".into(), vpc_id, tags: tags.clone() };
    journey.practice.create_security_group(new).await.unwrap()
}

#[tokio::test]
async fn a_group_of_others_is_used_and_never_taken_back() {
    for tags in of_others() {
        let journey = Journey::new("default", choices("crm", "billing-pdf", AuthMode::StandardIam));
        let id = group(&journey, "crm-proxy-sg", &tags).await;
        let plan = journey.plan().await;
        let used = plan.setup().unwrap().network.group(GroupPart::Proxy).unwrap();
        assert_eq!((used.owned, &used.id), (false, &id));
        assert!(!makes(&plan, "crm-proxy-sg"));
        let files = export::files(plan.setup().unwrap()).unwrap();
        let script = files.iter().find(|file| file.path == "cli/setup.sh").unwrap();
        assert!(script.text.contains(&format!("PROXY_SG={id}\n")), "{}", script.text);

        exports_the_same_all_the_way(&journey, "a group of others").await;
        let receipts = journey.store().open_runs(&journey.connection().account);
        assert!(receipts.is_empty());
        assert!(journey.practice.state().groups.iter().any(|group| group.id == id));
    }
}

#[tokio::test]
async fn a_function_moves_by_a_group_of_its_own() {
    for tags in of_others() {
        let journey = Journey::new("default", choices("crm", "billing-pdf", AuthMode::StandardIam));
        let id = group(&journey, "billing-pdf-to-proxy-sg", &tags).await;
        let before = exported(&journey).await.unwrap();
        let outcome = journey.apply().await;
        same(&before, &exported(&journey).await.unwrap(), "moved");
        journey.engine(None, Heard::default().emit(), Stop::default()).undo(outcome.receipt).await.unwrap();
        let groups = journey.practice.state().groups;
        assert!(groups.iter().any(|group| group.id == id));
        assert!(!groups.iter().any(|group| group.name == "billing-pdf-to-proxy-sg-2"));
    }
}

#[tokio::test]
async fn an_endpoint_of_others_is_used_and_never_taken_back() {
    for tags in of_others() {
        let journey = Journey::new("no-nat", choices("crm", "billing-pdf", AuthMode::Password));
        let group = group(&journey, "endpoints", &tags).await;
        let plan = journey.plan().await;
        assert!(makes(&plan, "endpoint"));
        let wanted = plan.setup().unwrap().network.endpoint.clone().unwrap();
        let new = NewVpcEndpoint {
            vpc_id: plan.setup().unwrap().network.vpc_id.clone(),
            service_name: wanted.service_name,
            subnet_ids: wanted.subnet_ids,
            security_group_ids: vec![group],
            tags: tags.clone(),
            token: "by-hand".into(),
        };
        let id = journey.practice.create_vpc_endpoint(new).await.unwrap().id;
        let plan = journey.plan().await;
        let used = plan.setup().unwrap().network.endpoint.as_ref().unwrap();
        assert_eq!((used.owned, used.id.as_ref()), (false, Some(&id)));
        assert!(!makes(&plan, "endpoint") && !makes(&plan, "endpoints"));
        exports_the_same_all_the_way(&journey, "an endpoint of others").await;
    }
}

#[tokio::test]
async fn a_role_of_others_is_not_given_another_policy() {
    for tags in of_others() {
        let journey = Journey::new("default", choices("crm", "billing-pdf", AuthMode::StandardIam));
        let new = NewRole {
            name: "crm-proxy-role".into(),
            path: "/".into(),
            description: "made by hand".into(),
            trust: Document::trust("rds.amazonaws.com"),
            permissions_boundary: None,
            tags,
        };
        journey.practice.create_role(new).await.unwrap();
        let problems = design(&journey.choices, &journey.observe().await).unwrap_err();
        let fields: Vec<&str> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, ["role.name"], "{problems:#?}");
    }
}

#[tokio::test]
async fn receipts_of_earlier_versions_still_say_what_is_owned() {
    let text = r#"{"source":"existing","name":"a","arn":"arn:a","rds_managed":false,"key":null}"#;
    assert!(matches!(serde_json::from_str::<SecretSetup>(text).unwrap(), SecretSetup::Used { .. }));
    for source in ["create", "restore"] {
        let text = format!(r#"{{"source":"{source}","name":"a","arn":"arn:a","password":"typed","key":null}}"#);
        assert!(matches!(serde_json::from_str::<SecretSetup>(&text).unwrap(), SecretSetup::Owned { .. }));
    }
    let journey = Journey::new("default", Choices { ..choices("crm", "billing-pdf", AuthMode::Password) });
    let plan = serde_json::to_string(&journey.plan().await).unwrap();
    let earlier = plan.replace("\"owned\":", "\"create\":");
    let read: Plan = serde_json::from_str(&earlier).unwrap();
    assert!(read.setup().unwrap().network.group(GroupPart::Proxy).unwrap().owned);
}

#[tokio::test]
async fn plans_of_earlier_versions_say_what_they_are_for() {
    let journey = Journey::new("default", choices("crm", "billing-pdf", AuthMode::Password));
    let plan = serde_json::to_value(journey.plan().await).unwrap();
    let read = |plan: &serde_json::Value| serde_json::from_value::<Plan>(plan.clone()).unwrap();
    assert!(read(&plan).setup().is_some());
    // They wrote a setup into each, marked what serves for a moment, and mended without a target.
    let mut probe = plan.clone();
    probe["temporary"] = true.into();
    assert!(read(&probe).is_temporary());
    let mut repair = plan.clone();
    repair["steps"].as_array_mut().unwrap().retain(|step| step["id"] != "register-target");
    let repair = read(&repair);
    let found = repair.as_found().unwrap();
    assert_eq!((found.proxy.as_str(), repair.is_temporary()), (repair.name(), false));
    assert!(found.function.as_ref().unwrap().ends_with(":billing-pdf"));
}
