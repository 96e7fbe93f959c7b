//! From the findings of a proxy to its files, by label: the way there, what stands in the way, the way back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use eframe::egui::Theme;
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::validation::{Ask, FunctionChoice, Part};

use crate::wizard_validate::{USUAL, Window};

fn validated(proxy: &str, function: FunctionChoice) -> Window {
    let mut window = Window::open("default", Theme::Dark, USUAL);
    window.click("Validate a proxy");
    window.pick(proxy);
    window.harness.state_mut().state.validation.question.function = function;
    window.primary();
    window.until("it is judged", |state| state.validation.result().is_some());
    window
}

#[test]
fn the_files_of_a_proxy_are_one_click_from_its_findings() {
    let mut window = validated("auth-proxy", FunctionChoice::Without);
    window.click("Export…");
    assert_eq!(window.state().validation.part, Part::Export);
    window.until("it is written down", |state| state.validation.adoption.ready().is_some());
    window.steps();
    window.harness.get_by_label("Folder for all files");
    // What is only referenced stands beside the files.
    window.harness.get_by_label("Left out, or referenced");
    let files = window.state().pages.export.files();
    let script = files.iter().find(|file| file.path == "cli/setup.sh").unwrap();
    assert!(script.text.contains("create-db-proxy --db-proxy-name auth-proxy"), "{}", script.text);
    assert!(window.harness.query_by_label("Save choices…").is_none(), "nobody chose what is there");

    window.click("Back");
    assert_eq!(window.state().validation.part, Part::Findings);
    // It is not read again for another look.
    let read = window.state().validation.adoption.answered();
    window.click("Export…");
    window.steps();
    assert_eq!(window.state().validation.adoption.answered(), read);
    // Another proxy has other files.
    window.harness.state_mut().ask(Command::Validate(Ask::Pick("payments-proxy".into())));
    window.steps();
    assert!(window.state().validation.adoption.is_unasked());
    assert!(window.state().pages.export.files().is_empty());
}

#[test]
fn what_stands_in_the_way_is_said_in_place() {
    let mut window = validated("billing-pg-proxy", FunctionChoice::Without);
    window.click("Export…");
    window.until("it cannot be written down", |state| state.validation.adoption.error().is_some());
    window.steps();
    window.harness.get_by_label_contains("2 functions seem to use");
    window.click("Change proxy or function");
    assert_eq!(window.state().validation.part, Part::Question);
    window.harness.state_mut().state.validation.question.function = FunctionChoice::Typed("billing-run".into());
    window.primary();
    window.until("it is judged", |state| {
        state.validation.result().is_some_and(|result| result.question.function.is_some())
    });
    window.click("Export…");
    window.until("it is written down", |state| state.validation.adoption.ready().is_some());
}
