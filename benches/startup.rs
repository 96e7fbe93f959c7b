//! Time to the first painted frame and memory at rest, against an empty eframe app with the same
//! settings: `cargo bench --bench startup` (needs a display; Xvfb will do).
//!
//! Both windows live in this one binary, opened by the same launcher, in turns; the figures that
//! count are the ratios, of the medians and of the least. A window that gives no figure ends the run with
//! what it said: a run that is cut short is not a result.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::process::Command;
use std::rc::Rc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use eframe::egui::{Context, Ui, ViewportCommand};
use rds_proxy_wizard::accounts::Accounts;
use rds_proxy_wizard::gui::{app, launch};
use rds_proxy_wizard::settings::Settings;

/// Pairs of windows that close after their first frame.
const ROUNDS: usize = 15;
/// Pairs of windows whose memory is read after a rest.
const RESTED: usize = 3;
/// How long such a window rests.
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
    let rest = if arguments.next().as_deref() == Some("rest") { REST } else { Duration::ZERO };
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let handle = runtime.handle().clone();
    let make = move |creation: &eframe::CreationContext<'_>| -> Box<dyn eframe::App> {
        let accounts = Accounts::in_folder(std::env::temp_dir().join("rds-proxy-wizard-bench"));
        let inner = ours.then(|| app::App::new(&creation.egui_ctx, accounts, handle.clone()));
        Box::new(Watched { inner, started, rest, frames: 0 })
    };
    launch::run(None, &Settings::default(), Rc::new(make)).expect("a display");
    runtime.shutdown_background();
}

struct Watched {
    inner: Option<app::App>,
    started: f64,
    rest: Duration,
    frames: u64,
}

impl eframe::App for Watched {
    fn logic(&mut self, context: &Context, _frame: &mut eframe::Frame) {
        // The frame before this one has been painted and handed to the display.
        if self.frames == 1 {
            println!("first {}", now() - self.started);
            let (context, rest) = (context.clone(), self.rest);
            std::thread::spawn(move || {
                std::thread::sleep(rest);
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
    for round in 0..ROUNDS + RESTED {
        for (which, name) in ["empty", "ours"].into_iter().enumerate() {
            let (first, resident) = measure(name, round >= ROUNDS);
            if round < ROUNDS { times[which].push(first) } else { memory[which].push(resident / 1024.0) }
        }
    }
    let [empty, ours] = times.map(sorted);
    for (what, of) in [("median", ROUNDS / 2), ("least", 0)] {
        let (empty, ours) = (empty[of], ours[of]);
        println!(
            "first frame, {what}: empty {:.0} ms, ours {:.0} ms, ratio {:.2}",
            empty * 1e3,
            ours * 1e3,
            ours / empty
        );
    }
    let [empty, ours] = memory.map(|figures| sorted(figures)[RESTED / 2]);
    println!("memory at rest: empty {empty:.0} MiB, ours {ours:.0} MiB, ratio {:.2}", ours / empty);
}

fn measure(name: &str, rest: bool) -> (f64, f64) {
    let program = std::env::current_exe().expect("this program");
    let how = if rest { "rest" } else { "close" };
    let output = Command::new(program).args([name, &now().to_string(), how]).output().expect("the window's process");
    let text = String::from_utf8_lossy(&output.stdout);
    let figure = |key: &str| {
        let found = text.lines().find_map(|line| line.strip_prefix(key)?.trim().parse().ok());
        found.unwrap_or_else(|| {
            println!("no result: the {name} window gave no `{key}` ({}). It said:", output.status);
            println!("{}", String::from_utf8_lossy(&output.stderr));
            std::process::exit(1)
        })
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

fn sorted(mut figures: Vec<f64>) -> Vec<f64> {
    figures.sort_by(f64::total_cmp);
    figures
}
