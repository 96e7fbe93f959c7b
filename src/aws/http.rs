//! What carries calls where a company stands in between: its proxy, as `HTTPS_PROXY` and `NO_PROXY` name it, and
//! its certificates, as `AWS_CA_BUNDLE` or `ca_bundle` names them. Without them the SDK's own client serves.
//! <https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html>

use std::path::Path;

use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_http_client::{Builder, Connector};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_types::os_shim_internal::Env;

use super::error::with_causes;
use crate::cloud::{CloudError, CloudResult, ErrorKind, operation};
use crate::disk::given;
use crate::text::{Sentence, said};

/// Variables that name a proxy, in both spellings that programs use.
const PROXIES: [&str; 3] = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY"];

/// The client for this environment; `None` where nothing stands in between. `of_profile` is the profile's own
/// `ca_bundle`.
///
/// # Errors
/// The file of certificates cannot be read, or holds none.
pub(super) fn client(env: &Env, of_profile: Option<&str>) -> CloudResult<Option<SharedHttpClient>> {
    let set = |name: &str| env.get(name).ok().filter(|value| !value.trim().is_empty());
    let proxied = PROXIES.iter().any(|name| set(name).or_else(|| set(&name.to_lowercase())).is_some());
    let bundle = set("AWS_CA_BUNDLE").or_else(|| of_profile.map(str::to_owned));
    if !proxied && bundle.is_none() {
        return Ok(None);
    }
    let tls = match &bundle {
        Some(path) => trusting(path)?,
        None => TlsContext::default(),
    };
    Ok(Some(Builder::new().build_with_connector_fn(move |settings, components| {
        let mut connector = Connector::builder().proxy_config(ProxyConfig::from_env());
        connector.set_connector_settings(settings.cloned());
        connector.set_sleep_impl(components.and_then(|components| components.sleep_impl()));
        connector.tls_provider(Provider::Rustls(CryptoMode::AwsLc)).tls_context(tls.clone()).build()
    })))
}

/// The system's certificates and those of the file.
fn trusting(path: &str) -> CloudResult<TlsContext> {
    let refused = |why: Sentence| CloudError::new(ErrorKind::Refused, operation::READ_CA_BUNDLE, why).on(path);
    let pem = given::bytes(Path::new(path)).map_err(|error| refused(error.to_string().into()))?;
    // A client that trusts nothing would only fail later, and without the reason.
    if !pem.windows(CERTIFICATE.len()).any(|window| window == CERTIFICATE) {
        return Err(refused(said!("error-ca-bundle-empty")));
    }
    let store = TrustStore::default().with_native_roots(true).with_pem_certificate(pem);
    TlsContext::builder().with_trust_store(store).build().map_err(|error| refused(with_causes(&error).into()))
}

const CERTIFICATE: &[u8] = b"-----BEGIN CERTIFICATE-----";
