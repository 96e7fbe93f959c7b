//! Implements [`crate::cloud`] with the AWS SDK. Nothing else names an `aws_sdk_*` crate.
//!
//! One file per service holds its calls and the mapping of its answers to domain values;
//! `reader` and `writer` say which of them answers which question of the port. `session` opens
//! an account, `error` puts every failure into the port's words.

mod code;
mod ec2_groups;
mod ec2_network;
mod error;
mod iam;
mod iam_read;
mod kms;
mod lambda;
mod rds_databases;
mod rds_proxies;
mod rds_proxy_changes;
mod reader;
mod secrets;
pub mod session;
mod sts;
pub mod token;
mod unanswered;
mod writer;

use aws_config::SdkConfig;

use unanswered::NameTheEndpoint;

/// An account reached through the SDK: one client per service, sharing credentials and retries.
#[derive(Debug, Clone)]
pub struct Aws {
    sts: aws_sdk_sts::Client,
    iam: aws_sdk_iam::Client,
    rds: aws_sdk_rds::Client,
    lambda: aws_sdk_lambda::Client,
    ec2: aws_sdk_ec2::Client,
    secrets: aws_sdk_secretsmanager::Client,
    kms: aws_sdk_kms::Client,
}

impl Aws {
    /// Clients with this configuration; nothing is called yet.
    pub fn new(config: &SdkConfig) -> Self {
        macro_rules! client {
            ($sdk:ident) => {
                $sdk::Client::from_conf($sdk::config::Builder::from(config).interceptor(NameTheEndpoint).build())
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
        }
    }
}
