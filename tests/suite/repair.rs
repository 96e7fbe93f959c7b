//! Repairs: what mends a finding becomes a plan, is applied, gone at the next look, and undone.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::sync::Arc;

use rds_proxy_wizard::apply::{End, Engine, Receipt, Stop, Store, Typed};
use rds_proxy_wizard::cloud::Connection;
use rds_proxy_wizard::discover::{self, Existing};
use rds_proxy_wizard::domain::finding::Severity;
use rds_proxy_wizard::domain::network::{Direction, Peer, SecurityGroupRule};
use rds_proxy_wizard::domain::observed::{Observed, Part};
use rds_proxy_wizard::domain::policy::{Document, Statement};
use rds_proxy_wizard::plan::{Plan, Repair, Why, Wish, remaining, repair};
use rds_proxy_wizard::practice::{self, Practice, Speed};
use rds_proxy_wizard::rules::{Verdict, check_all};
use serde_json::json;

use crate::cli::home::Home;

struct World {
    practice: Arc<Practice>,
    connection: Connection,
    folder: tempfile::TempDir,
}

impl World {
    fn open(scenario: &str) -> Self {
        let practice = Arc::new(Practice::open(None, scenario, Speed::Instant).unwrap());
        let connection = practice::connection(practice.clone());
        Self { practice, connection, folder: tempfile::tempdir().unwrap() }
    }

    async fn look(&self) -> (Observed, Verdict) {
        let function = Some("orders-checkout".parse().unwrap());
        let existing = Existing { proxy: "orders-proxy".to_owned(), function, read_secrets: true };
        let (reader, clock) = (self.connection.reader(), self.connection.clock.as_ref());
        let observed = discover::observe_proxy(reader, clock, &self.connection.account, &existing).await;
        let verdict = check_all(&observed);
        (observed, verdict)
    }

    fn engine(&self) -> Engine {
        Engine {
            connection: self.connection.clone(),
            store: Store::new(self.folder.path()),
            emit: Arc::new(|_| {}),
            stop: Stop::default(),
            password: Typed::default(),
        }
    }

    async fn apply(&self, plan: Plan) -> Receipt {
        let outcome = self.engine().run(plan).await.unwrap();
        assert_eq!(outcome.end, End::Finished, "{:?}", outcome.receipt);
        outcome.receipt
    }
}

fn codes(verdict: &Verdict) -> BTreeSet<String> {
    verdict.findings.iter().map(|finding| finding.code.clone()).collect()
}

/// Scenario → the code that a safe repair takes away.
const SAFE: &[(&str, &str)] = &[
    ("broken-closed-door", "sg-db-ingress-proxy"),
    ("broken-no-connect", "connect-permission-missing"),
    ("broken-name-for-id", "connect-policy-uses-proxy-name"),
    ("broken-unreadable-secret", "proxy-role-missing-getsecretvalue"),
    ("broken-key", "proxy-role-missing-kms-decrypt"),
    ("broken-proxy-door", "sg-proxy-ingress-lambda"),
    ("broken-proxy-stays-in", "sg-proxy-egress-db"),
    ("broken-shared-group", "sg-shared-without-self-rule"),
    ("broken-database-id", "connect-policy-uses-db-resource-id"),
    ("broken-stale-id", "connect-policy-stale-proxy-id"),
    ("broken-wrong-action", "connect-policy-wrong-action"),
    ("broken-secret-suffix", "proxy-role-secret-arn-suffix-missing"),
    ("broken-key-elsewhere", "proxy-role-kms-viaservice-wrong"),
    ("broken-end-to-end-id", "proxy-role-e2e-uses-prx-id"),
    ("broken-end-to-end-database", "proxy-default-auth-scheme-without-db-iam"),
    ("broken-three-seconds", "lambda-timeout-default"),
];

/// Scenario → the code that is mended by name only, and in how many steps.
const BY_NAME: &[(&str, &str, usize)] = &[
    ("broken-tls-off", "proxy-require-tls-false", 1),
    ("broken-iam-off", "proxy-iam-auth-disabled", 1),
    ("broken-old-host", "lambda-env-host-is-db", 1),
    ("broken-slow-borrow", "proxy-borrow-timeout-exceeds-lambda-timeout", 1),
    ("broken-dns-off", "vpc-dns-support-disabled", 1),
    ("broken-network-acl", "nacl-blocks-db-port", 1),
    // The group, its rule and the proxy's, and the move.
    ("broken-outside", "lambda-not-in-vpc", 4),
];

#[tokio::test]
async fn what_is_safe_is_mended_gone_and_can_be_taken_back() {
    for (scenario, code) in SAFE {
        let world = World::open(scenario);
        let (observed, before) = world.look().await;
        assert!(codes(&before).contains(*code), "{scenario}: {:?}", codes(&before));
        let Repair { plan, mended, .. } = repair(&observed, before.causes(), &Wish::Safe);
        assert!(mended.contains(&(*code).to_owned()), "{scenario}: {mended:?}");

        let receipt = world.apply(plan).await;
        let (_, after) = world.look().await;
        let stays: Vec<_> = mended.iter().filter(|code| codes(&after).contains(*code)).collect();
        assert!(stays.is_empty(), "{scenario}: {stays:?}");
        let complaints = after.findings.iter().filter(|finding| finding.severity > Severity::Info);
        let new: Vec<_> = complaints.filter(|finding| before.finding(&finding.code).is_none()).collect();
        assert!(new.is_empty(), "{scenario} brought {new:?}");

        let undone = world.engine().undo(receipt).await.unwrap();
        assert_eq!(undone.end, End::Finished);
        let (_, back) = world.look().await;
        assert!(codes(&back).contains(*code), "{scenario} is as it was");
    }
}

#[tokio::test]
async fn what_could_cut_somebody_off_is_mended_only_by_name() {
    for (scenario, code, steps) in BY_NAME {
        let world = World::open(scenario);
        let start = world.practice.snapshot();
        let (observed, verdict) = world.look().await;
        let safe = repair(&observed, verdict.causes(), &Wish::Safe);
        assert!(safe.left.iter().any(|left| left.code == *code && left.why == Why::NotSafe), "{:?}", safe.left);
        let named = repair(&observed, verdict.causes(), &Wish::Codes(vec![(*code).to_owned()]));
        assert_eq!(named.mended, [*code], "{scenario}");
        assert_eq!(named.plan.steps.len(), *steps, "{scenario}: {:#?}", named.plan.steps);
        let receipt = world.apply(named.plan).await;
        let (_, after) = world.look().await;
        assert!(!codes(&after).contains(*code), "{scenario}");
        let undone = world.engine().undo(receipt).await.unwrap();
        assert_eq!(undone.end, End::Finished, "{scenario}: {:#?}", undone.receipt.leftovers);
        assert_eq!(world.practice.snapshot(), start, "{scenario}");
    }
}

#[tokio::test]
async fn a_finding_without_a_mend_is_left_to_a_person() {
    let world = World::open("broken-other-network");
    let (observed, verdict) = world.look().await;
    let code = "lambda-vpc-differs-from-proxy".to_owned();
    let Repair { plan, left, .. } = repair(&observed, verdict.causes(), &Wish::Codes(vec![code.clone()]));
    assert!(plan.is_empty());
    assert_eq!((left[0].code.as_str(), left[0].why), (code.as_str(), Why::ByHand));
}

#[test]
fn the_command_line_shows_asks_repairs_and_looks_again() {
    let home = Home::new();
    let here = "--practice=broken-closed-door --practice-speed 0";
    let there = "--proxy orders-proxy --function orders-checkout";
    let asked = home.run(&format!("repair {here} {there} --format text")).ends(2);
    assert!(asked.stdout.contains("fixes    The database does not let the proxy in [sg-db-ingress-proxy]"));
    let repaired = home.run(&format!("repair {here} {there} --format text --yes")).ends(0);
    assert!(repaired.stdout.contains("Looked again"), "{repaired:#?}");
    home.run(&format!("validate {here} {there}")).ends(0);
    home.run(&format!("undo {here} --yes")).ends(0);
    home.run(&format!("validate {here} {there}")).ends(1);
}

#[tokio::test]
async fn a_safe_repair_leaves_others_what_the_role_gives_them() {
    for (scenario, policy, theirs) in [
        ("broken-no-connect", "orders-proxy-connect", "arn:aws:rds-db:eu-west-1:1:dbuser:prx-0123/theirs"),
        ("broken-unreadable-secret", "orders-proxy-secret", "arn:aws:secretsmanager:eu-west-1:1:secret:theirs-AbCdEf"),
    ] {
        let world = World::open(scenario);
        let (observed, _) = world.look().await;
        let role = if policy.ends_with("connect") { &observed.function_role } else { &observed.proxy_role };
        let role = role.present().unwrap().name.clone();
        let action = if policy.ends_with("connect") { "rds-db:connect" } else { "secretsmanager:GetSecretValue" };
        let document = Document::new(vec![Statement::allow(None, action, theirs)]);
        world.connection.writer.put_role_policy(&role, policy, &document).await.unwrap();
        let (observed, verdict) = world.look().await;
        let Repair { plan, mended, .. } = repair(&observed, verdict.causes(), &Wish::Safe);
        assert!(!mended.is_empty(), "{scenario}");
        world.apply(plan).await;
        let role = discover::role(world.connection.reader(), &role).await.unwrap().unwrap();
        assert_eq!(role.inline[policy], document, "{scenario}");
        let (_, after) = world.look().await;
        assert!(mended.iter().all(|code| after.finding(code).is_none()), "{scenario}: {mended:?}");
    }
}

/// How a repair on the command line ends, in text and in JSON.
fn ends(scenario: &str, only: &str, status: i32) -> (String, serde_json::Value) {
    let run = |format: &str| {
        let here = format!("--practice={scenario} --practice-speed 0 --proxy orders-proxy --function orders-checkout");
        Home::new().run(&format!("repair {here} {only} --yes --format {format}")).ends(status)
    };
    let last = run("json").lines().pop().unwrap();
    assert_eq!(last["event"], "repaired", "{last}");
    (run("text").stdout, last)
}

#[test]
fn a_repair_that_leaves_errors_says_which_and_why_and_fails() {
    for (scenario, only, code, why, words) in [
        ("broken-other-network", "", "lambda-vpc-differs-from-proxy", "by-hand", "by hand"),
        ("broken-outside", "", "lambda-not-in-vpc", "not-safe", "could cut somebody off"),
        ("broken-iam-off", "", "proxy-iam-auth-disabled", "not-safe", "could cut somebody off"),
        ("broken-closed-door", "--only proxy-require-tls-false", "sg-db-ingress-proxy", "not-chosen", "not chosen"),
    ] {
        let (text, json) = ends(scenario, only, 1);
        let left = json["left"].as_array().unwrap();
        let this = left.iter().find(|left| left["code"] == code).unwrap_or_else(|| panic!("{scenario}: {json}"));
        assert_eq!(this["why"], why, "{scenario}");
        assert!(this["title"].as_str().is_some_and(|title| !title.is_empty()), "{scenario}");
        let (_, end) = text.split_once(" left:").unwrap_or_else(|| panic!("{scenario}: {text}"));
        assert!(end.contains(&format!("[{code}]")) && end.contains(words), "{scenario}: {text}");
    }
}

#[test]
fn a_repair_that_leaves_no_error_is_done() {
    let (text, json) = ends("broken-closed-door", "", 0);
    assert_eq!((json["left"].clone(), json["gone"].clone()), (json!([]), json!(["sg-db-ingress-proxy"])));
    assert!(text.contains("Looked again: it is gone."), "{text}");
}

/// Every reason that a repair has for an error that is left, from what was looked at after it.
#[tokio::test]
async fn whatever_is_left_has_its_reason() {
    let world = World::open("broken-closed-door");
    let (observed, verdict) = world.look().await;
    let code = "sg-db-ingress-proxy".to_owned();
    let why = |observed: &Observed, wish: &Wish, mended: &[String]| {
        let left = remaining(observed, verdict.causes(), wish, mended);
        left.into_iter().find(|left| left.code == code).unwrap().why
    };
    let mut unread = observed.clone();
    unread.security_groups = Part::NotAsked;
    assert_eq!(why(&unread, &Wish::Safe, &[]), Why::NotRead);
    assert_eq!(why(&observed, &Wish::Codes(vec!["lambda-not-in-vpc".into()]), &[]), Why::NotChosen);
    assert_eq!(why(&observed, &Wish::Safe, std::slice::from_ref(&code)), Why::StillThere);
    assert_eq!(why(&observed, &Wish::Safe, &[]), Why::NewlySeen);
}

/// The finding of this code is mended by name, in these steps; undo leads back to the account as it was.
async fn mended_and_brought_back(world: &World, code: &str, steps: &[&str]) {
    let start = world.practice.snapshot();
    let (observed, before) = world.look().await;
    assert!(codes(&before).contains(code), "{code}: {:?}", codes(&before));
    let named = repair(&observed, before.causes(), &Wish::Codes(vec![code.to_owned()]));
    assert_eq!(named.mended, [code]);
    let planned: Vec<&str> = named.plan.steps.iter().map(|step| step.id.0.as_str()).collect();
    assert_eq!(planned.len(), steps.len(), "{planned:?}");
    for (step, wanted) in planned.iter().zip(steps) {
        assert!(step.starts_with(wanted), "{planned:?}");
    }
    let receipt = world.apply(named.plan).await;
    let (_, after) = world.look().await;
    assert!(!codes(&after).contains(code), "{code}: {:?}", codes(&after));
    let undone = world.engine().undo(receipt).await.unwrap();
    assert_eq!(undone.end, End::Finished, "{code}: {:#?}", undone.receipt.leftovers);
    assert_eq!(world.practice.snapshot(), start, "{code}");
}

#[tokio::test]
async fn an_open_rule_goes_after_the_narrow_one_is_there_and_comes_back() {
    let world = World::open("all-well");
    let (observed, _) = world.look().await;
    let group = |name: &str| {
        let groups = observed.security_groups.items();
        groups.iter().find(|group| group.name == name).unwrap().clone()
    };
    let (database, proxy) = (group("orders-db"), group("orders-proxy-sg"));
    let narrow = |rule: &&SecurityGroupRule| rule.peer == Peer::Group(proxy.id.clone());
    let narrow = database.rules(Direction::Ingress).find(narrow).unwrap().clone();
    let open = SecurityGroupRule { id: None, peer: Peer::Cidr("0.0.0.0/0".to_owned()), ..narrow.clone() };
    let writer = &world.connection.writer;
    writer.restore_rule(&database.id, &open).await.unwrap();
    writer.revoke_rule(&database.id, &narrow).await.unwrap();
    mended_and_brought_back(&world, "sg-open-to-world", &["authorize-", "revoke-"]).await;

    // The narrow rule is never missing while the open one is gone.
    let (observed, before) = world.look().await;
    let named = repair(&observed, before.causes(), &Wish::Codes(vec!["sg-open-to-world".to_owned()]));
    let [narrow, open] = named.plan.steps.as_slice() else { panic!("{:#?}", named.plan.steps) };
    assert_eq!(open.needs, std::slice::from_ref(&narrow.id));
}

#[tokio::test]
async fn host_names_of_a_vpc_are_switched_on_and_off_again() {
    let world = World::open("broken-endpoint-door");
    world.practice.tamper(|state| {
        for vpc in &mut state.vpcs {
            vpc.dns_hostnames = Some(false);
        }
    });
    mended_and_brought_back(&world, "vpce-private-dns-disabled", &["enable-dns-hostnames-"]).await;
}
