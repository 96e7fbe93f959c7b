//! `validate` and `observe` as a person runs them: what is printed, in which form, and how it ends.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::cli::home::{Home, Output};

/// A proxy whose database does not let it in.
const BROKEN: &str = "--practice=broken-closed-door --practice-speed 0";
const ORDERS: &str = "--proxy orders-proxy --function orders-checkout";

fn codes(document: &Value) -> BTreeSet<String> {
    let found = document["findings"].as_array().unwrap().iter();
    found.map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

/// Everything but the time of reading.
fn report(output: &Output) -> String {
    format!("{}\n{}", output.status, output.stdout)
}

#[test]
fn what_fails_is_the_persons_choice() {
    let home = Home::new();
    home.run(&format!("validate {BROKEN} {ORDERS}")).ends(1);
    let well = "--practice=all-well --practice-speed 0 --proxy orders-proxy --function orders-checkout";
    home.run(&format!("validate {well}")).ends(0);
    home.run(&format!("validate {well} --fail-on warning")).ends(0);
    let warned = "validate --practice=broken-tls-off --practice-speed 0 --only proxy-require-tls-false";
    home.run(&format!("{warned} {ORDERS}")).ends(0);
    home.run(&format!("{warned} {ORDERS} --fail-on warning")).ends(1);
}

#[test]
fn only_the_rules_asked_for_are_reported_and_a_wrong_code_is_told_its_neighbours() {
    let home = Home::new();
    let only = "--only sg-db-ingress-proxy,proxy-no-targets --format json";
    let document = home.run(&format!("validate {BROKEN} {ORDERS} {only}")).ends(1).json();
    assert_eq!(codes(&document), BTreeSet::from(["sg-db-ingress-proxy".to_owned()]));
    assert_eq!(document["passed"], serde_json::json!(["proxy-no-targets"]));
    assert_eq!(document["unknown"].as_array().unwrap().len() + document["not_applicable"].as_array().unwrap().len(), 0);

    let wrong = home.run(&format!("validate {BROKEN} {ORDERS} --only sg-db-ingres-proxy")).ends(2);
    assert!(wrong.stderr.contains("Did you mean `sg-db-ingress-proxy`"), "{wrong:#?}");
}

#[test]
fn a_proxy_that_cannot_be_read_is_its_own_exit_code() {
    let home = Home::new();
    let gone = home.run("validate --practice --practice-speed 0 --proxy nope --format json").ends(3);
    assert_eq!(gone.json()["schema"], "rds-proxy-wizard/errors/v1");
    home.run("validate --practice --practice-speed 0 --proxy auth-proxy --function nope").ends(2);
    home.run("validate --practice").ends(2);
    home.run("validate --practice --proxy a --all").ends(2);
    home.run("plan --practice --database orders-prod --function orders-api --format sarif").ends(2);
}

#[test]
fn a_bundle_gives_the_same_findings_without_an_account() {
    let home = Home::new();
    home.run(&format!("observe {BROKEN} {ORDERS} --out [HOME]/bundle.json")).ends(0);
    fs::write(home.path("mine.json"), "mine\n").unwrap();
    let refused = home.run(&format!("observe {BROKEN} {ORDERS} --out [HOME]/mine.json")).ends(2);
    assert!(refused.stderr.contains("\n-mine\n") && refused.stderr.contains("is there already"), "{refused:#?}");
    assert_eq!(fs::read_to_string(home.path("mine.json")).unwrap(), "mine\n");
    home.run(&format!("observe {BROKEN} {ORDERS} --out [HOME]/mine.json --force")).ends(0);
    let bundle: Value = serde_json::from_str(&fs::read_to_string(home.path("bundle.json")).unwrap()).unwrap();
    assert_eq!(bundle["schema"], "rds-proxy-wizard/bundle/v1");

    for format in ["text", "json", "markdown", "html", "sarif"] {
        let there = home.run(&format!("validate {BROKEN} {ORDERS} --format {format}"));
        let here = home.run(&format!("validate --bundle [HOME]/bundle.json --format {format}"));
        assert_eq!(report(&there), report(&here), "{format}");
    }
    home.write("broken.json", "{\"schema\":");
    let broken = home.run("validate --bundle [HOME]/broken.json").ends(2);
    assert!(broken.stderr.contains("cannot be used") && broken.stderr.contains("line 1"), "{broken:#?}");
}

#[test]
fn every_format_says_the_finding_its_evidence_and_its_cure() {
    let home = Home::new();
    for format in ["markdown", "html", "sarif"] {
        let output = home.run(&format!("validate {BROKEN} {ORDERS} --format {format}")).ends(1);
        for words in
            ["sg-db-ingress-proxy", "The database does not let the proxy in", "authorize-security-group-ingress"]
        {
            assert!(output.stdout.contains(words), "{format} lacks {words}");
        }
        assert_eq!(output.stderr, "");
    }
    let sarif = home.run(&format!("validate {BROKEN} {ORDERS} --format sarif")).json();
    let run = &sarif["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
}

#[test]
fn all_proxies_are_validated_with_the_functions_that_name_them() {
    let home = Home::new();
    let document = home.run("validate --practice --practice-speed 0 --all --format json").json();
    assert_eq!(document["schema"], "rds-proxy-wizard/findings-list/v1");
    let proxies = document["proxies"].as_array().unwrap();
    assert!(proxies.len() > 1);
    for proxy in proxies {
        assert_eq!(proxy["schema"], "rds-proxy-wizard/findings/v1");
        assert!(proxy["function"].is_string(), "{}", proxy["proxy"]);
    }
}

#[test]
fn a_secret_is_looked_into_only_with_consent() {
    let home = Home::new();
    let here = "--practice=broken-secret-text --practice-speed 0 --proxy orders-proxy --format json";
    let without = home.run(&format!("validate {here}")).json();
    let unknown = without["unknown"].as_array().unwrap();
    let of = |code: &str| unknown.iter().find(|unknown| unknown["code"] == code).cloned();
    assert_eq!(of("secret-not-json").unwrap()["needs"], serde_json::json!(["secretsmanager:GetSecretValue"]));
    let with = home.run(&format!("validate {here} --read-secrets")).ends(1).json();
    assert!(codes(&with).contains("secret-not-json"), "{:?}", codes(&with));
}
