//! CPU time of a frame with 5,000 functions in the picker at 1280×800, and repaints asked for at
//! rest on every page: `cargo bench --bench frames`. Needs no display.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::Path;
use std::time::{Duration, Instant};

use eframe::egui::{ScrollArea, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::accounts::{Accounts, Source};
use rds_proxy_wizard::discover::Existing;
use rds_proxy_wizard::gui::app::App;
use rds_proxy_wizard::gui::command::Command;
use rds_proxy_wizard::gui::steps::WizardStep;
use rds_proxy_wizard::gui::theme;
use rds_proxy_wizard::gui::validation::{Part, ValidationAsk};
use rds_proxy_wizard::gui::widgets::{Code, Language};
use tokio::runtime::Handle;

const FRAMES: usize = 200;

fn main() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let folder = tempfile::tempdir().expect("a folder");

    let mut window = open(runtime.handle(), folder.path(), "large");
    let many = |app: &App| app.state.lists.ready().is_some_and(|lists| lists.functions.len() >= 5_000);
    until(&mut window, "the lists", many);
    window.state_mut().state.choices.database = "orders-prod".into();
    window.state_mut().ask(Command::Go(WizardStep::Function));
    let functions = window.state().state.lists.ready().map_or(0, |lists| lists.functions.len());
    for _ in 0..20 {
        window.step();
    }
    let rows = window.query_all_by_label_contains("nodejs").count();
    assert!(rows > 5, "the picker shows {rows} rows");
    let frame = median((0..FRAMES).map(|_| timed(&mut window)).collect());
    println!("frame with {functions} functions in the picker: {:.2} ms", frame * 1e3);

    monitor(runtime.handle(), folder.path());
    code();

    let mut window = open(runtime.handle(), folder.path(), "default");
    rest(&mut window);
    until(&mut window, "the lists", |app| app.state.lists.ready().is_some());
    window.state_mut().state.choices.database = "orders-prod".into();
    window.state_mut().state.choices.function = "orders-api".into();
    until(&mut window, "a plan", |app| app.state.designed.current_plan().is_some());
    for step in WizardStep::ALL {
        window.state_mut().ask(Command::Go(step));
        rest(&mut window);
        let soon = |delay: Duration| delay < Duration::from_secs(60);
        let asks = window.output().viewport_output.values().any(|viewport| soon(viewport.repaint_delay));
        println!("at rest on {}: {}", step.title(), if asks { "repaints" } else { "no repaint" });
    }
}

/// The monitor over 24 hours with the function's metrics beside the proxy's: eight curves and more.
fn monitor(runtime: &Handle, folder: &Path) {
    let mut window = open(runtime, folder, "broken-pinning");
    until(&mut window, "the lists", |app| app.state.lists.ready().is_some());
    let function = "orders-checkout".parse().expect("a function");
    let about = Existing { proxy: "orders-proxy".into(), function: Some(function), read_secrets: false };
    let day = "1d".parse().expect("a day");
    for ask in [ValidationAsk::About(about), ValidationAsk::Show(Part::Monitor), ValidationAsk::MonitorSince(day)] {
        window.state_mut().ask(Command::Validate(ask));
    }
    until(&mut window, "the day", |app| {
        let shown = app.state.validation.monitoring.shown.ready();
        shown.is_some_and(|shown| shown.read.since == day && shown.charts.function.is_some())
    });
    rest(&mut window);
    let frame = median((0..FRAMES).map(|_| timed(&mut window)).collect());
    println!("frame of the monitor over 24 h: {:.2} ms, {:.2} of the 4 ms it may take", frame * 1e3, frame * 1e3 / 4.0);
    assert!(frame < 4e-3, "{frame}");
}

/// A long file of the export beside a short one: only the rows in sight cost anything.
fn code() {
    let short = code_frame(40);
    let long = code_frame(2_000);
    println!("frame of 2,000 lines of code: {:.2} ms, {:.2} of one of 40 lines", long * 1e3, long / short);
    assert!(long < short * 3.0, "{long} against {short}");
}

fn code_frame(lines: usize) -> f64 {
    let text = "    connection = pymysql.connect(host=HOST, port=3306)  # over TLS\n".repeat(lines);
    let page = move |ui: &mut eframe::egui::Ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| Code::new(&text, Language::Python).show(ui));
    };
    let builder = Harness::builder().with_size(vec2(1280.0, 800.0)).with_context_setup(theme::apply);
    let mut window = builder.build_ui(page);
    for _ in 0..20 {
        window.step();
    }
    let frame = |window: &mut Harness<'_>| {
        let started = Instant::now();
        window.step();
        started.elapsed().as_secs_f64()
    };
    median((0..FRAMES).map(|_| frame(&mut window)).collect())
}

fn open(runtime: &Handle, folder: &Path, scenario: &str) -> Harness<'static, App> {
    let accounts = Accounts::in_folder(folder.to_owned());
    let runtime = runtime.clone();
    let mut window = Harness::builder()
        .with_size(vec2(1280.0, 800.0))
        .with_context_setup(theme::apply)
        .build_eframe(move |creation| App::new(&creation.egui_ctx, accounts, runtime));
    let source = Source::Practice { scenario: scenario.to_owned() };
    window.state_mut().ask(Command::Open { source, region: None });
    window
}

/// Time for what was asked on arrival to come in.
fn rest(window: &mut Harness<'_, App>) {
    for _ in 0..50 {
        window.step();
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn until(window: &mut Harness<'_, App>, what: &str, done: impl Fn(&App) -> bool) {
    let deadline = Instant::now() + Duration::from_secs(30);
    while !done(window.state()) {
        assert!(Instant::now() < deadline, "{what} did not come");
        window.step();
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// One frame with its shapes turned into triangles, as the renderer gets them.
fn timed(window: &mut Harness<'_, App>) -> f64 {
    let started = Instant::now();
    window.step();
    let output = window.output();
    let triangles = window.ctx.tessellate(output.shapes.clone(), output.pixels_per_point);
    let took = started.elapsed().as_secs_f64();
    assert!(!triangles.is_empty());
    took
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
