//! The secrets a proxy names, each with what decides whether the proxy can use it.

use futures::future::{OptionFuture, join_all};

use super::look::SharedLook;
use super::part_read;
use crate::cloud::Reader;
use crate::design::names;
use crate::domain::arn::short_name;
use crate::domain::observed::{Observed, Part};
use crate::domain::proxy::Proxy;
use crate::domain::secret::{ProxySecret, Secret, SecretVersion, name_in_arn};

/// The key that Secrets Manager takes where none is named.
const AWS_MANAGED: &str = "alias/aws/secretsmanager";

/// The secret of this name, and where that is a deleted one's, of the first that follows and is not;
/// with the deleted ones.
pub async fn named(reader: &dyn Reader, name: &str, or_next: bool) -> (Part<Secret>, Vec<Secret>) {
    let mut there = part_read(reader.secret(name).await);
    let mut deleted = Vec::new();
    let mut next = names::following(name);
    while let Some(secret) = there.present().filter(|secret| or_next && secret.deleted)
        && let Some(name) = next.next()
    {
        deleted.push(secret.clone());
        there = part_read(reader.secret(&name).await);
    }
    (there, deleted)
}

/// The secret the proxy has had since a deleted one kept the name, which may be free by now.
pub async fn of_name(reader: &dyn Reader, observed: &Observed, name: &str) -> Option<Secret> {
    let auth = &observed.proxy.present()?.auth;
    let follows = |arn: &&str| names::following(name).any(|next| next == name_in_arn(arn));
    let arn = auth.iter().map(|auth| auth.secret_arn.as_str()).find(follows)?;
    reader.secret(arn).await.ok().flatten().filter(|secret| !secret.deleted)
}

/// All of them, in the order of the `Auth` list; values only with the person's consent.
pub(super) async fn of_proxy(look: &SharedLook<'_>, proxy: &Proxy, read_values: bool) -> Vec<ProxySecret> {
    join_all(proxy.auth.iter().map(|auth| facts(look, &auth.secret_arn, read_values))).await
}

async fn facts(look: &SharedLook<'_>, arn: &str, read_value: bool) -> ProxySecret {
    // An entry that is not understood need not name one.
    if arn.is_empty() {
        return ProxySecret::unread(arn);
    }
    let reader = look.reader;
    let (secret, shape, policy) = futures::join!(
        look.secret(arn),
        OptionFuture::from(read_value.then(|| reader.secret_shape(arn))),
        reader.secret_policy(arn)
    );
    let mut facts = ProxySecret {
        arn: arn.to_owned(),
        secret: part_read(secret),
        shape: shape.map(|shape| part_read(shape.map(Some))).unwrap_or_default(),
        policy: part_read(policy),
        ..ProxySecret::default()
    };
    let Part::Present(secret) = &facts.secret else { return facts };
    let key = key_of(secret);
    let rotation = secret.rotation_lambda_arn.as_deref();
    let (versions, key, key_policy, key_grants, tags, function) = futures::join!(
        OptionFuture::from(ages_matter(secret).then(|| reader.secret_versions(arn))),
        OptionFuture::from(key.map(|key| reader.kms_key(key))),
        OptionFuture::from(key.map(|key| reader.key_policy(key))),
        OptionFuture::from(key.map(|key| reader.key_grants(key))),
        OptionFuture::from(rotation.map(|arn| reader.function_tags(arn))),
        OptionFuture::from(rotation.map(|arn| reader.function(short_name(arn))))
    );
    facts.versions =
        versions.map_or_else(|| Part::Present(versions_of(secret)), |versions| part_read(versions.map(Some)));
    facts.key = key.map(part_read).unwrap_or_default();
    facts.key_policy = key_policy.map(part_read).unwrap_or_default();
    facts.key_grants = key_grants.map(|grants| part_read(grants.map(Some))).unwrap_or_default();
    facts.rotation_tags = tags.map(part_read).unwrap_or_default();
    facts.rotation_function = function.map(part_read).unwrap_or_default();
    facts
}

/// The secret itself names its versions, and not since when they are: that is asked for only where one waits
/// to become the current one, or where it names none.
fn ages_matter(secret: &Secret) -> bool {
    let Some(stages) = &secret.version_stages else { return true };
    stages.values().flatten().any(|stage| stage == "AWSPENDING")
}

fn versions_of(secret: &Secret) -> Vec<SecretVersion> {
    let stages = secret.version_stages.iter().flatten();
    stages.map(|(id, stages)| SecretVersion { id: id.clone(), stages: stages.clone(), created: None }).collect()
}

/// The customer's key; the AWS managed one needs no permission and has no policy to change.
fn key_of(secret: &Secret) -> Option<&str> {
    secret.kms_key_id.as_deref().filter(|key| !key.ends_with(AWS_MANAGED))
}
