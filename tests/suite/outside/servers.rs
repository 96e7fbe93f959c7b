//! Servers that answer what no server should: a database's, and AWS's own.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use rds_proxy_wizard::probe::{Credential, ProbeTarget, Protocol, Stage, Trust, connect};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use secrecy::SecretString;

use super::assert_harmless;
use crate::cli::home::Home;

const HOSTILE: &str = "\u{1b}[2J\u{9b}1m\u{0}\u{202e}\r\nFORGED\n  Login      passed\u{2028}FORGED";

/// A server on this machine that does this with every connection, until the test ends; its port.
pub fn server(answer: impl Fn(TcpStream) + Send + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        while let Ok((stream, _)) = listener.accept() {
            answer(stream);
        }
    });
    port
}

/// A packet of MySQL's protocol with this many bytes announced.
pub fn packet(announced: u32, number: u8, body: &[u8]) -> Vec<u8> {
    let mut packet = announced.to_le_bytes()[..3].to_vec();
    packet.push(number);
    packet.extend(body);
    packet
}

fn connect_line(engine: &str, port: u16) -> String {
    format!("connect --host 127.0.0.1 --port {port} --engine {engine} --user app --password-stdin")
}

#[test]
fn a_refusal_before_tls_is_told_on_its_own_line() {
    let home = Home::new();
    let refusal = [b"\xff\x10\x04#08004".as_slice(), HOSTILE.as_bytes()].concat();
    let mysql = server(move |mut stream| {
        let _ = stream.write_all(&packet(u32::try_from(refusal.len()).unwrap(), 0, &refusal));
    });
    let postgresql = server(|mut stream| {
        let _ = stream.write_all(format!("E{HOSTILE}").as_bytes());
    });
    for (engine, port, words) in [("mysql", mysql, "FORGED"), ("postgresql", postgresql, "it answered byte 0x45")] {
        for format in ["text", "json"] {
            let line = format!("{} --format {format}", connect_line(engine, port));
            let output = home.run_with(&line, "x\n").ends(1);
            assert!(output.stdout.contains(words), "{output:#?}");
            assert_harmless(engine, &output.stdout);
            assert_harmless(engine, &output.stderr);
            let passed = output.stdout.lines().filter(|line| line.trim_start().starts_with("Login")).count();
            assert!(format == "json" || passed == 1, "{output:#?}");
        }
    }
}

#[test]
fn a_greeting_that_announces_megabytes_is_not_waited_for() {
    let home = Home::new();
    let port = server(|mut stream| {
        let _ = stream.write_all(&packet(16_000_000, 0, b"\x0a8.0.0\0"));
        let _ = stream.read(&mut [0; 64]);
    });
    let output = home.run_with(&connect_line("mysql", port), "x\n").ends(1);
    assert!(output.stdout.contains("it greets with 16000000 bytes"), "{output:#?}");
}

/// A certificate for `localhost`, its key, and both as the program and a server take them.
fn certificate(folder: &Path) -> (Trust, Arc<ServerConfig>) {
    let (key, certificate) = (folder.join("key.pem"), folder.join("certificate.pem"));
    let request = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
                   -addext basicConstraints=critical,CA:FALSE -addext subjectAltName=DNS:localhost";
    let mut openssl = Command::new("openssl");
    openssl.args(request.split_whitespace()).arg("-keyout").arg(&key).arg("-out").arg(&certificate);
    assert!(openssl.output().unwrap().status.success());
    let config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(
            vec![CertificateDer::from_pem_file(&certificate).unwrap()],
            PrivateKeyDer::from_pem_file(&key).unwrap(),
        )
        .unwrap();
    (Trust::read(&certificate).unwrap(), Arc::new(config))
}

/// PostgreSQL as far as TLS, and then `say` where its answer to the login should be.
fn postgresql(config: Arc<ServerConfig>, say: fn(&mut dyn Write) -> std::io::Result<()>) -> u16 {
    server(move |mut stream| {
        let mut request = [0; 8];
        if stream.read_exact(&mut request).is_err() || stream.write_all(b"S").is_err() {
            return;
        }
        let mut secured = StreamOwned::new(ServerConnection::new(Arc::clone(&config)).unwrap(), stream);
        let mut startup = [0; 4];
        if secured.read_exact(&mut startup).is_ok() {
            let _ = say(&mut secured);
            let _ = secured.flush();
            // The client goes first, so that what was said is heard.
            let _ = secured.read(&mut [0; 64]);
        }
    })
}

pub fn message(letter: u8, announced: u32, body: &[u8]) -> Vec<u8> {
    let mut message = vec![letter];
    message.extend(announced.to_be_bytes());
    message.extend(body);
    message
}

#[tokio::test]
async fn what_postgresql_says_at_the_login_is_bounded_and_harmless() {
    let folder = tempfile::tempdir().unwrap();
    let (trust, config) = certificate(folder.path());
    let refusal = |out: &mut dyn Write| {
        let body = format!("SFATAL\0C28000\0M{}\0\0", HOSTILE.replace('\0', ""));
        out.write_all(&message(b'E', u32::try_from(body.len() + 4).unwrap(), body.as_bytes()))
    };
    let gigabytes = |out: &mut dyn Write| out.write_all(&message(b'E', 2_000_000_000, b"SFATAL\0"));
    let endless = |out: &mut dyn Write| {
        out.write_all(&message(b'R', 8, &[0; 4]))?;
        let notice = message(b'N', 1004, &[b'x'; 1000]);
        loop {
            out.write_all(&notice)?;
        }
    };
    type Say = fn(&mut dyn Write) -> std::io::Result<()>;
    for (say, words) in [
        (refusal as Say, "28000: "),
        (gigabytes, "it announces a message of 2000000000 bytes; at most 1048576 are read"),
        (endless, "it does not stop; at most 16777216 bytes are read"),
    ] {
        let port = postgresql(Arc::clone(&config), say);
        let target = ProbeTarget::new("localhost", port, Protocol::Postgresql, "app", "orders").unwrap();
        let target = target.via(Some(format!("127.0.0.1:{port}").parse().unwrap()));
        let credential = Credential::Password(SecretString::from("x"));
        let attempt = connect(&target, &trust, credential, &mut |_| ()).await;
        let outcome = attempt.stopped_at().unwrap();
        assert_eq!(outcome.stage, Stage::Login, "{outcome:#?}");
        let error = outcome.error.as_deref().unwrap();
        assert!(error.contains(words), "{error}");
        assert!(!error.contains('\n'), "{error}");
        assert_harmless("the outcome", &serde_json::to_string_pretty(outcome).unwrap());
    }
}

/// An HTTP request as far as it tells what is asked: its first line and its body.
fn request(stream: &TcpStream) -> Option<String> {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).ok()? == 0 {
            return None;
        }
    }
    let lower = head.to_lowercase();
    let length = lower.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    Some(format!("{head}{}", String::from_utf8_lossy(&body)))
}

fn respond(mut stream: &TcpStream, status: u16, kind: &str, body: &str) {
    let head = format!(
        "HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes()));
}

/// AWS, as far as to say who is asking; and this to every other question.
fn aws(answer: fn(&TcpStream)) -> u16 {
    server(move |stream| {
        std::thread::spawn(move || {
            let Some(asked) = request(&stream) else { return };
            if asked.contains("Action=GetCallerIdentity") {
                let body = "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>\
                            <Arn>arn:aws:iam::123456789012:user/mara</Arn><UserId>A</UserId><Account>123456789012</Account>\
                            </GetCallerIdentityResult></GetCallerIdentityResponse>";
                respond(&stream, 200, "text/xml", body);
            } else {
                answer(&stream);
            }
        });
    })
}

#[test]
fn an_answer_of_aws_that_does_not_end_is_given_up() {
    let endless = |mut stream: &TcpStream| {
        let head = "HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\nconnection: close\r\n\r\n";
        let mut sent = stream.write_all(head.as_bytes());
        while sent.is_ok() {
            sent = stream.write_all(&[b' '; 1 << 16]);
        }
    };
    let line =
        format!("validate --proxy orders-proxy --region eu-west-1 --endpoint-url http://127.0.0.1:{}", aws(endless));
    let output = Home::new().run_live(&line).ends(3);
    assert!(output.stderr.contains("the answer is longer than 32 MiB"), "{output:#?}");
}

#[test]
fn what_aws_says_is_told_on_its_own_line() {
    let error = |stream: &TcpStream| {
        let body = format!(
            "<ErrorResponse><Error><Type>Sender</Type><Code>Bad&#10;FORGED</Code><Message>{}</Message></Error></ErrorResponse>",
            HOSTILE.replace('\0', "").replace('\u{1b}', "&#27;")
        );
        respond(stream, 400, "text/xml", &body);
    };
    let page = |stream: &TcpStream| respond(stream, 400, "text/html", HOSTILE);
    let json = |stream: &TcpStream| {
        let body = serde_json::json!({ "__type": HOSTILE, "message": HOSTILE, "Message": HOSTILE }).to_string();
        respond(stream, 400, "application/x-amz-json-1.1", &body);
    };
    let home = Home::new();
    for answer in [error as fn(&TcpStream), page, json] {
        let endpoint = format!("--region eu-west-1 --endpoint-url http://127.0.0.1:{}", aws(answer));
        for line in [
            "validate --proxy orders-proxy --format text",
            "validate --proxy orders-proxy --format json",
            "validate --all --format text",
            "plan --database orders-prod --function orders-api --format text",
            "connect --proxy orders-proxy --user app --format text",
        ] {
            let output = home.run_live(&format!("{line} {endpoint}")).ends(3);
            assert!(format!("{output:?}").contains("FORGED"), "{line}: {output:#?}");
            assert_harmless(line, &output.stdout);
            assert_harmless(line, &output.stderr);
        }
    }
}
