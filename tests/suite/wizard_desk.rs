//! Settings, files that are opened, the palette, and what the next start tells of the last one: walked by label.
//! `cargo test --test suite wizard_desk -- --ignored` writes pictures to `target/looks/`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{self, DroppedFile, Key, Modifiers, Theme, ThemePreference, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rds_proxy_wizard::bundle;
use rds_proxy_wizard::domain::choices::Choices;
use rds_proxy_wizard::domain::finding::Finding;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::route::Route;
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::gui::theme::tokens_of;
use rds_proxy_wizard::gui::validation::{Ask, Part};
use rds_proxy_wizard::plan::Change;
use rds_proxy_wizard::practice::Speed;
use rds_proxy_wizard::settings::{LogLevel, Settings, ThemeChoice};

use crate::wizard_validate::{BROKEN, CAUSE, USUAL, Window};

/// A file as the desktop gives it.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("nobody reads it through the window".into())
    }
}

impl Window {
    fn tell(&mut self, command: Command) {
        self.harness.state_mut().ask(command);
        self.steps();
    }

    fn restart(self) -> Self {
        let Self { harness, folder } = self;
        drop(harness);
        let mut window = Self::over(folder, Speed::Instant, Theme::Light, USUAL);
        window.until("the account is open", |state| state.lists.ready().is_some());
        window
    }

    fn settings(&self) -> Settings {
        Settings::load(self.folder.path())
    }

    fn write_file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    fn drop_file(&mut self, path: PathBuf) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
        self.steps();
    }

    fn is_on(&self, switch: &str) -> bool {
        let switch = self.harness.get_by_role_and_label(Role::Switch, switch);
        switch.accesskit_node().toggled() == Some(Toggled::True)
    }

    /// How the light theme is set.
    fn look(&self) -> egui::Style {
        (*self.harness.ctx.style_of(Theme::Light)).clone()
    }
}

#[test]
fn each_setting_is_in_effect_at_once_and_after_a_restart() {
    let mut window = Window::open("default", Theme::Light, USUAL);
    window.tell(Command::Go(WizardStep::Account));
    window.click("Settings");
    let usual = tokens_of(&window.look().visuals);
    window.click("Theme: Light");
    window.click("High contrast");
    window.click("Reduced motion");
    window.click("Log: Everything");
    let look = window.look();
    assert!(tokens_of(&look.visuals) != usual && look.animation_time == 0.0);
    assert!(window.is_on("High contrast") && window.is_on("Reduced motion"));
    window.click("Text size: 125 %");
    assert!((window.harness.ctx.zoom_factor() - 1.25).abs() < 0.001);
    let kept = window.settings();
    assert_eq!((kept.theme, kept.log, kept.zoom), (ThemeChoice::Light, LogLevel::Everything, 1.25));

    let mut window = window.restart();
    let look = window.look();
    assert!(tokens_of(&look.visuals) != usual && look.animation_time == 0.0);
    assert!((window.harness.ctx.zoom_factor() - 1.25).abs() < 0.001);
    // By key, and back to what it was at first.
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    window.steps();
    assert!(window.is_on("High contrast"));
    window.click("Reset to defaults…");
    window.click("Reset settings");
    let look = window.look();
    assert!(tokens_of(&look.visuals) == usual && look.animation_time > 0.0);
    assert_eq!(window.harness.ctx.options(|options| options.theme_preference), ThemePreference::System);
    assert!(window.settings().account.is_some(), "what the window remembers by itself stays");
    window.key(Key::Escape);
    assert!(window.state().route() != Route::Settings);
}

#[test]
fn settings_lie_over_either_door_and_the_way_back_leads_where_one_was() {
    let mut window = Window::validated(BROKEN, Theme::Light, USUAL);
    window.click("Settings");
    assert!(window.shows("Every change is in effect at once."));
    window.click("Back to the proxy");
    assert!(window.state().is_validating() && window.state().validation.part == Part::Findings);
    window.click("Settings");
    window.primary();
    assert!(window.state().route() != Route::Settings && window.state().validation.part == Part::Findings);
}

#[test]
fn all_proxies_are_one_click_away_from_every_page_of_the_setup() {
    let mut window = Window::open("default", Theme::Light, vec2(900.0, 600.0));
    for step in [WizardStep::Account, WizardStep::Database] {
        window.tell(Command::Go(step));
        window.click("All proxies");
        assert!(window.state().is_validating() && window.state().validation.part == Part::Fleet);
    }
}

#[test]
fn settings_that_cannot_be_read_are_told_and_set_aside() {
    let window = Window::open("default", Theme::Light, USUAL);
    let text = r#"{"theme": "Purple"}"#;
    let (folder, harness) = (window.folder, window.harness);
    drop(harness);
    std::fs::write(folder.path().join("settings.json"), text).unwrap();
    let mut window = Window::over(folder, Speed::Instant, Theme::Light, USUAL);
    window.until("an account is chosen in advance", |state| state.source.is_some());
    assert!(window.shows("The saved settings could not be read"));
    let aside = window.folder.path().join("settings-unreadable-1.json");
    assert!(window.shows("settings-unreadable-1.json") && window.shows("Purple"));
    assert_eq!(std::fs::read_to_string(aside).unwrap(), text);
    window.harness.get_by_role_and_label(Role::Button, "Close").click();
    window.steps();
    assert!(!window.shows("could not be read"));
    // What is set from now on is kept again.
    window.harness.ctx.set_theme(ThemePreference::Dark);
    window.steps();
    assert_eq!(window.settings().theme, ThemeChoice::Dark);
}

#[test]
fn a_load_beyond_the_settings_is_not_begun() {
    let mut window = Window::validated(BROKEN, Theme::Light, USUAL);
    window.click("Settings");
    window.clear("At once");
    assert!(window.shows("Not in effect yet"));
    window.write("At once", "10");
    assert!(!window.shows("Not in effect yet"));
    assert_eq!(window.settings().load.at_once, 10);
    window.key(Key::Escape);
    window.tell(Command::CloseSettings);
    window.tell(Command::Validate(Ask::Show(Part::Load)));
    window.primary();
    assert!(window.shows("30 calls at once, and the settings allow 10"), "nothing is asked about");
    assert!(window.state().load.running.is_none());
}

fn choices_text() -> String {
    let choices = Choices { database: "orders-prod".into(), function: "orders-api".into(), ..Choices::default() };
    toml::to_string_pretty(&choices).unwrap()
}

#[test]
fn a_dropped_file_of_choices_is_taken_and_what_was_chosen_before_is_a_draft() {
    let mut window = Window::open("default", Theme::Light, USUAL);
    window.harness.state_mut().state.choices =
        Choices { database: "billing-pg".into(), function: "billing-worker".into(), ..Choices::default() };
    window.tell(Command::Go(WizardStep::Function));
    let path = window.write_file("mine.toml", &choices_text());
    window.drop_file(path);
    window.until("the choices are taken", |state| state.choices.database == "orders-prod");
    assert_eq!(window.state().step(), WizardStep::Review);
    window.until("they are planned", |state| state.designed.current_plan().is_some());
    window.tell(Command::Go(WizardStep::Account));
    window.until("both are listed", |state| state.setups.len() == 2);
    assert!(window.shows("billing-pg · billing-worker") && window.shows("orders-prod · orders-api"));
}

#[test]
fn a_file_that_cannot_be_opened_says_where_and_why_and_changes_nothing() {
    let mut window = Window::open("default", Theme::Light, USUAL);
    let before = Choices { database: "billing-pg".into(), ..Choices::default() };
    window.harness.state_mut().state.choices = before.clone();
    for (name, text, why) in [
        ("bad.toml", "database = \"orders-prod\"\nfunktion = \"x\"\n", "line 2"),
        ("bad.json", "{\"schema\": \"other/v9\"}", "it says other/v9"),
        ("prose.txt", "Dear Sir or Madam", "line 1"),
    ] {
        let path = window.write_file(name, text);
        window.tell(Command::OpenProject(path));
        window.until("it is told", |state| state.project_error.is_some());
        let error = window.state().project_error.clone().unwrap();
        assert!(
            error.title.english().contains(name) && error.causes[0].english().replace('`', "").contains(why),
            "{error}"
        );
        assert!(window.shows("cannot be used"), "{error}");
        window.key(Key::Escape);
        assert!(window.state().project_error.is_none());
        assert_eq!(window.state().choices, before);
    }
    window.tell(Command::OpenProject("/nowhere/at-all.toml".into()));
    window.until("it is told", |state| state.project_error.is_some());
    assert!(window.shows("cannot be opened"));
}

#[test]
fn choices_named_at_the_start_wait_for_the_account() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.toml");
    std::fs::write(&path, choices_text()).unwrap();
    let mut window = Window::over(folder, Speed::Instant, Theme::Light, USUAL);
    window.harness.state_mut().ask(Command::OpenProject(path));
    window.until("the choices are taken", |state| state.choices.function == "orders-api");
    assert!(window.state().connection.ready().is_some() && window.state().step() == WizardStep::Review);
}

#[test]
fn a_bundle_opens_its_findings_and_asks_no_account() {
    let mut window = Window::validated(BROKEN, Theme::Light, USUAL);
    let result = window.state().validation.result().unwrap();
    let text = bundle::write(&result.checked.observed);
    let codes: Vec<String> = result.checked.verdict.findings.iter().map(|finding| finding.code.clone()).collect();
    let path = window.write_file("found.json", &text);
    window.tell(Command::Practise("all-well".into()));
    window.until("another account is open", |state| state.lists.ready().is_some());
    window.tell(Command::Go(WizardStep::Account));
    window.drop_file(path);
    window.until("its findings are there", |state| state.validation.bundle.is_some());
    let shown = &window.state().validation.result().unwrap().checked.verdict;
    assert_eq!(shown.findings.iter().map(|finding| finding.code.clone()).collect::<Vec<_>>(), codes);
    assert!(codes.iter().any(|code| code == CAUSE) && window.shows("From the bundle found.json"));
    for absent in ["Check again", "Accept…", "Fix this"] {
        assert!(window.harness.query_by_label(absent).is_none(), "{absent}");
    }
    // Nothing of the account that is open is asked or shown under the bundle's name.
    window.primary();
    window.key(Key::F5);
    assert!(window.state().validation.reading.is_none() && window.state().validation.bundle.is_some());
    window.tell(Command::Validate(Ask::Show(Part::Connect)));
    assert_eq!(window.state().validation.part, Part::Findings);
    window.click("Back");
    assert!(window.state().validation.bundle.is_none() && window.state().validation.result().is_none());
}

#[test]
fn the_palette_leads_to_pages_proxies_rules_and_acts_by_keyboard() {
    let mut window = Window::open(BROKEN, Theme::Light, USUAL);
    let open = |window: &mut Window, text: &str| {
        window.harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        window.steps();
        let field = window.harness.get_by_role_and_label(Role::TextInput, "Go to");
        assert!(field.accesskit_node().is_focused(), "the keyboard is in it");
        field.type_text(text);
        window.steps();
    };
    open(&mut window, "database");
    window.key(Key::Enter);
    assert_eq!(window.state().step(), WizardStep::Database);
    open(&mut window, "orders-proxy");
    window.key(Key::Enter);
    window.until("the proxy is picked", |state| state.validation.question.proxy == "orders-proxy");
    open(&mut window, CAUSE);
    window.key(Key::Enter);
    assert_eq!(window.state().explained.unwrap().code, CAUSE);
    assert!(window.shows("Why it matters"));
    window.key(Key::Escape);
    assert!(window.state().explained.is_none());
    // The second of two that have the word.
    open(&mut window, "settings");
    window.key(Key::Enter);
    assert!(window.state().route() == Route::Settings);
    open(&mut window, "validate");
    window.key(Key::Enter);
    assert!(window.state().route() != Route::Settings && window.state().validation.part == Part::Question);
    open(&mut window, "sg-");
    window.steps();
    let first: Vec<String> = window.rows().into_iter().filter(|row| row.contains("sg-")).collect();
    assert!(first.len() > 1, "{first:?}");
    window.key(Key::ArrowDown);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    let second = window.state().explained.unwrap();
    assert!(first[1].contains(second.code), "{first:?} {}", second.code);
    window.key(Key::Escape);
    open(&mut window, "anything");
    window.key(Key::Escape);
    assert!(window.state().palette.is_none());
}

#[test]
fn f1_and_the_question_mark_open_the_keys_and_a_field_takes_the_mark_as_text() {
    let mut window = Window::open("default", Theme::Light, USUAL);
    window.tell(Command::Go(WizardStep::Account));
    window.key(Key::F1);
    assert!(window.state().help && window.shows("Go to a page, a proxy, a rule"));
    window.key(Key::Escape);
    assert!(!window.state().help);
    window.harness.get_by_label("Help").focus();
    window.harness.step();
    window.harness.event(egui::Event::Text("?".into()));
    window.steps();
    assert!(window.state().help);
    window.key(Key::Escape);
    window.write("Find a scenario", "?");
    assert!(!window.state().help);
}

#[test]
fn a_crash_of_the_last_start_is_told_on_the_first_page_until_it_was_seen() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("crashes")).unwrap();
    std::fs::write(folder.path().join("crashes/crash-0000000000000001.txt"), "place: src/x.rs").unwrap();
    let mut window = Window::over(folder, Speed::Instant, Theme::Light, USUAL);
    window.until("an account is chosen in advance", |state| state.source.is_some());
    assert!(window.shows("The program crashed") && window.shows("crash-0000000000000001.txt"));
    window.click("Dismiss");
    assert!(!window.shows("The program crashed"));
    let window = window.restart();
    assert!(!window.shows("The program crashed"));
}

#[test]
fn the_archive_is_saved_from_the_settings_and_the_next_dialog_begins_in_its_folder() {
    let mut window = Window::open("default", Theme::Light, USUAL);
    window.click("Settings");
    let out = tempfile::tempdir().unwrap();
    let place = out.path().join("help.zip");
    window.click_below("Save archive…");
    assert!(window.state().saving.is_some());
    window.harness.state_mut().state.saving.as_mut().unwrap().place = place.display().to_string();
    window.tell(Command::SaveHere);
    window.until("it is written", |state| state.saving.is_none());
    assert!(place.is_file());
    assert_eq!(window.settings().save_folder.as_deref(), out.path().to_str());
    window.click_below("Save archive…");
    let next = window.state().saving.as_ref().unwrap().place.clone();
    assert_eq!(Path::new(&next).parent(), Some(out.path()));
}

impl Window {
    /// Copies the thing that this button is about, as this.
    fn copy(&mut self, button: &str, way: &str) -> String {
        self.harness.get_by_role_and_label(Role::Button, button).click();
        self.steps();
        self.harness.get_by_role_and_label(Role::Button, way).click();
        for _ in 0..4 {
            self.harness.step();
            let copied = self.harness.output().platform_output.commands.iter().find_map(|command| match command {
                egui::OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            });
            if let Some(copied) = copied {
                // "Copied" gives its place back to the button.
                for _ in 0..30 {
                    self.harness.step();
                }
                return copied;
            }
        }
        panic!("nothing was copied as {way}");
    }
}

#[test]
fn a_finding_and_a_step_are_copied_for_people_for_a_terminal_and_for_programs() {
    let mut window = Window::validated(BROKEN, Theme::Light, USUAL);
    let finding = window.state().validation.result().unwrap().checked.verdict.causes().next().unwrap().clone();
    let markdown = window.copy("Copy this finding", "Markdown");
    assert!(markdown.starts_with("### ") && markdown.contains(&finding.code) && markdown.contains("```sh"));
    let command = window.copy("Copy this finding", "Command line");
    assert_eq!(command, finding.fix.commands.join("\n"));
    let json = window.copy("Copy this finding", "JSON");
    assert_eq!(serde_json::from_str::<Finding>(&json).unwrap(), finding);

    let mut window = Window::open("default", Theme::Light, vec2(1280.0, 1600.0));
    window.harness.state_mut().state.choices =
        Choices { database: "orders-prod".into(), function: "orders-api".into(), ..Choices::default() };
    window.until("they are planned", |state| state.designed.current_plan().is_some());
    window.tell(Command::Go(WizardStep::Review));
    let plan = window.state().designed.current_plan().unwrap().clone();
    let (at, step) = plan.steps.iter().enumerate().find(|(_, step)| step.change == Change::Create).unwrap();
    let said = plan.describe(step);
    let row = window.harness.query_all_by_role(Role::DisclosureTriangle).next().unwrap();
    row.click();
    window.steps();
    let button = format!("Copy step {}", at + 1);
    assert_eq!(window.copy(&button, "Command line"), said.cli);
    let json: serde_json::Value = serde_json::from_str(&window.copy(&button, "JSON")).unwrap();
    assert_eq!(
        (json["number"].as_u64(), json["description"]["call"].as_str()),
        (Some(at as u64 + 1), Some(&*said.call))
    );
    assert!(window.copy(&button, "Markdown").contains(&said.cli));

    window.tell(Command::Apply);
    window.until("the run has ended", |state| state.run.as_ref().is_some_and(|run| !run.is_working()));
    assert_eq!(window.copy(&button, "Command line"), said.cli);
}

const SIZES: [(Vec2, &str); 3] = [(USUAL, ""), (vec2(900.0, 600.0), "-small"), (vec2(1440.0, 900.0), "-large")];

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, wide) in SIZES {
            let mut window = Window::open("default", theme, size);
            let choices = |database: &str, function: &str| Choices {
                database: database.into(),
                function: function.into(),
                ..Choices::default()
            };
            window.harness.state_mut().state.choices = choices("orders-prod", "orders-mailer");
            window.until("the plan", |state| state.designed.current_plan().is_some());
            window.tell(Command::Apply);
            window.until("it is made", |state| state.run.as_ref().is_some_and(|run| !run.is_working()));
            window.harness.state_mut().state.choices = choices("billing-pg", "billing-worker");
            window.steps();
            window.tell(Command::Go(WizardStep::Account));
            window.until("both are listed", |state| state.setups.len() == 2);
            window.save(&format!("desk-front-{name}{wide}"));
            window.click("Settings");
            window.save(&format!("desk-settings-{name}{wide}"));
            window.click("High contrast");
            window.save(&format!("desk-contrast-{name}{wide}"));
            window.click("High contrast");
            window.harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
            window.steps();
            window.save(&format!("desk-palette-{name}{wide}"));
            window.key(Key::Escape);
            window.tell(Command::Explain(CAUSE));
            window.save(&format!("desk-explain-{name}{wide}"));
            window.key(Key::Escape);
            window.tell(Command::CloseSettings);
            let path = window.write_file("bad.toml", "databse = 1");
            window.tell(Command::OpenProject(path));
            window.until("it is told", |state| state.project_error.is_some());
            window.save(&format!("desk-refused-{name}{wide}"));
            window.key(Key::Escape);
            let mut bundle = Window::validated(BROKEN, theme, size);
            let text = bundle::write(&bundle.state().validation.result().unwrap().checked.observed);
            let path = bundle.write_file("found.json", &text);
            bundle.tell(Command::OpenProject(path));
            bundle.until("its findings are there", |state| state.validation.bundle.is_some());
            bundle.save(&format!("desk-bundle-{name}{wide}"));
            window.harness.input_mut().hovered_files.push(egui::HoveredFile::default());
            window.harness.step();
            window.save(&format!("desk-drop-{name}{wide}"));
        }
    }
}
