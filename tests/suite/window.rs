//! The real window on a display that nobody looks at: it starts, paints and closes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::services::service;

const PATIENCE: Duration = Duration::from_secs(60);

fn wizard(program: &Path, home: &Path) -> Command {
    let mut command = Command::new(program);
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
pub struct Window(Child);

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Window {
    /// The window's process on this display, and the id of its window, painted.
    fn start(display: &str, home: &Path) -> (Self, String) {
        Self::open(Path::new(env!("CARGO_BIN_EXE_rds-proxy-wizard")), display, home)
    }

    /// The same of a program that is somewhere else.
    pub fn open(program: &Path, display: &str, home: &Path) -> (Self, String) {
        let window = Self(wizard(program, home).env("DISPLAY", display).stderr(Stdio::null()).spawn().unwrap());
        let id = until("the window", || {
            let pid = window.0.id().to_string();
            let found = ask(display, "xdotool", &["search", "--onlyvisible", "--pid", &pid])?;
            Some(String::from_utf8(found).unwrap().lines().next()?.to_owned())
        });
        // An empty window has one colour; text alone has dozens, of its smoothed edges.
        until("a painted page", || {
            let dump = ask(display, "xwd", &["-silent", "-id", &id])?;
            (colours(&dump) > 40).then_some(())
        });
        (window, id)
    }

    pub fn close(mut self, display: &str, id: &str) {
        let status = until("the end of the window", || {
            ask(display, "xdotool", &["windowfocus", id, "key", "ctrl+q"]);
            self.0.try_wait().unwrap()
        });
        assert!(status.success(), "{status}");
    }
}

/// Width and height in pixels.
fn size(display: &str, id: &str) -> (u32, u32) {
    let shown = String::from_utf8(ask(display, "xdotool", &["getwindowgeometry", "--shell", id]).unwrap()).unwrap();
    let number = |name: &str| shown.lines().find_map(|line| line.strip_prefix(name)?.parse().ok()).unwrap();
    (number("WIDTH="), number("HEIGHT="))
}

fn zoom(home: &Path) -> Option<f64> {
    let text = std::fs::read(home.join(".local/share/rds-proxy-wizard/settings.json")).ok()?;
    serde_json::from_slice::<serde_json::Value>(&text).ok()?["zoom"].as_f64()
}

#[test]
fn the_window_starts_paints_and_closes() {
    let Some(display) = service("RPW_TEST_DISPLAY") else { return };
    let home = tempfile::tempdir().unwrap();
    let (window, id) = Window::start(&display, home.path());
    window.close(&display, &id);
}

#[test]
fn the_next_starts_have_the_size_and_the_zoom_of_the_last_one() {
    let Some(display) = service("RPW_TEST_DISPLAY") else { return };
    let home = tempfile::tempdir().unwrap();
    let (window, id) = Window::start(&display, home.path());
    ask(&display, "xdotool", &["windowsize", &id, "1207", "803"]).unwrap();
    until("the zoom", || {
        ask(&display, "xdotool", &["windowfocus", &id, "key", "ctrl+plus"]);
        zoom(home.path()).filter(|zoom| *zoom > 1.15)
    });
    until("the size", || (size(&display, &id) == (1207, 803)).then_some(()));
    window.close(&display, &id);
    // More of the keys may have arrived by then.
    let zoomed = zoom(home.path());
    for _ in 0..2 {
        let (window, id) = Window::start(&display, home.path());
        assert_eq!(size(&display, &id), (1207, 803));
        assert_eq!(zoom(home.path()), zoomed);
        window.close(&display, &id);
    }
}
