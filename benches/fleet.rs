//! `validate --all` over many proxies of one account and region, each with a role, a secret and a function
//! of its own, in a practice account whose answers are held back: `cargo bench --bench fleet`.
//!
//! The aims: memory that does not grow with what is kept of nobody (≤ 100 MiB at 1,000), and a time that
//! grows with the proxies and not with their square. Calls are counted in `tests/suite/waves.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

#[path = "../tests/suite/crowd.rs"]
mod crowd;

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use rds_proxy_wizard::cloud::watched::{Call, Watch, Watched};
use rds_proxy_wizard::cloud::{Gate, Writer};
use rds_proxy_wizard::discover::{Heard, observe_each};
use rds_proxy_wizard::practice::{self, Practice, Speed};
use rds_proxy_wizard::rules::check_all;

const PROXIES: [usize; 4] = [10, 100, 300, 1000];
const LATENCY: Duration = Duration::from_millis(50);

/// Holds each question back, and counts it.
#[derive(Default)]
struct Slow(AtomicUsize);

#[async_trait]
impl Watch for Slow {
    async fn hold(&self, _call: Call<'_>) {
        self.0.fetch_add(1, Ordering::Relaxed);
        tokio::time::sleep(LATENCY).await;
    }
}

fn main() {
    if let Some(proxies) = std::env::args().nth(1).and_then(|text| text.parse().ok()) {
        return one(proxies);
    }
    let program = std::env::current_exe().expect("this program");
    for proxies in PROXIES {
        let output = Command::new(&program).arg(proxies.to_string()).stderr(Stdio::inherit()).output().unwrap();
        print!("{}", String::from_utf8_lossy(&output.stdout));
        assert!(output.status.success(), "{proxies} proxies");
    }
}

fn one(proxies: usize) {
    let practice = Arc::new(Practice::open(None, "default", Speed::Instant).unwrap());
    practice.tamper(|state| crowd::crowd(state, "auth-proxy", "auth-login", proxies));
    let connection = practice::connection(practice);
    let slow = Arc::new(Slow::default());
    let reader = Watched::new(connection.writer.clone(), slow.clone());
    let before = peak_mib();
    let judged = AtomicUsize::new(0);
    let hear = |heard| {
        if let Heard::Read(_, observed) = heard {
            std::hint::black_box(check_all(&observed));
            judged.fetch_add(1, Ordering::Relaxed);
        }
    };
    let started = Instant::now();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let gate = Gate::default();
    let read = observe_each(reader.as_reader(), connection.clock.as_ref(), &connection.account, false, &gate, &hear);
    runtime.block_on(read).unwrap();
    println!(
        "{} proxies: {:.1} s, {:.1} questions a proxy, peak {:.0} MiB, {before:.0} of them the account itself",
        judged.load(Ordering::Relaxed),
        started.elapsed().as_secs_f64(),
        slow.0.load(Ordering::Relaxed) as f64 / judged.load(Ordering::Relaxed) as f64,
        peak_mib(),
    );
}

fn peak_mib() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}
