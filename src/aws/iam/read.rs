//! IAM, reading: roles with every policy that counts.

use aws_sdk_iam::Client;
use futures::stream::{self, StreamExt, TryStreamExt};
use percent_encoding::percent_decode_str;
use std::collections::BTreeMap;

use crate::aws::document::document;
use crate::aws::error::{absent, failed, failed_on, missing};
use crate::cloud::CloudResult;
use crate::domain::Tags;
use crate::domain::policy::{Document, Effect, Principal};
use crate::domain::role::{AttachedPolicy, MAX_SESSION_SECS, Role};

/// Calls at once: IAM throttles early, for the whole account.
const AT_ONCE: usize = 4;

pub async fn account_alias(iam: &Client) -> CloudResult<Option<String>> {
    let answer = iam.list_account_aliases().send().await.map_err(failed("iam:ListAccountAliases"))?;
    Ok(answer.account_aliases.into_iter().next())
}

pub async fn proxy_roles(iam: &Client) -> CloudResult<Vec<Role>> {
    let roles: Vec<_> = iam
        .list_roles()
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed("iam:ListRoles"))?;
    Ok(roles
        .into_iter()
        // A trust document that cannot be read names no service we know of.
        .filter_map(|role| without_policies(role).ok())
        .filter(|role| trusts(&role.trust, "rds.amazonaws.com"))
        .collect())
}

fn trusts(document: &Document, service: &str) -> bool {
    document.statement.iter().any(|statement| {
        statement.effect == Effect::Allow
            && matches!(&statement.principal, Some(Principal::Kinds(kinds))
                if kinds.get("Service").is_some_and(|services| services.iter().any(|name| name == service)))
    })
}

/// Without its policies.
pub async fn role(iam: &Client, name: &str) -> CloudResult<Option<Role>> {
    let answer = iam.get_role().role_name(name).send().await.map_err(failed_on("iam:GetRole", name));
    let Some(answer) = absent(answer)? else { return Ok(None) };
    without_policies(answer.role.ok_or_else(|| missing("iam:GetRole", "Role"))?).map(Some)
}

fn without_policies(role: aws_sdk_iam::types::Role) -> CloudResult<Role> {
    let trust = decoded("iam:GetRole", &role.role_name, role.assume_role_policy_document.as_deref())?;
    Ok(Role {
        name: role.role_name,
        arn: role.arn,
        path: role.path,
        description: role.description.filter(|text| !text.is_empty()),
        trust,
        inline: BTreeMap::new(),
        attached: Vec::new(),
        permissions_boundary: role.permissions_boundary.and_then(|boundary| boundary.permissions_boundary_arn),
        tags: role.tags.unwrap_or_default().into_iter().map(|tag| (tag.key, tag.value)).collect::<Tags>(),
        boundary: None,
        created: Some(role.create_date.secs()),
        max_session_secs: role
            .max_session_duration
            .and_then(|secs| u32::try_from(secs).ok())
            .filter(|secs| *secs != MAX_SESSION_SECS),
    })
}

/// Its own policies by name.
pub async fn inline(iam: &Client, role: &str) -> CloudResult<Option<BTreeMap<String, Document>>> {
    const GET: &str = "iam:GetRolePolicy";
    let names: CloudResult<Vec<String>> = iam
        .list_role_policies()
        .role_name(role)
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("iam:ListRolePolicies", role));
    let Some(names) = absent(names)? else { return Ok(None) };
    stream::iter(names)
        .map(|name| async move {
            let answer = iam.get_role_policy().role_name(role).policy_name(&name).send().await;
            let answer = answer.map_err(failed_on(GET, role))?;
            let document = decoded(GET, &name, Some(&answer.policy_document))?;
            Ok((name, document))
        })
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await
        .map(Some)
}

/// Without documents.
pub async fn attached(iam: &Client, role: &str) -> CloudResult<Option<Vec<AttachedPolicy>>> {
    let policies: CloudResult<Vec<_>> = iam
        .list_attached_role_policies()
        .role_name(role)
        .into_paginator()
        .items()
        .send()
        .collect::<Result<_, _>>()
        .await
        .map_err(failed_on("iam:ListAttachedRolePolicies", role));
    let Some(policies) = absent(policies)? else { return Ok(None) };
    policies
        .into_iter()
        .map(|policy| {
            let arn = policy.policy_arn.ok_or_else(|| missing("iam:ListAttachedRolePolicies", "PolicyArn"))?;
            Ok(AttachedPolicy { name: policy.policy_name.unwrap_or_else(|| arn.clone()), arn, document: None })
        })
        .collect::<CloudResult<_>>()
        .map(Some)
}

/// The version of a managed policy that is in force.
pub async fn managed_policy(iam: &Client, arn: &str) -> CloudResult<Option<Document>> {
    const VERSION: &str = "iam:GetPolicyVersion";
    let answer = iam.get_policy().policy_arn(arn).send().await.map_err(failed_on("iam:GetPolicy", arn));
    let Some(answer) = absent(answer)? else { return Ok(None) };
    let version = answer
        .policy
        .and_then(|policy| policy.default_version_id)
        .ok_or_else(|| missing("iam:GetPolicy", "DefaultVersionId"))?;
    let answer = iam.get_policy_version().policy_arn(arn).version_id(version).send().await;
    let version = answer.map_err(failed_on(VERSION, arn))?.policy_version;
    decoded(VERSION, arn, version.and_then(|version| version.document).as_deref()).map(Some)
}

/// Documents come as URL-encoded JSON.
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html>
pub fn decoded(operation: &'static str, owner: &str, text: Option<&str>) -> CloudResult<Document> {
    let text = text.ok_or_else(|| missing(operation, "PolicyDocument"))?;
    document(operation, owner, &percent_decode_str(text).decode_utf8_lossy())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn documents_are_read_url_encoded_and_plain() {
        let plain = Document::trust("rds.amazonaws.com").to_json();
        let encoded = percent_encoding::utf8_percent_encode(&plain, percent_encoding::NON_ALPHANUMERIC).to_string();
        for text in [plain, encoded] {
            let read = decoded("iam:GetRole", "r", Some(&text)).unwrap();
            assert!(trusts(&read, "rds.amazonaws.com"));
            assert!(!trusts(&read, "lambda.amazonaws.com"));
        }
    }
}
