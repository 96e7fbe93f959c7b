//! Repairs: what mends a finding becomes a plan, is applied, gone at the next look, and undone.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::sync::Arc;

use rds_proxy_wizard::apply::{End, Engine, Receipt, Stop, Store, Typed};
use rds_proxy_wizard::cloud::Connection;
use rds_proxy_wizard::discover::{self, Existing};
use rds_proxy_wizard::domain::finding::Severity;
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::plan::{Plan, Repair, Why, Wish, repair};
use rds_proxy_wizard::practice::{self, Options, Speed};
use rds_proxy_wizard::rules::{Verdict, check_all};

use crate::cli::home::Home;

struct World {
    connection: Connection,
    folder: tempfile::TempDir,
}

impl World {
    fn open(scenario: &str) -> Self {
        let options = Options { scenario: scenario.to_owned(), speed: Speed::Instant, ..Options::default() };
        Self { connection: practice::connect(&options).unwrap(), folder: tempfile::tempdir().unwrap() }
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
    ("broken-slow-borrow", "proxy-borrow-timeout-exceeds-lambda-timeout"),
];

/// Scenario → the code that is mended by name only.
const BY_NAME: &[(&str, &str)] = &[
    ("broken-tls-off", "proxy-require-tls-false"),
    ("broken-iam-off", "proxy-iam-auth-disabled"),
    ("broken-old-host", "lambda-env-host-is-db"),
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
    for (scenario, code) in BY_NAME {
        let world = World::open(scenario);
        let (observed, verdict) = world.look().await;
        let safe = repair(&observed, verdict.causes(), &Wish::Safe);
        assert!(safe.left.iter().any(|left| left.code == *code && left.why == Why::NotSafe), "{:?}", safe.left);
        let named = repair(&observed, verdict.causes(), &Wish::Codes(vec![(*code).to_owned()]));
        assert_eq!(named.mended, [*code], "{scenario}");
        assert_eq!(named.plan.steps.len(), 1, "{scenario}");
        world.apply(named.plan).await;
        let (_, after) = world.look().await;
        assert!(!codes(&after).contains(*code), "{scenario}");
    }
}

#[tokio::test]
async fn a_finding_without_a_mend_is_left_to_a_person() {
    let world = World::open("broken-outside");
    let (observed, verdict) = world.look().await;
    let Repair { plan, left, .. } =
        repair(&observed, verdict.causes(), &Wish::Codes(vec!["lambda-not-in-vpc".to_owned()]));
    assert!(plan.is_empty());
    assert_eq!((left[0].code.as_str(), left[0].why), ("lambda-not-in-vpc", Why::ByHand));
}

#[test]
fn the_command_line_shows_asks_repairs_and_looks_again() {
    let home = Home::new();
    let here = "--practice=broken-closed-door --practice-speed 0";
    let there = "--proxy orders-proxy --function orders-checkout";
    let asked = home.run(&format!("repair {here} {there} --format text")).ends(2);
    assert!(asked.stdout.contains("mends    The database does not let the proxy in [sg-db-ingress-proxy]"));
    let repaired = home.run(&format!("repair {here} {there} --format text --yes")).ends(0);
    assert!(repaired.stdout.contains("Looked again"), "{repaired:#?}");
    home.run(&format!("validate {here} {there}")).ends(0);
    home.run(&format!("undo {here} --yes")).ends(0);
    home.run(&format!("validate {here} {there}")).ends(1);
}
