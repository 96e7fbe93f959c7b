//! Every widget of the window once, in both themes: no missing glyph, no unnamed input, and
//! nothing that keeps repainting. `cargo test --test suite gallery -- --ignored` writes the same
//! as pictures to `target/looks/`, to be held beside the design.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::PathBuf;

use eframe::egui::{self, Theme, Ui, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::gui::icon::Icon;
use rds_proxy_wizard::gui::rich::label;
use rds_proxy_wizard::gui::theme::{self, Font, tokens};
use rds_proxy_wizard::gui::widgets::*;

#[derive(Default)]
struct Shown {
    name: String,
    timeout: String,
    refused: String,
    password: SecretText,
    on: bool,
    plan: usize,
}

impl Shown {
    fn sample() -> Self {
        Self {
            name: "orders-proxy".into(),
            timeout: "1800".into(),
            refused: "orders--proxy".into(),
            on: true,
            ..Self::default()
        }
    }
}

fn head(ui: &mut Ui, text: &str) {
    ui.add_space(12.0);
    let muted = tokens(ui).text_muted;
    label(ui, text, Font::Small, muted);
}

fn gallery(ui: &mut Ui, state: &mut Shown) {
    let bg = tokens(ui).bg;
    ui.painter().rect_filled(ui.max_rect(), 0.0, bg);
    egui::Frame::NONE.inner_margin(32).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(20.0, 8.0);
        ui.columns(3, |columns| {
            for column in columns.iter_mut() {
                column.spacing_mut().item_spacing = vec2(8.0, 8.0);
            }
            first(&mut columns[0], state);
            second(&mut columns[1], state);
            third(&mut columns[2], state);
        });
    });
}

fn first(ui: &mut Ui, state: &mut Shown) {
    head(ui, "Buttons: primary, secondary, quiet, destructive, disabled");
    ui.horizontal(|ui| {
        Button::primary("Apply 11 changes").shortcut("Ctrl ↵").show(ui);
        Button::secondary("Inspect").show(ui);
        Button::quiet("Back").icon(Icon::ArrowLeft).show(ui);
    });
    ui.horizontal(|ui| {
        Button::destroying("Undo this run…").icon(Icon::Undo2).show(ui);
        Button::destroy("Delete proxy").show(ui);
        Button::secondary("Continue").enabled(false).show(ui);
    });
    ui.horizontal(|ui| {
        copy_button(ui, "Copy", "text");
        Button::only_icon(Icon::RefreshCw, "Read again").compact().show(ui);
        copy_icon(ui, "Copy the id", "text");
        link(ui, "Show how to repair it", Font::Dense);
        link_to(ui, "AWS source", Font::Small, "https://docs.aws.amazon.com/");
    });
    head(ui, "Fields");
    Field::new("Proxy name")
        .note(Note::Icon(Icon::Info, "The API can rename it later, CloudFormation cannot."))
        .show(ui, &mut state.name);
    Field::new("Idle client timeout").optional().input(|input| input.after("seconds")).show(ui, &mut state.timeout);
    Field::new("Name of the proxy")
        .note(Note::Wrong("Two hyphens in a row are refused.", Some("Use `orders-proxy`")))
        .show(ui, &mut state.refused);
    Password::new("Password").note(Note::Icon(Icon::LockKeyhole, "Goes to Secrets Manager only.")).show(ui, &mut state.password);
    head(ui, "Switch, check, radio, segmented");
    ui.horizontal(|ui| {
        switch(ui, "On", &mut state.on);
        switch(ui, "Off", &mut false);
        check(ui, "private-a", &mut true);
        check(ui, "public-c", &mut false);
        radio(ui, "This", true);
        radio(ui, "That", false);
    });
    if let Some(chosen) = segmented(ui, "View", &["Plan", "CLI script"], state.plan) {
        state.plan = chosen;
    }
    card_frame(ui).show(ui, |ui| {
        switch_row(ui, "Require TLS", "IAM tokens need it. Certificates are public: no bundle to ship.", &mut state.on);
    });
}

fn second(ui: &mut Ui, _state: &mut Shown) {
    head(ui, "Badges: plan words in accent and neutral, verdicts in colour");
    ui.horizontal_wrapped(|ui| {
        for sign in [Sign::Create, Sign::Change, Sign::AlreadySo, Sign::Remove] {
            Badge::of(sign).show(ui);
        }
        for sign in [Sign::Passed, Sign::Warning, Sign::Error, Sign::Unknown, Sign::Note] {
            Badge::of(sign).show(ui);
        }
    });
    head(ui, "Facts");
    facts(ui, 112.0, &[
        Fact::new("Engine", "Aurora MySQL 3.08.2 (8.0.39)"),
        Fact::new("Port", "`3306`"),
        Fact { key: "VPC", value: "acme-main", aside: "`vpc-0b7c41e2`" },
    ]);
    head(ui, "Choices");
    choice_card(ui, "Standard IAM", true, |ui| {
        let colors = tokens(ui);
        label(ui, "Standard IAM", Font::Strong, colors.text);
        label(ui, "recommended", Font::Small, colors.text_muted);
    });
    choice_card(ui, "Password", false, |ui| {
        let colors = tokens(ui);
        label(ui, "Password", Font::Strong, colors.text);
        label(ui, "for code you must keep", Font::Small, colors.text_muted);
    });
}

fn third(ui: &mut Ui, _state: &mut Shown) {
    head(ui, "Callouts");
    Callout::new(Sign::Note, "Published versions are frozen", "The change goes to `$LATEST`. Alias `live` keeps pointing at version 7.").show(ui);
    Callout::new(Sign::Passed, "Nothing left to change", "The account already matches this setup.").show(ui);
    Callout::new(Sign::Warning, "The function loses the internet", "private-a has no NAT gateway. Calls to other AWS services need endpoints.").show(ui);
    Callout::new(Sign::Error, "AWS said no", "`iam:PassRole` on orders-proxy-role, as PlatformEngineer.")
        .show_with(ui, |ui| copy_button(ui, "Copy policy", "policy"));
    Callout::new(Sign::Unknown, "Not known", "The key policy could not be read, so this rule did not run.").show(ui);
}

fn harness(theme: Theme, size: Vec2) -> Harness<'static, Shown> {
    Harness::builder()
        .with_size(size)
        .with_theme(theme)
        .with_context_setup(theme::apply)
        .wgpu()
        .build_ui_state(gallery, Shown::sample())
}

#[test]
fn every_widget_has_a_name_and_its_glyphs_and_comes_to_rest() {
    for theme in [Theme::Dark, Theme::Light] {
        let mut harness = harness(theme, vec2(1280.0, 1330.0));
        harness.run();
        harness.get_by_label("Apply 11 changes").click();
        harness.run();
    }
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/looks");
    std::fs::create_dir_all(&folder).unwrap();
    for (theme, name) in [(Theme::Dark, "dark"), (Theme::Light, "light")] {
        let mut harness = harness(theme, vec2(1280.0, 1330.0));
        harness.run();
        harness.render().unwrap().save(folder.join(format!("gallery-{name}.png"))).unwrap();
    }
}
