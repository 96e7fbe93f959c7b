//! Our token, the probe's and botocore's: same inputs, same clock, same text.

use std::process::Command;
use std::time::{Duration, UNIX_EPOCH};

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_smithy_async::time::StaticTimeSource;
use rds_proxy_wizard::aws::token::SdkTokens;
use rds_proxy_wizard::cloud::token::{TokenRequest, TokenSource};
use rds_proxy_wizard::probe::inside::SOURCE;
use secrecy::ExposeSecret;
use serde_json::json;

use crate::services::service;

const AT: u64 = 1_795_000_000;
const KEY: &str = "AKIAIOSFODNN7EXAMPLE";
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const SESSION: &str = "FwoGZXIvYXdzEXAMPLE+/==";

const BOTOCORE: &str = "
import datetime, json, os, sys
sys.path.insert(0, sys.argv[1])
import botocore.auth, botocore.session, probe
now = datetime.datetime.fromtimestamp(int(sys.argv[2]), datetime.timezone.utc)
botocore.auth.get_current_datetime = lambda *_, **__: now.replace(tzinfo=None)
probe.signing_time = lambda: now.strftime('%Y%m%dT%H%M%SZ')
rows = []
for host, port, region, user in json.load(sys.stdin):
    client = botocore.session.get_session().create_client('rds', region_name=region)
    theirs = client.generate_db_auth_token(DBHostname=host, Port=port, DBUsername=user, Region=region)
    rows.append([theirs, probe.token(host, port, region, user)])
print(json.dumps(rows))
";

#[tokio::test]
async fn they_are_the_same_in_every_partition_and_for_every_user() {
    let Some(python) = service("RPW_TEST_PYTHON") else { return };
    let hosts = [
        ("orders.proxy-abc.eu-west-1.rds.amazonaws.com", "eu-west-1"),
        ("orders.proxy-abc.us-gov-west-1.rds.amazonaws.com", "us-gov-west-1"),
        ("orders.proxy-abc.cn-north-1.rds.amazonaws.com.cn", "cn-north-1"),
        ("orders.proxy-abc.ap-southeast-7.rds.amazonaws.com", "ap-southeast-7"),
    ];
    let users = ["app", "o'hara", "a b", "jane+doe@example.com", "100%", "tab\tuser", "~._-", "müller", "a/b?c=d&e"];
    let rows: Vec<_> = hosts
        .iter()
        .flat_map(|(host, region)| {
            users.map(|user| (*host, if *region == "eu-west-1" { 5432 } else { 3306 }, *region, user))
        })
        .collect();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("probe.py"), SOURCE).unwrap();
    let input = folder.path().join("rows.json");
    std::fs::write(&input, json!(rows).to_string()).unwrap();
    let output = Command::new(python)
        .args(["-c", BOTOCORE])
        .arg(folder.path())
        .arg(AT.to_string())
        .envs([("AWS_ACCESS_KEY_ID", KEY), ("AWS_SECRET_ACCESS_KEY", SECRET), ("AWS_SESSION_TOKEN", SESSION)])
        .stdin(std::fs::File::open(&input).unwrap())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let theirs: Vec<(String, String)> = serde_json::from_slice(&output.stdout).unwrap();
    let tokens = SdkTokens::new(&config().await);
    for ((host, port, region, user), (botocore, probe)) in rows.into_iter().zip(theirs) {
        let request = TokenRequest { host: host.into(), port, user: user.into(), region: region.into() };
        let ours = tokens.token(&request).await.unwrap();
        // Parameters may stand in any order; what is signed is the sorted text.
        assert_eq!(parts(ours.expose_secret()), parts(&botocore), "{user} at {host}");
        assert_eq!(parts(&probe), parts(&botocore), "{user} at {host}");
    }
}

fn parts(token: &str) -> Vec<String> {
    let (endpoint, query) = token.split_once('?').unwrap();
    let mut parts: Vec<String> = query.split('&').map(str::to_owned).collect();
    parts.sort();
    parts.insert(0, endpoint.to_owned());
    parts
}

async fn config() -> SdkConfig {
    let clock = StaticTimeSource::new(UNIX_EPOCH + Duration::from_secs(AT));
    let credentials = Credentials::new(KEY, SECRET, Some(SESSION.to_owned()), None, "tests");
    let loader = aws_config::defaults(BehaviorVersion::latest()).credentials_provider(credentials);
    loader.region(Region::new("us-east-1")).load().await.into_builder().time_source(clock).build()
}
