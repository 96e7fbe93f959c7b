//! After an undo the same setup is made again at once: the deleted secret's name does not stand in the
//! way, and whichever way round it is taken is idempotent and can be taken back.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use serde_json::Value;

use super::home::Home;
use super::{ORDERS, QUICK};

fn secrets(home: &Home) -> Vec<(String, bool, usize)> {
    let file = home.path("data/rds-proxy-wizard/practice/default.json");
    let state: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let ours = |record: &&Value| record["secret"]["name"].as_str().unwrap().starts_with("orders-proxy/orders_app");
    let facts = |record: &Value| {
        let secret = &record["secret"];
        let versions = secret["version_stages"].as_object().unwrap().len();
        (secret["name"].as_str().unwrap().to_owned(), secret["deleted"].as_bool().unwrap(), versions)
    };
    state["secrets"].as_array().unwrap().iter().filter(ours).map(facts).collect()
}

fn apply(home: &Home, more: &str) {
    home.run(&format!("apply {QUICK} {ORDERS} {more} --yes")).ends(0);
    let again = home.run(&format!("apply {QUICK} {ORDERS} {more} --yes --format text")).ends(0);
    assert!(again.stdout.contains("Nothing to do"), "a second plan is empty: {again:#?}");
}

fn undo(home: &Home) {
    home.run(&format!("undo {QUICK} --name orders-proxy --yes")).ends(0);
}

#[test]
fn the_next_free_name_is_taken_and_said() {
    let home = Home::new();
    apply(&home, "");
    undo(&home);
    for number in 2..=4 {
        let name = format!("orders-proxy/orders_app-{number}");
        let plan = home.run(&format!("plan {QUICK} {ORDERS}")).ends(0);
        assert!(plan.stdout.contains(&format!("The secret is named `{name}`")), "{plan:#?}");
        apply(&home, "");
        assert_eq!(secrets(&home).last().unwrap(), &(name, false, 1));
        undo(&home);
    }
    assert!(secrets(&home).iter().all(|(_, deleted, _)| *deleted), "{:?}", secrets(&home));
}

#[test]
fn after_the_last_name_it_is_said_what_can_be_done() {
    let home = Home::new();
    for _ in 1..=9 {
        home.run(&format!("apply {QUICK} {ORDERS} --yes")).ends(0);
        undo(&home);
    }
    let refused = home.run(&format!("plan {QUICK} {ORDERS}")).ends(2);
    assert!(refused.stderr.contains("`orders-proxy/orders_app-9` is scheduled for deletion"), "{refused:#?}");
    apply(&home, "--restore-secret");
    undo(&home);
}

#[test]
fn it_is_restored_when_asked_and_deleted_again_by_undo() {
    let home = Home::new();
    apply(&home, "");
    undo(&home);
    let plan = home.run(&format!("plan {QUICK} {ORDERS} --restore-secret --format json")).ends(0).json();
    assert_eq!(plan["steps"][0]["description"]["call"], "secretsmanager:RestoreSecret");
    apply(&home, "--restore-secret");
    let name = "orders-proxy/orders_app".to_owned();
    assert_eq!(secrets(&home), [(name.clone(), false, 2)]);
    // Once it is back, nothing more has to be asked for.
    apply(&home, "");
    undo(&home);
    assert_eq!(secrets(&home), [(name, true, 2)]);
    apply(&home, "--restore-secret");
}

#[test]
fn the_proxys_secret_is_known_when_the_deleted_one_is_gone_for_good() {
    let home = Home::new();
    apply(&home, "");
    undo(&home);
    apply(&home, "");
    let file = home.path("data/rds-proxy-wizard/practice/default.json");
    let mut state: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    state["secrets"].as_array_mut().unwrap().retain(|record| record["secret"]["deleted"] == false);
    std::fs::write(&file, state.to_string()).unwrap();
    assert_eq!(secrets(&home).len(), 1);
    apply(&home, "");
}

#[test]
fn somebody_elses_deleted_secret_is_not_restored() {
    let home = Home::new();
    apply(&home, "");
    undo(&home);
    let file = home.path("data/rds-proxy-wizard/practice/default.json");
    let theirs = std::fs::read_to_string(&file).unwrap().replace("rds-proxy-wizard:setup", "some:thing");
    std::fs::write(&file, theirs).unwrap();
    let refused = home.run(&format!("plan {QUICK} {ORDERS} --restore-secret")).ends(2);
    assert!(refused.stderr.contains("was not made for this setup"), "{refused:#?}");
    apply(&home, "");
}

/// At the account's real speed the names that AWS frees slowly are waited for by undo itself.
#[test]
fn with_an_endpoint_at_an_accounts_own_pace() {
    let home = Home::new();
    let choices = home.write(
        "choices.toml",
        "database = \"orders-prod\"\nfunction = \"orders-api\"\nauth_mode = \"password\"\n[network]\nsecrets_endpoint = \"create\"\n",
    );
    let choices = format!("--choices {}", choices.display());
    for _ in 0..2 {
        let pace = "--practice --practice-speed 120";
        home.run(&format!("apply {pace} {choices} --yes")).ends(0);
        home.run(&format!("undo {pace} --name orders-proxy --yes")).ends(0);
    }
}
