//! `load`: a function called one after another or at once, within what was confirmed.

mod args;
mod plot;
mod shown;

pub use args::LoadArgs;
use futures::future::OptionFuture;
use std::time::Duration;

use super::args::Globals;
use super::interrupt::Interrupts;
use super::meant::Thing;
use super::output::{self, Ended, Exit, Failure};
use super::prompt;
use super::session::Session;
use super::show;
use super::validate::look;
use crate::accounts::Accounts;
use crate::discover::{self, Existing, Invoked};
use crate::domain::observed::Observed;
use crate::export::{Locust, LocustAccess};
use crate::load::{self, Bill, Comparison, Limits, LoadCall, Pattern, Plan, Record, Records};
use crate::report::{Kind, Report};
use crate::settings::Settings;
use crate::text::t;
use crate::words::BeforeLoad;

/// Loads, or shows what loads have left.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &LoadArgs) -> Ended {
    let is_json = globals.format == Some(super::args::Format::Json);
    if let Some([before, after]) = args.compare.as_deref() {
        return compare(&accounts.loads(), before, after, is_json);
    }
    if args.kept {
        return list(&accounts.loads(), is_json);
    }
    if let Some(url) = &args.locust {
        return locust(args, url);
    }
    let (Some(function), plan) = (&args.function, plan(args)?) else { return Ok(Exit::Usage) };
    payload(&args.payload)?;
    let session = Session::open(accounts, globals, None).await?;
    let drill = match (args.failover_after, &session.connection.drill) {
        (Some(after), Some(drill)) => Some((after, drill.clone())),
        (None, _) => None,
        (Some(_), None) => return Err(Failure::usage(t!("load-no-drill"), t!("load-no-drill-hint"))),
    };
    let (observed, proxy) = facts(&session, function, args.proxy.clone()).await?;
    let account = discover::part(session.reader().account_concurrency().await);
    let limits = Limits::new(&observed, account);
    let bill = Bill::most(&plan, &limits);
    Settings::load(&accounts.folder).load.hold(&plan, bill.as_ref()).map_err(|over| {
        let report = Report::new(Kind::Input, over.to_string());
        Failure::new(Exit::Usage, report.hint(t!("load-over-hint")))
    })?;
    if !session.is_json() {
        for line in BeforeLoad::new(&plan, &limits).lines() {
            output::line(line);
        }
    }
    let question = t!("load-ask", name = function.to_string(), account = show::account(&session.connection.account));
    if !prompt::confirm(&question, args.yes)? {
        output::aside(t!("cli-nothing-changed"));
        return Ok(Exit::Done);
    }
    let started_at = session.connection.clock.now();
    let failover = OptionFuture::from(drill.zip(proxy.clone()).map(|((after, drill), proxy)| {
        let clock = session.connection.clock.clone();
        async move {
            clock.sleep(Duration::from_secs(u64::from(after))).await;
            drill.fail_over(&proxy).await.map(|()| u64::from(after) * 1000)
        }
    }));
    let (ran, failover) = tokio::join!(carry_out(&session, &plan, &args.payload), failover);
    let failover_ms = failover.transpose().map_err(Failure::unreadable)?;
    let account = &session.connection.account;
    let (records, new) = (accounts.loads(), Record::new(account, started_at, plan, limits, ran));
    let mut record = Record { name: records.free(&new.name), failover_ms, ..new };
    load::look(session.reader(), proxy.as_deref(), &mut record, session.connection.clock.now()).await;
    let path = records.save(&record).map_err(|error| refused(&error))?;
    if session.is_json() {
        output::json(&shown::LoadDocument::new(&record, &path));
    } else {
        output::line(&shown::text(&record, &path));
    }
    Ok(shown::exit(&record))
}

fn plan(args: &LoadArgs) -> Result<Plan, Failure> {
    let function = args.function.clone().unwrap_or_default();
    let pattern = match (args.calls, args.concurrency, args.seconds) {
        (Some(calls), ..) => Pattern::InTurn { calls },
        (None, to, secs) => {
            let (to, secs) = (to.unwrap_or_default(), secs.unwrap_or_default());
            let ramp_secs = args.ramp.unwrap_or(secs / 3).min(secs);
            Pattern::AtOnce { from: args.from.min(to), to, ramp_secs, hold_secs: secs - ramp_secs }
        }
    };
    Plan::new(&function, pattern).map_err(|error| refused(&error))
}

fn refused(error: &dyn std::error::Error) -> Failure {
    Failure::new(Exit::Usage, Report::new(Kind::Input, error.to_string()).hint(t!("cli-see-help")))
}

fn payload(text: &str) -> Result<(), Failure> {
    let parsed = serde_json::from_str::<serde_json::Value>(text);
    parsed
        .map(drop)
        .map_err(|why| Failure::usage(t!("load-bad-payload", why = why.to_string()), t!("prove-bad-payload-hint")))
}

/// What the function and its proxy are, and the proxy's name where there is one.
async fn facts(
    session: &Session,
    function: &Invoked,
    proxy: Option<String>,
) -> Result<(Observed, Option<String>), Failure> {
    let proxy = match proxy {
        Some(proxy) => Some(proxy),
        // Which proxy it is may stay unknown: then only Lambda's side is measured, and that is said.
        None => discover::proxy_of_function(session.reader(), function).await.unwrap_or_default(),
    };
    let observed = match &proxy {
        Some(name) => {
            let existing = Existing { proxy: name.clone(), function: Some(function.clone()), read_secrets: false };
            look(session, &existing).await?
        }
        None => discover::observe_function(session.reader(), &session.connection.account, function).await,
    };
    if observed.function.is_absent() {
        let name = function.to_string();
        let failure = Failure::usage(t!("prove-no-function", name = name.as_str()), t!("prove-no-function-hint"));
        return Err(session.unknown(failure, Thing::Function, &name).await);
    }
    Ok((observed, proxy))
}

async fn carry_out(session: &Session, plan: &Plan, payload: &str) -> load::Ran {
    let mut interrupts = Interrupts::listen();
    output::aside(t!("load-ctrl-c"));
    let stop = async move { interrupts.next().await };
    let mut progress = plot::LoadProgress::new(plan, !session.is_json());
    let mut tell = |calls: &[LoadCall]| progress.tell(calls);
    let ran = load::run(&session.connection, plan, payload, stop, &mut tell).await;
    progress.end();
    ran
}

fn compare(records: &Records, before: &str, after: &str, is_json: bool) -> Ended {
    let load = |name: &str| {
        Records::load(&records.path(name)).map_err(|error| {
            let kept = records.list();
            refused(&error).meant(name, kept.iter().map(|load| load.name.as_str()))
        })
    };
    let comparison = Comparison::new(&load(before)?, &load(after)?);
    if is_json {
        output::json(&comparison);
    } else {
        output::line(&shown::comparison(&comparison));
    }
    Ok(Exit::Done)
}

fn list(records: &Records, is_json: bool) -> Ended {
    let kept: Vec<shown::KeptLine> = records.list().iter().map(shown::KeptLine::new).collect();
    if is_json {
        output::json(&kept);
    } else if kept.is_empty() {
        output::line(t!("load-none-kept"));
    } else {
        for load in &kept {
            output::line(&load.line());
        }
    }
    Ok(Exit::Done)
}

fn locust(args: &LoadArgs, url: &str) -> Ended {
    let locust = Locust {
        users: args.users,
        spawn_rate: args.spawn_rate,
        secs: args.seconds.unwrap_or_default(),
        url: url.to_owned(),
        payload: args.payload.clone(),
        way: LocustAccess::to(url),
    };
    output::code(locust.text().map_err(|error| refused(&error))?.trim_end());
    Ok(Exit::Done)
}
