//! KMS: who may use a key, by its policy and by grants.

use aws_sdk_kms::Client;

use crate::aws::document::document;
use crate::aws::error::{absent, failed_on};
use crate::aws::kms::described;
use crate::cloud::{CloudError, CloudResult};
use crate::domain::policy::Document;
use crate::domain::secret::KeyGrant;

/// These calls take an id or an ARN, and no alias, which a secret may name its key by.
/// <https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html>
async fn id_of(kms: &Client, key: &str) -> CloudResult<Option<String>> {
    if !key.contains("alias/") {
        return Ok(Some(key.to_owned()));
    }
    Ok(described(kms, key).await?.map(|key| key.key_id))
}

pub async fn policy(kms: &Client, key: &str) -> CloudResult<Option<Document>> {
    const OPERATION: &str = "kms:GetKeyPolicy";
    let Some(id) = id_of(kms, key).await? else { return Ok(None) };
    let answer = kms.get_key_policy().key_id(id).policy_name("default").send().await;
    let answer = absent(answer.map_err(failed_on(OPERATION, key)))?;
    answer.and_then(|answer| answer.policy).map(|text| document(OPERATION, key, &text)).transpose()
}

pub async fn grants(kms: &Client, key: &str) -> CloudResult<Vec<KeyGrant>> {
    const OPERATION: &str = "kms:ListGrants";
    let id = id_of(kms, key).await?.ok_or_else(|| CloudError::not_found(OPERATION, key))?;
    let all: Vec<_> = kms
        .list_grants()
        .key_id(id)
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on(OPERATION, key))?;
    Ok(all
        .into_iter()
        .filter_map(|grant| {
            let operations = grant.operations.unwrap_or_default();
            Some(KeyGrant {
                grantee: grant.grantee_principal.or(grant.grantee_service_principal)?,
                operations: operations.iter().map(|operation| operation.as_str().to_owned()).collect(),
            })
        })
        .collect())
}
