//! `connect`: a real connection from this machine, each stage printed as it ends.

use async_trait::async_trait;
use secrecy::SecretString;
use serde::Serialize;
use std::path::PathBuf;
use std::sync::Arc;

use super::args::{Format, Globals};
use super::code;
use super::interrupt::Interrupts;
use super::output::{self, Ended, Exit, Failure};
use super::prompt;
use super::session::{Session, known_profile};
use crate::accounts::{Accounts, Source};
use crate::cloud::token::{TokenError, TokenRequest, TokenSource};
use crate::cloud::{CloudError, Connection, Wire};
use crate::domain::shell::word;
use crate::probe::{self, Attempt, ProbeTarget, Protocol, StageEvent, StageOutcome, StageVerdict, Trust, Via};
use crate::report::{Kind, Report};
use crate::text::{padded, said, t};
use crate::tunnel::{self, Candidate, Carrier, Open, Tunnel, TunnelError};
use crate::words::{carrier_facts, carrier_name, carrier_unfit, unread_carriers};

/// `connect`
#[derive(Debug, Clone, clap::Args)]
pub struct ConnectArgs {
    /// Name of the proxy, whose endpoint, port and engine are read from AWS
    #[arg(long, value_name = "NAME", required_unless_present = "host", conflicts_with_all = ["host", "port", "engine"])]
    pub proxy: Option<String>,
    /// Endpoint to connect to
    #[arg(long, value_name = "HOST", requires = "engine")]
    pub host: Option<String>,
    /// Port of the endpoint; without it, the engine's proxy port
    #[arg(long, value_name = "PORT")]
    pub port: Option<u16>,
    /// Protocol spoken there: mysql or postgresql
    #[arg(long, value_name = "ENGINE", value_parser = |text: &str| text.parse::<Protocol>())]
    pub engine: Option<Protocol>,
    /// Database user
    #[arg(long, value_name = "NAME")]
    pub user: String,
    /// Database to open; without it, the server's default
    #[arg(long, value_name = "NAME", default_value = "")]
    pub database: String,
    /// Local end of a tunnel to dial; the certificate and the token stay the endpoint's
    #[arg(long, value_name = "HOST:PORT", value_parser = |text: &str| text.parse::<Via>())]
    pub via: Option<Via>,
    /// Open a tunnel first, through this instance, managed node or ECS task, and close it at the end
    ///
    /// Without a value, what could carry it is listed, and the only one that can is taken. Needs the AWS CLI
    /// and its Session Manager plugin.
    #[arg(long, value_name = "INSTANCE", num_args = 0..=1, conflicts_with = "via",
        value_parser = |text: &str| text.parse::<Carrier>())]
    pub tunnel: Option<Option<Carrier>>,
    /// Keep the tunnel open for other programs until Ctrl-C, and print their lines
    #[arg(long, requires = "tunnel")]
    pub keep: bool,
    /// Certificates to believe, in PEM form, instead of the public roots
    #[arg(long, value_name = "FILE")]
    pub ca: Option<PathBuf>,
    /// Log in with a password read from standard input, instead of an IAM token
    #[arg(long)]
    pub password_stdin: bool,
}

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
    let way = match &args.proxy {
        Some(name) => through_proxy(accounts, globals, args, name).await?,
        None => at_host(accounts, globals, args, password.is_none()).await?,
    };
    let is_json = globals.format == Some(Format::Json);
    // From here on an end that is asked for ends the tunnel first.
    let mut interrupts = args.tunnel.is_some().then(Interrupts::listen);
    let dug = tokio::select! {
        dug = way_in(&way, args, is_json) => dug,
        () = asked_to_stop(&mut interrupts) => return Ok(Exit::Failed),
    };
    let (target, mut tunnel) = match dug {
        Ok(dug) => dug,
        Err(NoWay::Listed(exit)) => return Ok(exit),
        Err(NoWay::Failed(failure)) => return Err(failure),
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
    let attempt = tokio::select! {
        attempt = probe::from_here(&way.wire, &target, &trust, password, &mut tell) => Some(attempt),
        () = asked_to_stop(&mut interrupts) => None,
    };
    let held = match attempt.as_ref().filter(|_| args.keep) {
        Some(attempt) => {
            tell_clients(&target, way.profile.as_deref(), attempt.as_ref().ok().filter(|_| is_json));
            hold(&mut tunnel, &mut interrupts).await
        }
        None => Ok(()),
    };
    if let Some(tunnel) = tunnel {
        tunnel.close().await;
    }
    held?;
    let Some(attempt) = attempt else { return Ok(Exit::Failed) };
    let attempt = attempt.map_err(|why| {
        Failure::new(Exit::Failed, Report::new(Kind::Internal, t!("cli-no-attempt")).because(why.to_string()))
    })?;
    if is_json && !args.keep {
        output::json(&attempt);
    }
    Ok(if attempt.verdict == StageVerdict::Passed { Exit::Done } else { Exit::Failed })
}

/// Why there is no tunnel.
enum NoWay {
    /// What could carry one was printed for a program, which picks.
    Listed(Exit),
    Failed(Failure),
}

impl From<Failure> for NoWay {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// The tunnel, where one is asked for: through what was named, or else the only one that can carry it.
async fn way_in(way: &DialWay, args: &ConnectArgs, is_json: bool) -> Result<(ProbeTarget, Option<Open>), NoWay> {
    let carrier = match &args.tunnel {
        None => return Ok((way.target.clone(), None)),
        Some(Some(carrier)) => carrier.clone(),
        Some(None) => pick(way, is_json).await?,
    };
    Ok(dig(way, &carrier, is_json).await?)
}

/// Picks the only one that can carry the tunnel. With none, or with several, it lists all that there are.
async fn pick(way: &DialWay, is_json: bool) -> Result<Carrier, NoWay> {
    let found = tunnel::candidates(&way.wire, way.region()?, way.profile.as_deref(), way.vpc.as_deref()).await;
    let found = found.map_err(|missing| {
        let head = t!("tunnel-missing", name = missing.name());
        Failure::new(Exit::Failed, Report::new(Kind::Input, head).hint(missing.how_to_get()))
    })?;
    if let Some(only) = found.only() {
        if !is_json {
            output::line(&t!("cli-tunnel-only", name = carrier_name(only), id = only.id.to_string()));
        }
        return Ok(only.id.clone());
    }
    let exit = if found.unread.is_empty() { Exit::Usage } else { Exit::Unreadable };
    if is_json {
        output::json(&found);
        return Err(NoWay::Listed(exit));
    }
    found.carriers.iter().for_each(|candidate| output::line(&listed(candidate)));
    let fit = found.carriers.iter().filter(|candidate| candidate.unfit.is_none()).count();
    let head = match (fit, found.unread.is_empty()) {
        (0, true) => t!("carriers-none").to_owned(),
        (_, true) => t!("cli-tunnel-many", count = fit),
        (_, false) => t!("carriers-gaps").to_owned(),
    };
    let mut report = Report::new(Kind::Input, head).hint(t!("cli-tunnel-name"));
    for line in unread_carriers(&found.unread).lines() {
        report = report.because(line.to_owned());
    }
    Err(Failure::new(exit, report).into())
}

fn listed(candidate: &Candidate) -> String {
    let facts = format!("  {}  {}", carrier_name(candidate), carrier_facts(candidate));
    match &candidate.unfit {
        Some(unfit) => format!("{facts}\n      {}", carrier_unfit(unfit)),
        None => facts,
    }
}

/// What the document of a tunnel that is kept holds beside the attempt.
#[derive(Serialize)]
struct KeptTunnel<'a> {
    #[serde(flatten)]
    attempt: &'a Attempt,
    clients: Vec<ClientLine>,
}

/// A program, and its line or URL.
#[derive(Serialize)]
struct ClientLine {
    name: &'static str,
    line: String,
}

/// How other programs connect through it. They sign the token themselves: none is printed.
fn tell_clients(target: &ProbeTarget, profile: Option<&str>, as_json: Option<&Attempt>) {
    let variable = probe::password_variable(target.protocol);
    let name = if target.protocol == Protocol::Mysql { "mysql" } else { "psql" };
    let token = token_line(target, profile);
    let terminal = format!("{variable}=\"$({token})\" {}", probe::terminal_line(target));
    let urls = probe::jdbc_urls(target).into_iter().map(|(name, line)| ClientLine { name, line });
    let clients: Vec<ClientLine> = [ClientLine { name, line: terminal }, ClientLine { name: "token", line: token }]
        .into_iter()
        .chain(urls)
        .collect();
    if let Some(attempt) = as_json {
        return output::json(&KeptTunnel { attempt, clients });
    }
    output::line(t!("cli-tunnel-clients"));
    for client in &clients {
        output::line(&format!("  {}\n      {}", client.name, client.line));
    }
    output::line(t!("clients-valid"));
    if let Some(via) = &target.via {
        output::line(&t!("cli-tunnel-kept", via = via.to_string()));
    }
}

fn token_line(target: &ProbeTarget, profile: Option<&str>) -> String {
    let mut words = vec!["aws", "rds", "generate-db-auth-token", "--hostname", &target.host, "--port"];
    let port = target.port.to_string();
    words.extend([port.as_str(), "--username", &target.user]);
    words.extend(target.region.iter().flat_map(|region| ["--region", region]));
    words.extend(profile.into_iter().flat_map(|profile| ["--profile", profile]));
    words.into_iter().map(word).collect::<Vec<_>>().join(" ")
}

/// Holds the tunnel until somebody asks to stop. It is a failure where it ends by itself.
async fn hold(tunnel: &mut Option<Open>, interrupts: &mut Option<Interrupts>) -> Result<(), Failure> {
    let Some(tunnel) = tunnel else {
        // In the practice account there is nothing that could end.
        asked_to_stop(interrupts).await;
        return Ok(());
    };
    tokio::select! {
        said = tunnel.ended() => Err(Failure::new(
            Exit::Failed,
            Report::new(Kind::Aws, t!("tunnel-lost", said = said)).hint(t!("tunnel-lost-hint")),
        )),
        () = asked_to_stop(interrupts) => Ok(()),
    }
}

/// Without a tunnel, Ctrl-C ends the program and leaves nothing.
pub async fn asked_to_stop(interrupts: &mut Option<Interrupts>) {
    match interrupts {
        Some(interrupts) => interrupts.next().await,
        None => std::future::pending().await,
    }
}

/// What to connect to, and what carries it there.
pub struct DialWay {
    pub target: ProbeTarget,
    pub wire: Wire,
    /// The profile of the command lines that belong to it.
    pub profile: Option<String>,
    /// The proxy's network, where it is known.
    pub vpc: Option<String>,
}

impl DialWay {
    fn region(&self) -> Result<&str, Failure> {
        let region = self.target.region.as_deref();
        region.ok_or_else(|| Failure::usage(t!("cli-tunnel-region"), t!("cli-tunnel-region-hint")))
    }
}

/// Opens the tunnel, where there is a network for it, and dials its near end.
pub async fn dig(way: &DialWay, carrier: &Carrier, is_json: bool) -> Result<(ProbeTarget, Option<Open>), Failure> {
    let refused = |error: TunnelError, line: &str| {
        Failure::new(Exit::Failed, Report::new(Kind::Input, error.to_string()).hint(error.hint()).with_copy(line))
    };
    let tunnel = Tunnel::to(&way.target, carrier, way.region()?, way.profile.as_deref());
    let tunnel = tunnel.map_err(|error| refused(error, ""))?;
    let line = tunnel.line();
    if !is_json {
        output::line(&t!("cli-tunnel", line = line.as_str()));
    }
    let open = match &way.wire {
        Wire::Network(_) => Some(tunnel::open(&tunnel).await.map_err(|error| refused(error, &line))?),
        Wire::Simulated(_) => None,
    };
    Ok((way.target.clone().via(Some(tunnel.via())), open))
}

fn target(args: &ConnectArgs, host: &str, port: u16, protocol: Protocol) -> Result<ProbeTarget, Failure> {
    let target = ProbeTarget::new(host, port, protocol, &args.user, &args.database).map_err(|error| refused(&error))?;
    Ok(target.via(args.via.clone()))
}

async fn through_proxy(
    accounts: &Accounts,
    globals: &Globals,
    args: &ConnectArgs,
    name: &str,
) -> Result<DialWay, Failure> {
    let session = Session::open(accounts, globals, None).await?;
    let (host, port, protocol, vpc) = of_proxy(&session, name).await?;
    let Connection { account, wire, profile, .. } = session.connection;
    let target = target(args, &host, port, protocol)?.in_region(Some(account.region));
    Ok(DialWay { target, wire, profile, vpc: Some(vpc) })
}

/// The endpoint of the arguments. For a token, credentials are looked up; with a password, nothing
/// is asked of AWS.
async fn at_host(
    accounts: &Accounts,
    globals: &Globals,
    args: &ConnectArgs,
    by_token: bool,
) -> Result<DialWay, Failure> {
    let (Some(host), Some(protocol)) = (&args.host, args.engine) else {
        return Err(Failure::usage(t!("cli-no-target"), t!("cli-no-target-hint")));
    };
    let target = target(args, host, args.port.unwrap_or_else(|| protocol.proxy_port()), protocol)?;
    let profile = globals.profile.clone();
    if globals.practice.is_some() {
        let Connection { account, wire, .. } = Session::open(accounts, globals, None).await?.connection;
        return Ok(DialWay { target: target.in_region(Some(account.region)), wire, profile, vpc: None });
    }
    if !by_token {
        let target = target.in_region(globals.region.clone());
        return Ok(DialWay { target, wire: Wire::Network(Arc::new(Unasked)), profile, vpc: None });
    }
    known_profile(accounts, globals.profile.as_deref()).await?;
    let region = globals.region.as_deref().or(target.region.as_deref());
    code::ask(accounts, &Source::Profile { name: profile.clone() }, region).await?;
    let (tokens, region) = accounts.tokens(globals.profile.as_deref(), region).await.map_err(Failure::unreadable)?;
    Ok(DialWay { target: target.in_region(region), wire: Wire::Network(tokens), profile, vpc: None })
}

/// Signs nothing: the login is by password, and no credentials were looked up.
struct Unasked;

#[async_trait]
impl TokenSource for Unasked {
    async fn token(&self, _: &TokenRequest) -> Result<SecretString, TokenError> {
        Err(TokenError::NoCredentials(said!("cli-no-credentials-asked")))
    }
}

/// Endpoint, port, protocol and network of a proxy, as AWS has them.
async fn of_proxy(session: &Session, name: &str) -> Result<(String, u16, Protocol, String), Failure> {
    let Some(proxy) = session.reader().proxy(name).await.map_err(Failure::unreadable)? else {
        return Err(session.failed(CloudError::not_found("rds:DescribeDBProxies", name), Exit::Usage).await);
    };
    let family = proxy.engine_family;
    let Some(protocol) = Protocol::from_family(family) else {
        return Err(Failure::usage(t!("cli-sqlserver-connect"), t!("cli-sqlserver-connect-hint")));
    };
    let Some(endpoint) = proxy.endpoint else {
        return Err(Failure::usage(
            t!("cli-no-endpoint", name = name, status = proxy.status.as_str()),
            t!("cli-no-endpoint-hint"),
        ));
    };
    Ok((endpoint, family.proxy_port(), protocol, proxy.vpc_id))
}

pub fn refused(error: &dyn std::error::Error) -> Failure {
    Failure::new(Exit::Usage, Report::new(Kind::Input, error.to_string()).hint(t!("cli-see-help")))
}

/// A stage's result: verdict, time, what was learnt; or the error, what it means, what to do.
pub fn stage(outcome: &StageOutcome) -> String {
    let verdict = match outcome.verdict {
        StageVerdict::Passed => t!("cli-passed"),
        StageVerdict::Failed => t!("cli-failed"),
        StageVerdict::NotReachable => t!("cli-not-reachable"),
        StageVerdict::NotTried => t!("cli-not-tried"),
    };
    let mut text = format!("  {}{}", padded(outcome.stage.title(), 11), padded(verdict, 13));
    if outcome.verdict != StageVerdict::NotTried {
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
