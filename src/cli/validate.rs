//! `validate`: holds existing proxies, and the functions that use them, against every rule.
//!
//! Changes nothing: it is given a [`Reader`](crate::cloud::Reader), or a bundle and no account.

use std::path::Path;

use super::args::{FailOn, Format, Globals, ValidateArgs};
use super::output::{self, Ended, Exit, Failure};
use super::session::Session;
use crate::accounts::Accounts;
use crate::bundle;
use crate::cloud::{CloudError, ErrorKind};
use crate::discover::{self, Existing};
use crate::disk::given;
use crate::domain::finding::Severity;
use crate::domain::observed::{Observed, Part};
use crate::report::{Kind, Report};
use crate::rules::{self, RULES, Verdict};
use crate::text::t;

/// Reads, checks and reports.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ValidateArgs) -> Ended {
    known_codes(&args.only)?;
    let observed = match (&args.bundle, &args.proxy) {
        (Some(path), _) => vec![from_bundle(path)?],
        (None, Some(proxy)) => vec![one(accounts, globals, args, proxy).await?],
        (None, None) => all(accounts, globals, args).await?,
    };
    let verdicts: Vec<Verdict> = observed.iter().map(|observed| rules::check_all(observed).only(&args.only)).collect();
    let format = globals.format.unwrap_or(Format::Text);
    if args.all {
        report_all(&observed, &verdicts, format)?
    } else {
        report_each(&observed, &verdicts, format)?
    }
    Ok(ended(&verdicts, args))
}

async fn one(accounts: &Accounts, globals: &Globals, args: &ValidateArgs, proxy: &str) -> Result<Observed, Failure> {
    let session = Session::open(accounts, globals, None).await?;
    let existing =
        Existing { proxy: proxy.to_owned(), function: args.function.clone(), read_secrets: args.read_secrets };
    look(&session, &existing).await
}

/// Reads a proxy and what hangs on it; what was asked for by name must be there, and readable.
pub async fn look(session: &Session, existing: &Existing) -> Result<Observed, Failure> {
    let connection = &session.connection;
    let observed =
        discover::observe_proxy(session.reader(), connection.clock.as_ref(), &connection.account, existing).await;
    looked_at(&observed, existing)?;
    Ok(observed)
}

/// What was asked for by name is there.
pub fn looked_at(observed: &Observed, existing: &Existing) -> Result<(), Failure> {
    there(&observed.proxy, "rds:DescribeDBProxies", &existing.proxy, Exit::Unreadable)?;
    if let Some(function) = &existing.function {
        there(&observed.function, "lambda:GetFunctionConfiguration", &function.to_string(), Exit::Usage)?;
    }
    Ok(())
}

async fn all(accounts: &Accounts, globals: &Globals, args: &ValidateArgs) -> Result<Vec<Observed>, Failure> {
    let session = Session::open(accounts, globals, None).await?;
    let connection = &session.connection;
    let (clock, account) = (connection.clock.as_ref(), &connection.account);
    discover::observe_all(session.reader(), clock, account, args.read_secrets).await.map_err(Failure::unreadable)
}

fn from_bundle(path: &Path) -> Result<Observed, Failure> {
    let name = path.display().to_string();
    let refused = |cause: String, hint: &str| {
        let report = Report::new(Kind::Input, t!("cli-bundle-refused", path = name.as_str()));
        Failure::new(Exit::Usage, report.because(cause).hint(hint))
    };
    let text = given::text(path).map_err(|error| refused(error.to_string(), t!("cli-bundle-missing-hint")))?;
    bundle::read(&text).map_err(|error| refused(error.to_string(), t!("cli-bundle-hint")))
}

fn there<T>(part: &Part<T>, operation: &str, name: &str, absent: Exit) -> Result<(), Failure> {
    match part {
        Part::Present(_) => Ok(()),
        Part::Unreadable(why) => {
            let kind = if why.denied { ErrorKind::Denied } else { ErrorKind::Unexpected };
            Err(Failure::unreadable(CloudError::new(kind, &why.operation, &why.because).on(name)))
        }
        Part::Absent | Part::NotAsked => Err(Failure::new(absent, CloudError::not_found(operation, name).into())),
    }
}

/// Refuses codes that no rule has, and says which were perhaps meant.
pub fn known_codes(codes: &[String]) -> Result<(), Failure> {
    for code in codes {
        if rules::rule(code).is_none() {
            let mut near: Vec<(usize, &str)> =
                RULES.iter().map(|rule| (strsim::levenshtein(code, rule.code), rule.code)).collect();
            near.sort_unstable();
            let meant: Vec<&str> = near.into_iter().take(3).map(|(_, code)| code).collect();
            let hint = t!("cli-no-rule-near", codes = meant.join(", "));
            return Err(Failure::usage(t!("cli-no-rule", code = code.as_str()), hint));
        }
    }
    Ok(())
}

fn report_each(observed: &[Observed], verdicts: &[Verdict], format: Format) -> Result<(), Failure> {
    if format == Format::Sarif {
        output::line(&rules::sarif(verdicts));
        return Ok(());
    }
    for (observed, verdict) in observed.iter().zip(verdicts) {
        output::line(&printed(observed, verdict, format)?);
    }
    Ok(())
}

fn report_all(observed: &[Observed], verdicts: &[Verdict], format: Format) -> Result<(), Failure> {
    if format == Format::Json {
        let (account, region) =
            verdicts.first().map_or(("", ""), |verdict| (verdict.account.as_str(), verdict.region.as_str()));
        output::line(&rules::json_list(account, region, verdicts));
        return Ok(());
    }
    if format != Format::Text {
        return report_each(observed, verdicts, format);
    }
    // The list first; then those with something to say, in full.
    let width = verdicts.iter().filter_map(|verdict| verdict.proxy.as_ref()).map(String::len).max().unwrap_or_default();
    for (observed, verdict) in observed.iter().zip(verdicts) {
        let name = verdict.proxy.as_deref().unwrap_or_default();
        output::line(&format!("{name:width$}  {}", rules::picture(observed, verdict).title));
    }
    for (observed, verdict) in observed.iter().zip(verdicts) {
        if verdict.worst() >= Some(Severity::Warning) {
            let name = verdict.proxy.as_deref().unwrap_or_default();
            output::line(&format!("\n== {name}\n{}", printed(observed, verdict, format)?));
        }
    }
    Ok(())
}

/// Prints a verdict: the path, then the findings.
pub fn report(observed: &Observed, verdict: &Verdict) {
    output::line(&rules::text(verdict, &rules::picture(observed, verdict)).join("\n"));
}

fn printed(observed: &Observed, verdict: &Verdict, format: Format) -> Result<String, Failure> {
    let picture = rules::picture(observed, verdict);
    Ok(match format {
        Format::Text => rules::text(verdict, &picture).join("\n"),
        Format::Json => rules::json(verdict),
        Format::Markdown => rules::markdown(verdict, &picture),
        Format::Html => rules::html(verdict, &picture).map_err(|error| {
            let report = Report::new(Kind::Internal, t!("cli-report-failed"));
            Failure::new(Exit::Failed, report.because(error.to_string()))
        })?,
        Format::Sarif => rules::sarif(std::slice::from_ref(verdict)),
    })
}

/// Passed is only what was checked: where nothing was, that is said, beside whatever is printed.
fn ended(verdicts: &[Verdict], args: &ValidateArgs) -> Exit {
    let least = match args.fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
    };
    let failed = verdicts.iter().filter_map(Verdict::worst).any(|worst| worst >= least);
    if verdicts.is_empty() || verdicts.iter().any(Verdict::says_nothing) {
        let title = if verdicts.is_empty() { t!("cli-no-proxies") } else { t!("cli-nothing-checked") };
        let hint =
            if args.bundle.is_some() { t!("cli-nothing-in-bundle-hint") } else { t!("cli-nothing-checked-hint") };
        output::aside(&Report::new(Kind::Aws, title).hint(hint).to_string());
        return if failed { Exit::Failed } else { Exit::Unreadable };
    }
    if failed { Exit::Failed } else { Exit::Done }
}
