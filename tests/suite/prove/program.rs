//! The probe's Python says what our own stages say: same verdict, same stage, same words.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use rds_proxy_wizard::probe::inside::{self, LogInWith, ProbeQuestion, SOURCE};
use rds_proxy_wizard::probe::{
    Attempt, Credential, ProbeTarget, Protocol, Stage, StageOutcome, StageVerdict, Trust, connect,
};
use serde_json::{Value, json};

use crate::connect::{Servers, spills};
use crate::outside::servers::{message, packet, server};
use crate::services::service;

const RUN: &str = "import json, sys; sys.path.insert(0, sys.argv[1]); import probe\n\
                   print(json.dumps(probe.handler(json.load(sys.stdin), None)))";

/// Runs the probe as Lambda would: its event in, its answer out. It may write no line beside it.
pub fn run(event: &Value, environment: &[(&str, &str)]) -> String {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("probe.py"), SOURCE).unwrap();
    let mut python = Command::new("python3");
    python.args(["-c", RUN]).arg(folder.path()).env_clear().envs(environment.iter().copied());
    python.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = python.spawn().unwrap();
    child.stdin.take().unwrap().write_all(event.to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let (answer, beside) =
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr).into_owned());
    assert_eq!((beside.as_str(), answer.lines().count()), ("", 1), "{answer}");
    answer
}

/// The probe's event for this target, as the program sends it.
pub fn event(target: &ProbeTarget, login: &LogInWith, ca: &str) -> Value {
    serde_json::to_value(ProbeQuestion::new(target, login, Some(ca))).unwrap()
}

fn inside_attempt(servers: &Servers, target: &ProbeTarget, ca: &str) -> Attempt {
    let answer = run(&event(target, &LogInWith::Token, ca), &servers.credentials());
    assert!(!answer.contains("X-Amz-Signature") && !answer.contains(&servers.session_token), "{answer}");
    inside::read(&answer, target, &LogInWith::Token, false).unwrap()
}

fn last(attempt: &Attempt) -> &StageOutcome {
    attempt.stopped_at().unwrap_or_else(|| attempt.stages.last().unwrap())
}

#[tokio::test]
async fn it_says_what_the_stages_from_here_say() {
    let Some(servers) = Servers::find() else { return };
    let ca = std::fs::read_to_string(service("RPW_TEST_CA").unwrap()).unwrap();
    let other = std::fs::read_to_string(service("RPW_TEST_OTHER_CA").unwrap()).unwrap();
    for protocol in [Protocol::Mysql, Protocol::Postgresql] {
        let good = servers.direct(protocol, "app_user");
        let (plain_host, plain_port) = servers.plain(protocol).split_once(':').unwrap();
        let plain = ProbeTarget::new(plain_host, plain_port.parse().unwrap(), protocol, "app_user", "orders").unwrap();
        let plain = plain.in_region(Some("eu-west-1".into()));
        let by_address = ProbeTarget::new("127.0.0.1", good.port, protocol, "app_user", "orders").unwrap();
        let by_address = by_address.in_region(Some("eu-west-1".into()));
        let cases = [
            ("good", good.clone(), &ca, Stage::Query),
            ("another user", servers.direct(protocol, "nobody"), &ca, Stage::Login),
            ("without TLS", plain, &ca, Stage::Tls),
            ("another authority", good.clone(), &other, Stage::Tls),
            ("another name", by_address, &ca, Stage::Tls),
        ];
        for (what, target, ca, stage) in cases {
            let theirs = inside_attempt(&servers, &target, ca);
            let trust = Trust::authority(ca.clone().into_bytes()).unwrap();
            let ours = connect(&target, &trust, Credential::Token(&servers.tokens().await), &mut |_| ()).await;
            assert_eq!((last(&theirs).stage, theirs.verdict), (stage, ours.verdict), "{what}: {theirs:#?}");
            assert_eq!(last(&theirs).next, last(&ours).next, "{what}");
            if ours.verdict == StageVerdict::Passed {
                let without_id = |outcome: &StageOutcome| outcome.fact.clone().unwrap().replace("; connection", "\0");
                let first = |text: String| text.split('\0').next().unwrap().to_owned();
                assert_eq!(first(without_id(last(&theirs))), first(without_id(last(&ours))), "{what}");
                assert!(last(&theirs).fact.as_ref().unwrap().contains("connection "), "{theirs:#?}");
            }
        }
    }
    assert_eq!(spills(), "", "a token reached a server without TLS");
}

#[test]
fn a_password_logs_in_by_the_server_s_own_methods() {
    let Some(servers) = Servers::find() else { return };
    let ca = std::fs::read_to_string(service("RPW_TEST_CA").unwrap()).unwrap();
    let password = service("RPW_TEST_PASSWORD").unwrap();
    for protocol in [Protocol::Mysql, Protocol::Postgresql] {
        let target = servers.direct(protocol, "pass_user");
        for (password, passes) in [(password.as_str(), true), ("wr0ng-Passw0rd", false)] {
            let mut event = event(&target, &LogInWith::Token, &ca);
            event["credential"] = json!({ "password": password });
            let answer = run(&event, &[]);
            assert!(!answer.contains(password), "{answer}");
            let attempt = inside::read(&answer, &target, &LogInWith::Secret("arn".into()), false).unwrap();
            assert_eq!(attempt.verdict == StageVerdict::Passed, passes, "{attempt:#?}");
        }
    }
}

/// Whatever a server does, the probe ends, and at the right stage.
#[test]
fn a_bad_server_gets_a_verdict_in_bounded_time() {
    let hang = server(std::mem::forget);
    let reset = server(drop);
    let garbage = server(|mut stream| {
        let _ = stream.write_all(b"\x00\x00\x00\x00HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    let huge = server(|mut stream| {
        let _ = stream.write_all(&packet(16_000_000, 0, b"\x0a8.0.0\0"));
    });
    let no = server(|mut stream| {
        let _ = stream.write_all(&message(b'E', 8, b"Mno\0"));
    });
    for protocol in [Protocol::Mysql, Protocol::Postgresql] {
        for (what, port) in [("hangs", hang), ("resets", reset), ("garbage", garbage), ("huge", huge), ("no", no)] {
            let target = ProbeTarget::new("127.0.0.1", port, protocol, "app", "orders").unwrap();
            let target = target.in_region(Some("eu-west-1".into()));
            let answer = run(&event(&target, &LogInWith::Token, ""), &[]);
            let attempt = inside::read(&answer, &target, &LogInWith::Token, false).unwrap();
            let outcome = last(&attempt);
            assert_eq!((outcome.stage, outcome.verdict), (Stage::Tls, StageVerdict::Failed), "{what}: {attempt:#?}");
            assert!(outcome.elapsed_ms < 6000, "{what}: {attempt:#?}");
            assert!(outcome.means.is_some() && outcome.next.is_some(), "{what}: {attempt:#?}");
        }
    }
}

#[test]
fn it_needs_nothing_but_python_itself() {
    let imports: Vec<&str> =
        SOURCE.lines().filter(|line| line.starts_with("import ") || line.starts_with("from ")).collect();
    assert!(!imports.is_empty() && !imports.iter().any(|line| line.contains("boto")), "{imports:?}");
    assert!(!SOURCE.contains("print("), "the probe writes no log line");
    // -S: no site-packages.
    let output = Command::new("python3").args(["-S", "-c", SOURCE]).current_dir(Path::new("/")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn an_answer_that_is_not_the_probe_s_is_no_verdict() {
    let target = ProbeTarget::new("h", 3306, Protocol::Mysql, "app", "").unwrap();
    for answer in [
        "",
        "{}",
        "null",
        r#"{"stages":[]}"#,
        r#"{"stages":[{"stage":"tcp","elapsed_ms":1}]}"#,
        r#"{"stages":[{"stage":"resolve","elapsed_ms":1}]}"#,
    ] {
        assert!(inside::read(answer, &target, &LogInWith::Token, true).is_err(), "{answer}");
    }
}
