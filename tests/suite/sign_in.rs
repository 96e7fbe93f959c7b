//! Signing in to IAM Identity Center, against a portal of our own: the code is shown, the token lies where the
//! AWS CLI looks for it, and every way in which it ends is said.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use eframe::egui::{Theme, Vec2, vec2};
use rds_proxy_wizard::domain::sign_in::SignInCode;
use rds_proxy_wizard::gui::signing_in::{SigningIn, Wanted};
use serde_json::{Value, json};

use crate::app_window::Window;
use crate::cli::home::Home;

const CONFIG: &str = "[profile dev]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Admin\n\
    region = eu-west-1\n[sso-session corp]\nsso_region = eu-central-1\n\
    sso_start_url = https://corp.awsapps.com/start\n\
    [profile web]\nregion = eu-west-1\nlogin_session = arn:aws:iam::123456789012:user/mara\n";
/// SHA-1 of the session's name.
const FILE: &str = ".aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json";
const PLANTED: &str = "planted-access-token";

/// What it is asked for, and the answers to the questions for a token, one after the other.
struct Portal {
    url: String,
    asked: Arc<Mutex<Vec<(String, Value)>>>,
}

impl Portal {
    fn open(mut tokens: Vec<(u16, Value)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<(String, Value)>>> = Arc::default();
        let heard = Arc::clone(&asked);
        tokens.reverse();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let (path, body) = request(&mut stream);
                let (status, answer) = match path.as_str() {
                    "/client/register" => (
                        200,
                        json!({ "clientId": "client", "clientSecret": "planted-client-secret",
                            "clientSecretExpiresAt": 1_900_000_000 }),
                    ),
                    "/device_authorization" => (
                        200,
                        json!({ "deviceCode": "planted-device-code", "userCode": "ABCD-EFGH", "interval": 1,
                            "expiresIn": 600, "verificationUri": "https://device.sso/",
                            "verificationUriComplete": "https://device.sso/?user_code=ABCD-EFGH" }),
                    ),
                    _ => tokens.pop().unwrap(),
                };
                heard.lock().unwrap().push((path, body));
                let body = answer.to_string();
                let error = answer["error"].as_str().unwrap_or_default();
                let kind = match error {
                    "authorization_pending" => "x-amzn-errortype: AuthorizationPendingException\r\n",
                    "access_denied" => "x-amzn-errortype: AccessDeniedException\r\n",
                    "expired_token" => "x-amzn-errortype: ExpiredTokenException\r\n",
                    _ => "",
                };
                write!(
                    stream,
                    "HTTP/1.1 {status} .\r\ncontent-type: application/json\r\n{kind}content-length: {}\r\n\
                     connection: close\r\n\r\n{body}",
                    body.len()
                )
                .unwrap();
            }
        });
        Self { url, asked }
    }
}

fn request(stream: &mut std::net::TcpStream) -> (String, Value) {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let read = stream.read(&mut piece).unwrap();
        bytes.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
        if body.len() >= length.unwrap_or(0) {
            let path = head.split_whitespace().nth(1).unwrap().to_owned();
            return (path, serde_json::from_str(body).unwrap_or_default());
        }
    }
}

fn home() -> Home {
    let home = Home::new();
    std::fs::create_dir_all(home.path(".aws")).unwrap();
    home.write(".aws/config", CONFIG);
    home
}

fn refusal(error: &str) -> (u16, Value) {
    (400, json!({ "error": error, "error_description": "said by the portal" }))
}

fn token() -> (u16, Value) {
    (
        200,
        json!({ "accessToken": PLANTED, "refreshToken": "planted-refresh", "expiresIn": 28800, "tokenType": "Bearer" }),
    )
}

#[test]
fn the_code_is_shown_and_the_token_lies_where_the_aws_cli_looks() {
    let home = home();
    let portal = Portal::open(vec![refusal("authorization_pending"), token()]);
    let run = home.run(&format!("sign-in --profile dev --endpoint-url {} --format text", portal.url)).ends(0);
    for words in ["https://device.sso/?user_code=ABCD-EFGH", "ABCD-EFGH", "Profile `dev` is signed in."] {
        assert!(run.stdout.contains(words), "{words}: {}", run.stdout);
    }
    assert!(!format!("{run:?}").contains("planted"), "{run:?}");
    let file = home.path(FILE);
    let kept: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    for (key, value) in [
        ("accessToken", PLANTED),
        ("region", "eu-central-1"),
        ("startUrl", "https://corp.awsapps.com/start"),
        ("refreshToken", "planted-refresh"),
        ("registrationExpiresAt", "2030-03-17T17:46:40Z"),
    ] {
        assert_eq!(kept[key], value, "{key}");
    }
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let asked = portal.asked.lock().unwrap();
    let paths: Vec<&str> = asked.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["/client/register", "/device_authorization", "/token", "/token"]);
    assert_eq!(asked[1].1["startUrl"], "https://corp.awsapps.com/start");
}

#[test]
fn a_person_who_refuses_and_a_code_that_has_ended_are_said_and_nothing_is_kept() {
    for (error, words) in
        [("access_denied", "refused in the browser: said by the portal"), ("expired_token", "nobody confirmed")]
    {
        let home = home();
        let portal = Portal::open(vec![refusal(error)]);
        let run = home.run(&format!("sign-in --profile dev --endpoint-url {}", portal.url));
        assert!(run.status != 0 && run.stderr.contains(words), "{error}: {run:#?}");
        assert!(!run.stderr.contains("Add this statement"), "{error}: {run:#?}");
        assert!(!home.path(FILE).exists());
    }
}

#[test]
fn a_profile_that_signs_in_in_another_way_is_told_which() {
    let run = home().run("sign-in --profile web --endpoint-url http://127.0.0.1:1");
    assert!(run.status != 0 && run.stderr.contains("aws login --profile web"), "{run:#?}");
    assert!(run.stderr.contains("sso_start_url"), "{run:#?}");
    let run = home().run("sign-in --profile nobody");
    assert!(run.status == 2 && run.stderr.contains("nobody"), "{run:#?}");
}

/// The window while the code waits for a person.
fn asked(theme: Theme, size: Vec2) -> Window {
    let mut window = Window::open("default", theme, size);
    let mut begun = SigningIn::begun("dev".into(), Instant::now());
    let page = "https://device.sso/?user_code=ABCD-EFGH".to_owned();
    let code = SignInCode { profile: "dev".into(), code: "ABCD-EFGH".into(), page, expires_at: 0 };
    begun.receive(Ok(Wanted::Confirm(code)), Instant::now());
    window.harness.state_mut().state.signing_in = Some(begun);
    window.steps();
    window
}

#[test]
fn the_window_shows_the_code_until_it_is_confirmed_and_escape_ends_the_wait() {
    let mut window = asked(Theme::Light, vec2(1280.0, 800.0));
    for words in ["Sign in dev", "ABCD-EFGH", "Waiting until you have confirmed it", "Open the page"] {
        assert!(window.shows(words), "{words}");
    }
    window.click("Cancel");
    assert!(window.state().signing_in.is_none());
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    let folder = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/looks");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, theme) in [("dark", Theme::Dark), ("light", Theme::Light)] {
        let mut window = asked(theme, vec2(900.0, 600.0));
        window.harness.run_steps(4);
        window.harness.render().unwrap().save(folder.join(format!("sign-in-{name}.png"))).unwrap();
    }
}
