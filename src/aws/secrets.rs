//! Secrets Manager. The only place where a secret's value is in the clear, for the length of a call.

use aws_sdk_secretsmanager::Client;
use aws_sdk_secretsmanager::types::Tag;
use secrecy::{ExposeSecret, SecretString};

use super::error::{absent, failed, failed_on, missing};
use crate::cloud::{CloudResult, NewSecret};
use crate::domain::Tags;
use crate::domain::secret::{Secret, SecretShape};

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
                rotation_lambda_arn: None,
                next_rotation: None,
                last_changed: None,
                version_stages: None,
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
        rotation_lambda_arn: None,
        next_rotation: None,
        last_changed: None,
        version_stages: None,
    }))
}

pub(super) async fn shape(client: &Client, id: &str) -> CloudResult<SecretShape> {
    let answer = client.get_secret_value().secret_id(id).send().await;
    let answer = answer.map_err(failed_on("secretsmanager:GetSecretValue", id))?;
    Ok(shape_of(&SecretString::from(answer.secret_string.unwrap_or_default())))
}

/// The user name and whether there is a password; everything else is dropped here.
fn shape_of(value: &SecretString) -> SecretShape {
    let parsed: Option<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(value.expose_secret()).ok();
    let text = |key: &str| parsed.as_ref()?.get(key)?.as_str().filter(|text| !text.is_empty());
    SecretShape {
        is_json_object: parsed.is_some(),
        username: text("username").map(str::to_owned),
        has_password: text("password").is_some(),
        ..SecretShape::default()
    }
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
        .send()
        .await
        .map_err(failed_on(OPERATION, &new.name))?;
    answer.arn.ok_or_else(|| missing(OPERATION, "ARN"))
}

pub(super) async fn delete(client: &Client, arn: &str, recovery_days: u32) -> CloudResult<()> {
    let call = client.delete_secret().secret_id(arn).recovery_window_in_days(recovery_days.into());
    call.send().await.map_err(failed_on("secretsmanager:DeleteSecret", arn))?;
    Ok(())
}

fn tags(list: Option<Vec<Tag>>) -> Tags {
    list.unwrap_or_default().into_iter().filter_map(|tag| Some((tag.key?, tag.value.unwrap_or_default()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shape_tells_what_is_there_and_nothing_more() {
        let shape = |text: &str| shape_of(&SecretString::from(text));
        let whole = shape(r#"{"username":"app","password":"hunter2","host":"db"}"#);
        assert_eq!(
            whole,
            SecretShape {
                is_json_object: true,
                username: Some("app".into()),
                has_password: true,
                ..SecretShape::default()
            }
        );
        assert!(!format!("{whole:?}").contains("hunter2"));
        assert!(!shape("hunter2").is_json_object);
        assert!(!shape("[1]").is_json_object);
        assert!(!shape(r#"{"username":"app","password":""}"#).has_password);
    }
}
