//! The URLs for JDBC drivers, taken as they are by the drivers themselves: logged in with a token over verified
//! TLS, and refused where the certificate is not believed.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::Command;

use rds_proxy_wizard::cloud::token::{TokenRequest, TokenSource};
use rds_proxy_wizard::probe::{ProbeTarget, Protocol, Via, jdbc_urls};
use secrecy::{ExposeSecret, SecretString};

use crate::connect::Servers;
use crate::services::{missing, service};

/// Run from its source. The token comes by the environment.
const TRY: &str = r#"
import java.sql.*;
public class Try {
    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection(args[0], args[1], System.getenv("TOKEN"));
                ResultSet rows = connection.createStatement().executeQuery("SELECT 1")) {
            rows.next();
            System.out.println("answered " + rows.getInt(1));
        }
    }
}
"#;

/// The driver's file in Debian's folder; MySQL's own is in no Debian package.
fn jar(driver: &str) -> &'static str {
    match driver {
        "MySQL Connector/J" => "mysql-connector-j.jar",
        "MariaDB Connector/J" => "mariadb-java-client.jar",
        _ => "postgresql.jar",
    }
}

struct Java {
    folder: tempfile::TempDir,
    jars: String,
}

impl Java {
    fn find() -> Option<Self> {
        let jars = service("RPW_TEST_JARS")?;
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("Try.java"), TRY).unwrap();
        let ca = service("RPW_TEST_CA").unwrap();
        let imported = Command::new("keytool")
            .args(["-importcert", "-noprompt", "-alias", "ca", "-storepass", "changeit", "-file", &ca, "-keystore"])
            .arg(folder.path().join("trust"))
            .output()
            .unwrap();
        assert!(imported.status.success(), "{imported:?}");
        Some(Self { folder, jars })
    }

    fn connect(&self, driver: &str, url: &str, user: &str, token: &SecretString, believed: bool) -> String {
        let mut command = Command::new("java");
        if believed {
            command.arg(format!("-Djavax.net.ssl.trustStore={}", self.folder.path().join("trust").display()));
            // Without it nothing in the file is believed.
            command.arg("-Djavax.net.ssl.trustStorePassword=changeit");
        }
        command.arg("-cp").arg(Path::new(&self.jars).join(jar(driver)));
        command.arg(self.folder.path().join("Try.java")).args([url, user]).env("TOKEN", token.expose_secret());
        let output = command.output().unwrap();
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
    }
}

#[tokio::test]
async fn the_drivers_take_the_urls_with_a_token_and_check_the_certificate() {
    let Some(servers) = Servers::find() else { return };
    let Some(java) = Java::find() else { return };
    let tokens = servers.tokens().await;
    for protocol in [Protocol::Mysql, Protocol::Postgresql] {
        let direct = servers.direct(protocol, "app_user");
        let tunnelled = servers.tunnelled(protocol);
        let near = Via { host: "127.0.0.1".into(), port: direct.port };
        for target in [direct, tunnelled.via(Some(near))] {
            let token = tokens.token(&request(&target)).await.unwrap();
            for (driver, url) in jdbc_urls(&target) {
                if !Path::new(&java.jars).join(jar(driver)).exists() {
                    missing(&format!("{driver}: {} is not there", jar(driver)));
                    continue;
                }
                let said = java.connect(driver, &url, &target.user, &token, true);
                assert!(said.contains("answered 1"), "{driver} {url}: {said}");
                let refused = java.connect(driver, &url, &target.user, &token, false);
                assert!(refused.contains("PKIX path building failed"), "{driver} {url}: {refused}");
            }
        }
    }
}

fn request(target: &ProbeTarget) -> TokenRequest {
    TokenRequest {
        host: target.host.clone(),
        port: target.port,
        user: target.user.clone(),
        region: target.region.clone().unwrap(),
    }
}
