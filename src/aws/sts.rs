//! STS: who the credentials are, and a role that is assumed with a code.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sdk_sts::Client;
use secrecy::{ExposeSecret, SecretString};

use super::error::{failed, failed_on, missing};
use super::mfa::Role;
use crate::cloud::{CloudResult, ErrorKind};
use crate::domain::account::Caller;

const CALLER: &str = "sts:GetCallerIdentity";
pub(super) const ASSUME: &str = "sts:AssumeRole";
/// How STS begins where it is the code that is wrong, with the code of an access that is denied.
const WRONG_CODE: &str = "MultiFactorAuthentication failed";

/// Assumes the role with a code of its device.
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
pub(super) async fn assume(sts: &Client, role: &Role, code: &SecretString) -> CloudResult<Credentials> {
    let asked = sts
        .assume_role()
        .role_arn(&role.arn)
        .role_session_name(&role.session_name)
        .set_external_id(role.external_id.clone())
        .set_duration_seconds(role.duration_secs)
        .set_serial_number(role.serial.clone())
        .token_code(code.expose_secret());
    let answer = asked.send().await.map_err(failed_on(ASSUME, &role.arn)).map_err(|mut error| {
        // No policy allows it: another code does.
        if error.message.english().starts_with(WRONG_CODE) {
            error.kind = ErrorKind::Refused;
        }
        error
    })?;
    let session = answer.credentials.ok_or_else(|| missing(ASSUME, "Credentials"))?;
    let ends = SystemTime::try_from(session.expiration).map_err(|_| missing(ASSUME, "Expiration"))?;
    Ok(Credentials::new(
        session.access_key_id,
        session.secret_access_key,
        Some(session.session_token),
        Some(ends),
        "AssumeRole",
    ))
}

pub(super) async fn caller(sts: &Client) -> CloudResult<Caller> {
    let answer = sts.get_caller_identity().send().await.map_err(failed(CALLER))?;
    Ok(Caller {
        account: answer.account.ok_or_else(|| missing(CALLER, "Account"))?,
        arn: answer.arn.ok_or_else(|| missing(CALLER, "Arn"))?,
    })
}
