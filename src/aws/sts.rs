//! STS: who the credentials are.

use aws_sdk_sts::Client;

use super::error::{failed, missing};
use crate::cloud::CloudResult;
use crate::domain::account::Caller;

const CALLER: &str = "sts:GetCallerIdentity";

pub(super) async fn caller(sts: &Client) -> CloudResult<Caller> {
    let answer = sts.get_caller_identity().send().await.map_err(failed(CALLER))?;
    Ok(Caller {
        account: answer.account.ok_or_else(|| missing(CALLER, "Account"))?,
        arn: answer.arn.ok_or_else(|| missing(CALLER, "Arn"))?,
    })
}
