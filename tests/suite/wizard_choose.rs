//! The pages that choose and name, walked by label on the practice account.
//! `cargo test --test suite wizard_choose -- --ignored` writes them as pictures to `target/looks/`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use eframe::egui::{Key, Modifiers, Theme, Vec2, accesskit::Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rds_proxy_wizard::accounts::Source;
use rds_proxy_wizard::domain::account::{Account, Mode, Profile, ProfileKind};
use rds_proxy_wizard::domain::choices::{PasswordSource, SecretSource};
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::domain::setup::SecretSetup;
use rds_proxy_wizard::gui::app::App;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::state::State;
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::practice::Speed;
use rds_proxy_wizard::report::{Kind, Report};

use crate::app_window::Window as Opened;

type Window = Harness<'static, App>;

/// A window on an empty state folder, with no credentials to find.
fn window(theme: Theme) -> (Window, tempfile::TempDir) {
    window_of(theme, vec2(1280.0, 800.0))
}

fn window_of(theme: Theme, size: Vec2) -> (Window, tempfile::TempDir) {
    window_in(tempfile::tempdir().unwrap(), theme, size)
}

fn window_in(folder: tempfile::TempDir, theme: Theme, size: Vec2) -> (Window, tempfile::TempDir) {
    let Opened { harness, folder, .. } = Opened::over(folder, Speed::Instant, theme, size);
    (harness, folder)
}

/// Draws until the state is as wanted.
fn until(window: &mut Window, what: &str, wanted: impl Fn(&State) -> bool) {
    let start = Instant::now();
    while !wanted(&window.state().state) {
        let problems = &window.state().state.designed.problems;
        assert!(start.elapsed() < Duration::from_secs(20), "never came to pass: {what}; problems: {problems:?}");
        std::thread::sleep(Duration::from_millis(10));
        window.step();
    }
    window.step();
    window.step();
}

fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.step();
    window.step();
}

fn primary(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.step();
    window.step();
}

/// The practice account, chosen in advance, is open and listed.
fn opened(theme: Theme) -> (Window, tempfile::TempDir) {
    let (mut window, folder) = window(theme);
    until(&mut window, "the practice account is chosen in advance", |state| state.connection().is_some());
    until(&mut window, "its lists are read", |state| state.lists.ready().is_some() && state.offers.ready().is_some());
    (window, folder)
}

fn at_secret(theme: Theme) -> (Window, tempfile::TempDir) {
    let (mut window, folder) = opened(theme);
    primary(&mut window);
    pick(&mut window, "Filter databases", "orders-prod");
    primary(&mut window);
    pick(&mut window, "Filter functions", "orders-api");
    until(&mut window, "the account is read", |state| state.observed.ready().is_some() && state.designed.version > 0);
    primary(&mut window);
    assert_eq!(window.state().state.step(), WizardStep::Secret);
    (window, folder)
}

/// Replaces what stands in a field.
fn retype(window: &mut Window, label: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, label).focus();
    window.step();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.step();
    window.get_by_role_and_label(Role::TextInput, label).type_text(text);
    window.step();
}

/// Types into a filter and takes the first row by keyboard alone.
fn pick(window: &mut Window, filter: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, filter).type_text(text);
    window.step();
    window.key_press(Key::Enter);
    window.step();
    window.step();
}

#[test]
fn without_credentials_the_practice_account_is_chosen_and_the_choose_pages_go_by_keyboard() {
    let (mut window, _folder) = opened(Theme::Dark);
    assert!(window.state().state.is_practice());
    primary(&mut window);
    assert_eq!(window.state().state.step(), WizardStep::Database);
    // Nothing chosen: the button stays usable and says what is missing.
    primary(&mut window);
    assert_eq!(window.state().state.step(), WizardStep::Database);
    window.get_by_label("Choose a database first");
    // The focus is in the filter from the start.
    pick(&mut window, "Filter databases", "orders-prod");
    assert_eq!(window.state().state.choices.database, "orders-prod");
    primary(&mut window);
    pick(&mut window, "Filter functions", "orders-api");
    assert_eq!(window.state().state.choices.function, "orders-api");
}

#[test]
fn a_database_that_cannot_have_a_proxy_stays_listed_and_cannot_be_picked() {
    let (mut window, _folder) = opened(Theme::Light);
    primary(&mut window);
    let blocked = window
        .state()
        .state
        .lists
        .value()
        .unwrap()
        .databases
        .iter()
        .find(|database| rds_proxy_wizard::design::eligibility::of_database(database, None).is_err());
    let blocked = blocked.unwrap().id.clone();
    pick(&mut window, "Filter databases", &blocked);
    assert_eq!(window.state().state.choices.database, "", "{blocked} was picked");
}

#[test]
fn the_secret_page_changes_mode_user_name_password_and_key() {
    let (mut window, _folder) = at_secret(Theme::Dark);
    let field = |window: &Window, label: &str| window.get_by_role_and_label(Role::TextInput, label).value();
    assert_eq!(field(&window, "Database user").as_deref(), Some("orders_app"));

    window.get_by_role_and_label(Role::TextInput, "Secret name").focus();
    window.step();
    window.get_by_role_and_label(Role::TextInput, "Secret name").type_text(" 2");
    until(&mut window, "the name is refused", |state| {
        state.designed.problem_with("secret.name").is_some_and(|problem| problem.suggestion.is_some())
    });
    // The cure is a link that sets the value.
    let cure = window.state().state.designed.problem_with("secret.name").unwrap().suggestion.clone().unwrap();
    click(&mut window, &format!("Use {cure}"));
    until(&mut window, "the name is free", |state| state.designed.current_plan().is_some());
    assert_eq!(window.state().state.choices.secret.name.as_deref(), Some(cure.as_str()));

    click(&mut window, "Type a password");
    assert_eq!(window.state().state.choices.secret.password, PasswordSource::Typed);
    window.get_by_role_and_label(Role::PasswordInput, "Password").focus();
    window.step();
    window.get_by_role_and_label(Role::PasswordInput, "Password").type_text("planted-7Qx");
    window.step();
    assert!(!window.state().state.password.is_empty());

    let mode = window
        .get_all_by_role(Role::RadioButton)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with("End-to-end IAM")));
    mode.unwrap().click();
    until(&mut window, "the design follows", |state| {
        state.designed.setup.as_ref().is_some_and(|setup| setup.secret == SecretSetup::None)
    });
    assert_eq!(window.state().state.choices.auth_mode, AuthMode::EndToEndIam);
}

#[test]
fn a_secret_can_be_reused_and_each_source_keeps_its_own_name() {
    let (mut window, _folder) = at_secret(Theme::Light);
    // A name that is taken leads to reusing what has it.
    retype(&mut window, "Secret name", "orders/app");
    assert_eq!(window.state().state.choices.secret.name.as_deref(), Some("orders/app"));
    until(&mut window, "the name is taken", |state| state.designed.problem_with("secret.name").is_some());
    click(&mut window, "Reuse it");
    assert_eq!(window.state().state.choices.secret.source, SecretSource::Reuse);
    assert_eq!(window.state().state.choices.secret.name.as_deref(), Some("orders/app"));
    click(&mut window, "Secret: Create");
    let count = window.state().state.offers.value().unwrap().secrets.items().iter().filter(|s| !s.deleted).count();
    click(&mut window, &format!("Secret: Reuse one of {count}"));
    assert_eq!(window.state().state.choices.secret.source, SecretSource::Reuse);
    click(&mut window, "Secret to reuse: orders/app");
    window.get_by_role_and_label(Role::TextInput, "Secret to reuse").type_text("billing");
    window.step();
    window.key_press(Key::Enter);
    window.step();
    window.step();
    let name = window.state().state.choices.secret.name.clone().unwrap();
    assert!(name.contains("billing"), "{name}");
    click(&mut window, "Look inside once to check its shape");
    until(&mut window, "the shape is read", |state| {
        state.observed.ready().is_some_and(|observed| observed.secret_shape.present().is_some())
    });
    click(&mut window, "Secret: Create");
    assert_eq!(window.state().state.choices.secret.name.as_deref(), None);
    click(&mut window, &format!("Secret: Reuse one of {count}"));
    assert_eq!(window.state().state.choices.secret.name, Some(name));
}

#[test]
fn the_role_page_names_the_role_and_shows_its_policies() {
    let (mut window, _folder) = at_secret(Theme::Dark);
    primary(&mut window);
    assert_eq!(window.state().state.step(), WizardStep::Role);
    let code = |window: &Window| window.get_by_role(Role::Code).accesskit_node().label().unwrap_or_default();
    assert!(code(&window).contains("secretsmanager:GetSecretValue"), "{}", code(&window));
    click(&mut window, "Trust");
    assert!(code(&window).contains("rds.amazonaws.com"));
    click(&mut window, "Path and tags");
    window.get_by_role_and_label(Role::TextInput, "Path").focus();
    window.step();
    window.get_by_role_and_label(Role::TextInput, "Path").type_text("service");
    until(&mut window, "the path is refused", |state| state.designed.problem_with("role.path").is_some());
    window.get_by_label("Use /service/").scroll_to_me();
    window.step();
    window.step();
    click(&mut window, "Use /service/");
    until(&mut window, "the path is taken", |state| {
        state.designed.setup.as_ref().is_some_and(|setup| setup.role.path == "/service/")
    });
}

#[test]
fn a_stopped_run_is_offered_at_the_next_start_in_its_own_account() {
    let (mut window, folder) = opened(Theme::Dark);
    let source = Source::Practice { scenario: "denied-write".into() };
    window.state_mut().ask(Command::Open { source: source.clone(), region: None });
    window.step();
    until(&mut window, "the scenario is open", |state| {
        state.source.as_ref() == Some(&source) && state.lists.ready().is_some()
    });
    let choices = &mut window.state_mut().state.choices;
    choices.database = "orders-prod".into();
    choices.function = "orders-api".into();
    until(&mut window, "there is a plan", |state| state.designed.current_plan().is_some());
    window.state_mut().ask(Command::Apply);
    until(&mut window, "the run has failed", |state| state.run.as_ref().is_some_and(|run| !run.is_working()));
    drop(window);

    // The next start offers it; another practice account is open.
    let (mut window, _folder) = window_in(folder, Theme::Light, vec2(1280.0, 800.0));
    until(&mut window, "the stopped run is found", |state| state.setups.len() == 1);
    until(&mut window, "the account of the last time is open", |state| state.connection().is_some());
    let other = Source::Practice { scenario: "default".into() };
    window.state_mut().ask(Command::Open { source: other.clone(), region: None });
    window.step();
    until(&mut window, "another account is open", |state| {
        state.source.as_ref() == Some(&other) && state.lists.ready().is_some()
    });
    save_if_asked(&mut window, "choose-run");
    click(&mut window, "Undo orders-proxy");
    window.get_by_label_contains("changes of orders-proxy?");
    window.key_press(Key::Escape);
    window.step();
    window.step();
    click(&mut window, "Continue orders-proxy");
    until(&mut window, "the run goes on in its own account", |state| {
        state.step() == WizardStep::Apply && state.source.as_ref() == Some(&source)
    });
}

fn save_if_asked(window: &mut Window, name: &str) {
    if std::env::var_os("LOOK").is_some() {
        save(window, name);
    }
}

fn save(window: &mut Window, name: &str) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/looks");
    std::fs::create_dir_all(&folder).unwrap();
    window.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let (mut window, _folder) = opened(theme);
        save(&mut window, &format!("choose-account-{name}"));
        primary(&mut window);
        save(&mut window, &format!("choose-database-empty-{name}"));
        pick(&mut window, "Filter databases", "orders-prod");
        window.get_by_role_and_label(Role::TextInput, "Filter databases").focus();
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.step();
        window.key_press(Key::Backspace);
        until(&mut window, "observed", |state| state.observed.ready().is_some());
        save(&mut window, &format!("choose-database-{name}"));
        primary(&mut window);
        pick(&mut window, "Filter functions", "orders");
        until(&mut window, "designed", |state| state.observed.ready().is_some() && state.designed.version > 0);
        save(&mut window, &format!("choose-function-{name}"));
        window.get_by_role_and_label(Role::TextInput, "Filter functions").focus();
        window.get_by_role_and_label(Role::TextInput, "Filter functions").type_text("-mailer");
        window.step();
        window.key_press(Key::Enter);
        window.step();
        until(&mut window, "designed", |state| state.observed.ready().is_some());
        save(&mut window, &format!("choose-mailer-{name}"));
        primary(&mut window);
        until(&mut window, "designed", |state| state.designed.current_plan().is_some());
        save(&mut window, &format!("choose-secret-{name}"));
        primary(&mut window);
        save(&mut window, &format!("choose-role-{name}"));
    }
}

/// Profiles in every state that a card can show, and a run that stopped.
fn profiles(window: &mut Window) {
    let now = Instant::now();
    let state = &mut window.state_mut().state;
    let profile = |name: &str, kind, region: &str| Profile {
        name: name.into(),
        kind,
        region: Some(region.into()),
        sso_session: None,
        mfa_serial: None,
    };
    let all = vec![
        profile("acme-prod-admin", ProfileKind::Sso, "eu-west-1"),
        profile("acme-staging", ProfileKind::Sso, "eu-west-1"),
        profile("acme-audit", ProfileKind::AssumeRole, "eu-central-1"),
        profile("default", ProfileKind::AccessKey, "us-east-1"),
    ];
    let question = state.profiles.ask(now);
    state.profiles.answer(question, Ok(all), now);
    let account = |id: &str, alias: &str, principal: &str| Account {
        id: id.into(),
        alias: Some(alias.into()),
        partition: "aws".into(),
        region: "eu-west-1".into(),
        principal: principal.into(),
        mode: Mode::Live,
    };
    let role = "arn:aws:sts::482177301156:assumed-role/AWSReservedSSO_PlatformEngineer_0a1b2c/mara.lind";
    let expired = Report::new(Kind::Input, "`sts:GetCallerIdentity` failed")
        .because("ExpiredToken: the SSO session has ended")
        .hint("Sign in again, then retry:")
        .with_copy("aws sso login --profile acme-staging");
    let refused = Report::new(Kind::Aws, "`sts:GetCallerIdentity` failed")
        .because("InvalidClientTokenId: The security token included in the request is invalid.")
        .hint("Change the value that AWS names, then try again.");
    let answers = [
        ("acme-prod-admin", Ok(account("482177301156", "acme-prod", role))),
        ("acme-staging", Err(expired)),
        ("acme-audit", Ok(account("482177301156", "acme-prod", "arn:aws:sts::1:assumed-role/SecurityAudit/mara.lind"))),
        ("default", Err(refused)),
    ];
    for (name, answer) in answers {
        let known = state.identities.entry(name.to_owned()).or_default();
        let question = known.ask(now);
        known.answer(question, answer, now);
    }
    window.step();
    window.step();
}

#[test]
fn an_ended_session_offers_to_sign_in_and_a_refused_key_says_how_to_repair_it() {
    let (mut window, _folder) = opened(Theme::Dark);
    profiles(&mut window);
    window.get_by_label("Sign in profile acme-staging");
    window.get_by_label("sign in again");
    click(&mut window, "Show how to repair it");
    window.get_by_label_contains("InvalidClientTokenId");
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look_more() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let (mut window, _folder) = opened(theme);
        profiles(&mut window);
        click(&mut window, "Show how to repair it");
        save(&mut window, &format!("choose-profiles-{name}"));
        window.key_press(Key::F1);
        window.step();
        window.step();
        save(&mut window, &format!("choose-help-{name}"));
        window.key_press(Key::Escape);
        window.step();
        window.step();
        let scenario = Command::Open { source: Source::Practice { scenario: "no-permissions".into() }, region: None };
        window.state_mut().ask(scenario);
        window.step();
        until(&mut window, "listed", |state| state.lists.ready().is_some() && state.offers.ready().is_some());
        primary(&mut window);
        pick(&mut window, "Filter databases", "orders-prod");
        until(&mut window, "observed", |state| state.observed.ready().is_some());
        save(&mut window, &format!("choose-denied-{name}"));
    }
    let (mut window, _folder) = window_of(Theme::Dark, vec2(900.0, 600.0));
    until(&mut window, "listed", |state| state.lists.ready().is_some() && state.offers.ready().is_some());
    save(&mut window, "choose-small-account");
    primary(&mut window);
    pick(&mut window, "Filter databases", "orders-prod");
    until(&mut window, "observed", |state| state.observed.ready().is_some());
    save(&mut window, "choose-small-database");
    primary(&mut window);
    pick(&mut window, "Filter functions", "orders-mailer");
    until(&mut window, "designed", |state| state.designed.current_plan().is_some());
    save(&mut window, "choose-small-function");
    primary(&mut window);
    click(&mut window, "Secret: RDS-managed");
    save(&mut window, "choose-small-secret");
    click(&mut window, "Secret: Create");
    primary(&mut window);
    click(&mut window, "Path and tags");
    save(&mut window, "choose-small-role");
}
