//! The handlers against real databases over TLS, which check the token's signature, and their
//! twins without TLS, which record whether a credential ever reached them.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use rds_proxy_wizard::domain::database::EngineFamily;
use rds_proxy_wizard::domain::handler_language::HandlerLanguage;
use rds_proxy_wizard::domain::proxy::AuthMode;
use rds_proxy_wizard::domain::setup::Setup;
use rds_proxy_wizard::export;
use serde_json::Value;

use super::runtimes;
use super::{choices, setup};
use crate::services::service;

/// Where a handler is pointed to, and whom it trusts.
struct World {
    /// The handler's own folder.
    folder: PathBuf,
    environment: BTreeMap<&'static str, String>,
    language: HandlerLanguage,
    program: String,
    family: EngineFamily,
}

/// Absent services are reported and give `None`.
fn world(setup: &Setup, language: HandlerLanguage) -> Option<World> {
    world_of(setup, language, language.id())
}

/// The same for the handler in this folder of the export.
fn world_of(setup: &Setup, language: HandlerLanguage, handler: &str) -> Option<World> {
    let program = runtimes::program(language)?;
    service("RPW_TEST_MYSQL")?;
    let get = |name: &str| service(name).unwrap();
    let family = setup.database.family;
    let server = get(if family == EngineFamily::Mysql { "RPW_TEST_MYSQL" } else { "RPW_TEST_POSTGRES" });
    let user = if setup.auth_mode.uses_token() { "app_user" } else { "pass_user" };
    let (host, port) = server.split_once(':').unwrap();
    let mut environment = BTreeMap::from([
        ("PATH", std::env::var("PATH").unwrap()),
        ("RPW_TEST_AWS", get("RPW_TEST_AWS")),
        ("AWS_REGION", "eu-west-1".into()),
        ("AWS_DEFAULT_REGION", "eu-west-1".into()),
        ("AWS_ACCESS_KEY_ID", get("RPW_TEST_ACCESS_KEY_ID")),
        ("AWS_SECRET_ACCESS_KEY", get("RPW_TEST_SECRET_ACCESS_KEY")),
        ("AWS_SESSION_TOKEN", get("RPW_TEST_SESSION_TOKEN")),
        ("DB_PROXY_HOST", host.into()),
        ("DB_PROXY_PORT", port.into()),
        ("DB_USER", user.into()),
        ("DB_NAME", "orders".into()),
        ("DB_SECRET_ARN", "arn:aws:secretsmanager:eu-west-1:000000000000:secret:orders-Ab1Cd2".into()),
    ]);
    if family == EngineFamily::Mysql {
        environment.extend(runtimes::by_network(language));
    }
    let files = (export::target(language.id()).unwrap().render)(setup).unwrap();
    let folder = runtimes::built(language, &program, &files, handler);
    let mut world = World { folder, environment, language, program, family };
    world.trust(&get("RPW_TEST_CA"));
    Some(world)
}

impl World {
    /// Adds a root to those the language trusts, as an unmodified handler lets anyone do.
    fn trust(&mut self, roots: &str) {
        let (variable, value) = runtimes::trust(self.language, roots);
        self.environment.insert(variable, value);
    }

    fn boot(&self) -> Environment {
        let mut command = runtimes::boot(self.language, &self.program, &self.folder);
        command.env_clear().envs(&self.environment).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().unwrap();
        Environment {
            input: process.stdin.take().unwrap(),
            output: BufReader::new(process.stdout.take().unwrap()),
            process,
        }
    }
}

/// One of Lambda's execution environments: a process that outlives the invocation.
struct Environment {
    process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Environment {
    /// The connection's id, or what went wrong.
    fn invoke(&mut self) -> Result<i64, String> {
        connection(&self.send("{}"))
    }

    /// As many invocations, started together: the connection's id of each.
    fn invoke_at_once(&mut self, count: usize) -> Vec<Result<i64, String>> {
        let said = self.send(&format!("{{\"at_once\":{count}}}"));
        said.as_array().unwrap().iter().map(connection).collect()
    }

    fn send(&mut self, event: &str) -> Value {
        writeln!(self.input, "{event}").unwrap();
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|_| panic!("it said `{line}`"))
    }
}

fn connection(said: &Value) -> Result<i64, String> {
    if let Some(error) = said.get("error") {
        return Err(error.as_str().unwrap().to_owned());
    }
    let answer = &said["answer"];
    assert_eq!(answer["statusCode"], 200);
    let body: Value = serde_json::from_str(answer["body"].as_str().unwrap()).unwrap();
    Ok(body["connection_id"].as_i64().unwrap())
}

impl Drop for Environment {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Answers every call as `secretsmanager:GetSecretValue` does, once asked for the right one.
fn secrets_manager(password: &str) -> String {
    slow_secrets_manager(password, Duration::ZERO)
}

/// The same, each time after a pause.
fn slow_secrets_manager(password: &str, pause: Duration) -> String {
    let secret = serde_json::json!({ "username": "pass_user", "password": password }).to_string();
    let body = serde_json::json!({ "ARN": "arn", "Name": "orders", "SecretString": secret }).to_string();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let (mut length, mut line) = (0, String::new());
            while reader.read_line(&mut line).is_ok_and(|read| read > 2) {
                if let Some((name, value)) = line.split_once(':')
                    && name.eq_ignore_ascii_case("content-length")
                {
                    length = value.trim().parse().unwrap();
                }
                line.clear();
            }
            let mut asked = vec![0; length];
            reader.read_exact(&mut asked).unwrap();
            assert!(String::from_utf8_lossy(&asked).contains("secret:orders-Ab1Cd2"));
            thread::sleep(pause);
            let head = "HTTP/1.1 200 OK\r\ncontent-type: application/x-amz-json-1.1\r\nconnection: close\r\n";
            write!(&stream, "{head}content-length: {}\r\n\r\n{body}", body.len()).unwrap();
        }
    });
    url
}

/// Answers as the AWS Parameters and Secrets extension does, once asked for the right secret with the
/// session's token; gives its port.
fn extension(password: &str, session_token: &str) -> u16 {
    let secret = serde_json::json!({ "username": "pass_user", "password": password }).to_string();
    let body = serde_json::json!({ "SecretString": secret }).to_string();
    let header = format!("x-aws-parameters-secrets-token: {}", session_token.to_lowercase());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let asked: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
            let path = "/secretsmanager/get?secretId=arn%3Aaws%3Asecretsmanager%3Aeu-west-1%3A000000000000%3Asecret%3Aorders-Ab1Cd2 ";
            let is_right =
                asked[0].starts_with(&format!("GET {path}")) && asked.iter().any(|line| line.to_lowercase() == header);
            let status = if is_right { "200 OK" } else { "400 Bad Request" };
            let length = body.len();
            write!(&stream, "HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}")
                .unwrap();
        }
    });
    port
}

/// A way to a server that can be cut like a proxy's idle client.
struct Cable {
    port: u16,
    ends: Arc<Mutex<Vec<TcpStream>>>,
}

impl Cable {
    fn to(server: String) -> Self {
        Self::slowly_to(server, Duration::ZERO)
    }

    /// Each new connection comes through after a pause.
    fn slowly_to(server: String, pause: Duration) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let ends = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&ends);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                thread::sleep(pause);
                let far = TcpStream::connect(&server).unwrap();
                for (mut from, mut to) in
                    [(&client, &far), (&far, &client)].map(|(a, b)| (a.try_clone().unwrap(), b.try_clone().unwrap()))
                {
                    thread::spawn(move || {
                        let _ = std::io::copy(&mut from, &mut to);
                        let _ = to.shutdown(Shutdown::Both);
                    });
                }
                kept.lock().unwrap().extend([client, far]);
            }
        });
        Self { port, ends }
    }

    fn cut(&self) {
        for end in self.ends.lock().unwrap().drain(..) {
            let _ = end.shutdown(Shutdown::Both);
        }
    }
}

async fn setups(modes: &[AuthMode]) -> Vec<Setup> {
    let mut setups = Vec::new();
    for database in ["orders-prod", "orders-reporting"] {
        for mode in modes {
            let mut choices = choices(database, "orders-api", *mode);
            choices.access.database_name = Some("orders".into());
            setups.push(setup(&choices).await);
        }
    }
    setups
}

fn spills() -> String {
    std::fs::read_to_string(service("RPW_TEST_SPILLS").unwrap()).unwrap()
}

#[tokio::test]
async fn three_invocations_share_one_connection() {
    for setup in setups(&AuthMode::ALL).await {
        for language in runtimes::languages(setup.database.family) {
            let Some(mut world) = world(&setup, language) else { continue };
            let secrets = secrets_manager(&service("RPW_TEST_PASSWORD").unwrap());
            world.environment.insert("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets);
            let mut environment = world.boot();
            let ids = [environment.invoke(), environment.invoke(), environment.invoke()];
            let what = format!("{language:?} {} {}: {ids:?}", setup.database.engine, setup.auth_mode);
            assert!(ids[0].is_ok() && ids[0] == ids[1] && ids[1] == ids[2], "{what}");
        }
    }
}

/// The reader's host is here the writer's, so that one server does.
#[tokio::test]
async fn reads_and_writes_go_to_their_hosts_and_both_connections_are_kept() {
    for database in ["orders-prod", "billing-pg"] {
        for mode in [AuthMode::StandardIam, AuthMode::Password] {
            let mut choices = choices(database, "orders-api", mode);
            choices.access.database_name = Some("orders".into());
            choices.proxy.read_only_endpoint = true;
            let setup = setup(&choices).await;
            for language in runtimes::languages(setup.database.family) {
                let Some(mut world) = world(&setup, language) else { continue };
                let secrets = secrets_manager(&service("RPW_TEST_PASSWORD").unwrap());
                world.environment.insert("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets);
                let host = world.environment["DB_PROXY_HOST"].clone();
                world.environment.insert("DB_PROXY_READER_HOST", host);
                let mut environment = world.boot();
                let ids = [(); 2].map(|()| {
                    let said = environment.send("{}");
                    let reader = connection(&said);
                    let body: Value = serde_json::from_str(said["answer"]["body"].as_str().unwrap_or("{}")).unwrap();
                    (reader, body["writer_connection_id"].as_i64())
                });
                let what = format!("{language:?} {database} {mode}: {ids:?}");
                assert!(ids[0].0.is_ok() && ids[0].1.is_some() && ids[0] == ids[1], "{what}");
            }
        }
    }
}

/// A read is not quietly sent to the writer: where the reader's host leads nowhere, the call fails.
#[tokio::test]
async fn reads_do_not_fall_back_to_the_writer() {
    for database in ["orders-prod", "billing-pg"] {
        let mut choices = choices(database, "orders-api", AuthMode::StandardIam);
        choices.access.database_name = Some("orders".into());
        choices.proxy.read_only_endpoint = true;
        let setup = setup(&choices).await;
        for language in runtimes::languages(setup.database.family) {
            let Some(mut world) = world(&setup, language) else { continue };
            world.environment.insert("DB_PROXY_READER_HOST", "reader.invalid".into());
            let said = world.boot().invoke();
            assert!(said.is_err(), "{language:?} {database}: {said:?}");
        }
    }
}

#[tokio::test]
async fn the_extension_is_asked_for_the_secret_and_the_connection_kept() {
    for setup in setups(&[AuthMode::Password]).await {
        for language in runtimes::languages(setup.database.family) {
            let folder = format!("{}/with-extension", language.id());
            let Some(mut world) = world_of(&setup, language, &folder) else { continue };
            let port = extension(&service("RPW_TEST_PASSWORD").unwrap(), &world.environment["AWS_SESSION_TOKEN"]);
            world.environment.insert("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT", port.to_string());
            let mut environment = world.boot();
            let ids = [environment.invoke(), environment.invoke()];
            assert!(ids[0].is_ok() && ids[0] == ids[1], "{language:?} {}: {ids:?}", setup.database.engine);
        }
    }
}

/// Several invocations of one process wait for the one connection, and none reads another's answer.
#[tokio::test]
async fn twenty_invocations_at_once_do_not_mix() {
    for setup in setups(&[AuthMode::StandardIam]).await {
        for language in runtimes::languages(setup.database.family).filter(|one| runtimes::runs_at_once(*one)) {
            let Some(world) = world(&setup, language) else { continue };
            let ids = world.boot().invoke_at_once(20);
            let what = format!("{language:?} {}: {ids:?}", setup.database.engine);
            assert!(ids.len() == 20 && ids[0].is_ok() && ids.iter().all(|id| *id == ids[0]), "{what}");
        }
    }
}

/// In password mode, since a token is signed for one host and port, and the cable has its own.
#[tokio::test]
async fn a_connection_that_broke_is_made_again() {
    for setup in setups(&[AuthMode::Password]).await {
        for language in runtimes::languages(setup.database.family) {
            let Some(mut world) = world(&setup, language) else { continue };
            let secrets = secrets_manager(&service("RPW_TEST_PASSWORD").unwrap());
            world.environment.insert("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets);
            let cable = Cable::to(format!("127.0.0.1:{}", world.environment["DB_PROXY_PORT"]));
            world.environment.insert("DB_PROXY_PORT", cable.port.to_string());
            let mut environment = world.boot();
            let first = environment.invoke().unwrap();
            assert_eq!(environment.invoke(), Ok(first));
            cable.cut();
            let second = environment.invoke().unwrap();
            assert_ne!(first, second, "{language:?} {}", setup.database.engine);
        }
    }
}

/// The lesson of the articles: what is made in every call is paid for in every call. The pauses stand for the
/// network; only the ratio is looked at.
#[tokio::test]
async fn a_kept_connection_beats_its_naive_twin_by_far() {
    const PAUSE: Duration = Duration::from_millis(60);
    let Some(setup) = setups(&[AuthMode::Password]).await.into_iter().next() else { return };
    let Some(mut world) = world(&setup, HandlerLanguage::Python) else { return };
    let secrets = slow_secrets_manager(&service("RPW_TEST_PASSWORD").unwrap(), PAUSE);
    world.environment.insert("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets);
    let cable = Cable::slowly_to(format!("127.0.0.1:{}", world.environment["DB_PROXY_PORT"]), PAUSE);
    world.environment.insert("DB_PROXY_PORT", cable.port.to_string());
    let (kept, kept_ids) = median(&mut world.boot());
    let naive = include_str!("../../../assets/samples/naive_mysql.py");
    let naive_folder = tempfile::tempdir().unwrap();
    std::fs::write(naive_folder.path().join("handler.py"), naive).unwrap();
    world.folder = naive_folder.path().to_owned();
    let (anew, naive_ids) = median(&mut world.boot());
    assert_eq!((kept_ids, naive_ids), (1, 5), "connections of five calls");
    assert!(anew > kept * 5, "in every call {anew:?}, kept {kept:?}");
}

/// The middle one of five calls after the first, and how many connections they used.
fn median(environment: &mut Environment) -> (Duration, usize) {
    environment.invoke().unwrap();
    let mut ids = std::collections::BTreeSet::new();
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let began = Instant::now();
            ids.insert(environment.invoke().unwrap());
            began.elapsed()
        })
        .collect();
    times.sort();
    (times[2], ids.len())
}

#[tokio::test]
async fn a_server_that_no_trusted_root_vouches_for_is_refused() {
    for setup in setups(&[AuthMode::StandardIam]).await {
        for language in runtimes::languages(setup.database.family) {
            let Some(mut world) = world(&setup, language) else { continue };
            world.trust(&service("RPW_TEST_OTHER_CA").unwrap());
            let refused = world.boot().invoke().unwrap_err().to_lowercase();
            // PHP's MySQL client does not say why.
            let untrusted = ["certificate", "certification path", "cannot connect to mysql using ssl"];
            assert!(
                untrusted.iter().any(|words| refused.contains(words)),
                "{language:?} {}: {refused}",
                setup.database.engine
            );
        }
    }
}

/// `127.1` leads to the same server by a name that its certificate does not hold; Go's own resolver
/// knows no such way to write an address.
#[tokio::test]
async fn a_server_with_another_name_is_refused() {
    for setup in setups(&[AuthMode::StandardIam]).await {
        for language in runtimes::languages(setup.database.family) {
            let Some(mut world) = world(&setup, language) else { continue };
            let name = if language == HandlerLanguage::Go { "127.0.0.1" } else { "127.1" };
            world.environment.insert("DB_PROXY_HOST", name.into());
            let refused = world.boot().invoke().unwrap_err();
            let wrong_name = [
                "altnames",
                "mismatch",
                "does not match",
                "not valid for",
                "valid for",
                "hostname verification failed",
                "cannot validate certificate for 127.0.0.1",
                "could not be verified",
                "cannot connect to mysql using ssl",
            ];
            let said = refused.to_lowercase();
            assert!(
                wrong_name.iter().any(|words| said.contains(words)),
                "{language:?} {}: {refused}",
                setup.database.engine
            );
        }
    }
}

#[tokio::test]
async fn a_server_without_tls_gets_no_credential() {
    for setup in setups(&[AuthMode::StandardIam, AuthMode::Password]).await {
        for language in runtimes::languages(setup.database.family) {
            let Some(mut world) = world(&setup, language) else { continue };
            let secrets = secrets_manager(&service("RPW_TEST_PASSWORD").unwrap());
            world.environment.insert("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets);
            world.environment.insert("DB_USER", "app_user".into());
            let plain = match world.family {
                EngineFamily::Mysql => service("RPW_TEST_MYSQL_PLAIN").unwrap(),
                _ => service("RPW_TEST_POSTGRES_PLAIN").unwrap(),
            };
            world.environment.insert("DB_PROXY_PORT", plain.rsplit(':').next().unwrap().into());
            assert!(world.boot().invoke().is_err(), "{language:?} {}", setup.database.engine);
            assert_eq!(spills(), "", "{language:?} {}", setup.database.engine);
        }
    }
}
