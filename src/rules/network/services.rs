//! Which services of AWS a function calls, told by its variables and by what its role may do.

use crate::domain::arn::Arn;
use crate::domain::finding::Confidence;
use crate::domain::function::Function;
use crate::domain::observed::Observed;
use crate::domain::policy::Statement;
use crate::domain::role::Role;

use crate::rules::environment::Environment;
use crate::rules::facts;
use crate::rules::function::Reading;
use crate::rules::iam;
use crate::rules::password::{Source, source};
use crate::rules::rule::Stop;

/// A service: its name, the prefix of its actions and ARNs, the end of its endpoints' names.
/// <https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html>
#[derive(Debug, PartialEq, Eq)]
pub struct Service {
    pub name: &'static str,
    prefix: &'static str,
    pub endpoint: &'static str,
}

const fn service(name: &'static str, prefix: &'static str, endpoint: &'static str) -> Service {
    Service { name, prefix, endpoint }
}

pub const SECRETS_MANAGER: Service = service("Secrets Manager", "secretsmanager", "secretsmanager");
const KMS: Service = service("KMS", "kms", "kms");
const STS: Service = service("STS", "sts", "sts");
const S3: Service = service("S3", "s3", "s3");

const SERVICES: [Service; 14] = [
    SECRETS_MANAGER,
    KMS,
    STS,
    S3,
    service("Systems Manager", "ssm", "ssm"),
    service("SQS", "sqs", "sqs"),
    service("SNS", "sns", "sns"),
    service("DynamoDB", "dynamodb", "dynamodb"),
    service("Lambda", "lambda", "lambda"),
    service("Step Functions", "states", "states"),
    service("EventBridge", "events", "events"),
    service("Kinesis", "kinesis", "kinesis-streams"),
    service("Firehose", "firehose", "kinesis-firehose"),
    service("AppConfig", "appconfig", "appconfigdata"),
];

/// What Lambda itself does with the role, outside the function's network: it polls queues and streams.
const BY_LAMBDA: [&str; 13] = [
    "sqs:receivemessage",
    "sqs:deletemessage",
    "sqs:changemessagevisibility",
    "sqs:getqueueattributes",
    "dynamodb:describestream",
    "dynamodb:getrecords",
    "dynamodb:getsharditerator",
    "dynamodb:liststreams",
    "kinesis:describestream",
    "kinesis:describestreamsummary",
    "kinesis:getrecords",
    "kinesis:getsharditerator",
    "kinesis:listshards",
];

/// A service that the function calls, and what tells.
pub struct Use {
    pub service: &'static Service,
    pub because: String,
    /// Medium where only the role tells: it may be left unused.
    pub sure: Confidence,
}

/// Every service, the surest sign of each.
///
/// # Errors
/// Unknown where no variable tells of any, and the role could not be read.
pub fn used(observed: &Observed) -> Result<Vec<Use>, Stop> {
    let reading = Reading::of(observed)?;
    let mut all = by_variables(reading.function);
    let secret = source_of_password(&reading).map(|one| one.into_iter().collect());
    let mut gap = None;
    for told in [secret, facts::function_role(observed).and_then(of_role)] {
        match told {
            Ok(more) => all.extend::<Vec<Use>>(more),
            Err(Stop::NotApplicable) => {}
            Err(unknown) => gap = gap.or(Some(unknown)),
        }
    }
    if let Some(unknown) = gap.filter(|_| all.is_empty()) {
        return Err(unknown);
    }
    let mut seen: Vec<&Service> = Vec::new();
    all.retain(|one| {
        let new = !seen.contains(&one.service);
        seen.push(one.service);
        new
    });
    Ok(all)
}

/// Secrets Manager, where the function's password is there.
fn source_of_password(reading: &Reading<'_>) -> Result<Option<Use>, Stop> {
    if reading.sends_token()? {
        return Ok(None);
    }
    let because = match source(reading)? {
        Source::Variable(_) => return Ok(None),
        Source::Named { variable, .. } => format!("{variable} of {} names a secret", reading.function.name),
        Source::Granted(policy) => {
            format!("{} logs in with a password, and {policy} lets it read secrets", reading.function.name)
        }
    };
    Ok(Some(Use { service: &SECRETS_MANAGER, because, sure: Confidence::High }))
}

fn by_variables(function: &Function) -> Vec<Use> {
    let told = |variable: &str, service: &'static Service, sure| Use {
        service,
        because: format!("{variable} of {} is of {}", function.name, service.name),
        sure,
    };
    let readable = function.environment.iter().filter_map(|(name, value)| Some((name.as_str(), value.readable()?)));
    let values = readable.filter_map(|(name, value)| Some(told(name, of_value(value)?, Confidence::High)));
    let secrets = Environment::read(&function.environment);
    let secrets: Vec<Use> =
        secrets.secrets().iter().map(|one| told(&one.variable, &SECRETS_MANAGER, Confidence::High)).collect();
    values.chain(secrets).collect()
}

/// The service that an ARN or an address of AWS is of.
fn of_value(value: &str) -> Option<&'static Service> {
    if let Ok(arn) = value.parse::<Arn>() {
        // A role is for assuming.
        let is_role = arn.service == "iam" && arn.resource.starts_with("role/");
        return if is_role { Some(&STS) } else { SERVICES.iter().find(|service| service.prefix == arn.service) };
    }
    let host = value.strip_prefix("https://")?.split('/').next()?;
    if !host.ends_with(".amazonaws.com") && !host.ends_with(".amazonaws.com.cn") {
        return None;
    }
    SERVICES.iter().find(|service| host.split('.').any(|label| label == service.prefix))
}

fn of_role(role: &Role) -> Result<Vec<Use>, Stop> {
    let allowed = iam::allows(role).flat_map(|(policy, statement)| {
        let used = SERVICES.iter().filter(|service| **service != SECRETS_MANAGER && calls(statement, service));
        used.map(move |service| Use {
            service,
            because: format!("{policy} of {} allows calls to {}", role.name, service.name),
            sure: Confidence::Medium,
        })
    });
    let found: Vec<Use> = allowed.collect();
    if found.is_empty() && role.partly_unreadable() {
        let because = "some attached policies could not be read, so which services the function uses is not known";
        return Err(Stop::unknown(because, &["iam:GetPolicy", "iam:GetPolicyVersion"]));
    }
    Ok(found)
}

/// The statement is for calls of the function itself. `*` tells of no service in particular.
fn calls(statement: &Statement, service: &Service) -> bool {
    let mut actions = statement.action.iter().map(str::to_ascii_lowercase);
    let own = |action: &str| {
        action.split_once(':').is_some_and(|(prefix, _)| prefix == service.prefix) && !BY_LAMBDA.contains(&action)
    };
    // Decrypting is mostly what another service asks for in the function's name.
    let direct = |action: &str| *service != KMS || action != "kms:decrypt";
    actions.any(|action| own(&action) && direct(&action))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_aws_tell_of_their_service() {
        for (value, expected) in [
            ("arn:aws:ssm:eu-west-1:123456789012:parameter/orders/host", Some("Systems Manager")),
            ("arn:aws:iam::123456789012:role/reporting", Some("STS")),
            ("arn:aws:iam::123456789012:user/x", None),
            ("https://sqs.eu-west-1.amazonaws.com/123456789012/orders", Some("SQS")),
            ("https://orders.s3.eu-west-1.amazonaws.com/x", Some("S3")),
            ("https://sqs.example/orders", None),
            ("orders", None),
        ] {
            assert_eq!(of_value(value).map(|service| service.name), expected, "{value}");
        }
    }

    #[test]
    fn what_lambda_does_with_a_role_is_no_call_of_the_function() {
        let sqs = SERVICES.iter().find(|service| service.name == "SQS").unwrap();
        let calls = |action: &str, service: &Service| calls(&Statement::allow(None, action, "*"), service);
        assert!(calls("sqs:SendMessage", sqs) && calls("sqs:*", sqs));
        assert!(!calls("sqs:ReceiveMessage", sqs) && !calls("*", sqs) && !calls("kms:Decrypt", &KMS));
        assert!(calls("kms:Sign", &KMS));
    }
}
