//! `probe`: a connection from where the function stands, by the function itself or by one that takes its
//! place for a moment.

use serde::Serialize;
use std::path::PathBuf;

use super::apply;
use super::args::Globals;
use super::connect;
use super::drive::{RunWork, carry_out};
use super::interrupt::Interrupts;
use super::output::{self, Ended, Exit, Failure};
use super::prepare::Prepared;
use super::progress::Style;
use super::prompt;
use super::session::Session;
use super::show;
use super::validate::look;
use crate::accounts::Accounts;
use crate::apply::{End, Receipt};
use crate::discover::{Existing, Invoked};
use crate::disk::given;
use crate::domain::json;
use crate::domain::observed::Observed;
use crate::probe::inside;
use crate::probe::{Attempt, StageVerdict, Trust};
use crate::prove::{self, Called, ChosenTarget, NoTarget, Planned, Proof, Unproven};
use crate::report::{Kind, Report};
use crate::text::{padded, series, t};
use crate::words::{call_memory, call_time};

/// `probe`
#[derive(Debug, Clone, clap::Args)]
pub struct ProbeArgs {
    /// Name of the proxy
    #[arg(long, value_name = "NAME")]
    pub proxy: String,
    /// The function that connects through it, and the alias or version that is invoked
    #[arg(long, value_name = "NAME[:QUALIFIER]")]
    pub function: Invoked,
    /// Make a function like it for a moment, instead of invoking it
    #[arg(long)]
    pub temporary: bool,
    /// What the function is invoked with, JSON
    #[arg(long, value_name = "JSON", default_value = "{}", conflicts_with = "temporary")]
    pub payload: String,
    /// Database user; without it, that of the proxy's secret or of the function's variables
    #[arg(long, value_name = "NAME", requires = "temporary")]
    pub user: Option<String>,
    /// Database to open; without it, the one that the database was made with
    #[arg(long, value_name = "NAME", requires = "temporary")]
    pub database: Option<String>,
    /// Log in with user and password of this secret, which the function's role must be allowed to read
    #[arg(long, value_name = "ARN", requires = "temporary")]
    pub secret: Option<String>,
    /// Certificates to believe, in PEM form, instead of the public roots
    #[arg(long, value_name = "FILE", requires = "temporary")]
    pub ca: Option<PathBuf>,
    /// Print the temporary function's program and end
    #[arg(long, requires = "temporary")]
    pub show_source: bool,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
    /// Make it although a check before it failed
    #[arg(long, requires = "temporary")]
    pub ignore_preflight: bool,
}

/// Probes, unless the person or a check says no.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ProbeArgs) -> Ended {
    if args.show_source {
        output::code(inside::SOURCE);
        return Ok(Exit::Done);
    }
    if args.temporary { temporary(accounts, globals, args).await } else { own(accounts, globals, args).await }
}

/// Invokes the function itself.
async fn own(accounts: &Accounts, globals: &Globals, args: &ProbeArgs) -> Ended {
    if let Err(error) = serde_json::from_str::<serde_json::Value>(&args.payload) {
        return Err(Failure::usage(t!("prove-bad-payload", why = error.to_string()), t!("prove-bad-payload-hint")));
    }
    let session = Session::open(accounts, globals, None).await?;
    let function = args.function.to_string();
    let account = show::account(&session.connection.account);
    if !prompt::confirm(&t!("prove-ask-invoke", name = function.as_str(), account = account), args.yes)? {
        output::aside(t!("cli-nothing-changed"));
        return Ok(Exit::Done);
    }
    let (name, qualifier) = (&args.function.name, args.function.qualifier.as_deref());
    let called = prove::call(session.connection.writer.as_ref(), name, qualifier, &args.payload);
    let called = match called.await {
        Ok(called) => called,
        Err(error) => return Err(session.failed(error, Exit::Unreadable).await),
    };
    if session.is_json() {
        output::json(&called);
    } else {
        output::line(&in_lines(&function, &called));
    }
    Ok(if called.failed { Exit::Failed } else { Exit::Done })
}

fn in_lines(function: &str, called: &Called) -> String {
    let mut text = match called.failed {
        true => t!("prove-called-failed", name = function),
        false => t!("prove-called", name = function),
    };
    let mut row = |name: &str, value: &str| {
        for (at, line) in value.lines().enumerate() {
            text.push_str(&format!("\n  {}{line}", padded(if at == 0 { name } else { "" }, 11)));
        }
    };
    row(t!("prove-row-answer"), &called.answer);
    for (name, value) in [
        (t!("prove-row-error"), &called.error),
        (t!("prove-row-means"), &called.means),
        (t!("prove-row-next"), &called.next),
    ] {
        if let Some(value) = value {
            row(name, value);
        }
    }
    if let Some(report) = &called.report {
        let figures: Vec<String> = [call_time(report)].into_iter().chain(call_memory(report)).collect();
        row(t!("prove-row-time"), &series(&figures));
    }
    row(t!("prove-row-log"), &called.log.replace('\t', "  "));
    text
}

/// Makes a function in its place, asks it, and takes it back whatever came.
async fn temporary(accounts: &Accounts, globals: &Globals, args: &ProbeArgs) -> Ended {
    let ca = args.ca.as_deref().map(pem).transpose()?;
    let session = Session::open(accounts, globals, None).await?;
    let existing = Existing { proxy: args.proxy.clone(), function: Some(args.function.clone()), read_secrets: false };
    let mut observed = look(&session, &existing).await?;
    let wanted = ChosenTarget { user: args.user.clone(), database: args.database.clone(), secret: args.secret.clone() };
    let planned = Planned::new(&session.connection, &mut observed, &wanted, ca).await.map_err(|why| match why {
        NoTarget::NoFunction => no_function(&observed, args),
        why => Failure::usage(why.to_string(), t!("prove-no-target-hint")),
    })?;
    let (plan, preflight) = (planned.plan.clone(), planned.checks.clone());
    let prepared = Prepared { observed, plan, preflight, safety: Vec::new() };
    let style = Style::choose(globals.format);
    if style != Style::Json {
        output::line(&t!(
            "prove-will",
            endpoint = format!("{}:{}", planned.target.host, planned.target.port),
            user = planned.target.user.as_str(),
            source = session.command(&["probe", "--temporary", "--show-source"])
        ));
    }
    if !apply::agreed(&session, style, &prepared, args.yes, args.ignore_preflight)? {
        return Ok(Exit::Done);
    }
    let made = carry_out(&session, style, RunWork::Run(prepared.plan), None).await?;
    let answer = match made.end {
        End::Finished | End::NotWorking => Some(ask(&session, &planned).await),
        End::Stopped | End::Failed | End::SignedOut => None,
    };
    let taken_back = take_back(&session, style, made.receipt).await;
    let answered = match answer {
        None => Ok(Exit::Failed),
        Some(Ok(attempt)) => Ok(tell(&args.function.name, attempt, session.is_json())),
        Some(Err(Unproven::Cloud(error))) => Err(Failure::unreadable(error)),
        Some(Err(why @ (Unproven::NoAnswer(_) | Unproven::NotOpened))) => Err(Failure::new(
            Exit::Failed,
            Report::new(Kind::Aws, t!("prove-no-answer", name = planned.name.as_str())).because(why.to_string()),
        )),
    };
    let (answered, taken_back) = (answered?, taken_back?);
    Ok(if taken_back == Exit::Done { answered } else { taken_back })
}

pub(super) fn pem(path: &std::path::Path) -> Result<String, Failure> {
    Trust::read(path).map_err(|error| connect::refused(&error))?;
    given::text(path).map_err(|error| connect::refused(&error))
}

/// What has not been read is not called missing.
fn no_function(observed: &Observed, args: &ProbeArgs) -> Failure {
    let name = args.function.name.as_str();
    match observed.function.unreadable() {
        Some(why) => Failure::new(
            Exit::Unreadable,
            Report::new(Kind::Aws, t!("prove-function-unread", name = name)).because(why.because.clone()),
        ),
        None => Failure::usage(t!("prove-no-function", name = name), t!("prove-no-function-hint")),
    }
}

/// The probe's answer; being asked to stop is as good as none.
async fn ask(session: &Session, planned: &Planned) -> Result<Attempt, Unproven> {
    let mut interrupts = Interrupts::listen();
    tokio::select! {
        answer = planned.ask(&session.connection) => answer,
        () = interrupts.next() => Err(inside::NoAnswer::Failed(t!("prove-stopped").to_owned()).into()),
    }
}

/// Removes what was made, even where a step of it failed; says where that did not work.
pub(super) async fn take_back(session: &Session, style: Style, receipt: Receipt) -> Ended {
    if receipt.to_undo().is_empty() {
        return Ok(Exit::Done);
    }
    let undone = carry_out(session, style, RunWork::Undo(receipt), None).await?;
    if undone.end == End::Finished {
        return Ok(Exit::Done);
    }
    let path = undone.path.display().to_string();
    output::aside(&t!("prove-left", command = session.command(&["undo", &path])));
    if !undone.receipt.leftovers.is_empty() {
        output::aside(&show::leftovers(&undone.receipt.leftovers));
    }
    Ok(Exit::Failed)
}

/// The last line of `--format json`.
#[derive(Serialize)]
struct Proven {
    event: &'static str,
    #[serde(flatten)]
    proof: Proof,
}

fn tell(like: &str, attempt: Attempt, is_json: bool) -> Exit {
    let passed = attempt.verdict == StageVerdict::Passed;
    if is_json {
        let proof = Proof { like: like.to_owned(), attempt };
        output::line(&json::on_one_line(&Proven { event: "proven", proof }));
    } else {
        output::line(&t!("prove-from", name = like));
        for outcome in &attempt.stages {
            output::line(&connect::stage(outcome));
        }
    }
    if passed { Exit::Done } else { Exit::Failed }
}
