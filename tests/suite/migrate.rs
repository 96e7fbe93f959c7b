//! Migrations: whoever else is on the proxy works after every step of each; each is taken back at every step,
//! and the old way goes only when nobody is left on it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::failing::{Failing, Fault};
use rds_proxy_wizard::apply::{Emit, End, Engine, Event, Outcome, Receipt, Stop, StopAt, Store, Typed};
use rds_proxy_wizard::cloud::Writer;
use rds_proxy_wizard::discover::{self, Existing};
use rds_proxy_wizard::domain::finding::Severity;
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::plan::{Conflict, Migration, NewLogin, Plan, migrate, secret_name};
use rds_proxy_wizard::practice::{self, Practice, Speed};
use rds_proxy_wizard::rules::{Verdict, check_all};
use serde_json::Value;

use crate::cli::home::Home;

const MOVES: &str = "orders-checkout";
const OTHER: &str = "orders-reports";

struct World {
    practice: Arc<Practice>,
    folder: tempfile::TempDir,
}

impl World {
    fn open(scenario: &str) -> Self {
        let practice = Arc::new(Practice::open(None, scenario, Speed::Instant).unwrap());
        Self { practice, folder: tempfile::tempdir().unwrap() }
    }

    async fn look(&self, function: &str) -> (Observed, Verdict) {
        let function = Some(function.parse().unwrap());
        let existing = Existing { proxy: "orders-proxy".to_owned(), function, read_secrets: true };
        let connection = practice::connection(self.practice.clone());
        let clock = connection.clock.as_ref();
        let observed = discover::observe_proxy(connection.reader(), clock, &connection.account, &existing).await;
        let verdict = check_all(&observed);
        (observed, verdict)
    }

    /// Codes of the errors on a function's path.
    async fn errors(&self, function: &str) -> Vec<String> {
        let (_, verdict) = self.look(function).await;
        let errors = verdict.findings.iter().filter(|finding| finding.severity == Severity::Error);
        errors.map(|finding| finding.code.clone()).collect()
    }

    async fn planned(&self, wish: &Migration) -> Result<Plan, Vec<Conflict>> {
        let (mut observed, verdict) = self.look(MOVES).await;
        let connection = practice::connection(self.practice.clone());
        if let Migration::Login { user, .. } = wish {
            let name = secret_name("orders-proxy", user);
            observed.deleted_secrets = discover::secrets_named(connection.reader(), &name).await.unwrap();
        }
        let others = discover::callers(connection.reader()).await.unwrap();
        migrate(&observed, verdict.causes(), Some(&others), wish)
    }

    async fn plan(&self, wish: &Migration) -> Plan {
        self.planned(wish).await.unwrap_or_else(|conflicts| panic!("{wish:?}: {conflicts:#?}"))
    }

    fn engine(&self, writer: Option<Arc<dyn Writer>>, emit: Emit, stop: Stop) -> Engine {
        let mut connection = practice::connection(self.practice.clone());
        if let Some(writer) = writer {
            connection.writer = writer;
        }
        Engine { connection, store: Store::new(self.folder.path()), emit, stop, password: Typed::default() }
    }

    fn quiet(&self) -> Engine {
        self.engine(None, Arc::new(|_| {}), Stop::default())
    }

    async fn apply(&self, wish: &Migration) -> Receipt {
        let outcome = self.quiet().run(self.plan(wish).await).await.unwrap();
        assert_eq!(outcome.end, End::Finished, "{wish:?}: {:#?}", outcome.receipt);
        outcome.receipt
    }

    async fn undo(&self, receipt: Receipt, what: &str) {
        let outcome = self.quiet().undo(receipt).await.unwrap();
        assert_eq!(outcome.end, End::Finished, "{what}: {:#?}", outcome.receipt.leftovers);
    }

    /// Whoever calls the function by its alias gets what it is now.
    async fn release(&self) {
        let version = self.practice.publish_version(MOVES).await.unwrap();
        self.practice.update_alias(MOVES, "live", &version).await.unwrap();
    }
}

struct Case {
    scenario: &'static str,
    start: Migration,
    finish: Migration,
}

fn cases() -> Vec<Case> {
    let login = |login, user: &str| Migration::Login { login, user: user.to_owned() };
    let end = || Migration::EndLogin { old: "orders_app".to_owned() };
    vec![
        Case { scenario: "from-database", start: Migration::ThroughProxy, finish: Migration::CloseDirect },
        Case { scenario: "from-password", start: login(NewLogin::StandardIam, "orders_token"), finish: end() },
        Case { scenario: "from-secret", start: login(NewLogin::EndToEndIam, "orders_iam"), finish: end() },
    ]
}

async fn stopped_at(world: &World, wish: &Migration, at: usize) -> Outcome {
    let plan = world.plan(wish).await;
    let stop = Stop::default();
    let (begun, asked) = (AtomicUsize::new(0), stop.clone());
    let emit: Emit = Arc::new(move |event| {
        if matches!(event, Event::StepStarted { .. }) && begun.fetch_add(1, Ordering::SeqCst) + 1 == at {
            asked.ask(StopAt::AfterStep);
        }
    });
    world.engine(None, emit, stop).run(plan).await.unwrap()
}

#[tokio::test]
async fn everybody_else_works_after_every_step_of_every_migration() {
    for Case { scenario, start, finish } in cases() {
        let before = World::open(scenario).errors(OTHER).await;
        assert_eq!(before, [] as [&str; 0], "{scenario}");
        for (first, wish) in [(None, &start), (Some(&start), &finish)] {
            let ready = World::open(scenario);
            if let Some(first) = first {
                ready.apply(first).await;
                ready.release().await;
            }
            let steps = ready.plan(wish).await.changes().count();
            assert!(steps > 0, "{scenario}");
            for at in 1..=steps {
                let world = World::open(scenario);
                if let Some(first) = first {
                    world.apply(first).await;
                    world.release().await;
                }
                let logins = |world: &World| {
                    let proxies = world.practice.state().proxies;
                    let proxy = proxies.into_iter().find(|record| record.proxy.name == "orders-proxy").unwrap().proxy;
                    proxy.auth.into_iter().filter(|auth| auth.secret_arn.contains(OTHER_SECRET)).collect::<Vec<_>>()
                };
                let there = logins(&world);
                assert_eq!(there.len(), 1);
                stopped_at(&world, wish, at).await;
                let what = format!("{scenario}: {wish:?} after step {at}");
                assert_eq!(world.errors(OTHER).await, [] as [&str; 0], "{what}");
                assert_eq!(logins(&world), there, "{what}");
            }
        }
    }
}

const OTHER_SECRET: &str = "orders_reports";

/// Names what differs rather than printing two accounts.
fn assert_same(is: &Value, should: &Value, what: &str) {
    if is == should {
        return;
    }
    let mut differs = Vec::new();
    for (part, should) in should.as_object().unwrap() {
        let (Some(is), Some(should)) = (is[part].as_array(), should.as_array()) else { continue };
        differs.extend(is.iter().filter(|item| !should.contains(item)).map(|item| format!("+ {part} {item}")));
        differs.extend(should.iter().filter(|item| !is.contains(item)).map(|item| format!("- {part} {item}")));
    }
    panic!("{what}:\n{}", differs.join("\n"));
}

#[tokio::test]
async fn the_function_works_before_and_after_and_the_way_back_ends_where_it_began() {
    for Case { scenario, start, finish } in cases() {
        let world = World::open(scenario);
        let begin = world.practice.snapshot();
        let started = world.apply(&start).await;
        assert_eq!(world.errors(MOVES).await, [] as [&str; 0], "{scenario}");
        world.undo(started, scenario).await;
        assert_same(&world.practice.snapshot(), &begin, scenario);

        world.apply(&start).await;
        world.release().await;
        let moved = world.practice.snapshot();
        let finished = world.apply(&finish).await;
        assert_eq!(world.errors(MOVES).await, [] as [&str; 0], "{scenario}");
        world.undo(finished, scenario).await;
        assert_same(&world.practice.snapshot(), &moved, scenario);
    }
}

/// Up to where a plan begins: at the start, or moved and released.
async fn ready(scenario: &str, first: Option<&Migration>) -> World {
    let world = World::open(scenario);
    if let Some(first) = first {
        world.apply(first).await;
        world.release().await;
    }
    world
}

#[tokio::test]
async fn a_migration_that_fails_or_dies_at_any_write_is_undone_or_resumed() {
    for Case { scenario, start, finish } in cases() {
        for (first, wish) in [(None, &start), (Some(&start), &finish)] {
            let world = ready(scenario, first).await;
            let begin = world.practice.snapshot();
            let plan = world.plan(wish).await;
            let (writer, counter) = Failing::wrap(world.practice.clone(), Fault::Refused, usize::MAX);
            world.engine(Some(writer), Arc::new(|_| {}), Stop::default()).run(plan).await.unwrap();
            let (end, writes) = (world.practice.snapshot(), counter.writes());
            assert!(writes > 0, "{scenario}: {wish:?}");
            for (at, fault) in (1..=writes)
                .flat_map(|at| [Fault::Refused, Fault::DiesBefore, Fault::DiesAfter].map(|fault| (at, fault)))
            {
                let what = format!("{scenario}: {wish:?}, {fault:?} at write {at}");
                for resumes in [false, true] {
                    let world = ready(scenario, first).await;
                    let plan = world.plan(wish).await;
                    let (writer, _) = Failing::wrap(world.practice.clone(), fault, at);
                    let engine = world.engine(Some(writer), Arc::new(|_| {}), Stop::default());
                    let outcome = engine.run(plan).await.unwrap();
                    assert_eq!(outcome.end, End::Failed, "{what}");
                    // Whoever has a login of their own notices nothing, whatever became of the run.
                    assert_eq!(world.errors(OTHER).await, [] as [&str; 0], "{what}");
                    let receipt = Store::load(&outcome.path).unwrap();
                    if resumes {
                        let outcome = world.quiet().resume(receipt).await.unwrap();
                        assert_eq!(outcome.end, End::Finished, "{what}: {:#?}", outcome.receipt);
                        assert_same(&world.practice.snapshot(), &end, &what);
                    } else {
                        world.undo(receipt, &what).await;
                        assert_same(&world.practice.snapshot(), &begin, &what);
                    }
                    assert_eq!(world.errors(OTHER).await, [] as [&str; 0], "{what}: afterwards");
                }
            }
        }
    }
}

fn said(conflicts: &[Conflict]) -> String {
    conflicts.iter().map(|conflict| format!("{}\n{}\n", conflict.title, conflict.cure)).collect()
}

#[tokio::test]
async fn the_old_way_stays_while_anybody_comes_by_it() {
    for Case { scenario, start, finish } in cases() {
        let world = World::open(scenario);
        let refused = said(&world.planned(&finish).await.unwrap_err());
        assert!(!refused.is_empty(), "{scenario}");
        world.apply(&start).await;
        // The published version still comes the old way.
        let refused = said(&world.planned(&finish).await.unwrap_err());
        assert!(refused.contains("`orders-checkout:live`"), "{scenario}: {refused}");
        world.release().await;
        assert!(!world.plan(&finish).await.is_empty(), "{scenario}");
    }
}

#[tokio::test]
async fn the_login_of_others_is_neither_changed_nor_ended() {
    let world = World::open("from-secret");
    for user in ["orders_app", "orders_reports"] {
        for login in [NewLogin::EndToEndIam, NewLogin::StandardIam] {
            let wish = Migration::Login { login, user: user.to_owned() };
            let refused = world.planned(&wish).await;
            // Already so for one that sends tokens to a secret: nothing of the proxy is planned.
            match refused {
                Err(conflicts) => assert!(said(&conflicts).contains(user), "{user} {login:?}"),
                Ok(plan) => assert!(
                    login == NewLogin::StandardIam
                        && plan
                            .changes()
                            .all(|step| step.id.0 == "put-connect-policy" || step.id.0 == "update-function"),
                    "{user} {login:?}: {:#?}",
                    plan.steps
                ),
            }
        }
    }
    let end = Migration::EndLogin { old: "orders_reports".to_owned() };
    let refused = said(&world.planned(&end).await.unwrap_err());
    assert!(refused.contains("`orders-reports`"), "{refused}");
}

#[test]
fn the_command_line_shows_asks_moves_and_says_what_is_next() {
    let home = Home::new();
    let here = "--practice=from-secret --practice-speed 0";
    let there = "--proxy orders-proxy --function orders-checkout --to end-to-end-iam --user orders_iam --read-secrets";
    let asked = home.run(&format!("migrate {here} {there} --format text")).ends(2);
    assert!(asked.stdout.contains("The database user `orders_iam` has to be there"), "{asked:#?}");
    let moved = home.run(&format!("migrate {here} {there} --format text --yes")).ends(0);
    for words in ["user --proxy orders-proxy --user orders_iam --login token", "The old way still works", "--finish"] {
        assert!(moved.stdout.contains(words), "{words}: {moved:#?}");
    }
    let json = home.run(&format!("migrate {here} {there} --format json --yes")).ends(0);
    let last = json.lines().pop().unwrap();
    assert_eq!((last["event"].as_str(), last["finished"].as_bool()), (Some("migrated"), Some(false)), "{last}");
    home.run(&format!("undo {here} --yes")).ends(0);
    home.run(&format!("migrate {here} --proxy orders-proxy --to standard-iam")).ends(2);
}

#[test]
fn the_command_line_says_where_a_path_stands_and_where_it_may_go() {
    let home = Home::new();
    let there = "--practice=from-secret --practice-speed 0 --proxy orders-proxy --function orders-checkout";
    let told = home.run(&format!("migrate {there} --read-secrets --format text")).ends(0);
    for words in [
        "`orders-checkout` sends a token, and the proxy uses a secret",
        "  here    Standard IAM",
        "  can     End-to-end IAM",
        "  cannot  The login of `orders_reports`",
        "Still logs in as `orders_reports`: `orders-reports`",
    ] {
        assert!(told.stdout.contains(words), "{words}: {}", told.stdout);
    }
    let json = home.run(&format!("migrate {there} --format json")).ends(0).json();
    assert_eq!(
        (json["schema"].as_str(), json["from"].as_str()),
        (Some("rds-proxy-wizard/migrations/v1"), Some("standard-iam"))
    );
    // Nobody looked whose logins there are.
    assert!(json["goals"][2]["in_the_way"][0].as_str().unwrap().contains("is not known"), "{json}");
    // What belongs to a plan is refused without one.
    home.run(&format!("migrate {there} --finish")).ends(2);
}

#[test]
fn a_blue_green_deployment_is_listed_with_its_steps() {
    let home = Home::new();
    let there = "migrate --practice=broken-blue-green --proxy orders-proxy --blue-green";
    let told = home.run(&format!("{there} --format text"));
    for words in [
        "`orders-prod` is in the deployment `orders-8-4` (bgd-k2wq7ejz0xq4m8ta), which is AVAILABLE.",
        "1. Register the database as the proxy's target, and wait until it is available (done)",
        "4. Switch over (now)",
        "6. Delete the deployment last (later)",
        "$ aws rds switchover-blue-green-deployment --blue-green-deployment-identifier bgd-k2wq7ejz0xq4m8ta",
    ] {
        assert!(told.stdout.contains(words), "{words}: {}", told.stdout);
    }
    let json = home.run(&format!("{there} --format json"));
    assert_eq!(json.status, told.status);
    let json = json.json();
    assert_eq!(json["steps"][1]["turn"], "done", "{json}");
    assert_eq!(json["deployment"]["status"], "AVAILABLE", "{json}");
}
