//! Secrets Manager: secrets by their metadata, made and deleted. A value is in the clear only here and
//! in `secret_shape`, for the length of a call. The SDK does not wipe what it lets go of: input and
//! body of the call may be found in freed memory until something else is written there.

pub mod history;
pub mod shape;

use aws_sdk_secretsmanager::Client;
use aws_sdk_secretsmanager::types::Tag;
use secrecy::{ExposeSecret, SecretString};
use std::collections::{BTreeMap, HashMap};

use super::error::{absent, failed, failed_on, missing};
use crate::cloud::{CloudResult, ErrorKind, NewSecret};
use crate::domain::Tags;
use crate::domain::secret::Secret;

pub(super) async fn secrets(client: &Client) -> CloudResult<Vec<Secret>> {
    let pages: Vec<_> = client
        .list_secrets()
        .max_results(100)
        .into_paginator()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed("secretsmanager:ListSecrets"))?;
    Ok(pages
        .into_iter()
        .flat_map(|page| page.secret_list.unwrap_or_default())
        .filter_map(|entry| {
            Some(Secret {
                name: entry.name?,
                arn: entry.arn?,
                description: entry.description,
                kms_key_id: entry.kms_key_id,
                owning_service: entry.owning_service,
                deleted: entry.deleted_date.is_some(),
                rotation_enabled: entry.rotation_enabled.unwrap_or(false),
                tags: tags(entry.tags),
                rotation_lambda_arn: entry.rotation_lambda_arn,
                next_rotation: entry.next_rotation_date.map(|date| date.secs()),
                last_changed: entry.last_changed_date.map(|date| date.secs()),
                version_stages: entry.secret_versions_to_stages.map(stages),
            })
        })
        .collect())
}

pub(super) async fn secret(client: &Client, id: &str) -> CloudResult<Option<Secret>> {
    const OPERATION: &str = "secretsmanager:DescribeSecret";
    let answer = client.describe_secret().secret_id(id).send().await.map_err(failed_on(OPERATION, id));
    let Some(found) = absent(answer)? else { return Ok(None) };
    Ok(Some(Secret {
        name: found.name.ok_or_else(|| missing(OPERATION, "Name"))?,
        arn: found.arn.ok_or_else(|| missing(OPERATION, "ARN"))?,
        description: found.description,
        kms_key_id: found.kms_key_id,
        owning_service: found.owning_service,
        deleted: found.deleted_date.is_some(),
        rotation_enabled: found.rotation_enabled.unwrap_or(false),
        tags: tags(found.tags),
        rotation_lambda_arn: found.rotation_lambda_arn,
        next_rotation: found.next_rotation_date.map(|date| date.secs()),
        last_changed: found.last_changed_date.map(|date| date.secs()),
        version_stages: found.version_ids_to_stages.map(stages),
    }))
}

pub(super) async fn random_password(client: &Client, length: u32, exclude: &str) -> CloudResult<SecretString> {
    const OPERATION: &str = "secretsmanager:GetRandomPassword";
    let answer = client
        .get_random_password()
        .password_length(length.into())
        .set_exclude_characters(Some(exclude.to_owned()).filter(|exclude| !exclude.is_empty()))
        .require_each_included_type(true)
        .send()
        .await
        .map_err(failed(OPERATION))?;
    answer.random_password.map(SecretString::from).ok_or_else(|| missing(OPERATION, "RandomPassword"))
}

pub(super) async fn create(client: &Client, new: NewSecret) -> CloudResult<String> {
    const OPERATION: &str = "secretsmanager:CreateSecret";
    let tags = new.tags.into_iter().map(|(key, value)| Tag::builder().key(key).value(value).build()).collect();
    let answer = client
        .create_secret()
        .name(&new.name)
        .description(new.description)
        .set_kms_key_id(new.kms_key_id)
        .secret_string(new.value.expose_secret())
        .set_tags(Some(tags))
        .client_request_token(new.token)
        .send()
        .await
        .map_err(failed_on(OPERATION, &new.name))?;
    answer.arn.ok_or_else(|| missing(OPERATION, "ARN"))
}

pub(super) async fn delete(client: &Client, arn: &str, recovery_days: u32) -> CloudResult<()> {
    let call = client.delete_secret().secret_id(arn).recovery_window_in_days(recovery_days.into());
    match call.send().await.map_err(failed_on("secretsmanager:DeleteSecret", arn)) {
        // An earlier call of ours, whose answer was lost, has scheduled it.
        Err(error) if error.has_kind(ErrorKind::AlreadyExists) => Ok(()),
        answer => answer.map(|_| ()),
    }
}

pub(super) async fn restore(client: &Client, arn: &str) -> CloudResult<()> {
    let call = client.restore_secret().secret_id(arn);
    call.send().await.map_err(failed_on("secretsmanager:RestoreSecret", arn))?;
    Ok(())
}

pub(super) async fn tag(client: &Client, arn: &str, tags: &Tags) -> CloudResult<()> {
    let tags = tags.iter().map(|(key, value)| Tag::builder().key(key).value(value).build()).collect();
    let call = client.tag_resource().secret_id(arn).set_tags(Some(tags));
    call.send().await.map_err(failed_on("secretsmanager:TagResource", arn))?;
    Ok(())
}

pub(super) async fn put_value(client: &Client, arn: &str, value: SecretString, version: &str) -> CloudResult<()> {
    let call = client.put_secret_value().secret_id(arn).client_request_token(version);
    let call = call.secret_string(value.expose_secret());
    call.send().await.map_err(failed_on("secretsmanager:PutSecretValue", arn))?;
    Ok(())
}

/// By version id.
fn stages(found: HashMap<String, Vec<String>>) -> BTreeMap<String, Vec<String>> {
    found.into_iter().collect()
}

fn tags(list: Option<Vec<Tag>>) -> Tags {
    list.unwrap_or_default().into_iter().filter_map(|tag| Some((tag.key?, tag.value.unwrap_or_default()))).collect()
}
