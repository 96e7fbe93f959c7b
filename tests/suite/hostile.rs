//! Hostile input: bundles, policies and variables bent at random, from a fixed seed. Whatever comes
//! in, nothing panics, no rule fails, and every rule stands in one list.
//!
//! `RPW_HOSTILE_ROUNDS=100000 cargo test --test suite hostile` goes on for longer, and
//! `RPW_HOSTILE_SEED` begins elsewhere.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::path::Path;

use rds_proxy_wizard::bundle;
use rds_proxy_wizard::domain::function::EnvValue;
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::domain::policy::Document;
use rds_proxy_wizard::rules::{RULES, check_all, markdown, picture, text};
use serde_json::{Value, json};

/// A generator of numbers that is the same everywhere (xorshift64*).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).unwrap() % below.max(1)
    }
}

fn from_env(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn dice() -> Dice {
    Dice(from_env("RPW_HOSTILE_SEED", 0x9E37_79B9_7F4A_7C15))
}

fn rounds() -> u64 {
    from_env("RPW_HOSTILE_ROUNDS", 300)
}

fn base() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/rules/base/standard-iam.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Every place in a document.
fn places(value: &Value, here: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                places(item, format!("{here}/{at}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                places(field, format!("{here}/{}", name.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        _ => {}
    }
    found.push(here);
}

fn hostile(dice: &mut Dice) -> Value {
    match dice.roll(16) {
        0 => Value::Null,
        1 => json!(-1),
        2 => json!(u64::MAX),
        3 => json!(1e308),
        4 => json!(true),
        5 => json!([]),
        6 => json!({}),
        7 => json!(""),
        8 => json!("*"),
        9 => json!("arn:aws:::::"),
        10 => json!("${aws:username}${"),
        11 => json!("a".repeat(20_000)),
        12 => json!("\u{0}\u{202e}%00\u{1F980}\n../../"),
        13 => json!(["arn:aws:iam::1:root", 7, null, { "a": [] }]),
        14 => (0..100).fold(json!("deep"), |inner, _| json!([inner])),
        _ => json!("0.0.0.0/999"),
    }
}

/// The document with one place bent.
fn bend(value: &mut Value, dice: &mut Dice) {
    let mut all = Vec::new();
    places(value, String::new(), &mut all);
    let pointer = all[dice.roll(all.len())].clone();
    let Some((parent, key)) = pointer.rsplit_once('/') else { return };
    let (new, how) = (hostile(dice), dice.roll(4));
    match value.pointer_mut(parent) {
        Some(Value::Array(items)) => {
            let at: usize = key.parse().unwrap();
            match how {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                _ => items[at] = new,
            }
        }
        Some(Value::Object(fields)) => {
            let key = key.replace("~1", "/").replace("~0", "~");
            match how {
                0 => drop(fields.remove(&key)),
                // Statements in the wild come with keys in any case.
                1 => {
                    let old = fields.remove(&key).unwrap_or_default();
                    fields.insert(key.to_lowercase(), old);
                }
                _ => drop(fields.insert(key, new)),
            }
        }
        _ => {}
    }
}

/// Whatever was read, the rules answer.
fn answered(observed: &Observed) {
    let verdict = check_all(observed);
    let broken: Vec<_> =
        verdict.unknown.iter().filter(|unknown| unknown.because.contains("this rule failed")).collect();
    assert!(broken.is_empty(), "{broken:?}");
    let mut codes: Vec<&str> = verdict.passed.iter().chain(&verdict.not_applicable).copied().collect();
    codes.extend(verdict.unknown.iter().map(|unknown| unknown.code));
    codes.extend(verdict.findings.iter().map(|finding| finding.code.as_str()).collect::<BTreeSet<_>>());
    let once: BTreeSet<&str> = codes.iter().copied().collect();
    assert_eq!((codes.len(), once.len()), (RULES.len(), RULES.len()));
    let picture = picture(observed, &verdict);
    assert!(!text(&verdict, &picture).is_empty() && !markdown(&verdict, &picture).is_empty());
}

#[test]
fn a_bent_bundle_is_refused_or_answered() {
    let (base, mut dice) = (base(), dice());
    let mut read = 0;
    for _ in 0..rounds() {
        let mut observed = base.clone();
        for _ in 0..=dice.roll(3) {
            bend(&mut observed, &mut dice);
        }
        let text = json!({ "schema": bundle::SCHEMA, "made_by": "test", "observed": observed }).to_string();
        if let Ok(observed) = bundle::read(&text) {
            read += 1;
            answered(&observed);
        }
    }
    assert!(read > rounds() / 20, "only {read} of {} could be read", rounds());
}

#[test]
fn a_bundle_cut_or_scrambled_anywhere_is_refused_in_words() {
    let mut dice = dice();
    let whole = json!({ "schema": bundle::SCHEMA, "made_by": "test", "observed": base() }).to_string();
    for _ in 0..rounds() {
        let mut bytes = whole.clone().into_bytes();
        match dice.roll(2) {
            0 => bytes.truncate(dice.roll(whole.len())),
            _ => {
                for _ in 0..=dice.roll(8) {
                    let at = dice.roll(bytes.len());
                    bytes[at] = u8::try_from(dice.roll(256)).unwrap();
                }
            }
        }
        match bundle::read(&String::from_utf8_lossy(&bytes)) {
            Ok(observed) => answered(&observed),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

#[test]
fn a_bent_policy_is_answered_and_never_passed_off_as_clean() {
    let (base, mut dice) = (base(), dice());
    let policy = base.pointer("/proxy_role/present/inline/orders-proxy-secret").unwrap().clone();
    for _ in 0..rounds() {
        let mut bent = policy.clone();
        for _ in 0..=dice.roll(4) {
            bend(&mut bent, &mut dice);
        }
        let Ok(document) = serde_json::from_str::<Document>(&bent.to_string()) else { continue };
        let mut observed: Observed = serde_json::from_value(base.clone()).unwrap();
        for role in [&mut observed.proxy_role, &mut observed.function_role] {
            if let rds_proxy_wizard::domain::observed::Part::Present(role) = role {
                role.inline.insert("bent".to_owned(), document.clone());
                role.inline.retain(|name, _| name == "bent");
                role.boundary = Some(document.clone());
                role.trust = document.clone();
            }
        }
        answered(&observed);
    }
}

#[test]
fn variables_of_any_form_are_classified_and_answered() {
    let (base, mut dice) = (base(), dice());
    let pieces = [
        "mysql://",
        "postgres://",
        "jdbc:",
        "user",
        ":",
        "@",
        "pa%ss",
        "/",
        "?",
        "&",
        "=",
        "host=",
        " ",
        "'",
        "\"",
        "\\",
        "tcp(",
        ")",
        "[::1]",
        "3306",
        "99999999",
        "orders-proxy.proxy-c8x.eu-west-1.rds.amazonaws.com",
        "{",
        "}",
        "%",
        "#",
        "\u{1F980}",
        "\n",
        "sslmode=",
        "options=-c",
        "",
        "localhost",
        "://",
        ",",
        ";",
        "..",
    ];
    let names =
        ["DATABASE_URL", "DB_HOST", "PGHOST", "DB_PORT", "DB_USER", "DB_PASSWORD", "PGSSLMODE", "PGOPTIONS", "", "X"];
    for _ in 0..rounds() {
        let mut observed: Observed = serde_json::from_value(base.clone()).unwrap();
        let rds_proxy_wizard::domain::observed::Part::Present(function) = &mut observed.function else { panic!() };
        for _ in 0..4 {
            let value: String = (0..dice.roll(9)).map(|_| pieces[dice.roll(pieces.len())]).collect();
            let name = names[dice.roll(names.len())];
            function.environment.insert(name.to_owned(), EnvValue::classify(name, &value));
        }
        answered(&observed);
    }
}

#[test]
fn groups_that_refer_to_each_other_in_a_circle_end() {
    let mut value = base();
    let groups = value.pointer_mut("/security_groups/present").unwrap().as_array_mut().unwrap();
    let ids: Vec<String> = groups.iter().map(|group| group["id"].as_str().unwrap().to_owned()).collect();
    for group in groups.iter_mut() {
        group["rules"] = ids
            .iter()
            .flat_map(|peer| ["ingress", "egress"].map(|way| (peer, way)))
            .map(|(peer, way)| {
                json!({ "id": null, "direction": way, "protocol": "udp", "from_port": 1, "to_port": 2,
                        "peer": { "group": peer }, "description": null })
            })
            .collect();
    }
    answered(&serde_json::from_value(value).unwrap());
}
