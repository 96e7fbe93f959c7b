//! `connect`: a real connection from this machine, each stage printed as it ends.

use async_trait::async_trait;
use secrecy::SecretString;
use std::sync::Arc;

use super::args::{ConnectArgs, Format, Globals};
use super::interrupt::Interrupts;
use super::output::{self, Ended, Exit, Failure};
use super::prompt;
use super::session::{Session, known_profile};
use crate::accounts::Accounts;
use crate::cloud::token::{TokenError, TokenRequest, TokenSource};
use crate::cloud::{CloudError, Connection, Wire};
use crate::probe::{self, Outcome, Protocol, StageEvent, Target, Trust, Verdict};
use crate::report::{Kind, Report};
use crate::text::t;
use crate::tunnel::{self, Carrier, Open, Tunnel, TunnelError};

/// Connects, or says at which stage it ended and what that means.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ConnectArgs) -> Ended {
    let trust = match &args.ca {
        Some(path) => Trust::read(path).map_err(|error| refused(&error))?,
        None => Trust::public(),
    };
    let password = match args.password_stdin {
        true => Some(prompt::password(&t!("cli-password-of", user = args.user.as_str()), true)?),
        false => None,
    };
    let Way { target, wire, profile } = match &args.proxy {
        Some(name) => through_proxy(accounts, globals, args, name).await?,
        None => at_host(accounts, globals, args, password.is_none()).await?,
    };
    let is_json = globals.format == Some(Format::Json);
    let (target, tunnel) = match &args.tunnel {
        None => (target, None),
        Some(carrier) => dig(target, carrier, &wire, profile.as_deref(), is_json).await?,
    };
    if !is_json {
        output::line(&t!("cli-connecting", host = target.host.as_str(), port = target.port.to_string()));
    }
    let mut tell = |event: StageEvent| {
        if let StageEvent::Ended(outcome) = event
            && !is_json
        {
            output::line(&stage(&outcome));
        }
    };
    let mut interrupts = tunnel.is_some().then(Interrupts::listen);
    let attempt = tokio::select! {
        attempt = probe::from_here(&wire, &target, &trust, password, &mut tell) => Some(attempt),
        () = asked_to_stop(&mut interrupts) => None,
    };
    if let Some(tunnel) = tunnel {
        tunnel.close().await;
    }
    let Some(attempt) = attempt else { return Ok(Exit::Failed) };
    let attempt = attempt.map_err(|why| {
        Failure::new(Exit::Failed, Report::new(Kind::Internal, t!("cli-no-attempt")).because(why.to_string()))
    })?;
    if is_json {
        output::json(&attempt);
    }
    Ok(if attempt.verdict == Verdict::Passed { Exit::Done } else { Exit::Failed })
}

/// Without a tunnel, Ctrl-C ends the program and leaves nothing.
async fn asked_to_stop(interrupts: &mut Option<Interrupts>) {
    match interrupts {
        Some(interrupts) => interrupts.next().await,
        None => std::future::pending().await,
    }
}

/// What to connect to, and what carries it there.
struct Way {
    target: Target,
    wire: Wire,
    /// The profile of the command lines that belong to it.
    profile: Option<String>,
}

/// Opens the tunnel, where there is a network for it, and dials its near end.
async fn dig(
    target: Target,
    carrier: &Carrier,
    wire: &Wire,
    profile: Option<&str>,
    is_json: bool,
) -> Result<(Target, Option<Open>), Failure> {
    let Some(region) = target.region.clone() else {
        return Err(Failure::usage(t!("cli-tunnel-region"), t!("cli-tunnel-region-hint")));
    };
    let refused = |error: TunnelError, line: &str| {
        Failure::new(Exit::Failed, Report::new(Kind::Input, error.to_string()).hint(error.hint()).with_copy(line))
    };
    let tunnel = Tunnel::to(&target, carrier, &region, profile).map_err(|error| refused(error, ""))?;
    let line = tunnel.line();
    if !is_json {
        output::line(&t!("cli-tunnel", line = line.as_str()));
    }
    let open = match wire {
        Wire::Network(_) => Some(tunnel::open(&tunnel).await.map_err(|error| refused(error, &line))?),
        Wire::Simulated(_) => None,
    };
    Ok((target.via(Some(tunnel.via())), open))
}

fn target(args: &ConnectArgs, host: &str, port: u16, protocol: Protocol) -> Result<Target, Failure> {
    let target = Target::new(host, port, protocol, &args.user, &args.database).map_err(|error| refused(&error))?;
    Ok(target.via(args.via.clone()))
}

async fn through_proxy(accounts: &Accounts, globals: &Globals, args: &ConnectArgs, name: &str) -> Result<Way, Failure> {
    let session = Session::open(accounts, globals, None).await?;
    let (host, port, protocol) = of_proxy(&session, name).await?;
    let Connection { account, wire, profile, .. } = session.connection;
    Ok(Way { target: target(args, &host, port, protocol)?.in_region(Some(account.region)), wire, profile })
}

/// The endpoint of the arguments. For a token, credentials are looked up; with a password, nothing
/// is asked of AWS.
async fn at_host(accounts: &Accounts, globals: &Globals, args: &ConnectArgs, by_token: bool) -> Result<Way, Failure> {
    let (Some(host), Some(protocol)) = (&args.host, args.engine) else {
        return Err(Failure::usage(t!("cli-no-target"), t!("cli-no-target-hint")));
    };
    let target = target(args, host, args.port.unwrap_or_else(|| protocol.proxy_port()), protocol)?;
    let profile = globals.profile.clone();
    if globals.practice.is_some() {
        let Connection { account, wire, .. } = Session::open(accounts, globals, None).await?.connection;
        return Ok(Way { target: target.in_region(Some(account.region)), wire, profile });
    }
    if !by_token {
        let target = target.in_region(globals.region.clone());
        return Ok(Way { target, wire: Wire::Network(Arc::new(Unasked)), profile });
    }
    known_profile(accounts, globals.profile.as_deref()).await?;
    let region = globals.region.as_deref().or(target.region.as_deref());
    let (tokens, region) = accounts.tokens(globals.profile.as_deref(), region).await.map_err(Failure::unreadable)?;
    Ok(Way { target: target.in_region(region), wire: Wire::Network(tokens), profile })
}

/// Signs nothing: the login is by password, and no credentials were looked up.
struct Unasked;

#[async_trait]
impl TokenSource for Unasked {
    async fn token(&self, _: &TokenRequest) -> Result<SecretString, TokenError> {
        Err(TokenError::NoCredentials(t!("cli-no-credentials-asked").to_owned()))
    }
}

/// Endpoint, port and protocol of a proxy, as AWS has them.
async fn of_proxy(session: &Session, name: &str) -> Result<(String, u16, Protocol), Failure> {
    let proxy = session
        .reader()
        .proxy(name)
        .await
        .map_err(Failure::unreadable)?
        .ok_or_else(|| Failure::new(Exit::Usage, CloudError::not_found("rds:DescribeDBProxies", name).into()))?;
    let family = proxy.engine_family;
    let Some(protocol) = Protocol::of(family) else {
        return Err(Failure::usage(t!("cli-sqlserver-connect"), t!("cli-sqlserver-connect-hint")));
    };
    let Some(endpoint) = proxy.endpoint else {
        return Err(Failure::usage(
            t!("cli-no-endpoint", name = name, status = proxy.status.as_str()),
            t!("cli-no-endpoint-hint"),
        ));
    };
    Ok((endpoint, family.proxy_port(), protocol))
}

pub fn refused(error: &dyn std::error::Error) -> Failure {
    Failure::new(Exit::Usage, Report::new(Kind::Input, error.to_string()).hint(t!("cli-see-help")))
}

/// A stage's result: verdict, time, what was learnt; or the error, what it means, what to do.
pub fn stage(outcome: &Outcome) -> String {
    let verdict = match outcome.verdict {
        Verdict::Passed => t!("cli-passed"),
        Verdict::Failed => t!("cli-failed"),
        Verdict::NotReachable => t!("cli-not-reachable"),
        Verdict::NotTried => t!("cli-not-tried"),
    };
    let mut text = format!("  {:<10} {verdict:<13}", outcome.stage.title());
    if outcome.verdict != Verdict::NotTried {
        text.push_str(&format!(" {:>6} ms", outcome.elapsed_ms));
    }
    if let Some(fact) = &outcome.fact {
        text.push_str(&format!("  {fact}"));
    }
    let more = [&outcome.error, &outcome.means, &outcome.next].into_iter().flatten().chain(&outcome.commands);
    for line in more.flat_map(|paragraph| paragraph.lines()) {
        text.push_str(&format!("\n             {line}"));
    }
    text.trim_end().to_owned()
}
