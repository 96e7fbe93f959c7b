//! Walks the stages in order, each within its limit, and tells while it goes.

use mysql_async::Conn;
use secrecy::SecretString;
use std::future::Future;
use std::net::SocketAddr;
use tokio::time::{Instant, timeout};

use super::certificate::Certificate;
use super::fact::{self, Learnt};
use super::failure::Failure;
use super::meaning::{Attempted, OpenedFrom};
use super::stage::{Attempt, Stage, StageEvent, StageOutcome};
use super::target::{ProbeTarget, Protocol};
use super::tls::Verified;
use super::trust::Trust;
use super::{dial, mysql, postgresql, tls};
use crate::cloud::token::{TokenRequest, TokenSource};

/// What to log in with.
pub enum Credential<'a> {
    /// An IAM token, signed when its stage is reached.
    Token(&'a dyn TokenSource),
    /// The user's password.
    Password(SecretString),
}

/// Connects, and reports each stage as it begins and ends. See [`crate::probe`].
pub async fn connect(
    target: &ProbeTarget,
    trust: &Trust,
    credential: Credential<'_>,
    on_event: &mut (dyn FnMut(StageEvent) + Send),
) -> Attempt {
    let mut walk = Walk::new(target, trust, &credential, on_event);
    walk.go().await;
    walk.finish()
}

pub(super) enum DatabaseSession {
    Mysql(Conn),
    Postgresql(postgresql::PostgresqlSession),
}

pub(super) struct Walk<'a> {
    target: &'a ProbeTarget,
    trust: &'a Trust,
    credential: &'a Credential<'a>,
    on_event: &'a mut (dyn FnMut(StageEvent) + Send),
    stages: Vec<StageOutcome>,
    certificate: Option<Certificate>,
}

impl<'a> Walk<'a> {
    pub fn new(
        target: &'a ProbeTarget,
        trust: &'a Trust,
        credential: &'a Credential<'a>,
        on_event: &'a mut (dyn FnMut(StageEvent) + Send),
    ) -> Self {
        Self { target, trust, credential, on_event, stages: Vec::new(), certificate: None }
    }

    async fn go(&mut self) -> Option<()> {
        let session = self.open().await?;
        self.stage(Stage::Query, select_one(session)).await
    }

    /// As far as the login. `None` at the first stage that does not pass; its outcome is recorded by then.
    pub async fn open(&mut self) -> Option<DatabaseSession> {
        let (target, trust, credential) = (self.target, self.trust, self.credential);
        let addresses = self.stage(Stage::Resolve, dial::resolve(target)).await?;
        let (stream, dialled) = self.stage(Stage::Tcp, dial::tcp(&addresses)).await?;
        let (verified, shown) = self.stage(Stage::Tls, tls::secure(stream, target, trust)).await?;
        self.certificate = shown;
        let secret = self.stage(Stage::Token, obtain(target, credential)).await?;
        let is_token = matches!(credential, Credential::Token(_));
        let login = log_in(target, trust, dialled, verified, &secret, is_token);
        self.stage(Stage::Login, login).await
    }

    async fn stage<T>(&mut self, stage: Stage, work: impl Future<Output = Result<(T, Learnt), Failure>>) -> Option<T> {
        (self.on_event)(StageEvent::Began { stage });
        let began = Instant::now();
        let limit = stage.limit();
        let result = timeout(limit, work).await.unwrap_or_else(|_| Err(Failure::TimedOut(limit)));
        let elapsed = began.elapsed();
        match result {
            Ok((value, fact)) => {
                self.record(StageOutcome::passed(stage, elapsed, fact));
                Some(value)
            }
            Err(failure) => {
                let attempted = Attempted {
                    target: self.target,
                    public_roots: self.trust.is_public(),
                    by_token: matches!(self.credential, Credential::Token(_)),
                    from: OpenedFrom::Here,
                };
                self.record(attempted.failed(stage, elapsed, &failure));
                None
            }
        }
    }

    fn record(&mut self, outcome: StageOutcome) {
        (self.on_event)(StageEvent::Ended(outcome.clone()));
        self.stages.push(outcome);
    }

    pub fn finish(mut self) -> Attempt {
        for stage in Stage::ALL.into_iter().skip(self.stages.len()) {
            self.record(StageOutcome::not_tried(stage));
        }
        Attempt { certificate: self.certificate, ..Attempt::of_stages(self.target.clone(), self.stages) }
    }
}

async fn obtain(target: &ProbeTarget, credential: &Credential<'_>) -> Result<(SecretString, Learnt), Failure> {
    match credential {
        Credential::Password(password) => Ok((password.clone(), fact::password(&target.user))),
        Credential::Token(source) => {
            let region = target.region.clone().ok_or_else(|| Failure::NoRegion(target.host.clone()))?;
            let fact = fact::token(target, &region);
            let request =
                TokenRequest { host: target.host.clone(), port: target.port, user: target.user.clone(), region };
            Ok((source.token(&request).await?, fact))
        }
    }
}

async fn log_in(
    target: &ProbeTarget,
    trust: &Trust,
    dialled: SocketAddr,
    verified: Verified,
    secret: &SecretString,
    is_token: bool,
) -> Result<(DatabaseSession, Learnt), Failure> {
    match target.protocol {
        Protocol::Mysql => {
            drop(verified);
            let (session, fact) = mysql::log_in(target, trust, dialled, secret, is_token).await?;
            Ok((DatabaseSession::Mysql(session), fact))
        }
        Protocol::Postgresql => {
            let (session, fact) = postgresql::log_in(target, verified, secret).await?;
            Ok((DatabaseSession::Postgresql(session), fact))
        }
    }
}

async fn select_one(session: DatabaseSession) -> Result<((), Learnt), Failure> {
    match session {
        DatabaseSession::Mysql(session) => mysql::select_one(session).await,
        DatabaseSession::Postgresql(session) => postgresql::select_one(session).await,
    }
}
