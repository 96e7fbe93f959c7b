//! Which host a request goes to: regions, the partitions of China and GovCloud, FIPS and dual-stack endpoints; and
//! that a company's own certificates are trusted. The company's proxy is a server of our own that speaks TLS as any
//! host it is asked for.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};

use rds_proxy_wizard::cloud::ErrorKind;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use crate::services::missing;
use crate::session::{self, Answer};

const KEYS: &str = "[default]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = planted-secret\n";

/// Every host that a test may lead to.
const HOSTS: &str = "DNS:*.amazonaws.com,DNS:*.eu-west-1.amazonaws.com,DNS:*.us-east-1.amazonaws.com,\
    DNS:*.us-gov-west-1.amazonaws.com,DNS:*.us-gov.amazonaws.com,DNS:*.cn-north-1.amazonaws.com.cn,\
    DNS:*.eu-west-1.api.aws,DNS:*.us-east-1.api.aws,DNS:*.us-gov-west-1.api.aws,DNS:*.global.api.aws,\
    DNS:*.cn-north-1.api.amazonwebservices.com.cn";

struct Company {
    folder: tempfile::TempDir,
    url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Company {
    /// `None` where nothing here makes a certificate.
    fn open() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let made = Command::new("openssl")
            .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"])
            .args(["-subj", "/CN=Company", "-addext", &format!("subjectAltName={HOSTS}")])
            .args(["-addext", "basicConstraints=critical,CA:FALSE"])
            .arg("-keyout")
            .arg(path("key.pem"))
            .arg("-out")
            .arg(path("ca.pem"))
            .output();
        match made {
            Ok(output) => assert!(output.status.success(), "{output:?}"),
            Err(error) => {
                missing(&format!("openssl: {error}"));
                return None;
            }
        }
        let certificate = CertificateDer::from_pem_file(path("ca.pem")).unwrap();
        let key = PrivateKeyDer::from_pem_file(path("key.pem")).unwrap();
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config =
            rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
        let config = Arc::new(config.with_no_client_auth().with_single_cert(vec![certificate], key).unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let heard = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (config, heard) = (Arc::clone(&config), Arc::clone(&heard));
                std::thread::spawn(move || serve(stream.unwrap(), config, &heard));
            }
        });
        Some(Self { folder, url, asked })
    }

    fn ca(&self) -> String {
        self.folder.path().join("ca.pem").display().to_string()
    }

    /// Opens an account behind the proxy; the hosts that were asked, each once.
    fn opened(&self, config: &str, variables: &[(&str, &str)]) -> (Answer, Vec<String>) {
        let ca = self.ca();
        let own =
            [("HTTPS_PROXY", self.url.as_str()), ("AWS_CA_BUNDLE", ca.as_str()), ("AWS_EC2_METADATA_DISABLED", "true")];
        let variables: Vec<_> = own.into_iter().chain(variables.iter().copied()).collect();
        self.asked.lock().unwrap().clear();
        let answer = session::opened(config, KEYS, &variables);
        let mut hosts = self.asked.lock().unwrap().clone();
        hosts.sort();
        hosts.dedup();
        (answer, hosts)
    }
}

/// `CONNECT host:443`, and then as that host.
fn serve(mut stream: TcpStream, config: Arc<rustls::ServerConfig>, heard: &Mutex<Vec<String>>) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let host = line.strip_prefix("CONNECT ")?.split(':').next()?.to_owned();
    while line.trim_end() != "" {
        line.clear();
        reader.read_line(&mut line).ok()?;
    }
    heard.lock().unwrap().push(host.clone());
    stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").ok()?;
    let mut tls = rustls::StreamOwned::new(rustls::ServerConnection::new(config).ok()?, stream);
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    let body = loop {
        let read = tls.read(&mut piece).ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
        if body.len() >= length.unwrap_or(0) {
            break body.to_owned();
        }
    };
    let partition = if host.contains("cn-north-1") {
        "aws-cn"
    } else if host.contains("us-gov") {
        "aws-us-gov"
    } else {
        "aws"
    };
    let (status, answer) = if body.contains("Action=GetCallerIdentity") {
        (
            200,
            format!(
                "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:{partition}:iam::123456789012:user/mara</Arn>\
                 <UserId>AIDA</UserId><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"
            ),
        )
    } else if body.contains("Action=AssumeRole") {
        (
            200,
            "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA</AccessKeyId>\
             <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>\
             </Credentials></AssumeRoleResult></AssumeRoleResponse>"
                .to_owned(),
        )
    } else {
        (403, "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>".to_owned())
    };
    let head = format!("HTTP/1.1 {status} .\r\ncontent-type: text/xml\r\ncontent-length: {}", answer.len());
    tls.write_all(format!("{head}\r\nconnection: close\r\n\r\n{answer}").as_bytes()).ok()?;
    tls.conn.send_close_notify();
    tls.flush().ok()
}

#[test]
fn requests_go_to_the_hosts_that_region_partition_and_settings_name() {
    let Some(company) = Company::open() else { return };
    let (fips, dual) = (("AWS_USE_FIPS_ENDPOINT", "true"), ("AWS_USE_DUALSTACK_ENDPOINT", "true"));
    let both = "[default]\nregion = us-east-1\nuse_fips_endpoint = true\nuse_dualstack_endpoint = true\n";
    for (config, variables, partition, hosts) in [
        ("[default]\nregion = eu-west-1\n", &[][..], "aws", ["iam.amazonaws.com", "sts.eu-west-1.amazonaws.com"]),
        (
            "[default]\nregion = us-east-1\n",
            &[fips],
            "aws",
            ["iam-fips.amazonaws.com", "sts-fips.us-east-1.amazonaws.com"],
        ),
        ("[default]\nregion = eu-west-1\n", &[dual], "aws", ["iam.global.api.aws", "sts.eu-west-1.api.aws"]),
        (both, &[], "aws", ["iam-fips.global.api.aws", "sts-fips.us-east-1.api.aws"]),
        (
            "[default]\nregion = cn-north-1\n",
            &[],
            "aws-cn",
            ["iam.cn-north-1.amazonaws.com.cn", "sts.cn-north-1.amazonaws.com.cn"],
        ),
        (
            "[default]\nregion = us-gov-west-1\n",
            &[],
            "aws-us-gov",
            ["iam.us-gov.amazonaws.com", "sts.us-gov-west-1.amazonaws.com"],
        ),
    ] {
        let (answer, asked) = company.opened(config, variables);
        let (account, _) = answer.opened.unwrap();
        assert_eq!(asked, hosts, "{config} {variables:?}");
        assert_eq!(account.partition, partition);
        let arn = account.arn("rds", "db-proxy:x");
        assert!(arn.starts_with(&format!("arn:{partition}:rds:{}:", account.region)), "{arn}");
        let suffix = if partition == "aws-cn" { "amazonaws.com.cn" } else { "amazonaws.com" };
        assert_eq!(account.dns_suffix(), suffix);
    }
}

/// The roles of a profile are assumed at the same kind of endpoint, whoever assumes them: the SDK, or this program
/// where a role wants a code.
#[test]
fn a_role_of_a_profile_is_assumed_where_the_settings_say() {
    let Some(company) = Company::open() else { return };
    for device in ["", "mfa_serial = arn:aws-us-gov:iam::123456789012:mfa/mara\n"] {
        let config = format!(
            "[profile admin]\nregion = us-gov-west-1\nuse_dualstack_endpoint = true\nsource_profile = default\n\
             role_arn = arn:aws-us-gov:iam::123456789012:role/admin\n{device}"
        );
        let code = ("CHILD_CODE", "123456");
        let (answer, asked) = company.opened(&config, &[("CHILD_PROFILE", "admin"), code]);
        answer.opened.unwrap();
        assert!(asked.iter().all(|host| !host.starts_with("sts") || host == "sts.us-gov-west-1.api.aws"), "{asked:?}");
        assert!(asked.contains(&"sts.us-gov-west-1.api.aws".to_owned()), "{asked:?}");
    }
}

#[test]
fn a_company_is_trusted_by_its_certificates_and_by_nothing_else() {
    let Some(company) = Company::open() else { return };
    let other = Company::open().unwrap();
    let config = "[default]\nregion = eu-west-1\n";
    assert!(company.opened(config, &[]).0.opened.is_ok());
    let ca = company.ca();
    let of_profile = format!("{config}ca_bundle = {ca}\n");
    assert!(company.opened(&of_profile, &[("AWS_CA_BUNDLE", "")]).0.opened.is_ok(), "the profile names them too");
    for wrong in ["", &other.ca()] {
        let error = company.opened(config, &[("AWS_CA_BUNDLE", wrong)]).0.opened.unwrap_err();
        assert_eq!(error.kind, ErrorKind::Unreachable, "{error:?}");
        assert!(error.message.english().to_lowercase().contains("certificate"), "{}", error.message);
    }
    assert!(Path::new(&ca).is_file());
}
