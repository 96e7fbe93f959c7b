//! A proxy that others made and use: a setup adds to it what is its own, step by step, and takes exactly that
//! back. Whoever was there before works at every moment in between.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::sync::Arc;

use crate::failing::{Failing, Fault};
use rds_proxy_wizard::apply::{End, RunState, Stop, Store};
use rds_proxy_wizard::cloud::Reader as _;
use rds_proxy_wizard::design::{Problem, design};
use rds_proxy_wizard::discover::{Existing, observe_proxy};
use rds_proxy_wizard::domain::choices::{Choices, SecretSource};
use rds_proxy_wizard::domain::finding::Severity;
use rds_proxy_wizard::domain::observed::{Part, Unreadable};
use rds_proxy_wizard::domain::policy::{Document, Statement};
use rds_proxy_wizard::domain::proxy::{AuthMode, IamAuth, Proxy, ProxyAuth, ProxyStatus};
use rds_proxy_wizard::domain::setup::Setup;
use rds_proxy_wizard::export;
use rds_proxy_wizard::plan::{Change, Plan};
use rds_proxy_wizard::practice::Practice;
use rds_proxy_wizard::rules::check_all;
use serde_json::Value;

use super::cli::home::Home;
use super::flow::{Heard, Journey, choices};

/// `billing-pdf` comes onto `auth-proxy`, which `auth-login` uses as `auth_app`.
fn onto_auth(mode: AuthMode) -> Choices {
    let mut choices = choices("auth", "billing-pdf", mode);
    choices.proxy.name = Some("auth-proxy".into());
    choices.proxy.existing = true;
    choices
}

/// The proxy with what people set on it: a description and a client's way of sending passwords.
fn world(choices: Choices) -> Journey {
    let journey = Journey::new("default", choices);
    journey.practice.tamper(|state| {
        let proxy = &mut state.proxies.iter_mut().find(|record| record.proxy.name == "auth-proxy").unwrap().proxy;
        proxy.auth[0].description = Some("the login page".into());
        proxy.auth[0].client_password_auth_type = Some("MYSQL_NATIVE_PASSWORD".into());
    });
    journey
}

fn proxy(practice: &Practice) -> Proxy {
    practice.state().proxies.into_iter().map(|record| record.proxy).find(|proxy| proxy.name == "auth-proxy").unwrap()
}

async fn designed(journey: &Journey) -> Result<Setup, Vec<Problem>> {
    design(&journey.choices, &journey.observe().await)
}

fn steps(plan: &Plan) -> Vec<&str> {
    plan.changes().map(|step| step.id.0.as_str()).collect()
}

/// Errors that the rules see on the way of the user who was there first.
async fn errors_of_the_first(practice: &Practice) -> Vec<String> {
    let existing =
        Existing { proxy: "auth-proxy".into(), function: Some("auth-login".parse().unwrap()), read_secrets: true };
    let observed = observe_proxy(practice, &*practice.clock(), &practice.state().account, &existing).await;
    let errors = check_all(&observed).findings.into_iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| format!("{}: {:?}", finding.code, finding)).collect()
}

#[tokio::test]
async fn a_plan_only_adds_and_undo_takes_only_that_back() {
    for mode in [AuthMode::StandardIam, AuthMode::Password] {
        let journey = world(onto_auth(mode));
        let before = journey.practice.snapshot();
        let there = proxy(&journey.practice);
        let plan = journey.plan().await;
        let changed = steps(&plan);
        for id in [
            "create-secret",
            "put-proxy-policy",
            "add-login",
            "authorize-proxy-ingress-function-3306",
            "put-connect-policy",
            "update-function",
        ] {
            assert!(changed.contains(&id), "{id}: {changed:?}");
        }
        for id in ["create-proxy", "modify-proxy", "modify-pool", "register-target", "create-role"] {
            assert_ne!(plan.change(id), Some(Change::Create), "{id}");
            assert_ne!(plan.change(id), Some(Change::Change), "{id}");
        }
        let outcome = journey.engine(None, Heard::default().emit(), Stop::default()).run(plan).await.unwrap();
        assert_eq!(outcome.end, End::Finished, "{:#?}", outcome.receipt);

        let after = proxy(&journey.practice);
        assert_eq!(after.auth.len(), 2);
        assert_eq!(after.auth[0], there.auth[0], "the other login is as it was");
        assert_eq!(Proxy { auth: there.auth.clone(), updated: there.updated, ..after.clone() }, there);
        assert!(journey.plan().await.is_empty(), "{:?}", steps(&journey.plan().await));

        let outcome =
            journey.engine(None, Heard::default().emit(), Stop::default()).undo(outcome.receipt).await.unwrap();
        assert_eq!(outcome.receipt.state, RunState::Undone, "{:#?}", outcome.receipt.leftovers);
        assert_eq!(journey.practice.snapshot(), before, "{mode}");
    }
}

#[tokio::test]
async fn a_login_that_came_later_stays_when_ours_goes() {
    let journey = world(onto_auth(AuthMode::StandardIam));
    let outcome = journey.apply().await;
    assert_eq!(outcome.end, End::Finished);
    let mut theirs = journey.choices.clone();
    theirs.secret.user = Some("third_app".into());
    theirs.function = "auth-login".into();
    theirs.access.env.host = "THIRD_HOST".into();
    theirs.access.env.port = "THIRD_PORT".into();
    theirs.access.env.user = "THIRD_USER".into();
    theirs.access.env.database = "THIRD_NAME".into();
    let second = Journey { practice: journey.practice.clone(), choices: theirs, folder: tempfile::tempdir().unwrap() };
    let later = second.apply().await;
    assert_eq!(later.end, End::Finished, "{:#?}", later.receipt);
    let outcome = journey.engine(None, Heard::default().emit(), Stop::default()).undo(outcome.receipt).await.unwrap();
    assert_eq!(outcome.receipt.state, RunState::Undone, "{:#?}", outcome.receipt.leftovers);
    let left: Vec<String> = proxy(&journey.practice).auth.into_iter().map(|entry| entry.secret_arn).collect();
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(left.iter().any(|arn| arn.contains("auth-proxy/third_app")), "{left:?}");
    assert!(second.plan().await.is_empty());
}

/// The state of the account, looked at by the rules after each write.
#[tokio::test]
async fn the_first_user_works_after_every_step_and_after_every_step_back() {
    let ends = {
        let journey = world(onto_auth(AuthMode::StandardIam));
        let before = journey.practice.snapshot();
        let known = errors_of_the_first(&journey.practice).await;
        let plan = journey.plan().await;
        let (writer, counter) = Failing::wrap(journey.practice.clone(), Fault::Refused, usize::MAX);
        let outcome = journey.engine(Some(writer), Heard::default().emit(), Stop::default()).run(plan).await.unwrap();
        assert_eq!(outcome.end, End::Finished);
        (before, known, counter.writes(), journey.practice.snapshot())
    };
    let (before, known, writes, finished) = ends;
    assert!(writes >= 6, "{writes}");
    for at in 1..=writes {
        let journey = world(onto_auth(AuthMode::StandardIam));
        let plan = journey.plan().await;
        let (writer, _) = Failing::wrap(journey.practice.clone(), Fault::Refused, at);
        let outcome = journey.engine(Some(writer), Heard::default().emit(), Stop::default()).run(plan).await.unwrap();
        assert_eq!(outcome.end, End::Failed, "at write {at}");
        assert_eq!(errors_of_the_first(&journey.practice).await, known, "after {at} writes");
        let receipt = Store::load(&outcome.path).unwrap();
        let copy = Arc::new(receipt.clone());
        let undone = journey.engine(None, Heard::default().emit(), Stop::default()).undo(receipt).await.unwrap();
        assert_eq!(undone.receipt.state, RunState::Undone, "at {at}: {:#?}", undone.receipt.leftovers);
        assert_eq!(journey.practice.snapshot(), before, "undone at {at}");
        assert_eq!(errors_of_the_first(&journey.practice).await, known, "undone at {at}");
        assert!(!copy.steps.is_empty());

        let journey = world(onto_auth(AuthMode::StandardIam));
        let plan = journey.plan().await;
        let (writer, _) = Failing::wrap(journey.practice.clone(), Fault::Refused, at);
        let outcome = journey.engine(Some(writer), Heard::default().emit(), Stop::default()).run(plan).await.unwrap();
        let receipt = Store::load(&outcome.path).unwrap();
        let resumed = journey.engine(None, Heard::default().emit(), Stop::default()).resume(receipt).await.unwrap();
        assert_eq!(resumed.end, End::Finished, "resumed at {at}");
        assert_eq!(journey.practice.snapshot(), finished, "resumed at {at}");
    }
}

/// The way back, broken off at each of its writes.
#[tokio::test]
async fn the_first_user_works_after_every_step_of_an_undo_that_is_broken_off() {
    let known = errors_of_the_first(&world(onto_auth(AuthMode::StandardIam)).practice).await;
    for at in 1.. {
        let journey = world(onto_auth(AuthMode::StandardIam));
        let before = journey.practice.snapshot();
        let receipt = journey.apply().await.receipt;
        let (writer, failing) = Failing::wrap(journey.practice.clone(), Fault::Refused, at);
        let outcome =
            journey.engine(Some(writer), Heard::default().emit(), Stop::default()).undo(receipt).await.unwrap();
        assert_eq!(errors_of_the_first(&journey.practice).await, known, "undo broken off at {at}");
        if !failing.has_struck() {
            assert!(at > 4);
            break;
        }
        let again = journey.engine(None, Heard::default().emit(), Stop::default()).undo(outcome.receipt).await.unwrap();
        assert_eq!(again.receipt.state, RunState::Undone, "at {at}: {:#?}", again.receipt.leftovers);
        assert_eq!(journey.practice.snapshot(), before, "undone at {at}");
    }
}

#[tokio::test]
async fn a_login_that_is_there_is_shared_and_nothing_is_added_to_proxy_or_role() {
    let mut choices = onto_auth(AuthMode::StandardIam);
    choices.secret.source = SecretSource::Reuse;
    choices.secret.name = Some("auth/auth_app".into());
    choices.secret.user = Some("auth_app".into());
    let journey = world(choices);
    let there = proxy(&journey.practice);
    let plan = journey.plan().await;
    assert_eq!(plan.change("add-login"), Some(Change::AlreadySo));
    assert!(!steps(&plan).contains(&"put-proxy-policy"), "{:?}", steps(&plan));
    assert_eq!(journey.apply().await.end, End::Finished);
    assert_eq!(proxy(&journey.practice), there);
}

#[tokio::test]
async fn end_to_end_iam_adds_one_policy_and_no_login() {
    let journey = world(onto_auth(AuthMode::EndToEndIam));
    journey.practice.tamper(|state| {
        let database = &mut state.databases.iter_mut().find(|record| record.database.id == "auth").unwrap().database;
        database.iam_auth = true;
        let proxy = &mut state.proxies.iter_mut().find(|record| record.proxy.name == "auth-proxy").unwrap().proxy;
        (proxy.auth, proxy.default_iam_auth) = (Vec::new(), true);
        let role = state.roles.iter_mut().find(|record| record.role.name == "auth-proxy-role").unwrap();
        let theirs = Statement::allow(None, "rds-db:connect", "arn:aws:rds-db:eu-west-1:1:dbuser:cluster-1/auth_app");
        role.role.inline = [("theirs".to_owned(), Document::new(vec![theirs]))].into();
    });
    let before = journey.practice.snapshot();
    let plan = journey.plan().await;
    assert!(plan.change("add-login").is_none());
    let outcome = journey.apply().await;
    assert_eq!(outcome.end, End::Finished, "{:#?}", outcome.receipt);
    let roles = journey.practice.state().roles;
    let role = &roles.iter().find(|record| record.role.name == "auth-proxy-role").unwrap().role;
    assert_eq!(role.inline.keys().collect::<Vec<_>>(), ["connect-to-database-shop_app", "theirs"]);
    let outcome = journey.engine(None, Heard::default().emit(), Stop::default()).undo(outcome.receipt).await.unwrap();
    assert_eq!(outcome.receipt.state, RunState::Undone);
    assert_eq!(journey.practice.snapshot(), before);
}

/// What keeps a proxy from being used, and the word by which it is told.
#[tokio::test]
async fn a_proxy_that_cannot_be_used_is_refused_with_the_reason() {
    type Change = Box<dyn Fn(&mut rds_proxy_wizard::domain::observed::Observed)>;
    let denied = |operation: &str| Unreadable {
        operation: operation.to_owned(),
        because: "no".into(),
        denied: true,
        signed_out: false,
        unanswered: false,
    };
    let on_proxy = |change: fn(&mut Proxy)| -> Change {
        Box::new(move |seen| {
            let Part::Present(proxy) = &mut seen.proxy else { panic!() };
            change(proxy);
        })
    };
    let (role, targets) = (denied("iam:GetRole"), denied("rds:DescribeDBProxyTargets"));
    let cases: Vec<(&str, Change)> = vec![
        ("There is no proxy", Box::new(|seen| seen.proxy = Part::Absent)),
        ("`iam:GetRole`", Box::new(move |seen| seen.proxy_role = Part::Unreadable(role.clone()))),
        ("is not here", Box::new(|seen| seen.proxy_role = Part::Absent)),
        ("`rds:DescribeDBProxyTargets`", Box::new(move |seen| seen.targets = Part::Unreadable(targets.clone()))),
        ("`rds:DescribeDBProxyTargets`", Box::new(|seen| seen.targets = Part::NotAsked)),
        ("OPTIONAL", on_proxy(|proxy| proxy.auth[0].iam_auth = IamAuth::Other("OPTIONAL".into()))),
        ("it is deleting", on_proxy(|proxy| proxy.status = ProxyStatus::Deleting)),
        ("another VPC", on_proxy(|proxy| proxy.vpc_id = "vpc-elsewhere".into())),
        ("by end-to-end IAM", on_proxy(|proxy| (proxy.auth, proxy.default_iam_auth) = (Vec::new(), true))),
        (
            "takes no more",
            on_proxy(|proxy| {
                let entry = |at| ProxyAuth { secret_arn: format!("arn:{at}"), ..proxy.auth[0].clone() };
                proxy.auth = (0..200).map(entry).collect();
            }),
        ),
    ];
    let journey = world(onto_auth(AuthMode::StandardIam));
    let whole = journey.observe().await;
    design(&journey.choices, &whole).unwrap();
    for (words, change) in cases {
        let mut seen = whole.clone();
        change(&mut seen);
        let problems = design(&journey.choices, &seen).unwrap_err();
        let said: String = problems.iter().map(|one| format!("{}\n{}\n", one.title, one.cure)).collect();
        assert!(said.contains(words), "{words}:\n{said}");
    }
    let problems = designed(&world({
        let mut choices = onto_auth(AuthMode::StandardIam);
        choices.database = "orders-prod".into();
        choices
    }))
    .await
    .unwrap_err();
    assert!(problems.iter().any(|problem| problem.title.contains("cannot be used")), "{problems:#?}");
}

#[tokio::test]
async fn settings_change_only_where_the_person_says_so_and_who_feels_it_is_said() {
    let mut choices = onto_auth(AuthMode::StandardIam);
    choices.proxy.idle_client_timeout_secs = Some(60);
    choices.proxy.max_connections_percent = Some(70);
    let journey = world(choices);
    let before = journey.practice.snapshot();
    let setup = designed(&journey).await.unwrap();
    let note = setup.notes.iter().find(|note| note.title.english().contains("IdleClientTimeout")).unwrap();
    assert!(
        note.title.english().contains("MaxConnectionsPercent") && note.text.english().contains("`auth/auth_app`"),
        "{note:?}"
    );
    let plan = journey.plan().await;
    assert_eq!((plan.change("modify-proxy"), plan.change("modify-pool")), (Some(Change::Change), Some(Change::Change)));
    let outcome = journey.apply().await;
    assert_eq!(outcome.end, End::Finished, "{:#?}", outcome.receipt);
    assert_eq!(proxy(&journey.practice).idle_client_timeout_secs, 60);
    let outcome = journey.engine(None, Heard::default().emit(), Stop::default()).undo(outcome.receipt).await.unwrap();
    assert_eq!(outcome.receipt.state, RunState::Undone);
    assert_eq!(journey.practice.snapshot(), before);
}

#[tokio::test]
async fn an_export_references_the_proxy_and_is_the_same_before_and_after() {
    let journey = world(onto_auth(AuthMode::StandardIam));
    let files = export::files(&designed(&journey).await.unwrap()).unwrap();
    assert_eq!(journey.apply().await.end, End::Finished);
    let after = export::files(&designed(&journey).await.unwrap()).unwrap();
    for (before, after) in files.iter().zip(&after) {
        assert_eq!(before, after, "{}", before.path);
    }
    assert_eq!(files.len(), after.len());
    let text =
        |path: &str| files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path}")).text.clone();
    for path in [
        "cli/setup.sh",
        "powershell/setup.ps1",
        "cloudformation/template.yaml",
        "terraform/main.tf",
        "cdk-python/app.py",
        "pulumi/index.ts",
    ] {
        let Some(file) = files.iter().find(|file| file.path == path) else {
            panic!("{path} of {:?}", files.iter().map(|file| &file.path).collect::<Vec<_>>())
        };
        for made in
            ["create-db-proxy", "AWS::RDS::DBProxy", "aws_db_proxy", "rds.CfnDBProxy", "aws.rds.Proxy", "create-role "]
        {
            assert!(!file.text.contains(made), "{path} makes {made}");
        }
        assert!(file.text.contains("read-database-secret-shop_app"), "{path}");
    }
    for folder in ["cloudformation", "terraform", "sam", "cdk-typescript", "cdk-python", "pulumi"] {
        let attach = text(&format!("{folder}/attach.sh"));
        assert!(attach.contains("modify-db-proxy --db-proxy-name auth-proxy --auth \"$all\""), "{folder}: {attach}");
        assert!(attach.contains("cannot add a login"), "{folder}");
    }
    assert!(text("README.md").contains("No template can add a login"));
    assert!(!text("cli/undo.sh").contains("list-tags-for-resource"), "{}", text("cli/undo.sh"));
    assert!(text("cli/undo.sh").contains("--arg setup auth-proxy/shop_app"));
    assert!(text("README.md").contains("--stack-name auth-proxy-shop-app"), "{}", text("README.md"));
    let policy: Value = serde_json::from_str(&text("policies/you-create.json")).unwrap();
    let said = policy.to_string();
    assert!(
        said.contains("rds:ModifyDBProxy") && !said.contains("CreateDBProxy\"") && !said.contains("PassRole"),
        "{said}"
    );
}

#[test]
fn the_command_line_uses_a_proxy_and_takes_it_back() {
    let home = Home::new();
    let picks = "--practice --practice-speed 0 --database auth --function billing-pdf --proxy auth-proxy";
    home.write("choices.toml", "[secret]\nuser = \"pdf_app\"\n");
    let plan = home.run(&format!("plan {picks} --choices choices.toml")).ends(0);
    assert!(plan.stdout.contains("Add a login for pdf_app to the proxy auth-proxy"), "{}", plan.stdout);
    home.run(&format!("apply --yes {picks} --choices choices.toml")).ends(0);
    home.run("undo --yes --practice --practice-speed 0 --name auth-proxy").ends(0);
    let refused = home.run("plan --practice --database auth --function billing-pdf --proxy nowhere-proxy").ends(2);
    assert!(refused.stderr.contains("nowhere-proxy") && refused.stderr.contains("auth-proxy"), "{}", refused.stderr);
}

#[test]
fn choices_of_before_still_read_and_say_nothing_new() {
    let choices: Choices = toml::from_str("database = \"auth\"\nfunction = \"a\"\n[proxy]\nname = \"p\"\n").unwrap();
    assert!(!choices.proxy.existing);
    assert!(!toml::to_string(&choices).unwrap().contains("existing = true\n[network]"));
    assert!(!toml::to_string(&choices.proxy).unwrap().contains("existing"));
}

/// Two proxies in front of one database take no more than all of it together, as far as there is room.
#[tokio::test]
async fn a_second_proxy_is_sized_beside_the_first_and_the_first_is_recommended() {
    for (theirs, own, says) in [(60, 30, "90 % together"), (30, 60, "90 % together"), (100, 20, "120 %")] {
        let mut choices = choices("auth", "billing-pdf", AuthMode::StandardIam);
        choices.proxy.name = Some("auth-second-proxy".into());
        let journey = Journey::new("default", choices);
        journey.practice.tamper(|state| {
            let record = state.proxies.iter_mut().find(|record| record.proxy.name == "auth-proxy").unwrap();
            record.pool.max_connections_percent = theirs;
        });
        let setup = designed(&journey).await.unwrap();
        assert_eq!(setup.pool.max_connections_percent, own, "beside {theirs}");
        let notes: String = setup.notes.iter().map(|note| format!("{} {}\n", note.title, note.text)).collect();
        assert!(notes.contains("auth-proxy already serves auth") && notes.contains("--proxy auth-proxy"), "{notes}");
        let said = format!("{} {notes}", setup.reasons["MaxConnectionsPercent"]);
        assert!(said.contains(says) && said.contains("`auth-proxy`"), "{said}");
    }
    // What others take of another database is nothing to this one.
    let alone = designed(&Journey::new("default", choices("crm", "billing-pdf", AuthMode::StandardIam))).await.unwrap();
    assert_eq!(alone.pool.max_connections_percent, 80);
}

#[test]
fn the_command_line_lists_what_could_be_used_and_what_a_function_reaches() {
    let home = Home::new();
    let text = home.run("proxies --practice --database auth").ends(0).stdout;
    for words in [
        "auth-proxy  (recommended)",
        "auth/auth_app",
        "auth-login (variable",
        "plan --database auth --proxy auth-proxy",
    ] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
    assert!(text.contains("cannot be used: it speaks PostgreSQL"), "{text}");
    let json: Value =
        serde_json::from_str(&home.run("proxies --practice --database auth --format json").ends(0).stdout).unwrap();
    let first = &json["proxies"][0];
    assert_eq!((first["name"].as_str(), first["can_be_used"].as_bool()), (Some("auth-proxy"), Some(true)));
    assert_eq!(first["users"][0], "auth/auth_app");
    assert!(json["proxies"].as_array().unwrap().iter().skip(1).all(|one| one["why_not"].is_string()), "{json}");
    let text = home.run("proxies --practice --function auth-login").ends(0).stdout;
    assert!(text.contains("auth-proxy") && text.contains("database     auth") && text.contains("variable"), "{text}");
    for nothing in ["--database nowhere", "--function nobody"] {
        home.run(&format!("proxies --practice {nothing}")).ends(2);
    }
}

/// `auth-proxy` as somebody made it without a database.
fn empty_world(choices: Choices) -> Journey {
    let journey = world(choices);
    journey.practice.tamper(|state| {
        let record = state.proxies.iter_mut().find(|record| record.proxy.name == "auth-proxy").unwrap();
        record.targets.clear();
    });
    journey
}

#[tokio::test]
async fn a_proxy_without_a_database_gets_it_and_undo_takes_it_off_again() {
    let journey = empty_world(onto_auth(AuthMode::StandardIam));
    let before = journey.practice.snapshot();
    let setup = designed(&journey).await.unwrap();
    let note = setup.notes.iter().find(|note| note.title.english().contains("has no database")).unwrap();
    assert!(note.text.english().contains("`auth/auth_app`"), "who comes to the database then is said: {note:?}");
    let files = export::files(&setup).unwrap();
    let plan = journey.plan().await;
    let step = plan.step(&rds_proxy_wizard::plan::StepId("register-target".into())).unwrap();
    assert_eq!(step.change, Change::Create);
    assert!(step.needs.iter().any(|id| id.0 == "add-login"), "{:?}", step.needs);
    let words = plan.describe(step);
    assert!(words.undo.contains("somebody else's login") && words.why.contains("leads nowhere"), "{words:?}");
    let function = plan.step(&rds_proxy_wizard::plan::StepId("update-function".into())).unwrap();
    assert!(function.needs.iter().any(|id| id.0 == "register-target"), "{:?}", function.needs);

    let outcome = journey.apply().await;
    assert_eq!(outcome.end, End::Finished, "{:#?}", outcome.receipt);
    let targets = journey.practice.targets("auth-proxy").await.unwrap();
    assert_eq!(targets.len(), 1, "{targets:?}");
    assert!(journey.plan().await.is_empty(), "{:?}", steps(&journey.plan().await));

    // The choices of the receipt say whose the registration is: what is exported stays the same.
    let kept = Journey {
        practice: journey.practice.clone(),
        choices: setup.choices.clone().unwrap(),
        folder: tempfile::tempdir().unwrap(),
    };
    assert!(kept.choices.proxy.register_database);
    assert_eq!(kept.plan().await.change("register-target"), Some(Change::AlreadySo));
    let after = export::files(&designed(&kept).await.unwrap()).unwrap();
    for (before, after) in files.iter().zip(&after) {
        assert_eq!(before, after, "{}", before.path);
    }

    let outcome = journey.engine(None, Heard::default().emit(), Stop::default()).undo(outcome.receipt).await.unwrap();
    assert_eq!(outcome.receipt.state, RunState::Undone, "{:#?}", outcome.receipt.leftovers);
    assert_eq!(journey.practice.snapshot(), before);
}

/// Broken off at each of its writes, and taken back or gone on with.
#[tokio::test]
async fn a_registration_that_is_broken_off_leaves_the_account_as_it_was() {
    for at in 1.. {
        let journey = empty_world(onto_auth(AuthMode::StandardIam));
        let before = journey.practice.snapshot();
        let plan = journey.plan().await;
        let (writer, failing) = Failing::wrap(journey.practice.clone(), Fault::Refused, at);
        let outcome = journey.engine(Some(writer), Heard::default().emit(), Stop::default()).run(plan).await.unwrap();
        if !failing.has_struck() {
            assert!(at > 6);
            break;
        }
        let undone =
            journey.engine(None, Heard::default().emit(), Stop::default()).undo(outcome.receipt).await.unwrap();
        assert_eq!(undone.receipt.state, RunState::Undone, "at {at}: {:#?}", undone.receipt.leftovers);
        assert_eq!(journey.practice.snapshot(), before, "undone at {at}");
    }
}

#[tokio::test]
async fn a_database_that_others_came_for_stays_registered() {
    let journey = empty_world(onto_auth(AuthMode::StandardIam));
    let receipt = journey.apply().await.receipt;
    journey.practice.tamper(|state| {
        let proxy = &mut state.proxies.iter_mut().find(|record| record.proxy.name == "auth-proxy").unwrap().proxy;
        let secret_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:auth/third_app-a1b2c3".to_owned();
        proxy.auth.push(ProxyAuth { secret_arn, ..proxy.auth[0].clone() });
    });
    let outcome = journey.engine(None, Heard::default().emit(), Stop::default()).undo(receipt).await.unwrap();
    assert_eq!(journey.practice.targets("auth-proxy").await.unwrap().len(), 1);
    let kept = &outcome.receipt.steps.iter().find(|entry| entry.step.0 == "register-target").unwrap().undone;
    assert!(format!("{kept:?}").contains("auth/third_app"), "{kept:?}");
}

#[tokio::test]
async fn a_registration_is_in_the_policies_and_in_what_is_exported() {
    let journey = empty_world(onto_auth(AuthMode::StandardIam));
    let with = export::files(&designed(&journey).await.unwrap()).unwrap();
    let without = export::files(&designed(&world(onto_auth(AuthMode::StandardIam))).await.unwrap()).unwrap();
    let text = |files: &[export::File], path: &str| {
        files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path}")).text.clone()
    };
    for (path, words) in [
        ("policies/you-create.json", "rds:RegisterDBProxyTargets"),
        ("policies/you-undo.json", "rds:DeregisterDBProxyTargets"),
        ("cli/setup.sh", "register-db-proxy-targets"),
        ("cli/undo.sh", "deregister-db-proxy-targets"),
        ("powershell/setup.ps1", "register-db-proxy-targets"),
        ("terraform/attach.sh", "register-db-proxy-targets"),
        ("cloudformation/attach.sh", "deregister-db-proxy-targets"),
        ("README.md", "is registered with it"),
    ] {
        assert!(text(&with, path).contains(words), "{path} lacks {words}:\n{}", text(&with, path));
        assert!(!text(&without, path).contains(words) || path.starts_with("powershell"), "{path} has {words}");
    }
}

#[test]
fn the_command_line_registers_a_database_with_a_proxy_that_has_none() {
    let home = Home::new();
    let account = "--practice=broken-no-targets --practice-speed 0";
    let listed = home.run(&format!("proxies --database orders-prod {account}")).ends(0).stdout;
    assert!(listed.contains("no database is registered with it yet"), "{listed}");
    let picks = format!("{account} --database orders-prod --function orders-export --proxy orders-proxy");
    home.write("choices.toml", "[secret]\nuser = \"export_app\"\n");
    let plan = home.run(&format!("plan {picks} --choices choices.toml")).ends(0);
    assert!(plan.stdout.contains("Register `orders-prod`"), "{}", plan.stdout);
    home.run(&format!("apply --yes {picks} --choices choices.toml")).ends(0);
    home.run(&format!("undo --yes --name orders-proxy {account}")).ends(0);
}
