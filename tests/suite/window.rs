//! The real window on a display that nobody looks at: it starts, paints and closes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::services::service;

const PATIENCE: Duration = Duration::from_secs(60);

fn wizard(home: &std::path::Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rds-proxy-wizard"));
    command.env_clear().env("HOME", home).env("XDG_RUNTIME_DIR", home).env("PATH", std::env::var("PATH").unwrap());
    command.env("AWS_EC2_METADATA_DISABLED", "true").current_dir(home).stdin(Stdio::null());
    command
}

/// Runs an X client on the display; its output, if it succeeded.
fn ask(display: &str, program: &str, arguments: &[&str]) -> Option<Vec<u8>> {
    let output = Command::new(program).args(arguments).env("DISPLAY", display).output().ok()?;
    output.status.success().then_some(output.stdout)
}

fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < deadline, "{what} did not come");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Colours in a dump of a window: a header, a table of colours, then four bytes a pixel.
fn colours(dump: &[u8]) -> usize {
    let number = |at: usize| u32::from_be_bytes(dump[at..at + 4].try_into().unwrap()) as usize;
    let pixels = number(0) + number(76) * 12;
    dump[pixels..].chunks_exact(4).collect::<BTreeSet<_>>().len()
}

/// Ends the window's process even when an assertion fails.
struct Window(Child);

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_window_starts_paints_and_closes() {
    let Some(display) = service("RPW_TEST_DISPLAY") else { return };
    let home = tempfile::tempdir().unwrap();
    let mut window = Window(wizard(home.path()).env("DISPLAY", &display).stderr(Stdio::null()).spawn().unwrap());
    let id = until("the window", || {
        let pid = window.0.id().to_string();
        let found = ask(&display, "xdotool", &["search", "--onlyvisible", "--pid", &pid])?;
        Some(String::from_utf8(found).unwrap().lines().next()?.to_owned())
    });
    // An empty window has one colour; text alone has dozens, of its smoothed edges.
    until("a painted page", || {
        let dump = ask(&display, "xwd", &["-silent", "-id", &id])?;
        (colours(&dump) > 40).then_some(())
    });
    let status = until("the end of the window", || {
        ask(&display, "xdotool", &["windowfocus", &id, "key", "ctrl+q"]);
        window.0.try_wait().unwrap()
    });
    assert!(status.success(), "{status}");
}
