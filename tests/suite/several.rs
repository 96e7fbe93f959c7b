//! Several functions in one run: each has its own rule, rights and variables; there is one receipt and one undo,
//! and where one fails the others go on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use crate::failing::{Failing, Fault};
use rds_proxy_wizard::apply::{End, RunState, StepState, Stop, Store};
use rds_proxy_wizard::design::{choices_of, design};
use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::domain::function::Alias;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::domain::setup::Setup;
use rds_proxy_wizard::export;
use rds_proxy_wizard::plan::Plan;
use rds_proxy_wizard::practice::state::VersionRecord;
use serde_json::Value;

use super::cli::home::Home;
use super::flow::{Heard, Journey, choices};

/// Three functions onto `auth-proxy`, which another user has already.
fn three(mode: AuthMode) -> Choices {
    let mut choices = choices("auth", "billing-pdf", mode);
    choices.more_functions = vec!["orders-api".into(), "orders-export".into()];
    choices.proxy.name = Some("auth-proxy".into());
    choices.proxy.existing = true;
    choices
}

/// The same in front of a database that has no proxy.
fn three_on_a_new_one(mode: AuthMode) -> Choices {
    let mut choices = choices("crm", "billing-pdf", mode);
    // The last one is moved into the VPC like the first, and shares its group.
    choices.more_functions = vec!["orders-api".into(), "orders-export".into(), "orders-webhook".into()];
    choices
}

fn changed(plan: &Plan) -> Vec<&str> {
    plan.changes().map(|step| step.id.0.as_str()).collect()
}

async fn host(journey: &Journey, function: &str) -> Option<String> {
    let found = journey.connection().reader().function(function).await.unwrap().unwrap();
    found.environment.get("DB_PROXY_HOST").and_then(|value| value.readable().map(str::to_owned))
}

#[tokio::test]
async fn each_function_gets_its_own_way_by_one_receipt_and_one_undo() {
    for choices in AuthMode::ALL
        .map(three_on_a_new_one)
        .into_iter()
        .chain([three(AuthMode::StandardIam), three(AuthMode::Password)])
    {
        let what = format!("{} {}", choices.database, choices.auth_mode);
        let journey = Journey::new("default", choices);
        let before = journey.practice.snapshot();
        let plan = journey.plan().await;
        let ids = changed(&plan);
        for name in ["orders-api", "orders-export"] {
            for id in ["put-connect-policy", "update-function"] {
                assert!(ids.contains(&format!("{id}-{name}").as_str()), "{what}: {id} of {name}: {ids:?}");
            }
        }
        let all = plan.steps.len();
        let mut unique: Vec<&str> = plan.steps.iter().map(|step| step.id.0.as_str()).collect();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), all, "{what}");
        let outcome = journey.engine(None, Heard::default().emit(), Stop::default()).run(plan).await.unwrap();
        assert_eq!(outcome.end, End::Finished, "{what}: {:#?}", outcome.receipt);
        let mut hosts = Vec::new();
        for name in ["billing-pdf", "orders-api", "orders-export"] {
            hosts.push(host(&journey, name).await);
        }
        assert!(hosts[0].is_some() && hosts.iter().all(|host| *host == hosts[0]), "{what}: {hosts:?}");
        assert!(journey.plan().await.is_empty(), "{what}: {:?}", changed(&journey.plan().await));
        let outcome =
            journey.engine(None, Heard::default().emit(), Stop::default()).undo(outcome.receipt).await.unwrap();
        assert_eq!(outcome.receipt.state, RunState::Undone, "{what}: {:#?}", outcome.receipt.leftovers);
        assert_eq!(journey.practice.snapshot(), before, "{what}");
    }
}

#[tokio::test]
async fn a_function_that_fails_stops_none_of_the_others() {
    let finished = {
        let journey = Journey::new("default", three(AuthMode::StandardIam));
        let plan = journey.plan().await;
        let (writer, counter) = Failing::wrap(journey.practice.clone(), Fault::Refused, usize::MAX);
        let outcome = journey.engine(Some(writer), Heard::default().emit(), Stop::default()).run(plan).await.unwrap();
        assert_eq!(outcome.end, End::Finished);
        (counter.writes(), journey.practice.snapshot())
    };
    let (writes, finished) = finished;
    let mut independent = 0;
    for at in 1..=writes {
        let journey = Journey::new("default", three(AuthMode::StandardIam));
        let before = journey.practice.snapshot();
        let plan = journey.plan().await;
        let (writer, _) = Failing::wrap(journey.practice.clone(), Fault::Refused, at);
        let outcome = journey.engine(Some(writer), Heard::default().emit(), Stop::default()).run(plan).await.unwrap();
        assert_eq!(outcome.end, End::Failed, "at {at}");
        let state = |id: &str| outcome.receipt.steps.iter().find(|entry| entry.step.0 == id).unwrap().state;
        let failed: Vec<&str> = outcome
            .receipt
            .steps
            .iter()
            .filter(|entry| entry.state == StepState::Failed)
            .map(|entry| entry.step.0.as_str())
            .collect();
        if failed.iter().any(|id| id.ends_with("-orders-api")) {
            independent += 1;
            assert_eq!(state("update-function-orders-export"), StepState::Done, "{failed:?}");
            assert_eq!(state("update-function"), StepState::Done, "{failed:?}");
        }
        let receipt = Store::load(&outcome.path).unwrap();
        if at % 2 == 0 {
            let resumed = journey.engine(None, Heard::default().emit(), Stop::default()).resume(receipt).await.unwrap();
            assert_eq!(resumed.end, End::Finished, "resumed at {at}");
            assert_eq!(journey.practice.snapshot(), finished, "resumed at {at}");
        } else {
            let undone = journey.engine(None, Heard::default().emit(), Stop::default()).undo(receipt).await.unwrap();
            assert_eq!(undone.receipt.state, RunState::Undone, "at {at}: {:#?}", undone.receipt.leftovers);
            assert_eq!(journey.practice.snapshot(), before, "undone at {at}");
        }
    }
    assert!(independent > 0);
}

#[tokio::test]
async fn what_is_wrong_with_one_is_said_with_its_name() {
    let mut choices = three(AuthMode::StandardIam);
    choices.more_functions = vec!["nobody".into(), "billing-pdf".into()];
    let journey = Journey::new("default", choices);
    let problems = design(&journey.choices, &journey.observe().await).unwrap_err();
    let said: Vec<&str> = problems.iter().map(|problem| problem.title.as_str()).collect();
    assert!(said.iter().any(|title| title.starts_with("nobody: ")), "{said:?}");
    assert!(said.iter().any(|title| title.contains("billing-pdf is named twice")), "{said:?}");
}

#[tokio::test]
async fn every_export_has_all_of_the_functions() {
    for choices in [three(AuthMode::StandardIam), three_on_a_new_one(AuthMode::Password)] {
        let journey = Journey::new("default", choices);
        let setup = design(&journey.choices, &journey.observe().await).unwrap();
        let files = export::files(&setup).unwrap();
        let text = |path: &str| {
            let file = files.iter().find(|file| file.path == path);
            file.unwrap_or_else(|| panic!("{path} of {:?}", files.iter().map(|file| &file.path).collect::<Vec<_>>()))
                .text
                .clone()
        };
        for name in ["orders-api", "orders-export"] {
            for path in
                ["cli/setup.sh", "powershell/setup.ps1", "terraform/attach.sh", "cloudformation/attach.sh", "README.md"]
            {
                assert!(text(path).contains(name), "{path} lacks {name}");
            }
        }
        assert!(text("cli/setup.sh").contains("variable-of orders-api"));
        assert!(text("cli/undo.sh").contains("variable-of) FUNCTION=$one set_variable"));
        for path in ["cloudformation/template.yaml", "terraform/main.tf"] {
            let text = text(path);
            for id in ["OrdersApi", "OrdersExport", "orders_api", "orders_export"] {
                if text.contains("AWS::") && id.contains('_') || !text.contains("AWS::") && !id.contains('_') {
                    continue;
                }
                assert!(text.contains(id), "{path} lacks {id}:\n{text}");
            }
        }
        let policy: Value = serde_json::from_str(&text("policies/you-create.json")).unwrap();
        assert!(policy.to_string().contains("function:orders-export"), "{policy}");
    }
}

#[test]
fn the_command_line_takes_several_functions_and_a_file_may_list_them() {
    let home = Home::new();
    home.write("choices.toml", "database = \"crm\"\nfunction = \"billing-pdf\"\nmore_functions = [\"orders-api\"]\n[secret]\nuser = \"pdf_app\"\n");
    let by_file = home.run("plan --practice --choices choices.toml --format json").ends(0).json();
    let ids = |plan: &Value| -> Vec<String> {
        plan["steps"].as_array().unwrap().iter().map(|step| step["id"].as_str().unwrap().to_owned()).collect()
    };
    assert!(ids(&by_file).contains(&"update-function-orders-api".to_owned()), "{:?}", ids(&by_file));
    let line = "--practice --practice-speed 0 --choices choices.toml --function billing-pdf --function orders-export";
    let by_line = home.run(&format!("plan {line} --format json")).ends(0).json();
    assert!(ids(&by_line).contains(&"update-function-orders-export".to_owned()));
    assert!(!ids(&by_line).contains(&"update-function-orders-api".to_owned()));
    home.run(&format!("apply --yes {line}")).ends(0);
    assert_eq!(home.receipts().len(), 1);
    home.run("undo --yes --practice --practice-speed 0 --name crm-proxy").ends(0);
    home.run("export --practice --proxy auth-proxy --function a --function b --out there").ends(2);
}

/// Every function of `three` with an alias `live` at a published version.
fn with_aliases(choices: Choices) -> Journey {
    let journey = Journey::new("default", choices);
    journey.practice.tamper(|state| {
        for record in &mut state.functions {
            if ["billing-pdf", "orders-api", "orders-export"].contains(&record.function.name.as_str()) {
                let frozen =
                    VersionRecord { vpc: record.function.vpc.clone(), environment: record.environment.clone() };
                record.last_version = record.last_version.max(3);
                record.versions.insert("3".into(), frozen);
                record.aliases = vec![Alias { name: "live".into(), version: "3".into(), ..Alias::default() }];
            }
        }
    });
    journey
}

#[tokio::test]
async fn each_function_has_its_own_alias_that_is_moved_and_moved_back() {
    let mut choices = three(AuthMode::StandardIam);
    choices.access.publish_to_alias = Some("live".into());
    choices.access.more_aliases = [("orders-export".to_owned(), "live".to_owned())].into();
    let journey = with_aliases(choices);
    let before = journey.practice.snapshot();
    let setup = design(&journey.choices, &journey.observe().await).unwrap();
    let frozen: Vec<_> =
        setup.notes.iter().filter(|note| note.title.english().contains("points at a published")).collect();
    assert_eq!(frozen.len(), 1, "{frozen:?}");
    assert!(frozen[0].title.english().starts_with("orders-api: "), "{frozen:?}");
    let unkept = Setup { choices: None, ..setup.clone() };
    assert_eq!(choices_of(&unkept).access.more_aliases, journey.choices.access.more_aliases);

    let plan = journey.plan().await;
    let ids = changed(&plan);
    assert!(
        ids.contains(&"publish-and-move-alias") && ids.contains(&"publish-and-move-alias-orders-export"),
        "{ids:?}"
    );
    assert!(!ids.contains(&"publish-and-move-alias-orders-api"), "{ids:?}");
    let outcome = journey.engine(None, Heard::default().emit(), Stop::default()).run(plan).await.unwrap();
    assert_eq!(outcome.end, End::Finished, "{:#?}", outcome.receipt);
    let version = async |function: &str| {
        let aliases = journey.connection().reader().aliases(function).await.unwrap();
        aliases.into_iter().find(|alias| alias.name == "live").unwrap().version
    };
    assert_ne!(version("billing-pdf").await, "3");
    assert_ne!(version("orders-export").await, "3");
    assert_eq!(version("orders-api").await, "3", "nobody chose its alias");
    let outcome = journey.engine(None, Heard::default().emit(), Stop::default()).undo(outcome.receipt).await.unwrap();
    assert_eq!(outcome.receipt.state, RunState::Undone, "{:#?}", outcome.receipt.leftovers);
    assert_eq!(journey.practice.snapshot(), before);

    let files = export::files(&setup).unwrap();
    let script = &files.iter().find(|file| file.path == "cli/setup.sh").unwrap().text;
    assert_eq!(script.matches("lambda publish-version").count(), 2, "{script}");
}

#[tokio::test]
async fn an_alias_of_nobody_and_one_that_is_not_there_are_refused() {
    let mut choices = three(AuthMode::StandardIam);
    let of = |name: &str, alias: &str| (name.to_owned(), alias.to_owned());
    choices.access.more_aliases = [of("billing-api", "live"), of("orders-api", "blue")].into();
    let journey = with_aliases(choices);
    let problems = design(&journey.choices, &journey.observe().await).unwrap_err();
    let said: Vec<(&str, &str)> = problems.iter().map(|one| (one.field, one.title.as_str())).collect();
    for title in ["An alias is chosen for billing-api", "orders-api: The function has no alias `blue`"] {
        assert!(said.iter().any(|(field, text)| *field == "access.more_aliases" && text.contains(title)), "{said:?}");
    }
}

/// The pool is one for all of the functions: what they take together, and the shortest of their timeouts.
#[tokio::test]
async fn the_pool_is_sized_for_all_functions_together() {
    let alone = choices("crm", "billing-pdf", AuthMode::StandardIam);
    let several = Choices { more_functions: vec!["orders-api".into(), "orders-export".into()], ..alone.clone() };
    let world = |choices: Choices| {
        let journey = Journey::new("default", choices);
        journey.practice.tamper(|state| {
            for (name, reserved, timeout) in [("billing-pdf", 5, 60), ("orders-api", 100, 30), ("orders-export", 7, 9)]
            {
                let record = state.functions.iter_mut().find(|record| record.function.name == name).unwrap();
                (record.reserved, record.function.timeout_secs) = (Some(reserved), timeout);
            }
        });
        journey
    };
    let sized = async |choices: &Choices| {
        let journey = world(choices.clone());
        let observed = journey.observe().await;
        let together = rds_proxy_wizard::design::reserved_together(&observed).present().copied();
        (design(&journey.choices, &observed).unwrap(), together)
    };
    let (one, reserved) = sized(&alone).await;
    assert_eq!((one.pool.borrow_timeout_secs, reserved), (55, Some(5)));
    let (all, reserved) = sized(&several).await;
    assert_eq!((all.pool.borrow_timeout_secs, reserved), (6, Some(112)));
    assert!(all.pool.max_idle_connections_percent > one.pool.max_idle_connections_percent, "{:?}", all.pool);
    for (reason, words) in [
        ("MaxConnectionsPercent", "the 3 functions together ask for at most 112"),
        ("MaxIdleConnectionsPercent", "`billing-pdf`, `orders-api`, `orders-export`"),
        ("ConnectionBorrowTimeout", "the 9 s of the function with the shortest timeout"),
    ] {
        let why: String =
            all.reasons[reason].english().chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
        assert!(why.contains(words), "{reason}: {why}");
    }
}

#[test]
fn the_command_line_names_an_alias_behind_a_function() {
    let home = Home::new();
    let line = "plan --practice --database crm --function billing-pdf --function orders-mailer:live --format json";
    let plan = home.run(line).ends(0).json();
    let ids: Vec<&str> = plan["steps"].as_array().unwrap().iter().map(|step| step["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"publish-and-move-alias-orders-mailer"), "{ids:?}");
    let refused = home.run("plan --practice --database crm --function a:b:c").ends(2);
    assert!(refused.stderr.contains("NAME:ALIAS"), "{}", refused.stderr);
    home.run("advise --practice --database crm --function billing-pdf --function orders-api").ends(0);
    home.run("advise --practice --database crm --function billing-pdf --function nobody").ends(2);
}
