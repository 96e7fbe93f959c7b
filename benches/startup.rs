//! Time to the first painted frame and memory at rest, against an empty eframe app with the same
//! settings: `cargo bench --bench startup` (needs a display; Xvfb will do).
//!
//! Both windows live in this one binary, opened by the same launcher, in turns; the figures that
//! count are the ratios.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::process::{Command, Stdio};
use std::rc::Rc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use eframe::egui::{Context, Ui, ViewportCommand};
use rds_proxy_wizard::accounts::Accounts;
use rds_proxy_wizard::gui::settings::Settings;
use rds_proxy_wizard::gui::{app, launch};

const ROUNDS: usize = 9;
/// How long a window rests before its memory is read.
const REST: Duration = Duration::from_secs(3);

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("ours" | "empty") => window(),
        _ => compare(),
    }
}

/// Opens one window, prints the time of its first frame and its memory, and closes.
fn window() {
    let mut arguments = std::env::args().skip(1);
    let ours = arguments.next().as_deref() == Some("ours");
    let started: f64 = arguments.next().and_then(|text| text.parse().ok()).unwrap_or_default();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let handle = runtime.handle().clone();
    let make = move |creation: &eframe::CreationContext<'_>| -> Box<dyn eframe::App> {
        let accounts = Accounts::in_folder(std::env::temp_dir().join("rds-proxy-wizard-bench"));
        let inner = ours.then(|| app::App::new(&creation.egui_ctx, accounts, handle.clone()));
        Box::new(Watched { inner, started, frames: 0 })
    };
    launch::run(None, &Settings::default(), Rc::new(make)).expect("a display");
    runtime.shutdown_background();
}

struct Watched {
    inner: Option<app::App>,
    started: f64,
    frames: u64,
}

impl eframe::App for Watched {
    fn logic(&mut self, context: &Context, _frame: &mut eframe::Frame) {
        // The frame before this one has been painted and handed to the display.
        if self.frames == 1 {
            println!("first {}", now() - self.started);
            let context = context.clone();
            std::thread::spawn(move || {
                std::thread::sleep(REST);
                println!("memory {}", resident_kib());
                context.send_viewport_cmd(ViewportCommand::Close);
                context.request_repaint();
            });
        }
        if let Some(app) = &mut self.inner {
            app.logic(context);
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frames += 1;
        if self.frames == 1 {
            ui.ctx().request_repaint();
        }
        match &mut self.inner {
            Some(app) => app.ui(ui),
            None => {
                ui.label("empty");
            }
        }
    }
}

fn compare() {
    let mut times: [Vec<f64>; 2] = Default::default();
    let mut memory: [Vec<f64>; 2] = Default::default();
    for _ in 0..ROUNDS {
        for (which, name) in ["empty", "ours"].into_iter().enumerate() {
            let (first, resident) = measure(name);
            times[which].push(first);
            memory[which].push(resident);
        }
    }
    let [empty, ours] = times.map(median);
    println!("first frame: empty {:.0} ms, ours {:.0} ms, ratio {:.2}", empty * 1e3, ours * 1e3, ours / empty);
    let [empty, ours] = memory.map(median);
    println!(
        "memory at rest: empty {:.0} MiB, ours {:.0} MiB, ratio {:.2}",
        empty / 1024.0,
        ours / 1024.0,
        ours / empty
    );
}

fn measure(name: &str) -> (f64, f64) {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program)
        .args([name, &now().to_string()])
        .stderr(Stdio::null())
        .output()
        .expect("the window's process");
    let text = String::from_utf8_lossy(&output.stdout);
    let figure = |key: &str| {
        text.lines()
            .find_map(|line| line.strip_prefix(key)?.trim().parse().ok())
            .unwrap_or_else(|| panic!("no `{key}` from the {name} window: is there a display?"))
    };
    (figure("first"), figure("memory"))
}

fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64())
}

fn resident_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
