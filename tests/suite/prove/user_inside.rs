//! The database user by a temporary function: its program against the real databases, the whole of it on
//! ministack and in the practice account.

use std::sync::Arc;
use std::time::Instant;

use rds_proxy_wizard::apply::{End, Engine, Stop, Store, Typed};
use rds_proxy_wizard::cloud::Connection;
use rds_proxy_wizard::discover::{Existing, Invoked, observe_proxy};
use rds_proxy_wizard::domain::observed::{Observed, Part};
use rds_proxy_wizard::domain::policy::{Document, Statement};
use rds_proxy_wizard::export::{ProxyLogsIn, UserState};
use rds_proxy_wizard::plan::{self, Aim};
use rds_proxy_wizard::probe::inside::{self, LogInWith, SOURCE};
use rds_proxy_wizard::probe::{Errand, ProbeTarget, Protocol, Returned, SecretPassword, Stage};
use rds_proxy_wizard::prove::{self, Deed, Inside, InsideUser, NoSecret, PlannedUser, VisitPlace, WantedUser, visit};
use serde_json::json;

use super::program::{event, run};
use super::user::{NEW, wanted};
use crate::cli::home::Home;
use crate::connect::Servers;
use crate::emulated::Hasty;
use crate::flow::{Heard, Journey};
use crate::seed::{World, seed};
use crate::services::service;

const BOTH: [Protocol; 2] = [Protocol::Mysql, Protocol::Postgresql];

async fn secret(world: &World, name: &str, user: &str, password: &str) -> String {
    let text = json!({ "username": user, "password": password }).to_string();
    let client = aws_sdk_secretsmanager::Client::new(&world.config);
    let made = client.create_secret().name(format!("{name}-{}", world.seeded.mark)).secret_string(text);
    made.send().await.unwrap().arn.unwrap()
}

/// Runs the program as Lambda would, with this to do.
fn sent(target: &ProbeTarget, login: &LogInWith, errand: &Errand, url: &str) -> (Returned, String) {
    let ca = std::fs::read_to_string(service("RPW_TEST_CA").unwrap()).unwrap();
    let mut event = event(target, login, &ca);
    event["errand"] = serde_json::to_value(errand).unwrap();
    // ministack takes the key for the account's number.
    let LogInWith::Secret(arn) = login else { panic!("by a secret") };
    let account = arn.split(':').nth(4).unwrap();
    let environment = [("AWS_ACCESS_KEY_ID", account), ("AWS_SECRET_ACCESS_KEY", "test"), ("AWS_ENDPOINT_URL", url)];
    let answer = run(&event, &environment);
    (inside::read_errand(&answer, target, login, false).unwrap(), answer)
}

#[tokio::test]
async fn the_program_runs_statements_and_tells_no_password() {
    let (Some(url), Some(servers)) = (service("RPW_MINISTACK_URL"), Servers::find()) else { return };
    let world = seed(&url).await;
    let password = service("RPW_TEST_PASSWORD").unwrap();
    let began = Instant::now();
    for protocol in BOTH {
        let user = format!("inner_{}", std::process::id());
        let of = |name: &str| format!("{name}-{}", protocol.word());
        let admin = LogInWith::Secret(secret(&world, &of("admin"), "admin_user", &password).await);
        let weak = LogInWith::Secret(secret(&world, &of("weak"), "pass_user", &password).await);
        let own = secret(&world, &of("own"), &user, NEW).await;
        let mut target = servers.direct(protocol, "whoever");
        target.user.clear();
        let wanted = wanted(protocol, &user, "read-write");
        let statements = wanted.statements();
        let ask = statements.questions().unwrap();
        let with = |secret: &str| {
            Some(SecretPassword { secret: secret.into(), user: user.clone(), place: "PASSWORD-OF-THE-SECRET".into() })
        };
        let make = |password| Errand { run: statements.to_run(&UserState::Absent), ask: ask.clone(), password };
        let mut told = Vec::new();
        let mut send = |login: &LogInWith, errand: &Errand| {
            let (returned, answer) = sent(&target, login, errand, &url);
            told.push(answer);
            returned
        };

        let before = send(&admin, &Errand { ask: ask.clone(), ..Errand::default() });
        assert_eq!(before.answers[0], Ok(None), "{before:#?}");
        let weakly = send(&weak, &make(with(&own)));
        let words = weakly.ran.last().unwrap().clone().unwrap();
        assert_eq!(weakly.ran.len(), 1, "it ends at the first that fails: {weakly:#?}");
        assert!(words.contains("1227") || words.contains("42501"), "{words}");

        // The secret of somebody else is not taken for the user's.
        let LogInWith::Secret(foreign) = &weak else { panic!("by a secret") };
        let other = send(&admin, &make(with(foreign)));
        let stop = other.attempt.stopped_at().unwrap();
        assert_eq!((stop.stage, other.ran.len()), (Stage::Token, 0), "{other:#?}");
        assert!(stop.means.as_ref().unwrap().contains("another user"), "{stop:#?}");

        let made = send(&admin, &make(with(&own)));
        assert!(made.ran.iter().all(Option::is_none) && !made.ran.is_empty(), "{made:#?}");
        assert!(matches!(&made.answers[0], Ok(Some(_))), "{made:#?}");
        let again = send(&admin, &make(with(&own)));
        assert!(again.ran[0].as_ref().is_some_and(|words| words.contains("1396") || words.contains("42710")));
        assert!(again.answers[0].is_ok(), "after a refusal the connection is still good: {again:#?}");
        let nonsense = Errand { run: vec!["GRANT NONSENSE".into()], ask: ask.clone(), ..Errand::default() };
        let nonsense = send(&admin, &nonsense);
        assert!(nonsense.ran[0].is_some() && nonsense.answers[0].is_ok(), "{nonsense:#?}");
        // What it was given in the password's place is what logs in. The PostgreSQL of the tests lets in only
        // whom its file of hosts names.
        let (itself, _) = sent(&target, &LogInWith::Secret(own.clone()), &Errand::default(), &url);
        assert!(protocol == Protocol::Postgresql || itself.attempt.stopped_at().is_none(), "{itself:#?}");
        let gone = send(&admin, &Errand { run: statements.to_drop(), ask: ask.clone(), ..Errand::default() });
        assert_eq!(gone.answers[0], Ok(None), "{gone:#?}");
        let told = told.join("\n");
        for word in [password.as_str(), "n0t-to-be-seen", "X-Amz-Signature"] {
            assert!(!told.contains(word), "{told}");
        }
    }
    assert!(began.elapsed().as_secs() < 60, "each verdict comes in bounded time");
}

/// ministack runs the program for real, against the real databases.
#[tokio::test]
async fn an_emulated_function_makes_the_user_and_is_gone_after() {
    let (Some(url), Some(servers)) = (service("RPW_MINISTACK_URL"), Servers::find()) else { return };
    let world = seed(&url).await;
    let password = service("RPW_TEST_PASSWORD").unwrap();
    let login = LogInWith::Secret(secret(&world, "login", "admin_user", &password).await);
    let user = format!("emulated_{}", std::process::id());
    let own = secret(&world, "user", &user, NEW).await;
    let connection = Connection { clock: Arc::new(Hasty::default()), ..world.connection };
    let mut observed = Observed::nothing(connection.account.clone());
    let function = connection.reader().function(&world.seeded.function_in_vpc).await.unwrap().unwrap();
    observed.function = Part::Present(function);
    let name = prove::probe_name(3);
    let mut plan = plan::probe(&observed, &name, SOURCE).unwrap();
    let Aim::Probe(found) = &mut plan.aim else { panic!("{:?}", plan.aim) };
    found.proxy = "orders".into();
    let folder = tempfile::tempdir().unwrap();
    let store = Store::new(folder.path());
    let emit = Heard::default().emit();
    let engine =
        Engine { connection: connection.clone(), store, emit, stop: Stop::default(), password: Typed::default() };
    let made = engine.run(plan).await.unwrap();
    assert_eq!(made.end, End::Finished, "{:#?}", made.receipt.steps);

    let ca = std::fs::read_to_string(service("RPW_TEST_CA").unwrap()).unwrap();
    let mut target = servers.direct(Protocol::Mysql, "whoever").in_region(Some("us-east-1".into()));
    target.user.clear();
    let wanted = wanted(Protocol::Mysql, &user, "read");
    let mut told = Vec::new();
    for (deed, before, after) in [
        (Deed::Look, UserState::Absent, UserState::Absent),
        (Deed::Make, UserState::Absent, UserState::WithPassword),
        (Deed::Drop, UserState::WithPassword, UserState::Absent),
    ] {
        let mut place = VisitPlace::Inside(Inside {
            cloud: connection.writer.as_ref(),
            function: &name,
            target: &target,
            login: &login,
            password_secret: Some(&own),
            ca: Some(&ca),
        });
        let visit = visit(&mut place, &wanted, deed).await.unwrap();
        assert!(visit.is_done(), "{visit:#?}");
        assert_eq!(
            (visit.before.as_ref().unwrap().state.clone(), visit.after.as_ref().unwrap().state.clone()),
            (before, after)
        );
        told.push(serde_json::to_string(&visit).unwrap());
    }
    let gone = engine.undo(made.receipt).await.unwrap();
    assert_eq!(gone.end, End::Finished, "{:#?}", gone.receipt.leftovers);
    assert!(connection.reader().function(&name).await.unwrap().is_none());
    told.push(std::fs::read_to_string(&gone.path).unwrap());
    let told = told.join("\n");
    assert!(!told.contains(&password) && !told.contains("n0t-to-be-seen"), "{told}");
}

async fn looked(journey: &Journey, proxy: &str, function: &str) -> Observed {
    let connection = journey.connection();
    let function = Some(Invoked { name: function.into(), qualifier: None });
    let existing = Existing { proxy: proxy.into(), function, read_secrets: false };
    observe_proxy(connection.reader(), connection.clock.as_ref(), &connection.account, &existing).await
}

fn wanted_of(observed: &Observed, user: &str, login: Option<ProxyLogsIn>) -> WantedUser {
    WantedUser::new(observed, user, None, "read-write", login).unwrap()
}

#[tokio::test]
async fn in_practice_the_managed_login_makes_the_user_where_the_role_may_read_it() {
    let journey = Journey::new("all-well", Default::default());
    let connection = journey.connection();
    let mut observed = looked(&journey, "payments-proxy", "payments-api").await;
    let wanted = wanted_of(&observed, "hook_app", Some(ProxyLogsIn::WithToken));
    let inside = InsideUser::new(&observed, wanted, Deed::Make, None, None).unwrap();
    let managed = inside.login_secret.clone();
    assert!(managed.contains("rds!cluster"), "the database's own login is taken: {managed}");
    let closed = PlannedUser::new(&connection, &mut observed, inside.clone(), None).await.unwrap();
    assert_ne!(closed.reads[0].may, Some(true), "nobody has allowed it: {:#?}", closed.reads);
    journey.practice.tamper(|state| {
        let role = state.roles.iter_mut().find(|record| record.role.name == "payments-api-exec").unwrap();
        let read = Statement::allow(Some("Read"), "secretsmanager:GetSecretValue", managed.as_str());
        role.role.inline.insert("read".into(), Document::new(vec![read]));
    });
    let mut observed = looked(&journey, "payments-proxy", "payments-api").await;
    let open = PlannedUser::new(&connection, &mut observed, inside, None).await.unwrap();
    // It is in the groups of both: the database lets in the proxy only.
    let groups = &observed.function.present().unwrap().vpc.as_ref().unwrap().security_group_ids;
    assert_eq!(groups.len(), 2, "{groups:?}");
    let start = journey.practice.snapshot();
    let engine = journey.engine(None, Heard::default().emit(), Stop::default());
    let made = engine.run(open.planned.plan.clone()).await.unwrap();
    assert_eq!(made.end, End::Finished);
    let visit = open.ask(&connection).await.unwrap();
    assert!(visit.is_done(), "{visit:#?}");
    assert_eq!(visit.before.as_ref().unwrap().state, UserState::Absent);
    assert_eq!(visit.after.as_ref().unwrap().state, UserState::WithToken);
    assert_eq!(engine.undo(made.receipt).await.unwrap().end, End::Finished);
    assert_eq!(journey.practice.snapshot(), start, "of the function nothing is left");
}

#[tokio::test]
async fn what_is_not_known_is_asked_for_by_name() {
    let journey = Journey::new("all-well", Default::default());
    let observed = looked(&journey, "orders-proxy", "orders-checkout").await;
    let inside = |deed, login: Option<&str>| {
        InsideUser::new(&observed, wanted_of(&observed, "orders_app", None), deed, login, None)
    };
    assert_eq!(inside(Deed::Look, None), Err(NoSecret::Login));
    let made = inside(Deed::Make, Some("arn:login")).unwrap();
    assert!(made.password_secret.is_some_and(|arn| arn.contains("orders/orders_app")), "the proxy's only secret");
    assert_eq!(inside(Deed::Look, Some("arn:login")).unwrap().password_secret, None, "looking needs no password");
    let mut several = observed.clone();
    if let Part::Present(proxy) = &mut several.proxy {
        proxy.auth.push(proxy.auth[0].clone());
    }
    let wanted = wanted_of(&observed, "orders_app", None);
    let unknown = InsideUser::new(&several, wanted, Deed::Make, Some("arn:login"), None);
    assert_eq!(unknown, Err(NoSecret::Password("orders_app".into())));
}

#[test]
fn on_the_command_line_it_says_beforehand_whether_the_role_may_and_leaves_nothing() {
    let home = Home::new();
    let line = "user --practice=all-well --practice-speed 0 --proxy orders-proxy --user new_app --run \
                --from-function orders-checkout";
    let nobody = home.run(&format!("{line} --yes")).ends(2);
    assert!(nobody.stderr.contains("--login-secret"), "{nobody:#?}");
    let listed = home.run("user --practice=all-well --practice-speed 0 --proxy orders-proxy --user new_app").ends(0);
    assert!(listed.stdout.contains("CREATE USER 'new_app'"), "{listed:#?}");
    let account = std::fs::read_to_string(home.path("data/rds-proxy-wizard/practice/all-well.json")).unwrap();
    let account: serde_json::Value = serde_json::from_str(&account).unwrap();
    let secrets = account["secrets"].as_array().unwrap();
    let arn = secrets.iter().map(|secret| secret["secret"]["arn"].as_str().unwrap());
    let arn = arn.clone().find(|arn| arn.contains("orders/orders_app")).unwrap().to_owned();
    let unasked = home.run(&format!("{line} --login-secret {arn} --format json")).ends(2);
    let first: serde_json::Value = serde_json::from_str(unasked.stdout.lines().next().unwrap()).unwrap();
    assert_eq!((&first["event"], &first["reads"][0]["may"]), (&json!("visiting"), &json!(false)), "{first:#}");
    let refused = home.run(&format!("{line} --login-secret {arn} --yes --format json")).ends(1);
    let last = refused.lines().pop().unwrap();
    assert_eq!((&last["event"], &last["like"]), (&json!("visited"), &json!("orders-checkout")), "{last:#}");
    assert_eq!(last["stages"].as_array(), None);
    let stages = last["attempt"]["stages"].as_array().unwrap();
    let stopped = stages.iter().find(|outcome| outcome["verdict"] != "passed").unwrap();
    assert_eq!(stopped["stage"], "token", "{last:#}");
    let account = std::fs::read_to_string(home.path("data/rds-proxy-wizard/practice/all-well.json")).unwrap();
    assert!(!account.contains("rds-proxy-wizard-probe-"), "something of the function is left");
}
