//! The database user, looked at, made and taken away for real over a login by password.

use rds_proxy_wizard::cloud::Wire;
use rds_proxy_wizard::domain::database::EngineFamily;
use rds_proxy_wizard::export::{ProxyLogsIn, Rights, UserState};
use rds_proxy_wizard::probe::{Protocol, Trust};
use rds_proxy_wizard::prove::{Deed, Here, UserVisit, VisitPlace, WantedUser, visit};
use secrecy::SecretString;
use std::path::Path;
use std::sync::Arc;

use crate::cli::home::Home;
use crate::connect::Servers;
use crate::services::service;

pub const NEW: &str = "n0t-to-be-seen'\\x";
const BOTH: [Protocol; 2] = [Protocol::Mysql, Protocol::Postgresql];

pub fn wanted(protocol: Protocol, user: &str, rights: &str) -> WantedUser {
    let family = match protocol {
        Protocol::Mysql => EngineFamily::Mysql,
        Protocol::Postgresql => EngineFamily::Postgresql,
    };
    WantedUser {
        family,
        user: user.into(),
        database: Some("orders".into()),
        login: ProxyLogsIn::WithPassword,
        rights: Rights::parse(rights, family).unwrap(),
    }
}

async fn visited(servers: &Servers, who: (Protocol, &str, &str), wanted: &WantedUser, deed: Deed) -> UserVisit {
    let (protocol, login_as, login) = who;
    let trust = Trust::read(Path::new(&service("RPW_TEST_CA").unwrap())).unwrap();
    let wire = Wire::Network(Arc::new(servers.tokens().await));
    let target = servers.direct(protocol, login_as);
    let password = SecretString::from(NEW);
    let here = Here {
        wire: &wire,
        target: &target,
        trust: &trust,
        login: SecretString::from(login),
        password: Some(&password),
        on_event: &mut |_| (),
        opened: None,
    };
    visit(&mut VisitPlace::Here(Box::new(here)), wanted, deed).await.unwrap()
}

fn state(known: &Option<rds_proxy_wizard::export::KnownUser>) -> Option<&UserState> {
    known.as_ref().map(|known| &known.state)
}

#[tokio::test]
async fn a_user_is_looked_at_made_once_then_only_granted_and_taken_away() {
    let Some(servers) = Servers::find() else { return };
    let password = service("RPW_TEST_PASSWORD").unwrap();
    for protocol in BOTH {
        let admin = (protocol, "admin_user", password.as_str());
        let user = format!("made_{}", std::process::id());
        let read = wanted(protocol, &user, "read");
        let looked = visited(&servers, admin, &read, Deed::Look).await;
        assert!(looked.is_done() && looked.ran.is_empty(), "{looked:#?}");
        assert_eq!(state(&looked.after), Some(&UserState::Absent), "looking makes nobody");

        let first = visited(&servers, admin, &read, Deed::Make).await;
        assert!(first.is_done(), "{first:#?}");
        assert_eq!(state(&first.before), Some(&UserState::Absent));
        assert_eq!(state(&first.after), Some(&UserState::WithPassword));
        let rights = |visit: &UserVisit| visit.after.as_ref().unwrap().rights.clone().unwrap();
        if protocol == Protocol::Mysql {
            assert_eq!(rights(&first), ["SELECT"]);
        }
        // It logs in with its password. The PostgreSQL of the tests lets in only whom its file of hosts names.
        let itself = visited(&servers, (protocol, &user, NEW), &read, Deed::Look).await;
        assert!(protocol == Protocol::Postgresql || itself.attempt.stages[4].error.is_none(), "{itself:#?}");

        let more = wanted(protocol, &user, "select,insert");
        let again = visited(&servers, admin, &more, Deed::Make).await;
        assert!(again.is_done(), "{again:#?}");
        assert_eq!(state(&again.before), Some(&UserState::WithPassword));
        assert!(!again.ran.iter().any(|ran| ran.statement.starts_with("CREATE")), "{again:#?}");
        if protocol == Protocol::Mysql {
            assert_eq!(rights(&again), ["INSERT", "SELECT"]);
        }

        let dropped = visited(&servers, admin, &more, Deed::Drop).await;
        assert!(dropped.is_done(), "{dropped:#?}");
        assert_eq!(state(&dropped.after), Some(&UserState::Absent));
        let nobody = visited(&servers, admin, &more, Deed::Drop).await;
        assert!(nobody.is_done() && nobody.ran.is_empty(), "{nobody:#?}");
        let told = serde_json::to_string(&[looked, first, itself, again, dropped, nobody]).unwrap();
        assert!(!told.contains("n0t-to-be-seen") && !told.contains(&password), "{told}");
    }
}

#[tokio::test]
async fn who_may_not_is_told_so_and_nothing_is_run_twice() {
    let Some(servers) = Servers::find() else { return };
    let password = service("RPW_TEST_PASSWORD").unwrap();
    for protocol in BOTH {
        let never = wanted(protocol, "never_made", "read-write");
        let refused = visited(&servers, (protocol, "pass_user", &password), &never, Deed::Make).await;
        assert!(!refused.is_done() && refused.ran.len() == 1, "{refused:#?}");
        assert!(refused.ran[0].error.as_ref().is_some_and(|error| !error.contains("n0t-to-be-seen")), "{refused:#?}");
        let wrong = visited(&servers, (protocol, "admin_user", "wr0ng"), &never, Deed::Make).await;
        assert!(wrong.ran.is_empty() && wrong.before.is_none() && !wrong.is_done());
        assert!(wrong.attempt.stopped_at().is_some());
    }
}

const USER: &str = "user --practice=all-well --practice-speed 0 --proxy orders-proxy --user";

#[test]
fn in_practice_a_visit_goes_through_a_tunnel_asks_first_and_the_user_stays_made() {
    let home = Home::new();
    let way = "--as admin --tunnel i-0abc --password-stdin";
    let known = home.run_with(&format!("{USER} orders_app --look {way}"), "adm1n-word\n").ends(0);
    assert!(known.stdout.contains("Now: orders_app logs in with a password"), "{known:#?}");
    let outside = home.run_with(&format!("{USER} orders_app --look --as admin --password-stdin"), "adm1n-word\n");
    assert!(outside.ends(1).stdout.contains("not reachable"), "the database is private");

    let unasked = home.run(&format!("{USER} new_app --run --as admin --tunnel i-0abc")).ends(2);
    assert!(unasked.stderr.contains("--yes"), "{unasked:#?}");
    let two = "adm1n-word\nuser-w0rd\n";
    let made = home.run_with(&format!("{USER} new_app --rights read --run {way} --yes"), two).ends(0);
    assert!(made.stdout.contains("Before: new_app is not there"), "{made:#?}");
    assert!(made.stdout.contains("Now: new_app logs in with a password; its rights: SELECT"), "{made:#?}");
    assert!(!format!("{made:?}").contains("adm1n-word") && !format!("{made:?}").contains("user-w0rd"), "{made:#?}");
    let looked = home.run_with(&format!("{USER} new_app --look {way} --format json"), "adm1n-word\n").ends(0);
    assert_eq!(looked.json()["after"]["login"], "with-password", "{looked:#?}");
    let gone = home.run_with(&format!("{USER} new_app --drop {way} --yes"), "adm1n-word\n").ends(0);
    assert!(gone.stdout.contains("Now: new_app is not there"), "{gone:#?}");
    let one = home.run_with(&format!("{USER} new_app --run {way} --yes"), "adm1n-word\n").ends(2);
    assert!(one.stderr.starts_with("error: "), "{one:#?}");
}

#[test]
fn in_practice_only_the_database_s_own_user_may_and_others_are_told_so() {
    let line = format!("{USER} new_app --run --as orders_app --tunnel i-0abc --password-stdin --yes");
    let refused = Home::new().run_with(&line, "one\ntwo\n").ends(1);
    assert!(refused.stdout.contains("1142: SELECT command denied"), "{refused:#?}");
    assert!(!refused.stdout.contains("Now: new_app logs in"), "{refused:#?}");
    let nobody = Home::new().run_with(&line.replace("--as orders_app", "--as nobody"), "one\ntwo\n").ends(1);
    assert!(nobody.stdout.contains("1045"), "{nobody:#?}");
}

#[test]
fn rights_and_ways_are_checked_before_anything_is_asked() {
    for (line, words) in [
        ("new_app --rights superuser", "`superuser` is not a right"),
        ("new_app --rights SELECT;DROP", "is not a right"),
        ("new_app --login maybe", "`password` or `token`"),
        ("new_app --look", "--as"),
        ("new_app --look --run --as admin", "cannot be used"),
        ("new_app --run --as admin --from-function orders-checkout", "cannot be used"),
        ("new_app --run --login-secret arn --as admin", "cannot be used"),
    ] {
        let refused = Home::new().run(&format!("{USER} {line}")).ends(2);
        assert!(refused.stderr.contains(words), "{line}: {refused:#?}");
    }
    let own = Home::new().run(&format!("{USER} new_app --rights select,CREATE_VIEW")).ends(2);
    assert!(own.stderr.contains("CREATE VIEW"), "the words that are known are named: {own:#?}");
    let read = Home::new().run(&format!("{USER} new_app --rights read")).ends(0);
    assert!(read.stdout.contains("GRANT SELECT ON `orders`.*") && !read.stdout.contains("INSERT"), "{read:#?}");
}
