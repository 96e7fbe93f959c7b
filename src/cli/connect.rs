//! `connect`: a real connection from this machine, each stage printed as it ends.

use std::sync::Arc;

use super::args::{ConnectArgs, Format, Globals};
use super::output::{self, Ended, Exit, Failure};
use super::prompt;
use super::session::{Session, known_profile};
use crate::accounts::Accounts;
use crate::cloud::CloudError;
use crate::cloud::token::TokenSource;
use crate::probe::{self, Credential, Outcome, Protocol, StageEvent, Target, Trust, Verdict};
use crate::report::{Kind, Report};
use crate::text::t;

/// Connects, or says at which stage it ended and what that means.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ConnectArgs) -> Ended {
    if globals.practice.is_some() {
        return Err(Failure::new(Exit::Usage, Report::practice_has_no_network()));
    }
    let trust = match &args.ca {
        Some(path) => Trust::read(path).map_err(|error| refused(&error))?,
        None => Trust::public(),
    };
    let password = match args.password_stdin {
        true => Some(prompt::password(&t!("cli-password-of", user = args.user.as_str()), true)?),
        false => None,
    };
    let (target, tokens) = match &args.proxy {
        Some(name) => {
            let session = Session::open(accounts, globals, None).await?;
            let (host, port, protocol) = of_proxy(&session, name).await?;
            let region = session.connection.account.region.clone();
            (target(args, &host, port, protocol)?.in_region(Some(region)), session.connection.tokens)
        }
        None => at_host(accounts, globals, args, password.is_none()).await?,
    };
    let credential = match (password, &tokens) {
        (Some(password), _) => Credential::Password(password),
        (None, Some(tokens)) => Credential::Token(tokens.as_ref()),
        (None, None) => return Err(Failure::new(Exit::Usage, Report::practice_has_no_network())),
    };

    let is_json = globals.format == Some(Format::Json);
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
    let attempt = probe::connect(&target, &trust, credential, &mut tell).await;
    if is_json {
        output::json(&attempt);
    }
    Ok(if attempt.verdict == Verdict::Passed { Exit::Done } else { Exit::Failed })
}

fn target(args: &ConnectArgs, host: &str, port: u16, protocol: Protocol) -> Result<Target, Failure> {
    let target = Target::new(host, port, protocol, &args.user, &args.database).map_err(|error| refused(&error))?;
    Ok(target.via(args.via.clone()))
}

/// The endpoint of the arguments. For a token, credentials are looked up; with a password, nothing
/// is asked of AWS.
async fn at_host(
    accounts: &Accounts,
    globals: &Globals,
    args: &ConnectArgs,
    by_token: bool,
) -> Result<(Target, Option<Arc<dyn TokenSource>>), Failure> {
    let (Some(host), Some(protocol)) = (&args.host, args.engine) else {
        return Err(Failure::usage(t!("cli-no-target"), t!("cli-no-target-hint")));
    };
    let target = target(args, host, args.port.unwrap_or_else(|| protocol.proxy_port()), protocol)?;
    if !by_token {
        return Ok((target, None));
    }
    known_profile(accounts, globals.profile.as_deref()).await?;
    let region = globals.region.as_deref().or(target.region.as_deref());
    let (tokens, region) = accounts.tokens(globals.profile.as_deref(), region).await.map_err(Failure::unreadable)?;
    Ok((target.in_region(region), Some(tokens)))
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
