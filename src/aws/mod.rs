//! Implements [`crate::cloud`] with the AWS SDK. Nothing else names an `aws_sdk_*` crate.

pub mod token;
