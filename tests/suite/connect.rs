//! Real logins to MariaDB and PostgreSQL over TLS. The servers recompute the token's signature;
//! each has a twin without TLS that records whether a credential ever reached it
//! (`tests/services/databases.sh`).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use async_trait::async_trait;
use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_credential_types::Credentials;
use aws_smithy_async::time::StaticTimeSource;
use rds_proxy_wizard::aws::token::SdkTokens;
use rds_proxy_wizard::cloud::token::{TokenError, TokenRequest, TokenSource};
use rds_proxy_wizard::probe::{
    Attempt, Credential, ProbeTarget, Protocol, Stage, StageEvent, StageOutcome, StageVerdict, Trust, connect,
};
use secrecy::{ExposeSecret, SecretString};
use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::time::timeout;

use crate::services::service;

const BOTH: [Protocol; 2] = [Protocol::Mysql, Protocol::Postgresql];

/// The test databases, as the environment describes them.
pub struct Servers {
    mysql: String,
    postgresql: String,
    mysql_plain: String,
    postgresql_plain: String,
    proxy_host: String,
    trust: Trust,
    pub session_token: String,
    secret_key: String,
    access_key: String,
}

impl Servers {
    pub fn find() -> Option<Self> {
        // The first one missing stands for all: they come together.
        let mysql = service("RPW_TEST_MYSQL")?;
        let get = |name: &str| service(name).unwrap();
        Some(Self {
            mysql,
            postgresql: get("RPW_TEST_POSTGRES"),
            mysql_plain: get("RPW_TEST_MYSQL_PLAIN"),
            postgresql_plain: get("RPW_TEST_POSTGRES_PLAIN"),
            proxy_host: get("RPW_TEST_PROXY_HOST"),
            trust: Trust::read(Path::new(&get("RPW_TEST_CA"))).unwrap(),
            session_token: get("RPW_TEST_SESSION_TOKEN"),
            secret_key: get("RPW_TEST_SECRET_ACCESS_KEY"),
            access_key: get("RPW_TEST_ACCESS_KEY_ID"),
        })
    }

    fn address(&self, protocol: Protocol) -> &str {
        match protocol {
            Protocol::Mysql => &self.mysql,
            Protocol::Postgresql => &self.postgresql,
        }
    }

    pub fn plain(&self, protocol: Protocol) -> &str {
        match protocol {
            Protocol::Mysql => &self.mysql_plain,
            Protocol::Postgresql => &self.postgresql_plain,
        }
    }

    /// The server by its own address, `localhost`.
    pub fn direct(&self, protocol: Protocol, user: &str) -> ProbeTarget {
        let (host, port) = self.address(protocol).split_once(':').unwrap();
        ProbeTarget::new(host, port.parse().unwrap(), protocol, user, "orders")
            .unwrap()
            .in_region(Some("eu-west-1".to_owned()))
    }

    /// A proxy's endpoint, with the server standing at a tunnel's end.
    pub fn tunnelled(&self, protocol: Protocol) -> ProbeTarget {
        let via = self.address(protocol).parse().unwrap();
        ProbeTarget::new(&self.proxy_host, protocol.proxy_port(), protocol, "app_user", "orders")
            .unwrap()
            .via(Some(via))
    }

    /// The credentials that the servers know, as a function's environment holds them.
    pub fn credentials(&self) -> [(&'static str, &str); 3] {
        [
            ("AWS_ACCESS_KEY_ID", &self.access_key),
            ("AWS_SECRET_ACCESS_KEY", &self.secret_key),
            ("AWS_SESSION_TOKEN", &self.session_token),
        ]
    }

    pub async fn tokens(&self) -> SdkTokens {
        SdkTokens::new(&self.session().await)
    }

    /// A signer whose clock stands so far in the past.
    async fn tokens_of(&self, age: Duration) -> SdkTokens {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        let clock = StaticTimeSource::from_secs((now - age).as_secs());
        SdkTokens::new(&self.session().await.into_builder().time_source(clock).build())
    }

    async fn session(&self) -> SdkConfig {
        let token = Some(self.session_token.clone());
        let credentials = Credentials::new(&self.access_key, &self.secret_key, token, None, "tests");
        aws_config::defaults(BehaviorVersion::latest())
            .credentials_provider(credentials)
            .region(Region::new("us-east-1")) // not the endpoint's
            .load()
            .await
    }
}

/// A token source that changes what it is asked, or what it answers, and remembers the answer.
struct Bent<A, B> {
    inner: SdkTokens,
    ask: A,
    answer: B,
    given: Mutex<Vec<String>>,
}

#[async_trait]
impl<A, B> TokenSource for Bent<A, B>
where
    A: Fn(TokenRequest) -> TokenRequest + Send + Sync,
    B: Fn(String) -> String + Send + Sync,
{
    async fn token(&self, request: &TokenRequest) -> Result<SecretString, TokenError> {
        let token = self.inner.token(&(self.ask)(request.clone())).await?;
        let token = (self.answer)(token.expose_secret().to_owned());
        self.given.lock().unwrap().push(token.clone());
        Ok(SecretString::from(token))
    }
}

fn bent<A, B>(inner: SdkTokens, ask: A, answer: B) -> Bent<A, B> {
    Bent { inner, ask, answer, given: Mutex::default() }
}

async fn attempt(target: &ProbeTarget, trust: &Trust, credential: Credential<'_>) -> Attempt {
    connect(target, trust, credential, &mut |_| ()).await
}

async fn with_token(target: &ProbeTarget, trust: &Trust, tokens: &dyn TokenSource) -> Attempt {
    attempt(target, trust, Credential::Token(tokens)).await
}

async fn with_password(target: &ProbeTarget, trust: &Trust, password: &str) -> Attempt {
    attempt(target, trust, Credential::Password(SecretString::from(password))).await
}

fn assert_passed(attempt: &Attempt) {
    assert_eq!(attempt.verdict, StageVerdict::Passed, "{:#?}", attempt.stages);
}

/// The stage it stopped at, which must be this one, with everything a person needs.
fn stopped(attempt: &Attempt, stage: Stage) -> &StageOutcome {
    let outcome = attempt.stopped_at().expect("it passed");
    assert_eq!(outcome.stage, stage, "{outcome:#?}");
    assert_eq!(outcome.verdict, StageVerdict::Failed, "{outcome:#?}");
    assert!(outcome.error.is_some() && outcome.means.is_some() && outcome.next.is_some());
    for later in attempt.stages.iter().filter(|later| later.stage > stage) {
        assert_eq!(later.verdict, StageVerdict::NotTried);
    }
    outcome
}

fn says(text: &Option<String>, words: &str) {
    let text = text.as_deref().unwrap_or_default();
    assert!(text.contains(words), "`{words}` is not in: {text}");
}

#[tokio::test]
async fn a_signed_token_logs_in_and_every_stage_has_its_fact() {
    let Some(servers) = Servers::find() else {
        return;
    };
    let tokens = servers.tokens().await;
    for protocol in BOTH {
        let target = servers.direct(protocol, "app_user");
        let mut told = Vec::new();
        let attempt = connect(&target, &servers.trust, Credential::Token(&tokens), &mut |e| told.push(e)).await;
        assert_passed(&attempt);
        let expected: Vec<StageEvent> = attempt
            .stages
            .iter()
            .flat_map(|outcome| [StageEvent::Began { stage: outcome.stage }, StageEvent::Ended(outcome.clone())])
            .collect();
        assert_eq!(told, expected);
        let fact = |stage: Stage| attempt.stages[stage as usize].fact.clone();
        says(&fact(Stage::Resolve), "127.0.0.1");
        says(&fact(Stage::Tls), "TLS 1.3, certificate for CN=orders.proxy-abc123");
        says(&fact(Stage::Tls), "issued by CN=rds-proxy-wizard tests ca, valid until 20");
        says(&fact(Stage::Token), "signed for eu-west-1, valid for 15 minutes");
        says(&fact(Stage::Login), "logged in as app_user; server version 1");
    }
}

#[tokio::test]
async fn through_a_tunnel_the_endpoint_itself_is_signed_for_and_checked() {
    let Some(servers) = Servers::find() else {
        return;
    };
    for protocol in BOTH {
        // The server accepts a token for the endpoint's host and port, or for its own address:
        // remember which one it was.
        let tokens = bent(servers.tokens().await, |ask| ask, |token| token);
        let target = servers.tunnelled(protocol);
        assert_passed(&with_token(&target, &servers.trust, &tokens).await);
        let given = tokens.given.into_inner().unwrap();
        let endpoint = format!("{}:{}/?", servers.proxy_host, protocol.proxy_port());
        assert!(given.iter().all(|token| token.starts_with(&endpoint)), "{endpoint}");
        assert_eq!(given.len(), 1);

        let mut elsewhere = target.clone();
        elsewhere.host = servers.proxy_host.replace("orders.", "other.");
        let attempt = with_token(&elsewhere, &servers.trust, &tokens_unused()).await;
        says(&stopped(&attempt, Stage::Tls).means, "not for `other.proxy-abc123");
    }
}

/// For attempts that must end before a token is asked for.
fn tokens_unused() -> impl TokenSource {
    struct Unused;
    #[async_trait]
    impl TokenSource for Unused {
        async fn token(&self, request: &TokenRequest) -> Result<SecretString, TokenError> {
            panic!("a token was asked for {}", request.host)
        }
    }
    Unused
}

#[tokio::test]
async fn a_certificate_of_another_authority_is_refused() {
    let Some(servers) = Servers::find() else {
        return;
    };
    let other = Trust::read(Path::new(&service("RPW_TEST_OTHER_CA").unwrap())).unwrap();
    for protocol in BOTH {
        let target = servers.direct(protocol, "app_user");
        let attempt = with_token(&target, &other, &tokens_unused()).await;
        let outcome = stopped(&attempt, Stage::Tls);
        says(&outcome.error, "UnknownIssuer");
        says(&outcome.means, "issued by CN=rds-proxy-wizard tests ca");
        says(&outcome.next, "the authority that signed");

        let attempt = with_token(&target, &Trust::public(), &tokens_unused()).await;
        says(&stopped(&attempt, Stage::Tls).next, "do not send it a credential");

        // At a proxy a CA file is the mistake itself.
        let attempt = with_token(&servers.tunnelled(protocol), &other, &tokens_unused()).await;
        says(&stopped(&attempt, Stage::Tls).next, "Leave out the CA file");
    }
}

#[tokio::test]
async fn a_token_that_is_not_right_is_refused_by_the_server_and_explained() {
    let Some(servers) = Servers::find() else {
        return;
    };
    fn flip(token: String) -> String {
        let (before, signature) = token.split_once("X-Amz-Signature=").unwrap();
        let first = if signature.starts_with('0') { '1' } else { '0' };
        format!("{before}X-Amz-Signature={first}{}", &signature[1..])
    }
    let same = |token: String| token;
    for protocol in BOTH {
        let target = servers.tunnelled(protocol);
        let sources: [Box<dyn TokenSource>; 6] = [
            Box::new(bent(servers.tokens().await, |ask| ask, flip)),
            Box::new(bent(servers.tokens().await, |ask| TokenRequest { user: "someone".to_owned(), ..ask }, same)),
            Box::new(bent(
                servers.tokens().await,
                |ask| TokenRequest { host: "db.example.com".to_owned(), ..ask },
                same,
            )),
            Box::new(bent(servers.tokens().await, |ask| TokenRequest { port: 1, ..ask }, same)),
            Box::new(bent(servers.tokens().await, |ask| TokenRequest { region: "us-east-1".to_owned(), ..ask }, same)),
            Box::new(servers.tokens_of(Duration::from_secs(960)).await),
        ];
        for (case, source) in sources.iter().enumerate() {
            let attempt = with_token(&target, &servers.trust, source.as_ref()).await;
            let outcome = stopped(&attempt, Stage::Login);
            says(&outcome.error, if protocol == Protocol::Mysql { "1045" } else { "28000" });
            says(&outcome.means, "signed for another host, port, region or user");
            assert!(outcome.fact.is_none(), "case {case}");
        }
        // The clock of the last one is what it was refused for.
        let younger = servers.tokens_of(Duration::from_secs(600)).await;
        assert_passed(&with_token(&target, &servers.trust, &younger).await);
    }
}

pub fn spills() -> String {
    std::fs::read_to_string(service("RPW_TEST_SPILLS").unwrap()).unwrap()
}

#[tokio::test]
async fn a_server_without_tls_is_sent_no_credential() {
    let Some(servers) = Servers::find() else {
        return;
    };
    for protocol in BOTH {
        let target = servers.tunnelled(protocol).via(Some(servers.plain(protocol).parse().unwrap()));
        let attempt = with_token(&target, &servers.trust, &tokens_unused()).await;
        says(&stopped(&attempt, Stage::Tls).means, "does not offer TLS. No credential was sent.");
    }
    assert_eq!(spills(), "");
}

/// MySQL's login goes over a connection of its own; what answers there may be somebody else.
#[tokio::test]
async fn a_server_that_changes_behind_the_tls_stage_is_sent_no_credential() {
    let Some(servers) = Servers::find() else {
        return;
    };
    let tokens = servers.tokens().await;
    for protocol in BOTH {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let via = listener.local_addr().unwrap().to_string().parse().unwrap();
        let ends = [servers.address(protocol).to_owned(), servers.plain(protocol).to_owned()];
        let relay = tokio::spawn(async move {
            for end in ends {
                let (mut near, _) = listener.accept().await.unwrap();
                let mut far = TcpStream::connect(end).await.unwrap();
                tokio::spawn(async move { tokio::io::copy_bidirectional(&mut near, &mut far).await });
            }
        });
        let attempt = with_token(&servers.tunnelled(protocol).via(Some(via)), &servers.trust, &tokens).await;
        match protocol {
            Protocol::Mysql => {
                stopped(&attempt, Stage::Login);
                relay.await.unwrap();
            }
            // It stays on the connection it has verified, so the second end never matters.
            Protocol::Postgresql => {
                assert_passed(&attempt);
                relay.abort();
            }
        }
    }
    assert_eq!(spills(), "");
}

#[tokio::test]
async fn a_password_logs_in_and_a_wrong_one_is_explained() {
    let Some(servers) = Servers::find() else {
        return;
    };
    let password = service("RPW_TEST_PASSWORD").unwrap();
    for protocol in BOTH {
        let target = servers.direct(protocol, "pass_user");
        assert_passed(&with_password(&target, &servers.trust, &password).await);
        let attempt = with_password(&target, &servers.trust, "not-the-password").await;
        says(&stopped(&attempt, Stage::Login).next, "password that the user's secret holds now");
    }
}

#[tokio::test]
async fn a_database_that_is_not_there_is_told_from_a_bad_login() {
    let Some(servers) = Servers::find() else {
        return;
    };
    let tokens = servers.tokens().await;
    for protocol in BOTH {
        let mut target = servers.tunnelled(protocol);
        target.database = "nowhere".to_owned();
        let attempt = with_token(&target, &servers.trust, &tokens).await;
        says(&stopped(&attempt, Stage::Login).means, "The login is right, but");
    }
}

#[tokio::test]
async fn the_other_engines_port_is_told() {
    let Some(servers) = Servers::find() else {
        return;
    };
    for (protocol, at) in [(Protocol::Mysql, Protocol::Postgresql), (Protocol::Postgresql, Protocol::Mysql)] {
        let target = servers.tunnelled(protocol).via(Some(servers.address(at).parse().unwrap()));
        let attempt = with_token(&target, &servers.trust, &tokens_unused()).await;
        says(&stopped(&attempt, Stage::Tls).next, "Check the engine and the port");
    }
}

#[tokio::test]
async fn no_credential_is_in_any_report() {
    let Some(servers) = Servers::find() else {
        return;
    };
    let password = service("RPW_TEST_PASSWORD").unwrap();
    for protocol in BOTH {
        let mut told = String::new();
        let tokens = bent(servers.tokens().await, |ask| ask, |token| token);
        let spoilt = bent(servers.tokens().await, |ask| ask, |token: String| token.to_uppercase());
        let wrong = "planted-and-wrong";
        let by_token = servers.tunnelled(protocol);
        let by_password = servers.direct(protocol, "pass_user");
        for (target, credential) in [
            (&by_token, Credential::Token(&tokens)),
            (&by_token, Credential::Token(&spoilt)),
            (&by_password, Credential::Password(SecretString::from(password.as_str()))),
            (&by_password, Credential::Password(SecretString::from(wrong))),
        ] {
            let mut listen = |event: StageEvent| {
                told += &serde_json::to_string(&event).unwrap();
                told += &format!("{event:?}");
            };
            let attempt = connect(target, &servers.trust, credential, &mut listen).await;
            told += &serde_json::to_string(&attempt).unwrap();
        }
        let given = [tokens.given.into_inner().unwrap(), spoilt.given.into_inner().unwrap()].concat();
        assert_eq!(given.len(), 2);
        let secrets = [password.as_str(), wrong, &servers.secret_key, &servers.session_token];
        for secret in secrets.into_iter().chain(given.iter().map(String::as_str)) {
            assert!(!told.contains(secret));
            assert!(!told.contains("X-Amz-"));
        }
        assert!(told.contains(r#""verdict":"failed""#) && told.contains(r#""engine":"#));
    }
}

fn proxy(host: &str) -> ProbeTarget {
    ProbeTarget::new(host, 3306, Protocol::Mysql, "app_user", "orders").unwrap()
}

#[tokio::test]
async fn a_name_without_an_address_is_calmly_not_reachable() {
    let target = proxy("orders.proxy-abc123.eu-west-1.invalid");
    let attempt = with_token(&target, &Trust::public(), &tokens_unused()).await;
    assert_eq!(attempt.verdict, StageVerdict::NotReachable, "{attempt:#?}");
    let outcome = attempt.stopped_at().unwrap();
    assert_eq!(outcome.stage, Stage::Resolve);
    says(&outcome.means, "Not reachable from here");
    assert_eq!(outcome.commands.len(), 2);
}

#[tokio::test]
async fn an_address_that_is_silent_is_calmly_not_reachable() {
    // A full queue of connections that nobody accepts: Linux answers no more.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut waiting = Vec::new();
    while let Ok(next) = timeout(Duration::from_secs(1), TcpStream::connect(address)).await {
        waiting.push(next.unwrap());
    }

    let target = ProbeTarget::new("127.0.0.1", address.port(), Protocol::Mysql, "app_user", "").unwrap();
    let attempt = with_token(&target, &Trust::public(), &tokens_unused()).await;
    assert_eq!(attempt.verdict, StageVerdict::NotReachable, "{attempt:#?}");
    let outcome = attempt.stopped_at().unwrap();
    assert_eq!(outcome.stage, Stage::Tcp);
    says(&outcome.error, "no answer within 5 s");
    drop((waiting, listener));
}

#[tokio::test]
async fn a_tunnel_that_does_not_stand_is_a_fault() {
    let port = {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        listener.local_addr().unwrap().port()
    };
    let target = proxy("orders.proxy-abc123.eu-west-1.rds.amazonaws.com")
        .via(Some(format!("127.0.0.1:{port}").parse().unwrap()));
    let attempt = with_token(&target, &Trust::public(), &tokens_unused()).await;
    says(&stopped(&attempt, Stage::Tcp).next, "Start the tunnel");
}

#[tokio::test]
async fn a_server_that_says_nothing_is_given_up_on() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let target = proxy("orders.proxy-abc123.eu-west-1.rds.amazonaws.com")
        .via(Some(listener.local_addr().unwrap().to_string().parse().unwrap()));
    let attempt = with_token(&target, &Trust::public(), &tokens_unused()).await;
    let outcome = stopped(&attempt, Stage::Tls);
    assert!(outcome.elapsed_ms >= 5_000, "{outcome:?}");
    says(&outcome.error, "no answer within 5 s");
}

#[tokio::test]
async fn without_credentials_or_region_no_token_is_sent() {
    let Some(servers) = Servers::find() else {
        return;
    };
    let bare = SdkTokens::new(&SdkConfig::builder().build());
    let attempt = with_token(&servers.tunnelled(Protocol::Mysql), &servers.trust, &bare).await;
    says(&stopped(&attempt, Stage::Token).means, "no AWS credentials");

    let mut target = servers.direct(Protocol::Mysql, "app_user");
    target.region = None;
    let attempt = with_token(&target, &servers.trust, &tokens_unused()).await;
    says(&stopped(&attempt, Stage::Token).next, "Give the region");
}
