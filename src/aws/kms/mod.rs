//! KMS keys: which there are, and whether AWS or the customer manages them.

pub mod access;

use aws_sdk_kms::Client;
use aws_sdk_kms::types::{AliasListEntry, KeyManagerType};
use futures::stream::{self, StreamExt, TryStreamExt};
use std::collections::BTreeMap;

use super::error::{absent, failed, failed_on, missing, unless_denied};
use crate::cloud::CloudResult;
use crate::domain::secret::KmsKey;

const DESCRIBE: &str = "kms:DescribeKey";
/// Calls at once.
const AT_ONCE: usize = 8;

/// Keys whose policy hides them from the caller are left out: they cannot be chosen anyway.
pub(super) async fn keys(kms: &Client) -> CloudResult<Vec<KmsKey>> {
    let aliases: Vec<AliasListEntry> = kms
        .list_aliases()
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed("kms:ListAliases"))?;
    let mut by_key: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for alias in aliases {
        let (Some(name), Some(key)) = (alias.alias_name, alias.target_key_id) else { continue };
        if !name.starts_with("alias/aws/") {
            by_key.entry(key).or_default().push(name);
        }
    }
    let keys: Vec<Option<KmsKey>> = stream::iter(by_key)
        .map(|(id, aliases)| async move {
            let found = unless_denied(described(kms, &id).await)?.flatten();
            CloudResult::Ok(found.map(|key| KmsKey { aliases, ..key }))
        })
        .buffered(AT_ONCE)
        .try_collect()
        .await?;
    Ok(keys.into_iter().flatten().collect())
}

/// With its aliases, or the one it was asked for by where `kms:ListAliases` is denied.
pub(super) async fn key(kms: &Client, id: &str) -> CloudResult<Option<KmsKey>> {
    let alias = id.find("alias/").and_then(|at| id.get(at..));
    let (key, listed) = if alias.is_some() {
        // Aliases are listed by key id or ARN, which has to be found first.
        let key = described(kms, id).await?;
        let listed = match &key {
            Some(key) => aliases_of(kms, &key.key_id).await,
            None => Ok(Vec::new()),
        };
        (key, listed)
    } else {
        let (key, listed) = futures::join!(described(kms, id), aliases_of(kms, id));
        (key?, listed)
    };
    let Some(key) = key else { return Ok(None) };
    let aliases = unless_denied(listed)?.unwrap_or_else(|| alias.map(str::to_owned).into_iter().collect());
    Ok(Some(KmsKey { aliases, ..key }))
}

async fn aliases_of(kms: &Client, key: &str) -> CloudResult<Vec<String>> {
    let listed = kms.list_aliases().key_id(key).into_paginator().items().send();
    let listed = listed.collect::<Result<Vec<_>, _>>().await.map_err(failed_on("kms:ListAliases", key))?;
    Ok(listed.into_iter().filter_map(|alias| alias.alias_name).collect())
}

pub(super) async fn described(kms: &Client, id: &str) -> CloudResult<Option<KmsKey>> {
    let answer = kms.describe_key().key_id(id).send().await.map_err(failed_on(DESCRIBE, id));
    let Some(answer) = absent(answer)? else { return Ok(None) };
    let found = answer.key_metadata.ok_or_else(|| missing(DESCRIBE, "KeyMetadata"))?;
    Ok(Some(KmsKey {
        arn: found.arn.unwrap_or_default(),
        key_id: found.key_id,
        aliases: Vec::new(),
        customer_managed: found.key_manager == Some(KeyManagerType::Customer),
        state: found.key_state.as_ref().map_or("", |state| state.as_str()).into(),
    }))
}
