//! Implements [`crate::cloud`] with the AWS SDK. Nothing else names an `aws_sdk_*` crate.
//!
//! A file or a folder per service holds its calls and the mapping of its answers to domain values;
//! `reader` and `writer` say which of them answers which question of the port. `session` opens
//! an account, `error` puts every failure into the port's words.

mod bounded;
mod broken;
mod cloudtrail;
mod cloudwatch;
mod code;
mod document;
mod ec2;
mod error;
mod http;
mod iam;
mod kms;
mod lambda;
mod logs;
pub(crate) mod mfa;
mod organizations;
mod quotas;
mod rds;
mod reader;
mod secrets;
pub mod session;
mod sns;
pub(crate) mod sso;
mod sts;
pub mod token;
mod unanswered;
mod writer;
mod xray;

use aws_config::SdkConfig;
use aws_config::retry::RetryConfig;

use bounded::BoundTheAnswer;
use broken::{GiveUpTheBroken, NumberTheAnswers};
use unanswered::NameTheEndpoint;

/// An account reached through the SDK: clients that share credentials and connections.
#[derive(Debug, Clone)]
pub struct Aws {
    sts: aws_sdk_sts::Client,
    iam: aws_sdk_iam::Client,
    rds: aws_sdk_rds::Client,
    lambda: aws_sdk_lambda::Client,
    ec2: aws_sdk_ec2::Client,
    secrets: aws_sdk_secretsmanager::Client,
    kms: aws_sdk_kms::Client,
    cloudwatch: aws_sdk_cloudwatch::Client,
    logs: aws_sdk_cloudwatchlogs::Client,
    quotas: aws_sdk_servicequotas::Client,
    cloudtrail: aws_sdk_cloudtrail::Client,
    organizations: aws_sdk_organizations::Client,
    sns: aws_sdk_sns::Client,
    xray: aws_sdk_xray::Client,
    once: Once,
}

/// Clients for writes. They send each call once: whether it is sent again is decided by
/// [`crate::apply`], which looks at the account first. A repeat inside the SDK is seen by nobody,
/// and its "already exists" hides that the first one, whose answer was lost, made the thing.
#[derive(Debug, Clone)]
struct Once {
    iam: aws_sdk_iam::Client,
    rds: aws_sdk_rds::Client,
    lambda: aws_sdk_lambda::Client,
    ec2: aws_sdk_ec2::Client,
    secrets: aws_sdk_secretsmanager::Client,
    cloudwatch: aws_sdk_cloudwatch::Client,
    logs: aws_sdk_cloudwatchlogs::Client,
}

impl Aws {
    /// Clients with this configuration; nothing is called yet.
    pub fn new(config: &SdkConfig) -> Self {
        macro_rules! builder {
            ($sdk:ident) => {
                $sdk::config::Builder::from(config)
                    .interceptor(NameTheEndpoint)
                    .interceptor(NumberTheAnswers)
                    .interceptor(BoundTheAnswer)
                    .retry_classifier(GiveUpTheBroken)
            };
        }
        macro_rules! client {
            ($sdk:ident) => {
                $sdk::Client::from_conf(builder!($sdk).build())
            };
        }
        macro_rules! once {
            ($sdk:ident) => {
                $sdk::Client::from_conf(builder!($sdk).retry_config(RetryConfig::disabled()).build())
            };
        }
        Self {
            sts: client!(aws_sdk_sts),
            iam: client!(aws_sdk_iam),
            rds: client!(aws_sdk_rds),
            lambda: client!(aws_sdk_lambda),
            ec2: client!(aws_sdk_ec2),
            secrets: client!(aws_sdk_secretsmanager),
            kms: client!(aws_sdk_kms),
            cloudwatch: client!(aws_sdk_cloudwatch),
            logs: client!(aws_sdk_cloudwatchlogs),
            quotas: client!(aws_sdk_servicequotas),
            cloudtrail: client!(aws_sdk_cloudtrail),
            organizations: client!(aws_sdk_organizations),
            sns: client!(aws_sdk_sns),
            xray: client!(aws_sdk_xray),
            once: Once {
                iam: once!(aws_sdk_iam),
                rds: once!(aws_sdk_rds),
                lambda: once!(aws_sdk_lambda),
                ec2: once!(aws_sdk_ec2),
                secrets: once!(aws_sdk_secretsmanager),
                cloudwatch: once!(aws_sdk_cloudwatch),
                logs: once!(aws_sdk_cloudwatchlogs),
            },
        }
    }
}
