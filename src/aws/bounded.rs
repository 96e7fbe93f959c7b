//! An answer over HTTP that has no end is given up: the SDK would keep all of it in memory.

use crate::text::{Sentence, said};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use http_body_util::{LengthLimitError, Limited};
use std::error::Error;

/// Bytes of one answer. A page of a list has some hundred thousand.
const BYTES: usize = 32 << 20;

/// Lets no more than [`BYTES`] of an answer in.
#[derive(Debug)]
pub(super) struct BoundTheAnswer;

#[dyn_dispatch_hint]
impl Intercept for BoundTheAnswer {
    fn name(&self) -> &'static str {
        "BoundTheAnswer"
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _components: &RuntimeComponents,
        _config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let body = context.response_mut().body_mut();
        *body = SdkBody::from_body_1_x(Limited::new(std::mem::replace(body, SdkBody::taken()), BYTES));
        Ok(())
    }
}

/// What to say of an answer that was given up, if this error is about one.
pub(super) fn too_long<'a>(mut causes: impl Iterator<Item = &'a (dyn Error + 'static)>) -> Option<Sentence> {
    causes.any(|cause| cause.is::<LengthLimitError>()).then(|| said!("error-answer-too-long", most = BYTES >> 20))
}
