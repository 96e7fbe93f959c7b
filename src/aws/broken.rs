//! A service that answers "internal error" again and again is broken: after a few attempts that is the
//! answer. Throttling is another matter, and is waited out as long as the SDK does.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeDeserializationInterceptorContextMut, InterceptorContext,
};
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::retries::RequestAttempts;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction, RetryClassifierPriority};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

/// Attempts that a broken service gets.
const ATTEMPTS: u32 = 3;
/// Internal error and what stands in front of a service that is not there. 503 may be throttling.
const BROKEN: [u16; 3] = [500, 502, 504];
/// Where the number of the attempt stands in its answer: who decides about the next one sees nothing else.
const ATTEMPT: &str = "x-attempt";

/// Writes the number of the attempt into its answer.
#[derive(Debug)]
pub(super) struct NumberTheAnswers;

#[dyn_dispatch_hint]
impl Intercept for NumberTheAnswers {
    fn name(&self) -> &'static str {
        "NumberTheAnswers"
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _components: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(attempts) = config.load::<RequestAttempts>() {
            context.response_mut().headers_mut().insert(ATTEMPT, attempts.attempts().to_string());
        }
        Ok(())
    }
}

/// Forbids further attempts at a broken service.
#[derive(Debug)]
pub(super) struct GiveUpTheBroken;

impl ClassifyRetry for GiveUpTheBroken {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let Some(answer) = context.response() else { return RetryAction::NoActionIndicated };
        let attempt = answer.headers().get(ATTEMPT).and_then(|attempt| attempt.parse::<u32>().ok());
        match attempt {
            Some(attempt) if attempt >= ATTEMPTS && BROKEN.contains(&answer.status().as_u16()) => {
                RetryAction::RetryForbidden
            }
            _ => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "GiveUpTheBroken"
    }

    fn priority(&self) -> RetryClassifierPriority {
        RetryClassifierPriority::run_after(RetryClassifierPriority::transient_error_classifier())
    }
}
