//! Names of any length and in any letters, in a window of any size: nothing leaves the window, no button
//! is empty, and nothing is drawn that no font can draw (the harness panics on it).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::Path;

use eframe::egui::{Rect, Theme, accesskit::Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rds_proxy_wizard::accounts::Accounts;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::gui::validation::{Part, ValidationAsk};
use rds_proxy_wizard::practice::{self, Speed};
use rds_proxy_wizard::text::{self, Language};

use crate::app_window::{Opening, Window};

const SCENARIO: &str = "all-well";
/// Everything that the walk names.
const NAMES: [&str; 8] = [
    "orders-proxy",
    "orders-prod",
    "orders-checkout",
    "acme-practice",
    "acme-main",
    "orders-proxy-sg",
    "orders/orders_app",
    "orders-proxy-role",
];

fn looks() -> Option<String> {
    std::env::var("RPW_LOOKS").ok()
}

impl Window {
    /// The window on a practice account whose names are followed by `tail`.
    fn hostile(tail: &str, zoom: f32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = Accounts::in_folder(folder.path().to_owned()).practice_file(SCENARIO);
        let options =
            practice::Options { scenario: SCENARIO.into(), speed: Speed::Instant, state_file: Some(file.clone()) };
        drop(practice::connect(&options).unwrap());
        if !file.exists() {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
            let state = practice::scenarios::state(SCENARIO, now).unwrap();
            std::fs::write(&file, serde_json::to_string(&state).unwrap()).unwrap();
        }
        let mut text = std::fs::read_to_string(&file).unwrap();
        for name in NAMES {
            text = text.replace(&format!("\"{name}\""), &format!("\"{name}{tail}\""));
        }
        std::fs::write(&file, text).unwrap();
        let looks = looks().unwrap_or_default();
        let theme = if looks.contains("dark") { Theme::Dark } else { Theme::Light };
        let size = if looks.contains("wide") { vec2(1440.0, 900.0) } else { vec2(900.0, 600.0) };
        let mut window = Opening { folder, theme, size: size / zoom, zoom, ..Opening::default() }.start();
        window.switch(SCENARIO);
        window
    }

    /// What of the page leaves the window, and what has no name. With `RPW_LOOKS=light`, `dark`, `light-wide` or
    /// `dark-wide` it is written as a picture too.
    fn faults(&mut self, page: &str, faults: &mut Vec<String>) {
        if let Some(looks) = looks() {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/looks");
            std::fs::create_dir_all(&folder).unwrap();
            let page = page.to_lowercase().replace(' ', "-");
            let name = format!("{}-{page}-{looks}.png", text::spoken().tag());
            self.harness.render().unwrap().save(folder.join(name)).unwrap();
        }
        let width = self.harness.ctx.content_rect().width();
        let acts = [
            Role::Button,
            Role::TextInput,
            Role::RadioButton,
            Role::CheckBox,
            Role::ComboBox,
            Role::Link,
            Role::ListBoxOption,
            Role::Label,
        ];
        for role in acts {
            for node in self.harness.query_all_by_role(role) {
                let (rect, label): (Rect, String) = (node.rect(), said(&node));
                let short: String = label.chars().take(40).collect();
                if rect.right() > width + 1.0 || rect.left() < -1.0 {
                    faults.push(format!("{page}: {role:?} `{short}` from {} to {}", rect.left(), rect.right()));
                }
                if label.trim().is_empty() && role == Role::Button {
                    faults.push(format!("{page}: an empty {role:?} at {rect:?}"));
                }
            }
        }
    }
}

/// Labels carry their words as their value.
fn said(node: &egui_kittest::Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

fn walk(tail: &str, zoom: f32) {
    let mut window = Window::hostile(tail, zoom);
    let mut faults = Vec::new();
    window.faults("first page", &mut faults);
    let choices = &mut window.harness.state_mut().state.choices;
    choices.database = format!("orders-prod{tail}");
    choices.function = format!("orders-checkout{tail}");
    window.until("the account is read", |state| state.observed.ready().is_some());
    for step in WizardStep::ALL {
        window.ask(Command::Go(step));
        window.faults(&format!("{step:?}"), &mut faults);
    }
    window.until("it is checked", |state| state.checked.ready().is_some());
    window.ask(Command::Go(WizardStep::Check));
    window.faults("Check with findings", &mut faults);
    window.ask(Command::Validate(ValidationAsk::Open));
    window.faults("door", &mut faults);
    window.ask(Command::Validate(ValidationAsk::Pick(format!("orders-proxy{tail}"))));
    window.until("functions are guessed", |state| state.validation.suggested.ready().is_some());
    window.faults("door with a proxy", &mut faults);
    window.ask(Command::Validate(ValidationAsk::Run));
    window.until("it is judged", |state| state.validation.result().is_some());
    window.faults("findings", &mut faults);
    window.ask(Command::Validate(ValidationAsk::Show(Part::Connect)));
    window.faults("connect", &mut faults);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn plain_names_fit_a_window_at_twice_the_size() {
    walk("", 2.0);
}

#[test]
fn names_of_300_letters_fit() {
    walk(&"-long".repeat(57), 1.0);
}

#[test]
fn names_of_300_letters_fit_at_twice_the_size() {
    walk(&"-long".repeat(57), 2.0);
}

#[test]
fn emoji_and_foreign_letters_are_shown_as_what_they_are() {
    walk("-🦀-注文-\u{1f469}\u{200d}\u{1f4bb}", 1.0);
    walk("-🦀-注文-\u{1f469}\u{200d}\u{1f4bb}", 2.0);
}

#[test]
#[ignore = "started by languages.rs, once for each language"]
fn the_walk_in_the_language_of_the_environment() {
    let tag = std::env::var("RPW_LANGUAGE").unwrap_or_default();
    text::speak(Language::of_tag(&tag).unwrap_or_default());
    walk("", 1.0);
}
