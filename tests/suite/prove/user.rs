//! The database user, made for real over a login by password, and looked at before and after.

use rds_proxy_wizard::cloud::Wire;
use rds_proxy_wizard::domain::database::EngineFamily;
use rds_proxy_wizard::export::{ProxyLogsIn, UserState};
use rds_proxy_wizard::probe::{Protocol, Trust, open};
use rds_proxy_wizard::prove::{MadeUser, WantedUser, make_user};
use secrecy::SecretString;
use std::path::Path;
use std::sync::Arc;

use crate::cli::home::Home;
use crate::connect::Servers;
use crate::services::service;

const NEW: &str = "n0t-to-be-seen'\\x";

async fn make(servers: &Servers, protocol: Protocol, login_as: &str, login: &str, user: &str) -> MadeUser {
    let family = match protocol {
        Protocol::Mysql => EngineFamily::Mysql,
        Protocol::Postgresql => EngineFamily::Postgresql,
    };
    let wanted =
        WantedUser { family, user: user.into(), database: Some("orders".into()), login: ProxyLogsIn::WithPassword };
    let trust = Trust::read(Path::new(&service("RPW_TEST_CA").unwrap())).unwrap();
    let wire = Wire::Network(Arc::new(servers.tokens().await));
    let target = servers.direct(protocol, login_as);
    let password = SecretString::from(NEW);
    make_user(&wire, &target, &trust, SecretString::from(login), &wanted, Some(&password), &mut |_| ()).await
}

#[tokio::test]
async fn a_user_is_made_once_and_then_only_granted() {
    let Some(servers) = Servers::find() else { return };
    let password = service("RPW_TEST_PASSWORD").unwrap();
    for protocol in [Protocol::Mysql, Protocol::Postgresql] {
        let user = format!("made_{}", std::process::id());
        let first = make(&servers, protocol, "admin_user", &password, &user).await;
        assert!(first.is_done(), "{first:#?}");
        assert_eq!((&first.before, &first.after), (&Some(UserState::Absent), &Some(UserState::WithPassword)));
        let again = make(&servers, protocol, "admin_user", &password, &user).await;
        assert!(again.is_done(), "{again:#?}");
        assert_eq!(again.before, Some(UserState::WithPassword));
        assert!(again.ran.iter().all(|ran| ran.statement.starts_with("GRANT")), "{again:#?}");
        let trust = Trust::read(Path::new(&service("RPW_TEST_CA").unwrap())).unwrap();
        let admin = servers.direct(protocol, "admin_user");
        let (_, session) = open(&admin, &trust, SecretString::from(password.as_str()), &mut |_| ()).await;
        let gone = match protocol {
            Protocol::Mysql => format!("DROP USER '{user}'@'%'"),
            Protocol::Postgresql => format!("DROP OWNED BY {user}; DROP ROLE {user}"),
        };
        session.unwrap().run(&SecretString::from(gone)).await.unwrap();
        let told = serde_json::to_string(&[first, again]).unwrap();
        assert!(!told.contains("n0t-to-be-seen") && !told.contains(&password), "{told}");
    }
}

#[tokio::test]
async fn who_may_not_is_told_so_and_nothing_is_run_twice() {
    let Some(servers) = Servers::find() else { return };
    let password = service("RPW_TEST_PASSWORD").unwrap();
    for protocol in [Protocol::Mysql, Protocol::Postgresql] {
        let refused = make(&servers, protocol, "pass_user", &password, "never_made").await;
        assert!(!refused.is_done() && refused.ran.len() == 1, "{refused:#?}");
        assert!(refused.ran[0].error.as_ref().is_some_and(|error| !error.contains("n0t-to-be-seen")), "{refused:#?}");
        let wrong = make(&servers, protocol, "admin_user", "wr0ng", "never_made").await;
        assert!(wrong.ran.is_empty() && wrong.attempt.unwrap().stopped_at().is_some());
    }
}

#[test]
fn on_the_command_line_it_asks_first_and_in_practice_sends_nothing() {
    let line = "user --practice=all-well --practice-speed 0 --proxy orders-proxy --user orders_app --run --as admin";
    let unasked = Home::new().run(line).ends(2);
    assert!(unasked.stderr.contains("--yes"), "{unasked:#?}");
    let made = Home::new().run_with(&format!("{line} --password-stdin --yes"), "adm1n-word\nuser-w0rd\n").ends(0);
    assert!(made.stdout.contains("Now: orders_app logs in with a password"), "{made:#?}");
    assert!(!format!("{made:?}").contains("adm1n-word") && !format!("{made:?}").contains("user-w0rd"), "{made:#?}");
    let one = Home::new().run_with(&format!("{line} --password-stdin --yes"), "adm1n-word\n").ends(2);
    assert!(one.stderr.starts_with("error: "), "{one:#?}");
}
