//! `validate`: holds existing proxies, and the functions that use them, against every rule.
//!
//! Changes nothing: it is given a [`Reader`](crate::cloud::Reader), or a bundle and no account.

mod args;
mod compared;
mod everywhere;
mod given;
mod history;

use args::FailOn;
pub use args::ValidateArgs;
use std::collections::BTreeSet;

use super::args::{Format, Globals};
use super::output::{self, Ended, Exit, Failure};
use super::session::Session;
use crate::accounts::Accounts;
use crate::cloud::{CloudError, ErrorKind};
use crate::discover::{self, Existing, History};
use crate::disk::verdicts::Verdicts;
use crate::domain::UnixSeconds;
use crate::domain::finding::{Finding, Severity};
use crate::domain::observed::{Observed, Part, Unreadable};
use crate::fleet::{Fleet, Judged};
use crate::project;
use crate::report::{Kind, Report};
use crate::rules::{self, Picture, RULES, Rule, Verdict};
use crate::text::{series, t};
use compared::Compared;
use given::Given;

/// Reads, checks and reports.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ValidateArgs) -> Ended {
    known_codes(&args.only)?;
    let given = Given::read(args)?;
    if args.all {
        return everywhere::run(accounts, globals, args, &given).await;
    }
    let (observed, session) = match (&args.bundle, &args.proxy) {
        (Some(path), _) => (project::bundle(path).map_err(|report| Failure::new(Exit::Usage, report))?, None),
        (None, proxy) => {
            let (observed, session) = one_proxy(accounts, globals, args, proxy.as_deref().unwrap_or_default()).await?;
            (observed, Some(session))
        }
    };
    let verdict = given.judge(&observed);
    let compared = given.compare(&[&verdict], &[]);
    let format = globals.format.unwrap_or(Format::Text);
    let histories = match session.filter(|_| args.history) {
        Some(session) => {
            let serious: Vec<&Finding> =
                verdict.findings.iter().filter(|finding| finding.severity > Severity::Info).collect();
            discover::histories(session.reader(), &observed.account, &serious).await
        }
        None => Vec::new(),
    };
    print(&observed, &verdict, compared.as_ref(), &histories, format)?;
    if args.bundle.is_none() && given.is_whole() {
        let read_at = observed.at.unwrap_or_default();
        tell_drift(&accounts.verdicts(), &[(&verdict, read_at)], format);
    }
    given.tell_unfitted(&[&verdict], &[]);
    let failed = fails(&[&verdict], compared.as_ref(), args);
    if verdict.says_nothing() {
        return Ok(nothing_checked(args, false, failed));
    }
    let whole = is_whole(&[&verdict]);
    Ok(match (failed, whole) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Done,
        (false, false) => Exit::Unreadable,
    })
}

async fn one_proxy(
    accounts: &Accounts,
    globals: &Globals,
    args: &ValidateArgs,
    proxy: &str,
) -> Result<(Observed, Session), Failure> {
    let session = Session::open(accounts, globals, None).await?;
    let existing =
        Existing { proxy: proxy.to_owned(), function: args.function.clone(), read_secrets: args.read_secrets };
    Ok((look(&session, &existing).await?, session))
}

/// Reads a proxy and what hangs on it; what was asked for by name must be there, and readable.
pub async fn look(session: &Session, existing: &Existing) -> Result<Observed, Failure> {
    let connection = &session.connection;
    let observed =
        discover::observe_proxy(session.reader(), connection.clock.as_ref(), &connection.account, existing).await;
    looked_at(session, &observed, existing).await?;
    Ok(observed)
}

/// What was asked for by name is there.
pub async fn looked_at(session: &Session, observed: &Observed, existing: &Existing) -> Result<(), Failure> {
    there(session, &observed.proxy, "rds:DescribeDBProxies", &existing.proxy, Exit::Unreadable).await?;
    if let Some(function) = &existing.function {
        let name = function.to_string();
        there(session, &observed.function, "lambda:GetFunctionConfiguration", &name, Exit::Usage).await?;
    }
    Ok(())
}

/// What was asked for by name is there and was read; `absent` is how the program ends where it is not.
pub async fn there<T>(
    session: &Session,
    part: &Part<T>,
    operation: &str,
    name: &str,
    absent: Exit,
) -> Result<(), Failure> {
    match part {
        Part::Present(_) => Ok(()),
        Part::Unreadable(why) => Err(Failure::unreadable(unread(why, Some(name)))),
        Part::Absent | Part::NotAsked => Err(session.failed(CloudError::not_found(operation, name), absent).await),
    }
}

/// A read without an answer, as an error about what was asked for.
pub fn unread(why: &Unreadable, name: Option<&str>) -> CloudError {
    let kind = match why {
        why if why.denied => ErrorKind::Denied,
        why if why.signed_out => ErrorKind::Expired,
        _ => ErrorKind::Unexpected,
    };
    let error = CloudError::new(kind, &why.operation, &why.because);
    name.into_iter().fold(error, CloudError::on)
}

/// Refuses codes that no rule has, and says which were perhaps meant.
pub fn known_codes(codes: &[String]) -> Result<(), Failure> {
    for code in codes {
        known_rule(code)?;
    }
    Ok(())
}

/// The rule of this code.
pub fn known_rule(code: &str) -> Result<&'static Rule, Failure> {
    rules::rule(code).ok_or_else(|| {
        let failure = Failure::usage(t!("cli-no-rule", code = code), t!("cli-no-rule-hint"));
        failure.meant(code, RULES.iter().map(|rule| rule.code))
    })
}

/// Prints a verdict: the path, then the findings.
pub fn report(observed: &Observed, verdict: &Verdict) {
    output::line(&rules::text(verdict, &rules::picture(observed, verdict)).join("\n"));
}

/// Prints one verdict, with what is different where that was asked for.
fn print(
    observed: &Observed,
    verdict: &Verdict,
    compared: Option<&Compared>,
    histories: &[History],
    format: Format,
) -> Result<(), Failure> {
    let picture = rules::picture(observed, verdict);
    match (format, compared) {
        (Format::Json, Some(compared)) if histories.is_empty() => {
            output::json(&compared.with(rules::json_value(verdict)));
        }
        (Format::Json, Some(compared)) => {
            output::json(&history::with(compared.with(rules::json_value(verdict)), histories));
        }
        (Format::Json, None) if !histories.is_empty() => {
            output::json(&history::with(rules::json_value(verdict), histories));
        }
        (Format::Csv, _) => {
            let mut fleet = Fleet::default();
            fleet.add(Judged::new(observed, verdict.clone(), observed.account.label()));
            output::raw(&compared.map_or_else(|| crate::fleet::csv(&fleet), |compared| compared.csv(&fleet)));
        }
        (Format::Sarif, Some(compared)) => {
            output::line(&compared.sarif(|earlier| rules::sarif_with([verdict], &[], Some(earlier))));
        }
        _ => output::line(&printed(verdict, &picture, format)?),
    }
    if !histories.is_empty() && format != Format::Json {
        let lines = history::text(histories).join("\n");
        if format == Format::Text { output::line(&format!("\n{lines}")) } else { output::aside(&lines) }
    }
    match (format, compared) {
        (Format::Text, Some(compared)) => output::line(&format!("\n{}", compared.text().join("\n"))),
        (Format::Json, _) | (_, None) => {}
        (_, Some(compared)) => output::aside(&compared.text().join("\n")),
    }
    Ok(())
}

fn printed(verdict: &Verdict, picture: &Picture, format: Format) -> Result<String, Failure> {
    Ok(match format {
        Format::Json => rules::json(verdict),
        Format::Markdown => rules::markdown(verdict, picture),
        Format::Html => rules::html(verdict, picture).map_err(|error| no_report(&error))?,
        Format::Sarif => rules::sarif([verdict]),
        Format::Text | Format::Csv => rules::text(verdict, picture).join("\n"),
    })
}

/// Says what is different since each proxy was judged the last time, and keeps this verdict for the next.
fn tell_drift(verdicts: &Verdicts, judged: &[(&Verdict, UnixSeconds)], format: Format) {
    let mut lines = Vec::new();
    for (verdict, read_at) in judged {
        match verdicts.renew(verdict, *read_at) {
            Ok(drift) => lines.extend(drift.iter().flat_map(|drift| compared::drift_lines(verdict, drift))),
            Err(error) => {
                output::aside(&t!("cli-verdict-not-kept", why = error.to_string()));
                break;
            }
        }
    }
    if format == Format::Text && !lines.is_empty() {
        output::line(&format!("\n{}", lines.join("\n")));
    }
}

fn no_report(error: &dyn std::error::Error) -> Failure {
    let report = Report::new(Kind::Internal, t!("cli-report-failed"));
    Failure::new(Exit::Failed, report.because(error.to_string()))
}

/// Whether something is wrong, as far as the arguments ask: of what came only, where it is compared.
fn fails(verdicts: &[&Verdict], compared: Option<&Compared>, args: &ValidateArgs) -> bool {
    let least = match args.fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
    };
    let worst = match compared {
        Some(compared) => compared.worst_that_came(),
        None => verdicts.iter().filter_map(|verdict| verdict.worst()).max(),
    };
    worst.is_some_and(|worst| worst >= least)
}

/// Passed is only what was checked: where nothing was, that is said, beside whatever is printed.
/// Says which reads were never answered; `false` where there are any. A job must not take them for good news.
fn is_whole(verdicts: &[&Verdict]) -> bool {
    let unanswered: BTreeSet<&str> =
        verdicts.iter().flat_map(|verdict| &verdict.unanswered).map(String::as_str).collect();
    let proxies = verdicts.iter().filter(|verdict| !verdict.unanswered.is_empty()).count();
    if proxies > 0 {
        let calls = series(unanswered);
        let title = t!("cli-unanswered", proxies = proxies, calls = calls);
        output::aside(&Report::new(Kind::Aws, title).hint(t!("cli-unanswered-hint").to_owned()).to_string());
    }
    proxies == 0
}

fn nothing_checked(args: &ValidateArgs, is_empty: bool, failed: bool) -> Exit {
    let title = if is_empty { t!("cli-no-proxies") } else { t!("cli-nothing-checked") };
    let hint = if args.bundle.is_some() { t!("cli-nothing-in-bundle-hint") } else { t!("cli-nothing-checked-hint") };
    output::aside(&Report::new(Kind::Aws, title).hint(hint).to_string());
    if failed { Exit::Failed } else { Exit::Unreadable }
}
