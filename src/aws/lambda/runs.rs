//! Functions that are made, called and deleted: the probe's, and calls of others.

use aws_sdk_lambda::Client;
use aws_sdk_lambda::primitives::Blob;
use aws_sdk_lambda::types::{FunctionCode, LogType, Runtime};
use aws_smithy_types::base64;

use crate::aws::error::{failed_on, missing};
use crate::aws::lambda::vpc_config;
use crate::cloud::{CloudResult, Invocation, NewFunction};

pub async fn create(lambda: &Client, new: NewFunction) -> CloudResult<String> {
    const OPERATION: &str = "lambda:CreateFunction";
    let call = lambda
        .create_function()
        .function_name(&new.name)
        .description(new.description)
        .runtime(Runtime::from(new.runtime.as_str()))
        .handler(new.handler)
        .role(new.role_arn)
        .set_vpc_config(new.vpc.map(vpc_config))
        .code(FunctionCode::builder().zip_file(Blob::new(new.code)).build())
        .timeout(i32::try_from(new.timeout_secs).unwrap_or(i32::MAX))
        .memory_size(i32::try_from(new.memory_mb).unwrap_or(i32::MAX))
        .set_tags(Some(new.tags.into_iter().collect()));
    let answer = call.send().await.map_err(failed_on(OPERATION, &new.name))?;
    answer.function_arn.ok_or_else(|| missing(OPERATION, "FunctionArn"))
}

pub async fn delete(lambda: &Client, name: &str) -> CloudResult<()> {
    let call = lambda.delete_function().function_name(name);
    call.send().await.map_err(failed_on("lambda:DeleteFunction", name))?;
    Ok(())
}

pub async fn invoke(lambda: &Client, name: &str, qualifier: Option<&str>, payload: &str) -> CloudResult<Invocation> {
    let call = lambda
        .invoke()
        .function_name(name)
        .set_qualifier(qualifier.map(str::to_owned))
        .log_type(LogType::Tail)
        .payload(Blob::new(payload.as_bytes()));
    let answer = call.send().await.map_err(failed_on("lambda:InvokeFunction", name))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let log = answer.log_result.and_then(|log| base64::decode(log).ok());
    Ok(Invocation {
        function_error: answer.function_error,
        payload: answer.payload.map(|payload| text(payload.as_ref())).unwrap_or_default(),
        log_tail: log.map(|log| text(&log)).unwrap_or_default(),
        executed_version: answer.executed_version,
    })
}
