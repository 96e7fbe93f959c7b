//! What a screen reader is told of the real window, through AT-SPI on a display that nobody looks at: every page of
//! the set-up and of the second door has names and roles, and what happens by itself is said.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde::Deserialize;
use serde_json::{Value, json};

use crate::cli::home::Home;
use crate::services::service;

const CLIENT: &str = include_str!("screen_reader.py");

/// Roles that say nothing of what a node does.
const MUTE: [&str; 4] = ["panel", "unknown", "invalid", "filler"];

#[derive(Debug, Deserialize)]
struct Page {
    page: String,
    nodes: Vec<Node>,
    said: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Node {
    role: String,
    name: String,
    states: Vec<String>,
}

impl Node {
    fn takes_focus(&self) -> bool {
        self.states.iter().any(|state| state == "focusable")
    }
}

impl Page {
    fn has(&self, role: &str, name: &str) -> bool {
        self.nodes.iter().any(|node| node.role == role && node.name.starts_with(name))
    }
}

fn pressed(page: &str, name: &str, then: &str) -> Value {
    json!({ "page": page, "press": name, "await": then })
}

/// Walks the window; `None` where there is no screen reader's side here.
fn read(arguments: &[&str], walk: &[Value]) -> Option<Vec<Page>> {
    let (display, python) = (service("RPW_TEST_DISPLAY")?, service("RPW_TEST_SCREEN_READER")?);
    let home = Home::new();
    let client = home.write("screen_reader.py", CLIENT);
    let mut reader = Command::new("dbus-run-session")
        .arg("--")
        .arg(python)
        .arg(client)
        .arg(display)
        .arg(env!("CARGO_BIN_EXE_rds-proxy-wizard"))
        .args(arguments)
        .env_clear()
        .env("AWS_EC2_METADATA_DISABLED", "true")
        .env("PATH", std::env::var("PATH").unwrap())
        .env("HOME", home.folder.path())
        .env("XDG_RUNTIME_DIR", home.folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    reader.stdin.take().unwrap().write_all(Value::from(walk.to_vec()).to_string().as_bytes()).unwrap();
    let output = reader.wait_with_output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{errors}");
    let text = String::from_utf8(output.stdout).unwrap();
    let pages: Vec<Page> =
        text.lines().filter(|line| line.starts_with('{')).map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(pages.len(), walk.len(), "{errors}");
    for page in &pages {
        named(page);
    }
    Some(pages)
}

/// Whatever takes the focus has a name and says what it is.
fn named(page: &Page) {
    assert!(
        page.has("frame", "RDS Proxy Wizard"),
        "{}: {:?}",
        page.page,
        page.nodes.iter().find(|node| node.role == "frame")
    );
    for node in page.nodes.iter().filter(|node| node.takes_focus()) {
        assert!(!node.name.trim().is_empty() && !MUTE.contains(&node.role.as_str()), "{}: {node:?}", page.page);
    }
    assert!(page.nodes.iter().filter(|node| node.takes_focus()).count() > 3, "{}: nothing takes the focus", page.page);
}

#[test]
fn every_page_of_the_set_up_is_named_and_a_run_says_how_far_it_is() {
    let walk = [
        json!({ "page": "Account", "await": "Choose a database" }),
        pressed("Database", "Choose a database", "orders-prod*"),
        pressed("Database, picked", "orders-prod*", "Function, to do*"),
        pressed("Function", "Choose a function", "orders-api*"),
        pressed("Function, picked", "orders-api*", "Secret, to do*"),
        pressed("Secret", "Continue to secret", "Secret, current*"),
        pressed("Role and policies", "Continue to role", "Role and policies, current*"),
        pressed("Network", "Continue to network", "Network, current*"),
        pressed("Proxy", "Continue to proxy", "Proxy, current*"),
        pressed("Access", "Continue to access", "Access, current*"),
        pressed("Review", "Review 1*", "Review, current*"),
        pressed("Apply", "Apply 1*", "Apply, current*"),
        json!({ "page": "Applied", "await": "Continue to check" }),
        pressed("Check", "Continue to check", "Check, current*"),
        pressed("Export", "Export, *", "Export, current*"),
        pressed("Settings", "Settings", "Show licences"),
        pressed("Licences", "Show licences", "Find in the licences"),
    ];
    let Some(pages) = read(&["--practice", "--practice-speed", "60"], &walk) else { return };
    let page = |name: &str| pages.iter().find(|page| page.page == name).unwrap();
    assert!(page("Account").has("radio button", "Practice account"));
    assert!(page("Database").has("entry", "Filter databases"));
    assert!(page("Database, picked").nodes.iter().any(|node| {
        node.role == "list item" && node.name.starts_with("orders-prod") && node.states.contains(&"checked".to_owned())
    }));
    let said: Vec<&str> = page("Apply").said.iter().chain(&page("Applied").said).map(String::as_str).collect();
    assert!(page("Apply").has("progress bar", ""), "{:?}", page("Apply").nodes);
    let counts = said.iter().filter(|words| words.ends_with(" done") && words.contains(" of ")).count();
    assert!(counts > 3, "a run says how far it is: {said:?}");
    assert!(said.contains(&"Everything is in place"), "{said:?}");
    for (of, words) in [("Database", "Which database?"), ("Network", "Network"), ("Check", "The whole path is open")] {
        assert!(page(of).said.iter().any(|said| said == words), "{of}: {:?}", page(of).said);
    }
    assert!(page("Database, picked").said.is_empty(), "nothing is said twice: {:?}", page("Database, picked").said);
}

#[test]
fn every_page_of_the_second_door_is_named_and_the_verdict_is_said() {
    let part = |name: &str| pressed(name, &format!("{name}*"), "Set up a proxy");
    let walk = [
        json!({ "page": "Question", "await": "Validate orders-proxy" }),
        pressed("Findings", "Validate orders-proxy", "Validate again"),
        part("Connect"),
        part("Load test"),
        part("Monitor"),
        part("Database user"),
        part("Migrate"),
        part("Endpoints"),
        part("Export"),
        part("All proxies"),
    ];
    let Some(pages) = read(&["--practice=broken-closed-door", "--practice-speed", "0"], &walk) else { return };
    let findings = &pages[1];
    assert!(findings.has("list item", "error: The database does not let the proxy in"), "{:?}", findings.nodes);
    for words in ["Reading orders-proxy", "The database does not let the proxy in"] {
        assert!(findings.said.iter().any(|said| said == words), "{:?}", findings.said);
    }
}
