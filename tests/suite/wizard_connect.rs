//! The Connect page: this machine and the function side by side, walked by label over the practice account.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use eframe::egui::accesskit::Role;
use eframe::egui::{Theme, vec2};
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::save::{ReportFormat, What, text};
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::gui::validation::{Part, ValidationAsk};
use rds_proxy_wizard::probe::{Stage, StageVerdict};

use crate::app_window::{USUAL, Window};

impl Window {
    fn at_connect(scenario: &str, theme: Theme, size: eframe::egui::Vec2) -> Self {
        let mut window = Self::validated(scenario, theme, size);
        window.harness.state_mut().ask(Command::Validate(ValidationAsk::Show(Part::Connect)));
        window.steps();
        window
    }

    /// This machine's lane: the proxy is private.
    fn not_from_here(&mut self) {
        self.primary();
        self.until("it was tried", |state| state.attempt.ready().is_some());
        assert_eq!(self.state().attempt.ready().unwrap().verdict, StageVerdict::NotReachable);
    }

    /// From the lanes to the answer of a temporary function.
    fn prove(&mut self) {
        self.click("Through the function");
        self.until("the plan is there", |state| state.proving.reviewed.ready().is_some());
        self.click("Make, ask, remove");
        self.until("it is over", |state| !state.is_running());
        self.harness.run();
    }
}

#[test]
fn not_reachable_from_here_leads_to_the_function_which_is_reviewed_made_asked_and_removed() {
    let mut window = Window::at_connect("all-well", Theme::Light, USUAL);
    let connection = window.state().connection().unwrap().clone();
    let functions = || tokio::runtime::Runtime::new().unwrap().block_on(connection.reader().functions()).unwrap();
    let before = functions();
    window.not_from_here();
    assert!(window.shows("Not reachable from here"));
    window.click("Through the function");
    window.until("the plan is there", |state| state.proving.reviewed.ready().is_some());
    // What is made, what it is asked, its source, and that it goes again; nothing is made yet.
    for words in ["lambda:CreateFunction", "logs:CreateLogGroup", "signed inside", "def handler", "always removed"] {
        assert!(window.shows(words), "{words}");
    }
    assert_eq!(functions().len(), before.len());
    window.click("Make, ask, remove");
    window.until("it is over", |state| !state.is_running());
    window.harness.run();
    let proof = window.state().proving.proof.ready().unwrap();
    assert_eq!(proof.verdict, StageVerdict::Passed, "{proof:#?}");
    assert!(window.shows("It connects, through orders-checkout"));
    assert!(window.shows("From this machine there is no way in"));
    assert!(window.shows("Certificate") && window.shows("not needed: the chain is public"));
    assert!(window.state().proving.left.is_none());
    assert_eq!(functions(), before, "nothing is left of it");
}

#[test]
fn each_scenario_fails_in_the_function_s_lane_as_its_description_says() {
    for (scenario, stage) in [
        ("broken-proxy-door", Stage::Tcp),
        ("broken-dns-off", Stage::Resolve),
        ("broken-no-connect", Stage::Login),
        ("broken-iam-off", Stage::Login),
        ("broken-closed-door", Stage::Query),
    ] {
        let mut window = Window::at_connect(scenario, Theme::Dark, USUAL);
        window.not_from_here();
        window.prove();
        let proof = window.state().proving.proof.ready().unwrap();
        assert_eq!(proof.stopped_at().unwrap().stage, stage, "{scenario}: {proof:#?}");
        assert!(window.shows(&format!("From orders-checkout it stops at {}", stage.title())), "{scenario}");
    }
}

#[test]
fn the_function_itself_is_called_with_consent_and_its_error_is_read() {
    let mut window = Window::at_connect("broken-no-connect", Theme::Light, USUAL);
    window.click("Call it…");
    assert!(window.shows("Call orders-checkout"));
    assert!(window.state().proving.called.is_unasked(), "nobody calls it unasked");
    window.click("Call it");
    window.until("it has answered", |state| state.proving.called.ready().is_some());
    window.harness.run();
    for words in ["The function failed", "asks for an IAM token", "billed", "REPORT RequestId", "58 of"] {
        assert!(window.shows(words), "{words}");
    }
    // A payload that is not JSON is said at its field, and nothing can be called with it.
    let payload = window.harness.get_by_role_and_label(Role::TextInput, "Payload");
    payload.focus();
    window.steps();
    window.harness.get_by_role_and_label(Role::TextInput, "Payload").type_text("{oops");
    window.steps();
    assert!(window.shows("the payload is not JSON"));
}

#[test]
fn both_doors_lead_to_the_same_page() {
    let mut window = Window::at_connect("all-well", Theme::Light, USUAL);
    window.harness.state_mut().state.choices.database = "orders-prod".into();
    window.harness.state_mut().state.choices.function = "orders-checkout".into();
    window.harness.state_mut().state.choices.proxy.name = Some("orders-proxy".into());
    window.harness.state_mut().ask(Command::Go(WizardStep::Check));
    window.until("it is checked", |state| state.checked.ready().is_some());
    window.click("Connect from here");
    window.not_from_here();
    window.prove();
    assert!(window.shows("It connects, through orders-checkout"));
    window.click("Back to the check");
    assert!(!window.state().is_validating());
}

#[test]
fn a_tunnel_s_line_is_exact_and_in_practice_leads_in() {
    let mut window = Window::at_connect("all-well", Theme::Light, USUAL);
    window.harness.get_by_role_and_label(Role::TextInput, "Open a tunnel through (optional)").focus();
    window.steps();
    window.harness.get_by_role_and_label(Role::TextInput, "Open a tunnel through (optional)").type_text("i-0abc");
    window.steps();
    assert!(
        window
            .shows("aws ssm start-session --target i-0abc --document-name AWS-StartPortForwardingSessionToRemoteHost")
    );
    window.primary();
    window.until("it was tried", |state| state.attempt.ready().is_some());
    assert_eq!(window.state().attempt.ready().unwrap().verdict, StageVerdict::Passed);
}

impl Window {
    fn at_user(scenario: &str, theme: Theme, size: eframe::egui::Vec2) -> Self {
        let mut window = Self::validated(scenario, theme, size);
        window.harness.state_mut().ask(Command::Validate(ValidationAsk::Show(Part::User)));
        window.steps();
        window
    }

    fn password(&mut self, field: &str, password: &str) {
        self.harness.get_by_role_and_label(Role::PasswordInput, field).focus();
        self.steps();
        self.harness.get_by_role_and_label(Role::PasswordInput, field).type_text(password);
        self.steps();
    }

    fn visited(&mut self) {
        self.until("the visit is over", |state| !state.is_running() && state.proving.visited.ready().is_some());
        self.harness.run();
    }
}

const TUNNEL: &str = "Open a tunnel through (optional)";

#[test]
fn what_could_carry_a_tunnel_is_picked_from_a_list_and_the_tunnel_stays_open_until_it_is_ended() {
    let mut window = Window::at_connect("all-well", Theme::Light, USUAL);
    window.click("Use a tunnel…");
    window.until("the list is there", |state| state.tunnelling.candidates.ready().is_some());
    window.steps();
    window.click("Open a tunnel through: Choose what carries it");
    window.steps();
    assert!(window.shows("It stands in vpc-") && window.shows("does not reach it: ConnectionLost"));
    assert!(window.shows("It runs without ECS Exec"));
    window.harness.get_by_label_contains("acme-bastion, instance").click();
    window.steps();
    window.click("Open the tunnel");
    window.until("it is open", |state| state.tunnelling.tunnel.ready().is_some());
    window.steps();
    let via = window.state().tunnelling.tunnel.ready().unwrap().via.clone();
    assert!(window.shows("Open since") && window.shows(&via.to_string()));
    assert!(window.shows(&format!("jdbc:mysql://{via}/")), "the lines dial its near end");
    // More than one attempt goes through it.
    for again in 0..2 {
        window.primary();
        window.until("it was tried", |state| state.attempt.ready().is_some());
        let attempt = window.state().attempt.ready().unwrap();
        assert_eq!((attempt.verdict, attempt.target.via.as_ref()), (StageVerdict::Passed, Some(&via)), "{again}");
    }
    window.click("End the tunnel");
    window.steps();
    assert!(window.state().tunnelling.tunnel.ready().is_none() && !window.shows("Open since"));
}

#[test]
fn a_tunnel_ends_once_another_proxy_is_looked_at() {
    let mut window = Window::at_connect("all-well", Theme::Light, USUAL);
    window.harness.get_by_role_and_label(Role::TextInput, "Open a tunnel through (optional)").focus();
    window.steps();
    window.harness.get_by_role_and_label(Role::TextInput, "Open a tunnel through (optional)").type_text("i-0abc");
    window.steps();
    window.primary();
    window.until("it is open", |state| state.tunnelling.tunnel.ready().is_some());
    window.harness.state_mut().ask(Command::Validate(ValidationAsk::Leave));
    window.until("it has ended", |state| state.tunnelling.tunnel.ready().is_none());
}

#[test]
fn both_lanes_are_saved_as_a_report_without_a_secret() {
    let mut window = Window::at_connect("all-well", Theme::Light, USUAL);
    window.not_from_here();
    window.prove();
    window.click("Save report");
    window.steps();
    let report = |window: &Window, format| text(window.state(), What::Connection(format)).unwrap().unwrap();
    let markdown = report(&window, ReportFormat::Markdown);
    for words in [
        "From this machine: not from here",
        "From where `orders-checkout` stands: passed",
        "| TLS |",
        "Certificate for",
    ] {
        assert!(markdown.contains(words), "{words}: {markdown}");
    }
    let json: serde_json::Value = serde_json::from_str(&report(&window, ReportFormat::Json)).unwrap();
    assert_eq!(json["proxy"], "orders-proxy");
    let printed = serde_json::to_value(window.state().attempt.ready().unwrap()).unwrap();
    for (key, value) in printed.as_object().unwrap() {
        assert_eq!(&json["lanes"][0][key], value, "{key} is as `connect --format json` prints it");
    }
    assert_eq!(json["lanes"][1]["function"], "orders-checkout");
    assert!(!markdown.contains("X-Amz-Signature"));
    window.click("Format: JSON");
    let place = &window.state().saving.as_ref().unwrap().place;
    assert!(place.ends_with("orders-proxy-connection.json"), "{place}");
}

#[test]
fn the_database_user_is_shown_with_its_trap_looked_at_and_run_with_consent() {
    let mut window = Window::at_user("all-well", Theme::Light, USUAL);
    assert!(window.shows("The database must know orders_app"));
    assert!(window.shows("CREATE USER 'orders_app'@'%' IDENTIFIED BY 'PASSWORD-OF-THE-SECRET';"));
    assert!(window.shows("Leave the IAM plugin out here") && window.shows("AWSAuthenticationPlugin AS 'RDS'"));
    assert!(window.shows("With end-to-end IAM it would be"));
    // What no login has told is unknown.
    assert!(window.shows("unknown: Whether orders_app exists"));
    window.click("Rights: Read");
    assert!(window.shows("GRANT SELECT ON `orders`.* TO"));
    window.write(TUNNEL, "i-0abc");
    window.password("Password, typed now", "n0t-to-be-seen");
    window.click("Only look");
    window.visited();
    assert!(window.shows("orders_app logs in with a password"), "it was looked at");
    assert!(!window.shows("The database knows the user"), "nothing was made");

    // Without the passwords it says what is missing; with them it asks, and forgets them.
    window.clear("User");
    window.write("User", "new_app");
    window.primary();
    window.click("Run it");
    window.until("it is refused", |state| state.proving.visited.error().is_some());
    for field in ["Password, typed now", "New password of the user"] {
        window.password(field, "n0t-to-be-seen");
    }
    window.primary();
    window.click("Run it");
    window.visited();
    assert!(window.shows("The database knows the user") && !window.shows("n0t-to-be-seen"));
    assert!(window.shows("new_app logs in with a password"));

    // What this run has made can be taken away, with a question and the password again.
    window.click("Take new_app away again…");
    window.harness.run();
    assert!(window.shows("Take new_app away from orders-prod?"));
    window.click("Take it away");
    window.until("it is refused", |state| state.proving.visited.error().is_some());
}

#[test]
fn the_database_user_is_visited_from_inside_after_a_review() {
    let mut window = Window::at_user("all-well", Theme::Dark, USUAL);
    let connection = window.state().connection().unwrap().clone();
    let functions = || tokio::runtime::Runtime::new().unwrap().block_on(connection.reader().functions()).unwrap();
    let before = functions();
    let arn = window.state().seen().unwrap().proxy_secrets[0].arn.clone();
    window.click("From where: Inside the VPC");
    window.write("Secret of somebody who may make users", &arn);
    window.click("Only look");
    window.until("the plan is there", |state| state.proving.reviewed.ready().is_some());
    window.harness.run();
    for words in ["lambda:CreateFunction", "orders-checkout-exec may not read the secret", "writes nothing"] {
        assert!(window.shows(words), "{words}");
    }
    assert_eq!(functions().len(), before.len(), "nothing is made yet");
    window.click("Make, ask, remove");
    window.visited();
    let visit = window.state().proving.visited.ready().unwrap();
    assert_eq!(visit.attempt.stopped_at().unwrap().stage, Stage::Token, "{visit:#?}");
    assert!(window.shows("unknown: Whether orders_app exists"), "what was not read stays unknown");
    assert_eq!(functions(), before, "nothing is left of it");
}

/// Pictures, for people: `--ignored`.
#[test]
#[ignore = "draws pictures"]
fn connect_looks() {
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (size, wide) in [(USUAL, ""), (vec2(900.0, 600.0), "-small"), (vec2(1440.0, 900.0), "-wide")] {
            let mut window = Window::at_connect("all-well", theme, size);
            window.save(&format!("lanes{wide}-{name}-0"));
            window.not_from_here();
            window.save(&format!("lanes{wide}-{name}-1"));
            window.click("Through the function");
            window.until("the plan is there", |state| state.proving.reviewed.ready().is_some());
            window.harness.run();
            window.save(&format!("lanes{wide}-{name}-2-review"));
            window.click("Make, ask, remove");
            window.until("it is over", |state| !state.is_running());
            window.harness.run();
            window.save(&format!("lanes{wide}-{name}-3-proven"));
            window.click("Use a tunnel…");
            window.until("the list is there", |state| state.tunnelling.candidates.ready().is_some());
            window.steps();
            window.save(&format!("lanes{wide}-{name}-tunnel-0"));
            window.click("Open a tunnel through: Choose what carries it");
            window.steps();
            window.save(&format!("lanes{wide}-{name}-tunnel-1"));
            window.harness.get_by_label_contains("acme-bastion, instance").click();
            window.steps();
            window.save(&format!("lanes{wide}-{name}-tunnel-2"));
            window.click("Open the tunnel");
            window.until("it is open", |state| state.tunnelling.tunnel.ready().is_some());
            window.steps();
            window.save(&format!("lanes{wide}-{name}-tunnel-3"));
            let mut window = Window::validated("all-well", theme, size);
            window.harness.state_mut().ask(Command::Validate(ValidationAsk::Show(Part::User)));
            window.steps();
            window.save(&format!("lanes{wide}-{name}-4-user"));
        }
    }
}
