//! AWS's error codes → [`ErrorKind`]. Services name the same thing differently; this is the one list.
//!
//! <https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html> and each service's API
//! reference.

use crate::cloud::ErrorKind;

/// The kind of an error with this code, message and HTTP status.
pub(super) fn kind_of(code: &str, message: &str, status: u16) -> ErrorKind {
    match code {
        "AccessDenied"
        | "AccessDeniedException"
        | "UnauthorizedOperation"
        | "NotAuthorized"
        | "AuthorizationError"
        | "UnauthorizedException" => ErrorKind::Denied,
        "ExpiredToken" | "ExpiredTokenException" | "RequestExpired" | "TokenRefreshRequired" => ErrorKind::Expired,
        // Keys that AWS does not know, or a signature made with the wrong secret.
        "InvalidClientTokenId"
        | "UnrecognizedClientException"
        | "AuthFailure"
        | "SignatureDoesNotMatch"
        | "InvalidSignatureException"
        | "IncompleteSignature"
        | "MissingAuthenticationToken"
        | "InvalidAccessKeyId" => ErrorKind::NoCredentials,
        "Throttling"
        | "ThrottlingException"
        | "ThrottledException"
        | "RequestThrottled"
        | "RequestThrottledException"
        | "RequestLimitExceeded"
        | "TooManyRequestsException"
        | "PriorRequestNotComplete"
        | "SlowDown" => ErrorKind::Throttled,
        "PreconditionFailedException" => ErrorKind::Changed,
        "DependencyViolation"
        | "DeleteConflict"
        | "ResourceConflictException"
        | "ResourceInUseException"
        | "ResourceInUse"
        | "InvalidGroup.InUse"
        | "ConcurrentModification"
        | "EntityTemporarilyUnmodifiable" => ErrorKind::InUse,
        // An endpoint that is being deleted keeps its private name until it is gone.
        "InvalidParameter" if message.contains("conflicting DNS domain") => ErrorKind::InUse,
        // Being created, changed or backed up: what was asked for works when that is over.
        "InvalidDBProxyStateFault"
        | "InvalidDBProxyEndpointStateFault"
        | "InvalidDBInstanceState"
        | "InvalidDBInstanceStateFault"
        | "InvalidDBClusterStateFault" => ErrorKind::NotYet,
        "InvalidPermission.Duplicate" | "InvalidGroup.Duplicate" | "ResourceExistsException" => {
            ErrorKind::AlreadyExists
        }
        "NoSuchEntity" | "NoSuchEntityException" | "NoSuchResourceException" => ErrorKind::NotFound,
        _ if code.contains("AlreadyExists") || code.contains("AlreadyRegistered") => ErrorKind::AlreadyExists,
        _ if code.contains("NotFound") => ErrorKind::NotFound,
        _ if code.contains("QuotaExceeded") || code.contains("LimitExceeded") => ErrorKind::Quota,
        _ if not_yet(code, message) => ErrorKind::NotYet,
        // Secrets Manager keeps a deleted name taken until the recovery window ends.
        "InvalidRequestException" if message.contains("already scheduled for deletion") => ErrorKind::AlreadyExists,
        _ if status == 412 => ErrorKind::Changed,
        _ if status == 429 => ErrorKind::Throttled,
        _ if status >= 500 || code.is_empty() => ErrorKind::Unexpected,
        _ => ErrorKind::Refused,
    }
}

/// IAM tells other services about a new role or policy within seconds; until then they refuse it
/// as if it were wrong.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency>
fn not_yet(code: &str, message: &str) -> bool {
    if !code.starts_with("InvalidParameterValue") && !code.starts_with("InvalidParameter") {
        return false;
    }
    let message = message.to_ascii_lowercase();
    let any = |words: &[&str]| words.iter().any(|word| message.contains(word));
    message.contains("role")
        && any(&[
            "cannot be assumed",
            "unable to assume",
            "can't assume",
            "permission to assume",
            "permissions to assume",
            "authorized to assume",
            "not authorized to perform",
            "does not have permissions to call createnetworkinterface",
            "doesn't exist",
            "does not exist",
            "is invalid or does not include the required permissions",
        ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_all_services_fall_into_the_kinds_of_the_port() {
        use ErrorKind::*;
        for (code, status, kind) in [
            ("AccessDenied", 403, Denied),
            ("UnauthorizedOperation", 403, Denied),
            ("ExpiredTokenException", 400, Expired),
            ("InvalidClientTokenId", 403, NoCredentials),
            ("Throttling", 400, Throttled),
            ("RequestLimitExceeded", 503, Throttled),
            ("TooManyRequestsException", 429, Throttled),
            ("NoSuchEntity", 404, NotFound),
            ("NoSuchResourceException", 400, NotFound),
            ("DBProxyNotFoundFault", 404, NotFound),
            ("InvalidSecurityGroupRuleId.NotFound", 400, NotFound),
            ("ResourceNotFoundException", 404, NotFound),
            ("EntityAlreadyExists", 409, AlreadyExists),
            ("DBProxyAlreadyExistsFault", 400, AlreadyExists),
            ("DBProxyTargetAlreadyRegisteredFault", 400, AlreadyExists),
            ("InvalidPermission.Duplicate", 400, AlreadyExists),
            ("ResourceExistsException", 400, AlreadyExists),
            ("DependencyViolation", 400, InUse),
            ("DeleteConflict", 409, InUse),
            ("ResourceConflictException", 409, InUse),
            ("PreconditionFailedException", 412, Changed),
            ("DBProxyQuotaExceededFault", 400, Quota),
            ("InvalidDBProxyStateFault", 400, NotYet),
            ("LimitExceeded", 409, Quota),
            ("RulesPerSecurityGroupLimitExceeded", 400, Quota),
            ("InvalidParameterValue", 400, Refused),
            ("ServiceFailure", 500, Unexpected),
            ("", 500, Unexpected),
        ] {
            assert_eq!(kind_of(code, "", status), kind, "{code}");
        }
    }

    #[test]
    fn a_role_that_is_not_known_everywhere_yet_is_not_wrong() {
        for (code, message) in [
            ("InvalidParameterValueException", "The role defined for the function cannot be assumed by Lambda."),
            ("InvalidParameterValue", "RDS is not authorized to assume the role arn:aws:iam::123456789012:role/r"),
            (
                "InvalidParameterValueException",
                "The provided execution role does not have permissions to call CreateNetworkInterface on EC2",
            ),
        ] {
            assert_eq!(kind_of(code, message, 400), ErrorKind::NotYet, "{message}");
        }
        assert_eq!(kind_of("InvalidParameterValue", "IdleClientTimeout is too long", 400), ErrorKind::Refused);
    }
}
