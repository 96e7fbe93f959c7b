//! The exported locustfile, run headless against a server of our own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;

use rds_proxy_wizard::export::{Locust, LocustAccess};

use crate::services::service;

/// Answers every request, and keeps heads and bodies.
fn server() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/prod/orders", listener.local_addr().unwrap());
    let kept = Arc::new(Mutex::new(Vec::new()));
    let requests = Arc::clone(&kept);
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let requests = Arc::clone(&requests);
            thread::spawn(move || {
                let mut reader = BufReader::new(stream.try_clone().unwrap());
                let (mut head, mut length) = (String::new(), 0);
                while reader.read_line(&mut head).is_ok_and(|read| read > 2) {
                    let line = head.lines().last().unwrap_or_default().to_ascii_lowercase();
                    if let Some(value) = line.strip_prefix("content-length:") {
                        length = value.trim().parse().unwrap();
                    }
                }
                let mut body = vec![0; length];
                reader.read_exact(&mut body).unwrap();
                requests.lock().unwrap().push(format!("{head}{}", String::from_utf8_lossy(&body)));
                write!(&stream, "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok").unwrap();
            });
        }
    });
    (url, kept)
}

#[test]
fn locust_runs_it_and_sends_what_was_asked() {
    let Some(locust) = service("RPW_TEST_LOCUST") else { return };
    for way in [LocustAccess::Open, LocustAccess::Iam] {
        let (url, requests) = server();
        let payload = r#"{"words": "a \"b\" \\ ü"}"#.to_owned();
        let text = Locust { users: 2, spawn_rate: 2, secs: 3, url, payload, way }.text().unwrap();
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("locustfile.py"), text).unwrap();
        let output = Command::new(&locust)
            .args(["-f", "locustfile.py", "--headless", "--only-summary", "--skip-log-setup"])
            .current_dir(folder.path())
            .env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
            .env("AWS_SECRET_ACCESS_KEY", "never-to-be-sent")
            .output()
            .unwrap();
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{said}");
        let requests = requests.lock().unwrap();
        assert!(requests.len() >= 4, "{} requests: {said}", requests.len());
        for request in requests.iter() {
            assert!(request.starts_with("POST /prod/orders HTTP/1.1"), "{request}");
            assert!(request.ends_with(r#"{"words": "a \"b\" \\ \u00fc"}"#), "{request}");
            assert_eq!(
                request.to_lowercase().contains("authorization: aws4-hmac-sha256"),
                way == LocustAccess::Iam,
                "{request}"
            );
            assert!(!request.contains("never-to-be-sent"));
        }
    }
}
