//! Stands between the SDK and an emulator: adds latency, and faults that emulators do not have.
//!
//! Requests go through byte for byte, the Host header too, so that signatures stay good. What was
//! asked is remembered in [`Between::calls`].
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What to do to a call.
#[derive(Debug, Clone)]
pub enum Fault {
    /// Answers that the rate is exceeded, in the service's own words.
    Throttled,
    /// Answers that the caller may not.
    AccessDenied,
    /// Answers 500 with an HTML body, as a broken load balancer does.
    Broken,
    /// Lets the call happen and closes the connection instead of passing the answer on.
    AnswerLost,
    /// Replaces one text by another in the answer.
    Replaced(&'static str, &'static str),
}

/// A fault for the first `times` calls of an operation.
#[derive(Debug, Clone)]
pub struct Rule {
    pub operation: &'static str,
    pub times: usize,
    pub fault: Fault,
}

/// A running proxy; it ends when dropped.
pub struct Between {
    /// What to give to the SDK as endpoint.
    pub url: String,
    state: Arc<State>,
    server: JoinHandle<()>,
}

struct State {
    upstream: String,
    latency: Duration,
    rules: Mutex<Vec<Rule>>,
    calls: Mutex<Vec<String>>,
}

impl Between {
    /// In front of `upstream`, `http://HOST:PORT`; each answer is held back for `latency`.
    pub async fn start(upstream: &str, latency: Duration, rules: Vec<Rule>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(State {
            upstream: upstream.trim_start_matches("http://").trim_end_matches('/').to_owned(),
            latency,
            rules: Mutex::new(rules),
            calls: Mutex::default(),
        });
        let shared = state.clone();
        let server = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let state = shared.clone();
                // A broken connection is the client's to notice.
                tokio::spawn(async move { state.serve(client).await });
            }
        });
        Self { url, state, server }
    }

    /// The operations asked for so far, `SERVICE:OPERATION`, in order of arrival.
    pub fn calls(&self) -> Vec<String> {
        self.state.calls.lock().unwrap().clone()
    }
}

impl Drop for Between {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl State {
    async fn serve(&self, mut client: TcpStream) -> io::Result<()> {
        client.set_nodelay(true)?;
        while let Some(request) = Message::read(&mut client).await? {
            let call = Call::of(&request);
            self.calls.lock().unwrap().push(format!("{}:{}", call.service, call.operation));
            tokio::time::sleep(self.latency).await;
            let fault = self.fault_for(&call);
            let answer = match fault {
                None => self.forward(&request).await?,
                Some(Fault::AnswerLost) => {
                    self.forward(&request).await?;
                    return Ok(());
                }
                Some(Fault::Replaced(from, to)) => {
                    let mut answer = self.forward(&request).await?;
                    let text = String::from_utf8_lossy(&answer.body).replace(from, to);
                    answer.body = text.into_bytes();
                    answer
                }
                Some(Fault::Throttled) => call.refusal(call.throttling(), "Rate exceeded"),
                Some(Fault::AccessDenied) => {
                    call.refusal(call.denial(), &format!("not authorized to perform: {}", call.operation))
                }
                Some(Fault::Broken) => {
                    Message::answer("500 Internal Server Error", "text/html", "", "<html>oh no</html>")
                }
            };
            // One write: a head and a body in two packets wait for each other.
            client.write_all(&answer.bytes()).await?;
        }
        Ok(())
    }

    fn fault_for(&self, call: &Call) -> Option<Fault> {
        let mut rules = self.rules.lock().unwrap();
        let rule = rules.iter_mut().find(|rule| rule.operation == call.operation && rule.times > 0)?;
        rule.times -= 1;
        Some(rule.fault.clone())
    }

    async fn forward(&self, request: &Message) -> io::Result<Message> {
        let mut upstream = TcpStream::connect(&self.upstream).await?;
        upstream.set_nodelay(true)?;
        upstream.write_all(&request.bytes()).await?;
        Message::read(&mut upstream).await?.ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }
}

/// An HTTP/1.1 request or answer, whole.
struct Message {
    head: Vec<String>,
    body: Vec<u8>,
}

impl Message {
    /// `None` where the peer is done.
    async fn read(stream: &mut TcpStream) -> io::Result<Option<Self>> {
        let mut buffer = Vec::new();
        let end = loop {
            if let Some(end) = find(&buffer, b"\r\n\r\n") {
                break end;
            }
            if stream.read_buf(&mut buffer).await? == 0 {
                return Ok(None);
            }
        };
        let mut body = buffer.split_off(end + 4);
        let head = String::from_utf8_lossy(&buffer[..end]).split("\r\n").map(str::to_owned).collect();
        let mut message = Self { head, body: Vec::new() };
        if message.header("transfer-encoding") == "chunked" {
            while !body.ends_with(b"0\r\n\r\n") {
                if stream.read_buf(&mut body).await? == 0 {
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
            }
            message.body = unchunked(&body);
        } else {
            let length: usize = message.header("content-length").parse().unwrap_or(0);
            let missing = length.saturating_sub(body.len());
            let from = body.len();
            body.resize(from + missing, 0);
            stream.read_exact(&mut body[from..]).await?;
            message.body = body;
        }
        Ok(Some(message))
    }

    fn answer(status: &str, kind: &str, extra: &str, body: &str) -> Self {
        let head = [&format!("HTTP/1.1 {status}"), &format!("content-type: {kind}"), extra];
        let head = head.into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect();
        Self { head, body: body.as_bytes().to_vec() }
    }

    fn header(&self, name: &str) -> &str {
        let lines = self.head.iter().skip(1).filter_map(|line| line.split_once(':'));
        let mut values = lines.filter(|(key, _)| key.eq_ignore_ascii_case(name));
        values.next().map(|(_, value)| value.trim()).unwrap_or_default()
    }

    /// The length is written anew and the connection kept open; nothing else is changed.
    fn bytes(&self) -> Vec<u8> {
        let ours = ["content-length", "transfer-encoding", "connection"];
        let mut text = String::new();
        for (number, line) in self.head.iter().enumerate() {
            let key = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
            if number == 0 || !ours.contains(&key.as_str()) {
                text += line;
                text += "\r\n";
            }
        }
        text += &format!("content-length: {}\r\n\r\n", self.body.len());
        [text.as_bytes(), &self.body].concat()
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

fn unchunked(mut bytes: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = find(bytes, b"\r\n") {
        let size = String::from_utf8_lossy(&bytes[..end]);
        let size = usize::from_str_radix(size.split(';').next().unwrap_or_default(), 16).unwrap_or(0);
        if size == 0 {
            break;
        }
        body.extend(&bytes[end + 2..end + 2 + size]);
        bytes = &bytes[end + 2 + size + 2..];
    }
    body
}

/// Which operation of which service a request is for.
struct Call {
    service: String,
    operation: String,
}

impl Call {
    /// The service stands in the signature's scope. The operation is the query protocol's
    /// `Action`, the JSON protocol's target, or for Lambda's REST `METHOD /path`, without the API
    /// version in front.
    fn of(request: &Message) -> Self {
        let scope = request.header("authorization").split(['/', ',']).nth(3).unwrap_or_default();
        let target = request.header("x-amz-target");
        let body = String::from_utf8_lossy(&request.body);
        let action = body.split('&').find_map(|pair| pair.strip_prefix("Action="));
        let operation = match (target.rsplit_once('.'), action) {
            (Some((_, operation)), _) => operation.to_owned(),
            (None, Some(action)) => action.to_owned(),
            (None, None) => {
                let mut words = request.head[0].split([' ', '?']);
                let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
                let path = path.trim_start_matches('/').split_once('/').map_or("", |(_, rest)| rest);
                format!("{method} /{}", path.trim_end_matches('/'))
            }
        };
        Self { service: scope.to_owned(), operation }
    }

    fn throttling(&self) -> &'static str {
        match self.service.as_str() {
            "ec2" => "RequestLimitExceeded",
            "lambda" => "TooManyRequestsException",
            "kms" | "secretsmanager" => "ThrottlingException",
            _ => "Throttling",
        }
    }

    fn denial(&self) -> &'static str {
        match self.service.as_str() {
            "ec2" => "UnauthorizedOperation",
            "lambda" | "kms" | "secretsmanager" => "AccessDeniedException",
            _ => "AccessDenied",
        }
    }

    /// An error in the form the service's protocol has for it.
    fn refusal(&self, code: &str, message: &str) -> Message {
        let throttled = message == "Rate exceeded";
        let status = match (self.service.as_str(), throttled) {
            ("ec2", true) => "503 Service Unavailable",
            ("lambda", true) => "429 Too Many Requests",
            (_, true) | ("kms" | "secretsmanager", false) => "400 Bad Request",
            (_, false) => "403 Forbidden",
        };
        match self.service.as_str() {
            "lambda" | "kms" | "secretsmanager" => Message::answer(
                status,
                "application/x-amz-json-1.1",
                &format!("x-amzn-errortype: {code}"),
                &format!(r#"{{"__type":"{code}","message":"{message}"}}"#),
            ),
            "ec2" => Message::answer(
                status,
                "text/xml",
                "",
                &format!(
                    "<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error>\
                     </Errors><RequestID>between</RequestID></Response>"
                ),
            ),
            _ => Message::answer(
                status,
                "text/xml",
                "",
                &format!(
                    "<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}\
                     </Message></Error><RequestId>between</RequestId></ErrorResponse>"
                ),
            ),
        }
    }
}

mod tests {
    use super::*;
    use crate::services::service;
    use aws_config::{BehaviorVersion, Region, SdkConfig};
    use aws_credential_types::Credentials;
    use aws_sdk_lambda::error::ProvideErrorMetadata;

    async fn session(url: &str, key: &str) -> SdkConfig {
        aws_config::defaults(BehaviorVersion::latest())
            .credentials_provider(Credentials::new(key, "test", None, None, "tests"))
            .region(Region::new("us-east-1"))
            .endpoint_url(url)
            .load()
            .await
    }

    fn rule(operation: &'static str, times: usize, fault: Fault) -> Rule {
        Rule { operation, times, fault }
    }

    #[tokio::test]
    async fn calls_pass_signatures_and_all_and_are_remembered() {
        let Some(upstream) = service("RPW_MINISTACK_AUTH_URL") else {
            return;
        };
        let between = Between::start(&upstream, Duration::ZERO, Vec::new()).await;
        let session = session(&between.url, "100000000001").await;
        let identity = aws_sdk_sts::Client::new(&session).get_caller_identity().send().await;
        assert_eq!(identity.unwrap().account(), Some("100000000001"));
        let ec2 = aws_sdk_ec2::Client::new(&session);
        assert!(!ec2.describe_subnets().send().await.unwrap().subnets().is_empty());
        aws_sdk_lambda::Client::new(&session).list_functions().send().await.unwrap();
        aws_sdk_secretsmanager::Client::new(&session).list_secrets().send().await.unwrap();
        assert_eq!(
            between.calls(),
            ["sts:GetCallerIdentity", "ec2:DescribeSubnets", "lambda:GET /functions", "secretsmanager:ListSecrets"]
        );
    }

    #[tokio::test]
    async fn each_service_understands_its_throttling_and_tries_again() {
        let Some(upstream) = service("RPW_MINISTACK_URL") else {
            return;
        };
        let operations = ["DescribeDBProxies", "DescribeVpcs", "GET /functions", "ListKeys", "ListRoles"];
        let rules = operations.map(|operation| rule(operation, 2, Fault::Throttled));
        let between = Between::start(&upstream, Duration::ZERO, rules.to_vec()).await;
        let session = session(&between.url, "100000000002").await;
        aws_sdk_rds::Client::new(&session).describe_db_proxies().send().await.unwrap();
        aws_sdk_ec2::Client::new(&session).describe_vpcs().send().await.unwrap();
        aws_sdk_lambda::Client::new(&session).list_functions().send().await.unwrap();
        aws_sdk_kms::Client::new(&session).list_keys().send().await.unwrap();
        aws_sdk_iam::Client::new(&session).list_roles().send().await.unwrap();
        for operation in operations {
            let tries = between.calls().iter().filter(|call| call.ends_with(operation)).count();
            assert_eq!(tries, 3, "{operation}");
        }
    }

    #[tokio::test]
    async fn a_denial_has_the_services_own_code() {
        let Some(upstream) = service("RPW_MINISTACK_URL") else {
            return;
        };
        let rules = ["DescribeVpcs", "GET /functions", "DescribeDBProxies"]
            .map(|operation| rule(operation, 9, Fault::AccessDenied));
        let between = Between::start(&upstream, Duration::ZERO, rules.to_vec()).await;
        let session = session(&between.url, "100000000003").await;
        let ec2 = aws_sdk_ec2::Client::new(&session).describe_vpcs().send().await.unwrap_err();
        assert_eq!(ec2.code(), Some("UnauthorizedOperation"));
        let lambda = aws_sdk_lambda::Client::new(&session).list_functions().send().await.unwrap_err();
        assert_eq!(lambda.code(), Some("AccessDeniedException"));
        let rds = aws_sdk_rds::Client::new(&session).describe_db_proxies().send().await.unwrap_err();
        assert_eq!(rds.code(), Some("AccessDenied"));
    }

    #[tokio::test]
    async fn an_answer_can_be_lost_after_the_deed_broken_or_changed() {
        let Some(upstream) = service("RPW_MOTO_URL") else {
            return;
        };
        let rules = vec![
            rule("CreateSecret", 1, Fault::AnswerLost),
            rule("DescribeVpcs", 1, Fault::Broken),
            rule("GetCallerIdentity", 1, Fault::Replaced("123456789012", "999999999999")),
        ];
        let between = Between::start(&upstream, Duration::ZERO, rules).await;
        let session = session(&between.url, "testing").await;
        let secrets = aws_sdk_secretsmanager::Client::new(&session);
        let name = format!("between-{}", between.url.rsplit(':').next().unwrap());
        // The SDK sends the same ClientRequestToken again, so the second try finds its own deed.
        let created = secrets.create_secret().name(&name).secret_string("{}").send().await;
        let code = created.as_ref().err().and_then(|error| error.code());
        assert!(created.is_ok() || code == Some("ResourceExistsException"), "{created:?}");
        secrets.describe_secret().secret_id(&name).send().await.unwrap();
        aws_sdk_ec2::Client::new(&session).describe_vpcs().send().await.unwrap();
        let identity = aws_sdk_sts::Client::new(&session).get_caller_identity().send().await.unwrap();
        assert_eq!(identity.account(), Some("999999999999"));
        let tries = |operation: &str| between.calls().iter().filter(|c| c.ends_with(operation)).count();
        assert_eq!((tries("CreateSecret"), tries("DescribeVpcs")), (2, 2));
    }
}
