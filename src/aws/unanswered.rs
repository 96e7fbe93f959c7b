//! Names the endpoint when a call gets no answer: the SDK's own error says "timeout" and not where.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeTransmitInterceptorContextRef, FinalizerInterceptorContextMut,
};
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::orchestrator::OrchestratorError;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};

use super::error::with_causes;
use crate::text::{Sentence, said};

/// No answer came from an endpoint.
#[derive(Debug, thiserror::Error)]
#[error("no answer from `{endpoint}`: {cause}")]
pub(super) struct Unanswered {
    endpoint: String,
    cause: String,
}

impl Unanswered {
    pub(super) fn sentence(&self) -> Sentence {
        said!("error-no-answer", endpoint = &self.endpoint, cause = &self.cause)
    }
}

/// Where the attempt under way goes: the request itself is gone when it has failed.
#[derive(Debug)]
struct Endpoint(String);

impl Storable for Endpoint {
    type Storer = StoreReplace<Self>;
}

/// Puts [`Unanswered`] into every connector error; its kind stays, for retries look at it.
#[derive(Debug)]
pub(super) struct NameTheEndpoint;

#[dyn_dispatch_hint]
impl Intercept for NameTheEndpoint {
    fn name(&self) -> &'static str {
        "NameTheEndpoint"
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        config.interceptor_state().store_put(Endpoint(origin(context.request().uri())));
        Ok(())
    }

    fn modify_before_attempt_completion(
        &self,
        context: &mut FinalizerInterceptorContextMut<'_>,
        _components: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let endpoint = config.load::<Endpoint>().map(|endpoint| endpoint.0.clone());
        let (Some(endpoint), Some(Err(error))) = (endpoint, context.output_or_error_mut()) else {
            return Ok(());
        };
        let Some(connector) = error.as_connector_error() else { return Ok(()) };
        let cause = std::error::Error::source(connector).map_or_else(|| connector.to_string(), with_causes);
        let unanswered = Box::new(Unanswered { endpoint, cause });
        let named = if connector.is_timeout() {
            ConnectorError::timeout(unanswered)
        } else if connector.is_user() {
            ConnectorError::user(unanswered)
        } else if let Some(kind) = connector.as_other() {
            ConnectorError::other(unanswered, Some(kind))
        } else {
            ConnectorError::io(unanswered)
        };
        *error = OrchestratorError::connector(named);
        Ok(())
    }
}

/// Scheme, host and port of a URL.
fn origin(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("https", url));
    format!("{scheme}://{}", rest.split(['/', '?']).next().unwrap_or(rest))
}
