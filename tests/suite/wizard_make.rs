//! The pages from Network to Export, driven by what they say, on the practice account.
//! `cargo test --test suite wizard_make::look -- --ignored` writes them as pictures to `target/looks/`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::time::Instant;

use crate::failing::{Failing, Fault};
use eframe::egui::{self, Theme, vec2};
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::apply::{At, Direction};
use rds_proxy_wizard::discover::Invoked;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::save::{Stage, What};
use rds_proxy_wizard::gui::state::{Closing, State};
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::gui::validation::{Part, Question, ValidationAsk};
use rds_proxy_wizard::practice::Speed;

use crate::app_window::{BROKEN, USUAL, Window};

impl Window {
    /// From the review page to the end of the run.
    fn apply(&mut self) {
        self.go(WizardStep::Review);
        let count = self.state().designed.current_plan().unwrap().changes().count();
        if self.shows("I have read the") {
            self.harness.get_by_label_contains("I have read the").click();
            self.harness.step();
        }
        self.click(&format!("Apply {count} changes"));
        self.until("the run has ended", |state| state.run.is_some() && !state.is_running());
        self.rest();
    }

    /// The second door: validates the proxy that the scenario has.
    fn check_existing(&mut self) {
        let function = Invoked { name: "orders-checkout".into(), qualifier: None };
        self.state_mut().validation.question = Question::about("orders-proxy".into(), Some(Some(function)), false);
        let app = self.harness.state_mut();
        app.ask(Command::Validate(ValidationAsk::Open));
        app.ask(Command::Validate(ValidationAsk::Run));
        self.until("the proxy is validated", |state| state.validation.result().is_some());
        self.rest();
    }

    /// How the run that has ended stands.
    fn at(&mut self) -> At {
        self.state().run.as_ref().unwrap().standing().at
    }

    /// The n-th write from now on is refused.
    fn refuse_write(&mut self, at: usize) {
        let mut connection = self.state().connection().unwrap().clone();
        connection.writer = Failing::wrap(connection.writer.clone(), Fault::Refused, at).0;
        let now = Instant::now();
        let generation = self.state_mut().connection.ask(now);
        self.state_mut().connection.answer(generation, Ok(connection), now);
    }

    /// Undoes the run that is shown, to its end.
    fn undo(&mut self) {
        self.click("Undo this run…");
        let count = self.state().run.as_ref().unwrap().standing().to_undo;
        self.click(&format!("Undo {count} changes"));
        self.until("undo has begun", |state| state.run.as_ref().is_some_and(|run| run.direction == Direction::Undo));
        self.until("undo has ended", |state| !state.is_running());
        self.rest();
    }
}

#[test]
fn the_review_lists_the_plan_and_applying_it_makes_everything() {
    let mut window = Window::chosen("default", Theme::Dark, USUAL);
    window.go(WizardStep::Review);
    assert!(window.shows("Preflight"));
    window.apply();
    assert_eq!(window.at(), At::Finished);
    assert!(window.shows("Everything is in place"));
    window.go(WizardStep::Review);
    assert!(window.shows("Nothing to change"));
}

#[test]
fn undo_after_a_run_takes_everything_back() {
    let mut window = Window::chosen("default", Theme::Light, USUAL);
    window.apply();
    window.click("Undo this run…");
    let count = window.state().run.as_ref().unwrap().standing().to_undo;
    window.click(&format!("Undo {count} changes"));
    window.until("undo has begun", |state| {
        state.run.as_ref().unwrap().direction == rds_proxy_wizard::apply::Direction::Undo
    });
    window.until("undo has ended", |state| !state.is_running());
    window.rest();
    assert!(window.shows("Undone"), "{:?}", window.state().run.as_ref().unwrap().record.leftovers);
    // Secrets Manager keeps the name for a week, so the next run takes another and says why.
    window.go(WizardStep::Secret);
    assert!(window.shows("is scheduled for deletion"));
    assert!(
        window.state().designed.current_plan().is_some_and(|plan| !plan.is_empty()),
        "it can be made again at once"
    );
}

#[test]
fn a_refused_step_is_told_in_full_and_offers_the_ways_on() {
    let mut window = Window::chosen("denied-write", Theme::Dark, USUAL);
    window.apply();
    assert_eq!(window.at(), At::Failed);
    for said in
        ["One step failed", "Operation: rds:CreateDBProxy", "Retry from here", "Undo this run…", "Copy the statement"]
    {
        assert!(window.shows(said), "{said}");
    }
}

#[test]
fn after_a_run_the_check_answers_and_the_export_is_the_same_as_before() {
    let mut window = Window::chosen("default", Theme::Light, USUAL);
    window.go(WizardStep::Export);
    let before = window.state().pages.export.files().to_vec();
    window.go(WizardStep::Review);
    window.apply();
    window.click("Continue to check");
    window.rest();
    assert!(window.shows("passes"));
    window.go(WizardStep::Export);
    let files = window.state().pages.export.files().to_vec();
    let handler = files.iter().find(|file| file.path == "python/handler.py").unwrap();
    assert!(handler.text.contains("generate_db_auth_token"), "{}", handler.text);
    assert_eq!(before, files);
    window.click("python/requirements.txt");
    assert!(window.shows("requirements.txt"));
}

#[test]
fn the_handler_is_written_in_the_language_that_is_picked() {
    let mut window = Window::chosen("default", Theme::Dark, USUAL);
    window.go(WizardStep::Export);
    assert!(!window.shows("not run in our tests"));
    window.click("Handler in: C#");
    window.until("the handler is in C#", |state| {
        state.pages.export.files().iter().any(|file| file.path == "dotnet/Function.cs")
    });
    window.harness.run();
    assert!(!window.state().pages.export.files().iter().any(|file| file.path.starts_with("python/")));
    assert!(window.shows("not run in our tests"));
}

#[test]
fn the_language_is_picked_from_a_list_where_there_is_no_room_side_by_side() {
    let mut window = Window::chosen("default", Theme::Dark, vec2(900.0, 600.0));
    window.go(WizardStep::Export);
    let own = window.harness.query_by_label_contains("Handler in: ").unwrap();
    own.click();
    window.harness.run();
    window.harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Handler in").type_text("C#");
    window.harness.run();
    window.click("C#, not run in our tests");
    window.until("the handler is in C#", |state| {
        state.pages.export.files().iter().any(|file| file.path == "dotnet/Function.cs")
    });
}

#[test]
fn a_typed_folder_receives_every_exported_file() {
    let mut window = Window::chosen("default", Theme::Dark, USUAL);
    window.go(WizardStep::Export);
    let folder = window.folder.path().join("out");
    retype(&mut window, "Folder for all files", &folder.display().to_string());
    let files = window.state().pages.export.files().to_vec();
    window.click(&format!("Save {} files", files.len()));
    let last = folder.join(&files.last().unwrap().path);
    window.until("the files are written", |_| last.is_file());
    for file in files {
        assert_eq!(std::fs::read_to_string(folder.join(&file.path)).unwrap(), file.text);
    }
}

#[test]
fn a_broken_rule_is_the_title_of_the_check_and_its_cure_is_a_command() {
    let mut window = Window::chosen(BROKEN, Theme::Dark, USUAL);
    window.check_existing();
    assert!(window.shows("Evidence"));
    assert!(window.shows("aws ec2 authorize-security-group-ingress"));
    assert!(window.shows("blocked"));
}

#[test]
fn the_practice_account_rehearses_a_connection_where_it_has_no_network() {
    let mut window = Window::chosen(BROKEN, Theme::Dark, USUAL);
    window.check_existing();
    window.click("Connect from here");
    assert_eq!(window.state().validation.part, Part::Connect);
    window.click("Connect");
    window.until("it has answered", |state| state.attempt.value().is_some() || state.attempt.error().is_some());
    window.harness.run();
    assert!(window.state().attempt.error().is_none() && window.shows("Simulated"));
}

#[test]
fn a_run_stops_after_the_step_on_request_and_goes_on_from_there() {
    let mut window = Window::chosen_at(Speed::Times(100), "default", Theme::Dark, USUAL);
    window.go(WizardStep::Review);
    let count = window.state().designed.current_plan().unwrap().changes().count();
    window.click(&format!("Apply {count} changes"));
    window.until("a step waits", |state| state.run.as_ref().is_some_and(|run| run.is_waiting()));
    assert!(window.shows("usual finish"));
    window.click("Stop after this step");
    window.until("it has stopped", |state| !state.is_running());
    window.rest();
    assert_eq!(window.at(), At::Stopped);
    assert!(window.shows("Stopped, "));
    window.click("Resume");
    window.until("it has gone on to the end", |state| {
        state.run.as_ref().is_some_and(|run| !run.is_working() && run.standing().at == At::Finished)
    });
    window.rest();
    assert!(window.shows("Everything is in place"));
}

#[test]
fn a_target_that_never_answers_is_told_in_full_and_leads_to_the_check() {
    let mut window = Window::chosen("stuck-target", Theme::Light, USUAL);
    window.apply();
    assert_eq!(window.at(), At::NotWorking);
    for said in [
        "Made. The target does not answer yet",
        "made, target does not answer",
        "The proxy is waiting for hosts",
        "AWS said: PENDING_PROXY_CAPACITY",
        "Waited for: orders-prod to be AVAILABLE, for 10 min",
        "Not the cause: the login or the security groups",
        "Wait again",
        "Undo this run…",
    ] {
        assert!(window.shows(said), "{said}");
    }
    assert!(!window.shows("Everything is in place"));
    window.harness.key_press(egui::Key::W);
    window.until("it waits again", State::is_running);
    window.until("it has waited again", |state| !state.is_running());
    window.rest();
    assert_eq!(window.at(), At::NotWorking);
    window.harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
    window.harness.step();
    assert_eq!(window.state().step(), WizardStep::Check);
}

#[test]
fn what_undo_would_take_is_counted_from_the_receipt_after_a_resume_too() {
    let mut window = Window::chosen_at(Speed::Times(100), "default", Theme::Dark, USUAL);
    window.go(WizardStep::Review);
    let count = window.state().designed.current_plan().unwrap().changes().count();
    window.click(&format!("Apply {count} changes"));
    window.until("a step waits", |state| state.run.as_ref().is_some_and(|run| run.is_waiting()));
    window.click("Stop after this step");
    window.until("it has stopped", |state| !state.is_running());
    window.rest();
    window.click("Resume");
    window.until("it goes on", State::is_running);
    window.until("it has gone on to the end", |state| !state.is_running());
    window.rest();
    assert!(window.shows(&format!("{count} of {count} done")));
    assert_eq!(window.state().run.as_ref().unwrap().standing().to_undo, count);
    window.undo();
    assert_eq!(window.at(), At::Undone);
    assert!(window.shows("undone") && !window.shows(&format!("{count} of {count} done")), "the stepper says so too");
}

#[test]
fn undo_that_leaves_something_says_how_much_and_tries_just_that_again() {
    let mut window = Window::chosen("default", Theme::Light, USUAL);
    window.apply();
    window.refuse_write(3);
    window.undo();
    assert_eq!(window.at(), At::LeftBehind);
    let left = window.state().run.as_ref().unwrap().record.leftovers.len();
    assert!(left > 1 && window.shows(&format!("Not undone: {left} things are still there")));
    assert!(window.shows(&format!("{left} things are still there")), "the stepper says so too");
    window.click(&format!("Try the {left} leftovers again"));
    window.until("undo goes on", |state| state.is_running());
    window.until("it has ended", |state| !state.is_running());
    window.rest();
    assert_eq!(window.at(), At::Undone);
    assert!(window.shows("Undone") && !window.shows("still there"));
}

/// Replaces what stands in a text field.
pub(super) fn retype(window: &mut Window, label: &str, text: &str) {
    let role = egui::accesskit::Role::TextInput;
    window.harness.get_by_role_and_label(role, label).focus();
    window.harness.step();
    window.harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    window.harness.step();
    window.harness.get_by_role_and_label(role, label).type_text(text);
    window.harness.step();
}

/// What the button does; a message may lie over the button.
fn save_all(window: &mut Window, folder: &std::path::Path) {
    let place = Some(folder.display().to_string());
    window.harness.state_mut().ask(Command::Save { what: What::AllExports, place });
    window.harness.step();
}

#[test]
fn a_file_that_would_change_is_shown_with_its_difference_before_it_is_written_over() {
    let mut window = Window::chosen("default", Theme::Light, USUAL);
    window.go(WizardStep::Export);
    let folder = window.folder.path().join("out");
    retype(&mut window, "Folder for all files", &folder.display().to_string());
    save_all(&mut window, &folder);
    window.until("the files are written", |state| state.saving.is_none());
    let script = folder.join("cli/setup.sh");
    let written = std::fs::read_to_string(&script).unwrap();
    std::fs::write(&script, format!("my own line\n{written}")).unwrap();
    save_all(&mut window, &folder);
    window.until("the difference is shown", |state| {
        state.saving.as_ref().is_some_and(|saving| matches!(saving.stage, Stage::Differs(_)))
    });
    window.harness.run();
    assert!(window.shows("This file is there already") && window.shows("-my own line"));
    assert!(std::fs::read_to_string(&script).unwrap().starts_with("my own line"), "nothing is written unseen");
    window.click("Another place");
    window.harness.run();
    window.click("Cancel");
    assert!(window.state().saving.is_none());
    save_all(&mut window, &folder);
    window.until("the difference is shown again", |state| {
        state.saving.as_ref().is_some_and(|saving| matches!(saving.stage, Stage::Differs(_)))
    });
    window.harness.run();
    window.click("Write over 1 file");
    window.until("it is written over", |state| state.saving.is_none());
    assert_eq!(std::fs::read_to_string(&script).unwrap(), written);
}

#[test]
fn everything_that_is_saved_has_a_place_to_type_and_says_why_it_could_not_be_written() {
    let mut window = Window::chosen("default", Theme::Dark, USUAL);
    window.apply();
    let folder = window.folder.path().to_owned();
    let saves = [
        (WizardStep::Review, "Save choices…", "choices.toml"),
        (WizardStep::Apply, "Save the log", "run.log"),
        (WizardStep::Export, "Save…", "one.txt"),
        (WizardStep::Check, "Save report", "report.md"),
    ];
    for (step, button, name) in saves {
        window.go(step);
        window.click(button);
        window.harness.run();
        assert!(window.shows("File or folder"), "{button}");
        std::fs::write(folder.join("in-the-way"), "").unwrap();
        retype(&mut window, "File or folder", &folder.join("in-the-way/x").display().to_string());
        window.click("Save");
        window.until("it could not be written", |state| {
            state.saving.as_ref().is_some_and(|saving| matches!(saving.stage, Stage::Failed(_)))
        });
        window.harness.run();
        assert!(window.shows("could not be written"), "{button}");
        let place = folder.join("saved").join(name);
        retype(&mut window, "File or folder", &place.display().to_string());
        window.click("Save");
        window.until("it is written", |state| state.saving.is_none());
        assert!(std::fs::metadata(&place).unwrap().len() > 0, "{button}");
    }
}

#[test]
fn every_page_comes_to_rest_in_every_size_and_theme() {
    for theme in [Theme::Dark, Theme::Light] {
        for size in [vec2(900.0, 600.0), USUAL, vec2(1920.0, 1080.0)] {
            let mut window = Window::chosen("default", theme, size);
            for step in &WizardStep::ALL[5..9] {
                window.go(*step);
            }
            window.apply();
            window.go(WizardStep::Check);
            window.go(WizardStep::Export);
        }
    }
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look_at_endings() {
    for (theme, name) in [(Theme::Dark, "dark"), (Theme::Light, "light")] {
        for (size, at) in [(vec2(900.0, 600.0), "small"), (vec2(1440.0, 900.0), "large")] {
            let mut done = Window::chosen("default", theme, size);
            done.apply();
            done.save(&format!("end-done-{at}-{name}"));
            done.click("Undo this run…");
            done.save(&format!("end-undo-question-{at}-{name}"));
            done.click("Cancel");
            done.undo();
            done.save(&format!("end-undone-{at}-{name}"));
            let mut left = Window::chosen("default", theme, size);
            left.apply();
            left.refuse_write(3);
            left.undo();
            left.save(&format!("end-left-{at}-{name}"));
            let mut stuck = Window::chosen("stuck-target", theme, size);
            stuck.apply();
            stuck.save(&format!("end-not-working-{at}-{name}"));
            let mut failed = Window::chosen("denied-write", theme, size);
            failed.apply();
            failed.save(&format!("end-failed-{at}-{name}"));
            let mut stopped = Window::chosen_at(Speed::Times(20), "default", theme, size);
            stopped.go(WizardStep::Review);
            stopped.harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
            stopped.until("a step waits", |state| state.run.as_ref().is_some_and(|run| run.is_waiting()));
            stopped.save(&format!("end-waiting-{at}-{name}"));
            stopped.state_mut().closing = Closing::Asking;
            stopped.harness.step();
            stopped.harness.step();
            stopped.save(&format!("closing-{at}-{name}"));
            stopped.click("Stop now and close");
            stopped.until("it has stopped", |state| !state.is_running());
            stopped.rest();
            stopped.save(&format!("end-stopped-{at}-{name}"));
            let mut export = Window::chosen("default", theme, size);
            export.go(WizardStep::Export);
            export.click("Save…");
            export.harness.run();
            export.save(&format!("save-place-{at}-{name}"));
            let file = export.folder.path().join("there.txt");
            std::fs::write(&file, "something else\nof mine\n").unwrap();
            retype(&mut export, "File or folder", &file.display().to_string());
            export.click("Save");
            export.until("the difference is shown", |state| {
                state.saving.as_ref().is_some_and(|saving| matches!(saving.stage, Stage::Differs(_)))
            });
            export.harness.run();
            export.save(&format!("save-differs-{at}-{name}"));
        }
    }
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    for (theme, name) in [(Theme::Dark, "dark"), (Theme::Light, "light")] {
        let mut window = Window::chosen("default", theme, USUAL);
        for (step, page) in [
            (WizardStep::Network, "network"),
            (WizardStep::Proxy, "proxy"),
            (WizardStep::Access, "access"),
            (WizardStep::Review, "review"),
        ] {
            window.go(step);
            window.save(&format!("{page}-{name}"));
        }
        window.click("Expand all");
        window.harness.run();
        window.save(&format!("review-open-{name}"));
        window.apply();
        window.save(&format!("applied-{name}"));
        let mut waiting = Window::chosen_at(Speed::Times(45), "default", theme, USUAL);
        waiting.go(WizardStep::Review);
        waiting.harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Enter);
        waiting.until("a step waits", |state| state.run.as_ref().is_some_and(|run| run.is_waiting()));
        waiting.save(&format!("waiting-{name}"));
        let mut undone = Window::chosen("default", theme, USUAL);
        undone.apply();
        undone.click("Undo this run…");
        undone.save(&format!("undo-question-{name}"));
        undone.click("Undo 12 changes");
        undone.until("undo has begun", |state| state.is_running());
        undone.until("undo has ended", |state| !state.is_running());
        undone.rest();
        undone.save(&format!("undone-{name}"));
        window.go(WizardStep::Export);
        window.save(&format!("export-{name}"));
        let mut checked = Window::chosen(BROKEN, theme, USUAL);
        checked.check_existing();
        checked.save(&format!("check-{name}"));
        checked.click("Connect from here");
        checked.harness.run();
        checked.save(&format!("connect-{name}"));
        let mut small = Window::chosen("default", theme, vec2(900.0, 600.0));
        small.go(WizardStep::Review);
        small.save(&format!("review-small-{name}"));
        small.go(WizardStep::Export);
        small.save(&format!("export-small-{name}"));
        let mut failed = Window::chosen("denied-write", theme, USUAL);
        failed.apply();
        failed.save(&format!("failed-{name}"));
    }
}
