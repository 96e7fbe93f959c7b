//! Every widget of the window once, in both themes: no missing glyph, no unnamed input, and
//! nothing that keeps repainting. `cargo test --test suite gallery -- --ignored` writes the same
//! as pictures to `target/looks/`, to be held beside the design.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::PathBuf;

use eframe::egui::{self, Theme, Ui, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::gui::frame::{Chrome, Content, PANE, Side, Tally, footer_row, frame, page_head, tally};
use rds_proxy_wizard::gui::icon::Icon;
use rds_proxy_wizard::gui::paint;
use rds_proxy_wizard::gui::rich::label;
use rds_proxy_wizard::gui::theme::{self, Font, tokens};
use rds_proxy_wizard::gui::widgets::*;

const STEPS: &[Step<'static>] = &[
    step("Database", "orders-prod · Aurora MySQL", StepperState::Done),
    step("Function", "orders-api · python3.13", StepperState::ToDo),
    step("Secret", "", StepperState::ToDo),
    step("Network", "needs attention: one zone left", StepperState::NeedsAttention),
    step("Role and policies", "stale: the secret changed", StepperState::Stale),
    step("Export", "skipped", StepperState::Skipped),
];

const fn step(title: &'static str, value: &'static str, state: StepperState) -> Step<'static> {
    Step { title, value, state, locked: None }
}

fn functions(count: usize) -> PickerItems {
    let items = (0..count)
        .map(|nth| PickerItem {
            name: format!("{}-{nth}", ["orders-api", "billing", "orders-mailer"][nth % 3]),
            facts: "python3.13 · private-a, b · 30 s".into(),
            right: "100 at once".into(),
            badge: (nth == 0).then(|| (Icon::Sparkles, "recommended".to_owned())),
            blocked: (nth % 5 == 4).then(|| "Published version: its settings are frozen".to_owned()),
            group: usize::from(nth % 5 == 4),
            also: String::new(),
        })
        .collect();
    PickerItems::new(Icon::SquareFunction, vec!["In acme-main already".into(), "Cannot use the proxy".into()], items, 1)
}

struct Shown {
    name: String,
    timeout: String,
    refused: String,
    password: SecretText,
    on: bool,
    plan: usize,
    items: PickerItems,
    picker: PickerState,
    select: PickerState,
    picked: Option<String>,
    toasts: Toasts,
}

impl Shown {
    fn sample() -> Self {
        Self {
            name: "orders-proxy".into(),
            timeout: "1800".into(),
            refused: "orders--proxy".into(),
            on: true,
            password: SecretText::default(),
            plan: 0,
            items: functions(5000),
            picker: PickerState::default(),
            select: PickerState::default(),
            picked: None,
            toasts: Toasts::default(),
        }
    }

    fn select(&mut self, ui: &mut Ui) {
        let select = Select::new("Function", "orders-api-0").hint("Name, tag…").by_hand("Enter an ARN by hand…");
        if let Some(Selected::Row(row)) = select.show(ui, &self.items, &mut self.select) {
            self.picked = self.items.get(row).map(|item| item.name.clone());
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
    Password::new("Password")
        .note(Note::Icon(Icon::LockKeyhole, "Goes to Secrets Manager only."))
        .show(ui, &mut state.password);
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
    head(ui, "Loading and empty");
    skeleton(ui, 3);
    empty_state(ui, Icon::Proxy, "No proxies in eu-west-1", "Read 3 s ago as PlatformEngineer.", |ui| {
        Button::secondary("Change region").show(ui);
        Button::secondary("Set one up").show(ui);
    });
}

fn second(ui: &mut Ui, state: &mut Shown) {
    head(ui, "Badges: plan words in accent and neutral, verdicts in colour");
    ui.horizontal_wrapped(|ui| {
        for sign in [Sign::Create, Sign::Change, Sign::AlreadySo, Sign::Remove] {
            Badge::for_sign(sign).show(ui);
        }
        for sign in [Sign::Passed, Sign::Warning, Sign::Error, Sign::Unknown, Sign::Note] {
            Badge::for_sign(sign).show(ui);
        }
    });
    head(ui, "Searchable select: click to open");
    state.select(ui);
    head(ui, "Plan rows");
    card_frame(ui).inner_margin(1).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let badge = plan_badge_width(ui);
        let rows = [
            (Sign::Create, Icon::IdCard, "Role `orders-proxy-role`", "iam:CreateRole", ""),
            (Sign::AlreadySo, Icon::LockKeyhole, "Secret `orders/orders_app`", "read only", ""),
            (Sign::Create, Icon::Proxy, "Proxy `orders-proxy`", "rds:CreateDBProxy", "5–10 min"),
        ];
        for (nth, (sign, icon, sentence, call, wait)) in rows.into_iter().enumerate() {
            let after = (nth == 2).then_some(1);
            PlanRow { number: (nth + 1, 4), after, sign, icon, sentence, call, wait, open: false }.show(
                ui,
                badge,
                nth == 0,
            );
        }
        let row = PlanRow {
            number: (4, 4),
            after: None,
            sign: Sign::Change,
            icon: Icon::ShieldPlus,
            sentence: "Let the proxy into `orders-db` on 3306",
            call: "ec2:AuthorizeSecurityGroupIngress",
            wait: "",
            open: true,
        };
        row.show(ui, badge, false);
        plan_details(ui, |ui| {
            let text = tokens(ui).text;
            plan_detail(ui, 72.0, "Why", |ui| {
                label(ui, "Without it the target stays `UNAVAILABLE`.", Font::Dense, text)
            });
            plan_detail(ui, 72.0, "CLI", |ui| {
                Code::new(
                    "aws ec2 authorize-security-group-ingress \\\n  --group-id sg-0d41c0aa --port 3306",
                    Language::Shell,
                )
                .plain()
                .show(ui);
            });
            plan_detail(ui, 72.0, "Undo", |ui| label(ui, "Revokes this one rule.", Font::Dense, text));
        });
    });
    head(ui, "Step states");
    stepper(ui, &[StepGroup { name: "Choose", steps: STEPS }], 1);
    head(ui, "Facts");
    facts(
        ui,
        &[
            Fact::new("Engine", "Aurora MySQL 3.08.2 (8.0.39)"),
            Fact::new("Port", "`3306`"),
            Fact { key: "VPC", value: "acme-main", aside: "`vpc-0b7c41e2`" },
        ],
    );
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

fn third(ui: &mut Ui, state: &mut Shown) {
    head(ui, "Callouts");
    Callout::new(
        Sign::Note,
        "Published versions are frozen",
        "The change goes to `$LATEST`. Alias `live` keeps pointing at version 7.",
    )
    .show(ui);
    Callout::new(Sign::Passed, "Nothing left to change", "The account already matches this setup.").show(ui);
    Callout::new(
        Sign::Warning,
        "The function loses the internet",
        "private-a has no NAT gateway. Calls to other AWS services need endpoints.",
    )
    .show(ui);
    Callout::new(Sign::Error, "AWS said no", "`iam:PassRole` on orders-proxy-role, as PlatformEngineer.")
        .show_with(ui, |ui| copy_button(ui, "Copy policy", "policy"));
    Callout::new(Sign::Unknown, "Not known", "The key policy could not be read, so this rule did not run.").show(ui);
    head(ui, "Error report");
    let evidence = [
        Fact::new("Operation", "`iam:PutRolePolicy`"),
        Fact::new("AWS said", "`AccessDenied: with an explicit deny in a service control policy`"),
        Fact::new("Next", "Ask whoever owns the organization’s policies to allow this one statement."),
    ];
    ErrorReport { head: "The policy was not written", cause: "Your organization forbids it.", evidence: &evidence }
        .show(ui, |ui| {
            copy_button(ui, "Copy the statement", "statement");
            Button::secondary("Role in the console").compact().trailing(Icon::ArrowUpRight).show(ui);
        });
    head(ui, "Progress");
    let mut steps = vec![Sign::Done; 8];
    steps.extend([Sign::Failed, Sign::Done, Sign::ToDo]);
    progress(ui, &steps, "9 of 11", "done");
    time_scale(ui, 225.0, (300.0, 600.0));
    head(ui, "Pool");
    card(ui, |ui| {
        PoolBar {
            idle: Share { part: 0.1, label: "idle 100" },
            most: Share { part: 0.3, label: "Proxy, at most 300" },
            left: "Left for everyone else, 700",
            limit: "max_connections 1,000",
            demand: Some((Share { part: 0.1, label: "orders-api asks for at most 100" }, "its reserved concurrency")),
        }
        .show(ui);
    });
    head(ui, "Ids, modes, paths");
    resource_id(ui, "arn:aws:rds:eu-west-1:482177301156:db-proxy:prx-0c4e91d27ab35f860", Some("https://example.com"));
    ui.horizontal(|ui| {
        for mode in [Mode::Live, Mode::ReadOnly, Mode::Practice] {
            mode_pill(ui, mode);
        }
    });
    ui.horizontal(|ui| {
        locator(ui, &[PathPart::Proxy, PathPart::SecondHop]);
    });
    state.toasts.show(ui);
}

/// A page in the frame, as `09`: stepper, picker, preview, footer.
struct Page {
    shown: Shown,
    mode: Mode,
    tab: usize,
}

impl Content for Page {
    fn page(&mut self, ui: &mut Ui) {
        page_head(
            ui,
            "Which function?",
            "5,000 in eu-west-1. Those outside the network can move in.",
            &[PathPart::Function],
        );
        let look = PickerLook {
            name: "Filter functions",
            hint: "Name, id, tag…",
            height: ui.available_height() - 60.0,
            row: 48.0,
            filter_id: egui::Id::unique("function filter"),
        };
        picker(ui, look, &self.shown.items, &mut self.shown.picker, Some(1), "updated 40 s ago");
    }

    fn pane(&mut self, ui: &mut Ui) {
        let sections = [PreviewSection {
            head: "connect-orders-proxy",
            aside: "on `orders-api-exec`",
            code: Code::new(POLICY, Language::Json).marked(&[7]),
        }];
        let notes = [(Icon::LockKeyhole, "The password never reaches the receipt, a log or an export.")];
        if let Some(tab) = preview(ui, &["Connect policy", "Environment", "API calls 2"], self.tab, &sections, &notes) {
            self.tab = tab;
        }
    }

    fn footer(&mut self, ui: &mut Ui) {
        let bill = Tally { create: 8, change: 3, cost: "$43.80", on_top: false, time: "9 min" };
        footer_row(
            ui,
            |ui| drop(Button::quiet("Back").icon(Icon::ArrowLeft).show(ui)),
            |ui| drop(Button::primary("Continue to secret").shortcut("Ctrl ↵").show(ui)),
            |ui| tally(ui, &bill),
        );
    }
}

const POLICY: &str = r#"{
  "Version": "2012-10-17",
  "Statement": [{
    "Sid": "ConnectThroughOneProxy",
    "Effect": "Allow",
    "Action": "rds-db:connect",
    "Resource": "arn:aws:rds-db:eu-west-1:482177301156:dbuser:prx-(after step 7)/orders_app"
  }]
}"#;

fn window(ui: &mut Ui, page: &mut Page) {
    let chrome = Chrome {
        account: "acme-prod",
        account_id: "4821-7730-1156",
        region: "eu-west-1",
        mode: page.mode,
        side: Side::Steps {
            groups: &[
                StepGroup { name: "Choose", steps: STEPS },
                StepGroup {
                    name: "Make",
                    steps: &[step("Review", "", StepperState::ToDo), step("Apply", "", StepperState::ToDo)],
                },
            ],
            current: 1,
            skip: Some("Skip to review"),
        },
        settings: false,
        validate: true,
        pane: Some(PANE),
    };
    frame(ui, &chrome, page);
}

fn window_harness(theme: Theme, size: Vec2, mode: Mode) -> Harness<'static, Page> {
    let page = Page { shown: Shown::sample(), mode, tab: 0 };
    Harness::builder().with_size(size).with_theme(theme).with_context_setup(theme::apply).build_ui_state(window, page)
}

/// The pictures that have no place in the columns.
fn pictures(ui: &mut Ui, state: &mut Shown) {
    let bg = tokens(ui).bg;
    ui.painter().rect_filled(ui.max_rect(), 0.0, bg);
    egui::Frame::NONE.inner_margin(24).show(ui, |ui| {
        let boxes = [
            PathThing {
                icon: Icon::SquareFunction,
                name: "orders-api",
                facts: "python3.13 · private-a, b",
                verdict: Verdict::Passes,
            },
            PathThing {
                icon: Icon::Proxy,
                name: "orders-proxy",
                facts: "available · IAM required",
                verdict: Verdict::WorksBut,
            },
            PathThing {
                icon: Icon::Database,
                name: "orders-prod",
                facts: "Aurora MySQL 3.08 · available",
                verdict: Verdict::Passes,
            },
        ];
        let hops = [
            PathWay {
                verdict: Verdict::Passes,
                above: "may connect, path open",
                below: "tcp 3306 · orders_app",
                more: "let through by sg-1, tcp 3306",
            },
            PathWay {
                verdict: Verdict::Blocked,
                above: "no rule lets it in",
                below: "tcp 3306 · target unavailable",
                more: "",
            },
        ];
        let role = PathThing { icon: Icon::KeyRound, name: "role and secret", facts: "", verdict: Verdict::Unknown };
        PathPicture {
            boxes: &boxes,
            hops: &hops,
            below: Some((1, role, "unknown: key policy not readable")),
            selected: None,
            aside: "Standard IAM",
        }
        .show(ui);
        ui.horizontal_top(|ui| {
            network(ui);
            ui.vertical(run);
        });
        let ways = ways();
        mode_columns(ui, &ways, 0);
        card_frame(ui).inner_margin(1).show(ui, lanes);
        let lines = [
            LogLine { at: "10:42:07", call: "sts:GetCallerIdentity", text: "", took: "84 ms", tone: LogTone::Plain },
            LogLine {
                at: "10:42:09",
                call: "",
                text: "retry 1 in 2 s, IAM is still spreading",
                took: "",
                tone: LogTone::Warn,
            },
            LogLine {
                at: "10:50:14",
                call: "iam:PutRolePolicy",
                text: "AccessDenied",
                took: "188 ms",
                tone: LogTone::Error,
            },
        ];
        ui.allocate_ui(vec2(380.0, 90.0), |ui| log(ui, &lines));
    });
    state.toasts.show(ui);
}

fn ways() -> [ModeColumn<'static>; 3] {
    let column = |name, aside, halves, rows| ModeColumn { name, aside, halves, rows, blocked: None };
    let (token, key) = ((Icon::Fingerprint, "IAM token"), (Icon::KeyRound, "password"));
    [
        column(
            "Standard IAM",
            "recommended",
            [token, key],
            &[
                ("The secret", "one, only the proxy reads it"),
                ("Network", "nothing more"),
                ("Database", "a normal user"),
            ],
        ),
        column(
            "Password",
            "for code you must keep",
            [key, key],
            &[
                ("The secret", "one, both read it"),
                ("Network", "endpoint, $16 a month in two zones, and a group of its own for it on port 443"),
                ("Database", "a normal user"),
            ],
        ),
        ModeColumn {
            blocked: Some("not for SQL Server"),
            ..column(
                "End-to-end IAM",
                "",
                [token, token],
                &[("The secret", "none"), ("Network", "nothing more"), ("Database", "IAM auth on, plugin user")],
            )
        },
    ]
}

fn lanes(ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let stages = [
        ("DNS", "name to address"),
        ("TCP", "port 3306"),
        ("TLS", "certificate"),
        ("Token", "signed, not sent yet"),
        ("Login", "as orders_app"),
        ("SELECT 1", "an answer"),
    ];
    let stages = stages.map(|(name, asks)| Stage { name, asks });
    lane_heads(ui, &stages);
    let passed = |time, fact| StageResult { sign: Sign::Passed, time, fact };
    let stopped =
        [passed("12 ms", "10.20.18.44"), StageResult { sign: Sign::NotFromHere, time: "5.0 s", fact: "no answer" }];
    let rest = Some((
        "Not reachable from here",
        "10.20.18.44 is private and this machine is not in acme-main. Nothing is wrong with the proxy.",
    ));
    let here = Lane { icon: Icon::Laptop, place: "This machine", outcome: "not from here", results: &stopped, rest };
    lane(ui, stages.len(), &here, |ui| drop(Button::secondary("Use a tunnel…").icon(Icon::Route).compact().show(ui)));
    let all = ["2 ms", "1 ms", "9 ms", "1 ms", "26 ms", "2 ms"].map(|time| passed(time, "a fact"));
    let there =
        Lane { icon: Icon::SquareFunction, place: "orders-api", outcome: "41 ms in all", results: &all, rest: None };
    lane(ui, stages.len(), &there, |_| ());
}

fn run(ui: &mut Ui) {
    card_frame(ui).inner_margin(1).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let text = tokens(ui).text;
        RunRow { sign: Sign::Done, sentence: "Role `orders-proxy-role`", words: "done", time: "0.3 s" }.show(ui, true);
        let waiting = RunRow { sign: Sign::Waiting, sentence: "Proxy `orders-proxy`", words: "waiting", time: "3:45" };
        waiting.show_open(ui, false, |ui| {
            label(ui, "`creating` · usually 5–10 min. AWS is starting proxy hosts.", Font::Dense, text);
            time_scale(ui, 225.0, (300.0, 600.0));
        });
        RunRow { sign: Sign::ToDo, sentence: "Pool settings of group `default`", words: "after the proxy", time: "" }
            .show(ui, false);
        done_row(
            ui,
            Sign::Restored,
            Icon::SquareFunction,
            "Environment of `orders-api`",
            "1.8 s",
            plan_badge_width(ui),
            false,
        );
        leftover_row(
            ui,
            "Group `orders-proxy-sg`",
            "AWS still holds two network interfaces of it.",
            Some("https://example.com"),
            "aws ec2 delete-security-group --group-id sg-07e3f5b2",
            false,
        );
    });
    choice_strip(
        ui,
        &[
            ChoiceText { icon: Icon::RefreshCw, head: "Retry from here", text: "Runs step 10 again." },
            ChoiceText { icon: Icon::Undo2, head: "Undo this run", text: "Removes the 7 things made, restores 3." },
        ],
    );
}

fn network(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(620.0, 304.0), egui::Sense::hover());
    let colors = tokens(ui);
    paint::panel(ui.painter(), rect, 8, colors.code_bg, egui::Stroke::new(1.0, colors.border));
    diagram_legend(ui, rect.right_top() + vec2(-13.0, 20.0));
    let area = |x: f32, y: f32, w: f32, h: f32| egui::Rect::from_min_size(rect.min + vec2(x, y), vec2(w, h));
    let (function, proxy, database) =
        (area(13.0, 59.0, 165.0, 88.0), area(228.0, 59.0, 165.0, 88.0), area(443.0, 59.0, 164.0, 88.0));
    let endpoint = area(228.0, 191.0, 379.0, 82.0);
    let group = |icon, name, facts, presence, sign: Option<Sign>| DiagramBox {
        icon,
        name,
        facts,
        presence,
        badge: sign.map(Badge::for_sign),
    };
    diagram_box(
        ui,
        function,
        &group(
            Icon::SquareFunction,
            "orders-api-sg",
            "function orders-api",
            BoxPresence::Existing,
            Some(Sign::AlreadySo),
        ),
    );
    diagram_box(
        ui,
        proxy,
        &group(Icon::Proxy, "orders-proxy-sg", "proxy orders-proxy", BoxPresence::ToCreate, Some(Sign::Create)),
    );
    diagram_box(
        ui,
        database,
        &group(Icon::Database, "orders-db", "cluster orders-prod", BoxPresence::Existing, Some(Sign::Change)),
    );
    let words = "With IAM the function signs its own token and reads no secret";
    diagram_box(ui, endpoint, &group(Icon::Plug, "Secrets Manager endpoint", words, BoxPresence::NotNeeded, None));
    diagram_arrow(ui, function, proxy, BoxPresence::ToCreate, "3306", "tcp");
    diagram_arrow(ui, proxy, database, BoxPresence::ToCreate, "3306", "tcp");
    diagram_elbow(ui, function, endpoint, BoxPresence::NotNeeded, "443");
}

#[derive(Default)]
struct Asked {
    typed: String,
    answer: Option<bool>,
}

fn modal_harness(theme: Theme) -> Harness<'static, Asked> {
    let ask = |ui: &mut Ui, asked: &mut Asked| {
        let question = Question {
            head: "Undo this run?",
            text: "Removes the 8 things that this run made and restores the 3 it changed in acme-prod. About 6 min.",
            yes: "Undo 11 changes",
            no: "Cancel",
            destroys: true,
            name: Some("orders-proxy"),
        };
        asked.answer = asked.answer.or(question.show(ui.ctx(), &mut asked.typed));
    };
    Harness::builder()
        .with_size(vec2(600.0, 400.0))
        .with_theme(theme)
        .with_context_setup(theme::apply)
        .build_ui_state(ask, Asked { typed: "orders-pro".into(), answer: None })
}

fn pictures_harness(theme: Theme) -> Harness<'static, Shown> {
    let mut state = Shown::sample();
    state.toasts.say(Sign::Failed, "Could not write the receipt: disk is full");
    Harness::builder()
        .with_size(vec2(1128.0, 1180.0))
        .with_theme(theme)
        .with_context_setup(theme::apply)
        .build_ui_state(pictures, state)
}

fn harness(theme: Theme, size: Vec2) -> Harness<'static, Shown> {
    Harness::builder()
        .with_size(size)
        .with_theme(theme)
        .with_context_setup(theme::apply)
        .build_ui_state(gallery, Shown::sample())
}

#[test]
fn every_widget_has_a_name_and_its_glyphs_and_comes_to_rest() {
    for theme in [Theme::Dark, Theme::Light] {
        let mut harness = harness(theme, vec2(1280.0, 1330.0));
        harness.run();
        harness.get_by_label("Apply 11 changes").click();
        harness.run();
        pictures_harness(theme).run();
        modal_harness(theme).run();
        for size in [vec2(900.0, 600.0), vec2(1280.0, 800.0), vec2(1920.0, 1080.0)] {
            window_harness(theme, size, Mode::Practice).run();
        }
    }
}

#[test]
fn a_select_opens_filters_and_picks_by_keyboard_alone() {
    let mut harness = harness(Theme::Dark, vec2(1280.0, 1330.0));
    harness.run();
    harness.get_by_label("Function: orders-api-0").focus();
    harness.run();
    harness.key_press(egui::Key::ArrowDown);
    harness.run();
    harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Function").type_text("mailer 17");
    harness.run();
    assert_eq!(harness.state().select.filter, "mailer 17");
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(harness.state().picked.as_deref(), Some("orders-mailer-17"));
    assert!(
        harness.query_by_role_and_label(egui::accesskit::Role::TextInput, "Function").is_none(),
        "the list is closed"
    );
}

#[test]
fn a_question_that_destroys_waits_for_the_name_and_escape_is_no() {
    let mut asked = modal_harness(Theme::Light);
    asked.run();
    let name = "Type orders-proxy to confirm";
    // The keyboard is in the field from the start.
    asked.get_by_label(name).type_text("x");
    asked.run();
    asked.get_by_label("Undo 11 changes").click();
    asked.run();
    assert_eq!(asked.state().answer, None, "the name is not complete");
    asked.get_by_label(name).focus();
    asked.run();
    asked.get_by_label(name).type_text("y");
    asked.run();
    assert_eq!(asked.state().typed, "orders-proxy");
    asked.get_by_label("Undo 11 changes").click();
    asked.run();
    assert_eq!(asked.state().answer, Some(true));

    let mut asked = modal_harness(Theme::Light);
    asked.run();
    asked.key_press(egui::Key::Escape);
    asked.run();
    assert_eq!(asked.state().answer, Some(false));
}

#[test]
fn only_the_theme_names_a_colour() {
    fn look_through(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if !path.ends_with("theme") {
                    look_through(&path, found);
                }
            // What fills a picture mixes the colours that it is given.
            } else if !path.ends_with("theme.rs") && !path.ends_with("load/picture.rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                // TRANSPARENT and PLACEHOLDER are no colours.
                let named = source
                    .split("Color32::")
                    .skip(1)
                    .any(|rest| rest.starts_with("from_") || rest.starts_with(COLOURS));
                if named {
                    found.push(path.display().to_string());
                }
            }
        }
    }
    const COLOURS: [char; 10] = ['W', 'B', 'G', 'R', 'Y', 'L', 'D', 'C', 'M', 'O'];
    let mut found = Vec::new();
    look_through(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/gui"), &mut found);
    assert!(found.is_empty(), "a colour of its own in {found:?}");
}

fn save(harness: &mut Harness<'_, impl Sized>, name: &str) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/looks");
    std::fs::create_dir_all(&folder).unwrap();
    harness.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    for (theme, name) in [(Theme::Dark, "dark"), (Theme::Light, "light")] {
        let mut gallery = harness(theme, vec2(1280.0, 1330.0));
        gallery.run();
        save(&mut gallery, &format!("gallery-{name}"));
        gallery.get_by_label("Function: orders-api-0").click();
        gallery.run();
        gallery.get_by_role_and_label(egui::accesskit::Role::TextInput, "Function").type_text("orders");
        gallery.run();
        save(&mut gallery, &format!("select-{name}"));
        let mut pictures = pictures_harness(theme);
        pictures.run();
        save(&mut pictures, &format!("pictures-{name}"));
        let mut modal = modal_harness(theme);
        modal.run();
        save(&mut modal, &format!("modal-{name}"));
        let mut window = window_harness(theme, vec2(1280.0, 800.0), Mode::Live);
        window.run();
        save(&mut window, &format!("window-{name}"));
        let mut small = window_harness(theme, vec2(900.0, 600.0), Mode::Practice);
        small.run();
        save(&mut small, &format!("small-{name}"));
    }
}
