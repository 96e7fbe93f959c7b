//! Files that somebody gives to the program: bundles, receipts, choices.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::process::Command;

use rds_proxy_wizard::bundle;
use serde_json::{Value, json};

use super::{assert_harmless, bent, texts};
use crate::cli::home::{Home, Output};
use crate::rules::base;

const ORDERS: &str = "--database orders-prod --function orders-api";
const QUICK: &str = "--practice --practice-speed 0";
const FORMATS: [&str; 5] = ["text", "markdown", "html", "json", "sarif"];

fn bundle_of(observed: &Value) -> String {
    json!({ "schema": bundle::SCHEMA, "made_by": "test", "observed": observed }).to_string()
}

fn assert_output(what: &str, output: &Output) {
    assert_harmless(what, &output.stdout);
    assert_harmless(what, &output.stderr);
}

#[test]
fn a_bundle_of_nothing_but_hostile_texts_is_printed_harmless() {
    let home = Home::new();
    let mut observed = base("standard-iam");
    let mut places = Vec::new();
    texts(&observed, "", &mut places);
    for place in places {
        let next = bent(&observed, &place);
        if bundle::read(&bundle_of(&next)).is_ok() {
            observed = next;
        }
    }
    home.write("bundle.json", &bundle_of(&observed));
    for format in FORMATS {
        let output = home.run(&format!("validate --bundle [HOME]/bundle.json --format {format}"));
        assert!(output.stdout.contains("FORGED"), "{format}: {output:#?}");
        assert_output(format, &output);
    }
}

#[test]
fn what_is_wrong_in_a_file_is_quoted_harmless() {
    let home = Home::new();
    let hostile = "\u{1b}[2J\u{9b}1m\nFORGED\u{202e}";
    home.write("schema.json", &json!({ "schema": hostile }).to_string());
    home.write("variant.json", &bundle_of(&json!({ "proxy": hostile })));
    home.write("choices.toml", "\"\\u001b[2J\\nFORGED\" = 1\n");
    home.write("region.toml", "region = \"\\u001b[2J\\nFORGED\"\n");
    home.write("receipt.json", &json!({ "version": hostile }).to_string());
    for line in [
        "validate --bundle [HOME]/schema.json",
        "validate --bundle [HOME]/variant.json",
        &format!("plan {QUICK} {ORDERS} --choices [HOME]/choices.toml"),
        &format!("plan {QUICK} {ORDERS} --choices [HOME]/region.toml"),
        &format!("undo {QUICK} [HOME]/receipt.json"),
    ] {
        for format in ["text", "json"] {
            let output = home.run(&format!("{line} --format {format}")).ends(2);
            assert!(format!("{output:?}").contains("FORGED"), "{line}: {output:#?}");
            assert_output(line, &output);
        }
    }
    let odd = home.path(&format!("{hostile}.json"));
    fs::write(&odd, "x").unwrap();
    for verb in ["validate --bundle", &format!("undo {QUICK}"), &format!("plan {QUICK} --choices")] {
        let mut command = home.command(verb);
        command.arg(&odd);
        let output = home.finish(command, "").ends(2);
        assert!(output.stderr.contains("FORGED"), "{output:#?}");
        assert_output(verb, &output);
    }
}

/// Each text of a receipt in turn, or most of them: shown, undone or refused, it stays in its line.
#[test]
fn a_receipt_with_hostile_texts_is_told_harmless() {
    let home = Home::new();
    home.run(&format!("apply {QUICK} {ORDERS} --yes")).ends(0);
    let path = home.receipts().remove(0);
    let receipt: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    fs::remove_file(path).unwrap();
    let mut places = Vec::new();
    texts(&receipt, "", &mut places);
    let mut told = 0;
    for place in places.iter().step_by(11).chain(places.iter().filter(|place| place.starts_with("/plan/setup/account")))
    {
        home.write("receipt.json", &bent(&receipt, place).to_string());
        let output = home.run(&format!("undo {QUICK} [HOME]/receipt.json --yes --format text"));
        assert_output(place, &output);
        told += usize::from(format!("{output:?}").contains("FORGED"));
    }
    assert!(told > 5, "only {told} were told at all");
}

#[test]
fn an_account_or_region_that_is_none_is_refused_wherever_it_is_named() {
    let home = Home::new();
    let words = "is not the name of a region, such as `eu-west-1`";
    for line in [
        format!("plan {QUICK} {ORDERS} --region eu-west-$(id)"),
        "connect --host db.example.com --engine mysql --user app --region x;id".to_owned(),
    ] {
        let output = home.run(&line).ends(2);
        assert!(output.stderr.contains(words), "{output:#?}");
    }
    home.write("choices.toml", "region = \"$(id)\"\n");
    let output = home.run(&format!("plan {QUICK} {ORDERS} --choices [HOME]/choices.toml")).ends(2);
    assert!(output.stderr.contains(words), "{output:#?}");

    home.run(&format!("apply {QUICK} {ORDERS} --yes")).ends(0);
    let path = home.receipts().remove(0);
    let mut receipt: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    for (field, value, words) in [
        ("/plan/setup/account/region", "$(id)", "not the name of a region"),
        ("/plan/setup/account/id", "1", "not an account number"),
        ("/plan/setup/name", "../../orders", "not the name of a proxy"),
        ("/run", "../1", "not the id of a run"),
    ] {
        let was = receipt.pointer(field).unwrap().clone();
        *receipt.pointer_mut(field).unwrap() = json!(value);
        home.write("bent.json", &receipt.to_string());
        let output = home.run(&format!("undo {QUICK} [HOME]/bent.json --yes")).ends(2);
        assert!(output.stderr.contains(words), "{field}: {output:#?}");
        *receipt.pointer_mut(field).unwrap() = was;
    }
}

#[test]
fn where_nothing_was_checked_nothing_passed() {
    let home = Home::new();
    home.write("empty.json", &bundle_of(&json!({})));
    home.write("account.json", &bundle_of(&json!({ "account": base("standard-iam")["account"] })));
    home.write("braces.json", "{}");
    for format in FORMATS {
        for file in ["empty", "account"] {
            let output = home.run(&format!("validate --bundle [HOME]/{file}.json --format {format}")).ends(3);
            assert_eq!(
                output.stderr,
                "error: nothing was checked: no rule could be decided\n\
                 Hint: There is too little in this bundle. Write a new one with `observe`."
            );
        }
    }
    home.run("validate --bundle [HOME]/braces.json").ends(2);
    let secret = "validate --practice=all-well --practice-speed 0 --proxy orders-proxy --only secret-not-json";
    let output = home.run(secret).ends(3);
    assert!(output.stderr.starts_with("error: nothing was checked"), "{output:#?}");
    home.run(&format!("{secret} --read-secrets")).ends(0);
}

#[test]
fn a_byte_order_mark_is_read_over_in_every_file() {
    let home = Home::new();
    home.write("bundle.json", &format!("\u{feff}{}", bundle_of(&base("standard-iam"))));
    let output = home.run("validate --bundle [HOME]/bundle.json");
    assert!(output.stdout.contains("orders-proxy"), "{output:#?}");
    home.write("choices.toml", "\u{feff}database = \"orders-prod\"\nfunction = \"orders-api\"\n");
    home.run(&format!("apply {QUICK} --choices [HOME]/choices.toml --yes")).ends(0);
    let path = home.receipts().remove(0);
    fs::write(&path, format!("\u{feff}{}", fs::read_to_string(&path).unwrap())).unwrap();
    home.run(&format!("undo {QUICK} --name orders-proxy --yes")).ends(0);
}

#[cfg(unix)]
#[test]
fn a_file_without_end_is_given_up_with_the_limit_named() {
    let home = Home::new();
    assert!(Command::new("mkfifo").arg(home.path("pipe")).status().unwrap().success());
    for (path, words) in [("/dev/zero", "larger than 32 MiB"), ("[HOME]/pipe", "did not end within 10 s")] {
        for line in [
            format!("validate --bundle {path}"),
            format!("plan {QUICK} --choices {path}"),
            format!("connect --host db.example.com --engine mysql --user app --password-stdin --ca {path}"),
        ] {
            let output = home.run_with(&line, "x\n").ends(2);
            assert!(output.stderr.contains(words), "{line}: {output:#?}");
        }
        let output = home.run(&format!("undo {QUICK} {path}")).ends(2);
        assert!(output.stderr.contains("is not a regular file"), "{output:#?}");
    }
    let mut command = home.command("connect --host db.example.com --engine mysql --user app --password-stdin");
    command.stdin(fs::File::open("/dev/zero").unwrap());
    let output = command.output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("longer than 8,192 bytes"), "{output:?}");
}

#[test]
fn receipts_that_cannot_be_read_are_mentioned_and_left_out() {
    let home = Home::new();
    let folder = home.path("data/rds-proxy-wizard/receipts");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("cut.json"), "{\"version\":").unwrap();
    fs::write(folder.join("newer.json"), "{\"version\":99}").unwrap();
    for line in ["apply --yes", "resume --yes", "undo --yes", "undo --name orders-proxy --yes"] {
        let (verb, rest) = line.split_once(' ').unwrap();
        let picks = if verb == "apply" { ORDERS } else { "" };
        let output = home.run(&format!("{verb} {QUICK} {picks} {rest} --format text"));
        for words in [
            "Left out: `[HOME]/data/rds-proxy-wizard/receipts/cut.json` is not a receipt",
            "Left out: the receipt `[HOME]/data/rds-proxy-wizard/receipts/newer.json` has form 99",
        ] {
            assert_eq!(output.stderr.matches(words).count(), 1, "{verb}: {output:#?}");
        }
    }
    // A receipt that is named is the one that is meant.
    let output = home.run(&format!("undo {QUICK} [HOME]/data/rds-proxy-wizard/receipts/cut.json")).ends(2);
    assert!(!output.stderr.contains("Left out"), "{output:#?}");
}
