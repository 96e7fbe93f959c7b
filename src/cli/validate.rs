//! `validate`: holds an existing proxy, and a function that uses it, against every rule.

use super::args::{Globals, ValidateArgs};
use super::output::{self, Ended, Exit, Failure};
use super::session::Session;
use crate::accounts::Accounts;
use crate::cloud::{CloudError, ErrorKind};
use crate::discover::{self, Existing, Invoked};
use crate::domain::finding::Severity;
use crate::domain::observed::{Observed, Part};
use crate::rules::{self, Verdict};

/// Reads, checks and reports; changes nothing.
pub async fn run(accounts: &Accounts, globals: &Globals, args: &ValidateArgs) -> Ended {
    let session = Session::open(accounts, globals, None).await?;
    let account = &session.connection.account;
    let function = args.function.as_deref();
    let existing = Existing {
        proxy: args.proxy.clone(),
        function: function.map(|name| Invoked { name: name.to_owned(), qualifier: None }),
        read_secrets: false,
    };
    let observed =
        discover::observe_proxy(session.reader(), session.connection.clock.as_ref(), account, &existing).await;
    there(&observed.proxy, "rds:DescribeDBProxies", &args.proxy)?;
    if let Some(function) = function {
        there(&observed.function, "lambda:GetFunctionConfiguration", function)?;
    }
    let verdict = rules::check_all(&observed);
    report(&observed, &verdict, session.is_json());
    Ok(ended(&verdict))
}

/// Prints a verdict: the path, then the findings.
pub fn report(observed: &Observed, verdict: &Verdict, is_json: bool) {
    if is_json {
        output::line(&rules::json(verdict));
    } else {
        output::line(&rules::text(verdict, &rules::picture(observed, verdict)).join("\n"));
    }
}

fn ended(verdict: &Verdict) -> Exit {
    if verdict.worst() == Some(Severity::Error) { Exit::Failed } else { Exit::Done }
}

/// What was asked for by name must be there, and readable.
fn there<T>(part: &Part<T>, operation: &str, name: &str) -> Result<(), Failure> {
    match part {
        Part::Present(_) => Ok(()),
        Part::Unreadable(why) => {
            let kind = if why.denied { ErrorKind::Denied } else { ErrorKind::Unexpected };
            Err(Failure::unreadable(CloudError::new(kind, &why.operation, &why.because).on(name)))
        }
        Part::Absent | Part::NotAsked => Err(Failure::new(Exit::Usage, CloudError::not_found(operation, name).into())),
    }
}
