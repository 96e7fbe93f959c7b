//! The typed password in the program's own memory: gone when the secret is made.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{BufRead, Write};
use std::os::unix::fs::FileExt;
use std::process::{Command, Stdio};

use super::home::{Home, Running};

const TYPED: &str = "~pl4nted-Pa55word-0f-34-characters";

/// Every readable piece of the process's memory that holds the text. The process stands still meanwhile.
fn places(process: u32, text: &str) -> Vec<String> {
    let signal = |signal: &str| {
        assert!(Command::new("kill").args([signal, &process.to_string()]).status().unwrap().success());
    };
    signal("-STOP");
    let memory = fs::File::open(format!("/proc/{process}/mem")).unwrap();
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let mut found = Vec::new();
    for map in maps.lines().filter(|map| map.split_whitespace().nth(1).is_some_and(|rights| rights.starts_with('r'))) {
        let (from, to) = map.split_whitespace().next().unwrap().split_once('-').unwrap();
        let [from, to] = [from, to].map(|address| u64::from_str_radix(address, 16).unwrap());
        let mut content = vec![0; usize::try_from(to - from).unwrap()];
        // The kernel's own pages cannot be read.
        if memory.read_exact_at(&mut content, from).is_ok() && holds(&content, text) {
            found.push(map.to_owned());
        }
    }
    signal("-CONT");
    found
}

/// Jumps from one first byte to the next, which even without optimisation takes no time.
fn holds(mut content: &[u8], text: &str) -> bool {
    let (first, rest) = text.as_bytes().split_first().unwrap();
    while content.skip_until(*first).unwrap() > 0 {
        if content.starts_with(rest) {
            return true;
        }
    }
    false
}

fn choices(home: &Home) -> String {
    let file = home.write("choices.toml", "database = \"orders-prod\"\nfunction = \"orders-api\"\n");
    file.display().to_string()
}

#[test]
fn while_the_proxy_is_waited_for_and_at_the_end_the_password_is_nowhere() {
    let home = Home::new();
    let quick = "apply --practice --practice-speed 30 --format json";
    let line = format!("{quick} --choices {} --password-stdin --yes", choices(&home));
    let mut command = home.command(&line);
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut run = Running::new(child);
    run.child.stdin.take().unwrap().write_all(format!("{TYPED}\n").as_bytes()).unwrap();
    let process = run.child.id();
    // What the search finds where there is something to find: the choices' path is in its arguments.
    assert!(!places(process, "choices.toml").is_empty());
    for step in ["create-proxy", "register-target"] {
        run.until(&["step-waiting", step]);
        assert_eq!(places(process, TYPED), [""; 0], "{step}");
    }
    run.until(&["run-ended"]);
    assert_eq!(run.status(), 0);
}
