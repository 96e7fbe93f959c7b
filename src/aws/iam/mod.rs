//! IAM, writing: roles and their policies.

pub mod details;
pub mod read;
pub mod simulate;

use aws_sdk_iam::Client;
use aws_sdk_iam::types::Tag;

use super::error::{failed_on, missing};
use crate::cloud::{CloudError, CloudResult, ErrorKind, NewRole};
use crate::domain::policy::Document;

pub(super) async fn create_role(iam: &Client, new: NewRole) -> CloudResult<String> {
    const OPERATION: &str = "iam:CreateRole";
    let tags = new.tags.into_iter().map(|(key, value)| Tag::builder().key(key).value(value).build());
    let tags = tags.collect::<Result<Vec<_>, _>>();
    let tags = tags.map_err(|error| CloudError::new(ErrorKind::Refused, OPERATION, error.to_string()))?;
    let answer = iam
        .create_role()
        .role_name(&new.name)
        .path(new.path)
        .description(new.description)
        .assume_role_policy_document(new.trust.to_json_line())
        .set_permissions_boundary(new.permissions_boundary)
        .set_tags(Some(tags))
        .send()
        .await
        .map_err(failed_on(OPERATION, &new.name))?;
    answer.role.map(|role| role.arn).ok_or_else(|| missing(OPERATION, "Role"))
}

pub(super) async fn delete_role(iam: &Client, name: &str) -> CloudResult<()> {
    iam.delete_role().role_name(name).send().await.map_err(failed_on("iam:DeleteRole", name))?;
    Ok(())
}

pub(super) async fn put_policy(iam: &Client, role: &str, policy: &str, document: &Document) -> CloudResult<()> {
    iam.put_role_policy()
        .role_name(role)
        .policy_name(policy)
        .policy_document(document.to_json_line())
        .send()
        .await
        .map_err(failed_on("iam:PutRolePolicy", role))?;
    Ok(())
}

pub(super) async fn delete_policy(iam: &Client, role: &str, policy: &str) -> CloudResult<()> {
    let call = iam.delete_role_policy().role_name(role).policy_name(policy);
    call.send().await.map_err(failed_on("iam:DeleteRolePolicy", role))?;
    Ok(())
}

pub(super) async fn attach(iam: &Client, role: &str, policy_arn: &str) -> CloudResult<()> {
    let call = iam.attach_role_policy().role_name(role).policy_arn(policy_arn);
    call.send().await.map_err(failed_on("iam:AttachRolePolicy", role))?;
    Ok(())
}

pub(super) async fn detach(iam: &Client, role: &str, policy_arn: &str) -> CloudResult<()> {
    let call = iam.detach_role_policy().role_name(role).policy_arn(policy_arn);
    call.send().await.map_err(failed_on("iam:DetachRolePolicy", role))?;
    Ok(())
}
