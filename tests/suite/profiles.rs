//! Profiles: a role that wants the code of a device, in the window, on the terminal and without one; and many of
//! them, of which only those on the screen are asked who they are. STS is a server of our own.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};

use eframe::egui::{Key, Theme, Vec2, accesskit::Role, vec2};
use egui_kittest::kittest::Queryable as _;
use rds_proxy_wizard::domain::account::ProfileKind;
use rds_proxy_wizard::practice::Speed;

use crate::cli::home::Home;
use crate::services::service;
use crate::session;
use crate::wizard_validate::{USUAL, Window};

const ROLE: &str = "arn:aws:iam::123456789012:role/admin";
const DEVICE: &str = "arn:aws:iam::123456789012:mfa/mara";
const CODE: &str = "654321";
/// The key of the session that the code begins.
const SESSION: &str = "ASIACODED";

fn config() -> String {
    format!(
        "[profile admin]\nregion = eu-west-1\nrole_arn = {ROLE}\nsource_profile = keys\nmfa_serial = {DEVICE}\n\
         external_id = planted-id\nduration_seconds = 1800\n\
         [profile audit]\nregion = eu-west-1\nrole_arn = arn:aws:iam::210987654321:role/audit\nsource_profile = admin\n\
         [profile plain]\nregion = eu-west-1\nrole_arn = arn:aws:iam::123456789012:role/plain\nsource_profile = keys\n"
    )
}

const KEYS: &str = "[keys]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = planted-secret\n";

type Form = BTreeMap<String, String>;

/// What STS was asked, and with which key.
#[derive(Clone)]
struct Sts {
    url: String,
    asked: Arc<Mutex<Vec<(String, Form)>>>,
}

impl Sts {
    fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<(String, Form)>>> = Arc::default();
        let heard = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let Some((key, form)) = asked_with(&mut stream) else { continue };
                let (status, body) = answer(&key, &form);
                heard.lock().unwrap().push((key, form));
                let length = body.len();
                let head = format!("HTTP/1.1 {status} .\r\ncontent-type: text/xml\r\ncontent-length: {length}");
                let _ = write!(stream, "{head}\r\nconnection: close\r\n\r\n{body}");
            }
        });
        Self { url, asked }
    }

    fn asked(&self, action: &str) -> Vec<(String, Form)> {
        let asked = self.asked.lock().unwrap();
        asked.iter().filter(|(_, form)| form.get("Action").is_some_and(|name| name == action)).cloned().collect()
    }

    /// The variables of a program that knows no other AWS.
    fn variables<'a>(&'a self, of_test: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let own = [("AWS_ENDPOINT_URL", self.url.as_str()), ("AWS_EC2_METADATA_DISABLED", "true")];
        own.into_iter().chain(of_test.iter().copied()).collect()
    }
}

/// The key that signed a request, and its form.
fn asked_with(stream: &mut std::net::TcpStream) -> Option<(String, Form)> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let read = stream.read(&mut piece).ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
        if body.len() < length.unwrap_or(0) {
            continue;
        }
        let key = head.split_once("Credential=").and_then(|(_, rest)| rest.split('/').next()).unwrap_or_default();
        let pairs = body.split('&').filter_map(|pair| pair.split_once('='));
        let plain = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
        return Some((key.to_owned(), pairs.map(|(name, value)| (plain(name), plain(value))).collect()));
    }
}

fn answer(key: &str, form: &Form) -> (u16, String) {
    let text = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
    let denied = |message: &str| {
        (
            403,
            format!(
                "<ErrorResponse><Error><Code>AccessDenied</Code><Message>{message}</Message></Error></ErrorResponse>"
            ),
        )
    };
    match text("Action") {
        "AssumeRole" => {
            let (role, code) = (text("RoleArn"), text("TokenCode"));
            let session = match (role.ends_with("/admin"), code, key) {
                (true, CODE, _) => SESSION,
                (true, _, _) => return denied("MultiFactorAuthentication failed with invalid MFA one time pass code."),
                (false, _, SESSION) => "ASIAAUDIT",
                (false, ..) => "ASIAPLAIN",
            };
            (
                200,
                format!(
                    "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><Credentials>\
                     <AccessKeyId>{session}</AccessKeyId><SecretAccessKey>planted-session-secret</SecretAccessKey>\
                     <SessionToken>planted-session-token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>\
                     </Credentials></AssumeRoleResult></AssumeRoleResponse>"
                ),
            )
        }
        "GetCallerIdentity" => {
            let (account, who) = match key {
                SESSION => ("123456789012", "assumed-role/admin/mara"),
                "ASIAAUDIT" => ("210987654321", "assumed-role/audit/mara"),
                "ASIAPLAIN" => ("123456789012", "assumed-role/plain/mara"),
                _ => ("123456789012", "user/mara"),
            };
            let service = if who.starts_with("user") { "iam" } else { "sts" };
            (
                200,
                format!(
                    "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">\
                     <GetCallerIdentityResult><Arn>arn:aws:{service}::{account}:{who}</Arn><UserId>AIDA</UserId>\
                     <Account>{account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"
                ),
            )
        }
        _ => denied("not here"),
    }
}

fn home() -> Home {
    let home = Home::new();
    std::fs::create_dir_all(home.path(".aws")).unwrap();
    home.write(".aws/config", &config());
    home.write(".aws/credentials", KEYS);
    home
}

#[test]
fn a_code_begins_a_session_that_the_next_role_is_assumed_with() {
    let sts = Sts::open();
    let answer = session::opened(&config(), KEYS, &sts.variables(&[("CHILD_PROFILE", "audit"), ("CHILD_CODE", CODE)]));
    let (account, profile) = answer.opened.unwrap();
    assert_eq!((account.id.as_str(), profile.as_deref()), ("210987654321", Some("audit")));
    let devices: Vec<_> =
        answer.profiles.iter().map(|profile| (profile.name.as_str(), profile.mfa_serial.as_deref())).collect();
    assert_eq!(devices, [("admin", Some(DEVICE)), ("audit", Some(DEVICE)), ("keys", None), ("plain", None)]);
    assert!(answer.profiles.iter().any(|profile| profile.kind == ProfileKind::AssumeRole));
    let assumed = sts.asked("AssumeRole");
    let (key, form) = &assumed[0];
    assert_eq!(key, "AKIDEXAMPLE");
    for (name, value) in [
        ("RoleArn", ROLE),
        ("SerialNumber", DEVICE),
        ("TokenCode", CODE),
        ("ExternalId", "planted-id"),
        ("DurationSeconds", "1800"),
    ] {
        assert_eq!(form.get(name).map(String::as_str), Some(value), "{name}");
    }
    assert!(assumed[1..].iter().all(|(key, form)| key == SESSION && !form.contains_key("TokenCode")), "{assumed:?}");
}

#[test]
fn without_a_code_nothing_is_asked_and_a_role_without_a_device_is_assumed_as_ever() {
    let sts = Sts::open();
    let error = session::opened(&config(), KEYS, &sts.variables(&[("CHILD_PROFILE", "admin")])).opened.unwrap_err();
    for words in ["profile `admin`", DEVICE, "in a terminal"] {
        assert!(error.message.english().contains(words), "{}", error.message);
    }
    assert!(sts.asked.lock().unwrap().is_empty());
    let plain = session::opened(&config(), KEYS, &sts.variables(&[("CHILD_PROFILE", "plain")])).opened.unwrap();
    assert_eq!(plain.0.principal, "arn:aws:sts::123456789012:assumed-role/plain/mara");
}

#[test]
fn an_emulator_takes_the_code_too() {
    for variable in ["RPW_MOTO_URL", "RPW_MINISTACK_URL"] {
        let Some(url) = service(variable) else { continue };
        let variables = [("AWS_ENDPOINT_URL", url.as_str()), ("CHILD_PROFILE", "admin"), ("CHILD_CODE", CODE)];
        let (account, _) = session::opened(&config(), KEYS, &variables).opened.unwrap();
        assert!(account.principal.contains("assumed-role/admin/"), "{variable}: {}", account.principal);
    }
}

#[test]
fn without_a_terminal_the_command_says_how_to_go_on() {
    let sts = Sts::open();
    let run = home().run(&format!("list proxies --profile admin --endpoint-url {}", sts.url));
    assert_eq!(run.status, 2, "{run:#?}");
    for words in [DEVICE, "no terminal", "export-credentials --profile admin --format process"] {
        assert!(run.stderr.contains(words), "{run:#?}");
    }
    assert!(sts.asked.lock().unwrap().is_empty());
}

/// Runs the program on a terminal and answers its question with this.
const ANSWERED: &str = "
import os, pty, sys, time
child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[2], sys.argv[2:])
written = b''
answered = False
while True:
    try:
        piece = os.read(terminal, 65536)
    except OSError:
        break
    if not piece:
        break
    written += piece
    if b'MFA device' in written and b': ' in written and not answered:
        answered = True
        # The terminal is told not to show what is typed after the question stands there.
        time.sleep(0.5)
        os.write(terminal, sys.argv[1].encode() + b'\\n')
os.waitpid(child, 0)
sys.stdout.buffer.write(written)
";

#[test]
fn on_a_terminal_the_code_is_asked_for_and_not_shown() {
    let Some(python) = service("RPW_TEST_PYTHON") else { return };
    let (sts, home) = (Sts::open(), home());
    let on_a_terminal = |code: &str| {
        let program = home.command(&format!("list proxies --profile admin --endpoint-url {}", sts.url));
        let mut command = Command::new(&python);
        command.args(["-c", ANSWERED, code]).arg(program.get_program()).args(program.get_args());
        command.env_clear().envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let written = on_a_terminal("111111");
    assert!(written.contains("invalid MFA one time pass code") && !written.contains("Add this statement"), "{written}");
    assert!(sts.asked("GetCallerIdentity").is_empty());
    let written = on_a_terminal("12345");
    assert!(written.contains("six digits"), "{written}");
    let written = on_a_terminal(CODE);
    assert!(written.contains(&format!("Code of the MFA device {DEVICE}, for profile admin")), "{written}");
    assert!(!written.contains(CODE), "{written}");
    assert_eq!(sts.asked("GetCallerIdentity").first().map(|(key, _)| key.as_str()), Some(SESSION));
    assert!(files_with(home.folder.path(), "planted-session").is_empty(), "in memory only");
}

fn files_with(folder: &Path, text: &str) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            found.extend(files_with(&entry.path(), text));
        } else if std::fs::read(entry.path()).is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(text)) {
            found.push(entry.path());
        }
    }
    found
}

/// Runs the ignored test of this file with the AWS files of this home.
fn in_window(walk: &str, home: &Home, sts: &Sts) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", &format!("profiles::{walk}"), "--ignored", "--nocapture"]);
    for name in ["AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION"] {
        command.env_remove(name);
    }
    let output = command.env("HOME", home.folder.path()).envs(sts.variables(&[])).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_window_asks_for_the_code_and_opens_the_profile() {
    let sts = Sts::open();
    in_window("coded_walk", &home(), &sts);
    let codes: Vec<_> =
        sts.asked("AssumeRole").into_iter().filter_map(|(_, form)| form.get("TokenCode").cloned()).collect();
    assert_eq!(codes, ["111111", CODE]);
}

fn started(theme: Theme, size: Vec2) -> Window {
    let mut window = Window::over(tempfile::tempdir().unwrap(), Speed::Instant, theme, size);
    window.until("profiles are read", |state| state.profiles.ready().is_some());
    window
}

fn asked_for_code(theme: Theme, size: Vec2) -> Window {
    let mut window = started(theme, size);
    window.until("it needs a code", |state| state.identities.get("admin").is_some_and(|seen| seen.error().is_some()));
    assert!(window.shows("needs a code"));
    window.click("Sign in profile admin");
    window
        .until("the device is known", |state| state.signing_in.as_ref().is_some_and(|asked| asked.device().is_some()));
    window
}

#[test]
#[ignore = "started by another test of this file"]
fn coded_walk() {
    let mut window = asked_for_code(Theme::Light, USUAL);
    assert!(window.shows(DEVICE));
    let give = |window: &mut Window, code: &str| {
        window.harness.get_by_role_and_label(Role::PasswordInput, "Code of the device").focus();
        window.harness.step();
        window.harness.get_by_role_and_label(Role::PasswordInput, "Code of the device").type_text(code);
        window.steps();
        window.key(Key::Enter);
    };
    give(&mut window, "12 34");
    assert!(window.shows("six digits"));
    give(&mut window, "111111");
    window
        .until("it is refused", |state| state.signing_in.as_ref().is_some_and(|asked| asked.wanted.error().is_some()));
    assert!(window.shows("invalid MFA one time pass code") && window.shows(DEVICE));
    give(&mut window, CODE);
    window.until("it is signed in", |state| {
        state.signing_in.is_none() && state.identities.get("admin").is_some_and(|seen| seen.ready().is_some())
    });
    assert!(window.shows("admin / mara"));
}

/// So many profiles, each with keys of its own.
fn many(count: usize) -> Home {
    let home = Home::new();
    std::fs::create_dir_all(home.path(".aws")).unwrap();
    let mut keys = String::new();
    for number in 0..count {
        keys += &format!(
            "[team-{number:03}]\naws_access_key_id = AKID{number:03}\naws_secret_access_key = s\nregion = eu-west-1\n"
        );
    }
    home.write(".aws/config", "[default]\nregion = eu-west-1\n");
    home.write(".aws/credentials", &keys);
    home
}

#[test]
fn of_a_hundred_profiles_those_on_the_screen_are_asked() {
    let sts = Sts::open();
    in_window("many_walk", &many(100), &sts);
    let mut keys: Vec<String> = sts.asked("GetCallerIdentity").into_iter().map(|(key, _)| key).collect();
    keys.sort();
    keys.dedup();
    println!("{} of a hundred were asked", keys.len());
    assert!((2..=30).contains(&keys.len()), "{keys:?}");
    assert!(keys.contains(&"AKID000".to_owned()) && keys.contains(&"AKID077".to_owned()), "{keys:?}");
    assert!(!keys.contains(&"AKID099".to_owned()), "{keys:?}");
}

#[test]
#[ignore = "started by another test of this file"]
fn many_walk() {
    let mut window = started(Theme::Light, USUAL);
    window.until("the first one is chosen", |state| state.source.is_some());
    window.until("those seen have answered", |state| {
        state.identities.get("team-000").is_some_and(|seen| seen.ready().is_some())
    });
    window.write("Find a profile", "team-077");
    window.until("what was searched is seen", |state| {
        state.identities.get("team-077").is_some_and(|seen| seen.ready().is_some())
    });
    assert!(window.shows("team-077") && !window.shows("team-001"));
}

#[test]
#[ignore = "writes pictures for the eye; run it by hand"]
fn look() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/looks");
    std::fs::create_dir_all(&folder).unwrap();
    let (coded, hundred, sts) = (home(), many(100), Sts::open());
    for (walk, home) in [("look_coded", &coded), ("look_many", &hundred)] {
        in_window(walk, home, &sts);
    }
}

fn draw(name: &str, open: impl Fn(Theme, Vec2) -> Window) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/looks");
    for (theme_name, theme) in [("dark", Theme::Dark), ("light", Theme::Light)] {
        for size in [vec2(900.0, 600.0), vec2(1440.0, 900.0)] {
            let mut window = open(theme, size);
            window.harness.run_steps(4);
            let file = folder.join(format!("{name}-{}-{theme_name}.png", size.x));
            window.harness.render().unwrap().save(file).unwrap();
        }
    }
}

#[test]
#[ignore = "started by `look`"]
fn look_coded() {
    draw("sign-in-code", asked_for_code);
    draw("needs-a-code", |theme, size| {
        let mut window = asked_for_code(theme, size);
        window.click("Cancel");
        window
    });
}

#[test]
#[ignore = "started by `look`"]
fn look_many() {
    draw("many-profiles", |theme, size| {
        let mut window = started(theme, size);
        window.until("one is chosen", |state| state.source.is_some());
        window
    });
}
