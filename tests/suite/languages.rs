//! The program in every language: people read theirs, programs and AWS read English.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::Path;
use std::process;
use std::sync::Arc;

use eframe::egui::{Key, Theme};
use rds_proxy_wizard::apply::{RunState, Stop, Store};
use rds_proxy_wizard::bundle;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::settings::Setting;
use rds_proxy_wizard::plan::Undone;
use rds_proxy_wizard::settings::Settings;
use rds_proxy_wizard::t;
use rds_proxy_wizard::text::{self, Language};

use crate::cli::home::Home;
use crate::flow::{Journey, choices};
use crate::wizard_validate::{USUAL, Window};

const ORDERS: &str = "--database orders-prod --function orders-api";
const QUICK: &str = "--practice --practice-speed 0";

/// A word that only this language has, in the title of a plan.
fn told(language: &str) -> &'static str {
    match language {
        "fr" => "secret",
        "ja" => "シークレット",
        "ko" => "보안 암호",
        _ => "Secret",
    }
}

#[test]
fn a_plan_is_read_in_the_language_that_was_asked_for() {
    let english = Home::new().run(&format!("plan {QUICK} {ORDERS}")).ends(0);
    for language in ["fr", "ja", "ko"] {
        let output = Home::new().run(&format!("plan {QUICK} {ORDERS} --language {language}")).ends(0);
        assert!(output.stdout.contains(told(language)), "{language}: {}", output.stdout);
        // Names and calls are the account's and AWS's.
        assert!(output.stdout.contains("orders-prod"), "{language}: {}", output.stdout);
        assert_ne!(output.stdout, english.stdout);
    }
}

#[test]
fn a_receipt_is_written_in_english_whatever_is_spoken() {
    let receipt = |language: &str| {
        let home = Home::new();
        home.run(&format!("apply {QUICK} {ORDERS} --yes --language {language}")).ends(0);
        let receipt = home.receipt();
        ["plan", "leftovers", "sentences"].map(|part| receipt[part].clone())
    };
    let english = receipt("en");
    let [plan, _, sentences] = &english;
    assert_eq!(plan["setup"]["reasons"]["RequireTLS"], text::plain("design-tls-why"));
    assert!(sentences.as_object().unwrap().len() > 20, "{sentences}");
    for language in ["fr", "ja", "ko"] {
        assert_eq!(receipt(language), english, "{language}");
    }
}

/// Version 0.1.0 kept sentences in the language of the run.
#[test]
fn a_receipt_of_an_earlier_version_is_read_as_before() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/receipts/finished-in-french.json");
    let receipt = Store::load(&path).unwrap();
    let tls = &receipt.plan.setup().unwrap().reasons["RequireTLS"];
    assert!(tls.to_string().starts_with("Les jetons"), "{tls}");
    assert_eq!((receipt.state, receipt.is_open(), receipt.to_undo().len()), (RunState::Finished, false, 12));
    let folder = tempfile::tempdir().unwrap();
    let written = Store::new(folder.path()).save(&receipt).unwrap();
    assert_eq!(Store::load(&written).unwrap(), receipt);
}

#[test]
fn what_a_receipt_keeps_is_shown_in_every_language() {
    alone("languages::the_receipt_in_a_process_of_its_own", Language::French);
}

#[tokio::test]
#[ignore = "started by the test above"]
async fn the_receipt_in_a_process_of_its_own() {
    text::speak(Language::French);
    let journey = Journey::new("default", choices("orders-prod", "orders-api", AuthMode::StandardIam));
    let applied = journey.apply().await.receipt;
    journey.practice.tamper(|state| {
        for record in state.proxies.iter_mut().filter(|record| record.proxy.name == applied.name()) {
            record.proxy.arn.push_str("ffff");
            record.proxy.tags = Some(Default::default());
        }
    });
    let engine = journey.engine(None, Arc::new(|_| ()), Stop::default());
    let path = engine.undo(applied).await.unwrap().path;
    let written = std::fs::read_to_string(&path).unwrap();
    let french: Vec<char> = written.chars().filter(|c| "éèêàçù".contains(*c)).collect();
    assert!(french.is_empty(), "{written}");
    for language in Language::ALL {
        text::speak(language);
        let receipt = Store::load(&path).unwrap();
        let entry = receipt.entry(&"create-proxy".into()).unwrap();
        let Some(Undone::Kept { why, .. }) = &entry.undone else { panic!("{entry:?}") };
        assert_eq!(why.to_string(), t!("undo-kept-not-ours"));
        let blocked = t!("apply-undo-blocked", blocker = t!("plan-create-proxy", name = receipt.name()));
        assert!(receipt.leftovers.iter().any(|left| left.why.to_string() == blocked), "{:?}", receipt.leftovers);
        let setup = receipt.plan.setup().unwrap();
        assert_eq!(setup.reasons["RequireTLS"].to_string(), t!("design-tls-why"));
        assert_eq!(setup.cost.lines[1].what.to_string(), t!("design-cost-secret"));
    }
}

#[test]
fn an_error_on_the_screen_is_said_anew_after_a_switch() {
    alone("languages::the_error_in_a_process_of_its_own", Language::English);
}

#[test]
#[ignore = "started by the test above"]
fn the_error_in_a_process_of_its_own() {
    let mut window = Window::open("default", Theme::Light, USUAL);
    let path = window.folder.path().join("bad.json");
    std::fs::write(&path, "{\"schema\": \"other/v9\"}").unwrap();
    window.harness.state_mut().ask(Command::OpenProject(path.clone()));
    window.until("it is told", |state| state.project_error.is_some());
    for language in [Language::French, Language::Japanese, Language::Korean, Language::English] {
        window.harness.state_mut().ask(Command::Set(Setting::Language(Some(language))));
        window.steps();
        let title = t!("cli-bundle-refused", path = path.display().to_string());
        let why = bundle::read("{\"schema\": \"other/v9\"}").unwrap_err().to_string();
        for words in [title.as_str(), why.as_str(), t!("cli-bundle-hint")] {
            assert!(window.shows(&words.replace('`', "")), "{}: {words}", language.tag());
        }
    }
}

/// What types are called, and what begins a line, is said in the language too.
#[test]
fn no_english_word_stands_between_those_of_another_language() {
    let broken = "--practice=broken-closed-door --practice-speed 0 --proxy orders-proxy --function orders-api";
    for (command, words) in [
        (format!("plan {QUICK} {ORDERS}"), vec!["standard IAM"]),
        (format!("validate {broken}"), vec!["error:", "warning:", "unknown:"]),
        ("explain no-such-rule".to_owned(), vec!["error:", "Hint:"]),
        ("rules".to_owned(), vec!["error ", "warning ", "info "]),
    ] {
        let said = |language: &str| {
            let output = Home::new().run(&format!("{command} --format text --language {language}"));
            format!("{}\n{}", output.stdout, output.stderr)
        };
        // A head begins a line; elsewhere the same letters may be part of a name.
        let says = |text: &str, word: &str| match word.trim_end_matches([' ', ':']) == word {
            true => text.contains(word),
            false => text.lines().any(|line| line.starts_with(word)),
        };
        let english = said("en");
        words.iter().for_each(|word| assert!(says(&english, word), "{command}: {word}: {english}"));
        for language in ["fr", "ja", "ko"] {
            let text = said(language);
            let left: Vec<&&str> = words.iter().filter(|word| says(&text, word)).collect();
            assert!(left.is_empty(), "{command} in {language} says {left:?}: {text}");
        }
    }
}

#[test]
fn what_programs_read_is_the_same_in_every_language() {
    let broken = "--practice=sg-db-ingress-proxy --practice-speed 0 --proxy orders-proxy";
    for command in [
        format!("plan {QUICK} {ORDERS} --format json"),
        format!("validate {broken} --function orders-api --format json"),
        format!("validate {broken} --function orders-api --format sarif"),
        format!("validate {broken} --function orders-api --format csv"),
        "rules --format json".to_owned(),
    ] {
        let english = Home::new().run(&command);
        for language in ["fr", "ja", "ko"] {
            let output = Home::new().run(&format!("{command} --language {language}"));
            assert_eq!((&output.stdout, output.status), (&english.stdout, english.status), "{command} in {language}");
        }
    }
}

/// Everything that a run leaves in the account, without when and by which run.
fn left_in_the_account(language: &str) -> serde_json::Value {
    let home = Home::new();
    home.run(&format!("apply {QUICK} {ORDERS} --yes --language {language}")).ends(0);
    let text = std::fs::read_to_string(home.path("data/rds-proxy-wizard/practice/default.json")).unwrap();
    let mut account: serde_json::Value = serde_json::from_str(&text).unwrap();
    forget(&mut account);
    account
}

/// Drops what differs from run to run.
fn forget(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Number(number) if number.as_u64().is_some_and(|number| number > 1_000_000_000) => {
            *value = 0.into();
        }
        serde_json::Value::String(text) if text.contains("rdsproxywizard") || text.len() == 36 => *value = "".into(),
        serde_json::Value::Array(all) => all.iter_mut().for_each(forget),
        serde_json::Value::Object(all) => {
            all.retain(|key, _| !key.contains("run"));
            all.values_mut().for_each(forget);
        }
        _ => {}
    }
}

#[test]
fn what_aws_stores_is_the_same_in_every_language() {
    let english = left_in_the_account("en");
    for language in ["fr", "ja", "ko"] {
        assert_eq!(left_in_the_account(language), english, "{language}");
    }
}

#[test]
fn help_speaks_the_language_and_a_language_that_is_none_is_refused() {
    let french = Home::new().run("plan --help --language fr").ends(0);
    let english = Home::new().run("plan --help").ends(0);
    assert_ne!(french.stdout, english.stdout);
    let refused = Home::new().run(&format!("plan {QUICK} {ORDERS} --language de")).ends(2);
    assert!(refused.stderr.contains("en, fr, ja, ko"), "{}", refused.stderr);
}

#[test]
fn arguments_that_are_wrong_are_told_in_the_language() {
    for (line, english, french) in [
        ("plan --nope", "unexpected argument '--nope' found", "argument inattendu : '--nope'"),
        (
            "plan --databse x",
            "tip: a similar one exists: '--database'",
            "conseil : il en existe un semblable : '--database'",
        ),
        ("plan --format nope", "possible values: text, json", "valeurs possibles : text, json"),
        ("export --practice", "required arguments were not provided:", "arguments obligatoires suivants"),
        ("plan --format", "a value is required for", "demande une valeur"),
        ("practice", "Usage:", "Commandes :"),
        ("plan --help", "Usage: rds-proxy-wizard plan", "Utilisation : rds-proxy-wizard plan"),
    ] {
        let said = |language: &str| {
            let output = Home::new().run(&format!("--language {language} {line}"));
            format!("{}\n{}", output.stdout, output.stderr)
        };
        let (own, other) = (said("en"), said("fr"));
        assert!(own.contains(english), "{line}: {own}");
        assert!(other.contains(french), "{line}: {other}");
        for word in ["error:", "Usage:", "tip:", "unexpected", "possible values:", "more information"] {
            assert!(!other.contains(word), "{line}: {word}: {other}");
        }
    }
}

#[test]
fn the_language_of_a_handler_is_told_from_that_of_the_program() {
    for (given, before) in
        [("export --language fr", "la langue du programme"), ("export --language en", "before the verb")]
    {
        let refused = Home::new().run(&format!("{given} --practice --out files")).ends(2);
        assert!(refused.stderr.contains(before), "{given}: {}", refused.stderr);
        assert!(refused.stderr.contains("--language "), "{}", refused.stderr);
    }
}

/// One test of this program in a process of its own: a language is a whole process's.
fn alone(test: &str, language: Language) {
    let output = process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "--ignored", test])
        .env("RPW_LANGUAGE", language.tag())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("1 passed"), "{}: {said}", language.tag());
}

#[test]
fn every_page_fits_the_smallest_window_in_every_language() {
    for language in Language::ALL.into_iter().chain([Language::Stretched]) {
        alone("wizard_hostile::the_walk_in_the_language_of_the_environment", language);
    }
}

#[test]
fn a_switch_changes_every_page_at_once_and_is_kept() {
    alone("languages::the_switch_in_a_process_of_its_own", Language::English);
}

#[test]
#[ignore = "started by the test above"]
fn the_switch_in_a_process_of_its_own() {
    let mut window = Window::validated("broken-closed-door", Theme::Light, USUAL);
    let found = |window: &Window| {
        let result = window.state().validation.result().unwrap();
        (result.number, result.checked.verdict.findings[0].title.clone())
    };
    let (number, english) = found(&window);
    assert!(window.shows(&english));
    window.click("Settings");
    // Another setting leaves the language alone, whatever the system's is.
    window.click("High contrast");
    assert!(window.shows(t!("settings-title")) && text::spoken() == Language::English);
    for language in [Language::French, Language::Japanese, Language::Korean, Language::English] {
        window.click(&text::labelled!(t!("settings-language"), language.own_name()));
        assert!(window.shows(t!("settings-title")), "{}", language.tag());
        window.key(Key::Escape);
        let (again, title) = found(&window);
        assert_eq!((again, title == english), (number, language == Language::English), "{}: {title}", language.tag());
        assert!(window.shows(&title), "{}: {title}", language.tag());
        window.click(t!("header-settings"));
    }
    assert_eq!(Settings::load(window.folder.path()).language, Some(Language::English));
}
