//! What can go wrong with a call, in words a person can act on.

use serde::{Deserialize, Serialize};

use super::operation;
use crate::text::{Sentence, said};

pub type CloudResult<T> = Result<T, CloudError>;

/// What to do about an error depends on its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorKind {
    /// The principal may not do this: `AccessDenied`, `AccessDeniedException`,
    /// `UnauthorizedOperation`.
    Denied,
    NotFound,
    AlreadyExists,
    /// Still throttled after many retries.
    Throttled,
    /// What was made a moment ago is not visible everywhere yet; the same call works later.
    NotYet,
    /// Something else still uses it: `DependencyViolation`, `DeleteConflict`,
    /// `ResourceConflictException`.
    InUse,
    /// It changed between our read and our write (`RevisionId`).
    Changed,
    Quota,
    /// AWS refused the input.
    Refused,
    NoCredentials,
    /// The session or token has ended; signing in again cures it.
    Expired,
    /// No answer: DNS, TCP, TLS, time-out.
    Unreachable,
    /// An answer that makes no sense, or a 5xx after retries.
    Unexpected,
}

/// A failed call: operation, resource, cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{}", sentence(.operation, .resource.as_deref(), .message))]
pub struct CloudError {
    pub kind: ErrorKind,
    /// IAM action form: `rds:CreateDBProxy`.
    pub operation: String,
    pub resource: Option<String>,
    /// AWS's own code, `InvalidParameterValue`.
    pub code: Option<String>,
    /// What AWS said, or what happened instead of an answer.
    pub message: Sentence,
    pub request_id: Option<String>,
}

fn sentence(operation: &str, resource: Option<&str>, message: &Sentence) -> Sentence {
    let operation = operation::in_words(operation);
    match resource {
        Some(resource) => {
            said!("error-call-failed-for", operation = operation, resource = resource, message = message)
        }
        None => said!("error-call-failed", operation = operation, message = message),
    }
}

impl CloudError {
    pub fn new(kind: ErrorKind, operation: impl Into<String>, message: impl Into<Sentence>) -> Self {
        Self {
            kind,
            operation: operation.into(),
            resource: None,
            code: None,
            message: message.into(),
            request_id: None,
        }
    }

    pub fn on(mut self, resource: impl Into<String>) -> Self {
        self.resource = Some(resource.into());
        self
    }

    pub fn with_code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    pub fn not_found(operation: &str, resource: impl Into<String>) -> Self {
        Self::new(ErrorKind::NotFound, operation, said!("error-not-there")).on(resource)
    }

    /// AWS's code, then what was said.
    pub fn code_and_message(&self) -> Sentence {
        match &self.code {
            Some(code) => said!("error-code-and-message", code = code, message = &self.message),
            None => self.message.clone(),
        }
    }

    pub fn has_kind(&self, kind: ErrorKind) -> bool {
        self.kind == kind
    }
}

impl From<crate::domain::output::NotYetKnown> for CloudError {
    /// Only a plan whose steps are out of order meets this.
    fn from(unknown: crate::domain::output::NotYetKnown) -> Self {
        Self::new(ErrorKind::Unexpected, operation::FILL_IN, unknown.to_string())
    }
}
