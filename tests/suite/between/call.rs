//! Which operation of which service a request is for, and how that service fails or refuses it.

use super::message::Message;

/// Which operation of which service a request is for.
#[derive(Debug, Clone)]
pub struct Call {
    /// As it stands in the signature's scope.
    pub service: String,
    /// The query protocol's `Action`, the JSON protocol's target, or for Lambda's REST
    /// `METHOD /path`, without the API version in front.
    pub operation: String,
}

impl Call {
    pub(super) fn read(request: &Message) -> Self {
        let scope = request.header("authorization").split(['/', ',']).nth(3).unwrap_or_default();
        let target = request.header("x-amz-target");
        let body = String::from_utf8_lossy(&request.body);
        let action = body.split('&').find_map(|pair| pair.strip_prefix("Action="));
        let operation = match (target.rsplit_once('.'), action) {
            (Some((_, operation)), _) => operation.to_owned(),
            (None, Some(action)) => action.to_owned(),
            (None, None) => {
                let mut words = request.head[0].split([' ', '?']);
                let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
                let path = path.trim_start_matches('/').split_once('/').map_or("", |(_, rest)| rest);
                format!("{method} /{}", path.trim_end_matches('/'))
            }
        };
        Self { service: scope.to_owned(), operation }
    }

    /// The operation's own name, as IAM writes it: `lambda:PublishVersion`.
    pub fn action(&self) -> String {
        let (method, path) = self.operation.split_once(" /functions").unwrap_or_default();
        let operation = match (method, path.split('/').nth(2)) {
            ("GET", None) => "ListFunctions",
            ("DELETE", None) => "DeleteFunction",
            ("GET", Some("configuration")) => "GetFunctionConfiguration",
            ("PUT", Some("configuration")) => "UpdateFunctionConfiguration",
            ("GET", Some("versions")) => "ListVersionsByFunction",
            ("POST", Some("versions")) => "PublishVersion",
            ("GET", Some("aliases")) => "ListAliases",
            ("PUT", Some("aliases")) => "UpdateAlias",
            ("GET", Some("concurrency")) => "GetFunctionConcurrency",
            _ => &self.operation,
        };
        format!("{}:{operation}", self.service)
    }

    /// Whether it may change the account.
    pub fn is_write(&self) -> bool {
        let action = self.action();
        let operation = action.split_once(':').map_or("", |(_, operation)| operation);
        !["Describe", "List", "Get", "Simulate"].iter().any(|reads| operation.starts_with(reads))
    }

    fn speaks_json(&self) -> bool {
        matches!(self.service.as_str(), "lambda" | "kms" | "secretsmanager")
    }

    pub(super) fn throttled(&self) -> Message {
        let (status, code) = match self.service.as_str() {
            "ec2" => ("503 Service Unavailable", "RequestLimitExceeded"),
            "lambda" => ("429 Too Many Requests", "TooManyRequestsException"),
            "kms" | "secretsmanager" => ("400 Bad Request", "ThrottlingException"),
            _ => ("400 Bad Request", "Throttling"),
        };
        self.error(status, code, "Rate exceeded")
    }

    pub(super) fn denied(&self) -> Message {
        let (status, code) = match self.service.as_str() {
            "ec2" => ("403 Forbidden", "UnauthorizedOperation"),
            "lambda" => ("403 Forbidden", "AccessDeniedException"),
            "kms" | "secretsmanager" => ("400 Bad Request", "AccessDeniedException"),
            _ => ("403 Forbidden", "AccessDenied"),
        };
        self.error(status, code, &format!("not authorized to perform: {}", self.operation))
    }

    /// A failure inside AWS: with the error that the service has for it, or without any body.
    pub(super) fn failure(&self, status: u16, with_error: bool) -> Message {
        let (line, code) = match (status, self.service.as_str()) {
            (503, "ec2") => ("503 Service Unavailable", "Unavailable"),
            (503, _) => ("503 Service Unavailable", "ServiceUnavailable"),
            (_, "ec2") => ("500 Internal Server Error", "InternalError"),
            (_, "lambda") => ("500 Internal Server Error", "ServiceException"),
            (_, "secretsmanager") => ("500 Internal Server Error", "InternalServiceError"),
            (_, "iam") => ("500 Internal Server Error", "ServiceFailure"),
            (_, _) => ("500 Internal Server Error", "InternalFailure"),
        };
        if with_error {
            self.error(line, code, "the request has failed because of an unknown error")
        } else {
            Message::answer(line, "text/plain", "", "")
        }
    }

    /// An error in the form the service's protocol has for it.
    fn error(&self, status: &str, code: &str, message: &str) -> Message {
        if self.speaks_json() {
            let body = format!(r#"{{"__type":"{code}","message":"{message}"}}"#);
            return Message::answer(status, "application/x-amz-json-1.1", &format!("x-amzn-errortype: {code}"), &body);
        }
        let error = format!("<Code>{code}</Code><Message>{message}</Message>");
        let body = if self.service == "ec2" {
            format!("<Response><Errors><Error>{error}</Error></Errors><RequestID>between</RequestID></Response>")
        } else {
            format!(
                "<ErrorResponse><Error><Type>Sender</Type>{error}</Error><RequestId>between</RequestId></ErrorResponse>"
            )
        };
        Message::answer(status, "text/xml", "", &body)
    }
}
