//! The services that `tests/all.sh` starts, as tests find them: by environment variable.
//!
//! A test whose service is not there says so and passes. What was used and what was skipped is
//! also written to the file `RPW_TEST_LOG`, from which `tests/all.sh` reports.

#![allow(clippy::unwrap_used)]

use std::io::Write;

/// The value of `variable`; or `None`, after the running test has been reported as skipped.
pub fn service(variable: &str) -> Option<String> {
    let value = std::env::var(variable).ok().filter(|value| !value.is_empty());
    match &value {
        Some(_) => log(&format!("used {variable}")),
        None => missing(&format!("{variable} is not set")),
    }
    value
}

/// Reports that the running test, or a part of it, is skipped for this.
pub fn missing(why: &str) {
    let thread = std::thread::current();
    log(&format!("skipped: {} ({why})", thread.name().unwrap_or("a test")));
}

fn log(line: &str) {
    println!("{line}");
    if let Ok(path) = std::env::var("RPW_TEST_LOG") {
        let file = std::fs::OpenOptions::new().create(true).append(true).open(path);
        // One write: tests run side by side.
        file.unwrap().write_all(format!("{line}\n").as_bytes()).unwrap();
    }
}
