//! The Export page against a folder: what differs, what is kept, what is written.
//! `cargo test --test suite wizard_export::look -- --ignored` writes it as pictures to `target/looks/`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::fs;
use std::path::PathBuf;

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Theme, vec2};
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::domain::export_part::ExportPart;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::export::StandingId;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::save::{Stage, What};
use rds_proxy_wizard::gui::steps::WizardStep;

use super::wizard_make::{USUAL, Window, retype};

const HANDLER: &str = "python/handler.py";
const SCRIPT: &str = "cli/setup.sh";

/// A window on the Export page, and a folder with an older export: two files differ and one is missing.
fn older(theme: Theme, size: egui::Vec2) -> (Window, PathBuf) {
    let mut window = Window::open("default", theme, size);
    window.go(WizardStep::Export);
    let folder = window._folder.path().join("infra/orders-proxy");
    for file in window.state().pages.export.files() {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = match file.path.as_str() {
            HANDLER => file.text.replacen("import", "# mine\nimport", 1),
            SCRIPT => file.text.replacen("POLL_SECONDS:-15", "POLL_SECONDS:-30", 1),
            "cli/undo.sh" => continue,
            _ => file.text.clone(),
        };
        fs::write(path, text).unwrap();
    }
    choose(&mut window, &folder.display().to_string());
    window.until("the folder is read", |state| state.pages.export.against.count(StandingId::Differs) == 2);
    window.harness.run();
    (window, folder)
}

fn choose(window: &mut Window, folder: &str) {
    retype(window, "Folder for all files", folder);
}

fn count(window: &mut Window) -> usize {
    window.state().pages.export.files().len()
}

#[test]
fn what_differs_is_marked_and_what_is_kept_is_not_written() {
    let (mut window, folder) = older(Theme::Dark, USUAL);
    let all = count(&mut window);
    let standing = format!("{} new or equal, 2 differ", all - 2);
    for said in ["python/handler.py, differs", "Differs from disk: 2 files", &standing, "-# mine"] {
        assert!(window.shows(said), "{said}");
    }
    assert!(window.shows(&format!("{all} files, 2 differ")), "the stepper");
    window.click("Keep the one on disk");
    window.harness.run();
    assert!(window.shows("python/handler.py, kept"));
    assert!(window.shows(&format!("Save {} files", all - 1)));
    window.harness.get_by_role_and_label(Role::Tab, "setup.sh +1 -1").click();
    window.harness.run();
    assert!(window.shows("-poll=${POLL_SECONDS:-30}") && window.shows("+poll=${POLL_SECONDS:-15}"));
    window.click("Take ours");
    window.harness.run();
    window.click(&format!("Save {} files", all - 1));
    window.until("it is saved without a question", |state| {
        assert!(!state.saving.as_ref().is_some_and(|saving| matches!(saving.stage, Stage::Differs(_))));
        state.saving.is_none()
    });
    assert!(fs::read_to_string(folder.join(HANDLER)).unwrap().contains("# mine"));
    assert!(fs::read_to_string(folder.join(SCRIPT)).unwrap().contains("POLL_SECONDS:-15"));
    assert!(folder.join("cli/undo.sh").is_file());
    window.until("the folder is read again", |state| state.pages.export.against.count(StandingId::Differs) == 1);
    window.harness.run();
    assert!(window.shows("Differs from disk: handler.py"));
}

#[test]
fn what_was_not_decided_is_asked_about() {
    let (mut window, folder) = older(Theme::Light, USUAL);
    window.click("Take ours");
    window.harness.run();
    let all = count(&mut window);
    window.click(&format!("Save {all} files"));
    window.until("it is asked", |state| {
        state.saving.as_ref().is_some_and(|saving| matches!(saving.stage, Stage::Differs(_)))
    });
    assert!(fs::read_to_string(folder.join(HANDLER)).unwrap().contains("# mine"), "nothing is written before");
    // One that has changed since is asked about as well.
    fs::write(folder.join(HANDLER), "changed meanwhile\n").unwrap();
    window.harness.run();
    window.harness.get_by_label_contains("Write over").click();
    window.harness.step();
    window.until("it is asked again", |state| {
        let Some(saving) = &state.saving else { return false };
        matches!(&saving.stage, Stage::Differs(changed) if changed.iter().any(|file| {
            file.diff.as_ref().is_some_and(|diff| diff.contains("-changed meanwhile"))
        }))
    });
}

#[test]
fn the_page_is_as_it_was_when_one_comes_back_and_the_folder_is_read_again() {
    let (mut window, folder) = older(Theme::Dark, USUAL);
    window.click("Keep the one on disk");
    window.go(WizardStep::Proxy);
    fs::remove_file(folder.join(SCRIPT)).unwrap();
    window.go(WizardStep::Export);
    window.until("the folder is read again", |state| state.pages.export.against.count(StandingId::New) == 2);
    window.harness.run();
    assert!(window.shows("python/handler.py, kept"));
    assert_eq!(window.state().pages.export.folder(), folder.display().to_string());
}

#[test]
fn a_folder_that_cannot_be_read_says_why_and_nothing_is_compared() {
    let mut window = Window::open("default", Theme::Light, USUAL);
    window.go(WizardStep::Export);
    let file = window._folder.path().join("file");
    fs::write(&file, "").unwrap();
    choose(&mut window, &file.display().to_string());
    window.until("it is tried", |state| state.pages.export.against.rows.error().is_some());
    window.harness.run();
    assert!(window.shows("could not be read") && window.shows("it is there and is no folder"));
    assert!(!window.shows("differ"));
    // A new one has nothing in it yet.
    let new = window._folder.path().join("new");
    choose(&mut window, &new.display().to_string());
    let all = count(&mut window);
    window.until("it is read", |state| state.pages.export.against.count(StandingId::New) == all);
    window.harness.run();
    assert!(window.shows(&format!("{all} new or equal, 0 differ")) && window.shows("python/handler.py, new"));
}

#[test]
fn a_part_is_switched_on_and_one_that_does_not_fit_says_why() {
    let mut window = Window::open("default", Theme::Dark, vec2(1440.0, 900.0));
    window.go(WizardStep::Export);
    window.click("Rotation");
    window.click("API Gateway");
    window.harness.run();
    assert_eq!(window.state().choices.export.parts, [ExportPart::Api, ExportPart::Rotation]);
    window.state().choices.auth_mode = AuthMode::EndToEndIam;
    window.rest();
    assert!(window.shows("this setup has no secret to rotate"));
    window.click("Rotation");
    window.click("API Gateway");
    assert_eq!(window.state().choices.export.parts, [ExportPart::Rotation], "one that does not fit cannot be flipped");
}

#[test]
fn everything_goes_into_one_archive() {
    let mut window = Window::open("default", Theme::Dark, USUAL);
    window.go(WizardStep::Export);
    let place = window._folder.path().join("orders.zip");
    let typed = Some(place.display().to_string());
    window.harness.state_mut().as_mut().unwrap().ask(Command::Save { what: What::Archive, place: typed });
    window.harness.step();
    window.until("it is written", |state| state.saving.is_none());
    let mut archive = zip::ZipArchive::new(fs::File::open(place).unwrap()).unwrap();
    assert_eq!(archive.len(), count(&mut window));
    assert!(archive.by_name(SCRIPT).unwrap().unix_mode().unwrap() & 0o111 != 0);
}

#[test]
fn it_comes_to_rest_in_every_size_and_theme() {
    for theme in [Theme::Dark, Theme::Light] {
        for size in [vec2(900.0, 600.0), USUAL, vec2(1440.0, 900.0)] {
            older(theme, size);
        }
    }
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    for (theme, name) in [(Theme::Dark, "dark"), (Theme::Light, "light")] {
        for (size, at) in [(vec2(900.0, 600.0), "small"), (USUAL, "usual"), (vec2(1440.0, 900.0), "large")] {
            let (mut window, _) = older(theme, size);
            window.save(&format!("differs-{at}-{name}"));
        }
        let mut plain = Window::open("default", theme, USUAL);
        plain.go(WizardStep::Export);
        plain.save(&format!("plain-usual-{name}"));
        let file = plain._folder.path().join("file");
        fs::write(&file, "").unwrap();
        choose(&mut plain, &file.display().to_string());
        plain.until("it is tried", |state| state.pages.export.against.rows.error().is_some());
        plain.save(&format!("unreadable-usual-{name}"));
    }
}
