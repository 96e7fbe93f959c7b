//! Stands between the SDK and an emulator: adds latency, and faults that emulators do not have.
//!
//! Requests go through byte for byte, the Host header too, so that signatures stay good. What was
//! asked is remembered in [`Between::calls`].
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod call;
mod message;
mod tests;

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

pub use call::Call;
pub use message::Message;

/// Whether a call has taken effect when it goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// It never reaches AWS.
    Before,
    /// AWS has answered, and nobody hears it.
    After,
}

/// What to do to a call.
#[derive(Debug, Clone)]
pub enum Fault {
    /// Answers that the rate is exceeded, in the service's own words.
    Throttled,
    /// Answers that the caller may not.
    AccessDenied,
    /// Answers 500 with an HTML body, as a broken load balancer does.
    Broken,
    /// Resets the connection.
    Reset(When),
    /// Never answers and keeps the connection.
    Hang(When),
    /// Lets the call happen and answers this status instead: with an error of the service's own, or
    /// with no body at all.
    Status { code: u16, with_error: bool },
    /// Lets the call happen; the body announces its whole length and ends in the middle.
    Cut,
    /// Lets the call happen and answers 200 with a page that is not AWS's.
    Page,
    /// Replaces one text by another in the answer.
    Replaced(&'static str, &'static str),
    /// Answers this without asking AWS.
    Instead(Message),
}

/// Says what happens to each call. It is asked once for each attempt.
pub trait Script: Send + Sync {
    /// What to do to this call.
    fn fault(&self, call: &Call, request: &Message) -> Option<Fault>;

    /// What AWS answered, whether or not the client will hear it.
    fn answered(&self, _call: &Call, _request: &Message, _answer: &Message) {}
}

/// A fault for the first `times` calls of an operation.
#[derive(Debug, Clone)]
pub struct Rule {
    pub operation: &'static str,
    pub times: usize,
    pub fault: Fault,
}

impl Script for Mutex<Vec<Rule>> {
    fn fault(&self, call: &Call, _request: &Message) -> Option<Fault> {
        let mut rules = self.lock().unwrap();
        let rule = rules.iter_mut().find(|rule| rule.operation == call.operation && rule.times > 0)?;
        rule.times -= 1;
        Some(rule.fault.clone())
    }
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
    script: Arc<dyn Script>,
    calls: Mutex<Vec<String>>,
}

impl Between {
    /// In front of `upstream`, `http://HOST:PORT`; each answer is held back for `latency`.
    pub async fn start(upstream: &str, latency: Duration, rules: Vec<Rule>) -> Self {
        Self::scripted(upstream, latency, Arc::new(Mutex::new(rules))).await
    }

    /// The same, doing what a script says.
    pub async fn scripted(upstream: &str, latency: Duration, script: Arc<dyn Script>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(State {
            upstream: upstream.trim_start_matches("http://").trim_end_matches('/').to_owned(),
            latency,
            script,
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
            let call = Call::read(&request);
            self.calls.lock().unwrap().push(format!("{}:{}", call.service, call.operation));
            tokio::time::sleep(self.latency).await;
            let fault = self.script.fault(&call, &request);
            let answer = match fault {
                None => self.forward(&call, &request).await?.bytes(),
                Some(Fault::Reset(when)) => {
                    self.forward_if(when, &call, &request).await?;
                    // Closing with no linger sends RST.
                    return client.set_zero_linger();
                }
                Some(Fault::Hang(when)) => {
                    self.forward_if(when, &call, &request).await?;
                    return until_closed(&mut client).await;
                }
                Some(Fault::Cut) => {
                    client.write_all(&self.forward(&call, &request).await?.cut_bytes()).await?;
                    return Ok(());
                }
                Some(Fault::Page) => {
                    self.forward(&call, &request).await?;
                    Message::answer("200 OK", "text/html", "", "<html>Welcome to the hotel's network</html>").bytes()
                }
                Some(Fault::Status { code, with_error }) => {
                    self.forward(&call, &request).await?;
                    call.failure(code, with_error).bytes()
                }
                Some(Fault::Replaced(from, to)) => {
                    let mut answer = self.forward(&call, &request).await?;
                    let text = String::from_utf8_lossy(&answer.body).replace(from, to);
                    answer.body = text.into_bytes();
                    answer.bytes()
                }
                Some(Fault::Instead(answer)) => answer.bytes(),
                Some(Fault::Throttled) => call.throttled().bytes(),
                Some(Fault::AccessDenied) => call.denied().bytes(),
                Some(Fault::Broken) => {
                    Message::answer("500 Internal Server Error", "text/html", "", "<html>oh no</html>").bytes()
                }
            };
            // One write: a head and a body in two packets wait for each other.
            client.write_all(&answer).await?;
        }
        Ok(())
    }

    async fn forward_if(&self, when: When, call: &Call, request: &Message) -> io::Result<()> {
        if when == When::After {
            self.forward(call, request).await?;
        }
        Ok(())
    }

    async fn forward(&self, call: &Call, request: &Message) -> io::Result<Message> {
        let mut upstream = TcpStream::connect(&self.upstream).await?;
        upstream.set_nodelay(true)?;
        upstream.write_all(&request.bytes()).await?;
        let answer = Message::read(&mut upstream).await?.ok_or(io::ErrorKind::UnexpectedEof)?;
        self.script.answered(call, request, &answer);
        Ok(answer)
    }
}

/// Says nothing until the client gives up.
async fn until_closed(client: &mut TcpStream) -> io::Result<()> {
    let mut heard = [0; 1024];
    while client.read(&mut heard).await? > 0 {}
    Ok(())
}
