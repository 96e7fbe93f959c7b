//! The window that tests drive by what it says: the real one, over a state folder of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use eframe::egui::{Key, Modifiers, Theme, Vec2, accesskit::Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rds_proxy_wizard::accounts::{Accounts, Source};
use rds_proxy_wizard::gui::app::App;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::state::State;
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::gui::theme;
use rds_proxy_wizard::practice::Speed;
use tempfile::TempDir;
use tokio::runtime::{Handle, Runtime};

/// The scenario whose database does not let the proxy in.
pub const BROKEN: &str = "broken-closed-door";
/// Its cause, and what follows from it.
pub const CAUSE: &str = "sg-db-ingress-proxy";
pub const USUAL: Vec2 = vec2(1280.0, 800.0);

pub struct Window {
    pub harness: Harness<'static, App>,
    /// Its state; it lives as long as the window.
    pub folder: TempDir,
    /// Its own, where a test ends the process as a kill does.
    runtime: Option<Runtime>,
}

/// The runtime of all windows that have none of their own.
pub fn runtime() -> Handle {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| Runtime::new().unwrap()).handle().clone()
}

/// How a window is opened.
pub struct Opening {
    pub folder: TempDir,
    pub speed: Speed,
    pub theme: Theme,
    pub size: Vec2,
    /// Seconds from one frame to the next.
    pub frame: f32,
    pub zoom: f32,
    /// It can be killed.
    pub mortal: bool,
}

impl Default for Opening {
    fn default() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder, speed: Speed::Instant, theme: Theme::Dark, size: USUAL, frame: 0.25, zoom: 1.0, mortal: false }
    }
}

impl Opening {
    /// As the window starts over what is kept in the folder.
    pub fn start(self) -> Window {
        let runtime = self.mortal.then(|| Runtime::new().unwrap());
        let handle = runtime.as_ref().map_or_else(self::runtime, |runtime| runtime.handle().clone());
        let mut accounts = Accounts::in_folder(self.folder.path().to_owned());
        accounts.practice_speed = self.speed;
        let harness = Harness::builder()
            .with_size(self.size)
            .with_theme(self.theme)
            .with_step_dt(self.frame)
            .with_pixels_per_point(self.zoom)
            .with_max_steps(200)
            .build_eframe(move |creation| {
                theme::apply(&creation.egui_ctx);
                App::new(&creation.egui_ctx, accounts, handle)
            });
        Window { harness, folder: self.folder, runtime }
    }
}

impl Window {
    /// At the Account page, with the scenario open and listed.
    pub fn open(scenario: &str, theme: Theme, size: Vec2) -> Self {
        Self::at_speed(Speed::Instant, scenario, theme, size)
    }

    /// The same, where something has to be seen before it is over.
    pub fn at_speed(speed: Speed, scenario: &str, theme: Theme, size: Vec2) -> Self {
        let mut window = Self::over(tempfile::tempdir().unwrap(), speed, theme, size);
        window.switch(scenario);
        window
    }

    /// As it starts over what was kept in this folder.
    pub fn over(folder: TempDir, speed: Speed, theme: Theme, size: Vec2) -> Self {
        Opening { folder, speed, theme, size, ..Opening::default() }.start()
    }

    /// With database and function chosen, and the account read.
    pub fn chosen(scenario: &str, theme: Theme, size: Vec2) -> Self {
        Self::chosen_at(Speed::Instant, scenario, theme, size)
    }

    /// The same, where something has to be seen before it is over.
    pub fn chosen_at(speed: Speed, scenario: &str, theme: Theme, size: Vec2) -> Self {
        let mut window = Opening { speed, theme, size, frame: 0.1, ..Opening::default() }.start();
        window.switch(scenario);
        window.choose("orders-prod");
        window.until("the plan", |state| state.designed.current_plan().is_some() || state.designed.is_blocked());
        window
    }

    /// Ends the process: what works is cut off where it is. The folder is what is left.
    pub fn kill(self) -> TempDir {
        drop(self.harness);
        self.runtime.unwrap().shutdown_timeout(Duration::from_secs(10));
        self.folder
    }

    /// Takes the window away. The folder is what is left.
    pub fn close_for_good(self) -> TempDir {
        drop(self.harness);
        self.folder
    }

    /// Opens the practice account of a scenario, once the account in advance is there.
    pub fn switch(&mut self, scenario: &str) {
        let source = Source::Practice { scenario: scenario.to_owned() };
        self.until("an account is chosen in advance", |state| state.source.is_some());
        self.ask(Command::Open { source: source.clone(), region: None });
        self.until("the scenario is listed", |state| {
            let listed = state.lists.ready().is_some() && state.offers.ready().is_some();
            state.source.as_ref() == Some(&source) && (listed || state.connection.error().is_some())
        });
    }

    /// Chooses a database, and `orders-api` for it.
    pub fn choose(&mut self, database: &str) {
        let choices = &mut self.state_mut().choices;
        choices.database = database.into();
        choices.function = "orders-api".into();
    }

    pub fn state(&self) -> &State {
        &self.harness.state().state
    }

    pub fn state_mut(&mut self) -> &mut State {
        &mut self.harness.state_mut().state
    }

    pub fn ask(&mut self, command: Command) {
        self.harness.state_mut().ask(command);
        self.steps();
    }

    /// Draws frames until the state is as wanted; work is done on other threads, so this waits for it.
    pub fn until(&mut self, what: &str, wanted: impl Fn(&State) -> bool) {
        let start = Instant::now();
        while !wanted(self.state()) {
            let problems = &self.state().designed.problems;
            assert!(start.elapsed() < Duration::from_secs(60), "never came to pass: {what}; problems: {problems:?}");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.steps();
    }

    /// Lets what is under way arrive.
    pub fn rest(&mut self) {
        self.steps();
        self.until("nothing is under way", |state| {
            let now = Instant::now();
            state.permissions.waiting(now).is_none()
                && state.observed.waiting(now).is_none()
                && state.checked.waiting(now).is_none()
                && state.validation.reading.is_none()
                && !state.is_running()
        });
        self.harness.run_steps(4);
    }

    pub fn go(&mut self, step: WizardStep) {
        self.ask(Command::Go(step));
        self.rest();
    }

    pub fn steps(&mut self) {
        self.harness.step();
        self.harness.step();
    }

    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.steps();
    }

    /// Clicks what is further down its page.
    pub fn click_below(&mut self, label: &str) {
        self.harness.get_by_label(label).scroll_to_me();
        self.harness.run_steps(10);
        self.click(label);
    }

    pub fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.steps();
    }

    /// Ctrl Enter: the main button of the page.
    pub fn primary(&mut self) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
        self.steps();
    }

    pub fn write(&mut self, field: &str, text: &str) {
        self.harness.get_by_role_and_label(Role::TextInput, field).focus();
        self.harness.step();
        self.harness.get_by_role_and_label(Role::TextInput, field).type_text(text);
        self.steps();
    }

    pub fn clear(&mut self, field: &str) {
        self.harness.get_by_role_and_label(Role::TextInput, field).focus();
        self.harness.step();
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.step();
        self.key(Key::Backspace);
    }

    pub fn shows(&self, part: &str) -> bool {
        self.harness.query_all_by_label_contains(part).next().is_some()
    }

    /// The labels of the rows in the list.
    pub fn rows(&self) -> Vec<String> {
        let rows = self.harness.query_all_by_role(Role::ListBoxOption);
        rows.filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// Writes a picture for the eye.
    pub fn save(&mut self, name: &str) {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/looks");
        std::fs::create_dir_all(&folder).unwrap();
        self.harness.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
    }
}
