//! AWS's own refusals, worded as AWS words them.

use crate::cloud::{CloudError, ErrorKind};
use crate::domain::account::Account;
use crate::text::Sentence;

/// The session name the practice person works under.
pub const PRINCIPAL_ROLE: &str = "PlatformEngineer";

/// ARN of the practice person.
pub fn principal(account_id: &str) -> String {
    format!("arn:aws:sts::{account_id}:assumed-role/{PRINCIPAL_ROLE}/you")
}

/// An error with AWS's code.
pub fn error(kind: ErrorKind, operation: &str, resource: &str, code: &str, message: impl Into<Sentence>) -> CloudError {
    CloudError::new(kind, operation, message).on(resource).with_code(code)
}

/// The input is not what the API takes.
pub fn refused(operation: &str, resource: &str, code: &str, message: impl Into<Sentence>) -> CloudError {
    error(ErrorKind::Refused, operation, resource, code, message)
}

/// The principal lacks the permission; the code differs by service.
pub fn denied(account: &Account, operation: &str, resource: Option<&str>) -> CloudError {
    let service = operation.split(':').next().unwrap_or_default();
    let code = match service {
        "ec2" => "UnauthorizedOperation",
        "rds" | "iam" | "sts" => "AccessDenied",
        _ => "AccessDeniedException",
    };
    let on = resource.unwrap_or("*");
    let message = format!(
        "User: {} is not authorized to perform: {operation} on resource: {on} because no identity-based policy allows the {operation} action",
        account.principal
    );
    let error = CloudError::new(ErrorKind::Denied, operation, message).with_code(code);
    match resource {
        Some(resource) => error.on(resource),
        None => error,
    }
}

/// The account belongs to no organization.
/// <https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html>
pub fn no_organization(operation: &str) -> CloudError {
    CloudError::new(ErrorKind::Refused, operation, "Your account is not a member of an organization.")
        .with_code("AWSOrganizationsNotInUseException")
}

/// A role in another account does not let the principal in.
pub fn not_assumable(principal: &str, role_arn: &str) -> CloudError {
    let message = format!("User: {principal} is not authorized to perform: sts:AssumeRole on resource: {role_arn}");
    error(ErrorKind::Denied, "sts:AssumeRole", role_arn, "AccessDenied", message)
}

/// Too many calls, after all retries.
pub fn throttled(operation: &str) -> CloudError {
    let code = if operation.starts_with("ec2:") { "RequestLimitExceeded" } else { "ThrottlingException" };
    CloudError::new(ErrorKind::Throttled, operation, "Rate exceeded").with_code(code)
}

/// The session has ended.
pub fn expired(operation: &str) -> CloudError {
    CloudError::new(ErrorKind::Expired, operation, "The security token included in the request is expired")
        .with_code("ExpiredTokenException")
}
