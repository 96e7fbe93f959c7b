//! What comes from outside stays what it is: names, values and messages of accounts, files and
//! servers never move a cursor, never begin a line of their own, never run in a shell; and what has no
//! end is given up.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod files;
pub mod servers;

use std::fs;
use std::process::Command;

use rds_proxy_wizard::bundle;
use rds_proxy_wizard::domain::observed::Observed;
use rds_proxy_wizard::domain::outside::misleads;
use rds_proxy_wizard::domain::shell;
use rds_proxy_wizard::rules::{RULES, check_all, html, json, markdown, picture, sarif, text};
use serde_json::{Value, json};

use crate::rules::{account, base, folder};

/// One of each kind: a control sequence with ESC and one with C1, NUL, marks that turn text around,
/// every way to end a line, and what Markdown, HTML and a shell would act on.
const HOSTILE: &str = "\u{1b}[2J\u{9b}1m\u{0}\u{202e}\u{2028}FORGED\r\nFORGED: error [x]\n# FORGED | <script>`x` [y](z) \
                       $(touch pwned);touch pwned`touch pwned`'\"\\";

/// A text for a person does nothing, and no line of it was begun by somebody else.
pub fn assert_harmless(what: &str, text: &str) {
    let bad: Vec<char> = text.chars().filter(|c| *c != '\n' && misleads(*c)).collect();
    assert!(bad.is_empty(), "{what}: {bad:?} in {text}");
    for line in text.lines() {
        let begun = line.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
        assert!(!begun.starts_with("FORGED"), "{what}: a forged line `{line}` in {text}");
    }
}

/// JSON pointers to every text in a document.
pub fn texts(value: &Value, here: &str, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| texts(item, &format!("{here}/{at}"), found));
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                texts(field, &format!("{here}/{}", name.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::String(_) => found.push(here.to_owned()),
        _ => {}
    }
}

/// The document with more behind one of its texts.
pub fn bent(document: &Value, pointer: &str) -> Value {
    let mut bent = document.clone();
    let text = bent.pointer_mut(pointer).unwrap();
    *text = json!(format!("{}{HOSTILE}", text.as_str().unwrap()));
    bent
}

fn every_format(observed: &Observed) -> [(&'static str, String); 5] {
    let verdict = check_all(observed);
    let picture = picture(observed, &verdict);
    [
        ("text", text(&verdict, &picture).join("\n")),
        ("markdown", markdown(&verdict, &picture)),
        ("html", html(&verdict, &picture).unwrap()),
        ("json", json(&verdict)),
        ("sarif", sarif(&[verdict])),
    ]
}

/// Each text of an account in turn: in every format it stays part of its line.
#[test]
fn no_text_of_an_account_acts_in_any_report() {
    let base = base("standard-iam");
    let mut documents = Vec::new();
    let mut places = Vec::new();
    texts(&base, "", &mut places);
    documents.extend(places.iter().map(|place| (place.clone(), bent(&base, place))));
    // Every rule with its own words and commands, and a few of the texts it may speak of.
    for (nth, rule) in RULES.iter().enumerate() {
        let flagged = account(&folder().join(rule.code).join("flagged.json"));
        let mut places = Vec::new();
        texts(&flagged, "", &mut places);
        let some = places.iter().skip(nth % 97).step_by(97);
        documents.extend(some.map(|place| (format!("{} {place}", rule.code), bent(&flagged, place))));
    }
    let mut commands = String::new();
    let mut read = 0;
    for (place, document) in documents {
        let Ok(observed) = serde_json::from_value::<Observed>(document) else { continue };
        read += 1;
        for (format, report) in every_format(&observed) {
            assert_harmless(&format!("{place} as {format}"), &report);
            match format {
                "html" => assert!(!report.contains("<script>"), "{place}"),
                "markdown" => {
                    let prose = beside_code(&report);
                    assert!(!prose.contains("<script>") && !prose.contains("[y](z)"), "{place}: {prose}");
                }
                "json" | "sarif" => assert!(serde_json::from_str::<Value>(&report).is_ok(), "{place}"),
                _ => {}
            }
        }
        for finding in check_all(&observed).findings {
            finding.fix.commands.iter().for_each(|command| commands.push_str(&format!("{command}\n")));
        }
    }
    assert!(read > 500, "only {read} could be read");
    assert!(commands.lines().count() > 500);
    nothing_runs(&commands);
}

/// Markdown without what stands in it as code.
fn beside_code(markdown: &str) -> String {
    let beside_blocks = markdown.split("```").step_by(2).collect::<String>();
    beside_blocks
        .lines()
        .flat_map(|line| line.replace("\\`", "").split('`').step_by(2).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// A script of commands as a person would paste them: only the commands themselves run.
fn nothing_runs(commands: &str) {
    let folder = tempfile::tempdir().unwrap();
    let script = format!("PATH=\naws() {{ :; }}\nrds-proxy-wizard() {{ :; }}\ntouch() {{ : >pwned; }}\n{commands}");
    let file = folder.path().join("pasted.sh");
    fs::write(&file, script).unwrap();
    let output = Command::new("bash").arg(&file).current_dir(folder.path()).output().unwrap();
    let beside = String::from_utf8_lossy(&output.stderr);
    assert!(!folder.path().join("pwned").exists(), "a value ran; {beside}");
    assert!(output.status.success() && beside.is_empty(), "{beside}");
}

#[test]
fn a_quoted_word_is_read_back_as_it_was() {
    let words = [
        "",
        " ",
        "a b",
        "it's",
        "$(id) `id` ${HOME} $HOME !! ~ * ? [a] {a,b} a;b a|b a&b >x <x #x \\ \\n",
        "=ls",
        "~root",
        "-x",
        "a\nb\r\tc",
        "\u{1b}[2J\u{7f}\u{9b}\u{85}",
        "\u{202e}\u{2066}\u{feff}\u{e0041}7f",
        "'\u{1}'\\'",
        "Größe \u{1f980}",
        "\\x41\u{1b}\\",
    ];
    let quoted: Vec<String> = words.iter().map(|text| shell::word(text)).collect();
    let line = format!("printf '%s\\0' {}", quoted.join(" "));
    assert_harmless("the line", &line);
    for shell in ["bash", "zsh"] {
        let Ok(output) = Command::new(shell).args(["-c", &line]).env("LC_ALL", "C").output() else { continue };
        let read = String::from_utf8(output.stdout).unwrap();
        let read: Vec<&str> = read.split_terminator('\0').collect();
        assert_eq!(read, words, "{shell}: {line}");
    }
    assert_eq!(shell::word("a\0b"), "$'a\u{fffd}b'");
}

#[test]
fn a_region_or_an_account_that_is_none_is_refused() {
    for (pointer, value) in [
        ("/account/region", "eu-west-1$(touch pwned)"),
        ("/account/region", "eu-west-1\nFORGED"),
        ("/account/region", ""),
        ("/account/id", "12345678901"),
        ("/account/id", "12345678901\u{661}"),
        ("/account/id", "$(touch pwned)"),
    ] {
        let mut observed = base("standard-iam");
        *observed.pointer_mut(pointer).unwrap() = json!(value);
        let text = json!({ "schema": bundle::SCHEMA, "made_by": "test", "observed": observed }).to_string();
        let error = bundle::read(&text).unwrap_err().to_string();
        assert!(error.contains("is not"), "{pointer} {value}: {error}");
    }
}
