//! `SdkError` → [`CloudError`]: which kind it is, and what a person can read.

use aws_credential_types::provider::error::CredentialsError;
use aws_sdk_sts::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_sts::operation::assume_role::AssumeRoleError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_types::request_id::RequestId;
use std::error::Error;

use super::bounded::too_long;
use super::code::kind_of;
use super::sts::ASSUME;
use super::unanswered::Unanswered;
use crate::cloud::{CloudError, CloudResult, ErrorKind};
use crate::text::said;

/// Characters of an answer that is no AWS error which are shown.
const RAW_START: usize = 200;

/// Maps the failure of `operation` (`rds:CreateDBProxy`).
pub(super) fn failed<E>(operation: &'static str) -> impl FnOnce(SdkError<E, HttpResponse>) -> CloudError
where
    E: ProvideErrorMetadata + Error + 'static,
{
    move |error| cloud_error(operation, &error)
}

/// Maps the failure of `operation` on one resource.
pub(super) fn failed_on<E>(
    operation: &'static str,
    resource: &str,
) -> impl FnOnce(SdkError<E, HttpResponse>) -> CloudError
where
    E: ProvideErrorMetadata + Error + 'static,
{
    move |error| cloud_error(operation, &error).on(resource)
}

/// An answer without the field that AWS documents as always there.
pub(super) fn missing(operation: &'static str, field: &str) -> CloudError {
    CloudError::new(ErrorKind::Unexpected, operation, said!("error-answer-without", field = field))
}

/// What is not there is `None` for a `Reader`.
pub(super) fn absent<T>(result: CloudResult<T>) -> CloudResult<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.has_kind(ErrorKind::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// What may not be read is `None` where it only adds to an answer.
pub(super) fn unless_denied<T>(result: CloudResult<T>) -> CloudResult<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.has_kind(ErrorKind::Denied) => Ok(None),
        Err(error) => Err(error),
    }
}

/// An error's text and that of its causes, without repeating what a cause already said.
pub(super) fn with_causes(error: &(dyn Error + 'static)) -> String {
    let mut text = error.to_string();
    for cause in chain(error).skip(1) {
        let cause = cause.to_string();
        if !text.contains(&cause) {
            text = format!("{text}: {cause}");
        }
    }
    text
}

fn chain<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error: &&'a (dyn Error + 'static)| (*error).source())
}

fn cloud_error<E>(operation: &'static str, error: &SdkError<E, HttpResponse>) -> CloudError
where
    E: ProvideErrorMetadata + Error + 'static,
{
    let mut mapped = match error {
        SdkError::ServiceError(service) => {
            let status = service.raw().status().as_u16();
            let (code, message) = (service.err().code(), service.err().message());
            match code {
                Some(code) => {
                    let kind = kind_of(code, message.unwrap_or_default(), status);
                    CloudError::new(kind, operation, message.unwrap_or(code)).with_code(code)
                }
                None => no_aws_error(operation, service.raw()),
            }
        }
        SdkError::ResponseError(response) => match too_long(chain(error)) {
            Some(message) => CloudError::new(ErrorKind::Unexpected, operation, message),
            None => no_aws_error(operation, response.raw()),
        },
        SdkError::TimeoutError(_) => CloudError::new(ErrorKind::Unreachable, operation, with_causes(error)),
        SdkError::DispatchFailure(_) | SdkError::ConstructionFailure(_) => not_sent(operation, error),
        _ => CloudError::new(ErrorKind::Unexpected, operation, with_causes(error)),
    };
    mapped.request_id = error.request_id().map(str::to_owned);
    mapped
}

/// A page of a proxy on the way, or a body cut short: its start is the best clue there is.
fn no_aws_error(operation: &'static str, raw: &HttpResponse) -> CloudError {
    let body = String::from_utf8_lossy(raw.body().bytes().unwrap_or_default());
    let start: String = body.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(RAW_START).collect();
    let status = raw.status().as_u16();
    let kind = kind_of("", "", status);
    let message = said!("error-answer-not-aws", status = status.to_string(), start = start);
    CloudError::new(kind, operation, message)
}

/// No request left, or none was answered: credentials, connection, or a value the SDK refuses.
fn not_sent(operation: &'static str, error: &(dyn Error + 'static)) -> CloudError {
    if let Some(credentials) = chain(error).find_map(|cause| cause.downcast_ref::<CredentialsError>()) {
        return CloudError::new(kind_of_credentials(credentials), operation, with_causes(credentials));
    }
    if let Some(unanswered) = chain(error).find_map(|cause| cause.downcast_ref::<Unanswered>()) {
        return CloudError::new(ErrorKind::Unreachable, operation, unanswered.sentence());
    }
    let connector = chain(error).any(|cause| cause.is::<ConnectorError>());
    let kind = if connector { ErrorKind::Unreachable } else { ErrorKind::Refused };
    CloudError::new(kind, operation, with_causes(error))
}

/// A role that could not be assumed, in the words of STS where it answered.
pub(super) fn not_assumed(arn: &str, error: &CredentialsError) -> CloudError {
    let answered = chain(error).find_map(|cause| cause.downcast_ref::<AssumeRoleError>());
    let mapped = match answered.and_then(|refused| Some((refused, refused.code()?))) {
        Some((refused, code)) => {
            let message = refused.message().unwrap_or(code);
            CloudError::new(kind_of(code, message, 0), ASSUME, message).with_code(code)
        }
        None => CloudError::new(kind_of_credentials(error), ASSUME, with_causes(error)),
    };
    mapped.on(arn)
}

fn kind_of_credentials(error: &CredentialsError) -> ErrorKind {
    let text = with_causes(error).to_ascii_lowercase();
    let says = |word: &str| text.contains(word);
    if matches!(error, CredentialsError::ProviderTimedOut(_)) || chain(error).any(|cause| cause.is::<ConnectorError>())
    {
        ErrorKind::Unreachable
    } else if says("expired") || says("sso token") || says("unauthorizedexception") {
        // The SDK keeps these types to itself; what it says is the only way to tell.
        ErrorKind::Expired
    } else {
        ErrorKind::NoCredentials
    }
}
