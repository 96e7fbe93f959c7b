//! Which AWS services a function shows that it calls: by its variables, and by what its role allows.
//!
//! What it shows is all that can be said: code may call what no variable names, and a role may allow what
//! no code calls. So both name their witness.

use std::collections::BTreeMap;

use super::Draft;
use crate::domain::function::Function;
use crate::domain::network::VpcEndpoint;
use crate::domain::policy::Effect;
use crate::domain::role::Role;
use crate::text::t;

/// A service that functions call, and how it is reached from a VPC.
#[derive(Debug)]
struct Service {
    /// As AWS writes it.
    name: &'static str,
    /// Its prefix in actions and ARNs.
    prefix: &'static str,
    /// The end of its endpoint's service name, and of its host before the region.
    endpoint: &'static str,
}

const fn service(name: &'static str, prefix: &'static str, endpoint: &'static str) -> Service {
    Service { name, prefix, endpoint }
}

/// What Lambda itself calls as the function's role (CloudWatch Logs, X-Ray, network interfaces) goes another
/// way, and `rds-db` is the proxy.
/// <https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html>
const SERVICES: &[Service] = &[
    service("Amazon Bedrock", "bedrock", "bedrock-runtime"),
    service("Amazon Cognito", "cognito-idp", "cognito-idp"),
    service("Amazon Data Firehose", "firehose", "kinesis-firehose"),
    service("Amazon DynamoDB", "dynamodb", "dynamodb"),
    service("Amazon EventBridge", "events", "events"),
    service("Amazon Kinesis", "kinesis", "kinesis-streams"),
    service("Amazon S3", "s3", "s3"),
    service("Amazon SES", "ses", "email"),
    service("Amazon SNS", "sns", "sns"),
    service("Amazon SQS", "sqs", "sqs"),
    service("AWS KMS", "kms", "kms"),
    service("AWS Lambda", "lambda", "lambda"),
    service("AWS Secrets Manager", "secretsmanager", "secretsmanager"),
    service("AWS Step Functions", "states", "states"),
    service("AWS STS", "sts", "sts"),
    service("AWS Systems Manager", "ssm", "ssm"),
];

/// Actions that Lambda's event sources take in the function's name.
const OF_EVENT_SOURCES: &[&str] = &[
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

/// A service and what shows that it is called: a variable's or a policy's name.
#[derive(Debug)]
struct Used {
    service: &'static Service,
    witness: String,
}

/// Everything it shows.
#[derive(Debug, Default)]
struct Shown {
    services: Vec<Used>,
    /// Hosts outside AWS, with the variable that names each.
    outside: Vec<(String, String)>,
}

impl Service {
    /// Whether one of these endpoints leads to it.
    fn has_endpoint(&self, endpoints: &[VpcEndpoint]) -> bool {
        let ends = format!(".{}", self.endpoint);
        endpoints.iter().any(|endpoint| endpoint.is_alive() && endpoint.service_name.ends_with(&ends))
    }

    fn of_action(action: &str) -> Option<&'static Self> {
        let (prefix, _) = action.split_once(':')?;
        let of_source = OF_EVENT_SOURCES.iter().any(|own| own.eq_ignore_ascii_case(action));
        SERVICES.iter().find(|service| !of_source && service.prefix.eq_ignore_ascii_case(prefix))
    }

    fn of_arn(text: &str) -> Option<&'static Self> {
        let mut parts = text.strip_prefix("arn:")?.split(':');
        let prefix = parts.nth(1)?;
        SERVICES.iter().find(|service| service.prefix == prefix)
    }

    /// `sqs.eu-west-1.amazonaws.com`, `bucket.s3.amazonaws.com`.
    fn of_host(host: &str) -> Option<&'static Self> {
        let labels: Vec<&str> = host.split('.').collect();
        SERVICES.iter().find(|service| labels.contains(&service.prefix) || labels.contains(&service.endpoint))
    }
}

/// What variables and policies show.
fn shown(function: &Function, role: Option<&Role>) -> Shown {
    let mut found: BTreeMap<&'static str, Used> = BTreeMap::new();
    let mut add = |service: &'static Service, witness: &str| {
        found.entry(service.name).or_insert_with(|| Used { service, witness: witness.to_owned() });
    };
    let mut outside = Vec::new();
    for (name, value) in function.environment.iter().filter_map(|(name, value)| Some((name, value.readable()?))) {
        if let Some(service) = Service::of_arn(value) {
            add(service, name);
        } else if value.starts_with("s3://") {
            SERVICES.iter().filter(|service| service.prefix == "s3").for_each(|service| add(service, name));
        } else if let Some(host) = host_of_url(value) {
            match Service::of_host(host) {
                _ if host == "localhost" || host.parse::<std::net::IpAddr>().is_ok() => {}
                Some(service) if is_aws(host) => add(service, name),
                _ if is_aws(host) => {}
                _ => outside.push((host.to_owned(), name.clone())),
            }
        }
    }
    for (name, document) in role.into_iter().flat_map(Role::policies) {
        let allowed = document.statement.iter().filter(|statement| statement.effect == Effect::Allow);
        for action in allowed.flat_map(|statement| statement.action.iter()) {
            if let Some(service) = Service::of_action(action) {
                add(service, name);
            }
        }
    }
    Shown { services: found.into_values().collect(), outside }
}

/// What a function that moves in cannot call any more, as far as its variables and its role show what it
/// calls.
pub(super) fn lost(draft: &Draft<'_>, has_nat: bool) -> String {
    let function = draft.function.name.as_str();
    let role = draft.observed.function_role.present();
    let shown = shown(draft.function, role);
    let names = |wanted: &dyn Fn(&Used) -> bool| -> String {
        let named = shown.services.iter().filter(|used| wanted(used));
        let words =
            named.map(|used| t!("design-function-calls", name = used.service.name, witness = used.witness.as_str()));
        words.collect::<Vec<_>>().join(", ")
    };
    let endpoints = draft.observed.vpc_endpoints.items();
    let ready = names(&|used| used.service.has_endpoint(endpoints));
    let missing = names(&|used| !used.service.has_endpoint(endpoints));
    let outside = shown
        .outside
        .iter()
        .map(|(host, name)| t!("design-function-calls", name = host.as_str(), witness = name.as_str()));
    let outside = outside.collect::<Vec<_>>().join(", ");

    let mut says = vec![match has_nat {
        true => t!("design-function-loses-internet-nat", function = function),
        false => t!("design-function-loses-internet-text", function = function),
    }];
    let mut add = |words: String, names: &str| says.extend((!names.is_empty()).then_some(words));
    if has_nat {
        let all = [ready.as_str(), &missing, &outside].into_iter().filter(|names| !names.is_empty());
        let all = all.collect::<Vec<_>>().join(", ");
        add(t!("design-function-needs-rules", names = all.as_str()), &all);
    } else {
        add(t!("design-function-needs-endpoints", names = missing.as_str()), &missing);
        add(t!("design-function-has-endpoints", names = ready.as_str()), &ready);
        add(t!("design-function-needs-nat", names = outside.as_str()), &outside);
    }
    if says.len() == 1 {
        let known =
            role.is_some_and(|role| !role.partly_unreadable()) && draft.function.environment_unreadable.is_none();
        says.push(
            if known { t!("design-function-calls-nothing") } else { t!("design-function-calls-unread") }.to_owned(),
        );
    }
    says.join(" ")
}

fn is_aws(host: &str) -> bool {
    [".amazonaws.com", ".amazonaws.com.cn", ".api.aws"].iter().any(|end| host.ends_with(end))
}

fn host_of_url(value: &str) -> Option<&str> {
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
    fn a_service_is_known_by_arn_host_and_action_and_not_by_what_lambda_does_itself() {
        let name = |service: Option<&'static Service>| service.map(|service| service.name);
        assert_eq!(name(Service::of_arn("arn:aws:sqs:eu-west-1:1:orders")), Some("Amazon SQS"));
        assert_eq!(name(Service::of_arn("arn:aws:rds:eu-west-1:1:db:orders")), None);
        assert_eq!(name(Service::of_host("sqs.eu-west-1.amazonaws.com")), Some("Amazon SQS"));
        assert_eq!(name(Service::of_host("acme.s3.amazonaws.com")), Some("Amazon S3"));
        assert_eq!(name(Service::of_action("s3:GetObject")), Some("Amazon S3"));
        for of_lambda in ["logs:PutLogEvents", "xray:PutTraceSegments", "rds-db:connect", "sqs:ReceiveMessage", "*"] {
            assert_eq!(name(Service::of_action(of_lambda)), None, "{of_lambda}");
        }
    }

    #[test]
    fn a_host_is_what_stands_between_scheme_and_path() {
        assert_eq!(host_of_url("https://key:***@api.stripe.com:443/v1"), Some("api.stripe.com"));
        assert_eq!(host_of_url("orders-proxy"), None);
    }
}
