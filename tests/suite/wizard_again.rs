//! The window after a restart, over the same folders: runs of before are listed with where they stand,
//! and whichever is taken up, every page stands as it did; choices that were not applied are a draft.
//! `cargo test --test suite wizard_again -- --ignored` writes pictures to `target/looks/`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::time::{Duration, Instant};

use eframe::egui::{self, Theme, ThemePreference, Vec2, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::accounts::{Accounts, Source};
use rds_proxy_wizard::apply::{At, Direction, Receipt, RunState};
use rds_proxy_wizard::domain::account::{Mode, Profile, ProfileKind};
use rds_proxy_wizard::domain::choices::{Choices, PasswordSource, SecretSource};
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::domain::setup::Setup;
use rds_proxy_wizard::export::File;
use rds_proxy_wizard::gui::app::App;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::setups::SetupContent;
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::gui::validation::Part;
use rds_proxy_wizard::plan::{Aim, Wish};
use rds_proxy_wizard::practice::Speed;
use rds_proxy_wizard::report::{Kind, Report};
use rds_proxy_wizard::words::ask_to_undo;
use tempfile::TempDir;

use crate::app_window::{BROKEN, Opening, USUAL, Window, runtime};

impl Window {
    /// A window that can be killed, with the account in advance.
    fn begin_again(folder: TempDir, speed: Speed, theme: Theme, size: Vec2) -> Self {
        let mut window = Opening { folder, speed, theme, size, frame: 0.1, mortal: true, ..Opening::default() }.start();
        window.until("the account in advance", |state| state.lists.ready().is_some());
        window
    }

    fn mortal(scenario: &str, speed: Speed) -> Self {
        let mut window = Self::begin_again(TempDir::new().unwrap(), speed, Theme::Dark, USUAL);
        window.switch(scenario);
        window
    }

    /// Ends the process, as a kill does: what works is cut off where it is.
    fn kill_and_start(self) -> Self {
        self.kill_and_start_as(Theme::Dark, USUAL)
    }

    fn kill_and_start_as(self, theme: Theme, size: Vec2) -> Self {
        let mut window = Self::begin_again(self.kill(), Speed::Instant, theme, size);
        window.until("what was begun before", |state| !state.setups.is_empty());
        window
    }

    /// Answers the question before this run is undone.
    fn confirm(&mut self, receipt: &Receipt) {
        let asked = ask_to_undo(receipt, receipt.account().label());
        assert!(self.shows(&asked.question.replace('`', "")));
        self.harness.query_all_by_role(Role::TextInput).last().unwrap().focus();
        self.harness.step();
        self.harness.query_all_by_role(Role::TextInput).last().unwrap().type_text(receipt.name());
        self.harness.step();
        self.click(&asked.yes);
    }

    fn apply_choices(&mut self, choices: Choices) {
        self.state_mut().choices = choices;
        self.until("the plan", |state| state.designed.current_plan().is_some());
        self.ask(Command::Apply);
        self.until("the run", |state| state.run.is_some());
    }

    fn finished(&mut self) -> Receipt {
        self.until("the run's end", |state| state.run.as_ref().is_some_and(|run| !run.is_working()));
        self.rest();
        let at = self.state().run.as_ref().unwrap().standing().at;
        assert!(matches!(at, At::Finished | At::Undone), "{at:?}");
        self.receipt()
    }

    fn receipt(&mut self) -> Receipt {
        let path = self.state().run.as_ref().unwrap().receipt.clone().unwrap();
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    }

    fn exported(&mut self) -> Vec<File> {
        self.go(WizardStep::Export);
        self.state().pages.export.files().to_vec()
    }
}

fn choices(auth_mode: AuthMode) -> Choices {
    let mut choices =
        Choices { database: "orders-prod".into(), function: "orders-api".into(), auth_mode, ..Choices::default() };
    choices.proxy.tags.insert("team".into(), "orders".into());
    choices
}

const MODES: [AuthMode; 3] = [AuthMode::StandardIam, AuthMode::Password, AuthMode::EndToEndIam];

/// Every page of a finished set-up, as it was before the restart.
fn stands(window: &mut Window, before: &[File], choices: &Choices) {
    window.rest();
    assert_eq!(&window.state().choices, choices);
    assert!(!window.state().is_validating());
    assert!(!window.shows("locked") || window.state().run.is_some());
    window.go(WizardStep::Check);
    assert!(window.state().checked.ready().is_some());
    assert!(!window.shows("There is no such proxy"));
    assert!(window.shows("passes"));
    assert_eq!(window.exported(), before);
    assert!(window.shows(&format!("Save {} files", before.len())));
    window.go(WizardStep::Review);
    assert!(window.shows("Nothing to change"));
    window.go(WizardStep::Apply);
    assert!(window.shows("Everything is in place") && window.shows("Undo this run…"));
}

#[test]
fn a_finished_run_is_listed_after_a_restart_and_every_page_of_it_stands() {
    for mode in MODES {
        let mut window = Window::mortal("default", Speed::Instant);
        window.apply_choices(choices(mode));
        let receipt = window.finished();
        let before = window.exported();

        window = window.kill_and_start();
        for (button, step) in
            [("Open", WizardStep::Apply), ("Check", WizardStep::Check), ("Export", WizardStep::Export)]
        {
            // Another account stands open: the run leads to its own.
            window.switch("no-permissions");
            window.go(WizardStep::Account);
            assert!(window.shows("Your setups") && window.shows(" done · "), "{mode}");
            window.click(&format!("{button} {}", receipt.name()));
            window.until("its own account and page", |state| state.step() == step && state.run.is_some());
            stands(&mut window, &before, &choices(mode));
        }
    }
}

#[test]
fn undone_after_a_restart_the_way_back_to_review_has_the_plan_again() {
    for mode in MODES {
        let mut window = Window::mortal("default", Speed::Instant);
        window.apply_choices(choices(mode));
        let receipt = window.finished();
        let mut window = window.kill_and_start();
        window.click(&format!("Undo {}", receipt.name()));
        window.confirm(&receipt);
        window.until("undo", |state| state.run.as_ref().is_some_and(|run| run.direction == Direction::Undo));
        let undone = window.finished();
        assert_eq!(undone.state, RunState::Undone);
        window.click("Back to review");
        window.rest();
        assert_eq!(window.state().choices, choices(mode));
        assert!(!window.shows("reading…"));
        let designed = &window.state().designed;
        assert!(!designed.stale && (designed.plan.is_some() || designed.is_blocked()), "{mode}");

        // Looked at, it is the undone run still.
        let mut window = window.kill_and_start();
        assert!(window.shows("undone · "));
        window.click(&format!("Open {}", receipt.name()));
        window.until("the run", |state| state.step() == WizardStep::Apply && state.run.is_some());
        window.rest();
        assert!(window.shows("Undone"));
        assert!(!window.shows("Undo this run…"), "there is nothing to undo any more");
        window.click("Back to review");
        window.rest();
        assert!(!window.state().designed.stale);
    }
}

#[test]
fn a_run_that_was_killed_goes_on_after_a_restart_to_check_and_export() {
    for mode in MODES {
        let mut window = Window::mortal("default", Speed::Times(600));
        window.apply_choices(choices(mode));
        window.until("a step waits", |state| state.run.as_ref().is_some_and(|run| run.is_waiting()));
        let name = window.receipt().name().to_owned();
        let mut window = window.kill_and_start();
        assert!(window.shows("cut off, "));

        // Looked at first: nothing goes on by itself.
        window.click(&format!("Open {name}"));
        window.until("the run", |state| state.step() == WizardStep::Apply && state.run.is_some());
        window.rest();
        assert!(window.shows("Cut off, "), "{mode}");
        assert!(window.shows("Resume") && window.shows("Undo this run…"));
        window.go(WizardStep::Account);

        window.click(&format!("Continue {name}"));
        window.until("it goes on", |state| state.is_running() || state.step() == WizardStep::Apply);
        window.finished();
        let before = window.exported();
        assert!(!before.is_empty());
        stands(&mut window, &before, &choices(mode));
    }
}

#[test]
fn a_failed_run_shows_its_error_again_and_can_be_undone_from_its_page() {
    let mut window = Window::mortal("denied-write", Speed::Instant);
    window.apply_choices(choices(AuthMode::StandardIam));
    window.until("it has failed", |state| state.run.as_ref().is_some_and(|run| !run.is_working()));
    window.rest();
    let name = window.receipt().name().to_owned();
    let mut window = window.kill_and_start();
    window.click(&format!("Open {name}"));
    window.until("the run", |state| state.step() == WizardStep::Apply && state.run.is_some());
    window.rest();
    for said in ["One step failed", "Operation: rds:CreateDBProxy", "Retry from here", "Undo this run…"] {
        assert!(window.shows(said), "{said}");
    }
    assert!(!window.exported().is_empty());
    window.go(WizardStep::Apply);
    window.click("Undo this run…");
    assert!(window.shows("changes of orders-proxy?"));
}

#[test]
fn a_repair_is_taken_up_where_it_belongs() {
    let mut window = Window::mortal(BROKEN, Speed::Instant);
    repair(&mut window);
    let repaired = window.finished();
    assert!(repaired.plan.setup().is_none());

    let mut window = window.kill_and_start();
    window.switch("no-permissions");
    assert!(window.shows("1 of 1 done · "));
    let name = repaired.name().to_owned();
    window.click(&format!("Open {name}"));
    window.until("its run", |state| state.is_validating() && state.validation.part == Part::Run);
    window.rest();
    assert!(window.shows("1 change is made") && window.shows("Undo this run…"));
    assert_eq!(window.state().validation.question.proxy, name);
    window.click("Validate again");
    window.until("it is judged", |state| state.validation.result().is_some());
    let result = window.state().validation.result().unwrap();
    let asked = repaired.plan.as_found().unwrap().function.clone().unwrap();
    assert!(asked.ends_with(&result.question.function.as_ref().unwrap().name));

    let mut window = window.kill_and_start();
    window.click(&format!("Check {name}"));
    window.until("it is judged", |state| state.validation.result().is_some());
    assert_eq!(window.state().validation.part, Part::Findings);

    let mut window = window.kill_and_start();
    window.click(&format!("Undo {name}"));
    window.confirm(&repaired);
    window.until("undo", |state| state.run.as_ref().is_some_and(|run| run.direction == Direction::Undo));
    window.finished();
    assert_eq!(window.state().validation.part, Part::Run);
    window.primary();
    window.until("it is judged", |state| state.validation.result().is_some());
    let verdict = &window.state().validation.result().unwrap().checked.verdict;
    assert!(verdict.finding("sg-db-ingress-proxy").is_some(), "it is as broken as before");
}

/// Mends what is broken in the open account, as it is used by a published version.
fn repair(window: &mut Window) {
    use rds_proxy_wizard::discover::Invoked;
    use rds_proxy_wizard::gui::validation::{Question, ValidationAsk};
    let function = Invoked { name: "orders-checkout".into(), qualifier: None };
    window.state_mut().validation.question = Question::about("orders-proxy".into(), Some(Some(function)), false);
    window.ask(Command::Validate(ValidationAsk::Open));
    window.ask(Command::Validate(ValidationAsk::Run));
    window.until("the proxy is validated", |state| state.validation.result().is_some());
    window.ask(Command::Validate(ValidationAsk::Repair(Wish::Safe)));
    window.ask(Command::ApplyRepair);
    window.until("the run", |state| state.run.is_some());
}

#[test]
fn a_temporary_function_that_was_cut_off_is_called_so_and_is_removed() {
    use rds_proxy_wizard::discover::Invoked;
    use rds_proxy_wizard::gui::proving::{Phase, ProvingAsk};
    use rds_proxy_wizard::gui::validation::{self, Question};
    let mut window = Window::mortal("all-well", Speed::Times(2));
    let function = Invoked { name: "orders-checkout".into(), qualifier: None };
    window.state_mut().validation.question = Question::about("orders-proxy".into(), Some(Some(function)), false);
    window.ask(Command::Validate(validation::ValidationAsk::Open));
    window.ask(Command::Validate(validation::ValidationAsk::Run));
    window.until("the proxy is validated", |state| state.validation.result().is_some());
    window.ask(Command::Prove(ProvingAsk::Review));
    window.until("it is planned", |state| state.proving.reviewed.ready().is_some());
    window.ask(Command::Prove(ProvingAsk::Go));
    window.until("it is being made", |state| {
        state.proving.phase() == Some(Phase::Making)
            && state.proving.run.as_ref().is_some_and(|run| run.standing().done > 0)
    });

    let mut window = window.kill_and_start();
    window.switch("no-permissions");
    assert!(window.shows("still to be removed") && window.shows("Remove it"));
    let name = "orders-proxy";
    window.click(&format!("Open {name}"));
    window.until("its run", |state| state.is_validating() && state.validation.part == Part::Run);
    window.rest();
    assert!(window.shows("The temporary function is still there"));
    assert!(!window.shows("Resume") && !window.shows("Set up again"));
    let path = window.state().run.as_ref().unwrap().receipt.clone().unwrap();
    window.ask(Command::Undo(path));
    window.until("it is removed", |state| state.run.as_ref().is_some_and(|run| run.standing().at == At::Undone));
    window.rest();
    assert!(window.receipt().to_undo().is_empty());
}

fn set_up(receipt: &mut Receipt) -> &mut Setup {
    match &mut receipt.plan.aim {
        Aim::SetUp(setup) => setup,
        aim => panic!("{aim:?}"),
    }
}

#[test]
fn a_receipt_from_before_choices_were_kept_leads_to_the_same_setup() {
    for mode in MODES {
        let mut window = Window::mortal("default", Speed::Instant);
        window.apply_choices(choices(mode));
        let mut receipt = window.finished();
        let path = window.state().run.as_ref().unwrap().receipt.clone().unwrap();
        let before = window.exported();
        set_up(&mut receipt).choices = None;
        std::fs::write(path, serde_json::to_vec(&receipt).unwrap()).unwrap();

        let mut window = window.kill_and_start();
        window.click(&format!("Open {}", receipt.name()));
        window.until("the run", |state| state.step() == WizardStep::Apply && state.run.is_some());
        window.rest();
        assert_eq!(window.exported(), before, "{mode}");
        window.go(WizardStep::Review);
        assert!(window.shows("Nothing to change"), "{mode}");
        let own = &window.state().choices;
        assert_eq!((own.auth_mode, own.proxy.tags.clone()), (mode, choices(mode).proxy.tags));
    }
}

#[test]
fn choices_that_were_not_applied_are_a_draft_without_the_password() {
    const TYPED: &str = "planted-Zq7vRk2m-password";
    let mut window = Window::mortal("large", Speed::Instant);
    window.switch("default");
    let mut chosen = choices(AuthMode::Password);
    chosen.secret.source = SecretSource::Create;
    chosen.secret.password = PasswordSource::Typed;
    window.state_mut().choices = chosen.clone();
    window.go(WizardStep::Secret);
    window.harness.get_by_role_and_label(Role::PasswordInput, "Password").focus();
    window.harness.step();
    window.harness.get_by_role_and_label(Role::PasswordInput, "Password").type_text(TYPED);
    window.harness.step();
    window.state_mut().choices.proxy.max_connections_percent = Some(60);
    chosen.proxy.max_connections_percent = Some(60);
    window.harness.step();
    // Looking at another page is no choice, but it is where to go on.
    window.go(WizardStep::Proxy);
    window.go(WizardStep::Account);

    let mut window = window.kill_and_start();
    window.switch("no-permissions");
    let kept = window.state().setups.clone();
    let [draft] = kept.as_slice() else { panic!("one draft: {kept:?}") };
    assert!(matches!(draft.what, SetupContent::Draft(_)));
    assert!(!std::fs::read_to_string(&draft.path).unwrap().contains(TYPED));
    assert!(window.shows("draft of") && window.shows("orders-prod · orders-api"));
    window.click("Continue orders-proxy");
    window.until("the page it was left on", |state| state.step() == WizardStep::Proxy);
    window.rest();
    assert_eq!(window.state().choices, chosen);
    assert!(window.state().password.is_empty(), "it is asked for again");

    // Once applied it is no draft any more.
    window.state_mut().choices.secret.password = PasswordSource::Generated;
    window.until("the plan", |state| state.designed.current_plan().is_some_and(|plan| !plan.needs_password()));
    window.ask(Command::Apply);
    window.until("the run", |state| state.run.is_some());
    window.finished();
    let window = window.kill_and_start();
    assert!(window.state().setups.iter().all(|kept| matches!(kept.what, SetupContent::Run(_))));
    assert!(!window.shows("draft of"));
}

#[test]
fn a_draft_is_deleted_on_request_and_another_account_leaves_one_behind() {
    let mut window = Window::mortal("default", Speed::Instant);
    window.state_mut().choices = choices(AuthMode::StandardIam);
    window.harness.step();
    window.switch("no-permissions");
    assert!(window.state().choices.database.is_empty());
    window.go(WizardStep::Account);
    window.until("the draft", |state| state.setups.len() == 1);
    window.click("Delete orders-proxy");
    window.click("Delete the file");
    window.until("it is gone", |state| state.setups.is_empty());
    assert!(!window.shows("Your setups"));
}

#[test]
fn what_waits_comes_first_and_what_cannot_be_read_is_named() {
    let mut window = Window::mortal("default", Speed::Instant);
    window.apply_choices(choices(AuthMode::StandardIam));
    window.finished();
    window.switch("denied-write");
    window.apply_choices(choices(AuthMode::StandardIam));
    window.until("it has failed", |state| state.run.as_ref().is_some_and(|run| !run.is_working()));
    window.rest();
    window.switch("default");
    window.apply_choices(Choices { function: "orders-mailer".into(), ..choices(AuthMode::EndToEndIam) });
    window.until("it has ended", |state| state.run.as_ref().is_some_and(|run| !run.is_working()));
    window.rest();
    window.switch("no-permissions");
    window.state_mut().choices = choices(AuthMode::StandardIam);
    window.harness.step();
    let receipts = window.folder.path().join("receipts");
    std::fs::write(receipts.join("half-written.json"), "{ \"version\": 1, ").unwrap();

    let mut window = window.kill_and_start();
    let order: Vec<&str> = window
        .state()
        .setups
        .iter()
        .map(|kept| match &kept.what {
            SetupContent::Run(receipt) if receipt.is_open() => "open",
            SetupContent::Run(_) => "over",
            SetupContent::Draft(_) => "draft",
            SetupContent::Unreadable(_) => "unreadable",
        })
        .collect();
    assert_eq!(order.first(), Some(&"open"), "{order:?}");
    let mut sorted = order.clone();
    sorted.sort_by_key(|kind| ["open", "draft", "unreadable", "over"].iter().position(|known| known == kind));
    assert_eq!(order, sorted);
    assert!(window.shows("half-written.json, cannot be read: "));

    // More than four are searched.
    window.harness.get_by_role_and_label(Role::TextInput, "Search your setups").focus();
    window.harness.step();
    window.harness.get_by_role_and_label(Role::TextInput, "Search your setups").type_text("half");
    window.harness.step();
    window.harness.step();
    assert!(window.shows("half-written.json") && !window.shows("Continue orders-proxy"));
}

#[test]
fn theme_zoom_and_account_of_the_last_time_are_there_again() {
    let mut window = Window::mortal("denied-write", Speed::Instant);
    window.apply_choices(choices(AuthMode::StandardIam));
    window.until("it has failed", |state| state.run.as_ref().is_some_and(|run| !run.is_working()));
    window.harness.ctx.set_theme(ThemePreference::Light);
    window.harness.ctx.set_zoom_factor(1.2);
    window.harness.step();
    window.harness.step();
    // The harness gives its window a theme of its own; this one has only what was kept.
    let accounts = Accounts::in_folder(window.folder.path().to_owned());
    let bare = egui::Context::default();
    drop(App::new(&bare, accounts, runtime()));
    assert_eq!(bare.options(|options| options.theme_preference), ThemePreference::Light);
    let window = window.kill_and_start();
    assert!((window.harness.ctx.zoom_factor() - 1.2).abs() < 0.001);
    let source = window.harness.state().state.source.clone();
    assert_eq!(source, Some(Source::Practice { scenario: "denied-write".into() }));
}

/// A profile whose session has ended, chosen as the account.
fn expired(window: &mut Window) -> Report {
    let report = Report::new(Kind::Input, "`sts:GetCallerIdentity` failed")
        .because("ExpiredToken: the SSO session has ended")
        .hint("Sign in again, then retry:")
        .with_copy("aws sso login --profile acme");
    let now = Instant::now();
    let state = window.state_mut();
    let profile =
        Profile { name: "acme".into(), kind: ProfileKind::Sso, region: None, sso_session: None, mfa_serial: None };
    let asked = state.profiles.ask(now);
    state.profiles.answer(asked, Ok(vec![profile]), now);
    state.leave_account();
    state.connection.clear();
    state.source = Some(Source::Profile { name: Some("acme".into()) });
    state.go(WizardStep::Account);
    report
}

#[test]
fn an_account_that_does_not_open_says_so_and_has_ways_on() {
    let mut window = Window::mortal("default", Speed::Instant);
    let report = expired(&mut window);
    let since = Instant::now() - Duration::from_secs(7);
    let asked = window.state_mut().connection.ask(since);
    window.harness.step();
    window.harness.step();
    assert!(window.shows("acme is being opened: sts:GetCallerIdentity has not answered for"));

    window.state_mut().connection.answer(asked, Err(report), Instant::now());
    window.harness.step();
    window.harness.step();
    assert!(window.shows("aws sso login --profile acme") && window.shows("Try again"));
    // The way on opens it once more: the session may have been renewed.
    window.primary();
    assert!(window.state().connection.waiting(Instant::now()).is_some() || window.state().connection.error().is_some());
    assert_eq!(window.state().step(), WizardStep::Account);

    let since = Instant::now() - Duration::from_secs(7);
    window.state_mut().connection.ask(since);
    window.harness.step();
    window.harness.step();
    window.click("Cancel");
    assert!(window.state().source.is_none() && !window.shows("is being opened"));
    window.primary();
    assert!(window.shows("No account is open"));
}

#[test]
fn a_run_of_an_account_that_nobody_leads_to_says_what_to_do() {
    let mut window = Window::mortal("default", Speed::Instant);
    window.apply_choices(choices(AuthMode::StandardIam));
    let mut receipt = window.finished();
    let path = window.state().run.as_ref().unwrap().receipt.clone().unwrap();
    set_up(&mut receipt).account.mode = Mode::Live;
    set_up(&mut receipt).account.id = "482177301156".into();
    set_up(&mut receipt).account.alias = Some("acme-prod".into());
    std::fs::write(path, serde_json::to_vec(&receipt).unwrap()).unwrap();
    let mut window = window.kill_and_start();
    window.click(&format!("Open {}", receipt.name()));
    window.until("an answer", |state| state.run_error.is_some());
    assert!(window.shows("None of your profiles leads to the account acme-prod now"));
    assert!(window.state().run.is_none() && window.state().seeking.is_none());
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    let mut window = Window::mortal("default", Speed::Instant);
    window.apply_choices(choices(AuthMode::StandardIam));
    window.finished();
    window.switch("denied-write");
    window.apply_choices(choices(AuthMode::StandardIam));
    window.until("it has failed", |state| state.run.as_ref().is_some_and(|run| !run.is_working()));
    window.rest();
    window.switch("no-permissions");
    window.state_mut().choices = Choices { database: "search-prod".into(), ..choices(AuthMode::StandardIam) };
    window.harness.step();
    for (nth, (size, at)) in
        [(vec2(900.0, 600.0), "small"), (USUAL, "usual"), (vec2(1440.0, 900.0), "wide")].into_iter().enumerate()
    {
        for (theme, name) in [(Theme::Dark, "dark"), (Theme::Light, "light")] {
            if nth == 2 && theme == Theme::Dark {
                let receipts = window.folder.path().join("receipts");
                std::fs::write(receipts.join("half-written.json"), "{ \"version\": 1, ").unwrap();
                let left = window.folder.path().join("settings.json");
                std::fs::remove_file(left).unwrap();
            }
            std::fs::remove_file(window.folder.path().join("settings.json")).ok();
            window = window.kill_and_start_as(theme, size);
            window.save(&format!("setups-{at}-{name}"));
        }
    }
}
