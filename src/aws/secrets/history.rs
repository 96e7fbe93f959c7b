//! Secrets Manager: a secret's versions and its resource policy.

use aws_sdk_secretsmanager::Client;

use crate::aws::document::document;
use crate::aws::error::{absent, failed_on};
use crate::cloud::CloudResult;
use crate::domain::policy::Document;
use crate::domain::secret::SecretVersion;

/// Those with a label: AWS drops the others when it likes.
pub async fn versions(client: &Client, arn: &str) -> CloudResult<Vec<SecretVersion>> {
    let pages: Vec<_> = client
        .list_secret_version_ids()
        .secret_id(arn)
        .into_paginator()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("secretsmanager:ListSecretVersionIds", arn))?;
    let all = pages.into_iter().flat_map(|page| page.versions.unwrap_or_default());
    Ok(all
        .filter_map(|version| {
            Some(SecretVersion {
                id: version.version_id?,
                stages: version.version_stages.unwrap_or_default(),
                created: version.created_date.map(|date| date.secs()),
            })
        })
        .collect())
}

pub async fn policy(client: &Client, arn: &str) -> CloudResult<Option<Document>> {
    const OPERATION: &str = "secretsmanager:GetResourcePolicy";
    let answer = client.get_resource_policy().secret_id(arn).send().await;
    let answer = absent(answer.map_err(failed_on(OPERATION, arn)))?;
    let text = answer.and_then(|answer| answer.resource_policy).filter(|text| !text.is_empty());
    text.map(|text| document(OPERATION, arn, &text)).transpose()
}
