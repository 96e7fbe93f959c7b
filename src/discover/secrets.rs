//! The secrets a proxy names, each with what decides whether the proxy can use it.

use futures::future::{OptionFuture, join_all};

use super::one;
use crate::cloud::Reader;
use crate::domain::observed::Part;
use crate::domain::proxy::Proxy;
use crate::domain::secret::{ProxySecret, Secret};

/// The key that Secrets Manager takes where none is named.
const AWS_MANAGED: &str = "alias/aws/secretsmanager";

/// All of them, in the order of the `Auth` list; values only with the person's consent.
pub async fn of_proxy(reader: &dyn Reader, proxy: &Proxy, read_values: bool) -> Vec<ProxySecret> {
    join_all(proxy.auth.iter().map(|auth| facts(reader, &auth.secret_arn, read_values))).await
}

async fn facts(reader: &dyn Reader, arn: &str, read_value: bool) -> ProxySecret {
    let (secret, shape, versions, policy) = futures::join!(
        reader.secret(arn),
        OptionFuture::from(read_value.then(|| reader.secret_shape(arn))),
        reader.secret_versions(arn),
        reader.secret_policy(arn)
    );
    let mut facts = ProxySecret {
        arn: arn.to_owned(),
        secret: one(secret),
        shape: shape.map(|shape| one(shape.map(Some))).unwrap_or_default(),
        versions: one(versions.map(Some)),
        policy: one(policy),
        ..ProxySecret::default()
    };
    let Part::Present(secret) = &facts.secret else { return facts };
    let key = key_of(secret);
    let (key, key_policy, key_grants, tags) = futures::join!(
        OptionFuture::from(key.map(|key| reader.kms_key(key))),
        OptionFuture::from(key.map(|key| reader.key_policy(key))),
        OptionFuture::from(key.map(|key| reader.key_grants(key))),
        OptionFuture::from(secret.rotation_lambda_arn.as_deref().map(|arn| reader.function_tags(arn)))
    );
    facts.key = key.map(one).unwrap_or_default();
    facts.key_policy = key_policy.map(one).unwrap_or_default();
    facts.key_grants = key_grants.map(|grants| one(grants.map(Some))).unwrap_or_default();
    facts.rotation_tags = tags.map(one).unwrap_or_default();
    facts
}

/// The customer's key; the AWS managed one needs no permission and has no policy to change.
fn key_of(secret: &Secret) -> Option<&str> {
    secret.kms_key_id.as_deref().filter(|key| !key.ends_with(AWS_MANAGED))
}
