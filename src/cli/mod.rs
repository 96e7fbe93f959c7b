//! The command line: arguments, output, and one file per verb. It shows what the engine says, in
//! the window's words, and decides nothing about an account.

mod advise;
mod apply;
pub mod args;
mod code;
mod completions;
mod connect;
mod diagnostics;
mod drive;
mod early;
mod endpoints;
mod export;
pub mod help;
mod interrupt;
pub mod language;
mod licences;
mod list;
mod load;
mod man;
mod meant;
mod migrate;
pub mod misused;
mod monitor;
mod observe;
mod output;
mod paint;
mod plan;
mod practice;
mod prepare;
mod probe;
mod progress;
mod prompt;
mod proxies;
mod read_policy;
mod receipts;
mod repair;
mod resume;
mod rules;
mod save;
mod session;
mod show;
mod sign_in;
mod undo;
mod user;
mod validate;
mod walk;
mod wrap;

use std::future::Future;
use std::process::ExitCode;
use std::time::Instant;

use crate::accounts::{Accounts, Source};
use args::{Args, Format, Globals, Verb};
use output::{Ended, Exit, Failure};
use session::{known_profile, known_scenario, possible_region};

use crate::report::{Kind, Report};
use crate::text::t;

/// Carries out the verb of the arguments, and says what went wrong if something did.
pub fn run(accounts: &Accounts, args: &Args) -> ExitCode {
    let Some(verb) = &args.verb else { return Exit::Usage.into() };
    output::color(args.globals.color, args.globals.format);
    finish(args.globals.format, carry_out(accounts, args, verb))
}

/// The account that the arguments name for the window, with its region, where they name one.
///
/// # Errors
/// They name what there is not; it has been said by then.
pub fn opening(accounts: &Accounts, globals: &Globals) -> Result<Option<(Source, Option<String>)>, ExitCode> {
    output::color(globals.color, globals.format);
    let mut opening = None;
    let exit = finish(globals.format, async {
        possible_region(globals, globals.region.as_deref())?;
        match &globals.practice {
            Some(scenario) => known_scenario(scenario)?,
            None => known_profile(accounts, globals.profile.as_deref()).await?,
        }
        let named = globals.practice.is_some() || globals.profile.is_some() || globals.region.is_some();
        opening = named.then(|| (session::source(globals, None), globals.region.clone()));
        Ok(Exit::Done)
    });
    if exit == ExitCode::from(Exit::Done) { Ok(opening) } else { Err(exit) }
}

/// Without a window, and `why` there is none: walks the practice account in the terminal.
pub fn walk(accounts: &Accounts, why: &str) -> ExitCode {
    finish(None, walk::run(accounts, why))
}

fn finish(format: Option<Format>, work: impl Future<Output = Ended>) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            let report = Report::new(Kind::Internal, t!("cli-no-runtime")).because(error.to_string());
            Failure::new(Exit::Failed, report).print(format);
            return Exit::Failed.into();
        }
    };
    let began = Instant::now();
    let ended = runtime.block_on(work);
    // A read from a prompt that nobody answers must not keep the program.
    runtime.shutdown_background();
    let exit = ended.unwrap_or_else(|failure| {
        failure.print(format);
        // What a report says in words may repeat what was typed.
        let kinds: Vec<_> = failure.reports.iter().map(|report| report.kind).collect();
        tracing::warn!(?kinds, "failed");
        failure.exit
    });
    tracing::info!(?exit, took_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX), "ended");
    exit.into()
}

async fn carry_out(accounts: &Accounts, args: &Args, verb: &Verb) -> Ended {
    let globals = &args.globals;
    let has_reports = matches!((verb, globals.format), (Verb::Validate(_), _) | (Verb::Rules, Some(Format::Markdown)));
    if globals.format.is_some_and(Format::is_report) && !has_reports {
        return Err(Failure::usage(t!("cli-format-of-validate"), t!("cli-format-of-validate-hint")));
    }
    possible_region(globals, globals.region.as_deref())?;
    match verb {
        Verb::Plan(plan) => plan::run(accounts, globals, plan).await,
        Verb::Validate(validate) => validate::run(accounts, globals, validate).await,
        Verb::Migrate(args) => migrate::run(accounts, globals, args).await,
        Verb::Repair(repair) => repair::run(accounts, globals, repair).await,
        Verb::Endpoints(args) => endpoints::run(accounts, globals, args).await,
        Verb::SignIn(args) => sign_in::run(accounts, globals, args).await,
        Verb::Proxies(args) => proxies::run(accounts, globals, args).await,
        Verb::Observe(observe) => observe::run(accounts, globals, observe).await,
        Verb::Diagnostics(args) => diagnostics::run(accounts, args),
        Verb::ReadPolicy(args) => read_policy::run(accounts, globals, args).await,
        Verb::Export(export) => export::run(accounts, globals, export).await,
        Verb::List(verb) => list::run(accounts, globals, verb).await,
        Verb::Rules => rules::list(globals),
        Verb::Explain(explain) => rules::explain(globals, explain),
        Verb::Completions { shell } => completions::run(*shell),
        Verb::Licences => licences::run(),
        Verb::Man(args) => man::run(args),
        Verb::Practice(verb) => practice::run(accounts, globals, verb),
        Verb::User(user) => user::run(accounts, globals, user).await,
        Verb::Probe(probe) => probe::run(accounts, globals, probe).await,
        Verb::Load(load) => load::run(accounts, globals, load).await,
        Verb::Connect(connect) => connect::run(accounts, globals, connect).await,
        Verb::Advise(args) => advise::run(accounts, globals, args).await,
        Verb::Monitor(monitor) => monitor::run(accounts, globals, monitor).await,
        Verb::Apply(apply) => apply::run(accounts, globals, apply).await,
        Verb::Resume(resume) => resume::run(accounts, globals, resume).await,
        Verb::Undo(undo) => undo::run(accounts, globals, undo).await,
    }
}
