//! The services of AWS that functions call, and what shows that one is called: a variable's value, an
//! action that a role allows.

use super::arn::Arn;

/// A service that functions call, and how it is reached from a VPC.
#[derive(Debug, PartialEq, Eq)]
pub struct Service {
    /// As AWS writes it.
    pub name: &'static str,
    /// Its prefix in actions and ARNs.
    pub prefix: &'static str,
    /// The end of its endpoint's service name, and of its host before the region.
    pub endpoint: &'static str,
}

const fn service(name: &'static str, prefix: &'static str, endpoint: &'static str) -> Service {
    Service { name, prefix, endpoint }
}

pub const SECRETS_MANAGER: Service = service("AWS Secrets Manager", "secretsmanager", "secretsmanager");
pub const KMS: Service = service("AWS KMS", "kms", "kms");
const S3: Service = service("Amazon S3", "s3", "s3");
const STS: Service = service("AWS STS", "sts", "sts");

/// What Lambda itself calls as the function's role (CloudWatch Logs, X-Ray, network interfaces) goes another
/// way, and `rds-db` is the proxy.
/// <https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html>
pub const SERVICES: [Service; 17] = [
    service("Amazon Bedrock", "bedrock", "bedrock-runtime"),
    service("Amazon Cognito", "cognito-idp", "cognito-idp"),
    service("Amazon Data Firehose", "firehose", "kinesis-firehose"),
    service("Amazon DynamoDB", "dynamodb", "dynamodb"),
    service("Amazon EventBridge", "events", "events"),
    service("Amazon Kinesis", "kinesis", "kinesis-streams"),
    S3,
    service("Amazon SES", "ses", "email"),
    service("Amazon SNS", "sns", "sns"),
    service("Amazon SQS", "sqs", "sqs"),
    service("AWS AppConfig", "appconfig", "appconfigdata"),
    KMS,
    service("AWS Lambda", "lambda", "lambda"),
    SECRETS_MANAGER,
    service("AWS Step Functions", "states", "states"),
    STS,
    service("AWS Systems Manager", "ssm", "ssm"),
];

/// What Lambda itself does with the role, outside the function's network: it polls queues and streams.
/// <https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html>
const BY_LAMBDA: [&str; 15] = [
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
    "kinesis:DescribeStream",
    "kinesis:DescribeStreamSummary",
    "kinesis:GetRecords",
    "kinesis:GetShardIterator",
    "kinesis:ListShards",
    "kinesis:ListStreams",
    "kinesis:SubscribeToShard",
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "sqs:ReceiveMessage",
];

impl Service {
    /// The service that a function calls by this action. `*` tells of none in particular.
    pub fn of_action(action: &str) -> Option<&'static Self> {
        let (prefix, _) = action.split_once(':')?;
        let by_lambda = BY_LAMBDA.iter().any(|own| own.eq_ignore_ascii_case(action));
        SERVICES.iter().find(|service| !by_lambda && service.prefix.eq_ignore_ascii_case(prefix))
    }

    /// The service that an ARN, an address of AWS or an S3 location is of.
    pub fn of_value(value: &str) -> Option<&'static Self> {
        if let Ok(arn) = value.parse::<Arn>() {
            // A role is for assuming.
            let is_role = arn.service == "iam" && arn.resource.starts_with("role/");
            let prefix = if is_role { STS.prefix } else { arn.service.as_str() };
            return SERVICES.iter().find(|service| service.prefix == prefix);
        }
        if value.starts_with("s3://") {
            return Some(&S3);
        }
        let host = host_of_url(value).filter(|host| is_aws(host))?;
        let named = |label: &str| SERVICES.iter().find(|service| [service.prefix, service.endpoint].contains(&label));
        host.split('.').find_map(named)
    }
}

/// Whether a host is one of AWS's own services.
pub fn is_aws(host: &str) -> bool {
    [".amazonaws.com", ".amazonaws.com.cn", ".api.aws"].iter().any(|end| host.ends_with(end))
}

/// What stands between the scheme of an http address and its port or path.
pub fn host_of_url(value: &str) -> Option<&str> {
    let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?;
    let host = host.split(':').next()?;
    (!host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_aws_tell_of_their_service() {
        for (value, expected) in [
            ("arn:aws:ssm:eu-west-1:123456789012:parameter/orders/host", Some("AWS Systems Manager")),
            ("arn:aws:sqs:eu-west-1:123456789012:orders", Some("Amazon SQS")),
            ("arn:aws:rds:eu-west-1:123456789012:db:orders", None),
            ("arn:aws:iam::123456789012:role/reporting", Some("AWS STS")),
            ("arn:aws:iam::123456789012:user/x", None),
            ("https://sqs.eu-west-1.amazonaws.com/123456789012/orders", Some("Amazon SQS")),
            ("https://orders.s3.eu-west-1.amazonaws.com/x", Some("Amazon S3")),
            ("s3://orders/x", Some("Amazon S3")),
            ("https://sqs.example/orders", None),
            ("orders", None),
        ] {
            assert_eq!(Service::of_value(value).map(|service| service.name), expected, "{value}");
        }
    }

    #[test]
    fn what_lambda_does_with_a_role_is_no_call_of_the_function() {
        let name = |action: &str| Service::of_action(action).map(|service| service.name);
        assert_eq!((name("sqs:SendMessage"), name("S3:GetObject")), (Some("Amazon SQS"), Some("Amazon S3")));
        for of_lambda in ["logs:PutLogEvents", "xray:PutTraceSegments", "rds-db:connect", "sqs:receivemessage", "*"] {
            assert_eq!(name(of_lambda), None, "{of_lambda}");
        }
    }

    #[test]
    fn a_host_is_what_stands_between_scheme_and_path() {
        assert_eq!(host_of_url("https://key:***@api.stripe.com:443/v1"), Some("api.stripe.com"));
        assert_eq!(host_of_url("orders-proxy"), None);
    }
}
