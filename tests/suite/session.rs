//! Opening an account: profiles, regions, and what is said when there are no credentials.
//!
//! A session reads the environment, which a test cannot change for itself: [`opened`] runs the
//! test `child` of this same binary with the environment it wants.
#![allow(clippy::unwrap_used)]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use rds_proxy_wizard::aws::session::{Opening, enter_code, open, profiles};
use rds_proxy_wizard::cloud::{CloudError, ErrorKind, Reader};
use rds_proxy_wizard::domain::account::{Account, Profile, ProfileKind};
use serde::{Deserialize, Serialize};

use super::seed;
use super::services::service;

#[derive(Debug, Serialize, Deserialize)]
pub struct Answer {
    pub profiles: Vec<Profile>,
    pub opened: Result<(Account, Option<String>), CloudError>,
    millis: u128,
}

const ANSWER: &str = "answer: ";

#[tokio::test]
#[ignore = "started by the other tests of this file"]
async fn child() {
    let text = |name: &str| std::env::var(name).ok();
    let opening = Opening {
        profile: text("CHILD_PROFILE"),
        region: text("CHILD_REGION"),
        endpoint_url: text("CHILD_ENDPOINT_URL"),
        ..Opening::default()
    };
    if let Some(code) = text("CHILD_CODE") {
        enter_code(&opening, &code.into()).await.unwrap();
    }
    let began = std::time::Instant::now();
    let opened = open(&opening).await.map(|connection| (connection.account, connection.profile));
    let millis = began.elapsed().as_millis();
    let answer = Answer { profiles: profiles().await.unwrap(), opened, millis };
    println!("{ANSWER}{}", serde_json::to_string(&answer).unwrap());
}

/// Opens a session where only these variables are set, with these AWS files.
pub fn opened(config: &str, credentials: &str, variables: &[(&str, &str)]) -> Answer {
    let home = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        std::fs::create_dir_all(home.path().join(".aws")).unwrap();
        std::fs::write(home.path().join(".aws").join(name), text).unwrap();
    };
    write("config", config);
    write("credentials", credentials);
    opened_at(home.path(), variables)
}

fn opened_at(home: &Path, variables: &[(&str, &str)]) -> Answer {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "session::child", "--ignored", "--nocapture"])
        .env_clear()
        .env("HOME", home)
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    let answer = text.lines().find_map(|line| line.split_once(ANSWER)).map(|(_, json)| json);
    serde_json::from_str(answer.unwrap_or_else(|| panic!("{text}{}", String::from_utf8_lossy(&output.stderr)))).unwrap()
}

/// A server that gives every request this answer.
fn answering(status: &'static str, header: &'static str, body: &'static str) -> String {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", server.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in server.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 4096]).unwrap();
            let head = format!("HTTP/1.1 {status}\r\nconnection: close\r\n{header}\r\ncontent-length: {}", body.len());
            stream.write_all(format!("{head}\r\n\r\n{body}").as_bytes()).unwrap();
        }
    });
    url
}

#[test]
fn profiles_are_listed_with_their_kind_region_and_session() {
    let answer = opened(
        "[default]\nregion = eu-west-1\n\
         [profile dev]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Dev\nregion = us-east-2\n\
         [sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n\
         [profile legacy-sso]\nsso_start_url = https://corp.awsapps.com/start\n\
         [profile deploy]\nrole_arn = arn:aws:iam::123456789012:role/deploy\nsource_profile = keys\n\
         [profile ci]\nrole_arn = arn:aws:iam::123456789012:role/ci\nweb_identity_token_file = /token\n\
         [profile vault]\ncredential_process = vault read\n\
         [profile web]\nlogin_session = arn:aws:iam::123456789012:user/mara\n",
        "[keys]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = planted-secret\n",
        &[],
    );
    let listed: Vec<_> = answer
        .profiles
        .iter()
        .map(|profile| (profile.name.as_str(), profile.kind, profile.region.as_deref(), profile.sso_session.as_deref()))
        .collect();
    assert_eq!(
        listed,
        [
            ("default", ProfileKind::Other, Some("eu-west-1"), None),
            ("ci", ProfileKind::WebIdentity, None, None),
            ("deploy", ProfileKind::AssumeRole, None, None),
            ("dev", ProfileKind::Sso, Some("us-east-2"), Some("corp")),
            ("keys", ProfileKind::AccessKey, None, None),
            ("legacy-sso", ProfileKind::Sso, None, None),
            ("vault", ProfileKind::CredentialProcess, None, None),
            ("web", ProfileKind::ConsoleLogin, None, None),
        ]
    );
}

#[test]
fn a_profile_of_aws_login_that_is_not_signed_in_names_the_command() {
    let config = "[default]\nregion = eu-west-1\nlogin_session = arn:aws:iam::123456789012:user/mara\n";
    let error = opened(config, "", &[("AWS_EC2_METADATA_DISABLED", "true")]).opened.unwrap_err();
    assert_eq!(error.kind, ErrorKind::Expired, "{error:?}");
    assert!(error.message.english().contains("sign in with `aws login --profile default`"), "{}", error.message);
}

/// A server that answers every request with this, and tells the first line of what it was asked.
fn server(body: &'static str) -> (String, std::sync::mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut bytes = [0; 8192];
            let read = stream.read(&mut bytes).unwrap();
            let line =
                String::from_utf8_lossy(bytes.get(..read).unwrap()).lines().next().unwrap_or_default().to_owned();
            drop(tell.send(line));
            let length = body.len();
            let head =
                format!("HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\ncontent-length: {length}\r\nconnection: close");
            drop(write!(stream, "{head}\r\n\r\n{body}"));
        }
    });
    (url, told)
}

const CALLER: &str = "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/mara</Arn>\
    <UserId>AIDA</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";

#[test]
fn calls_go_through_the_proxy_of_the_environment_unless_the_host_is_excepted() {
    let keys = "[default]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = planted-secret\n";
    let (proxy, told) = server(CALLER);
    let variables = [
        ("HTTP_PROXY", proxy.as_str()),
        ("CHILD_ENDPOINT_URL", "http://sts.example.invalid"),
        ("AWS_EC2_METADATA_DISABLED", "true"),
    ];
    let (account, _) = opened("[default]\nregion = eu-west-1\n", keys, &variables).opened.unwrap();
    assert_eq!(account.id, "123456789012");
    assert!(
        told.recv().unwrap().starts_with("POST http://sts.example.invalid/"),
        "the proxy is asked for the whole address"
    );

    let (direct, told_directly) = server(CALLER);
    let variables = [
        ("HTTP_PROXY", proxy.as_str()),
        ("NO_PROXY", "127.0.0.1"),
        ("CHILD_ENDPOINT_URL", direct.as_str()),
        ("AWS_EC2_METADATA_DISABLED", "true"),
    ];
    while told.try_recv().is_ok() {}
    opened("[default]\nregion = eu-west-1\n", keys, &variables).opened.unwrap();
    assert!(told_directly.recv().unwrap().starts_with("POST / "));
    assert!(told.try_recv().is_err(), "the proxy was not asked");
}

#[test]
fn a_file_of_certificates_that_is_none_is_named() {
    let keys = "[default]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = planted-secret\n";
    for (path, why) in [("/nowhere/ca.pem", "No such file"), ("/etc/hostname", "no certificate")] {
        let error = opened("[default]\nregion = eu-west-1\n", keys, &[("AWS_CA_BUNDLE", path)]).opened.unwrap_err();
        assert!(error.to_string().contains(path) && error.to_string().contains(why), "{error}");
        let config = format!("[default]\nregion = eu-west-1\nca_bundle = {path}\n");
        let error = opened(&config, keys, &[]).opened.unwrap_err();
        assert!(error.to_string().contains(path), "{error}");
    }
}

#[test]
fn without_credentials_the_places_searched_are_named_soon() {
    // A metadata service that takes the connection and says nothing, as some VPNs make it.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let metadata = format!("http://{}", silent.local_addr().unwrap());
    let variables = [("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.as_str())];
    let answer = opened("[default]\nregion = eu-west-1\n", "", &variables);
    let error = answer.opened.unwrap_err();
    assert_eq!(error.kind, ErrorKind::NoCredentials, "{error:?}");
    for place in ["environment variables", "config and credentials files", "instance metadata"] {
        assert!(error.message.english().contains(place), "{}", error.message);
    }
    println!("no credentials: said after {} ms", answer.millis);
}

#[test]
fn an_ended_sso_session_names_the_command_that_renews_it() {
    let sessions = "[profile dev]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Dev\n\
                    region = eu-west-1\n[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\n\
                    sso_region = eu-west-1\n";
    let legacy = "[profile old]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n\
                  sso_account_id = 123456789012\nsso_role_name = Dev\nregion = eu-west-1\n";
    // SHA-1 of the session's name and of the start URL: how the CLI names its cache.
    let token = r#"{"startUrl":"https://corp.awsapps.com/start","region":"eu-west-1","accessToken":"planted-token","expiresAt":"2020-01-01T00:00:00Z"}"#;
    let cache = ["ee0bfd2552fbd840c02cc48b6e823320543c450f", "a51746d4aa793ae07b25e90c3a5db96fc7832bd7"];
    // Of the older form only AWS knows that it has ended.
    let url = answering(
        "401 Unauthorized",
        "x-amzn-errortype: UnauthorizedException",
        r#"{"message":"Session token not found or invalid"}"#,
    );
    for (config, profile, login) in
        [(sessions, "dev", "aws sso login --sso-session corp"), (legacy, "old", "aws sso login --profile old")]
    {
        for cached in [false, true] {
            let home = tempfile::tempdir().unwrap();
            let folder = home.path().join(".aws/sso/cache");
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(home.path().join(".aws/config"), config).unwrap();
            for name in cache.iter().filter(|_| cached) {
                std::fs::write(folder.join(format!("{name}.json")), token).unwrap();
            }
            let variables = [("CHILD_PROFILE", profile), ("AWS_ENDPOINT_URL_SSO", url.as_str())];
            let error = opened_at(home.path(), &variables).opened.unwrap_err();
            assert_eq!(error.kind, ErrorKind::Expired, "{error:?}");
            assert!(error.message.english().contains(&format!("`{login}`")), "{}", error.message);
            assert!(!format!("{error:?}").contains("planted-token"));
            println!("{}", error.message);
        }
    }
}

#[test]
fn a_missing_region_and_an_unknown_profile_are_said_before_any_call() {
    let keys = "[default]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = planted-secret\n";
    let error = opened("", keys, &[]).opened.unwrap_err();
    assert!(error.has_kind(ErrorKind::NoCredentials) && error.message.english().contains("`AWS_REGION`"), "{error:?}");
    let error = opened("", keys, &[("CHILD_PROFILE", "prod"), ("AWS_REGION", "eu-west-1")]).opened.unwrap_err();
    assert!(
        error.has_kind(ErrorKind::NoCredentials) && error.message.english().contains("no profile `prod`"),
        "{error:?}"
    );
}

#[test]
fn an_endpoint_that_does_not_answer_is_named() {
    // The listener is closed again at once.
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("http://{free}");
    let keys = [("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"), ("AWS_SECRET_ACCESS_KEY", "planted-secret")];
    let variables = [&keys[..], &[("CHILD_ENDPOINT_URL", url.as_str()), ("CHILD_REGION", "eu-west-1")]].concat();
    let error = opened("", "", &variables).opened.unwrap_err();
    assert_eq!((error.kind, error.operation.as_str()), (ErrorKind::Unreachable, "sts:GetCallerIdentity"));
    assert!(error.message.english().contains(&url), "{}", error.message);
}

#[tokio::test]
async fn an_answer_that_is_not_from_aws_is_shown_as_it_is() {
    let url = answering(
        "502 Bad Gateway",
        "content-type: text/html",
        "<html><body>Sign in to the corporate network</body></html>",
    );
    let aws = rds_proxy_wizard::aws::Aws::new(&seed::config(&url, "123456789012").await);
    for error in
        [aws.caller().await.unwrap_err(), aws.functions().await.unwrap_err(), aws.kms_keys().await.unwrap_err()]
    {
        assert_eq!(error.kind, ErrorKind::Unexpected, "{error:?}");
        assert!(
            error.message.english().contains("502")
                && error.message.english().contains("Sign in to the corporate network"),
            "{error:?}"
        );
    }
}

#[test]
fn a_session_opens_on_an_emulator_and_a_named_profile_wins_over_the_environment() {
    let Some(url) = service("RPW_MINISTACK_URL") else { return };
    let keys = "[team]\naws_access_key_id = 222222222222\naws_secret_access_key = test\n";
    let environment = [
        ("AWS_ACCESS_KEY_ID", "111111111111"),
        ("AWS_SECRET_ACCESS_KEY", "test"),
        ("AWS_REGION", "us-east-1"),
        ("AWS_ENDPOINT_URL", url.as_str()),
    ];
    let (account, profile) = opened("", keys, &environment).opened.unwrap();
    assert_eq!((account.id.as_str(), account.region.as_str(), profile), ("111111111111", "us-east-1", None));
    let named = [&environment[..], &[("CHILD_PROFILE", "team"), ("CHILD_REGION", "eu-central-1")]].concat();
    let (account, profile) = opened("", keys, &named).opened.unwrap();
    assert_eq!((account.id.as_str(), account.region.as_str()), ("222222222222", "eu-central-1"));
    assert_eq!(profile.as_deref(), Some("team"));
}
